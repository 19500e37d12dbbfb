"""Files written whole or not at all, what they were made from, and what is kept between runs."""
