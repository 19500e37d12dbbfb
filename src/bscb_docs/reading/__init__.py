"""A board folder as typed records and findings; the only room that knows cattrs and openpyxl."""

from bscb_docs.reading.folder import read_board
from bscb_docs.reading.script_records import add_records

__all__ = ["add_records", "read_board"]
