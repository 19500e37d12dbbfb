"""Hard boards on paper: what boards really write, built to PDF, with no word lost or cut and no page near empty."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from programs import require
from screen_reader import pages_in
from word_files import png

import bscb_docs
from bscb_docs.pdf.page_fill import near_empty_pages
from bscb_docs.pdf.printed_words import compare_words

pytestmark = pytest.mark.slow

BOARD = "# Board: Harrowmere Safeguarding Children Partnership\nnotice: Invented for a test.\n"
SCALE = """\
# Statuses

## Status: Delivered
symbol: ●
means: complete

It is done.

## Status: Slipping
symbol: ▲
means: in progress, at risk

It will be late.

## Status: Interdepartmental
means: in progress, off course

It waits for others.
"""
PLACES = (
    f"{size} {first}{last}"
    for last in ("ford", "ham", "ley", "ton", "wick", "by", "mere", "stead", "combe", "thorpe")
    for first in ("Ash", "Birch", "Cold", "Elm", "Fern", "Gold", "Hazel", "Ivy", "Long", "Maple", "Oak", "Pine", "Red")
    for size in ("Great", "Little", "Upper", "Lower", "East", "West")
)
LONG_TITLE = (
    "Independent Scrutineer's Report on How Well the Safeguarding Partners of Harrowmere, Otherborough and the Vale "
    "Worked Together to Keep Children Safe From Neglect"
)
COLUMNS = (
    "Group Referrals Assessments Conferences Timeliness Reviews Closed Visits Audits Plans Meetings Bulletins Events "
    "Total"
)


def sentence() -> str:
    """A sentence that no other place of these boards says: rules tell of words that stand twice."""
    return f"Partners agreed what each of them will do for children of {next(PLACES)}, and by when it is to be done."


def narrative(text: str) -> dict[str, str]:
    """A report with one numbered section of that text."""
    return {
        "documents": f"# Document report: {LONG_TITLE}\nshort title: Report\nyears: 2025-26\nsection: cover\n"
        "section: narrative\n",
        "report": f"# Narrative report: Report\n\n## What we saw\n\n{text}\n",
    }


def table(columns: int, rows: int) -> str:
    """A table with a caption, each column headed by a word of its own."""
    heads = COLUMNS.split()[:columns]
    body = [[f"Place {row}", *(str(row * column) for column in range(1, columns))] for row in range(1, rows + 1)]
    lines = [heads, ["---"] * columns, *body]
    return (
        "Before it.\n\nCaption: How many\n\n"
        + "\n".join(f"| {' | '.join(line)} |" for line in lines)
        + "\n\nAfter it.\n"
    )


def plan(priorities: int, actions: int, text: Callable[[], str] = sentence) -> dict[str, str]:
    """A plan with so many priorities, each with so many actions of that text, and its overview of progress."""
    lines = ["# Plan: Business Plan\nyears: 2025-27\n"]
    updates = ["# Updates\nperiod: 2025-26\nas at: March 2026\n"]
    for priority in range(1, priorities + 1):
        lines.append(f"## Priority P{priority}: What Children Asked of {next(PLACES)} First\n\n{sentence()}\n")
        lines.append(f"### Outcome P{priority}-O1\n\nChildren say that it is better.\n\n### Actions 2025-26\n")
        for action in range(1, actions + 1):
            lines.append(f"#### Action P{priority}-{action}\nserves: P{priority}-O1\ndue: March 2026\n\n{text()}\n")
            label = ("Delivered", "Slipping", "Interdepartmental")[(priority + action) % 3]
            updates.append(f"## Update P{priority}-{action}\nstatus: {label}\n\n{sentence()}\n")
    register = (
        "# Document report: Business Plan\nyears: 2025-26\nas at: March 2026\nsection: cover\nsection: contents\n"
        "section: our-priorities\nsection: priorities, years 2025-26\nsection: progress-picture\n"
        "section: progress-overview, years 2025-26\n"
    )
    return {"documents": register, "plan": "\n".join(lines), "updates": "\n".join(updates), "scale": SCALE}


def every_means() -> dict[str, str]:
    """A board whose one document uses every means of expression at once, most of them several times."""
    register = (
        f"# Document report: {LONG_TITLE}\nshort title: Report\nyears: 2025-26\nas at: March 2026\n"
        "terms: at first use\nsection: cover\nsection: contents\n"
        "section: list-of-recommendations\nsection: list-of-decisions\n"
        "section: narrative\nsection: our-structure\nsection: priorities, years 2025-26, actions as cards\n"
        "section: progress-overview, years 2025-26\nsection: references\n"
    )
    asides = "\n\n".join(
        f"> {head}\n>\n> {sentence()}[^why]\n>\n> - {sentence()}\n>   - {sentence()}"
        for head in ("Callout: What this means", "Example: A school", "Recommendation: That every school asks {#ask}")
    )
    text = (
        f"{sentence()}[^who] The MASH answers, as [recommendation](#ask) and [decision](#budget) say.\n\n"
        "[^who]: The council, the police and [the health service](https://www.example.org/health), as the law asks.\n\n"
        f"[^why]: {sentence()}\n\n{asides}\n\n"
        '> Quotation: A young person, 15\n>\n> "Nobody had asked me."[^who]\n\n'
        "> Decision wanted: That the budget is agreed {#budget}\n\n> Pulled figure: 30\n>\n> children were asked\n\n"
        "> At a glance: The year\n>\n> | Meetings | Visits | Audits |\n> | --- | --- | --- |\n> | 9 | 4 | 2 |\n"
        "> | more | fewer | as before |\n\nCaption: A wide one\n\n![A wide red bar](wide.png)\n\n"
        f"1. {sentence()}[^why]\n2. {sentence()}\n\n{table(5, 3)}"
    )
    bodies = "\n\n".join(
        f"# Body: {name}\nreports to: {above}" if above else f"# Body: {name}"
        for name, above in (("Executive", ""), ("Learning Group", "Executive"), ("Case Panel", "Learning Group"))
    )
    others = (
        "# Term: Multi-Agency Safeguarding Hub\nabbreviation: MASH\n\nThe team that hears every worry first.\n\n"
        "# Reference: Working Together\nwebsite: www.example.org/working-together\nstate: new edition expected\n"
    )
    return {**plan(3, 4), **narrative(text), "documents": register, "groups": bodies, "others": others}


def points() -> str:
    """The words of an action of twelve points and two paragraphs."""
    listed = "\n".join(f"- {sentence()}" for _ in range(12))
    return f"{sentence()} Above all:\n\n{listed}\n\n{sentence()}\n\n{sentence()}"


BOARDS: Mapping[str, Mapping[str, str]] = {
    "a title of 160 characters": narrative("\n\n".join(sentence() for _ in range(5))),
    "12 priorities and 60 actions": plan(12, 5),
    "an action of 12 points": plan(1, 2, points),
    "a table of 9 columns and 40 rows": narrative(table(9, 40)),
    "a table of 14 columns": narrative(table(14, 5)),
    "a wide and a tall picture": narrative(
        "Before them.\n\nCaption: A wide one\n\n![A wide red bar](wide.png)\n\nBetween them.\n\nCaption: A tall one\n\n"
        "![A tall red bar](tall.png)\n\nAfter them.\n"
    ),
    "a report of 120 paragraphs": narrative("\n\n".join(f"{sentence()} {sentence()}" for _ in range(120))),
    "nothing but one action": plan(1, 1),
    "every means at once": every_means(),
    "a long cell": narrative(
        "Caption: Their words\n\n| Who | Words |\n| --- | --- |\n| One | "
        + " ".join(sentence() for _ in range(40))
        + " |\n\nAfter it.\n"
    ),
    "lists within lists": narrative(
        "\n\n".join(
            f"{sentence()} We ask that:\n\n- {sentence()}\n    - {sentence()}\n- {sentence()}" for _ in range(14)
        )
    ),
}
TURNED = {"a table of 9 columns and 40 rows", "a table of 14 columns"}
"""Boards whose table turns its page, so that what stands before it has a page of its own."""
TOO_WIDE = "a table of 14 columns"
"""The board that no page holds."""
TOLD = {name: {"PDF-02"} for name in TURNED} | {TOO_WIDE: {"PDF-02", "DOC-10"}}
"""What is found in two of the boards: pages of a few lines, and that the table is too wide, with what to leave out."""


@pytest.mark.parametrize("name", BOARDS)
def test_a_hard_board_is_whole_on_paper(name: str, tmp_path: Path) -> None:
    """Nothing is found in it, every word stands whole in its PDF, and every page but the last is filled."""
    require("soffice")
    folder = tmp_path / "board"
    folder.mkdir()
    (folder / "board.md").write_text(BOARD, encoding="utf-8")
    (folder / "wide.png").write_bytes(png(1600, 200))
    (folder / "tall.png").write_bytes(png(200, 1600))
    for file, text in BOARDS[name].items():
        (folder / f"{file}.md").write_text(text, encoding="utf-8")
    (published,) = bscb_docs.publish_pack(bscb_docs.read_board(folder), ["report"], tmp_path / "out", pdf=True)
    assert published.pdf is not None
    docx, pdf = published.saved.path.read_bytes(), published.pdf.read_bytes()
    found = bscb_docs.check_document(published.saved.path)
    assert [str(finding) for finding in found] == []
    printed = compare_words(docx, pdf)
    assert printed.lost == ()
    assert bool(printed.broken) == (name == TOO_WIDE)
    assert {finding.code for finding in published.findings} == TOLD.get(name, set())
    assert name in TURNED or set(near_empty_pages(pdf)) <= {pages_in(pdf)}
