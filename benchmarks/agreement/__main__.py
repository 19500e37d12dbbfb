"""The corpus runner: `python -m benchmarks.agreement FOLDER` runs every rule on published texts and counts findings."""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

import bscb_docs
from benchmarks.agreement.judgements import SHEET, Judgement, Key, key_of, read_judgements, write_judgements
from benchmarks.agreement.reports import NARRATIVE, Report, reports_in, write_board
from bscb_docs import Finding, Place

_AROUND = 160
"""Signs before and after a place that are shown to whoever judges."""


@frozen
class Found:
    """One place of a finding in a text, with the line that it stands in."""

    report: Report
    finding: Finding
    place: Place
    line: str
    key: Key

    def __str__(self) -> str:
        """What a person needs to judge it: where, what is said, and the words around."""
        at = max(0, self.place.column - 1)
        words = self.line[max(0, at - _AROUND) : at] + ">>>" + self.line[at : at + _AROUND]
        place = f"{self.report.path.name}:{self.place.line}"
        file, where, code = self.key
        return f"{file}\t{where}\t{code}\t{place}\n    {self.finding.message}\n    ... {words} ..."


def findings_in(report: Report, board: Path | None) -> Iterator[Found]:
    """What is found in a text, standing as the report of a board; what is found in the board's records is left out."""
    with TemporaryDirectory() as room:
        folder = Path(room) / "board"
        write_board(report, board, folder)
        lines = (folder / NARRATIVE).read_text(encoding="utf-8").split("\n")
        for finding in bscb_docs.check(bscb_docs.read_board(folder)):
            for place in finding.places:
                if place.file == NARRATIVE and place.line > 1:
                    line = lines[place.line - 1]
                    yield Found(report, finding, place, line, key_of(report.text, line, place, finding.code))


def print_rates(found: Sequence[Found], words: int, judged: dict[Key, Judgement]) -> None:
    """For each code: its findings and their places, and of those that a person judged, how many are false."""
    print(f"{words:,} words")
    print(f"{'code':8} {'':6} {'found':>6} {'places':>6} {'in 1,000':>9} {'judged':>7} {'false':>6} {'in 10,000':>10}")
    codes = Counter((each.finding.code, each.finding.severity.value) for each in found)
    false = dict.fromkeys(("stop", "check", "note"), 0.0)
    for (code, severity), number in sorted(codes.items()):
        own = [each for each in found if (each.finding.code, each.finding.severity.value) == (code, severity)]
        causes = len({(each.report, each.finding) for each in own})
        verdicts = [judged[each.key].is_true for each in own if each.key in judged]
        wrong = verdicts.count(False)
        share = wrong / len(verdicts) if verdicts else 0.0
        false[severity] += share * number
        rate = f"{share * number / words * 10_000:10.3f}" if verdicts else "not judged"
        counts = f"{causes:6} {number:6} {number / words * 1000:9.3f} {len(verdicts):7} {wrong:6}"
        print(f"{code:8} {severity:6} {counts} {rate}")
    for severity, number in false.items():
        print(f"false {severity}s: {number:.0f}, one in {words / number if number else words:,.0f} words")


def draw(found: Iterable[Found], count: int, seed: int) -> list[Found]:
    """So many findings drawn at random; the same seed draws the same."""
    every = list(found)
    return random.Random(seed).sample(every, min(count, len(every)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs every rule on the texts of a folder and prints what it found by code, or findings to be judged."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.agreement", description=__doc__)
    parser.add_argument("folder", type=Path, help="texts, .md or .txt; a folder in it is a public body")
    parser.add_argument("--board", type=Path, help="a board in place of whose report the texts stand")
    parser.add_argument("--cap", type=int, default=0, help="no more than so many words of one body")
    parser.add_argument("--codes", default="", help="only findings whose code begins so: FIG,TERM-01")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="show N findings drawn at random, to judge")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed draws others")
    parser.add_argument("--judged", type=Path, default=SHEET, help="the sheet of what was judged")
    parser.add_argument("--add", type=Path, help="lines of file, place, code, verdict, why to add to the sheet")
    chosen = parser.parse_args(arguments)
    judged = read_judgements(chosen.judged)
    if chosen.add:
        write_judgements((judged | read_judgements(chosen.add)).values(), chosen.judged)
        return
    reports = reports_in(chosen.folder, chosen.cap)
    wanted = re.compile("|".join(map(re.escape, filter(None, chosen.codes.split(",")))))
    every = [found for report in reports for found in findings_in(report, chosen.board)]
    found = [each for each in every if wanted.match(each.finding.code)]
    if chosen.sample:
        for each in draw((each for each in found if each.key not in judged), chosen.sample, chosen.seed):
            print(each)
    else:
        print_rates(found, sum(report.words for report in reports), judged)


if __name__ == "__main__":
    main()
