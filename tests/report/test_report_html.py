"""The HTML page: everything in it can be reached, nothing of a source is taken for markup, and it stays small."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace
from report_samples import claim, comparison, finding, full_report, paired_explanation, source, vetoed_explanation

from factcheck.model import (
    Category,
    Claim,
    Date,
    Interval,
    Measured,
    Name,
    Quantity,
    Report,
    Scale,
    Severity,
    Summary,
    Verdict,
)
from factcheck.report import Style, render, render_explanations, render_mentions
from factcheck.report.html.day_axis import day_axis, day_ticks, years_of

HOSTILE = "<script>alert(1)</script> </style> \"'><img src=x onerror=alert(1)> \u202egnp.exe {{ 7*7 }} " + "x" * 10_000


class Page(HTMLParser):
    """The tags, ids, links and visible text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str]:
        """The values of that attribute, in order."""
        return [value for key, value in self.attributes if key == name]


def hostile_report() -> Report:
    """A report whose every text is an attack."""
    first = source("a<script>.txt", f"{HOSTILE} 340 houses, Ann <b>One", title=HOSTILE, publisher=HOSTILE)
    second = source('b"onclick=.txt', f"430 houses {HOSTILE}")
    claims = (
        claim("c1", first, "340", Quantity(340, 340, Interval(340, 340), counted="house"), HOSTILE),
        claim("c2", first, "Ann <b>One", Name(Category.PERSON, "Ann <b>One"), HOSTILE),
        claim("c3", second, "430", Quantity(430, 430, Interval(430, 430), counted="house"), HOSTILE),
    )
    differ = comparison("c1", "c3", Verdict.CONFLICT, "disjoint", HOSTILE, "counted-things")
    found = finding("f1", Severity.WARNING, HOSTILE, claims, differ)
    return Report("0", "0", (first, second), (), claims, (found,), Summary(2, 3, 3, {"conflict": 1}, 1.0, 2))


def test_every_link_has_its_target_and_every_id_is_one_place() -> None:
    page = Page(render(full_report(), "html", Style()))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    targets = {link.removeprefix("#") for link in page.values("href") if link.startswith("#")}
    assert targets - set(ids) == set()
    assert {"f1", "c-c1", "s0", "matrix"} <= targets


def test_nothing_is_fetched_from_anywhere() -> None:
    page = Page(render(full_report(), "html", Style()))
    assert not set(page.tags) & {"img", "iframe", "object", "embed"}
    assert not page.values("src")
    assert all(link.startswith(("#", "data:,")) for link in page.values("href"))
    (policy,) = (value for value in page.values("content") if "default-src" in value)
    assert policy.startswith("default-src 'none'; ")


def test_hostile_text_stays_text() -> None:
    shown, harmless = (Page(render(report, "html", Style())) for report in (hostile_report(), full_report()))
    assert set(shown.tags) <= set(harmless.tags)
    assert shown.tags.count("script") == shown.tags.count("style") == 1
    assert not [name for name, _ in shown.attributes if name.startswith("on")]
    assert "<script>alert(1)</script>" in shown.text
    assert "\u202e" not in shown.text
    assert "<U+202E>" in shown.text
    assert "{{ 7*7 }}" in shown.text


def test_lone_surrogates_can_be_written() -> None:
    report = full_report()
    broken = replace(report.sources[0], title="Halle \ud800", publisher="\udfff")
    assert render(replace(report, sources=(broken, *report.sources[1:])), "html", Style()).encode("utf-8")


def test_the_source_is_shown_whole_with_its_claims_marked() -> None:
    shown = render(full_report(), "html", Style())
    page = Page(re.sub(r"<sup>.*?</sup>", "", shown))
    assert all(source.text in page.text for source in full_report().sources)
    assert re.search(r'<a id="c-c1"></a><a class="conflict" href="#f1"[^>]*>approximately 200</a>', shown)
    assert '<mark title="duration, in no finding">' not in shown
    assert '<mark title="quote, in no finding">' in shown


def test_pictures_tell_what_they_show() -> None:
    labels = [label for label in Page(render(full_report(), "html", Style())).values("aria-label") if "line." in label]
    assert any("180–220 house" in label and "✗" in label for label in labels)
    report = hostile_report()
    third, whole = (date(2024, 3, 3), date(2024, 3, 3)), (date(2024, 1, 1), date(2024, 12, 31))
    days = Date("2024-03-03", first=third[0], last=third[1]), Date("2024", first=whole[0], last=whole[1])
    dated = [replace(c, mention=replace(c.mention, value=day)) for c, day in zip(report.claims[::2], days, strict=True)]
    claims = (dated[0], report.claims[1], dated[1])
    assert 'aria-label="Calendar line. ' in render(replace(report, claims=claims), "html", Style())


