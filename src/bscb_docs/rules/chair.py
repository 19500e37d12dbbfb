"""Rules of the chair's role: its functions lettered by count, each evidenced in the report."""

import re

from bscb_docs.prose import names
from bscb_docs.records import Function, Narrative, fold
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule

_TYPED = re.compile(r"\s*\(?[a-zA-Z]\)\s|\s*\(?[ivx]+\)\s")


@rule("ROL-01")
def unshown_functions(pack: Pack) -> Findings:
    """A function with its letter typed, without evidence, or whose evidence no paragraph of a report bears."""
    narratives = pack.board.of(Narrative)
    known = {fold(name) for each in narratives for section in each.sections for name, _, _ in names(section.text)}
    for function in pack.board.of(Function):
        called = pack.called(function)
        if match := _TYPED.match(function.title or function.text.text):
            message = f'{called} ({function.id}) has the letter "{match[0].strip()}" typed into it.'
            mend = "Take the letter away; functions are lettered in their order."
            yield finding_of("ROL-01", message, function.text.place, mend, function.id)
        if not narratives or function.gap("evidence"):
            continue
        if not function.evidence:
            message = f"{called} ({function.id}) has no evidence in the report."
            mend = "Write a line such as `evidence: #name`, with the {#name} of a paragraph that shows it."
            cause = "functions without evidence"
            yield finding_of("ROL-01", message, function.place, mend, function.id, cause=cause)
        for evidence in function.evidence:
            if fold(evidence.strip().lstrip("#")) not in known:
                name = evidence.strip().lstrip("#")
                message = (
                    f"{called} ({function.id}) gives #{name} as evidence, and no paragraph of the report bears it."
                )
                mend = f"Put {{#{name}}} at the end of the paragraph that is meant, or mend the name."
                yield finding_of("ROL-01", message, function.place, mend, function.id)
