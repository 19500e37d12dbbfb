"""What texts claim that records give otherwise: counts, states, posts, dates, results."""
