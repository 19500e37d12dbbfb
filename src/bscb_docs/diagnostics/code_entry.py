"""Code: the stable name of one thing that can be wrong, how far it reaches, and what it asks for."""

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.finding import Severity

STOP, CHECK, NOTE = Severity.STOP, Severity.CHECK, Severity.NOTE


@frozen
class Code(Compared):
    """What can be said of a code without a case of it."""

    code: str
    severity: Severity
    """The gravest that its findings have."""
    asks: str
    """What is so where nothing is wrong, in one sentence."""
    mend: str = ""
    """What to do where a finding has no better words of its own."""
    told_one_by_one: int = 5
    """So many places in a Word document are named before the rest is only counted."""
    acceptable: bool = True
    """False where no acceptance answers its findings."""
