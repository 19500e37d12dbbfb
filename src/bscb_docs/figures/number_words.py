"""Number words: counts as the house prints them, and in words."""

from bscb_docs.languages.house_words import say, spoken

WORDS = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_LAST_IN_WORDS = 9
"""The last number that the house prints in words by itself."""


def in_words(number: int) -> str:
    """A count as the house prints it: "nine", "10", "1,250".

    In another language it is in figures: its word may depend on what is counted, as Welsh "tri" and "tair" do.
    """
    return WORDS[number] if 0 <= number <= _LAST_IN_WORDS and spoken().is_english else f"{number:,}"


def in_words_alike(*numbers: int) -> list[str]:
    """Counts that stand in one sentence: in words where the house has words for all of them, else in figures."""
    are_small = max(numbers, default=0) <= _LAST_IN_WORDS
    return [in_words(number) if are_small or not number else f"{number:,}" for number in numbers]


def counted(number: int, noun: str) -> str:
    """A count with what it counts, which takes an "s" unless it is one: "no meetings", "one meeting", "10 meetings"."""
    if number < 2:
        return say(f"{'one' if number else 'no'} {noun}{'' if number else 's'}")
    return say(f"{{number}} {noun}s", number=in_words(number))


_NO_NOUN = frozenset({
    *("was", "were", "is", "are", "has", "have", "had", "did", "does", "do", "will", "would", "can", "could", "may"),
    *("of", "in", "on", "at", "by", "for", "to", "from", "since", "before", "after", "so", "yet", "and", "or", "but"),
    "more",
})  # fmt: skip
"""What after a count is no name of what is counted: "none were held", "none of them"."""


def fitting(words: str, following: str) -> str:
    """A count as it stands before those words: "none" is "no" before what it counts, as in "no rapid reviews"."""
    if words not in {"none", "None"} or not spoken().is_english:
        return words
    first = following.split()[0] if following[:1].isspace() and following.strip() else ""
    counts = first[:1].isalpha() and first.strip(".,;:!?").lower() not in _NO_NOUN
    return words[:2] if counts else words


def spelt_out(number: int) -> str:
    """A count in words, as at the start of a sentence: "twenty-three".

    From 1,000 on it is in digits, and in another language wherever its labels have no words for it.
    """
    english = _in_english(number)
    return english if spoken().is_english else spoken().find(english) or f"{number:,}"


def _in_english(number: int) -> str:
    if not 0 <= number < 1000:
        return f"{number:,}"
    hundreds, rest = divmod(number, 100)
    if hundreds:
        return f"{WORDS[hundreds]} hundred" + (f" and {_in_english(rest)}" if rest else "")
    if rest < len(WORDS):
        return WORDS[rest]
    return TENS[rest // 10] + (f"-{WORDS[rest % 10]}" if rest % 10 else "")
