"""The document `training-programme`: its courses, its leads, its chart, its figure and its rule."""

import training_programme

from bscb_docs import Board, Document, Organisation, RegisterEntry, YearSpan, add_records, build
from bscb_docs.testing import build_section, check_section, findings_of, small_board

(SECTION,) = training_programme.sections()
BOARD = small_board(plugins=[training_programme])
MAY = {"id": "T1", "title": "What neglect looks like", "date": "14 May 2025", "places": "30", "taken": "27",
       "by": "Exampleshire Council", "for": "everybody", "text": "Half a day."}  # fmt: skip
LATER = {"id": "T2", "title": "Leading a review", "date": "October 2026", "places": "12"}


def with_courses(*rows: dict[str, str]) -> Board:
    """The small board with those courses."""
    return add_records(BOARD, training_programme.Course, rows)


def test_the_template_fits_its_page() -> None:
    """Nothing is found in it."""
    assert check_section(SECTION) == ()


def test_a_course_is_a_heading_a_line_of_facts_and_its_text() -> None:
    """The facts stand in one line, numbers as the house prints them."""
    lines = build_section(SECTION, with_courses(MAY)).text.splitlines()
    assert lines[1:4] == [
        "heading 2 | What neglect looks like",
        "Strapline | 14 May 2025; everybody; 30 places; given by Exampleshire Council",
        "Normal | Half a day.",
    ]


def test_only_the_courses_of_the_documents_years_are_printed() -> None:
    """A programme is of a year, and a board keeps the courses of many."""
    document = Document("programme", "Programme", years=YearSpan.from_text("2025-26"))
    text = build_section(SECTION, with_courses(MAY, LATER), document=document).text
    assert ("What neglect looks like" in text, "Leading a review" in text) == (True, False)


def test_a_field_is_added_to_a_kind_of_the_library() -> None:
    """It is read with the others, every reader of organisations still finds them, and the programme prints it."""
    row = {"title": "Exampleshire Schools", "training lead": "Jo Example, 01234 567890"}
    board = add_records(with_courses(MAY), Organisation, [row])
    assert "Notice Point | Exampleshire Schools: Jo Example, 01234 567890" in build_section(SECTION, board).text
    assert len(board.of(Organisation)) == len(BOARD.of(Organisation)) + 1


def test_the_document_is_built_from_its_outline() -> None:
    """A board names it in its register, and lists no sections."""
    row = {"id": "programme", "title": "Our Training", "outline": "training-programme", "marking": "none"}
    board = add_records(with_courses(MAY, LATER), RegisterEntry, [row])
    titles = [heading.text for heading in build(board, "programme").headings]
    assert titles == ["Training programme", "What neglect looks like", "Leading a review", "Places"]


def test_the_places_are_counted_where_their_taking_is_recorded() -> None:
    """A course that is still to come takes no part."""
    (figure,) = training_programme.count_places(with_courses(MAY, LATER))
    assert str(figure) == "27 of 30 (90%)"


def test_what_cannot_be_right_is_told() -> None:
    """More taken than there were, and a course that nobody will read of."""
    found = findings_of(with_courses({**MAY, "taken": "31"}), training_programme.RULE)
    assert [finding.message for finding in found] == [
        "The course T1 has 30 places, and 31 were taken.",
        "The course T1 stands in no document.",
    ]
