"""Patterns: what the rules look for in prose, each compiled only when a text has to be searched for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial


def pattern(words: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """The pattern, compiled when it is first called for: Python takes up to two milliseconds over one of many words."""
    return cache(partial(re.compile, words, flags))
