"""The assurance framework and the audit programme: what they say at a day, of what is old, late and unsaid."""

from pathlib import Path

import pytest

import bscb_docs

BOARD = """\
# Board: Sample Board

# Assurance level: Sure
symbol: ●
colour: 00653B

All was seen.

# Assurance level: Not sure
colour: B10E1E

Little was seen.

# Assurance S1: Neglect is seen early
source: data
assured: Sure, as at June 2018, because all files were read
assured: Not sure, as at March 2017

# Assurance S2: Training helps
gap: Nobody was asked
gap: Nobody knows, closed by A1
gap: Nobody looked, closed by A1

# Priority P1: One

## Action A1
years: 2018-19

Ask them.

# Audit AU1: Neglect
planned: Q1 2018-19
carried out: Q2 2018-19
finding: Chronologies are missing

# Audit AU2: Absence
planned: Q1 2018-19

# Audit AU3: Of another year
years: 2017-18

# Document paper: Assurance
outline: assurance-framework
years: 2018-19
as at: {day}
"""


def lines_at(day: str, folder: Path) -> list[str]:
    """The lines of the paper as at a day."""
    (folder / "board.md").write_text(BOARD.format(day=day), encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "paper").text.splitlines()


def below(lines: list[str], title: str) -> list[str]:
    """What stands under a heading, without its styles."""
    start = next(at for at, line in enumerate(lines) if line.startswith("heading") and line.endswith(f" | {title}"))
    end = next((at for at in range(start + 1, len(lines)) if lines[at].startswith("heading")), len(lines))
    plain = (line.replace("<Strong>", "").replace("</Strong>", "") for line in lines[start + 1 : end])
    return [line.partition(" | ")[2] for line in plain]


def test_the_last_level_by_its_day_is_in_force(tmp_path: Path) -> None:
    """Whatever the order of the lines; the one before stands beside it, and what nobody assessed is said."""
    lines = lines_at("30 June 2018", tmp_path)
    sure = "<Status Sure>●</Status Sure> Sure, as at June 2018, because all files were read. "
    assert below(lines, "Neglect is seen early") == [
        *(f"{sure}Before: Not sure, as at March 2017.", "What is missing: No gap is recorded", "How we know: Data")
    ]
    closes = "What closes it: Ask them (Priority 1, action 1 of 2018-19). Owner: No owner. Due: No deadline."
    assert below(lines, "Training helps") == [
        *("Not assessed", "What is missing: ", "Nobody was asked. Nothing closes it yet."),
        *(f"Nobody knows. Nobody looked. {closes}", "How we know: None"),
    ]


