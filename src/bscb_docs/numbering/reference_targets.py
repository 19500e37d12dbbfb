"""Reference targets: what of a document can be referred to, what was referred to, and what each reference prints."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from attrs import define, field, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.diagnostics.suggestions import is_one_figure_off, nearest
from bscb_docs.records import ByName, fold
from bscb_docs.records.names import singular

_FEW = 4
"""Names that a person can choose from."""
_NUMBERED = re.compile(r"([^\W\d_]+)\s\d+(?:\.\d+)*(?![\w-])")
"""What stands before a number that is no year's, as in `Priority 2, action 3 of 2017-18`."""


class Target(NamedTuple):
    """What a cross-reference can lead to: its bookmark, the number it prints, and the switch that keeps it live."""

    bookmark: str
    number: str
    switch: str


@frozen
class Asked(Compared):
    """A cross-reference as it was typed: its word, the name it leads to, and where it stands in the board's files."""

    word: str
    target: str
    place: Place
    after: str = ""


@frozen
class Answer(Compared):
    """What a cross-reference prints: words, and where it leads in this document, whose number they stand around."""

    lead: str
    target: Target | None = None
    tail: str = ""
    message: str = ""
    """What is wrong, where nothing of that name can be referred to."""
    mend: str = ""

    @property
    def text(self) -> str:
        """All that is printed."""
        return f"{self.lead}{self.target.number}{self.tail}" if self.target else self.lead


@define(eq=False)
class References:
    """The cross-references of one document, and the things in it that have a name."""

    find_called: Callable[[], ByName[str]] = ByName
    """What the pack calls things wherever they stand: asked for where a reference is answered."""
    targets: ByName[Target] = field(factory=ByName)
    asked: list[Asked] = field(factory=list)

    @cached_property
    def called(self) -> ByName[str]:
        """What the pack calls a thing, by name: what a reference prints to one in another document."""
        return self.find_called()

    def name(self, name: str, target: Target) -> None:
        """What is called by that name; the first thing of a name is the one referred to."""
        self.targets.setdefault(name, target)

    def ask(self, asked: Asked) -> int:
        """Keeps a cross-reference for `answer`, which knows it by the number given."""
        self.asked.append(asked)
        return len(self.asked) - 1

    def answer(self, number: int) -> Answer:
        """What the reference of that number prints; right only when the whole document was counted."""
        asked = self.asked[number]
        target = self.targets.get(asked.target)
        if target is not None and target.number:
            lead, tail = self._around(asked, target.number)
            return Answer(lead, target, f"{tail}{asked.after}")
        if asked.target in self.called:
            return Answer(f"{self.called[asked.target]}{asked.after}", target)
        words = f"{asked.word} [{asked.target}]"
        if target is not None:
            message = f"What is called #{asked.target} has no number to print."
            return Answer(words, message=message, mend="Refer to a numbered paragraph instead.")
        mend = (
            f"{self._near(asked.target)}Put {{#{asked.target}}} at the end of the paragraph that is meant, or mend the "
        )
        mend += "name."
        return Answer(words, message=f"There is nothing called #{asked.target} to refer to.", mend=mend)

    def _near(self, name: str) -> str:
        """`Did you mean #T1-26-1 or #T1-26-2? `: what is called almost so; "" where nothing is, or too much."""
        known = [*dict.fromkeys((*self.called, *self.targets))]
        near = nearest(fold(name), known)
        of_figure = [each for each in known if is_one_figure_off(fold(name), each)]
        names = [near] if near else of_figure if len(of_figure) <= _FEW else []
        shown = (each.upper() if name.isupper() else each for each in names)
        return f"Did you mean {joined([f'#{each}' for each in shown], 'or')}? " if names else ""

    def _around(self, asked: Asked, number: str) -> tuple[str, str]:
        """What stands before and after a number: the word that was typed, and what the document always says with it.

        The word is that of the pack where another was typed: an action is neither a priority nor an appendix.
        """
        if " " in number:  # Appendix 1
            return "", ""
        called, word = self.called.get(asked.target, ""), asked.word
        kind = _NUMBERED.findall(called)[-1:]
        if kind and singular(fold(word)) != fold(kind[0]):
            word = kind[0]
        part = re.search(rf"(?<!\w){re.escape(f'{word} {number}')}(?!\w)", called, re.IGNORECASE)
        group, tail = (called[: part.start()], called[part.end() :]) if part else ("", "")
        return f"{group}{word}\u00a0", tail
