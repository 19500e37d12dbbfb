"""Names that lead nowhere, or to two records: references, statuses, points and ids."""

import re
from functools import partial
from typing import Any, cast

from attrs import evolve

from bscb_docs.diagnostics.phrases import a, joined
from bscb_docs.diagnostics.suggestions import did_you_mean, one_of, question_of
from bscb_docs.reading.cards import Card, Read
from bscb_docs.reading.changed_references import with_references
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.kind_syntax import HEADING, FieldReading
from bscb_docs.reading.known_names import SEVERAL, Names, time_of
from bscb_docs.reading.record_factory import LeftOut
from bscb_docs.reading.value_readers import is_not_known
from bscb_docs.records import (
    Action,
    Issue,
    Narrative,
    Record,
    Ref,
    RegisterEntry,
    Renamed,
    Status,
    fold,
    names_of,
    slug,
)
from bscb_docs.records.record_index import refs_of

_FEW = 6
"""Names that are listed where none is near."""

_BETWEEN_NAMES = (
    re.compile(r"\s*[,;]\s*"),
    re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE),
    re.compile(r"\s*[,;&/]\s*|\s+and\s+", re.IGNORECASE),
)
"""What people write between two names where one can stand: first what no name holds."""

_REPORTED = "about"
"""The field that names what an update is about."""


def linked(records: Read, left_out: set[LeftOut], kinds: Headings, report: Gathered) -> Read:
    """The records without the references that lead nowhere, each with its finding; others give the id, if there is one.

    A record that cannot be without such a reference is left out, and so are then the references to it. A name that is
    one figure off an id which was given twice is meant for the second of the two: that has its own finding.
    """
    words = {reading.kind.record: reading.name for reading in kinds.readings}
    names = evolve(Names.of(records, left_out), doubled=report.doubled)
    told: dict[int, Ref[Any]] = {}
    begun = len(report.findings)
    while True:
        kept: Read = []
        for record, card in records:
            changed: dict[int, Ref[Any] | None] = {}
            for label, ref in refs_of(record):
                if names.leads(ref):
                    if name := names.id_of(ref):
                        changed[id(ref)] = evolve(ref, name=name)
                    continue
                if id(ref) not in told and (renamed := _dangling(label, ref, (record, card), names, words, report)):
                    del report.findings[begun:]
                    return linked(_called_so(ref.name, renamed, names, report), left_out, kinds, report)
                told[id(ref)] = ref
                changed[id(ref)] = None
            whole = with_references(record, partial(_in_place_of, changed)) if changed else record
            if whole:
                kept.append((whole, card))
            else:
                names.excused.update((type(record), fold(name)) for name in names_of(record))
        if len(kept) == len(records):
            report.explain(names.lost)
            return kept
        records, names = (
            kept,
            evolve(
                Names.of(kept, set()), excused=names.excused, near=names.near, doubled=report.doubled, lost=names.lost
            ),
        )


def _called_so(name: str, renamed: tuple[Record, Card], names: Names, report: Gathered) -> Read:
    """The records, with that one called as several lines call it: its heading alone has another name, which is told."""
    record, card = renamed
    own = names_of(record)[0]
    message = f'{names.uses[fold(name)]} lines name "{name}", which no heading gives; "{own}" stands here, and nothing '
    mend = f"If it was mistyped, write: {name}. If they are two, give each a record of its own."
    if isinstance(record, Renamed):
        where = "write beneath it:" if card.level else "give it the field"
        mend = f"If so, {where} formerly: {name}, to MONTH YEAR. {mend}"
    report.add("REF-01", f"{message}names it: was it renamed?", record.place, mend, own)
    return [(_with_name(each, name) if each is record else _for_body(each, own, name), at) for each, at in names.read]


def _with_name(record: Any, name: str) -> Record:
    return cast("Record", evolve(record, title=name))


def _for_body(record: Record, own: str, name: str) -> Record:
    """A document that each body has, of the body by the name that it is called by."""
    if not (isinstance(record, RegisterEntry) and record.one_of and record.body and record.body.name == own):
        return record
    called = record.title.replace(own, name)
    own_id = record.id.replace(slug(own), slug(name))
    return evolve(record, id=own_id, title=called, body=evolve(record.body, name=name))


def _in_place_of(changed: dict[int, Ref[Any] | None], ref: Ref[Any]) -> Ref[Any] | None:
    return changed.get(id(ref), ref)


