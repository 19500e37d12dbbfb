"""The heuristics that read English: what a number counts, whose it is, and whether two wordings are one."""
