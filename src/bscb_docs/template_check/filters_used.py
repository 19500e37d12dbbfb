"""Filters used: what a filter makes of a value, by its type, and which values it cannot take."""

from typing import Any

from jinja2 import nodes

from bscb_docs.ooxml.pictures import PictureFile
from bscb_docs.template_check import type_hints as hints
from bscb_docs.template_engine.tags import FILTERS

DEFAULTS = frozenset({"default", "d"})
ORDERED = frozenset({"lt", "lteq", "gt", "gteq"})

_SAME = frozenset({"list", "reverse", "sort", "unique", "select", "reject", "selectattr", "rejectattr"})
_ONE_OF = frozenset({"first", "last", "max", "min"})
_COUNTS = frozenset({"length", "count", "sum", "int", "wordcount"})
_OF_MAPPINGS = frozenset({"dictsort", "items"})
_PICTURES = frozenset((Any, PictureFile, tuple[PictureFile, ...]))
_BY_FIRST = frozenset({"attr", "groupby", "selectattr", "rejectattr"})
"""Filters whose first word is the name of a field; to others it is given as `attribute=`."""


def takes_nothing(node: nodes.Filter) -> bool:
    """True of `default` where it stands in for what is empty too, and not only for what there is not."""
    return node.name in DEFAULTS and (len(node.args) > 1 or bool(node.kwargs))


def attribute_of(node: nodes.Filter) -> str:
    """The field by whose name a filter goes through a list, or which it takes; "" where none is named."""
    given = [pair.value for pair in node.kwargs if pair.key == "attribute"]
    given += node.args[:1] if node.name in _BY_FIRST else []
    return next((each.value for each in given if isinstance(each, nodes.Const) and isinstance(each.value, str)), "")


def refused(node: nodes.Filter, hint: Any) -> tuple[str, str] | None:
    """What is wrong, and what to do, where a filter cannot take a value of that type."""
    kinds = {hints.kind_of(each) for each in hints.members(hint)}
    if node.name == "picture" and not _PICTURES.issuperset(hints.members(hint)):
        return "`picture` sets a PictureFile, and it is none", "Give the page a PictureFile."
    if node.name in _OF_MAPPINGS and "a list" in kinds:
        return f"`{node.name}` takes names with their values, and it is a list", "Loop over it."
    if node.name in {"abs", "round", "contents"} and not kinds <= {"a number", "a thing", "anything"}:
        return f"`{node.name}` takes a number, and it is {hints.called(hint)}", "Give it a number."
    if node.name == "join" and not attribute_of(node):
        for each in hints.members(hints.elements_of(hint)):
            if each is not float and not hints.is_printable(each):
                return (
                    f"`join` takes words, and each is {hints.called(each)}",
                    'Say which field, as in attribute="title".',
                )
    return None


def filtered(name: str, hint: Any, inner: Any) -> Any:
    """What a filter makes of a value of that type; `inner` is the type of the field that it was told to take."""
    if name in FILTERS or name in {"join", "upper", "lower", "title", "capitalize", "trim", "string"}:
        return str
    if name in _COUNTS:
        return int
    if name in _SAME | DEFAULTS:
        return hint
    if name in _ONE_OF:
        return hints.elements_of(hint)
    if name == "map" and inner is not None:
        return tuple[inner, ...]
    return inner if name == "attr" and inner is not None else Any
