"""What the house's plugins offer is asked of them once, and none is imported again before something of it is wanted."""

import os
import subprocess
import sys
from pathlib import Path

from bscb_docs import load_catalogue

SCRIPT = (
    "import sys; from bscb_docs import load_catalogue; sections = load_catalogue().sections\n"
    "print(*sorted(sections)); print(sections['Foreword'].name)\n"
    "print(*(name for name in sys.modules if name.startswith('bscb_docs.plugins.')))"
)


def test_a_section_is_asked_for_without_the_others(tmp_path: Path) -> None:
    """A second run imports one plugin and knows the names of all sections, for which the first asked each."""
    lines = []
    for _ in range(2):
        run = [sys.executable, "-c", SCRIPT]
        surroundings = {**os.environ, "BSCB_DOCS_CACHE": str(tmp_path)}
        lines.append(
            subprocess.run(run, capture_output=True, text=True, check=True, env=surroundings).stdout.split("\n")
        )
    first, second = lines
    assert first[:2] == second[:2] == [" ".join(sorted(load_catalogue().sections)), "foreword"]
    assert len(first[2].split()) > 1
    assert second[2] == "bscb_docs.plugins.foreword"


def test_no_section_of_the_house_brings_styles() -> None:
    """The house's own file has all that they use, so none need be imported to make a document's look."""
    assert [section.name for section in load_catalogue().sections.values() if section.styles] == []
