"""Documents that were read again and turned out to be of another satker or year: only the newer reading counts."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Final

from extractor.warehouse.destination import Destination

_TWICE: Final = """
SELECT d.sha256, d.laporan_key, m.berkas, m.dimuat FROM dim_dokumen AS d JOIN lkj_muatan AS m ON m.laporan_key = d.laporan_key
WHERE d.sha256 IN (SELECT sha256 FROM dim_dokumen GROUP BY sha256 HAVING COUNT(*) > 1)
ORDER BY d.sha256, m.dimuat, m.berkas"""


def outdated(into: Destination, out: Path) -> list[str]:
    """Keys of the reports that hold a document which another report holds now.

    ``out/dokumen`` says whose a document is; where it does not, the ledger; where neither does, the report loaded last.
    """
    holders: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for content, key, name, _ in into.rows(_TWICE):
        holders[content].append((key, name))
    wrong: set[str] = set()
    for content, found in holders.items():
        home = _home(out, content)
        right = next((key for key, name in found if name == home), found[-1][0])
        wrong |= {key for key, _ in found if key != right}
    return sorted(wrong)


def _home(out: Path, content: str) -> str | None:
    """The file of the satker-year to which a document belongs by its last reading."""
    from extractor.model import Satker  # noqa: PLC0415  # seldom needed
    from extractor.report import slug  # noqa: PLC0415

    try:
        report = json.loads((out / "dokumen" / f"{content}.json").read_bytes())
    except (OSError, ValueError):
        return _noted_home(out, content)
    return satker_file(slug(Satker.model_validate(report["satker"])), report["tahun"])


def _noted_home(out: Path, content: str) -> str | None:
    """By the ledger, which is at hand also where the documents lie in a bucket."""
    from extractor.batch.ledger import DocumentMade, Ledger  # noqa: PLC0415  # seldom needed

    made = Ledger(out).entries.get(f"dokumen/{content}.json")
    return satker_file(made.slug, made.tahun) if isinstance(made, DocumentMade) else None


def satker_file(slug: str, tahun: int | None) -> str:
    """The file of a satker-year, relative to OUT."""
    return f"satker/{slug}/{tahun or 'tanpa-tahun'}.json"
