"""Accessible PDF files of Word documents, and the page on which each bookmark stands."""

from bscb_docs.pdf.making import PackError, make_pdfs
from bscb_docs.pdf.office import find_office, office_version
from bscb_docs.pdf.pages import page_count, pages_of_bookmarks

__all__ = ["PackError", "find_office", "make_pdfs", "office_version", "page_count", "pages_of_bookmarks"]
