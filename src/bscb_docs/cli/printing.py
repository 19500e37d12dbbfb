"""What commands print: findings as lines or JSON, tables, progress on a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bscb_docs.cli.command_group import STOPPED

if TYPE_CHECKING:
    from bscb_docs.diagnostics.finding import Finding


_ORDER = ("stop", "check", "note")


def print_findings(findings: Iterable[Finding], form: str = "text") -> None:
    """The findings as a table by document and severity on a terminal, as lines in a pipe, or as JSON objects."""
    found = list(findings)
    if form == "json":
        click.echo(json.dumps([as_json(finding) for finding in found], indent=2, ensure_ascii=False))
    elif sys.stdout.isatty() and found:
        _print_findings_table(found)
    else:
        for finding in found:
            click.echo(f"{finding.severity.value}: {finding}{_acceptance(finding)}")


def _acceptance(finding: Finding) -> str:
    accepted = finding.accepted
    return f" Accepted by {accepted.by}: {accepted.reason}" if accepted else ""


def _print_findings_table(findings: Sequence[Finding]) -> None:
    """A table for each file or document, what stops first; an accepted check says so in place of its severity."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.place.file or "The whole board", []).append(finding)
    for file, found in by_file.items():
        table = Table("Severity", "Where", "What is wrong, and what to do", title=file, title_justify="left")
        for finding in sorted(found, key=lambda f: (_ORDER.index(f.severity.value), f.place)):
            place = f"line {finding.place.line}" if finding.place.line else finding.place.within
            severity = "accepted" if finding.accepted else finding.severity.value
            words = f"{finding.message} {finding.mend}{_acceptance(finding)} [{finding.code}]"
            table.add_row(severity, place, Text(words))
        Console().print(table)


def as_json(finding: Finding) -> dict[str, Any]:
    """A finding as a JSON object; `line` and `column` are 0 where no line is known."""
    accepted = finding.accepted
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "within": finding.place.within,
        "mend": finding.mend,
        "accepted": {"by": accepted.by, "on": accepted.on, "reason": accepted.reason} if accepted else None,
    }


def count_findings(findings: Iterable[Finding]) -> str:
    """How many findings of each severity there are, in one sentence."""
    found = [finding for finding in findings if not finding.accepted]
    numbers = {word: sum(f.severity.value == word for f in found) for word in _ORDER}
    said = ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for word, number in numbers.items() if number)
    if numbers["stop"]:
        return f"{said}. What stops must be mended before a document for approval is written."
    if numbers["check"]:
        return f"{said}. Nothing stops a document for approval; mend or accept each check before it goes out."
    return f"{said}. Nothing stands in the way." if said else "Nothing was found."


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table on a terminal; in a pipe, lines of cells set apart by tabs."""
    if not sys.stdout.isatty():
        for row in (header, *rows):
            click.echo("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*header)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def show_progress(words: str) -> Any:
    """A spinner on a terminal; in a pipe nothing, so that what is printed stays plain lines."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(words)


def shown(path: Path) -> str:
    """A path as short as it can be said from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def leave(findings: Iterable[Finding]) -> None:
    """Ends the run with 1 where a finding stops."""
    if any(finding.stops for finding in findings):
        sys.exit(STOPPED)
