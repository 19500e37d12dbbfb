"""A finished Word document -> what keeps it from being valid, safe and accessible."""

from bscb_docs.checking.codes import CHECKS, Check
from bscb_docs.checking.examination import check_document

__all__ = ["CHECKS", "Check", "check_document"]
