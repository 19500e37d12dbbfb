"""Rule: a stable code, what it asks of a board in one sentence, and the function that finds where it fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from bscb_docs.diagnostics.codes import CODES, finding_of
from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.phrases import capital
from bscb_docs.records import Checked
from bscb_docs.rules.engine.context import Pack

if TYPE_CHECKING:
    from bscb_docs.rules.engine.passage import Passage

Findings = Iterator[Finding]
"""What a rule gives: a finding for each place where a pack breaks it."""


@frozen
class Rule(Checked):
    """`check(pack)` yields a finding, with this rule's code, for each place where the pack breaks it; it is pure.

    `severity` is the gravest that its findings have: what is read from free prose is a check where records would stop.
    """

    code: str
    severity: Severity
    asks: str
    check: Callable[[Pack], Iterable[Finding]]

    def check_values(self) -> None:
        """The code is letters, a hyphen and two figures, as a board's acceptance names it."""
        if not re.fullmatch(r"[\w-]+-\d\d", self.code) or self.code != self.code.upper():
            wrong = f'its code "{self.code}" is none'
            raise ValueError(f"{wrong}; write capitals, a hyphen and two figures, as in ATT-01")


def at_words(
    code: str,
    passage: Passage,
    start: int,
    said: str,
    mend: str,
    *,
    field: str = "",
    cause: str = "",
    softer: Severity | None = None,
    explains: Iterable[tuple[str, str]] = (),
) -> Finding:
    """The finding of that code at the words that begin there; `said` goes on from where a reader sees the passage."""
    message, place = capital(passage.where) + said, passage.place(start)
    name = passage.name
    return finding_of(code, message, place, mend, name, field=field, cause=cause, softer=softer, explains=explains)


def check_pack(pack: Pack, rules: Iterable[Rule]) -> list[Finding]:
    """What every rule finds in the pack."""
    return [finding for rule in rules for finding in rule.check(pack)]


def rule(code: str) -> Callable[[Callable[[Pack], Findings]], Rule]:
    """Makes the function beneath it the rule of the library's code of that name."""
    known = CODES[code]
    return lambda check: Rule(code, known.severity, known.asks, check)
