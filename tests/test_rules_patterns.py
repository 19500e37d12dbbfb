"""The patterns of the rules: compiled when a text must be searched, and not before."""

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

from bscb_docs import rules
from bscb_docs.rules.engine.patterns import pattern

MODULES = sorted(module.name for module in iter_modules(rules.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_a_family_compiles_nothing_when_it_is_imported(name: str) -> None:
    """A board pays only for the patterns that its texts call for: all of them together cost 30 ms."""
    module = import_module(f"bscb_docs.rules.{name}")
    assert [word for word, value in vars(module).items() if isinstance(value, re.Pattern)] == []


def test_a_pattern_is_compiled_once() -> None:
    """The first call compiles it, with its flags, and the next gives the same."""
    found = pattern("priority", re.IGNORECASE)
    assert found().pattern == "priority"
    assert found().flags & re.IGNORECASE
    assert found() is found()
