"""Scopes: the names that are known where a tag stands, and the values that were asked for before it."""

import re
from collections.abc import Iterable
from typing import Any

from attrs import define, field, frozen
from jinja2 import nodes

from bscb_docs.diagnostics.suggestions import nearest, question_of

_MOST_LISTED = 12
"""Names that a finding lists where none is near; more would not be read."""


@frozen
class Loop:
    """What `loop` knows inside a `for`."""

    index: int
    index0: int
    revindex: int
    revindex0: int
    first: bool
    last: bool
    length: int
    depth: int
    depth0: int
    previtem: Any
    nextitem: Any
    cycle: Any
    changed: Any


@define
class Scope:
    """The names known inside one `for` or `if`, and the values that are known to be there."""

    word: str
    names: dict[str, Any] = field(factory=dict)
    present: frozenset[str] = frozenset()
    otherwise: frozenset[str] = frozenset()
    """What is known to be there after `else`."""


def path_of(node: nodes.Node) -> str:
    """A name with its fields, as typed: "action.due"; nothing for other expressions."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        before = path_of(node.node)
        return f"{before}.{node.attr}" if before else ""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        before = path_of(node.node)
        return f"{before}[{node.arg.value!r}]" if before else ""
    return ""


def present_if(test: nodes.Node, *, value: bool) -> frozenset[str]:
    """The names that are known to be there where a test came out as that."""
    if isinstance(test, nodes.Not):
        return present_if(test.node, value=not value)
    if isinstance(test, nodes.And if value else nodes.Or):
        return present_if(test.left, value=value) | present_if(test.right, value=value)
    if isinstance(test, nodes.Test) and test.name == "none":
        return frozenset() if value else frozenset({path_of(test.node)} - {""})
    if isinstance(test, nodes.Compare) and value and not {"ne", "notin"} & {operand.op for operand in test.ops}:
        return present_if(test.expr, value=True)
    return frozenset({path_of(test)} - {""}) if value and not isinstance(test, nodes.Compare) else frozenset()


def nearest_name(name: str, known: Iterable[str]) -> str:
    """The known name that was most likely meant, or those that there are."""
    known = list(known)
    if asked := question_of(nearest(name, known), mark="`"):
        return asked
    listed = sorted(name for name in known if re.fullmatch(r"[a-z]\w*", name))
    return f"It has: {', '.join(f'`{name}`' for name in listed)}." if 0 < len(listed) <= _MOST_LISTED else ""