def test_what_closes_a_gap_and_ends_in_a_full_stop_has_one(tmp_path: Path) -> None:
    """The words of an objective are a sentence, those of an action have its number after them."""
    objective = "\n## Objective O1\naction: A1\n\nAsk ten families.\n\n# Audit AU1"
    board = BOARD.replace("was asked", "was asked, closed by O1").replace("\n# Audit AU1", objective)
    (tmp_path / "board.md").write_text(board.format(day="30 June 2018"), encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert "Ask ten families. <Strong>Owner" in text
    assert "Ask them (Priority 1, action 1 of 2018-19). <Strong>Owner" in text


def test_at_an_earlier_day_the_earlier_level_is_printed_and_said_to_be_old(tmp_path: Path) -> None:
    """What was said more than a year before the day of the paper is marked."""
    told = below(lines_at("31 May 2018", tmp_path), "Neglect is seen early")
    assert told[0] == "Not sure, as at March 2017. This is more than a year old."


@pytest.mark.parametrize("day", ["30 June 2019", "1 July 2019", "30 June 2020", "1 July 2020"])
def test_the_paper_and_the_check_have_the_same_year(day: str, tmp_path: Path) -> None:
    """What the paper says is more than a year old is what the check finds too old, from the same day on."""
    is_old = "This is more than a year old" in below(lines_at(day, tmp_path), "Neglect is seen early")[0]
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert is_old == any(f.code == "ASR-01" and "Neglect is seen early" in f.message for f in found)
    assert is_old == (day != "30 June 2019")


def test_gaps_and_when_each_thing_is_looked_at_next_stand_in_front(tmp_path: Path) -> None:
    """Each gap with who closes it and by when, or that nothing does; the days in their order, and what has none."""
    more = "# Assurance S3: They are found\nlooked at next: May 2019\ngap: None by night, closed by A2\n\n"
    more += "# Action A2: Nights\nyears: 2018-19\nowner: Jo\ndue: June 2018\n\nAsk at night.\n\n# Person: Jo\n"
    (tmp_path / "more.md").write_text(more, encoding="utf-8")
    lines = lines_at("30 June 2018", tmp_path)
    front = [line.replace("<Strong>", "").replace("</Strong>", "") for line in lines if line.startswith("List Bullet")]
    gaps = front.index("Training helps: Nobody was asked. Nothing closes it yet.".join(["List Bullet | ", ""]))
    assert [line.partition(" | ")[2] for line in front[gaps - 1 : gaps + 3]] == [
        "Looked at next: May 2019 (They are found); no day is recorded: Neglect is seen early; Training helps",
        "Training helps: Nobody was asked. Nothing closes it yet.",
        "Training helps: Nobody knows. Nobody looked. (No owner, no deadline)",
        "They are found: None by night. (Jo, due June 2018)",
    ]
    assert "Looked at next: May 2019." in below(lines, "They are found")[1]


def test_a_framework_that_is_bound_to_a_cover_report_says_where_it_asks(tmp_path: Path) -> None:
    """Its own document names the cover report that brings it, the body and the day."""
    cover = "# Document cover: Are Children Safe?\noutline: cover-report\nappendix: paper\n\n# Body: Executive\n\n"
    cover += (
        "# Person: Jo\n\n# Cover report cover\nreport to: Executive\nmeeting: 9 July 2018\nby: Jo\npurpose: noting\n"
    )
    (tmp_path / "more.md").write_text(cover, encoding="utf-8")
    said = " Are Children Safe? brings it to the Executive on 9 July 2018, and says what is asked."
    assert any(line.endswith(said) for line in lines_at("30 June 2018", tmp_path))
    bound = bscb_docs.build(bscb_docs.read_board(tmp_path), "cover").text
    assert (said in bound, "We must be sure of two things" in bound) == (False, True)


def test_an_audit_is_told_as_late_when_its_time_has_passed(tmp_path: Path) -> None:
    """Not while its quarter runs; once it was carried out, that it was later than planned."""
    assert below(lines_at("30 June 2018", tmp_path), "Absence") == ["Planned: Q1 2018-19. Carried out: not yet."]
    later = lines_at("31 October 2018", tmp_path)
    assert below(later, "Absence") == ["Planned: Q1 2018-19. Carried out: not yet (its time has passed)."]
    assert below(later, "Neglect")[0] == "Planned: Q1 2018-19. Carried out: Q2 2018-19 (later than planned)."
    assert "Normal | The programme has two audits: one carried out as at 31 October 2018." in later
    assert not any("Of another year" in line for line in later)


LOOKED = """
# Organisation: Police

# Organisation: Council

# Body: Audit Group
chair: Jo Example, from 2017

# Person: Jo Example
post: Head of Quality, at Council, from 2016

# Person: Al Sample
post: Chief Nurse, from 2010, to 2016
post: Scrutineer, from 2017

# Assurance S3: They are found
owner: {owner}
source: {source}
"""


@pytest.mark.parametrize(
    ("owner", "source", "told"),
    [
        ("Police", "visit, of the desk, by Al Sample", "Visit: the desk, by Al Sample, Scrutineer (independent of"),
        ("Police", "audit, by Police", "Audit, by Police (not independent of"),
        ("Audit Group", "visit, by Jo Example", "Visit, by Jo Example, Head of Quality (not independent of"),
        ("Jo Example", "audit, by Audit Group", "Audit, by Audit Group (not independent of"),
        ("Council", "visit, by Jo Example", "Visit, by Jo Example, Head of Quality (not independent of"),
        ("Police", "self-assessment, of all", "Self-assessment: all (not independent of"),
    ],
    ids=["another", "the owner", "its chair", "the group of the owner", "its officer", "of itself"],
)
def test_each_source_says_by_whom_and_whether_that_is_another_than_the_owner(
    owner: str, source: str, told: str, tmp_path: Path
) -> None:
    """Nobody who has a place in the owner or a post at it is another; in front stands of how much anybody looked."""
    (tmp_path / "more.md").write_text(LOOKED.format(owner=owner, source=source), encoding="utf-8")
    lines = lines_at("30 June 2018", tmp_path)
    assert below(lines, "They are found")[-1] == f"How we know: {told} the owner)"
    seen = "one thing (They are found)" if "(independent" in told else "none"
    assert f"List Bullet | <Strong>Looked at by somebody independent of the owner: </Strong>{seen}" in lines


DATED = """
# Review R1: Too late
kind: Rapid review
published: May 2018

# Inspection: Of the council
date: April 2018

# Visit: To the desk
date: 3 March 2018

# Measure M1: Answers
unit: people

# Reading M1
period: Q4 2017-18
value: 4
"""


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("audit, of AU1", "Audit: Neglect, Q2 2018-19"),
        ("inspection, of R1", "Inspection: Rapid review: Too late, May 2018"),
        ("inspection, of Of the council", "Inspection: Of the council, April 2018"),
        ("visit, of To the desk", "Visit: To the desk, 3 March 2018"),
        ("data, of M1", "Data: Answers, Q4 2017-18"),
        ("data, of calls", "Data: calls"),
    ],
)
def test_a_source_that_is_recorded_has_its_date(source: str, told: str, tmp_path: Path) -> None:
    """It is named by id or title; where some source has a date, those that have none are told in front."""
    more = f"{DATED}\n# Assurance S3: They are found\nsource: {source}\n"
    (tmp_path / "more.md").write_text(more, encoding="utf-8")
    lines = lines_at("31 October 2018", tmp_path)
    assert below(lines, "They are found")[-1] == f"How we know: {told}"
    undated = "List Bullet | <Strong>No date is recorded for a source of: </Strong>Neglect is seen early"
    assert (undated in lines) == (source != "data, of calls")


