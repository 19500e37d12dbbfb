"""What was: versions that were issued and stand, what differs from them, and what became of a thing over the years."""
