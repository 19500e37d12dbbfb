"""Charts: figures drawn as bars in the look of the house, and told in words for a reader who cannot see them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from itertools import chain, cycle
from textwrap import fill
from typing import TYPE_CHECKING, Any

from attrs import frozen

from bscb_docs.diagnostics.errors import FieldError
from bscb_docs.languages.house_words import say
from bscb_docs.ooxml.drawings.drawn_pictures import PAGE_WIDTH, PLAIN, drawn_once, fonts_of, png_of, require_theme
from bscb_docs.ooxml.pictures import PictureFile
from bscb_docs.ooxml.theme import ACCENTS, Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_MOST_HEIGHT = 21.0
"""Centimetres: what leaves room for a heading and a caption."""
_LETTERS = (26, 40)
"""Letters of a bar's title that stand on one line: as a rule, and where the picture would else be too high."""
_LINE, _BETWEEN, _KEY = 0.17, 0.16, 0.26
"""Inches: the height of a line of 10 point, the room between two bars, and each row of the key."""
_KEY_COLUMNS = 4
_TAB, _NARROW, _LETTER, _TINT = 0.015, 0.06, 0.02, 0.2
"""Parts of the longest bar: a tab, what is too narrow for a sign and its number, a letter; and a tint's, of its colour.
"""
_SIGNS = "■▲●◆▼★◀▶"
"""What tells labels apart that bring no sign of their own."""
_GREYS = ("595959", "262626")
"""Colours of labels where the theme has none left."""


@frozen
class BarPart:
    """How the parts of one label are drawn: their colour, as a board says it, and their sign; "" leaves it open.

    Parts that are not rated are left white within a broken line, without a sign, as tables show them.
    """

    colour: str = ""
    sign: str = ""
    is_rated: bool = True


def draw_bars(
    what: str,
    bars: Mapping[str, Mapping[str, int]],
    labels: Mapping[str, BarPart] | None = None,
    *,
    tabs: Mapping[str, str] | None = None,
    theme: Theme = PLAIN,
) -> PictureFile | None:
    """A picture with a bar for each title, its parts labelled with their numbers; the same figures give the same bytes.

    `bars` has, for each title, the count of each label; `what` says what is counted, for the alternative text. `labels`
    says how each is drawn, and their order. Every rated part bears its label's sign: nothing hangs on a colour.
    `tabs` has the colour of the tab before the bar of a title. Fonts and colours are the theme's. None where nothing is
    counted, and without matplotlib, which the extra `pictures` installs: a table beside it says all that it shows.
    FieldError for a count below 0, and for a theme that is none.
    """
    require_theme("draw_bars", theme)
    for title, parts in bars.items():
        if low := next((f"{count} {label}" for label, count in parts.items() if count < 0), ""):
            raise FieldError(f"draw_bars, {title}", f"{low} is no count; give how many there are, 0 or more")
    given = labels or {}
    counted = {label for parts in bars.values() for label, count in parts.items() if count}
    named = [label for label in dict.fromkeys([*given, *chain(*bars.values())]) if label in counted]
    if not named or find_spec("matplotlib") is None:
        return None
    edges = {title: theme.said(colour) for title, colour in (tabs or {}).items()}
    chosen = _chosen({label: given.get(label, BarPart()) for label in named}, theme)
    words = _described(what, bars, named)
    return PictureFile(_drawn(bars, chosen, edges, theme), words, PAGE_WIDTH, _MOST_HEIGHT, is_of_table=True)


def _chosen(labels: Mapping[str, BarPart], theme: Theme) -> dict[str, BarPart]:
    """The labels, each with a colour and, if it is rated, a sign; those chosen here are none that another label has."""
    taken = {theme.said(part.colour) for part in labels.values()} | {part.sign for part in labels.values()}
    own = [colour for colour in (*map(theme.said, ACCENTS), *_GREYS) if colour and colour not in taken]
    colours = cycle(own or _GREYS)
    signs = cycle([sign for sign in _SIGNS if sign not in taken] or _SIGNS)
    return {
        label: BarPart(
            theme.said(part.colour) or (next(colours) if part.is_rated else _GREYS[0]),
            part.sign or (next(signs) if part.is_rated else ""),
            part.is_rated,
        )
        for label, part in labels.items()
    }


