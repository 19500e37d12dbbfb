"""Label colours: the labels of a scale that are called by another colour than the one they are printed in."""

from collections.abc import Callable, Iterator
from colorsys import rgb_to_hls

from bscb_docs import records
from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.ooxml.theme import ACCENTS, Theme
from bscb_docs.records import Board, fold

_HUES = {"red": 0, "amber": 38, "green": 120, "blue": 215, "purple": 280}
"""Degrees on the circle of colours, by the words that scales of colours use."""
_NEARER = 30
"""Degrees: by less, the two may be called alike, as teal is green or blue."""
_GREY = 0.08
"""Between the strongest and the weakest of red, green and blue, of 1: by less, there is no hue."""


def misnamed_colours(board: Board, theme_of: Callable[[], Theme]) -> Iterator[Finding]:
    """A label such as Green in a colour that is far nearer to another; the look is read only where there are such."""
    for step in board.of(records.Status, records.AssuranceLevel):
        own = next((word for word in fold(step.title).split() if word in _HUES), "")
        if not own or not step.colour or not (colour := theme_of().said(step.colour)):
            continue
        if (seen := _word_for(colour, own)) != own:
            accents = {accent: _away(given)[own] for accent in ACCENTS if (given := theme_of().said(accent))}
            nearest = min(accents, key=lambda each: accents[each])
            message = f'"{step.title}" is printed in {step.colour}, which is {seen}.'
            mend = f"Write colour: {nearest}, or the six figures and letters of another {own}."
            yield finding_of("STA-07", message, step.place, mend, step.title, field="colour")


def _word_for(colour: str, own: str) -> str:
    """What a colour is called: that word where it fits about as well as any, else the nearest."""
    if max(_parts(colour)) - min(_parts(colour)) < _GREY:
        return "grey"
    away = _away(colour)
    nearest = min(away, key=lambda word: away[word])
    return own if away[own] <= away[nearest] + _NEARER else nearest


def _away(colour: str) -> dict[str, float]:
    """By how many degrees the hue of a colour is off that of each word."""
    hue = rgb_to_hls(*_parts(colour))[0] * 360
    return {word: abs((hue - degrees + 180) % 360 - 180) for word, degrees in _HUES.items()}


def _parts(colour: str) -> tuple[float, float, float]:
    """Its red, green and blue, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue
