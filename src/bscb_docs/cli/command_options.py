"""Command options: what several commands take alike, and how each is read: a board's folder, its plugins, a date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from bscb_docs import Board

board_folder = click.argument("board", type=click.Path(path_type=Path))
named_documents = click.argument("documents", nargs=-1)
plugin_files = click.option(
    "--plugin",
    "plugins",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A plugin: its file, or its package's folder.",
)
print_form = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
out_folder = click.option("--out", type=click.Path(path_type=Path), default=Path("out"), help="Where files go.")


def from_words(name: str) -> Callable[[str], Any]:
    """What reads a date, a period or years as a person types them: the public class of that name, by `from_text`."""

    def read_words(words: str) -> Any:
        import bscb_docs

        try:
            return getattr(bscb_docs, name).from_text(words)
        except ValueError as fault:
            raise click.UsageError(f"{fault}.") from None

    return read_words


day = from_words("PartialDate")


def read(folder: Path, plugins: Iterable[Path]) -> Board:
    """The board in a folder with the plugins named by hand; PluginError, not a finding, where one fails to load."""
    from bscb_docs import load_plugin_file, read_board

    return read_board(folder, plugins=[load_plugin_file(path) for path in plugins])
