"""Records of any class with whatever values their annotations allow, for property tests."""

import typing
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from bscb_docs import FieldError, PartialDate, Place, Prose, Ref, YearSpan
from bscb_docs.reading.source_lines import BAD
from bscb_docs.records import Record
from bscb_docs.records.field_types import hints_of, is_ref, parts_of
from bscb_docs.records.values.amount import Amount
from bscb_docs.records.values.period import Period

words = (
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
    .filter(str.strip)
    .filter(lambda text: not BAD.search(text))
)
lines = st.lists(words, min_size=1, max_size=3).map("\n".join)
days = st.dates(date(1950, 1, 1), date(2050, 1, 1))
places = st.builds(Place, words, st.integers(0, 99), st.integers(0, 9), st.sampled_from(["", "sheet A"]))
_year_spans = st.tuples(st.integers(1900, 2099), st.integers(0, 20)).map(lambda span: YearSpan(span[0], sum(span)))
_KNOWN: dict[Any, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(),
    bool: st.booleans(),
    date: days,
    Decimal: st.decimals(allow_nan=False, allow_infinity=False),
    Place: places,
    Prose: st.builds(Prose, lines, places),
    YearSpan: _year_spans,
    PartialDate: st.tuples(days, days, words).map(lambda made: PartialDate(*sorted(made[:2]), made[2])),
    Period: _year_spans.map(Period.of),
    Amount: st.builds(Amount, st.decimals(allow_nan=False, allow_infinity=False), st.none(), words, words),
}


def records_of(made: type[Record]) -> st.SearchStrategy[Any]:
    """Records of that class, each field given or not."""
    hints = hints_of(made)
    given = {each.name: values_of(hints[each.name]) for each in attrs.fields(made) if each.init}
    if "colour" in given:
        given["colour"] = st.sampled_from(("00703C", "accent 5"))
    needed = {each.name for each in attrs.fields(made) if each.default is attrs.NOTHING}
    optional = {name: strategy for name, strategy in given.items() if name not in needed}
    values = st.fixed_dictionaries({name: given[name] for name in needed}, optional=optional)
    return values.map(lambda values: _agreeing(made, values))


def _agreeing(made: type[Record], values: dict[str, Any]) -> Record:
    """A record of these values; values that its class refuses together are not tried."""
    try:
        return made(**values)
    except FieldError:
        reject()


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of that type."""
    if hint in _KNOWN:
        return _KNOWN[hint]
    if len(parts_of(hint)) > 1:
        return st.one_of(*(st.none() if part is type(None) else values_of(part) for part in parts_of(hint)))
    if is_ref(hint):
        return st.builds(Ref, words, places)
    if typing.get_origin(hint) is tuple:
        args = typing.get_args(hint)
        if args[-1] is Ellipsis:
            return st.lists(values_of(args[0]), max_size=2).map(tuple)
        return st.tuples(*map(values_of, args))
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    return records_of(hint)