def _described(what: str, bars: Mapping[str, Mapping[str, int]], labels: list[str]) -> str:
    """What the bars come to all together: the table says the rest, so that who hears it next need not hear it twice."""
    counts = (sum(parts.get(label, 0) for parts in bars.values()) for label in labels)
    said = ", ".join(f"{count} {label.lower()}" for count, label in zip(counts, labels, strict=True))
    return say("Bar chart of {what}: {all}.", what=what, all=said)


@drawn_once
def _drawn(
    bars: Mapping[str, Mapping[str, int]], labels: Mapping[str, BarPart], tabs: Mapping[str, str], theme: Theme
) -> bytes:
    """The picture as PNG, with neither a date nor the version of the program that drew it."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    key_rows = -(-len(labels) // _KEY_COLUMNS)
    for letters in _LETTERS:
        titles = [fill(title, letters) for title in bars]
        lines = max(title.count("\n") + 1 for title in titles)
        height = len(titles) * (lines * _LINE + _BETWEEN) + (key_rows + 1) * _KEY
        if height * 2.54 <= _MOST_HEIGHT:
            break
    ink = f"#{theme.said('text 1') or '000000'}"
    fonts = fonts_of(theme.minor, " ".join((*titles, *labels)))
    with mpl.rc_context({"font.family": fonts, "font.size": 10, "text.color": ink, "ytick.color": ink}):
        figure = Figure(figsize=(PAGE_WIDTH / 2.54, height), dpi=200, layout="constrained")
        axes = figure.add_subplot()
        _draw(axes, titles, list(bars.values()), labels)
        _draw_tabs(axes, [tabs.get(title, "") for title in bars])
        _draw_key(figure, labels)
        return png_of(figure)


def _draw(axes: Axes, titles: list[str], bars: list[Mapping[str, int]], labels: Mapping[str, BarPart]) -> None:
    """The bars, and on each part its label's sign and its number; behind the bar those of parts too narrow for both."""
    reached, behind = [0] * len(bars), [""] * len(bars)
    longest = max(sum(parts.values()) for parts in bars)
    for label, part in labels.items():
        counted = {place: parts[label] for place, parts in enumerate(bars) if parts.get(label)}
        begun = [reached[place] for place in counted]
        drawn = axes.barh(list(counted), list(counted.values()), left=begun, clip_on=False, **_filled(part))
        shown = {place: f"{part.sign} {n}".strip() for place, n in counted.items()}
        for place in (place for place, n in counted.items() if n / longest < _NARROW):
            behind[place] += f"  {shown[place]}"
            shown[place] = ""
        axes.bar_label(drawn, list(shown.values()), label_type="center", fontweight="bold")
        reached = [before + parts.get(label, 0) for before, parts in zip(reached, bars, strict=True)]
    axes.set_yticks(range(len(bars)), titles)
    for place, words in enumerate(behind):
        axes.text(reached[place], place, words, va="center", fontweight="bold")
    room = max(reach + len(words) * _LETTER * longest for reach, words in zip(reached, behind, strict=True))
    axes.set_xlim(-2 * _TAB * longest, max(longest, room))
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.xaxis.set_visible(False)
    axes.spines[:].set_visible(False)
    axes.tick_params(left=False)


def _filled(part: BarPart) -> dict[str, Any]:
    """A part is a tint within a line of its colour: what is filled with a colour itself is a priority."""
    fill = (f"#{part.colour}", _TINT) if part.is_rated else "white"
    line = "solid" if part.is_rated else "dashed"
    return {"facecolor": fill, "edgecolor": f"#{part.colour}", "linewidth": 1.5, "linestyle": line}


def _draw_tabs(axes: Axes, colours: list[str]) -> None:
    """Before each bar that has a colour of its own a tab in it."""
    width = axes.get_xlim()[1] * _TAB
    for place, colour in enumerate(colours):
        if colour:
            axes.barh(place, width, left=-2 * width, color=f"#{colour}")


def _draw_key(figure: Figure, labels: Mapping[str, BarPart]) -> None:
    """Each label with its colour and its sign, below the bars, in their order as lines are read."""
    from matplotlib.patches import Patch

    parts = [Patch(label=f"{part.sign} {label}".strip(), **_filled(part)) for label, part in labels.items()]
    columns = min(len(parts), _KEY_COLUMNS)
    down = [part for column in range(columns) for part in parts[column::columns]]  # matplotlib fills columns
    figure.legend(handles=down, loc="outside lower center", ncols=columns, frameon=False)
