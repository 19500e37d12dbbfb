"""Typed tags: the tags of a template one by one, as somebody typed them in Word."""

import re
from collections.abc import Sequence

from attrs import frozen
from jinja2 import TemplateSyntaxError
from jinja2.nodes import Filter, Output
from lxml import etree

from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.suggestions import nearest
from bscb_docs.template_engine.placement import TemplateParagraph
from bscb_docs.template_engine.tags import environment

_PARTS = re.compile(r"\{([{%])(-|\+|tr\s|tc\s|p\s|r\s)?\s*(.*?)\s*[-+]?[}%]\}", re.DOTALL)
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})
CLOSES = {"endfor": "for", "endif": "if"}
"""Each tag that ends something, with what it ends."""
KNOWN = {"for", "if", "elif", "else", "set", *CLOSES}
WHOLE = {"p": "paragraph", "tr": "row", "tc": "cell"}
"""What a tag takes the place of, by the letter that it begins with."""


@frozen(eq=False)
class Tag:
    """One tag: as typed, its letter (p, tr, tc or none), its word (`for`, `if`, ... or `print`) and what follows it."""

    typed: str
    letter: str
    word: str
    rest: str
    paragraph: TemplateParagraph

    @property
    def place(self) -> Place:
        """Where it stands in Word."""
        return self.paragraph.place

    @property
    def meant(self) -> str:
        """Its word; of a word that is none, the one it is near to, so that a slip does not leave what it ends open."""
        if self.word in {"print", *KNOWN}:
            return self.word
        return nearest(f"{self.word}{self.rest}", sorted(KNOWN)) or nearest(self.word, sorted(KNOWN))

    @property
    def last_filter(self) -> str | None:
        """The filter that makes what a tag prints, "" where there is none; None where the tag cannot be read."""
        try:
            node = environment().parse(f"{{{{ {self.rest} }}}}").body[0]
        except TemplateSyntaxError:
            return None
        made = node.nodes[0] if isinstance(node, Output) else node
        return made.name if isinstance(made, Filter) else ""

    @property
    def is_block(self) -> bool:
        """True where it takes the place of its whole paragraph, row or cell."""
        return self.letter in WHOLE

    @property
    def whole(self) -> etree._Element | None:
        """The paragraph, row or cell whose place it takes."""
        own = self.paragraph
        return {"p": own.element, "tr": own.row, "tc": own.cell}.get(self.letter)


def read_tags(paragraphs: Sequence[TemplateParagraph]) -> tuple[Tag, ...]:
    """Every tag of a template in order."""
    return tuple(_read_tag(typed, paragraph) for paragraph in paragraphs for typed in paragraph.tags)


def _read_tag(typed: str, paragraph: TemplateParagraph) -> Tag:
    match = _PARTS.fullmatch(typed)
    opening, letter, words = (match[1], (match[2] or "").strip(), match[3]) if match else (typed[1], "", typed[2:-2])
    words = words.translate(_STRAIGHT)
    if opening == "{":
        return Tag(typed, letter, "print", words, paragraph)
    word, _, rest = words.partition(" ")
    return Tag(typed, letter, word, rest.strip(), paragraph)
