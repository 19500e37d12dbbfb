"""The facts that somebody typed by hand, and what of the records bears each of them."""
