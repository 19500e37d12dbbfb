"""Returned form: what a file that came back says: answers by their questions, and words that answer none."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.forms.asked_work import AskedWork
from bscb_docs.forms.questions import CHOOSE, TYPE
from bscb_docs.reading.source_lines import without_bad
from bscb_docs.records import AskedForm

_LONGEST = 60
"""Characters of what was typed that a finding shows."""


@frozen
class TypedWords:
    """What somebody typed, and where they stand in the file, or beside what they stood."""

    text: str
    within: str = ""

    @property
    def short(self) -> str:
        """The words in quotation marks, cut short, for a message."""
        line = " ".join(self.text.split())
        return f'"{line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}..."}"'


@frozen
class ReturnedForm:
    """A file that came back; without a form where it is none that the board sent."""

    file: str
    form: AskedForm | None = None
    works: tuple[AskedWork, ...] = ()
    answers: Mapping[tuple[str, str], TypedWords] = field(factory=dict)
    """By the folded id of the work and the key of the question."""
    remarks: tuple[TypedWords, ...] = ()
    findings: tuple[Finding, ...] = ()


def typed(text: str) -> str:
    """What a person typed: without the prompt of the field, wherever it was left, and without signs no record holds."""
    text = without_bad(text).replace("\t", " ")
    for prompt in (TYPE, CHOOSE):
        text = text.replace(prompt, "")
    return "\n".join(line.strip() for line in text.split("\n")).strip()
