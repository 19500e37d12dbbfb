"""What rules stand on: the pack they judge, its passages, and where names and numbers stand in them."""
