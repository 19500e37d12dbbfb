"""Paragraph text: how a paragraph stands in the text of a body, so that it is found and changed there without a tree.

It begins with the name of its style; what else it says of itself follows, in the schema's order, and then its runs.
"""

import re

KEEP = "<w:keepNext/>"
"""Keeps a paragraph on the page of what follows it; it stands next to the style."""


def style_mark(style: str) -> str:
    """What names the style of a paragraph, by its id."""
    return f'<w:pStyle w:val="{style}"/>'


def paragraph_head(style: str) -> str:
    """What a paragraph in a style begins with."""
    return f"<w:p><w:pPr>{style_mark(style)}"


_ANY = '(?P<style>[^"]*)'
HEAD = paragraph_head(_ANY)
"""The head of a paragraph in any style, as a regular expression."""
PARAGRAPH = re.compile(
    rf"{HEAD}(?P<properties>(?:(?!</w:pPr>).)*)</w:pPr>(?P<content>(?:(?!</w:p>).)*)</w:p>", re.DOTALL
)
_STYLE = re.compile(style_mark(_ANY))
_FREE = re.compile(rf"{style_mark(_ANY)}(?!{KEEP})")
_HEAD = re.compile(HEAD)


def heads_in(xml: str) -> list[re.Match[str]]:
    """The head of each paragraph in order, its style with it."""
    return list(_HEAD.finditer(xml))


def style_in(xml: str) -> str:
    """The id of the first style that a paragraph names; "" where none does."""
    found = _STYLE.search(xml)
    return found["style"] if found else ""


def free_places(xml: str) -> tuple[int, ...]:
    """Where each paragraph that keeps with nothing yet can be told to."""
    return tuple(found.end() for found in _FREE.finditer(xml))


def keep_all(xml: str) -> str:
    """The same, each paragraph kept with what follows it."""
    return _FREE.sub(rf"\g<0>{KEEP}", xml)


def restyled(xml: str, old: str, new: str) -> str:
    """The same, paragraphs of one style in another, by their ids."""
    return xml.replace(style_mark(old), style_mark(new))


def begun_with(xml: str, runs: str) -> str:
    """The same, its first paragraph begun with those runs."""
    return xml.replace("</w:pPr>", f"</w:pPr>{runs}", 1)
