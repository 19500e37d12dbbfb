"""Measures: which way each goes, in the quarter or the year of a paper, and what is drawn of it."""

import sys
from pathlib import Path

import pytest

import bscb_docs

BOARD = """\
# Board: Sample Board

# Measure M1: Staff trained
{measure}
baseline: 0 of 640
{readings}
# Document paper: Progress
{paper}
section: measures{options}
"""
QUARTER, YEAR = "period: Q2 2018-19\nas at: 30 September 2018", "years: 2018-19\nas at: 31 March 2019"
HEAD = 5
"""Cells of the head of the table, of which each row has as many."""


def printed(
    folder: Path,
    readings: dict[str, str],
    measure: str = "target: 60%",
    paper: str = QUARTER,
    options: str = "",
    board: str = BOARD,
) -> str:
    """What the section prints of one measure."""
    rows = "".join(f"\n# Reading M1\nperiod: {period}\nvalue: {value}\n" for period, value in readings.items())
    text = board.format(measure=measure, readings=rows, paper=paper, options=options)
    (folder / "board.md").write_text(text, encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "paper").text


def cells_in(text: str) -> list[str]:
    """The cells of the row of the one measure, without its title."""
    return [line.partition(" | ")[2] for line in text.splitlines() if line.startswith("[cell] ")][HEAD + 1 : 2 * HEAD]


@pytest.mark.parametrize(
    ("readings", "target", "cells", "lead"),
    [
        (
            {"Q1 2018-19": "6 of 640", "Q2 2018-19": "32 of 640"},
            "60%",
            [
                "6 of 640 (1%)",
                "32 of 640 (5%)",
                "60%",
                "Better than in Q1 2018-19. Target not met. At first: 0 of 640 (0%).",
            ],
            ("one not met", "one got better"),
        ),
        (
            {"Q4 2017-18": "12 of 57", "Q1 2018-19": "57 of 57"},
            "100%",
            [
                "57 of 57 (100%)",
                "Not measured",
                "100%",
                "Last read in Q1 2018-19. Target met. At first: 0 of 640 (0%).",
            ],
            ("one met", "nothing was read of one in Q2 2018-19"),
        ),
        (
            {"Q4 2017-18": "50%", "Q2 2018-19": "40%"},
            "60%",
            ["50%", "40%", "60%", "Worse than in Q4 2017-18. Target not met. At first: 0 of 640 (0%)."],
            ("one not met", "one got worse (Staff trained)"),
        ),
        (
            {"Q2 2018-19": "143"},
            "120",
            ["0 of 640 at first", "143", "120", "Too few readings. Target met."],
            ("one met", "one cannot be compared"),
        ),
        (
            {"Q2 2018-19": "34 of 48"},
            "40",
            ["0 of 640 at first", "34 of 48", "40", "Too few readings"],
            ("", "one cannot be compared"),
        ),
        (
            {},
            "60%",
            ["0 of 640 (0%) at first", "Not measured", "60%", "Not measured"],
            ("", "nothing was read of one in Q2 2018-19"),
        ),
    ],
    ids=["per cent", "not read now", "not read before", "met at once", "no share is asked", "never"],
)
def test_a_measure_tells_its_course_and_its_target(
    readings: dict[str, str], target: str, cells: list[str], lead: tuple[str, str], tmp_path: Path
) -> None:
    """The quarters in their order, per cents beside a per cent, the trend in words, and whether the target is met."""
    text = printed(tmp_path, readings, f"target: {target}")
    met, ways = lead
    said = f"{f'Targets: {met}. ' if met else ''}Since the last reading before Q2 2018-19, {ways}."
    assert (cells_in(text), said in text) == (cells, True)


