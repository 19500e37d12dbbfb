"""The room that looks at a finished Word document: is it valid, safe and accessible?"""

from bscb_docs.checking.codes import CHECKS, Check
from bscb_docs.checking.examination import check_document

__all__ = ["CHECKS", "Check", "check_document"]
