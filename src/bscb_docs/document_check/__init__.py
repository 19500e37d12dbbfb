"""A finished Word document -> what keeps it from being valid, safe and accessible."""

from bscb_docs.document_check.checker import check_document

__all__ = ["check_document"]
