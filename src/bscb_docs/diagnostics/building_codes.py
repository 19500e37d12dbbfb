"""The codes of what a register asks for, of building and of plugins, with their examples in docs/rules/."""

from bscb_docs.diagnostics.code_entry import CHECK, NOTE, STOP, Code

CODES = (
    Code("DOC-01", STOP, "A section that is asked for is offered, and stands once, where it can be set."),
    Code("DOC-02", STOP, "An option is one that its section has."),
    Code("DOC-03", STOP, "A document of the register says which sections it has."),
    Code("DOC-08", STOP, "No two documents are written to one file."),
    Code("DOC-09", STOP, "A document has words."),
    Code("DOC-10", CHECK, "The columns of a table stand side by side on a page, upright or on its side."),
    Code("DOC-13", CHECK, "A section that the register names has something to print."),
    Code("APP-01", STOP, "A document binds in documents that there are, each once, and not itself."),
    Code("APP-05", STOP, "A reference leads to something that is printed."),
    Code("FIG-06", STOP, "A figure that is set in the prose has a value."),
    Code("LAN-01", CHECK, "Every word of the house is printed in the language of the document."),
    Code("STA-07", CHECK, "A label that is called by a colour is printed in it."),
    Code("PLG-01", STOP, "A plugin keeps its promise."),
    Code("PDF-01", NOTE, "The contents have the number of every page."),
    Code("PDF-02", NOTE, "No page holds a few lines alone."),
    Code("PDF-03", CHECK, "Every letter of a PDF is one that a font of this computer has."),
    Code("PDF-04", STOP, "Every PDF that is asked for is written."),
    Code("PDF-05", CHECK, "A PDF is of the same build as the Word file beside it."),
    Code("ACP-01", CHECK, "No stop is accepted."),
    Code("ACP-02", CHECK, "An acceptance says who accepted it, when, and why."),
    Code("ACP-03", NOTE, "An acceptance whose finding has gone goes too."),
    Code("ACP-04", NOTE, "An acceptance holds until its day at the latest."),
)
