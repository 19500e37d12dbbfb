"""Names used: the tags of a template read in order by Jinja's own syntax tree, with the names open at each.

`expressions` says which of them the class of its page lacks.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import jinja2
from jinja2 import nodes

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records import Prose
from bscb_docs.template_check import type_hints as hints
from bscb_docs.template_check.expressions import Expressions
from bscb_docs.template_check.scopes import Loop, Scope, path_of, present_if
from bscb_docs.template_engine.compiler import Filters
from bscb_docs.template_engine.tags import FILTERS, environment
from bscb_docs.template_engine.typed_tags import Tag

_LOOP = re.compile(r"(?!in\b)(\w+)(?: +(?!in\b)\w+)? +(?!in\b)([\w.]+)")
"""The loop's name and what it was meant to go through, where another word than "in" stands between them, or none."""


def name_faults(tags: Sequence[Tag], page: type | None, filters: Filters = ()) -> Iterator[Finding]:
    """Names that the page lacks, unknown filters, and what cannot be printed; without a page, the filters alone."""
    yield from _Reader(page, filters).read(tags)


class _Reader:
    """Reads the tags in order, with the scopes that are open at each."""

    def __init__(self, page: type | None, filters: Filters) -> None:
        self.scopes = [Scope("page", dict(hints.fields_of(page)) if page else {})]
        self.expressions = Expressions(page, self._report, self.scopes, {each.__name__: each for each in filters})
        self.sandbox = environment(filters)
        self.found: list[Finding] = []
        self.readers: dict[str, Callable[[Any], None]] = {
            "print": self._print,
            "for": self._for,
            "if": self._if,
            "elif": self._elif,
            "set": self._set,
        }

    def read(self, tags: Sequence[Tag]) -> list[Finding]:
        for tag in tags:
            self.tag = tag
            if not tag.meant:  # which names are open after it, nobody knows
                break
            if tag.meant in {"endfor", "endif"}:
                self._close(tag.meant.removeprefix("end"))
            elif tag.meant == "else":
                self._turn()
            elif node := self._parse():
                self.readers[tag.meant](node)
            elif tag.meant == "for":  # what it names is known to be meant, and no more
                self.scopes.append(Scope("for", dict.fromkeys(("loop", *re.findall(r"[a-z_]\w*", tag.rest)), Any)))
        return self.found

    def _parse(self) -> Any:
        """The tag's own node; None, with the finding, where it cannot be read."""
        tag = self.tag
        if tag.word == "print":
            source = f"{{{{ {tag.rest} }}}}"
        else:
            word = "if" if tag.meant == "elif" else tag.meant
            source = f"{{% {word} {tag.rest} %}}" + ("" if word == "set" else f"{{% end{word} %}}")
        if tag.word == "print" and not tag.rest:
            return None
        try:
            node = self.sandbox.parse(source).body[0]
        except jinja2.TemplateSyntaxError as wrong:
            if tag.typed.startswith("{{{"):
                self._report("TPL-03", "it has three braces at each end", "Write two.")
            elif tag.meant == "for" and (meant := _LOOP.fullmatch(tag.rest)):
                self._report("TPL-03", "it does not say what it goes through", f"Write `for {meant[1]} in {meant[2]}`.")
            else:
                mend = "Look at its brackets, quotes, dots and words."
                self._report("TPL-03", f"it cannot be read: {wrong.message}", mend)
            return None
        return node.nodes[0] if isinstance(node, nodes.Output) else node

    def _report(self, code: str, what: str, mend: str = "") -> None:
        found = finding_of(code, f"`{self.tag.typed}`: {what}.", self.tag.place, mend)
        if found not in self.found:
            self.found.append(found)

    def _print(self, node: nodes.Expr) -> None:
        hint = self.expressions.of(node)
        if self.tag.letter != "p" and self.tag.last_filter not in FILTERS:
            self._check_printed(node, hint)

    def _check_printed(self, node: nodes.Expr, hint: Any) -> None:
        if self.expressions.is_missing(node, hint, in_cell="cell " in self.tag.place.within):
            return
        for part in hints.members(hint):
            if part is Prose:
                mend = "Write {{p ... | prose }} alone in its paragraph, or {{ ... | line }} within one."
                self._report("TPL-16", "it is prose", mend)
            elif hints.is_list(part):
                mend = "Loop over it, or write {{p ... | prose }} alone in its paragraph; for runs: {{ ... | line }}."
                self._report("TPL-16", "it is a list", mend)
            elif part is not hints.NONE and not hints.is_printable(part):
                has = ", ".join(f"`{name}`" for name in hints.names_in(part))
                self._report(
                    "TPL-16", f"it is a {hints.called(part)}", f"Print one of its fields: {has}." if has else ""
                )

    def _for(self, node: nodes.For) -> None:
        hint = self.expressions.of(node.iter)
        element: Any = Any
        if not self.expressions.is_missing(node.iter, hint):
            elements = [hints.element_of(part) for part in hints.members(hint) if part is not hints.NONE]
            if None in elements:
                self._report("TPL-16", f"`{path_of(node.iter) or 'it'}` is no list", "Loop over one of its lists.")
            else:
                element = hints.either(elements)
        names: dict[str, Any] = {"loop": Loop}
        if isinstance(node.target, nodes.Name):
            names[node.target.name] = element
        elif isinstance(node.target, nodes.Tuple):
            targets = [target.name for target in node.target.items if isinstance(target, nodes.Name)]
            names.update(zip(targets, hints.taken_apart(element, len(targets)), strict=True))
        self.scopes.append(Scope("for", names))
        if node.test:
            self.expressions.of(node.test)
            self.scopes[-1].present = present_if(node.test, value=True)

    def _if(self, node: nodes.If) -> None:
        self.expressions.of(node.test)
        self.scopes.append(Scope("if", {}, present_if(node.test, value=True), present_if(node.test, value=False)))

    def _elif(self, node: nodes.If) -> None:
        before = self._turn()
        self.expressions.of(node.test)
        if before is not None:
            before.present = before.otherwise | present_if(node.test, value=True)
            before.otherwise = before.otherwise | present_if(node.test, value=False)

    def _set(self, node: nodes.Assign) -> None:
        value = self.expressions.of(node.node)
        if isinstance(node.target, nodes.Name):
            self.scopes[-1].names[node.target.name] = value

    def _turn(self) -> Scope | None:
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
