"""Sandbox: what a template may do: it reads its page, prints, chooses and repeats, runs no code, and comes to an end.

A section's template comes with Python code that has already run, so its loops and numbers are bounded and its memory is
not. The one template from outside is a board's `house.docx`, whose headers hold names and conditions and nothing else.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import jinja2
from jinja2 import StrictUndefined, nodes, pass_context, pass_environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import escape

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.diagnostics.suggestions import nearest, question_of
from bscb_docs.languages.quotation_marks import printed_signs
from bscb_docs.ooxml.marks import STX
from bscb_docs.template_engine.grammar import CALLED
from bscb_docs.word_writer.typesetting.composer import Composer

MOST_TURNS = 1_000_000
"""Turns of loops in one section; a table of 100,000 rows takes 100,000."""
MOST_BITS = 256
"""The largest number that a template may reckon with, in bits: a power of a power would be reckoned for ever."""

SAFE_FILTERS = frozenset(
    {"abs", "attr", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "groupby"}
    | {"int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr"}
    | {"reverse", "round", "select", "selectattr", "sort", "string", "striptags", "sum", "title", "trim", "unique"}
    | {"upper", "wordcount"}
)
"""Jinja's own filters that keep text escaped and make nothing from chance."""
_OF_WORDS = ("capitalize", "e", "escape", "lower", "string", "striptags", "title", "trim", "upper", "wordcount")
"""Filters that make text of whatever they are given; of nothing they would make the word "None"."""

_TURN, _WORDS, _COUNT = " turn", " words", " count"
"""Names that no template can write: filters that are put in when it is compiled, and the count of its turns."""

FAULTS = (
    *(TemplateError, jinja2.TemplateError, ArithmeticError, AttributeError, LookupError),
    *(MemoryError, RecursionError, TypeError, ValueError),
)
"""What filling a template can raise when the template or its page is at fault."""


def explain(fault: BaseException) -> TemplateError:
    """What went wrong, in words for whoever wrote the template."""
    if isinstance(fault, TemplateError):
        return fault
    if isinstance(fault, RecursionError):
        return TemplateError("it calls itself again and again.", "Take the call away.")
    if isinstance(fault, MemoryError):
        return TemplateError("it asks for more than the machine can hold.")
    if isinstance(fault, jinja2.UndefinedError):
        return TemplateError(f"{str(fault).rstrip('.')}.", code="TPL-02")
    return TemplateError(f"{str(fault).rstrip('.')}.")


class _Unknown(StrictUndefined):
    """A name that there is not: whoever uses it is told which was most likely meant."""

    @property
    def _undefined_message(self) -> str:
        """What is unknown of what, and the nearest name."""
        name = self._undefined_name
        if self._undefined_obj is missing or not isinstance(name, str):
            return self._undefined_hint or f"there is no `{name}` here; look at how it is spelt"
        known = [each for each in dir(self._undefined_obj) if not each.startswith("_")]
        asked = question_of(nearest(name, known), mark="`")
        return f"{type(self._undefined_obj).__name__} has no `{name}`" + (f". {asked}" if asked else "")


class _Code(CodeGenerator):
    """Jinja's code, but with one call for each value that is printed: a third of the time of a long table."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.show(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with few filters, counted loops and small numbers; it prints what `printable` lets through."""

    code_generator_class = _Code
    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, printable: Callable[[Any], Any], filters: Mapping[str, Callable[..., Any]]) -> None:
        """The sandbox of templates that may use those filters beside Jinja's safe ones."""
        super().__init__(autoescape=True, undefined=_Unknown, finalize=printable, keep_trailing_newline=True)
        self.globals = {"range": self.globals["range"]}
        self.tests = {name: test for name, test in self.tests.items() if name not in {"defined", "undefined"}}
        self.filters = {**{name: FILTERS[name] for name in SAFE_FILTERS}, **filters}
        self.filters |= {name: _of_words(FILTERS[name]) for name in _OF_WORDS}
        self.filters |= {"join": _join, _TURN: _turn, _WORDS: self.words_of}

    def show(self, value: Any) -> str:
        """A value as it stands in the document: with printed signs and escaped, unless it is markup of ours."""
        if type(value) is str and STX not in value:
            return printed_signs(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return escape(self.finalize(value))  # type: ignore[misc]  # it always has one

    def words_of(self, value: Any) -> Any:
        """A text or number as it is, and of other values what prints; TemplateError where it cannot be printed."""
        return value if isinstance(value, str | int | float) else self.finalize(value)  # type: ignore[misc]  # it has one

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute; a record's field leads nowhere but to its value and is taken at once, for long tables."""
        kind: type = type(obj)
        return getattr(obj, attribute) if attribute in _open(kind) else super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The product, power or remainder of two numbers; TemplateError where it is larger than a document needs."""
        if not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise TemplateError(f"`{operator}` stands between what are not two numbers")
        bits = max((value.bit_length() for value in (left, right) if isinstance(value, int)), default=1)
        if bits > MOST_BITS or (operator == "**" and not 0 <= bits * right <= MOST_BITS):
            raise TemplateError("it reckons with a number that no document needs")
        return super().call_binop(context, operator, left, right)

    def _generate(self, source: nodes.Template, *args: Any, **options: Any) -> str:
        """The code of a template whose loops count their turns."""
        return super()._generate(_Bounded(self).visit(source), *args, **options)

    def fill(self, template: jinja2.Template, names: Mapping[str, Any]) -> list[str]:
        """What the template prints, in pieces; TemplateError once its loops are out of all bounds."""
        return list(template.generate({**names, _COUNT: _Count()}))


@cache
def _open(kind: type) -> frozenset[str]:
    """What is taken at once of a value of that class: a record's open fields, and what is called of the composer."""
    if kind is Composer:
        return CALLED
    return frozenset(each.name for each in getattr(kind, "__attrs_attrs__", ()) if not each.name.startswith("_"))


class _Count:
    """How many turns the loops of a section have taken."""

    turns = 0


@pass_context
def _turn(context: Context, _value: None) -> None:
    """Counts one turn of a loop."""
    count = context[_COUNT]
    count.turns += 1
    if count.turns > MOST_TURNS:
        raise TemplateError(f"its loops turn more than {MOST_TURNS:,} times; take a loop out of another")


def _of_words(own: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, given nothing but what prints."""

    @pass_environment
    def of_words(environment: Sandbox, value: Any, *args: Any, **named: Any) -> Any:
        return own(environment.words_of(value), *args, **named)

    return of_words


@pass_environment
def _join(environment: Sandbox, values: Any, between: str = "", attribute: str | None = None) -> Any:
    """Jinja's own joining, of nothing but what prints."""
    found = map(make_attrgetter(environment, attribute), values) if attribute else values
    return FILTERS["join"](nodes.EvalContext(environment), [environment.words_of(value) for value in found], between)


class _Bounded(NodeTransformer):
    """Puts a count at the start of each loop's turn, and lets nothing be joined with `~` but what prints."""

    def __init__(self, environment: Sandbox) -> None:
        self.environment = environment

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802  # Jinja calls it so
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(self._filter(nodes.Const(None), _TURN, node)).set_lineno(node.lineno))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  # Jinja calls it so
        self.generic_visit(node)
        node.nodes = [self._filter(each, _WORDS, node) for each in node.nodes]
        return node

    def _filter(self, value: nodes.Expr, name: str, place: nodes.Node) -> nodes.Expr:
        made = nodes.Filter(value, name, [], [], None, None, lineno=place.lineno)
        made.set_environment(self.environment)
        return made
