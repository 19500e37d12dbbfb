"""A board folder as typed records and findings; the only room that knows cattrs and openpyxl."""

from bscb_docs.reading.codes import CODES
from bscb_docs.reading.folder import read_board

__all__ = ["CODES", "read_board"]
