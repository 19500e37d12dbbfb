"""The risk register: every risk with its owner and its score, the gravest first, on pages that lie on their side.

It shows a value with a reading of its own (`Score`), an option that a board sets in its register
(`section: risk-register, lowest 12`), words in a cell in a style that the template brings, and a rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from attrs import frozen

from bscb_docs import (
    Board,
    Body,
    Document,
    Figure,
    FigureSource,
    Finding,
    Kind,
    Layout,
    Organisation,
    Pack,
    PartialDate,
    Prose,
    Ratio,
    Record,
    Ref,
    Rule,
    Runs,
    Section,
    Severity,
    Symbol,
    hookimpl,
    one,
)


class Rating(Enum):
    """What a score is called; a board says so in words, for a colour alone tells nothing to who cannot see it."""

    HIGH = "High"
    MEDIUM = "Medium"
    LOW = "Low"


@frozen
class Score:
    """How likely something is, or how grave: from 1 to 5."""

    value: int

    @classmethod
    def from_text(cls, text: str) -> Score:
        """The score as a cell has it; ValueError where it is none."""
        if text.strip() not in {"1", "2", "3", "4", "5"}:
            raise ValueError(f'"{text}" is no score; write a whole number from 1 to 5')
        return cls(int(text))

    def __str__(self) -> str:
        """As it is typed."""
        return str(self.value)


@frozen(kw_only=True)
class Risk(Record):
    """One risk: a card whose text says what is done about it, or a row of risks.csv."""

    id: str
    title: str
    owner: Ref[Organisation | Body]
    likelihood: Score
    impact: Score
    reviewed: PartialDate | None = one()
    text: Prose = Prose("")

    @property
    def score(self) -> int:
        """Likelihood times impact, from 1 to 25."""
        return self.likelihood.value * self.impact.value

    @property
    def rating(self) -> Rating:
        """High from 15, medium from 8."""
        return Rating.HIGH if self.score >= 15 else Rating.MEDIUM if self.score >= 8 else Rating.LOW


@frozen
class RiskRow:
    """One row of the table."""

    title: str
    owner: str
    likelihood: int
    impact: int
    score: int
    rating: Runs
    text: Prose


@frozen
class RisksPage:
    """The rows, the gravest first, and how many risks stand below the lowest score that is printed."""

    rows: tuple[RiskRow, ...]
    below: int


def printed(board: Board, document: Document) -> tuple[Risk, ...]:
    """The risks from the lowest score of the register's option on, the highest score first, then by title."""
    lowest = lowest_of(document)
    risks = [risk for risk in board.of(Risk) if risk.score >= lowest]
    return tuple(sorted(risks, key=lambda risk: (-risk.score, risk.title)))


def lowest_of(document: Document) -> int:
    """The lowest score that a board wants printed; what is no score is told at the register's line."""
    return document.option("lowest", read_score, 1)


def read_score(words: str) -> int:
    """The score that words name; ValueError, which says what to write, for others."""
    if not words.isdecimal():
        raise ValueError(f'"{words}" is no score; write a number from 1 to 25')
    return int(words)


def make_page(board: Board, document: Document) -> RisksPage | None:
    """The register; None, where no risk is recorded, leaves the section out."""
    risks = printed(board, document)
    rows = tuple(make_row(board, risk) for risk in risks)
    return RisksPage(rows, len(board.of(Risk)) - len(risks)) if board.of(Risk) else None


def make_row(board: Board, risk: Risk) -> RiskRow:
    """The cells of one risk; the rating is a word in the style that bears its name."""
    rating = (Symbol(risk.rating.value, f"Risk {risk.rating.value}"),)
    return RiskRow(
        title=risk.title,
        owner=board.get(risk.owner).title,
        likelihood=risk.likelihood.value,
        impact=risk.impact.value,
        score=risk.score,
        rating=rating,
        text=risk.text or Prose("Nothing is recorded."),
    )


def count_high(board: Board) -> Iterator[Figure]:
    """`{{ risks.high }}`: how many of all risks are high."""
    risks = board.of(Risk)
    if risks:
        high = sum(risk.rating is Rating.HIGH for risk in risks)
        yield Figure("risks.high", Ratio(high, len(risks)), "the risk register", phrases=("high risks",))


RULE = "RISK-01"


def check_high(pack: Pack) -> Iterator[Finding]:
    """A high risk about which nothing is done."""
    for risk in pack.board.of(Risk):
        if risk.rating is Rating.HIGH and not risk.text:
            message = f"Nothing is done about the risk {risk.id}, whose score is {risk.score}."
            yield Finding(RULE, Severity.STOP, message, risk.place, "Write below it what is done, and by whom.")


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kind Risk."""
    return [Kind(Risk)]


@hookimpl.sections
def sections() -> list[Section[RisksPage]]:
    """The section `risk-register`, whose template brings a style for each rating."""
    return [
        Section(
            "risk-register",
            Path(__file__).with_name("risk_register.docx"),
            RisksPage,
            make_page,
            layout=Layout.LANDSCAPE,
            options=("lowest",),
            prints=printed,
            styles=tuple(f"Risk {rating.value}" for rating in Rating),
        )
    ]


@hookimpl.figures
def figures() -> list[FigureSource]:
    """What counts the high risks."""
    return [count_high]


@hookimpl.rules
def rules() -> list[Rule]:
    """The rule about high risks."""
    return [Rule(RULE, Severity.STOP, "Something is done about every high risk.", check_high)]
