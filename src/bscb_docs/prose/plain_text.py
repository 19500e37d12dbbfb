"""Prose with no signs but figures, references and names, as blocks at once, without waking the Markdown parser.

Most of a board's texts are such; to wake the parser takes longer than to read them all. Whatever it alone can tell is
left to it, and what it would say of the rest is proved to be the same.
"""

from __future__ import annotations

import re

from bscb_docs.prose.blocks import Block, Blocks, Item, ItemList, Paragraph, Reference, Run, Runs, Text, Token
from bscb_docs.prose.typed_lines import Where, places

_NAME = re.compile(r"(?:(?<=[^\s{}])|(?<=\}\})) +\{#(\w[\w.-]*)\} *$", re.MULTILINE)
_MARK = re.compile(r"\{\{ *(\w[\w.-]*) *\}\}|(?<!!)\[(\w(?:[^\[\]\n]*\w)?)\]\(#(\w[\w.-]*)\)")
_SIGN = re.compile(
    r"[\\`*_{}\[\]<|\t\r\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|&[#\w]+;"
)
"""What Markdown might read, and white space other than the space and the line end."""

_POINT = re.compile(r"(?:-|([1-9])\.) (?=[\w{\[])")
_YEAR = re.compile(r"[1-9]\d{3,8}\.(?:\s|$)")
"""A number that ends a sentence: at the start of a wrapped line it begins no list."""
_START = re.compile(
    rf"^(?: +\S|[+#>=~•▪●◦‣·∙\uf0b7\uf0a7–—]|-(?! [\w{{\[])|(?:- |\d\. )?caption:|(?:- |\d\. )\d{{1,9}}[.)](?:\s|$)"
    rf"|(?!{_POINT.pattern}|{_YEAR.pattern})\d{{1,9}}[.)](?:\s|$))",
    re.MULTILINE | re.IGNORECASE,
)
"""What may begin something else than a paragraph or a point of one line."""


def plain_runs(text: str, where: Where) -> Runs | None:
    """The runs of words, figures and references; None where only the Markdown parser can tell."""
    if _SIGN.search(_MARK.sub(r"\2", text)):
        return None
    runs: list[Run] = []
    read = 0
    for mark in _MARK.finditer(text):
        if words := text[read : mark.start()]:
            runs.append(Text(_joined(words)))
        token, word, target = mark.groups()
        runs.append(Token(token, *where(mark.start())) if token else Reference(word, target, *where(mark.start())))
        read = mark.end()
    if words := text[read:]:
        runs.append(Text(_joined(words)))
    return tuple(runs)


def _joined(words: str) -> str:
    return re.sub(" *\n *", " ", words) if "\n" in words else words


def plain_blocks(text: str) -> Blocks | None:
    """The blocks of paragraphs and of points of one line each; None where only the Markdown parser can tell."""
    bare = _NAME.sub("", text) if "{#" in text else text
    if _SIGN.search(_MARK.sub(r"\2", bare) if "{{" in bare or "](" in bare else bare) or _START.search(text):
        return None
    return _Reader(text.split("\n")).read()


class _Reader:
    """Reads line by line, the points of a list gathered until it ends."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.blocks: list[Block] = []
        self.points: list[Item] = []
        self.ordered = False

    def read(self) -> Blocks | None:
        """The blocks; None where only the Markdown parser can tell."""
        at = 0
        while at < len(self.lines):
            line = self.lines[at].strip(" ")
            if not line:
                at += 1
                continue
            point = _POINT.match(line)
            after = self.point(at, point) if point else self.paragraph(at)
            if not after:
                return None
            at = after
        self.end_list()
        return tuple(self.blocks)

    def end_list(self) -> None:
        """Makes a list of the points gathered."""
        if self.points:
            self.blocks.append(ItemList(tuple(self.points), self.ordered, line=self.points[0].line))
            self.points = []

    def point(self, at: int, mark: re.Match[str]) -> int:
        """The line after a point that is a line and no more, counted on from the one before; else 0."""
        number = int(mark[1] or 0)
        if bool(number) is not self.ordered:
            self.end_list()
            self.ordered = bool(number)
        words = self.lines[at].strip(" ")[mark.end() :]
        if words.startswith("{#") or (number and number != len(self.points) + 1):
            return 0  # a point of nothing but its name
        if at + 1 < len(self.lines) and (after := self.lines[at + 1].strip(" ")):
            following = _POINT.match(after)
            if following is None or bool(following[1]) is not self.ordered:
                return 0
        runs, name = self.runs(words, at)
        self.points.append(Item((Paragraph(runs, line=at),), name, at))
        return at + 1

    def paragraph(self, first: int) -> int:
        """The line after a paragraph, if no line of it begins with a number that could be a point's; else 0."""
        at = first
        while at < len(self.lines) and (words := self.lines[at].strip(" ")) and not words.startswith("- "):
            if _POINT.match(words) or (at == first and _YEAR.match(words)):
                return 0
            at += 1
        if any("{#" in each for each in self.lines[first : at - 1]):
            return 0  # a name within a paragraph
        self.end_list()
        runs, name = self.runs("\n".join(each.strip(" ") for each in self.lines[first:at]), first)
        self.blocks.append(Paragraph(runs, name, line=first))
        return at

    def runs(self, content: str, line: int) -> tuple[Runs, str]:
        """The runs of the words and the name at their end."""
        named = _NAME.search(content) if content.endswith("}") else None
        words = content[: named.start()] if named else content
        name = named[1] if named else ""
        if "{{" not in words and "](" not in words:
            return (Text(words.replace("\n", " ")),), name
        return plain_runs(words, places(self.lines, content, line)) or (), name
