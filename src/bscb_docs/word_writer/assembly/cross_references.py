"""Cross-references: the marks of filled text replaced by what they print, once all is counted."""

from collections.abc import Iterator, Sequence

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.marks import STX, mark, split_at_marks
from bscb_docs.word_writer.assembly.table_of_contents import contents, list_of
from bscb_docs.word_writer.typesetting.composer import Composer

_KEPT = frozenset({"turn", "page"})
"""Marks that stay in the text until its pages are laid out."""


def replace_marks(composer: Composer, body: Sequence[str]) -> Iterator[Sequence[str]]:
    """The body in stretches, its references and contents in place; a mark that stays is a stretch of its own."""
    done = 0
    for position in [position for position, piece in enumerate(body) if STX in piece]:
        yield body[done:position]
        done = position + 1
        words, *marks = split_at_marks(body[position])
        yield [words]
        for kind, value, after in zip(marks[::3], marks[1::3], marks[2::3], strict=True):
            if kind == "ref":
                yield [_reference(composer, int(value))]
            elif kind == "contents":
                yield from contents(composer.tally.headings(), int(value), composer.house)
            elif kind == "list":
                yield from list_of(value, composer.tally.captions(), composer.house)
            elif kind in _KEPT:
                yield [mark(kind, value)]
            yield [after]
    yield body[done:]


def _reference(composer: Composer, number: int) -> str:
    """The runs of a cross-reference: a link of all its words, a number a live field; words where no target is.

    The words stand in the style of no style, for LibreOffice makes no link of words that stand in none.
    """
    answer = composer.tally.references.answer(number)
    if answer.message:
        asked = composer.tally.references.asked[number]
        found = finding_of("APP-05", answer.message, asked.place, answer.mend, asked.target, field="reference")
        composer.note_finding(found)
    target = answer.target
    if target is None:
        return word_markup.run(answer.lead) if answer.lead else ""
    plain = composer.house.style(word_markup.NO_STYLE).id
    lead = word_markup.run(answer.lead, plain) if answer.lead else ""
    instruction = " ".join(part for part in ("REF", target.bookmark, target.switch) if part)
    counted = word_markup.field(instruction, target.number, plain) if target.number else ""
    tail = word_markup.run(answer.tail, plain) if answer.tail else ""
    return word_markup.jump(target.bookmark, lead + counted + tail)
