"""Tags: the language of templates: a sandbox, its filters, and what may be printed."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined
from markupsafe import Markup

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.diagnostics.location import NOWHERE
from bscb_docs.diagnostics.safe_links import full_address
from bscb_docs.figures.figure import Figure
from bscb_docs.figures.ratio import Ratio
from bscb_docs.languages.house_words import say
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.marks import CONTROLS, STX, mark
from bscb_docs.ooxml.pictures import PictureError, PictureFile
from bscb_docs.prose.blocks import Link
from bscb_docs.prose.parser import as_blocks, parse_line
from bscb_docs.records import PartialDate, Prose, YearSpan
from bscb_docs.template_engine.grammar import HOUSE
from bscb_docs.template_engine.sandbox import Sandbox
from bscb_docs.word_writer.typesetting.block_markup import set_blocks
from bscb_docs.word_writer.typesetting.composer import Composer
from bscb_docs.word_writer.typesetting.run_markup import set_runs
from bscb_docs.word_writer.typesetting.tables_and_pictures import draw_picture

_TWIPS_PER_CM = 567
_APART = "\N{EM SPACE}"
"""What stands between the pictures of a row."""


def _composer(context: Context) -> Composer:
    return context[HOUSE]  # type: ignore[no-any-return]  # filling puts it there


def _markup(xml: str) -> Markup:
    return Markup(xml)  # noqa: S704  # every text in it went through word_markup, which escapes


@pass_context
def prose(context: Context, value: Any, sample: str = "Normal", cell: int = 0) -> Markup:
    """Prose, blocks or words as paragraphs; the tag stands alone in its paragraph, whose style is the sample.

    Compiling tells it the width in twips of the cell that it stands in, if it does.
    """
    return _markup(set_blocks(_composer(context), _given(value), sample, cell))


@pass_context
def line(context: Context, value: Any) -> Markup:
    """One line of prose or runs within a paragraph, with its emphasis, figures and references."""
    runs = parse_line(value) if isinstance(value, Prose) else _given(value)
    if isinstance(runs, str):
        return word_markup.words(runs)
    blocks = as_blocks(runs)
    runs = getattr(blocks[0], "runs", ()) if blocks else ()
    return _markup(word_markup.LEAVE + set_runs(_composer(context), runs) + word_markup.ENTER)


@pass_context
def sequence(context: Context, name: str, number: int | None = None) -> Markup:
    """A counting field, as in `Table {{ "Table" | sequence }}`; a number says where it stands if it must be told."""
    return _markup(word_markup.LEAVE + _composer(context).sequence(str(printable(name)), number) + word_markup.ENTER)


@pass_context
def badge(context: Context, name: str, number: int) -> Markup:
    """The word and the counted number that stand before a name, as in `Priority 2:`, in that number's colour."""
    return _markup(word_markup.LEAVE + _composer(context).badge(str(printable(name)), number) + word_markup.ENTER)


def _one_line(name: Any) -> str:
    return " ".join(str(printable(name)).translate(CONTROLS).split())


def named(value: Any, name: str) -> Markup:
    """The words of a heading or caption, open to cross-references by that name."""
    return _markup(mark("name", _one_line(name))) + word_markup.words(str(printable(value)))


@pass_context
def link(context: Context, address: str, text: str = "") -> Markup:
    """A web, e-mail or telephone address as a link; words may be given to stand in its place."""
    runs = set_runs(_composer(context), (Link(text or address, full_address(address)),))
    return _markup(word_markup.LEAVE + runs + word_markup.ENTER)


@pass_context
def picture(context: Context, value: PictureFile | Iterable[PictureFile], sample: str = "Picture") -> Markup:
    """A picture of the page, or several in a row, in a paragraph of its own; none is wider than the text."""
    composer = _composer(context)
    pictures = (value,) if isinstance(value, PictureFile) else value
    row = word_markup.run(_APART).join(filter(None, (_drawn(composer, each) for each in pictures)))
    return _markup(word_markup.paragraph(composer.house.style(sample).id, row) if row else "")


