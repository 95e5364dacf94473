"""Indonesian values as pure functions.

``numbers`` (amounts, counts, percents; ``digits`` below it), ``target``, ``terbilang`` (numbers in words), ``dates``,
``nip``, ``ranks`` (golongan, pangkat), ``codes`` (budget codes), ``education``, ``ticks``, ``lookalike`` (letters of
other scripts), ``joining`` (lines of one cell; ``words`` and ``spelling`` below it). Readers take the printed text and
give the value, or None where the text does not settle it; nothing is guessed and no float is made.
"""
