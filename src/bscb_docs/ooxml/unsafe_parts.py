"""What makes a template or document unsafe to open: parts that may run, and links that Word follows."""

import re

from bscb_docs.diagnostics.safe_links import is_safe_link
from bscb_docs.ooxml.relationships import Relationship

_PROGRAM = re.compile(
    r"vba(?:Project|Data)|activeX|macroEnabled|oleObject|attachedToolbars|/customUI|afchunk|\.(?:exe|js) "
    r"|/embeddings/\S+ (?!application/vnd\.openxmlformats-officedocument\.)",
    re.IGNORECASE,
)


def is_program(part: str, kind: str) -> bool:
    """True where a part of that name and content type may run, or holds what may; the workbook of a chart may not."""
    return _PROGRAM.search(f"/{part} {kind}") is not None


def is_followed_outside(relation: Relationship) -> bool:
    """True where Word fetches what it leads to when the file is opened, or where a link may open or run something."""
    return relation.is_outside and (relation.kind != "hyperlink" or not is_safe_link(relation.target))
