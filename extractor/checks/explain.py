"""A check in words: the source of ``lkj explain`` and of the reference page."""

from collections.abc import Iterator

from extractor.checks.registry import Check, checks
from extractor.checks.run import examine
from extractor.model import Temuan

PURPOSE = {
    "galat": "an error: the figures contradict each other",
    "peringatan": "a warning: it may have a reason that the report does not tell",
    "info": "for information",
}


def example(check: Check) -> Temuan:
    """What the check says of its own violating example."""
    return next(finding for finding in examine(check.wrong(), [check]).findings)


def explain(check: Check) -> Iterator[str]:
    """The lines of a check's page, in Markdown."""
    yield f"## {check.code} {check.slug}"
    yield f"**{check.title_id}.** {check.title}."
    yield f"Severity: `{check.severity}` ({PURPOSE[check.severity]})."
    yield "\n".join(f"- **{name}.** {text}" for name, text in check.sections().items())
    message = example(check).pesan
    yield f"> {message.id}\n>\n> {message.en}"


def reference() -> str:
    """The page of all checks."""
    rows = [f"| [{c.code}](#{c.code.lower()}-{c.slug}) | `{c.slug}` | {c.severity} | {c.title} |" for c in checks().values()]
    table = "\n".join(["| code | slug | severity | what it flags |", "|---|---|---|---|", *rows])
    parts = [table, *(part for c in checks().values() for part in explain(c))]
    return "\n\n".join(parts) + "\n"


def listing() -> str:
    """All checks, one line each."""
    return "\n".join(f"{c.code}  {c.slug:22} {c.severity:10}  {c.title_id}" for c in checks().values())


def in_words(check: Check) -> str:
    """A check's page without the marks of Markdown, for the terminal."""
    lines = [f"{check.code} {check.slug} ({check.severity})", check.title_id + ".", check.title + ".", ""]
    lines += [f"{name}: {text}" for name, text in check.sections().items()]
    message = example(check).pesan
    return "\n".join([*lines, "", f"id: {message.id}", f"en: {message.en}"])
