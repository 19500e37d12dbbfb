"""Update forms: what is asked of whom, as Word files that go out, and what they say when they come back."""
