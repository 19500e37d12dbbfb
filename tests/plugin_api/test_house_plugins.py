"""What the house's plugins offer, and that none is imported before something of it is wanted."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from importlib import import_module

import pytest
from bscb_docs.plugins import OFFERS
from folders import PLUGINS

from bscb_docs.plugin_api.plugin import HOOKS, Plugin


@pytest.mark.parametrize("name", sorted(path.stem for path in PLUGINS.glob("[!_]*.py")))
def test_a_plugin_offers_what_its_line_says(name: str) -> None:
    """It is imported where something in its line is wanted, without a line at every start."""
    plugin = Plugin(name, partial(import_module, f"bscb_docs.plugins.{name}"))
    found = {hook: [offer for _, offer in plugin.answer(hook, [])] for hook in HOOKS}
    by_name = ("sections", "outlines")
    told = {hook: " ".join(x.name for x in each) if hook in by_name else "" for hook, each in found.items() if each}
    assert OFFERS.get(name) == told, f'the line of plugins/__init__.py is: "{name}": {told}'
    assert [section for section in found["sections"] if section.styles] == []


def test_a_section_is_asked_for_without_the_others() -> None:
    """One plugin is imported, though the names of all sections are known."""
    script = (
        "import sys; from bscb_docs import load_catalogue; sections = load_catalogue().sections\n"
        "print(len(sections), 'cover' in sections, sections['Foreword'].name)\n"
        "print(*(name for name in sys.modules if name.startswith('bscb_docs.plugins.')))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    names = sum(len(offers.get("sections", "").split()) for offers in OFFERS.values())
    assert done.stdout.split() == [str(names), "True", "foreword", "bscb_docs.plugins.foreword"]
