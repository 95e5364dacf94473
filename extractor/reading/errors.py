"""Why an input cannot be read. One class, so that every caller can turn it into one clear line."""


class UnreadableInput(Exception):
    """The input is at fault, not the program.

    ``reason`` is a short stable slug (``kosong``, ``terenkripsi``, ``rusak``, ``bukan_pdf``, ``bukan_teks``,
    ``tanpa_halaman``, ``terlalu_banyak_halaman``, ``tidak_dapat_dibuka``, ``jenis_tak_dikenal``), ``message`` one Indonesian sentence
    that says what is wrong and what to do next.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message


def check_length(pages: int, most: int | None) -> None:
    """Raises UnreadableInput where a document has more than ``most`` pages."""
    if most is not None and pages > most:
        message = f"Dokumen ini mempunyai {pages} halaman, batasnya {most}; ulangi dengan --pages yang lebih besar atau pecah berkasnya."
        raise UnreadableInput("terlalu_banyak_halaman", message)
