"""Rules of wording: one form of date, even lists, no word, sign or paragraph twice."""

import re

from bscb_docs.prose import ItemList, plain
from bscb_docs.records import CitedDocument, Narrative, PartialDate, Prose, Record, YearSpan
from bscb_docs.rules.engine import Findings, Pack, at_words, blocks_of, finding_of, name_of, rule
from bscb_docs.rules.english.dates import A_MONTH, A_YEAR

_OTHER_DATES = re.compile(
    rf"(?=[\dA-Z])(?<![\w/.-])(?:(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)\s+(?:of\s+)?{A_MONTH}\b(?:,?\s+{A_YEAR})?)"
    rf"|(?P<american>{A_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{A_YEAR})"
    rf"|(?P<short>\d{{1,2}}\s+(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+{A_YEAR})"
    r"|(?P<numeric>\d{1,2}/\d{1,2}/(?:19|20)?\d\d|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|\d\d\.\d\d\.\d\d|(?:19|20)\d\d-\d\d-\d\d)"
    r"|(?P<years>(?:19|20)\d\d(?:/\d\d(?:\d\d)?|[-–](?:19|20)\d\d|–\d\d)))(?![\w/-]|\.\d)"
)
_ACT = re.compile(r"\b(?:Acts?|Regulations?|Rules|Order)\s+$")
_JOINING = re.compile(r"\s+(?:and|or)$")
_ENDS = {".": "a full stop", ";": "a semicolon", ",": "a comma", "": "nothing"}


@rule("STY-03")
def other_dates(pack: Pack) -> Findings:
    """A date or a year typed in another form than the house's."""
    cited = {" ".join(record.title.split()) for record in pack.board.of(CitedDocument)}
    for passage in pack.index.words_among(pack.index.figure_words):
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
    items = [(item, words) for item in block.items if not (words := plain(item.blocks[:1]).strip()).endswith(":")]
    ends = [_end(words) for _, words in items]
    if not ends:
        return
    *others, last = ends
    kinds = set(others)
    is_running = kinds <= {";", ","} and last == "."
    if len(set(ends)) > 1 and not is_running:
        usual = max(sorted(set(ends)), key=ends.count)
        odd = next(at for at, end in enumerate(ends) if end != usual)
        item, typed = items[odd]
        words = " ".join(typed.split())[-30:]
        message = f'The point "... {words}" ends in {_ENDS[ends[odd]]}, and others of its list in {_ENDS[usual]}.'
        mend = "End all points of a list alike."
        place = text.place.down(item.line)
        yield finding_of("STY-04", message, place, mend, name_of(record))


def _end(words: str) -> str:
    words = (_JOINING.sub("", words) if words.endswith(("and", "or")) else words).rstrip("\"”’')")
    return words[-1] if words and words[-1] in ".;," else "." if words[-1:] in "?!" and words else ""


_SMALL = "the|a|an|of|to|and|or|with|by|at|from|be|been|we|our|their|its|this|which|not|as|it|for|they|who|when"
_TWICE = re.compile(rf"(?<![\w'’-])({_SMALL})\s+\1(?![\w'’-])", re.IGNORECASE)
"""Small words that no sentence has twice in a row; "had had", "that that" and "what it was was" it may."""
_SIGNS = re.compile(
    r"[.,;: ](?:(?<=[\w)\]}”’\"].)(?:(?<=\.)\.(?!\.)|(?<=,) ?,|(?<=;);|(?<=:):|(?<=[,;:])\.(?![.\d]))|"
    r"(?<=[A-Za-z)\]}”] )(?:[,;]|\.(?!\s?\.)|:(?!\S))(?=\s|$))"
)
"""A sign of which one was meant, or a space before one; rows of dots, and "etc.,", are meant."""
_BEHIND = re.compile(r"(?<=[.,;: ])[.,;:]")
"""A sign behind another or a space, without which none is one too many."""
_SENTENCE = 19
"""Words: shorter paragraphs may well be alike."""


@rule("STY-11")
def doubled_words(pack: Pack) -> Findings:
    """A small word or a sign twice in a row, as "the the"; a paragraph that stands in its section twice."""
    in_words = set(pack.index.passages_doubling())
    for passage in pack.passages:
        for match in _SIGNS.finditer(passage.raw) if _BEHIND.search(passage.raw) else ():
            said, right = f': "{match[0]}" has a sign or space too many.', match[0].strip()[-1:]
            yield at_words("STY-11", passage, match.start(), said, f'Write: "{right}".')
        for match in _TWICE.finditer(passage.unquoted) if passage in in_words else ():
            typed = " ".join(match[0].split())
            yield at_words("STY-11", passage, match.start(), f': "{typed}" has a word twice.', f"Write: {match[1]}.")
    for narrative in pack.board.of(Narrative):
        first: dict[tuple[str, ...], str] = {}  # summed up elsewhere, words may well stand again
        for passage in (each for each in pack.passages_of(narrative) if len(each.words) >= _SENTENCE):
            where = first.setdefault((passage.where.partition(".")[0], *passage.words), passage.where)
            if where != passage.where:
                yield at_words("STY-11", passage, 0, f" has the words of {where}.", "Take one of the two away.")
