"""Examples: one line for the help of each command, as a person would type it."""

from __future__ import annotations

import click

EXAMPLES = {
    "": "new board our-board",
    "ask": 'ask our-board --period "Q3 2025-26"',
    "build": "build our-board plan --out out --pdf",
    "build-many": "build-many boards --out out --jobs 4",
    "chase": 'chase our-board --period "Q3 2025-26"',
    "check": "check our-board plan --all",
    "check-document": "check-document minutes.docx",
    "compare": "compare edited.docx --board our-board --write 3",
    "diff": "diff our-board plan --since 1.0",
    "doctor": "doctor",
    "documents": "documents our-board",
    "figures": "figures our-board",
    "issue": 'issue our-board plan --by "Executive Board" --on "5 April 2026"',
    "kinds": "kinds action",
    "list": 'list our-board actions --overdue --owner "Exampleshire Council"',
    "looks": "looks",
    "new": "new board our-board",
    "new board": "new board our-board",
    "new house": "new house our-board --look warm",
    "new section": "new section visits",
    "plugins": "plugins --plugin visits.py",
    "refresh": "refresh our-board --years 2026-27",
    "sections": "sections",
    "take": "take returned/council.docx --board our-board",
    "template": "template check visits.docx",
    "template check": "template check visits.docx --plugin visits.py",
    "template complete": "template complete our-board/house.docx",
    "template sync": "template sync visits.docx",
    "template text": "template text visits.docx",
    "trace": "trace our-board school exclusions",
    "verify": "verify our-board",
}
"""By command, what stands after `bscb-docs` on the line."""


def add_examples(group: click.Group, name: str = "") -> None:
    """Puts its example under the help of the group and of each command in it."""
    group.epilog = _said(name)
    for own, command in group.commands.items():
        path = f"{name} {own}".strip()
        if isinstance(command, click.Group):
            add_examples(command, path)
        else:
            command.epilog = _said(path)


def _said(name: str) -> str:
    return f"Example:\n\n\b\n  bscb-docs {EXAMPLES[name]}" if name in EXAMPLES else ""
