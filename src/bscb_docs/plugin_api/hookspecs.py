"""The hooks: each returns data, and nothing calls back into a plugin but the functions that it returned."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from bscb_docs.figures.figure import FigureSource
from bscb_docs.plugin_api.section import Outline, Section
from bscb_docs.records import Kind
from bscb_docs.rules import Rule

hookspec = pluggy.HookspecMarker("bscb_docs")
hookimpl = pluggy.HookimplMarker("bscb_docs")


@hookspec
def bscb_docs_sections() -> Iterable[Section]:  # type: ignore[empty-body]  # a specification has no body
    """Sections that a document may name."""


@hookspec
def bscb_docs_outlines() -> Iterable[Outline]:  # type: ignore[empty-body]  # a specification has no body
    """Outlines: which sections make a document, in which order."""


@hookspec
def bscb_docs_kinds() -> Iterable[Kind]:  # type: ignore[empty-body]  # a specification has no body
    """Kinds of record that a board may write, as cards or as a table."""


@hookspec
def bscb_docs_figures() -> Iterable[FigureSource]:  # type: ignore[empty-body]  # a specification has no body
    """Functions of a board that compute named numbers, each with the phrases that it counts."""


@hookspec
def bscb_docs_rules() -> Iterable[Rule]:  # type: ignore[empty-body]  # a specification has no body
    """Rules that a board's records and prose are checked against."""
