"""The collector of cycles rests while trees without any are made."""

import gc

import pytest

from extractor.collector import collector_at_rest


def test_the_collector_rests_within_and_works_again_behind() -> None:
    with collector_at_rest():
        assert not gc.isenabled()
        with collector_at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_behind_a_failure() -> None:
    with pytest.raises(ValueError, match="rusak"), collector_at_rest():
        raise ValueError("rusak")
    assert gc.isenabled()
