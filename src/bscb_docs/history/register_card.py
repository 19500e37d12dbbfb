"""Register card: what issuing writes into a version's own card in the board's register of documents."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.location import Place
from bscb_docs.records import fold

_HEADING = re.compile(r" {0,3}#")


def with_fields(text: str, place: Place, values: Mapping[str, str]) -> str:
    """The text of a file whose card at that place has those fields, in place of any it had; all else stays as typed.

    BoardError where the version stands in no card that a line can be written into.
    """
    lines = text.split("\n")
    at = place.line - 1
    if not 0 <= at < len(lines) or not _HEADING.match(lines[at].lstrip("\ufeff")):
        mend = "Write it as a card, as in: # Issue report 1.0"
        raise BoardError(f"{place}: the version stands in a table, where issuing cannot write. {mend}")
    end = at + 1
    while end < len(lines) and lines[end].strip():
        end += 1
    kept = [line for line in lines[at + 1 : end] if fold(line.partition(":")[0]) not in values]
    stop = "\r" if lines[at].endswith("\r") else ""
    new = [f"{name}: {value}{stop}" for name, value in values.items() if value]
    return "\n".join([*lines[: at + 1], *new, *kept, *lines[end:]])
