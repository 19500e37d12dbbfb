"""Date words: a date as the house writes it in English, told in the language of what is printed."""

from __future__ import annotations

import re

from bscb_docs.languages.house_words import say_apart, spoken

_WORDS = re.compile(r"(?:first|second) half of|end of|Q(?=[1-4]\b)|[A-Za-z]+")


def date_words(english: str) -> str:
    """A date, a month, a quarter or a span of months in the language of what is printed."""
    if spoken().is_english:
        return english
    return _WORDS.sub(lambda word: say_apart(word[0], "in a date"), english)
