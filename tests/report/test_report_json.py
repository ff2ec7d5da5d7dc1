"""The JSON contract: the published schema, the keys of each kind, numbers, and text that no encoder likes."""

import json
import math

import pytest
from jsonschema import Draft202012Validator
from report_samples import DESK, claim, full_report, paired_explanation, source, vetoed_explanation

from factcheck.errors import FactcheckError
from factcheck.model import Interval, Mention, Quantity
from factcheck.report import Style, format_names, render, render_explanations, render_mentions, schema

SCHEMA = json.loads(schema())
MENTION_KEYS = ["id", "source", "kind", "start", "end", "line", "column", "text"]
KEYS = {
    "quantity": ["low", "high", "hedge", "trend", "interval", "unit", "counted"],
    "duration": ["low", "high", "hedge", "interval", "unit", "timex_type", "timex_value"],
    "date": ["interval", "timex_type", "timex_value", "anchor", "anchored_by"],
    "name": ["category", "key"],
    "title": ["of"],
    "quote": ["speaker"],
}
CONTEXT_KEYS = ["subject", "scope", "as_of", "attribution", "factuality", "polarity"]


def validator(definition: str = "") -> Draft202012Validator:
    root = {"$schema": SCHEMA["$schema"], "$defs": SCHEMA["$defs"], "$ref": f"#/$defs/{definition}"}
    return Draft202012Validator(root if definition else SCHEMA)


def mentions() -> list[Mention]:
    return [c.mention for c in full_report().claims]


def mention_of(low: float, high: float, text: str = "200") -> Mention:
    value = Quantity(low, high, Interval(low, None))
    return claim("c", source("s", DESK.replace("200", text)), text, value, "s").mention


def lines(shown: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in shown.splitlines()]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_output_follows_the_schema() -> None:
    validator().validate(json.loads(render(full_report(), "json", Style())))
    for line in lines(render(full_report(), "jsonl", Style())):
        validator("findingLine").validate(line)
    for line in lines(render_mentions(mentions(), "jsonl", Style())):
        validator("mention").validate(line)
    explanations = [paired_explanation(), vetoed_explanation()]
    for line in lines(render_explanations(explanations, "jsonl", Style())):
        validator("explanation").validate(line)
    as_one = json.loads(render_explanations(explanations, "json", Style()))
    assert as_one == {"format": 1, "explanations": lines(render_explanations(explanations, "jsonl", Style()))}


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("format",), 2),
        (("findings", 0, "verdict"), "differ"),
        (("findings", 0, "claims"), ["c1"]),
        (("claims", 0, "interval"), [1]),
        (("claims", 0, "low"), None),
        (("claims", 0, "kind"), "name"),
        (("claims", 0, "as_of"), "yesterday"),
        (("claims", 1, "interval"), ["2024", "2025"]),
        (("summary", "coverage"), 2),
        (("sources", 0, "sha256"), "x"),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(path: tuple[str | int, ...], wrong: object) -> None:
    record = json.loads(render(full_report(), "json", Style()))
    owner = record
    for key in path[:-1]:
        owner = owner[key]
    owner[path[-1]] = wrong
    assert not validator().is_valid(record)


def test_each_kind_has_its_keys_in_their_order() -> None:
    claims = json.loads(render(full_report(), "json", Style()))["claims"]
    assert {c["kind"] for c in claims} == set(KEYS)
    for record in claims:
        assert list(record) == [*MENTION_KEYS, *KEYS[record["kind"]], *CONTEXT_KEYS]
    for line in lines(render_mentions(mentions(), "jsonl", Style())):
        assert list(line) == [*MENTION_KEYS, *KEYS[str(line["kind"])]]


def test_the_schema_names_every_key_of_a_report() -> None:
    record = json.loads(render(full_report(), "json", Style()))
    assert list(record) == list(SCHEMA["properties"]) == SCHEMA["required"]
    assert list(record["findings"][0]) == SCHEMA["$defs"]["judged"]["required"]
    assert list(record["sources"][0]) == SCHEMA["$defs"]["source"]["required"]
    assert list(record["summary"]) == SCHEMA["properties"]["summary"]["required"]


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        (8000.0, "8000"),
        (2.5, "2.5"),
        (-3.0, "-3"),
        (1e300, "1e300"),
        (2**70, str(2**70)),
    ],
)
def test_numbers(stated: float, shown: str) -> None:
    line = render_mentions([mention_of(stated, stated)], "jsonl", Style())
    assert f'"low":{shown},"high":{shown},' in line
    assert f'"interval":[{shown},null]' in line


def test_an_integer_of_thousands_of_digits_becomes_the_largest_float() -> None:
    assert '"low":-1.7976931348623157e308,"high":1.7976931348623157e308,' in render_mentions(
        [mention_of(-(10**5000), 10**5000)], "jsonl", Style()
    )


@pytest.mark.parametrize("stated", [math.inf, -math.inf, math.nan])
def test_what_json_cannot_hold_is_null(stated: float) -> None:
    assert '"low":null' in render_mentions([mention_of(stated, stated)], "jsonl", Style())


def test_a_lone_surrogate_is_replaced_and_terminal_controls_are_escaped() -> None:
    rest = "\x1b[31m\x9b\x7f\u202e\u00ad\u200b\ufe0f\U000e00410"
    shown = render_mentions([mention_of(1, 1, f"2\ud800{rest}")], "jsonl", Style())
    shown.encode()
    assert not [c for c in shown if (not c.isprintable() or c == "\ufe0f") and c != "\n"]
    assert json.loads(shown)["text"] == f"2�{rest}"


def test_formats_are_found_by_name() -> None:
    assert {"csv", "json", "jsonl", "table"} <= set(format_names())
    with pytest.raises(FactcheckError, match=r"choose one of csv, .*table$"):
        render(full_report(), "xml", Style())


def test_a_format_is_not_asked_for_what_it_cannot_hold() -> None:
    assert set(format_names("mentions")) == {"csv", "html", "json", "jsonl", "table"}
    with pytest.raises(
        FactcheckError, match='"sarif" is no format for mentions; choose one of csv, html, json, jsonl, table'
    ):
        render_mentions(mentions(), "sarif", Style())
    with pytest.raises(
        FactcheckError, match='"csv" is no format for explanations; choose one of html, json, jsonl, table'
    ):
        render_explanations([paired_explanation()], "csv", Style())


def test_no_mentions_are_no_lines() -> None:
    assert render_mentions([], "jsonl", Style()) == ""
