"""Reports out of archives: everything that may be one, nothing that harms."""

import io
import struct
import zipfile
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.batch import archives
from extractor.batch.archives import Archive, Unpacked, unpack
from extractor.batch.engine import Limits
from extractor.batch.pool import LocalEngine
from extractor.batch.spool import LONGEST_NAME, safe_name
from extractor.model.proses import Failure
from tests.batch.runs import counts, extract, files
from tests.hostile import plan, report

LINK: Final = 0o120777 << 16


def packed(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def opened(content: bytes, tmp_path: Path) -> Unpacked | Failure:
    (tmp_path / "a.zip").write_bytes(content)
    return unpack(Archive(tmp_path / "a.zip", "a.zip", tmp_path / "spool"), lambda stage: None)


def taken(content: bytes, tmp_path: Path) -> Unpacked:
    found = opened(content, tmp_path)
    assert isinstance(found, Unpacked)
    return found


def info(name: str, attributes: int = 0) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = attributes
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def test_an_archive_gives_the_same_as_its_files(tmp_path: Path) -> None:
    contents = {"a.txt": report(2021, plan(2)), "b/c.md": report(2022, plan(2)), "b/rusak.pdf": "%PDF-1.4 broken"}
    for name, content in contents.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(content)
    inner = packed(("b/c.md", contents["b/c.md"].encode()))
    (tmp_path / "kiriman.zip").write_bytes(
        packed(("a.txt", contents["a.txt"].encode()), ("x.zip", inner), ("rusak.pdf", b"%PDF-1.4 broken"))
    )
    assert counts(extract(tmp_path / "in", out=tmp_path / "plain")) == (2, 0, 2, 1)
    run = extract(tmp_path / "kiriman.zip", out=tmp_path / "out")
    assert [document.path.partition("!")[2] for document in run.documents] == ["/a.txt", "/x.zip!/b/c.md"]
    plain, unpacked = files(tmp_path / "plain"), files(tmp_path / "out")
    same = {name for name in plain if name.startswith(("dokumen/", "satker/", "temuan"))}
    assert {name: unpacked[name] for name in same} == {name: plain[name] for name in same}
    assert counts(extract(tmp_path / "kiriman.zip", out=tmp_path / "out")) == (2, 2, 2, 1)
    assert not list((tmp_path / "out").glob(".spool-*"))


@pytest.mark.parametrize("name", ["../../luar.txt", "/etc/luar.txt", "C:\\luar.txt", "a/../../../luar.txt", "..\\luar.txt"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (member,) = taken(packed((name, b"isi")), tmp_path).members
    assert member.path.resolve().is_relative_to(tmp_path / "spool")
    assert {path.name for path in tmp_path.iterdir()} == {"a.zip", "spool"}


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_name_is_made_a_name_of_a_file(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe.encode()) <= LONGEST_NAME
    assert not {"/", "\\", "\0", "\n"} & set(safe)


@pytest.mark.parametrize("name", [".", "..", "a/..", "../"])
def test_names_of_folders_are_no_names_of_files(name: str) -> None:
    assert safe_name(name) not in (".", "..", "")


@pytest.mark.parametrize("name", ["Läporan.txt", "Laporan – 2024.txt"])
def test_names_that_are_utf8_without_saying_so_are_read(name: str) -> None:
    assert archives.member_name(info(name.encode().decode("cp437"))) == name


def test_names_of_code_page_437_are_read() -> None:
    assert archives.member_name(info("café.txt")) == "café.txt"


def test_what_is_no_report_is_named_and_left_alone(tmp_path: Path) -> None:
    found = taken(
        packed(("surat.docx", b"x"), (".a.pdf", b"x"), ("__MACOSX/._a.pdf", b"x"), (info("tautan.pdf", LINK), b"/etc/passwd"), ("d/", b"")),
        tmp_path,
    )
    assert not found.members
    assert [reason for _, reason in found.skipped] == ["jenis_tak_dikenal", "tersembunyi", "tersembunyi", "tautan_keluar"]


def test_a_bomb_is_refused_and_its_neighbours_are_not(tmp_path: Path) -> None:
    found = taken(packed(("bom.txt", bytes(64 << 20)), ("a.txt", b"isi")), tmp_path)
    assert [failure.reason for failure in found.failures] == ["arsip_bom"]
    assert [member.name for member in found.members] == ["a.zip!/a.txt"]
    assert sum(path.stat().st_size for path in (tmp_path / "spool").rglob("*") if path.is_file()) < 1 << 20


def test_a_size_that_is_a_lie_helps_no_bomb(tmp_path: Path) -> None:
    content = packed(("bom.txt", bytes(64 << 20)))
    lied = content.replace(struct.pack("<I", 64 << 20), struct.pack("<I", 1000))
    assert lied != content
    found = taken(lied, tmp_path)
    assert {failure.reason for failure in found.failures} <= {"arsip_bom", "rusak"}
    assert not found.members


def test_too_many_entries_and_too_many_bytes_refuse_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = packed(*((f"{number}.txt", b"isi" * 100) for number in range(30)))
    for limit in ("ENTRIES", "TOTAL"):
        with monkeypatch.context() as patch:
            patch.setattr(archives, limit, 20)
            found = opened(content, tmp_path / limit if (tmp_path / limit).mkdir() is None else tmp_path)
        assert isinstance(found, Failure)
        assert found.reason == "arsip_bom"


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    content = packed(("a.txt", b"isi"))
    for _ in range(archives.DEPTH):
        content = packed(("dalam.zip", content))
    found = taken(content, tmp_path)
    assert not found.members
    assert [failure.reason for failure in found.failures] == ["arsip_terlalu_dalam"]


def test_locked_and_broken_members_are_named(tmp_path: Path) -> None:
    content = bytearray(packed(("a.txt", b"isi " * 100), ("b.txt", b"lain " * 100)))
    central = content.index(b"PK\x01\x02")
    content[central + 8] |= 1
    second = content.index(b"PK\x03\x04", 10)
    content[second + 40] ^= 0xFF
    found = taken(bytes(content), tmp_path)
    assert {failure.path: failure.reason for failure in found.failures} == {"a.zip!/a.txt": "terenkripsi", "a.zip!/b.txt": "rusak"}


@pytest.mark.parametrize("content", [b"", b"PK", packed(("a.txt", b"isi"))[:-10]])
def test_a_broken_archive_is_one_failure(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    (failure,) = extract(tmp_path / "a.zip", out=tmp_path / "out").failures
    assert (failure.reason, failure.stage, Path(failure.path).name) == ("rusak", "inputs", "a.zip")


def test_archives_are_opened_in_children(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed(("a.txt", b"isi")))
    tasks = [Archive(tmp_path / "a.zip", "a.zip", tmp_path / "spool")]
    ((_, found),) = LocalEngine(1, Limits(output=1)).run(unpack, tasks)
    assert isinstance(found, Unpacked)
    assert found.members[0].path.read_bytes() == b"isi"
