"""Paragraph reader: one paragraph or cell of prose: its words, or the picture, caption or section that it is."""

import re
from collections.abc import Mapping

from attrs import evolve, field, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.prose.blocks import Block, Note, Paragraph, Picture, SectionCall
from bscb_docs.prose.captions import CAPTION, Caption
from bscb_docs.prose.inline import ImageRun, read_inline
from bscb_docs.prose.prose_fault import Fault
from bscb_docs.prose.typed_lines import Locate, places, points_of
from bscb_docs.records.names import NAME, fold
from bscb_docs.records.typed_text import Prose

_LAST_NAME = re.compile(rf"(?:(?<=\s)|^)\{{#({NAME})\}}$")
_ANY_NAME = re.compile(r"\{(?<!\\.)(?:#[^{}\n]*\}?|-\})")
_UNNUMBERED = re.compile(r"\{-\}\s*")
_DECORATIVE = "decorative"
"""What stands in the place of its alternative text where a picture says nothing."""
_SECTION = re.compile(rf"\{{\{{\s*section\s+({NAME})\s*\}}\}}")


@frozen
class ParagraphReader(Compared):
    """Reads the paragraphs of one prose and gathers what is wrong with them."""

    lines: list[str]
    """The lines of the prose."""
    prose: Prose
    faults: list[Fault] = field(factory=list)
    notes: Mapping[str, Note] | None = None
    """The notes that its paragraphs and points may refer to; None within a note, which refers to no other."""

    def fault(self, code: str, message: str, mend: str, line: int, column: int = 1, *, cause: str = "") -> None:
        """Keep what is wrong."""
        self.faults.append(Fault(code, message, mend, line, column, cause))

    def paragraph(self, content: str, line: int, *, may_call: bool) -> list[Block | Caption]:
        """One paragraph, or the caption, picture or (where it `may_call` one) section that stands in its place."""
        if may_call and (section := _SECTION.fullmatch(content)):
            return [SectionCall(section[1], line, self.prose.place.down(line))]
        where = places(self.lines, content, line)
        unnumbered = _UNNUMBERED.match(content)
        start = unnumbered.end() if unnumbered else 0
        caption = CAPTION.match(content, start)
        if not caption:
            made = self.words(content, start, line, where, self.notes)
            return [evolve(made, numbered=False) if unnumbered and isinstance(made, Paragraph) else made]
        end = content.find("\n")
        beneath = end >= 0 and content[end:].lstrip().startswith("![")
        words = self.words(content[:end] if beneath else content, caption.end(), line, where)
        found: list[Block | Caption] = [Caption(words) if isinstance(words, Paragraph) else words]
        return [*found, self.words(content, end + 1, line + 1, where)] if beneath else found

    def words(
        self, content: str, start: int, line: int, where: Locate, notes: Mapping[str, Note] | None = None
    ) -> Paragraph | Picture:
        """The paragraph of the words from there on, or the picture that stands alone in them."""
        named = _LAST_NAME.search(content, start) if content.endswith("}") else None
        body = content[start : named.start() if named else len(content)].rstrip()
        for stray in _ANY_NAME.finditer(body) if "{" in body else ():
            message = f'"{stray[0]}" is printed, since it names nothing here.'
            mend = "A name has letters, figures and hyphens and stands at the very end; {-} stands before a paragraph."
            self.faults.append(Fault("PRO-07", message, mend, *where(start + stray.start()), field=points_of(line)))
        inline = read_inline(body, lambda pos: where(start + pos), self.prose, notes)
        self.faults.extend(inline.faults)
        name = named[1] if named else ""
        if len(inline.runs) == 1 and isinstance(image := inline.runs[0], ImageRun):
            return self.picture(image, name, line)
        if "![" in body and any(isinstance(run, ImageRun) for run in inline.runs):
            mend = "Put it in a paragraph of its own, with an empty line before and after it."
            self.fault("PRO-10", "A picture stands among words and cannot be set there.", mend, line)
        return Paragraph(inline.words, name, line=line)

    def picture(self, image: ImageRun, name: str, line: int) -> Picture:
        """A picture, with a fault where nobody could hear what it shows."""
        if not image.text.strip():
            mend = (
                "Say between the square brackets what the picture shows, as in ![The road map](map.png), or "
                "![decorative](map.png) where it says nothing."
            )
            self.fault("PRO-10", f'The picture "{image.source}" has no alternative text.', mend, line)
        if image.title:
            mend = "Write it on a line of its own before the picture, beginning with Caption:."
            self.fault("PRO-10", f'The words "{image.title}" in the picture\'s brackets are not printed.', mend, line)
        text = "" if fold(image.text) == _DECORATIVE else image.text.strip()
        return Picture(image.source, text, (), name, line, self.prose.place.down(line))
