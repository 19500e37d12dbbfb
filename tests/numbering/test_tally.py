"""Tally: what a document counts, names and refers to, told in reading order and without any file format."""

import re

import bscb_docs
from bscb_docs import Board
from bscb_docs.diagnostics.location import NOWHERE
from bscb_docs.numbering.entries import Caption, Heading, NumberedParagraph, PrintedReference
from bscb_docs.numbering.level_counter import Level, Levels
from bscb_docs.numbering.list_numbers import ListPlace
from bscb_docs.numbering.reference_targets import Asked, References, Target
from bscb_docs.numbering.tally import Tally
from bscb_docs.records import ByName


class Styles:
    """The numbered styles of an edition that is no Word file."""

    def __init__(self) -> None:
        self.levels: Levels = {(1, 0): Level("decimal", "%1."), (1, 1): Level("decimal", "%1.%2")}
        self.last_list = 0

    def place_in_list(self, style: str) -> ListPlace | None:
        """Sections count on the first level, numbered paragraphs on the second."""
        return {"section heading": (1, 0), "numbered paragraph": (1, 1)}.get(style)

    def list_of(self, style: str) -> int:
        """They are one list."""
        return 1


def test_another_edition_counts_and_refers_without_word() -> None:
    """Headings, paragraphs, captions and a reference forward, each with what is printed, in reading order."""
    tally = Tally(Styles())
    tally.note(tally.place_heading("section heading"), lambda answer: "Purpose")
    at, number = tally.here, tally.lists.printed(tally.lists.count_paragraph())
    asked = tally.ask(Asked("paragraph", "later", NOWHERE))
    tally.note(NumberedParagraph(number, "", "numbered paragraph"), lambda answer: f"See {answer(asked)}.", at)
    tally.count_in("Table")
    tally.note(tally.place_caption(), lambda answer: "Table 1: Meetings")
    number = tally.lists.printed(tally.lists.count_paragraph())
    tally.references.name("later", Target("b", number, ""))
    tally.note(NumberedParagraph(number, "", "numbered paragraph"), lambda answer: "Later.")
    assert list(tally.entries()) == [
        Heading(1, "1.", "Purpose", "_Toc000001", "section heading"),
        NumberedParagraph("1.1", "See paragraph\u00a01.2.", "numbered paragraph"),
        PrintedReference("later", "paragraph 1.2"),
        Caption("Table", 1, "Table 1: Meetings", "_Ref000001"),
        NumberedParagraph("1.2", "Later.", "numbered paragraph"),
    ]


def test_a_part_is_referred_to_with_what_it_is_a_part_of() -> None:
    """What the pack calls the thing stands before its number, unless it is numbered otherwise here."""
    called = ByName({"first": "Priority 2, action 3", "moved": "Priority 2, action 4"})
    tally = Tally(Styles(), References(lambda: called))
    tally.references.name("first", Target("b", "3", ""))
    tally.references.name("moved", Target("c", "1", ""))
    said = [tally.references.answer(tally.ask(Asked("action", name, NOWHERE))).text for name in ("first", "moved")]
    assert said == ["Priority 2, action\u00a03", "action\u00a01"]


def test_a_reference_says_what_its_target_is_whatever_word_was_typed() -> None:
    """An action is no priority and no appendix, and no appendix is a paragraph; a plural and capitals are let be."""
    called = {"A": "Priority 1, action 2 of 2017-18", "B": "Priority 2", "plan": "Plan for 2018"}
    tally = Tally(Styles(), References(lambda: ByName(called)))
    for name, number in (("A", "2"), ("B", "2"), ("plan", "Appendix 1"), ("here", "3.4")):
        tally.references.name(name, Target("b", number, ""))

    def printed(word: str, name: str) -> str:
        return tally.references.answer(tally.ask(Asked(word, name, NOWHERE))).text.replace("\u00a0", " ")

    whole = "Priority 1, action 2 of 2017-18"
    typed = ("action", "priority", "Appendix", "actions", "Action")
    assert [printed(word, "A") for word in typed] == [whole, whole, whole, "actions 2", whole.replace("a", "A", 1)]
    assert [printed(word, "B") for word in ("priority", "Figure", "recommendation")] == ["priority 2"] + [
        "Priority 2"
    ] * 2
    assert [printed(word, "plan") for word in ("Appendix", "paragraph", "Appendix A")] == ["Appendix 1"] * 3
    assert [printed(word, "here") for word in ("paragraph", "section")] == ["paragraph 3.4", "section 3.4"]


def test_what_has_no_number_is_led_to_by_what_it_is_called() -> None:
    """A link of all its words leads to the row of an action, as to its number in a list."""
    tally = Tally(Styles(), References(lambda: ByName({"row": "Priority 2, action 3"})))
    tally.references.name("row", Target("b", "", ""))
    answer = tally.references.answer(tally.ask(Asked("action", "row", NOWHERE, " (Neglect)")))
    assert (answer.text, answer.target) == ("Priority 2, action 3 (Neglect)", Target("b", "", ""))


def test_what_is_taken_back_is_neither_listed_nor_referred_to() -> None:
    """A section that turns out not to be printed leaves no heading, no name, and no gap in the bookmarks."""
    tally = Tally(Styles())
    mark = tally.mark()
    tally.note(tally.place_heading("heading 1"), lambda answer: "Gone")
    tally.references.name("gone", Target("b", "1", ""))
    tally.forget(mark)
    heading = tally.place_heading("heading 1")
    assert (tally.headings(), "gone" in tally.references.targets, heading.bookmark) == ((), False, "_Toc000001")


def test_a_built_document_knows_its_structure_without_its_file_being_opened(boards: dict[str, Board]) -> None:
    """Headings as the contents list them, paragraphs and points with their numbers, captions by hand and of prose."""
    built = bscb_docs.build(boards["birmingham"], "accountability-report")
    headings = tuple(entry for entry in built.structure if isinstance(entry, Heading))
    assert headings == built.headings
    assert built.headings[0] == Heading(1, "", "2017-18 in short", "_Toc000001", "heading 1")
    assert built.headings[1] == Heading(1, "1.", "Purpose of the Report", "_Toc000002", "section heading")
    assert Caption("Table", 1, "Table 1: Versions of this document, the latest first", "_Ref000001") in built.structure
    paragraphs = {entry.number: entry for entry in built.structure if isinstance(entry, NumberedParagraph)}
    (asked,) = {entry for entry in built.structure if isinstance(entry, PrintedReference) and "3.4.1" in entry.text}
    assert asked == PrintedReference("right-help", "paragraph 3.4.1")
    assert f"({asked.text})" in paragraphs["5.3"].text
    assert "3.4.1" in paragraphs


def test_the_words_of_a_built_document_hold_every_numbered_paragraph(boards: dict[str, Board]) -> None:
    """What the structure tells and what the file says are one text, in one order."""
    built = bscb_docs.build(boards["birmingham"], "accountability-report")
    told = [entry.text for entry in built.structure if isinstance(entry, NumberedParagraph)]
    text = " ".join(line.partition(" | ")[2] for line in built.text.splitlines())
    words = " ".join(re.sub(r"</?(?:Strong|Emphasis)>", "", text).split())
    at = 0
    for each in told:
        assert each in words[at:]
        at = words.index(each, at)
