"""Run markup: the words, links, references and signs of one line, and for a figure in braces its value."""

from collections.abc import Iterable
from functools import partial

from attrs import evolve

from bscb_docs.diagnostics.location import NOWHERE
from bscb_docs.diagnostics.safe_links import is_safe_link
from bscb_docs.figures.number_words import fitting
from bscb_docs.languages.quotation_marks import printed_signs
from bscb_docs.numbering.entries import PrintedNote
from bscb_docs.numbering.reference_targets import Asked
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.paragraph_words import words_told
from bscb_docs.ooxml.relationships import Resource
from bscb_docs.ooxml.xml_trees import RELATIONSHIPS
from bscb_docs.prose.blocks import Link, Note, Reference, Run, Runs, Text, Token
from bscb_docs.word_writer.typesetting.composer import Composer

_ANY = "0"
"""Stands for a reference or a figure, whose words begin and end with a letter or number."""
_PLAIN_SIGNS = str.maketrans("\u2714\u2716\u25b6\u25c0", "\u2713\u2717\u25ba\u25c4")
"""Signs that are emoji, whose fonts leave holes in a PDF, and in their place those that are letters."""
_HYPERLINK = f"{RELATIONSHIPS}/hyperlink"


def set_runs(composer: Composer, runs: Iterable[Run]) -> str:
    """The runs of one line, its quotation marks and apostrophes those of print."""
    line = _printed(tuple(runs))
    return "".join(_set_run(composer, item, line[at + 1 : at + 2]) for at, item in enumerate(line))


def _printed(line: Runs) -> Runs:
    """The line with printed signs: which way one turns can depend on the run beside it."""
    words = [item.text if isinstance(item, Text | Link) else _ANY for item in line]
    if not any("'" in text or '"' in text for text in words):
        return line
    sides = zip(line, ("", *words), (*words[1:], ""), strict=False)
    return tuple(
        evolve(item, text=printed_signs(item.text, before, after)) if isinstance(item, Text | Link) else item
        for item, before, after in sides
    )


def _set_run(composer: Composer, item: Run, following: Runs) -> str:
    if isinstance(item, Text):
        style = "Strong" if item.strong else "Emphasis" if item.emphasis else ""
        return word_markup.run(item.text, composer.house.style(style).id if style else "", item.language)
    if isinstance(item, Link):
        return _set_link(composer, item)
    if isinstance(item, Reference):
        return composer.refer(Asked(item.word, item.target, item.place, item.after))
    if isinstance(item, Token):
        words = next((run.text for run in following if isinstance(run, Text)), "")
        return word_markup.run(fitting(_value_of(composer, item), words))
    if isinstance(item, Note):
        return _set_note(composer, item, is_followed=any(isinstance(run, Note) for run in following))
    return word_markup.run(item.text.translate(_PLAIN_SIGNS), composer.symbol_style(item.style))


def _value_of(composer: Composer, item: Token) -> str:
    """The value of a figure as the house prints it; a name without one is a finding and stands in brackets."""
    found = composer.figures.get(item.name)
    if found is not None and found.value is not None:
        return str(found)
    from bscb_docs.figures.missing_figures import missing_figure  # few are

    composer.note_finding(missing_figure(item.name, composer.figures, item.place))
    return f"[{item.name}]"


def _set_note(composer: Composer, note: Note, *, is_followed: bool) -> str:
    """The number of a note, whose words go to the foot of the page or the end of the document.

    A comma parts it from the number of a note that follows at once: 2 and 3 would else be read as 23.
    """
    house, kind = composer.house, composer.note_kind
    number = composer.tally.count_note()
    mark, text = (house.style(f"{kind} {part}").id for part in ("reference", "text"))
    at = composer.tally.here
    with composer.in_note():
        paragraphs = [(text, set_runs(composer, paragraph.runs)) for paragraph in note.paragraphs]
    composer.tally.note(PrintedNote(number, ""), partial(words_told, "\n".join(words for _, words in paragraphs)), at)
    own = house.note_frame(kind).first + number - 1
    composer.notes[number] = word_markup.note(kind, own, mark, paragraphs)
    return word_markup.note_reference(kind, own, mark) + (word_markup.run(",", mark) if is_followed else "")


def in_brackets(runs: Iterable[Run]) -> Runs:
    """The runs as they stand in a cell of a table, which has no room for notes: their words follow in brackets."""
    line: list[Run] = []
    for item in runs:
        line.append(item)
        if isinstance(item, Note):
            inner = [run for paragraph in item.paragraphs for run in (Text(" "), *paragraph.runs)]
            line[-1:] = (Text(" ("), *inner[1:], Text(")"))
    return tuple(line)


def _set_link(composer: Composer, item: Link) -> str:
    """The words of a link that can be followed; those alone, with a finding, where its address is no safe one."""
    if is_safe_link(item.address):
        return word_markup.link(
            _address(composer, item.address), item.text, composer.house.style("Hyperlink").id, item.language
        )
    message = f'"{item.text}" leads to {item.address}, which is no web, e-mail or telephone address.'
    composer.report("PRO-09", message, NOWHERE, "Write an address that begins with https://, mailto: or tel:.")
    return word_markup.run(item.text)


def _address(composer: Composer, address: str) -> str:
    """The relationship id of an address, which the document holds once."""
    resource = Resource(f"link{len(composer.resources) + 1}", _HYPERLINK, address)
    known = next((known for known in composer.resources.values() if known.target == address), resource)
    return composer.add_resource(known)
