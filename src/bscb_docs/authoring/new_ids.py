"""New ids: those under which a refresh carries work on."""

import re

from bscb_docs.records import Action, Board, ByName, Objective, YearSpan


class NewIds:
    """Ids that were never used: the old one with the new year in it, numbered on from the last there is."""

    def __init__(self, board: Board, old: YearSpan, new: YearSpan) -> None:
        self.used = ByName({**{a.id: None for a in board.of(Action)}, **{o.id: None for o in board.of(Objective)}})
        self.old, self.new = f"{old.first % 100:02d}", f"{new.first % 100:02d}"

    def next_for(self, work: Action | Objective) -> str:
        """The next id after the pattern of that one."""
        head, digits = re.fullmatch(r"(.*?)(\d*)", work.id).groups()  # type: ignore[union-attr]  # it always matches
        at = head.rfind(self.old)
        stem = f"{head[:at]}{self.new}{head[at + len(self.old) :]}" if at >= 0 and digits else f"{work.id}-{self.new}-"
        width, number = len(digits) if at >= 0 else 1, 1
        while f"{stem}{number:0{width}d}" in self.used:
            number += 1
        found = f"{stem}{number:0{width}d}"
        self.used[found] = None
        return found
