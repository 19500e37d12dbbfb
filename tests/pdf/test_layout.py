"""What LibreOffice laid out is not laid out again, until the document, the program or the fonts change."""

import shutil
from pathlib import Path

import pytest
from programs import require
from sample_docx import BOOKMARKS, paragraph, sample_docx

from bscb_docs.diagnostics.cache import FOLDER
from bscb_docs.pdf import Layout, lay_out, make_pdfs, pages_of_bookmarks

pytestmark = pytest.mark.slow

FIRST = (sample_docx(), BOOKMARKS)
OTHER = (sample_docx(before=paragraph("More.", "Normal")), BOOKMARKS)


class Office:
    """LibreOffice behind a script that notes the files of each of its starts."""

    def __init__(self, folder: Path) -> None:
        self.program, self.log = folder / "soffice", folder / "starts"
        self.program.write_text(
            f'#!/bin/sh\necho "$*" | grep -o "[0-9]*[.]docx" | tr "\\n" " " >>{self.log}\necho >>{self.log}\n'
            f'exec "{Path(require("soffice")).resolve()}" "$@"\n',
            encoding="utf-8",
        )
        self.program.chmod(0o755)

    @property
    def starts(self) -> list[int]:
        """How many documents each start was given."""
        return [len(line.split()) for line in self.log.read_text().splitlines()] if self.log.exists() else []


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """LibreOffice whose starts are noted, an empty store, and a home without fonts."""
    made = Office(tmp_path)
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(made.program))
    monkeypatch.setenv(FOLDER, str(tmp_path / "store"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return made


def test_a_layout_is_the_finished_pdf_and_its_pages(office: Office) -> None:
    """From LibreOffice and from the store: the PDF, the pages of its bookmarks, and those that are near empty."""
    pdf = make_pdfs({"a": FIRST[0]})["a"]
    expected = {"a": Layout(pdf, pages_of_bookmarks(pdf, BOOKMARKS), near_empty=(2, 3))}

    assert [lay_out({"a": FIRST}), lay_out({"a": FIRST})] == [expected, expected]
    assert office.starts == [1, 1]


def test_only_what_changed_is_laid_out_again(office: Office) -> None:
    """One start for the documents that are new, whatever their names, and none where none is."""
    lay_out({"a": FIRST})
    lay_out({"b": FIRST, "c": OTHER, "d": (sample_docx(before=paragraph("Less.", "Normal")), BOOKMARKS)})
    lay_out({"c": FIRST, "b": OTHER})

    assert office.starts == [1, 2]


@pytest.mark.parametrize("change", ["font", "program", "store"])
def test_what_a_layout_depends_on_is_laid_out_anew(office: Office, change: str, tmp_path: Path) -> None:
    """A font that comes, another LibreOffice, and a kept file that is damaged each cost a new start."""
    lay_out({"a": FIRST})
    if change == "font":
        (tmp_path / "home" / ".fonts").mkdir(parents=True)
    elif change == "program":
        office.program.write_text(office.program.read_text() + "# newer\n")
    else:
        for kept in (tmp_path / "store" / "bscb-docs").iterdir():
            kept.write_bytes(kept.read_bytes()[:-1])
    lay_out({"a": FIRST})

    assert office.starts == [1, 1]


def test_nothing_kept_serves_without_libreoffice(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the program is told so, whatever it has kept: what it writes must not depend on luck."""
    lay_out({"a": FIRST})
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", shutil.which("no-such-program") or "/no/such/program")

    with pytest.raises(Exception, match="no program is there"):
        lay_out({"a": FIRST})
