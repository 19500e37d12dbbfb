"""The names of the room: each line is a name, under the module that it lives in."""

from bscb_docs.diagnostics.codes import (
    finding_of as finding_of,
)
from bscb_docs.rules.engine.coded_rule import (
    Findings as Findings,
)
from bscb_docs.rules.engine.coded_rule import (
    Rule as Rule,
)
from bscb_docs.rules.engine.coded_rule import (
    rule as rule,
)
from bscb_docs.rules.engine.context import (
    Pack as Pack,
)
from bscb_docs.rules.engine.context import (
    kept as kept,
)
from bscb_docs.rules.engine.declared_names import (
    allowed_signs as allowed_signs,
)
from bscb_docs.rules.engine.declared_names import (
    declared_keys as declared_keys,
)
from bscb_docs.rules.engine.declared_names import (
    declared_stems as declared_stems,
)
from bscb_docs.rules.engine.declared_names import (
    taken_words as taken_words,
)
from bscb_docs.rules.engine.name_search import (
    Spot as Spot,
)
from bscb_docs.rules.engine.name_search import (
    key_of as key_of,
)
from bscb_docs.rules.engine.name_search import (
    spots as spots,
)
from bscb_docs.rules.engine.name_search import (
    spots_in_any_form as spots_in_any_form,
)
from bscb_docs.rules.engine.name_search import (
    stem_of as stem_of,
)
from bscb_docs.rules.engine.name_search import (
    variants as variants,
)
from bscb_docs.rules.engine.passage import (
    MARK as MARK,
)
from bscb_docs.rules.engine.passage import (
    Passage as Passage,
)
from bscb_docs.rules.engine.passage import (
    name_of as name_of,
)
from bscb_docs.rules.engine.passage import (
    squeeze as squeeze,
)
from bscb_docs.rules.engine.passage import (
    words_of as words_of,
)
from bscb_docs.rules.engine.passage import (
    words_only as words_only,
)
from bscb_docs.rules.engine.printed_documents import (
    Printed as Printed,
)
from bscb_docs.rules.engine.printed_texts import (
    texts_of as texts_of,
)
