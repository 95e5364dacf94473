"""Goals that stand between the lines of their indicators, in text aligned by blanks."""

from pathlib import Path

from extractor import extract

TITLE = """LAPORAN KINERJA
KOMISI PEMILIHAN UMUM KABUPATEN BANYUMAS
TAHUN 2031

BAB II
PERENCANAAN KINERJA

PERJANJIAN KINERJA TAHUN 2031

"""

Entry = tuple[str | None, str | None, str | None, str | None]


def agreed(tmp_path: Path, table: str) -> list[Entry]:
    path = tmp_path / "laporan.txt"
    path.write_text(TITLE + table, encoding="utf-8")
    [agreement] = extract(path).perjanjian_kinerja
    return [(row.nomor, row.sasaran, row.indikator, row.target.mentah if row.target else None) for row in agreement.baris]


UNITS = """
  No.                  Sasaran                                 Indikator Kinerja                         Satuan     Target
        Meningkatnya perawatan bagi             Persentase taman kota yang dirawat oleh
   1                                                                                                       %         73,77
        taman kota                              warga
                                                Jumlah pasar yang dibuka kembali                         Pasar        315
        Meningkatnya peran warga
   2                                            Indeks kebersihan pasar                                  Indeks      74,49
        dalam kebersihan
                                                Jumlah lomba kebersihan yang digelar                     Lomba         45
"""


def test_a_unit_in_the_middle_beside_its_value_shows_half_lines(tmp_path: Path) -> None:
    first, second = "Meningkatnya perawatan bagi taman kota", "Meningkatnya peran warga dalam kebersihan"
    assert agreed(tmp_path, UNITS) == [
        ("1", first, "Persentase taman kota yang dirawat oleh warga", "73,77%"),
        ("1", first, "Jumlah pasar yang dibuka kembali", "315 Pasar"),
        ("2", second, "Indeks kebersihan pasar", "74,49 Indeks"),
        ("2", second, "Jumlah lomba kebersihan yang digelar", "45 Lomba"),
    ]


LONE = """
 No          SASARAN STRATEGIS                                  Indikator                         Target
        Meningkatnya hasil kebun           Produksi bunga kering giling                      140.935 Ton
  1     bunga di Kabupaten Banyumas
        Utara                              Produktivitas bunga per hektare                        6.43

                                           Nilai tukar juru kebun                                107.96
        Meningkatnya kesejahteraan
  2                                        Persentase kelompok kebun yang naik kelas dalam
        juru kebun                                                                                 37%
                                           tahun berjalan
"""


def test_goals_stand_over_several_entries_of_single_lines(tmp_path: Path) -> None:
    first, second = "Meningkatnya hasil kebun bunga di Kabupaten Banyumas Utara", "Meningkatnya kesejahteraan juru kebun"
    assert [(goal, target) for _, goal, _, target in agreed(tmp_path, LONE)] == [
        (first, "140.935 Ton"),
        (first, "6.43"),
        (second, "107.96"),
        (second, "37%"),
    ]


RARE = """
  No                  Sasaran                                 Indikator Kinerja                   Satuan       Target
  (1)                     (2)                                          (3)                          (4)          (5)

        Terawatnya warisan                     Persentase taman lama yang terpelihara               %            74,7
   1
        kebun                                  Jumlah warisan kebun yang dicatat                  Karya          31
                                               Jumlah peserta lomba kebun                         Orang        12.190
        Meningkatnya peran warga
   2                                           Nilai indikator kebersihan seluruh
        dalam perkebunan                                                                           Nilai        93,17
                                               pasar
"""


def test_a_small_figure_beside_its_unit_is_no_rest_of_the_one_above(tmp_path: Path) -> None:
    assert [target for *_, target in agreed(tmp_path, RARE)] == ["74,7%", "31 Karya", "12.190 Orang", "93,17 Nilai"]