@pytest.mark.parametrize(
    ("year", "quarter", "way"),
    [
        ("0 of 476", "4 of 22", "Not comparable with 2017-18"),
        ("10 of 22", "4 of 476", "Not comparable with 2017-18"),
        ("0 of 0", "4 of 22", "Not comparable with 2017-18"),
        ("58 of 138", "22 of 31", "Better than in 2017-18"),
        ("12 of 57", "57 of 57", "Better than in 2017-18"),
        ("10 of 60", "10 of 20", "Better than in 2017-18"),
    ],
    ids=["one course after all", "all after one", "after none", "a quarter of a year", "a level", "three times"],
)
def test_wholes_that_are_wholly_others_have_no_trend(year: str, quarter: str, way: str, tmp_path: Path) -> None:
    """Both values stand there, and no word for which way they went; those of fewer months are no others."""
    text = printed(tmp_path, {"2017-18": year, "Q2 2018-19": quarter}, "over a year: stands alone\ntarget: 60%")
    before, now, _, told = cells_in(text)
    assert (before[: len(year)], now[: len(quarter)], told.partition(". ")[0]) == (year, quarter, way)
    assert ("one cannot be compared" in text) == way.startswith("Not comparable")


def test_a_target_of_a_later_day_is_not_missed_yet(tmp_path: Path) -> None:
    """Until March it is not reached so far, and no list says that it was not met; after March it is not met."""
    target = "target: 60%\ntarget by: March 2019"
    text = printed(tmp_path, {"Q2 2018-19": "32 of 640"}, target)
    assert cells_in(text)[-1] == "Too few readings. Target of March 2019 not reached so far."
    assert "Targets: one not due yet." in text
    text = printed(tmp_path, {"Q2 2018-19": "32 of 640"}, target, YEAR)
    assert "Targets: one not met. Since" in text


@pytest.mark.parametrize(
    ("paper", "later", "said"),
    [
        (QUARTER, "80%", "Better than in Q1 2018-19. Target met. At first: 0 of 640 (0%)."),
        (YEAR, "80%", "Too few readings. Target met (next: 80% by March 2020)."),
        (YEAR, "60%", "Too few readings. Target met (next: 60% by March 2020)."),
    ],
    ids=["before it was agreed", "since", "its day alone moved"],
)
def test_a_target_says_what_comes_after_it_since_that_was_agreed(
    paper: str, later: str, said: str, tmp_path: Path
) -> None:
    """Papers of a day before do not know of it; a later day for the same number is told too."""
    later = f"later target: {later}, by March 2020, on 19 March 2019"
    target = f"target: 60%\ntarget by: March 2019\n{later}"
    text = printed(tmp_path, {"Q1 2018-19": "6 of 640", "Q2 2018-19": "400 of 640"}, target, paper)
    assert cells_in(text)[-1] == said


@pytest.mark.parametrize("then", ["80%", "60%"], ids=["another", "its day alone moved"])
def test_a_plan_says_its_target_and_the_one_before(then: str, tmp_path: Path) -> None:
    """The target of the plan's years, the one of the year that it was written in, and what is known at its day."""
    plan = """

# Document plan: Plan
as at: 31 March 2019
section: priorities

# Priority P1: Help

## Outcome O1
measure: M1
measure: Families say so

They come early.

### Action A1
years: 2019-20

Train staff.
"""
    target = f"target: 60%\ntarget by: March 2019\nlater target: {then}, by March 2020, on 19 March 2019"
    printed(tmp_path, {"Q2 2018-19": "400 of 640"}, target, options=plan)
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "plan").text
    now = "as at 31 March 2019: 400 of 640 (63%) in Q2 2018-19"
    assert f"to {then} by March 2020 (before: 60% by March 2019, met); {now}" in text
    assert "As at 31 March 2019 no value is known for one of the two measures that outcomes name." in text


def test_a_target_that_was_missed_is_told_when_its_day_was_moved(tmp_path: Path) -> None:
    """A paper of the next year is held against its own target, and says that the one before was not met in its time."""
    target = "target: 60%\ntarget by: March 2019\nlater target: 60%, by March 2020, on 19 March 2019"
    paper = "period: Q1 2019-20\nas at: 30 June 2019"
    text = printed(tmp_path, {"Q4 2018-19": "200 of 640", "Q1 2019-20": "210 of 640"}, target, paper)
    assert "Target of March 2020 not reached so far (before: 60% by March 2019, not met)." in cells_in(text)[-1]


