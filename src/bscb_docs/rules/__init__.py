"""The rules a board is checked against; one file a family of codes."""

from __future__ import annotations

from collections.abc import Iterable

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.rules.acceptance import accept
from bscb_docs.rules.engine.context import Pack
from bscb_docs.rules.engine.rule import Rule
from bscb_docs.rules.house import house_rules

__all__ = ["Pack", "Rule", "accept", "check_pack", "house_rules"]


def check_pack(pack: Pack, rules: Iterable[Rule]) -> list[Finding]:
    """What every rule finds in the pack."""
    return [finding for rule in rules for finding in rule.check(pack)]
