"""Charts: figures drawn as bars, with the same figures in words for a reader who cannot see them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from io import BytesIO
from itertools import chain

from bscb_docs.ooxml.pictures import PictureFile

_COLOURS = ("#1D4F91", "#6B6B6B", "#6A1B9A", "#00626B", "#9C3F00", "#404040")
"""In the order in which labels take them: none says good or bad, and white is read on all (4.5 to 1, WCAG 2.2)."""


def draw_bars(
    what: str, bars: Mapping[str, Mapping[str, int]], colours: Mapping[str, str] | None = None
) -> PictureFile | None:
    """A picture with a bar for each title, its parts labelled with their numbers; the same figures give the same bytes.

    `bars` has, for each title, the count of each label; `what` says what is counted, for the alternative text.
    `colours` are those of the labels, as in `#1D4F91`, and put them in order. None where nothing is counted, and
    without matplotlib, which the extra `pictures` installs: a table beside the picture says all that it shows.
    """
    given = colours or {}
    counted = {label for parts in bars.values() for label, count in parts.items() if count}
    labels = [label for label in dict.fromkeys([*given, *chain(*bars.values())]) if label in counted]
    if not labels or find_spec("matplotlib") is None:
        return None
    chosen = {label: given.get(label) or _COLOURS[at % len(_COLOURS)] for at, label in enumerate(labels)}
    return PictureFile(_drawn(bars, chosen), _described(what, bars, labels), 15.9, 12.0)


def _described(what: str, bars: Mapping[str, Mapping[str, int]], labels: list[str]) -> str:
    """The picture in words, made from its figures."""
    said = []
    for title, parts in bars.items():
        words = [f"{parts[label]} {label.lower()}" for label in labels if parts.get(label)]
        said.append(f"{title}: {', '.join(words)}")
    return f"Bar chart of {what}. {'; '.join(said)}."


def _drawn(bars: Mapping[str, Mapping[str, int]], colours: Mapping[str, str]) -> bytes:
    """The picture as PNG, with neither a date nor the version of the program that drew it."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6.3, 0.9 + 0.5 * len(bars)), dpi=200, layout="constrained")
    axes = figure.add_subplot()
    reached = [0] * len(bars)
    for label, colour in colours.items():
        numbers = [parts.get(label, 0) for parts in bars.values()]
        drawn = axes.barh(list(bars), numbers, left=reached, label=label, color=colour, edgecolor="white")
        axes.bar_label(
            drawn, [str(n) if n else "" for n in numbers], label_type="center", color="white", fontweight="bold"
        )
        reached = [before + number for before, number in zip(reached, numbers, strict=True)]
    axes.invert_yaxis()
    axes.xaxis.set_visible(False)
    axes.spines[:].set_visible(False)
    axes.tick_params(left=False)
    figure.legend(loc="outside lower center", ncols=min(len(colours), 4), frameon=False)
    data = BytesIO()
    figure.savefig(data, format="png", metadata={"Software": None})
    return data.getvalue()
