"""Needed signs: nothing that a pattern of a rule matches is passed over for what was read from the pattern."""

import pkgutil
import re
from importlib import import_module

import pytest
from rule_cases import cases

import bscb_docs.rules
from bscb_docs.rules.engine.needed_signs import needed_signs


def rule_patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern that a module of the rules holds, by where it stands."""
    modules = (import_module(each.name) for each in pkgutil.walk_packages(bscb_docs.rules.__path__, "bscb_docs.rules."))
    held = ((f"{module.__name__}.{name}", value) for module in modules for name, value in vars(module).items())
    return {name: value for name, value in held if isinstance(value, re.Pattern)}


def test_what_a_rule_matches_holds_what_its_pattern_needs() -> None:
    """In every text of the case tables, for every pattern."""
    texts = [line for case in cases() for text in case.files.values() for line in text.splitlines() if line]
    texts = list(dict.fromkeys(texts))
    missed = [
        (name, match[0])
        for name, pattern in rule_patterns().items()
        if (needed := needed_signs(pattern))
        for match in (pattern.search(text) for text in texts)
        if match and not any(each in match[0].lower() for each in needed)
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\((?:[A-Z]\w+ )?to (?:check|confirm|add)\b", {"check", "confirm", "add"}),
        (r"\breviews?\s+(?:of|in)\b", {"review"}),
        (r"(?:this|that)\s+year", {"year"}),
        (r"[Cc]lick here|XX+|\?\?+|_{3,}", {"click", "xx", "??", "___"}),
        (r"\s?,,| ,", {" ,", ",,"}),
        (r"\d+|word", set()),
        (r"(?:word)?\s*\w+", set()),
        (r"(?!not)\w(?=on)", set()),
    ],
)
def test_what_a_pattern_needs_is_read_from_it(pattern: str, needed: set[str]) -> None:
    """Of each choice one word, the longest; nothing where one choice needs none."""
    assert needed_signs(re.compile(pattern)) == needed
