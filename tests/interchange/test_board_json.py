"""A board as JSON is read back without loss, and what is wrong in such a file is told in words."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from made_records import records_of

from bscb_docs import Board, BoardError, Finding, Kind, Record, Ref, build, from_json, json_schema, read_board, to_json
from bscb_docs.interchange.board_json import classes_by_name
from bscb_docs.records import KINDS

EXAMPLES = Path(__file__).parents[2] / "examples"
CLASSES = classes_by_name(KINDS)
HEAD = '{"bscb-docs": 1, "records": {"Body": [{"title": "Forum"}, '
TRANSLATED = '{"language": "cy", "kind": "Body", "number": 2, "words": {}}'


def whole(value: Any) -> Any:
    """All that is kept in a value, also what does not count when two are compared."""
    if attrs.has(type(value)):
        return type(value), [whole(getattr(value, each.name)) for each in attrs.fields(type(value))]
    return [whole(each) for each in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("name", CLASSES)
@given(data=st.data())
@settings(max_examples=6, deadline=None, phases=[Phase.generate])
def test_a_record_of_any_kind_comes_back_whole(name: str, data: st.DataObject) -> None:
    """Every field, gap and place is as it was."""
    record = data.draw(records_of(CLASSES[name]))
    (back,) = from_json(to_json(Board([record]))).records
    assert whole(record) == whole(back)


@pytest.mark.parametrize("name", ["birmingham", "harrowmere"])
def test_a_board_comes_back_with_all_its_records(name: str) -> None:
    """Its records by kind, each kind's in their order, its findings and files; and it prints the same words."""
    board = read_board(EXAMPLES / name)
    back = from_json(to_json(board))
    assert (board.findings, board.files) == (back.findings, back.files)
    for kind in CLASSES.values():
        assert [whole(record) for record in board.of(kind)] == [whole(record) for record in back.of(kind)]
    printed = attrs.evolve(back, folder=board.folder)
    assert build(board, board.documents[0].id).text == build(printed, board.documents[0].id).text
    assert to_json(board) == to_json(back)


def test_what_is_recorded_can_be_written_alone() -> None:
    """Where records stood, and what was found in them, makes no difference then."""
    board = read_board(EXAMPLES / "harrowmere")
    text = to_json(board, records_only=True)
    assert '"place":' not in text
    assert text == to_json(attrs.evolve(board, findings=(), files=()), records_only=True)
    assert text == to_json(from_json(text), records_only=True)


def test_each_field_has_a_line() -> None:
    """So that a difference of two files shows the field that changed."""
    record = CLASSES["Action"](id="A1", due="March 2018", owners=["One", "Two"], text="First.\n\nSecond.")
    lines = to_json(Board([record]), records_only=True).splitlines()
    assert [line.strip() for line in lines[5:-4]] == [
        '"id": "A1",',
        '"owners": [',
        '"One",',
        '"Two"',
        "],",
        '"due": {"earliest": "2018-03-01", "latest": "2018-03-31", "text": "March 2018"},',
        '"text": [',
        '"First.",',
        '"",',
        '"Second."',
        "]",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "Line 1 is no JSON"),
        ("{}", 'it has no "bscb-docs"'),
        ('{"bscb-docs": 2, "records": {}}', "The file is of version 2, and this library reads 1."),
        ('{"bscb-docs": 1, "bscb-docs": 1, "records": {}}', '"bscb-docs" stands twice'),
        ('{"bscb-docs": 1, "records": {}, "findigs": []}', 'BoardFile has no "findigs". Did you mean "findings"?'),
        ('{"bscb-docs": 1, "records": {"Bodie": []}}', 'no kind of record called "Bodie".'),
        ('{"bscb-docs": 1, "records": {"Body": {}}}', "This file: records['Body']: {} is no list."),
        (f'{HEAD} {{"title": "Panel", "shortname": "P"}}]}}}}', 'Body has no "shortname". Did you mean "short_name"?'),
        (f'{HEAD} {{"short_name": "P"}}]}}}}', "Body 2: title: nothing is given."),
        (f'{HEAD} {{"title": 5}}]}}}}', "Body 2: title: 5 is not text."),
        (f'{HEAD} {{"title": "Panel", "members": "Jo"}}]}}}}', 'Body 2 (Panel): members: "Jo" is no list.'),
        (f'{HEAD} {{"title": "Panel", "from_": {{"earliest": "now"}}}}]}}}}', "Body 2 (Panel): from_.earliest: "),
        (f'{HEAD} {{"title": "Panel", "reports_to": 1}}]}}}}', "Body 2 (Panel): reports_to: 1 is no text"),
        (
            f'{HEAD} {{"title": "P", "from_": "31 June 2025"}}]}}}}',
            "from_: it is no object with earliest, latest, text.",
        ),
        (f"{HEAD} 5]}}}}", "Body 2: it is no object with fields."),
        ('{"bscb-docs": 1, "records": {}, "files": 5}', "This file: files: 5 is no list."),
        ('{"bscb-docs": 1, "records": {}, "files": [1]}', "This file: files: 1 is not text."),
        ('{"bscb-docs": 1, "records": {}, "findings": 5}', "This file: findings: 5 is no list."),
        ('{"bscb-docs": 1, "records": {}, "translations": 5}', "This file: translations: 5 is no list."),
        (
            '{"bscb-docs": 1, "records": {}, "translations": [{"number": [1]}]}',
            "translations.language: nothing is given.",
        ),
        (
            f'{HEAD[:-2]}]}}, "translations": [{{"language": "cy", "kind": "Body", "number": 2, "words": {{}}}}]}}',
            "no Body 2",
        ),
        ("[" * 200_000, "This JSON is nested deeper than any board."),
    ],
)
def test_what_is_wrong_in_a_file_is_told(text: str, message: str) -> None:
    """The words name the kind, the record by its number and name, and the field."""
    with pytest.raises(BoardError) as caught:
        from_json(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "values", "code", "said"),
    [
        (
            "Meeting",
            {"body": "B", "state": "maybe"},
            "REC-15",
            'Meeting 1, state: "maybe" is none of the words that can',
        ),
        (
            "Body",
            {"title": "B", "text": ["One.", "T\0wo."]},
            "TXT-01",
            "Body 1, text: an unseen character (U+0000) stands",
        ),
        (
            "Meeting",
            {"body": "B", "date": {"earliest": "2025-12-01", "latest": "2025-12-31", "text": "January 1999"}},
            "DUE-01",
            'Meeting 1, date: "January 1999" is 1999-01-01 to 1999-01-31, and the days beside it are 2025-12-01',
        ),
    ],
)
def test_what_no_card_may_hold_is_told(kind: str, values: dict[str, Any], code: str, said: str) -> None:
    """As reading tells of it; what Word cannot hold is taken out, and a second writing and reading tells it once."""
    board = from_json(json.dumps({"bscb-docs": 1, "records": {kind: [values]}}))
    assert [(each.code, said in each.message) for each in board.findings] == [(code, True)], board.findings
    assert "\\u0000" not in to_json(board)
    assert from_json(to_json(board)).findings == board.findings


