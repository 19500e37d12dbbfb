"""The codes of a Word document that is valid and safe, each with its remedy, as docs/checks.md lists them."""

from bscb_docs.diagnostics.code_entry import CHECK, STOP, Code

CODES = (
    Code(
        "DOCX-01",
        STOP,
        "The file is a Word document that can be opened.",
        "Save it in Word as a Word document (.docx), without a password.",
    ),
    Code(
        "DOCX-02",
        STOP,
        "Nothing in the file is a danger to the computer that opens it.",
        "Do not open it; ask for it again from whoever made it.",
    ),
    Code(
        "DOCX-03",
        STOP,
        "Every part of the file can be read.",
        "Open it in Word, let Word repair it, and save it under a new name.",
    ),
    Code(
        "DOCX-04",
        STOP,
        "Every part of the file has its type, and no type is given for a part that is not there.",
        "Open it in Word and save it under a new name.",
    ),
    Code(
        "DOCX-05",
        STOP,
        "Everything that the document refers to (pictures, headers, links) is in the file.",
        "Put the missing picture, header or link in again.",
    ),
    Code(
        "DOCX-06",
        CHECK,
        "The file holds nothing that the document does not use.",
        "Open it in Word and save it under a new name, so that nothing hidden goes out with it.",
    ),
    Code(
        "DOCX-07",
        STOP,
        "No two pictures have the same number inside the file.",
        "Delete the second picture and put it in again.",
    ),
    Code("DOCX-08", STOP, "No two bookmarks have the same name or number.", "Rename one of them: Insert, Bookmark."),
    Code(
        "DOCX-09",
        STOP,
        "No two content controls have the same number.",
        "Delete the second content control and put it in again.",
    ),
    Code(
        "DOCX-10",
        STOP,
        "What Word stores stands in the order that Word asks for.",
        "Open it in Word, let Word repair it, and save it under a new name.",
    ),
    Code("DOCX-11", STOP, "Every style that is used exists.", "Give the text a style from the Styles pane."),
    Code(
        "DOCX-12",
        STOP,
        "Every list that is used exists.",
        "Give the paragraph its list style again from the Styles pane.",
    ),
    Code(
        "DOCX-13",
        STOP,
        "A numbered style and its level in the list know each other.",
        "In the list's settings, More, choose 'Link level to style'.",
    ),
    Code(
        "DOCX-14",
        STOP,
        "Every table has rows, every row has cells, and every cell ends with a paragraph.",
        "Open it in Word, let Word repair it, and save it under a new name.",
    ),
    Code(
        "DOCX-15",
        STOP,
        "Every field (page number, cross-reference, contents) has a beginning and an end.",
        "Delete the field and put it in again.",
    ),
    Code(
        "DOCX-16",
        STOP,
        "Every bookmark has a beginning and an end.",
        "Delete the bookmark and put it in again: Insert, Bookmark.",
    ),
    Code(
        "DOCX-17",
        STOP,
        "Every link and cross-reference inside the document leads to a place that exists.",
        "Put the link or cross-reference in again, to a place that exists.",
    ),
    Code("DOCX-18", STOP, "No tag of a template is left over.", "Replace the tag with the words that belong there."),
    Code(
        "DOCX-19",
        STOP,
        "The document fetches nothing from outside and links only to web, e-mail and telephone addresses.",
        "Remove the link to the outside file, or put the picture itself into the document.",
    ),
    Code(
        "DOCX-20",
        STOP,
        "The file holds no macros, controls or embedded programs.",
        "Save it in Word as a Word document without macros (.docx).",
    ),
    Code(
        "DOCX-21",
        STOP,
        "Word is not asked to update the fields whenever the document is opened.",
        "Update the fields once in Word (Ctrl+A, F9) and save.",
    ),
    Code("DOCX-22", STOP, "The text holds no control or placeholder characters.", "Type the character again."),
    Code(
        "DOCX-23",
        STOP,
        "No field fetches another file, runs something or asks the reader a question.",
        "Replace the field with the text itself: click in it and press Ctrl+Shift+F9.",
    ),
    Code(
        "DOCX-24",
        CHECK,
        "The look comes from styles and not from formatting set by hand.",
        "Select the text, press Ctrl+Space and Ctrl+Q, and choose a style.",
        told_one_by_one=1,
    ),
    Code(
        "DOCX-25",
        CHECK,
        "No tracked changes or comments are left.",
        "On the Review tab, accept or reject every change and delete the comments.",
    ),
    Code("DOCX-26", CHECK, "No text is hidden.", "Show it or delete it: Ctrl+Shift+8 shows hidden text."),
)
