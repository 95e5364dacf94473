"""Reliability diagrams as SVG: what confidences say against what came true, before and after."""

from collections.abc import Sequence
from html import escape

from bench.fit.calibrate import Bin

_SIDE, _LEFT, _TOP, _GAP = 230, 46, 58, 62
_COLOURS = {"before": "#b5651d", "after": "#1f4e79"}

Panel = tuple[str, dict[str, Sequence[Bin]], dict[str, float]]
"""Title; bins before and after; expected calibration error before and after."""


def reliability_diagram(panels: Sequence[Panel]) -> str:
    """One square per decision; dots grow with the decisions behind them, the diagonal is what confidence should mean."""
    width = _LEFT + len(panels) * (_SIDE + _GAP)
    height = _TOP + _SIDE + 66
    drawn = "".join(_panel(panel, _LEFT + at * (_SIDE + _GAP)) for at, panel in enumerate(panels))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" font-size="11">'
    return f'{head}<rect width="{width}" height="{height}" fill="white"/>{drawn}</svg>\n'


def _panel(panel: Panel, left: int) -> str:
    title, series, errors = panel
    parts = [
        f'<text x="{left}" y="20" font-size="14" font-weight="bold">{escape(title)}</text>',
        *(
            f'<circle cx="{left + 5}" cy="{34 + 14 * n - 4}" r="4" fill="{_COLOURS[name]}"/>'
            f'<text x="{left + 14}" y="{34 + 14 * n}">{name}: ECE {errors[name]:.3f}</text>'
            for n, name in enumerate(series)
        ),
        f'<rect x="{left}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#888"/>',
        f'<line x1="{left}" y1="{_TOP + _SIDE}" x2="{left + _SIDE}" y2="{_TOP}" stroke="#bbb" stroke-dasharray="4 3"/>',
        f'<text x="{left + _SIDE / 2}" y="{_TOP + _SIDE + 34}" text-anchor="middle">confidence stated, down to up: share right</text>',
    ]
    for n in range(0, 11, 2):
        x, y = _at(left, n / 10, n / 10)
        parts.append(f'<text x="{x}" y="{_TOP + _SIDE + 15}" text-anchor="middle">{n / 10:.1f}</text>')
        parts.append(f'<text x="{left - 5}" y="{y + 4}" text-anchor="end">{n / 10:.1f}</text>')
    for name, bins in series.items():
        total = max(1, sum(b.count for b in bins))
        corners = " ".join("{:.1f},{:.1f}".format(*_at(left, b.stated, b.right)) for b in bins)
        parts.append(f'<polyline points="{corners}" fill="none" stroke="{_COLOURS[name]}" stroke-opacity="0.6"/>')
        parts += [_dot(left, b, total, _COLOURS[name]) for b in bins]
    return "".join(parts)


def _dot(left: int, found: Bin, total: int, colour: str) -> str:
    x, y = _at(left, found.stated, found.right)
    radius = 2.5 + 9 * (found.count / total) ** 0.5
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" fill-opacity="0.55"><title>{found.count}</title></circle>'


def _at(left: int, stated: float, right: float) -> tuple[float, float]:
    return left + stated * _SIDE, _TOP + _SIDE * (1 - right)
