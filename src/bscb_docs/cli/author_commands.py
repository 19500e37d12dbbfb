"""Commands for those who write plugins and templates, or start a board: what there is, new ones, and their checks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bscb_docs.cli.command_group import example, main
from bscb_docs.cli.command_options import plugin_files, print_form
from bscb_docs.cli.printing import leave, print_findings, print_table, shown, tell_findings

if TYPE_CHECKING:
    from bscb_docs import Catalogue

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
word_file = click.argument("file", type=_FILE)
word_files = click.argument("files", nargs=-1, required=True, type=_FILE)
house_option = click.option("--house", type=_FILE, help="A board's own house.docx.")


@main.command(epilog=example("sections"))
@plugin_files
def sections(plugins: tuple[Path, ...]) -> None:
    """Lists the sections that a document may name, with their options."""
    from bscb_docs import load_catalogue

    catalogue = load_catalogue(plugins)
    found = sorted(catalogue.sections.values(), key=lambda section: section.name)
    rows = [(section.name, section.part.value, ", ".join(section.options)) for section in found]
    print_table(("Section", "Where it stands", "Options"), rows)
    _tell_faults(catalogue)


@main.command("plugins", epilog=example("plugins --plugin visits.py"))
@plugin_files
def plugins(plugins: tuple[Path, ...]) -> None:
    """Lists the plugins that are installed or given, where each came from, and its version."""
    from bscb_docs import list_plugins, load_catalogue

    rows = [(each.name, each.source, each.version) for each in list_plugins(plugins)]
    print_table(("Plugin", "Where it comes from", "Version"), rows)
    _tell_faults(load_catalogue(plugins))


def _tell_faults(catalogue: Catalogue) -> None:
    """Prints what a plugin failed to give, and ends the run with 1 where one did."""
    print_findings(catalogue.findings)
    leave(catalogue.findings)


@main.command(epilog=example("kinds action"))
@click.argument("name", required=False)
@plugin_files
def kinds(name: str | None, plugins: tuple[Path, ...]) -> None:
    """Lists the kinds of record that a board may write, or tells all about one of them."""
    from bscb_docs import field_name, fold, load_catalogue
    from bscb_docs.authoring import kind_page

    catalogue = load_catalogue(plugins)
    if name is None:
        rows = [(kind.name, kind.plural, ", ".join(field_name(a) for a in kind.fields)) for kind in catalogue.kinds]
        print_table(("Kind", "In the plural", "Fields"), rows)
    elif kind := next((k for k in catalogue.kinds if fold(name) in {fold(k.name), fold(k.plural)}), None):
        click.echo(kind_page(kind).rstrip())
    else:
        print_findings(catalogue.findings)
        raise click.BadParameter(f"there is no kind called {name}; `bscb-docs kinds` lists them", param_hint="NAME")
    _tell_faults(catalogue)


@main.command(epilog=example("looks"))
def looks() -> None:
    """Lists the looks that a board may take with `new house`, and what each is for."""
    from bscb_docs.authoring import looks as all_looks

    print_table(("Look", "What it is"), [(look.name, look.about) for look in all_looks()])


@main.group(epilog=example("new board our-board"))
def new() -> None:
    """Writes a board, its look or a section to begin with; nothing that stands there is written over."""


@new.command("board", epilog=example("new board our-board"))
@click.argument("folder", type=click.Path(path_type=Path))
def new_board(folder: Path) -> None:
    """Writes a small board that builds at once, every file explained."""
    from bscb_docs.authoring import write_board

    for path in write_board(folder):
        click.echo(shown(path))


@new.command("house", epilog=example("new house our-board --look warm"))
@click.argument("board", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--look", "name", default="house", show_default=True, help="One of those that `bscb-docs looks` lists.")
def new_house(board: Path, name: str) -> None:
    """Writes a house.docx into a board's folder: its documents take their look from it, and Word changes it."""
    from bscb_docs.authoring import looks as all_looks
    from bscb_docs.authoring import write_look

    look = next((each for each in all_looks() if each.name == name), None)
    if look is None:
        raise click.BadParameter(f"there is no look called {name}; `bscb-docs looks` lists them", param_hint="--look")
    click.echo(shown(write_look(look, board)))


@new.command("section", epilog=example("new section visits"))
@click.argument("name")
@click.option("--folder", type=click.Path(path_type=Path), default=Path(), help="Where it is written.")
@click.option("--package", is_flag=True, help="Write a package that pip installs, not one file beside a board.")
def new_section(name: str, folder: Path, *, package: bool) -> None:
    """Writes a plugin that works at once: module, Word template, a kind with example data, and a test."""
    from bscb_docs.authoring import write_section

    for path in write_section(name, folder, package=package):
        click.echo(shown(path))


@main.group(epilog=example("template check visits.docx"))
def template() -> None:
    """Checks, shows and refreshes the Word templates of sections."""


@template.command("check", epilog=example("template check visits.docx --plugin visits.py"))
@word_file
@plugin_files
@house_option
@print_form
def check_one(file: Path, plugins: tuple[Path, ...], house: Path | None, form: str) -> None:
    """Says what would not work in a template, and where a person sees it in Word; needs no data."""
    from bscb_docs import Layout, check_template, document_text, load_catalogue

    catalogue = load_catalogue(plugins)
    using = next((s for s in catalogue.sections.values() if s.template.name == file.name), None)
    page, styles, filters = (using.page, using.styles, using.filters) if using else (None, (), ())
    sideways = using is not None and using.layout is Layout.LANDSCAPE
    found = check_template(file, page=page, styles=styles, filters=filters, house=house, landscape=sideways)
    found = (*catalogue.findings, *found)
    is_read = form == "text" and "TPL-01" not in {each.code for each in found}
    if using is None and is_read and "{{" in document_text(file):
        click.echo(f"No section uses {file.name}, so its names were not checked; give its plugin with --plugin.")
    tell_findings(found, form)


@template.command("text", epilog=example("template text visits.docx"))
@word_file
def show_text(file: Path) -> None:
    """Prints a template or document as lines of style and words, for review."""
    from bscb_docs import document_text

    click.echo(document_text(file).rstrip("\n"))


@template.command("sync", epilog=example("template sync visits.docx"))
@word_files
@house_option
def sync(files: tuple[Path, ...], house: Path | None) -> None:
    """Gives section templates the styles of house.docx, so that they look right when opened in Word."""
    from bscb_docs.authoring.sync_template import sync_file

    for file in files:
        changed = sync_file(file, house)
        click.echo(f"{shown(file)}{'' if changed else ' (unchanged)'}")


@template.command("complete", epilog=example("template complete our-board/house.docx"))
@word_files
def complete(files: tuple[Path, ...]) -> None:
    """Adds to a board's house.docx what the library's own has and it lacks: styles, lists, places for notes."""
    from bscb_docs.authoring.complete_house import complete_file

    for file in files:
        added = complete_file(file)
        click.echo(f"{shown(file)}: {', '.join(added) or 'nothing is lacking'}")


@main.command("check-document", epilog=example("check-document minutes.docx"))
@word_file
@print_form
def check_document(file: Path, form: str) -> None:
    """Says whether any Word file, also one made by hand, is valid, safe and accessible."""
    from bscb_docs import check_document as check_file

    tell_findings(check_file(file), form)
