"""The rules a board is checked against; one file a family of codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bscb_docs.figures import Figure
from bscb_docs.findings import Finding
from bscb_docs.records import Board
from bscb_docs.rules.material import Pack
from bscb_docs.rules.rule import Rule

__all__ = ["Pack", "Rule", "check_board"]


def check_board(
    board: Board,
    rules: Iterable[Rule],
    figures: Mapping[str, Figure] | None = None,
    outlines: Mapping[str, Sequence[str]] | None = None,
) -> list[Finding]:
    """What every rule finds in the board; `outlines` gives each outline's sections by its name."""
    pack = Pack(board, figures or {}, outlines or {})
    return [finding for rule in rules for finding in rule.check(pack)]
