"""Changes paper: what changed since a version was issued, as a document in the house's style."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from attrs import evolve

from bscb_docs.api.changes_since_issue import Changes
from bscb_docs.api.pipeline import make_document
from bscb_docs.documents.built_document import BuiltDocument
from bscb_docs.documents.publication import publication_of
from bscb_docs.history.record_changes import Change
from bscb_docs.plugin_api.document import Paper
from bscb_docs.prose import escape
from bscb_docs.records import Board, Narrative, NarrativeSection, Prose, RegisterEntry, SectionChoice

_NAME = "what-changed"


def changes_document(board: Board, changes: Changes) -> BuiltDocument:
    """The changes as a document of the board in the house's style, set by the sections that set any narrative."""
    entry = board.find(RegisterEntry, changes.document)
    since = f"since version {changes.since.version} of " if changes.since else "in "
    title = f"What changed {since}{entry.title if entry else changes.document}"
    sections = [NarrativeSection(title=Prose("What this compares"), text=Prose(escape(changes.opening)))]
    for heading, found in (("Records and prose", changes.records), ("Figures that follow", changes.figures)):
        if found:
            sections.append(NarrativeSection(title=Prose(heading), text=Prose(_table(heading, found))))
    records = (
        board.details,
        RegisterEntry(id=_NAME, title=title, sections=(SectionChoice("cover"), SectionChoice("narrative"))),
        Narrative(id=_NAME, title=title, sections=tuple(sections)),
    )
    publication = publication_of(Board(records, folder=board.folder, kinds=board.kinds, plugins=board.plugins))
    plan = publication.plan(_NAME)
    document = evolve(plan.document, edition=f"Changes {since.removesuffix(' of ')}", paper=Paper.WORKING)
    return make_document(publication, evolve(plan, document=document))


def _table(caption: str, changes: Iterable[Change]) -> str:
    rows = "".join(f"| {escape(change.subject)} | {' | '.join(_sides(change))} |\n" for change in changes)
    return f"Caption: {caption}\n| Where | It was | It is now |\n| --- | --- | --- |\n{rows}"


def _sides(change: Change) -> tuple[str, str]:
    """What was and what is, as Markdown; the words that are only on one side are strong."""
    note = f" {escape(change.note)}" if change.note else ""
    if change.old == change.new:
        return escape(change.old), f"In another place.{note}"
    if not change.old or not change.new:
        return escape(change.old) or "Not there", (escape(change.new) or "Gone") + note
    old, new = change.old.split(), change.new.split()
    sides: tuple[list[str], list[str]] = [], []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for side, words in zip(sides, (old[a:b], new[c:d]), strict=True):
            if words:
                said = escape(" ".join(words))
                side.append(said if tag == "equal" else f"**{said}**")
    return " ".join(sides[0]), " ".join(sides[1]) + note
