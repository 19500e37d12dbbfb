"""Furniture: what every page of a document says in its headers and footers, and what its file says of itself."""

from __future__ import annotations

import re

from bscb_docs.documents.built import BuiltDocument
from bscb_docs.documents.document_plan import DocumentPlan
from bscb_docs.documents.fill import Filled
from bscb_docs.ooxml.house_file import Shell
from bscb_docs.plugin_api.section import Document
from bscb_docs.records import Board
from bscb_docs.template_engine.compiler import compile_text
from bscb_docs.word_writer.assembly.assembled import assemble
from bscb_docs.word_writer.assembly.document_parts import Properties


def fill_furniture(board: Board, document: Document, shell: Shell) -> dict[str, bytes]:
    """The shell's headers and footers, filled with what every page of the document says."""
    as_at = f", as at {document.as_at}" if document.as_at else ""
    names = {
        "board_name": board.details.title,
        "title": document.title,
        "short_title": document.short_title or document.title,
        "marking": document.printed_marking,
        "draft": f"DRAFT version {document.version}" if document.is_draft else "",
        "version": f"Version {document.version}{as_at}" if document.version else "The records as they were read",
        "notice": board.details.notice or "",
    }
    return {
        name: compile_text(data.decode()).render(names).encode()
        for name, data in shell.parts.items()
        if re.fullmatch(r"word/(header|footer)\d*\.xml", name)
    }


def properties_of(board: Board, document: Document) -> Properties:
    """The title, author, date, version and state that Word shows of the file."""
    return Properties(
        title=f"{document.title} - {board.details.title}",
        subject=document.subject or document.title,
        author=board.details.title,
        date=document.as_at.latest.isoformat() if document.as_at else "",
        version=document.version,
        state=document.issue.state.value if document.issue else "draft",
    )


def assemble_document(board: Board, plan: DocumentPlan, filled: Filled) -> BuiltDocument:
    """A filled document with its furniture, references and contents, and what planning and filling found."""
    document, composer = plan.document, filled.composer
    furniture = fill_furniture(board, document, composer.shell)
    assembled = assemble(composer, filled.body, furniture, properties_of(board, document))
    return BuiltDocument(document, assembled, composer.tally, (*plan.findings, *composer.findings))
