"""Typed facts: what texts say in words typed by hand, which record bears it, and that somebody read the others."""

from pathlib import Path

import pytest
from small_boards import board_of

import bscb_docs
from bscb_docs import Board, TypedFact

REGISTER = """# Document report: Report
years: 2025-26
as at: 31 March 2026
section: narrative
section: list-of-appendices
appendix: plan
appendix: progress

# Document plan: Business Plan
section: cover

# Document progress: Overview of Progress
section: cover

# Issue report 1.0
state: for approval
"""
RECORDS = """# Organisation: Sample Council

# Person: Robin Sample
post: Head of Learning, at Sample Council

# Person: Morgan Example

# Body: Quality Group
from: May 2025
meetings planned: 9, in 2025-26
chair: Morgan Example, from May 2025

# Body: Voice Group
chair: Robin Sample, from May 2025

# Term: Graded Care Profile 2

# Meeting
body: Quality Group
date: 9 December 2025
state: held

# Meeting
body: Quality Group
date: 10 March 2026
state: held

# Event conference
date: 14 October 2025

# Plan: The Plan
years: 2025-26

## Priority T1: Neglect

### Action T1-1
due: March 2026

Write a strategy.

### Action T1-2
due: June 2026
moved: to September 2026, on 9 December 2025, by Voice Group, because no money came

Print it.

## Priority T2: Schools

## Priority T3: Homes

# Measure M1: Case files in which the neglect tool was used

# Reading M1
period: Q4 2025-26
value: 118 of 604
"""


def report_of(folder: Path, words: str, line: str = "") -> Board:
    """A board with a report of those words, for approval, and the line on the card of its version."""
    report = f"# Narrative report: Report\n\n## What We Saw\n\n{words}\n"
    return board_of(folder, f"{REGISTER}{line}\n", records=RECORDS, report=report)


def facts_of(folder: Path, words: str) -> list[TypedFact]:
    """The facts of such a report."""
    (found,) = bscb_docs.list_facts(report_of(folder, words), ["report"])
    return list(found.facts)


def told(board: Board) -> list[str]:
    """What is said of facts that nobody read."""
    return [each.message for each in bscb_docs.check(board) if each.code == "DOC-14"]


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("Sample Council contributed £112,000 and £1.2 million.", ["£112,000", "£1.2 million"]),
        ("It is 60 days overdue; of £6,200, half is left.", ["60", "£6,200"]),
        ("Forty-eight of the files, or 7.5 per cent, were read.", ["Forty-eight", "7.5 per cent"]),
        ("The conference on 4 October was on 4 October 2025, a Saturday.", ["4 October", "4 October 2025"]),
        ("It was taken in March, from May to December 2025.", ["March", "May to December 2025"]),
        ("By autumn 2026, in Q3 2025-26 and in 2024-25.", ["autumn 2026", "Q3 2025-26", "2024-25"]),
        ("See Appendix 2 and recommendation 7.", ["Appendix 2", "recommendation 7"]),
        ("Call 01632 960150.", ["01632 960150"]),
        (
            "Nine in ten, three out of the four, and two in 2025.",
            ["Nine in ten", "three out of the four", "two", "2025"],
        ),
        ("The Quality Group is chaired by Robin Sample.", ["chaired, Robin Sample"]),
        ("Robin Sample, Head of Learning, came.", ["Head of Learning, Robin Sample"]),
        ("A letter came from Chief Inspector Morgan Example.", ["Chief Inspector, Morgan Example"]),
        (
            "Robin Sample of Sample Council, and Morgan Example of the Other Trust.",
            ["of Sample Council, Robin Sample", "of the Other Trust, Morgan Example"],
        ),
        ("Robin Sample at the Trust came.", []),
        ("The third such report doubled, twice, half of it.", ["third", "doubled", "twice", "half"]),
        ("It is set out in the plan ([Appendix](#plan)).", ["Appendix, Business Plan"]),
    ],
)
def test_what_is_typed_is_listed(words: str, typed: list[str], tmp_path: Path) -> None:
    """Numbers, sums, dates, references in words, telephone numbers, places of persons, and which appendix is meant."""
    assert typed == [fact.words for fact in facts_of(tmp_path, words)]


@pytest.mark.parametrize(
    "words",
    [
        "One of the partners acts under section 11 of the Children Act 2004 and section 47.",
        'They said: "We waited 12 weeks in 2024."',
        "Children aged 10 to 17, and those under 18, in year 6 at level 3.",
        "The third sector wrote Chapter 2.",
        "A 360 degree review was asked for.",
        "Working Together 2023 may ask it. Call 999. It may help.",
        "{{ M1.value }} and [action](#T1-1) are set by the program.",
    ],
)
def test_what_is_no_fact_of_the_board_is_not_listed(words: str, tmp_path: Path) -> None:
    """Laws and books, quotations, ages, what is called by a number, and what figures and references set."""
    assert [fact.words for fact in facts_of(tmp_path, words)] == []


