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
    from bscb_docs import Finding, Place


def print_findings(findings: Iterable[Finding], form: str = "text", *, every_place: bool = False) -> None:
    """The findings, one for each cause and the gravest first: a table on a terminal, lines in a pipe, or JSON objects.

    Where one thing is wrong at several places, the first is shown, the others with `every_place`; JSON has them all.
    """
    from bscb_docs import gather

    found = sorted(gather(findings), key=_gravity)
    if form == "json":
        click.echo(json.dumps([as_json(finding) for finding in found], indent=2, ensure_ascii=False))
    elif sys.stdout.isatty() and found:
        _print_findings_table(found, every_place=every_place)
    else:
        for finding in found:
            click.echo(f"{finding.severity.value}: {finding}{_acceptance(finding)}")
            for place in finding.also if every_place else ():
                click.echo(f"    also {place}")


def _gravity(finding: Finding) -> tuple[bool, int, bool]:
    """Accepted ones last; a plugin that failed before what is missed for want of it."""
    return finding.accepted is not None, finding.severity.rank, finding.code != "PLG-01"


def _acceptance(finding: Finding) -> str:
    """Who accepted it, or how it would be."""
    if accepted := finding.accepted:
        return f" Accepted by {accepted.by}: {accepted.reason}"
    return f" (To accept it: {finding.accepting})" if finding.accepting else ""


def _print_findings_table(findings: Sequence[Finding], *, every_place: bool) -> None:
    """A row for each cause; an accepted check says so in place of its severity."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("Severity", "Where", "What is wrong, and what to do")
    for finding in findings:
        severity = "accepted" if finding.accepted else finding.severity.value
        words = f"{finding.message} {finding.mend}{_acceptance(finding)} [{finding.code}]"
        table.add_row(severity, _where(finding, every_place=every_place), Text(words))
    Console().print(table)


def _where(finding: Finding, *, every_place: bool) -> str:
    """The first place, and how many others there are; or all of them, a line each."""
    if every_place:
        return "\n".join(str(place) or "the whole board" for place in finding.places)
    others = f"\nand {len(finding.also)} more" if finding.also else ""
    return f"{str(finding.place) or 'the whole board'}{others}"


def as_json(finding: Finding) -> dict[str, Any]:
    """A finding as a JSON object, with its first place and all its `places`; a `line` of 0 is none that is known."""
    accepted = finding.accepted
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        **_place_as_json(finding.place),
        "mend": finding.mend,
        "places": [_place_as_json(place) for place in finding.places],
        "accepted": {"by": accepted.by, "on": accepted.on, "reason": accepted.reason} if accepted else None,
    }


def _place_as_json(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column, "within": place.within}


def count_findings(findings: Iterable[Finding]) -> str:
    """How many findings of each severity there are, in one sentence; one cause is one."""
    from bscb_docs import Severity, gather

    gathered = gather(findings)
    found = [finding for finding in gathered if not finding.accepted]
    numbers = {each.value: sum(f.severity is each for f in found) for each in Severity}
    said = ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for word, number in numbers.items() if number)
    if numbers["stop"]:
        return f"{said}. What stops must be mended before a document for approval is written."
    if numbers["check"]:
        return f"{said}. Nothing stops a document for approval; mend or accept each check before it goes out."
    if said:
        return f"{said}. Nothing stops a document for approval; read each note once before it goes out."
    accepted = f"{len(gathered)} check{' was' if len(gathered) == 1 else 's were'} accepted"
    return f"Nothing was found that is not accepted; {accepted}." if gathered else "Nothing was found."


def tell_findings(findings: Iterable[Finding], form: str, *, every_place: bool = False) -> None:
    """Prints the findings, and as text how many there are; ends the run with 1 where one stops."""
    found = tuple(findings)
    print_findings(found, form, every_place=every_place)
    if form == "text":
        click.echo(count_findings(found))
    leave(found)


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
