"""Table of contents: its entries, and those of other lists of pages, in Word's own fields; page numbers come last."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import escape

from bscb_docs.numbering.entries import Caption, Heading
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.marks import mark
from bscb_docs.ooxml.paragraph_words import plain_words
from bscb_docs.word_writer.tables.text_measure import measure_of

_FIRST_LEVEL = ("Heading 1", "Section Heading")
_APPENDIX, _APPENDIX_LEVEL = "Appendix Heading", 4
"""An appendix stands with the first level of the contents, in a style that leaves room for its long number."""

_USUAL_DEPTH = 2
_HEADING = 3
"""Lines that the heading of the contents takes."""

_Entry = tuple[str, str, str]
"""The id of an entry's style, the bookmark that it leads to, and its words."""


def contents(headings: Sequence[Heading], levels: int, house: HouseFile) -> Iterator[Sequence[str]]:
    """The contents: each heading an entry with its number; `levels` 0 is two, where these stand on one page."""
    entries = [(heading.level, _entry(heading, house)) for heading in headings]
    depth = levels or (_USUAL_DEPTH if _is_one_page(entries, house) else 1)
    chosen = [entry for level, entry in entries if level <= depth]
    return _entries(_contents_instruction(depth, house), chosen)


def _entry(heading: Heading, house: HouseFile) -> _Entry:
    number = word_markup.run(heading.number) + "<w:r><w:tab/></w:r>" if heading.number else ""
    style = house.style(f"toc {_listed_level(heading.style, heading.level, house)}")
    return style.id, heading.bookmark, number + word_markup.run(heading.text)


def _is_one_page(entries: Sequence[tuple[int, _Entry]], house: HouseFile) -> bool:
    """Whether the entries down to the usual depth stand on one page, below the heading of the contents."""
    measure, width = measure_of(house), house.text_width
    shown = [(plain_words(words), style) for level, (style, _, words) in entries if level <= _USUAL_DEPTH]
    return sum(measure.lines(words, style, width) for words, style in shown) <= measure.page() - _HEADING


def list_of(label: str, captions: Sequence[Caption], house: HouseFile) -> Iterator[Sequence[str]]:
    """The list of what is counted by a label, such as recommendations: each an entry with the words of its line."""
    style = house.style("table of figures").id
    entries = [(style, each.bookmark, word_markup.run(each.text)) for each in captions if each.label == label]
    return _entries(f'TOC \\h \\z \\c "{label}"', entries)


def show_page(bookmark: str, pages: Mapping[str, int] | None) -> str:
    """A field with the number of the page that a bookmark stands on; nothing where pages are not counted."""
    if pages is None:
        return ""
    return "<w:r><w:tab/></w:r>" + word_markup.field(f"PAGEREF {bookmark} \\h", str(pages.get(bookmark, "000")))


def _contents_instruction(levels: int, house: HouseFile) -> str:
    """The TOC field's words: the styles of each level by name, and nothing by outline level.

    Numbered headings have both, and LibreOffice, updating the contents, would list them twice.
    """
    styles = [(name, 1) for name in _FIRST_LEVEL] + [(_APPENDIX, _listed_level(_APPENDIX, 1, house))]
    styles += [(f"Heading {level}", level) for level in range(2, levels + 1)]
    return f'TOC \\h \\z \\t "{",".join(f"{name},{level}" for name, level in styles)}"'


def _listed_level(style: str, level: int, house: HouseFile) -> int:
    """The level whose style a heading has in the contents; a house without one for appendices lists them as level 1."""
    is_appendix = style.lower() == _APPENDIX.lower() and f"toc {_APPENDIX_LEVEL}" in house.styles
    return _APPENDIX_LEVEL if is_appendix else min(level, 3)


def _entries(instruction: str, entries: Sequence[_Entry]) -> Iterator[Sequence[str]]:
    """Entries of a style, bookmark and words, each a link with the mark of its page, within Word's own TOC field."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for position, (style, bookmark, words) in enumerate(entries):
        page = mark("page", bookmark)
        content = (begin if position == 0 else "") + word_markup.jump(bookmark, f"{words}{page}")
        content += end if position == len(entries) - 1 else ""
        before, after = word_markup.paragraph(style, content).split(page)
        yield from ([before], [page], [after])
