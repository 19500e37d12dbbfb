"""The command: `bscb-docs`, a thin layer over the library that prints findings and says where files went.

Every import of the library stands inside the command that needs it, so that help and mistakes answer at once.
"""

from bscb_docs.cli import author_commands, board_commands, form_commands, refresh_command, version_commands
from bscb_docs.cli.command_group import main

__all__ = ["main"]
