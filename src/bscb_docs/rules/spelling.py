"""Rules of spelling: the spelling of the United Kingdom."""

import re

from bscb_docs.diagnostics.phrases import capital
from bscb_docs.rules.engine import Findings, Pack, Passage, at_words, rule

_SPELT = re.compile(r"(?<![\w'’-])[A-Za-z][a-z]{3,}(?![\w'’-])")
_NEXT_NAME = re.compile(r"\s+(?:of\s+|for\s+|and\s+)?[A-Z]")
_SYSTEMATIC = (
    (re.compile(r"(.*)iz(e|ed|es|er|ers|ing|ation|ations|ational|ationally|able)"), r"\1is\2"),
    (re.compile(r"(.*)yz(e|ed|es|er|ers|ing)"), r"\1ys\2"),
    (
        re.compile(r"(.*)or(|s|ed|ing|al|ally|able|ably|ful|fully|less|hood|hoods|ite|ites|itism|ist|ists|ism)"),
        r"\1our\2",
    ),
    (re.compile(r"(.*[^aeiou])er(|s|ed|piece|pieces|goer|goers)"), r"\1re\2"),
    (re.compile(r"(.*[aeiou])l(ed|ing|er|ers|ings|or|ors|ous)"), r"\1ll\2"),
    (re.compile(r"(.*)og(|s|ed|ing)"), r"\1ogue\2"),
    (re.compile(r"(.*)ense(|s|less)"), r"\1ence\2"),
    (re.compile(r"(.*)ill(|s|ment|ments)"), r"\1il\2"),
    (re.compile(r"(.*)oll(|s)"), r"\1ol\2"),
    (re.compile(r"(program)(|s)"), r"\1me\2"),
    (re.compile(r"(an|p|gyn|h|leuk|orthop|di|ced|f)e(.*)"), r"\1ae\2"),
)
"""The ways in which American spelling differs as a rule; where the list says more than these, UK English has both."""

_BOTH = frozenset(
    [
        *("meter", "meters", "license", "licensed", "licenses", "licensing", "install", "installs", "installment"),
        *("fetus", "fetuses", "fetal", "fetid", "practice"),
    ]
)
"""Words with one of these changes that UK English has too."""


@rule("STY-02")
def american_spellings(pack: Pack) -> Findings:
    """A word in American spelling; the words are those of the package breame, names and quotations are left alone."""
    from breame.data.spelling_constants import AMERICAN_ENGLISH_SPELLINGS  # type: ignore[import-untyped]  # it has none

    british: dict[str, str] = {}
    for word in pack.index.places.keys() & AMERICAN_ENGLISH_SPELLINGS.keys():
        if _is_systematic(word, AMERICAN_ENGLISH_SPELLINGS[word]):
            british[word] = AMERICAN_ENGLISH_SPELLINGS[word]
    for passage in pack.passages_with(*british):
        for match in _SPELT.finditer(passage.unquoted):
            right = british.get(match[0].lower(), "")
            if match[0][0].isupper():
                right = capital(right) if _begins_sentence(passage, match) else ""
            if right:
                said = f': "{match[0]}" is spelt "{right}" in UK English.'
                mend = f"Write: {right}."
                yield at_words("STY-02", passage, match.start(), said, mend, cause=match[0].lower())


def _begins_sentence(passage: Passage, match: re.Match[str]) -> bool:
    """True where a word has its capital from the sentence or point that it begins, and from no name."""
    text = passage.unquoted
    first, _ = passage.sentence(match.start())
    begins = not any(map(str.isalnum, text[first : match.start()]))
    return begins and not _NEXT_NAME.match(text, match.end())


def _is_systematic(word: str, british: str) -> bool:
    return word not in _BOTH and any(
        (match := american.fullmatch(word)) and match.expand(change) == british for american, change in _SYSTEMATIC
    )