def _drawn(composer: Composer, value: PictureFile) -> str:
    """The run of a picture; a draft is written without one that cannot be set."""
    widest = composer.width or composer.house.text_width
    width, height = min(round(value.width * _TWIPS_PER_CM), widest), round(value.height * _TWIPS_PER_CM)
    words, table = value.text, composer.tally.last_of("Table")
    if value.is_of_table and table:
        words = f"{words} {say('Table {number} has every number.', number=table)}"
    try:
        return draw_picture(composer, value.data, words, width, height)
    except PictureError as fault:
        composer.report("PRO-10", f'The picture "{value.text}" {fault.what}.', NOWHERE, fault.mend)
        return ""


@pass_context
def contents(context: Context, levels: int, sample: str = "toc 1") -> Markup:
    """The place of the contents, down to that level of heading."""
    if not isinstance(levels, int):
        raise TemplateError("`contents` takes the number of levels that it goes down to")
    _composer(context).listed_width = _composer(context).width
    return _markup(mark("contents", str(printable(levels))))


@pass_context
def said(_context: Context, english: str) -> str:
    """Words of a template in the language of what is printed; preparing writes this tag around them.

    What takes no context Jinja would work out once, while it compiles.
    """
    return say(english)


@pass_context
def list_of(context: Context, label: str, sample: str = "table of figures") -> Markup:
    """The place of the list of what is counted by that label, such as Recommendation, Table or Figure."""
    _composer(context).listed_width = _composer(context).width
    return _markup(mark("list", _one_line(label)))


FILTERS: dict[str, Callable[..., Any]] = {
    "badge": badge,
    "contents": contents,
    "line": line,
    "link": link,
    "list_of": list_of,
    "named": named,
    "picture": picture,
    "prose": prose,
    "say": said,
    "sequence": sequence,
}

PRINTABLE = (PartialDate, YearSpan, Figure, Ratio)
"""Values beside words and whole numbers that print as they are."""

BLOCK_FILTERS = frozenset({"prose", "picture", "contents", "list_of"})
"""Filters that give whole paragraphs; their tag stands alone in its paragraph, whose style is their sample."""


@lru_cache(maxsize=32)
def environment(own: tuple[Callable[..., Any], ...] = ()) -> Sandbox:
    """The sandbox that templates run in, with the filters that a section brings: they read a page and nothing else."""
    return Sandbox(printable, {**{each.__name__: _own_filter(each) for each in own}, **FILTERS})


def _own_filter(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function as a filter; what takes no context Jinja would work out once, while it compiles."""

    @pass_context
    def own(_context: Context, value: Any, *args: Any) -> Any:
        return function(value, *args)

    return own


def _given(value: Any) -> Any:
    """The value of a tag; TemplateError where the page has none."""
    if value is None:
        what = "it is empty: the page that Python made gives nothing there."
        raise TemplateError(what, "Give words, or ask for it first, as in {% if ... %}.", "TPL-16")
    return value


def printable(value: Any) -> Any:
    """The value of a tag as it is printed; TemplateError for what would print nonsense."""
    kind = type(value)
    if kind is Markup or kind is int:
        return value
    if kind is str:
        if STX in value:
            raise TemplateError("it holds a character that is no letter or sign; type the words again")
        return value
    _given(value)
    if isinstance(value, Undefined):
        return str(value)  # Jinja knows what was asked of what, and says so in its UndefinedError
    if isinstance(value, Prose):
        mend = "Write {{p ... | prose }} alone in its paragraph, or {{ ... | line }} within one."
        raise TemplateError("it is prose.", mend, "TPL-16")
    if not isinstance(value, PRINTABLE):
        raise TemplateError(f"it is a {kind.__name__} and cannot be printed.", "Print one of its fields.", "TPL-16")
    return str(value)
