"""What partners contribute and say, and headline figures: each told as it is recorded."""

from pathlib import Path

import pytest

import bscb_docs
from bscb_docs import Severity

BOARD = """\
# Board: Sample Board

# Organisation: Council

# Organisation: Police

# Person: Jo Example

# Recorded figure children-here: Children under 18
value: 41,200
as at: June 2018
source: Council

# Recorded figure asked
value: 30
out of: 40
unit: children asked

{records}
# Document paper: Report
years: 2018-19
section: {section}
"""


def build(folder: Path, section: str, records: str = "") -> str:
    """What a section prints from those records."""
    (folder / "board.md").write_text(BOARD.format(records=records, section=section), encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "paper").text


def cells_in(text: str) -> list[str]:
    """The cells of its tables."""
    return [line.partition(" | ")[2] for line in text.splitlines() if line.startswith("[cell] ")]


def paid(*lines: str) -> str:
    """Cards of contributions: partner, years, amount."""
    cards = [line.split(", ") for line in lines]
    return "".join(f"# Contribution\npartner: {a}\nyears: {b}\namount: {c}\n\n" for a, b, c in cards)


@pytest.mark.parametrize(
    ("records", "cells"),
    [
        (
            paid("Council, 2018-19, £300", "Police, 2018-19, £100.50"),
            "Partner|2018-19|Share of 2018-19|Council|£300|75%|Police|£100.50|25%|All|£400.50|100%",
        ),
        (
            paid("Council, 2017-18, £200", "Council, 2018-19, £300"),
            "Partner|2017-18|2018-19|Share of 2018-19|Council|£200|£300|100%|All|£200|£300|100%",
        ),
        (
            paid("Police, 2017-18, £200", "Council, 2018-19, £300"),
            "Partner|2017-18|2018-19|Share of 2018-19|Police|£200|None|0%|Council|None|£300|100%|All|£200|£300|100%",
        ),
        (
            paid("Council, 2018-19, £300", "Police, 2018-19, not recorded"),
            "Partner|2018-19|Council|£300|Police|Not recorded|All that is recorded|£300",
        ),
    ],
    ids=["shares", "the year before", "who left and who came", "one not recorded"],
)
def test_contributions_add_up_and_have_a_share(records: str, cells: str, tmp_path: Path) -> None:
    """The year before stands beside them; no share is told while one contribution is not known."""
    assert "|".join(cells_in(build(tmp_path, "budget", records))) == cells


@pytest.mark.parametrize(
    ("before", "said"),
    [("£200", "£100 more than in 2017-18"), ("£450", "£150 less than in 2017-18"), ("£300", "as much as in 2017-18")],
)
def test_the_year_is_held_against_the_year_before(before: str, said: str, tmp_path: Path) -> None:
    """In the first sentence."""
    text = build(tmp_path, "budget", paid(f"Council, 2017-18, {before}", "Council, 2018-19, £300"))
    assert f"Normal | Partners contributed £300 in 2018-19, {said}.\n" in text


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        ("£250.50", " £250.50 was spent in 2018-19. £49.50 of the contributions is left."),
        ("£310", " £310 was spent in 2018-19. £10 more was spent than was contributed."),
        ("£300", " £300 was spent in 2018-19. All of it was spent."),
        ("not recorded", ""),
    ],
)
def test_what_was_spent_is_held_against_what_came_in(cost: str, said: str, tmp_path: Path) -> None:
    """In a table of its own, and above it all in sentences, as far as every sum is recorded."""
    spent = f"# Cost: Training\nyears: 2018-19\namount: {cost}\n\n"
    text = build(tmp_path, "budget", paid("Council, 2018-19, £300") + spent)
    told = [line for line in text.splitlines() if line.startswith("Normal | ")]
    assert told == [f"Normal | Partners contributed £300 in 2018-19.{said}"]
    assert cells_in(text)[9:11] == ["Spent on", "2018-19"]
    assert cost.capitalize() in cells_in(text)


