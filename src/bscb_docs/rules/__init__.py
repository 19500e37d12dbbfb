"""The rules a board is checked against; one file a family of codes."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from bscb_docs.findings import Finding
from bscb_docs.rules.acceptance import accept
from bscb_docs.rules.material import Pack
from bscb_docs.rules.rule import Rule

__all__ = ["Pack", "Rule", "accept", "check_pack", "house_rules"]

FAMILIES = (
    *("plan", "dates", "statuses", "updates", "numbers", "appendices", "pack", "governance", "chair", "learning"),
    *("versions", "terms", "wording", "spelling", "abbreviations", "lineage", "markings"),
)
"""The files of the house's rules, in the order in which the documentation tells of them."""


def house_rules() -> tuple[Rule, ...]:
    """Every rule of the house, from the file of its family."""
    return tuple(rule for family in FAMILIES for rule in import_module(f"bscb_docs.rules.{family}").RULES)


def check_pack(pack: Pack, rules: Iterable[Rule]) -> list[Finding]:
    """What every rule finds in the pack."""
    return [finding for rule in rules for finding in rule.check(pack)]
