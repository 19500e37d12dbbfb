"""What can be wrong with a template: a stable code, how far it reaches, and what to do in Word."""

from __future__ import annotations

from attrs import frozen

from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.location import Place

_STOP, _CHECK = Severity.STOP, Severity.CHECK


@frozen
class Code:
    """One fault: how far it reaches, what a sound template does, and the mend where a finding has none of its own."""

    severity: Severity
    asks: str
    mend: str


CODES = {
    "TPL-01": Code(
        _STOP,
        "A template is a Word document that can be read.",
        "Open it in Word and save it as a Word document (.docx).",
    ),
    "TPL-02": Code(
        _STOP, "A tag names only what the section's page has.", "Use a name that the page class in the plugin has."
    ),
    "TPL-03": Code(_STOP, "Every tag can be read, and each that opens is closed in its turn.", "Mend the tag in Word."),
    "TPL-04": Code(
        _STOP,
        "A tag that begins {%tr or {%tc stands in a table.",
        "Write {%p instead, alone in its paragraph, or move it into a row of the table.",
    ),
    "TPL-05": Code(
        _STOP, "A paragraph holds one block tag.", "Give each tag that begins {%p or {{p a paragraph of its own."
    ),
    "TPL-06": Code(
        _STOP, "A block tag stands alone.", "Move the words into a paragraph, or a row, of their own: here they vanish."
    ),
    "TPL-07": Code(
        _CHECK,
        "Quotation marks in a tag are straight.",
        "Type them again and press Ctrl+Z once, which makes them straight.",
    ),
    "TPL-08": Code(_STOP, "A tag uses only filters that there are.", "Use one of: {filters}."),
    "TPL-09": Code(
        _STOP, "Every style is one of the house's.", "Choose a style of the house from the Styles pane (Home)."
    ),
    "TPL-10": Code(
        _CHECK,
        "The look comes from styles and not from formatting set by hand.",
        "Select it, press Ctrl+Space and Ctrl+Q, and choose a style.",
    ),
    "TPL-11": Code(
        _STOP,
        "Numbers and bullets come from a list style.",
        "Take the number or bullet off (Home, Numbering, None) and choose a list style, such as List Bullet.",
    ),
    "TPL-12": Code(
        _STOP, "Every picture has alternative text.", "Right-click the picture, View Alt Text, and say what it shows."
    ),
    "TPL-13": Code(
        _STOP,
        "A table's first row is marked as its header and repeats on every page.",
        "Click in the first row: Table Layout, Repeat Header Rows.",
    ),
    "TPL-14": Code(
        _STOP,
        "The template fetches nothing from outside, and links only to web and e-mail addresses.",
        "Remove the link to the outside file, or put the picture itself into the template.",
    ),
    "TPL-15": Code(
        _STOP,
        "The template holds no macros, controls or embedded programs.",
        "Save it in Word as a Word document without macros (.docx).",
    ),
    "TPL-16": Code(_STOP, "What a tag prints is words, a number or a date.", "Print one of its fields."),
    "TPL-17": Code(
        _STOP,
        "A filter that makes paragraphs stands in a tag that begins {{p, and no other does.",
        "Mend the tag in Word.",
    ),
    "TPL-18": Code(
        _CHECK,
        "No row of a table splits over two pages.",
        "Table Layout, Properties, Row: clear 'Allow row to break across pages'.",
    ),
    "TPL-19": Code(
        _CHECK,
        "Every table has a caption before it and a title for screen readers.",
        "Put a paragraph in the style Caption before it, and a title in Table Properties, Alt Text.",
    ),
    "TPL-20": Code(
        _CHECK,
        "Nothing floats on the page.",
        "Set it In Line with Text (Layout Options), or move the words into the text.",
    ),
    "TPL-21": Code(
        _CHECK,
        "No tracked changes or comments are left.",
        "On the Review tab, accept or reject every change and delete the comments.",
    ),
    "TPL-22": Code(
        _STOP,
        "Every picture and link that the text points to is in the file.",
        "Delete it and insert it again in Word.",
    ),
}


def fault(code: str, message: str, place: Place, mend: str = "") -> Finding:
    """The finding of that code; its mend is the code's where none is given."""
    return Finding(code, CODES[code].severity, message, place, mend or CODES[code].mend)