def test_figures_in_several_units_are_drawn_in_one() -> None:
    miles = _with_unit("c1", "mile", 200)
    miles = replace(miles, mention=replace(miles.mention, text="some 200 miles"))
    report = _two_figures(miles, _with_unit("c3", "kilometre", 430))
    assert 'class="picture"' not in render(report, "html", Style())
    figures = (
        Measured("c1", Interval(321.8688, 321.8688), Interval(314.123, 329.6)),
        Measured("c3", Interval(430, 430), Interval(430, 430)),
    )
    scaled = replace(report.findings[0], scale=Scale("kilometre", figures))
    shown = render(replace(report, findings=(scaled,)), "html", Style())
    assert "Number line, unit kilometre. ✗ 1: some 200 miles, 314.1 to 329.6 kilometre; ✗ 2: 430, 430 k" in shown
    assert ">unit: kilometre</text>" in shown
    # The words are kept as they are, at their place on the scale of kilometres.
    assert ">1  ✗ some 200 miles</text>" in shown
    assert re.findall(r'<circle cx="([\d.]+)%"', shown) == ["10.1", "96.0"]
    later = replace(scaled, verdict=Verdict.UPDATE)
    timeline = render(replace(report, findings=(later,)), "html", Style())
    assert "Timeline, unit kilometre. " in timeline
    assert re.search(r">\d+ kilometre</text>", timeline)


def _with_unit(claim_id: str, unit: str, number: float) -> Claim:
    value = Quantity(number, number, Interval(number, number), unit=unit, dimension="length")
    (made,) = (c for c in hostile_report().claims if c.id == claim_id)
    day = date(2024, 3, 1 if claim_id == "c1" else 9)
    return replace(made, mention=replace(made.mention, value=value), as_of=(day, day))


def _two_figures(a: Claim, b: Claim) -> Report:
    report = hostile_report()
    return replace(report, claims=(a, report.claims[1], b))


def test_days_stand_between_lines_and_hours_only_where_an_hour_is_named() -> None:
    assert [(tick.label, tick.line) for tick in day_ticks(day_axis([738_000.0, 738_002.0]))] == [
        ("", True),
        ("29 Jul", False),
        ("", True),
        ("30 Jul", False),
        ("", True),
    ]
    assert "12:00" in [tick.label for tick in day_ticks(day_axis([738_000.25, 738_001.0]))]


@pytest.mark.parametrize(
    ("first", "last", "years", "ticks"),
    [
        ("2024-05-02", "2024-05-09", "2024", ["2 May", "4 May", "6 May", "8 May"]),
        ("2023-12-29", "2024-01-05", "2023–2024", ["29 Dec", "31 Dec", "2 Jan", "4 Jan"]),
        ("2023-01-01", "2024-01-01", "2023", ["Jan", "Apr", "Jul", "Oct", "Jan"]),
        ("2023-04-01", "2024-02-01", "", ["Apr 2023", "Jul 2023", "Oct 2023", "Jan 2024"]),
        ("2014-04-01", "2024-02-01", "", ["2015", "2020"]),
    ],
)
def test_years_are_named_at_the_ticks_or_once_below(first: str, last: str, years: str, ticks: list[str]) -> None:
    axis = day_axis(float(date.fromisoformat(day).toordinal()) for day in (first, last))
    assert years_of(axis) == years
    assert [tick.label for tick in day_ticks(axis)] == ticks


def test_differing_letters_are_underlined() -> None:
    assert "Ruth Alm<u>o</u>nd" in render(full_report(), "html", Style())


def test_below_a_comparison_stands_what_was_weighed() -> None:
    shown = render(full_report(), "html", Style())
    words = " ".join(Page(_first_step(shown).replace("<td>", " <td>")).text.split())
    assert words.startswith("✗ 180–220 and 340 do not meet nothing fits what both say start -4.0")
    assert "for +4.0 by the rule counted-things" in words
    assert "against -1.0 for one of them another claim fits better -0.9 the later figure is smaller" in words
    assert "rest +2.9 7 lesser signs" in words
    assert words.endswith("sum +3.5 odds of 11 to 1 for it; reaches the threshold -0.8: taken for the same fact")


