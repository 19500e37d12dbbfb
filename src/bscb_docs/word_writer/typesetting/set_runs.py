"""Runs: the words, links, references, figures and signs of one line, set for one document."""

from __future__ import annotations

from collections.abc import Iterable

from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.ooxml import wordml
from bscb_docs.ooxml.resources import Resource
from bscb_docs.prose.blocks import Link, Picture, Reference, Run, SectionCall, Text, Token
from bscb_docs.word_writer.typesetting.composer import Composer

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def set_runs(composer: Composer, runs: Iterable[Run], origin: Place = NOWHERE) -> str:
    """The runs of one line, typed where they say or else at `origin`."""
    return "".join(_set_run(composer, item, origin) for item in runs)


def _set_run(composer: Composer, item: Run, origin: Place) -> str:
    if isinstance(item, Text):
        style = "Strong" if item.strong else "Emphasis" if item.emphasis else ""
        return wordml.run(item.text, composer.shell.style(style).id if style else "")
    if isinstance(item, Link):
        return wordml.link(_address(composer, item.address), item.text, composer.shell.style("Hyperlink").id)
    if isinstance(item, Reference):
        return composer.refer(item.word, item.target, place_of(item, origin))
    if isinstance(item, Token):
        return wordml.run(composer.figure(item.name, place_of(item, origin)))
    return wordml.run(item.text, composer.symbol_style(item.style))


def _address(composer: Composer, address: str) -> str:
    """The relationship id of an address, which the document holds once."""
    resource = Resource(f"link{len(composer.resources) + 1}", _HYPERLINK, address)
    known = next((known for known in composer.resources.values() if known.target == address), resource)
    return composer.add_resource(known)


def place_of(item: Reference | Token | Picture | SectionCall, origin: Place) -> Place:
    """Where a run or block was typed: it knows itself, or its prose does."""
    if item.place.file:
        return item.place
    return origin.down(item.line, item.column) if isinstance(item, Reference | Token) else origin.down(item.line)
