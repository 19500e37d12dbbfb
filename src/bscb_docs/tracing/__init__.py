"""What happened to ...?: where words stand, what was reported there, and what it became from year to year."""

from bscb_docs.tracing.following import Step, follow
from bscb_docs.tracing.searching import Mention
from bscb_docs.tracing.telling import Trace, trace

__all__ = ["Mention", "Step", "Trace", "follow", "trace"]
