"""Builds every document of a board and says what was found: `python examples/make_pack.py BOARD OUT`."""

import sys
from pathlib import Path

import bscb_docs

HERE = Path(__file__).parent


def make_pack(folder: Path, out: Path) -> None:
    """Writes the board's documents to the folder `out`, or says why not."""
    board = bscb_docs.read_board(folder)
    for finding in bscb_docs.check(board):
        print(f"{finding.severity.value}: {finding}")
    names = [document.id for document in board.documents]
    try:
        for published in bscb_docs.publish_pack(board, names, out):
            print(f"Wrote {published.saved.path.name}")
    except bscb_docs.BscbDocsError as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    make_pack(*(given + [HERE / "birmingham", Path("out")][len(given) :]))
