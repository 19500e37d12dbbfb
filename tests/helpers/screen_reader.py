"""A PDF as a screen reader says it, and how many pages it has."""

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
from programs import require


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return len(file.pages)


def reading_order(pdf: bytes, tmp_path: Path) -> list[str]:
    """The words of each block in the order of the tags: what a screen reader says."""
    require("pdfinfo")
    (tmp_path / "read.pdf").write_bytes(pdf)
    told = subprocess.run(
        ["pdfinfo", "-struct-text", tmp_path / "read.pdf"], capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout
    blocks: list[str] = []
    for line in map(str.strip, told.splitlines()):
        if re.fullmatch(r"(Document|[A-Z]\w*)( \(block\))?:?", line):
            blocks.append("")
        elif line.startswith('"'):
            blocks[-1] += line[1:-1]
    return [block for block in blocks if block]
