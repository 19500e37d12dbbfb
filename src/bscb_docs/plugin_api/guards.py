"""Guards: what plugins offer, so held that each fault of theirs names the plugin and what its author should do."""

from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from attrs import evolve, fields, frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import (
    BscbDocsError,
    DanglingRefError,
    OptionError,
    PluginError,
    TemplateError,
    UndeclaredOptionError,
)
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.diagnostics.phrases import a
from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.figures.figure import Figure, FigureSource
from bscb_docs.plugin_api.document import Document
from bscb_docs.plugin_api.failure_messages import FAILURES, Giver, failed, place_of
from bscb_docs.plugin_api.page_fits import misfit
from bscb_docs.plugin_api.page_words import unpromised
from bscb_docs.plugin_api.section import Page, Section
from bscb_docs.records import Board, Record, fold
from bscb_docs.records.record_index import name_and_place
from bscb_docs.rules.engine.coded_rule import Rule
from bscb_docs.rules.engine.context import Pack

T = TypeVar("T")

RESERVED = frozenset({"house"})
"""Names that filling gives to templates beside the fields of a page."""


def guard_section(plugin: str, section: Section[Page]) -> Section[Page]:
    """The section, which raises a PluginError wherever it fails or gives something else than its page and records."""
    what = f"Plugin {plugin}: the section {section.name}"

    def ask(own: Callable[..., object] | None, give: Callable[[], Any]) -> Any:
        """What a function of the section gives; PluginError where it fails, OptionError where the register does."""
        try:
            return give()
        except (PluginError, DanglingRefError, TemplateError):  # the last is a fault of the board's house file
            raise
        except FAILURES as fault:
            option = fault.option if isinstance(fault, UndeclaredOptionError) else ""
            takes = [("", f"option {fold(option)} of {section.name}")] if option else []
            raise failed(f"{what} failed", fault, own, "board, document", explains=takes) from fault

    def context(board: Board, document: Document) -> Page | None:
        own = section.context
        page: Page | None = ask(own, lambda: own(board, document))
        if page is None:
            return None
        wrong = _unfit(section, page)
        if told and not wrong:
            again, promised = lambda seen: own(seen, document), lambda: told(board, document)
            wrong = _unpromised(unpromised(again, page, board, document.marking, promised))
        if wrong:
            raise PluginError(f"{what} {wrong}", place_of(own))
        return page

    def prints(board: Board, document: Document) -> Iterable[Record]:
        own = section.prints
        records: tuple[Record, ...] = ask(own, lambda: section.printed(board, document) or ())
        if wrong := next((each for each in records if not isinstance(each, Record)), None):
            given = type(wrong).__name__
            message = f"{what} told of {a(given)} among the records it prints. Give records of the board."
            raise PluginError(message, place_of(own))
        return records

    filters = tuple(_guard_filter(what, each) for each in section.filters)
    told = prints if section.prints else None
    return evolve(section, context=context, prints=told, filters=filters, plugin=plugin)


def _unfit(section: Section[Any], page: object) -> str:
    """What is wrong with what a section gave for its page; "" where nothing is."""
    if isinstance(page, section.page):
        return misfit(page)
    given, wanted = type(page).__name__, section.page.__name__
    return f"gave {a(given)} where its page is {a(wanted)}. Return {a(wanted)}, or None."


def _unpromised(record: Record | None) -> str:
    """What is said of a record whose words a page holds and that its section does not promise; "" of none."""
    if record is None:
        return ""
    said = f"prints words of {name_and_place(record)}, which its `prints` does not give"
    return (
        f"{said}. Give there all that it prints, as in prints=every({type(record).__name__}), or leave its words out."
    )


def _guard_filter(what: str, function: Callable[..., object]) -> Callable[..., object]:
    @wraps(function)
    def guarded(value: object, *args: object) -> object:
        try:
            return function(value, *args)
        except FAILURES as fault:
            raise failed(f"{what} failed in its filter {function.__name__}", fault, function, "value") from fault

    return guarded


