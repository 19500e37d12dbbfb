"""ACC-01, ACC-02, DOCX-10, DOCX-21 and DOCX-25: what the document says of itself as a whole."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.document_check.schema_order import misplaced
from bscb_docs.ooxml.formatting import on
from bscb_docs.ooxml.styles import Styles
from bscb_docs.ooxml.xml_trees import down, w

_DC = "{http://purl.org/dc/elements/1.1/}"
_TITLE, _LANGUAGE = f"{_DC}title", f"{_DC}language"
_CALLED = {"en-gb": "English (United Kingdom)", "cy-gb": "Welsh (United Kingdom)"}
"""Languages as Word calls them."""


def property_faults(properties: Element | None, settings: Element | None, styles: Styles) -> Iterator[Fault]:
    """What is wrong with a document's title, language and settings."""
    title, told = down(properties, _TITLE), down(properties, _LANGUAGE)
    if title is None or not (title.text or "").strip():
        yield Fault("ACC-01", "The document has no title in its properties.")
    language = styles.run({}, "", "", {}).get("lang", "")
    meant = "en-GB" if told is None else told.text or ""
    if language.lower() != meant.lower():
        said = f"is {language}" if language else "is not set"
        yield Fault("ACC-02", f"The document's language {said}; it must be {_CALLED.get(meant.lower(), meant)}.")
    if settings is not None:
        yield from misplaced(settings)
        if on(settings.find(w("updateFields"))):
            asked = "Word is asked to update the fields, and puts a worrying question to whoever opens the document."
            yield Fault("DOCX-21", asked)
        if on(settings.find(w("trackRevisions"))):
            yield Fault("DOCX-25", "Changes are still being tracked.")
