"""Answer lines: the lines of a Word file that came back, each handed in under what is printed and marked beside it.

A file is read as a row of lines: the rows of its tables, and the paragraphs between them. In a table the first cell
says what is asked and the others answer. Text that was copied out of its table says it with the labels alone: what
follows a label is its answer, until the next label or the next piece of work.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, groupby

from attrs import define, evolve, field

from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.forms.answer_marks import FORM, Address, address_in, check_letter, votes, with_letter
from bscb_docs.forms.answer_sheet import AnswerSheet, TypedWords, typed
from bscb_docs.forms.form_wording import END
from bscb_docs.languages.house_words import say
from bscb_docs.ooxml.passages import Passage
from bscb_docs.records import fold

_REFERENCE = re.compile(r"(?=\S*\d)(\S{1,60})[ \u00a0]([A-Z])(?=$|[\t:])")
_FROM_LABEL = re.compile(r"(.{1,60}?)\s*(?:[\t:]\s*|$)")


@define(eq=False)
class LineReader:
    """Reads one file; `form`, `work` and `question` are what the last line in print named."""

    sheet: AnswerSheet
    said_by_form: Collection[str]
    """Every line of the form as it was sent, folded."""
    form: str
    work: int = 0
    question: str = ""
    is_told: bool = False
    """True after a reference that is of no work: that its answers are about no work is told with it."""
    hints: set[str] = field(init=False)
    ids: list[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """What a line is held against."""
        self.hints = {fold(question.hint) for work in self.sheet.works for question in work.questions}
        self.ids = [fold(each.work.id) for each in self.sheet.works]

    def read(self, passages: Iterable[Passage]) -> None:
        """Hands in every line of the file."""
        for row in rows_of(passages):
            if row[0].cell:
                self._read_row(row)
            else:
                for line in row[0].text.split("\n"):
                    self._read_line(evolve(row[0], text=self._without_hint(line.strip())))

    def _read_row(self, row: list[Passage]) -> None:
        first = [passage for passage in row if passage.cell == row[0].cell]
        others = row[len(first) :]
        self.question = ""
        marked = any(_is_marked(passage) for passage in row)
        label = next((key for passage in first if (key := self._key_of(passage.text))), "")
        reference = _REFERENCE.match(first[0].text)
        if reference and not label and not marked:
            self._enter(reference, row)
        elif not label and not marked:
            for passage in row:
                self._keep_outside(passage)
        else:
            answer = others if label or others else first
            for passage in first if label else ():
                if self._key_of(passage.text) != label:
                    self._keep_outside(passage)
            text = "\n".join(passage.text for passage in answer if passage.text)
            self._hand_in(label, row, evolve(row[-1], text=text))

    def _without_hint(self, line: str) -> str:
        """The line without the hint that stands before its answer where a row of a table became plain text."""
        hint, _, answer = line.partition("\t")
        return answer if fold(hint) in self.hints else line

    def _read_line(self, line: Passage) -> None:
        """A line outside tables; one of an answer goes on until the next label."""
        reference = _REFERENCE.match(line.text)
        if reference and self._names_work(reference, line.text):
            self._enter(reference, [line])
            return
        label = _FROM_LABEL.match(line.text)
        key = self._key_of(label[1]) if label else ""
        if key and label:
            self.question = key
            self._hand_in(key, [line], evolve(line, text=line.text[label.end() :]))
        elif fold(line.text) == fold(say(END)):
            self.question = ""
        elif not line.text:
            return
        elif self.question or _is_marked(line):
            self._hand_in(self.question, [line], line, goes_on=True)
        else:
            self._keep_outside(line)

    def _names_work(self, reference: re.Match[str], line: str) -> bool:
        is_asked = fold(reference[1]) in self.ids
        return is_asked or reference[2] == check_letter(reference[1]) or FORM.search(line) is not None

    def _enter(self, reference: re.Match[str], row: list[Passage]) -> None:
        """What follows is about the work of that reference; a finding where the form asks of no such work."""
        codes = [code for passage in row for code in FORM.findall(passage.text)]
        typed_id, letter, within = reference[1], reference[2], row[0].within
        self.form, self.work, self.question = codes[0] if codes else self.sheet.form.id, 0, ""
        self.is_told = False
        if self.form != self.sheet.form.id:
            self.work = 1  # its answers are handed back as another form's, whatever the work
        elif fold(typed_id) not in self.ids:
            near = did_you_mean(f"{typed_id} {letter}", [with_letter(each.work.id) for each in self.sheet.works])
            message = f'"{typed_id} {letter}" is no work that form {self.form} asks about.'
            self.sheet.tell("FRM-05", message, within, near)
            self.is_told = True
        elif letter != check_letter(typed_id):
            message = f'The letter after {typed_id} is "{letter}", and should be {check_letter(typed_id)}.'
            self.sheet.tell("FRM-05", message, within, f"Look whether {typed_id} is meant.")
            self.is_told = True
        else:
            self.work = self.ids.index(fold(typed_id)) + 1

    def _key_of(self, text: str) -> str:
        """The key of the question whose label this is: of the work now read, else of any."""
        words = fold(text.strip().removesuffix(":"))
        works = self.sheet.works
        here = works[self.work - 1 : self.work] if self.work else ()
        return next((each.key for work in (*here, *works) for each in work.questions if fold(each.label) == words), "")

    def _hand_in(self, key: str, row: list[Passage], answer: Passage, *, goes_on: bool = False) -> None:
        printed = Address(self.form, self.sheet.works[self.work - 1].code, key) if key and self.work else None
        bookmarks = chain.from_iterable(passage.bookmarks for passage in row)
        tags = chain.from_iterable(passage.tags for passage in row)
        said, words = votes(printed, bookmarks, tags), TypedWords(typed(answer.text), answer.within)
        if said.address is None and not said.disagree and self.is_told:
            self.sheet.remarks += [TypedWords(words.text, self._beside(answer))] if words.text else []
        else:
            self.sheet.hand_in(said, words, self._beside(answer), goes_on=goes_on)

    def _keep_outside(self, passage: Passage) -> None:
        """Words that are neither the form's own nor an answer."""
        lines = [line for line in passage.text.split("\n") if fold(line) not in self.said_by_form]
        if words := typed("\n".join(lines)):
            message = "Words stand outside the fields, and are kept as a remark"
            self.sheet.remark(words, self._beside(passage), "FRM-09", message, passage.within)

    def _beside(self, passage: Passage) -> str:
        """Beside what a remark stood: the work, and the place in the file."""
        here = self.sheet.works[self.work - 1 : self.work] if self.work else ()
        return ", ".join((*(each.work.id for each in here), passage.within))


def lines_said(passages: Iterable[Passage]) -> frozenset[str]:
    """Every line of a form as it was sent, folded: its paragraphs, and its rows as they are where they became text."""
    rows = list(rows_of(passages))
    as_text = ("\t".join("\n".join(p.text for p in cell) for _, cell in groupby(row, lambda p: p.cell)) for row in rows)
    said = (*(passage.text for row in rows for passage in row), *as_text)
    return frozenset(fold(line) for text in said for line in text.split("\n"))


def _is_marked(passage: Passage) -> bool:
    return any(address_in(mark) for mark in (*passage.bookmarks, *passage.tags))


def rows_of(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    """The passages of each row of a table together, and each paragraph by itself."""

    def key(numbered: tuple[int, Passage]) -> tuple[int, int]:
        number, passage = numbered
        return (passage.cell.table, passage.cell.row) if passage.cell else (0, number)

    for _, group in groupby(enumerate(passages), key=key):
        yield [passage for _, passage in group]
