"""What happened to ...?: where words stand, what was reported there, and what it became from year to year."""

from bscb_docs.history.lineage_walk import Step, follow
from bscb_docs.history.text_search import Mention
from bscb_docs.history.trace import Trace, trace

__all__ = ["Mention", "Step", "Trace", "follow", "trace"]
