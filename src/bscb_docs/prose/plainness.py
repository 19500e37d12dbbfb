"""Prose without signs as blocks at once: what most of a board's texts are, without waking the Markdown parser."""

from __future__ import annotations

import re

from bscb_docs.prose.blocks import Block, Blocks, Item, ItemList, Paragraph, Text

_NAME = re.compile(r"(?<=[^\s{}]) +\{#(\w[\w.-]*)\} *$")
_NAMES = re.compile(_NAME.pattern, re.MULTILINE)
_SIGN = re.compile(
    r"[\\`*_{}\[\]<|\t\r\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|&[#\w]+;"
)
"""What Markdown might read, and white space other than the space and the line end."""
_START = re.compile(
    r"^(?: +\S|[-+#>=~•▪●◦‣·∙\uf0b7\uf0a7–—](?<!-(?= \w))|- \d{1,9}[.)](?:\s|$)|\d{1,9}[.)](?:\s|$)|- ?caption:|caption:)",
    re.MULTILINE | re.IGNORECASE,
)
"""What may begin something else than a paragraph or a `- ` point of one line."""


def plain_blocks(text: str) -> Blocks | None:
    """The blocks of paragraphs and of points of one line each; None where only the Markdown parser can tell."""
    if _SIGN.search(_NAMES.sub("", text) if "{#" in text else text) or _START.search(text):
        return None
    blocks: list[Block] = []
    words: list[str] = []
    points: list[Item] = []
    start = 0
    for at, line in enumerate([*text.split("\n"), ""]):
        typed = line.strip(" ")
        if typed.startswith("- "):
            if words:
                blocks.append(_paragraph(words, start))
                words = []
            points.append(_point(typed[2:].strip(" "), at))
            start = at
        elif not typed:
            if words:
                blocks.append(_paragraph(words, start))
                words = []
            start = -1
        else:
            if points:
                if start >= 0:
                    return None  # words that run on from a point
                blocks.append(ItemList(tuple(points), line=points[0].line))
                points = []
            if words and "{" in words[-1]:
                return None  # a name within a paragraph
            if not words:
                start = at
            words.append(typed)
    if points:
        blocks.append(ItemList(tuple(points), line=points[0].line))
    return tuple(blocks)


def _paragraph(lines: list[str], line: int) -> Paragraph:
    words, name = _named(" ".join(lines))
    return Paragraph((Text(words),), name, line=line)


def _point(words: str, line: int) -> Item:
    words, name = _named(words)
    return Item((Paragraph((Text(words),), line=line),), name, line)


def _named(words: str) -> tuple[str, str]:
    match = _NAME.search(words) if words.endswith("}") else None
    return (words[: match.start()], match[1]) if match else (words, "")
