"""Makes extractor/identity/wilayah.csv: the 38 provinces and 514 kabupaten/kota of Indonesia with their official codes.

Source: the npm package ``indonesia-nodejs`` (MIT licence), which follows Keputusan Menteri Dalam Negeri 300.2.2-2138/2025.

    npm pack indonesia-nodejs@1.1.0
    python scripts/make_regions.py indonesia-nodejs-1.1.0.tgz extractor/identity/wilayah.csv

Attribution, also kept in NOTICE:

    The list of regions (extractor/identity/wilayah.csv) is derived from indonesia-nodejs 1.1.0,
    https://github.com/dhank77/indonesia-nodejs, M. Hamdani Ilham Latjoro, MIT licence; codes and names
    are those of Keputusan Menteri Dalam Negeri Nomor 300.2.2-2138 Tahun 2025.
"""

import argparse
import csv
import json
import re
import tarfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PROVINCES, DISTRICTS = 38, 514
LEVELS = {"kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota"}
PREFIX = re.compile(r"(kabupaten|kab\.?|kota)\s+(?:administrasi\s+)?", re.IGNORECASE)


def records(archive: tarfile.TarFile, name: str) -> list[dict[str, Any]]:
    """One of the package's JSON files; raises KeyError if the package does not hold it."""
    member = archive.extractfile(f"package/data/json/{name}.json")
    if member is None:
        raise KeyError(name)
    return json.load(member)


def split_level(name: str) -> tuple[str, str]:
    """("Rokan Hulu", "kabupaten") from "Kabupaten  Rokan Hulu"; raises ValueError where the kind of region is missing."""
    match = PREFIX.match(name)
    if not match:
        raise ValueError(f"no kind of region: {name!r}")
    return " ".join(name[match.end() :].split()), LEVELS[match[1].lower().rstrip(".")]


def rows(provinces: Iterable[dict[str, Any]], districts: Iterable[dict[str, Any]]) -> list[tuple[str, str, str, str]]:
    """Rows (kode, nama, tingkat, provinsi), sorted by code; ``nama`` is without "Kabupaten" or "Kota"."""
    names = {p["code"]: " ".join(p["name"].split()) for p in provinces}
    result = [(code, name, "provinsi", name) for code, name in names.items()]
    for district in districts:
        name, level = split_level(district["name"])
        code = district["code"]
        result.append((f"{code[:2]}.{code[2:]}", name, level, names[district["province_code"]]))
    return sorted(result)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path, help="the file made by `npm pack`")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with tarfile.open(options.package) as archive:
        table = rows(records(archive, "provinces"), records(archive, "cities"))
    if len(table) != PROVINCES + DISTRICTS:
        raise SystemExit(f"{len(table)} regions, expected {PROVINCES + DISTRICTS}")
    with options.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("kode", "nama", "tingkat", "provinsi"))
        writer.writerows(table)


if __name__ == "__main__":
    main()
