"""Numbers over the years, courses, attendance, next year's budget, the answers to one report's recommendations."""

from pathlib import Path

import pytest

import bscb_docs

BOARD = """\
# Board: Sample Board

# Organisation: Council

# Organisation: Police

# Person: Jo Example
post: Superintendent, at Police, from April 2017

# Body: Executive Board
kind: board
member: Council
member: Jo Example, from June 2018

# Measure N1: Contacts
better: neither
over the year: adds up

{records}
# Document paper: Report
years: 2018-19
as at: 31 March 2019
section: {section}
"""
READ = "# Reading N1\nperiod: {}\nvalue: {}\n\n"
MET = "# Meeting\nbody: Executive Board\ndate: {}\nstate: {}\n{}\n\n"
COURSE = "# Training course: Neglect\nyears: 2018-19\nplaces: {}\n{}\n\n"


def read(folder: Path, section: str, records: str) -> bscb_docs.Board:
    """A board of those records, and a paper of that section."""
    (folder / "board.md").write_text(BOARD.format(records=records, section=section), encoding="utf-8")
    return bscb_docs.read_board(folder)


def told(folder: Path, section: str, *records: str) -> list[str]:
    """What the section prints, without the names of styles."""
    text = bscb_docs.build(read(folder, section, "".join(records)), "paper").text
    return [words for line in text.splitlines() if (words := line.partition(" | ")[2])]


def codes(folder: Path, *records: str) -> list[str]:
    """The messages of the rules of plugins that those records break."""
    found = bscb_docs.check(read(folder, "cover", "".join(records)))
    return [each.message for each in found if each.code in {"COURSES-01", "ATTENDANCE-01"}]


@pytest.mark.parametrize(
    ("value", "change", "lead"),
    [
        ("1,250", "250 more (25%)", "Since 2017-18, one rose."),
        ("900", "100 fewer (10%)", "Since 2017-18, one fell."),
        ("1,000", "No change", "Since 2017-18, one did not change."),
    ],
    ids=["more", "fewer", "the same"],
)
def test_a_number_stands_beside_those_of_the_years_before(value: str, change: str, lead: str, tmp_path: Path) -> None:
    """From the first year that was read, a gap said as one; how much it rose is counted."""
    readings = (READ.format("2015-16", "800"), READ.format("2017-18", "1,000"), READ.format("2018-19", value))
    lines = told(tmp_path, "over-the-years, heading What came", *readings)
    assert lines[0] == "What came"
    assert lines[1] == lead
    assert "|".join(lines).endswith(f"Contacts|800|Not recorded|1,000|{value}|{change}")


def test_the_quarters_of_a_whole_year_are_added(tmp_path: Path) -> None:
    """A year of which only three were read is not known."""
    quarters = [READ.format(f"Q{n} 2018-19", 10) for n in (1, 2, 3, 4)]
    before = READ.format("2017-18", 30)
    assert "10 more (33%)" in told(tmp_path, "over-the-years", before, *quarters)
    assert "Not known" in told(tmp_path, "over-the-years", before, *quarters[:3])
    report = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper")
    assert "ACC-22" not in {each.code for each in report.findings}  # no blank line stands where nothing leads the table


OTHER = "# Measure N2: Contacts\nbetter: neither\n\n# Reading N2\nperiod: 2018-19\nvalue: 7\n\n"


def test_two_numbers_of_one_title_have_a_row_each(tmp_path: Path) -> None:
    """None takes the place of the other."""
    fell = OTHER + "# Reading N2\nperiod: 2017-18\nvalue: 9\n\n"
    lines = told(tmp_path, "over-the-years", READ.format("2017-18", 30), READ.format("2018-19", 40), fell)
    assert any("one rose" in line and "one fell (Contacts)" in line for line in lines)
    assert [lines[at + 2] for at, words in enumerate(lines) if words == "Contacts"] == ["40", "7"]


def test_a_figure_is_told_of_in_the_lead(tmp_path: Path) -> None:
    """With its number: a reader of the table knows what is drawn below it."""
    lines = told(tmp_path, "over-the-years, charts N1", READ.format("2017-18", 30), READ.format("2018-19", 40))
    assert any(line.endswith("one rose. Drawn below: Contacts (figure 1).") for line in lines)


