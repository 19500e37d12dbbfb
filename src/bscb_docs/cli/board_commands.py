"""Commands for those who keep a board's records: build, check, and what the records hold."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bscb_docs.cli.command_group import example, main
from bscb_docs.cli.command_options import board_folder, day, named_documents, out_folder, plugin_files, print_form, read
from bscb_docs.cli.printing import leave, print_findings, print_table, show_progress, shown, tell_findings

if TYPE_CHECKING:
    from bscb_docs import PartialDate


@main.command(epilog=example("build our-board plan --out out --pdf"))
@board_folder
@named_documents
@out_folder
@click.option("--pdf", is_flag=True, help="Write an accessible PDF beside each document.")
@click.option("--no-pages", is_flag=True, help="Leave page numbers out of the contents: faster, without LibreOffice.")
@plugin_files
def build(
    board: Path, documents: tuple[str, ...], out: Path, plugins: tuple[Path, ...], *, pdf: bool, no_pages: bool
) -> None:
    """Builds the documents of a board, or those that are named, and writes them."""
    from bscb_docs import document_names, publish_pack, read_board

    records = read_board(board, plugins=plugins)
    names = documents or document_names(records)
    with show_progress(f"Building {len(names)} documents"):
        published = publish_pack(records, names, out, pages=not no_pages, pdf=pdf)
    found = dict.fromkeys(finding for document in published for finding in document.findings)
    print_findings(found)
    for document in published:
        beside = f" (the edited {document.saved.beside.name} was left alone)" if document.saved.beside else ""
        unchanged = "" if document.saved.changed else " (unchanged)"
        click.echo(f"{shown(document.saved.path)}{beside}{unchanged}")
        if document.pdf:
            edited = document.saved.path.with_suffix(".pdf")
            beside = "" if document.pdf == edited else f" (the edited {edited.name} was left alone)"
            click.echo(f"{shown(document.pdf)}{beside}")
    leave(found)


@main.command("build-many", epilog=example("build-many boards --out out --jobs 4"))
@click.argument("folder", type=click.Path(path_type=Path))
@out_folder
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes; as many as there are cores by default.")
@click.option("--pages", is_flag=True, help="Put page numbers into the contents: slower, needs LibreOffice.")
def build_many(folder: Path, out: Path, jobs: int | None, *, pages: bool) -> None:
    """Builds every document of every board in a folder, skipping what is unchanged."""
    from bscb_docs.cli.many_boards import build_boards

    build_boards(folder, out, jobs, pages=pages)


@main.command(epilog=example("check our-board plan --all"))
@board_folder
@named_documents
@print_form
@click.option("--all", "every_place", is_flag=True, help="Name every place of what is wrong at several.")
@plugin_files
def check(board: Path, documents: tuple[str, ...], plugins: tuple[Path, ...], form: str, *, every_place: bool) -> None:
    """Says what disagrees in a board's records and documents, and what to do about it."""
    from bscb_docs import check_documents, read_board

    tell_findings(check_documents(read_board(board, plugins=plugins), documents or None), form, every_place=every_place)


@main.command("documents", epilog=example("documents our-board"))
@board_folder
@plugin_files
def list_documents(board: Path, plugins: tuple[Path, ...]) -> None:
    """Lists the documents that can be built, with version and state."""
    from bscb_docs import list_documents as documents_of

    rows = []
    for document in documents_of(read(board, plugins)):
        state = document.issue.state.value if document.issue else "draft"
        rows.append((document.name, document.title, str(document.years or ""), f"{document.version} ({state})"))
    print_table(("Document", "Title", "Years", "Version"), rows)


