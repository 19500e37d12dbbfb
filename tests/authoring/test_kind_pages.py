"""The pages about kinds of record: complete, current, and with examples that reading takes."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from attrs import frozen
from folders import ROOT

from bscb_docs import read_board
from bscb_docs.authoring import kind_page, kind_pages
from bscb_docs.authoring.kind_pages import example_lines
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.reading.kind_syntax import kind_reading
from bscb_docs.records import Kind, Record, one

KINDS = load_catalogue().kinds
PAGE = ROOT / "docs" / "kinds.md"

LEADS_NOWHERE = {"REF-01", "STA-03", "PRO-10", "PLN-01"}
"""Findings of an example that stands alone: the records and pictures that it names are not there."""

NAMED = {
    "Document": "# Body: A board\nkind: board\n",
    "Contribution": "# Body: Executive Board\n",
    "Statement": "# Body: Executive Board\n",
    "Form": "# Organisation: Exampleshire Council\n",
    "Request": "# Action A1\nyears: 2017-18\n\nWe will act.\n",
    "Reading": "# Measure A1: Children seen\n",
    "Update": "# Action A1\nyears: 2017-18\n\nWe will act.\n",
    "Meeting": "# Body: Executive Board\n",
    "Cover report": "# Body: Executive Board\n\n# Person: Alex Example\n",
}
"""What an example cannot be read without: the records that it is about."""


def test_the_page_of_kinds_is_current(request: pytest.FixtureRequest) -> None:
    """docs/kinds.md is what the code says today; `pytest --renew-golden` writes it anew."""
    begins = PAGE.read_text(encoding="utf-8").partition("\n## ")[0]
    wanted = f"{begins}\n{kind_pages(KINDS)}"
    if request.config.getoption("--renew-golden"):
        PAGE.write_text(wanted, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_is_read(kind: Kind, tmp_path: Path) -> None:
    """A person who copies the example has a record of it, and nothing in it is refused."""
    (tmp_path / "example.md").write_text("\n".join(example_lines(kind)), encoding="utf-8")
    if kind.name in NAMED:
        (tmp_path / "named.md").write_text(NAMED[kind.name], encoding="utf-8")
    board = read_board(tmp_path)
    assert [str(finding) for finding in board.findings if finding.code not in LEADS_NOWHERE] == []
    assert [type(record) for record in board.records if record.place.file == "example.md"] == [kind.record]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_page_of_a_kind_names_every_field(kind: Kind) -> None:
    """No field can be written that its page does not tell of."""
    page = kind_page(kind)
    missing = [each.label for each in kind_reading(kind).fields.values() if f"| {each.label} |" not in page]
    assert missing == []


@frozen
class Share:
    """A part of a whole, as a plugin might type it."""

    accepts: ClassVar[tuple[str, str]] = ("a part and its whole", "3 of 7")
    words: str

    @classmethod
    def from_text(cls, text: str) -> Share:
        """Any words."""
        return cls(text)


@frozen(kw_only=True)
class Turnout(Record):
    """How many came."""

    id: str
    share: Share = one()


def test_a_value_of_a_plugin_says_itself_what_it_accepts() -> None:
    """The library's own table cannot know it, and its parts are no guide to how it is typed."""
    page = kind_page(Kind(Turnout))
    assert "| share | once | a part and its whole, as in `3 of 7` |" in page
    assert "\nshare: 3 of 7\n" in page
