"""Page fits: whether what a plugin gave for a page, or as the default of a record's field, is what its class says."""

import typing
from collections.abc import Sequence
from itertools import chain
from typing import Any

from attrs import NOTHING, fields, has

from bscb_docs.diagnostics.phrases import sentences
from bscb_docs.records import Checked
from bscb_docs.records.field_fits import fit_of, shown
from bscb_docs.records.field_types import hints_of, parts_of, without_none


def misfit(page: Any) -> str:
    """What does not fit its field, in a page and in every row of the lists of it; "" where all does.

    Of the values that rows have in one field, one of each type is tried. What is `Checked` was held against its fields
    when it was made, and text is as good as the prose or the runs that are made of it.
    """
    return _misfit(type(page), [page])


def _misfit(made: type, rows: Sequence[Any]) -> str:
    try:
        hints = hints_of(made)
    except NameError:  # a type that is imported for type checkers alone
        return ""
    for name in (each.name for each in fields(made)):
        values = [getattr(row, name) for row in rows]
        by_type = {type(value): value for value in values}
        tried = (_wrong(f"{made.__name__}.{name}", hints[name], value) for value in by_type.values())
        inner: dict[type, list[Any]] = {}
        for each in (each for value in values for each in (value if isinstance(value, tuple) else (value,))):
            inner.setdefault(type(each), []).append(each)
        below = (_misfit(kind, each) for kind, each in inner.items() if has(kind) and not issubclass(kind, Checked))
        if found := next(filter(None, chain(tried, below)), ""):
            return found
    return ""


def _wrong(field: str, hint: Any, value: Any) -> str:
    origin = typing.get_origin(without_none(hint)) or hint
    if isinstance(value, str) and origin in (tuple, list, Sequence):
        return f"gave words for {field}, which holds several. Put them in brackets, with a comma behind."
    if isinstance(value, list) and origin is tuple:
        return f"gave a list for {field}, which is a tuple. Write tuple(...) around it."
    found = fit_of(hint) if type(value) is not hint and isinstance(value, str | int | float) else None
    if found and type(value) not in found[0] and not (isinstance(value, int) and float in parts_of(hint)):
        try:
            found[1](value)
        except ValueError as fault:
            return " ".join((f"gave a value that {field} does not take:", *sentences(str(fault))))
    return ""


def wrong_default(record: type) -> str:
    """The field of a class whose default is not as the field keeps it, such as a list, and what to write; else "".

    So is one that may be None and has no default: every record would have to give what it need not have.
    """
    hints = hints_of(record)
    for each in fields(record):
        if each.default is NOTHING and type(None) in typing.get_args(hints[each.name]):
            return f"{each.name} may be None and has no default. Write `= one()` behind it, or take `| None` away."
        if each.default is None and not each.metadata and type(None) not in parts_of(hints[each.name]):
            return f"{each.name} is None by default, which its type does not take. Write `= one()` and `| None` there."
        found = fit_of(hints[each.name])
        if not found or each.default in (None, NOTHING) or hasattr(each.default, "factory"):
            continue
        try:
            kept = each.default if type(each.default) in found[0] else found[1](each.default)
        except ValueError as fault:
            return " ".join((f"{each.name} has a default that it does not take:", *sentences(str(fault))))
        if kept is not each.default:
            given, wanted = shown(each.default), type(kept).__name__
            return f"{each.name} has {given} as its default, where it keeps a {wanted}. Write {kept!r}."
    return ""
