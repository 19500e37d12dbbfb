"""Tables: columns as wide as what stands in them needs, and rows that split where a page could not hold them."""
