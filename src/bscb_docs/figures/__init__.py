"""Figures: the named numbers and names that prose may set, and how numbers and periods are said."""
