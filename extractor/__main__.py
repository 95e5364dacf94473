"""``lkj`` and ``python -m extractor``: the process that will read documents starts before the command line is parsed."""

import sys

from extractor.batch.server import start_early


def main() -> None:
    """Entry point of the ``lkj`` command."""
    start_early(sys.argv[1:])
    from extractor.cli import main as command  # noqa: PLC0415  # loaded while the server loads its own

    command()


if __name__ == "__main__":
    main()
