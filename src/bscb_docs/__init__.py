"""A python library and document assembler."""
