"""Size limits: what no template or house file needs, refused before any of it is parsed or compiled."""

import re
from collections.abc import Mapping
from html import unescape

from bscb_docs.diagnostics.errors import TemplateError

MOST_XML = 4_000_000
"""Bytes of one part's XML in a template or house file; the longest of the house has 20,000."""
MOST_ELEMENTS = 400_000
"""Signs that begin an element or end one, in all parts of such a file; half a minute's work."""
MOST_TAGS = 5_000
"""Tags in one part: each takes ten kilobytes to compile."""
LONGEST_TAG = 10_000
MOST_HALVES = 50
"""Tags that open and never close: from each, every pattern of a tag looks to the end."""
_SPLIT = re.compile(r"(?<=\{)(?:<[^>]*>)+(?=[{%#])|(?<=[%}#])(?:<[^>]*>)+(?=\})")
_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_GAP = re.compile(r"\s{100}")


def refuse_bulk(parts: Mapping[str, bytes], name: str) -> None:
    """Nothing, where the parts can be those of a template or house file; else TemplateError, before any is parsed.

    A megabyte of tags takes gigabytes to compile, and a bomb need not unpack to more than a Word file may hold.
    """
    texts = [data for part, data in parts.items() if part.endswith((".xml", ".rels"))]
    if any(len(data) > MOST_XML for data in texts) or sum(data.count(b"<") for data in texts) > MOST_ELEMENTS:
        raise TemplateError(f"{name} holds more text than a section or a house style needs; it was not opened.")
    for data in texts:
        if b"{" in data or b"&#" in data:
            _refuse_tags(unescape(_SPLIT.sub("", data.decode("utf-8", "replace"))), name)


def _refuse_tags(xml: str, name: str) -> None:
    count = halves = 0
    for paragraph in xml.split("</w:p>"):  # no tag goes on from one paragraph to the next
        at = 0
        while found := _OPENING.search(paragraph, at):
            end = paragraph.find(_CLOSING[found[0]], found.end())
            if end < 0:
                halves += len(_OPENING.findall(paragraph, found.start()))
                break
            count, at = count + 1, end + 2
            if at - found.start() > LONGEST_TAG or _GAP.search(paragraph, found.start(), at):
                raise TemplateError(f"{name} holds a tag that is longer than any needs to be; it was not opened.")
    if count > MOST_TAGS or halves > MOST_HALVES:
        what = f"half of a tag {halves:,} times" if halves > MOST_HALVES else f"{count:,} tags"
        raise TemplateError(f"{name} holds {what}; it was not opened.")
