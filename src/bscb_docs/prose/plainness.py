"""Prose without signs as blocks at once: what most of a board's texts are, without waking the Markdown parser."""

from __future__ import annotations

import re

from bscb_docs.prose.blocks import Block, Blocks, Item, ItemList, Paragraph, Text

_NAME = re.compile(r"(?<=[^\s{}]) +\{#(\w[\w.-]*)\} *$", re.MULTILINE)
_SIGN = re.compile(
    r"[\\`*_{}\[\]<|\t\r\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|&[#\w]+;"
)
"""What Markdown might read, and white space other than the space and the line end."""

_START = re.compile(
    r"^(?: +\S|[+#>=~•▪●◦‣·∙\uf0b7\uf0a7–—]|-(?! \w)|(?:- )?(?:\d{1,9}[.)](?:\s|$)|caption:))",
    re.MULTILINE | re.IGNORECASE,
)
"""What may begin something else than a paragraph or a `- ` point of one line."""


def plain_blocks(text: str) -> Blocks | None:
    """The blocks of paragraphs and of points of one line each; None where only the Markdown parser can tell."""
    if _SIGN.search(_NAME.sub("", text) if "{#" in text else text) or _START.search(text):
        return None
    blocks: list[Block] = []
    points: list[Item] = []
    lines = text.split("\n")
    at, last = 0, len(lines)
    while at < last:
        line = lines[at].strip(" ")
        if not line:
            at += 1
        elif line.startswith("- "):
            if at + 1 < last and lines[at + 1] and not lines[at + 1].startswith("- ") and lines[at + 1].strip(" "):
                return None  # words that run on from a point
            points.append(_point(line[2:].strip(" "), at))
            at += 1
        else:
            first = at
            while at < last and (words := lines[at].strip(" ")) and not words.startswith("- "):
                at += 1
            if any("{" in each for each in lines[first : at - 1]):
                return None  # a name within a paragraph
            if points:
                blocks.append(ItemList(tuple(points), line=points[0].line))
                points = []
            words, name = _named(" ".join(each.strip(" ") for each in lines[first:at]))
            blocks.append(Paragraph((Text(words),), name, line=first))
    if points:
        blocks.append(ItemList(tuple(points), line=points[0].line))
    return tuple(blocks)


def _point(words: str, line: int) -> Item:
    words, name = _named(words)
    return Item((Paragraph((Text(words),), line=line),), name, line)


def _named(words: str) -> tuple[str, str]:
    match = _NAME.search(words) if words.endswith("}") else None
    return (words[: match.start()], match[1]) if match else (words, "")