def test_shares_that_do_not_add_up_are_explained(tmp_path: Path) -> None:
    """Three thirds are 99%."""
    said = "What each partner contributed; shares are rounded"
    thirds = [f"{name}, 2018-19, £100" for name in ("Council", "Police", "Health")]
    assert said in build(tmp_path, "budget", "# Organisation: Health\n\n" + paid(*thirds))
    assert said not in build(tmp_path, "budget", paid(*thirds[:2]))


def test_prose_sets_the_total_of_a_year(tmp_path: Path) -> None:
    """Where all of it is recorded."""
    told = "# Narrative paper: Report\n\n## Money\n\nPartners paid {{ contributions-2018-19.total }}.\n\n"
    text = build(tmp_path, "narrative", paid("Council, 2018-19, £1300", "Police, 2018-19, £100.50") + told)
    assert "Partners paid £1,400.50." in text


def test_a_contribution_is_a_sum_in_pounds(tmp_path: Path) -> None:
    """A per cent or a plain number is told with what to write."""
    (tmp_path / "board.md").write_text(
        BOARD.format(records=paid("Council, 2018-19, 70%"), section="budget"), encoding="utf-8"
    )
    findings = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert [f for f in findings if '"70%" is no sum in pounds' in f.message]


def test_a_partner_speaks_and_signs_for_itself(tmp_path: Path) -> None:
    """Under its own name, not the board's; what it said of another year is left out."""
    card = "# Statement: {title}\npartner: Police\nyears: {years}\nsigned by: Jo Example, as Chief\n\nWe came.\n"
    records = card.format(title="Sooner", years="2018-19") + "\n" + card.format(title="Later", years="2017-18")
    text = build(tmp_path, "statements", records)
    lines = [line.partition(" | ")[2] for line in text.splitlines()]
    assert lines == ["What our partners say", "Police: Sooner", "We came.", "Jo Example", "Chief", "Police"]


def test_numbers_told_bear_their_date_and_source(tmp_path: Path) -> None:
    """In digits and in the register's order, and said where one of them is not recorded."""
    text = build(tmp_path, "headline-figures, heading Children here, figures asked children-here")
    assert "heading 1 | Children here" in text
    assert cells_in(text)[4:] == [
        *("children asked", "30 of 40 (75%)", "Not recorded", "Not recorded"),
        *("Children under 18", "41,200", "June 2018", "Council"),
    ]


def test_a_figure_that_there_is_not_is_told(tmp_path: Path) -> None:
    """The option is told where the register has it, once, and the plugin is not blamed."""
    with pytest.raises(bscb_docs.BscbDocsError, match='"lost" is no recorded figure'):
        build(tmp_path, "headline-figures, figures asked lost")
    (found,) = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert (found.code, found.place.line) == ("DOC-02", 22)


@pytest.mark.parametrize(
    ("typed", "mend"),
    [
        ("64500", "£64,500"),
        ("£32k", "£32,000"),
        ("32K", "£32,000"),
        ("50%", "£86,250"),
        ("£121.000", "£121,000 or £121.00"),
    ],
)
def test_a_sum_that_is_none_is_told_as_the_pounds_that_were_meant(typed: str, mend: str, tmp_path: Path) -> None:
    """In one finding, and the total says which sum it lacks."""
    (tmp_path / "board.md").write_text(BOARD.format(records=paid(f"Council, 2018-19, {typed}"), section="budget"))
    board = bscb_docs.read_board(tmp_path)
    assert [(each.code, f"rite {mend}." in each.mend.replace(" it as", "")) for each in board.findings] == [
        ("REC-06", True)
    ]
    total = bscb_docs.figures_of(board)["contributions-2018-19.total"]
    assert (total.value, total.missing) == (None, "a sum of 2018-19 is not recorded")


