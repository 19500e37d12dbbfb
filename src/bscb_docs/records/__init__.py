"""The typed records of a board and their values: `__init__.pyi` names them, and who needs one waits for it alone."""

from bscb_docs.diagnostics.late_names import late_names

__getattr__, __dir__ = late_names(__name__, __file__)
