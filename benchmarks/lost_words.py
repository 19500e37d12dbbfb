"""Lost words: `python -m benchmarks.lost_words [SIZES]` fills cells with up to 60 points and reads the PDFs.

The fictional board is built again and again with one record's text grown to so many points or paragraphs, in every
table that prints the prose of a record; each word of each document is looked for in its PDF. With a number, so many
sizes of each table are built.
"""

import sys
import time
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

import bscb_docs
from benchmarks.measuring import ROOT
from bscb_docs import Board, Prose, Record
from bscb_docs.diagnostics.errors import PdfError
from bscb_docs.pdf import make_pdfs
from bscb_docs.pdf.libreoffice import convert
from bscb_docs.pdf.printed_words import compare_words

TABLES = (
    ("overview-of-progress", "Action"),
    ("overview-of-progress", "Update"),
    ("implementation-plan", "Objective"),
    ("progress-q4", "Update"),
    ("progress-q3", "Update"),
    ("what-changed", "Action"),
    ("work-programme-learning-and-review-group", "Task"),
    ("work-programme-quality-and-impact-group", "Task"),
    ("assurance-framework", "Audit"),
    ("recommendations", "Recommendation"),
    ("assurance-framework", "AssuranceLevel"),
    ("overview-of-progress", "Status"),
)
"""Each document with a table, and the kind of record whose prose stands in a cell of it."""
SIZES = (1, 2, 3, 5, 7, 9, 11, 13, 16, 19, 23, 27, 32, 38, 45, 52, 60)
SENTENCE = "Partners agreed what each of them will do for children and families, and by when it is to be done."
AT_ONCE = 17
"""Documents that one start of LibreOffice is given."""


@frozen
class Case:
    """A document with one cell of so many points or paragraphs."""

    name: str
    data: bytes


def grown(size: int, *, points: bool) -> Prose:
    """So many points under a lead-in, or so many paragraphs, each with a number by which it can be missed."""
    lines = [f"Number {number} of {size}. {SENTENCE}" for number in range(1, size + 1)]
    return Prose("It says:\n\n" + "\n".join(f"- {line}" for line in lines) if points else "\n\n".join(lines))


def printed_record(board: Board, document: str, kind: str) -> Record:
    """The first record of a kind whose words the document prints."""
    text = " ".join(bscb_docs.build(board, document).text.split())
    found = (record for record in board.records if type(record).__name__ == kind)
    return next(record for record in found if (words := first_words(record)) and words in text)


def first_words(record: Record) -> str:
    """The first words of a record's prose, as they are printed."""
    return " ".join(str(getattr(record, "text", "")).split()[:5]).replace("'", "’")


def cases(board: Board, sizes: Iterable[int]) -> Iterator[Case]:
    """Every table with every size, points and paragraphs in turn."""
    for document, kind in TABLES:
        record = printed_record(board, document, kind)
        for turn, size in enumerate(sizes):
            points = turn % 2 == 0
            changed = evolve(record, text=grown(size, points=points))  # type: ignore[call-arg]  # each of these has text
            records = tuple(changed if each is record else each for each in board.records)
            what = "points" if points else "paragraphs"
            name = f"{document}, {kind} of {size} {what}"
            yield Case(name, bscb_docs.build(evolve(board, records=records), document).data)


def refusal(case: Case) -> str:
    """What a user is told who asks for the PDF."""
    try:
        make_pdfs({case.name: case.data})
    except PdfError as fault:
        return str(fault)
    return ""


def main() -> None:
    """Build, print to PDF, compare, and tell."""
    sizes = SIZES[:: len(SIZES) // int(sys.argv[1])] if len(sys.argv) > 1 else SIZES
    board = bscb_docs.read_board(ROOT / "examples" / "harrowmere")
    start, made = time.perf_counter(), list(cases(board, sizes))
    lost = refused = broken = 0
    for first in range(0, len(made), AT_ONCE):
        batch = {case.name: case for case in made[first : first + AT_ONCE]}
        pdfs = convert({name: case.data for name, case in batch.items()}, 600)
        for name, case in batch.items():
            found = compare_words(case.data, pdfs[name])
            broken += bool(found.broken)
            if found.lost:
                told = refusal(case)
                lost, refused = lost + 1, refused + bool(told)
                print(f"  lost in {name}: {found.lost[0][:60]} -> {told[:80] or 'NOT REFUSED'}")
    print(f"{len(made)} documents in {time.perf_counter() - start:.0f} seconds:")
    print(
        f"  words missing from the PDF in {lost} documents, {refused} of them refused by name; cut in two in {broken}"
    )


if __name__ == "__main__":
    main()
