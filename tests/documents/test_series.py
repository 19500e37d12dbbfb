"""One entry of the register that asks for a document for each body of a kind."""

from pathlib import Path

import pytest
from small_boards import board_of

import bscb_docs

BODIES = """\
# Body: Quality Group
kind: sub-group

It audits.

# Body: Learning Group
kind: sub-group

It learns.

# Body: Old Group
kind: sub-group
to: March 2024

It closed.

# Body: Youth Forum
kind: forum

It asks.

# Task T1
body: Quality Group
owner: Quality Group
due: March 2026
years: 2025-26

Read forty files.
"""
REGISTER = """\
# Document programme: Work Programme
for each: sub-group
outline: work-programme
years: 2025-26
as at: 30 June 2025

# Issue programme 1.0
state: for approval
as at: 30 June 2025
changed: First version.

# Issue programme-learning-group 1.1
state: for approval
as at: 31 July 2025
changed: A visit added.
"""


def test_each_body_of_the_kind_has_its_document(tmp_path: Path) -> None:
    """With its own title, file and version; a body that had ended has none."""
    board = board_of(tmp_path, REGISTER, bodies=BODIES)
    documents = [(d.name, d.title, d.version) for d in bscb_docs.list_documents(board)]
    assert documents == [
        ("programme-quality-group", "Work Programme: Quality Group", "1.0"),
        ("programme-learning-group", "Work Programme: Learning Group", "1.1"),
    ]
    assert [finding.code for finding in bscb_docs.check(board) if finding.code.startswith(("REF", "DOC-0"))] == []


def test_each_tells_of_its_own_body(tmp_path: Path) -> None:
    """Its purpose, its tasks, and its versions in document control."""
    board = board_of(tmp_path, REGISTER, bodies=BODIES)
    quality = bscb_docs.build(board, "programme-quality-group").text
    learning = bscb_docs.build(board, "programme-learning-group").text
    assert ("It audits." in quality, "Read forty files." in quality, "First version." in quality) == (True, True, True)
    assert ("It learns." in learning, "Read forty files." in learning, "A visit added." in learning) == (
        True,
        False,
        True,
    )


def test_a_version_of_no_document_is_still_told(tmp_path: Path) -> None:
    """A body that there is not has no document, and its version would never be built."""
    board = board_of(tmp_path, REGISTER.replace("programme-learning-group 1.1", "programme-lerning 1.1"), bodies=BODIES)
    assert [finding.code for finding in board.findings] == ["REF-01"]


def test_a_kind_that_no_body_has_is_told(tmp_path: Path) -> None:
    """Nothing would be built, and nobody would know why."""
    board = board_of(tmp_path, REGISTER.partition("# Issue")[0].replace("sub-group", "panel"), bodies=BODIES)
    assert [finding.message for finding in board.findings] == [
        "Document programme, for each: no body is a panel, so none of it is built."
    ]


def test_its_name_stands_for_all_its_documents(tmp_path: Path) -> None:
    """What is built, checked, read and issued of it is each of them; no paper without a body comes of it."""
    board = board_of(tmp_path / "board", REGISTER, bodies=BODIES.replace("forty ", ""))
    published = bscb_docs.publish_pack(board, ["programme"], tmp_path / "out", pages=False)
    both = ["programme-quality-group", "programme-learning-group"]
    assert [each.saved.path.stem for each in published] == [f"{name}-2025-26" for name in both]
    whole = bscb_docs.check_documents(board, both)
    assert bscb_docs.check_documents(board, ["programme"]) == whole
    assert [each.document for each in bscb_docs.list_facts(board, ["programme"])] == both
    issued = bscb_docs.issue_documents(
        board, ["programme"], by="Quality Group", on="1 August 2025", pages=False, pdf=False
    )
    assert [each.line.document for each in issued] == both


def test_where_one_document_is_wanted_they_are_named(tmp_path: Path) -> None:
    """A paper or a comparison is of one of them."""
    board = board_of(tmp_path, REGISTER, bodies=BODIES)
    named = "programme-quality-group, programme-learning-group"
    for asked in (bscb_docs.build, bscb_docs.changes_since):
        with pytest.raises(bscb_docs.OutlineError) as refused:
            asked(board, "programme")
        assert str(refused.value) == f"programme is a document for each body. Name the one that is meant: {named}."
