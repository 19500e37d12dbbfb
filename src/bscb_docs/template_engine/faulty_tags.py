"""Faulty tags: what is wrong with how the tags of a template are typed, stand, open and close."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from attrs import define, field
from lxml import etree

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.suggestions import question_of
from bscb_docs.template_engine.placement import TAG, TemplateParagraph
from bscb_docs.template_engine.tags import BLOCK_FILTERS
from bscb_docs.template_engine.typed_tags import CLOSES, KNOWN, WHOLE, Tag, read_tags

_SINGLE = re.compile(r"(?<!\{)\{ ?([a-z_][\w.]*(?: ?\| ?\w+)* ?)\}(?!\})")
"""What was meant for a tag that prints."""
HALF_TAG = re.compile(r"\{[{%#]|[}%#]\}")
_OTHER_HALF = str.maketrans("{}", "}{")
_CURLY = "“”‘’„«»"


def tag_faults(paragraphs: Sequence[TemplateParagraph], filters: Container[str]) -> Iterator[Finding]:
    """What is wrong with how tags are typed, where they stand, and how they open and close; `filters` are known."""
    for paragraph in paragraphs:
        yield from _stray(paragraph)
    tags = read_tags(paragraphs)
    for tag in tags:
        yield from _typing(tag)
        yield from _paragraphs(tag, filters)
        if tag.letter in {"tr", "tc"} and tag.paragraph.table is None:
            yield finding_of("TPL-04", f"`{tag.typed}` stands outside a table.", tag.place)
    yield from _crowded(paragraphs, tags)
    yield from _Nesting().faults(tags)


def _stray(paragraph: TemplateParagraph) -> Iterator[Finding]:
    """Beginnings and ends of tags that have no other half in their paragraph."""
    left = TAG.sub(lambda match: "\0" * len(match[0]), paragraph.text)
    for match in HALF_TAG.finditer(left):
        other = match[0][::-1].translate(_OTHER_HALF)
        if match[0][0] == "{":
            near = left[match.start() : match.start() + 40].partition("\0")[0].strip()
            what, mend = "begins a tag and never ends it", f"End it with `{other}` in the same paragraph."
        else:
            near = left[max(0, match.start() - 40) : match.end()].rpartition("\0")[2].strip()
            what, mend = "ends a tag that nothing began", f"Begin it with `{other}` in the same paragraph."
        yield finding_of("TPL-03", f"`{near}` {what}.", paragraph.place, mend)
    for match in _SINGLE.finditer(left):
        message = f"`{match[0]}` has one brace at each end, so it is printed as it stands."
        yield finding_of("TPL-03", message, paragraph.place, f"Write `{{{{ {match[1].strip()} }}}}`.")


def _typing(tag: Tag) -> Iterator[Finding]:
    if any(quote in tag.typed for quote in _CURLY):
        yield finding_of("TPL-07", f"`{tag.typed}` has curly quotation marks.", tag.place)
    if tag.letter == "r" or tag.letter in {"-", "+"}:
        begun = tag.typed[: 2 + len(tag.letter)]
        message = f"`{tag.typed}` begins with `{begun}`, which templates here do not use."
        yield finding_of("TPL-03", message, tag.place, f"Begin it with `{tag.typed[:2]}` alone.")
    if tag.word != "print" and tag.word not in KNOWN:
        message = f"`{tag.typed}`: there is no tag called `{tag.word}`."
        mend = question_of(tag.meant, mark="`") or "The tags are: for, endfor, if, elif, else, endif and set."
        yield finding_of("TPL-03", message, tag.place, mend)
    if tag.word == "print" and not tag.rest:
        mend = "Write the name of what it prints, or delete it."
        yield finding_of("TPL-03", f"`{tag.typed}` is empty.", tag.place, mend)


def _paragraphs(tag: Tag, filters: Container[str]) -> Iterator[Finding]:
    """A filter that makes paragraphs, within a paragraph; or a tag for whole paragraphs without such a filter."""
    last = tag.last_filter if tag.word == "print" and tag.rest else None
    if last is None or (last and last not in filters):
        return
    if last in BLOCK_FILTERS and tag.letter != "p":
        message = f"`{tag.typed}`: `{last}` makes whole paragraphs."
        yield finding_of("TPL-17", message, tag.place, "Begin the tag with {{p, alone in its paragraph.")
    elif tag.letter == "p" and last not in BLOCK_FILTERS:
        message = f"`{tag.typed}`: a tag that begins {{{{p sets whole paragraphs."
        mend = "End it with `| prose }}`, or begin it with {{ alone to print within a paragraph."
        yield finding_of("TPL-17", message, tag.place, mend)


def _crowded(paragraphs: Sequence[TemplateParagraph], tags: Sequence[Tag]) -> Iterator[Finding]:
    """Block tags that share their paragraph, row or cell: what stands beside them is lost in silence."""
    blocks = [tag for tag in tags if tag.is_block and tag.whole is not None]
    for _, group in groupby(blocks, key=lambda tag: id(tag.whole)):
        first, *others = group
        for other in others:
            message = f"`{first.typed}` and `{other.typed}` stand in one {WHOLE[first.letter]}."
            yield finding_of("TPL-05", message, other.place)
        beside = _words_beside(first, {first.typed, *(other.typed for other in others)}, paragraphs)
        if beside:
            message = f"`{beside}` stands beside `{first.typed}` in one {WHOLE[first.letter]} and would vanish."
            yield finding_of("TPL-06", message, first.place)


def _words_beside(tag: Tag, typed: set[str], paragraphs: Sequence[TemplateParagraph]) -> str:
    """The words and tags that vanish with the paragraph, row or cell of a block tag."""
    within = [tag.paragraph] if tag.letter == "p" else [p for p in paragraphs if tag.whole in (p.row, p.cell)]
    words = " ".join(paragraph.text for paragraph in within)
    for own in typed:
        words = words.replace(own, " ")
    return " ".join(words.split())


@define
class _Nesting:
    """Follows what is open while the tags are read in order."""

    open: list[Tag] = field(factory=list)
    is_torn: bool = False
    """True where a tag is none that is known: what ends later may have begun with it."""

    def faults(self, tags: Sequence[Tag]) -> Iterator[Finding]:
        """Tags that are never closed, that close nothing, or that cross."""
        for tag in tags:
            if tag.meant in {"for", "if"}:
                self.open.append(tag)
            elif tag.meant in {"else", "elif"}:
                yield from self._between(tag)
            elif tag.meant in CLOSES:
                yield from self._close(tag)
            self.is_torn |= not tag.meant
        for tag in self.open:
            mend = f"Put `{{%{tag.letter} end{tag.meant} %}}` where it ends."
            yield finding_of("TPL-03", f"`{tag.typed}` is never closed.", tag.place, mend)

    def _between(self, tag: Tag) -> Iterator[Finding]:
        if not self.open:
            yield finding_of("TPL-03", f"`{tag.typed}` stands in no `if` and no `for`.", tag.place, "Take it away.")
        elif tag.word == "elif" and self.open[-1].meant != "if":
            yield finding_of("TPL-03", f"`{tag.typed}` stands in a `for` and in no `if`.", tag.place, "Take it away.")
        else:
            yield from _split(self.open[-1], tag)

    def _close(self, tag: Tag) -> Iterator[Finding]:
        wanted = CLOSES[tag.meant]
        if self.open and self.open[-1].meant == wanted:
            yield from _split(self.open.pop(), tag)
            return
        opener = next((other for other in reversed(self.open) if other.meant == wanted), None)
        if opener is None:
            if not self.is_torn:
                mend = "Take it away, or open it before."
                yield finding_of("TPL-03", f"`{tag.typed}` closes nothing.", tag.place, mend)
            return
        inner = self.open[-1]
        self.open.remove(opener)
        message = f"`{tag.typed}` crosses `{inner.typed}` of {inner.place.within}, which is still open."
        yield finding_of("TPL-03", message, tag.place, f"Close `{inner.typed}` first.")


def _split(opener: Tag, closer: Tag) -> Iterator[Finding]:
    """A pair that does not open and close in the same part of the page would tear Word's own structure."""
    if _container(opener) is _container(closer):
        return
    message = f"`{opener.typed}` of {opener.place.within} and `{closer.typed}` stand in different parts of the page."
    mend = "Put both in one paragraph, or both alone in paragraphs of the text or of one cell, or in rows of one table."
    yield finding_of("TPL-03", message, closer.place, mend)


def _container(tag: Tag) -> etree._Element | None:
    """What a tag's text ends up in: its paragraph, or what holds the paragraph, row or cell that it takes away."""
    whole = tag.whole
    return tag.paragraph.element if whole is None else whole.getparent()
