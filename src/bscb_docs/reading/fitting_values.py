"""Fitting values: of fields that are plain words to the records, those that make sense."""

from typing import Any

import attrs

from bscb_docs.diagnostics.safe_links import full_address, is_safe_link
from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.reading.value_readers import Refused, refused
from bscb_docs.records import Record, fold
from bscb_docs.records.status import ScaleStep, check_colour

_ADDRESSES = {"website": (full_address, "www.example.org"), "email": ("mailto:{}".format, "partnership@example.org")}
"""Fields that are printed as links: what their words lead to, and an example."""


def known_words(record: type[Record], attribute: str) -> tuple[str, ...]:
    """The words that make sense in a field; none where any words do."""
    field = attrs.fields_dict(record).get(attribute)
    return field.metadata.get("words", ()) if field else ()


def has_choices(record: type[Record], attribute: str) -> bool:
    """True where only some values of a field make sense."""
    return bool(known_words(record, attribute)) or attribute in _ADDRESSES or _is_colour(record, attribute)


def fitting(record: type[Record], attribute: str, typed: Any) -> Any:
    """The value, as its field's list of words writes it; Refused, the value being kept, where it is not in the list."""
    if _is_colour(record, attribute):
        try:
            check_colour(typed)
        except ValueError as fault:
            raise refused(fault, "REC-15") from None
    if attribute in _ADDRESSES:
        leads_to, example = _ADDRESSES[attribute]
        if "://" not in typed and not is_safe_link(leads_to(typed)):
            raise Refused("REC-06", f'"{typed}" is no address that can be followed.', f"Write it as: {example}.")
    known = known_words(record, attribute)
    if not known:
        return typed
    for word in known:
        if fold(word) == fold(typed):
            return word
    mend = did_you_mean(typed, known)
    raise Refused("REC-15", f'"{typed}" is none of the words that can stand here.', mend, typed)


def _is_colour(record: type[Record], attribute: str) -> bool:
    return attribute == "colour" and issubclass(record, ScaleStep)
