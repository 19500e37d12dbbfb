"""The name that a person most likely meant."""

from __future__ import annotations

from collections.abc import Sequence

_LIKELY = 70
"""Of 100: below this two names share little but their length."""

_FEW = 20
"""So many names a person can read through."""


def nearest(name: str, known: Sequence[str]) -> str:
    """The known name that is most like it, or "" where none is like it."""
    from rapidfuzz import fuzz, process, utils  # only where something is wrong

    found = process.extractOne(name, known, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_LIKELY)
    return found[0] if found else ""


def did_you_mean(name: str, known: Sequence[str], otherwise: str = "") -> str:
    """`Did you mean "owner"?`; where none is near, the other words, or the names there are if they are few."""
    if near := nearest(name, known):
        return f'Did you mean "{near}"?'
    return otherwise or (f"Write one of: {', '.join(known)}." if 0 < len(known) <= _FEW else "")
