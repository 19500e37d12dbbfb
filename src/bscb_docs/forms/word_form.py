"""Word form: a form as one Word file in the house's look: what is asked, then each piece of work with its fields.

An answer can be found again by three marks that do not depend on each other: the reference with its check letter and
the label in print, a bookmark in the cell of its answer, and the tag of the field. Programs drop one or the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import field, frozen

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.document_check.checker import check_bytes
from bscb_docs.documents.composer_inputs import composer_of
from bscb_docs.documents.document_assembly import assemble_document
from bscb_docs.documents.document_plan import DocumentPlan
from bscb_docs.documents.filled_pages import Filled
from bscb_docs.documents.publication import publication_of
from bscb_docs.forms.answer_marks import Address, mark_of, with_letter
from bscb_docs.forms.asked_work import AskedWork, asked_work
from bscb_docs.forms.form_wording import END, facts_of, file_name, opening, steps, title_of, wording_for
from bscb_docs.forms.questions import STATE, Question
from bscb_docs.languages.house_words import say, speaking
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.content_controls import choice_control, text_control
from bscb_docs.ooxml.paragraph_text import begun_with
from bscb_docs.plugin_api.document import Document, Paper
from bscb_docs.prose import Text
from bscb_docs.records import AskedForm, Board, Prose, Status
from bscb_docs.word_writer.typesetting.block_markup import set_blocks
from bscb_docs.word_writer.typesetting.composer import Composer
from bscb_docs.word_writer.typesetting.tables_and_pictures import set_caption

_LABELS = 3_400
"""Twips that the column of the questions takes."""


@frozen
class FormFile:
    """A form as a file to be sent, and what is wrong with it as a document."""

    form: AskedForm
    path: Path
    data: bytes = field(repr=False)
    findings: tuple[Finding, ...] = ()


def word_form(board: Board, form: AskedForm) -> FormFile:
    """The form in Word, of the board as it stood on the day of asking: the same records give the same bytes."""
    with speaking(wording_for(board)):
        document = _document(board, form)
        composer = composer_of(publication_of(board), document)
        composer.width = composer.house.text_width
        sheet = _Sheet(composer, board.at(form.asked_on, form.period), form)
        body = list(sheet.pieces(asked_work(board, form)))
        built = assemble_document(board, DocumentPlan(document, ()), Filled(composer, body))
    name = file_name(form, "docx")
    found = check_bytes(built.data, name, built=True)
    return FormFile(form, Path(name), built.data, built.adding(*found).findings)


def _document(board: Board, form: AskedForm) -> Document:
    """What the pages and the properties of a form say of it."""
    title = title_of(board, form)
    return Document(
        "form",
        title,
        say("Update form"),
        form.period.years,
        form.asked_on,
        form.period,
        subject=title,
        edition=say("Form {form}", form=form.id),
        language=board.details.language.tag,
        paper=Paper.WORKING,
    )


@frozen
class _Sheet:
    """Writes the parts of one form in their order."""

    composer: Composer
    board: Board
    form: AskedForm

    def pieces(self, works: tuple[AskedWork, ...]) -> Iterator[str]:
        yield self._heading("heading 1", say("Update form: {title}", title=title_of(self.board, self.form)))
        for words in opening(self.board, self.form, len(works)):
            yield self._line("Normal", words)
        yield self._heading("heading 2", say("How to fill it in"))
        yield set_blocks(self.composer, Prose("\n".join(f"- {words}" for words in steps(self.form))), "Normal")
        if self.board.of(Status):
            yield self._heading("heading 2", say("What each answer to “{question}” means", question=say(STATE.label)))
            yield self._scale()
        yield self._heading("heading 2", say("Your work"))
        for asked in works:
            yield from self._work(asked)
        yield self._line("Normal", say(END))

    def _work(self, asked: AskedWork) -> Iterator[str]:
        work = asked.work
        title = f": {work.title}" if work.title else ""
        yield self._heading("heading 3", f"{with_letter(work.id)}{title}")
        yield set_blocks(self.composer, work.text, "Normal")
        for label, words in facts_of(self.board, asked):
            content = f"{word_markup.run(f'{label}: ', self.composer.house.style('Strong').id)}"
            yield begun_with(set_blocks(self.composer, words, "Normal"), content)
        yield self._fields(asked)

    def _fields(self, asked: AskedWork) -> str:
        head = (
            self._line("Table Heading", with_letter(asked.work.id)),
            self._line("Table Heading", say("Your answer (form {form})", form=self.form.id)),
        )
        rows = [head, *((self._label(each), self._field(asked, each)) for each in asked.questions)]
        widths = (_LABELS, self.composer.width - _LABELS)
        return self._table(widths, rows, say("Your answers about {work}", work=asked.work.id))

    def _label(self, question: Question) -> str:
        strong = self.composer.house.style("Strong").id
        text = self.composer.house.style("Table Text").id
        label = word_markup.paragraph(text, word_markup.run(question.label, strong))
        return label + (word_markup.paragraph(text, word_markup.run(question.hint)) if question.hint else "")

    def _field(self, asked: AskedWork, question: Question) -> str:
        mark = mark_of(Address(self.form.id, asked.code, question.key))
        name = f"{asked.work.id}, {question.label}"
        control, own = self.composer.next_id(), self.composer.next_id()
        if question.key == STATE.key:
            labels = [status.title for status in self.board.of(Status)]
            content = choice_control(control, mark, name, question.prompt, labels)
        else:
            content = text_control(control, mark, name, question.prompt)
        style = self.composer.house.style("Table Text").id
        return word_markup.paragraph(style, word_markup.bookmark(own, mark, content))

    def _scale(self) -> str:
        statuses = self.board.of(Status)
        rows = [(self._line("Table Heading", say("Answer")), self._line("Table Heading", say("What it means")))]
        cell = self.composer.width - _LABELS
        for status in statuses:
            means = set_blocks(
                self.composer, status.text or str(status.means or say("not defined")), "Table Text", cell
            )
            rows.append((self._line("Table Text", status.title), means))
        return self._table((_LABELS, cell), rows, say("What each answer means"))

    def _table(self, widths: Sequence[int], rows: Iterable[Sequence[str]], title: str) -> str:
        """A table under its caption; an answer may be longer than a page, so rows may split."""
        style = self.composer.house.style("Board Table").id
        caption = set_caption(self.composer, "Table", (Text(title),))
        return caption + word_markup.table(style, widths, rows, may_split=True)

    def _heading(self, style: str, words: str) -> str:
        return self.composer.set_heading(style, word_markup.run(words))

    def _line(self, style: str, words: str) -> str:
        return word_markup.paragraph(self.composer.house.style(style).id, word_markup.run(words))
