"""Versions that stand: what was issued, kept so that nothing can change it unseen, and how anything differs from it."""

from bscb_docs.versions.check_code import check_code
from bscb_docs.versions.issue_rules import check_issues
from bscb_docs.versions.issued_versions import FOLDER, IssuedVersion, IssuedVersions, issued_versions
from bscb_docs.versions.record_changes import Change, record_changes

__all__ = [
    "FOLDER",
    "Change",
    "IssuedVersion",
    "IssuedVersions",
    "check_code",
    "check_issues",
    "issued_versions",
    "record_changes",
]
