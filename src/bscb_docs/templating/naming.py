"""Naming: the names in a template's tags against the class of its page, by Jinja's own syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

import jinja2
from attrs import define, field, frozen
from jinja2 import nodes

from bscb_docs.findings import Finding
from bscb_docs.pictures import PictureFile
from bscb_docs.records import Prose
from bscb_docs.tags import BLOCK_FILTERS, FILTERS, environment
from bscb_docs.templating import hints
from bscb_docs.templating.codes import CODES, fault
from bscb_docs.templating.tagging import Tag

_SAME = frozenset({"list", "reverse", "sort", "unique", "select", "reject", "selectattr", "rejectattr"})
_ONE_OF = frozenset({"first", "last", "max", "min", "random"})
_COUNTS = frozenset({"length", "count", "sum", "int", "wordcount"})
_MOST_LISTED = 12
_TAKES_NOTHING = frozenset({"default", "d"})


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
class _Scope:
    """The names known inside one `for` or `if`, and the values that are known to be there."""

    word: str
    names: dict[str, Any] = field(factory=dict)
    present: frozenset[str] = frozenset()
    otherwise: frozenset[str] = frozenset()
    """What is known to be there after `else`."""


def name_faults(tags: Sequence[Tag], page: type | None) -> Iterator[Finding]:
    """Names that the page lacks, unknown filters, and what cannot be printed; without a page, the filters alone."""
    yield from _Reader(page).read(tags)


class _Reader:
    """Reads the tags in order, with the scopes that are open at each."""

    def __init__(self, page: type | None) -> None:
        self.page = page
        self.scopes = [_Scope("page", dict(hints.fields_of(page)) if page else {})]
        self.found: list[Finding] = []

    def read(self, tags: Sequence[Tag]) -> list[Finding]:
        for tag in tags:
            self.tag = tag
            if tag.word in {"endfor", "endif"}:
                self._close(tag.word.removeprefix("end"))
            elif tag.word == "else":
                self._turn()
            elif tag.word in {"print", "for", "if", "elif", "set"} and (node := self._parse()):
                getattr(self, f"_{tag.word}")(node)
        return self.found

    def _parse(self) -> Any:
        """The tag's own node; None, with the finding, where it cannot be read."""
        tag = self.tag
        if tag.word == "print":
            source = f"{{{{ {tag.rest} }}}}"
        else:
            word = "if" if tag.word == "elif" else tag.word
            source = f"{{% {word} {tag.rest} %}}" + ("" if word == "set" else f"{{% end{word} %}}")
        if tag.word == "print" and not tag.rest:
            return None
        try:
            node = environment().parse(source).body[0]
        except jinja2.TemplateSyntaxError as wrong:
            self._report(
                "TPL-03", f"it cannot be read: {wrong.message}", "Look at its brackets, quotes, dots and words."
            )
            return None
        return node.nodes[0] if isinstance(node, nodes.Output) else node

    def _report(self, code: str, what: str, mend: str = "") -> None:
        found = fault(code, f"`{self.tag.typed}`: {what}.", self.tag.place, mend)
        if found not in self.found:
            self.found.append(found)

    def _print(self, node: nodes.Expr) -> None:
        hint = self._of(node)
        last = node.name if isinstance(node, nodes.Filter) else ""
        if last in BLOCK_FILTERS and self.tag.letter != "p":
            self._report(
                "TPL-17", f"`{last}` makes whole paragraphs", "Begin the tag with {{p, alone in its paragraph."
            )
        elif self.tag.letter == "p" and last not in BLOCK_FILTERS and (not last or last in environment().filters):
            mend = "End it with `| prose }}`, or begin it with {{ alone to print within a paragraph."
            self._report("TPL-17", "a tag that begins {{p sets whole paragraphs", mend)
        elif last not in FILTERS:
            self._check_printed(node, hint)

    def _check_printed(self, node: nodes.Expr, hint: Any) -> None:
        if self._is_missing(node, hint):
            return
        for part in hints.members(hint):
            if part is Prose:
                mend = "Write {{p ... | prose }} alone in its paragraph, or {{ ... | line }} within one."
                self._report("TPL-16", "it is prose", mend)
            elif hints.is_list(part):
                self._report(
                    "TPL-16", "it is a list", "Loop over it, or write {{p ... | prose }} alone in its paragraph."
                )
            elif part is not hints.NONE and not hints.is_printable(part):
                has = ", ".join(f"`{name}`" for name in hints.names_in(part))
                self._report(
                    "TPL-16", f"it is a {hints.called(part)}", f"Print one of its fields: {has}." if has else ""
                )

    def _is_missing(self, node: nodes.Node, hint: Any) -> bool:
        """True, with the finding, where a value is used that may be missing and was not asked for."""
        if not hints.may_be_none(hint) or _path(node) in self._present():
            return False
        name = _path(node) or "it"
        self._report(
            "TPL-16", f"`{name}` may be empty", f"Ask for it first, as in {{% if {name} %}} ... {{% endif %}}."
        )
        return True

    def _for(self, node: nodes.For) -> None:
        hint = self._of(node.iter)
        element: Any = Any
        if not self._is_missing(node.iter, hint):
            elements = [hints.element_of(part) for part in hints.members(hint) if part is not hints.NONE]
            if None in elements:
                self._report("TPL-16", f"`{_path(node.iter) or 'it'}` is no list", "Loop over one of its lists.")
            else:
                element = hints.either(elements)
        names: dict[str, Any] = {"loop": Loop}
        if isinstance(node.target, nodes.Name):
            names[node.target.name] = element
        elif isinstance(node.target, nodes.Tuple):
            targets = [target.name for target in node.target.items if isinstance(target, nodes.Name)]
            names.update(zip(targets, hints.parts_of(element, len(targets)), strict=True))
        self.scopes.append(_Scope("for", names))
        if node.test:
            self._of(node.test)
            self.scopes[-1].present = _present_if(node.test, value=True)

    def _if(self, node: nodes.If) -> None:
        self._of(node.test)
        self.scopes.append(_Scope("if", {}, _present_if(node.test, value=True), _present_if(node.test, value=False)))

    def _elif(self, node: nodes.If) -> None:
        before = self._turn()
        self._of(node.test)
        if before is not None:
            before.present = before.otherwise | _present_if(node.test, value=True)
            before.otherwise = before.otherwise | _present_if(node.test, value=False)

    def _set(self, node: nodes.Assign) -> None:
        value = self._of(node.node)
        if isinstance(node.target, nodes.Name):
            self.scopes[-1].names[node.target.name] = value

    def _turn(self) -> _Scope | None:
        """The scope of the innermost `if` or `for`, now in its `else`."""
        scope = self.scopes[-1]
        if scope.word == "page":
            return None
        scope.present = scope.otherwise
        if scope.word == "for":
            scope.names = {}
        return scope

    def _close(self, word: str) -> None:
        for scope in reversed(self.scopes[1:]):
            if scope.word == word:
                self.scopes.remove(scope)
                return

    def _present(self) -> set[str]:
        return {path for scope in self.scopes for path in scope.present}

    def _of(self, node: nodes.Node) -> Any:
        """The type of an expression; what is wrong in it is reported on the way."""
        read = getattr(self, f"_of_{type(node).__name__.lower()}", None)
        if read:
            return read(node)
        for child in node.iter_child_nodes():
            self._of(child)
        return Any

    def _of_name(self, node: nodes.Name) -> Any:
        for scope in reversed(self.scopes):
            if node.name in scope.names:
                return self._narrowed(node, scope.names[node.name])
        if self.page is None or node.name in environment().globals:
            return Any
        known = sorted({name for scope in self.scopes for name in scope.names})
        self._report("TPL-02", f"{self.page.__name__} has no `{node.name}`", _nearest(node.name, known))
        return Any

    def _of_getattr(self, node: nodes.Getattr) -> Any:
        return self._field(node, node.attr)

    def _of_getitem(self, node: nodes.Getitem) -> Any:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._field(node, node.arg.value)
        hint = self._of(node.node)
        self._of(node.arg)
        if isinstance(node.arg, nodes.Slice):
            return hint
        return hints.either(hints.element_of(part) or Any for part in hints.members(hint))

    def _field(self, node: nodes.Getattr | nodes.Getitem, name: str) -> Any:
        hint = self._of(node.node)
        if self._is_missing(node.node, hint):
            return Any
        kinds = []
        for part in hints.members(hint):
            if part is hints.NONE:
                continue
            try:
                kinds.append(hints.field_of(part, name))
            except KeyError:
                what = f"{_path(node.node) or 'it'} is {hints.called(part)} and" if part is str else hints.called(part)
                self._report("TPL-02", f"{what} has no `{name}`", _nearest(name, hints.names_in(part)))
                return Any
        return self._narrowed(node, hints.either(kinds))

    def _narrowed(self, node: nodes.Expr, hint: Any) -> Any:
        return hints.without_none(hint) if _path(node) in self._present() else hint

    def _of_const(self, node: nodes.Const) -> Any:
        return type(node.value)

    def _of_condexpr(self, node: nodes.CondExpr) -> Any:
        self._of(node.test)
        branches = [(node.expr1, True), *([(node.expr2, False)] if node.expr2 else [])]
        return hints.either(self._knowing(_present_if(node.test, value=value), part) for part, value in branches)

    def _of_or(self, node: nodes.Or) -> Any:
        left = hints.without_none(self._of(node.left))
        return hints.either((left, self._knowing(_present_if(node.left, value=False), node.right)))

    def _of_and(self, node: nodes.And) -> Any:
        left = self._of(node.left)
        return hints.either((left, self._knowing(_present_if(node.left, value=True), node.right)))

    def _knowing(self, present: frozenset[str], node: nodes.Node) -> Any:
        self.scopes.append(_Scope("part", {}, present))
        hint = self._of(node)
        self.scopes.pop()
        return hint

    def _of_test(self, node: nodes.Test) -> Any:
        self._of(node.node)
        if node.name not in environment().tests:
            self._report("TPL-03", f"there is no test called `{node.name}`", _nearest(node.name, environment().tests))
        return bool

    def _of_compare(self, node: nodes.Compare) -> Any:
        for child in node.iter_child_nodes():
            self._of(child.expr if isinstance(child, nodes.Operand) else child)
        return bool

    def _of_not(self, node: nodes.Not) -> Any:
        self._of(node.node)
        return bool

    def _of_concat(self, node: nodes.Concat) -> Any:
        for child in node.nodes:
            self._of(child)
        return str

    def _of_filter(self, node: nodes.Filter) -> Any:
        hint = self._of(node.node) if node.node else Any
        for child in (*node.args, *(pair.value for pair in node.kwargs)):
            self._of(child)
        if node.name not in environment().filters:
            known = ", ".join(sorted(FILTERS))
            near = _nearest(node.name, environment().filters)
            mend = near or CODES["TPL-08"].mend.format(filters=known)
            self._report("TPL-08", f"there is no filter called `{node.name}`", mend)
            return Any
        if node.name in _TAKES_NOTHING:
            return hints.without_none(hint)
        if node.node is not None and self._is_missing(node.node, hint):
            return Any
        if node.name == "picture" and any(part not in {Any, PictureFile} for part in hints.members(hint)):
            self._report("TPL-16", "`picture` sets a PictureFile, and it is none", "Give the page a PictureFile.")
        return _filtered(node.name, hint)


