"""Expansions: the words whose first letters make an abbreviation, before it or after it."""

import re

from bscb_docs.rules.engine import stem_of, words_of
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS

_WORDS = re.compile(r"[\w'’]+|&")
_JOINING = frozenset(["and", "&", "or"])
_REACH = 120
"""Characters: no name that anybody abbreviates is longer."""


def expansion_before(text: str, short: str) -> str:
    """The words at the end of a text whose first letters make the abbreviation, small words apart; "" where none do."""
    words = _WORDS.findall(text[-_REACH:])
    first = _first_word(words, len(words), short.upper())
    return "" if first is None else " ".join(words[first:])


def expansion_after(text: str, short: str) -> str:
    """The words at the beginning of a text whose first letters make the abbreviation; "" where none do."""
    words = _WORDS.findall(text[:_REACH])
    for end in range(len(short), len(words) + 1):
        if _first_word(words[:end], end, short.upper()) == 0:
            return " ".join(words[:end])
    return ""


def _first_word(words: list[str], end: int, letters: str) -> int | None:
    """Where the words before `end` begin that give those letters; a small word may give one or none."""
    if not letters:
        return end
    if end == 0:
        return None
    last = words[end - 1]
    if last[0].upper() == letters[-1]:
        found = _first_word(words, end - 1, letters[:-1])
        if found is not None:
            return found
    return _first_word(words, end - 1, letters) if last.lower() in SMALL_WORDS else None


def form_of(words: str) -> tuple[str, ...]:
    """An expansion in the singular, without possessives and without "and": forms of one expansion are the same."""
    return tuple(stem_of(word) for word in words_of(words) if word not in _JOINING)
