"""Check letters: a letter after an id, and a code for a form, that tell a mistyped reference from a true one."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from bscb_docs.records import fold

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXY"
"""23 of them, without those that look like figures: a prime number finds any one wrong sign, and any two in turn."""
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def check_letter(reference: str) -> str:
    """The letter that stands after an id in a form: `P1-18-2` bears K whichever way its hyphens were typed."""
    total = sum(place * ord(sign) for place, sign in enumerate(fold(reference), 1))
    return _LETTERS[total % len(_LETTERS)]


def with_letter(reference: str) -> str:
    """An id as forms print it: `P1-18-2 K`."""
    return f"{reference} {check_letter(reference)}"


def short_code(words: Iterable[str], length: int = 4) -> str:
    """So many letters and figures, 12 at most, that stand for all of those words."""
    total = int.from_bytes(sha256("\n".join(words).encode()).digest()[:8], "big")
    return "".join(_SIGNS[total >> 5 * place & 31] for place in range(length))
