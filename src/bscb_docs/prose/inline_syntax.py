"""Inline syntax: what stands within a line of a board's Markdown and is read otherwise than CommonMark does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bscb_docs.languages.language_tags import TAG

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_BRACES = re.compile(r"\{\{([^{}\n]*)\}\}")
_IN_LANGUAGE = re.compile(rf"\{{lang=({TAG})\}}")


def ends_line(state: StateInline) -> bool:
    """True where a backslash ends its line: CommonMark would make it a line break, and it would not be printed."""
    return state.src.startswith("\n", state.pos + 1)


def braces(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it calls it so
    """`{{ name }}` as one token."""
    match = _BRACES.match(state.src, state.pos, state.posMax) if state.src.startswith("{{", state.pos) else None
    if match is None:
        return False
    if not silent:
        token = state.push("braces", "", 0)
        token.content = match[1].strip()
        token.meta["pos"] = state.pos
    state.pos = match.end()
    return True


def language(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it calls it so
    """Words that say which language they are in, as Pandoc has them: `[geiriau]{lang=cy}`."""
    start, last = state.pos, state.posMax
    end = state.md.helpers.parseLinkLabel(state, start) if state.src.startswith("[", start) else -1
    match = _IN_LANGUAGE.match(state.src, end + 1, last) if end >= 0 else None
    if match is None:
        return False
    if not silent:
        outer = state.env.get("language", "")
        state.env["language"] = state.push("language_open", "", 1).meta["tag"] = match[1]
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.env["language"] = state.push("language_close", "", -1).meta["tag"] = outer
    state.pos, state.posMax = match.end(), last
    return True


def emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it calls it so
    """Emphasis as CommonMark reads it, but never inside a word: "2*3*4" keeps its asterisks, as "a_b_c" does."""
    from markdown_it.rules_inline.state_inline import Delimiter

    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    scanned = state.scanDelims(state.pos, False)  # noqa: FBT003  # markdown-it's own signature
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, scanned.can_open, scanned.can_close)
        )
    state.pos += scanned.length
    return True


def placed(rule: Any, state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it calls it so
    """What markdown-it's rule says, with the position kept in the token that it opens or makes."""
    pos, count = state.pos, len(state.tokens)
    if not rule(state, silent):
        return False
    for token in state.tokens[count:]:
        if token.type in {"link_open", "footnote_ref"}:
            token.meta["pos"] = pos
            break
    return True
