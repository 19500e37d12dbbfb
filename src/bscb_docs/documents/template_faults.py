"""Template faults: what keeps a section from being filled, told as template check does, with whose it is."""

from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any

from attrs import evolve, fields, has

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import BscbDocsError, TemplateError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.plugin_api.section import Section
from bscb_docs.template_engine.compiler import CompiledSection
from bscb_docs.template_engine.sandbox import explain


class PlacedError(TemplateError):
    """A fault of a section's template or page that knows its places, so that no section around it gives it another."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(" ".join(f"{each.place}: {each.message} {each.mend}".strip(": ") for each in self.findings))


def uncompiled(fault: TemplateError, section: Section[Any], house: HouseFile) -> PlacedError:
    """All that template check finds in a template that cannot be compiled; where it finds nothing, the fault itself."""
    found = _checked(section, house) or [finding_of(fault.code, fault.message, Place(), fault.mend)]
    return PlacedError(told_of(section, "", found))


def unfilled(
    fault: Exception, compiled: CompiledSection, section: Section[Any], house: HouseFile, names: Mapping[str, Any]
) -> BscbDocsError:
    """What template check finds where filling failed, given the names of the page; else what filling met there."""
    if isinstance(fault, BscbDocsError) and not isinstance(fault, TemplateError):
        return fault
    line, row = _template_frame(fault.__traceback__, names)
    place, tag = compiled.place_of(line)
    found = [each for each in _checked(section, house) if each.place == place]
    if not found:
        told = explain(fault)
        given = " The page that Python made asks for it." if told.code == "TPL-09" else ""
        found = [finding_of(told.code, f"`{tag}`: {told.message}{given}" if tag else told.message, place, told.mend)]
    return PlacedError(told_of(section, row, found))


def require_contrast(section: Section[Any], house: HouseFile) -> None:
    """PlacedError where a style that the section brings is too faint, as template check tells it."""
    if section.styles:
        from bscb_docs.template_check.style_contrast import contrast_faults  # few sections bring any

        if found := [*contrast_faults(house, section.styles, section.template.name)]:
            raise PlacedError(told_of(section, "", found))


def _checked(section: Section[Any], house: HouseFile) -> list[Finding]:
    """What stops in the section's template; nothing where it cannot be read."""
    from bscb_docs.template_check.inspection import inspect_section  # only where something fails

    try:
        return [each for each in inspect_section(section, house) if each.stops]
    except OSError:
        return []


def told_of(section: Section[Any], row: str, found: Iterable[Finding]) -> Iterable[Finding]:
    """The findings with a sentence that says in which section, of which plugin, and at what row they stand."""
    giver = f" of the plugin {section.plugin}" if section.plugin else ""
    where = f"It stands in the section {section.name}{giver}{row}."
    return (evolve(each, message=f"{each.message} {where}") for each in found)


def _template_frame(traceback: TracebackType | None, names: Mapping[str, Any]) -> tuple[int, str]:
    """The line of the template's source that a fault came from, and the row of the innermost loop there.

    Jinja rewrites tracebacks: a frame has the template's own names, those of the page first.
    """
    line, row = 0, ""
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
            own = {name: value for name, value in traceback.tb_frame.f_locals.items() if name not in names}
            row = next((_named(name, own[name]) for name in reversed(own) if has(type(own[name]))), "")
        traceback = traceback.tb_next
    return line, row


def _named(name: str, row: Any) -> str:
    """What a loop has reached, by the first words that it holds."""
    values = (getattr(row, each.name, None) for each in fields(type(row)))
    words = next((value for value in values if isinstance(value, str) and value), "")
    return f", where `{name}` is {words}" if words else ""
