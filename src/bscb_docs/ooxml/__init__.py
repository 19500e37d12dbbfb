"""Word files: their parts, as bytes, text and trees; what Word demands of each stands in one room."""