@pytest.mark.parametrize("source", ["data, by Al Sample", "visit, of the desk"])
def test_of_data_and_of_an_unnamed_visitor_nothing_is_claimed(source: str, tmp_path: Path) -> None:
    """Figures are nobody's judgement, and who did not sign may be anybody."""
    (tmp_path / "more.md").write_text(LOOKED.format(owner="Police", source=source), encoding="utf-8")
    assert not any("independent" in line for line in lines_at("30 June 2018", tmp_path))


def test_a_gap_is_measured_by_what_closes_it(tmp_path: Path) -> None:
    """What was read against the target of the outcome that the action serves; in front, that it is not met."""
    read = "\n# Measure M1: Asked\ntarget: 60%\n\n# Reading M1\nvalue: 3 of 10\nperiod: 2017-18\n"
    outcome = "## Outcome P1-O1\nmeasure: M1\n\nThey know.\n\n## Action A1\nserves: P1-O1\n"
    (tmp_path / "more.md").write_text(read, encoding="utf-8")
    (tmp_path / "board.md").write_text(
        BOARD.format(day="30 June 2018").replace("## Action A1\n", outcome), encoding="utf-8"
    )
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text.splitlines()
    assert "Measured: Asked, 3 of 10 (30%) in 2017-18 against 60%: not met" in below(lines, "Training helps")
    assert "List Bullet | <Strong>Target not met: </Strong>one (Asked)" in lines
