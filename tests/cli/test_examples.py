"""The example under each command's help: it is there, and can be typed."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from bscb_docs.cli import main
from bscb_docs.cli.command_group import EXAMPLES


def every_command(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command and group with the words that call it."""
    yield before, group
    for name, command in group.commands.items():
        path = f"{before} {name}".strip()
        if isinstance(command, click.Group):
            yield from every_command(command, path)
        else:
            yield path, command


COMMANDS = dict(every_command(main))


def test_every_command_has_its_example() -> None:
    """A command that is added gets one; one that goes takes its own along."""
    assert COMMANDS.keys() == EXAMPLES.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_an_example_can_be_typed(name: str) -> None:
    """Its words are the command's, and its options are those that the command has."""
    words = shlex.split(EXAMPLES[name])
    command: click.Command = main
    while isinstance(command, click.Group):
        command = command.commands[words.pop(0)]
    own = COMMANDS[name]
    assert own is command or isinstance(own, click.Group)
    options = {option for each in command.params if isinstance(each, click.Option) for option in each.opts}
    needed = {each.opts[0] for each in command.params if isinstance(each, click.Option) and each.required}
    assert needed <= {word for word in words if word.startswith("--")} <= options
    arguments = [each for each in command.params if isinstance(each, click.Argument) and each.required]
    assert len([word for word in words if not word.startswith("--")]) >= len(arguments)
    assert f"bscb-docs {EXAMPLES[name]}" in CliRunner().invoke(main, [*name.split(), "--help"]).output
