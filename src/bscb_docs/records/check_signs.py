"""Check signs: a few signs that a text decides, short enough to be read aloud and typed."""

from hashlib import sha256

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O or U, which are misheard and misread (as D. Crockford's Base 32 has them)."""


def check_signs(text: str, count: int) -> str:
    """So many signs, of which another text gives others."""
    number = int.from_bytes(sha256(text.encode()).digest())
    return "".join(_SIGNS[number >> (5 * at) & 31] for at in range(count))
