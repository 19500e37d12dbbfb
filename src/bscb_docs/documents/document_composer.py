"""Document composer: what writes a document of a board, in its look, with its figures, colours and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bscb_docs.documents.publication import Publication
from bscb_docs.ooxml.pictures import find_picture
from bscb_docs.plugin_api.board_look import look_of
from bscb_docs.plugin_api.section import Document, Section
from bscb_docs.records import AssuranceLevel, Board, ByName, Status
from bscb_docs.word_writer.typesetting.composer import Composer


def composer_of(publication: Publication, document: Document, sections: Iterable[Section[Any]] = ()) -> Composer:
    """What writes a document of a board: in its house's look, with its figures, colours and pictures.

    The look is joined by the styles that sections bring, those of the catalogue and any others that are given.
    """
    board = publication.board
    return Composer(
        look_of(board.folder, (*publication.catalogue.sections.values(), *sections)),
        find_figures=lambda: publication.figures_for(document),
        outside=_outside(board),
        colours=_colours(board),
        read_file=lambda name: find_picture(board.folder, name),
    )


def _colours(board: Board) -> ByName[str]:
    """The colour of each label of the board's scales; a label of both scales has that of the status."""
    steps: tuple[AssuranceLevel | Status, ...] = (*board.of(AssuranceLevel), *board.of(Status))
    return ByName({step.title: step.colour for step in steps if step.colour})


def _outside(board: Board) -> ByName[str]:
    """What a reference prints where its target stands in another document of the pack."""
    words = ByName({entry.id: entry.title for entry in board.documents})
    for priority in board.priorities:
        words[priority.id] = board.called(priority)
    for action in board.actions():
        words[action.id] = f"action {board.action_number(action)}"
    return words
