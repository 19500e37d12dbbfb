"""The group of commands, and what every command does alike: its example, and that no traceback reaches a user."""

import atexit
import gc
import io
import logging
import sys
from typing import Any

import click

STOPPED = 1
"""Exit code where something stops or could not be written; 2, from click, where the command was used wrongly."""
_TRACEBACK = "--traceback"
LOG = logging.getLogger("bscb_docs")
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
    "facts": "facts our-board report",
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
    "refresh": 'refresh our-board --years 2026-27 --on "26 March 2026"',
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


class Commands(click.Group):
    """A group whose commands say what went wrong in one line, and print where it came from with `--traceback`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments of the command: `--traceback` may stand anywhere among them."""
        if _TRACEBACK in args:
            LOG.addHandler(logging.StreamHandler())
            LOG.setLevel(logging.DEBUG)
        return super().parse_args(ctx, [arg for arg in args if arg != _TRACEBACK])

    def invoke(self, ctx: click.Context) -> Any:
        """The command's result; any fault ends the run with a sentence and code 1."""
        gc.set_threshold(200_000, 20, 20)  # a run is short, and records hold no circles: looking for them takes a tenth
        atexit.register(gc.freeze)  # or Python looks through all of it once more before it ends, a sixth of the run
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # a pipe on Windows knows 256 letters
                stream.reconfigure(errors="backslashreplace")
        from bscb_docs import BscbDocsError, StoppedError
        from bscb_docs.cli.printing import print_findings, shown

        try:
            return super().invoke(ctx)
        except StoppedError as fault:
            print_findings(fault.findings)
            for path in fault.written:
                click.echo(shown(path))
            click.echo(str(fault), err=True)
            ctx.exit(STOPPED)
        except BscbDocsError as fault:
            click.echo(str(fault), err=True)
            ctx.exit(STOPPED)
        except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
            raise
        except Exception as fault:
            what = f"{type(fault).__name__}: {fault}"
            LOG.debug("bscb-docs itself failed", exc_info=fault)
            click.echo(f"bscb-docs itself failed. Please report this, with what --traceback shows: {what}", err=True)
            ctx.exit(STOPPED)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bscb-docs")
@click.option(_TRACEBACK, is_flag=True, expose_value=False, help="Show where each failure of a plugin came from.")
def main() -> None:
    """Sets a safeguarding board's plan, appendices and report in Word from one folder of records."""


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
