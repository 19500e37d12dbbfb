"""A Word template -> a function of its page."""
