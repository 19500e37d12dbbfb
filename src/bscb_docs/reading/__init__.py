"""A board folder as typed records and findings; the only room that knows cattrs and openpyxl."""

from bscb_docs.reading.adding import add_records
from bscb_docs.reading.codes import CODES
from bscb_docs.reading.folder import read_board

__all__ = ["CODES", "add_records", "read_board"]
