"""Pack findings: what was found in the documents of a pack, and what of it keeps the pack from being written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from attrs import evolve

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

_UNSOUND = "DOCX-"
"""Begins the codes of what keeps a file from being a sound Word document."""
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


def to_be_written(
    publication: Publication, plans: Iterable[DocumentPlan], tried: Mapping[str, BuiltDocument | BscbDocsError]
) -> tuple[list[BuiltDocument], StoppedError | None]:
    """The documents of those plans that may be written, and the StoppedError, with every finding, for what may not.

    Documents for approval quote each other: one that cannot be built, or has a finding that stops it, keeps all of
    them back. A draft, or a working paper, keeps back itself alone, where it cannot be built or would be no sound Word
    file. Of a pack in which two would be written to one file nothing is.
    """
    documents = {plan.document.name: plan.document for plan in plans}
    pack = {name: tried[name] for name in documents}
    built = {name: each for name, each in pack.items() if isinstance(each, BuiltDocument)}
    whys = {name: _why_stopped(publication.board, each, publication.findings) for name, each in built.items()}
    unbuilt = [name for name in pack if name not in built]
    refused = {*unbuilt, *(name for name, why in whys.items() if why)}
    clash = next((f"{clash} {CLASH_MEND}" for _, clash in clashes(each.document for each in built.values())), "")
    if not refused and not clash:
        return list(built.values()), None
    bound = {name for name, document in documents.items() if not _is_free(document)}
    held = set(pack) if clash else refused | bound if refused & bound else refused
    kept = [each for name, each in built.items() if name not in held]
    why = f"{joined(unbuilt)} cannot be built." if unbuilt else next(filter(None, whys.values()), "")
    if clash or (unbuilt and not kept):
        why = f"Nothing was written{f'. {clash}' if clash else f': {why}'}"
    if len(kept) == len(pack) - max(len(unbuilt), 1):
        others = " All others were written." if kept else ""
    else:
        only = "Of the others, drafts and working papers alone were" if kept else "Nothing else of the pack was"
        others = f" {only} written{'' if held == refused else '; to build one document, name it'}."
    return kept, StoppedError(f"{why}{others}", found_in(publication.findings, pack))


def _is_free(document: Document) -> bool:
    """True of a draft or working paper, which no finding of the records stops."""
    return document.is_draft or document.paper is Paper.WORKING


def _why_stopped(board: Board, built: BuiltDocument, found: Sequence[Finding]) -> str:
    """Why a document is not written, in words that tell a board what to do; "" where nothing stops it."""
    document = built.document
    if unsound := next((f for f in built.findings if f.stops and f.code.startswith(_UNSOUND)), None):
        return f"{document.title} was not written, not even as a draft: Word could not open it. {unsound.message}"
    stops = () if _is_free(document) else [each for each in found_in(found, {document.name: built}) if each.stops]
    if not stops:
        return ""
    things, them = (f"{len(stops)} findings stop it", "them") if len(stops) > 1 else ("1 finding stops it", "it")
    return f"{document.title} was not written: {things}. Mend {them}, or {_way_on(board, document)}"


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
