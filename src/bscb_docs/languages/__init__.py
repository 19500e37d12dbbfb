"""The words of the house itself in the language of what is printed, and the letters of every script."""
