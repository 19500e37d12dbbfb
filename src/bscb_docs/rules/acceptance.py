"""Acceptance: checks that a named person accepted in the register, and acceptances that accept nothing."""

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from bscb_docs.diagnostics.finding import Acceptance, Finding
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.records import Accepted, Board, RegisterEntry, fold, names_of
from bscb_docs.rules.engine import Pack, finding_of, name_of


def accept(pack: Pack, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, the accepted ones with who accepted them; and what is wrong with acceptances.

    ACP-01, a check: a stop was to be accepted. ACP-02, a check: who, when or why is missing. ACP-03, a note: nothing is
    left to accept. ACP-04, a note: the day until which it held has passed.
    """
    found = list(findings)
    for record in pack.board.of(Accepted):
        matching = [at for at, finding in enumerate(found) if _is_meant(pack, record, finding)]
        lacks = [word for word, value in (("by", record.by), ("on", record.on), ("a reason", record.text)) if not value]
        stops = [found[at] for at in matching if found[at].stops]
        if lacks:
            message = f"{_called(record)} does not say {joined(lacks)}, so it accepts nothing."
            mend = "Write who accepted it (by), when (on), and why, as its text."
            found.append(_about(record, "ACP-02", message, mend))
        elif not matching:
            found.append(_idle(record, [each for each in found if fold(each.code) == fold(record.code)]))
        elif record.until and pack.as_at and record.until.surely_before(pack.as_at):
            message = f"{_called(record)} held until {record.until}; the pack is as at {pack.as_at}."
            mend = "Mend what it names, or accept it anew."
            found.append(_about(record, "ACP-04", message, mend))
        else:
            acceptance = Acceptance(str(record.by), str(record.on), " ".join(record.text.text.split()))
            for at in matching:
                if not found[at].stops:
                    found[at] = evolve(found[at], accepted=acceptance)
        if stops:
            message = f"{_called(record)} names a finding that stops, and a stop cannot be accepted ({stops[0].place})."
            found.append(_about(record, "ACP-01", message, "Mend what it names."))
    return found


def _idle(record: Accepted, alike: list[Finding]) -> Finding:
    """The finding that an acceptance accepts nothing, given all that is found of its code."""
    ways = list(dict.fromkeys(each.accepting for each in alike if each.accepting and not each.accepted))
    message = f"{_called(record)} accepts nothing: there is no such finding any more."
    mend = "Take it away, or mend what it names."
    if alike:
        message = f"{_called(record)} names nothing of which {record.code} is told."
        mend = f"Write: {joined(ways, 'or')}." if ways else "Take it away."
    return _about(record, "ACP-03", message, mend)


def _is_meant(pack: Pack, record: Accepted, finding: Finding) -> bool:
    """True where the code is the finding's, and each of the two names given is one for what it is about or where."""
    if fold(record.code) != fold(finding.code) or not (finding.acceptable and (record.about or record.where)):
        return False
    return all(_names(pack, finding, fold(name)) for name in (record.about, record.where) if name)


def _names(pack: Pack, finding: Finding, name: str) -> bool:
    place = finding.place
    own = {
        fold(finding.about),
        fold(place.file),
        fold(place.file.rpartition("/")[2]),
        fold(f"{place.file}:{place.line}"),
    }
    if name in own - {""} or re.match(rf"{re.escape(name)}[:, ](?!\d)", fold(finding.message)):
        return True
    entry = next((e for e in pack.board.documents if name in map(fold, _titles(e))), None)
    if entry is not None:
        return _is_printed(pack, entry, finding)
    return any(fold(finding.about) == fold(each) for each in _aliases(pack.board, name))


def _titles(entry: RegisterEntry) -> Iterator[str]:
    yield from (title for title in (entry.id, entry.title, entry.short_title, entry.bound_in_as) if title)


def _is_printed(pack: Pack, entry: RegisterEntry, finding: Finding) -> bool:
    """True where that document prints what the finding is about, or is what it is about."""
    document = next((d for d in pack.documents if d.entry is entry), None)
    if fold(finding.about) in map(fold, _titles(entry)):
        return True
    place = finding.place.file and (finding.place.file, finding.place.line)
    return document is not None and any(
        (finding.about and fold(name_of(record)) == fold(finding.about))
        or place == (record.place.file, record.place.line)
        for record in document.records
    )


def _aliases(board: Board, name: str) -> Iterator[str]:
    """The other names of the records that bear that one: an acceptance may give a title where a finding has an id."""
    for record in board.records:
        names = names_of(record)
        if name in map(fold, names):
            yield from names


def _called(record: Accepted) -> str:
    return f"The acceptance of {record.code}" + (
        f" for {record.about or record.where}" if record.about or record.where else ""
    )


def _about(record: Accepted, code: str, message: str, mend: str) -> Finding:
    return finding_of(code, message, record.place, mend, record.about or record.where or record.code, field="accepted")