@pytest.mark.parametrize(
    ("section", "fault"),
    [
        ("over-the-years, measures N1, charts N2", '"N2" is no measure that this section prints'),
        ("over-the-years, charts M1", '"M1" is no measure that this section prints'),
        ("measures, charts N1", '"N1" is no measure that this section prints'),
    ],
)
def test_a_chart_of_what_the_section_does_not_print_is_told(section: str, fault: str, tmp_path: Path) -> None:
    """At the register's line, when the board is checked."""
    more = f"{OTHER}# Measure M1: Reviews held\n\n# Reading M1\nperiod: 2018-19\nvalue: 7\n\n"
    board = read(tmp_path, section, f"{READ.format('2017-18', 30)}{READ.format('2018-19', 40)}{more}")
    found = [each for each in bscb_docs.check(board) if "cannot take its option charts" in each.message]
    assert [(fault in each.message, each.place.file) for each in found] == [(True, "board.md")]


def test_what_neither_way_betters_has_no_target_and_is_in_no_table_of_targets(tmp_path: Path) -> None:
    """It is no measure of success; a target given all the same is told."""
    assert "Contacts" not in told(tmp_path, "measures", READ.format("2018-19", 30))
    wrong = read(tmp_path, "cover", "# Measure N2: Referrals\nbetter: neither\ntarget: 5\n\n")
    assert any("it has a target, and neither way is better" in each.message for each in wrong.findings)


def test_a_seat_is_counted_from_the_day_it_was_given(tmp_path: Path) -> None:
    """A member's post tells whose seat it is; who came without one had one that day; a meeting to come counts not."""
    meetings = (
        MET.format("3 May 2018", "held", "attended: Council"),
        MET.format("5 July 2018", "held", "attended: Council\nattended: Police"),
        MET.format("6 September 2018", "held", "attended: Council"),
        MET.format("1 November 2018", "cancelled", ""),
    )
    lines = told(tmp_path, "attendance", *meetings)
    filled = "4 of 5 (80%) seats were filled at three meetings of which it is recorded who came."
    assert lines[:2] == ["Who came to meetings in 2018-19", filled]
    assert "|".join(lines).endswith("Council|3 of 3 (100%)|Police|1 of 2 (50%)|All|4 of 5 (80%)")
    board = read(tmp_path, "cover", "".join(meetings))
    assert str(bscb_docs.figures_of(board)["executive-board.attendance"]) == "4 of 5 (80%)"


def test_bodies_that_fit_no_page_upright_have_two_tables(tmp_path: Path) -> None:
    """Of five bodies two stand in the first and three in the second, each with who had a seat there and its sum."""
    names = [f"Group {at}" for at in range(1, 6)]
    cards = [f"# Body: {name}\nmember: Council\n\n" for name in names]
    cards += [MET.format("3 May 2018", "held", "attended: Council").replace("Executive Board", name) for name in names]
    lines = told(tmp_path, "attendance", *cards)
    captions = [line for line in dict.fromkeys(lines) if line.startswith("Table ")]
    assert [line.rpartition(": ")[2] for line in captions] == ["Group 1 and Group 2", "Group 3, Group 4 and Group 5"]
    assert "|".join(lines).count("Council|1 of 1 (100%)|1 of 1 (100%)") == 2
    assert lines.count("All") == 2


@pytest.mark.parametrize(
    ("state", "attended", "message"),
    [
        (
            "cancelled",
            "attended: Council",
            "Council attended a meeting of the Executive Board that is cancelled, 3 May 2018.",
        ),
        (
            "held",
            "attended: Council\nattended: Council",
            "Council attended the meeting of the Executive Board on 3 May 2018 twice.",
        ),
        (
            "held",
            "attended: Police",
            "Police attended the meeting of the Executive Board on 3 May 2018, and no card gives it a chair or a "
            "member there; it is counted as having a seat.",
        ),
    ],
    ids=["not held", "twice", "without a seat"],
)
def test_attendance_that_cannot_be_right_is_told(state: str, attended: str, message: str, tmp_path: Path) -> None:
    """A meeting that was not held has nobody, nobody comes twice, and who comes has a seat."""
    assert codes(tmp_path, MET.format("3 May 2018", state, attended)) == [message]


