"""What a script waits for that builds a small report of a board of its own: nothing that the report does not need."""

import os
import subprocess
import sys

import pytest
from folders import EXAMPLES, ROOT

from benchmarks.work import SMALL, template_of

SCRIPT = (
    "import sys; from pathlib import Path; from benchmarks.ways import checked; from benchmarks.work import make_page\n"
    "checked(Path(sys.argv[1]), make_page('small'))()\n"
    "print(*sys.modules)"
)
ROOMS = ("api", "authoring", "cli", "forms", "history", "interchange", "pdf", "reading", "template_check", "testing")
"""Rooms that a report of records made in a script has no need of, but for the modules in ALLOWED."""
ALLOWED = {"bscb_docs.api", "bscb_docs.api.pipeline"}
PACKAGES = {
    *("breame", "cattrs", "click", "docx", "docxtpl", "holidays", "markdown_it", "openpyxl", "rapidfuzz", "rich"),
    *("csv", "email", "logging", "multiprocessing", "concurrent"),
}
MOST_MODULES = 185
"""Of the library, its plugins among them: each costs a quarter of a millisecond, before what it makes."""


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that are there when the report is built, its template having been compiled by a run before."""
    folder = tmp_path_factory.mktemp("small")
    template = folder / "small.docx"
    template.write_bytes(template_of(SMALL))
    surroundings = {**os.environ, "BSCB_DOCS_CACHE": str(folder / "kept")}
    command = [sys.executable, "-c", SCRIPT, str(template)]
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=surroundings)
    return set(done.stdout.split())


@pytest.mark.parametrize("room", ROOMS)
def test_a_small_report_wakes_no_room_that_it_does_not_need(modules: set[str], room: str) -> None:
    """An import at the top of one module may wake a whole room, unseen, for every script there is."""
    assert {name for name in modules if f"{name}.".startswith(f"bscb_docs.{room}.")} - ALLOWED == set()


def test_a_small_report_wakes_no_package_that_it_does_not_need(modules: set[str]) -> None:
    """The template is kept compiled, so that Word's and Markdown's libraries are waited for once, or never."""
    assert PACKAGES & {name.partition(".")[0] for name in modules} == set()
    assert "lxml.etree" not in modules  # its folder is looked for: what is kept was compiled with it


def test_a_small_report_is_made_with_no_more_modules_than_before(modules: set[str]) -> None:
    """Who needs more of them raises the number knowingly."""
    assert len([name for name in modules if name.startswith("bscb_docs")]) <= MOST_MODULES


def test_checking_wakes_nothing_that_sets_documents() -> None:
    """A script that reads and checks a board waits for no template and for no check of a finished document."""
    script = "import sys; import bscb_docs; bscb_docs.check(bscb_docs.read_board(sys.argv[1])); print(*sys.modules)"
    command = [sys.executable, "-c", script, str(EXAMPLES / "birmingham")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    needless = ("jinja2", "docxtpl", "bscb_docs.document_check", "bscb_docs.word_writer.assembly", "bscb_docs.pdf")
    assert [name for name in done.stdout.split() if name.startswith(needless)] == []


def test_reading_looks_into_no_source_of_a_plugin() -> None:
    """Where a class stands in a plugin's file is found out for a fault alone: it takes longer than to read a file."""
    script = "import linecache, sys; import bscb_docs; bscb_docs.read_board(sys.argv[1]); print(*linecache.cache)"
    command = [sys.executable, "-c", script, str(EXAMPLES / "birmingham")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert [name for name in done.stdout.split() if name.endswith(".py")] == []
