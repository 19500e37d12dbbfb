"""What rules stand on: the pack they judge, its passages, where names stand in them, and what makes a rule."""

from bscb_docs.diagnostics.late_names import late_names

__getattr__, __dir__ = late_names(__name__, __file__)
