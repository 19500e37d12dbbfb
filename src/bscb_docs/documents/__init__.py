"""One document: what it is planned to hold, its pages filled, what stops it, its page numbers."""
