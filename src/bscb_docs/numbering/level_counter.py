"""Level counter: the levels of Word's lists, counted as Word counts them, and the number that Word prints at each."""

import re
from collections.abc import Mapping

from attrs import define, field, frozen

from bscb_docs.diagnostics.compared_values import Compared

Levels = Mapping[tuple[int, int], "Level"]
"""Levels by abstractNumId and by how deep they are, from 0."""

COUNTED_STYLES = frozenset({"list number", "lettered item", "table number"})
"""List styles that a template may use by hand; each begins anew after a heading."""

PARAGRAPH_STYLES = frozenset({"numbered paragraph", "numbered subparagraph"})
"""Styles whose numbers run on from those of the sections."""

_SIGN = re.compile(r"%([1-9])")
"""What stands for the number of a level in the text of one."""
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@frozen
class Level(Compared):
    """One level of a list, as Word holds it."""

    format: str = "decimal"
    text: str = "%1."
    """What is printed: %1 stands for the number of the first level, %2 for that of the second."""
    start: int = 1
    restart: int | None = None
    """The level, from 1, that makes this one begin anew; 0 for none, None for every level above it."""
    legal: bool = False
    """True where the levels above are printed in figures, whatever their own format."""
    style: str = ""
    """The id of the style that numbers by this level; empty for none."""


@define
class Counter:
    """What every list of one document has come to."""

    levels: Levels
    _reached: dict[int, dict[int, int]] = field(factory=dict)

    def reached(self, abstract: int, depth: int) -> int:
        """The count of that level; 0 where it has not begun since a level above it was counted."""
        return self._reached.get(abstract, {}).get(depth, 0)

    def count(self, abstract: int, depth: int, start: int | None = None) -> None:
        """Counts the next paragraph of that level, which may be told to begin anew at `start`."""
        level = self.levels.get((abstract, depth))
        if level is None:
            return
        counts = self._reached.setdefault(abstract, {})
        following = counts[depth] + 1 if depth in counts else level.start
        counts[depth] = following if start is None else start
        for deeper in [known for known in counts if known > depth]:
            restart = self.levels[abstract, deeper].restart
            if depth < (deeper if restart is None else restart):
                del counts[deeper]

    def printed(self, abstract: int, depth: int) -> str:
        """What Word prints before the paragraph of that level that was counted last."""
        level = self.levels.get((abstract, depth))
        if level is None or level.format in {"bullet", "none"}:
            return ""
        counts = self._reached.get(abstract, {})

        def written(sign: re.Match[str]) -> str:
            above = int(sign[1]) - 1
            named = self.levels.get((abstract, above), level)
            reached = counts.get(above, named.start)  # Word prints where a level would begin that has not begun
            return str(reached) if level.legal else _write(reached, named.format)

        return _SIGN.sub(written, level.text)


def reference_to(number: str) -> str:
    """What a cross-reference prints for it: Word leaves out full stops at the end, and nothing else."""
    return number.rstrip(".")


def _write(number: int, form: str) -> str:
    """A number as Word writes it in one of its formats; in figures for those that the house style has no use for."""
    if form == "decimal":
        return str(number)
    if form in {"lowerLetter", "upperLetter"}:
        written = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)  # after z comes aa, then bb
        return written if form == "lowerLetter" else written.upper()
    if form in {"lowerRoman", "upperRoman"}:
        written = ""
        for value, sign in _ROMAN:
            written += sign * (number // value)
            number %= value
        return written if form == "lowerRoman" else written.upper()
    return f"{number:02}" if form == "decimalZero" else str(number)
