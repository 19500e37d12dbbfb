"""ACC-25: tables that are wider than the text of the page that they stand on, in twentieths of a point."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.document_check.whereabouts import Where
from bscb_docs.ooxml.formatting import whole
from bscb_docs.ooxml.xml_trees import down, w

_OVERHANG = 240
"""How far a table may stand out of the text: Word sets the words of its cells, and not their edges, in line with it."""
_CM = 567
_WIDTH, _SIZE, _MARGINS, _SIDES = w("w"), w("pgSz"), w("pgMar"), (w("left"), w("right"))


class TableWidths:
    """How wide each table of a section is: Word says at a section's end how wide its pages are."""

    def __init__(self) -> None:
        self._known: list[tuple[int, Where]] = []

    def note(self, grid: Element, where: Where) -> None:
        """Takes down a table by its columns."""
        self._known.append((sum(_measure(column, _WIDTH) for column in grid), where))

    def end(self, section: Element) -> Iterator[tuple[Fault, Where]]:
        """The tables noted since the last section's end that are wider than the text of this one, which they forget."""
        size, margins = down(section, _SIZE), down(section, _MARGINS)
        known, self._known = self._known, []
        if size is None or margins is None:
            return
        text = _measure(size, _WIDTH) - sum(_measure(margins, side) for side in _SIDES)
        for width, where in known:
            if width > text + _OVERHANG:
                said = f"A table is {width / _CM:.1f} cm wide, and the text of its page {text / _CM:.1f} cm."
                yield Fault("ACC-25", said), where


def _measure(element: Element, name: str) -> int:
    return whole(element.get(name)) or 0