@pytest.mark.parametrize(
    ("words", "borne"),
    [
        ("The Quality Group met on 9 December 2025.", "Meeting of Quality Group: date"),
        ("The Quality Group began in May 2025.", 'Body "Quality Group": from'),
        ("[Action](#T1-1) is due in March 2026.", "figure T1-1.due says the same: write {{ T1-1.due }}"),
        ("Children were safer in 2025-26.", "The document report: years"),
        ("The group of Morgan Example chaired it.", "no record"),
        ("The Quality Group is chaired by Morgan Example.", 'Body "Quality Group": chair'),
        ("Robin Sample, Head of Learning, came.", 'Person "Robin Sample": post'),
        ("Robin Sample of Sample Council came.", 'Person "Robin Sample"'),
        (
            "The neglect tool was used in 118 case files.",
            "figure M1.value.part says the same: write {{ M1.value.part }}",
        ),
        (
            "The neglect tool was used in 118 of the 604 case files.",
            "figure M1.value says the same: write {{ M1.value }}",
        ),
        (
            "The Quality Group met two times.",
            "figure quality-group.meetings-held says the same: write {{ quality-group.meetings-held }}",
        ),
        ("The Graded Care Profile 2 is used.", 'Term "Graded Care Profile 2": name'),
        ("The plan has three priorities.", "figure priorities.count says the same: write {{ priorities.count }}"),
        ("Read the Business Plan ([Appendix](#plan)).", "The document plan: title"),
    ],
)
def test_a_record_bears_what_is_said_of_it(words: str, borne: str, tmp_path: Path) -> None:
    """The record that the sentence names has the same value, or is what the appendix is called."""
    assert [borne] == [fact.borne for fact in facts_of(tmp_path, words)]


@pytest.mark.parametrize(
    "words",
    [
        "It met on 9 December 2025.",
        "The Quality Group met in December 2025.",
        "The Quality Group began in June 2025.",
        "The Voice Group was led by others until September 2026.",
        "[Action](#T1-1) was finished in March 2026.",
        "Children were safer in 2024-25.",
        "The Quality Group is chaired by Robin Sample.",
        "The neglect tool was used in 181 case files.",
        "Read the account of the year ([Appendix](#plan)).",
        "The plans of other areas have three priorities.",
        "The Quality Group saw nine families.",
        "The Quality Group held nine of its nine meetings.",
        "Morgan Example of Sample Council came.",
        "The Voice Group is led by others. Morgan Example, who chairs the Voice Group, wrote to the Quality Group.",
    ],
    ids=[
        "nobody named",
        "a month of a meeting",
        "another month",
        "a deadline that the body moved",
        "a deadline",
        "years",
        "a chair",
        "turned",
        "swapped",
        "others",
        "a small count",
        "a part that is the whole of another",
        "another employer",
        "a chair of another group",
    ],
)
def test_no_record_bears_what_it_does_not_say(words: str, tmp_path: Path) -> None:
    """A record that is not spoken of, another value, or a value of another thing vouches for nothing."""
    assert [fact.vouched_by for fact in facts_of(tmp_path, words)] == [""]


def test_what_fields_say_is_listed(tmp_path: Path) -> None:
    """How often a body meets, why work ended, what an edition is called, and all of a contact, are typed by hand."""
    register = REGISTER.replace("Business Plan", "The Plan")
    register = register.replace("section: narrative", "section: our-groups\nsection: priorities\nsection: contact")
    ended = "became: ended, because it was done in June 2025\n\nWrite a strategy."
    records = RECORDS.replace("from: May 2025", "from: May 2025\nmeets: four times a year")
    records = records.replace("\nWrite a strategy.", ended)
    records = records.replace("years: 2025-26", "years: 2025-26\nrevision: Agreed in May 2025, 9 June 2025")
    called = ("01632 960999, from 9am", "www.sample.example", "duty@sample.example", "Hall, 1 High Street")
    fields = zip(("telephone", "website", "email", "address"), called, strict=True)
    records += "\n# Contact: Duty team\n" + "".join(f"{name}: {said}\n" for name, said in fields)
    board = board_of(tmp_path, register, records=records)
    listed = {fact.words for each in bscb_docs.list_facts(board) for fact in each.facts}
    assert {"June 2025", "four", "May 2025", *called} - listed == set()


