"""Measuring: what a whole process costs, and whether a document says what it should."""

import io
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from attrs import frozen
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AS_TYPED = str.maketrans("\u2018\u2019\u201c\u201d\u00a0", "''\"\" ")
"""This library prints quotation marks as a printer sets them, and keeps a number on the line of its word."""
ROOT = Path(__file__).parent.parent


@frozen
class Cost:
    """Seconds by the clock, seconds of the processor, and megabytes at the peak."""

    clock: float
    processor: float
    memory: float

    def __str__(self) -> str:
        """The three numbers as a table shows them."""
        return f"{self.clock:.2f} s ({self.processor:.2f} s) {self.memory:.0f} MB"


PYTHON = sys.executable


def run_process(command: Sequence[str], cache: Path) -> Cost:
    """What one process costs from its start to its end; it must end well."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings |= {"PYTHONPYCACHEPREFIX": str(cache), "BSCB_DOCS_CACHE": str(cache / "kept")}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def repeat_process(command: Sequence[str], cache: Path, times: int) -> Cost:
    """The medians of several runs, after one that fills the cache of compiled modules."""
    run_process(command, cache)
    runs = [run_process(command, cache) for _ in range(times)]
    return Cost(median(r.clock for r in runs), median(r.processor for r in runs), max(r.memory for r in runs))


def require_texts(data: bytes, expected: Sequence[str], what: str) -> None:
    """Ends the run unless the document's paragraphs hold these texts, all of them, in this order."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("word/document.xml") as part:
        for _, paragraph in etree.iterparse(part, tag=f"{_W}p", huge_tree=True):
            words = "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))
            if words:
                found.append(words.translate(_AS_TYPED))
            paragraph.clear()
    if found != list(expected):
        wrong = next((pair for pair in zip(found, expected, strict=False) if pair[0] != pair[1]), "their number")
        raise SystemExit(f"{what}: {len(found)} of {len(expected)} texts, first difference: {wrong}")
