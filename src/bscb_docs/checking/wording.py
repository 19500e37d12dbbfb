"""What the words themselves give away: typed lists, symbols alone, capitals, leftover tags, characters of no meaning.

All texts of a story are searched at once; only what a search hits is looked at line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bscb_docs.checking.faults import Fault

_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{_\{")
_NO_WORDS = re.compile(r"\n[^\w\n]+(?=\n)")
_ITEM = re.compile(
    r"\n[^\S\n]*(?:[\u2022\u25e6\u2023\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u2043\u00b7*–—-]|\d{1,2}[.)]"
    r"|\(?[a-z]\)|\(?[ivx]{1,4}\)|o(?=\t))(?=\s)"
    r"|\n[^\S\n]*\d{1,2}(?:\.\d{1,2})+\.?(?=\t|\n)"
)
_SHAPES = frozenset("\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1")
_CAPITALS = re.compile(r"[A-Z]{2,30}(?:[ ,&'’-]{1,5}[A-Z]{1,30}){3,}\b")
_NO_MEANING = re.compile("[\u0080-\u009f\ue000-\uf8ff\ufff9-\uffff\ufdd0-\ufdef]|[\U000f0000-\U0010ffff]")
_VAGUE = re.compile(
    r"(?:(?:please )?click (?:here|this|on this link)|here|this|this (?:link|page|website|document|report)|link|more|"
    r"read more|find out more|more information|further information|see here|website|page|document|download|details)\W*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|ftp://|file:|www\.)\S+", re.IGNORECASE)
_LONGEST_ADDRESS = 40


def suspects(texts: list[bytes]) -> Iterator[int]:
    """The numbers of the texts worth looking at, each once and in order."""
    joined = b"\n".join((b"", *texts, b"")).decode("utf-8", "replace")
    found: set[int] = set()
    for pattern in _patterns_for(joined):
        line, last = -1, 0
        for hit in pattern.finditer(joined):
            line += joined.count("\n", last, hit.start() + 1)
            last = hit.start() + 1
            found.add(line)
    yield from sorted(found)


def _patterns_for(joined: str) -> Iterator[re.Pattern[str]]:
    yield _NO_WORDS
    yield _ITEM
    yield _CAPITALS
    if "{" in joined or "}" in joined:
        yield _TAG
    if not joined.isascii():
        yield _NO_MEANING


def line_faults(text: str, *, numbered: bool, plain: bool, alone: bool) -> Iterator[Fault]:
    """What is wrong with the words of a paragraph.

    `plain` is False in contents and page edges, where tabs serve. `alone` is True for the one paragraph of a table
    cell, where a filled or open shape before the words is the sign of a status and no bullet.
    """
    if _TAG.search(text):
        yield Fault("DOCX-18", "A tag of a template is left over.")
    strange = _NO_MEANING.search(text)
    if strange:
        yield Fault("DOCX-22", f"The text holds a character that means nothing (U+{ord(strange.group()):04X}).")
    listed = plain and not numbered and not (alone and text.lstrip()[:1] in _SHAPES)
    if listed and _ITEM.match(f"\n{text}\n") and re.search(r"\s\S*\w", text.lstrip()):
        yield Fault("ACC-11", "A list is typed by hand: its sign or number is part of the words.")
    if plain and _CAPITALS.search(text):
        yield Fault("ACC-09", "Words are typed in capitals.")


def is_symbol_alone(text: str) -> bool:
    """True for text without a letter or a digit."""
    return bool(text.strip()) and not any(sign.isalnum() for sign in text)


def link_fault(words: str) -> Fault | None:
    """What is wrong with the words of a link; a plain www address is good enough."""
    shown = " ".join(words.split())
    if not shown:
        return Fault("ACC-19", "A link has no words.")
    if _VAGUE.fullmatch(shown):
        return Fault("ACC-19", f"The words of a link do not say where it goes: '{shown}'.")
    if _ADDRESS.fullmatch(shown) and (len(shown) > _LONGEST_ADDRESS or "://" in shown):
        return Fault("ACC-19", "A link shows a bare address in place of words.")
    return None
