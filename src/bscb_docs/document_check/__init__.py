"""A finished Word document -> what keeps it from being valid, safe and accessible."""

from bscb_docs.diagnostics.document_codes import CHECKS, Check
from bscb_docs.document_check.examination import check_document

__all__ = ["CHECKS", "Check", "check_document"]
