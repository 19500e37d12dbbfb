"""Nearest names: offered where a person can have meant them, and nowhere else."""

import pytest

from bscb_docs.diagnostics.suggestions import did_you_mean, nearest
from bscb_docs.records import KINDS

HEADINGS = [word for kind in KINDS for word in (kind.name, kind.plural)]


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("onwer", ["due", "owner"], "owner"),
        ("ownr", ["due", "owners"], "owners"),
        ("Compleeted", ["Complete", "On course"], "Complete"),
        ("Wexbrok NHS Trust", ["Wexbrook NHS Trust", "Wexbrook Council"], "Wexbrook NHS Trust"),
        ("Exec Board", ["Executive Board", "Learning Board"], "Executive Board"),
        ("Exec", ["Partnership Executive", "Executive", "Learning Board"], "Executive"),
        ("the Executive Board", ["Executive Board", "Learning Board"], "Executive Board"),
        ("plan", ["business-improvement-plan", "report"], "business-improvement-plan"),
        ("P1-A3", ["P1-A03", "P1-A04"], "P1-A03"),
        ("Lead", ["owner", "due", "agreed at"], "owner"),
        ("RAG", ["period", "status"], "status"),
    ],
)
def test_a_slip_or_a_shorter_name_is_understood(typed: str, known: list[str], meant: str) -> None:
    """Letters that are wrong, words in short, words too many, a nought left out, the word of another paper."""
    assert nearest(typed, known) == meant


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("Risks", HEADINGS),
        ("Course", HEADINGS),
        ("Deliverable", HEADINGS),
        ("leaf", ["owner", "due", "agreed at"]),
        ("P1-18-2", ["P1-18-3", "P2-18-2"]),
        ("O25-09", ["O25-08", "W25-09"]),
        ("Board", ["Executive Board", "Learning Board"]),
        ("of", ["Head of Service"]),
        ("", ["due"]),
    ],
)
def test_what_only_looks_alike_is_not_offered(typed: str, known: list[str]) -> None:
    """Another word of the same length, another number, a part that several names share."""
    assert nearest(typed, known) == ""


def test_where_none_is_near_the_few_names_there_are_are_listed() -> None:
    """A person reads through a few names, and not through a hundred."""
    assert did_you_mean("leaf", ["owner", "due"]) == "Write one of: owner, due."
    assert did_you_mean("leaf", [f"name {number}" for number in range(100)]) == ""
