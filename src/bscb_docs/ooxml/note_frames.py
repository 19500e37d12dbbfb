"""Note frames: the parts of a house's Word file for footnotes and endnotes, without the notes that stand in it."""

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.ooxml.relationships import Relationship

KINDS = ("footnote", "endnote")


@frozen
class NoteFrame(Compared):
    """A part for notes: the lines that part them from the text, where a document's own go, and the id of the first."""

    part: str
    before: str
    after: str
    first: int


def note_frames(parts: Mapping[str, bytes], relationships: Iterable[Relationship]) -> Iterator[tuple[str, NoteFrame]]:
    """The frame of each kind of note that a house's Word file has a part for."""
    for kind in KINDS:
        for name in (each.target for each in relationships if each.kind == f"{kind}s" and each.target in parts):
            text = parts[name].decode("utf-8-sig")
            notes = list(re.finditer(rf"<w:{kind} [^>]*>.*?</w:{kind}>", text, re.DOTALL))
            lines = [note[0] for note in notes if re.match(r"<[^>]*w:type=", note[0])]
            if notes and lines:
                ids = [int(found) for found in re.findall(rf'<w:{kind} [^>]*w:id="(-?\d+)"', "".join(lines))]
                before, after = text[: notes[0].start()] + "".join(lines), text[notes[-1].end() :]
                yield kind, NoteFrame(name, before, after, max(ids) + 1)
