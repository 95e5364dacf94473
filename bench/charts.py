"""Bar charts as SVG, without a library."""

from collections.abc import Sequence
from html import escape

_ROW, _LEFT, _WIDTH = 22, 230, 720


def bars(title: str, values: Sequence[tuple[str, float]], low: float = 0.0, high: float = 1.0, digits: int = 3) -> str:
    """Horizontal bars from ``low`` to ``high``, in the order given."""
    height = 44 + _ROW * len(values)
    scale = (_WIDTH - _LEFT - 70) / (high - low)
    rows = []
    for number, (name, value) in enumerate(values):
        y = 38 + number * _ROW
        length = max(value - low, 0) * scale
        rows.append(
            f'<text x="{_LEFT - 8}" y="{y + 12}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{_LEFT}" y="{y}" width="{length:.1f}" height="15" fill="#1f4e79"/>'
            f'<text x="{_LEFT + length + 6:.1f}" y="{y + 12}">{value:.{digits}f}</text>'
        )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" font-family="sans-serif" font-size="12">'
    ground = f'<rect width="{_WIDTH}" height="{height}" fill="white"/>'
    name = f'<text x="12" y="20" font-size="14" font-weight="bold">{escape(title)}</text>'
    return f"{head}{ground}{name}{''.join(rows)}</svg>\n"
