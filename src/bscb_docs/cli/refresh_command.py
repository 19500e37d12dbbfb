"""The command `refresh`: it asks of each action and objective what it became, on a terminal or by a page."""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bscb_docs.cli.command_group import example, main
from bscb_docs.cli.command_options import board_folder, from_words, plugin_files, read
from bscb_docs.cli.printing import shown

if TYPE_CHECKING:
    from bscb_docs import PartialDate, YearSpan
    from bscb_docs.authoring import Proposal

_LATER = "-"
_REASON = re.compile(r"\bbecause\b", re.IGNORECASE)


@main.command(epilog=example('refresh our-board --years 2026-27 --on "26 March 2026"'))
@board_folder
@click.option(
    "--years", type=from_words("YearSpan"), required=True, metavar="YEARS", help="The new plan's, as in 2019-20."
)
@click.option("--on", type=from_words("PartialDate"), metavar="DATE", help='When it was decided: "26 March 2026".')
@plugin_files
def refresh(board: Path, years: YearSpan, on: PartialDate | None, plugins: tuple[Path, ...]) -> None:
    """Carries open work into next year's draft, once it is said of each action and objective what it became.

    On a terminal each is asked for. Elsewhere a page is written to decide on: fill it in, and run the command again.
    Nothing old is changed but for `became:` lines; a second run changes nothing.
    """
    from bscb_docs.authoring import carry_out, propose, read_decisions, write_decisions

    records = read(board, plugins)
    proposals, page = propose(records, years), board / f"refresh-{years}.txt"
    if not proposals:
        click.echo(f"Every action and objective before {years} says what it became. Nothing was changed.")
        return
    decided = read_decisions(page) if page.exists() else {}
    if sys.stdin.isatty():
        decided |= {each.work.id: _ask(each) for each in proposals if each.work.id not in decided}
    elif not page.exists():
        write_decisions(page, proposals, years)
        click.echo(f"{shown(page)} has a line for each of {len(proposals)}. Decide, and run the same command again.")
        return
    done = carry_out(records, years, decided, on)
    for path in done.changed:
        click.echo(shown(path))
    if done.waiting:
        click.echo(f"Still to be decided: {', '.join(done.waiting)}.")


def _ask(each: Proposal) -> tuple[str, ...]:
    """The decision of a person at the keyboard: what was proposed, other words, or none for later."""
    click.echo(f"\n{each.work.id} ({each.state}): {' '.join(str(each.work.text).split())}")
    proposed = _LATER if each.became.endswith("because ") else each.became
    asked = f'became (an id, several with ; between, "ended, because ...", or {_LATER} for later)'
    words: tuple[str, ...] = click.prompt(asked, default=proposed, value_proc=partial(_decision, each))
    return words


def _decision(proposal: Proposal, words: str) -> tuple[str, ...]:
    """The words of a decision as typed, none for later; what says nothing, or no reason, is asked for again."""
    from bscb_docs import Became

    if words.strip() == _LATER:
        return ()
    parts = (words,) if _REASON.search(words) else tuple(part.strip() for part in words.split(";"))
    for part in parts:
        try:
            became = Became.from_text(part)
        except ValueError as fault:
            raise click.UsageError(f"{fault}.") from None
        if became.ended and not became.because and not proposal.is_decided_by(part):
            raise click.UsageError("say why it ended: ended, because ...")
    return tuple(part.strip() for part in parts)
