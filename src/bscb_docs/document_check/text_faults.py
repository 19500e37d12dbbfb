"""What the words themselves give away: typed lists, symbols alone, capitals, leftover tags, characters of no meaning.

They are ACC-09, ACC-11, ACC-17, ACC-19, ACC-22, DOCX-18 and DOCX-22. All texts of a story are searched at once; only
what a search hits is looked at line by line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from bscb_docs.document_check.block_shapes import Line, Shape, words
from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.document_check.names_given import Place
from bscb_docs.document_check.pictures_and_layout import carries_something
from bscb_docs.document_check.text_look import EDGE
from bscb_docs.document_check.whereabouts import Where
from bscb_docs.ooxml.styles import Styles

_TAG = rb"\{\{|\}\}|\{%|%\}|\{#|#\}|\{_\{"
_NO_WORDS = r"[^\w\n]+"
_ITEM = (
    r"[^\S\n]*(?:[\u2022\u25e6\u2023\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u2043\u00b7*–—-]|\d{1,2}[.)]"
    r"|\(?[a-z]\)|\(?[ivx]{1,4}\)|o(?=\t))(?=\s)"
    r"|[^\S\n]*\d{1,2}(?:\.\d{1,2})+\.?(?=\t|\n)"
)
_LIKE_ITEM = rb"\n[ \t\r\f\v]*(?:[^\w\s]|\d{1,2}[.)]|[a-z]{1,4}\)|o\t)"
"""How a text begins that may be an item or have no words: few do, so that few are looked at closely."""
_SHAPES = frozenset("\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1")
_CAPITALS = r"[A-Z]{2,30}(?:[ ,&'’-]{1,5}[A-Z]{1,30}){3,}\b"
_CASES = bytes.maketrans(b"BCDEFGHIJKLMNOPQRSTUVWXYZ" + ",&'’-".encode(), b"A" * 25 + b" " * 7)
_LIKE_CAPITALS = rb"AA+(?: +A+){3}"
"""What _CAPITALS finds, once all capitals are "A" and what may stand between is " ": found five times as fast."""
_NO_MEANING = (
    rb"(?s)\xc2[\x80-\x9f]|\xee..|\xef(?:[\x80-\xa3].|\xb7[\x90-\xaf]|\xbf[\xb9-\xbf])|\xf3[\xb0-\xbf]..|\xf4..."
)
"""U+0080 to U+009F, U+E000 to U+F8FF, U+FDD0 to U+FDEF, U+FFF9 to U+FFFF and planes 15 and 16, in UTF-8."""
_CONTROL = rb"\xc2[\x80-\x9f]"
_LEADS = (b"\xee", b"\xef", b"\xf3", b"\xf4")
"""How all the others begin."""
_VAGUE = frozenset({
    *("click here", "click this", "click on this link", "please click here", "please click this"),
    *("please click on this link", "here", "this", "this link", "this page", "this website", "this document"),
    *("this report", "link", "more", "read more", "find out more", "more information", "further information"),
    *("see here", "website", "page", "document", "download", "details"),
})  # fmt: skip
_ADDRESSES = ("http://", "https://", "ftp://", "file:", "www.")
_LONGEST_ADDRESS = 40
BLANK = Fault("ACC-22", "A blank paragraph is used for spacing.")


def suspects(texts: Sequence[str]) -> list[int]:
    """The numbers of the texts worth looking at, in order."""
    joined = "\n".join(("", *texts, "")).encode("utf-8", "replace")
    found = {
        number
        for number, text in _hits(_LIKE_ITEM, joined, joined)
        if re.fullmatch(_NO_WORDS, text[:-1]) or re.match(_ITEM, text)
    }
    capitals = _hits(_LIKE_CAPITALS, joined.translate(_CASES), joined)
    found.update(number for number, text in capitals if re.search(_CAPITALS, text))
    # What follows is rare, and sooner ruled out than sought.
    if b"{" in joined or b"}" in joined:
        found.update(number for number, _ in _hits(_TAG, joined, joined))
    if any(lead in joined for lead in _LEADS) or re.search(_CONTROL, joined):
        found.update(number for number, _ in _hits(_NO_MEANING, joined, joined))
    return sorted(found)


def _hits(pattern: bytes, searched: bytes, joined: bytes) -> Iterator[tuple[int, str]]:
    """The number and words of each line where the pattern is found, a newline behind them."""
    line = end = -1
    for hit in re.finditer(pattern, searched):
        position = hit.start() + 1
        if position <= end:
            continue  # in the same line: one of a million hits is looked at once
        line += joined.count(b"\n", max(end, 0), position)
        start, end = joined.rindex(b"\n", 0, position) + 1, joined.index(b"\n", position)
        yield line, joined[start : end + 1].decode("utf-8", "replace")


def line_faults(text: str, *, plain: bool) -> Iterator[Fault]:
    """What is wrong with the words of a paragraph; `plain` is False in contents and page edges, where tabs serve."""
    written = text.encode()
    if re.search(_TAG, written):
        yield Fault("DOCX-18", "A tag of a template is left over.")
    strange = re.search(_NO_MEANING, written)
    if strange:
        sign = ord(strange.group().decode())
        yield Fault("DOCX-22", f"The text holds a character that means nothing (U+{sign:04X}).")
    if plain and re.search(_CAPITALS, text):
        yield Fault("ACC-09", "Words are typed in capitals.")


def is_typed_item(text: str, *, alone: bool) -> bool:
    """True for words that begin with a bullet or number of their own.

    `alone` is True for the one paragraph of a table cell that begins with a filled or open shape: it is the sign of a
    status and no bullet.
    """
    if alone and has_shape(text):
        return False
    return re.match(_ITEM, f"{text}\n") is not None and re.search(r"\s\S*\w", text.lstrip()) is not None


def has_shape(text: str) -> bool:
    """True for words that begin with a filled or open shape."""
    return text.lstrip()[:1] in _SHAPES


def is_symbol_alone(text: str) -> bool:
    """True for text without a letter or a digit."""
    return bool(text.strip()) and not any(sign.isalnum() for sign in text)


def link_fault(words: str) -> Fault | None:
    """What is wrong with the words of a link; a plain www address is good enough."""
    shown = " ".join(words.split())
    if not shown:
        return Fault("ACC-19", "A link has no words.")
    if _without_end(shown).lower() in _VAGUE:
        return Fault("ACC-19", f"The words of a link do not say where it goes: '{shown}'.")
    if _is_address(shown) and (len(shown) > _LONGEST_ADDRESS or "://" in shown):
        return Fault("ACC-19", "A link shows a bare address in place of words.")
    return None


def _without_end(shown: str) -> str:
    """The words up to the last letter or digit."""
    return shown[: max((place for place, sign in enumerate(shown, 1) if sign.isalnum() or sign == "_"), default=0)]


def _is_address(shown: str) -> bool:
    return " " not in shown and any(shown.lower().startswith(each) and shown.lower() != each for each in _ADDRESSES)


class Passage(NamedTuple):
    """A block that was read: its shape, its texts, and where it stands."""

    shape: Shape
    texts: list[str]
    where: Where

    def say(self, fault: Fault | None = None) -> str:
        """The place of the fault, or of the block, in words."""
        number, cell = (fault.line, fault.cell) if fault is not None else (-1, 0)
        if number < 0 and self.where.table and not cell:
            return self.where.say()
        lines = self.shape.lines
        found = lines[number] if number >= 0 else next((line for line in lines if line.cell == cell), None)
        return self.where.say(words(found.parts, self.texts) if found else "", cell)


def read_passages(
    passages: Sequence[Passage], texts: Sequence[str], kind: str, styles: Styles
) -> Iterator[tuple[Fault, Place]]:
    """What the words of a story of that kind give away, each with its place; `texts` are all of theirs."""
    found = suspects(texts)
    if not found:
        return
    starts = list(accumulate((len(passage.texts) for passage in passages), initial=0))
    done: set[tuple[int, int]] = set()
    for number in found:
        index = bisect_right(starts, number) - 1
        passage = passages[index]
        for place, line in enumerate(passage.shape.lines):
            if number - starts[index] in line.parts and (index, place) not in done:
                done.add((index, place))
                yield from _read_line(line, passage, kind, styles)


def _read_line(line: Line, passage: Passage, kind: str, styles: Styles) -> Iterator[tuple[Fault, Place]]:
    text = words(line.parts, passage.texts)
    place = partial(passage.where.say, text, line.cell)
    plain = kind != EDGE and not styles.named(line.style).startswith("toc ")
    lines = [each for each in passage.shape.lines if line.cell and each.cell == line.cell]
    shapes = sum(has_shape(words(each.parts, passage.texts)) for each in lines)
    for fault in line_faults(text, plain=plain):
        yield fault, place
    if plain and is_typed_item(text, alone=shapes == 1) and not styles.is_numbered(line.style, line.element):
        yield Fault("ACC-11", "A list is typed by hand: its sign or number is part of the words."), place
    if line.cell:
        if is_symbol_alone("".join([words(each.parts, passage.texts) for each in lines])):
            yield Fault("ACC-17", "A table cell says something by a symbol alone."), place
    elif not text.strip() and not carries_something(line):
        yield BLANK, place
