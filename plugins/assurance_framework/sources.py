"""Sources: what was looked at, when and by whom, and whether that is somebody other than the owner."""

from bscb_docs import (
    Assurance,
    AssuranceSource,
    Audit,
    Board,
    Body,
    Inspection,
    Measure,
    Owner,
    Person,
    Review,
    SourceKind,
    Visit,
    done_title,
    fold,
    readings_of,
    say,
)


def source_words(board: Board, assurance: Assurance, source: AssuranceSource) -> str:
    """Where it comes from, of which day, by whom, and whether that is somebody other than the owner."""
    named, (of, when) = say(source.kind.value.capitalize()), looked_at(board, source)
    said = ", ".join(filter(None, (f"{named}: {of}" if of else named, when)))
    by = say(", by {who}", who=_who(board, board.get(source.by))) if source.by else ""
    ways = {True: say(" (independent of the owner)"), False: say(" (not independent of the owner)"), None: ""}
    return said + by + ways[is_independent(board, assurance, source)]


def looked_at(board: Board, source: AssuranceSource) -> tuple[str, str]:
    """What was looked at and when, where that is a record; else what is said of it, and nothing."""
    name = source.of
    if measure := board.find(Measure, name):
        last = next(reversed(readings_of(board, measure)), None)
        return measure.title, last.short if last else ""
    if audit := board.find(Audit, name):
        return audit.title, audit.carried_out.short if audit.carried_out else ""
    if review := board.find(Review, name):
        return done_title(review), str(review.published or "")
    done = board.find(Inspection, name) or board.find(Visit, name)
    return (done.title, str(done.date or "")) if done else (name, "")


def _who(board: Board, who: Owner) -> str:
    """A person with the post held at the board's day, a body or an organisation by its name."""
    post = who.post_at(board.as_at) if isinstance(who, Person) else None
    return f"{who.title}, {post.name}" if post else who.title


def is_independent(board: Board, assurance: Assurance, source: AssuranceSource) -> bool | None:
    """Whether somebody other than its owner looked; None of data, and where it is not recorded who looked or owns it.

    Nobody who has a place in the owner or a post at it is another, nor is an owner who has one in whoever looked.
    """
    if source.kind is SourceKind.SELF_ASSESSMENT:
        return False
    if source.kind is SourceKind.DATA or source.by is None or assurance.owner is None:
        return None
    by, owner = board.get(source.by), board.get(assurance.owner)
    return not (_belongs(board, by, owner) or _belongs(board, owner, by))


def _belongs(board: Board, part: Owner, whole: Owner) -> bool:
    """True of the whole itself, of who has a place in it, and of who has a post at it."""
    parts = [whole.title]
    if isinstance(whole, Body):
        parts += [board.get(each.person).title for each in (*whole.chairs, *whole.co_chairs)]
        parts += [board.get(each.member).title for each in whole.members]
    posts = [board.get(post.at).title for post in part.posts if post.at] if isinstance(part, Person) else []
    return fold(part.title) in map(fold, parts) or fold(whole.title) in map(fold, posts)
