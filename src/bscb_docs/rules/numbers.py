"""Rules of numbers: a per cent with both its numbers, parts that make their whole, counts that the records bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bscb_docs.figures import Ratio
from bscb_docs.findings import Finding, Severity
from bscb_docs.prose import Runs, Table, Token, blocks_in, parse, plain
from bscb_docs.records import MONTHS, Prose, Record, RecordedFigure
from bscb_docs.rules.claims import false_claims
from bscb_docs.rules.counting import NUMBER, VALUES, value_of
from bscb_docs.rules.gathering import texts_of
from bscb_docs.rules.material import Pack
from bscb_docs.rules.names import key_of
from bscb_docs.rules.passages import capital
from bscb_docs.rules.percents import PerCent, per_cents, right_per_cent, wholes_for

_OTHERS = re.compile(
    r"\b(?:national(?:ly)?|nationwide|England|Wales|Scotland|UK|country|region(?:al(?:ly)?)?|census|Ofsted|according\s+to|"
    r"average|survey(?:s|ed)?|poll|government|Department|statistic\w*|research|target|at\s+least|up\s+to|at\s+most|aims?|"
    r"increas\w*|decreas\w*|ris(?:e|es|ing|en)|rose|f[ae]ll\w*|grew|grow(?:n|th)|cut|reduc\w*|inflation|pay|salar\w*|"
    r"budget\w*|fund\w*|contribut\w*|costs?|saving\w*|spend\w*|spent|price\w*|money|grants?|VAT|tax|interest|population|"
    r"more\s+than|less\s+than|fewer\s+than|higher|lower|points?|estimat\w*|neighbour\w*|elsewhere|other\s+(?:boards|areas))\b|£",
    re.IGNORECASE,
)
"""What makes a per cent somebody else's, a change, a target or money: no count of the board's own stands behind it."""

_NO_PART = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})(?:\s+\d{{4}})?|\b(?:{'|'.join(MONTHS)})\s+\d{{4}}|"
    r"\b(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?\b|\b(?:aged?|under|over|section|article|paragraph|appendix|priority|level|"
    r"years?|tier|figure|table|grade|stage|phase|outcome|action)\s+\w+\b|\b\S+\s+(?:years?|months?|weeks?|days?|hours?)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    rf"(?:\bof\s+(?:(?:the|our|its|all|these)\s+)*(?P<whole>{NUMBER})\s+[\w' -]{{3,50}}?,\s*(?P<parts>[^:;]+))"
    rf"|(?:(?P<whole2>{NUMBER})\s+[\w' -]{{3,60}}?:\s*(?P<parts2>[^:]+))",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\s*(?:total|totals|all|altogether|in all|sum)\b.*", re.IGNORECASE)


def lone_per_cents(pack: Pack) -> Iterator[Finding]:
    """A per cent of the board's own that stands without the two numbers it was computed from."""
    for passage in pack.passages:
        for found in per_cents(passage):
            first, last = passage.sentence(found.start)
            is_free = found.whole is None and not found.is_set and not _OTHERS.search(passage.unquoted[first:last])
            if is_free and found.share < 100 and not _impossible(pack, found):  # "100%" is a way of speaking
                message = f'{capital(passage.where)}: "{found.words}" stands without both its numbers.'
                mend = 'Write it as "20 of 30 (67%)", or set the recorded figure.'
                yield Finding("FIG-01", Severity.CHECK, message, passage.place(found.start), mend, passage.name)


def wrong_per_cents(pack: Pack) -> Iterator[Finding]:
    """A per cent that is not the ratio of the two numbers beside it."""
    for passage in pack.passages:
        for found in per_cents(passage):
            if found.part is None or found.whole is None or found.fits(found.part, found.whole):
                continue
            right = right_per_cent(found.part, found.whole)
            message = f'{capital(passage.where)}: {found.part} of {found.whole} is {right}, not "{found.words}".'
            mend = f"Mend the per cent or the numbers: {Ratio(found.part, found.whole)}."
            yield Finding("FIG-02", Severity.CHECK, message, passage.place(found.start), mend, passage.name)


