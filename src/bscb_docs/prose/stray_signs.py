"""Stray signs: mark-up that somebody did not end, or took from another program, and that is printed as words."""

import re
from collections.abc import Iterator, Set

from bscb_docs.prose.prose_fault import Fault
from bscb_docs.prose.typed_lines import Locate
from bscb_docs.records.names import NAME

_TAG = re.compile(
    r"(?<!\\)(?:</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<(?:https?://|mailto:)[^<>]*>|&(?:[A-Za-z]{2,8}|#\w{1,6});)"
)

_HALVES = (
    (
        "PRO-08",
        "{",
        re.compile(r"(?<![{\\])\{ ?[A-Za-z][\w.-]* ?\}(?!\})"),
        "stands between single braces, and is printed as it stands.",
        "Write a figure as {{ name }}, and a name for this paragraph as {#name} at its end; "
        "before braces that are only words, put a backslash.",
    ),
    (
        "PRO-08",
        "[«",
        re.compile(r"\[\[ ?[A-Za-z][\w.-]* ?\]\]|« ?[A-Za-z][\w.-]* ?»"),
        "stands between signs of another program, and is printed as it stands.",
        "Write a figure as {{ name }}; before signs that are only words, put a backslash.",
    ),
    (
        "PRO-21",
        "[",
        re.compile(r"\[\^[^\]]*\s[^\]]*\]"),
        "looks like a reference to a note, and is printed as it stands.",
        "Write it as [^name], with no space in the name; if none is meant, put a backslash before the bracket.",
    ),
    (
        "PRO-09",
        "]",
        re.compile(rf"\] ?\(#{NAME}\)?"),
        "is half of a reference, and is printed as it stands.",
        "Write it as [paragraph](#name), with nothing between the two brackets; "
        "if none is meant, put a backslash before the first.",
    ),
    (
        "PRO-05",
        "~{",
        re.compile(r"~~(?=\S)[^~]+~~|\{(?:\+\+|--|~~|>>)[^{}]*\}"),
        "is a change that was marked in another program, and is printed as it stands.",
        "Keep the words that hold, and take the signs and the others away.",
    ),
    (
        "PRO-05",
        "[¹²³⁰⁴⁵⁶⁷⁸⁹",
        re.compile(r"(?:(?<=[a-z]{3})|(?<=[.,;:!?)]))(?:\[\d{1,3}\](?!\()|[¹²³⁰⁴-⁹]+)"),
        "is the number of a note, typed by hand, and is printed as it stands.",
        "Write [^name] here, and in a paragraph of its own [^name]: and the words of the note.",
    ),
)
"""Mark-up that was begun and not ended, or that a space keeps apart: code, its signs, pattern, message and remedy."""


def stray_signs(text: str, plain: str, where: Locate, told: Set[str]) -> Iterator[Fault]:
    """What is suspicious in the words that were read as plain, but for what those codes tell already."""
    for marker in ("**", "__"):
        if marker in plain and marker in text:
            mend = 'Put the two signs directly before the first and after the last word, as in "**these words**".'
            message = f'"{marker}" opens or closes nothing here and is printed.'
            yield Fault("PRO-15", message, mend, *where(text.find(marker)))
    bare = re.sub(r"\\.", "  ", text)  # a character behind a backslash is meant as words
    told, printed = set(told), set(plain)
    brace = next((each for each in ("{{", "}}", "{%", "%}") if each in plain and each in bare), "")
    if brace and "PRO-08" not in told:
        told.add("PRO-08")
        mend = "Write a figure as {{ name }} in one line; put a backslash before braces that are only words."
        yield Fault("PRO-08", f'"{brace}" belongs to no figure and is printed.', mend, *where(bare.find(brace)))
    for code, signs, half, message, mend in _HALVES:
        if code in told or printed.isdisjoint(signs):
            continue
        if half.search(plain) and (found := half.search(bare)):
            told.add(code)
            yield Fault(code, f'"{found[0]}" {message}', mend, *where(found.start()))
    if tag := _TAG.search(text) if "<" in text or "&" in text else None:
        mend = "Take it out; write a link as [words](https://...), and an ampersand as &."
        message = f'"{tag[0]}" is a sign of a web page and is printed as it stands.'
        yield Fault("PRO-05", message, mend, *where(tag.start()))
