"""The section `risk-register`: its order, its words, its look, its option, its figure and its rule."""

from pathlib import Path

import pytest
import risk_register

from bscb_docs import Board, Document, PluginError, Prose, add_records, read_board
from bscb_docs.authoring import write_board
from bscb_docs.testing import build_section, check_section, findings_of, small_board

(SECTION,) = risk_register.sections()
BOARD = small_board(plugins=[risk_register])


def with_risks(*scores: tuple[int, int], text: str = "It is watched.") -> Board:
    """The small board with a risk for each likelihood and impact."""
    rows = [
        {"id": f"R{number}", "title": f"Risk {number}", "owner": "Exampleshire Police", "likelihood": str(likelihood),
         "impact": str(impact), "text": text}
        for number, (likelihood, impact) in enumerate(scores, 1)
    ]  # fmt: skip
    return add_records(BOARD, risk_register.Risk, rows)


def test_the_template_fits_its_page_and_its_styles_stand_out() -> None:
    """Nothing is found in the template, in the names of its tags, or in the contrast of its styles."""
    assert check_section(SECTION) == ()


def test_the_gravest_risk_comes_first() -> None:
    """By score, and where two are the same by title; the rating is told in words."""
    built = build_section(SECTION, with_risks((2, 2), (4, 5), (3, 3)))
    assert built.findings == ()
    rows = [built.cells[at : at + 7] for at in range(7, len(built.cells), 7)]
    assert [(row[0], row[4], row[5]) for row in rows] == [
        ("Risk 2", "20", "<Risk High>High</Risk High>"),
        ("Risk 3", "9", "<Risk Medium>Medium</Risk Medium>"),
        ("Risk 1", "4", "<Risk Low>Low</Risk Low>"),
    ]


def test_its_pages_lie_on_their_side() -> None:
    """A table of seven columns has the room it needs."""
    (page,) = build_section(SECTION, with_risks((1, 1))).to_docx().sections
    assert (page.page_width or 0) > (page.page_height or 0)


def test_a_board_chooses_the_lowest_score_that_is_printed() -> None:
    """And the reader is told how many risks are not."""
    document = Document("test", "Test", options={"lowest": "8"})
    text = build_section(SECTION, with_risks((2, 2), (4, 5)), document=document).text
    assert "which are not printed here: 1." in text
    assert "| Risk 1" not in text


def test_an_option_that_is_no_score_is_told() -> None:
    """As a fault of the board's register, with what to write."""
    document = Document("test", "Test", options={"lowest": "many"})
    with pytest.raises(PluginError, match=r'cannot take its option lowest: "many" is no score'):
        build_section(SECTION, with_risks((1, 1)), document=document)


def test_without_risks_the_section_is_left_out() -> None:
    """Nothing is printed where nothing is recorded."""
    assert build_section(SECTION, BOARD).text == ""


def test_high_risks_are_counted() -> None:
    """Both numbers and the per cent."""
    (figure,) = risk_register.count_high(with_risks((5, 5), (1, 1)))
    assert str(figure) == "1 of 2 (50%)"


@pytest.mark.parametrize("score", ["0", "6", "high"])
def test_a_score_that_is_none_is_told(score: str) -> None:
    """With what to write instead."""
    row = {"id": "R1", "title": "A", "owner": "Exampleshire Police", "likelihood": score, "impact": "1"}
    (found,) = add_records(BOARD, risk_register.Risk, [row]).findings
    assert (found.message, found.mend) == (
        f'Risk R1, likelihood: "{score}" is no score.',
        "Write a whole number from 1 to 5.",
    )


def test_a_high_risk_without_a_word_is_a_stop() -> None:
    """A lower one may stand without."""
    board = with_risks((5, 5), (1, 1), text="")
    (found,) = findings_of(board, risk_register.RULE)
    assert found.stops
    assert found.message == "Nothing is done about the risk R1, whose score is 25."


def test_the_risks_of_the_example_are_read(tmp_path: Path) -> None:
    """The file in `records` goes into the folder of any board, here of a new one."""
    write_board(tmp_path)
    source = Path(risk_register.__file__).parent / "records" / "risks.md"
    (tmp_path / "risks.md").write_bytes(source.read_bytes())
    board = read_board(tmp_path, plugins=[risk_register])
    assert board.findings == ()
    assert [risk.score for risk in board.of(risk_register.Risk)] == [9, 20, 4]
    assert all(risk.text != Prose("") for risk in board.of(risk_register.Risk))
