"""Scripts: which letters of a text are of which script, as Unicode has them, and what a Word processor must be told."""

import re
from collections.abc import Iterator
from enum import Enum

from attrs import field, frozen


class Direction(Enum):
    """How Word sets a script: as its right-to-left, complex or East Asian text."""

    RIGHT_TO_LEFT = "rtl"
    COMPLEX = "cs"
    EAST_ASIAN = "eastAsia"


@frozen
class Script:
    """A script whose letters the Latin fonts of a house lack."""

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


_CJK = "fonts-noto-cjk"
SCRIPTS = (
    Script("Hebr", "Hebrew", "א", Direction.RIGHT_TO_LEFT, "\u0590-\u05ff\ufb1d-\ufb4f", "he"),
    Script("Arab", "Arabic", "ا", Direction.RIGHT_TO_LEFT, "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff"
           "\ufe70-\ufefc"),
    Script("Syrc", "Syriac", "ܐ", Direction.RIGHT_TO_LEFT, "\u0700-\u074f"),
    Script("Thaa", "Thaana", "ހ", Direction.RIGHT_TO_LEFT, "\u0780-\u07bf", "dv"),
    Script("Deva", "Devanagari", "क", Direction.COMPLEX, "\u0900-\u097f\ua8e0-\ua8ff", "hi"),
    Script("Beng", "Bengali", "ক", Direction.COMPLEX, "\u0980-\u09ff", "bn"),
    Script("Guru", "Gurmukhi (Punjabi)", "ਕ", Direction.COMPLEX, "\u0a00-\u0a7f", "pa"),
    Script("Gujr", "Gujarati", "ક", Direction.COMPLEX, "\u0a80-\u0aff", "gu"),
    Script("Orya", "Odia", "କ", Direction.COMPLEX, "\u0b00-\u0b7f", "or"),
    Script("Taml", "Tamil", "க", Direction.COMPLEX, "\u0b80-\u0bff", "ta"),
    Script("Telu", "Telugu", "క", Direction.COMPLEX, "\u0c00-\u0c7f", "te"),
    Script("Knda", "Kannada", "ಕ", Direction.COMPLEX, "\u0c80-\u0cff", "kn"),
    Script("Mlym", "Malayalam", "ക", Direction.COMPLEX, "\u0d00-\u0d7f", "ml"),
    Script("Sinh", "Sinhala", "ක", Direction.COMPLEX, "\u0d80-\u0dff", "si"),
    Script("Thai", "Thai", "ก", Direction.COMPLEX, "\u0e00-\u0e7f", "th"),
    Script("Laoo", "Lao", "ກ", Direction.COMPLEX, "\u0e80-\u0eff", "lo"),
    Script("Mymr", "Burmese", "က", Direction.COMPLEX, "\u1000-\u109f", "my"),
    Script("Khmr", "Khmer", "ក", Direction.COMPLEX, "\u1780-\u17ff", "km"),
    Script("Hang", "Korean", "한", Direction.EAST_ASIAN, "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", "ko", _CJK),
    Script("Jpan", "Japanese", "か", Direction.EAST_ASIAN, "\u3040-\u30ff\u31f0-\u31ff", "ja", _CJK),
    Script("Hans", "Chinese", "中", Direction.EAST_ASIAN, "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff"
           "\uff00-\uff60\U00020000-\U0003ffff", "zh", _CJK),
)  # fmt: skip
"""The scripts that are told apart; Chinese stands for Han letters, whoever writes them."""

_ANY = f"[{''.join(script.letters for script in SCRIPTS)}]"
_STRETCH = "|".join(
    rf"(?P<{script.code}>[{script.letters}](?:[{script.letters}\W\d_]*[{script.letters}])?)" for script in SCRIPTS
)
"""Both are compiled where a text may hold such letters, which few do: that takes longer than to import the rest."""
_USUAL = bytes(code for code in range(256) if code < 0xD6 or code == 0xE2)
"""The bytes of UTF-8 that none of these letters begins with: to look for others takes a tenth of the time."""
_BY_CODE = {script.code: script for script in SCRIPTS}
_OTHER_LETTER = re.compile(r"[^\W\d_]")


def holds_scripts(text: str) -> bool:
    """True where a text has a letter of any of these scripts."""
    return bool(text.encode(errors="replace").translate(None, _USUAL)) and re.search(_ANY, text) is not None


def stretches(text: str) -> Iterator[tuple[Script | None, str]]:
    """The text in stretches of one script each; None is what any Latin font has, Greek and Cyrillic too.

    Spaces, figures and stops between letters of one script go with it.
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
    """True where every letter of a text is of a script that is written from right to left."""
    kinds = {
        script.direction if script else None
        for script, words in stretches(text)
        if script or _OTHER_LETTER.search(words)
    }
    return kinds == {Direction.RIGHT_TO_LEFT}
