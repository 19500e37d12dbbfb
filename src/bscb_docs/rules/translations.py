"""Rules of translations: what a document in another language prints in the board's own."""

from bscb_docs.diagnostics.phrases import joined
from bscb_docs.languages.language_tags import language_of
from bscb_docs.records.record_index import identity
from bscb_docs.records.translation import untranslated
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule


@rule("LAN-02")
def untranslated_words(pack: Pack) -> Findings:
    """What a document for approval prints that is not translated into its language."""
    own = language_of(pack.board.details.language.tag)
    told = {(id(each.of), language_of(each.language)): each.words for each in pack.board.translations}
    for document in pack.documents:
        language = document.entry.language
        if language is None or pack.board.is_draft(document.entry) or language_of(language.tag) == own:
            continue
        for record in dict.fromkeys(document.records):
            missing = untranslated(record, told.get((id(record), language_of(language.tag))))
            if missing:
                name = pack.numbers[id(record)]
                named = joined([each.replace("_", " ") for each in missing])
                message = f"{document.entry.title} is in {language}, and of {name} this is not translated: {named}."
                file = record.place.file or "the file of the record"
                mend = f"Write it into {language}/{file}, a copy of {file} with its words in that language."
                yield finding_of(
                    "LAN-02", message, record.place, mend, identity(record), cause=f"not translated into {language}"
                )
