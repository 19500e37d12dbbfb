"""Charts: figures drawn as bars, with the same figures in words for a reader who cannot see them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from io import BytesIO
from itertools import chain, cycle
from textwrap import fill
from typing import TYPE_CHECKING

from bscb_docs.ooxml.pictures import PictureFile

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_FONTS = ("Arial", "Liberation Sans")
_WIDTH, _MOST_HEIGHT = 15.9, 21.0
"""Centimetres: the width of the house's text, and what leaves room for a heading and a caption."""
_LETTERS = 26
"""Letters of a bar's title that stand on one line."""
_PATTERNS = ("", "///", "...", "xxx", "---", "\\\\\\", "ooo", "+++")
"""In the order in which labels take them."""
_COLOURS = ("#1D4F91", "#6B6B6B", "#6A1B9A", "#00626B", "#9C3F00", "#404040")
"""In the order in which labels take them: none says good or bad, and white is read on all (4.5 to 1, WCAG 2.2)."""


def draw_bars(
    what: str, bars: Mapping[str, Mapping[str, int]], colours: Mapping[str, str] | None = None
) -> PictureFile | None:
    """A picture with a bar for each title, its parts labelled with their numbers; the same figures give the same bytes.

    `bars` has, for each title, the count of each label; `what` says what is counted, for the alternative text.
    `colours` are those of the labels, as in `#1D4F91`, and put them in order; "" leaves one to be chosen. Each label
    has a pattern too, so that no colour has to be told from another. None where nothing is counted, and without
    matplotlib, which the extra `pictures` installs: a table beside the picture says all that it shows.
    """
    given = colours or {}
    counted = {label for parts in bars.values() for label, count in parts.items() if count}
    labels = [label for label in dict.fromkeys([*given, *chain(*bars.values())]) if label in counted]
    if not labels or find_spec("matplotlib") is None:
        return None
    free = cycle(
        [colour for colour in _COLOURS if colour not in {taken.upper() for taken in given.values()}] or _COLOURS
    )
    chosen = {label: given.get(label) or next(free) for label in labels}
    return PictureFile(_drawn(bars, chosen), _described(what, bars, labels), _WIDTH, _MOST_HEIGHT)


def _described(what: str, bars: Mapping[str, Mapping[str, int]], labels: list[str]) -> str:
    """The picture in words, made from its figures."""
    said = []
    for title, parts in bars.items():
        words = [f"{parts[label]} {label.lower()}" for label in labels if parts.get(label)]
        said.append(f"{title}: {', '.join(words)}")
    return f"Bar chart of {what}. {'; '.join(said)}."


def _drawn(bars: Mapping[str, Mapping[str, int]], colours: Mapping[str, str]) -> bytes:
    """The picture as PNG, with neither a date nor the version of the program that drew it."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    titles = [fill(title, _LETTERS) for title in bars]
    lines = sum(max(2.0, title.count("\n") + 1.6) for title in titles)
    with mpl.rc_context({"font.family": _font(), "font.size": 10, "hatch.linewidth": 0.5}):
        figure = Figure(figsize=(_WIDTH / 2.54, 0.9 + 0.22 * lines), dpi=200, layout="constrained")
        _draw(figure, titles, list(bars.values()), colours)
        return _png(figure)


def _draw(figure: Figure, titles: list[str], bars: list[Mapping[str, int]], colours: Mapping[str, str]) -> None:
    """The bars, the number of each part on its own colour, and the key below them."""
    axes = figure.add_subplot()
    reached = [0] * len(bars)
    for (label, colour), pattern in zip(colours.items(), cycle(_PATTERNS)):
        numbers = [parts.get(label, 0) for parts in bars]
        drawn = axes.barh(titles, numbers, left=reached, label=label, color=colour, edgecolor="white", hatch=pattern)
        shown = [str(n) if n else "" for n in numbers]
        for words in axes.bar_label(drawn, shown, label_type="center", color="white", fontweight="bold"):
            if words.get_text():
                words.set_bbox({"facecolor": colour, "edgecolor": "none", "pad": 2})
        reached = [before + number for before, number in zip(reached, numbers, strict=True)]
    axes.invert_yaxis()
    axes.xaxis.set_visible(False)
    axes.spines[:].set_visible(False)
    axes.tick_params(left=False)
    figure.legend(
        loc="outside lower center", ncols=min(len(colours), 4), frameon=False, handlelength=2.4, handleheight=1.2
    )


def _font() -> str:
    """The font of the page, or the one that has its widths, where the machine has one; else matplotlib's own."""
    from matplotlib.font_manager import get_font_names

    known = set(get_font_names())
    return next((font for font in _FONTS if font in known), "DejaVu Sans")


def _png(figure: Figure) -> bytes:
    data = BytesIO()
    figure.savefig(data, format="png", metadata={"Software": None})
    return data.getvalue()
