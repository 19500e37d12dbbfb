"""Sandbox: what a template may reach, and how much it may do before it is stopped.

A template can come from outside. It reads the fields of its page and nothing else, and it is stopped by count, not by
the clock: the same template stops at the same place on every machine.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MethodType
from typing import Any

import jinja2
from jinja2 import StrictUndefined, nodes, pass_context, pass_environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.marks import STX

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

_TURN, _JOIN, _MADE = " turn", " join", " made"
"""Names of filters that the compiled template calls; a template that calls one itself gains nothing by it."""
_OF_WORDS = ("capitalize", "e", "escape", "lower", "string", "striptags", "title", "trim", "upper", "wordcount")
"""Filters that make text of whatever they are given: lists that hold each other would become an endless one."""
_PLAIN = (str, bytes, bytearray, int, float, complex, list, tuple, range, set, frozenset, dict, Markup)
"""Python's own values: of what they can do, a template has the methods below and no other."""
_METHODS = frozenset(
    {"capitalize", "count", "endswith", "find", "get", "index", "items", "keys", "lower", "lstrip"}
) | {"removeprefix", "removesuffix", "rstrip", "split", "startswith", "strip", "title", "upper", "values"}
"""What gives no more than it is given."""
_HOLDERS = frozenset({list, tuple, dict, set, frozenset})
_ELEMENT = 8
"""What an element of a list weighs, in characters."""
_MOST_DIGITS = 15
"""Digits after the point that a number can be rounded to."""


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
    if length < 0:  # `map` calls any filter by its name: nothing is ever given back
        raise TemplateError("it counts backwards")
    spent.turns += 1
    if spent.turns > MOST_TURNS:
        raise TemplateError(f"its loops turn more than {MOST_TURNS:,} times; take a loop out of another")
    spend(length)


@pass_environment
def _join(environment: Sandbox, values: Sequence[Any]) -> str:
    """The values one after another, as `~` writes it."""
    joined = markup_join([environment.words_of(value) for value in values])
    spend(len(joined))
    return joined


@pass_environment
def join(environment: Sandbox, value: Any, between: str = "") -> str:
    """The values with something between them; values that hold markup keep it."""
    values = list(value)
    return _join(environment, [part for each in values for part in (between, each)][1:])


@pass_context
def _made(_context: Context, value: Any) -> Any:
    """A list that a template wrote, once all that it holds is counted: lists can hold each other again and again."""
    waiting = [value]
    while waiting:
        held = waiting.pop()
        spend(_ELEMENT * len(held))
        within = [each for each in (held.values() if type(held) is dict else held) if type(each) in _HOLDERS]
        spent.turns += len(within)
        if spent.turns > MOST_TURNS:
            raise TemplateError("its lists hold lists without end; take a list out of another")
        waiting += within
    return value


def _of_words(own: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, given nothing but what prints."""

    @pass_environment
    def of_words(environment: Sandbox, value: Any, *args: Any, **named: Any) -> Any:
        return own(environment.words_of(value), *args, **named)

    return of_words


def _sum(own: Callable[..., Any]) -> Callable[..., Any]:
    """The filter that adds numbers, and no lists."""

    @pass_environment
    def total(environment: Sandbox, values: Any, attribute: Any = None, start: Any = 0) -> Any:
        if not isinstance(start, int | float):
            raise TemplateError("`sum` adds numbers, and it is given something else")
        return own(environment, values, attribute, start)

    return total


def _round(own: Callable[..., Any]) -> Callable[..., Any]:
    """The filter that rounds, to no more digits than a number has."""

    def rounded(value: Any, precision: int = 0, method: Any = "common") -> Any:
        if abs(precision) > _MOST_DIGITS:
            raise TemplateError("it reckons with a number that no document needs")
        return own(value, precision, method)

    return rounded


_NARROWED: Mapping[str, Callable[..., Any]] = {
    **{name: _of_words(FILTERS[name]) for name in _OF_WORDS},
    "round": _round(FILTERS["round"]),
    "sum": _sum(FILTERS["sum"]),
    "join": join,
    _TURN: _turn,
    _JOIN: _join,
    _MADE: _made,
}


class _Code(CodeGenerator):
    """Jinja's code, but with one call for each value that is printed, which escapes it whatever a template asks."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.show(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, made quick for the fields of records and narrow in what it lets grow."""

    code_generator_class = _Code
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, finalize: Callable[[Any], Any], own: type, names: frozenset[str]) -> None:
        """The sandbox of templates that print what `finalize` lets through and call these methods of `own`."""
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=finalize, keep_trailing_newline=True)
        self.globals = {"range": self.globals["range"]}
        self.filters = {**{name: FILTERS[name] for name in SAFE_FILTERS}, **_NARROWED}
        self._fields: dict[type, frozenset[str]] = {}
        self._own, self._names = own, names

    def words_of(self, value: Any) -> Any:
        """A text or number as it is, and of other values what prints; TemplateError where it cannot be printed."""
        return value if isinstance(value, str | int | float) else self.finalize(value)  # type: ignore[misc]  # it has one

    def show(self, value: Any) -> str:
        """A value as it stands in the document: counted, and escaped unless it is markup of ours."""
        if type(value) is Markup:
            spend(len(value))
            return value
        if type(value) is int:
            digits = str(value)
            spend(len(digits))
            return digits
        if type(value) is not str:
            return escape(self.finalize(value))  # type: ignore[misc]  # it always has one
        spent.text += len(value)
        if spent.text > MOST_TEXT or STX in value:
            self.finalize(value)  # type: ignore[misc]  # it says what is wrong
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute; a field of an attrs record is taken at once, for it can lead nowhere but to its value."""
        kind = type(obj)
        if kind is self._own:
            return getattr(obj, attribute) if attribute in self._names else self.unsafe_undefined(obj, attribute)
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
            for value in (*args, *named.values()):
                if type(value) is not str and type(value) is not Macro:
                    raise TemplateError(f"`{called.__name__}` takes words, and it is given something else")
            return called(*args, **named)
        return super().call(context, called, *args, **named)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """False too for what Python's own values can do beside the few methods that make nothing larger."""
        if isinstance(obj, self._own):
            return attr in self._names
        if attr not in _METHODS and any(isinstance(obj, kind) and hasattr(kind, attr) for kind in _PLAIN):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Nothing: Jinja would let a text's `format` through here, whatever width it asks for."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The sum, product, power or remainder of two numbers no larger than a document needs."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return _join(self, (left, right))
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
    _Counted(environment).visit(template)


def _texts(node: nodes.Node) -> Iterator[nodes.TemplateData]:
    if isinstance(node, nodes.TemplateData):
        yield node
    yield from node.find_all(nodes.TemplateData)


class _Counted(NodeTransformer):
    """Puts a counted join in the place of each `~`, and a count around each list that a template writes."""

    def __init__(self, environment: Sandbox) -> None:
        self.environment = environment

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  # Jinja calls it so
        self.generic_visit(node)
        return self._through(_JOIN, nodes.List(node.nodes), node)

    def visit_List(self, node: nodes.Expr) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return self._through(_MADE, node, node)

    visit_Dict = visit_List  # noqa: N815

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        return self.visit_List(node) if node.ctx == "load" else node

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802
        return self._through(_MADE, node, node) if node.name in {"varargs", "kwargs"} and node.ctx == "load" else node

    def _through(self, name: str, value: nodes.Expr, place: nodes.Node) -> nodes.Node:
        counted = nodes.Filter(value, name, [], [], None, None)
        return counted.set_lineno(place.lineno).set_environment(self.environment)
