"""What sections say alike: words, counts and tables of work, measures, audits, seats and sign-offs."""
