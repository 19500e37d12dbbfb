"""Answer sheet: gathers the words of one form under the questions that their marks name, and loses none of them."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field, frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.forms.answer_marks import Address, Votes
from bscb_docs.forms.asked_work import AskedWork
from bscb_docs.forms.questions import CHOOSE, TYPE, Question
from bscb_docs.languages.house_words import say
from bscb_docs.reading.source_lines import without_bad
from bscb_docs.records import AskedForm, fold

_LONGEST = 60
"""Characters of what was typed that a finding shows."""


@frozen
class TypedWords:
    """What somebody typed, and where they stand in the file, or beside what they stood."""

    text: str
    within: str = ""

    @property
    def short(self) -> str:
        """The words in quotation marks, cut short, for a message."""
        line = " ".join(self.text.split())
        return f'"{line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}..."}"'


@frozen
class ReturnedForm:
    """A file that came back; without a form where it is none that the board sent."""

    file: str
    form: AskedForm | None = None
    works: tuple[AskedWork, ...] = ()
    answers: Mapping[tuple[str, str], TypedWords] = field(factory=dict)
    """By the folded id of the work and the key of the question."""
    remarks: tuple[TypedWords, ...] = ()
    findings: tuple[Finding, ...] = ()


def typed(text: str) -> str:
    """What a person typed: without the prompt of the field, wherever it was left, and without signs no record holds."""
    text = without_bad(text).replace("\t", " ")
    for prompt in (TYPE, CHOOSE, say(TYPE), say(CHOOSE)):
        text = text.replace(prompt, "")
    return "\n".join(line.strip() for line in text.split("\n")).strip()


@define(eq=False)
class AnswerSheet:
    """What was found so far in one file; a reader hands words in, with what the marks beside them say."""

    file: str
    form: AskedForm
    works: tuple[AskedWork, ...]
    found: dict[Address, list[TypedWords]] = field(factory=dict)
    remarks: list[TypedWords] = field(factory=list)
    findings: list[Finding] = field(factory=list)

    def hand_in(self, said: Votes, words: TypedWords, near: str, *, goes_on: bool = False) -> None:
        """Puts words to the answer that the votes name, or to one that goes on; else to a remark, with a finding."""
        address = said.address
        if address is None or self.question_at(address) is None:
            self._hand_back(said, words, near)
            return
        if said.disagree and words.text:
            asked = self._asked(address)
            message = f"One of the marks of {words.short} says otherwise; two say that it is about {asked}."
            self.tell("FRM-07", message, words.within)
        before = self.found.setdefault(address, [])
        if goes_on and before:
            before[-1] = TypedWords("\n".join(filter(None, (before[-1].text, words.text))), before[-1].within)
        else:
            before.append(words)

    def question_at(self, address: Address) -> Question | None:
        """The question of this form at that address, if there is one."""
        works = (each for each in self.works if each.code == address.work) if address.form == self.form.id else ()
        return next((q for asked in works for q in asked.questions if q.key == address.question), None)

    def _asked(self, address: Address) -> str:
        """The id of the work at an address of this form."""
        return next(each.work.id for each in self.works if each.code == address.work)

    def _hand_back(self, said: Votes, words: TypedWords, near: str) -> None:
        """Keeps words that cannot be put to a question, and says why not."""
        if not words.text:
            return
        self.remarks.append(TypedWords(words.text, near))
        if said.address and said.address.form != self.form.id:
            self.tell("FRM-04", f"{words.short} belongs to form {said.address.form}.", words.within)
        elif said.disagree:
            message = f"The marks of {words.short} disagree, so it cannot be said which question it answers."
            self.tell("FRM-06", message, words.within)
        else:
            self.tell("FRM-06", f"It cannot be said which work {words.short} is about.", words.within)

    def remark(self, text: str, near: str, code: str, message: str, within: str = "") -> None:
        """Keeps words that answer no question, with a finding: the message and the words."""
        words = TypedWords(text, near)
        self.remarks.append(words)
        self.tell(code, f"{message}: {words.short}.", within)

    def tell(self, code: str, message: str, within: str = "", mend: str = "") -> None:
        """Notes a finding at its place in the file."""
        finding = finding_of(code, message, Place(self.file, within=within), mend)
        if finding not in self.findings:
            self.findings.append(finding)

    def close(self) -> ReturnedForm:
        """The form as it was understood: one answer for each question, and neither of two that differ."""
        answers = dict(self._settled())
        return ReturnedForm(self.file, self.form, self.works, answers, tuple(self.remarks), tuple(self.findings))

    def _settled(self) -> Iterator[tuple[tuple[str, str], TypedWords]]:
        doubled: dict[str, str] = {}
        refused: set[str] = set()
        for address, given in self.found.items():
            texts = {fold(words.text): words for words in given if words.text}
            work = self._asked(address)
            if len(texts) > 1:
                refused.add(work)
                self._refuse_both(address, work, tuple(texts.values()))
            elif texts:
                yield (fold(work), address.question), next(iter(texts.values()))
                if len(given) > 1:
                    doubled.setdefault(work, given[1].within)
        for work, within in doubled.items():
            if work not in refused:
                message = f"What is asked about {work} stands in the form twice; what is answered alike is taken once."
                self.tell("FRM-17", message, within)

    def _refuse_both(self, address: Address, work: str, given: Sequence[TypedWords]) -> None:
        """Keeps answers of one question that differ as remarks."""
        question = self.question_at(address)
        label = question.label if question else ""
        both = " and ".join(words.short for words in given)
        self.tell("FRM-08", f"“{label}” of {work} is answered twice: {both}.", given[0].within)
        self.remarks += [TypedWords(words.text, f"{work}, {label}") for words in given]
