from extractor.records.prosa import paragraphs
from tests.records.staff_tables import lines


def texts(text: str) -> list[str]:
    return [p.text for p in paragraphs(lines(text))]


def test_wrapped_lines_are_joined_and_hyphens_mended() -> None:
    assert texts("Kantor ini didu-\nkung oleh pegawai\nyang cakap.") == ["Kantor ini didukung oleh pegawai yang cakap."]


def test_list_items_are_paragraphs_of_their_own() -> None:
    found = list(paragraphs(lines("1. satu hal;\n2) dua hal\n- tiga hal\na. empat hal\n- 4) lima hal")))

    assert [(p.marker, p.text) for p in found] == [
        ("1.", "satu hal;"),
        ("2)", "dua hal"),
        ("-", "tiga hal"),
        ("a.", "empat hal"),
        ("- 4)", "lima hal"),
    ]


def test_a_level_of_education_is_no_list_number() -> None:
    found = list(paragraphs(lines("D.III berjumlah 1 orang;\n- D.IV 2 orang;\n- S.Sos. 3 orang;\na.Kepala satu orang")))

    assert [(p.marker, p.text) for p in found] == [
        ("", "D.III berjumlah 1 orang;"),
        ("-", "D.IV 2 orang;"),
        ("-", "S.Sos. 3 orang;"),
        ("a.", "Kepala satu orang"),
    ]


def test_a_sentence_goes_on_over_a_blank_line_until_it_ends() -> None:
    assert texts("Jumlah orang di kantor\n\nPusat sebanyak lima.\n\nKalimat baru.") == [
        "Jumlah orang di kantor Pusat sebanyak lima.",
        "Kalimat baru.",
    ]


def test_headings_stand_alone() -> None:
    found = list(
        paragraphs(
            lines("C. STRUKTUR ORGANISASI\n\nKantor ini baru.\n\n## Pegawai\nKantor ini besar.\n\nKategori Pangkat\n\nKantor ini jauh.")
        )
    )

    assert [(p.heading, p.text) for p in found] == [
        (True, "STRUKTUR ORGANISASI"),
        (False, "Kantor ini baru."),
        (True, "## Pegawai"),
        (False, "Kantor ini besar."),
        (True, "Kategori Pangkat"),
        (False, "Kantor ini jauh."),
    ]


def test_a_figure_at_the_start_of_a_line_is_no_list_marker() -> None:
    assert texts("Jumlah PNS sebanyak\n25 orang.") == ["Jumlah PNS sebanyak 25 orang."]


def test_every_character_knows_its_line() -> None:
    paragraph = next(paragraphs(lines("satu dua\ntiga empat")))

    assert paragraph.line_at(0).place.lines == (1, 1)
    assert paragraph.line_at(paragraph.text.index("tiga")).place.lines == (2, 2)


def test_sentences_begin_after_a_stop_but_not_after_an_abbreviation() -> None:
    paragraph = next(paragraphs(lines("Pangkat Gol. III ada. Kini lain.")))

    assert [paragraph.text[s:] for s in paragraph.sentence_starts()] == ["Pangkat Gol. III ada. Kini lain.", "Kini lain."]


def test_a_numbered_heading_is_no_part_of_the_text_below_it() -> None:
    assert texts("1.3 Sumber Daya Aparatur\nJumlah pegawai balai sebanyak 26 orang.\nTabel 1.1\n1.4 Sistematika Penulisan") == [
        "1.3 Sumber Daya Aparatur",
        "Jumlah pegawai balai sebanyak 26 orang.",
        "Tabel 1.1",
        "1.4 Sistematika Penulisan",
    ]
