"""Diagrams: who stands under whom, drawn as a tree of boxes, with the same in words for a reader who cannot see it."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from textwrap import fill

from attrs import frozen

from bscb_docs.languages.house_words import say
from bscb_docs.ooxml.drawings.drawn_pictures import PAGE_WIDTH, PLAIN, drawn_once, fonts_of, png_of, require_theme
from bscb_docs.ooxml.pictures import PictureFile
from bscb_docs.ooxml.theme import Theme, contrast

_MOST_HEIGHT = 21.0
"""Centimetres: what leaves room for a heading and a caption."""
_STEP, _GAP, _LINE, _ROOM = 0.34, 0.14, 0.19, 0.2
"""Inches: how far a level stands to the right, what parts two boxes, the height of a line, and the room around it."""
_COLOURS = {"accent 1": "123F5A", "background 2": "EAF1F4", "text 1": "000000"}
"""Of the top, of what stands below it, and of its words: a theme's, else these."""
_LETTERS = 46
"""Letters that stand on one line of a box."""


@frozen
class Node:
    """A box of a tree: its words, how deep it stands from 0, and the box above it by its place among all."""

    title: str
    depth: int
    above: int | None


def in_tree(parents: Mapping[str, str]) -> tuple[Node, ...]:
    """Each title of a mapping from titles to the title above, those below it next; in a circle the first is the top."""
    found: list[Node] = []
    done: set[str] = set()

    def walk(title: str, depth: int, above: int | None) -> None:
        if title in done:
            return
        done.add(title)
        at = len(found)
        found.append(Node(title, depth, above))
        for below in (each for each, parent in parents.items() if parent == title):
            walk(below, depth + 1, at)

    for title in (*(each for each, parent in parents.items() if parent not in parents), *parents):
        walk(title, 0, None)
    return tuple(found)


def draw_tree(what: str, parents: Mapping[str, str], theme: Theme = PLAIN) -> PictureFile | None:
    """A picture with a box for each title, joined to the one above it; the same titles give the same bytes.

    `parents` gives for each title the one above, "" for none; `what` says, for the alternative text, what it shows.
    Fonts and colours are the theme's.
    None where there are fewer than two, and without matplotlib, which the extra `pictures` installs. The alternative
    text says all that the picture shows.
    """
    require_theme("draw_tree", theme)
    nodes = in_tree(parents)
    if len(nodes) < 2 or find_spec("matplotlib") is None:  # one box alone says nothing
        return None
    return PictureFile(_drawn(nodes, theme), f"{what} {' '.join(_described(nodes))}", PAGE_WIDTH, _MOST_HEIGHT)


def _described(nodes: tuple[Node, ...]) -> Iterator[str]:
    """A sentence for each box that has others below it."""
    for at, node in enumerate(nodes):
        below = [each.title for each in nodes if each.above == at]
        if below:
            yield say("Below {group}: {others}.", group=node.title, others="; ".join(below))
        elif node.above is None:
            yield say("{group} stands alone.", group=node.title)


@drawn_once
def _drawn(nodes: tuple[Node, ...], theme: Theme) -> bytes:
    """The picture as PNG: one box a row, each level a step to the right of the one above it."""
    import matplotlib as mpl
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    titles = [fill(node.title, _LETTERS) for node in nodes]
    heights = [_ROOM + _LINE * (title.count("\n") + 1) for title in titles]
    tops = [sum(heights[:at]) + _GAP * at for at in range(len(nodes))]
    width, height = PAGE_WIDTH / 2.54, tops[-1] + heights[-1]
    dark, pale, text = (theme.said(name) or other for name, other in _COLOURS.items())
    ink = "FFFFFF" if contrast("FFFFFF", dark) >= contrast("000000", dark) else "000000"
    deepest = max(node.depth for node in nodes)
    box = min(4.6, width - _STEP * deepest)
    with mpl.rc_context({"font.family": fonts_of(theme.minor, " ".join(titles)), "font.size": 11}):
        figure = Figure(figsize=(width, height), dpi=200)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        axes.set_axis_off()
        for at, (node, title, top, tall) in enumerate(zip(nodes, titles, tops, heights, strict=True)):
            left, middle = _STEP * node.depth, top + tall / 2
            if node.above is not None:
                rail = left - _STEP / 2
                start = tops[node.above] + heights[node.above]
                axes.plot([rail, rail, left], [start, middle, middle], color=f"#{dark}", linewidth=1.2, zorder=0)
            behind, before = (dark, ink) if node.depth == 0 and at in {other.above for other in nodes} else (pale, text)
            axes.add_patch(Rectangle((left, top), box, tall, facecolor=f"#{behind}", edgecolor=f"#{dark}", linewidth=1))
            axes.text(left + 0.1, middle, title, va="center", color=f"#{before}", linespacing=1.2)
        return png_of(figure)
