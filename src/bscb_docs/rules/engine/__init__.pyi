"""The names of the room: each line is a name, under the module that it lives in."""

from bscb_docs.diagnostics.codes import (
    finding_of as finding_of,
)
from bscb_docs.rules.engine.coded_rule import (
    at_words as at_words,
    Findings as Findings,
    Rule as Rule,
    rule as rule,
)
from bscb_docs.rules.engine.context import (
    kept as kept,
    Pack as Pack,
)
from bscb_docs.rules.engine.declared_names import (
    allowed_signs as allowed_signs,
    declared_keys as declared_keys,
    declared_stems as declared_stems,
    taken_words as taken_words,
)
from bscb_docs.rules.engine.name_search import (
    key_of as key_of,
    spots as spots,
    spots_in_any_form as spots_in_any_form,
    variants as variants,
)
from bscb_docs.rules.engine.passage import (
    MARK as MARK,
    name_of as name_of,
    Passage as Passage,
    squeeze as squeeze,
    words_of as words_of,
    words_only as words_only,
)
from bscb_docs.rules.engine.printed_documents import (
    Printed as Printed,
)
from bscb_docs.rules.engine.printed_texts import (
    texts_of as texts_of,
)
from bscb_docs.rules.engine.word_index import (
    capitals_in as capitals_in,
    Spot as Spot,
    stem_of as stem_of,
    Taken as Taken,
)
