"""Plans and agreements that were handed in by themselves, beside the report that holds them too."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from extractor.checks.case import Case
from extractor.checks.outcome import Evidence, sources_of


class Told(Protocol):
    """A statement of a plan, an agreement or a report."""

    @property
    def origin(self) -> str: ...


Statement = TypeVar("Statement", bound=Told)


def separate(case: Case) -> frozenset[str]:
    """The documents of plans and agreements alone, where the satker-year has a report beside them."""
    whole = any("lkj" in document.jenis for document in case.report.dokumen)
    return frozenset(d.id for d in case.report.dokumen if whole and "lkj" not in d.jenis and {"pk", "rkt"} & set(d.jenis))


def document_of(figure: Evidence | None) -> str:
    """The document in which a figure is printed."""
    places = sources_of(figure.source) if figure else []
    return places[0].dokumen if places else ""


def told_once(case: Case, group: Sequence[Statement], figure: Callable[[Statement], Evidence | None]) -> list[Statement]:
    """Without what a separate plan says where the report holds such a plan itself: the two are compared by X03 alone."""
    apart = case.view(separate)
    within = {item.origin for item in group if document_of(figure(item)) not in apart}
    return [item for item in group if document_of(figure(item)) not in apart or item.origin not in within]
