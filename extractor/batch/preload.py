"""Imported last by the fork server alone: loads, once for all children, what a document of any kind needs."""

import gc

import extractor.batch.worker
import extractor.pipeline  # noqa: F401
from extractor.identity.regions import gazetteer
from extractor.records.registry import SPECS
from extractor.tables.build import get_ready
from extractor.values.words import is_common_word
from extractor.versions import versions

gazetteer()
is_common_word("laporan")
versions()
get_ready(SPECS)
# what is loaded now lives as long as the children: their collector need not look at it, nor copy its pages
gc.freeze()
# a document makes hundreds of thousands of objects and next to no cycles among them: they are looked for more rarely
gc.set_threshold(20_000, 20, 20)
gc.enable()
