"""A board folder as typed records and findings; the only room that knows cattrs and openpyxl."""

from bscb_docs.diagnostics.reading_codes import CODES
from bscb_docs.reading.folder import read_board
from bscb_docs.reading.script_records import add_records

__all__ = ["CODES", "add_records", "read_board"]
