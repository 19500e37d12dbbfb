"""Labels: which language a text is in, the house's own words in others, and the terms that a board keeps to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import frozen

from bscb_docs.languages.house_words import Wording, shipped_labels
from bscb_docs.languages.language_tags import HOUSE_LANGUAGE, language_of, tag_named
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.record import Record, Renamed, many, one, unprinted
from bscb_docs.records.typed_text import Prose

_BRACED = re.compile(r"\{[^{}]*\}?|\}")


@frozen
class Language(Checked):
    """A language by its tag: `cy` is Welsh."""

    accepts: ClassVar[tuple[str, str]] = ("a language by its tag or its English name", "cy")

    tag: str = HOUSE_LANGUAGE

    @classmethod
    def from_text(cls, text: str) -> Language:
        """The language of a tag or of an English name; ValueError for anything else."""
        return cls(tag_named(text))

    def __str__(self) -> str:
        """The tag."""
        return self.tag


@frozen(kw_only=True)
class Label(Record):
    """What is printed in place of some words of the house: a row of `labels.csv`."""

    label: str = attrs.field(metadata={"use": "the words of the house that are printed otherwise"})
    """The words of the house as they stand in English."""
    language: Language = one(default=Language(), printed=False, use="documents of that language print it")
    """The language of the documents in which others are printed."""
    words: str = attrs.field(metadata={"use": "what they print"})

    def check_values(self) -> None:
        """A label prints the values of its English and asks for nothing else in braces."""
        known = _BRACED.findall(self.label)
        wrong = next((each for each in _BRACED.findall(self.words) if each not in known), None)
        if wrong:
            raise ValueError(f'"{wrong}" is no value of the label; write in braces only what the label has there')


def wording_of(labels: Iterable[Label], language: str) -> Wording:
    """The house's words in a language: those that the library brings, and before them those of a board's labels."""
    own = {each.label: each.words for each in labels if language_of(each.language.tag) == language_of(language)}
    return Wording(language, {**shipped_labels(language), **own})


@frozen(kw_only=True)
class Term(Renamed):
    """The form of a name that the pack keeps to, its abbreviation, and the forms allowed and forbidden."""

    title: str = unprinted()
    abbreviation: str | None = one(printed=False)
    also: tuple[str, ...] = many("also", printed=False, use="forms that are no fault in the text")
    never: tuple[str, ...] = many("not", printed=False, use="forms that are told where the text has them")
    text: Prose = attrs.field(
        default=Prose(""),
        metadata={"use": "a document that asks for it with `terms: at first use` explains the term by it"},
    )
