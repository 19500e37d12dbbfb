"""The command: `bscb-docs`, a thin layer over the library that prints findings and says where files went.

Every import of the library stands inside the command that needs it, so that help and mistakes answer at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from bscb_docs.findings import Finding
    from bscb_docs.records import Board

STOPPED = 1
"""Exit code where something stops or could not be written; 2, from click, where the command was used wrongly."""

_board = click.argument("board", type=click.Path(path_type=Path))
_documents = click.argument("documents", nargs=-1)
_plugin = click.option(
    "--plugin", "plugins", multiple=True, type=click.Path(path_type=Path), help="A plugin in one file."
)
_format = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")


class _Commands(click.Group):
    """A group whose commands say what went wrong in one line: no traceback reaches a user."""

    def invoke(self, ctx: click.Context) -> Any:
        from bscb_docs.errors import BscbDocsError, StoppedError

        try:
            return super().invoke(ctx)
        except StoppedError as fault:
            _print_findings(fault.findings)
            click.echo(str(fault), err=True)
            ctx.exit(STOPPED)
        except BscbDocsError as fault:
            click.echo(str(fault), err=True)
            ctx.exit(STOPPED)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as fault:
            what = f"{type(fault).__name__}: {fault}"
            click.echo(f"bscb-docs itself failed, and your files are as they were. Please report this: {what}", err=True)
            ctx.exit(STOPPED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bscb-docs")
def main() -> None:
    """Sets a safeguarding board's plan, appendices and report in Word from one folder of records."""


@main.command()
@_board
@_documents
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("out"), help="Where files go.")
@click.option("--pdf", is_flag=True, help="Write an accessible PDF beside each document.")
@click.option("--no-pages", is_flag=True, help="Leave page numbers out of the contents: faster, without LibreOffice.")
@_plugin
def build(
    board: Path, documents: tuple[str, ...], out: Path, plugins: tuple[Path, ...], *, pdf: bool, no_pages: bool
) -> None:
    """Builds the documents of a board, or those that are named, and writes them."""
    from bscb_docs.papers import document_names
    from bscb_docs.press import catalogue_of, check, publish_pack

    records = _read(board, plugins)
    names = documents or document_names(records, catalogue_of(records))
    with _progress(f"Building {len(names)} documents"):
        published = publish_pack(records, names, out, pages=not no_pages, pdf=pdf)
    found = dict.fromkeys(check(records))
    for document in published:
        found.update(dict.fromkeys(document.built.findings))
    _print_findings(found)
    for document in published:
        beside = f" (the edited {document.saved.beside.name} was left alone)" if document.saved.beside else ""
        unchanged = "" if document.saved.changed else " (unchanged)"
        click.echo(f"{_shown(document.saved.path)}{beside}{unchanged}")
        if document.pdf:
            click.echo(_shown(document.pdf))
    _leave(found)


@main.command()
@_board
@_documents
@_format
@_plugin
def check(board: Path, documents: tuple[str, ...], plugins: tuple[Path, ...], form: str) -> None:
    """Says what disagrees in a board's records and documents, and what to do about it."""
    from bscb_docs.papers import document_names
    from bscb_docs.press import build, catalogue_of
    from bscb_docs.press import check as check_records

    records = _read(board, plugins)
    found = dict.fromkeys(check_records(records))
    for name in documents or document_names(records, catalogue_of(records)):
        found.update(dict.fromkeys(build(records, name).findings))
    _print_findings(found, form)
    if form == "text" and not found:
        click.echo("Nothing was found.")
    _leave(found)


@main.command("documents")
@_board
@_plugin
def list_documents(board: Path, plugins: tuple[Path, ...]) -> None:
    """Lists the documents that can be built, with version and state."""
    from bscb_docs.papers import document_names, plan_paper
    from bscb_docs.press import catalogue_of

    records = _read(board, plugins)
    catalogue = catalogue_of(records)
    rows = []
    for name in document_names(records, catalogue):
        document = plan_paper(records, name, catalogue).document
        state = document.issue.state.value if document.issue else "draft"
        rows.append((name, document.title, str(document.years or ""), f"{document.version} ({state})"))
    _print_table(("Document", "Title", "Years", "Version"), rows)


@main.command()
@_board
@_plugin
def figures(board: Path, plugins: tuple[Path, ...]) -> None:
    """Lists every figure and recorded name that prose may set, with its value and where it comes from."""
    from bscb_docs.press import list_figures

    rows = [(figure.name, str(figure), figure.source) for figure in list_figures(_read(board, plugins))]
    _print_table(("Name", "Value", "Where it comes from"), rows)


@main.command()
@_plugin
def sections(plugins: tuple[Path, ...]) -> None:
    """Lists the sections that a document may name, with their options."""
    from bscb_docs.catalogue import load_catalogue

    found = load_catalogue(_modules(plugins)).sections
    rows = [(s.name, s.part.value, ", ".join(s.options)) for s in sorted(found.values(), key=lambda s: s.name)]
    _print_table(("Section", "Where it stands", "Options"), rows)


@main.command()
@_plugin
def kinds(plugins: tuple[Path, ...]) -> None:
    """Lists the kinds of record that a board may write, with their fields."""
    from bscb_docs.catalogue import load_catalogue
    from bscb_docs.records import field_name

    found = load_catalogue(_modules(plugins)).kinds
    rows = [(kind.name, kind.plural, ", ".join(field_name(a) for a in kind.fields)) for kind in found]
    _print_table(("Kind", "In the plural", "Fields"), rows)


def _read(folder: Path, plugins: tuple[Path, ...]) -> Board:
    from bscb_docs.press import read_board

    return read_board(folder, plugins=_modules(plugins))


def _modules(plugins: Iterable[Path]) -> list[Any]:
    from bscb_docs.loading import load_plugin_file

    return [load_plugin_file(path) for path in plugins]


def _progress(words: str) -> Any:
    """A spinner on a terminal; in a pipe nothing, so that what is printed stays plain lines."""
    if not sys.stderr.isatty():
        import contextlib

        return contextlib.nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(words)


def _print_findings(findings: Iterable[Finding], form: str = "text") -> None:
    found = list(findings)
    if form == "json":
        click.echo(json.dumps([_as_json(finding) for finding in found], indent=2, ensure_ascii=False))
        return
    for finding in found:
        accepted = f" Accepted by {finding.accepted.by}: {finding.accepted.reason}" if finding.accepted else ""
        click.echo(f"{finding.severity.value}: {finding}{accepted}")


def _as_json(finding: Finding) -> dict[str, Any]:
    accepted = finding.accepted
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "within": finding.place.within,
        "mend": finding.mend,
        "accepted": {"by": accepted.by, "on": accepted.on, "reason": accepted.reason} if accepted else None,
    }


def _print_table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """A table on a terminal; lines of cells set apart by tabs in a pipe."""
    if not sys.stdout.isatty():
        for row in (header, *rows):
            click.echo("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*header)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def _shown(path: Path) -> str:
    """A path as short as it can be said from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _leave(findings: Iterable[Finding]) -> None:
    if any(finding.stops for finding in findings):
        sys.exit(STOPPED)
