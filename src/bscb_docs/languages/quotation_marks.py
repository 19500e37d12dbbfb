"""Quotation marks and apostrophes as a printer sets them, from those that people type."""

import re

_TYPED = re.compile("['\"]")
_OPENS_AFTER = frozenset("([{/\N{EN DASH}\N{EM DASH}\N{LEFT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}")
_LEFT_OUT = re.compile(r"'(?:\d\ds?\b|(?:tis|twas|em|til)\b)", re.IGNORECASE)
"""What an apostrophe begins, since letters or figures are left out: '90s, 'tis."""
_OPENING = {"'": "\N{LEFT SINGLE QUOTATION MARK}", '"': "\N{LEFT DOUBLE QUOTATION MARK}"}
_CLOSING = {"'": "\N{RIGHT SINGLE QUOTATION MARK}", '"': "\N{RIGHT DOUBLE QUOTATION MARK}"}


def printed_signs(text: str, before: str = "", after: str = "") -> str:
    """The text with typographic quotation marks and apostrophes; what is typographic already stays.

    A straight sign opens where nothing, a space, a bracket, a dash or another opening sign stands before it and a word
    follows; else it closes, or is an apostrophe. `before` and `after` are what the line has on either side of the text.
    """
    if "'" not in text and '"' not in text:
        return text
    pieces: list[str] = []
    last, end = before[-1:], 0
    for found in _TYPED.finditer(text):
        at = found.start()
        last = text[at - 1] if at > end else last
        following = text[at + 1 : at + 2] or after[:1]
        begins = not last or last.isspace() or last in _OPENS_AFTER
        opens = begins and not following.isspace() and following != "" and not _LEFT_OUT.match(text, at)
        last = (_OPENING if opens else _CLOSING)[found[0]]
        pieces += text[end:at], last
        end = at + 1
    return "".join((*pieces, text[end:]))
