"""Rule: a stable code, what it asks of a board in one sentence, and the function that finds where it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from bscb_docs.findings import Finding, Severity
from bscb_docs.records import Board


@frozen
class Rule:
    """`check(board)` yields a finding, with this rule's code, for each place where the board breaks it; it is pure."""

    code: str
    severity: Severity
    asks: str
    check: Callable[[Board], Iterable[Finding]]
