import json

from extractor.checks.samples import report, table
from extractor.model import Dokumen, LaporanSatker, Sumber
from extractor.report import checked
from extractor.writing.findings_lines import as_lines

BUDGET = "No | Uraian | Pagu (Rp)\n1 | Honorarium | 14.655.750.000\n2 | Perjalanan | 250.400.000\n | JUMLAH | {}"


def examined(total: str) -> LaporanSatker:
    return checked(report(tabel=[table(BUDGET.format(total))]), None)


def lines(*reports: LaporanSatker) -> list[dict[str, object]]:
    return [json.loads(line) for line in as_lines(reports).splitlines()]


def test_every_finding_is_a_line_of_its_own() -> None:
    one, other = examined("14.906.510.000"), examined("14.906.150.000")
    (result,) = lines(one, other)
    (finding,) = one.temuan
    assert (result["ruleId"], result["level"], result["partialFingerprints"]) == (finding.kode, "error", {"temuan/v1": finding.id})
    assert result["message"] == {"text": finding.pesan.id}
    assert result["properties"]["dinyatakan"] == 14_906_510_000  # type: ignore[index]
    assert result["properties"]["usulan"]["menjadi"] == 14_906_150_000  # type: ignore[index]


def test_a_place_is_a_file_with_its_lines_or_its_page_and_box() -> None:
    given = examined("14.906.510.000")
    (finding,) = given.temuan
    document = finding.bukti[0].dokumen
    given.dokumen = [Dokumen.model_construct(id=document, berkas="laporan akhir/satker a.txt")]
    finding.bukti = [finding.bukti[0].model_copy(update={"baris": (7, 9), "mentah": "14.906.510.000"})]
    finding.bukti.append(finding.bukti[0].model_copy(update=Sumber(dokumen=document, halaman=3, kotak=(1, 2, 3, 4)).model_dump()))
    (result,) = lines(given)
    (text,), (page,) = result["locations"], result["relatedLocations"]  # type: ignore[misc]
    assert text["physicalLocation"] == {  # type: ignore[index]
        "artifactLocation": {"uri": "laporan%20akhir/satker%20a.txt"},
        "region": {"startLine": 7, "endLine": 9, "snippet": {"text": "14.906.510.000"}},
    }
    assert "region" not in page["physicalLocation"]  # type: ignore[index]
    assert (page["properties"]["halaman"], page["properties"]["kotak"]) == (3, [1.0, 2.0, 3.0, 4.0])  # type: ignore[index]


def test_an_accepted_finding_is_suppressed_with_its_reason() -> None:
    given = examined("14.906.510.000")
    given.temuan[0].diterima = "dikoreksi dalam DIPA revisi"
    (result,) = lines(given)
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "dikoreksi dalam DIPA revisi"}]
