"""The views that an analyst starts from; DuckDB and PostgreSQL understand the same SQL."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class View:
    """A named question and the SQL that answers it."""

    name: str
    arti: str
    meaning: str
    sql: str


_WHO: Final = "l.satker, l.tingkat AS tingkat_satker, l.provinsi, l.tahun_laporan"

PROGRAM: Final = View(
    "v_penyerapan_program",
    "Pagu, realisasi dan penyerapan per satker, tahun laporan dan program; nilai rekonsiliasi menggantikan yang dinyatakan bila ada.",
    "Ceiling, spending and absorption per unit, reporting year and program; proposed values stand in for the stated ones where there are "
    "some. Of a program that several tables state, the most complete row counts.",
    f"""
SELECT {_WHO}, f.kode, k.kode_program, f.uraian, f.pagu_dipakai AS pagu, f.realisasi_dipakai AS realisasi,
  CAST(100.0 * f.realisasi_dipakai / NULLIF(f.pagu_dipakai, 0) AS DECIMAL(38, 2)) AS penyerapan_persen,
  f.persen AS persen_dinyatakan, f.pagu AS pagu_dinyatakan, f.realisasi AS realisasi_dinyatakan,
  f.laporan_key, f.satker_key, f.dokumen_key, f.halaman, f.baris_awal, f.tabel_id, f.realisasi_anggaran_key
FROM (
  SELECT c.*, row_number() OVER (
    PARTITION BY c.laporan_key, COALESCE(c.anggaran_kode_key, lower(c.uraian))
    ORDER BY CASE WHEN c.pagu_dipakai IS NULL THEN 1 ELSE 0 END + CASE WHEN c.realisasi_dipakai IS NULL THEN 1 ELSE 0 END,
      c.halaman, c.baris_awal, c.realisasi_anggaran_key
  ) AS place
  FROM (
    SELECT r.*, COALESCE(r.pagu_rekonsiliasi, r.pagu) AS pagu_dipakai, COALESCE(r.realisasi_rekonsiliasi, r.realisasi) AS realisasi_dipakai
    FROM fact_realisasi_anggaran AS r
    WHERE r.tingkat = 'program' AND COALESCE(r.tahun, r.tahun_laporan) = r.tahun_laporan
  ) AS c
) AS f
JOIN dim_laporan AS l ON l.laporan_key = f.laporan_key
LEFT JOIN dim_anggaran_kode AS k ON k.anggaran_kode_key = f.anggaran_kode_key
WHERE f.place = 1""",
)

SATKER: Final = View(
    "v_penyerapan_satker",
    "Pagu, realisasi dan penyerapan per satker dan tahun laporan: dari baris total terbesar, atau jumlah programnya.",
    "Ceiling, spending and absorption per unit and reporting year: of the greatest total row, else the sum of its programs (see dasar).",
    f"""
SELECT {_WHO}, CASE WHEN t.laporan_key IS NOT NULL THEN 'total' WHEN p.laporan_key IS NOT NULL THEN 'jumlah program' END AS dasar,
  COALESCE(t.pagu_dipakai, p.pagu) AS pagu, COALESCE(t.realisasi_dipakai, p.realisasi) AS realisasi,
  CAST(
    100.0 * COALESCE(t.realisasi_dipakai, p.realisasi) / NULLIF(COALESCE(t.pagu_dipakai, p.pagu), 0) AS DECIMAL(38, 2)
  ) AS penyerapan_persen,
  t.persen AS persen_dinyatakan, t.pagu AS pagu_dinyatakan, t.realisasi AS realisasi_dinyatakan,
  l.laporan_key, l.satker_key, t.dokumen_key, t.halaman, t.baris_awal, t.tabel_id
FROM dim_laporan AS l
LEFT JOIN (
  SELECT c.*, row_number() OVER (
    PARTITION BY c.laporan_key
    ORDER BY c.pagu_dipakai DESC, CASE WHEN c.realisasi_dipakai IS NULL THEN 1 ELSE 0 END, c.realisasi_anggaran_key
  ) AS place
  FROM (
    SELECT r.*, COALESCE(r.pagu_rekonsiliasi, r.pagu) AS pagu_dipakai, COALESCE(r.realisasi_rekonsiliasi, r.realisasi) AS realisasi_dipakai
    FROM fact_realisasi_anggaran AS r
    WHERE r.tingkat = 'total' AND COALESCE(r.tahun, r.tahun_laporan) = r.tahun_laporan
  ) AS c
  WHERE c.pagu_dipakai IS NOT NULL
) AS t ON t.laporan_key = l.laporan_key AND t.place = 1
LEFT JOIN (
  SELECT laporan_key, CAST(SUM(pagu) AS BIGINT) AS pagu, CAST(SUM(realisasi) AS BIGINT) AS realisasi
  FROM v_penyerapan_program GROUP BY laporan_key
) AS p ON p.laporan_key = l.laporan_key""",
)

INDICATORS: Final = View(
    "v_indikator_di_bawah_target",
    "Indikator tahun laporan yang capaiannya di bawah 100 %: capaian yang dinyatakan, atau realisasi dibagi target bila tidak dinyatakan.",
    "Indicators of the reporting year with an achievement below 100 %: as stated, else realisation by target (see dasar; for an indicator "
    "that should be low, only the stated achievement says whether its target was missed).",
    f"""
