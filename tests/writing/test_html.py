"""The auditor's page: complete, safe, sufficient unto itself."""

import base64
import hashlib
import io
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extractor.checks import examine
from extractor.checks.samples import place, report, table
from extractor.model import Bukti, Dokumen, LaporanSatker, Pesan, Rekonsiliasi, Temuan
from extractor.writing import pages
from extractor.writing.pages import Originals, as_page, write_pages
from extractor.writing.pages.labels import LABELS

TEXT = """BAB III
Uraian\tNilai
Bagian satu\t1.000.000.000
Bagian dua\t2.000.000.000
Bagian tiga\t1.000.000.000
Jumlah\t5.000.000.000
penutup
"""


def text_report(tmp_path: Path, text: str = TEXT) -> tuple[LaporanSatker, dict[str, Path]]:
    """A report whose total is wrong, and its file."""
    path = tmp_path / "laporan.txt"
    path.write_text(text)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    given = report(tabel=[table("\n".join(line.replace("\t", " | ") for line in TEXT.splitlines()[1:6]), first=2)])
    given.tabel[0].sumber_baris = [place(line) for line in range(3, 7)]
    given.dokumen = [Dokumen(**{**given.dokumen[0].model_dump(), "sha256": sha256})]
    given.temuan = examine(given).findings
    assert given.temuan
    return given, {sha256: path}


def pdf_report(tmp_path: Path) -> tuple[LaporanSatker, dict[str, Path]]:
    """A finding on two figures of a page of 400 x 300 points."""
    path = tmp_path / "laporan.pdf"
    canvas = Canvas(str(path), pagesize=(400, 300), invariant=True)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(40, 200, "Jumlah")
    canvas.drawString(200, 200, "5.000.000")
    canvas.drawString(200, 180, "4.000.000")
    canvas.showPage()
    canvas.save()
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    given = report()
    given.dokumen = [Dokumen(**{**given.dokumen[0].model_dump(), "sha256": sha256, "berkas": "laporan.pdf", "metode_baca": "pdf"})]
    name = given.dokumen[0].id
    given.temuan = [
        Temuan(
            id="A01-1", kode="A01", nama="sum_mismatch", keparahan="galat", pesan=Pesan(id="tidak sama", en="not the same"),
            dinyatakan=5_000_000, dihitung=4_000_000, selisih=1_000_000, satuan="rupiah",
            bukti=[
                Bukti(dokumen=name, halaman=1, kotak=(30, 88, 380, 104), mentah="5.000.000"),
                Bukti(dokumen=name, halaman=1, kotak=(30, 108, 380, 124), mentah="4.000.000"),
            ],
        )
    ]  # fmt: skip
    return given, {sha256: path}


def soup_of(given: LaporanSatker, files: dict[str, Path], language: pages.page.Language = "id") -> BeautifulSoup:
    with Originals(files) as originals:
        return BeautifulSoup(as_page(given, originals, language), "html.parser")


def test_every_finding_is_told_and_listed_in_the_contents(tmp_path: Path) -> None:
    given, files = text_report(tmp_path)
    soup = soup_of(given, files)
    for finding in given.temuan:
        assert finding.pesan.id in soup.find(id=finding.id).get_text()
        assert finding.sebab is not None or soup.select_one(f'nav a[href="#{finding.id}"]')
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in soup.select('a[href^="#"]')} <= set(ids)


def test_lines_of_a_text_have_the_evidence_marked(tmp_path: Path) -> None:
    given, files = text_report(tmp_path)
    article = soup_of(given, files).select_one("article")
    stated = article.select_one("pre mark.first")
    assert stated.get_text() == "15.000.000.000" and stated.find_parent("span", class_="line").get_text().startswith("6")
    assert [mark.sup.get_text() for mark in article.select("pre mark")] == ["2", "3", "4", "1"]
    assert "penutup" in article.pre.get_text()


def test_the_calculation_is_written_out(tmp_path: Path) -> None:
    given, files = text_report(tmp_path)
    rows = [[cell.get_text() for cell in row.find_all("td")] for row in soup_of(given, files).select_one("table.sum").find_all("tr")]
    assert [row[0] for row in rows] == ["", "+", "+", "=", ""]
    assert [row[2] for row in rows] == [
        "Rp 1.000.000.000", "Rp 2.000.000.000", "Rp 1.000.000.000", "Rp 4.000.000.000", "5.000.000.000",
    ]  # fmt: skip


def test_a_page_of_a_pdf_is_cut_out_with_the_figures_framed(tmp_path: Path) -> None:
    given, files = pdf_report(tmp_path)
    (picture,) = soup_of(given, files).select("figure img")
    kind, content = picture["src"].split(",")
    image = Image.open(io.BytesIO(base64.b64decode(content))).convert("RGB")
    assert kind == "data:image/png;base64" and image.size == (int(picture["width"]), int(picture["height"]))
    scale = image.width / 400
    assert image.height < 100 * scale
    red = [
        (x, y) for x in range(image.width) for y in range(image.height) if image.getpixel((x, y))[0] > 150 > 60 > image.getpixel((x, y))[2]
    ]
    left, right = min(x for x, _ in red) / scale, max(x for x, _ in red) / scale
    assert 180 < left < 200 and 240 < right < 270, "the frame is around the figure, not around its row"