@pytest.mark.parametrize(("second", "is_told"), [("2018-19", True), ("2017-18", False)])
def test_a_second_sum_of_a_partner_in_a_year_stops(second: str, is_told: bool, tmp_path: Path) -> None:
    """One alone would be counted; another year's is no second one."""
    records = paid("Council, 2018-19, £300", f"Council, {second}, £400")
    (tmp_path / "board.md").write_text(BOARD.format(records=records, section="budget"))
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert ("BUDGET-01" in {each.code for each in found}) is is_told


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        ("Scrutiny 2016-17, Scrutiny 2017-18", ["Scrutiny has a sum in 2017-18 and none in 2018-19."]),
        ("Scrutiny 2016-17, Scrutiny 2018-19", ["Scrutiny has a sum in 2016-17 and none in 2017-18."]),
        (
            "Scrutiny-visits 2017-18, Scrutiny-visit 2018-19",
            ['Scrutiny-visits has a sum in 2017-18 and none in 2018-19, which alone has one of "Scrutiny-visit".'],
        ),
        ("Scrutiny 2017-18, Conference 2018-19", []),
        ("Scrutiny 2017-18", []),
        ("Scrutiny 2017-18, Scrutiny 2018-19", []),
        ("Scrutiny 2016-17", []),
    ],
)
def test_a_sum_that_a_year_has_not_is_told(sums: str, said: list[str], tmp_path: Path) -> None:
    """Of what had one in each other year since it came, two at least, or has one by nearly that name."""
    costs = [*(f"Team {each}" for each in ("2016-17", "2017-18", "2018-19")), *sums.split(", ")]
    cards = (f"# Cost: {title}\nyears: {years}\namount: £100\n" for title, years in (each.split() for each in costs))
    (tmp_path / "board.md").write_text(BOARD.format(records="\n".join(cards), section="budget"))
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert [each.message for each in found if each.code == "BUDGET-01"] == said


@pytest.mark.parametrize(
    ("person", "title", "is_told"),
    [
        ("post: Superintendent, at Police", "What we did", True),
        ("works for: Police", "What we did", True),
        ("post: Director, at Council", "What the Police did", True),
        ("post: Director, at Council", "What we did", False),
        ("post: Director, at Council\npost: Adviser, at Police", "What we did", False),
        ("post: Director, at Council", "What Policed streets did", False),
        ("post: Director, at Council", "What the Council did", False),
        ("after the name: OBE", "What we did", False),
    ],
)
def test_a_statement_under_another_partner_is_told(person: str, title: str, is_told: bool, tmp_path: Path) -> None:
    """By who signed it or by its heading; a person whose employer nobody recorded may work for any."""
    said = f"# Statement: {title}\npartner: Council\nsigned by: Kim Field, as Lead\n\nMuch.\n\n"
    signed = f"# Person: Kim Field\n{person}\n\n{said}"
    (tmp_path / "board.md").write_text(BOARD.format(records=signed, section="statements"))
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert ("STATEMENT-01" in {each.code for each in found}) is is_told


@pytest.mark.parametrize(
    ("sums", "told"),
    [
        (("£1,425", "£14,250"), [Severity.NOTE]),
        (("£142,500", "£14,250"), [Severity.NOTE]),
        (("£142.50", "£14,250"), [Severity.NOTE]),
        (("£12,000", "£14,250"), []),
        (("£0", "£14,250"), []),
        (("£28,000", "£14,250"), []),
        (("£14,000", "£142", "£14,800"), [Severity.CHECK]),
        (("£1,400,000", "£14,250", "£14,800"), [Severity.CHECK]),
        (("£14,000", "£14,250", "£148,000"), [Severity.CHECK]),
        (("£14,000", "£18,000", "£42,000"), []),
        (("£1,400", "£14,250", "£140,000"), []),
        (("£1,400", "£14,250", "£14,800"), [Severity.CHECK]),
        (("£1,400", "£6,000", "£14,800"), []),
    ],
)
def test_a_sum_with_noughts_too_many_or_too_few_is_told(
    sums: tuple[str, ...], told: list[Severity], tmp_path: Path
) -> None:
    """Beside each other one of its partner, of which it is ten or a hundred times or such a part; beside one a note."""
    records = paid(*(f"Council, {2017 + at}-{18 + at}, {each}" for at, each in enumerate(sums)))
    (tmp_path / "board.md").write_text(BOARD.format(records=records, section="budget"))
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert [each.severity for each in found if each.code == "BUDGET-02"] == told


