"""Phrases: how the sentences of messages are put together, in one place."""

from collections.abc import Sequence


def capital(words: str) -> str:
    """The words with a capital first letter, as they begin a sentence."""
    return words[:1].upper() + words[1:]


def small(words: str) -> str:
    """The words as they go on within a sentence, begun small; initials such as "RAG" stay as they are."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def a(name: str) -> str:
    """A name after its article: "an Action", "a Body", "an int"."""
    return f"a{'n' * name.startswith(tuple('AEIOaeio'))} {name}"


def joined(words: Sequence[str], last: str = "and") -> str:
    """Names in the English of a message: "A", "A and B", "A, B and C"; `last` stands before the last."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def shortened(words: str, most: int) -> str:
    """The words on one line, as many of them as so many characters hold."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} ..."


def sentences(fault: str) -> tuple[str, str]:
    """What is wrong and what to do, a sentence each, of a ValueError's "what is wrong; what to do"; "" for neither."""
    wrong, _, mend = fault.partition("; ")
    return _ended(wrong), _ended(capital(mend))


def _ended(words: str) -> str:
    return words if not words or words.endswith((".", "?")) else f"{words}."
