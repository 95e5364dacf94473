"""Views of a satker-year that several checks share: tables as grids of figures, budget lines, indicators, staff."""
