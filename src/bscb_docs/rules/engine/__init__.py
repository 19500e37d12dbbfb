"""What rules stand on: the pack they judge, its passages, where names stand in them, and what makes a rule."""

from typing import TYPE_CHECKING

from bscb_docs.diagnostics.lazy_names import lazy_names as _lazy_names

if TYPE_CHECKING:
    from bscb_docs.diagnostics.codes import finding_of
    from bscb_docs.rules.engine.coded_rule import Findings, Rule, at_words, rule
    from bscb_docs.rules.engine.context import Pack, kept, kept_each
    from bscb_docs.rules.engine.name_search import (
        allowed_signs,
        declared_keys,
        declared_stems,
        key_of,
        spots,
        spots_in_any_form,
        taken_words,
        variants,
    )
    from bscb_docs.rules.engine.passage import MARK, TOKEN, Passage, name_of, squeeze, words_of, words_only
    from bscb_docs.rules.engine.printed_documents import Printed
    from bscb_docs.rules.engine.printed_texts import blocks_of, texts_of, words_of_point
    from bscb_docs.rules.engine.word_index import Spot, Taken, capitals_in, stem_of
else:
    __getattr__, __dir__ = _lazy_names(__name__, __file__)
