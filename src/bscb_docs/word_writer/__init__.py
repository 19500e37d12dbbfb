"""Blocks and pages -> the parts of one Word document."""