def test_why_something_was_not_recorded_is_listed_where_it_is_printed(tmp_path: Path) -> None:
    """Why there is no deadline stands in What Changed; why no number is known is the manager's."""
    register = REGISTER.replace("section: narrative", "section: priorities\nsection: contact")
    contact = "# Contact: Duty team\ntelephone: not recorded, because the letter of 2023 gave none\n"
    records = RECORDS.replace("due: March 2026", "due: not recorded, because the grant of 2024 has ended")
    board = board_of(tmp_path, register, records=f"{records}\n{contact}")
    listed = {fact.words for each in bscb_docs.list_facts(board) for fact in each.facts}
    assert {"2023", "2024"} & listed == {"2024"}


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("At the end {{ M1.target }} were seen.", ["target of M1: its sentence does not tell of the target"]),
        (
            "It fell from {{ M1.value }} to {{ M1.baseline }}.",
            ["baseline of M1: its sentence does not tell of the baseline"],
        ),
        ("The target is {{ M1.value }}.", ["value of M1: its sentence does not tell of the value"]),
        ("It rose from {{ M1.baseline }} to {{ M1.value }}; the target is {{ M1.target }}.", []),
        ("[Action](#T1-1), due by {{ T1-2.due }}, cannot be done.", ["due of T1-2: its sentence speaks of T1-1"]),
        ("[Action](#T1-1), due by {{ T1-1.due }}, follows [action](#T1-2).", []),
        ("Robin Sample met {{ morgan-example.name }}.", []),
        (
            "| Group | Held |\n| --- | --- |\n| Voice Group | {{ quality-group.meetings-held }} |\n"
            "| Quality Group | {{ quality-group.meetings-held }} |",
            ["meetings held of quality-group: its sentence speaks of Voice Group"],
        ),
    ],
)
def test_a_figure_that_may_stand_in_the_wrong_place_is_asked_about(
    words: str, asked: list[str], tmp_path: Path
) -> None:
    """It is a target or baseline that no word calls so, or of another record than its sentence or row names."""
    assert asked == [f"{fact.words}: {fact.asked}" for fact in facts_of(tmp_path, words)]


def test_an_appendix_is_borne_by_the_words_before_its_own_reference(tmp_path: Path) -> None:
    """What stands before the first says nothing of the second, which leads to the same."""
    words = "Read the Business Plan ([Appendix](#plan)) and the Overview of Progress ([Appendix](#plan))."
    told = [fact.borne for fact in facts_of(tmp_path, words)]
    assert told == ["The document plan: title", "no record"]


def test_a_fact_is_shown_in_its_sentence_as_it_is_printed(tmp_path: Path) -> None:
    """A figure has its value, a reference its words, and of a table there is the row."""
    table = "| Area | Seen |\n| --- | --- |\n| North | 12 |\n| South | 14 |"
    words = f"{{{{ M1.value }}}} by [the action](#T1-1) of 12 May.\n\n{table}"
    assert [fact.context for fact in facts_of(tmp_path, words)] == [
        "118 of 604 (20%) by the action of 12 May.",
        "North | 12",
        "South | 14",
    ]


WORDS = "The council contributed £112,000 in spring 2026."


def signs_of(folder: Path, words: str) -> str:
    """The signs of the list of such a report."""
    return bscb_docs.list_facts(report_of(folder, words), ["report"])[0].signs


def test_a_version_for_approval_asks_that_its_facts_are_read(tmp_path: Path) -> None:
    """It says how many there are; nothing is asked of a draft."""
    assert told(report_of(tmp_path, WORDS)) == [
        "Report prints two facts typed by hand, and no record bears two of them."
    ]
    draft = tmp_path / "draft"
    report_of(draft, WORDS)
    register = draft / "documents.md"
    register.write_text(register.read_text(encoding="utf-8").replace("for approval", "draft"), encoding="utf-8")
    assert told(bscb_docs.read_board(draft)) == []


def test_who_read_them_answers_it_until_one_changes(tmp_path: Path) -> None:
    """The signs are those of facts in their sentences: the order of words keeps them, another fact or verb is named."""
    line = f"facts read: Jo Example, 19 March 2026, {signs_of(tmp_path / 'first', WORDS)}"
    board = report_of(tmp_path / "read", WORDS, line)
    assert told(board) == []
    assert str(bscb_docs.list_facts(board, ["report"])[0]).endswith("; each of them was read.")
    assert told(report_of(tmp_path / "words", "In spring 2026 the council contributed £112,000.", line)) == []
    assert told(report_of(tmp_path / "said", WORDS.replace("contributed", "saved"), line)) != []
    assert told(report_of(tmp_path / "less", "The council contributed £112,000.", line)) == []
    board = report_of(tmp_path / "sum", WORDS.replace("112", "121"), line)
    (said,) = told(board)
    new = 'two that no record bears, one of them not read yet ("£121,000" at report.md:5:25).'
    assert new in str(bscb_docs.list_facts(board, ["report"])[0])
    since = "Since Jo Example read the facts of Report on 19 March 2026, it has come to say"
    assert said == f'{since} "£121,000" (report.md:5:25).'


