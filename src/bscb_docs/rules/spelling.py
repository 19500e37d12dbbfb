"""Rules of spelling: the spelling of the United Kingdom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bscb_docs.findings import Finding, Severity
from bscb_docs.rules.material import Pack
from bscb_docs.rules.passages import capital

_SPELT = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])")
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
        "meter",
        "meters",
        "license",
        "licensed",
        "licenses",
        "licensing",
        "install",
        "installs",
        "install",
        "installment",
        "fetus",
        "fetuses",
        "fetal",
        "fetid",
        "program",
        "programs",
    ]
) - {"program", "programs"}
"""Words with one of these changes that UK English has too."""


def american_spellings(pack: Pack) -> Iterator[Finding]:
    """A word in American spelling; the words are those of the package breame, names and quotations are left alone."""
    from breame.data.spelling_constants import AMERICAN_ENGLISH_SPELLINGS  # type: ignore[import-untyped]  # it has none

    known: dict[str, str] = {}
    for passage in pack.passages:
        for match in _SPELT.finditer(passage.unquoted):
            word = match[0]
            if word not in known:
                british = AMERICAN_ENGLISH_SPELLINGS.get(word, "")
                known[word] = british if british and _is_systematic(word, british) else ""
            if known[word]:
                message = f'{capital(passage.where)}: "{word}" is spelt "{known[word]}" in UK English.'
                place = passage.place(match.start())
                yield Finding("STY-02", Severity.NOTE, message, place, f"Write: {known[word]}.", passage.name)


def _is_systematic(word: str, british: str) -> bool:
    return word not in _BOTH and any(
        (match := pattern.fullmatch(word)) and match.expand(change) == british for pattern, change in _SYSTEMATIC
    )
