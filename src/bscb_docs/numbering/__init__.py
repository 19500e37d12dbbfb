"""What a document counts, names and refers to while it is filled, in no file format: every edition prints from it."""
