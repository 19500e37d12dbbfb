"""Expressions: what the expression in a tag gives, which names its page lacks, and what is wrong with its filters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import define, field
from jinja2 import nodes

from bscb_docs.diagnostics.codes import CODES
from bscb_docs.diagnostics.suggestions import nearest
from bscb_docs.ooxml.pictures import PictureFile
from bscb_docs.template_check import type_hints as hints
from bscb_docs.template_check.scopes import Scope, path_of, present_if
from bscb_docs.template_engine.tags import FILTERS, environment

_SAME = frozenset({"list", "reverse", "sort", "unique", "select", "reject", "selectattr", "rejectattr"})
_ONE_OF = frozenset({"first", "last", "max", "min"})
_COUNTS = frozenset({"length", "count", "sum", "int", "wordcount"})
_OF_MAPPINGS = frozenset({"dictsort", "items"})
_TAKES_NOTHING = frozenset({"default", "d"})
_PICTURES = frozenset((Any, PictureFile, tuple[PictureFile, ...]))
_GIVES: dict[type[nodes.Node], type] = {nodes.Compare: bool, nodes.Not: bool, nodes.Concat: str}
"""What comes of whatever stands within."""
_MOST_LISTED = 12
"""Names that a finding lists where none is near; more would not be read."""

Report = Callable[..., None]
"""Takes a code, what is wrong and the mend."""


@define
class Expressions:
    """Reads expressions of one template in the scopes that are open, and reports what is wrong in them."""

    page: type | None
    report: Report
    scopes: list[Scope] = field(factory=list)
    own: Mapping[str, Callable[..., Any]] = field(factory=dict)
    """The filters that the section brings, by name."""

    def present(self) -> set[str]:
        """The names that were asked for."""
        return {path for scope in self.scopes for path in scope.present}

    def is_missing(self, node: nodes.Node, hint: Any) -> bool:
        """True, with the finding, where a value is used that may be missing and was not asked for."""
        if not hints.may_be_none(hint) or path_of(node) in self.present():
            return False
        name = path_of(node) or "it"
        self.report("TPL-16", f"`{name}` may be empty", f"Ask for it first, as in {{% if {name} %}} ... {{% endif %}}.")
        return True

    def of(self, node: nodes.Node) -> Any:
        """The type of an expression; what is wrong in it is reported on the way."""
        read = getattr(self, f"_of_{type(node).__name__.lower()}", None)
        if read:
            return read(node)
        for child in node.iter_child_nodes():
            self.of(child)
        return _GIVES.get(type(node), Any)

    def _of_name(self, node: nodes.Name) -> Any:
        for scope in reversed(self.scopes):
            if node.name in scope.names:
                return self._narrowed(node, scope.names[node.name])
        if self.page is None or node.name in environment().globals:
            return Any
        known = sorted({name for scope in self.scopes for name in scope.names})
        self.report("TPL-02", f"{self.page.__name__} has no `{node.name}`", _nearest(node.name, known))
        return Any

    def _of_getattr(self, node: nodes.Getattr) -> Any:
        return self._field(node, node.attr)

    def _of_getitem(self, node: nodes.Getitem) -> Any:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._field(node, node.arg.value)
        hint = self.of(node.node)
        self.of(node.arg)
        if isinstance(node.arg, nodes.Slice):
            return hint
        if isinstance(node.arg, nodes.Const) and isinstance(at := node.arg.value, int):
            length = max((hints.length_of(part) for part in hints.members(hint)), default=0)
            if length > 0 and not -length <= at < length:
                self.report("TPL-02", f"`{path_of(node.node) or 'it'}` has no {at}; it has {length} parts, from 0")
                return Any
        return hints.either(hints.element_of(part) or Any for part in hints.members(hint))

    def _field(self, node: nodes.Getattr | nodes.Getitem, name: str) -> Any:
        hint = self.of(node.node)
        if self.is_missing(node.node, hint):
            return Any
        kinds = []
        for part in hints.members(hint):
            if part is hints.NONE:
                continue
            try:
                kinds.append(hints.field_of(part, name))
            except KeyError:
                what = (
                    f"{path_of(node.node) or 'it'} is {hints.called(part)} and" if part is str else hints.called(part)
                )
                self.report("TPL-02", f"{what} has no `{name}`", _nearest(name, hints.names_in(part)))
                return Any
        return self._narrowed(node, hints.either(kinds))

    def _narrowed(self, node: nodes.Expr, hint: Any) -> Any:
        return hints.without_none(hint) if path_of(node) in self.present() else hint

    def _of_const(self, node: nodes.Const) -> Any:
        return type(node.value)

    def _of_condexpr(self, node: nodes.CondExpr) -> Any:
        self.of(node.test)
        branches = [(node.expr1, True), *([(node.expr2, False)] if node.expr2 else [])]
        return hints.either(self._knowing(present_if(node.test, value=value), part) for part, value in branches)

    def _of_or(self, node: nodes.Or) -> Any:
        left = hints.without_none(self.of(node.left))
        return hints.either((left, self._knowing(present_if(node.left, value=False), node.right)))

    def _of_and(self, node: nodes.And) -> Any:
        left = self.of(node.left)
        return hints.either((left, self._knowing(present_if(node.left, value=True), node.right)))

    def _knowing(self, present: frozenset[str], node: nodes.Node) -> Any:
        self.scopes.append(Scope("part", {}, present))
        hint = self.of(node)
        self.scopes.pop()
        return hint

    def _of_test(self, node: nodes.Test) -> Any:
        self.of(node.node)
        if node.name not in environment().tests:
            self.report("TPL-03", f"there is no test called `{node.name}`", _nearest(node.name, environment().tests))
        return bool

    def _of_filter(self, node: nodes.Filter) -> Any:
        hint = self.of(node.node) if node.node else Any
        for child in (*node.args, *(pair.value for pair in node.kwargs)):
            self.of(child)
        if node.name not in environment().filters and node.name not in self.own:
            known = ", ".join(sorted({*FILTERS, *self.own}))
            near = _nearest(node.name, [*environment().filters, *self.own])
            mend = near or CODES["TPL-08"].mend.format(filters=known)
            self.report("TPL-08", f"there is no filter called `{node.name}`", mend)
            return Any
        if node.name in _TAKES_NOTHING:
            return hints.without_none(hint)
        if node.node is not None and self.is_missing(node.node, hint):
            return Any
        if node.name == "picture" and not _PICTURES.issuperset(hints.members(hint)):
            self.report("TPL-16", "`picture` sets a PictureFile, and it is none", "Give the page a PictureFile.")
        if node.name in _OF_MAPPINGS and any(hints.is_list(each) for each in hints.members(hint)):
            self.report("TPL-16", f"`{node.name}` takes names with their values, and it is a list", "Loop over it.")
        return hints.returned(self.own[node.name]) if node.name in self.own else _filtered(node.name, hint)

    def _reckoned(self, node: nodes.BinExpr) -> Any:
        """What two numbers give; anything else between which the sign stands is reported."""
        for part in (self.of(node.left), self.of(node.right)):
            if any(each is not Any and each not in {int, float, bool} for each in hints.members(part)):
                sign = f"`{node.operator}`"
                self.report("TPL-16", f"{sign} stands between what are not two numbers", "Join words with `~`.")
                return Any
        return Any

    _of_mod = _of_mul = _of_pow = _reckoned


def _filtered(name: str, hint: Any) -> Any:
    """What a filter makes of a value of that type."""
    if name in FILTERS or name in {"join", "upper", "lower", "title", "capitalize", "trim", "string"}:
        return str
    if name in _COUNTS:
        return int
    if name in _SAME:
        return hint
    if name in _ONE_OF:
        return hints.either(hints.element_of(part) or Any for part in hints.members(hint))
    return Any


def _nearest(name: str, known: Iterable[str]) -> str:
    known = list(known)
    if near := nearest(name, known):
        return f"Did you mean `{near}`?"
    listed = sorted(name for name in known if re.fullmatch(r"[a-z]\w*", name))
    return f"It has: {', '.join(f'`{name}`' for name in listed)}." if 0 < len(listed) <= _MOST_LISTED else ""
