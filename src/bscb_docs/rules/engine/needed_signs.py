"""Needed signs: what a regular expression cannot match without, read from the expression itself."""

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from itertools import product
from typing import Any

_KEY = re.compile(r"[^\W_]+|(?:[^\w\s]| )+|_+")
"""What stands in one word, and signs with the spaces between them: what is looked up of a stretch of a text."""
_MOST = 64
"""Stretches that are spelt out where a pattern has a choice of several, one after another."""
Texts = frozenset[str]


@lru_cache(maxsize=256)
def needed_signs(pattern: re.Pattern[str]) -> Texts:
    """Letters and signs in lower case of which one stands in all that the pattern matches; none where nothing does."""
    _, needed = _read(import_module("re._parser").parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    return frozenset(each for each in needed if not any(other in each for other in needed - {each}))


def _read(items: Iterable[tuple[Any, Any]]) -> tuple[Texts, Texts]:
    """All texts that a part of a pattern can match, none where they are too many; and what it needs."""
    texts, needed, is_all = frozenset({""}), Texts(), True
    for item in items:
        own, own_needs, goes_on = _item(str(item[0]), item[1])
        needed = _better(needed, own_needs)
        joined = frozenset(map("".join, product(texts, own)))
        if not 0 < len(joined) <= _MOST:
            needed, joined, is_all = _better(needed, _keys(texts)), own or frozenset({""}), False
        if not goes_on:
            needed, joined, is_all = _better(needed, _keys(joined)), frozenset({""}), False
        texts = joined
    return (texts if is_all else Texts()), _better(needed, _keys(texts))


def _item(name: str, value: Any) -> tuple[Texts, Texts, bool]:
    """What one item of a pattern can match, what it needs, and whether what follows follows at once."""
    if name == "LITERAL":
        return frozenset({chr(value).lower()}), Texts(), True
    if name == "IN":
        is_short = len(value) <= 4 and all(str(each[0]) == "LITERAL" for each in value)
        return (frozenset(chr(each[1]).lower() for each in value) if is_short else Texts()), Texts(), True
    if name == "SUBPATTERN":
        return *_read(value[-1]), True
    if name == "BRANCH":
        read = [_read(each) for each in value[1]]
        return _all([each[0] for each in read]), _all([each[1] for each in read]), True
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        least, most, items = value
        own, needed = _read(items)
        if (least, most) == (0, 1):
            return (own | {""} if own else own), Texts(), True
        many = frozenset("".join(each) * least for each in own) if least and len(own) == 1 else Texts()
        return many, (needed if least else Texts()), bool(many) and least == most
    return (frozenset({""}), Texts(), True) if name.startswith(("AT", "ASSERT")) else (Texts(), Texts(), False)


def _all(parts: list[Texts]) -> Texts:
    """Those of all parts together; none where one part has none, as then nothing is needed."""
    return frozenset().union(*parts) if all(parts) else Texts()


def _keys(texts: Texts) -> Texts:
    """The longest letters of each of these texts, or its signs, which are rarer; none where one has none."""
    keys = {max(map(str.rstrip, _KEY.findall(text)), key=_rarity, default="") for text in texts}
    return Texts() if "" in keys else frozenset(keys)


def _better(one: Texts, other: Texts) -> Texts:
    """Of two sets of which one of each is needed, that which is the rarer by its shortest, and then the smaller."""
    return max(one, other, key=lambda each: (min(map(_rarity, each), default=0), -len(each)))


def _rarity(key: str) -> int:
    return len(key) + bool(key and not key[0].isalnum())
