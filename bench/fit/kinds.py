"""The kinds of all tables of a document chosen again under other weights, as the tables stage does it."""

from collections.abc import Iterator, Mapping, Sequence
from unittest.mock import patch

from bench.fit.calibrate import Judged
from bench.fit.samples import Decoding
from extractor.fitted import weighted
from extractor.tables import recognise
from extractor.tables.recognise import Reading


def decoded(documents: Sequence[Decoding], weights: Mapping[str, float]) -> Iterator[Judged]:
    """For every table that is whole its margin over the next kind, and whether its kind is right."""
    with patch.object(recognise, "KIND", weights):
        for document in documents:
            readings = [[_weighed(reading, weights) for reading in options] for options in document.readings]
            chosen = recognise.choose(readings, document.near)
            seen = recognise.in_context(readings, chosen, document.near)
            for label, judged, options in zip(document.labels, document.judged, seen, strict=True):
                if judged:
                    yield recognise.margin(options[-1], options), options[-1].kind == label


def _weighed(reading: Reading, weights: Mapping[str, float]) -> Reading:
    return Reading(reading.kind, weighted(weights, reading.signals), reading.roles, reading.signals)
