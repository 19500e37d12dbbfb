"""A board as JSON for other programs and for keeping: written, read back without loss, and its schema."""

from bscb_docs.interchange.board_json import read_json, write_json
from bscb_docs.interchange.schema import schema_of

__all__ = ["read_json", "schema_of", "write_json"]