def test_what_changed_for_children_is_not_counted_with_work(tmp_path: Path) -> None:
    """The measure of an outcome has a part of its own; what was never read is named there, and in no table."""
    plan = "\n\n# Priority P1: Help\n\n## Outcome O1\nmeasure: M2\n\nIt comes early.\n\n# Measure M2: Days of waiting\n"
    text = printed(tmp_path, {"Q1 2018-19": "500 of 640"}, options=f"{plan}target: 9\n")
    heads = [
        line
        for line in text.splitlines()
        if line.startswith(("heading", "caption", "Normal | Targets", "Normal | As at"))
    ]
    assert [line.partition(" | ")[2][:40] for line in heads] == [
        "What has changed for children",
        "As at 30 September 2018 no value is know",
        "How far the work has come",
        "Targets: one met. Since the last reading",
        "Table 1: Measures of the work: readings,",
    ]


def test_a_measure_without_a_target_says_so(tmp_path: Path) -> None:
    """It was not forgotten to be read: there is none."""
    text = printed(tmp_path, {"Q2 2018-19": "40"}, "unit: staff")
    assert (cells_in(text)[-2:], "Targets" in text) == (["No target", "Too few readings"], False)


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("over the year: stands alone\n", "Better than in 2017-18"),
        ("", "Not comparable with 2017-18; better than in Q1 2018-19 (10%)"),
    ],
    ids=["a level", "a part of the year, or a level"],
)
def test_a_year_has_its_last_reading_with_the_quarter_of_it(said: str, way: str, tmp_path: Path) -> None:
    """Where it stood at first is told once; a quarter is compared with no year until it is said that it can be."""
    text = printed(
        tmp_path, {"Q1 2018-19": "10%", "Q3 2018-19": "30%"}, f"{said}target: 60%\nbaseline at: 2017-18", YEAR
    )
    cells = [line.partition(" | ")[2] for line in text.splitlines() if line.startswith("[cell] ")][HEAD + 1 :]
    assert cells == ["0 of 640 (0%)", "30% in Q3 2018-19", "60%", f"{way}. Target not met."]


@pytest.mark.parametrize(
    ("paper", "way", "other"),
    [
        (YEAR, "better", "worse than in Q2 2018-19 (74%)"),
        (QUARTER.replace("Q2", "Q3"), "worse (Staff trained)", "better than in 2017-18 (58%)"),
    ],
    ids=["year", "quarter"],
)
def test_what_goes_two_ways_is_told_both(paper: str, way: str, other: str, tmp_path: Path) -> None:
    """Worse than the quarter before and better than last year: one is counted, the other told in its row."""
    readings = {"2017-18": "58%", "Q2 2018-19": "74%", "Q3 2018-19": "71%"}
    text = printed(tmp_path, readings, paper=paper.replace("30 September", "31 December"))
    assert (f", one got {way}.\n" in text, f"; {other}. Target met." in text, text.count(other)) == (True, True, 1)


def test_a_reading_after_the_paper_is_left_out(tmp_path: Path) -> None:
    """A paper of the second quarter knows nothing of the third."""
    assert cells_in(printed(tmp_path, {"Q2 2018-19": "40%", "Q3 2018-19": "70%"}))[1] == "40%"


READ = {"2016-17": "20%", "Q2 2018-19": "40%", "2017-18": "30%"}
OTHERS = "\n# Reading M1\nperiod: 2017-18\nvalue: 70%\ncompared with: England\n\n# Doc"


def test_a_chart_stands_beside_the_table_of_its_readings(tmp_path: Path) -> None:
    """In which who cannot see the picture goes from one to the next; its own words lead there."""
    text = printed(tmp_path, READ, "target: 60%", options=", charts M1")
    said = "[picture: Column chart of Staff trained: from 20% in 2016-17 to 40% in Q2 2018-19. That is below the target"
    assert (said in text, "Table 2 has every number.]" in text, text.count("[table]")) == (True, True, 2)