def test_a_fact_that_is_said_once_more_is_told_at_its_own_sentence(tmp_path: Path) -> None:
    """Its sign is bound to its sentence: that of an equal one, which was read, does not pass to it."""
    line = f"facts read: Jo Example, 19 March 2026, {signs_of(tmp_path / 'first', WORDS)}"
    (said,) = told(report_of(tmp_path / "after", f"{WORDS}\n\nThe grant was £112,000.", line))
    assert said.endswith('it has come to say "£112,000" (report.md:7:15).')
    (said,) = told(report_of(tmp_path / "before", f"The grant was £112,000.\n\n{WORDS}", line))
    assert said.endswith('it has come to say "£112,000" (report.md:5:15).')


def test_a_fact_that_two_documents_print_is_told_once(tmp_path: Path) -> None:
    """It is one slip: the cards of both are places of one finding, and each is asked before it is issued."""
    other = "# Document paper: Paper\nyears: 2025-26\nsection: priorities\n\n"
    read = "facts read: Jo Example, 19 March 2026, AAA"
    register = REGISTER.replace("section: narrative", "section: priorities").replace(
        "# Document plan", f"{other}# Document plan"
    )
    text = f"{register}{read}\n\n# Issue paper 1.0\nstate: for approval\n{read}\n"
    board = board_of(tmp_path, text, records=RECORDS.replace("Write a strategy.", "Write 12 strategies."))
    (found,) = (each for each in bscb_docs.check(board) if each.code == "DOC-14")
    assert len(found.places) == 2
    assert '"12"' in found.message


def test_no_acceptance_answers_it(tmp_path: Path) -> None:
    """One would hold for what is typed afterwards; the finding offers none."""
    accepted = "\n# Accepted report DOC-14\nby: Jo Example\non: 19 March 2026\n\nAll is well."
    board = report_of(tmp_path, WORDS, accepted)
    (found,) = (each for each in bscb_docs.check(board) if each.code == "DOC-14")
    assert (found.accepted, found.accepting) == (None, "")
    assert "ACP-03" in {each.code for each in bscb_docs.check(board)}


def test_a_fact_that_moves_to_another_record_is_read_again(tmp_path: Path) -> None:
    """What was said of one thing is now said of another."""
    folder = tmp_path / "moved"
    board_of(folder, REGISTER, report=f"# Narrative report: Report\n\n## One\n\n{WORDS}\n")
    before = bscb_docs.list_facts(bscb_docs.read_board(folder), ["report"])[0].signs
    (folder / "documents.md").write_text(REGISTER.replace("report", "paper"), encoding="utf-8")
    (folder / "report.md").write_text(f"# Narrative paper: Report\n\n## One\n\n{WORDS}\n", encoding="utf-8")
    assert before != bscb_docs.list_facts(bscb_docs.read_board(folder), ["paper"])[0].signs


@pytest.mark.parametrize(
    "typed", ["Jo Example", "Jo Example, 19 March 2026", "Jo Example, soon, 7KQ", "Jo, 9 May 2026, 7KQ4M"]
)
def test_a_line_that_lacks_something_is_told(typed: str, tmp_path: Path) -> None:
    """Who, when and the code: the finding stands at the line."""
    board = report_of(tmp_path, WORDS, f"facts read: {typed}")
    assert any(each.place.line == REGISTER.count("\n") + 1 and each.stops for each in board.findings)


def test_a_fact_that_no_record_bears_any_more_leaves_its_like_as_they_were_read(tmp_path: Path) -> None:
    """What a record bears counts for none of them, so that another one of the same words is not told as new."""
    words = "[Action](#T1-1) is due in {} 2026. Parents came in March 2026."
    line = f"facts read: Jo Example, 19 March 2026, {signs_of(tmp_path / 'first', words.format('March'))}"
    assert told(report_of(tmp_path / "read", words.format("March"), line)) == []
    (said,) = told(report_of(tmp_path / "moved", words.format("April"), line))
    assert 'it has come to say "April 2026" (report.md:5:' in said
    assert 'March 2026" (' not in said


