"""A board's folder as records: cards, groups, fields, texts and narratives as they are meant to be written."""

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bscb_docs import prose
from bscb_docs.diagnostics.errors import BoardError, PluginError
from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.folder import read_board
from bscb_docs.records import (
    KINDS,
    Accepted,
    Action,
    Board,
    BoardDetails,
    Body,
    Foreword,
    Gap,
    Group,
    Issue,
    IssueState,
    Kind,
    Marking,
    Narrative,
    Outcome,
    Period,
    Person,
    Plan,
    Principle,
    Priority,
    Prose,
    Record,
    Ref,
    RegisterEntry,
    Signature,
    Update,
    YearSpan,
    many,
    one,
)

Write = Callable[..., Board]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files, by name, into a folder of their own and reads it as a board."""

    def read(**files: str) -> Board:
        for name, text in files.items():
            (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        return read_board(tmp_path)

    return read


PLAN = """\
# Plan: Business Improvement Plan 2017-19
years: 2017/19
revision: First issue
revision: Refreshed, on 5th March 2018
read with: Right Help, Right Time

## Foreword
signed by: Jo Example, on March 2018

Children come first.

## Priorities

We have one.

## Principle: Partnership

We work together.

## PRIORITY P1: Strong Leadership: and - Strong Partnership
Short  Title: Leadership

### Outcome P1-O5: Lived experience
measure: Children say so
measure: Parents say so

Every child is heard.

### Actions 2018-19
owner: Executive Board
due: not recorded, because the plan of 2018 gives none

These are new:

#### Action P1-18-1
owner: Jo Example
owner: Sample Trust
due: September 2018
serves: P1-O5
<!-- ask
Jo -->
became: #missing, ended, because it was done

The board will see to:

