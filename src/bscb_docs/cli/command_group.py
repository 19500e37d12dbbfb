"""The group of commands, and what every command does alike: its example, and that no traceback reaches a user."""

import atexit
import gc
import io
import logging
import sys
from typing import Any

import click

STOPPED = 1
"""Exit code where something stops, could not be written or is not there; 2, from click, where it was used wrongly."""
_TRACEBACK = "--traceback"
LOG = logging.getLogger("bscb_docs")


def example(words: str) -> str:
    """What stands under the help of a command: what may be typed after `bscb-docs`."""
    return f"Example:\n\n\b\n  bscb-docs {words}"


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


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=example("new board our-board")
)
@click.version_option(package_name="bscb-docs")
@click.option(_TRACEBACK, is_flag=True, expose_value=False, help="Show where each failure of a plugin came from.")
def main() -> None:
    """Sets a safeguarding board's plan, appendices and report in Word from one folder of records."""
