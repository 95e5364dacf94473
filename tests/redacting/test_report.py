"""A redacted report keeps its form and its figures and loses its persons."""

import re

import pytest

from extractor.batch.plan import under
from extractor.model import Banding, LaporanSatker, Paragraf, Pernyataan, Sidik, Tabel
from extractor.redacting.report import redacted, redacted_excerpt, with_redacted_findings
from extractor.warehouse.redact import Redaction
from tests.warehouse.reports import NAME, NIP, report
from tests.warehouse.test_redact import LEAK, tainted

OUT, KEY = Redaction(True), Redaction(True, b"k" * 32)


def with_tables() -> LaporanSatker:
    """A report with a list of staff, and a table of work in which a person stands."""
    found: LaporanSatker = tainted()
    here = found.dokumen[0].id
    roster = Tabel(
        id="t8", dokumen=here, jenis="pegawai_daftar", keyakinan=1, kepala=[["No", "Nama", "Lahir"]], baris=[["1", NAME, "14 Mei 1987"]]
    )
    other = Tabel(
        id="t9", dokumen=here, jenis="lain", keyakinan=1,
        baris=[[f"Honor {NAME}", "14-05-1987", "1.250.000"], ["Rapat", "14-05-1999", "3"]],
    )  # fmt: skip
    return found.model_copy(update={"tabel": [*found.tabel, roster, other]})


@pytest.mark.parametrize("how", [OUT, KEY], ids=["left out", "pseudonyms"])
def test_nobody_is_named_and_the_form_stays(how: Redaction) -> None:
    before = with_tables()
    after = redacted(before, how)
    text = after.model_dump_json()
    assert LEAK.search(before.model_dump_json())
    assert LEAK.search(text) is None
    assert LaporanSatker.model_validate_json(text) == after
    assert after.penyamaran == how.mode
    assert [row.pagu for part in after.realisasi_anggaran for row in part.baris] == [
        row.pagu for part in before.realisasi_anggaran for row in part.baris
    ]


def test_a_list_of_staff_is_emptied_and_dates_beside_a_person_are_hidden() -> None:
    roster, other = redacted(with_tables(), OUT).tabel[-2:]
    assert (roster.kepala, roster.baris) == ([["No", "Nama", "Lahir"]], [["", "", ""]])
    assert other.baris == [["Honor [nama]", "[tanggal]", "1.250.000"], ["Rapat", "14-05-1999", "3"]]


def test_a_finding_says_what_its_check_flags_and_nothing_of_the_report() -> None:
    found = redacted(report(), OUT)
    assert [finding.id for finding in found.temuan] == ["A01-001", "D05-002"]
    assert [finding.kode for finding in found.temuan if "sama" in finding.pesan.id or "jumlah" in finding.pesan.id.lower()]
    assert {piece.mentah for finding in found.temuan for piece in finding.bukti} == {""}
    assert not any(isinstance(finding.dinyatakan, str) for finding in found.temuan)
    assert {piece.berkas for finding in found.temuan for piece in finding.bukti} <= {None, f"{found.dokumen[0].id}.pdf"}


def test_one_person_has_one_pseudonym_in_all_of_the_report() -> None:
    found = redacted(report(), KEY)
    names = {found.pegawai.daftar[0].nama, found.dokumen[0].penandatangan[0].nama}
    assert len(names) == 1
    assert re.fullmatch("[0-9a-f]{32}", names.pop())
    assert found.pegawai.daftar[0].nip == KEY.pseudonym("nip", NIP)


def test_findings_that_come_later_are_redacted_and_the_others_stay() -> None:
    found = redacted(report(), KEY)
    late = report().temuan[1].model_copy(update={"id": "X04-abc", "kode": "X04", "sebab": found.temuan[0].id})
    again = with_redacted_findings(found.model_copy(update={"temuan": [found.temuan[0], late, found.temuan[1]]}))
    assert [(finding.id, finding.sebab) for finding in again.temuan][1] == ("X04-002", "A01-001")
    assert again.temuan[0] == found.temuan[0]
    assert LEAK.search(again.model_dump_json()) is None
    assert again.pegawai == found.pegawai
    assert with_redacted_findings(again) == again


def test_an_excerpt_keeps_what_it_is_compared_by() -> None:
    whole = report()
    paragraph = Paragraf(hash="h", sampel="00000001", teks=f"Oleh {NAME}.")
    stated = Pernyataan(bidang="anggaran", ukuran="pagu", nama=f"Honor {NAME}", tahun=2024, nilai=5, mentah="5", tabel="t1")
    document = whole.dokumen[0]
    before = Banding(
        slug="s", satker=whole.satker, tahun=2024, berkas={document.id: f"LKj {NAME}.pdf"}, pernyataan=[stated], paragraf=[paragraph]
    )
    after = redacted_excerpt(before, OUT, whole)
    assert LEAK.search(after.model_dump_json()) is None
    assert (after.pernyataan[0].nilai, after.pernyataan[0].nama) == (5, "Honor [nama]")
    assert (after.paragraf[0].hash, after.paragraf[0].sampel) == ("h", "00000001")
    assert after.berkas == {document.id: f"{document.id}.pdf"}


def test_words_of_which_names_could_be_guessed_are_gone() -> None:
    whole = report()
    whole.dokumen[0].sidik = Sidik(kata="00000001", angka="00000002")
    sidik = redacted(whole, OUT).dokumen[0].sidik
    assert sidik is not None
    assert (sidik.kata, sidik.angka) == ("", "")


@pytest.mark.parametrize(
    ("path", "root"), [("masuk/a/b.pdf", "masuk"), ("masuk/a/b.pdf", "masuk/a/"), ("k.zip!/f/b.pdf", "k.zip"), ("s3://b/x/y.pdf", "s3://b/x"),
                       ("/srv/m/a.txt", "/srv/m"), ("b.pdf", "b.pdf")],
)  # fmt: skip
def test_a_hidden_path_still_lies_where_it_lay(path: str, root: str) -> None:
    for how in (OUT, KEY):
        assert under(how.path(path), how.path(root))
        assert not under(how.path("lain/" + path.lstrip("/")), how.path(root))
        assert "masuk" not in how.path(path)
    assert OUT.path(path) != KEY.path(path)
    assert Redaction().path(path) == path