def test_a_quarter_is_held_against_no_year_until_it_is_said_whether_it_adds_up(tmp_path: Path) -> None:
    """A count below the target of a year, read for a quarter, neither meets the target nor is better than the year."""
    open_count = CALLS.replace("over the year: adds up", "better: lower")
    board = BOARD.replace("baseline: 0 of 640\n", "")
    text = printed(tmp_path, {"Q4 2018-19": "64"}, open_count, YEAR, board=board)
    said = [line.partition(" | ")[2] for line in text.splitlines() if line.startswith("[cell] ")][-4:]
    assert said == ["280", "64 in Q4 2018-19", "300", "Not comparable with 2017-18"]


def test_where_no_chart_can_be_drawn_its_table_stands_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says all that the picture shows."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    text = printed(tmp_path, READ, "target: 60%", options=", charts M1")
    assert (text.count("[table]"), text.count("[picture")) == (2, 0)


CALLS = "baseline: 280\nbaseline at: 2017-18\ntarget: 300\nover the year: adds up"
QUARTERS = {"Q1 2018-19": "90", "Q2 2018-19": "80", "Q3 2018-19": "70", "Q4 2018-19": "64"}


@pytest.mark.parametrize(
    ("readings", "paper", "said"),
    [
        (
            2,
            QUARTER,
            [
                "90",
                "80",
                "300",
                "Worse than in Q1 2018-19. The year is not over: 170 in April to September 2018. At first: 280 in "
                "2017-18.",
            ],
        ),
        (
            2,
            YEAR,
            ["280", "170 in April to September 2018", "300", "Not comparable with 2017-18. The year is not over."],
        ),
        (
            4,
            QUARTER.replace("Q2", "Q4"),
            ["70", "64", "300", "Worse than in Q3 2018-19. Target met: 304 in 2018-19. At first: 280 in 2017-18."],
        ),
        (4, YEAR, ["280", "304", "300", "Better than in 2017-18. Target met."]),
    ],
    ids=["a quarter", "a year that is not over", "the last quarter", "a year"],
)
def test_what_adds_up_compares_a_quarter_with_a_quarter_and_a_year_with_a_year(
    readings: int, paper: str, said: list[str], tmp_path: Path
) -> None:
    """The sum of the year so far is held against the target, and the year before with a whole year alone."""
    read = dict(list(QUARTERS.items())[:readings])
    board = BOARD.replace("baseline: 0 of 640\n", "")
    text = printed(tmp_path, read, CALLS, paper.replace("30 September 2018", "31 March 2019"), board=board)
    assert [line.partition(" | ")[2] for line in text.splitlines() if line.startswith("[cell] ")][-4:] == said


def test_a_chart_of_what_adds_up_ends_with_the_sum_of_the_year(tmp_path: Path) -> None:
    """The target is one of a year, and no quarter is held against it."""
    text = printed(tmp_path, QUARTERS, CALLS, YEAR, ", charts M1", board=BOARD.replace("baseline: 0 of 640\n", ""))
    assert " to 304 in 2018-19. That is above the target of 300 in a year." in text


def test_values_of_others_stand_beside_its_own_under_their_name(tmp_path: Path) -> None:
    """In the row of the measure and in the table of its chart; no trend is reckoned with them."""
    board = BOARD.replace("# Doc", OTHERS)
    text = printed(tmp_path, READ, "target: 60%", options=", charts M1", board=board)
    first, second = text.split("[end of table]")[:2]
    assert (
        cells_in(first)[-1]
        == "Better than in 2017-18. Target not met. At first: 0 of 640 (0%). England: 70% in 2017-18."
    )
    cells = [line.partition(" | ")[2] for line in second.splitlines() if line.startswith("[cell] ")]
    assert cells == [
        *("Period", "Value", "England"),
        *("2016-17", "20%", "Not recorded"),
        *("2017-18", "30%", "70%"),
        *("Q2 2018-19", "40%", "Not recorded"),
    ]


def test_a_measure_that_there_is_not_is_told(tmp_path: Path) -> None:
    """The option is told where the register has it, before anything is made of it."""
    with pytest.raises(bscb_docs.BscbDocsError, match=r'"M9" is no measure. Write the id of one, as in M1.'):
        printed(tmp_path, {}, options=", charts M9")
