"""Contradictions: what a sentence says that the records deny, in the words of a finding, and how to mend it."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from bscb_docs.figures.figure import Figure
from bscb_docs.figures.number_words import in_words
from bscb_docs.rules.engine import Findings, Passage, at_words


@frozen(eq=False)
class Told:
    """Where a passage begins to say what is not so, what a finding says of that after its place, and the remedy."""

    passage: Passage
    start: int
    said: str
    mend: str


def findings_of(code: str, told: Iterable[Told]) -> Findings:
    """The finding of that code for each."""
    for each in told:
        yield at_words(code, each.passage, each.start, each.said, each.mend)


def miscounted(passage: Passage, start: int, words: str, figures: Sequence[Figure]) -> Told:
    """A number with what it counts, where figures count that otherwise: "nine (Executive Board meetings held)".

    The figure is named where its number could stand in the sentence: there is one, and not none.
    """
    recorded: dict[int, str] = {}
    for figure in figures:
        for number in figure.numbers if _counted(figure) not in recorded.values() else ():
            recorded.setdefault(number, _counted(figure))
    said = " or ".join(f"{in_words(number)} ({label})" for number, label in recorded.items())
    mend = f"Mend the number, or {_file_of(figures[0])}."
    numbers = {number for each in figures for number in each.numbers}
    if len(numbers) == 1 and 0 not in numbers:
        mend += f" Or type {{{{ {figures[0].name} }}}} in place of the number, and it stays right."
    return Told(passage, start, f': the records say {said}; you wrote "{words}".', mend)


def misstated(passage: Passage, start: int, words: str, figure: Figure) -> Told:
    """A number of things in some state, or a sum, as typed, where a figure has another."""
    said = f': the records say {figure.value} ({_counted(figure)}); you wrote "{words}".'
    mend = f"Mend the sentence, or {_file_of(figure)}. {{{{ {figure.name} }}}} sets what is recorded."
    return Told(passage, start, said, mend)


def _counted(figure: Figure) -> str:
    """What a figure counts, as its source says it, without the file and what was left out."""
    return figure.source.partition(": ")[2].partition(";")[0] or figure.source


def _file_of(figure: Figure) -> str:
    """The file in which stands what a figure counts."""
    return figure.source.partition(": ")[0]
