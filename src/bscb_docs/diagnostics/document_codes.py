"""The rules that a finished document is held to: a code, a severity, one sentence and the mend for each."""

from __future__ import annotations

from typing import NamedTuple

from bscb_docs.diagnostics.finding import Severity

_STOP, _CHECK = Severity.STOP, Severity.CHECK


class Check(NamedTuple):
    """One rule about a Word document, as docs/checks.md prints it."""

    code: str
    severity: Severity
    says: str
    mend: str
    places: int = 5
    """How many places are named one by one before the rest is only counted."""


_ALL = (
    Check(
        "DOCX-01",
        _STOP,
        "The file is a Word document that can be opened.",
        "Save it in Word as a Word document (.docx), without a password.",
    ),
    Check(
        "DOCX-02",
        _STOP,
        "Nothing in the file is a danger to the computer that opens it.",
        "Do not open it; ask for it again from whoever made it.",
    ),
    Check(
        "DOCX-03",
        _STOP,
        "Every part of the file can be read.",
        "Open it in Word, let Word repair it, and save it under a new name.",
    ),
    Check(
        "DOCX-04",
        _STOP,
        "Every part of the file has its type, and no type is given for a part that is not there.",
        "Open it in Word and save it under a new name.",
    ),
    Check(
        "DOCX-05",
        _STOP,
        "Everything that the document refers to (pictures, headers, links) is in the file.",
        "Put the missing picture, header or link in again.",
    ),
    Check(
        "DOCX-06",
        _CHECK,
        "The file holds nothing that the document does not use.",
        "Open it in Word and save it under a new name, so that nothing hidden goes out with it.",
    ),
    Check(
        "DOCX-07",
        _STOP,
        "No two pictures have the same number inside the file.",
        "Delete the second picture and put it in again.",
    ),
    Check("DOCX-08", _STOP, "No two bookmarks have the same name or number.", "Rename one of them: Insert, Bookmark."),
    Check(
        "DOCX-09",
        _STOP,
        "No two content controls have the same number.",
        "Delete the second content control and put it in again.",
    ),
    Check(
        "DOCX-10",
        _STOP,
        "What Word stores stands in the order that Word asks for.",
        "Open it in Word, let Word repair it, and save it under a new name.",
    ),
    Check("DOCX-11", _STOP, "Every style that is used exists.", "Give the text a style from the Styles pane."),
    Check(
        "DOCX-12",
        _STOP,
        "Every list that is used exists.",
        "Give the paragraph its list style again from the Styles pane.",
    ),
    Check(
        "DOCX-13",
        _STOP,
        "A numbered style and its level in the list know each other.",
        "In the list's settings, More, choose 'Link level to style'.",
    ),
    Check(
        "DOCX-14",
        _STOP,
        "Every table has rows, every row has cells, and every cell ends with a paragraph.",
        "Open it in Word, let Word repair it, and save it under a new name.",
    ),
    Check(
        "DOCX-15",
        _STOP,
        "Every field (page number, cross-reference, contents) has a beginning and an end.",
        "Delete the field and put it in again.",
    ),
    Check(
        "DOCX-16",
        _STOP,
        "Every bookmark has a beginning and an end.",
        "Delete the bookmark and put it in again: Insert, Bookmark.",
    ),
    Check(
        "DOCX-17",
        _STOP,
        "Every link and cross-reference inside the document leads to a place that exists.",
        "Put the link or cross-reference in again, to a place that exists.",
    ),
    Check("DOCX-18", _STOP, "No tag of a template is left over.", "Replace the tag with the words that belong there."),
    Check(
        "DOCX-19",
        _STOP,
        "The document fetches nothing from outside and links only to web and e-mail addresses.",
        "Remove the link to the outside file, or put the picture itself into the document.",
    ),
    Check(
        "DOCX-20",
        _STOP,
        "The file holds no macros, controls or embedded programs.",
        "Save it in Word as a Word document without macros (.docx).",
    ),
    Check(
        "DOCX-21",
        _STOP,
        "Word is not asked to update the fields whenever the document is opened.",
        "Update the fields once in Word (Ctrl+A, F9) and save.",
    ),
    Check("DOCX-22", _STOP, "The text holds no control or placeholder characters.", "Type the character again."),
    Check(
        "DOCX-23",
        _STOP,
        "No field fetches another file, runs something or asks the reader a question.",
        "Replace the field with the text itself: click in it and press Ctrl+Shift+F9.",
    ),
    Check(
        "DOCX-24",
        _CHECK,
        "The look comes from styles and not from formatting set by hand.",
        "Select the text, press Ctrl+Space and Ctrl+Q, and choose a style.",
        1,
    ),
    Check(
        "DOCX-25",
        _CHECK,
        "No tracked changes or comments are left.",
        "On the Review tab, accept or reject every change and delete the comments.",
    ),
    Check("DOCX-26", _CHECK, "No text is hidden.", "Show it or delete it: Ctrl+Shift+8 shows hidden text."),
    Check(
        "ACC-01",
        _STOP,
        "The document has a title in its properties.",
        "File, Info, Title: type the title of the document.",
    ),
    Check(
        "ACC-02",
        _STOP,
        "The document's language is English (United Kingdom).",
        "Review, Language, Set Proofing Language: English (United Kingdom), Set As Default.",
    ),
    Check(
        "ACC-03",
        _STOP,
        "Headings go down one level at a time, from Heading 1.",
        "Give the heading the next level up, or put in the heading that is missing.",
    ),
    Check(
        "ACC-04",
        _CHECK,
        "A heading has a heading style and is not only set in bold.",
        "Give it a heading style from the Styles pane.",
    ),
    Check(
        "ACC-05",
        _CHECK,
        "Text is at least 12 point (headers, footers and footnotes at least 10).",
        "Change the size in the style.",
    ),
    Check("ACC-06", _CHECK, "Text is set in a sans serif font such as Arial.", "Change the font in the style."),
    Check("ACC-07", _CHECK, "Text is aligned left and never justified.", "Change the alignment in the style to left."),
    Check("ACC-08", _CHECK, "Nothing is set in italics.", "Use plain words, or the style Strong."),
    Check(
        "ACC-09",
        _CHECK,
        "Nothing is set in capitals for emphasis.",
        "Type it in ordinary letters, or use the style Strong.",
    ),
    Check("ACC-10", _CHECK, "Nothing is underlined but links.", "Remove the underline, or use the style Strong."),
    Check(
        "ACC-11",
        _CHECK,
        "Lists are real lists, not typed bullets or numbers.",
        "Delete the typed sign and give the paragraph a list style.",
    ),
    Check(
        "ACC-12",
        _STOP,
        "Every table has a header row that is marked and repeats on each page.",
        "Click in the first row: Table Layout, Repeat Header Rows.",
    ),
    Check("ACC-13", _CHECK, "Every table has a caption directly before or after it.", "References, Insert Caption."),
    Check(
        "ACC-14",
        _CHECK,
        "No cells are merged.",
        "Split the cell and repeat the words, or give each part its own table.",
    ),
    Check("ACC-15", _CHECK, "No cell is empty.", "Say in words what the cell means, such as 'not recorded' or 'none'."),
    Check(
        "ACC-16",
        _CHECK,
        "No table row is split over two pages.",
        "Table Layout, Properties, Row: clear 'Allow row to break across pages'.",
    ),
    Check("ACC-17", _CHECK, "No status is shown by a symbol alone.", "Put the status in words beside the symbol."),
    Check(
        "ACC-18",
        _STOP,
        "Every picture has alternative text.",
        "Right-click the picture, View Alt Text, and say what it shows.",
    ),
    Check(
        "ACC-19",
        _CHECK,
        "The words of a link say where it goes.",
        "Use the name of the page or document as the words of the link.",
    ),
    Check(
        "ACC-20",
        _CHECK,
        "Text stands out from what is behind it by at least 4.5 to 1.",
        "Make the text darker or the shading lighter, in the style.",
    ),
    Check(
        "ACC-21",
        _CHECK,
        "Nothing floats: no text boxes, frames, floating pictures or tables.",
        "Set it In Line with Text, or move the words into the text.",
    ),
    Check(
        "ACC-22",
        _CHECK,
        "No blank paragraphs are used for spacing.",
        "Delete the blank paragraph and set the space in the style.",
    ),
    Check("ACC-23", _CHECK, "Tabs are not used to lay out text.", "Use a table, or set the indent in the style."),
    Check(
        "ACC-24",
        _CHECK,
        "No table stands inside another table.",
        "Give the inner table a heading and a place of its own.",
    ),
)

CHECKS = {check.code: check for check in _ALL}
