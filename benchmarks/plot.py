"""Curves of costs over sizes as a drawing (SVG), both scales logarithmic: the same curves, the same bytes."""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

_WIDTH, _HEIGHT = 760, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 260, 20, 40  # the legend stands at the right
_COLOURS = ("#1b6ca8", "#c0392b", "#1e8449", "#8e44ad", "#b9770e", "#16a085", "#2c3e50", "#d81b60", "#7f8c8d")

Curves = Mapping[str, Mapping[int, float]]


def drawn(curves: Curves) -> str:
    """The whole drawing."""
    points = [point for curve in curves.values() for point in curve.items()]
    x = _Axis([size for size, _ in points], _LEFT, _WIDTH - _RIGHT)
    y = _Axis([cost for _, cost in points], _HEIGHT - _BOTTOM, _TOP)
    lines = [*_grid(x, y), *(part for n, name in enumerate(curves) for part in _curve(n, name, curves[name], x, y))]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
    return "\n".join([f'{head} font-size="12">', '<rect width="100%" height="100%" fill="#fff"/>', *lines, "</svg>\n"])


class _Axis:
    """Whole powers of ten around the values, spread between two places."""

    def __init__(self, values: Sequence[float], start: int, end: int) -> None:
        self._first = math.floor(math.log10(min(values)))
        self._last = max(math.ceil(math.log10(max(values))), self._first + 1)
        self._start, self._end = start, end

    @property
    def ticks(self) -> Iterator[float]:
        return (10.0**power for power in range(self._first, self._last + 1))

    def place(self, value: float) -> str:
        share = (math.log10(value) - self._first) / (self._last - self._first)
        return f"{self._start + share * (self._end - self._start):.1f}"


def _grid(x: _Axis, y: _Axis) -> Iterator[str]:
    for tick in x.ticks:
        at = x.place(tick)
        yield f'<line x1="{at}" y1="{_TOP}" x2="{at}" y2="{_HEIGHT - _BOTTOM}" stroke="#ddd"/>'
        yield f'<text x="{at}" y="{_HEIGHT - _BOTTOM + 16}" text-anchor="middle">{tick:,.0f}</text>'
    for tick in y.ticks:
        at = y.place(tick)
        yield f'<line x1="{_LEFT}" y1="{at}" x2="{_WIDTH - _RIGHT}" y2="{at}" stroke="#ddd"/>'
        yield f'<text x="{_LEFT - 6}" y="{at}" text-anchor="end" dominant-baseline="middle">{tick:g} s</text>'


def _curve(number: int, name: str, curve: Mapping[int, float], x: _Axis, y: _Axis) -> Iterator[str]:
    colour, right, line = _COLOURS[number % len(_COLOURS)], _WIDTH - _RIGHT + 16, _TOP + 10 + number * 18
    points = " ".join(f"{x.place(size)},{y.place(cost)}" for size, cost in curve.items())
    yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for size, cost in curve.items():
        yield f'<circle cx="{x.place(size)}" cy="{y.place(cost)}" r="3" fill="{colour}"/>'
    yield f'<rect x="{right}" y="{line - 8}" width="12" height="4" fill="{colour}"/>'
    yield f'<text x="{right + 18}" y="{line}" fill="#222">{escape(name)}</text>'
