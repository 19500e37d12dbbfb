"""Paragraph words: what a person reads of a paragraph, in whichever tree its part was read, or as text."""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bscb_docs.ooxml.marks import STX, split_at_marks
from bscb_docs.ooxml.xml_trees import w

SPACES = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
"""What stands in a run for a space, a line's end or a hyphen."""
GONE = frozenset({w("del"), w("moveFrom"), w("instrText"), w("delText"), w("pPr"), w("rPr"), w("sdtPr")})
"""What holds no words that are printed: deletions, the code of a field, properties."""
BOX = w("txbxContent")
FALLBACK = "}Fallback"
"""Ends the name of what a program shows in place of something newer that it does not know: the same words again."""
HELD = "<w:noBreakHyphen/>"
"""A hyphen at which no line ends."""
_MARKUP = re.compile(r"<w:instrText.*?</w:instrText>|<[^>]+>")
_NOTES = frozenset({w("footnoteReference"), w("endnoteReference")})
_PRIVATE = range(0xE000, 0xF900)


def words_in(paragraph: Iterable[Any], note: str = "") -> str:
    """The words as they would be printed: with tracked insertions, without deletions, and of a field only its result.

    The paragraph is an element of the standard library or of lxml. `note` stands for the number of each note. What a
    text box holds that hangs on the paragraph stands in paragraphs of its own.
    """
    return plain_spaces("".join(_pieces(paragraph, note)))


def plain_spaces(text: str) -> str:
    """The same with plain spaces for those at which no line ends: how words are laid out was written by nobody."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def _pieces(node: Iterable[Any], note: str) -> Iterator[str]:
    for child in node:
        tag = child.tag
        if tag == w("t"):
            yield child.text or ""
        elif tag in SPACES:
            yield SPACES[tag]
        elif tag in _NOTES:
            yield note
        elif tag == w("sym"):
            yield _symbol(child.get(w("char"), ""))
        elif isinstance(tag, str) and tag not in GONE and tag != BOX and not tag.endswith(FALLBACK):
            yield from _pieces(child, note)


def _symbol(code: str) -> str:
    """A sign of a font of signs, which has no letter: a bullet stands for it."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "\N{BULLET}" if number in _PRIVATE else chr(number)


def plain_words(xml: str) -> str:
    """The words that a person reads in runs and fields, white space made one space."""
    return " ".join(words_of(xml).split())


def words_of(xml: str) -> str:
    """The words that a person reads in runs and fields, as they stand there."""
    return html.unescape(_MARKUP.sub("", xml.replace(HELD, "-")))


def words_told(content: str, answer: Callable[[int], str]) -> str:
    """The words of filled text, given what each of its references prints."""
    if STX not in content:
        return plain_words(content)
    first, *marks = split_at_marks(content)
    pairs = zip(marks[::3], marks[1::3], marks[2::3], strict=True)
    told = (f"{answer(int(value)) if kind == 'ref' else ''}{words_of(after)}" for kind, value, after in pairs)
    return " ".join((words_of(first) + "".join(told)).split())
