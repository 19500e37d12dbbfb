"""What is printed: fields and sections say it themselves, those of plugins as those of the house."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from attrs import frozen

from bscb_docs import Board, Kind, Prose, Record, add_records, check, hookimpl, many, one, read_board, unprinted
from bscb_docs.testing import findings_of, small_board


@frozen(kw_only=True)
class Risk(Record):
    """A record of a plugin's kind: three fields that are printed and two that are not."""

    title: str
    owner: str | None = one()
    steps: tuple[str, ...] = many("step")
    file: str | None = one(printed=False)
    text: Prose = unprinted(Prose(""))


def plugin_of(*kinds: Kind) -> ModuleType:
    """A plugin that offers those kinds."""
    module = ModuleType("risks")

    @hookimpl
    def bscb_docs_kinds() -> list[Kind]:
        return list(kinds)

    module.bscb_docs_kinds = bscb_docs_kinds  # type: ignore[attr-defined]  # as a file of a plugin would
    return module


def with_contact(folder: Path, line: str) -> Board:
    """A board with one contact, which has that line."""
    lines = ("# Board: Sample Board", "", "# Contact: The board's office", line)
    (folder / "board.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_board(folder)


@pytest.mark.parametrize("line", ["hours: TBC, to be confirmed", "telephone: TBC", "address: [insert address]"])
def test_what_is_to_be_filled_in_is_found_in_a_field_of_a_plugin(line: str, tmp_path: Path) -> None:
    """Words are printed, and so checked, unless their field says otherwise: nobody can forget to declare it."""
    assert {finding.code for finding in check(with_contact(tmp_path, line))} == {"TXT-02"}


@pytest.mark.parametrize(("field", "found"), [("title", 1), ("owner", 1), ("step", 1), ("file", 0), ("text", 0)])
def test_a_field_says_whether_it_is_printed(field: str, found: int) -> None:
    """`printed=False` and `unprinted` keep words from the rules; titles and all other fields are read by them."""
    board = add_records(small_board(plugins=[plugin_of(Kind(Risk))]), Risk, [{"title": "A risk", field: "TBC"}])
    assert board.findings == ()
    assert len(findings_of(board, "TXT-02")) == found