def test_the_reading_of_facts_stands_behind_what_says_which_value_is_right(tmp_path: Path) -> None:
    """Its card may stand in an earlier file than the sentence that another finding mends."""
    board = report_of(tmp_path, "The plan has six priorities.")
    assert [each.code for each in bscb_docs.check(board)][-2:] == ["FIG-05", "DOC-14"]


def test_a_sentence_that_names_a_person_misspelt_is_told_for_that_alone(tmp_path: Path) -> None:
    """Of whom it tells is known when the name is mended; then its facts are asked about, if no record bears them."""
    words = "{} led the Quality Group until June 2025. Parents came in June 2025."
    line = f"facts read: Jo Example, 19 March 2026, {signs_of(tmp_path / 'first', 'Parents came in June 2025.')}"
    board = report_of(tmp_path / "slip", words.format("Robin Samqle"), line)
    assert [each.code for each in bscb_docs.check(board) if each.place.file == "report.md"] == ["TERM-01"]
    assert told(board) == []
    assert told(report_of(tmp_path / "mended", words.format("Robin Sample"), line)) != []


def test_a_lone_per_cent_beside_a_measure_names_the_reading(tmp_path: Path) -> None:
    """The paragraph sets the measure by its figure; of a reading that it has, the form alone is told."""
    said = {}
    for words in ("In the last quarter 70%", "In all 70%", "In the last quarter 20%"):
        board = report_of(tmp_path / words, f"In the year {{{{ M1.value }}}} were. {words} were.")
        (said[words],) = (each.message for each in bscb_docs.check(board) if each.code == "FIG-01")
    beside = '"70%" stands without both its numbers; the measure M1, which stands beside it, has'
    assert said["In the last quarter 70%"].endswith(f"{beside} 118 of 604 (20%) in Q4 2025-26.")
    assert said["In all 70%"].endswith(f"{beside} no such reading, the nearest is 118 of 604 (20%).")
    assert said["In the last quarter 20%"].endswith('"20%" stands without both its numbers.')


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("two of them are", "all of them are", '"two" (report.md:5:29)'),
        ("two of them are", "one of them is", '"two" (report.md:5:29)'),
        ("and two have", "and one has", '"two" (report.md:5:76)'),
    ],
)
def test_a_number_that_became_no_number_is_told(old: str, new: str, lost: str, tmp_path: Path) -> None:
    """At the word in its place; what stands beside it as it was is not blamed, then or when its signs are renewed."""
    words = "Three posts were empty, and two of them are filled. Four areas joined, and two have yet to join."
    line = f"facts read: Jo Example, 19 March 2026, {signs_of(tmp_path / 'first', words)}"
    assert told(report_of(tmp_path / "read", words, line)) == []
    changed = words.replace(old, new)
    board = report_of(tmp_path / "changed", changed, line)
    since = "Since Jo Example read the facts of Report on 19 March 2026, it no longer says"
    assert told(board) == [f"{since} {lost}."]
    listed = bscb_docs.list_facts(board, ["report"])[0]
    assert f"it no longer says {lost}. When each is read, write" in str(listed)
    line = f"facts read: Jo Example, 20 March 2026, {listed.signs}"
    assert told(report_of(tmp_path / "again", changed, line)) == []


def test_in_a_paper_written_anew_no_number_is_lost_by_chance(tmp_path: Path) -> None:
    """Of many signs that are gone some come of any words: one is believed beside a fact that is as it was read."""
    towns = [f"{letter * 3}ford" for letter in "ABCDEFGHKLMNPRSTVW"]
    before = " ".join(f"In {town} 17 plans were read, 23 visits made and 41 calls taken." for town in towns)
    after = " ".join(f"All 12 families of {town} came, and both of their 19 friends did." for town in towns)
    words = "Three posts of the 48 in Keepham were empty."
    line = f"facts read: Jo Example, 19 March 2026, {signs_of(tmp_path / 'first', f'{words} {before}')}"
    (said,) = told(report_of(tmp_path / "anew", f"{words} {after}", line))
    assert "no longer says" not in said
    (said,) = told(report_of(tmp_path / "lost", f"{words.replace('Three', 'All')} {after}", line))
    assert said.endswith(' and it no longer says "three" (report.md:5:1).')


def test_a_number_that_went_with_its_sentence_is_not_told(tmp_path: Path) -> None:
    """Nothing is said any more that could be wrong, whatever else says all or one."""
    words = "Three posts were empty. All came, and one went."
    line = f"facts read: Jo Example, 19 March 2026, {signs_of(tmp_path / 'first', words)}"
    assert told(report_of(tmp_path / "less", "All came, and one went.", line)) == []
