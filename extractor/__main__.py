"""``python -m extractor`` is the ``lkj`` command."""

from extractor.cli import main

if __name__ == "__main__":
    main()
