"""Column charts: numbers of one thing over time as columns in the look of the house, and told in words as well."""

from collections.abc import Mapping
from importlib.util import find_spec
from itertools import cycle
from textwrap import fill

from attrs import frozen

from bscb_docs.languages.house_words import listed, say
from bscb_docs.ooxml.drawings.drawn_pictures import PAGE_WIDTH, PLAIN, drawn_once, fonts_of, png_of, require_theme
from bscb_docs.ooxml.pictures import PictureFile
from bscb_docs.ooxml.theme import Theme

_HEIGHT, _MOST_HEIGHT = 2.6, 8.0
"""Inches that the picture is high, and the centimetres that it may be on paper."""
_LETTERS, _SIZE = 84, 9
"""Letters of the words below the columns that stand in one line, all taken together, and their size in points."""
_KEY = 80
"""Letters of what the key says of one mark that stand in one line."""
_MARKS = "Ds^v"
"""Shapes of the marks of others, told apart without colour."""
_WIDTH, _ASIDE, _APART = 0.6, 0.2, 0.5
"""Of a column; how far marks of several others stand apart on it; and the room between two kinds of columns."""
_ROOM = 1.05
"""How far the picture reaches above its highest number."""


@frozen
class Level:
    """A number as it is drawn and as it is said; one of another kind than the rest is drawn as an outline."""

    size: float
    words: str
    is_other: bool = False


def draw_columns(
    what: str,
    columns: Mapping[str, Level],
    *,
    target: Level | None = None,
    beside: Mapping[str, Mapping[str, Level]] | None = None,
    kinds: tuple[str, str] | None = None,
    theme: Theme = PLAIN,
    is_of_table: bool = False,
) -> PictureFile | None:
    """A picture with a column for each time, its number in words below it; the same numbers give the same bytes.

    `what` says what the numbers are of, for the alternative text; a line across marks the target. `beside` has, by the
    name of each that is compared, the numbers of some of the times: a mark each, and the numbers in the key. Columns of
    another kind stand before the rest, and the key says what both `kinds` are, the others' last. None for fewer than
    two columns, and without matplotlib, which the extra `pictures` installs: a table says the same.
    Where one that does stands before it the text leads to that, and tells of the first and the last alone.
    """
    require_theme("draw_columns", theme)
    if len(columns) < 2 or find_spec("matplotlib") is None:
        return None
    others = {name: levels for name, levels in (beside or {}).items() if levels}
    numbers = _said(columns)
    if is_of_table:
        first, *_, last = (_said({time: level}) for time, level in columns.items())
        numbers = say("from {first} to {last}", first=first, last=last)
    words = _described(what, numbers, [*columns.values()][-1], target, {} if is_of_table else others)
    line = say("Target: {target}", target=target.words) if target else ""
    key = {name: fill(f"{name}: {_said(levels)}", _KEY) for name, levels in others.items()}
    ordered = dict(sorted(columns.items(), key=lambda column: not column[1].is_other))
    named = kinds if kinds and len({level.is_other for level in columns.values()}) > 1 else None
    return PictureFile(
        _drawn(ordered, target, line, others, key, named, theme), words, PAGE_WIDTH, _MOST_HEIGHT, is_of_table
    )


def _described(
    what: str, numbers: str, last: Level, target: Level | None, beside: Mapping[str, Mapping[str, Level]]
) -> str:
    """The numbers, how the last stands to the target, and those of others."""
    words = [say("Column chart of {what}: {numbers}.", what=what, numbers=numbers)]
    if target and last.size > target.size:
        words.append(say("That is above the target of {target}.", target=target.words))
    elif target and last.size < target.size:
        words.append(say("That is below the target of {target}.", target=target.words))
    elif target:
        words.append(say("That is the target."))
    words += (f"{name}: {_said(levels)}." for name, levels in beside.items())
    return " ".join(words)


def _said(levels: Mapping[str, Level]) -> str:
    return listed([say("{value} in {day}", value=level.words, day=time) for time, level in levels.items()])


@drawn_once
def _drawn(
    columns: Mapping[str, Level],
    target: Level | None,
    line: str,
    beside: Mapping[str, Mapping[str, Level]],
    key: Mapping[str, str],
    kinds: tuple[str, str] | None,
    theme: Theme,
) -> bytes:
    """The picture as PNG, with the words of the target's line, and in the key those of each mark and kind."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    ink = f"#{theme.said('text 1') or '000000'}"
    letters = max(7, _LETTERS // len(columns))
    names = [f"{fill(level.words, letters)}\n{fill(name, letters)}" for name, level in columns.items()]
    fonts = fonts_of(theme.minor, " ".join((*names, line, *key.values(), *(kinds or ()))))
    with mpl.rc_context({"font.family": fonts, "font.size": 10}):
        figure = Figure(figsize=(PAGE_WIDTH / 2.54, _HEIGHT), dpi=200, layout="constrained")
        axes = figure.add_subplot()
        sizes, outlined = [level.size for level in columns.values()], sum(level.is_other for level in columns.values())
        places = [at + _APART * (0 < outlined <= at) for at in range(len(columns))]
        colour = f"#{theme.said('accent 1') or '404040'}"
        rest, other = kinds or ("", "")
        axes.bar(places[:outlined], sizes[:outlined], width=_WIDTH, color="none", edgecolor=colour, label=other)
        axes.bar(places[outlined:], sizes[outlined:], width=_WIDTH, color=colour, edgecolor=colour, label=rest)
        axes.margins(x=0.01)
        axes.set_xticks(places, names, color=ink, size=_SIZE)
        marked = [level.size for levels in beside.values() for level in levels.values()]
        axes.set_ylim(0, _ROOM * max([*sizes, *marked, *([target.size] if target else []), 1e-9]))
        for number, ((name, levels), sign) in enumerate(zip(beside.items(), cycle(_MARKS), strict=False)):
            aside = _ASIDE * (number - (len(beside) - 1) / 2)
            at = [places[list(columns).index(time)] + aside for time in levels]
            of = [level.size for level in levels.values()]
            marks = axes.scatter(at, of, marker=sign, s=60, facecolor="white", edgecolor=ink, linewidth=1.5, zorder=3)
            marks.set_label(key[name])
        if target:
            axes.axhline(target.size, color=ink, linestyle="--", linewidth=1, label=line)
        if beside or kinds or target:
            figure.legend(loc="outside lower center", frameon=False, labelcolor=ink, ncols=1 if beside else 3)
        axes.yaxis.set_visible(False)
        axes.spines[["left", "right", "top"]].set_visible(False)
        axes.tick_params(bottom=False)
        return png_of(figure)
