"""The example under each command's help: it is there, and can be typed."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bscb_docs.cli import main


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


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_ends_with_an_example_that_can_be_typed(name: str) -> None:
    """Its words are the command's, and its options are those that the command has."""
    _, begins, typed = CliRunner().invoke(main, [*name.split(), "--help"]).output.partition("Example:\n")
    words = shlex.split(typed.replace("bscb-docs", "", 1))
    assert begins
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


def typed_in(page: str) -> Iterator[str]:
    """What follows `bscb-docs` wherever a page of the documentation types it, in a line or among words."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    among_words = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", page, flags=re.DOTALL | re.MULTILINE))
    for words in (*lines, *among_words):
        if match := re.match(r"(?:\.venv/bin/)?bscb-docs ([a-z].*)", words):
            yield from (each for each in [match[1].partition("  #")[0]] if not re.search(r"[|\[]", each))


ROOT = Path(__file__).parents[2]
TYPED = [
    (page.relative_to(ROOT).as_posix(), words)
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
    for words in typed_in(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "words"), TYPED, ids=[f"{page}: {words}" for page, words in TYPED])
def test_a_command_of_the_documentation_can_be_typed(page: str, words: str) -> None:
    """There is a command of that name, and it has each of the options."""
    command: click.Command = main
    typed = shlex.split(words)
    while isinstance(command, click.Group) and typed and not typed[0].startswith("--"):
        command = command.commands[typed.pop(0)]
    options = {option for each in command.params for option in each.opts} | {"--help", "--traceback"}
    assert {word for word in typed if word.startswith("--")} <= options