def _filtered(name: str, hint: Any) -> Any:
    """What a filter makes of a value of that type."""
    if name in FILTERS or name in {"join", "upper", "lower", "title", "capitalize", "trim", "replace", "string"}:
        return str
    if name in _COUNTS:
        return int
    if name in _SAME:
        return hint
    if name in _ONE_OF:
        return hints.either(hints.element_of(part) or Any for part in hints.members(hint))
    return Any


def _path(node: nodes.Node) -> str:
    """A name with its fields, as typed: "action.due"; nothing for other expressions."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        before = _path(node.node)
        return f"{before}.{node.attr}" if before else ""
    return ""


def _present_if(test: nodes.Node, *, value: bool) -> frozenset[str]:
    """The names that are known to be there where a test came out as that."""
    if isinstance(test, nodes.Not):
        return _present_if(test.node, value=not value)
    if isinstance(test, nodes.And if value else nodes.Or):
        return _present_if(test.left, value=value) | _present_if(test.right, value=value)
    if isinstance(test, nodes.Test) and test.name == "none":
        return frozenset() if value else frozenset({_path(test.node)} - {""})
    if isinstance(test, nodes.Compare) and value and not {"ne", "notin"} & {operand.op for operand in test.ops}:
        return _present_if(test.expr, value=True)
    return frozenset({_path(test)} - {""}) if value and not isinstance(test, nodes.Compare) else frozenset()


def _nearest(name: str, known: Any) -> str:
    near = get_close_matches(name.lower(), list(known), 1, 0.5)
    if near:
        return f"Did you mean `{near[0]}`?"
    listed = sorted(name for name in known if re.fullmatch(r"[a-z]\w*", name))
    return f"It has: {', '.join(f'`{name}`' for name in listed)}." if 0 < len(listed) <= _MOST_LISTED else ""
