"""Year outlook: which reviews were published and what they teach, and which priorities the next year has."""

from collections.abc import Iterator

from bscb_docs import (
    Action,
    Board,
    Bulletin,
    Paragraph,
    Review,
    Runs,
    Text,
    YearSpan,
    done_title,
    in_words_alike,
    parse,
    say,
)

from .changed_statuses import one_line


def reviews_published(board: Board, years: YearSpan) -> list[Review]:
    """The reviews of which the day of publication lies in the years."""
    return [each for each in board.of(Review) if each.published and years.holds(each.published)]


def review_lines(board: Board, years: YearSpan) -> Iterator[Runs]:
    """A line for each review, with what its bulletin teaches or its own words; of how many neither is recorded."""
    reviews, silent = reviews_published(board, years), 0
    for review in reviews:
        drawn = (each for each in board.of(Bulletin) if any(board.get(ref) is review for ref in each.draws_on))
        taught = next((each.text for each in drawn if each.text), review.text)
        if first := next((each.runs for each in parse(taught) if isinstance(each, Paragraph)), ()):
            yield (Text(f"{review.title or done_title(review)} ({review.published}): "), *first)
        else:
            silent += 1
    if silent:
        number, all_ = in_words_alike(silent, len(reviews))
        said = "Of {number} of the {all} it is not recorded what it teaches."
        said = said if silent == 1 else "Of {number} of the {all} it is not recorded what they teach."
        yield (Text(say(said, number=number, all=all_)),)


def next_priorities(board: Board, years: YearSpan) -> Iterator[Runs]:
    """One line with the priorities that have actions in the years after, where the plan has any."""
    later = sorted({each.years for each in board.of(Action) if each.years and each.years.first > years.first})
    served = [each.title for each in board.priorities if later and board.actions(each, later[0])]
    if served:
        yield one_line(say("Priorities of {years}", years=later[0]), [(Text(title),) for title in served])
