"""What a reader must know of an identity that the document does not tell, or tells badly."""

from collections.abc import Iterator
from typing import Final

from extractor.fitted import calibration
from extractor.identity.identify import Identity

UNSURE_BODY: Final = calibration("satker").uncertain_below
UNSURE_YEAR: Final = calibration("year").uncertain_below
"""Confidences below which the reading is said to be a guess."""


def doubts(identity: Identity) -> Iterator[str]:
    """One Indonesian sentence for each of name, region and year that is missing or only guessed."""
    if identity.name is None:
        yield "nama satker tidak ditemukan dalam dokumen; periksa halaman sampul atau nama pada tanda tangannya"
    elif identity.confidence < UNSURE_BODY:
        yield f"nama satker {identity.name} hanya dugaan (keyakinan {identity.confidence}); periksa halaman sampulnya"
    if identity.name and identity.level == "perangkat_daerah" and identity.region is None:
        yield "dokumen tidak menyebut provinsi, kabupaten atau kota satker ini"
    if identity.year is None:
        yield "tahun pelaporan tidak ditemukan dalam dokumen; periksa halaman sampul dan judul lampirannya"
    elif identity.year_confidence < UNSURE_YEAR:
        yield f"tahun {identity.year} hanya dugaan (keyakinan {identity.year_confidence}); periksa halaman sampulnya"
