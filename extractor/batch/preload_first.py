"""Imported first by the fork server alone: what every process that it forks needs."""

import gc

gc.disable()  # libraries make many objects and no garbage while they load; extractor.batch.preload lets the collector work again
import extractor.model.laporan  # noqa: E402,F401
