"""Issue: documents built, checked and kept as issued versions, with their lines in both registers, or none of it.

Given again after a run that was killed, the same command writes the same bytes and comes to its end.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import evolve

import bscb_docs
from bscb_docs.api.board_lists import document_names
from bscb_docs.api.pipeline import lay_out_pack
from bscb_docs.diagnostics.errors import BoardError, StoppedError
from bscb_docs.diagnostics.finding import Severity
from bscb_docs.diagnostics.location import NOWHERE
from bscb_docs.documents.built_document import BuiltDocument
from bscb_docs.documents.publication import publication_of
from bscb_docs.documents.register_entries import all_called
from bscb_docs.history.approvals import Approval
from bscb_docs.history.bagit_folder import bag_of, sum_of
from bscb_docs.history.card_edits import changed_cards
from bscb_docs.history.issue_check_code import check_code
from bscb_docs.history.issue_lines import IssueLine
from bscb_docs.history.issue_writer import issued_before, write_issues
from bscb_docs.history.issued_versions import RECORDS, IssuedVersion, issued_versions
from bscb_docs.interchange.board_json import to_json
from bscb_docs.records import Board, Issue, fold

_UNFIT = re.compile(r"[^\w.-]+")


def issue_documents(
    board: Board,
    names: Iterable[str] | None = None,
    *,
    by: str,
    on: str,
    state: str = "approved",
    pages: bool = True,
    pdf: bool = True,
) -> tuple[IssuedVersion, ...]:
    """Freezes the version in hand of each named document, of all if None, into the board's folder `issued`.

    Its Word file, its PDF unless `pdf` is false, and the records it was made of; in the register of documents the
    version's card gets its state, who approved it, and its check code. StoppedError where a finding stops one, or its
    new state brings a check that nobody accepted; BoardError where one has no version, was issued before, or the
    records speak against `by` and `on`; SavingError where something cannot be written: then nothing is.
    """
    if board.folder is None:
        raise BoardError("This board was read from no folder, so that there is no place to issue to.")
    approval = Approval.from_words(by, on, state)
    versions = _versions(board, document_names(board) if names is None else all_called(board, names))
    issues = list(dict.fromkeys(versions.values()))
    approval.refuse_slips(board, issues)
    changed = _with_issues(board, issues, [approval.of(issue) for issue in issues])
    codes = [check_code(changed, issue.about, issue.version) for issue in issues]
    # with no place until they are written: a card in a file that has a code must be in the register of issues
    final = [
        evolve(approval.of(issue), check_code=code, place=NOWHERE) for issue, code in zip(issues, codes, strict=True)
    ]
    changed = _with_issues(board, issues, final)
    _refuse_checks(board, changed, issues, approval)
    built, printed = lay_out_pack(changed, versions, pages=pages or pdf, pdf=pdf)
    if unprinted := [each for document in built for each in document.findings if each.code == "PDF-04"]:
        raise StoppedError("Nothing was issued: a PDF could not be made.", unprinted)
    records = to_json(changed, records_only=True).encode()
    made = [_frozen(board, each, printed, records, approval) for each in built]
    return write_issues(board, board.folder, made, changed_cards(board.folder, issues, final))


def _refuse_checks(board: Board, changed: Board, issues: Sequence[Issue], approval: Approval) -> None:
    """StoppedError for what is asked of a document in its new state, and of a draft is not.

    What nobody can accept is asked again where the state before asked for it too: facts that nobody has read.
    """
    found, cards = publication_of(board).findings, {issue.place for issue in issues}
    known = {(each.code, each.message) for each in found}
    new = [
        each
        for each in publication_of(changed).findings
        if each.severity is Severity.CHECK and not each.accepted and (each.code, each.message) not in known
    ]
    if asked := [*new, *(each for each in found if not each.acceptable and cards.intersection(each.places))]:
        message = f"Nothing was issued. Once it is {approval.state.value}, more is asked: mend it, or accept it."
        raise StoppedError(message, asked)


def _versions(board: Board, names: Iterable[str]) -> dict[str, Issue]:
    """The version in hand of each document, and of those that share its card: they are issued together."""
    chosen = {name: _version(board, name) for name in names}
    for name in document_names(board):
        if board.issue(name) in chosen.values() and not any(fold(name) == fold(each) for each in chosen):
            chosen[name] = _version(board, name)
    return chosen


def _version(board: Board, name: str) -> Issue:
    issue = board.issue(name)
    if issue is None:
        raise BoardError(f"{name} has no version to issue. Write a card for it in the register: # Issue {name} 1.0")
    done = issued_versions(board).find(name, issue.version)
    if done and issue.check_code:
        raise issued_before(done)
    return issue


def _with_issues(board: Board, old: Sequence[Issue], new: Sequence[Issue]) -> Board:
    now = dict(zip(map(id, old), new, strict=True))
    return evolve(board, records=tuple(now.get(id(record), record) for record in board.records))


def _frozen(
    board: Board, built: BuiltDocument, printed: Mapping[str, bytes], records: bytes, approval: Approval
) -> tuple[IssueLine, dict[str, bytes]]:
    """The line of a version in the register of issues, and its bag."""
    document, state = built.document, approval.state.value
    code = (document.issue.check_code if document.issue else None) or ""
    folder = "/".join(_UNFIT.sub("-", each).strip(".") for each in (document.name, document.version))
    said = (document.name, document.version, state, approval.by, str(approval.on), code)
    line = IssueLine(*said, folder=folder, word=built.assembled.sums[0], bag="")
    payload = {built.file_name: built.data, RECORDS: records}
    if pdf := printed.get(built.file_name):
        payload[str(Path(built.file_name).with_suffix(".pdf"))] = pdf
    info = {
        "Source-Organization": board.details.title,
        **line.labels,
        "External-Description": f"{document.title}, version {document.version}, {state}",
        "Bag-Software-Agent": f"bscb-docs {bscb_docs.__version__}",
    }
    bag = bag_of(payload, info)
    return evolve(line, bag=sum_of(bag)), bag
