"""Whatever somebody types into a form comes back as those words, and nothing else, and what is written reads back."""

from pathlib import Path

import pytest
from asked_boards import ask_group, write_board
from filled_forms import in_controls
from hypothesis import given, settings
from hypothesis import strategies as st

import bscb_docs
from bscb_docs import Board, FormFile, Request, TakenForms, Update
from bscb_docs.prose import parse, plain

SPOILT = "ÂÃÄÅâ"
"""Before some signs they are what another encoding made of one: reading mends the two, and tells of it (FIL-07)."""
SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp", "Cf"), exclude_characters=SPOILT)
MARKDOWN = st.sampled_from(
    [
        "# a", "- b", "* c", "1. d", "> e", "| f |", "```", "---", "status: g", "owner:", "<!-- h", "-->", "{{ i }}",
        "{# j #}", "{% k %}", "[l](#m)", "![n](o.png)", "&amp;", "\\", "_p_", "**q**", "=====", "caption: r", "{#s}",
        "    t", "+ u", "~~~", "<b>v</b>", "[w]: x", "P1-25-1 W", "What happened", "How it stands: Stuck",
    ]
)  # fmt: skip
TOLD = {"FRM-15", "PRO-06"}
"""A form that was left empty, and a sign that is a bullet in another program: true of what was typed."""
WORDS = st.lists(st.one_of(st.text(SIGNS, max_size=30), MARKDOWN), max_size=4).map("\n".join)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Board, FormFile, Path]:
    """A board whose Learning Group was asked, its form, and a folder."""
    folder = tmp_path_factory.mktemp("any")
    known, form = ask_group(write_board(folder / "board"), folder / "out")
    return known, form, folder


def lines_of(words: str) -> list[str]:
    """The lines of a text that have words, white space made one space."""
    return [line for each in words.split("\n") if (line := " ".join(each.split()))]


def test_words_come_back(asked: tuple[Board, FormFile, Path]) -> None:
    """As paragraphs of the update, as lines of what shows it, and as the words of a request."""
    known, form, folder = asked
    path = folder / "back.docx"

    @settings(max_examples=60, deadline=None)
    @given(WORDS, WORDS, WORDS)
    def check(happened: str, shown: str, owner: str) -> None:
        answers = {(1, "happened"): happened, (1, "shown"): shown, (1, "passed_on"): owner}
        path.write_bytes(in_controls(form.data, answers))
        taken = bscb_docs.take_forms(known, [path])
        untold = [str(finding) for finding in taken.findings if finding.code not in TOLD]
        assert untold == []
        updates = [record for record in taken.records if isinstance(record, Update)]
        assert [line for update in updates for line in lines_of(plain(parse(update.text)))] == lines_of(happened)
        assert [_said(words) for update in updates for words in update.shown_by] == lines_of(shown)
        requests = [record for record in taken.records if isinstance(record, Request)]
        assert [_said(request.new_owner or "") for request in requests] == [" ".join(lines_of(owner))] * len(requests)
        assert bool(requests) == bool(lines_of(owner))
        _read_back(taken, folder / "board")

    check()


def _said(words: str) -> str:
    """The words of a field, whose only escape is that of a note to oneself."""
    return words.replace("\\<!--", "<!--")


def _read_back(taken: TakenForms, folder: Path) -> None:
    """The files stand beside the board's with no finding but the ones told, and give the records that were taken."""
    places = taken.save()
    try:
        board = bscb_docs.read_board(folder)
        assert [str(finding) for finding in board.findings if finding.code not in TOLD] == []
        assert tuple(each for each in board.records if each.place.file.startswith("updates/")) == taken.records
    finally:
        for place in places:
            place.unlink()
