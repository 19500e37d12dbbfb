"""Borne facts: which record bears a typed fact, by the words beside it; what only happens to be equal bears nothing."""

from pathlib import Path

import pytest
from small_boards import board_of

import bscb_docs
from bscb_docs import TypedFact

REGISTER = """# Document report: Report
years: 2025-26
as at: 31 March 2026
section: narrative
"""
RECORDS = """# Organisation: Sample Council
short name: Council
formerly: County Council, to June 2025

# Organisation: Sample Police

# Person: Robin Sample
post: Head of Learning, at Sample Council, from April 2022

# Person: Morgan Example

# Body: Quality Group
member: Robin Sample, from April 2024, to August 2025
meetings planned: 3, in 2025-26

# Term: Front Door for Children
abbreviation: FDC

# Meeting
body: Quality Group
date: 9 December 2025
state: held

# Meeting
body: Quality Group
date: 10 March 2026
state: held

# Event: Sample Practice Conference 2025
date: 14 October 2025

# Review R1: Neglect that nobody added up
kind: Local Review
published: 17 July 2025

# Contribution
partner: Sample Council
years: 2024-25
amount: £118,400

# Contribution
partner: Sample Council
years: 2025-26
amount: £121,000

# Contribution
partner: Sample Police
years: 2025-26
amount: £32,000

# Training course: Harm online
years: 2025-26
held: 6
places: 120

# Plan: The Plan
years: 2025-26

## Priority T1: Neglect

### Actions 2025-26

#### Action T1-1
due: March 2026

Write a strategy.

##### Objective O1: Training at the hospitals
due: December 2025
moved: to May 2026, on 10 March 2026, by Quality Group, because nobody was free
changed owner: from Robin Sample, to Morgan Example, on 1 September 2025

Train them.

# Measure M1: Health assessments that use the neglect tool
unit: health assessments
baseline: 21 of 96
baseline at: 2024-25
target: 85%
target by: March 2026
later target: 95%, by March 2027, on 10 March 2026
over the year: stands alone

# Measure M2: Days that a child waits for a place
unit: days
baseline: 19
target: 8
better: lower

# Measure M3: Children seen within 72 hours of coming home
unit: children who came home
over the year: adds up

# Measure M4: Contacts with the Front Door for Children
unit: contacts
better: neither

# Reading M1
period: Q3 2025-26
value: 67 of 92

# Reading M1
period: Q4 2025-26
value: 85 of 94

# Reading M2
period: Q4 2025-26
value: 12

# Reading M3
period: Q1 2025-26
value: 19 of 32

# Reading M3
period: Q2 2025-26
value: 21 of 33

# Reading M4
period: 2024-25
value: 7,402

# Reading M4
period: 2025-26
value: 7,918
"""


def facts_of(folder: Path, words: str) -> list[TypedFact]:
    """The facts of a report of those words."""
    report = f"# Narrative report: Report\n\n## What We Saw\n\n{words}\n"
    board = board_of(folder, REGISTER, records=RECORDS, report=report)
    (found,) = bscb_docs.list_facts(board, ["report"])
    return [*found.facts]


def borne(folder: Path, words: str) -> list[str]:
    """What bears each fact of a report of those words, in its form for a person."""
    said = [(fact.borne, f" {{{{ {fact.figure} }}}}") for fact in facts_of(folder, words)]
    return [borne.removesuffix(token).removesuffix(" says the same: write") for borne, token in said]


TOOL = "Health assessments that used the neglect tool"


@pytest.mark.parametrize(
    ("words", "bearers"),
    [
        (f"{TOOL} were 22% at first.", ["figure M1.baseline.per-cent"]),
        (f"{TOOL} were to be 85% by March 2026.", ["figure M1.target", "Measure M1: target by"]),
        (f"{TOOL} are to be 95% by March 2027.", ["Measure M1: later target", "Measure M1: later target"]),
        (f"{TOOL} were 67 of 92 (73%) in the third quarter.", ["Measure M1: reading of Q3 2025-26"] * 3),
        (f"Nine in ten {TOOL.lower()} in the year.", ["Measure M1: reading of Q4 2025-26"]),
        (f"{TOOL} rose. The target is 85%.", ["figure M1.target"]),
        (
            "In 2024-25 21 health assessments used the neglect tool.",
            ["Measure M1: baseline at", "figure M1.baseline.part"],
        ),
        (
            "A child waits 12 days for a place; it was 19, and is to be 8 days.",
            ["figure M2.value", "figure M2.baseline", "figure M2.target"],
        ),
        ("40 of 65 children were seen within 72 hours of coming home.", ["figure M3.year-so-far", "Measure M3: name"]),
        (
            "Contacts with the FDC rose from 7,402 in 2024-25 to 7,918.",
            ["Measure M4: reading of 2024-25", "Measure M4: reading of 2024-25", "figure M4.value"],
        ),
        (
            "Training at the hospitals was due in December 2025 and is due in May 2026, 151 days later.",
            ["Objective O1: due", "Objective O1: moved", "Objective O1: days slipped"],
        ),
        ("Training at the hospitals was put off on 10 March 2026.", ["Objective O1: moved, on"]),
        (
            "Training at the hospitals passed from Robin Sample to Morgan Example on 1 September 2025.",
            ["Objective O1: changed owner, on"],
        ),
        (
            "The Quality Group planned three meetings and held two.",
            ["figure quality-group.meetings-planned", "figure quality-group.meetings-held"],
        ),
        ("Robin Sample has been Head of Learning since April 2022.", ['Person "Robin Sample": post'] * 2),
        ("Robin Sample left the group in August 2025.", ['Body "Quality Group": member']),
        ("The conference was on 14 October 2025.", ["figure sample-practice-conference-2025.date"]),
        ("A Local Review was published in July 2025.", ["Review R1: published"]),
        ("The Council was the County Council until June 2025.", ['Organisation "Sample Council": formerly']),
        ("Partners gave £153,000.", ["figure contributions-2025-26.total"]),
        (
            "The Council's share was £118,400 in 2024-25.",
            [f"Contribution of Sample Council: {field}" for field in ("amount", "years")],
        ),
        (
            "The course Harm online was held six times, with 120 places.",
            ['Training course "Harm online": held', 'Training course "Harm online": places'],
        ),
    ],
)
def test_the_record_is_named_that_bears_what_is_said_of_it(words: str, bearers: list[str], tmp_path: Path) -> None:
    """The sentence has its name, or words of its title, and what is counted; a per cent its numbers beside it."""
    assert borne(tmp_path, words) == bearers


