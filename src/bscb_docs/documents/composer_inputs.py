"""Composer inputs: what the composer of a document is given: its look, figures, colours, terms and pictures."""

from functools import partial

from bscb_docs import records
from bscb_docs.documents.publication import Publication
from bscb_docs.ooxml.pictures import find_picture
from bscb_docs.plugin_api.document import Document
from bscb_docs.plugin_api.section_helpers.ready_blocks import begin_with
from bscb_docs.prose import Note, Paragraph, blocks_in
from bscb_docs.records import Action, AssuranceLevel, Board, ByName, Defined, NotePlace, Outcome, Priority, Status
from bscb_docs.word_writer.typesetting.composer import Composer


def composer_of(publication: Publication, document: Document) -> Composer:
    """What writes a document of a board: in its look, with its figures, colours and pictures."""
    board = publication.board
    return Composer(
        publication.look,
        find_figures=partial(publication.figures_for, document),
        find_called=partial(_called, board, document),
        colours=board.keep(_colours),
        read_file=partial(find_picture, board.folder),
        note_kind="endnote" if document.notes is NotePlace.END else "footnote",
        terms=board.keep(_definitions) if document.terms is Defined.FIRST_USE else {},
    )


def _colours(board: Board) -> ByName[str]:
    """The colour of each label of the board's scales, "" for none; a label of both has that of the status, if any."""
    steps: tuple[AssuranceLevel | Status, ...] = board.of(AssuranceLevel, Status)
    return ByName({step.title: step.colour or "" for step in sorted(steps, key=lambda step: bool(step.colour))})


def _definitions(board: Board) -> dict[str, Note]:
    """The note that explains each term with words of its own, by every form of it."""
    notes: dict[str, Note] = {}
    for term in board.of(records.Term):
        if term.text:
            called = f"{term.title} ({term.abbreviation})" if term.abbreviation else term.title
            words = blocks_in(begin_with(term.text, called))
            note = Note(tuple(block for block in words if isinstance(block, Paragraph)))
            notes |= dict.fromkeys(filter(None, (term.title, term.abbreviation, *term.also)), note)
    return notes


def _called(board: Board, document: Document) -> ByName[str]:
    """What a document calls documents, measures, what was recommended, and parts of plans: other years' with them."""
    words = ByName({entry.id: entry.title for entry in board.documents})
    kinds = (records.Measure, records.Objective, records.Recommendation)
    titled: tuple[records.Measure | records.Objective | records.Recommendation, ...] = board.of(*kinds)
    words.update({each.id: each.title for each in titled if each.title})
    parts: tuple[Action | Outcome | Priority, ...] = (*board.priorities, *board.outcomes(), *board.actions())
    for record in parts:
        words[record.id] = board.called(record, document.years)
    return words