def section_fault(giver: Giver, section: Section[Any]) -> PluginError | None:
    """What makes a stranger's section unfit to be used: a field of its page, or a template that cannot be trusted."""
    from bscb_docs.ooxml.package import read_parts
    from bscb_docs.plugin_api.board_look import look_of
    from bscb_docs.template_engine.forbidden_parts import safety_faults  # lxml is not needed where no stranger is
    from bscb_docs.template_engine.tags import environment

    what = f"the section {section.name}"
    if taken := RESERVED & {field.name for field in fields(section.page)}:
        why = f"{what} has a page with a field called {', '.join(sorted(taken))}, which templates keep for the library."
        return giver.fault(f"{why} Give the field another name.")
    if known := sorted({each.__name__ for each in section.filters} & environment().filters.keys()):
        return giver.fault(f"{what} brings a filter called {known[0]}, which there is. Give it another name.")
    name = section.template.name
    try:
        unsafe = next(safety_faults(read_parts(section.template.read_bytes(), name), name), None)
        look_of(None, [section])
    except OSError:
        beside = [each.name for each in Path(str(section.template)).parent.glob("*.docx")]
        mend = did_you_mean(name, beside, "Put it beside the plugin, and into its package.")
        if not Path(str(section.template)).is_absolute():
            mend = f'Write Path(__file__).with_name("{name}").'
        return giver.fault(f"{what}: its template {name} is not there. {mend}")
    except BscbDocsError as fault:
        return giver.fault(f"{what}: {fault}")
    return giver.fault(f"{what}: {name}: {unsafe.message} {unsafe.mend}") if unsafe else None


def _heard(
    what: str, kind: type[T], function: Callable[[Any], Iterable[T]], given: str, argument: object
) -> tuple[list[T], BscbDocsError | None]:
    """What a function of a plugin rightly gives, and what is wrong with the rest, or with the function, if anything."""
    try:
        answer = function(argument)
        found = [answer] if answer is None else list(answer)
    except DanglingRefError as fault:
        return [], fault
    except FAILURES as fault:
        return [], failed(f"{what} failed", fault, function, given)
    right = [each for each in found if isinstance(each, kind)]
    wrong = [type(each).__name__ for each in found if not isinstance(each, kind)]
    if not wrong:
        return right, None
    name = kind.__name__
    message = f"{what} gave {a(wrong[0])} where {a(name)} belongs. Yield {name.lower()}s."
    if found == [None]:
        message = f"{what} gave nothing, not even an empty list. Yield {name.lower()}s: write `yield {name}(...)`."
    return right, PluginError(message, place_of(function))


def guard_rule(plugin: str, rule: Rule) -> Rule:
    """The rule, which gives a finding where it fails, so that the other rules are still heard."""

    def check(pack: Pack) -> Iterable[Finding]:
        what = f"Plugin {plugin}: the rule {rule.code}"
        found, fault = _heard(what, Finding, rule.check, "pack", pack)
        own = [each for each in found if each.code == rule.code]
        if other := next((each for each in found if each.code != rule.code), None):
            message = f"{what} gave a finding with the code {other.code}. A rule's findings bear its own code."
            fault = fault or PluginError(message, place_of(rule.check))
        return [*own, fault_finding(fault)] if fault else own

    return evolve(rule, check=check)


@frozen
class GuardedSource(Compared):
    """A source of figures that gives none where it fails; `read` tells why."""

    plugin: str
    source: FigureSource
    place: Place = NOWHERE
    """The line of the hook that returned it."""

    def __call__(self, board: Board) -> Iterable[Figure]:
        """The figures of the source, or none."""
        return self.read(board)[0]

    def read(self, board: Board) -> tuple[list[Figure], BscbDocsError | None]:
        """The figures of the source, and what is wrong with it, if anything."""
        what = f"Plugin {self.plugin}: {getattr(self.source, '__name__', 'a source')} of its figures"
        return _heard(what, Figure, self.source, "board", board)


def unoffered(fault: BscbDocsError) -> Finding:
    """The finding that tells what a plugin failed to offer: what nobody knows is likely its own, or lacks it."""
    return evolve(
        fault_finding(fault), explains=tuple(("", each) for each in ("kind", "section", "sections", "figure"))
    )


def fault_finding(fault: BscbDocsError) -> Finding:
    """The finding that tells of a plugin's fault, or of a record that a script made and that names nobody."""
    if isinstance(fault, OptionError):
        own = (fault.document, f"option {fault.option} of {fault.section}")
        about, field = (fault.unknown, "reference") if fault.unknown else own
        return finding_of("DOC-02", fault.message, fault.place, fault.mend, about, field=field, explains=(own,))
    if isinstance(fault, PluginError):
        return finding_of("PLG-01", fault.message, fault.place, explains=fault.explains)
    if isinstance(fault, TemplateError):
        return finding_of(fault.code, fault.message, NOWHERE, fault.mend)
    return finding_of("REF-01" if isinstance(fault, DanglingRefError) else "PLG-01", str(fault))
