"""Rules of wording: nothing left to be filled in, one form of date, even lists."""

import re

from bscb_docs.prose import Item, ItemList, parse, plain
from bscb_docs.records import (
    Action,
    Ambition,
    CitedDocument,
    Foreword,
    Function,
    Introduction,
    Narrative,
    Outcome,
    PartialDate,
    Principle,
    Prose,
    Purpose,
    Record,
    Term,
    Update,
    YearSpan,
)
from bscb_docs.rules.engine import Findings, Pack, at_words, blocks_of, finding_of, name_of, rule
from bscb_docs.rules.prose_rules.dates import A_MONTH, A_YEAR

_UNFINISHED = re.compile(
    r"(?=[TtXxLl?._#CcE(\[<])(?:\b(?:TBC|TBA|TBD|XX+|xx+|[Ll]orem ipsum|TODO)\b|\?\?+|\.{5,}|"
    r"_{3,}(?!_|\s*\((?:Chair\w*|Date|Name|Signed|Signature)\))|"
    r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)|"
    r"\b[Cc]lick (?:here|or tap(?: here)?) to enter\b|"
    r"(?:^|(?<=[:(|\ufffc] )|(?<=[(|\ufffc])|(?<=\bdate )|(?<=\bis )|(?<=\bdates ))"
    r"[Tt]o be (?:confirmed|added|completed|inserted)(?=\s*(?:[.)|;\ufffc]|$))|"
    r"\bError! (?:Reference source|Bookmark|Unknown|No )[^.]*\.|\bComment \[\w+\]|"
    r"\[\[[^\]]*\]\]|\((?:[A-Z]\w+ )?to (?:check|confirm|add|update)\b[^)]*\)|"
    r"\[(?:[Ii]nsert|[Aa]dd|[Nn]ame|[Dd]ate|[Nn]umber|[Tt]bc|[Cc]omment|[Qq]uery)\b[^\]]*\](?!\()|<(?:insert|add|name|date|number)\b[^>]*>)"
)
_SIGNS = ("??", ".....", "___", "#", "[", "<", "XX", "xx")
_WORDS = frozenset({
    *("tbc", "tba", "tbd", "lorem", "todo", "click", "confirmed", "added", "completed", "inserted", "error"),
    *("check", "confirm", "update"),
})  # fmt: skip
"""What stands in every one of them: a sign, or a word."""
_CUT = re.compile(
    r"(?:\b(?:the|an?|our|their|its|of|with|that|from)|[a-z]\s+(?:and|or))\s*$|\s(?:the|and|or|our|their|its)\.(?=\s+[A-Z]|\s*$)"
)
"""What a paragraph, or with a full stop a sentence, does not end in."""
_MOST = 6
"""Words at the end of a paragraph that are told."""
_NOTHING = re.compile(r"\W*(?:none|n/?a|nil|null|nan|to follow|as above|-+)\W*", re.IGNORECASE)
_WITH_TEXT = (Action, Outcome, Principle, Function, Update, Foreword, Introduction, Ambition, Purpose)
"""Kinds whose text is what is printed of them; a title may stand for it on an action or outcome."""

_OTHER_DATES = re.compile(
    rf"(?=[\dA-Z])(?<![\w/.-])(?:(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)\s+(?:of\s+)?{A_MONTH}\b(?:,?\s+{A_YEAR})?)"
    rf"|(?P<american>{A_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{A_YEAR})"
    rf"|(?P<short>\d{{1,2}}\s+(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+{A_YEAR})"
    r"|(?P<numeric>\d{1,2}/\d{1,2}/(?:19|20)?\d\d|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|\d\d\.\d\d\.\d\d|(?:19|20)\d\d-\d\d-\d\d)"
    r"|(?P<years>(?:19|20)\d\d(?:/\d\d(?:\d\d)?|[-–](?:19|20)\d\d|–\d\d)))(?![\w/-]|\.\d)"
)
_ACT = re.compile(r"\b(?:Acts?|Regulations?|Rules|Order)\s+$")
_ENDS = {".": "a full stop", ";": "a semicolon", ",": "a comma", "": "nothing"}


_MAY_BE_NONE = frozenset({"next", "legal", "finance", "equality", "risk"})
"""Fields that "none" answers: nothing follows, or a cover report has no such implication."""


@rule("TXT-02")
def unfinished_texts(pack: Pack) -> Findings:
    """A placeholder, a text that is only "None", or a record without the text that is printed of it."""
    own = {term.abbreviation for term in pack.board.of(Term)}
    for passage in pack.passages:
        if _NOTHING.fullmatch(passage.raw) and passage.part not in _MAY_BE_NONE:
            said = f': the {passage.part or "text"} says only "{passage.raw.strip()}".'
            mend = "Write what it is, take it away, or write: not recorded, because ..."
            yield at_words("TXT-02", passage, 0, said, mend)
        if isinstance(passage.owner, Narrative) and not passage.is_title and (cut := _CUT.search(passage.unquoted)):
            last = " ".join(passage.text[: cut.end()].split()[-_MOST:])
            mend = "Write its end, or take away what is left of it."
            yield at_words("TXT-02", passage, cut.start(), f': "... {last}" is no end of a sentence.', mend)
        if not any(sign in passage.raw for sign in _SIGNS) and _WORDS.isdisjoint(passage.words):
            continue
        is_marked = any(sign in passage.raw for sign in ("[", "<", "___"))
        for match in _UNFINISHED.finditer(passage.raw if is_marked else passage.unquoted):
            if match[0] not in own and "{{" not in match[0]:
                mend = "Write what belongs there, or word the sentence without it."
                yield at_words("TXT-02", passage, match.start(), f': "{match[0]}" is still to be filled in.', mend)
    yield from _records_without_text(pack)


