"""Compiler: a section's Word template -> a function of its page; kept by content, in the process and between runs."""

import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from attrs import frozen

from bscb_docs.diagnostics.cache import kept, stamp
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.diagnostics.location import Place
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.relationships import Resource
from bscb_docs.template_engine.grammar import forbidden, holds_names_only
from bscb_docs.template_engine.placement import TaggedPlace, find_tag
from bscb_docs.template_engine.sandbox import FAULTS, Sandbox, explain
from bscb_docs.template_engine.tags import environment

Filters = tuple[Callable[..., Any], ...]
"""Functions of a value that a template may use as filters, each by its name."""

TOO_DEEP = (SyntaxError, RecursionError, MemoryError, OverflowError)
"""What Python raises for a template whose loops or conditions stand too deep within each other."""


@frozen(eq=False)
class CompiledSection:
    """A template ready to be filled."""

    name: str
    source: str
    """The Jinja source; a fault's line in it leads to one tag of one paragraph."""
    template: jinja2.Template
    resources: Mapping[str, Resource]
    places: tuple[TaggedPlace, ...]
    environment: Sandbox
    landscape: bool = False
    """True where its page lies on its side."""
    sides: int = 0
    """Twips that such a page keeps free left and right of its text; 0 for as many as the house leaves."""

    def fill(self, names: Mapping[str, Any]) -> list[str]:
        """WordprocessingML in pieces, as the page and the composer fill it: the house and the page's fields by name."""
        return self.environment.fill(self.template, names)

    def place_of(self, line: int) -> tuple[Place, str]:
        """The place of the tag on a line of the source as a person finds it in Word, and the tag."""
        place, tag = find_tag(self.source, line, self.places)
        return (place if place.file else Place(self.name)), tag


def _where(source: str, line: int, places: tuple[TaggedPlace, ...], name: str) -> str:
    place, tag = find_tag(source, line, places)
    return ": ".join(part for part in (str(place) or name, f"`{tag}`" if tag else "") if part)


def compile_section(template: Path | Traversable, house: HouseFile, filters: Filters = ()) -> CompiledSection:
    """The template, with its `filters`, compiled against the house file; TemplateError with the place in Word."""
    try:
        data = template.read_bytes()
    except OSError as fault:
        raise TemplateError(f"The template {template.name} cannot be read. Put it back beside its plugin.") from fault
    return compile_template(data, template.name, house, filters)


@lru_cache(maxsize=256)
def compile_template(data: bytes, name: str, house: HouseFile, filters: Filters = ()) -> CompiledSection:
    """The bytes of a template compiled against the house file: TemplateError, with its place, where they cannot be.

    What was compiled is kept by content, in this process and in the user's cache: to prepare and compile the templates
    of a board takes a fifth of a whole build, and most of that is reading Word's format, which Jinja's own cache of
    code would not spare. Only plain values are kept; the template and its resources are made of them anew.
    """
    sandbox = environment(filters)
    own = " ".join(each.__name__ for each in filters)
    source, code, pictures, tagged, page = kept(
        (_makers(), data, name, house.key, own), lambda: _compile(data, name, house, sandbox)
    )
    resources = {each[0]: Resource(*each) for each in pictures}
    places = tuple(TaggedPlace(Place(name, within=within), tags) for within, tags in tagged)
    return CompiledSection(name, source, _template(code, sandbox), resources, places, sandbox, *page)


def _compile(data: bytes, name: str, house: HouseFile, sandbox: Sandbox) -> tuple[Any, ...]:
    """Source, code, resources and places of a template, in plain values."""
    from bscb_docs.template_engine.source import (
        left_over,
        prepare_template,
    )  # what is kept needs neither docxtpl nor python-docx

    prepared = prepare_template(data, name, house, sandbox.filters)
    source = prepared.source
    places = tuple(paragraph.tagged for paragraph in prepared.paragraphs)
    try:
        tree = sandbox.parse(source)
        if found := forbidden(tree):
            line, what = found
            raise TemplateError(f"{_where(source, line, places, name)}: {what}.")
        code = sandbox.compile(tree)
    except jinja2.TemplateSyntaxError as fault:
        place = _where(source, fault.lineno, places, name)
        raise TemplateError(f"{place}: {str(fault.message).rstrip('.')}. Mend the tag in Word.") from fault
    except TOO_DEEP as fault:
        raise TemplateError(f"{name} sets loops or conditions too deep within each other. Take some out.") from fault
    if left := left_over(source):
        raise TemplateError(f"{name} holds {left}, half of a tag. Mend the tag in Word.")
    pictures = tuple((each.key, each.type, each.target, each.data) for each in prepared.resources.values())
    page = prepared.landscape, prepared.sides
    return source, code, pictures, tuple((each.place.within, each.tags) for each in places), page


@lru_cache(maxsize=64)
def compile_text(xml: str) -> Callable[[Mapping[str, Any]], str]:
    """What fills the text of a header or footer with names; TemplateError where its tags cannot be read, or filled."""
    template = _template(kept((_makers(), xml), lambda: _compile_text(xml)), environment())

    def fill(names: Mapping[str, Any]) -> str:
        try:
            return template.render(names)
        except FAULTS as fault:
            raise TemplateError(f"A header or footer of the house's Word file: {explain(fault)}") from fault

    return fill


def _compile_text(xml: str) -> CodeType:
    from bscb_docs.template_engine.source import left_over, patch_tags, say_words

    try:
        source = say_words(patch_tags(xml))
        tree = environment().parse(source)
        if not holds_names_only(tree):
            raise TemplateError(
                "A header or footer of the house's Word file does more than print names and ask for them. "
                "Keep to tags such as {{ marking }} and {% if draft %}."
            )
        code = environment().compile(tree)
    except (jinja2.TemplateSyntaxError, *TOO_DEEP) as fault:
        raise TemplateError(
            f"A header or footer of the house's Word file: {explain(fault)} Mend it in Word."
        ) from fault
    if left := left_over(source):
        raise TemplateError(
            f"A header or footer of the house's Word file holds {left}, half of a tag. Mend it in Word."
        )
    return code


def _template(code: CodeType, sandbox: Sandbox) -> jinja2.Template:
    return sandbox.template_class.from_code(sandbox, code, sandbox.make_globals(None))


@lru_cache(maxsize=1)
def _makers() -> str:
    """What the making depends on beside the content: Python, the packages that read and compile, and our own rooms."""
    rooms = Path(__file__).parent
    found = [find_spec(name) for name in ("docxtpl", "jinja2", "lxml.etree")]
    packages = [Path(each.origin) for each in found if each and each.origin]
    folders = [rooms, rooms.parent / "ooxml", *(package.parent for package in packages[:2])]
    code = [path for folder in folders for path in sorted(folder.glob("*.py"))]
    return f"{sys.version} {stamp([*code, *packages])}"
