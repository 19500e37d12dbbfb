"""Strictness: the proof that filled text is XML as Word demands it, the turns of a loop proved once.

Nothing is mended by dropping what cannot be read: text that is not well-formed is refused. A long table
sets the same tags around other words; expat, which would take most of the time of its build, is given each stretch of
tags once. Followed piece by piece are only the elements that stand open: while every step from one such state to the
next was in what expat has read, and the state it rests in comes round again, what lies between is proved too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from xml.parsers import expat

from attrs import define, field

from bscb_docs.diagnostics.errors import TemplateError

_TAG = re.compile(r"""<(/?)([^\s<>/"']+)(?:[^<>"']|"[^"<]*"|'[^'<]*')*?(/?)>""")
_LOOSE = re.compile(r"&(?!amp;|lt;|gt;|quot;|#34;|#39;)")
"""What is no reference that escaping makes: expat judges it."""
_CONTEXT = 2_000
"""Characters looked through for the words before a fault."""
_ALLOWED = bytes(code for code in range(256) if code >= 0x20 or code in b"\t\n\r")
_NEVER = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")


@define(eq=False)
class _Standing:
    """Where a text stands: the elements that are open, a tag that has begun and not ended, and the steps from here."""

    opened: tuple[str, ...] = ()
    """Names, and the whole tag where it declares a prefix: what may stand in it depends on that."""
    begun: str = ""
    steps: dict[str, _Standing] = field(factory=dict)

    @cached_property
    def quoted(self) -> bool:
        """True within the value of an attribute, where words change nothing."""
        return self.begun.count('"') % 2 == 1 and "'" not in self.begun and "xmlns" not in self.begun


def _follow_tags(opened: tuple[str, ...], text: str) -> tuple[tuple[str, ...], str]:
    """The elements that are open after the text, and the tag that has begun in it and not ended."""
    left, read = list(opened), 0
    for tag in _TAG.finditer(text):
        end, name, single = tag.groups()
        if end and left:
            left.pop()
        elif not end and not single and name[0] not in "?!":
            left.append(tag[0] if "xmlns" in tag[0] else name)
        read = tag.end()
    begun = text.find("<", read)
    return tuple(left), text[begun:] if begun >= 0 else ""


_follow_again = lru_cache(maxsize=1 << 12)(_follow_tags)
"""The same for short texts, kept: a template sets the same tags in every document of a batch."""


class Proof:
    """Reads a text stretch by stretch; TemplateError, with the last words before it, where it is no strict XML."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._expat = expat.ParserCreate(namespace_separator=" ")
        self.given = 0
        self._before = ""
        self._here = _Standing()
        self._rest = self._here
        """Where expat stands; the pieces that led on from there wait in `_skipped`."""
        self._skipped: list[str] = []
        self._known: dict[tuple[tuple[str, ...], str], _Standing] = {((), ""): self._here}

    def read(self, pieces: Sequence[str], *, last: bool = False) -> bytes:
        """The pieces as UTF-8."""
        text = "".join(pieces)
        try:
            data = text.encode()
        except UnicodeEncodeError as fault:
            raise self._refuse("holds half a character", text[: fault.start]) from fault
        wrong = data.translate(None, _ALLOWED)
        if wrong or any(code in data for code in _NEVER):
            start = data.find(wrong[:1]) if wrong else min(data.find(code) for code in _NEVER if code in data)
            raise self._refuse("holds a character that Word cannot", data[:start].decode("utf-8", "replace"))
        fresh = "".join(self._unproved(pieces, last=last)).encode()
        try:
            self._expat.Parse(fresh, last)
        except expat.ExpatError as fault:
            here = fresh[: max(0, self._expat.ErrorByteIndex - self.given)].decode("utf-8", "replace")
            raise self._refuse("is not well-formed", here) from fault
        self.given += len(fresh)
        self._before = text[-_CONTEXT:]
        return data

    def _unproved(self, pieces: Sequence[str], *, last: bool) -> list[str]:
        """The pieces that expat must read: those with a step that it has not seen, and what leads there."""
        fresh: list[str] = []
        here, rest, skipped = self._here, self._rest, self._skipped
        for piece in pieces:
            if (
                "<" not in piece
                and ">" not in piece
                and ("&" not in piece or not _LOOSE.search(piece))
                and ((here.opened and not here.begun) or (here.quoted and '"' not in piece))
            ):
                if here is not rest:
                    skipped.append(piece)
                elif here.begun:  # words within a tag: it cannot be read without them
                    fresh.append(piece)
                continue
            after = here.steps.get(piece)
            if after is None or not here.opened:  # the root stands once
                after = here.steps[piece] = self._follow(here, piece)
                fresh += skipped
                fresh.append(piece)
                skipped.clear()
                rest = after
            elif after is rest:
                skipped.clear()
            else:
                skipped.append(piece)
            here = after
        if last:
            fresh += skipped
        self._here, self._rest = here, rest
        return fresh

    def _follow(self, here: _Standing, piece: str) -> _Standing:
        """Where a piece leads; an end tag that ends nothing is left to expat, which is given every new step."""
        follow = _follow_again if len(piece) < _CONTEXT else _follow_tags
        key = follow(here.opened, here.begun + piece)
        return self._known.setdefault(key, _Standing(*key))

    def _refuse(self, why: str, before: str) -> TemplateError:
        shown = " ".join(re.sub(r"<[^>]*>?", " ", (self._before + before)[-_CONTEXT:]).split())
        return TemplateError(f"{self.what} {why} after: {shown[-80:]!r}")
