"""One paragraph, cell or title of Markdown as runs, with the faults found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from attrs import define, field, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.safe_links import is_safe_link
from bscb_docs.prose.blocks import Link, Note, Reference, Run, Runs, Text, Token
from bscb_docs.prose.markdown import inline_tokens
from bscb_docs.prose.prose_fault import Fault
from bscb_docs.prose.stray_signs import stray_signs
from bscb_docs.prose.typed_lines import Locate
from bscb_docs.records.names import is_name
from bscb_docs.records.typed_text import Prose

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

_SPECIAL = re.compile(r"[\\`*_~{}\[\]<!«&¹²³⁰⁴-⁹](?:(?<!&)|[#\w]+;)")


@frozen
class ImageRun(Compared):
    """A picture as it stands among the words of a paragraph; shaping makes a block of it."""

    source: str
    text: str
    title: str = ""


@frozen
class Inline(Compared):
    """Runs, perhaps with pictures among them, and what is wrong with them."""

    runs: tuple[Run | ImageRun, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def words(self) -> Runs:
        """The runs alone; a picture among words leaves its alternative text."""
        return tuple([Text(run.text) if isinstance(run, ImageRun) else run for run in self.runs])


def read_inline(text: str, where: Locate, prose: Prose, notes: Mapping[str, Note] | None = None) -> Inline:
    """The runs of a text; `notes` are those that it may refer to, by name, or None where no note can stand."""
    if not _SPECIAL.search(text):
        joined = " ".join([line.strip(" ") for line in text.split("\n")]) if "\n" in text else text
        return Inline((Text(joined, language=prose.language),) if joined else ())
    reader = _Reader(where, prose, notes, language=prose.language)
    reader.read(inline_tokens(text))
    plain = " ".join(run.text for run in reader.runs if isinstance(run, Text))
    reader.faults.extend(stray_signs(text, plain, where, {fault.code for fault in reader.faults}))
    return Inline(tuple(reader.runs), tuple(reader.faults))


@define
class _Reader:
    """Walks markdown-it's inline tokens and gathers runs and faults."""

    where: Locate
    prose: Prose
    notes: Mapping[str, Note] | None = None
    runs: list[Run | ImageRun] = field(factory=list)
    faults: list[Fault] = field(factory=list)
    pieces: list[str] = field(factory=list)
    """The words gathered for the run to come: joined once, since a paragraph may have ten thousand pieces."""
    style: tuple[bool, bool, str] = (False, False, "")
    language: str = ""
    """The language of the words being read, where they say it."""

    def read(self, tokens: Iterable[MarkdownToken]) -> None:
        """Gather the runs of those tokens, words that are set alike as one run.

        Emphasis opens and closes by tokens of its own, which may stand within each other: it is counted, not switched.
        """
        strong = emphasis = 0
        walk = iter(tokens)
        for token in walk:
            kind = token.type
            if kind in {"text", "text_special"}:
                self.words(token.content, strong=strong > 0, emphasis=emphasis > 0)
            elif kind in {"softbreak", "hardbreak"}:
                self.words(" ", strong=strong > 0, emphasis=emphasis > 0)
            elif kind.startswith("strong_"):
                strong += token.nesting
            elif kind.startswith("em_"):
                emphasis += token.nesting
            else:
                self.other(token, walk)
        self.close()

    def other(self, token: MarkdownToken, walk: Iterable[MarkdownToken]) -> None:
        """Add what is no plain words, or note in which language those that follow are."""
        if token.type == "braces":
            self.braces(token)
        elif token.type == "image":
            self.image(token)
        elif token.type == "footnote_ref":
            self.note(token)
        elif token.type == "link_open":
            self.link(token, walk)
        elif token.type.startswith("language_"):
            self.language = token.meta["tag"] or self.prose.language

    def words(self, text: str, *, strong: bool = False, emphasis: bool = False) -> None:
        """Add words to the run to come, where they are set alike."""
        if self.style != (strong, emphasis, self.language):
            self.close()
            self.style = (strong, emphasis, self.language)
        self.pieces.append(text)

    def close(self) -> None:
        """Make a run of the words gathered."""
        if text := "".join(self.pieces):
            self.runs.append(Text(text, *self.style))
        self.pieces.clear()

    def add(self, run: Run | ImageRun) -> None:
        """Add a run that is no plain words."""
        self.close()
        self.runs.append(run)

    def braces(self, token: MarkdownToken) -> None:
        """Add a token, or its braces as words where no name stands in them."""
        line, column = self.where(token.meta["pos"])
        if is_name(token.content):
            self.add(Token(token.content, self.prose.place.down(line, column)))
            return
        self.words(f"{{{{ {token.content} }}}}")
        if token.content.startswith("section"):
            message = f'"{{{{ {token.content} }}}}" must stand alone in a paragraph of its own, outside any list.'
            mend = "Write it as {{ section name }}, with an empty line before and after it."
        else:
            message = f'"{{{{ {token.content} }}}}" names no figure: a name has letters, figures, dots and hyphens.'
            mend = "Write one of the names that bscb-docs figures lists."
        self.faults.append(Fault("PRO-08", message, mend, line, column))

    def note(self, token: MarkdownToken) -> None:
        """Add a note that is referred to, or its reference as words where it has none or none can stand."""
        name = token.meta["label"]
        if self.notes is not None and name in self.notes:
            self.add(self.notes[name])
            return
        self.words(f"[^{name}]")
        if self.notes is None:
            message = f'"[^{name}]" refers to a note from a title, a caption, a table or another note.'
            mend = "Refer to it from a paragraph or a point."
        else:
            message = f'"[^{name}]" refers to a note that this text does not have.'
            mend = f"Write the note in a paragraph of its own that begins with [^{name}]: and a space."
        self.faults.append(Fault("PRO-21", message, mend, *self.where(token.meta["pos"])))

    def image(self, token: MarkdownToken) -> None:
        """Add a picture that shaping will take out or complain of."""
        text = "".join(child.content for child in token.children or ())
        self.add(ImageRun(unquote(str(token.attrs.get("src", ""))), text, str(token.attrs.get("title", ""))))

    def link(self, opening: MarkdownToken, walk: Iterable[MarkdownToken]) -> None:
        """Add a link or a reference; what is neither keeps its words and its address as words."""
        inner = _Reader(self.where, self.prose, language=self.language)
        tokens = []
        for token in walk:
            if token.type == "link_close":
                break
            tokens.append(token)
        inner.read(tokens)
        text = "".join(run.text for run in inner.runs if isinstance(run, Text))
        address, title = str(opening.attrs.get("href", "")), opening.attrs.get("title")
        name = unquote(address[1:]) if address.startswith("#") else ""
        line, column = self.where(opening.meta["pos"])
        if any(not isinstance(run, Text) for run in inner.runs):
            self.close()
            self.runs.extend(inner.runs)
            self.faults.extend(inner.faults)
            fault = ("The words of a link hold a figure or a picture, which cannot be followed.", "Link plain words.")
        elif text.strip() and is_name(name):
            self.add(Reference(text, name, self.prose.place.down(line, column)))
            return
        elif text.strip() and is_safe_link(address):
            self.add(Link(text, address, self.language))
            if not title:
                return
            fault = (f'The words "{title}" after a link\'s address are not printed.', "Take them out of the brackets.")
        else:
            self.words(f"[{text}]({unquote(address)})")
            fault = (
                f'"[{text}]({unquote(address)})" leads nowhere.' if text.strip() else "A link has no words to follow.",
                "Write words between the square brackets, and an address that begins with https:// or a name that "
                "begins with # between the round ones; if no link is meant, put a backslash before the first bracket.",
            )
        self.faults.append(Fault("PRO-09", *fault, line, column))
