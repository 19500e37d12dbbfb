"""Language tags as BCP 47 has them, such as `cy` for Welsh, and what Word wants to know of them."""

import re

TAG = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
"""What a language tag looks like, as a regular expression."""

HOUSE_LANGUAGE = "en-GB"
"""The language that the library, its plugins and its templates are written in."""

_NAMES = {
    "arabic": "ar", "bengali": "bn", "chinese": "zh", "english": "en", "french": "fr", "german": "de", "gujarati": "gu",
    "hindi": "hi", "irish": "ga", "italian": "it", "pashto": "ps", "persian": "fa", "polish": "pl", "portuguese": "pt",
    "punjabi": "pa", "romanian": "ro", "scottish gaelic": "gd", "slovak": "sk", "somali": "so", "spanish": "es",
    "tamil": "ta", "tigrinya": "ti", "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "welsh": "cy",
}  # fmt: skip
_REGIONS = {
    "ar": "SA", "bn": "BD", "cy": "GB", "de": "DE", "en": "GB", "es": "ES", "fa": "IR", "fr": "FR", "ga": "IE",
    "gd": "GB", "gu": "IN", "hi": "IN", "it": "IT", "pa": "IN", "pl": "PL", "ps": "AF", "pt": "PT", "ro": "RO",
    "sk": "SK", "so": "SO", "ta": "IN", "ti": "ER", "tr": "TR", "uk": "UA", "ur": "PK", "zh": "CN",
}  # fmt: skip
"""Where each is spoken, for programs that want to know: Word spells "cy-GB", and not "cy"."""
_EAST_ASIAN = frozenset({"zh", "ja", "ko", "yue"})
_COMPLEX = frozenset({"ar", "bn", "ckb", "fa", "gu", "he", "hi", "mr", "ne", "pa", "ps", "sd", "si", "ta", "te", "ur"})


def tag_named(words: str) -> str:
    """The tag that a person means with "cy" or "Welsh"; ValueError, with what to write, for anything else."""
    typed = words.strip().replace("_", "-")
    tag = _NAMES.get(typed.lower(), typed)
    if not re.fullmatch(TAG, tag) or len(language_of(tag)) > 3:
        raise ValueError(f'"{words}" is no language; write cy for Welsh, ur for Urdu, pl for Polish')
    return tag


def is_known_language(tag: str) -> bool:
    """True of the tags of the languages that the library knows by name."""
    return tag in _NAMES.values()


def language_of(tag: str) -> str:
    """The language alone, without where it is spoken: "cy" of "cy-GB"."""
    return tag.split("-")[0].lower()


def with_region(tag: str) -> str:
    """The tag as programs spell it: "cy-GB" for "cy"."""
    region = _REGIONS.get(language_of(tag))
    return tag if "-" in tag or region is None else f"{tag}-{region}"


def word_attributes(tag: str) -> str:
    """The attributes with which Word's `w:lang` says it; letters of a complex or East Asian script have their own."""
    name = "bidi" if language_of(tag) in _COMPLEX else "eastAsia" if language_of(tag) in _EAST_ASIAN else ""
    told = with_region(tag)
    return f'w:val="{told}"' + (f' w:{name}="{told}"' if name else "")
