"""Recommendations and decisions wanted as lists: Word's own, with the words, links and pages of what a report has."""

from pathlib import Path

import pytest
from programs import require

import bscb_docs
from bscb_docs import Board, BuiltDocument
from bscb_docs.ooxml.package import read_parts

REGISTER = (
    "# Document report: Report\nsection: list-of-recommendations\nsection: list-of-decisions\nsection: narrative\n"
)
REPORT = """# Narrative report: Report

## What we saw

They ask, as [Recommendation](#later) says.

> Recommendation: That schools ask

> Recommendation: That the hub answers {#later}
>
> Within a day.
"""


def board(folder: Path, report: str = REPORT) -> Board:
    """A board whose one report begins with both lists."""
    for name, text in (("board", "# Board: Board of a test\n"), ("documents", REGISTER), ("report", report)):
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return bscb_docs.read_board(folder)


def lines(built: BuiltDocument) -> list[str]:
    """What the lists of a document print, and its headings."""
    return [line for line in built.text.splitlines() if line.startswith(("table of figures", "heading 1"))]


def test_a_list_names_all_that_is_counted_and_only_what_there_is(tmp_path: Path) -> None:
    """Each entry has the words of its line; the list of decisions is left out, since the report wants none."""
    built = bscb_docs.build(board(tmp_path), "report")
    assert lines(built) == [
        "heading 1 | What is recommended",
        "table of figures | Recommendation 1: That schools ask",
        "table of figures | Recommendation 2: That the hub answers",
    ]
    assert "They ask, as Recommendation 2 says." in built.text
    assert r"TOC \h \z \c &#34;Recommendation&#34;" in read_parts(built.data, "report")["word/document.xml"].decode()
    assert [str(each) for each in built.findings if each.code.startswith(("ACC", "DOCX"))] == []


def test_a_report_without_either_has_no_list(tmp_path: Path) -> None:
    """A heading above nothing is not printed."""
    assert lines(bscb_docs.build(board(tmp_path, "# Narrative report: R\n\n## One\n\nWords.\n"), "report")) == []


@pytest.mark.slow
def test_the_pages_of_a_list_are_filled_in(tmp_path: Path) -> None:
    """As those of contents are, from the PDF."""
    require("soffice")
    (published,) = bscb_docs.publish_pack(board(tmp_path), ["report"], tmp_path / "out", pdf=True)
    assert lines(published.built)[1:] == [
        "table of figures | Recommendation 1: That schools ask\t1",
        "table of figures | Recommendation 2: That the hub answers\t1",
    ]
