"""Definitions: the terms of a board, each explained in a note where a document first uses it."""

import re
from collections.abc import Iterable, Mapping

from attrs import evolve

from bscb_docs.prose import Note, Run, Runs, Text


class Definitions:
    """The terms that a document has not used yet, and the note that explains each; forms of one term share its note."""

    def __init__(self, notes: Mapping[str, Note]) -> None:
        self._notes = dict(notes)
        self._pattern = self._forms()

    def explained(self, runs: Iterable[Run]) -> Runs:
        """The runs with a note after each term that is used for the first time; what is no plain words stays."""
        if self._pattern is None:
            return tuple(runs)
        line: list[Run] = []
        for run in runs:
            line += self._in_text(run) if isinstance(run, Text) else (run,)
        return tuple(line)

    def _in_text(self, run: Text) -> Iterable[Run]:
        left = run
        while self._pattern and (found := self._pattern.search(left.text)):
            note = self._notes[found[0]]
            self._notes = {form: known for form, known in self._notes.items() if known is not note}
            self._pattern = self._forms()
            yield evolve(left, text=left.text[: found.end()])
            yield note
            left = evolve(left, text=left.text[found.end() :])
        if left.text:
            yield left

    def _forms(self) -> re.Pattern[str] | None:
        """Every form as a whole word, the longest first."""
        forms = "|".join(map(re.escape, sorted(self._notes, key=len, reverse=True)))
        return re.compile(rf"(?<!\w)(?:{forms})(?!\w)") if forms else None