@pytest.mark.parametrize(
    "words",
    [
        "The leaflet was read in 85 of 94 homes.",
        f"{TOOL} rose, and 90% of families liked it.",
        f"{TOOL} were 67 of 92 in the last quarter.",
        f"{TOOL} were 21 of 96 in Q4 2025-26.",
        "The days of a child in a place were told in 19 letters.",
        "Contacts with the FDC were 7,918 in 2024-25.",
        "Contacts with the library were 7,918.",
        "Training at the pool was due in December 2025.",
        "Training at the hospitals was praised in May 2026.",
        "Robin Sample bought a house in August 2025.",
        "The Council raised £121,000 for a fair.",
        "The Quality Group heard two children.",
        "Since May members of the Quality Group heard two children.",
        "A Local Review was begun in July 2025.",
        "Children waited 72 days.",
        "Children are to be seen within 72.5 hours of coming home.",
        "Of all, 12 of 4 (40%) came.",
        "The Quality Group wrote on 1 December 2025.",
        "In April 2022 Robin Sample ran for charity.",
        "The Council ended. In 2024-25 a hall was built.",
        "Health assessments of staff took 85% of the day.",
        "Training at the hospitals was due in March 2026.",
        "The target for days that a child waits is 85%.",
    ],
)
def test_what_is_only_equal_bears_nothing(words: str, tmp_path: Path) -> None:
    """The number counts another thing or is of another time, the date is told of something else."""
    assert facts_of(tmp_path, words)[0].vouched_by == ""


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("The Quality Group met on 10 December 2025.", "Meeting of Quality Group: date says 9 December 2025"),
        ("Training at the hospitals was first due in November 2025.", "Objective O1: due says December 2025"),
        ("Training at the hospitals is due in June 2026.", "Objective O1: moved says May 2026"),
        (f"{TOOL} were 67 of 93 in the third quarter.", "Measure M1: reading of Q3 2025-26 says 67 of 92 (73%)"),
        (f"{TOOL} were 12 of 96 at first.", "Measure M1: baseline says 21 of 96 (22%)"),
        (f"The target for {TOOL.lower()} is 80%.", "Measure M1: target says 85%"),
        ("A child waits 21 days for a place.", "Measure M2: reading of Q4 2025-26 says 12"),
        ("Contacts with the FDC were 7,198.", "Measure M4: reading of 2025-26 says 7,918"),
        ("In 2025-26 the Council contributed £112,000.", "Contribution of Sample Council: amount says £121,000"),
        ("Partners gave £135,000.", "figure contributions-2025-26.total says £153,000"),
        ("Robin Sample left the Quality Group in July 2025.", 'Body "Quality Group": member says August 2025'),
        ("Our Local Review was published on 27 July 2025.", ""),
        ("Neglect that nobody added up was published on 27 July 2025.", "Review R1: published says 17 July 2025"),
        ("The Quality Group wrote a letter on 10 December 2025.", ""),
        ("The Quality Group read 210 letters.", ""),
        ("In twenty-one months {{ M2.value }} were reached.", ""),
        ("A child waits for a place, and 21 parents wrote.", ""),
        ("One of them left in July 2025, and Robin Sample stayed.", ""),
    ],
)
def test_what_a_record_has_instead_is_told(words: str, instead: str, tmp_path: Path) -> None:
    """A value of the same thing, with figures swapped, one part the same, another day of the month, or called so."""
    told = [fact.nearly for fact in facts_of(tmp_path, words) if not fact.vouched_by]
    assert told[:1] == [instead]
