"""The command: `bscb-docs`, a thin layer over the library that prints findings and says where files went.

Every import of the library stands inside the command that needs it, so that help and mistakes answer at once.
"""

from bscb_docs.cli.author_commands import add_author_commands
from bscb_docs.cli.board_commands import add_board_commands
from bscb_docs.cli.command_group import main
from bscb_docs.cli.doctor_command import doctor
from bscb_docs.cli.examples import add_examples
from bscb_docs.cli.form_commands import add_form_commands
from bscb_docs.cli.refresh_command import refresh
from bscb_docs.cli.version_commands import add_version_commands

add_board_commands(main)
add_author_commands(main)
add_form_commands(main)
add_version_commands(main)
main.add_command(doctor)
main.add_command(refresh)
add_examples(main)

__all__ = ["main"]