def test_a_report_that_is_gone_or_has_changed_is_told(tmp_path: Path) -> None:
    given, files = pdf_report(tmp_path)
    assert LABELS["id"]["no_original"] in soup_of(given, {}).get_text()
    next(iter(files.values())).write_bytes(b"%PDF-1.4 something else")
    soup = soup_of(given, files)
    assert not soup.select("figure") and LABELS["id"]["no_original"] in soup.get_text()
    assert "5.000.000" in soup.select_one("article").get_text()


def test_pictures_end_where_the_page_would_grow_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given, files = pdf_report(tmp_path)
    given.temuan += [given.temuan[0].model_copy(update={"id": f"A01-{n}"}) for n in range(2, 5)]
    monkeypatch.setattr(pages.page, "BYTES", 1)
    soup = soup_of(given, files)
    assert len(soup.select("article")) == 4 and len(soup.select("figure")) == 1
    assert soup.get_text().count(LABELS["id"]["no_more"]) == 3


def test_nothing_is_fetched_and_nothing_runs(tmp_path: Path) -> None:
    for given, files in (text_report(tmp_path), pdf_report(tmp_path)):
        with Originals(files) as originals:
            page = as_page(given, originals, index="index.html")
        soup = BeautifulSoup(page, "html.parser")
        assert not re.search(r"https?://|@import|url\(", page)
        assert not soup.find_all(["script", "link", "iframe", "object"])
        assert all(image["src"].startswith("data:image/png") for image in soup.find_all("img"))


def test_whatever_a_report_says_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    evil = '<script>alert(1)</script><img src=x onerror="x">&"\''
    given, files = text_report(tmp_path, TEXT.replace("penutup", evil).replace("BAB III", evil))
    given.satker.nama = evil
    given.dokumen[0].berkas = evil
    given.tabel[0].judul = given.tabel[0].nomor = evil
    for finding in given.temuan:
        finding.pesan = Pesan(id=evil, en=evil)
        for piece in finding.bukti:
            piece.mentah += evil
    accepted = given.temuan[0].model_copy(update={"id": "A01-x", "diterima": evil})
    given.temuan.append(accepted)
    soup = soup_of(given, files)
    assert not soup.find_all("script") and not soup.find_all("img")
    assert soup.h1.get_text().startswith(evil) and evil in soup.select_one("article").get_text()


def test_accepted_findings_are_set_apart(tmp_path: Path) -> None:
    given, files = text_report(tmp_path)
    given.temuan[0].diterima = "sudah dijelaskan satker"
    soup = soup_of(given, files)
    assert given.temuan[0].id not in [article["id"] for article in soup.select("article")]
    assert "sudah dijelaskan satker" in soup.find(id=given.temuan[0].id).get_text()


def test_proposals_and_alternatives(tmp_path: Path) -> None:
    given, files = pdf_report(tmp_path)
    entry = Rekonsiliasi(
        id="R-1",
        jalur="/x",
        dinyatakan=5_000_000,
        menjadi=4_000_000,
        metode="deduktif",
        keyakinan=0.95,
        alasan=Pesan(id="cocok", en="fits"),
    )
    given.rekonsiliasi, given.temuan[0].rekonsiliasi = [entry], "R-1"
    told = soup_of(given, files).select_one(".proposal").get_text()
    assert "Rp 5.000.000 → Rp 4.000.000" in told and "95 %" in told and "cocok" in told
    many = [entry.model_copy(update={"id": f"R-{n}", "metode": "alternatif", "temuan": ["A01-1"], "menjadi": n}) for n in range(9)]
    given.rekonsiliasi, given.temuan[0].rekonsiliasi = many, None
    told = soup_of(given, files).select_one(".proposal").get_text()
    assert LABELS["id"]["alternatives"] in told and "+ 5" in told


def test_english(tmp_path: Path) -> None:
    given, files = text_report(tmp_path)
    soup = soup_of(given, files, "en")
    assert soup.html["lang"] == "en" and given.temuan[0].pesan.en in soup.select_one("article").get_text()
    assert LABELS["id"].keys() == LABELS["en"].keys()


def test_bars_have_a_text_beside_them(tmp_path: Path) -> None:
    from extractor.checks.samples import spending  # noqa: PLC0415

    rows = [("Program Satu", "program", "1.000", "900", "90%"), ("Program Dua", "program", "2.000", "2.500", "125%")]
    soup = soup_of(report(realisasi_anggaran=[spending(rows)]), {})
    drawing = soup.svg
    assert drawing["role"] == "img" and "Program Dua" in drawing.desc.get_text() and "125,00 %" in drawing.desc.get_text()
    widths = [float(bar["width"]) for bar in drawing.find_all("rect")]
    assert widths[2] / widths[0] == pytest.approx(2, rel=0.01) and drawing.find_all("rect")[3]["class"] == ["over"]


def test_a_folder_of_pages_with_an_index(tmp_path: Path) -> None:
    given, files = text_report(tmp_path)
    written = write_pages(tmp_path / "out", [given, report()], files)
    index = BeautifulSoup(written[-1].read_text(), "html.parser")
    assert [(tmp_path / "out" / a["href"]).exists() for a in index.select("a")] == [True, True]
    again = [path.read_bytes() for path in written]
    assert [path.read_bytes() for path in write_pages(tmp_path / "out", [given, report()], files)] == again