MONEY = paid("Council, 2018-19, £9,000") + "# Cost: Staff\nyears: 2018-19\namount: £7,200\n\n"
DECISION = """# Narrative paper: Report

## Training

> Decision wanted: Who pays for it
>
> {words}

"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "It costs £2,500. £1,800 is left.",
            ["£2,500 stands beside what is left of 2018-19, and is £700 more than that."],
        ),
        (
            "It costs £2,500, paid from what is left.",
            ["£2,500 stands beside what is left of 2018-19, and is £700 more than that."],
        ),
        ("It costs £2,500; what is left is £700 too little.", []),
        ("It costs £1,500, paid from what is left.", []),
        ("It costs £2,500 a year.", []),
        ("Of £9,000 £1,800 is left.", []),
        ("What is left of it from 2018-19 is £1,800.", []),
        ("It costs £2,500. £1,700 is left.", ["£1,700 is said to be left of 2018-19; the records give £1,800."]),
        (
            "It costs £2,500. What is left of it is £1,700, which is £800 too little.",
            ["£1,700 is said to be left of 2018-19; the records give £1,800, so that the missing £800 is £700."],
        ),
        (
            "It costs £2,500; what is left is £800 too little.",
            ["The £800 missing beyond what is left of 2018-19 is £700."],
        ),
        ("It costs £1,500, paid from what is left. Of the budget of 2019-20 £24,900 is still open.", []),
        ("It costs £2,500, £700 more than the £1,800 that is left.", []),
        (
            "It costs £2,500, £800 more than the £1,700 that is left.",
            ["£1,700 is said to be left of 2018-19; the records give £1,800, so that the missing £800 is £700."],
        ),
        ("It costs £1,500. At the end of 2017-18 £900 was left.", []),
    ],
)
def test_an_option_that_costs_more_than_is_left_is_told(words: str, said: list[str], tmp_path: Path) -> None:
    """In the words of one decision, or of a cover report; not where the difference stands beside it."""
    report = "# Cover report paper\nreport to: Executive\nmeeting: 23 April 2019\nby: Jo Example\npurpose: decision\n"
    cover = f"# Body: Executive\n\n{report}finance: {words}\n\n"
    for records, section in ((DECISION.format(words=words), "narrative"), (cover, "cover-report")):
        (tmp_path / "board.md").write_text(BOARD.format(records=MONEY + records, section=section))
        found = bscb_docs.check(bscb_docs.read_board(tmp_path))
        told = [each for each in found if each.code == "BUDGET-03"]
        assert [each.message for each in told] == said
        lines = (tmp_path / "board.md").read_text().splitlines()
        assert all(words in lines[each.place.line - 1] for each in told)


def test_an_option_beside_a_budget_of_which_nothing_is_left_is_told(tmp_path: Path) -> None:
    """Nobody is asked to print that a sum below nothing is left."""
    records = MONEY.replace("£7,200", "£9,500") + DECISION.format(words="It costs £2,500, paid from what is left.")
    (tmp_path / "board.md").write_text(BOARD.format(records=records, section="narrative"))
    (told,) = [each for each in bscb_docs.check(bscb_docs.read_board(tmp_path)) if each.code == "BUDGET-03"]
    assert told.message.endswith("and nothing is: £500 more was spent than was contributed.")
    assert told.mend == "Say so, and what is to pay for it; or take the option out."


@pytest.mark.parametrize(("cost", "left"), [("£7,200", "£1,800"), ("£9,500", None)])
def test_what_is_left_is_a_figure(cost: str, left: str | None, tmp_path: Path) -> None:
    """Where something is: more that was spent than contributed is no number to pay with."""
    (tmp_path / "board.md").write_text(BOARD.format(records=MONEY.replace("£7,200", cost), section="budget"))
    figures = {each.name: str(each.value) for each in bscb_docs.list_figures(bscb_docs.read_board(tmp_path))}
    assert figures.get("budget-2018-19.left") == left
