"""Pack findings: what was found in the documents of a pack, and what of it keeps the pack from being written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from attrs import evolve

from bscb_docs.diagnostics import document_codes
from bscb_docs.diagnostics.errors import BscbDocsError, DanglingRefError, OptionError, StoppedError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.follow_ons import without_follow_ons
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.documents.built_document import BuiltDocument
from bscb_docs.documents.document_plan import DocumentPlan
from bscb_docs.documents.publication import Publication
from bscb_docs.documents.register_entries import CLASH_MEND, clashes
from bscb_docs.documents.template_faults import PlacedError
from bscb_docs.plugin_api.document import Document, Paper
from bscb_docs.plugin_api.guards import fault_finding
from bscb_docs.records import Board, fold

_UNSOUND = frozenset(code.code for code in document_codes.CODES)
"""The codes of what keeps a file from being a sound Word document."""
_TOLD_OF_PROSE = {"ACC-11": "PRO-06", "ACC-13": "PRO-12", "ACC-15": "PRO-23", "DOCX-22": "TXT-01"}
"""What the check of a Word file says of a table, list or sign, and what reading says of it where it is typed."""


def found_in(known: Iterable[Finding], tried: Mapping[str, BuiltDocument | BscbDocsError]) -> tuple[Finding, ...]:
    """What is known of the records and was found in documents, each once, without what follows from another of them.

    Documents that one fault keeps from being built are one finding.
    """
    found: dict[Finding, None] = {}
    faults: dict[str, tuple[BscbDocsError, list[str]]] = {}
    for name, each in tried.items():
        if isinstance(each, BuiltDocument):
            found |= dict.fromkeys(each.findings)
        else:
            faults.setdefault(str(each), (each, []))[1].append(name)
    unbuilt = (each for fault, names in faults.values() for each in _unbuilt(joined(names), fault))
    twice = {fault_finding(fault) for fault, _ in faults.values()}  # a section failed to tell what it prints, too
    return without_follow_ons((*(each for each in known if each not in twice), *found, *unbuilt))


def untold(publication: Publication, plan: DocumentPlan, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """What was found in a document's Word file, without what its prose is told of already, where that is typed.

    It is so of tables that lack captions, or words of cells, where the Word file has no more of them than the
    document's own prose: one more is another's.
    """
    read = {each.code for each in publication.board.findings}  # of a board made in a script none, and no rule is asked
    codes = Counter(each.code for each in found if _TOLD_OF_PROSE.get(each.code) in read)
    typed = publication.findings_of((plan,)) if codes else ()
    places = Counter(each.code for each in typed for _ in each.places)
    told = {code for code, count in codes.items() if count <= places[_TOLD_OF_PROSE[code]]}
    return tuple(each for each in found if each.code not in told)


def _unbuilt(names: str, fault: BscbDocsError) -> Iterator[Finding]:
    """What is said of documents that cannot be built, where their plugin or template is at fault."""
    for found in fault.findings if isinstance(fault, PlacedError) else (fault_finding(fault),):
        is_records = isinstance(fault, DanglingRefError | OptionError)
        yield found if is_records else evolve(found, message=f"{names} cannot be built: {found.message}")


def unless_stopped(
    publication: Publication, plans: Iterable[DocumentPlan], tried: Mapping[str, BuiltDocument | BscbDocsError]
) -> list[BuiltDocument]:
    """The documents of those plans; StoppedError, with every finding, where something keeps them from being written.

    That is one that cannot be built, or is for approval and has a finding that stops it. A draft is stopped only where
    it would be no sound Word file, or would be written over another document of the pack; so is a working paper.
    """
    pack = {plan.document.name: tried[plan.document.name] for plan in plans}
    built = [each for each in pack.values() if isinstance(each, BuiltDocument)]
    if unbuilt := [name for name, each in pack.items() if not isinstance(each, BuiltDocument)]:
        why = f"Nothing was written: {joined(unbuilt)} cannot be built."
    else:
        why = _why_stopped(publication.board, built, publication.findings)
    if why:
        alone = " Nothing else of the pack was written; to build one document, name it." if len(pack) > 1 else ""
        raise StoppedError(f"{why}{alone}", found_in(publication.findings, pack))
    return built


def _why_stopped(board: Board, pack: Sequence[BuiltDocument], found: Sequence[Finding]) -> str:
    """Why a pack is not written, in words that tell a board what to do; "" where nothing stops it."""
    for _, clash in clashes(built.document for built in pack):
        return f"Nothing was written. {clash} {CLASH_MEND}"
    for built in pack:
        document = built.document
        if unsound := next((f for f in built.findings if f.stops and f.code in _UNSOUND), None):
            return f"{document.title} was not written, not even as a draft: Word could not open it. {unsound.message}"
        stops = [each for each in found_in(found, {document.name: built}) if each.stops]
        if stops and not document.is_draft and document.paper is not Paper.WORKING:
            things, them = (
                (f"{len(stops)} findings stop it", "them") if len(stops) > 1 else ("1 finding stops it", "it")
            )
            return f"{document.title} was not written: {things}. Mend {them}, or {_way_on(board, document)}"
    return ""


def _way_on(board: Board, document: Document) -> str:
    """What else can be done: a version that was issued stands, so that another takes its place."""
    if not (document.issue and document.issue.check_code):
        return "mark the version as a draft."
    taken = {fold(each.version) for each in board.versions(document.name)}
    major, _, minor = document.version.rpartition(".")
    later = (f"{major}{'.' if major else ''}{number}" for number in count(int(minor) + 1)) if minor.isdecimal() else ()
    version = next((each for each in later if fold(each) not in taken), "...")
    card = f'"# Issue {document.name} {version}", and "state: draft" on the line beneath'
    return f"leave version {document.version} as it was issued and enter a new one at the end of the register: {card}."
