"""The codes of what comes back with an update form, as docs/forms.md lists them."""

from bscb_docs.diagnostics.code_entry import CHECK, NOTE, STOP, Code

CODES = (
    Code("FRM-01", STOP, "A form that came back can be opened.", "Ask for it as a Word file (.docx) or a workbook."),
    Code("FRM-02", STOP, "A file says which form it is.", "Ask for the file as it was sent out, filled in."),
    Code("FRM-03", STOP, "A form was sent by this board.", "Look whose form it is, or restore asked.md."),
    Code("FRM-04", STOP, "Answers belong to the form that they stand in.", "Take that form as well."),
    Code("FRM-05", STOP, "A reference is of work that the form asks about.", "Ask the owner which work is meant."),
    Code("FRM-06", STOP, "Words can be put to one question.", "Ask the owner, and enter the answer by hand."),
    Code("FRM-07", CHECK, "The marks of an answer agree.", "Look whether the answer is about that work."),
    Code("FRM-08", STOP, "A question is answered once.", "Ask the owner which answer holds."),
    Code("FRM-09", NOTE, "Words stand in the fields.", "Read them, and take the remark away when it is dealt with."),
    Code("FRM-10", NOTE, "Nothing is said in comments.", "Read it, and take the remark away when it is dealt with."),
    Code("FRM-11", CHECK, "No change in a form waits to be accepted.", "Look at the form in Word if that matters."),
    Code("FRM-12", CHECK, "A form holds words, no pictures.", "Ask for what it shows in words."),
    Code("FRM-13", CHECK, "A form is the last that was sent.", "Look whether the newer one comes back too."),
    Code("FRM-14", STOP, "An answer is one that its question can take.", "Ask the owner, or enter the answer by hand."),
    Code("FRM-15", NOTE, "A form that comes back is filled in.", "Ask the owner whether there is nothing to say."),
    Code("FRM-16", CHECK, "A new deadline is asked for with its reason.", "Ask the owner for the reason."),
    Code("FRM-17", NOTE, "A form, and each question in it, comes back once.", "There is nothing to do."),
)
