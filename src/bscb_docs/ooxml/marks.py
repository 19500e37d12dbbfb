"""Marks: what stands in filled text until the whole document is known; no board's text can hold one.

A mark is `STX kind:value ETX`; both are characters that XML does not allow, so reading refuses them and a mark that is
left over cannot pass for text.
"""

import re

STX = "\x02"
"""Begins every mark, and nothing else: what is printed may not hold it."""
CONTROLS = dict.fromkeys(range(32), " ")
"""For `str.translate`: what stands in a mark holds no character that could end or divide it."""
_MARK = re.compile("\x02([a-z]+):([^\x02\x03]*)\x03")


def mark(kind: str, value: str = "") -> str:
    """A mark of that kind."""
    return f"\x02{kind}:{value}\x03"


def find_marks(text: str, kind: str) -> list[str]:
    """The values of the marks of one kind, in order."""
    return [value for found, value in _MARK.findall(text) if found == kind]


def drop_marks(text: str, kind: str = "") -> str:
    """The text without its marks, or without those of one kind."""
    return _MARK.sub(lambda match: "" if kind in {"", match[1]} else match[0], text)


def split_at_marks(text: str) -> list[str]:
    """Text, kind, value, text, kind, value, ... text."""
    return _MARK.split(text)