def test_courses_their_places_and_agencies_add_up(tmp_path: Path) -> None:
    """Who took a place is counted from the agencies, and what was said stands below."""
    card = "held: 2\nattended: 12, from Council\nattended: 6, from Police\nfeedback: 9 of 10, that it was worth it"
    lines = told(tmp_path, "courses", COURSE.format(20, card))
    assert lines[:2] == [
        "Training in 2018-19",
        "One course, held two times. 18 of 20 (90%) training places were taken.",
    ]
    assert "|".join(lines).count("Neglect|2|20|18|All|2|20|18") == 1
    assert "Council|12|67%|Police|6|33%|All|18|100%" in "|".join(lines)
    assert lines[-1] == "<Strong>Neglect: </Strong>9 of 10 (90%) said that it was worth it."
    board = read(tmp_path, "cover", COURSE.format(20, card))
    assert str(bscb_docs.figures_of(board)["training-2018-19.taken"]) == "18 of 20 (90%)"


@pytest.mark.parametrize(
    ("card", "message"),
    [
        ("taken: 21", "Neglect of 2018-19 had 20 places, and 21 were taken."),
        ("taken: 19\nattended: 18, from Council", "Neglect of 2018-19 was taken by 19; its agencies have 18."),
        (
            "taken: 18\nfeedback: 17 of 20, that it was worth it",
            "Neglect of 2018-19 was taken by 18, and 20 said what it was.",
        ),
    ],
    ids=["too many", "agencies that do not add up", "more answers than people"],
)
def test_a_course_that_cannot_be_right_is_told(card: str, message: str, tmp_path: Path) -> None:
    """More came than there were places, the agencies do not add up, or more answered than came."""
    assert codes(tmp_path, COURSE.format(20, card)) == [message]


@pytest.mark.parametrize("planned", ["2018-19", "2017-18"])
def test_planned_years_that_are_not_to_come_are_told(planned: str, tmp_path: Path) -> None:
    """They would have a second column, or stand behind a later one."""
    board = read(tmp_path, f"budget, planned {planned}", "# Cost: Team\nyears: 2018-19\namount: £300\n\n")
    found = [str(each) for each in bscb_docs.check(board) if f"{planned} are not to come after 2018-19" in each.message]
    assert len(found) == 1
    assert found[0].endswith("Write later years, or take the option away.")


@pytest.mark.parametrize(
    ("police", "said"),
    [
        ("£50", "£300 is to be spent in 2019-20. Contributions are £50 less than that."),
        ("£100", "£300 is to be spent in 2019-20. Contributions of £300 are to pay for it."),
        (
            "not recorded",
            "£300 is to be spent in 2019-20. Contributions of £200 to it are settled; not yet: Police. "
            "Nobody has yet agreed to pay £100 of it.",
        ),
    ],
    ids=["too little", "enough", "not settled"],
)
def test_the_budget_of_the_next_year_stands_beside_this_one(police: str, said: str, tmp_path: Path) -> None:
    """Its column says that it is planned; shares are of this year."""
    paid = "# Contribution\npartner: {}\nyears: {}\namount: {}\n\n"
    records = (
        paid.format("Council", "2018-19", "£150"),
        paid.format("Council", "2019-20", "£200"),
        paid.format("Police", "2019-20", police),
        "# Cost: Team\nyears: 2019-20\namount: £300\n\n",
    )
    lines = told(tmp_path, "budget, planned 2019-20", *records)
    assert lines[1] == f"Partners contributed £150 in 2018-19. {said}"
    assert "Partner|2018-19|2019-20, planned|Share of 2018-19|Council|£150|£200|100%|Police|None" in "|".join(lines)
    assert "£200" not in told(tmp_path, "budget", *records)


def test_the_recommendations_of_one_report_stand_with_what_was_done(tmp_path: Path) -> None:
    """The others are left out, and a source that made none is told with those that did."""
    asked = "# Recommendation {}\nmade by: {}\nresponse: accepted\n\nAsk {}.\n\n"
    records = (
        "# Status: Done\nmeans: complete\n\n",
        asked.format("G1", "Last year's report", "children"),
        asked.format("G2", "Scrutiny committee", "parents"),
        "# Updates 2018-19\nas at: 31 March 2019\n\n## Update G1\nstatus: Done\n\nThey were asked in May.\n\n",
    )
    lines = told(tmp_path, "recommendations, source Last year's report", *records)
    assert ("Ask children." in lines, "Ask parents." in lines) == (True, False)
    assert "<Strong>What was done: </Strong>They were asked in May." in lines
    found = bscb_docs.check(read(tmp_path, "recommendations, source The report", "".join(records)))
    assert any('"The report" made no recommendation. Name one of: Last year' in str(each) for each in found)
