"""How true the rules are on prose that was not written for them."""
