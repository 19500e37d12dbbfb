"""Expressions: what the expression in a tag gives, which names its page lacks, and what is wrong with its filters."""

from collections.abc import Callable, Mapping
from functools import singledispatchmethod
from typing import Any, Protocol

from attrs import define, field
from jinja2 import nodes

from bscb_docs.diagnostics.codes import CODES
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.template_check import type_hints as hints
from bscb_docs.template_check.filters_used import DEFAULTS, ORDERED, attribute_of, filtered, refused, takes_nothing
from bscb_docs.template_check.scopes import Scope, nearest_name, path_of, present_if
from bscb_docs.template_engine.tags import FILTERS, environment


class Report(Protocol):
    """What is told of a fault: its code, what is wrong, and what to do where the code does not say it."""

    def __call__(self, code: str, what: str, mend: str = "") -> None:
        """Keeps it."""


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

    def is_missing(self, node: nodes.Node, hint: Any, *, in_cell: bool = False) -> bool:
        """True, with the finding, where a value is used that may be missing and was not asked for."""
        if hints.NONE not in hints.members(hint) or path_of(node) in self.present():
            return False
        name = path_of(node) or "it"
        mend = f"Ask for it first, as in {{% if {name} %}} ... {{% endif %}}."
        if in_cell:
            mend = f'No cell is left empty: write {{{{ {name} or "none" }}}}, or in other words what the gap means.'
        self.report("TPL-16", f"`{name}` may be empty", mend)
        return True

    @singledispatchmethod
    def of(self, node: nodes.Node) -> Any:
        """The type of an expression; what is wrong in it is reported on the way.

        Of a kind of node that is not named below every part is read for itself, and anything may come of it.
        """
        for child in node.iter_child_nodes():
            self.of(child)
        return bool if isinstance(node, nodes.Not) else str if isinstance(node, nodes.Concat) else Any

    @of.register
    def _of_name(self, node: nodes.Name) -> Any:
        for scope in reversed(self.scopes):
            if node.name in scope.names:
                return self._narrowed(node, scope.names[node.name])
        if self.page is None or node.name in environment().globals:
            return Any
        known = sorted({name for scope in self.scopes for name in scope.names})
        self.report("TPL-02", f"{self.page.__name__} has no `{node.name}`", nearest_name(node.name, known))
        return Any

    @of.register
    def _of_getattr(self, node: nodes.Getattr) -> Any:
        return self._field(node, node.attr)

    @of.register
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
        return self._narrowed(node, self.field_in(hint, name, path_of(node.node)))

    def field_in(self, hint: Any, name: str, said: str = "") -> Any:
        """The type of a field of a value; that there is none of that name is reported."""
        if "." in name:
            first, _, rest = name.partition(".")
            return self.field_in(self.field_in(hint, first, said), rest)
        kinds = []
        for part in hints.members(hint):
            if part is hints.NONE:
                continue
            try:
                kinds.append(hints.field_of(part, name))
            except KeyError:
                what = f"{said or 'it'} is {hints.called(part)} and" if part is str else hints.called(part)
                self.report("TPL-02", f"{what} has no `{name}`", nearest_name(name, hints.names_in(part)))
                return Any
        return hints.either(kinds)

    def _narrowed(self, node: nodes.Expr, hint: Any) -> Any:
        return hints.without_none(hint) if path_of(node) in self.present() else hint

    @of.register
    def _of_call(self, node: nodes.Call) -> Any:
        called, *_ = [self.of(child) for child in node.iter_child_nodes()]
        if hints.kind_of(called) not in {"a thing", "anything"}:
            self.report("TPL-16", f"`{path_of(node.node) or 'it'}` cannot be called", "Take its brackets away.")
        return Any

    @of.register
    def _of_compare(self, node: nodes.Compare) -> Any:
        parts = [node.expr, *(operand.expr for operand in node.ops)]
        found = [self.of(part) for part in parts]
        if any(operand.op in ORDERED for operand in node.ops) and not any(map(self.is_missing, parts, found)):
            kinds = sorted({hints.kind_of(each) for each in found} - {"anything", "a thing"})
            if len(kinds) > 1:
                self.report("TPL-16", f"it compares {joined(kinds)}", "Compare two of one kind.")
        return bool

    @of.register
    def _of_const(self, node: nodes.Const) -> Any:
        return type(node.value)

    @of.register
    def _of_condexpr(self, node: nodes.CondExpr) -> Any:
        self.of(node.test)
        branches = [(node.expr1, True), *([(node.expr2, False)] if node.expr2 else [])]
        return hints.either(self._knowing(present_if(node.test, value=value), part) for part, value in branches)

    @of.register
    def _of_either(self, node: nodes.Or | nodes.And) -> Any:
        is_and, left = isinstance(node, nodes.And), self.of(node.left)
        right = self._knowing(present_if(node.left, value=is_and), node.right)
        return hints.either((left if is_and else hints.without_none(left), right))

    def _knowing(self, present: frozenset[str], node: nodes.Node) -> Any:
        self.scopes.append(Scope("part", {}, present))
        hint = self.of(node)
        self.scopes.pop()
        return hint

    @of.register
    def _of_test(self, node: nodes.Test) -> Any:
        self.of(node.node)
        if node.name not in (known := environment().tests):
            self.report("TPL-03", f"there is no test called `{node.name}`", nearest_name(node.name, known))
        return bool

    @of.register
    def _of_filter(self, node: nodes.Filter) -> Any:
        hint = self.of(node.node) if node.node else Any
        given = [self.of(child) for child in (*node.args, *(pair.value for pair in node.kwargs))]
        if node.name not in environment().filters and node.name not in self.own:
            known = ", ".join(sorted({*FILTERS, *self.own}))
            near = nearest_name(node.name, [*environment().filters, *self.own])
            mend = near or CODES["TPL-08"].mend.format(filters=known)
            self.report("TPL-08", f"there is no filter called `{node.name}`", mend)
            return Any
        if takes_nothing(node):
            return hints.without_none(hint)
        if node.node is not None and node.name not in DEFAULTS and self.is_missing(node.node, hint):
            return Any
        if node.name in FILTERS and any(map(self.is_missing, node.args, given)):
            return Any
        if wrong := refused(node, hint):
            self.report("TPL-16", *wrong)
            return Any
        named = attribute_of(node)
        inner = self.field_in(hint if node.name == "attr" else hints.elements_of(hint), named) if named else None
        return hints.returned(self.own[node.name]) if node.name in self.own else filtered(node.name, hint, inner)

    @of.register
    def _reckoned(self, node: nodes.BinExpr) -> Any:
        """What two numbers give; anything else between which the sign stands is reported."""
        sign, found = node.operator, [self.of(node.left), self.of(node.right)]
        kinds = [hints.kind_of(each) for each in found]
        if sign == "+" and kinds[0] == kinds[1] and kinds[0] != "nothing":
            return found[0]
        if not set(kinds) <= {"a number", "anything"} and not (sign in "+-/" and "a thing" in kinds):
            self.report("TPL-16", f"`{sign}` stands between what are not two numbers", "Join words with `~`.")
        return Any

    @of.register
    def _of_neg(self, node: nodes.Neg) -> Any:
        if hints.kind_of(self.of(node.node)) in {"words", "a list", "nothing"}:
            self.report("TPL-16", "`-` stands before what is no number", "Take it away.")
        return Any
