"""Rule of relative time: a plan that stands for years does not tell time from the day it was written."""

import re

from bscb_docs.rules.engine import Findings, Pack, at_words, rule
from bscb_docs.rules.tenses import PLANNED

_FROM_NOW = re.compile(
    r"\b(?:recently|lately|(?<!the )(?:this|last|next)\s+(?:year|month|week|quarter|summer|autumn|winter|spring)|"
    r"in\s+recent\s+(?:years|months|weeks)|(?:years?|months?|weeks?|days?)\s+ago|yesterday)\b",
    re.IGNORECASE,
)


@rule("STY-08")
def times_from_now(pack: Pack) -> Findings:
    """A word such as "recently" in the texts of a plan for more than one year."""
    plan = pack.board.plan
    if plan is None or plan.years is None or plan.years.last - plan.years.first < _LONG:
        return
    for passage in (each for each in pack.passages if isinstance(each.owner, PLANNED)):
        for match in _FROM_NOW.finditer(passage.unquoted):
            words = " ".join(match[0].split())
            said = f': "{words}" is another time in each year of the plan, {plan.years}.'
            mend = "Write the month or year that is meant."
            yield at_words("STY-08", passage, match.start(), said, mend, cause="times told from the day of writing")


_LONG = 2
"""Years after the first, as a span of financial years counts them: 2017-19 is two of them."""
