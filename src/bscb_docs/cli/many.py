"""What `build-many` prints while boards are built side by side."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bscb_docs.cli.group import STOPPED
from bscb_docs.cli.printing import shown


def build_boards(folder: Path, out: Path, jobs: int | None) -> None:
    """Builds every board in a folder and says of each what was written or why not; ends with 1 where one was not."""
    raise click.UsageError(f"{folder} {out} {jobs} {STOPPED} {sys.argv} {shown(folder)}")
