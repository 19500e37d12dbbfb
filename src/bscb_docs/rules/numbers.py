"""Rules of numbers: a per cent with both its numbers, parts that make their whole, counts that the records bear out."""

import re
from collections.abc import Iterator

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.figures.figure import Figure
from bscb_docs.figures.ratio import Ratio
from bscb_docs.records import RecordedFigure
from bscb_docs.rules.engine import Findings, Pack, Passage, at_words, finding_of, kept, key_of, rule
from bscb_docs.rules.english.changes import wrong_changes
from bscb_docs.rules.english.claims.claimed_counts import false_claims, false_pounds
from bscb_docs.rules.english.claims.counts_by_state import false_shares, false_sweeps
from bscb_docs.rules.english.claims.told_readings import false_courses, false_readings, is_read_alone, reading_beside
from bscb_docs.rules.english.contradictions import findings_of
from bscb_docs.rules.english.percents import PerCent, has_whole, per_cents
from bscb_docs.rules.english.scope import is_of_others
from bscb_docs.rules.english.sums import A_SUM, wrong_sums
from bscb_docs.rules.english.typed_numbers import NO_COUNT, NUMBER, value_of
from bscb_docs.rules.english.typed_tables import wrong_shares, wrong_totals

_OF = re.compile(r"(?<!\bsure )(?<!\bcertain )\bof\s+(?:(?:the|our|its|all|these)\s+)*$", re.IGNORECASE)
_SOME = re.compile(r"\s+(?!of\b)[\w' -]{3,50}?,\s*([^:;]+)")
"""After "of the 30": what follows a comma is some of it; nothing follows "two of them", or what one is sure of."""
_ALL = re.compile(r"\s+[\w' -]{3,60}?:\s*([^:]+)")
"""What follows a colon is all of it."""
_REST = re.compile(r"\b(?:rest|remainder|others?|including|among|both|overlap)\b", re.IGNORECASE)


@rule("FIG-01")
def lone_per_cents(pack: Pack) -> Findings:
    """A per cent of the board's own without the two numbers it was computed from, unless a measure has it alone too."""
    for found in per_cents(pack):
        passage = found.passage
        first, last = passage.sentence(found.start)
        is_free = found.whole is None and not found.is_shown and not is_of_others(passage.unquoted[first:last])
        if (
            is_free and found.share < 100 and not _impossible(pack, found) and not is_read_alone(pack, found)
        ):  # "100%" is a way of speaking
            beside = reading_beside(pack, found)
            said = f': "{found.words}" stands without both its numbers{beside}.'
            fitting = [each.name for each in _baselines(pack) if found.fits(*each.numbers)]
            figure = f"{{{{ {fitting[0]} }}}}" if len(fitting) == 1 else "the recorded figure"
            mend = f'Write it with both, as in "20 of 30 (67%)", or set {figure}.'
            cause = "" if beside else f"per cents of {passage.name}"
            yield at_words("FIG-01", passage, found.start, said, mend, cause=cause)


@kept
def _baselines(pack: Pack) -> list[Figure]:
    """Where measures began that are recorded as some of all."""
    return [each for each in pack.figures.values() if each.name.endswith(".baseline") and isinstance(each.value, Ratio)]


@rule("FIG-02")
def wrong_per_cents(pack: Pack) -> Findings:
    """A per cent that is not the ratio of the two numbers beside it."""
    for found in per_cents(pack):
        if found.part is None or found.whole is None:
            continue
        passage, right = found.passage, Ratio(found.part, found.whole).per_cent
        said = f': {found.part} of {found.whole} is {right}, not "{found.words}".'
        mend = f"Mend the per cent or the numbers: {Ratio(found.part, found.whole)}."
        yield at_words("FIG-02", passage, found.start, said, mend)
    for record, place, message in wrong_shares(pack):
        yield finding_of("FIG-02", message, place, "Mend the per cent or the numbers.", record)


@rule("FIG-03")
def parts_and_wholes(pack: Pack) -> Findings:
    """Parts that come to more than their whole, or that are given as all of it and come to something else."""
    for passage, counts in pack.index.numbered.items():
        if len(counts) < A_SUM:  # a whole has two parts
            continue
        for start, *shown in wrong_sums(passage):
            yield _not_whole(passage, start, *shown)
        if len(passage.numbers) < A_SUM or {*",:"}.isdisjoint(passage.unquoted):  # one of them parts whole and parts
            continue
        text = NO_COUNT.sub(lambda match: " " * len(match[0]), passage.unquoted)
        for start, whole, listed, is_all in _splits(text):
            parts = [value_of(part[0]) for part in NUMBER.finditer(listed.split(". ")[0])]
            if len(parts) < 2 or max(parts) > whole or "%" in listed:  # one number is no list of parts
                continue
            has_rest = _REST.search(listed)
            if (sum(parts) > whole or (is_all and sum(parts) != whole)) and not has_rest:
                yield _not_whole(passage, start, " + ".join(map(str, parts)), str(sum(parts)), str(whole))
    for record, place, message in wrong_totals(pack):
        yield finding_of("FIG-03", message, place, "Mend the number that is wrong.", record)


