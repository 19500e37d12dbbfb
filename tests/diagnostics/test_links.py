"""Safe links: what may be typed is set as a link, and the check of the document minds no link that was set."""

from pathlib import Path

import pytest
from small_boards import board_of

from bscb_docs import Board, build
from bscb_docs.diagnostics.safe_links import is_safe_link

SAFE = ("tel:01214960000", "mailto:office@example.org", "https://www.example.org", "HTTP://www.example.org/a?b=c")
UNSAFE = ("javascript:alert(1)", "file:///C:/plan.docx", "ftp://example.org", "https://", "www.example.org")


def linked(folder: Path, address: str) -> Board:
    """A board with one paper, whose only sentence is a link to that address."""
    head = "# Narrative paper: Paper\nsigned by: not recorded, because it is a draft\n\n## One\n\n"
    return board_of(folder, "# Document paper: Paper\nsection: narrative\n", paper=f"{head}[Ask us]({address})\n")


@pytest.mark.parametrize("address", SAFE)
def test_a_safe_link_is_set_and_passes_the_check_of_the_document(address: str, tmp_path: Path) -> None:
    """Reading, setting and the check of the finished document have one definition."""
    board = linked(tmp_path, address)
    assert (is_safe_link(address), board.findings, build(board, "paper").findings) == (True, (), ())


@pytest.mark.parametrize("address", UNSAFE)
def test_what_is_no_safe_link_is_found_where_it_is_typed(address: str, tmp_path: Path) -> None:
    """It is set as words."""
    board = linked(tmp_path, address)
    assert (is_safe_link(address), [f.code for f in board.findings]) == (False, ["PRO-09"])
    assert build(board, "paper").findings == ()


def test_a_link_that_a_page_brings_is_set_as_words_where_it_is_not_safe(tmp_path: Path) -> None:
    """The finding says where it leads, and the document is not stopped by a link that its own check minds."""
    contact = "# Contact: Our office\nwebsite: ftp://example.org"
    board = board_of(tmp_path, "# Document paper: Paper\nsection: contact", contact=contact)
    (found,) = build(board, "paper").findings
    assert (found.code, "leads to ftp://example.org" in found.message) == ("PRO-09", True)
