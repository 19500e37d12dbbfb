"""Answer cards: what a form says as records: updates, readings, requests, and remarks for what no record can hold."""

from collections.abc import Callable, Iterator

from attrs import define, field

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.phrases import sentences
from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.forms.answer_sheet import ReturnedForm, TypedWords
from bscb_docs.forms.asked_work import AskedWork
from bscb_docs.forms.form_wording import wording_for
from bscb_docs.forms.questions import DEADLINE, HAPPENED, NEXT, PASSED_ON, REASON, SHOWN, STATE, Question, readings_of
from bscb_docs.forms.record_cards import Card, as_prose, as_value
from bscb_docs.languages.house_words import recorded_words, speaking
from bscb_docs.records import (
    Amount,
    AskedForm,
    Board,
    PartialDate,
    Rating,
    Reading,
    Record,
    Remark,
    Request,
    Status,
    Update,
    fold,
    with_year,
)

_ORDER: tuple[type[Record], ...] = (Update, Reading, Request, Remark)


@define(eq=False)
class AnswerCards:
    """The cards of one form, as they are made; an answer that its question cannot take becomes a remark."""

    board: Board
    returned: ReturnedForm
    form: AskedForm
    cards: list[Card] = field(factory=list)
    findings: list[Finding] = field(factory=list)

    def make(self) -> None:
        """Every answer as a card, in the order of the form; then the remarks."""
        for asked in self.returned.works:
            self.cards += filter(None, (self._update(asked), self._request(asked)))
            self.cards += self._readings(asked)
        for words in self.returned.remarks:
            self._remark(words.within, words.text)
        self.cards.sort(key=lambda card: _ORDER.index(card.record))
        if not self.cards:
            self._tell("FRM-15", "Nothing is filled in.", TypedWords(""))

    def _update(self, asked: AskedWork) -> Card | None:
        state, happened, shown, step = (self._words(asked, each) for each in (STATE, HAPPENED, SHOWN, NEXT))
        status = self._taken(asked, STATE, state, self._status)
        if state and not status:
            self._hold_back(asked)
            return None
        if not (status or happened or shown or step):
            return None
        lines = [("status", status or "not rated, because the form gave no state")]
        lines.append(("by", self.form.owner.name))
        lines += [("shown by", as_value(line)) for line in (shown.text if shown else "").split("\n") if line.strip()]
        lines += [("next", as_value(step.text))] if step else []
        return Card(Update, "about", asked.work.id, tuple(lines), as_prose(happened.text) if happened else "")

    def _hold_back(self, asked: AskedWork) -> None:
        """Keeps as remarks what came with a state that cannot be read: else an update would hide the last state."""
        for question in (HAPPENED, SHOWN, NEXT):
            if words := self._words(asked, question):
                self._remark(f"{asked.work.id}, {question.label}", words.text)

    def _readings(self, asked: AskedWork) -> Iterator[Card]:
        for question, measure in zip(readings_of(asked.measures), asked.measures, strict=True):
            value = self._taken(asked, question, self._words(asked, question), self._amount)
            if value:
                source = f"{self.board.get(self.form.owner).title}"
                yield Card(Reading, "measure", measure.id, (("value", value), ("source", source)))

    def _request(self, asked: AskedWork) -> Card | None:
        deadline, reason, owner = (self._words(asked, each) for each in (DEADLINE, REASON, PASSED_ON))
        day = self._taken(asked, DEADLINE, deadline, self._day)
        if day and not reason:
            self._tell("FRM-16", f"A new deadline of {asked.work.id} is asked for without a reason.", deadline)
        if not (day or owner):
            if reason:
                self._remark(f"{asked.work.id}, {REASON.label}", reason.text)
                if not deadline:
                    message = f"A reason is given for a new deadline of {asked.work.id}, and no day."
                    self._tell("FRM-14", message, reason)
            return None
        lines = [("new deadline", day)] if day else []
        lines += [("new owner", as_value(owner.text))] if owner else []
        lines += [("by", self.form.owner.name), ("on", str(self.form.answers_by))]
        lines += [("because", as_value(reason.text))] if reason else []
        return Card(Request, "about", asked.work.id, tuple(lines))

    def _words(self, asked: AskedWork, question: Question) -> TypedWords | None:
        return self.returned.answers.get((fold(asked.work.id), question.key))

    def _taken(self, asked: AskedWork, question: Question, words: TypedWords | None, read: Callable[[str], str]) -> str:
        """The answer as its field takes it; "" where there is none, or it was kept as a remark with a finding."""
        if words is None:
            return ""
        try:
            return read(as_value(words.text))
        except ValueError as fault:
            wrong, mend = sentences(str(fault))
            where = f"{asked.work.id}, {question.label}"
            self._remark(where, words.text)
            self._tell("FRM-14", f"[{asked.work.id}], “{question.label}”: {wrong}", words, mend)
            return ""

    def _status(self, text: str) -> str:
        """The label of the board's scale, with what it holds under; ValueError with the nearest label."""
        labels = {fold(status.title): status.title for status in self.board.of(Status)}
        rating = Rating.from_text(text if fold(text.rstrip(".")) not in labels else text.rstrip("."))
        if rating.status is None:
            return text
        if fold(rating.status.name) not in labels:
            near = did_you_mean(rating.status.name, labels.values())
            raise ValueError(f'"{text}" is none of the board\'s states; {near}')
        but = f", but {rating.but}" if rating.but else ""
        return f"{labels[fold(rating.status.name)]}{but}"

    def _remark(self, where: str, text: str) -> None:
        title = as_value(where).replace("“", '"').replace("”", '"') or "words in the form"
        self.cards.append(Card(Remark, "title", title, (("form", self.form.id),), as_prose(text)))

    def _tell(self, code: str, message: str, words: TypedWords | None, mend: str = "") -> None:
        within = words.within if words else ""
        self.findings.append(finding_of(code, message, Place(self.returned.file, within=within), mend))

    def _amount(self, text: str) -> str:
        return str(Amount.from_text(self._recorded(text)))

    def _day(self, text: str) -> str:
        day = self._recorded(text)
        if dated := with_year(day, self.form.asked_on):
            raise ValueError(f'"{day}" has no year and cannot be placed; write the year too, as in {dated}')
        PartialDate.from_text(day)
        return day

    def _recorded(self, text: str) -> str:
        with speaking(wording_for(self.board)):
            return recorded_words(text.rstrip("."))
