"""Progress by priority: a table of how many actions stand where, and a picture of the same figures."""

from __future__ import annotations

from collections import Counter
from importlib.util import find_spec
from io import BytesIO

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    PictureFile,
    Runs,
    Section,
    Status,
    Table,
    Text,
    YearSpan,
    hookimpl,
    house_template,
)

NOT_RATED = "Not rated"
NO_PRIORITY = "No priority recorded"


@frozen
class PicturePage:
    """The years, the table of counts, and the picture where one can be drawn."""

    years: str
    table: tuple[Table, ...]
    picture: PictureFile | None


@frozen
class Count:
    """How many actions under one heading stand at each label."""

    title: str
    by_label: dict[str, int]


def make_page(board: Board, document: Document) -> PicturePage | None:
    """The year of the register's option `years`, else of the document; nothing where no action was planned in it.

    Without matplotlib, which the extra `pictures` installs, the table stands alone: it says all that the picture shows.
    """
    chosen = document.options.get("years")
    years = YearSpan.from_text(chosen) if chosen else document.years
    counts = count_actions(board, years) if years else []
    if not counts:
        return None
    labels = [label for label in _labels(board) if any(count.by_label.get(label) for count in counts)]
    picture = draw(counts, labels, _colours(board)) if find_spec("matplotlib") else None
    return PicturePage(str(years), (_table(counts, labels, str(years)),), picture)


def count_actions(board: Board, years: YearSpan) -> list[Count]:
    """The actions of those years under each priority, by the label of their last update."""
    found: dict[str, Counter[str]] = {f"Priority {board.number(p)}": Counter() for p in board.priorities}
    for action in board.actions(years=years):
        heading = f"Priority {board.number(board.get(action.priority))}" if action.priority else NO_PRIORITY
        status = board.status_of(board.latest_update(action, years))
        found.setdefault(heading, Counter())[status.title if status else NOT_RATED] += 1
    return [Count(title, dict(by_label)) for title, by_label in found.items() if by_label]


def _labels(board: Board) -> list[str]:
    return [*(status.title for status in board.of(Status)), NOT_RATED]


def _colours(board: Board) -> dict[str, str]:
    """The board's own colours; grey for what is not rated."""
    return {**{s.title: f"#{s.colour}" for s in board.of(Status) if s.colour}, NOT_RATED: "#6B6B6B"}


def _table(counts: list[Count], labels: list[str], years: str) -> Table:
    def line(words: list[str]) -> tuple[Runs, ...]:
        return tuple((Text(word),) for word in words)

    totals = Count("All", {label: sum(count.by_label.get(label, 0) for count in counts) for label in labels})
    rows = [
        line([count.title, *(str(count.by_label.get(label, 0)) for label in labels), str(sum(count.by_label.values()))])
        for count in ([*counts, totals] if len(counts) > 1 else counts)
    ]
    caption = (Text(f"Actions of {years} by priority and status"),)
    return Table(line(["Priority", *labels, "All"]), tuple(rows), caption)


def describe(counts: list[Count], labels: list[str]) -> str:
    """The picture in words, made from its figures: what a reader hears who cannot see it."""
    said = []
    for count in counts:
        parts = [f"{count.by_label[label]} {label.lower()}" for label in labels if count.by_label.get(label)]
        said.append(f"{count.title}: {', '.join(parts)}")
    return f"Bar chart of actions by priority and status. {'; '.join(said)}."


def draw(counts: list[Count], labels: list[str], colours: dict[str, str]) -> PictureFile:
    """A bar for each priority, its segments labelled with their numbers; the same figures give the same bytes."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6.3, 0.9 + 0.5 * len(counts)), dpi=200, layout="constrained")
    axes = figure.add_subplot()
    titles = [count.title for count in counts]
    reached = [0] * len(counts)
    for label in labels:
        numbers = [count.by_label.get(label, 0) for count in counts]
        bars = axes.barh(
            titles, numbers, left=reached, label=label, color=colours.get(label, "#404040"), edgecolor="white"
        )
        axes.bar_label(
            bars, [str(n) if n else "" for n in numbers], label_type="center", color="white", fontweight="bold"
        )
        reached = [before + number for before, number in zip(reached, numbers, strict=True)]
    axes.invert_yaxis()
    axes.xaxis.set_visible(False)
    axes.spines[:].set_visible(False)
    axes.tick_params(left=False)
    figure.legend(loc="outside lower center", ncols=min(len(labels), 4), frameon=False)
    data = BytesIO()
    figure.savefig(data, format="png", metadata={"Software": None})
    return PictureFile(data.getvalue(), describe(counts, labels), 15.9, 12.0)


@hookimpl
def bscb_docs_sections() -> list[Section]:
    """The section `progress-picture`."""
    template = house_template("progress_picture")
    return [Section("progress-picture", template, PicturePage, make_page, options=("years",))]
