"""Suggestions: the name that a person most likely meant, for every room that tells of one it does not know."""

import re
from collections.abc import Iterable

NAME_PLUGIN = "If a plugin offers it, name that: --plugin FILE, or plugin: on the document's card."
"""What else to do about a name that no plugin in use offers."""

_FEW = 20
"""So many names a person can read through."""

_SLIPS = 3
"""So many letters at most are wrong in a misspelt name, one in four of them, and one more where the first is right."""

_ALIKE = 50
"""Per cent: two names that share a word or two."""

_ELSEWHERE = {
    "owner": (
        "action owner",
        "lead",
        "lead officer",
        "lead agency",
        "responsible",
        "responsibility",
        "accountable",
        "by whom",
        "who",
    ),
    "due": (
        "deadline",
        "due date",
        "date due",
        "by when",
        "when",
        "target date",
        "timescale",
        "completion date",
        "end date",
    ),
    "status": ("rag", "rag rating", "rag status", "rating", "state", "progress"),
    "body": ("group", "committee", "meeting", "board"),
    "text": ("description", "detail", "details", "narrative", "comment", "comments", "commentary"),
    "next": ("next step", "next steps"),
    "shown by": ("evidence",),
}
"""What the columns and lines of other boards' papers call a field."""

_SHORTEST = 4
"""Letters of a part that a longer name can be known by: "plan" is, "of" is not."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The one known name that it is near to, or "" where none is.

    Near is a slip of the finger ("onwer"), a name said in short or at length ("Exec Board", "the contents"), with first
    letters ("NHS Box ICB"), or what other papers call it ("deadline"); names whose numbers differ are not: "P1-18-2" is
    no slip for "P1-18-3".
    """
    names = list(known)
    return _misspelt(name, names) or otherwise_called(name, names) or _shortened(name, names) or _spelt_out(name, names)


def most_alike(name: str, known: Iterable[str]) -> list[str]:
    """The one or two known names that share most words with it, where it may be another name of the same thing."""
    from rapidfuzz import fuzz, process  # only where something is wrong

    alike = process.extract(name, known, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE)
    return [each for each, score, _ in alike if score == alike[0][1]][:2]


def is_one_figure_off(one: str, other: str) -> bool:
    """True of names of which one figure alone is another, as T1-O3 beside T1-O1 and T2-O3."""
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) and len(differing) == 1 and "".join(differing[0]).isdigit()


def is_misspelt(name: str, known: Iterable[str]) -> bool:
    """True where the name is one of those with a slip of the finger, so that nobody need have offered another."""
    return bool(_misspelt(name, list(known)))


def otherwise_called(name: str, known: Iterable[str]) -> str:
    """The one known name that other papers call so; "" where none is."""
    return next((each for each in known if name.casefold() in _ELSEWHERE.get(each, ())), "")


def called_elsewhere(known: Iterable[str]) -> tuple[str, ...]:
    """What other papers call those names."""
    return tuple(other for each in known for other in _ELSEWHERE.get(each, ()))


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """`Did you mean "owner"?`; where none is near, the other words, or the names there are if they are few."""
    names = list(known)
    return question_of(nearest(name, names)) or otherwise or one_of(names)


def question_of(near: str, mark: str = '"') -> str:
    """`Did you mean "owner"?`, the name between such marks; "" where none is near."""
    return f"Did you mean {mark}{near}{mark}?" if near else ""


def one_of(names: Iterable[str]) -> str:
    """`Write one of: owner, due.`, or "" where there are none or too many to read."""
    names = list(dict.fromkeys(names))
    return f"Write one of: {', '.join(names)}." if 0 < len(names) <= _FEW else ""


def _misspelt(name: str, names: list[str]) -> str:
    """The name with the fewest wrong letters, if they are few for its length."""
    from rapidfuzz import process  # only where something is wrong
    from rapidfuzz.distance import OSA
    from rapidfuzz.utils import default_process

    # "O25-09" is no slip for "W25-09" where "O25-08" is known: its letters are right
    of_series = [each for each in names if _letters(each) == _letters(name)] if _numbers(name) else []
    alike = [each for each in of_series or names if _numbers(each) == _numbers(name)]
    found = process.extractOne(name, alike, scorer=OSA.distance, processor=default_process, score_cutoff=_SLIPS)
    if not found:
        return ""
    allowed = max(1, len(name) // 4 + (found[0][:1].casefold() == name[:1].casefold()))
    return found[0] if found[1] <= allowed else ""


def unknown_id(name: str, typed: str, kind: str, ids: list[str]) -> str:
    """What is wrong with a word of the option that was typed, and which id was most likely meant."""
    if name.startswith("{"):
        names = typed.replace("{", " ").replace("}", " ").split()
        plain = " ".join(each if each in ids else nearest(each, ids) or each for each in names)
        return f'"{name}" stands here, and double braces belong in prose; write {plain}'
    near = nearest(name, ids)
    example = f", as in {ids[0]}" if ids else ""
    return f'"{name}" is no {kind}; ' + (f'did you mean "{near}"?' if near else f"write the id of one{example}")


def _shortened(name: str, names: list[str]) -> str:
    """The one name that holds the same words, or begins of them, beside others or alone; "" where several do."""
    typed = _words(name)
    found = [each for each in names if _holds(_words(each), typed) or _holds(typed, _words(each))]
    alone = [each for each in found if len(_words(each)) == len(typed)]
    found = alone or found
    return found[0] if len(found) == 1 else ""


def _spelt_out(name: str, names: list[str]) -> str:
    """The one name in which first letters that stand for words are spelt out: NHS Box Integrated Care Board."""
    words = r"\s+".join(
        rf"(?:{word}|" + r"\s+".join(rf"(?:(?:and|of|the|for)\s+)?{letter}\w+" for letter in word) + ")"
        if re.fullmatch(r"[A-Z]{2,6}", word)
        else re.escape(word)
        for word in name.split()
    )
    found = [each for each in names if re.fullmatch(words, each, re.IGNORECASE)]
    return found[0] if len(found) == 1 else ""


def _holds(longer: list[str], shorter: list[str]) -> bool:
    """True where the shorter words follow each other in the longer, each whole or as its beginning."""
    if len("".join(shorter)) < _SHORTEST:
        return False
    starts = range(len(longer) - len(shorter) + 1)
    return any(all(word.startswith(part) for part, word in zip(shorter, longer[at:], strict=False)) for at in starts)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name.casefold())


def _letters(name: str) -> str:
    """What a name has beside its numbers, each of them a #."""
    return re.sub(r"\d+", "#", name.casefold())


def _numbers(name: str) -> list[int]:
    """The numbers in a name: 3 and 03 are the same."""
    return [int(number) for number in re.findall(r"\d+", name)]
