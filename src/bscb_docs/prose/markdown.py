"""The door to markdown-it-py: the little Markdown that a board's prose may use, as tokens; all else is plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.prose.blocks import AsideKind
from bscb_docs.prose.inline_syntax import braces, emphasis, ends_line, language, placed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_NUMBER = re.compile(r"(\d{1,9})([.)])(?=[ \t]|$)")
_TENS = re.compile(r"^([ ]*)(\d\d)\. ", re.MULTILINE)
ASIDE = re.compile(rf"({'|'.join(kind.value for kind in AsideKind)}):[ \t]*", re.IGNORECASE)
"""What stands at the head of words set apart: what they are."""

GLANCE = re.compile(r"At a glance:[ \t]*", re.IGNORECASE)
"""What stands at the head of a table of headline figures that is set apart."""

_OPENING = frozenset("-+*>[0123456789")
"""A text with no line that begins with one of these, and none with a bar in it, has paragraphs alone."""

_DEEPEST = 6
"""Lists nested deeper than this are left as words: a limit that a person never meets and a machine's file may."""


@frozen
class BlockTokens(Compared):
    """markdown-it's block tokens, and the lines of numbers that begin no list."""

    tokens: list[Token]
    refused: dict[int, str] = field(factory=dict)


def block_tokens(text: str) -> BlockTokens:
    """The tokens of paragraphs, lists and tables; their lines count from 0."""
    lines = text.split("\n")
    if not any("|" in line or line.lstrip(" \t")[:1] in _OPENING for line in lines if line):
        return BlockTokens(list(_paragraphs(lines)))
    tokens: list[Token] = []
    env: dict[str, Any] = {"refused": {}, "numbers": {}, "last": {}}
    parser = _parser()
    parser.block.parse(_three_spaces(text, env["numbers"]), parser, env, tokens)
    return BlockTokens(tokens, env["refused"])


def _paragraphs(lines: list[str]) -> Iterator[Token]:
    """The one token of each paragraph that holds its words, of a text that has no other blocks."""
    from markdown_it.token import Token

    first = 0
    for at, line in enumerate((*lines, "")):
        if not line.strip(" \t"):
            if first < at:
                yield Token("inline", "", 0, map=[first, at], content="\n".join(lines[first:at]).strip())
            first = at + 1


def inline_tokens(text: str) -> list[Token]:
    """The tokens of one paragraph, cell or title: words, emphasis, links, pictures and braces."""
    parser = _parser()
    return parser.inline.parse(text, parser, {}, [])


def split_cells(row: str) -> list[str]:
    """The cells that were typed in one line of a table, however many its header has."""
    bare = re.sub(r"^\s*\||(?<!\\)\|\s*$", "", row)
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", bare)]


@cache
def _parser() -> MarkdownIt:
    """CommonMark, with everything switched off that would turn a person's words into something else."""
    from markdown_it import MarkdownIt  # only where there is prose to read
    from markdown_it.rules_block import blockquote, list_block
    from markdown_it.rules_inline import escape, link
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.footnote.index import footnote_ref

    parser = MarkdownIt("commonmark")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # the reader says what is no safe link
    parser.enable("table")
    parser.disable(["code", "fence", "hr", "reference", "html_block", "heading", "lheading"])
    within = ["paragraph", "reference", "blockquote"]
    parser.block.ruler.at("blockquote", partial(_aside, blockquote), {"alt": [*within, "list"]})
    # An entity such as "&amp;" prints as typed, and so does everything in angle brackets or backticks.
    parser.disable(["backticks", "autolink", "html_inline", "entity"])
    parser.block.ruler.at("list", partial(_list, list_block), {"alt": within})
    parser.inline.ruler.before("escape", "braces", braces)
    parser.inline.ruler.before("link", "language", language)
    parser.inline.ruler.at("escape", lambda state, silent: not ends_line(state) and escape(state, silent))
    parser.inline.ruler.at("emphasis", emphasis)
    parser.inline.ruler.at("link", lambda state, silent: placed(link, state, silent))
    footnote_plugin(parser, inline=False, move_to_end=False)
    note = partial(footnote_ref, always_match=True)
    parser.inline.ruler.at("footnote_ref", lambda state, silent: placed(note, state, silent))
    return parser


def _three_spaces(text: str, numbers: dict[int, int]) -> str:
    """The text with "10. " to "99. " shortened by a digit, where three spaces are to indent what belongs to the item.

    CommonMark counts the marker's width, so under item 10 it would want four; the board's rule is three for all.
    """
    if not _TENS.search(text):
        return text
    lines = text.split("\n")
    seen: set[tuple[str, int]] = set()
    for at, line in enumerate(lines):
        if match := re.match(r"([ ]*)(\d{1,2})\. ", line):
            indent, number = match[1], int(match[2])
            if number > 9 and (indent, number - 1) in seen:
                numbers[at] = number
                lines[at] = f"{indent}1. {line[match.end() :]}"
            seen.add((indent, number))
    return "\n".join(lines)


def _list(rule: Any, state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # markdown-it calls it so
    """A list, unless it begins with a number such as "2018.", which is words, or lies too deep."""
    if state.level >= 2 * _DEEPEST:
        return False
    match = _NUMBER.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
    number = state.env["numbers"].get(start, int(match[1])) if match else 0
    if match and not silent and number != 1 and number != state.env["last"].get(state.level, 0) + 1:
        state.env["refused"][start] = match[0]
        return False
    count, level = len(state.tokens), state.level
    if not rule(state, start, end, silent):
        return False
    if match and not silent:
        items = sum(t.type == "list_item_open" and t.level == level + 1 for t in state.tokens[count:])
        state.env["last"][level] = number + items - 1
    return True


def _aside(rule: Any, state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # markdown-it calls it so
    """Words set apart, where lines that begin with ">" say at their head what they are; else the signs are words."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    head = line[1:].lstrip()
    if state.level or not line.startswith(">") or "|" in head:  # which could be the header row of a table
        return False
    if not (ASIDE.match(head) or GLANCE.match(head)):
        return False
    return bool(rule(state, start, end, silent))
