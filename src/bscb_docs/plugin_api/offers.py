"""Offers: what plugins give, by name; where two give one name, neither wins in silence."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import evolve, fields

from bscb_docs import records
from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.figures.figure import Figure
from bscb_docs.plugin_api.failure_messages import Giver, place_of
from bscb_docs.plugin_api.guards import GuardedSource
from bscb_docs.plugin_api.page_fits import wrong_default
from bscb_docs.records import ByName, Kind, Record, fold
from bscb_docs.records.field_types import hints_of, parts_of

T = TypeVar("T")


class OnDemand(Mapping[str, T]):
    """Things by any form of their names, each given when it is first asked for."""

    def __init__(self, givers: ByName[Callable[[], T]]) -> None:
        """Of what gives each of them."""
        self._givers = givers

    def __getitem__(self, name: str) -> T:
        """The thing of that name; KeyError where there is none."""
        return self._givers[name]()

    def __contains__(self, name: object) -> bool:
        """True where there is one of that name, which is not asked for."""
        return name in self._givers

    def __iter__(self) -> Iterator[str]:
        """The folded names."""
        return iter(self._givers)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._givers)


def by_name(offers: Iterable[tuple[Giver, str, T]], what: str, faults: list[PluginError]) -> ByName[T]:
    """What plugins offer, each with its giver, by name; of two offers of one name the second is a fault."""
    givers, found = ByName[Giver](), ByName[T]()
    for giver, name, offer in offers:
        if name in found:
            faults.append(named_twice(givers[name], giver, f"{what} called {name}"))
            continue
        givers[name], found[name] = giver, offer
    return found


def kinds_of(offers: Iterable[tuple[Giver, Kind]], faults: list[PluginError]) -> tuple[Kind, ...]:
    """The library's kinds and new ones; a kind whose class is derived from one of the library's takes its place."""
    known_words = ByName({word: kind for kind in records.KINDS for word in (kind.name, kind.plural)})
    new: list[tuple[Giver, str, Kind]] = []
    derived: dict[Kind, tuple[Giver, Kind]] = {}
    for giver, kind in offers:
        word = kind.name if kind.name in known_words else kind.plural
        known = known_words.get(word)
        if known is not None and not _derives(kind, known):
            faults.append(_word_taken(giver, kind, word, known))
        elif fault := _unfit(giver, kind) or _field_changed(giver, kind, known.record if known else Record):
            faults.append(fault)
        elif known is None:
            new.append((giver, kind.name, kind))
        elif known in derived:
            faults.append(named_twice(derived[known][0], giver, f"kind called {kind.name}"))
        else:
            derived[known] = (giver, kind)
    library = (derived[kind][1] if kind in derived else kind for kind in records.KINDS)
    return (*library, *by_name(new, "kind", faults).values())


def _word_taken(giver: Giver, kind: Kind, word: str, known: Kind) -> PluginError:
    """What is said of a kind whose name or plural is a word of one of the library's."""
    part = "name" if word == kind.name else "plural"
    message = f"headings that begin with {word} are a kind of record already, so the kind {kind.name} is not used"
    mend = f"Choose another {part}, or derive its class from {known.record.__name__} to add fields to that."
    return giver.fault(f"{message}. {mend}")


def _field_changed(giver: Giver, kind: Kind, base: type[Record]) -> PluginError | None:
    """What is said where a field that the library's own class has gets values of another type: others read it too."""
    hints, own = hints_of(base), hints_of(kind.record)
    for name in (each.name for each in fields(base)):
        if not set(parts_of(own[name])) <= set(parts_of(hints[name])):
            message = f"the kind {kind.name} changes the type of the field {name}, which {base.__name__} has"
            return giver.fault(f"{message}. Give the new field another name.")
    return None


def _derives(kind: Kind, known: Kind) -> bool:
    """True where a kind adds fields to a known one, under the same words."""
    same = (fold(kind.name), fold(kind.plural)) == (fold(known.name), fold(known.plural))
    return same and kind.record is not known.record and issubclass(kind.record, known.record)


def figures_twice(given: Iterable[tuple[GuardedSource, Iterable[Figure]]]) -> Iterator[PluginError]:
    """A fault for each figure that a second plugin gives under a name that one has given: the first counts."""
    givers = ByName[Giver]()
    for source, figures in given:
        giver = Giver(source.plugin, source.place)
        for name in (figure.name for figure in figures):
            if givers.setdefault(name, giver).plugin != giver.plugin:
                yield named_twice(givers[name], giver, f"figure called {name}")


def named_twice(first: Giver, second: Giver, what: str) -> PluginError:
    """What is said, at the second, where one name is offered twice, by two plugins or by one."""
    one, other = first.plugin, second.plugin
    said = f"Plugins {one} and {other} both offer a {what}; the one of {one} is used."
    if one == other:
        said = f"Plugin {one} offers a {what} twice; the first is used."
    return PluginError(f"{said} Rename the other.", second.place)


def _unfit(giver: Giver, kind: Kind) -> PluginError | None:
    """What makes a stranger's kind unfit to be read: a field of such a type, or with such a default."""
    wrong = _wrong_field(kind)
    if not wrong:
        return None
    place = place_of(kind.record)
    return (evolve(giver, place=place) if place.file else giver).fault(f"the kind {kind.name}: {wrong}")


def _wrong_field(kind: Kind) -> str:
    """What is wrong with a field of a kind; "" where nothing is."""
    from bscb_docs.reading.kind_syntax import kind_reading  # not needed where nobody asks for kinds

    try:
        kind_reading(kind).by_attribute  # noqa: B018  # asked for what it raises
        wrong = wrong_default(kind.record)
    except (PluginError, NameError) as fault:
        return str(fault)
    except KeyError as untyped:
        name = untyped.args[0]
        return f"its field {name} has no type. Write one, as in `{name}: str`."
    return f"its field {wrong}" if wrong else ""
