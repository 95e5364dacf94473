"""Draft to blocks and truth."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from corpus.isi.draf import Alinea, Bagian, Butir, Draf, Isi, Kolom, Tabel
from corpus.isi.gaya import Angka, Hitung, Kalimat, Nilai, Ukur, cetak, tulis
from corpus.naskah import Block, Cell, Heading, Items, Paragraph, Row, Table
from corpus.printed import Json

MEDAN = {
    "realisasi_anggaran": ("kode", "uraian", "tingkat", "pagu", "realisasi", "persen"),
    "pk": ("nomor", "sasaran", "indikator", "target"),
    "pk_anggaran": ("kode", "uraian", "jumlah"),
    "rkt": ("nomor", "tingkat", "sasaran", "kegiatan", "indikator", "target", "kode", "anggaran"),
    "rak": ("nomor", "sasaran", "indikator", "target", "kegiatan", "jadwal", "anggaran", "pelaksana"),
    "capaian_kinerja": ("nomor", "sasaran", "indikator", "target", "realisasi", "capaian"),
    "pegawai_daftar": (
        "nomor", "nama", "nip", "nip_rinci", "status", "golongan", "pangkat", "jabatan", "tmt_pangkat", "tmt_jabatan", "jenis_kelamin",
        "pendidikan", "tanggal_lahir",
    ),
    "iku": ("nomor", "indikator", "cara_hitung", "sumber_data"),
}  # fmt: skip
"""Fields of the contract's rows by kind of table."""

SELALU = frozenset({"tingkat", "jadwal", "status", "nip_rinci"})
"""Fields that follow from the row and not from a column of their own."""
LETAK = {
    "realisasi_anggaran": "realisasi_anggaran", "rkt": "rencana_kinerja", "rak": "rencana_aksi", "capaian_kinerja": "capaian_kinerja",
}  # fmt: skip
UANG_PK = frozenset({"pk_anggaran"})


def blocks_of(draft: Draf) -> tuple[list[Block], dict[int, int]]:
    """The blocks of a draft, and the number of the block that each part became, by the part's identity."""
    blocks: list[Block] = []
    places: dict[int, int] = {}
    for part in draft.bagian:
        places[id(part)] = len(blocks)
        blocks.append(_block(part, draft))
    return blocks, places


def _block(part: Bagian, draft: Draf) -> Block:
    match part:
        case Tabel():
            return _table(part, part.angka or draft.angka)
        case Alinea():
            return Paragraph(" ".join(tulis(s, draft.angka)[0] for s in part.kalimat))
        case Butir():
            return Items(tuple(tulis(s, draft.angka)[0] for s in part.kalimat), part.tanda)
        case _:
            return part


def _table(table: Tabel, style: Angka) -> Table:
    rows: list[Row] = []
    for group in _groups(table):
        if table.cara == "tumpuk" and len(group) > 1:
            rows.append(_stacked(table, group, style))
            continue
        for at, row in enumerate(group):
            rows.append(_row(table, row, style, at, len(group)))
    return Table(
        head=_head(table),
        rows=tuple(rows),
        widths=_widths(table.kolom),
        caption=table.judul,
        look=table.look,
        indexed=bool(table.indeks),
        index_form=table.indeks or "({})",
        kind=table.jenis,
    )


def _groups(table: Tabel) -> Iterator[list[Isi]]:
    """Rows of one "_grup" together; a row without one stands alone."""
    for _, found in groupby(enumerate(table.baris), key=lambda pair: pair[1].get("_grup", f"-{pair[0]}")):
        yield [row for _, row in found]


def _widths(columns: Sequence[Kolom]) -> tuple[float, ...]:
    total = sum(column.lebar for column in columns)
    return tuple(round(column.lebar * 100 / total, 2) for column in columns)


def _head(table: Tabel) -> tuple[Row, ...]:
    columns, bold = table.kolom, table.kepala_tebal
    if not any(column.kelompok for column in columns):
        return (tuple(Cell(c.judul, align="c", bold=bold, rotated=c.putar) for c in columns),)
    top: list[Cell | None] = []
    below: list[Cell | None] = []
    for group, found in groupby(columns, key=lambda c: c.kelompok or id(c)):
        members = list(found)
        if isinstance(group, int):
            top.append(Cell(members[0].judul, down=2, align="c", bold=bold, rotated=members[0].putar))
            below.append(None)
            continue
        top += [Cell(group, across=len(members), align="c", bold=bold), *(None for _ in members[1:])]
        below += [Cell(c.judul, align="c", bold=bold, rotated=c.putar) for c in members]
    return tuple(top), tuple(below)


