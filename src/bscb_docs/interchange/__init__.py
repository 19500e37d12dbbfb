"""A board as JSON for other programs and for keeping: written, read back without loss, and its schema."""
