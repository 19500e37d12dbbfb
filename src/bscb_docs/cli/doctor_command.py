"""The command that says what is there: LibreOffice, fonts, packages; what is missing, and what that costs.

Its words stand in `api/equipment.py`, where a script can ask for them too.
"""

from __future__ import annotations

import click

from bscb_docs.cli.printing import print_table


@click.command()
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
