"""What a script calls: one board's documents, many boards, versions that stand, and what this computer has for them."""
