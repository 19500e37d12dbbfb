"""Tracing: where words stand, what was reported there, and what it became, forward and backward through the years."""

from pathlib import Path

import pytest

import bscb_docs
from bscb_docs import Board, trace
from bscb_docs.api.board_lists import figures_of
from bscb_docs.history.text_search import Extract, significant, stands_in, stem

PLAN = """# Board: Sample Board

# Plan: Plan
years: 2016-19

## Priority P1: First

### Outcome O1

Fewer children go missing, and {{ objectives }} objectives are met.

### Actions 2016-17

#### Action A16
became: A17, reworded

Draft a protocol on missing children.

### Actions 2017-18

#### Action A17
became: A18-1
became: A18-2, reworded
became: #digital, ended, because the council took it on
became: #gangs, A18-2

Agree what is done about:

- children who go missing {#missing}
- safety in the digital world {#digital}
- gangs {#gangs}
- lost toys {#toys}
- bullying

#### Action A17-2

Visit every school.

#### Action A17-3
became: ended

Print a leaflet.

### Actions 2018-19

#### Action A18-1

See carried out a strategy for:

- missing children and young people {#missing}

#### Action A18-2

Disrupt gangs.

# Updates 2017-18

## Update A17
status: not rated, because nobody asked
next: Ask in May 2018

Talks began with {{ objectives }} agreed.

# Recorded figure objectives
value: 2
out of: 3

# Term: domestic violence and abuse
abbreviation: DVA

# Review R1

The DVA service closed. A second sentence says nothing of it.
"""


def at(words: str, column: int = 1) -> str:
    """The place of the first line of the plan that holds the words."""
    return f"plan.md:{PLAN[: PLAN.index(words)].count(chr(10)) + 1}:{column}"


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A board whose actions of three years end, split, keep and lose points."""
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    assert [str(finding) for finding in board.findings if finding.stops] == []
    return board


def steps(board: Board, words: str) -> list[list[str]]:
    """Each story as action ids, with the point after a slash."""
    stories = trace(board, words).stories
    return [[f"{step.work.id}/{step.point}".rstrip("/") for step in story] for story in stories]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("digital world", [["A17/digital"]]),
        ("what happened to the Digital World?", [["A17/digital"]]),
        ("gangs", [["A17/gangs", "A18-2"]]),
        ("protocol", [["A16", "A17", "A18-1", "A18-2"]]),
        ("A18-1", [["A16", "A17", "A18-1"]]),
        ("going missing", [["A16", "A17", "A18-1", "A18-2"], ["A17/missing", "A18-1/missing"]]),
        ("young people", [["A17/missing", "A18-1/missing"]]),
        ("toys", [["A17/toys"]]),
        ("bullying", [["A16", "A17", "A18-1", "A18-2"]]),
        ("what is agreed about the digital world", [["A17/digital"]]),
        ("Talks", [["A16", "A17", "A18-1", "A18-2"]]),
        ("school visits", [["A17-2"]]),
        ("unicorns", []),
    ],
)
def test_a_story_holds_what_hangs_together(words: str, expected: list[list[str]], board: Board) -> None:
    """Points are followed by their names, actions by what they became, both ways; siblings are left out."""
    assert steps(board, words) == expected


@pytest.mark.parametrize(
    ("words", "point", "fates"),
    [
        ("digital", "digital", (f"Ended, because the council took it on ({at('#### Action A17')}).",)),
        ("gangs", "gangs", (f"Carried on in Priority 1, action 2 (A18-2) of 2018-19 ({at('became: #gangs', 9)}).",)),
        (
            "going missing",
            "missing",
            (
                f"Carried on, reworded, in Priority 1, action 1 (A18-1) of 2018-19 ({at('- missing children')}): "
                "missing children and young people",
            ),
        ),
        (
            "toys",
            "toys",
            (
                "Nothing says what this point became. Of the whole action: "
                f"Carried on in Priority 1, action 1 (A18-1) of 2018-19 ({at('became: A18-1', 9)}). "
                f"Carried on, reworded, in Priority 1, action 2 (A18-2) of 2018-19 ({at('became: A18-2', 9)}).",
            ),
        ),
        ("school", "", ("Nothing says what it became.",)),
        ("leaflet", "", (f"Ended, without a reason on record ({at('#### Action A17-3')}).",)),
        ("Disrupt", "", ("It is in the current plan.",)),
    ],
)
def test_a_step_says_what_became_of_it(words: str, point: str, fates: tuple[str, ...], board: Board) -> None:
    """An end, a successor, a point that kept its name, a point that was lost, and silence are told apart."""
    found = [step for story in trace(board, words).stories for step in story if step.point == point]
    assert fates in [step.fates for step in found]


def test_a_trace_reads_as_a_letter_to_the_manager(board: Board) -> None:
    """Every part has its file and line, names in double brackets print their values, and an update is told once."""
    assert str(trace(board, "digital world", figures_of(board))) == "\n".join(
        [
            'What happened to "digital world"?',
            "",
            f"Priority 1, action 1 (A17) of 2017-18, point ({at('- safety')}): safety in the digital world",
            f"    Reported, 2017-18 ({at('## Update A17')}): Not rated, because nobody asked. "
            "Talks began with 2 of 3 (67%) agreed. Next: Ask in May 2018.",
            f"    Ended, because the council took it on ({at('#### Action A17')}).",
        ]
    )


OBJECTIVES = """
# Status: Done
means: complete

It is done.

# Objective O17-1
action: A17
became: O18-1, reworded, on 5 March 2018

Count lost kittens.

# Objective O17-2
action: A17

Feed lost puppies.

# Objective O18-1
action: A18-1

Find lost kittens.

