"""Font letters: which letters of a document no font of this computer has, so that its PDF shows boxes for them."""

import contextlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from attrs import frozen

from bscb_docs.diagnostics.cache import kept, stamp
from bscb_docs.languages.writing_systems import WRITING_SYSTEMS, WritingSystem, stretches
from bscb_docs.ooxml.font_folders import font_folders
from bscb_docs.pdf.printed_words import paragraphs_of

_ENDINGS = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_LATIN = 0x250
"""Letters before this are in every font that a house would choose."""
_PICTURES = frozenset({"CBDT", "sbix", "SVG ", "COLR"})
"""Tables of a font that has pictures in place of letters, as emoji are."""
Ranges = tuple[tuple[int, int], ...]


@frozen
class MissingLetters:
    """Letters that no font has: the first paragraph in which they stand, and the package that has a font of them."""

    letters: str
    words: str
    package: str


def missing_letters(docx: bytes) -> tuple[MissingLetters, ...]:
    """The letters of a document that no font of this computer has, those of one writing system together."""
    unusual = [text for text in paragraphs_of(docx) if any(ord(letter) >= _LATIN for letter in text)]
    wanted = {letter for text in unusual for letter in text if ord(letter) >= _LATIN and letter.isprintable()}
    lacking = wanted - _printable(frozenset(wanted)) if wanted else set()
    found: dict[str, MissingLetters] = {}
    for text in unusual if lacking else ():
        for system, words in stretches(text):
            code, package = (system.code, system.package) if system else ("", "fonts-noto")
            letters = "".join(sorted(set(words) & lacking))
            if letters and code not in found:
                every = "".join(sorted(letter for letter in lacking if _is_of(letter, system)))
                found[code] = MissingLetters(every, text, package)
    return tuple(found.values())


def writing_systems_with_fonts() -> list[WritingSystem]:
    """The writing systems of which this computer has a font."""
    there = _printable(frozenset(system.sample for system in WRITING_SYSTEMS))
    return [system for system in WRITING_SYSTEMS if system.sample in there]


@lru_cache(maxsize=16)
def has_font(name: str) -> bool:
    """True where this computer has a font of that name, by the name of its file."""
    begins = name.replace(" ", "").lower()
    return any(file.name.lower().startswith(begins) for folder in font_folders() for file in folder.iterdir())


def falls_apart(words: str) -> bool:
    """True where a font of this computer has most letters of those words and not all: another lends the rest."""
    codes = {ord(letter) for letter in words if letter.isalpha() and ord(letter) >= _LATIN}
    held = (sum(any(first <= code <= last for first, last in ranges) for code in codes) for ranges in _fonts())
    return any(len(codes) < 2 * count < 2 * len(codes) for count in held)


def _is_of(letter: str, system: WritingSystem | None) -> bool:
    (own, _), *_ = stretches(letter)
    return own is system


@lru_cache(maxsize=64)
def _printable(wanted: frozenset[str]) -> frozenset[str]:
    """Those of some letters that a font of this computer has."""
    left = {ord(letter) for letter in wanted}
    for ranges in _fonts():
        left = {code for code in left if not any(first <= code <= last for first, last in ranges)}
        if not left:
            break
    return wanted - set(map(chr, left))


@lru_cache(maxsize=1)
def _fonts() -> tuple[Ranges, ...]:
    """The letters of every font from the first that Latin fonts may lack, as ranges; kept between runs."""
    folders = list(font_folders())
    made = kept(("letters of fonts", stamp([*folders, Path(__file__)])), lambda: tuple(_read_all(folders)))
    return tuple(dict.fromkeys(made))


def _read_all(folders: Iterable[Path]) -> Iterator[Ranges]:
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in _ENDINGS:
                with contextlib.suppress(Exception):  # a font that cannot be read prints nothing either
                    yield _ranges(_codes(path))


def _codes(path: Path) -> list[int]:
    """The letters of a font file; of a collection those of its first font, which the others share.

    A font of coloured pictures has none: a PDF has holes in their place.
    """
    from fontTools.ttLib import TTFont  # only where a letter is looked for

    with TTFont(path, lazy=True, fontNumber=0) as font:
        if not _PICTURES.isdisjoint(font.keys()):
            return []
        return sorted(code for code in font.getBestCmap() or () if code >= _LATIN)


def _ranges(codes: Iterable[int]) -> Ranges:
    found: list[tuple[int, int]] = []
    for code in codes:
        if found and found[-1][1] == code - 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return tuple(found)
