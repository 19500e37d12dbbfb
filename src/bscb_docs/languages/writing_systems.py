"""Writing systems: which letters of a text are of which, as Unicode has them, and what Word must be told of them."""

import re
from collections.abc import Iterator
from enum import Enum

from attrs import field, frozen


class Direction(Enum):
    """How Word sets a writing system: as its right-to-left, complex or East Asian text."""

    RIGHT_TO_LEFT = "rtl"
    COMPLEX = "cs"
    EAST_ASIAN = "eastAsia"


@frozen
class WritingSystem:
    """A writing system whose letters the Latin fonts of a house lack."""

    code: str
    """As a theme names it: "Arab", "Beng"."""
    name: str
    sample: str
    """A letter that every font of it has."""
    direction: Direction
    letters: str
    """Its letters, as a class of a regular expression has them."""
    language: str = ""
    """The language that is written in it, where it is one; Arabic letters may be Urdu or Persian."""
    package: str = field(default="fonts-noto-core")
    """The package of Debian and Ubuntu that holds a font of it."""
    stand_in: str = ""
    """A font of that package, where fonts that are everywhere hold some of its letters and not all."""


_CJK = "fonts-noto-cjk"
WRITING_SYSTEMS = (
    WritingSystem("Hebr", "Hebrew", "א", Direction.RIGHT_TO_LEFT, "\u0590-\u05ff\ufb1d-\ufb4f", "he"),
    WritingSystem("Arab", "Arabic", "ا", Direction.RIGHT_TO_LEFT, "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff"
           "\ufe70-\ufefc", stand_in="Noto Naskh Arabic"),
    WritingSystem("Syrc", "Syriac", "ܐ", Direction.RIGHT_TO_LEFT, "\u0700-\u074f"),
    WritingSystem("Thaa", "Thaana", "ހ", Direction.RIGHT_TO_LEFT, "\u0780-\u07bf", "dv"),
    WritingSystem("Deva", "Devanagari", "क", Direction.COMPLEX, "\u0900-\u097f\ua8e0-\ua8ff", "hi"),
    WritingSystem("Beng", "Bengali", "ক", Direction.COMPLEX, "\u0980-\u09ff", "bn"),
    WritingSystem("Guru", "Gurmukhi (Punjabi)", "ਕ", Direction.COMPLEX, "\u0a00-\u0a7f", "pa"),
    WritingSystem("Gujr", "Gujarati", "ક", Direction.COMPLEX, "\u0a80-\u0aff", "gu"),
    WritingSystem("Orya", "Odia", "କ", Direction.COMPLEX, "\u0b00-\u0b7f", "or"),
    WritingSystem("Taml", "Tamil", "க", Direction.COMPLEX, "\u0b80-\u0bff", "ta"),
    WritingSystem("Telu", "Telugu", "క", Direction.COMPLEX, "\u0c00-\u0c7f", "te"),
    WritingSystem("Knda", "Kannada", "ಕ", Direction.COMPLEX, "\u0c80-\u0cff", "kn"),
    WritingSystem("Mlym", "Malayalam", "ക", Direction.COMPLEX, "\u0d00-\u0d7f", "ml"),
    WritingSystem("Sinh", "Sinhala", "ක", Direction.COMPLEX, "\u0d80-\u0dff", "si"),
    WritingSystem("Thai", "Thai", "ก", Direction.COMPLEX, "\u0e00-\u0e7f", "th"),
    WritingSystem("Laoo", "Lao", "ກ", Direction.COMPLEX, "\u0e80-\u0eff", "lo"),
    WritingSystem("Mymr", "Burmese", "က", Direction.COMPLEX, "\u1000-\u109f", "my"),
    WritingSystem("Khmr", "Khmer", "ក", Direction.COMPLEX, "\u1780-\u17ff", "km"),
    WritingSystem("Hang", "Korean", "한", Direction.EAST_ASIAN, "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", "ko", _CJK),
    WritingSystem("Jpan", "Japanese", "か", Direction.EAST_ASIAN, "\u3040-\u30ff\u31f0-\u31ff", "ja", _CJK),
    WritingSystem("Hans", "Chinese", "中", Direction.EAST_ASIAN, "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff"
           "\uff00-\uff60\U00020000-\U0003ffff", "zh", _CJK),
)  # fmt: skip
"""The writing systems that are told apart; Chinese stands for Han letters, whoever writes them."""

_ANY = f"[{''.join(system.letters for system in WRITING_SYSTEMS)}]"
_STRETCH = "|".join(
    rf"(?P<{system.code}>[{system.letters}](?:[{system.letters}\W\d_]*[{system.letters}])?)"
    for system in WRITING_SYSTEMS
)
"""Both are compiled where a text may hold such letters, which few do: that takes longer than to import the rest."""
_USUAL = bytes(code for code in range(256) if code < 0xD6 or code == 0xE2)
"""The bytes of UTF-8 that none of these letters begins with: to look for others takes a tenth of the time."""
_BY_CODE = {system.code: system for system in WRITING_SYSTEMS}


def holds_other_writing(text: str) -> bool:
    """True where a text has a letter of any of these writing systems."""
    return bool(text.encode(errors="replace").translate(None, _USUAL)) and re.search(_ANY, text) is not None


def stretches(text: str) -> Iterator[tuple[WritingSystem | None, str]]:
    """The text in stretches of one writing system each; None is what any Latin font has, Greek and Cyrillic too.

    Spaces, figures and stops between letters of one writing system go with it.
    """
    end = 0
    for found in re.finditer(_STRETCH, text):
        if found.start() > end:
            yield None, text[end : found.start()]
        yield _BY_CODE[str(found.lastgroup)], found[0]
        end = found.end()
    if end < len(text):
        yield None, text[end:]


def runs_from_right(text: str) -> bool:
    """True where a text begins with a word that is written from right to left, and most of its words are."""
    directions = [
        system is not None and system.direction is Direction.RIGHT_TO_LEFT
        for system, words in stretches(text)
        for word in words.split()
        if any(map(str.isalpha, word))
    ]
    return bool(directions) and directions[0] and sum(directions) * 2 > len(directions)
