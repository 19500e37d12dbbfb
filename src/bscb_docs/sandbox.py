"""Sandbox: what a template may reach, and how much it may do before it is stopped.

A template can come from outside. It reads the fields of its page and nothing else, and it is stopped by count, not by
the clock: the same template stops at the same place on every machine.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import MethodType
from typing import Any

import jinja2
from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import FILTERS
from jinja2.runtime import Context, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from bscb_docs.errors import TemplateError
from bscb_docs.word.marks import STX

MOST_TURNS = 1_000_000
"""Turns of loops and macros in one document; a table of 100,000 rows takes 100,000."""
MOST_TEXT = 300_000_000
"""Characters that one document's templates may print; a table of 100,000 rows and six columns takes 130,000,000."""
MOST_BITS = 256
"""The largest number that a template may reckon with, in bits."""

SAFE_FILTERS = frozenset(
    {"abs", "attr", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "groupby"}
    | {"int", "items", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse"}
    | {"round", "select", "selectattr", "sort", "string", "striptags", "sum", "title", "trim", "unique", "upper"}
    | {"wordcount"}
)
"""Jinja's own filters that keep text escaped, make nothing from chance and grow nothing beyond what they are given."""

_TURN, _JOIN = " turn", " join"
"""Names of filters that the compiled template calls and nobody can type."""
_GROWING = frozenset({"center", "expandtabs", "format", "format_map", "join", "ljust", "replace", "rjust", "zfill"})


class _Spent(threading.local):
    """What the document being filled on this thread has used up."""

    turns = 0
    text = 0
    depth = 0


spent = _Spent()

FAULTS = (
    TemplateError,
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What filling a template can raise when the template or its page is at fault."""


def explain(fault: BaseException) -> str:
    """What went wrong, in words for whoever wrote the template."""
    if isinstance(fault, RecursionError):
        return "it calls itself again and again; take the macro or call away"
    if isinstance(fault, MemoryError):
        return "it asks for more than the machine can hold"
    return str(fault)


@contextmanager
def allowance() -> Iterator[None]:
    """A count that begins at nothing; one within another goes on with the outer one's."""
    if spent.depth == 0:
        spent.turns = spent.text = 0
    spent.depth += 1
    try:
        yield
    finally:
        spent.depth -= 1


def spend(length: int) -> None:
    """Counts printed characters; TemplateError where they are more than a document can hold."""
    spent.text += length
    if spent.text > MOST_TEXT:
        raise TemplateError(f"it prints more than {MOST_TEXT:,} characters; take fewer rows or shorter texts")


@pass_context
def _turn(_context: Context, length: int) -> None:
    """One turn of a loop or macro whose fixed text has that length."""
    spent.turns += 1
    if spent.turns > MOST_TURNS:
        raise TemplateError(f"its loops turn more than {MOST_TURNS:,} times; take a loop out of another")
    spend(length)


@pass_context
def _join(_context: Context, values: Sequence[Any]) -> str:
    """The values one after another, as `~` writes it."""
    joined = markup_join(values)
    spend(len(joined))
    return joined


def join(value: Any, between: str = "") -> str:
    """The values with something between them; values that hold markup keep it."""
    values = list(value)
    return _join(None, [part for each in values for part in (between, each)][1:])  # type: ignore[arg-type]  # unused


class _Code(CodeGenerator):
    """Jinja's code, but with one call for each value that is printed where Jinja makes two."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.show(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, made quick for the fields of records and narrow in what it lets grow."""

    code_generator_class = _Code
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, finalize: Callable[[Any], Any], own: type) -> None:
        """The sandbox of templates that print what `finalize` lets through and may call the methods of `own`."""
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=finalize, keep_trailing_newline=True)
        self.globals = {"range": self.globals["range"]}
        self.filters = {name: FILTERS[name] for name in SAFE_FILTERS} | {"join": join, _TURN: _turn, _JOIN: _join}
        self._fields: dict[type, frozenset[str]] = {}
        self._own = own

    def show(self, value: Any) -> str:
        """A value as it stands in the document: counted, and escaped unless it is markup of ours."""
        if type(value) is Markup:
            spend(len(value))
            return value
        if type(value) is int:
            spend(1)
            return str(value)
        if type(value) is not str:
            return escape(self.finalize(value))  # type: ignore[misc]  # it always has one
        spent.text += len(value)
        if spent.text > MOST_TEXT or STX in value:
            self.finalize(value)  # type: ignore[misc]  # it says what is wrong
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute; a field of an attrs record is taken at once, for it can lead nowhere but to its value."""
        kind = type(obj)
        if kind is self._own and not attribute.startswith("_"):
            return getattr(obj, attribute)
        fields = self._fields.get(kind)
        if fields is None:
            names = (field.name for field in getattr(kind, "__attrs_attrs__", ()))
            fields = self._fields[kind] = frozenset(name for name in names if not name.startswith("_"))
        if attribute in fields:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, called: Any, /, *args: Any, **named: Any) -> Any:
        """What it returns; a method of ours is called at once, where Jinja looks ten times at what it might be."""
        if type(called) is MethodType and type(called.__self__) is self._own:
            for jinjas in ("_loop_vars", "_block_vars"):
                named.pop(jinjas, None)
            return called(*args, **named)
        return super().call(context, called, *args, **named)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """False too for the methods by which a short text becomes an endless one."""
        return not (isinstance(obj, str) and attr in _GROWING) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Nothing: Jinja would let a text's `format` through here, whatever width it asks for."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The sum, product, power or remainder of two numbers no larger than a document needs."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return _join(context, (left, right))
        sizes = [value.bit_length() for value in (left, right) if isinstance(value, int)]
        if not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise TemplateError(f"`{operator}` stands between what are not two numbers")
        if operator == "**" and (right < 0 or max(sizes, default=1) * right > MOST_BITS):
            raise TemplateError("it reckons with a number that no document needs")
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, int) and result.bit_length() > MOST_BITS:
            raise TemplateError("it reckons with a number that no document needs")
        return result

    def _generate(self, source: nodes.Template, *args: Any, **options: Any) -> str:
        """The code of a template, its loops and macros counting their turns."""
        _count_turns(source, self)
        return super()._generate(source, *args, **options)


def _count_turns(template: nodes.Template, environment: Sandbox) -> None:
    kinds: tuple[Any, ...] = (nodes.For, nodes.Macro, nodes.CallBlock)
    for node in (found for kind in kinds for found in template.find_all(kind)):
        length = sum(len(data.data) for child in node.body for data in _texts(child))
        turn = nodes.ExprStmt(nodes.Filter(nodes.Const(length), _TURN, [], [], None, None))
        node.body.insert(0, turn.set_lineno(node.lineno).set_environment(environment))
    for concat in list(template.find_all(nodes.Concat)):
        _replace(template, concat, environment)


def _texts(node: nodes.Node) -> Iterator[nodes.TemplateData]:
    if isinstance(node, nodes.TemplateData):
        yield node
    yield from node.find_all(nodes.TemplateData)


def _replace(template: nodes.Template, concat: nodes.Concat, environment: Sandbox) -> None:
    """Puts a counted join in the place of a `~`."""
    counted = nodes.Filter(nodes.List(concat.nodes), _JOIN, [], [], None, None)
    counted.set_lineno(concat.lineno).set_environment(environment)
    for parent in [template, *template.find_all(nodes.Node)]:
        for name, value in parent.iter_fields():
            if value is concat:
                setattr(parent, name, counted)
            elif isinstance(value, list):
                setattr(parent, name, [counted if item is concat else item for item in value])
