"""Colour vision: how far colours stand apart, by usual sight and by the three kinds of colour blindness."""

from collections.abc import Mapping
from itertools import combinations
from math import dist
from types import MappingProxyType

from bscb_docs.ooxml.theme import linear_light

SIGHTS = MappingProxyType(
    {
        "everybody": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
        "people who see no red": (
            (0.152286, 1.052583, -0.204868),
            (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998),
        ),
        "people who see no green": (
            (0.367322, 0.860646, -0.227968),
            (0.280085, 0.672501, 0.047413),
            (-0.01182, 0.04294, 0.968881),
        ),
        "people who see no blue": (
            (1.255528, -0.076749, -0.178779),
            (-0.078411, 0.930809, 0.147602),
            (0.004733, 0.691367, 0.3039),
        ),
    }
)
"""What each makes of red, green and blue light, by Machado, Oliveira and Fernandes (2009) at full severity."""
APART = 12
"""The distance in CIELAB from which colours are told apart without being held side by side; 2 is just to be noticed."""
_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)
Colour = tuple[float, ...]


def alike(colours: Mapping[str, str]) -> Mapping[tuple[str, str], str]:
    """Each two colours, six figures and letters, that are seen too much alike, by their names, and to whom first."""
    found: dict[tuple[str, str], str] = {}
    for sight, matrix in SIGHTS.items():
        seen = {name: _lab(_turned(matrix, linear_light(colour))) for name, colour in colours.items()}
        for one, other in combinations(seen, 2):
            if dist(seen[one], seen[other]) < APART:
                found.setdefault((one, other), sight)
    return found


def _turned(matrix: tuple[Colour, ...], colour: Colour) -> Colour:
    return tuple(min(1.0, max(0.0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in matrix)


def _lab(colour: Colour) -> Colour:
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (a / b for a, b in zip(_turned(_XYZ, colour), _WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
