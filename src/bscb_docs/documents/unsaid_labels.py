"""Unsaid labels: what a document prints in English because its language has no words for it."""

from __future__ import annotations

from collections.abc import Iterator

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.languages.house_words import Wording
from bscb_docs.plugin_api.document import Document
from bscb_docs.records import Board, RegisterEntry


def unsaid(board: Board, document: Document, wording: Wording) -> Iterator[Finding]:
    """The finding that names each of the house's words for which a document's language has none."""
    if wording.missing:
        named = ", ".join(f'"{english}"' for english in wording.missing)
        message = f"{document.title} is in {wording.language}, and these words of the house stand in English: {named}."
        mend = "Write a row for each into labels.csv: label, language, words; values in braces stay as they are."
        card = board.find(RegisterEntry, document.name) or board.details
        yield finding_of("LAN-01", message, card.place, mend)
