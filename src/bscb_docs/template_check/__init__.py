"""Templates looked at without data: where things stand in them, what is wrong, their words, their styles."""