def _text(table: Tabel, column: Kolom, row: Isi, style: Angka) -> str:
    form = "pk" if table.jenis in UANG_PK else "tabel"
    if "_tick" in column.bentuk:
        return str(row.get("_tanda", "√")) if column.judul in row.get("jadwal", ()) else ""
    texts = {}
    for key in column.kunci:
        value = row.get(column.alamat(key), row.get(key) if column.tahun is None else None)
        missing = value is None and (key not in BERANGKA or column.alamat(key) not in row)
        texts[key] = "" if missing else cetak(value, style, form, bare=column.polos).teks
    if len(texts) > 1 and any(not text or text == style.kosong for text in texts.values()):
        return next((text for text in texts.values() if text), "")
    return column.bentuk.format(**texts).strip()


BERANGKA = frozenset({"target", "realisasi", "capaian", "pagu", "persen", "anggaran", "jumlah", "sisa", "nip", "golongan"})
"""Names whose empty values are printed with the office's sign for none."""


def _row(table: Tabel, row: Isi, style: Angka, at: int, size: int) -> Row:
    bold = bool(row.get("_tebal"))
    if "_pita" in row:
        return (Cell(row["_pita"], across=len(table.kolom), bold=True), *(None for _ in table.kolom[1:]))
    if "_bentang" in row:
        return _spanning(table, row, style)
    cells: list[Cell | None] = []
    for column in table.kolom:
        leading = bool(set(column.kunci) & set(table.gabung)) and size > 1
        if leading and table.cara in ("sel", "tumpuk"):
            cells.append(Cell(_text(table, column, row, style), down=size, align=column.rata, bold=bold) if at == 0 else None)
        elif leading and table.cara == "kosong" and at:
            cells.append(Cell(""))
        else:
            cells.append(Cell(_text(table, column, row, style), align=column.rata, bold=bold, fill=row.get("_latar", "")))
    return tuple(cells)


def _spanning(table: Tabel, row: Isi, style: Angka) -> Row:
    """A row whose label runs over its first columns: a total."""
    span = row["_bentang"]
    label = Cell(row["_label"], across=span, align=row.get("_rata", "c"), bold=True)
    rest = (Cell(_text(table, c, row, style), align=c.rata, bold=True) for c in table.kolom[span:])
    return (label, *(None for _ in range(span - 1)), *rest)


def _stacked(table: Tabel, group: list[Isi], style: Angka) -> Row:
    """One drawn row in which the entries of a group stand one below the other."""
    cells = []
    for column in table.kolom:
        texts = tuple(_text(table, column, row, style) for row in group)
        merged = bool(set(column.kunci) & set(table.gabung))
        cells.append(Cell(texts[0], align=column.rata) if merged else Cell(stacked=texts, align=column.rata))
    return tuple(cells)


def truth_of(draft: Draf, places: dict[int, int]) -> Json:
    """Everything that the tables and sentences say, in the contract's terms, and the list of tables and planted slips."""
    result: Json = {name: [] for name in ("perjanjian_kinerja", "rencana_kinerja", "rencana_aksi", "capaian_kinerja", "realisasi_anggaran")}
    staff: Json = {"daftar": [], "rekap": []}
    result |= {"pegawai": staff, "iku": [], "klaim": [], "tabel": []}
    agreements = {key: {**info, "baris": [], "anggaran": []} for key, info in draft.perjanjian.items()}
    for part in draft.bagian:
        if isinstance(part, Tabel):
            rows = sum("_pita" not in row for row in part.baris)
            name = f"T{len(result['tabel']) + 1:02}"
            listed = {"id": name, "jenis": part.jenis, "judul": part.judul, "baris": rows, "blok": places[id(part)]}
            listed["kolom"] = [list(column.kunci) for column in part.kolom]
            result["tabel"].append(listed)
            _state(part, part.angka or draft.angka, result, agreements, name)
        elif isinstance(part, (Alinea, Butir)):
            for sentence in part.kalimat:
                _say(sentence, draft.angka, result)
    result["perjanjian_kinerja"] = list(agreements.values())
    return result


