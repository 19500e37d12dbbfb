"""Layout: where pages turn, and what of a body stands before and after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.marks import STX, find_marks
from bscb_docs.word_writer.assembly.section_setup import PORTRAIT, Lie, page_setup
from bscb_docs.word_writer.tables.text_measure import measure_of

_BLOCK = re.compile(r"<w:p[> ]|</w:tbl>")
_LITTLE = 0.66
"""Two thirds of a page: where no more stands on the last page before a turn that may be followed, what is next goes on
below."""


@frozen
class Turn(Compared):
    """Where pages begin anew: how they lie, and whether they go on below what stands before where that is little."""

    lie: Lie
    may_follow: bool = False

    def __str__(self) -> str:
        """As the mark of a turn holds it."""
        return f"{self.lie.layout} {self.lie.appendix} {int(self.may_follow)} {self.lie.sides}"

    @classmethod
    def from_text(cls, text: str) -> Turn:
        """What the mark of a turn holds: a layout alone, or with all else."""
        layout, appendix, may_follow, sides = (*text.split(), "0", "0", "0")[:4]
        return cls(Lie(layout, int(appendix), int(sides)), may_follow == "1")


@frozen
class TurnedPages(Compared):
    """A body in pieces with its section breaks, the positions of the marks that wait, and every page setup in it."""

    text: list[str]
    waiting: list[int]
    setups: str


def turn_pages(body: Iterable[Sequence[str]], house: HouseFile) -> TurnedPages:
    """The body with a section break wherever a section asks for pages of its own; the last page setup ends it.

    The body comes in stretches of pieces; a mark, of a turn or one that waits for its page, is a stretch of its own.
    Pages turn where something follows: of turns with nothing between them the last one counts, and one at the very end
    would be a blank page.
    """
    text: list[str] = []
    waiting: list[int] = []
    setups: list[str] = []
    lie, before, wanted, begun, start = Lie(PORTRAIT), None, None, False, 0
    for stretch in body:
        marked = bool(stretch) and stretch[0].startswith(STX)
        if marked and (found := find_marks(stretch[0], "turn")):
            wanted = Turn.from_text(found[0])
            continue
        if (wanted or not begun) and (marked or any(piece and not piece.isspace() for piece in stretch)):
            if wanted and begun and not _goes_on(wanted, lie, text[start:], house):
                setups.append(page_setup(house, lie, before))
                _end_section(text, setups[-1], house)
                before, start = lie, len(text)
            lie, wanted, begun = wanted.lie if wanted else lie, None, True
        if marked:
            waiting.append(len(text))
        text += stretch
    word_markup.part_tables(text, house.style("Normal").id)
    setups.append(page_setup(house, lie, before))
    return TurnedPages([*text, setups[-1]], waiting, "".join(setups))


def _goes_on(turn: Turn, lie: Lie, before: Sequence[str], house: HouseFile) -> bool:
    """True where no page begins: the pages lie the same, and what stands before may be followed and is little."""
    if not turn.may_follow or turn.lie != lie:
        return False
    measure = measure_of(house)
    return measure.body("".join(before), house.text_width) % measure.page() < measure.page(_LITTLE)


def _end_section(text: list[str], setup: str, house: HouseFile) -> None:
    """Puts the page setup into the last paragraph of the pieces: a paragraph of its own would be a blank one."""
    last = len(text) - 1
    while last > 0 and not _BLOCK.search(text[last]):
        last -= 1
    for position in range(last, len(text)):
        text[position] = str(text[position])  # markup would escape the setup that is put into it
    start = max(text[last].rfind("<w:p>"), text[last].rfind("<w:p "))
    if start < 0 or start < text[last].rfind("</w:tbl>"):
        text.append(word_markup.paragraph(house.style("Section Break").id, "", setup))
        return
    for position in range(last, len(text)):
        end = text[position].find("</w:pPr>", start if position == last else 0)
        if end >= 0:
            text[position] = text[position][:end] + setup + text[position][end:]
            return
    begun = text[last].index(">", start) + 1
    text[last] = f"{text[last][:begun]}<w:pPr>{setup}</w:pPr>{text[last][begun:]}"