- Neglect
- Missing children {#missing}

#### Action P1-18-2: Data
years: 2019-20

The board will count.

# Reference: Right Help, Right Time
owner: Sample Trust
"""

PEOPLE = """\
# Board: Sample Safeguarding Children Board
chair: Jo Example, from April 2017, to March 2018

## Organisation: Sample Trust

## Person: Jo Example
after the name: OBE, QPM
post: Nurse, Children, at Sample Trust, from 2016

## Body: Executive Board
kind: executive
meetings planned: 9, in 2017-18
host: not recorded
"""


@pytest.mark.parametrize("name", ["birmingham", "harrowmere"])
def test_the_examples_are_read_without_a_finding(boards: dict[str, Board], name: str) -> None:
    """The boards that a newcomer copies are sound."""
    board = boards[name]
    assert board.findings == ()
    assert len(board.records) > 100


def test_a_plan_is_read_as_it_is_written(write: Write) -> None:
    """Headings, fields, groups and texts give typed records, each in its order and place."""
    board = write(plan=PLAN, people=PEOPLE)
    assert board.findings == ()
    assert board.files == ("people.md", "plan.md")
    plan = board.plan
    assert plan
    assert YearSpan(2017, 2019) == plan.years
    assert [(r.label, str(r.on or "")) for r in plan.revisions] == [("First issue", ""), ("Refreshed", "5 March 2018")]
    (priority,) = board.priorities
    assert (priority.id, priority.title) == ("P1", "Strong Leadership: and - Strong Partnership")
    assert ("Leadership", Place("plan.md", 20, 1)) == (priority.short_title, priority.place)
    (outcome,) = board.outcomes(priority)
    assert (outcome.title, outcome.measures) == ("Lived experience", ("Children say so", "Parents say so"))
    (principle,) = board.of(Principle)
    assert (principle.title, str(principle.text)) == ("Partnership", "We work together.")


def test_what_stands_deeper_belongs_to_what_stands_above(write: Write) -> None:
    """An action knows its priority and plan, a priority and a foreword their plan."""
    board = write(plan=PLAN, people=PEOPLE)
    plan = Ref[Plan]("Business Improvement Plan 2017-19")
    first, second = board.of(Action)
    assert (Ref("P1"), plan, Ref("P1"), plan) == (first.priority, first.plan, second.priority, second.plan)
    assert [plan] * 3 == [record.plan for record in (board.of(Priority) + board.of(Foreword) + board.of(Outcome))]
    assert (Priority,) == first.priority.to


def test_a_heading_in_the_plural_speaks_for_all_it_groups(write: Write) -> None:
    """Years, owner and gap of a group hold unless a card says otherwise; its text is a record of its own."""
    first, second = write(plan=PLAN, people=PEOPLE).of(Action)
    assert (YearSpan(2018, 2019), YearSpan(2019, 2020)) == (first.years, second.years)
    assert tuple(tuple(owner.name for owner in action.owners) for action in (first, second)) == (
        ("Jo Example", "Sample Trust"),
        ("Executive Board",),
    )
    assert (str(first.due), first.gaps) == ("September 2018", ())
    assert (None, (Gap("due", "the plan of 2018 gives none"),)) == (second.due, second.gaps)


def test_the_text_of_a_group_is_kept(write: Write) -> None:
    """The words under a plural heading stand before what it groups; without words there is no record."""
    priorities, actions = write(plan=PLAN, people=PEOPLE).of(Group)
    assert (priorities.kind, priorities.years, str(priorities.text)) == ("Priority", None, "We have one.")
    assert ("Action", YearSpan(2018, 2019), Ref("P1")) == (actions.kind, actions.years, actions.priority)


def test_text_knows_its_first_line(write: Write) -> None:
    """A text's place is that of its first line, so that a finding in it names the right one."""
    first, _ = write(plan=PLAN, people=PEOPLE).of(Action)
    assert Prose("The board will see to:\n\n- Neglect\n- Missing children {#missing}") == first.text
    assert Place("plan.md", PLAN[: PLAN.index("The board will see")].count("\n") + 1, 1) == first.text.place


def test_values_of_several_parts_are_split_at_their_words_only(write: Write) -> None:
    """A comma within a name is no border: only a comma with a part's own word is."""
    board = write(plan=PLAN, people=PEOPLE)
    (person,) = board.of(Person)
    (post,) = person.posts
    assert (post.name, post.at.name, str(post.from_), post.to) == ("Nurse, Children", "Sample Trust", "2016", None)
    assert person.after_the_name == "OBE, QPM"
    (chair,) = board.details.chairs
    assert (Ref("Jo Example"), "April 2017", "March 2018") == (chair.person, str(chair.from_), str(chair.to))
    assert Place("people.md", 2, 8) == chair.person.place
    (body,) = board.of(Body)
    assert (9, YearSpan(2017, 2018)) == (body.meetings_planned[0].count, body.meetings_planned[0].in_)
    assert Gap("host") == body.gap("host")


def test_headings_of_kinds_without_an_id(write: Write) -> None:
    """After Update, Issue and Accepted stands what they are about, and it may recur."""
    board = write(
        plan=PLAN,
        people=PEOPLE,
        register="# Document d: A Paper\nmarking: official\nsection: cover\nsection: priorities, years 2018-19\n"
        "\n# Issue d 0.1\n\n# Issue d 0.2\nstate: For approval\n\n# Accepted d PLN-05\n\nMeant.\n\n# Accepted UPD-01\n",
        updates="# Updates 2017-18\nas at: 31 March 2018\n\n## Update P1-18-1\nstatus: Done\n\nIt is done.\n\n"
        "## Update P1-18-1\nstatus: not rated, because it is new\n\nMore.\n\n"
        "# Status: Done\nmeans: complete\n\nIt is done.\n",
    )
    assert board.findings == ()
    assert [(issue.about, issue.version) for issue in board.of(Issue)] == [("d", "0.1"), ("d", "0.2")]
    assert [issue.state for issue in board.of(Issue)] == [IssueState.DRAFT, IssueState.FOR_APPROVAL]
    assert [(accepted.about, accepted.code) for accepted in board.of(Accepted)] == [("d", "PLN-05"), ("", "UPD-01")]
    (entry,) = board.of(RegisterEntry)
    assert (entry.marking, [choice.name for choice in entry.sections]) == (Marking.OFFICIAL, ["cover", "priorities"])
    first, second = board.of(Update)
    assert (Ref("P1-18-1"), YearSpan(2017, 2018), "31 March 2018") == (first.about, first.years, str(first.as_at))
    assert (Ref("Done"), None, "it is new") == (first.status.status, second.status.status, second.status.because)


def test_a_narrative_owns_the_rest_of_its_file(write: Write) -> None:
    """Two hashes are a section, whatever its words; a field may say which priority it reports."""
    report = (
        "# Narrative accountability-report: Report 2017/18\nsigned by: Jo Example\n\n"
        "## Introduction\n\nWords. {#first}\n\n"
        "## {{ P1.title }}\npriority: P1\n\nSee [paragraph](#first).\n\n1. one\n\n## Actions 2018-19\n"
    )
    board = write(plan=PLAN, people=PEOPLE, report=report)
    assert board.findings == ()
    (narrative,) = board.of(Narrative)
    assert ("accountability-report", "Report 2017/18", (Signature(Ref("Jo Example")),)) == (
        narrative.id,
        narrative.title,
        narrative.signatures,
    )
    assert [str(section.title) for section in narrative.sections] == [
        "Introduction",
        "{{ P1.title }}",
        "Actions 2018-19",
    ]
    assert [None, Ref("P1"), None] == [section.priority for section in narrative.sections]
    assert Place("report.md", 8, 4) == narrative.sections[1].title.place


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_any_machine_ends_them(tmp_path: Path, ends: str) -> None:
    """Line numbers are the same, and a byte order mark is none of the words."""
    text = "\ufeff" + PEOPLE.replace("\n", ends)
    (tmp_path / "people.md").write_bytes(text.encode())
    board = read_board(tmp_path)
    assert board.findings == ()
    assert Place("people.md", 10, 1) == board.of(Body)[0].place


def test_notes_to_oneself_are_never_records(write: Write) -> None:
    """What stands between <!-- and --> on lines of its own is neither printed nor read."""
    text = (
        "<!-- # Body: None -->\n# Body: One\n<!--\nkind: panel\n-->\nmeets: monthly\n\nWords.\n<!-- more\n-->\nMore.\n"
    )
    (body,) = write(bodies=text).of(Body)
    assert (body.title, body.kind, body.meets) == ("One", None, "monthly")
    assert prose.plain(prose.parse(body.text)) == "Words.\nMore."


def test_a_reference_is_found_by_id_title_or_short_name_in_any_case(write: Write) -> None:
    """A name leads to its record however it is capitalised."""
    board = write(
        all="# Body: Executive Board\nshort name: EB\n\n"
        "# Body: A\nreports to: eb\n\n# Body: B\nreports to: EXECUTIVE board\n"
    )
    assert board.findings == ()
    assert [board.get(body.reports_to).title for body in board.of(Body) if body.reports_to] == ["Executive Board"] * 2


def test_no_folder_is_told_in_plain_words(tmp_path: Path) -> None:
    """A folder that is missing, a file, or without records is no board."""
    (tmp_path / "notes.txt").write_text("words")
    with pytest.raises(BoardError, match="There is no folder"):
        read_board(tmp_path / "none")
    with pytest.raises(BoardError, match="is a file"):
        read_board(tmp_path / "notes.txt")
    with pytest.raises(BoardError, match="holds no records"):
        read_board(str(tmp_path))


@attrs.frozen(kw_only=True)
class Risk(Record):
    """A kind that a plugin brings."""

    title: str
    owners: tuple[Ref[Body | Person], ...] = many("owner")
    score: int | None = one()
    text: Prose = Prose("")


@attrs.frozen(kw_only=True)
class Unreadable(Record):
    """A kind whose author chose a type that no words give."""

    title: str
    score: complex | None = one()


def test_a_plugins_kind_is_read_like_the_houses(tmp_path: Path) -> None:
    """Its fields are typed by the class alone, and its names are found."""
    (tmp_path / "a.md").write_text("# Body: B\n\n## Risk: R\nowner: B\nscore: 12\n\nWords.\n\n# Risks\n\nAll.\n")
    board = read_board(tmp_path, kinds=(*KINDS, Kind(Risk)))
    (risk,) = board.of(Risk)
    assert ((), "R", (Ref("B"),), 12) == (board.findings, risk.title, risk.owners, risk.score)
    assert (Body, Person) == risk.owners[0].to


def test_a_kind_that_cannot_be_read_is_its_authors_fault(tmp_path: Path) -> None:
    """The error names the type, and no board's file is blamed."""
    (tmp_path / "a.md").write_text("# Body: B\n")
    with pytest.raises(PluginError, match="complex"):
        read_board(tmp_path, kinds=(Kind(Unreadable),))


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_any_words_in_a_field_come_out_unchanged_or_are_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """A value is the rest of its line; what cannot be kept has a finding."""
    folder = tmp_path_factory.mktemp("board")
    (folder / "a.md").write_text(f"# Body: B\nmeets: {text}\n", encoding="utf-8", newline="")
    board = read_board(folder)
    (body,) = board.of(Body) or (None,)
    if not board.findings and body and not body.gaps:
        assert text.strip() == (body.meets or "")


NOTE_NUMBERS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
"""Raised digits: they are told as numbers of notes, whatever stands before them."""


@settings(max_examples=150, deadline=None)
@example("?\t0")
@example("•\t0")
@example("Â£")
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=NOTE_NUMBERS), min_size=1, max_size=40))
def test_any_words_escaped_are_a_cards_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Escaped words are neither a heading, nor a field, nor a note; what cannot be printed has a finding."""
    folder = tmp_path_factory.mktemp("board")
    (folder / "a.md").write_text(f"# Body: B\n\n{prose.escape(text)}\n", encoding="utf-8", newline="")
    board = read_board(folder)
    if {"TXT-01", "FIL-02", "FIL-07"}.isdisjoint(finding.code for finding in board.findings):
        expected = " ".join(line.strip() for line in text.splitlines()).strip()
        if board.findings:  # a pasted bullet is told, and the tab behind it with it
            expected = expected.replace("\t", " ")
        assert expected == prose.plain(prose.parse(board.of(Body)[0].text))
        assert {"PRO-06"} >= {finding.code for finding in board.findings}


def test_the_board_names_itself(write: Write) -> None:
    """The one card of the board is its details; without it the board has no name."""
    assert write(people=PEOPLE).details.title == "Sample Safeguarding Children Board"
    assert BoardDetails(title="Board without a name") == Board().details


def test_actions_are_counted_together_however_their_priority_is_typed(tmp_path: Path) -> None:
    """A card under `P1` and a row with `p1` are actions 1 and 2, as the plan prints them."""
    (tmp_path / "plan.md").write_text(
        "# Plan: Plan\nyears: 2017-18\n\n# Priority P1: One\n\n## Actions 2017-18\n\n### Action A1\n\nDo it.\n",
        encoding="utf-8",
    )
    (tmp_path / "actions.csv").write_text("id,priority,years,text\nA2,p1,2017-18,Do that.\n", encoding="utf-8")
    board = read_board(tmp_path)
    assert [board.action_number(action) for action in board.actions(board.priorities[0])] == [1, 2]


def test_the_name_of_a_table_gives_its_rows_their_years(tmp_path: Path) -> None:
    """`actions-2025-26.csv` and `updates-Q1-2025-26.csv` are headings in the plural; what a row says goes before."""
    rows = "id,priority,years,text\nA1,P1,,Do it.\nA2,P1,2026-27,Do that.\n"
    for name, text in {
        "plan.md": "# Plan: Plan\n\n## Priority P1: One\n",
        "actions-2025-26.csv": rows,
        "updates-Q1-2025-26.csv": "about,text\nA1,It goes on.\n",
        "updates-1.csv": "about,as at,text\nA2,June 2026,It goes on.\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    board = read_board(tmp_path)
    assert [str(action.years) for action in board.of(Action)] == ["2025-26", "2026-27"]
    assert [update.period for update in board.of(Update)] == [None, Period.from_text("Q1 2025-26")]
    assert [str(finding) for finding in board.findings] == []


@attrs.frozen(kw_only=True)
class Exhibit(Record):
    """A plugin's kind: a field of it has words of its own, and one names a picture."""

    title: str
    state: str | None = one(printed=False, words=("shown", "lent"))
    shown_in: str | None = one(printed=False, picture=True)


def test_a_field_of_any_kind_may_name_a_picture(tmp_path: Path) -> None:
    """Where there is no such picture in the board's folder, it is told at the line that names it."""
    (tmp_path / "a.md").write_text("# Exhibit: One\nshown in: map.gif\n", encoding="utf-8")
    (found,) = read_board(tmp_path, kinds=(*KINDS, Kind(Exhibit))).findings
    assert (found.code, found.place.line, found.message) == (
        "PRO-10",
        2,
        'The picture "map.gif" is no PNG or JPEG file.',
    )


def test_a_field_of_any_kind_may_have_words_of_its_own(tmp_path: Path) -> None:
    """One of them is written as it is listed, and any other is kept and told."""
    (tmp_path / "a.md").write_text("# Exhibit: One\nstate: Lent\n\n# Exhibit: Two\nstate: sold\n", encoding="utf-8")
    board = read_board(tmp_path, kinds=(*KINDS, Kind(Exhibit)))
    assert [each.state for each in board.of(Exhibit)] == ["lent", "sold"]
    assert [(f.code, f.place.line) for f in board.findings] == [("REC-15", 5)]
