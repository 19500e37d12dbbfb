"""House: every rule of the house, gathered from the files of its families."""

from __future__ import annotations

from bscb_docs.rules.engine.rule import Rule


def house_rules() -> tuple[Rule, ...]:
    """Every rule of the house; the files of the families are imported here, for who runs no rule needs none."""
    from bscb_docs.rules import (
        abbreviations,
        answers,
        appendices,
        approval,
        capitals,
        chair,
        deadlines,
        evidence,
        governance,
        holders,
        lineage,
        lists,
        markings,
        near_names,
        numbers,
        pack,
        plan_structure,
        references,
        reviews,
        revisions,
        small_counts,
        spelling,
        statuses,
        tenses,
        terms,
        updates,
        wording,
        work,
        years,
    )

    families = (
        abbreviations,
        answers,
        appendices,
        approval,
        capitals,
        chair,
        deadlines,
        evidence,
        governance,
        holders,
        lineage,
        lists,
        markings,
        near_names,
        numbers,
        pack,
        plan_structure,
        references,
        reviews,
        revisions,
        small_counts,
        spelling,
        statuses,
        tenses,
        terms,
        updates,
        wording,
        work,
        years,
    )
    return tuple(rule for family in families for rule in family.RULES)
