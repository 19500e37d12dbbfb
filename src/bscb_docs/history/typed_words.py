"""Typed words: words as a board typed them, and as they would be typed for others to be printed."""

import re
from difflib import SequenceMatcher

from attrs import frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.prose import AsideKind, escape
from bscb_docs.prose.typed_lines import POINT, UNPRINTED
from bscb_docs.records import Record, fold

_HEADS = "|".join(["Caption", "At a glance", *(kind.value for kind in AsideKind if kind is not AsideKind.EXAMPLE)])
_BEFORE = re.compile(rf"\s*(?:(?:{POINT}|\[\^[^\]\s]+\]:|(?i:{_HEADS}):)\s+)?")
_GAP = re.compile(r"\n {0,3}>[ \t]*|\s+")
"""What stands between two words, at the end of a line of what is set apart too."""
_AFTER = re.compile(rf"\s*(?:{UNPRINTED})?\s*$")


@frozen
class Typed:
    """Words as a board typed them: whose they are, in which field, and where they stand."""

    record: Record
    about: str
    part: str
    raw: str
    place: Place

    @property
    def line(self) -> str:
        """The words without the signs before them and the name behind them, line ends and all."""
        return parted(self.raw)[1]

    @property
    def words(self) -> str:
        """The same on one line: what is printed of it, but for the figures, names and numbers that are set."""
        return " ".join(_GAP.split(self.line))


def parted(raw: str) -> tuple[str, str, str]:
    """The signs that stand before words as typed, the words, and the name behind them."""
    before = _BEFORE.match(raw)
    start = before.end() if before else 0
    after = _AFTER.search(raw, start)
    stop = after.start() if after else len(raw)
    return raw[:start], raw[start:stop], raw[stop:]


def retyped(typed: Typed, old: str, new: str) -> tuple[str, str] | None:
    """The words as typed, and as they would be typed for what is printed of them to become the new words.

    None where they stand in a field or a table's cell, and where a word that changed is not printed as it was typed:
    it is set from a figure or a name, or marked.
    """
    if typed.part or not typed.place.column or not new or old == new:
        return None
    before, after, raw = old.split(), new.split(), typed.words.split()
    same = SequenceMatcher(None, list(map(fold, before)), list(map(fold, raw)), autojunk=False).get_matching_blocks()
    at = {block.a + n: block.b + n for block in same for n in range(block.size)} | {-1: -1, len(before): len(raw)}
    gaps = ["", *_GAP.findall(typed.line)]
    words = list(zip(gaps, raw, strict=True))
    changes = [
        each for each in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if each[0] != "equal"
    ]
    for _, a, b, c, d in reversed(changes):
        start = at.get(a - 1, len(raw))
        stop = start + b - a + 1
        if [at.get(n) for n in range(a, b + 1)] != list(range(start + 1, stop + 1)):
            return None
        gap = words[start + 1][0] if b > a else " "
        words[start + 1 : stop] = [(gap, escape(" ".join(after[c:d])))] if d > c else []
    return typed.line, "".join(f"{gap or ' '}{word}" for gap, word in words).strip()
