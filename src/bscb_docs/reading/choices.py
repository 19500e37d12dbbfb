"""Fields that are plain words to the records, but of which only some make sense."""

from __future__ import annotations

import re
from typing import Any

from bscb_docs.reading.nearest import did_you_mean
from bscb_docs.records import BoardDetails, Body, Meeting, Record, Status

_WORDS: dict[tuple[type[Record], str], tuple[str, ...]] = {
    (Meeting, "state"): ("planned", "held", "cancelled"),
    (Body, "kind"): (
        "board",
        "executive",
        "sub-group",
        "panel",
        "task-and-finish",
        "assembly",
        "forum",
        "related",
        "external",
        "secretariat",
    ),
    (BoardDetails, "regime"): ("LSCB 2015", "MASA 2018", "MASA 2023", "SAB", "other"),
}
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


def unfit(record: type[Record], attribute: str, typed: Any) -> tuple[str, str] | None:
    """What is wrong with a value and its mend, where it is none of the words its field is for."""
    if (record, attribute) == (Status, "colour") and not _COLOUR.fullmatch(typed):
        return f'"{typed}" is no colour.', "Write six figures and letters from A to F, as in 00703C."
    known = _WORDS.get((record, attribute))
    if known and typed not in known:
        return f'"{typed}" is none of the words that can stand here.', did_you_mean(typed, known)
    return None