# Update O17-2
period: 2017-18
status: Done

They barked.
"""


@pytest.mark.parametrize(
    ("words", "ids", "said"),
    [
        ("kittens", ["O17-1", "O18-1"], "Carried on, reworded, in Objective O18-1 of 2018-19"),
        ("o18-1", ["O17-1", "O18-1"], "Objective O18-1 of 2018-19 (year.md:17:1): Find lost kittens."),
        ("O18-1", ["O17-1", "O18-1"], "It is in the current plan."),
        ("puppies", ["O17-2"], "Its last update ended it."),
        ("barked", ["O17-2"], "Reported, 2017-18 (year.md:22:1): Done. They barked."),
    ],
)
def test_an_objective_is_followed_as_an_action_is(words: str, ids: list[str], said: str, tmp_path: Path) -> None:
    """By its words, its id or what was reported of it, through what it became; what its last update ended is ended."""
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    (tmp_path / "year.md").write_text(OBJECTIVES.lstrip(), encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    assert steps(board, words) == [ids]
    assert said in str(trace(board, words))


def test_words_outside_every_action_are_told_with_their_place(board: Board) -> None:
    """A figure in the text prints its value."""
    assert str(trace(board, "objectives met", figures_of(board))) == "\n".join(
        [
            'What happened to "objectives met"?',
            "",
            "No action or objective speaks of it. It stands here:",
            f"    Outcome O1 ({at('Fewer')}): Fewer children go missing, and 2 of 3 (67%) objectives are met.",
        ]
    )


def test_a_term_is_looked_for_in_all_its_forms(board: Board) -> None:
    """Who asks for the full name finds the abbreviation; the term's own card is no answer."""
    found = trace(board, "Domestic Violence and Abuse")
    assert [(m.where, str(m.place)) for m in found.mentions] == [("Review R1", at("The DVA"))]


def test_the_id_of_a_priority_leads_to_its_work(boards: dict[str, Board]) -> None:
    """And to what else names it; it is no word that stands nowhere."""
    found = trace(boards["birmingham"], "p1")
    assert {step.work.id for story in found.stories for step in story} >= {"P1-18-1", "P1-18-7", "A17-01"}
    assert [mention.where for mention in found.mentions][:2] == ["Priority P1", "Outcome P1-O1"]


def test_a_misspelt_word_is_answered_with_the_nearest(board: Board) -> None:
    """The answer says what was looked for instead; words that are like nothing are answered plainly."""
    found = trace(board, "digitel worlds")
    assert (found.nearest, steps(board, "digitel worlds")) == ("digital world", [["A17/digital"]])
    assert str(trace(board, "unicorns")).endswith("Nothing in the records speaks of it.")
    assert str(trace(board, "")).endswith("Nothing in the records speaks of it.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("missing", "misses"),
        ("children", "child"),
        ("strategies", "strategy"),
        ("audited", "audits"),
        ("exploitation", "exploiting"),
        ("agencies", "agency"),
        ("process", "processes"),
        ("witness", "witnesses"),
        ("address", "addresses"),
        ("nurse", "nurses"),
        ("box", "boxes"),
        ("status", "statuses"),
    ],
)
def test_endings_do_not_hide_a_word(first: str, second: str) -> None:
    """What changes with a word's use is left out of the comparison."""
    assert stem(first) == stem(second)


@pytest.mark.parametrize(("first", "second"), [("chair", "child"), ("police", "policy"), ("care", "case"), ("as", "a")])
def test_other_words_stay_apart(first: str, second: str) -> None:
    """A short word keeps its ending."""
    assert stem(first) != stem(second)


def test_words_that_end_in_two_s_are_found_in_both_numbers(tmp_path: Path) -> None:
    """Who asks for the process is led to the processes."""
    text = "# Board: B\n\n# Narrative report: R\n\n## Progress\n\nWe looked at our referral processes in June.\n"
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    found = trace(bscb_docs.read_board(tmp_path), "referral process")
    assert (found.nearest, "referral processes" in str(found)) == ("", True)


def test_words_far_apart_in_a_long_paragraph_do_not_belong_together() -> None:
    """A report's paragraph holds many words; only those near each other speak of one thing."""
    far = f"The digital offer grew. {'Other things happened too. ' * 8}The world changed."
    near = "We looked at what the world now holds for children, much of it digital."
    sought = significant("digital world")
    assert [stands_in(sought, Extract(text, bscb_docs.Place("x"))) for text in (far, near)] == [False, True]


def test_the_worked_example_answers_for_a_point_that_vanished(boards: dict[str, Board]) -> None:
    """The digital world, a point of 2017-18, ended without a decision on record."""
    told = str(trace(boards["birmingham"], "digital world"))
    assert "keeping children safe in the digital world" in told
    assert "Ended, because the plan for 2018-19 did not carry it on, and no reason was recorded (plan.md:" in told


def test_the_story_of_a_whole_action_tells_what_became_of_each_point(boards: dict[str, Board]) -> None:
    """A point that ended is not lost behind the action that was carried on."""
    told = str(bscb_docs.trace(boards["birmingham"], "A17-10"))
    assert 'The point "keeping children safe in the digital world": Ended, because' in told


def test_an_action_lists_its_objectives(boards: dict[str, Board]) -> None:
    """Each with its latest status and words, and with the line where it stands; a point of the action lists none."""
    told = str(bscb_docs.trace(boards["harrowmere"], "T1-25-2"))
    assert (
        "Objective O25-04 (year-2025-26/objectives.md:35:1): Delivered. Set out the shared budget in one page." in told
    )
    assert "Objective" not in str(bscb_docs.trace(boards["birmingham"], "A17-10"))