def test_claims_that_were_compared_and_are_not_those_shown_are_named() -> None:
    report = full_report()
    conflict = report.findings[0]
    shown = render(report, "html", Style())
    assert "</a> with <a" not in _first_step(shown)
    other = replace(conflict, comparisons=conflict.comparisons[1:])
    shown = render(replace(report, findings=(other,)), "html", Style())
    assert '<a href="#c-c1">news/desk.md:1:48</a> with <a href="#c-d1">news/wire.txt:1:25</a>' in _first_step(shown)


def test_where_the_only_two_claims_stand_is_told_once() -> None:
    report = full_report()
    agreement = report.findings[4]
    shown = render(replace(report, findings=(agreement,)), "html", Style())
    assert len(agreement.claims) == 2
    assert 'class="ladder"' in shown
    assert "</a> with <a" not in shown


def _first_step(page: str) -> str:
    step = re.search(r'<li class="conflict"><details>.*?</table>', page, re.DOTALL)
    assert step
    return step[0]


def test_a_comparison_that_was_not_weighed_says_so() -> None:
    report = full_report()
    alone = replace(report.findings[1], comparisons=(replace(report.findings[1].comparisons[0], grounds=None),))
    shown = render(replace(report, findings=(alone,)), "html", Style())
    assert "compared without weighing" in shown
    assert 'class="ladder"' not in shown
    assert "compared without weighing" not in render(report, "html", Style())


def test_only_the_severest_comparisons_show_what_was_weighed_and_the_page_says_so() -> None:
    report = full_report()
    conflict, agreement = report.findings[0], report.findings[0].comparisons[2]
    mixed = replace(conflict, comparisons=(*conflict.comparisons[:2], replace(agreement, a="c1", b="d1")))
    for findings, ladders, told in (((conflict,), 1, False), ((mixed,), 1, True)):
        shown = render(replace(report, findings=findings), "html", Style())
        assert shown.count('class="ladder"') == ladders
        assert ("why the others were compared, and what else was weighed" in shown) is told


def test_values_have_the_colour_of_their_own_verdict() -> None:
    report = full_report()
    vague = comparison("c1", "d4", Verdict.COMPATIBLE, "vague", "[180, 220] and 100 or more meet", "counted-things")
    mixed = finding("f1", Severity.WARNING, "houses", report.claims, report.findings[0].comparisons[0], vague)
    shown = render(replace(report, findings=(mixed,)), "html", Style())
    assert re.findall(r'<p class="value (\w+)"><b>(\w+)', shown) == [
        ("conflict", "approximately"),
        ("conflict", "340"),
        ("compatible", "thousands"),
    ]
    assert re.findall(r'<g class="(\w+)">', shown) == ["conflict", "conflict", "compatible"]


def test_decided_and_known_findings_are_shown_as_such() -> None:
    report = full_report()
    known = replace(report.findings[0], known=True)
    page = render(replace(report, findings=(known, *report.findings[1:])), "html", Style())
    assert 'class="card conflict settled" id="f1"' in page
    assert "<b>known</b> from the baseline" in page
    # What is still open comes first.
    assert page.index('id="f2"') < page.index('id="f1"')


def test_skipped_sources_and_coverage_are_told() -> None:
    page = Page(render(full_report(), "html", Style())).text
    assert "news/photo.png: binary, no reader for .png" in " ".join(page.split())
    assert "could be compared" in page


def test_nothing_found() -> None:
    page = Page(render(Report("0", "0", (), (), (), (), Summary(0, 0, 0, {}, 1.0, 0)), "html", Style()))
    assert "Nothing was compared" in page.text


def test_a_finding_takes_less_than_three_kilobytes() -> None:
    report = full_report()
    pair = next(f for f in report.findings if f.verdict is Verdict.CONFLICT)
    many = tuple(replace(pair, id=f"x{number:09}") for number in range(200))
    sizes = [len(render(replace(report, findings=found), "html", Style()).encode()) for found in ((), many)]
    assert (sizes[1] - sizes[0]) / len(many) < 3 * 1024


@pytest.mark.parametrize("value", [0.0, -1e308, 1e308, 10**400, 5e-324, float("inf")])
def test_any_number_can_be_drawn(value: float) -> None:
    report = hostile_report()
    drawn = Quantity(value, value, Interval(None, value), counted="house")
    first = replace(report.claims[0], mention=replace(report.claims[0].mention, value=drawn))
    assert render(replace(report, claims=(first, *report.claims[1:])), "html", Style())


def test_mentions_and_explanations() -> None:
    mentions = Page(render_mentions([c.mention for c in full_report().claims], "html", Style()))
    assert "180–220 house" in mentions.text
    explained = Page(render_explanations([paired_explanation(), vetoed_explanation()], "html", Style()))
    assert "+6.8" in explained.text
    assert "veto" in explained.text
