"""Contents that a person updates are the contents that were written."""

import subprocess
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from folders import EXAMPLES, TESTS
from programs import require_uno

import bscb_docs

pytestmark = pytest.mark.slow

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UPDATE = TESTS / "data" / "update_contents.py"


def written_contents(docx: bytes) -> list[str]:
    """The entries of the contents, and of the lists after them, as the Word file shows them, tabs as spaces."""
    with ZipFile(BytesIO(docx)) as parts:
        body = ET.fromstring(parts.read("word/document.xml"))  # noqa: S314  # our own file
    entries = []
    for paragraph in body.iter(f"{MAIN}p"):
        style = paragraph.find(f"{MAIN}pPr/{MAIN}pStyle")
        if (
            style is not None
            and style.get(f"{MAIN}val", "").startswith(("TOC", "TableofFigures"))
            and style.get(f"{MAIN}val") != "TOCHeading"
        ):
            runs = [part for run in paragraph.iter(f"{MAIN}r") for part in run]
            entries.append(
                "".join(
                    " " if part.tag == f"{MAIN}tab" else part.text or ""
                    for part in runs
                    if part.tag in {f"{MAIN}t", f"{MAIN}tab"}
                )
            )
    return entries


@pytest.mark.parametrize(
    ("board", "name"), [("birmingham", "accountability-report"), ("birmingham", "business-improvement-plan")]
)
def test_contents_stay_the_same_when_they_are_updated(board: str, name: str, tmp_path: Path) -> None:
    """LibreOffice, asked to update the contents, lists each heading once, with the same number, words and page.

    The numbers of priorities in headings, which are fields, stay too.
    """
    published = bscb_docs.publish(bscb_docs.read_board(EXAMPLES / board), name, tmp_path)
    contents, headings = updated(published.saved.path)
    assert contents == written_contents(published.built.data)
    badges = [heading.text for heading in published.built.headings if heading.text.startswith("Priority")]
    assert badges == [heading for heading in headings if heading.startswith("Priority")] != []


def test_lists_stay_the_same_when_they_are_updated(tmp_path: Path) -> None:
    """LibreOffice lists each recommendation as we did, and takes none of them for a heading."""
    sections = "".join(f"section: {name}\n" for name in ("contents", "list-of-recommendations", "narrative"))
    asides = "\n\n".join(f"> Recommendation: That {who} asks every child" for who in ("a school", "the police"))
    (tmp_path / "board.md").write_text(f"# Board: B\n\n# Document report: R\n{sections}", encoding="utf-8")
    (tmp_path / "report.md").write_text(f"# Narrative report: R\n\n## We saw\n\nWords.\n\n{asides}\n", encoding="utf-8")
    published = bscb_docs.publish(bscb_docs.read_board(tmp_path), "report", tmp_path / "out")
    contents = written_contents(published.built.data)
    assert contents[-1] == "Recommendation 2: That the police asks every child 1"
    assert updated(published.saved.path)[0] == contents


def updated(path: Path) -> tuple[list[str], list[str]]:
    """The entries that LibreOffice writes when it is asked to update what a document lists, and the headings then."""
    told = subprocess.run(
        [require_uno(), UPDATE, path], capture_output=True, text=True, encoding="utf-8", check=True, timeout=120
    ).stdout
    contents, _, headings = told.partition("\f")
    return [" ".join(line.split()) for line in contents.splitlines()], [
        " ".join(line.split()) for line in headings.splitlines()
    ]
