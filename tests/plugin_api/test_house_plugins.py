"""What the house's plugins offer is asked of them once, and none is imported again before something of it is wanted."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from work import calls_of

from bscb_docs import Kind, hookimpl, load_catalogue
from bscb_docs.plugin_api.loaded_plugin import Plugin

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


def test_a_plugin_is_looked_through_for_its_hooks_alone() -> None:
    """What else its module holds costs next to nothing, however many names that are."""

    @hookimpl.kinds
    def kinds() -> list[Kind]:
        return []

    def asked(others: int) -> int:
        module = ModuleType("stranger")
        vars(module).update({f"helper_{number}": number for number in range(others)}, kinds=kinds)
        return calls_of(lambda: Plugin("stranger", lambda: module).answer("kinds", []))

    assert asked(200) < 2 * asked(0)
