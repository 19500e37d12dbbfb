"""Rule of unfinished texts: nothing left to be filled in, no sentence without its end, no bracket left open."""

import re

from bscb_docs.prose import parse, plain
from bscb_docs.records import (
    Action,
    Ambition,
    Foreword,
    Function,
    Introduction,
    Narrative,
    Outcome,
    Principle,
    Purpose,
    Record,
    Term,
    Update,
)
from bscb_docs.records.values.amount import NO_VALUE
from bscb_docs.rules.engine import Findings, Pack, Passage, at_words, finding_of, name_of, rule

_UNFINISHED = re.compile(
    r"(?=[TtXxLl?._#CcDdEN(\[<])(?:\b(?:TBC|TBA|TBD|XX+|xx+|[Ll]orem ipsum|TODO)\b|\?\?+|\.{5,}|"
    r"_{3,}(?!_|\s*\((?:Chair\w*|Date|Name|Signed|Signature)\))|"
    rf"{NO_VALUE}|"
    r"\b[Cc]lick (?:here|or tap(?: here)?) to enter\b|"
    r"(?:^|(?<=[:(|\ufffc] )|(?<=[(|\ufffc])|(?<=\bdate )|(?<=\bis )|(?<=\bdates ))"
    r"[Tt]o be (?:confirmed|added|completed|inserted)(?=\s*(?:[.)|;\ufffc]|$))|"
    r"\bError! (?:Reference source|Bookmark|Unknown|No )[^.]*\.|\bComment \[\w+\]|"
    r"\bDRAFT\b(?=\s*(?:[-–—:]|NOT\b|v?\d|$))|\b(?:NOT FOR (?:CIRCULATION|PUBLICATION|DISTRIBUTION|SHARING))\b|"
    r"\b[Dd]raft\s*[-–—:,]\s*[Nn]ot for \w+\b|"
    r"\[\[[^\]]*\]\]|\((?:[A-Z]\w+ ){0,3}to (?:check|confirm|add|update)\b[^)]*\)|"
    r"\[(?:[Ii]nsert|[Aa]dd|[Nn]ame|[Dd]ate|[Nn]umber|[Tt]bc|[Cc]omment|[Qq]uery)\b[^\]]*\](?!\()|"
    r"\[[A-Z]{2,3}: [^\]]*\](?!\()|<(?:insert|add|name|date|number)\b[^>]*>)"
)
_WORDS = re.compile(
    r"tb[acd]|xx+|lorem|todo|click|confirmed|added|completed|inserted|error|draft|circulation|publication|distribution|"
    r"sharing"
)
_MARKS = ("??", ".....", "___", "#", "[", "(", "<")
"""Of these words and marks one stands in whatever is still to be filled in."""
_CUT = re.compile(r"\b(?:the|an?|our|their|its|of|that)\s*$")
"""What a paragraph does not end in."""
_LEFT = re.compile(r"(?:\b(?:for|with|from)|[a-z]\s+(?:and|or))\s*$")
"""What a paragraph does not end in either; a point may, before the last one, or as in "what was dealt with"."""
_LAST = 20
"""Characters at the end of a text that hold these words: searched alone, a long text costs no more than a short one."""
_STOPPED = re.compile(r"\s(?:the|and|or|our|their|its)\.(?=\s+[A-Z]|\s*$)")
"""What a sentence does not end in, with a full stop."""
_A_POINT = re.compile(r"\s*(?:[-+*|>]|\d+[.)]|#)")
_CLOSES = {")": "(", "”": "“"}
_LONELY = {
    ")": ": a bracket closes here that was never opened.",
    "(": ": the bracket that opens here is never closed.",
    "“": ": the quotation that opens here is never closed.",
}
_PAIRS = re.compile(
    r"(?P<label>(?:^|(?<=[\s;,￼(]))(?:[a-zA-Z](?:-[a-zA-Z])?|[ivxIVX-]+|[a-zA-Z]?\d[\w.-]{0,4}))?(?P<sign>[()“”])"
)
"""A bracket or quotation mark as typed, with the letter or number that it may stand behind, as in "b)"."""
_MOST = 6
"""Words at the end of a paragraph that are told."""
_NOTHING = re.compile(r"\W*(?:none|n/?a|nil|null|nan|to follow|as above|-+)\W*", re.IGNORECASE)
_WITH_TEXT = (Action, Outcome, Principle, Function, Update, Foreword, Introduction, Ambition, Purpose)
"""Kinds whose text is what is printed of them; a title may stand for it on an action or outcome."""

