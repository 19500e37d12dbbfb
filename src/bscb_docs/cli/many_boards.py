"""What the command `build-many` prints: a bar on a terminal, and a line for each board."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bscb_docs.cli.command_group import STOPPED
from bscb_docs.cli.printing import print_findings, shown

if TYPE_CHECKING:
    from rich.progress import Progress

    from bscb_docs import BoardResult


def build_boards(folder: Path, out: Path, jobs: int | None, *, pages: bool) -> None:
    """Builds every board in a folder and tells of each; ends with 1 where one was not written or is stopped."""
    from bscb_docs import build_many, find_boards

    boards = find_boards(folder)
    with _Count(len(boards)) as note:
        results = build_many(boards, out=out, jobs=jobs, pages=pages, progress=note)
    failed = [result for result in results if result.error]
    stopping = [result for result in results if any(finding.stops for finding in result.findings)]
    click.echo(f"{len(results) - len(failed)} of {len(results)} boards built.")
    if failed or stopping:
        sys.exit(STOPPED)


class _Count:
    """A bar on a terminal, and a line for each board in a pipe."""

    def __init__(self, boards: int) -> None:
        self.boards = boards
        self.bar: Progress | None = None

    def __enter__(self) -> Callable[[BoardResult], None]:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress

            bar = Progress(console=Console(stderr=True), redirect_stdout=sys.stdout.isatty())
            self.task = bar.add_task("Building boards", total=self.boards)
            bar.start()
            self.bar = bar
        return self.note

    def __exit__(self, *fault: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def note(self, result: BoardResult) -> None:
        """Says what became of one board, after what was found in it."""
        if self.bar is not None:
            self.bar.advance(self.task)
        if result.findings:
            click.echo(f"{result.board.name}:")
            print_findings(result.findings)
        if result.error:
            click.echo(result.error, err=True)  # it begins with the board's name
        else:
            unchanged = " (unchanged)" if result.unchanged else ""
            click.echo(f"{result.board.name}: {', '.join(shown(path) for path in result.files)}{unchanged}")
