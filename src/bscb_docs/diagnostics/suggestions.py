"""Nearest: the name that a person most likely meant, for every room that tells of one it does not know."""

from __future__ import annotations

from collections.abc import Iterable

_LIKELY = 60
"""Of 100: below this two names share little but their length."""

_FEW = 20
"""So many names a person can read through."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is most like it, capitals and signs set aside, or "" where none is like it."""
    from rapidfuzz import fuzz, process, utils  # only where something is wrong

    found = process.extractOne(
        name, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_LIKELY
    )
    return found[0] if found else ""


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """`Did you mean "owner"?`; where none is near, the other words, or the names there are if they are few."""
    names = list(known)
    if near := nearest(name, names):
        return f'Did you mean "{near}"?'
    return otherwise or (f"Write one of: {', '.join(names)}." if 0 < len(names) <= _FEW else "")