def _not_whole(passage: Passage, start: int, parts: str, total: str, whole: str) -> Finding:
    mend = "Mend the part or the whole that is wrong."
    return at_words("FIG-03", passage, start, f": {parts} makes {total}, and the whole is given as {whole}.", mend)


def _splits(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Where a whole begins, its number, the words with its parts, and whether those are said to be all of it."""
    end = 0
    for whole in NUMBER.finditer(text):
        of = _OF.search(text, max(end, whole.start() - 60), whole.start())
        parts = _SOME.match(text, whole.end()) if of else None
        is_all = parts is None
        if is_all and whole.start() >= end:
            parts = _ALL.match(text, whole.end())
        if parts:
            end = parts.end()
            yield whole.start(), value_of(whole[0]), parts[1], is_all


@rule("FIG-04")
def impossible_shares(pack: Pack) -> Findings:
    """A count and a per cent that no whole, or not the recorded one, can give; a recorded part above its whole."""
    for figure in pack.board.of(RecordedFigure):
        if figure.value is not None and figure.out_of is not None and figure.value.number > figure.out_of:
            message = f"The recorded figure {figure.id} is {figure.value} out of {figure.out_of}: more than all."
            mend = "Mend its value or what it is out of."
            yield finding_of("FIG-04", message, figure.place, mend, figure.id)
    for found in per_cents(pack):
        if why := _impossible(pack, found):
            passage = found.passage
            said = f': "{found.words}" beside {found.part} cannot be right: {why}.'
            mend = "Mend the count or the per cent, or set the recorded figure."
            yield at_words("FIG-04", passage, found.start, said, mend)


def _impossible(pack: Pack, found: PerCent) -> str:
    """Why a lone count and its per cent cannot be true together; "" where they can."""
    if found.part is None or found.whole is not None:
        return ""
    first, last = found.passage.sentence(found.start)
    words = set(key_of(found.passage.unquoted[first:last]))
    wholes: dict[int, str] = {}
    for figure in pack.counted:
        if isinstance(figure.value, Ratio) and any(set(key_of(phrase)) <= words for phrase in figure.phrases):
            wholes.setdefault(figure.value.whole, figure.name)
    if any(found.fits(found.part, whole) for whole in wholes):
        return ""
    for whole, name in wholes.items():
        if found.part <= whole:
            return f"of the {whole} recorded ({name}) that would be {Ratio(found.part, whole).per_cent}"
    return "" if has_whole(found) else "there is no whole of which it would be that per cent"


@rule("FIG-05")
def contradicted_counts(pack: Pack) -> Findings:
    """A number in the prose before a phrase that a figure counts, where the records give another."""
    claims = false_claims(pack, lambda figure: ".meetings-" not in figure.name)
    shares = (*false_shares(pack), *false_sweeps(pack), *false_pounds(pack))
    found = (*claims, *shares, *false_readings(pack))
    yield from findings_of("FIG-05", {(each.passage, each.start): each for each in reversed(found)}.values())


@rule("FIG-08")
def changes_the_other_way(pack: Pack) -> Findings:
    """A number that is said to rise and falls, or the other way round; a measure said to do so quarter by quarter."""
    for passage in pack.passages_with("from"):
        for start, words, what in wrong_changes(passage):
            said = f': "{words}" {what}.'
            yield at_words("FIG-08", passage, start, said, "Mend the word, or the number that is wrong.")
    yield from findings_of("FIG-08", false_courses(pack))


@rule("FIG-09")
def unfilled_braces(pack: Pack) -> Findings:
    """A figure or name in double braces in a field or an option: figures are set in texts alone."""
    for passage in pack.passages_typed("{{"):
        if passage.part:
            for match in passage.tokens:
                message = f'The field {passage.part} would print "{match[0]}": figures are set in texts, not in fields.'
                mend = "Type the words that belong there, or say it in the text beneath."
                yield finding_of("FIG-09", message, passage.place(), mend, passage.name, field=passage.part)
    for entry in pack.board.documents:
        for choice in entry.sections:
            for name, value in (option for option in choice.options if "{{" in option[1]):
                message = f'The option {name} of the section {choice.name} would print "{value}".'
                mend, field = "Type the words that belong there.", f"option {name} of {choice.name}"
                yield finding_of("FIG-09", message, choice.place, mend, entry.id, field=field)
