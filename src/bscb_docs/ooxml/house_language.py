"""The house's Word file in the language of what is printed: its language, and the words before its numbers."""

import re
from collections.abc import Mapping

from attrs import evolve
from markupsafe import escape

from bscb_docs.languages.house_words import say, spoken
from bscb_docs.languages.language_tags import HOUSE_LANGUAGE, with_region, word_attributes
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.package import keep_deflated
from bscb_docs.ooxml.part_names import NUMBERING, SETTINGS, STYLES

_LANG = re.compile(r"<w:lang\b[^>]*/>")
_THEME_LANG = re.compile(r"<w:themeFontLang\b[^>]*/>")
_LEVEL_TEXT = re.compile(r'(<w:lvlText\b[^>]*w:val=")([^"]*)')
_LEVEL_WORDS = re.compile(r"[^\W\d_](?:[^%]*[^\W\d_])?")


def in_language(house: HouseFile) -> HouseFile:
    """The house's file as a document in the language of what is printed takes it."""
    wording = spoken()
    if with_region(wording.language) == HOUSE_LANGUAGE and not wording.labels:
        return house
    told = word_attributes(wording.language)
    settings = {SETTINGS: _THEME_LANG.sub(f"<w:themeFontLang {told}/>", house.parts[SETTINGS].decode()).encode()}
    return evolve(
        house,
        parts={**house.parts, **settings, STYLES: _styles(house.parts, told), NUMBERING: _numbering(house.parts)},
        levels={place: evolve(level, text=_said(level.text)) for place, level in house.levels.items()},
        unchanging={**house.unchanging, **keep_deflated(settings)},
    )


def _styles(parts: Mapping[str, bytes], told: str) -> bytes:
    """The styles, each of which is in the language that the defaults say."""
    styles = parts[STYLES].decode()
    defaults, end, rest = styles.partition("</w:docDefaults>")
    known = _LANG.search(defaults)
    kept = re.findall(r' w:bidi="[^"]*"', known[0]) if known and "w:bidi" not in told else []
    lang = f"<w:lang {told}{''.join(kept)}/>"
    if known:
        defaults = defaults.replace(known[0], lang)
    else:
        defaults = defaults.replace("</w:rPr></w:rPrDefault>", f"{lang}</w:rPr></w:rPrDefault>")
    return f"{defaults}{end}{_LANG.sub('', rest)}".encode()


def _numbering(parts: Mapping[str, bytes]) -> bytes:
    """The numbering, the words before its numbers said in the language: "Appendix %1"."""
    numbering = parts[NUMBERING].decode()
    return _LEVEL_TEXT.sub(lambda found: f"{found[1]}{escape(_said(found[2]))}", numbering).encode()


def _said(level: str) -> str:
    return _LEVEL_WORDS.sub(lambda words: say(words[0]), level)
