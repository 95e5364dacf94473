import pytest

from extractor.claims.language import pipeline


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in pipeline()(text).sents]


@pytest.mark.parametrize(
    "text",
    [
        "Anggaran sebesar Rp. 5.000.000,- telah terserap.",
        "Sesuai Keputusan No. 12 Tahun 2020 tentang Pedoman.",
        "Dipimpin oleh Drs. Budi Santoso, S.H., M.Si. selaku Kepala.",
        "Disusun oleh Tim a.n. Sekretaris Kab. Contoh di Jl. Melati.",
        "Kegiatan meliputi rapat, bimtek, dst. yang dibiayai DIPA.",
        "Terdiri dari: 1. Ketua sebanyak 1 orang, 2. Anggota sebanyak 4 orang.",
        "Nilai 99.5 diperoleh dari tim I. Putra.",
        "Alokasi TA. 2024 sesuai DIPA BA.076 telah direvisi.",
        "Predikat B. dari penilai",
    ],
)
def test_stops_that_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Target tercapai.", "Realisasi mencapai 98,5%."),
        ("Didukung oleh 13 PNS.", "6 PPPK dan 3 orang lain."),
        ("Rapat, bimtek, dll.", "Kegiatan ini selesai."),
        ("Berapa sisanya?", "Tidak ada."),
        ("Pada tahun 2024.", "Selanjutnya dilaporkan."),
        ("Pagu Rp. 1.000.000,-.", "Jumlah tersebut direvisi."),
        ("(tercantum dalam lampiran.)", "Hal ini benar."),
    ],
)
def test_stops_that_end_a_sentence(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


def test_every_character_is_kept() -> None:
    text = "Pagu “Rutin” (Rp 5.000,-) naik 2,5%… lihat a/b; 3×4, e-mail: x@y.go.id – selesai!"
    assert pipeline()(text).text == text
