"""Checked: an attrs class whose values are held against its annotations when one is made."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import attrs
from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared, kept_by_class
from bscb_docs.diagnostics.errors import FieldError
from bscb_docs.records.field_fits import Fit, fit_of
from bscb_docs.records.field_types import hints_of, is_required


class Checked(Compared):
    """The base of what scripts and plugins make; a value that does not fit its field is a FieldError at once.

    A class with more to ask than its annotations say writes `check_values`, which raises a ValueError whose words are
    "what is wrong; what to do". A class with an `__attrs_post_init__` of its own calls this one in it.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        """Keeps each value as its field takes it; FieldError for the first that it does not take."""
        own = _fits_of(type(self))
        values = own.values_of(self)
        for at, name, unset, fit in own[tuple(map(type, values))]:
            value = values[at]
            if value is not unset:
                try:
                    kept = fit(value)
                except ValueError as fault:
                    raise FieldError(f"{_said(self)}, {name}", str(fault)) from None
                if kept is not value:
                    object.__setattr__(self, name, kept)
        try:
            self.check_values()
        except ValueError as fault:
            raise FieldError(_said(self), str(fault)) from None

    def check_values(self) -> None:
        """Raises a ValueError, "what is wrong; what to do", where values that each fit do not fit together."""


Doubtful = tuple[tuple[int, str, Any, Fit], ...]
"""Fields that must be looked at: where among the values each stands, its name, its default, and what fits a value."""


@frozen(eq=False)
class _Fits(dict[tuple[type, ...], Doubtful]):
    """By the types of values that were met, the fields of a class that these alone do not let pass: most have few."""

    fields: tuple[tuple[str, Any, set[type], Fit], ...]
    """The name of each, its default if that fits, the types that fit as they are, and what fits any other value."""
    values_of: Callable[[Any], tuple[Any, ...]]

    def __missing__(self, types: tuple[type, ...]) -> Doubtful:
        """Which of the fields must be looked at where their values are of these types."""
        paired = enumerate(zip(types, self.fields, strict=True))
        left = ((at, of) for at, (kind, of) in paired if kind not in of[2])
        self[types] = tuple((at, name, unset, fit) for at, (name, unset, _, fit) in left)
        return self[types]


@kept_by_class
def _fits_of(made: type) -> _Fits:
    """What a class takes; FieldError where a name in its annotations is not known."""
    try:
        hints = hints_of(made)
    except NameError as fault:
        mend = "define them at the top of a module, not within a function"
        raise FieldError(made.__name__, f"the types of its fields are not known: {fault}; {mend}") from None
    fits = ((each, fit_of(hints[each.name])) for each in attrs.fields(made))
    held = tuple(
        (each.name, object() if is_required(each, hints[each.name]) else each.default, *fit)
        for each, fit in fits
        if fit
    )
    names = [name for name, *_ in held]
    several = attrgetter(*names) if len(names) > 1 else lambda made: tuple(getattr(made, name) for name in names)
    return _Fits(held, several)


def _said(made: object) -> str:
    """What was made, as a message names it: its class, and its id, title or name."""
    names = (getattr(made, name, None) for name in ("id", "name", "title", "code"))
    name = next((name for name in names if name and isinstance(name, str)), "")
    return f"{type(made).__name__} {name}".strip()
