"""The command: `bscb-docs`, a thin layer over the library that prints findings and says where files went.

Every import of the library stands inside the command that needs it, so that help and mistakes answer at once.
"""

from bscb_docs.cli import author_commands, board_commands, form_commands, version_commands
from bscb_docs.cli.command_group import main
from bscb_docs.cli.doctor_command import doctor
from bscb_docs.cli.examples import add_examples
from bscb_docs.cli.refresh_command import refresh

for module in (board_commands, author_commands, form_commands, version_commands):
    for command in module.COMMANDS:
        main.add_command(command)
main.add_command(doctor)
main.add_command(refresh)
add_examples(main)

__all__ = ["main"]