def test_a_record_of_an_unknown_kind_is_not_lost() -> None:
    """It is refused, for nobody could read it back."""

    @attrs.frozen(kw_only=True)
    class Stranger(Record):
        """No kind of any plugin."""

    board = attrs.evolve(Board(), records=(Stranger(),))
    with pytest.raises(BoardError, match=r"no kind of record for Stranger\. Pass its plugin"):
        to_json(board)
    assert from_json(to_json(attrs.evolve(board, records=()))).records == ()
    assert Kind(Stranger).name == "Stranger"


def test_a_reference_in_a_file_that_leads_nowhere_is_found() -> None:
    """Nobody looked at the file's references when it was written by hand."""
    text = '{"bscb-docs": 1, "records": {"Meeting": [{"body": {"name": "Forum", "place": {"file": "m.md"}}}]}}'
    (fault,) = from_json(text).dangling()
    assert str(fault) == 'Meeting, body: no Body is called "Forum". Mend the name, or add the Body first.'


def test_the_schema_knows_every_kind_and_what_is_written() -> None:
    """Every field of every kind has a schema; the examples are as it says."""
    jsonschema = pytest.importorskip("jsonschema")
    schema = json_schema()
    kinds = read_board(EXAMPLES / "birmingham").kinds
    assert sorted(classes_by_name(kinds)) == list(schema["properties"]["records"]["properties"])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for name in ("birmingham", "harrowmere"):
        board = read_board(EXAMPLES / name)
        for text in (to_json(board), to_json(board, records_only=True)):
            validator.validate(json.loads(text))
    assert not validator.is_valid({"bscb-docs": 1, "records": {"Body": [{"short_name": "F"}]}})
    for text in ({"text": "W.", "junk": 1}, {"text": "W.", "language": "cy", "junk": 1}):
        data = {"bscb-docs": 1, "records": {"Body": [{"title": "F", "text": text}]}}
        assert not validator.is_valid(data)
        with pytest.raises(BoardError, match="is no text"):
            from_json(json.dumps(data))
    fields = {each.name for each in attrs.fields(Finding)}
    assert fields == set(schema["$defs"]["Finding"]["properties"])
    assert Ref("x") == Ref("x")


def test_what_is_read_back_is_checked_as_before() -> None:
    """In a fresh process, where nothing was checked before cattrs looked up the types of the records."""
    script = (
        "import bscb_docs; from bscb_docs.rules.years import _dated_fields as dated; "
        "board = bscb_docs.read_board('examples/birmingham'); bscb_docs.from_json(bscb_docs.to_json(board)); "
        "print(dated(bscb_docs.Bulletin), dated(bscb_docs.Meeting))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=EXAMPLES.parent
    )
    assert done.stdout == "(('published', 'published'),) (('date', 'date'),)\n"