@main.command("list", epilog=example('list our-board actions --overdue --owner "Exampleshire Council"'))
@board_folder
@click.argument("kind", type=click.Choice(["actions", "objectives", "tasks", "recommendations"]))
@click.option("--overdue", is_flag=True, help="Open, and past the deadline in force.")
@click.option("--only", default="", metavar="WORDS", help='How it stands: "off course or slipped twice".')
@click.option("--owner", default="", metavar="NAME", help="Who owns or supports it.")
@click.option("--body", default="", metavar="NAME", help="Whose work it is.")
@click.option("--priority", default="", metavar="NAME", help="The priority that it serves.")
@click.option("--at", type=day, metavar="DATE", help="The day, as in 30 June 2025; else the report's.")
@plugin_files
def list_work(
    board: Path,
    kind: str,
    only: str,
    owner: str,
    body: str,
    priority: str,
    at: PartialDate | None,
    plugins: tuple[Path, ...],
    *,
    overdue: bool,
) -> None:
    """Lists work with its owner, its deadline and how it stands, all of it or what is asked for."""
    from bscb_docs import Choice, list_standings

    try:
        choice = Choice(" and ".join(filter(None, ("overdue" * overdue, only))), owner, body, priority)
    except ValueError as fault:
        raise click.UsageError(f"{fault}.") from None
    rows = list_standings(read(board, plugins), kind, choice, at)
    print_table((kind.capitalize(), "Owner", "Deadline", "Status", "Overdue"), rows)


@main.command(epilog=example("figures our-board"))
@board_folder
@plugin_files
def figures(board: Path, plugins: tuple[Path, ...]) -> None:
    """Lists every figure and recorded name that prose may set, with its value and where it comes from."""
    from bscb_docs import list_figures

    rows = [(figure.name, str(figure), figure.source) for figure in list_figures(read(board, plugins))]
    print_table(("Name", "Value", "Where it comes from"), rows)


@main.command(epilog=example("facts our-board report"))
@board_folder
@named_documents
@print_form
@click.option("--all", "every_fact", is_flag=True, help="List also what a record bears.")
@plugin_files
def facts(board: Path, documents: tuple[str, ...], plugins: tuple[Path, ...], form: str, *, every_fact: bool) -> None:
    """Lists what documents say in words typed by hand and no record bears, to be read against its source."""
    from bscb_docs import list_facts

    found = list_facts(read(board, plugins), documents or None)
    rows: dict[tuple[str, ...], dict[str, None]] = {}
    for is_near, each in product((True, False), found):  # what a record has otherwise, first
        listed = (fact for fact in each.facts if every_fact or fact.figure or not fact.vouched_by)
        for fact in (fact for fact in listed if bool(fact.nearly) is is_near):
            row = (fact.words, fact.context, str(fact.place), fact.borne, "" if fact.vouched_by else fact.sign)
            rows.setdefault(row, {})[each.document] = None
    if form == "json":
        names = ("words", "context", "place", "borne", "sign")
        told = [{"documents": [*printed], **dict(zip(names, row, strict=True))} for row, printed in rows.items()]
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    cells = [(*row, ", ".join(printed)) for row, printed in rows.items()]
    print_table(("Typed", "In its sentence", "Where", "What bears it", "Sign", "Printed in"), cells)
    for each in (each for each in found if each.facts):
        click.echo(f"{each.document}: {each}")


@main.command(epilog=example("trace our-board school exclusions"))
@board_folder
@click.argument("words", nargs=-1, required=True)
@plugin_files
def trace(board: Path, words: tuple[str, ...], plugins: tuple[Path, ...]) -> None:
    """Answers "what happened to ...?": where words stand, what was reported of them, what they became."""
    from bscb_docs import figures_of
    from bscb_docs import trace as trace_words

    records = read(board, plugins)
    click.echo(str(trace_words(records, " ".join(words), figures_of(records))).rstrip())


@main.command(epilog=example("doctor"))
def doctor() -> None:
    """Says what this computer has of all that the library can use, what is missing, and what that costs."""
    from bscb_docs import list_equipment

    found = list_equipment()
    print_table(("What", "Found"), [(each.name, each.found or "missing") for each in found])
    for each in found:
        if not each.found:
            click.echo(f"Without {each.name}: {each.costs} {each.mend}")
    if all(each.found for each in found):
        click.echo("Nothing is missing.")
