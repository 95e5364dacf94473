import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values.joining import Vocabulary, join_lines, mend_cuts
from extractor.values.words import is_common_word

REAL_WORDS = st.sampled_from(
    [
        "pengelolaan",
        "arsip",
        "daerah",
        "tepat",
        "waktu",
        "kepada",
        "masyarakat",
        "di",
        "luar",
        "kantor",
        "tanggung",
        "jawab",
        "sub",
        "bagian",
        "umum",
        "dan",
        "logistik",
        "kerja",
        "sama",
        "antar",
        "lembaga",
    ]
)


@given(st.lists(REAL_WORDS, min_size=1, max_size=12))
def test_real_words_are_never_merged(words: list[str]) -> None:
    text = " ".join(words)
    assert join_lines(words) == text
    assert mend_cuts(text) == text
    assert mend_cuts(text, Vocabulary.of([text, "diluar kerjasama tanggungjawab subbagian"])) == text


@given(st.integers(min_value=10**6, max_value=10**15), st.data())
def test_a_figure_cut_inside_a_group_is_joined(number: int, data: st.DataObject) -> None:
    text = f"{number:,}".replace(",", ".")
    last = text.rindex(".")
    at = data.draw(st.sampled_from([last, last + 1, last + 2, last + 3]))
    assert join_lines([text[:at], text[at:]]) == text
    assert mend_cuts(f"Rp {text[:at]} {text[at:]}") == f"Rp {text}"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Terlaksanany", "a pembinaan arsip"], "Terlaksananya pembinaan arsip"),
        (["Kabupaten/Kot", "a"], "Kabupaten/Kota"),
        (["Penyelenggara", "an"], "Penyelenggaraan"),
        (["P", "enyelenggaraan"], "Penyelenggaraan"),
        (["perundang-", "undangan"], "perundang-undangan"),
        (["Kartikasa-", "ri"], "Kartikasari"),
        (["penyusun-", "an rencana"], "penyusunan rencana"),
        (["non-", "aktif"], "non-aktif"),
        (["24-", "Juni-1981"], "24-Juni-1981"),
        (["Gudang/", "Kantor"], "Gudang/Kantor"),
        (["Gudang", "/Kantor"], "Gudang/Kantor"),
        (["99,", "53%"], "99,53%"),
        (["10", "0%"], "100%"),
        (["", "Laporan ", " ", "Keuangan"], "Laporan Keuangan"),
    ],
)
def test_wrapped_words_compounds_and_figures(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


@pytest.mark.parametrize(
    "lines",
    [
        ["12", "15"], ["Tahun 2023", "2024"], ["1.000.000", "2.000.000"], ["Rp 1.000.000,-", "Belanja"], ["KPU", "an. Ketua"], ["BAB", "I"],
        ["Kelas A", "dan"], ["sasaran", "a"], ["2020 -", "2024"], ["a.", "b"], ["RKA", "KL"], ["di", "luar"],
    ],
)  # fmt: skip
def test_what_stands_apart_stays_apart(lines: list[str]) -> None:
    assert join_lines(lines) == " ".join(lines)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Gudang/Pemili han Sesuai", "Gudang/Pemilihan Sesuai"),
        ("Persen tase", "Persentase"),
        ("Realisa si", "Realisasi"),
        ("Penyelenggaraa n", "Penyelenggaraan"),
        ("perundang- undangan", "perundang-undangan"),
        ("Gudang/ Kantor", "Gudang/Kantor"),
        ("Gudang / Kantor", "Gudang / Kantor"),
        ("LAM PIRAN", "LAMPIRAN"),
        ("Kabag Umum  dan Logistik", "Kabag Umum  dan Logistik"),
    ],
)
def test_cuts_in_a_joined_cell(text: str, mended: str) -> None:
    assert mend_cuts(text) == mended


def test_words_of_the_document_tell_what_the_list_does_not_know() -> None:
    seen = Vocabulary.of(["Kecamatan Zumbarata terpencil", "di Zumbarata"])
    assert join_lines(["Kecamatan Zumba", "rata"], seen) == "Kecamatan Zumbarata"
    assert join_lines(["Kecamatan Zumba", "rata"]) == "Kecamatan Zumba rata"
    apart = Vocabulary.of(["Zumba adalah tari", "Rimpang adalah desa", "ZumbaRimpang"])
    assert join_lines(["Zumba", "rimpang itu"], apart) == "Zumba rimpang itu"


def test_pieces_at_the_edge_of_lines_are_no_witnesses() -> None:
    seen = Vocabulary.of(["Kecamatan Zumba", "rimpang terpencil", "ke Zumbarimpang itu"])
    assert join_lines(["Kecamatan Zumba", "rimpang terpencil"], seen) == "Kecamatan Zumbarimpang terpencil"


def test_the_vocabulary_counts_whole_words_in_any_case() -> None:
    seen = Vocabulary.of(["Arsip daerah", "arsip/berkas"])
    assert "ARSIP" in seen
    assert seen.count("arsip") == 2
    assert "ars" not in seen


@pytest.mark.parametrize("word", ["penyelenggaraan", "menulis", "diharmonisasi", "terlaksananya", "pertanggungjawaban", "di"])
def test_affixed_forms_are_words(word: str) -> None:
    assert is_common_word(word)


@pytest.mark.parametrize("word", ["penyelenggaraa", "pemili", "tase", "an", "han", "qzx", ""])
def test_fragments_are_no_words(word: str) -> None:
    assert not is_common_word(word)


@pytest.mark.parametrize(("text", "mended"), [
    ("80,91 9 Hari", "80,91 9 Hari"), ("1.23 4 Orang", "1.234 Orang"), ("Rp 1.234,56 7", "Rp 1.234,567"), ("12.500.0 00", "12.500.000"),
])  # fmt: skip
def test_decimals_before_a_quantity_are_no_cut_figure(text: str, mended: str) -> None:
    assert mend_cuts(text) == mended