def check_register(records: Read, left_out: set[LeftOut], report: Gathered) -> None:
    """A finding for each version or narrative of a document that the register does not list: none is ever built."""
    entries = [record for record, _ in records if isinstance(record, RegisterEntry)]
    known = {fold(name): name for entry in entries for name in (entry.id, entry.one_of) if name}
    excused = {fold(name) for kind, name in left_out if kind in (None, RegisterEntry)}
    for record, card in records:
        if isinstance(record, Issue):
            about, called = record.about, f"Version {record.version}"
        elif isinstance(record, Narrative) and known:
            about, called = record.id, "A narrative"
        else:
            continue
        if fold(about) not in known.keys() | excused:
            message = f'{called} is of "{about}", and the register has no document of that id.'
            mend = did_you_mean(about, known.values(), "Write its document's id, or add a Document heading for it.")
            report.add("REF-01", message, record.place, mend, card.name)


def _dangling(
    label: str, ref: Ref[Any], at: tuple[Record, Card], names: Names, words: dict[type[Record], str], report: Gathered
) -> tuple[Record, Card] | None:
    """Tell of a name that leads nowhere, unless that has its finding; or the record whose heading alone was renamed."""
    record, card = at
    if names.excuses(ref):
        names.lost.append((card.name, label))
        return None
    if renamed := names.renamed(ref):
        return renamed
    is_heading = label in HEADING and card.level
    where, at_fault = f"{card.label}, {'the heading' if is_heading else label}", "" if is_heading else label
    if ref.to == (Status,):
        near = "" if "%" in ref.name else names.nearest(ref)
        others = one_of(names.known.get(Status, {}).values()) or "Add a Status heading that defines it."
        others = "Write: not rated, because ..." if is_not_known(ref.name) else others
        mend = question_of(near) or others
        message = f'{where}: "{ref.name}" is no status of the board.'
        report.add("STA-03", message, ref.place, mend, card.name, field=label)
        return None
    kinds = [words.get(kind, kind.__name__) for kind in ref.to] or ["record"]
    bearer = words.get(names.bearer(ref) or Record, "")
    message = f'{where}: no {joined(kinds, "or")} is called "{ref.name}"{f", which is {a(bearer)}" if bearer else ""}.'
    each = card.reading.columns.get(label) if card.reading else None
    when = time_of(record) if label == _REPORTED else None
    near = names.nearest(ref, when)
    mend = _mend_name(label, ref, each, kinds, names, [near] if near else names.beside(ref, when))
    cause = f'nothing called "{fold(ref.name)}"'
    meant = near if label == _REPORTED else ""  # nothing seems to be reported of what was meant
    report.add("REF-01", message, ref.place, mend, meant or card.name, field="" if meant else at_fault, cause=cause)
    return None


def _several(ref: Ref[Any], names: Names) -> list[str]:
    """The names that stand in one, where each is known; nothing where they are none."""
    splits = ([part for part in pattern.split(ref.name) if part] for pattern in _BETWEEN_NAMES)
    known = (each for each in splits if len(each) > 1 and all(names.leads(evolve(ref, name=part)) for part in each))
    return next(known, [])


def _mend_name(
    label: str, ref: Ref[Any], each: FieldReading | None, kinds: list[str], names: Names, meant: list[str]
) -> str:
    """What to do about a name that nothing bears: part it, mend what stands after it, spell it, or give it a record."""
    if is_not_known(ref.name) and label not in HEADING:
        return f"Write the name, or: {label}: not recorded, because ..."
    if each and each.many and (several := _several(ref, names)):
        if ref.place.within:  # a cell
            said = f"In one line stand {len(several)} names. Write each on a line of its own within the cell"
            return f"{said} (in Excel, Alt and Enter), or in a script give a list: {several}."
        return f"Write each name on a line of its own: {', then '.join(f'{each.label}: {part}' for part in several)}."
    if each and each.parts and (known := names.begins(ref)):
        parts = joined([f'"{part}"' for part in each.parts], "or")
        return f'"{known}" is known. Write a comma behind it, and begin what follows with {parts}.'
    if len(meant) == 1:
        return question_of(meant[0])
    few = meant or [name for kind in ref.to for name in names.first.get(kind, ()) if label not in HEADING]
    if not few and names.bearer(ref):
        return f"Write the name of {a(joined(kinds, 'or'))}."
    mend = f"Mend the name, or add a heading that begins with {joined([f'# {kind}' for kind in kinds], 'or')}."
    if 1 < len(few) <= _FEW:
        mend = f"{one_of(few)} {mend.replace('Mend the name, or add', 'Or add')}"
    if label == _REPORTED and Action in ref.to:
        return f"{mend} If the action was taken out of the plan, put it back with: became: ended, because ..."
    uses = names.uses[fold(ref.name)]
    return f"If it was taken out, put it back: {uses} lines name it. {mend}" if uses >= SEVERAL else mend
