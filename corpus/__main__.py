"""``python -m corpus make OUT``: writes a corpus of made reports with their exact truth."""

import logging
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from corpus.make import DEFAULT_CONVERTERS, KINDS, Order
from corpus.make import make as write
from corpus.needs import missing
from corpus.tools import Missing

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def main() -> None:
    """Made reports of invented figures (DATA SIMULASI), each with its exact truth."""


@app.command()
def make(
    out: Annotated[Path, typer.Argument(help="Folder to write into.")],
    satker: Annotated[int, typer.Option(min=1, help="Number of satkers.")] = 3,
    years: Annotated[str, typer.Option(help="A year, or the first and the last: 2021-2025.")] = "2024",
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.")] = 1,
    kinds: Annotated[str, typer.Option(help=f"Any of {','.join(KINDS)}.")] = ",".join(KINDS),
    converters: Annotated[str, typer.Option(help="Converters for the kind text; markitdown is known too.")] = ",".join(DEFAULT_CONVERTERS),
    size: Annotated[str, typer.Option(help="Length of the reports; nothing: as drawn.")] = "",
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
) -> None:
    """Write a corpus: OUT/truth, OUT/pdf, OUT/txt, OUT/md, OUT/scan and OUT/index.json."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    order = Order(satker, _years(years), seed, tuple(kinds.split(",")), tuple(converters.split(",")), size)
    absent = missing(order)
    if absent:
        raise _usage("\n".join(absent))
    try:
        entries = write(order, out, jobs, lambda done: print(f"{done} of {len(order.reports())} reports", file=sys.stderr))
    except Missing as lacking:
        raise _usage(str(lacking)) from lacking
    print(f"{len(entries)} files of {len(order.reports())} reports in {out}", file=sys.stderr)


def _years(text: str) -> tuple[int, ...]:
    found = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text)
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise _usage(f"--years: a year or two years as 2021-2025 are needed, not {text}")
    return tuple(range(int(found[1]), int(found[2] or found[1]) + 1))


def _usage(text: str) -> typer.Exit:
    print(text, file=sys.stderr)
    return typer.Exit(2)


if __name__ == "__main__":
    app()
