"""How far colours stand apart, by usual colour vision and by the three kinds of colour blindness."""

from __future__ import annotations

from itertools import combinations
from math import dist

SIGHTS = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "without red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "without green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "without blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""What each makes of red, green and blue light, by Machado, Oliveira and Fernandes (2009) at full severity."""
_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)
Colour = tuple[float, ...]


def closest(colours: list[str], sight: str) -> float:
    """The distance in CIELAB of the two of these colours that are seen most alike; 2 is just to be noticed."""
    seen = [_lab(_turned(SIGHTS[sight], _light(colour))) for colour in colours]
    return min(dist(one, other) for one, other in combinations(seen, 2))


def _light(colour: str) -> Colour:
    parts = (value / 255 for value in bytes.fromhex(colour))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def _turned(matrix: tuple[Colour, ...], colour: Colour) -> Colour:
    return tuple(min(1.0, max(0.0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in matrix)


def _lab(colour: Colour) -> Colour:
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (a / b for a, b in zip(_turned(_XYZ, colour), _WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
