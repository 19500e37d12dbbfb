"""Commands for update forms: ask owners, take what comes back, and see who has not answered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bscb_docs.cli.command_group import example, main
from bscb_docs.cli.command_options import board_folder, day, from_words, out_folder, plugin_files, print_form, read
from bscb_docs.cli.printing import leave, print_findings, print_table, shown

if TYPE_CHECKING:
    from bscb_docs import PartialDate, Period, Reply

_period = click.option("--period", type=from_words("Period"), required=True, metavar="PERIOD", help="As in Q3 2018-19.")

_PAPER = "update-replies"
"""The outline of the Word document that lists the replies."""


@main.command(epilog=example('ask our-board --period "Q3 2025-26"'))
@board_folder
@_period
@click.option("--owner", default="", metavar="NAME", help="Ask only this owner.")
@click.option("--on", "asked_on", type=day, metavar="DATE", help="The day of asking; else 3 weeks before the end.")
@click.option("--by", "answers_by", type=day, metavar="DATE", help="The day to answer by; else 1 week before.")
@click.option("--back-to", default="", metavar="WORDS", help="To whom it goes back, as the form says it.")
@click.option("--excel", is_flag=True, help="Write a workbook beside each Word form.")
@out_folder
@plugin_files
def ask(
    board: Path,
    period: Period,
    owner: str,
    asked_on: PartialDate | None,
    answers_by: PartialDate | None,
    back_to: str,
    out: Path,
    plugins: tuple[Path, ...],
    *,
    excel: bool,
) -> None:
    """Writes a form for each owner of open work, and notes in asked.md what was asked of whom."""
    import bscb_docs

    records = read(board, plugins)
    days = {"asked_on": asked_on, "answers_by": answers_by}
    forms = bscb_docs.ask(records, period, out, owner=owner, **days, back_to=back_to, excel=excel)
    found = dict.fromkeys(finding for form in forms for finding in form.findings)
    print_findings(found)
    for form in forms:
        click.echo(shown(form.path))
    leave(found)


@main.command(epilog=example("take returned/council.docx --board our-board"))
@click.argument("forms", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--board", required=True, type=click.Path(path_type=Path), help="The board's folder.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@plugin_files
def take(forms: tuple[Path, ...], board: Path, plugins: tuple[Path, ...], *, yes: bool) -> None:
    """Shows what forms that came back say, and writes it beside the board's records once that is agreed to."""
    import bscb_docs

    taken = bscb_docs.take_forms(read(board, plugins), forms)
    for text in taken.files.values():
        click.echo(text)
    print_findings(taken.findings)
    if taken.files and (yes or click.confirm("Write these records?", err=True)):
        for path in taken.save():
            click.echo(shown(path))
    leave(taken.findings)


@main.command(epilog=example('chase our-board --period "Q3 2025-26"'))
@board_folder
@_period
@click.option("--at", type=day, metavar="DATE", help="The day to count from; else the end of the period.")
@click.option("--out", type=click.Path(path_type=Path), help="Write it as a Word document into this folder.")
@print_form
@plugin_files
def chase(
    board: Path, period: Period, at: PartialDate | None, out: Path | None, form: str, plugins: tuple[Path, ...]
) -> None:
    """Lists who was asked about a period, for how much each answered, and who did not."""
    import bscb_docs

    records = read(board, plugins)
    replies = bscb_docs.replies_of(records, period)
    if not replies:
        asked = ", ".join(map(str, bscb_docs.asked_periods(records))) or "no period"
        raise bscb_docs.BoardError(f"No forms went out about {period}. Forms went out about: {asked}.")
    if out:
        title, as_at = "Replies to Update Forms", at or period.end
        entry = bscb_docs.RegisterEntry(id=_PAPER, title=title, period=period, as_at=as_at)
        click.echo(shown(bscb_docs.publish(records.adding(entry), _PAPER, out, pages=False).saved.path))
        return
    rows = [_row(reply, at) for reply in replies]
    if form == "json":
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    header = ("Owner", "Form", "Asked on", "Answered", "Not answered", "Unchanged since", "Days since asked")
    print_table(header, [tuple(str(value) for value in row.values()) for row in rows])


def _row(reply: Reply, day: PartialDate | None) -> dict[str, str | int]:
    return {
        "owner": reply.owner,
        "form": reply.form.id,
        "asked_on": str(reply.form.asked_on),
        "answered": f"{len(reply.answered)} of {reply.asked}",
        "unanswered": " ".join(work.id for work in reply.unanswered),
        "unchanged_since": str(reply.unchanged_since or ""),
        "days_since_asked": reply.days_since_asked(day.latest if day else None),
    }
