"""Contents that a person updates are the contents that were written."""

from __future__ import annotations

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
    """The entries of the contents as the Word file shows them, tabs as spaces."""
    with ZipFile(BytesIO(docx)) as parts:
        body = ET.fromstring(parts.read("word/document.xml"))  # noqa: S314  # our own file
    entries = []
    for paragraph in body.iter(f"{MAIN}p"):
        style = paragraph.find(f"{MAIN}pPr/{MAIN}pStyle")
        if (
            style is not None
            and style.get(f"{MAIN}val", "").startswith("TOC")
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
    ("board", "name"), [("birmingham", "accountability-report"), ("harrowmere", "business-improvement-plan")]
)
def test_contents_stay_the_same_when_they_are_updated(board: str, name: str, tmp_path: Path) -> None:
    """LibreOffice, asked to update the contents, lists each heading once, with the same number, words and page."""
    python = require_uno()
    folder = EXAMPLES / board
    (published,) = (bscb_docs.publish(bscb_docs.read_board(folder), name, tmp_path),)
    told = subprocess.run(
        [python, UPDATE, published.saved.path],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    ).stdout

    assert [" ".join(line.split()) for line in told.splitlines()] == written_contents(published.built.data)
