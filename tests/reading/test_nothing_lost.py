"""Nothing typed is lost in silence: it is in the board, or a finding stands at its line."""

from pathlib import Path

import attrs
import pytest

from bscb_docs.authoring.kind_pages import example_lines
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.reading.folder import read_board
from bscb_docs.reading.kind_syntax import kind_reading
from bscb_docs.records import Board, Kind

KINDS = load_catalogue().kinds
pytestmark = pytest.mark.slow

MARK = "zzq"
"""Letters that stand in no example."""

TYPED = (
    "{mark}",
    "not recorded, because {mark}",
    "not recorded: {mark}",
    "{was}, {mark}",
    "{was} {mark}",
    "{mark}, from 2018",
    "#{mark}, ended",
    "{mark}; {mark}",
    "12 {mark}",
    "5 {mark} 2018",
)
"""What a person may type in a field, its example being `was`."""


NAMED = """\
# Measure A1: Children seen

# Body: Executive Board
kind: board

# Document accountability-report: Report
section: cover

# Person: Alex Example

# Organisation: Exampleshire Council

# Action A1
years: 2017-18

We will act.
"""
"""What a record of one kind or another cannot be read without: the records that it is about."""


def read(folder: Path, name: str, text: str) -> Board:
    """The board of one file and of the records it may be about, read with every kind there is."""
    (folder / name).write_text(text, encoding="utf-8")
    (folder / "named.md").write_text(NAMED, encoding="utf-8")
    return read_board(folder, kinds=KINDS)


def is_kept(board: Board) -> bool:
    """True where the letters stand in a record, in one of its fields or gaps."""
    return any(MARK in str(attrs.asdict(record)) for record in board.records)


def lines_told(board: Board) -> set[int]:
    """The lines at which something was found."""
    return {place.line for finding in board.findings for place in finding.places if place.file != "named.md"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_typed_in_a_field_of_a_card_is_kept_or_told(kind: Kind, tmp_path: Path) -> None:
    """Each field of each kind, with words that it takes, and with words that it does not."""
    lines = example_lines(kind)
    lost = []
    for at, line in enumerate(lines):
        label, colon, was = line.partition(": ")
        if not colon or label not in kind_reading(kind).fields:
            continue
        for typed in TYPED:
            words = typed.format(mark=MARK, was=was)
            board = read(tmp_path, "a.md", "\n".join([*lines[:at], f"{label}: {words}", *lines[at + 1 :]]))
            if not is_kept(board) and at + 1 not in lines_told(board):
                lost.append(f"{label}: {words}")
    assert lost == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_typed_in_a_cell_of_a_table_is_kept_or_told(kind: Kind, tmp_path: Path) -> None:
    """The same of a table's columns, those of a heading and of the text among them."""
    reading = kind_reading(kind)
    if reading.is_narrative:
        return
    examples = dict(line.partition(": ")[::2] for line in example_lines(kind)[1:] if ": " in line)
    head = {"id": "A1", "title": "Its title", "about": "A1", "version": "1.0", "code": "PLN-05", "text": "Words."}
    labels = [each.label for each in reading.columns.values()]
    lost = []
    for column in labels:
        for typed in TYPED:
            row = {label: examples.get(label) or head.get(label) or "" for label in labels}
            row[column] = typed.format(mark=MARK, was=row[column] or "words")
            cells = ",".join(f'"{value}"' for value in row.values())
            name = f"{kind.plural.lower().replace(' ', '-')}.csv"
            board = read(tmp_path, name, f"{','.join(labels)}\n{cells}\n")
            if not is_kept(board) and 2 not in lines_told(board):
                lost.append(f"{column}: {row[column]}")
    assert lost == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize(
    "words", ["{mark}", "A1 {mark}: Title", "A1: {mark}", ": {mark}", "A1 1.0 {mark}", "{mark}: not recorded"]
)
def test_what_is_typed_in_a_heading_is_kept_or_told(kind: Kind, words: str, tmp_path: Path) -> None:
    """After the kind, and after the kind in the plural."""
    fields = example_lines(kind)[1:]
    for name in (kind.name, kind.plural):
        heading = f"# {name} {words.format(mark=MARK)}"
        board = read(tmp_path, "a.md", "\n".join([heading, *fields]))
        assert is_kept(board) or 1 in lines_told(board), heading


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_line_that_is_no_field_and_a_text_are_kept_or_told(kind: Kind, tmp_path: Path) -> None:
    """A line among the fields, one beneath an empty line, and one under the kind in the plural."""
    first, *rest = example_lines(kind)
    fields = rest[: rest.index("")] if "" in rest else rest
    for heading in (first, f"# {kind.plural}"):
        for text in ([MARK], ["", MARK], [f"{MARK}: words"], [f"{MARK} - words"]):
            lines = [heading, *fields, *text]
            board = read(tmp_path, "a.md", "\n".join(lines))
            assert is_kept(board) or len(lines) in lines_told(board), lines