def parts_and_wholes(pack: Pack) -> Iterator[Finding]:
    """Parts that come to more than their whole, or that are given as all of it and come to something else."""
    for passage in pack.passages:
        if sum(word.text in VALUES or word.text.isdigit() for word in passage.words) < 3:  # whole, parts
            continue
        text = _NO_PART.sub(lambda match: " " * len(match[0]), passage.unquoted)
        for match in _SPLIT.finditer(text):
            is_all = match["whole2"] is not None
            whole = value_of(match["whole2"] or match["whole"])
            listed = match["parts2"] or match["parts"]
            parts = [value_of(part[0]) for part in re.finditer(NUMBER, listed.split(". ")[0], re.IGNORECASE)]
            if len(parts) < 2 or max(parts) > whole or "%" in listed:  # one number is no list of parts
                continue
            rest = re.search(r"\b(?:rest|remainder|others?|including|among|both|overlap)\b", listed, re.IGNORECASE)
            if sum(parts) > whole or (is_all and sum(parts) != whole and not rest):
                if rest and sum(parts) > whole:
                    continue
                shown = " + ".join(map(str, parts))
                message = f"{capital(passage.where)}: {shown} makes {sum(parts)}, and the whole is given as {whole}."
                mend = "Mend the part or the whole that is wrong."
                start = match.start("whole2") if is_all else match.start("whole")
                yield Finding("FIG-03", Severity.CHECK, message, passage.place(start), mend, passage.name)
    for record in pack.board.records:
        for prose in texts_of(record):
            yield from _totals(pack, record, prose) if "|" in prose.text else ()


def _totals(pack: Pack, record: Record, text: Prose) -> Iterator[Finding]:
    """The columns of a typed table whose last row calls itself the total and is not."""
    for table in blocks_in(parse(text)):
        if not isinstance(table, Table) or len(table.rows) < 2 or not _TOTAL.fullmatch(plain(table.rows[-1][0])):
            continue
        for column, heading in enumerate(table.header[1:], 1):
            cells = [_cell(pack, row[column]) for row in table.rows]
            if any(cell is None for cell in cells):
                continue
            *parts, total = [cell for cell in cells if cell is not None]
            if sum(parts) != total:
                name = plain(heading)
                message = f'The column "{name}" of this table comes to {sum(parts)}, and its last row says {total}.'
                mend = "Mend the number that is wrong."
                place = text.place.down(table.line)
                yield Finding("FIG-03", Severity.CHECK, message, place, mend, getattr(record, "id", "") or "")


def _cell(pack: Pack, cell: Runs) -> int | None:
    if len(cell) == 1 and isinstance(cell[0], Token):
        figure = pack.figures.get(cell[0].name.lower())
        return figure.value if figure and isinstance(figure.value, int) else None
    words = plain(cell).strip()
    return value_of(words) if re.fullmatch(NUMBER, words, re.IGNORECASE) else None


def impossible_shares(pack: Pack) -> Iterator[Finding]:
    """A count and a per cent that no whole, or not the recorded one, can give; a recorded part above its whole."""
    for figure in pack.board.of(RecordedFigure):
        if figure.value is not None and figure.out_of is not None and figure.value > figure.out_of:
            message = f"The recorded figure {figure.id} is {figure.value} out of {figure.out_of}: more than all."
            mend = "Mend its value or what it is out of."
            yield Finding("FIG-04", Severity.CHECK, message, figure.place, mend, figure.id)
    for passage in pack.passages:
        for found in per_cents(passage):
            if why := _impossible(pack, found):
                message = f'{capital(passage.where)}: "{found.words}" beside {found.part} cannot be right: {why}.'
                mend = "Mend the count or the per cent, or set the recorded figure."
                yield Finding("FIG-04", Severity.CHECK, message, passage.place(found.start), mend, passage.name)


def _impossible(pack: Pack, found: PerCent) -> str:
    """Why a lone count and its per cent cannot be true together; "" where they can."""
    if found.part is None or found.whole is not None or found.is_set:
        return ""
    first, last = found.passage.sentence(found.start)
    words = set(key_of(found.passage.unquoted[first:last]))
    for figure in pack.figures.values():
        if isinstance(figure.value, Ratio) and any(set(key_of(phrase)) <= words for phrase in figure.phrases):
            whole = figure.value.whole
            if not found.fits(found.part, whole):
                return f"of the {whole} recorded ({figure.name}) that would be {right_per_cent(found.part, whole)}"
            return ""
    return "" if wholes_for(found) else "there is no whole of which it would be that per cent"


def contradicted_counts(pack: Pack) -> Iterator[Finding]:
    """A number in the prose before a phrase that a figure counts, where the records give another."""
    for claim in false_claims(pack, lambda figure: ".meetings-" not in figure.name):
        passage = claim.passage
        message = f"{capital(passage.where)}: {claim.contradiction}"
        token = f"{{{{ {claim.figures[0].name} }}}}"
        mend = f"Mend the number, or {claim.file}. Or type {token} in place of the number, and it stays right."
        yield Finding("FIG-05", Severity.CHECK, message, passage.place(claim.start), mend, passage.name)