SELECT {_WHO}, f.sasaran, f.indikator, i.indikator AS indikator_umum, f.target_mentah, f.realisasi_mentah, f.capaian_mentah,
  CAST(f.nilai_capaian AS DECIMAL(38, 2)) AS capaian_persen, f.dasar,
  f.laporan_key, f.satker_key, f.indikator_key, f.dokumen_key, f.halaman, f.baris_awal, f.tabel_id, f.kinerja_key
FROM (
  SELECT c.*,
    CASE WHEN c.capaian_jenis IN ('persen', 'angka') THEN COALESCE(c.capaian_rekonsiliasi, c.capaian)
      ELSE 100.0 * c.realisasi_dipakai / NULLIF(c.target_dipakai, 0) END AS nilai_capaian,
    CASE WHEN c.capaian_jenis IN ('persen', 'angka') THEN 'capaian' ELSE 'realisasi dibagi target' END AS dasar
  FROM (
    SELECT k.*, COALESCE(k.target_rekonsiliasi, k.target) AS target_dipakai,
      COALESCE(k.realisasi_rekonsiliasi, k.realisasi) AS realisasi_dipakai
    FROM fact_kinerja AS k
    WHERE COALESCE(k.tahun, k.tahun_laporan) = k.tahun_laporan
  ) AS c
) AS f
JOIN dim_laporan AS l ON l.laporan_key = f.laporan_key
LEFT JOIN dim_indikator AS i ON i.indikator_key = f.indikator_key
WHERE f.nilai_capaian < 100""",
)  # fmt: skip

FINDINGS: Final = View(
    "v_temuan_satker",
    "Jumlah temuan per satker, tahun, jenis (kode) dan keparahan; akibat dari temuan lain dan yang diterima dihitung tersendiri.",
    "Findings per unit, year, kind (code) and severity; what follows from another finding, and what is accepted, is counted apart.",
    f"""
SELECT {_WHO}, t.kode, t.nama, t.keparahan, COUNT(*) AS jumlah,
  CAST(SUM(CASE WHEN t.sebab_id IS NULL AND t.diterima IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS sebab,
  CAST(SUM(CASE WHEN t.sebab_id IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS akibat,
  CAST(SUM(CASE WHEN t.diterima IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS diterima,
  CAST(SUM(CASE WHEN t.rekonsiliasi_id IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS dengan_usulan,
  t.laporan_key, t.satker_key
FROM fact_temuan AS t
JOIN dim_laporan AS l ON l.laporan_key = t.laporan_key
GROUP BY l.satker, l.tingkat, l.provinsi, l.tahun_laporan, t.kode, t.nama, t.keparahan, t.laporan_key, t.satker_key""",
)

EDUCATION: Final = View(
    "v_pegawai_pendidikan",
    "Pegawai per jenjang pendidikan: yang disebut rekapitulasi (terbesar bila disebut beberapa kali) dan yang terdaftar.",
    "Staff per level of education: as counted by the report (the greatest where it counts several times), and as listed person by person.",
    f"""
SELECT {_WHO}, e.jenjang, CAST(MAX(e.disebut) AS BIGINT) AS disebut,
  CAST(MAX(e.terdaftar) AS BIGINT) AS terdaftar, l.laporan_key, l.satker_key
FROM (
  SELECT laporan_key, jenjang, SUM(COALESCE(jumlah_rekonsiliasi, jumlah)) AS disebut, NULL AS terdaftar
  FROM fact_pegawai_rekap WHERE jenjang IS NOT NULL GROUP BY laporan_key, jenjang, dokumen_key, tabel_id
  UNION ALL
  SELECT laporan_key, jenjang, NULL, COUNT(DISTINCT COALESCE(nip, nama, pegawai_key))
  FROM fact_pegawai WHERE jenjang IS NOT NULL GROUP BY laporan_key, jenjang
) AS e
JOIN dim_laporan AS l ON l.laporan_key = e.laporan_key
GROUP BY l.satker, l.tingkat, l.provinsi, l.tahun_laporan, e.jenjang, l.laporan_key, l.satker_key""",
)  # fmt: skip

VIEWS: Final = (PROGRAM, SATKER, INDICATORS, FINDINGS, EDUCATION)
"""In an order in which each finds those that it is made of."""
