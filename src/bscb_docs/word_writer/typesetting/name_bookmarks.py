"""Name bookmarks: the named places of a document, by numbers that no other thing of it has."""

import re

from attrs import define, field

from bscb_docs.numbering.level_counter import reference_to
from bscb_docs.numbering.reference_targets import References, Target
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.marks import drop_marks, find_marks
from bscb_docs.ooxml.paragraph_words import plain_words

_SEQUENCE_FIELD = re.compile(
    r'<w:r>(?:<w:rPr><w:rStyle [^>]*></w:rPr>)?<w:fldChar w:fldCharType="begin"/>.*?w:fldCharType="end"/></w:r>',
    re.DOTALL,
)
_PLAIN = r"\* CHARFORMAT"
"""The switch that gives a reference the look of the words around it, and not the one that its number has elsewhere."""


@define(eq=False)
class Bookmarks:
    """Puts bookmarks around content of one document, and tells its references what they lead to."""

    references: References
    _last_id: int = field(default=0, init=False)

    def next_id(self) -> int:
        """A number that no other drawing, bookmark or control of the document has."""
        self._last_id += 1
        return self._last_id

    def around(self, bookmark: str, content: str) -> str:
        """Content within a bookmark of that name."""
        return word_markup.bookmark(self.next_id(), bookmark, content)

    def around_named(self, marked: str, number: str) -> str:
        """The content of a heading or caption within a bookmark for each `name` mark in it, which goes."""
        content = drop_marks(marked, "name")
        for name in find_marks(marked, "name"):
            content = self._around_number(name, content, number)
        return content

    def _around_number(self, name: str, content: str, number: str) -> str:
        """The content of a heading or caption with a bookmark around its number's field, or around all of it."""
        bookmark = self._named(name)
        counted = _SEQUENCE_FIELD.search(content)
        if counted:
            self.references.name(name, Target(bookmark, plain_words(counted[0]), _PLAIN))
            inner = self.around(bookmark, counted[0])
            return content[: counted.start()] + inner + content[counted.end() :]
        switch = r"\n" if number else ""
        shown = reference_to(number) or plain_words(drop_marks(content))
        self.references.name(name, Target(bookmark, shown, switch))
        return self.around(bookmark, content)

    def _named(self, name: str) -> str:
        """A bookmark's name as Word allows it: letters, digits and underscores, 40 at most."""
        return f"to_{self.next_id()}_{re.sub(r'[^A-Za-z0-9]+', '_', name)}"[:40]

    def anchor(self, names: str, content: str, number: str, switch: str = r"\n") -> str:
        """The content of a paragraph within a bookmark for each of its names (several stand apart by a space).

        The switch says how Word shows its number elsewhere: n means as it stands before the paragraph; w would put
        the numbers of the lists around it before that.
        """
        for name in names.split():
            if name in self.references.targets:
                continue
            bookmark = self._named(name)
            self.references.name(name, Target(bookmark, reference_to(number), switch))
            content = self.around(bookmark, content)
        return content
