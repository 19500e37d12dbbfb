"""Names: every form in which Word, Excel or a person types a name leads to the same record, figure and section."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bscb_docs.plugins.foreword import ForewordPage
from folders import EXAMPLES
from hypothesis import given
from hypothesis import strategies as st

from bscb_docs import (
    Board,
    Body,
    ByName,
    Document,
    Organisation,
    Record,
    Ref,
    Section,
    build,
    check,
    fold,
    house_template,
    read_board,
)
from bscb_docs.api.board_lists import list_figures
from bscb_docs.testing import build_section, small_board

FORMS: dict[str, Callable[[str], str]] = {
    "non-breaking hyphens": lambda name: name.replace("-", "\u2011"),
    "dashes": lambda name: name.replace("-", "\u2013"),
    "minus signs": lambda name: name.replace("-", "\u2212"),
    "other capitals": str.swapcase,
}
WORDS = st.text("abzAZÉé09-'\" ", min_size=1)


@given(WORDS, st.sampled_from("-\u2010\u2011\u2012\u2013\u2014\u2212"), st.sampled_from("'\u2019\u2018"))
def test_a_name_is_the_same_in_every_form(name: str, hyphen: str, quote: str) -> None:
    """Capitals, hyphens, quotes and white space of any kind make no other name."""
    typed = name.replace("-", hyphen).replace("'", quote).replace(" ", "\u00a0 ").upper()
    assert fold(typed) == fold(name)


@pytest.mark.parametrize(("one", "other"), [("A17-01", "A1701"), ("P1", "P10"), ("a b", "ab"), ("Jo", "Joe")])
def test_names_that_differ_stay_apart(one: str, other: str) -> None:
    """Nothing but the look of a sign is set aside."""
    assert fold(one) != fold(other)


def test_a_mapping_finds_by_any_form() -> None:
    """The first and the last form typed are one key."""
    found = ByName({"A17-01": 1})
    found["a17\u201101"] = 2
    assert (dict(found), found.get("A17\u201301"), "A17-1" in found) == ({"a17-01": 2}, 2, False)


def told(folder: Path) -> list[str]:
    """All that a pack says: its findings, its figures and every line of its documents, names in one form."""
    board = read_board(folder)
    said = [f"{finding.code} {finding.message}" for finding in check(board)]
    said += [f"{figure.name} {figure}" for figure in list_figures(board)]
    for entry in board.documents:
        said += [entry.id, *build(board, entry.id).text.splitlines()]
    return [fold(line) for line in said]


def retyped(source: Path, folder: Path, form: Callable[[str], str]) -> None:
    """A copy of a board in which every id stands in another form wherever it is typed."""
    shutil.copytree(source, folder)
    board = read_board(source)
    ids = {str(name) for record in board.records if (name := getattr(record, "id", None))}
    ids |= {choice.name for entry in board.documents for choice in entry.sections}
    words = {name for name in ids if name.isalpha()}
    rows = [(ASKS, any_of(ids - words)), (ENTRIES, any_of(words))]
    for path in folder.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        for places, named in rows:
            text = places.sub(lambda place, named=named: named.sub(lambda m: form(m[0]), place[0]), text)
        path.write_text(text, encoding="utf-8")


def any_of(names: set[str]) -> re.Pattern[str]:
    """Any of the names, where it stands whole."""
    return re.compile(rf"(?<![\w./@-])(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})(?![\w@/-])")


ASKS = re.compile(r"^#.*|^[a-z -]+: .*|\{\{[^}]*\}\}|\]\(#[^)]*\)|\{#[^}]*\}", re.MULTILINE)
"""Where records are given or asked for by their ids: headings, fields, and names in brackets; not the words around."""
ENTRIES = re.compile("^section: .*|^appendix: .*|^#+ (?:Document|Issue) .*", re.MULTILINE)
"""Where a name that is a word, such as budget, is a name in a register; in other fields it is a word."""


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("source", ["birmingham", "harrowmere"])
def test_any_form_of_an_id_gives_the_same_pack(source: str, form: str, tmp_path: Path) -> None:
    """The library, the figures, the rules, the documents and their references agree on what is the same name."""
    retyped(EXAMPLES / source, tmp_path / source, FORMS[form])
    assert told(tmp_path / source) == told(EXAMPLES / source)


def test_a_version_typed_in_other_capitals_is_controlled(tmp_path: Path) -> None:
    """A cover with a version has the document control that belongs to it."""
    (tmp_path / "board.md").write_text("# Board: Sample Board\n", encoding="utf-8")
    lines = ["# Document report: Our report", "section: cover", "section: document-control", "", "# Issue Report 1.0"]
    (tmp_path / "documents.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "[cell] Table Text | 1.0 (draft)" in build(read_board(tmp_path), "REPORT").text


def test_an_option_is_found_by_any_form_of_its_name() -> None:
    """A plugin may write the name of its option with capitals, and a board with none or others."""
    seen: list[str | None] = []

    def make_page(board: Board, document: Document) -> None:
        seen.append(document.options.get("From-Year"))

    section = Section("own", house_template("principles"), ForewordPage, make_page, options=("From-Year",))
    build_section(section, small_board(), document=Document("test", "Test", options={"from\u2011year": "2024"}))
    assert seen == ["2024"]


def test_a_reference_to_two_kinds_is_the_same_in_either_order(tmp_path: Path) -> None:
    """Which of two records of one name it leads to does not follow from which field was read first."""
    (tmp_path / "groups.md").write_text("# Organisation: Forum\n\n# Body: Forum\n", "utf-8")
    board = read_board(tmp_path)
    one, other = (Ref[Any]("Forum", to=kinds) for kinds in ((Organisation, Body), (Body, Organisation)))
    assert board.get(one) is board.get(other) is board.find(Body, "Forum")


def test_a_record_of_any_kind_is_found_by_its_name(tmp_path: Path) -> None:
    """Asked of Record, a board finds what was read first of that name; asked of a kind, one of that kind."""
    (tmp_path / "groups.md").write_text("# Body: Forum\n\n# Organisation: Forum\n\n# Organisation: Alliance\n", "utf-8")
    board = read_board(tmp_path)
    assert isinstance(board.find(Record, "forum"), Body)
    assert isinstance(board.find(Organisation, "forum"), Organisation)
    assert board.find(Record, "ALLIANCE") is board.find(Organisation, "Alliance")
    assert board.find(Body, "Alliance") is board.find(Record, "Assembly") is None


def test_a_reference_without_kinds_leads_to_what_was_read_first(tmp_path: Path) -> None:
    """A reference that a script makes names no kind: the order of the files decides, not that of kinds."""
    (tmp_path / "groups.md").write_text("# Organisation: Forum\n\n# Body: Forum\n", "utf-8")
    assert isinstance(read_board(tmp_path).get(Ref[Any]("Forum")), Organisation)
