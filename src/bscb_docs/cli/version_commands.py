"""Commands for versions that stand: issue them, prove them, and tell what changed since."""

import sys
from pathlib import Path

import click

from bscb_docs.cli.command_group import STOPPED, example, main
from bscb_docs.cli.command_options import board_folder, named_documents, plugin_files, print_form, read
from bscb_docs.cli.printing import show_progress, shown


@main.command(epilog=example('issue our-board plan --by "Executive Board" --on "5 April 2026"'))
@board_folder
@named_documents
@click.option("--to-state", "state", type=click.Choice(["for approval", "approved"]), default="approved")
@click.option("--by", required=True, metavar="BODY", help='Who approved or circulated it: "Executive Board".')
@click.option("--on", required=True, metavar="DATE", help='On which day: "5 April 2018".')
@click.option("--no-pdf", is_flag=True, help="Keep no PDF beside the Word file: faster, without LibreOffice.")
@plugin_files
def issue(
    board: Path, documents: tuple[str, ...], state: str, by: str, on: str, plugins: tuple[Path, ...], *, no_pdf: bool
) -> None:
    """Freezes the version in hand: its files and records can then no longer change unseen."""
    from bscb_docs import issue_documents

    records = read(board, plugins)
    with show_progress("Building, checking and freezing"):
        done = issue_documents(records, documents or None, by=by, on=on, state=state, pages=not no_pdf, pdf=not no_pdf)
    for each in done:
        click.echo(f"{shown(each.folder)}: {each}, check code {each.line.code}")
    click.echo("Read the check codes into the minutes.")


@main.command(epilog=example("verify our-board"))
@board_folder
@plugin_files
def verify(board: Path, plugins: tuple[Path, ...]) -> None:
    """Says of every issued version whether it is as it was, and what differs."""
    from bscb_docs import verify_issues

    with show_progress("Building every issued version again"):
        found = verify_issues(read(board, plugins))
    for each in found:
        click.echo(str(each))
    if not found:
        click.echo("Nothing was issued.")
    if not all(each.stands for each in found):
        sys.exit(STOPPED)


@main.command(epilog=example("diff our-board plan --since 1.0"))
@board_folder
@click.argument("document", required=False)
@click.option("--since", metavar="VERSION", help="The version; else the one that was issued last.")
@click.option("--word", type=click.Path(path_type=Path), help="Write it as a Word file too, passages side by side.")
@click.option("--propose", is_flag=True, help='Print lines "changed:" for the card of the next version instead.')
@print_form
@plugin_files
def diff(
    board: Path,
    document: str | None,
    since: str | None,
    word: Path | None,
    plugins: tuple[Path, ...],
    form: str,
    *,
    propose: bool,
) -> None:
    """Says what changed since a version was issued: records, prose and figures."""
    from bscb_docs import changes_document, changes_since

    records = read(board, plugins)
    changes = changes_since(records, document, since)
    if propose:
        click.echo("\n".join(changes.proposals()))
    else:
        click.echo(changes.to_json() if form == "json" else str(changes))
    if word:
        click.echo(shown(changes_document(records, changes).save(word).path))


@main.command(epilog=example("compare edited.docx --board our-board --write 3"))
@click.argument("edited", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--board", required=True, type=click.Path(path_type=Path), help="The folder that it was built from.")
@click.option("--document", help="Which document it is, where it does not say so.")
@click.option("--write", "chosen", multiple=True, metavar="NUMBER", help='Write this change into its record; or "all".')
@plugin_files
def compare(
    edited: Path, board: Path, document: str | None, chosen: tuple[str, ...], plugins: tuple[Path, ...]
) -> None:
    """Lists what was changed by hand in a Word file, and the record, file and line that each came from."""
    from bscb_docs import BoardError, compare_edited, write_edits

    records = read(board, plugins)
    found = compare_edited(records, edited, document)
    for number, each in enumerate(found, 1):
        click.echo(f"{number}. {each}")
    if not found:
        click.echo("Nothing was changed.")
    writable = {str(number): each for number, each in enumerate(found, 1) if each.line}
    if chosen and found and not writable:
        raise BoardError("None of these can be written. Change the records yourself, at the lines that are named.")
    if unknown := [number for number in chosen if number != "all" and number not in writable]:
        raise click.UsageError(f"{unknown[0]} is no change that can be written. Those are: {', '.join(writable)}.")
    wanted = writable.values() if "all" in chosen else [writable[number] for number in dict.fromkeys(chosen)]
    for done in write_edits(records, wanted):
        click.echo(f"{shown(done.file)} was changed. To undo it, put the copy back: {shown(done.copy)}")
