"""One paragraph, cell or title of Markdown as runs, with the faults found in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from attrs import field, frozen

from bscb_docs.prose.blocks import Link, Reference, Run, Runs, Text, Token
from bscb_docs.prose.codes import Fault
from bscb_docs.prose.markdown import inline_tokens

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

Where = Callable[[int], tuple[int, int]]
"""From a position in the words to their line (from 0) and column (from 1) in the prose."""

NAME = r"\w[\w.-]*"
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
_SPECIAL = re.compile(r"[\\`*_{}\[\]<!]|&[#\w]+;")
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<(?:https?://|mailto:)[^<>]*>|&(?:[A-Za-z]{2,8}|#\w{1,6});")


@frozen
class ImageRun:
    """A picture as it stands among the words of a paragraph; shaping makes a block of it."""

    source: str
    text: str
    title: str = ""


@frozen
class Inline:
    """Runs, perhaps with pictures among them, and what is wrong with them."""

    runs: tuple[Run | ImageRun, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def words(self) -> Runs:
        """The runs alone; a picture among words leaves its alternative text."""
        return tuple(Text(run.text) if isinstance(run, ImageRun) else run for run in self.runs)


def read_inline(text: str, where: Where) -> Inline:
    """The runs of the text: words, emphasis, links, references and tokens."""
    if not _SPECIAL.search(text):
        joined = " ".join(line.strip(" ") for line in text.split("\n")) if "\n" in text else text
        return Inline((Text(joined),) if joined else ())
    reader = _Reader(where)
    reader.read(inline_tokens(text))
    reader.lint(text)
    return Inline(tuple(reader.runs), tuple(reader.faults))


@frozen
class _Reader:
    """Walks markdown-it's inline tokens and gathers runs and faults."""

    where: Where
    runs: list[Run | ImageRun] = field(factory=list)
    faults: list[Fault] = field(factory=list)

    def read(self, tokens: Iterable[MarkdownToken]) -> None:
        """Gather the runs of those tokens."""
        strong = emphasis = 0
        walk = iter(tokens)
        for token in walk:
            kind = token.type
            if kind in {"text", "text_special", "softbreak", "hardbreak"}:
                self.words(" " if kind.endswith("break") else token.content, bool(strong), bool(emphasis))
            elif kind.startswith("strong_"):
                strong += token.nesting
            elif kind.startswith("em_"):
                emphasis += token.nesting
            elif kind == "braces":
                self.braces(token)
            elif kind == "image":
                self.image(token)
            elif kind == "link_open":
                self.link(token, walk)

    def words(self, text: str, strong: bool = False, emphasis: bool = False) -> None:  # noqa: FBT001, FBT002
        """Add words to the last run where they are set alike."""
        last = self.runs[-1] if self.runs else None
        if isinstance(last, Text) and (last.strong, last.emphasis) == (strong, emphasis):
            self.runs[-1] = Text(last.text + text, strong, emphasis)
        elif text:
            self.runs.append(Text(text, strong, emphasis))

    def braces(self, token: MarkdownToken) -> None:
        """Add a token, or its signs as words where no name stands in them."""
        line, column = self.where(token.meta["pos"])
        if re.fullmatch(NAME, token.content):
            self.runs.append(Token(token.content, line, column))
            return
        self.words(f"{{{{ {token.content} }}}}")
        if token.content.startswith("section"):
            message = f'"{{{{ {token.content} }}}}" must stand alone in a paragraph of its own, outside any list.'
            mend = "Write it as {{ section name }}, with an empty line before and after it."
        else:
            message = f'"{{{{ {token.content} }}}}" names no figure: a name has letters, figures, dots and hyphens.'
            mend = "Write one of the names that bscb-docs figures lists."
        self.faults.append(Fault("PRO-08", message, mend, line, column))

    def image(self, token: MarkdownToken) -> None:
        """Add a picture that shaping will take out or complain of."""
        text = "".join(child.content for child in token.children or ())
        self.runs.append(ImageRun(unquote(str(token.attrs.get("src", ""))), text, str(token.attrs.get("title", ""))))

    def link(self, opening: MarkdownToken, walk: Iterable[MarkdownToken]) -> None:
        """Add a link or a reference; what is neither keeps its words and its address as words."""
        inner = _Reader(self.where)
        tokens = []
        for token in walk:
            if token.type == "link_close":
                break
            tokens.append(token)
        inner.read(tokens)
        text = "".join(run.text if isinstance(run, Text | Link | ImageRun) else str(run) for run in inner.runs)
        address, title = str(opening.attrs.get("href", "")), opening.attrs.get("title")
        line, column = self.where(opening.meta["pos"])
        unplain = any(not isinstance(run, Text) for run in inner.runs)
        if unplain:
            self.runs.extend(inner.runs)
            self.faults += inner.faults
            fault = ("The words of a link hold a figure or a picture, which cannot be followed.", "Link plain words.")
        elif not text.strip():
            fault = (f'A link to "{address}" has no words to follow.', "Write the words between the square brackets.")
            self.words(address)
        elif address.startswith("#") and re.fullmatch(NAME, unquote(address[1:])):
            self.runs.append(Reference(text, unquote(address[1:]), line, column))
            return
        elif _ADDRESS.fullmatch(address) and not title:
            self.runs.append(Link(text, address))
            return
        elif _ADDRESS.fullmatch(address):
            self.runs.append(Link(text, address))
            fault = (f'The words "{title}" after a link\'s address are not printed.', "Take them out of the brackets.")
        else:
            self.words(f"[{text}]({unquote(address)})")
            fault = (
                f'"[{text}]({unquote(address)})" leads nowhere.',
                "Write an address that begins with https:// or a name that begins with #; "
                "if no link is meant, put a backslash before the first bracket.",
            )
        self.faults.append(Fault("PRO-09", *fault, line, column))

    def lint(self, text: str) -> None:
        """Add what is suspicious in the words that were read as plain."""
        plain = " ".join(run.text for run in self.runs if isinstance(run, Text))
        if "**" in plain or "__" in plain.replace("___", ""):
            sign = "**" if "**" in plain else "__"
            place = self.where(max(text.find(sign), 0))
            mend = 'Put the two signs directly before the first and after the last word, as in "**these words**".'
            self.faults.append(Fault("PRO-15", f'"{sign}" opens or closes nothing here and is printed.', mend, *place))
        for sign in ("{{", "}}", "{%", "%}"):
            if sign in plain and not any(fault.code == "PRO-08" for fault in self.faults):
                place = self.where(max(text.find(sign), 0))
                mend = "Write a figure as {{ name }}, on one line; put a backslash before braces that are only words."
                self.faults.append(Fault("PRO-08", f'"{sign}" belongs to no figure and is printed.', mend, *place))
        if tag := _TAG.search(text):
            escaped = text[max(tag.start() - 1, 0)] == "\\" and tag.start() > 0
            if not escaped:
                mend = "Take it out; write a link as [words](https://...), and an ampersand as &."
                message = f'"{tag[0]}" is a sign of a web page and is printed as it stands.'
                self.faults.append(Fault("PRO-05", message, mend, *self.where(tag.start())))
