"""Template faults: what fails while a template is filled, told with its place as a person sees it in Word."""

from __future__ import annotations

from types import TracebackType

from bscb_docs.diagnostics.errors import BscbDocsError, TemplateError
from bscb_docs.template_engine.compiler import CompiledSection
from bscb_docs.template_engine.sandbox import explain


class PlacedError(TemplateError):
    """A fault in filling that knows its place already, so that no section around it gives it another."""


def placed_fault(fault: Exception, compiled: CompiledSection) -> BscbDocsError:
    """The fault with its place in the template as a person sees it in Word."""
    if isinstance(fault, BscbDocsError) and not isinstance(fault, TemplateError):
        return fault
    return PlacedError(f"{compiled.place_of(_template_line(fault.__traceback__))}: {explain(fault)}")


def _template_line(traceback: TracebackType | None) -> int:
    """The line of the template's source that a fault came from; Jinja rewrites tracebacks to tell it."""
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
