"""Which reader a file is given to."""

from pathlib import Path

import pytest

from extractor.reading import read
from extractor.reading.document import Document
from extractor.reading.errors import UnreadableInput


@pytest.fixture
def as_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_pdf(path: Path, sha256: str, most: int | None) -> Document:
        return Document(path.name, sha256, "pdf", [])

    monkeypatch.setattr("extractor.reading.pdf.read_pdf", read_pdf)


@pytest.mark.parametrize("name", ["laporan.pdf", "laporan.TXT", "laporan.md"])
@pytest.mark.parametrize("before", [b"", b"\n" * 900])
@pytest.mark.usefixtures("as_pdf")
def test_a_pdf_is_known_by_its_content(tmp_path: Path, name: str, before: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(before + b"%PDF-1.7\n")
    assert read(path).method == "pdf"


@pytest.mark.parametrize("name", ["laporan.txt", "LAPORAN.MD"])
def test_a_text_is_read_as_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("Berkas %PDF hanya disebut", encoding="utf-8")
    assert read(path).method == "teks"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("laporan.docx", b"PK\x03\x04", "jenis_tak_dikenal"),
        ("laporan", b"teks", "jenis_tak_dikenal"),
        ("laporan.pdf", b"bukan pdf", "bukan_pdf"),
        ("laporan.pdf", b"", "kosong"),
        ("laporan.txt", b"", "kosong"),
    ],
)
def test_what_cannot_be_read_has_a_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableInput) as caught:
        read(path)
    assert caught.value.reason == reason


def test_what_cannot_be_opened_has_a_reason(tmp_path: Path) -> None:
    for path in (tmp_path / "tidak-ada.txt", tmp_path / "folder.txt"):
        if path.stem == "folder":
            path.mkdir()
        with pytest.raises(UnreadableInput) as caught:
            read(path)
        assert caught.value.reason == "tidak_dapat_dibuka"