_MAY_BE_NONE = frozenset({"next", "legal", "finance", "equality", "risk"})
"""Fields that "none" answers: nothing follows, or a cover report has no such implication."""


@rule("TXT-02")
def unfinished_texts(pack: Pack) -> Findings:
    """A placeholder, a text that is only "None", or a record without the text that is printed of it."""
    own = {term.abbreviation for term in pack.board.of(Term)}
    left = {*pack.index.passages_where(_WORDS.fullmatch), *pack.passages_typed(*_MARKS)}
    for passage in pack.passages:
        if _NOTHING.fullmatch(passage.raw) and passage.part not in _MAY_BE_NONE:
            said = f': the {passage.part or "text"} says only "{passage.raw.strip()}".'
            mend = "Write what it is, take it away, or write: not recorded, because ..."
            yield at_words("TXT-02", passage, 0, said, mend)
        is_marked = passage in left and any(sign in passage.raw for sign in ("[", "<", "___"))
        for match in _UNFINISHED.finditer(passage.raw if is_marked else passage.unquoted) if passage in left else ():
            if match[0] not in own and "{{" not in match[0]:
                mend = "Write what belongs there, or word the sentence without it."
                said, read = f': "{match[0]}" is still to be filled in.', (("", "facts read"),)
                yield at_words("TXT-02", passage, match.start(), said, mend, explains=read)
    yield from _broken_off(pack)
    yield from _records_without_text(pack)


def _broken_off(pack: Pack) -> Findings:
    """A text of a report that ends in the middle, and a bracket or quotation mark without its other one.

    Where a paragraph goes on in the next, what is missing in both is told once, where the first ends.
    """
    owner, left, paired = None, set[str](), set(pack.passages_typed(*_LONELY))
    for passage in pack.passages:
        cut = _cut(passage) if isinstance(passage.owner, Narrative) and not passage.is_title else None
        if cut:
            last = " ".join(passage.text[: cut.end()].split()[-_MOST:])
            mend = "Write its end, or take away what is left of it."
            yield at_words("TXT-02", passage, cut.start(), f': "... {last}" is no end of a sentence.', mend)
        signs = _unpaired(passage.raw) if passage in paired else {}
        for sign, starts in signs.items():
            is_told = passage.owner is owner and _CLOSES[sign] in left if sign in _CLOSES else bool(cut)
            for start in starts[is_told:][:1]:
                mend = "Type the other of the two, or take this one away."
                yield at_words("TXT-02", passage, start, _LONELY[sign], mend)
        owner, left = passage.owner, set(signs)


def _cut(passage: Passage) -> re.Match[str] | None:
    """Where a sentence, or the paragraph, ends in the middle."""
    text = passage.unquoted
    last = max(len(text.rstrip()) - _LAST, 0)
    return (
        _STOPPED.search(text)
        or _CUT.search(text, last)
        or (None if _A_POINT.match(passage.raw) else _LEFT.search(text, last))
    )


def _unpaired(text: str) -> dict[str, list[int]]:
    """Where brackets and quotation marks stand whose other one is missing, by the sign.

    A quotation of several paragraphs opens at the beginning of each, and closes at the end of the last.
    """
    if text.count("(") == text.count(")") and text.count("“") == text.count("”"):
        return {}
    opened: dict[str, list[int]] = {"(": [], "“": []}
    closed: list[int] = []
    for match in _PAIRS.finditer(text):
        sign, at = match["sign"], match.start("sign")
        if sign in opened:
            opened[sign].append(at)
        elif opened[_CLOSES[sign]]:
            opened[_CLOSES[sign]].pop()
        elif sign == ")" and not match["label"]:
            closed.append(at)
    begun = len(text) - len(text.lstrip())
    quoted = [at for at in opened["“"] if at > begun]
    return {sign: found for sign, found in ((")", closed), ("(", opened["("]), ("“", quoted)) if found}


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