TOP = """
 No.   Sasaran                               Indikator Kinerja                          Target
 1     Terawatnya warisan kebun              Persentase taman lama yang terpelihara     76,1%
                                             Jumlah warisan kebun yang dicatat          38 Karya
 2     Meningkatnya peran warga dalam        Jumlah peserta lomba kebun                 11.294 Orang
       perkebunan
                                             Nilai indikator kebersihan pasar           92,74
"""


def test_goals_on_top_may_be_longer_than_their_first_entry(tmp_path: Path) -> None:
    first, second = "Terawatnya warisan kebun", "Meningkatnya peran warga dalam perkebunan"
    assert [(number, goal) for number, goal, *_ in agreed(tmp_path, TOP)] == [("1", first), ("1", first), ("2", second), ("2", second)]


def measured(tmp_path: Path, table: str) -> list[tuple[str, str | None, str | None]]:
    path = tmp_path / "laporan.txt"
    path.write_text(TITLE.replace("PERJANJIAN KINERJA TAHUN 2031", "Indikator Kinerja Utama Tahun 2031") + table, encoding="utf-8")
    return [(row.indikator, row.cara_hitung, row.sumber_data) for row in extract(path).iku]


FORMULAS = """
 No       SASARAN             Indikator                Rumus Penghitungan          SUMBER DATA
       Meningkatnya hasil     Produksi bunga kering        Jumlah yang tercatat pada     Rekapitulasi
       kebun bunga di         giling                       tahun berjalan                bagian teknis
 1
       Kabupaten Banyumas     Produktivitas bunga per      Nilai yang diterbitkan        Laporan hasil
       Utara                  hektare                      lembaga penilai               evaluasi
                                                                                         Basis data
                              Nilai tukar juru kebun       Hasil survei tahunan
                                                                                         internal
       Meningkatnya           Persentase kelompok kebun
 2                                                         Jumlah yang memenuhi
       kesejahteraan warga    yang naik kelas dalam                                      Laporan unit
                                                           syarat dibagi jumlah
                              tahun berjalan menurut                                     pelaksana
                                                           seluruhnya dikali seratus
                              catatan
"""


def test_texts_without_values_tell_more_entries_than_their_goals(tmp_path: Path) -> None:
    assert measured(tmp_path, FORMULAS) == [
        ("Produksi bunga kering giling", "Jumlah yang tercatat pada tahun berjalan", "Rekapitulasi bagian teknis"),
        ("Produktivitas bunga per hektare", "Nilai yang diterbitkan lembaga penilai", "Laporan hasil evaluasi"),
        ("Nilai tukar juru kebun", "Hasil survei tahunan", "Basis data internal"),
        (
            "Persentase kelompok kebun yang naik kelas dalam tahun berjalan menurut catatan",
            "Jumlah yang memenuhi syarat dibagi jumlah seluruhnya dikali seratus",
            "Laporan unit pelaksana",
        ),
    ]


COUNTED = """
  No         Sasaran Kinerja                 Indikator Kinerja                          Formulasi                          Sumber
  (1)               (2)                              (3)                                    (4)                               (5)
        Terawatnya warisan          Persentase taman lama yang            Banyaknya yang sesuai dibagi total       Rekapitulasi bagian
        kebun                       terpelihara                           dikali 100%                              teknis
  1
                                    Jumlah warisan kebun yang             Jumlah yang tercatat pada tahun          Laporan hasil evaluasi
                                    dicatat                               berjalan
        Meningkatnya peran warga    Banyaknya peserta lomba               Penghitungan langsung                    Laporan hasil evaluasi
        dalam perkebunan            kebun
  2
                                    Nilai indikator kebersihan seluruh    Hasil survei tahunan                     Basis data internal
                                    pasar
"""


def test_an_indicator_may_begin_with_how_many(tmp_path: Path) -> None:
    assert [name for name, *_ in measured(tmp_path, COUNTED)] == [
        "Persentase taman lama yang terpelihara",
        "Jumlah warisan kebun yang dicatat",
        "Banyaknya peserta lomba kebun",
        "Nilai indikator kebersihan seluruh pasar",
    ]
