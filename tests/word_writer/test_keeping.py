"""Paragraphs that the end of a page may not part: a lead-in and its list, a point and its second paragraph."""

from __future__ import annotations

import re
from pathlib import Path

from one_section import BODY, Words, build, paragraph

from bscb_docs import Prose
from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.wordml import plain_words

TEXT = """\
No lead-in.

The board looks at:

- first
- second

    more of the second

The end: no list follows.

Caption: A table

| Head: |
| --- |
| cell |

- a list without a lead-in
"""


def test_what_leads_in_keeps_with_what_follows(tmp_path: Path) -> None:
    """Nothing else does; a table is left as it is."""
    built = build(paragraph("{{p text | prose }}"), tmp_path, Words(text=Prose(TEXT)))
    body = read_parts(built.data, "the file")[BODY].decode()
    paragraphs = re.findall(r"<w:p>.*?</w:p>", body)
    kept = [plain_words(each) for each in paragraphs if "<w:keepNext/>" in each]
    assert kept == ["The board looks at:", "second"]
    assert built.findings == ()
