"""Commands for those who write plugins and templates, or start a board: what there is, new ones, and their checks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bscb_docs.cli.board_commands import load_plugins, plugin_files, print_form
from bscb_docs.cli.printing import count_findings, leave, print_findings, print_table, shown

if TYPE_CHECKING:
    from bscb_docs.authoring import Proposal

word_file = click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))

house_option = click.option(
    "--house", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A board's own house.docx."
)


def add_author_commands(group: click.Group) -> None:
    """Gives the group the commands of this module."""
    for command in (sections, kinds, plugins, new, refresh, template, check_document):
        group.add_command(command)


@click.command()
@plugin_files
def sections(plugins: tuple[Path, ...]) -> None:
    """Lists the sections that a document may name, with their options."""
    from bscb_docs import load_catalogue

    found = load_catalogue(load_plugins(plugins)).sections
    rows = [(s.name, s.part.value, ", ".join(s.options)) for s in sorted(found.values(), key=lambda s: s.name)]
    print_table(("Section", "Where it stands", "Options"), rows)


@click.command("plugins")
@plugin_files
def plugins(plugins: tuple[Path, ...]) -> None:
    """Lists the plugins that are installed or given, where each came from, and its version."""
    from bscb_docs import list_plugins

    rows = [(each.name, each.source, each.version) for each in list_plugins(load_plugins(plugins))]
    print_table(("Plugin", "Where it comes from", "Version"), rows)


@click.command()
@click.argument("name", required=False)
@plugin_files
def kinds(name: str | None, plugins: tuple[Path, ...]) -> None:
    """Lists the kinds of record that a board may write, or tells all about one of them."""
    from bscb_docs import field_name, fold, load_catalogue
    from bscb_docs.authoring import kind_page

    found = load_catalogue(load_plugins(plugins)).kinds
    if name is None:
        rows = [(kind.name, kind.plural, ", ".join(field_name(a) for a in kind.fields)) for kind in found]
        print_table(("Kind", "In the plural", "Fields"), rows)
        return
    kind = next((k for k in found if fold(name) in {fold(k.name), fold(k.plural)}), None)
    if kind is None:
        raise click.BadParameter(f"there is no kind called {name}; `bscb-docs kinds` lists them", param_hint="NAME")
    click.echo(kind_page(kind).rstrip())


@click.group()
def new() -> None:
    """Writes a board or a section to begin with; nothing that stands there is written over."""


@new.command("board")
@click.argument("folder", type=click.Path(path_type=Path))
def new_board(folder: Path) -> None:
    """Writes a small board that builds at once, every file explained."""
    from bscb_docs.authoring import write_board

    for path in write_board(folder):
        click.echo(shown(path))


@click.command()
@click.argument("board", type=click.Path(path_type=Path))
@click.option("--years", required=True, help="The years that the new plan is for, as in 2019-20.")
@plugin_files
def refresh(board: Path, years: str, plugins: tuple[Path, ...]) -> None:
    """Carries open work into next year's draft, once it is said of each action and objective what it became.

    On a terminal each is asked for. Elsewhere a page is written to decide on: fill it in, and run the command again.
    Nothing old is changed but for `became:` lines; a second run changes nothing.
    """
    from bscb_docs import YearSpan
    from bscb_docs.authoring import carry_out, decisions_page, propose, read_decisions
    from bscb_docs.cli.board_commands import read

    try:
        span = YearSpan.from_text(years)
    except ValueError as fault:
        raise click.UsageError(f"{fault}.") from None
    records = read(board, plugins)
    proposals, page = propose(records, span), board / f"refresh-{span}.txt"
    if not proposals:
        click.echo(f"Every action and objective before {span} says what it became. Nothing was changed.")
        return
    decided = read_decisions(page.read_text(encoding="utf-8")) if page.exists() else {}
    if sys.stdin.isatty():
        decided |= {each.work.id: _ask(each) for each in proposals if each.work.id not in decided}
    elif not page.exists():
        page.write_text(decisions_page(proposals, span), encoding="utf-8")
        click.echo(f"{shown(page)} has a line for each of {len(proposals)}. Decide, and run the same command again.")
        return
    done = carry_out(records, span, {name: words for name, words in decided.items() if words})
    for path in done.changed:
        click.echo(shown(path))
    if done.waiting:
        click.echo(f"Still to be decided: {', '.join(done.waiting)}.")


def _ask(each: Proposal) -> str:
    """The decision of a person at the keyboard: what was proposed, other words, or none for later."""
    click.echo(f"\n{each.work.id} ({each.state}): {' '.join(str(each.work.text).split())}")
    proposed = _LATER if each.became.endswith("because ") else each.became
    asked = f'became (an id, "ended, because ...", or {_LATER} for later)'
    words: str = click.prompt(asked, default=proposed, value_proc=_decision)
    return words


_LATER = "-"


def _decision(words: str) -> str:
    """The words of a decision as typed, none for later; what says nothing, or no reason, is asked for again."""
    from bscb_docs import Became

    if words.strip() == _LATER:
        return ""
    try:
        became = Became.from_text(words)
    except ValueError as fault:
        raise click.UsageError(f"{fault}.") from None
    if became.ended and not became.because:
        raise click.UsageError("say why it ended: ended, because ...")
    return words.strip()


@new.command("section")
@click.argument("name")
@click.option("--folder", type=click.Path(path_type=Path), default=Path(), help="Where it is written.")
@click.option("--package", is_flag=True, help="Write a package that pip installs, not one file beside a board.")
def new_section(name: str, folder: Path, *, package: bool) -> None:
    """Writes a plugin that works at once: module, Word template, a kind with example data, and a test."""
    from bscb_docs.authoring import write_section

    for path in write_section(name, folder, package=package):
        click.echo(shown(path))


@click.group()
def template() -> None:
    """Checks, shows and refreshes the Word templates of sections."""


@template.command("check")
@word_file
@plugin_files
@house_option
@print_form
def check_one(file: Path, plugins: tuple[Path, ...], house: Path | None, form: str) -> None:
    """Says what would not work in a template, and where a person sees it in Word; needs no data."""
    from bscb_docs import check_template, load_catalogue

    catalogue = load_catalogue(load_plugins(plugins))
    using = next((s for s in catalogue.sections.values() if s.template.name == file.name), None)
    page, styles = (using.page, using.styles) if using else (None, ())
    found = check_template(file, page=page, styles=styles, house=house)
    print_findings(found, form)
    if form == "text":
        if using is None and file.name != "house.docx":
            click.echo(f"No section uses {file.name}, so its names were not checked; give its plugin with --plugin.")
        click.echo(count_findings(found))
    leave(found)


@template.command("text")
@word_file
def show_text(file: Path) -> None:
    """Prints a template or document as lines of style and words, for review."""
    from bscb_docs import document_text

    click.echo(document_text(file).rstrip("\n"))


@template.command("sync")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@house_option
def sync(files: tuple[Path, ...], house: Path | None) -> None:
    """Gives section templates the styles of house.docx, so that they look right when opened in Word."""
    from bscb_docs.authoring.sync_template import sync_file

    for file in files:
        changed = sync_file(file, house)
        click.echo(f"{shown(file)}{'' if changed else ' (unchanged)'}")


@click.command("check-document")
@word_file
@print_form
def check_document(file: Path, form: str) -> None:
    """Says whether any Word file, also one made by hand, is valid, safe and accessible."""
    from bscb_docs import check_document as check_file

    found = check_file(file)
    print_findings(found, form)
    if form == "text":
        click.echo(count_findings(found))
    leave(found)
