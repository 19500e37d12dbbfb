"""What a plugin gives and is given: hooks, sections, their registry and guards, and words that plugins say alike."""
