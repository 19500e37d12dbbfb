"""Contradictions: what a sentence says against the figures of the records, and how to mend it."""

from attrs import frozen

from bscb_docs.figures.figure import Figure
from bscb_docs.figures.number_words import in_words
from bscb_docs.rules.engine import Passage


@frozen(eq=False, repr=False)
class Claim:
    """A number in the prose and what the records say instead."""

    passage: Passage
    start: int
    words: str
    phrase: str
    figures: tuple[Figure, ...]

    @property
    def recorded(self) -> str:
        """The numbers of the records, each with what it counts: "nine (Executive Board meetings held in 2017-18)"."""
        said: dict[int, str] = {}
        for figure in self.figures:
            for number in figure.numbers if _counted(figure) not in said.values() else ():
                said.setdefault(number, _counted(figure))
        return " or ".join(f"{in_words(number)} ({label})" for number, label in said.items())

    @property
    def contradiction(self) -> str:
        """Both numbers in a sentence that follows a colon."""
        return f'the records say {self.recorded}; you wrote "{f"{self.words} {self.phrase}".strip()}".'

    @property
    def mend(self) -> str:
        """What to do; the figure is named where its number could stand in the sentence: there is one, and not none."""
        mend = f"Mend the number, or {_file_of(self.figures[0])}."
        numbers = {number for figure in self.figures for number in figure.numbers}
        keeps_its_sense = len(numbers) == 1 and 0 not in numbers
        token = f"{{{{ {self.figures[0].name} }}}}"
        return f"{mend} Or type {token} in place of the number, and it stays right." if keeps_its_sense else mend


@frozen(eq=False)
class Share:
    """A number of things in some state, or a sum, as typed, where it begins, and the figure that has another."""

    passage: Passage
    start: int
    words: str
    figure: Figure

    @property
    def contradiction(self) -> str:
        """Both in a sentence that follows a colon."""
        return f'the records say {self.figure.value} ({_counted(self.figure)}); you wrote "{self.words}".'

    @property
    def mend(self) -> str:
        """What to do."""
        return f"Mend the sentence, or {_file_of(self.figure)}. {{{{ {self.figure.name} }}}} sets what is recorded."


def _counted(figure: Figure) -> str:
    """What a figure counts, as its source says it, without the file and what was left out."""
    return figure.source.partition(": ")[2].partition(";")[0] or figure.source


def _file_of(figure: Figure) -> str:
    """The file in which stands what a figure counts."""
    return figure.source.partition(": ")[0]
