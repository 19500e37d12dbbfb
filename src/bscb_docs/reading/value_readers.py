"""Value readers: words as numbers, dates, years or one of a few words; what they are not is refused with the reason."""

import re
from enum import Enum
from functools import lru_cache
from typing import Any

from bscb_docs.diagnostics.phrases import sentences
from bscb_docs.reading.words_in_place import Value
from bscb_docs.records import PartialDate, YearSpan, fold
from bscb_docs.records.values.partial_date import NEVER_COMES

_IN_FIGURES = re.compile(r"\d+[./]\d+[./]\d+")
_NEVER_COMES = re.compile(NEVER_COMES, re.IGNORECASE)
_NOT_KNOWN = re.compile(
    r"tb[cad]\.?|to be (?:confirmed|agreed|decided|determined)|unknown|not (?:yet )?known|n/?a|\?+", re.I
)
_NUMBER = re.compile(r"\d{1,15}|\d{1,3}(?:,\d{3})+")


class Refused(ValueError):  # noqa: N818  # it is no error of the program: a person wrote another word
    """A value that its field does not take: the code it is reported under, what is wrong, the mend, what is kept."""

    def __init__(self, code: str, message: str, mend: str = "", kept: Any = None) -> None:
        super().__init__(message)
        self.code, self.message, self.mend, self.kept = code, message, mend, kept


def refused(error: ValueError, code: str) -> Refused:
    """The refusal that a value's own words make: what is wrong stands before the semicolon, the mend after it."""
    return Refused(code, *sentences(str(error)))


def is_not_known(words: str) -> bool:
    """True for what people write in place of a date or name that they do not know."""
    return _NOT_KNOWN.fullmatch(words) is not None


def read_number(value: Value) -> int:
    """The whole number, also with commas at its thousands."""
    if not _NUMBER.fullmatch(value.text):
        raise Refused("REC-06", f'"{value.text}" is no whole number.', "Write it in figures, as in 30.")
    return int(value.text.replace(",", ""))


def read_word(value: Value, kind: type[Enum]) -> Enum:
    """The member whose words these are, in any capitals."""
    for member in kind:
        if fold(str(member.value)) == fold(value.text):
            return member
    known = ", ".join(str(member.value) for member in kind)
    raise Refused("REC-06", f'"{value.text}" is none of the words that can stand here.', f"Write one of: {known}.")


def read_date(value: Value) -> PartialDate:
    """The date, as far as it is known; "ongoing" and its like are refused under a code of their own, DUE-03.

    A date in figures that has one reading is kept, and its form told under DUE-07.
    """
    if _NEVER_COMES.fullmatch(value.text):
        mend = "Write the date by which it can be seen to be done, as in March 2018, or: not recorded, and why."
        raise Refused("DUE-03", f'"{value.text}" is no date that ever comes.', mend)
    if is_not_known(value.text):
        raise Refused("DUE-01", f'"{value.text}" is no date.', "Write the date, or: not recorded, because ...")
    try:
        date = _date(value.text)
    except ValueError as error:
        raise refused(error, "DUE-01") from None
    if _IN_FIGURES.fullmatch(value.text):
        raise Refused("DUE-07", f'"{value.text}" can only be {date}, and is taken as that.', f"Write: {date}.", date)
    return date


@lru_cache(maxsize=1 << 12)
def _date(text: str) -> PartialDate:
    return PartialDate.from_text(text)


def read_years(value: Value) -> YearSpan:
    """The years that the words name."""
    try:
        return YearSpan.from_text(value.text)
    except ValueError as error:
        raise refused(error, "REC-06") from None