def _state(table: Tabel, style: Angka, result: Json, agreements: dict[str, Json], name: str) -> None:
    info = table.info
    match table.jenis:
        case "pk":
            agreements[info["pk"]]["tabel"] = name
            agreements[info["pk"]]["baris"] += rows_of(table, "pk", style, years=False)
        case "pk_anggaran":
            agreements[info["pk"]]["anggaran"] += rows_of(table, "pk_anggaran", style, years=False)
        case "pegawai_daftar":
            result["pegawai"]["daftar"] += rows_of(table, "pegawai_daftar", style, years=False)
        case "pegawai_rekap":
            result["pegawai"]["rekap"] += [
                _recap(row["_rekap"], row[row.get("_hitung", "jumlah")].nilai) for row in table.baris if "_rekap" in row
            ]
        case "iku":
            result["iku"] += rows_of(table, "iku", style, years=False)
        case "rkt" | "rak":
            plan = {"tabel": name, "tahun": info["tahun"], "unit": info["unit"], "baris": rows_of(table, table.jenis, style, years=False)}
            result[LETAK[table.jenis]].append(plan)
        case "capaian_kinerja" | "realisasi_anggaran":
            result[LETAK[table.jenis]].append({"tabel": name, "baris": rows_of(table, table.jenis, style, years=True)})
    if table.juga:
        result[LETAK[table.juga]].append({"tabel": name, "baris": rows_of(table, table.juga, style, years=True)})


def rows_of(table: Tabel, kind: str, style: Angka, *, years: bool) -> list[Json]:
    """The rows that a table states of one kind; with ``years`` one per year that has a value."""
    found = []
    for row in table.baris:
        if "_pita" in row or row.get("_tanpa"):
            continue
        own = [table.info["tahun"]]
        if years:
            own = sorted({c.tahun or table.info["tahun"] for c in table.kolom if set(c.kunci) & BERANGKA})
        for year in own:
            record = _record(table, kind, row, style, year)
            stated = [name for name in record if name in BERANGKA and record[name] is not None]
            if stated or not years:
                found.append(({"tahun": year} if years else {}) | record)
    return found


def _record(table: Tabel, kind: str, row: Isi, style: Angka, year: int | None) -> Json:
    record: Json = {}
    for name in MEDAN[kind]:
        record[name] = _field(table, kind, row, style, year, name)
    return record


def _field(table: Tabel, kind: str, row: Isi, style: Angka, year: int | None, name: str) -> Any:
    if name in SELALU:
        return row.get(f"_{name}", row.get(name))
    source = row.get("_nama", {}).get(kind, {}).get(name, name)
    if f"_{name}" in row and (name == "sasaran" or ("_bentang" in row and name not in BERANGKA)):
        return row[f"_{name}"]
    if "_bentang" in row and name not in BERANGKA:
        return None
    main = table.info.get("tahun")
    for column in table.kolom:
        if source in column.kunci and (column.tahun == year or (column.tahun is None and (name not in BERANGKA or year == main))):
            return _stated(table, row.get(column.alamat(source), row.get(source)), style, column, name, row)
    return None


def _stated(table: Tabel, value: Nilai, style: Angka, column: Kolom, name: str, row: Isi) -> Any:
    if isinstance(value, str) or value is None:
        iso = row.get(f"_{name}")
        return iso if iso is not None else value or None
    form = "pk" if table.jenis in UANG_PK else "tabel"
    if isinstance(value, Ukur) and table.punya("satuan") and name in ("target", "realisasi"):
        return _with_unit(value, str(row["satuan"]), cetak(value, style, bare=column.polos).benar, joined=table.jenis != "capaian_kinerja")
    return cetak(value, style, form, bare=column.polos).benar


def _with_unit(value: Ukur, unit: str, stated: Json | None, *, joined: bool) -> Json | None:
    """A target whose unit stands in a column of its own; agreements and plans state the two joined."""
    if stated is None or isinstance(value.nilai, str):
        return stated
    found = {**stated, "jenis": "persen" if unit == "%" else "jumlah", "satuan": unit}
    return found | {"mentah": stated["mentah"] + (unit if unit == "%" else f" {unit}")} if joined else found


def _recap(what: tuple[str, str], count: int) -> Json:
    return {"dimensi": what[0], "label": what[1], "jumlah": {"mentah": str(count), "nilai": count}}


def _say(sentence: Kalimat, style: Angka, result: Json) -> None:
    _, claims = tulis(sentence, style)
    result["klaim"] += claims
    for name, what in sentence.rekap.items():
        counted = sentence.nilai[name]
        assert isinstance(counted, Hitung)
        result["pegawai"]["rekap"].append(_recap(what, counted.nilai))


def headings_of(parts: Sequence[Block]) -> list[tuple[int, str, str]]:
    """(level, number, title) of the headings that count as chapters."""
    return [(b.level, b.number, b.title) for b in parts if isinstance(b, Heading) and b.listed]
