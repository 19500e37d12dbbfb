"""One whole process: `python -m benchmarks.whole WAY SIZE TEMPLATE OUT`, from its start to the file on the disk."""

import sys
from pathlib import Path

from benchmarks.ways import WAYS
from benchmarks.work import make_page

if __name__ == "__main__":
    way, size, template, out = sys.argv[1:]
    if way == "verify":  # in a process of its own, so that the one that measures stays small
        from benchmarks.measuring import require_texts

        require_texts(Path(out).read_bytes(), make_page(size).texts(), size)
    elif way == "page":  # as JSON, for the peers in node; the process that measures must not grow by it
        Path(out).write_text(make_page(size).to_json(), encoding="utf-8")
    else:
        Path(out).write_bytes(WAYS[way](Path(template), make_page(size))())
