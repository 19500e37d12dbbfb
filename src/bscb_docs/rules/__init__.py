"""The rules a board is checked against; one file a family of codes."""

from __future__ import annotations

from collections.abc import Iterable

from bscb_docs.findings import Finding
from bscb_docs.records import Board
from bscb_docs.rules.rule import Rule

__all__ = ["Rule", "check_board"]


def check_board(board: Board, rules: Iterable[Rule]) -> list[Finding]:
    """What every rule finds in the board."""
    return [finding for rule in rules for finding in rule.check(board)]