def _records_without_text(pack: Pack) -> Findings:
    for record in pack.board.records:
        if isinstance(record, Narrative):
            for section in record.sections:
                if not section.text:
                    message = f'The section "{plain(parse(section.title))}" of {record.title} has no text.'
                    mend = "Write its paragraphs, or take the heading away."
                    yield finding_of("TXT-02", message, section.place, mend, record.id)
        elif isinstance(record, _WITH_TEXT) and not (record.text or _has_title(record) or record.gap("text")):
            if isinstance(record, Update) and _is_label_alone(record):
                continue
            message = f"{pack.called(record)} has no text."
            mend = "Write it below its fields, or beneath the heading that groups them: text: not recorded, because ..."
            cause = f"no text of {type(record).__name__}"
            yield finding_of("TXT-02", message, record.place, mend, name_of(record), cause=cause)


def _is_label_alone(update: Update) -> bool:
    """True for a row of a regular report that gives labels and no words: its months are fewer than a year's."""
    return update.status is not None and update.period is not None and update.period.months < _A_YEAR


_A_YEAR = 12
"""Months."""


def _has_title(record: Record) -> bool:
    return isinstance(record, Action | Outcome | Function) and bool(record.title)


@rule("STY-03")
def other_dates(pack: Pack) -> Findings:
    """A date or a year typed in another form than the house's."""
    cited = {" ".join(record.title.split()) for record in pack.board.of(CitedDocument)}
    for passage in (each for each in pack.passages if each.has_figures):
        for match in _OTHER_DATES.finditer(passage.unquoted):
            first, last = passage.sentence(match.start())
            sentence = " ".join(passage.text[first:last].split())
            if _ACT.search(passage.text[: match.start()]) or any(
                match[0] in name and name in sentence for name in cited
            ):
                continue
            if right := _house_form(match):
                said = f': "{match[0]}" is no date as the house writes it.'
                mend = f"Write: {right}."
                cause = f"dates of the form {match.lastgroup}"
                yield at_words("STY-03", passage, match.start(), said, mend, cause=cause)


def _house_form(match: re.Match[str]) -> str:
    """The date or year in the house's form; "" where it is none after all."""
    words = " ".join(match[0].split())
    try:
        if match["years"]:
            span = YearSpan.from_text(words.replace("–", "-"))
            return str(span) if span.last - span.first <= 5 else ""  # plans run for no longer
        if match["american"]:
            month, day, year = re.split(r"[\s,]+", words)
            words = f"{re.sub(r'[a-z]+', '', day)} {month} {year}"
        elif match["numeric"] and "-" not in words:
            return "the month as a word, as in 5 April 2018"
        elif match["ordinal"] and not re.search(r"\d{4}$", words):
            return re.sub(r"(\d)[a-z]{2}\s+(?:of\s+)?", r"\1 ", words)
        return str(PartialDate.from_text(words))
    except ValueError:
        return ""


@rule("STY-04")
def uneven_lists(pack: Pack) -> Findings:
    """A list in which some points end in a full stop and others do not."""
    for record in pack.board.records:
        for text, block in blocks_of(record, "\n"):
            if isinstance(block, ItemList) and len(block.items) > 1:
                yield from _ends(record, text, block)


def _ends(record: Record, text: Prose, block: ItemList) -> Findings:
    items = [item for item in block.items if not plain(item.blocks[:1]).rstrip().endswith(":")]
    ends = [_end(item) for item in items]
    if not ends:
        return
    *others, last = ends
    kinds = set(others)
    is_running = kinds <= {";", ","} and last == "."
    if len(set(ends)) > 1 and not is_running:
        usual = max(sorted(set(ends)), key=ends.count)
        odd = next(at for at, end in enumerate(ends) if end != usual)
        words = " ".join(plain(items[odd].blocks[:1]).split())[-30:]
        message = f'The point "... {words}" ends in {_ENDS[ends[odd]]}, and others of its list in {_ENDS[usual]}.'
        mend = "End all points of a list alike."
        place = text.place.down(items[odd].line)
        yield finding_of("STY-04", message, place, mend, name_of(record))


def _end(item: Item) -> str:
    words = re.sub(r"\s+(?:and|or)$", "", plain(item.blocks[:1]).strip()).rstrip("\"”’')")
    return words[-1] if words and words[-1] in ".;," else "." if words[-1:] in "?!" and words else ""
