"""Scope: whether a number and its noun speak of all that the records count, of a part, or of somebody else's."""

import re

from bscb_docs.rules.english.typed_numbers import A_NUMBER

_WHOLE = re.compile(
    r"\b(?:all|same|all\s+of\s+(?:the|our|its)|our|its|plan's|board's|partnership's)\s+$", re.IGNORECASE
)
_THE = re.compile(r"\b(?:the|these|those|has|have|had|with|into|under|there\s+(?:are|were))\s+$", re.IGNORECASE)
_SOME_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|some|most|many|each|none|half|all|\d+)\s+of\s+the\s+$", re.IGNORECASE
)
SOMEBODYS = re.compile(r"(?:['’]s?|s['’])\s+$")
"""Before a number: it is that of somebody."""
_MADE = re.compile(
    r"\b(?:published|publish|publishes|chose|chosen|issued|produced|held|had|planned|sets?|set\s+out|agreed|adopted|contains?|lists?|"
    r"comprises?|made\s+up\s+of|there\s+(?:are|were|have\s+been)|carried\s+out|a\s+total\s+of|completed|owns?|offered|provided|"
    r"delivered|ran|filled)\s+$",
    re.IGNORECASE,
)
_COUNTED_BEFORE = re.compile(rf"{A_NUMBER}\s+(?!hundred|thousand)(?:[a-z-]+\s+){{1,2}}and\s+$", re.IGNORECASE)
"""Before a number: another one, of which the words before speak too, as in "our two priorities and six actions"."""
_WERE_MADE = re.compile(
    r"^\s*(?:,\s*)?(?:(?:were|was|are|have\s+been|has\s+been|had\s+been|have|has)\s+)?"
    r"(?:published|held|planned|set|agreed|issued|produced|filled|took\s+place|taken(?:\s+(?:place|up))?)\b",
    re.IGNORECASE,
)
NARROWED = re.compile(
    r"^\s*(?:of|on|about|into|concerning|that|which|who|whose|where|with|without|between|for|from|by|to|at|elsewhere|"
    r"relating|involving|under|about|per|in(?!\s+(?:the\s+(?:year|first|second|plan|course)|all\b|total|(?:19|20)\d\d)))\b",
    re.IGNORECASE,
)
"""What after a number and its noun makes it a part: two reviews of neglect, six meetings in schools."""
_WHOLE_OF = re.compile(
    r"^\s+(?:(?:that|which)\s+(?:this|our|we|I|the\s+(?:report|plan|board|partners))\b|"
    r"(?:of|in)\s+(?:this|our|the)\s+(?:report|plan|year)\b)",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"^\s*(?:(?:[a-z]+(?:ed|en)|set|made|run|led)\s+by|below|above)\b", re.IGNORECASE)
"""What after a number and its noun makes it somebody else's, or those that stand there."""
ELSEWHEN = re.compile(
    r"\b(?:(?:last|previous|next|following|coming)\s+year|year\s+(?:before|earlier|after|ahead)|years?\s+ago|since|formerly|"
    r"originally|earlier|in\s+the\s+past|used\s+to|so\s+far|by\s+(?:the\s+)?(?:end|middle)|each\s+year|a\s+year|every|"
    r"(?:other|neighbouring|another)\s+(?:[\w-]+\s+){0,2}(?:board|area|council|partnership|authorit)\w*|nationally|England|Ofsted|Government|Commissioner|[Mm]inisters?)\b",
    re.IGNORECASE,
)
"""What in a sentence makes its numbers those of another year, or of somebody else."""

_OTHERS = re.compile(
    r"\b(?:national(?:ly)?|nationwide|England|Wales|Scotland|UK|country|region(?:al(?:ly)?)?|census|Ofsted|according\s+to|"
    r"average|survey(?:s|ed)?|poll|government|Department|statistic\w*|research|study|studies|target|at\s+least|up\s+to|at\s+most|"
    r"aims?|increas\w*|decreas\w*|ris(?:e|es|ing|en)|rose|f[ae]ll\w*|grew|grow(?:n|th)|cut|reduc\w*|inflation|pay|salar\w*|"
    r"budget\w*|fund\w*|contribut\w*|costs?|saving\w*|spend\w*|spent|price\w*|money|grants?|VAT|tax|interest|population|"
    r"more\s+than|less\s+than|fewer\s+than|higher|lower|points?|estimat\w*|neighbour\w*|elsewhere|expect\w*|evidence|"
    r"respond(?:ents?|ed)|compar\w+|(?:dis)?satisfied|agreed\s+with|felt|"
    r"(?:are|were)\s+aged|adults|people\s+in\s+their|of\s+(?:all\s+)?(?:people|parents|women|men|girls|boys|users|families)|socio-economic|assum\w*|"
    r"best\s+practice|prevalen\w*|declin\w*|likely|reasons|bullied|happy|fees|(?:below|above)(?=\s+\d)|take-up|peers|improvement|drop(?:s|ped)?|market|own(?:s|ed|ing)|recycled|electricity|claimants?|fatality|"
    r"expressed|aware|remembered|ethnic|poverty|deprived|households?|year-on-year|(?:figure|table|chart)\s+\d+|other\s+(?:boards|areas))\b|£|≥|≤",
    re.IGNORECASE,
)
"""What makes a share somebody else's, a change, a target or money: no count of the board's own stands behind it."""
_THEIRS = re.compile(
    r"\b([A-Z][\w-]+)(?:['’]s|s['’])\s+(?:own\s+)?(?:[a-z]+\s+)?(?:board|audits?|reports?|figures|data|records|panel)\b"
)
"""What another body says of itself: "Otherborough's board", "the Trust's own audits"."""
_OURS = frozenset({"Board", "Partnership", "Chair", "Group", "Panel"})


def is_of_others(sentence: str) -> bool:
    """True where a sentence gives a number that is somebody else's, a change, a target or money."""
    return bool(_OTHERS.search(sentence)) or any(match[1] not in _OURS for match in _THEIRS.finditer(sentence))


def speaks_of_all(lead: str, tail: str, *, has_context: bool) -> bool:
    """True where the words before a number, and after its noun, speak of all that there is.

    `has_context` where the noun counts only beside other words: then "the" alone does not make it all.
    """
    if _OTHERWISE.match(tail):
        return False
    lead = _COUNTED_BEFORE.sub("", lead)
    if _WHOLE.search(lead):
        return True
    if (NARROWED.match(tail) and not _WHOLE_OF.match(tail)) or (SOMEBODYS.search(lead) and not has_context):
        return False
    is_said = _MADE.search(lead) or _SOME_OF.search(lead) or _WERE_MADE.match(tail)
    return bool(is_said or (not has_context and _THE.search(lead)))


def without_owner(tail: str, names: list[str]) -> str:
    """What follows the noun, without whose they are: "meetings of the new Executive Board" narrows nothing."""
    for name in sorted(names, key=len, reverse=True):
        owner = rf"\s+of\s+(?:the|our|its)\s+(?:[a-z]+\s+)?{re.escape(name)}\b".replace(r"\ ", r"\s+")
        if match := re.match(owner, tail, re.IGNORECASE):
            return tail[match.end() :]
    return tail
