"""Schema: the JSON Schema of a board's file, on which other programs may rely, with every kind of record."""

import inspect
import typing
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import Any

import attrs

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.interchange.board_json import VERSION, TranslatedRecord, classes_by_name
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.records import PartialDate, Prose, Ref, YearSpan
from bscb_docs.records.field_types import classes_in, hints_of, is_ref, parts_of, required_fields
from bscb_docs.records.values.period import Period

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Decimal: {"type": "string", "description": "A number in figures."},
    YearSpan: {"type": "string", "description": "Years, as in 2017-18."},
    type(None): {"type": "null"},
}
_TEXT = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


def json_schema(*, plugins: Iterable[ModuleType] = ()) -> dict[str, Any]:
    """The JSON Schema of what `to_json` writes, with every kind of the library and of the plugins."""
    kinds = load_catalogue(tuple(plugins)).kinds
    definitions: dict[str, Any] = {}
    records = {name: _list_of(_of_class(made, definitions)) for name, made in classes_by_name(kinds).items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The records of a board",
        "type": "object",
        "properties": {
            "bscb-docs": {"const": VERSION},
            "records": {"type": "object", "properties": dict(sorted(records.items())), "additionalProperties": False},
            "translations": _list_of(_of_class(TranslatedRecord, definitions)),
            "files": _list_of(_PLAIN[str]),
            "findings": _list_of(_of_class(Finding, definitions)),
            "as_at": _of_class(PartialDate, definitions),
            "period": _of_class(Period, definitions),
        },
        "required": ["bscb-docs", "records"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _list_of(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _of_class(made: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The reference to a class's definition, which is added where it is new."""
    if made.__name__ not in definitions:
        definitions[made.__name__] = {}  # it may hold itself
        hints = hints_of(made)
        described = (inspect.getdoc(made) or "").partition("\n")[0]
        definitions[made.__name__] = {
            "description": described,
            "type": "object",
            "properties": {
                each.name: _of_type(hints[each.name], definitions) for each in attrs.fields(made) if each.init
            },
            "required": sorted(required_fields(made)),
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{made.__name__}"}


def _of_type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    parts = parts_of(hint)
    if len(parts) > 1:
        return {"anyOf": [_of_type(part, definitions) for part in parts]}
    if hint in _PLAIN:
        return _PLAIN[hint]
    if typing.get_origin(hint) is tuple:
        args = typing.get_args(hint)
        if len(args) == 2 and args[1] is Ellipsis:
            return _list_of(_of_type(args[0], definitions))
        return {"type": "array", "prefixItems": [_of_type(arg, definitions) for arg in args], "items": False}
    if is_ref(hint) or hint is Prose:
        return _placed(hint, definitions)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    return _of_class(hint, definitions) if isinstance(hint, type) and attrs.has(hint) else {}


def _placed(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Text alone, or with the place that it stood at."""
    place = _of_type(hints_of(Ref)["place"], definitions)
    name = "text" if hint is Prose else "name"
    names = " or ".join(kind.__name__ for kind in classes_in(hint)) or "record"
    text = (
        {**_TEXT, "description": "Markdown."} if hint is Prose else {**_TEXT, "description": f"The name of a {names}."}
    )
    properties, required = {name: text, "place": place}, [name, "place"]
    if hint is Prose:
        properties["language"], required = _PLAIN[str], [name]
    together = {"properties": properties, "required": required, "additionalProperties": False}
    return {"anyOf": [text, {"type": "object", **together}]}
