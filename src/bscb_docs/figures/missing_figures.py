"""Missing figures: what is told of a name that prose sets and that has nothing to print."""

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.suggestions import NAME_PLUGIN, is_misspelt, nearest, question_of
from bscb_docs.figures.figure import FORMS, Figure, Figures
from bscb_docs.records import ByName, fold


def missing_figure(name: str, figures: ByName[Figure], place: Place) -> Finding:
    """The finding for a token that has nothing to print: what is missing, or which name is nearest.

    Where a file of the board, or the record that gives the figure, could not be read, it is the finding of that: the
    name may well stand there. Where one reason leaves several figures without a value, they are told as one.
    """
    stem, _, form = name.rpartition(".")
    found = figures.get(name) or (figures.get(stem) if fold(form) in FORMS else None)
    told = figures.told(found) if isinstance(figures, Figures) and (found is None or found.value is None) else None
    if told:
        return told
    field = about = ""
    if found and found.value is None:
        message = f"{name} has nothing to print: {found.missing or 'it was never recorded'}."
        about, field = found.name, "value"
        mend = f"Write it in {found.place.in_words or 'the records'}, or word the sentence without it."
    elif found:
        offered = [other.name for other in found.forms()]
        message = f"{found.name} cannot be printed as {form}."
        mend = f"Write {found.name}" + (f", or one of {', '.join(offered)}." if offered else ".")
    else:
        message = f"There is no figure or name called {name}."
        near, ending = nearest(stem if fold(form) in FORMS else name, figures), f".{form}" * (fold(form) in FORMS)
        near = f"{figures[near].name}{ending if f'{near}{ending}' in figures else ''}" if near else ""
        field = "" if is_misspelt(name, figures) else "figure"
        mend = question_of(near, mark="") or "`bscb-docs figures` lists every name."
        mend = f"{mend} {NAME_PLUGIN}" if field else mend
    cause = found.missing if found and found.value is None else ""
    return finding_of("FIG-06", message, place, mend, about, cause=cause, field=field)
