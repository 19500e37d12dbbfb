"""The rules a board is checked against; one file a family of codes."""
