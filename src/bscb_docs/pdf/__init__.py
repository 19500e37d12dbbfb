"""Accessible PDF files of Word documents, and the page on which each bookmark stands."""

from bscb_docs.pdf.bookmarks import pages_of_bookmarks
from bscb_docs.pdf.export import PackError, make_pdfs
from bscb_docs.pdf.font_letters import writing_systems_with_fonts
from bscb_docs.pdf.layout import Layout, lay_out
from bscb_docs.pdf.libreoffice import find_office, office_version

__all__ = [
    "Layout",
    "PackError",
    "find_office",
    "lay_out",
    "make_pdfs",
    "office_version",
    "pages_of_bookmarks",
    "writing_systems_with_fonts",
]
