"""Which body and year a document is about, what kinds of document it holds, and who signed it."""

from extractor.identity.agreements import Agreement, Party, find_agreements, holder
from extractor.identity.doubts import doubts
from extractor.identity.identify import Identity, identify
from extractor.identity.positions import normal_position
from extractor.identity.signatures import Signer

__all__ = ["Agreement", "Identity", "Party", "Signer", "doubts", "find_agreements", "holder", "identify", "normal_position"]
