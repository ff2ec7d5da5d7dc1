"""Time expressions: the corpus, resolution by publication and by narrative, and what holds for every text."""

import calendar
import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.data import lexicon_classes
from factcheck.extract.date import dates
from factcheck.extract.duration import days_in
from factcheck.extract.number import number_phrases
from factcheck.model import Date, Duration, Hedge, TimexModifier, TimexType
from factcheck.tokens import tokenize

WEDNESDAY = datetime.date(2025, 3, 12)


def tagged(text, anchor=WEDNESDAY):
    """(words, value) of every time expression of the text."""
    tokens = tokenize(text)
    found = dates(tokens, number_phrases(tokens), anchor)
    return [(text[f.start : f.end], f.value) for f in found]


def values(text, anchor=WEDNESDAY):
    """The TIMEX3 values of the text, in order."""
    return [value.timex_value for _, value in tagged(text, anchor)]


def days(text, anchor=WEDNESDAY):
    """(first, last) day, in ISO form, that each date of the text allows."""
    return [(str(v.first), str(v.last)) for _, v in tagged(text, anchor) if isinstance(v, Date)]


def corpus():
    return yaml.load((Path(__file__).parent.parent / "corpus" / "date.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


def phrasings():
    for expected, phrases in corpus()["expressions"].items():
        for phrase in phrases:
            yield pytest.param(expected, phrase, id=f"{expected}: {phrase}")


@pytest.mark.parametrize(("expected", "phrase"), list(phrasings()))
def test_corpus(expected, phrase):
    reference = datetime.date.fromisoformat(corpus()["reference"])
    found = tagged(f"They met in {phrase}.", reference)
    assert [(words, f"{v.timex_type} {v.timex_value}") for words, v in found] == [(phrase, expected)]


@pytest.mark.parametrize("sentence", corpus()["nothing"])
def test_what_is_no_time(sentence):
    assert tagged(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He died on Monday.", "2025-03-10"),
        ("He died on Wednesday.", "2025-03-12"),
        ("He died on Thursday.", "2025-03-06"),
        ("The court will meet on Monday.", "2025-03-17"),
        ("The court is scheduled to meet on Thursday.", "2025-03-13"),
        ("They said on Monday that he died.", "2025-03-10"),
        ("The trial began on Nov. 9.", "2024-11-09"),
        ("The trial will begin on Nov. 9.", "2025-11-09"),
        ("The show opened on Sept. 2.", "2024-09-02"),
        ("The show opens on April 2.", "2025-04-02"),
        ("He was shot in January.", "2025-01"),
        ("He was shot in June.", "2024-06"),
        ("It will open in June.", "2025-06"),
        ("He died last Tuesday.", "2025-03-04"),
        ("It will open next Thursday.", "2025-03-20"),
        ("It opened over the weekend.", "2025-W10-WE"),
        ("He cancelled a scheduled speech Monday in Lyon.", "2025-03-10"),
        ("He is due in court Monday.", "2025-03-17"),
        ("A vigil is planned for Monday.", "2025-03-17"),
    ],
)
def test_news_resolves_by_tense_and_publication(sentence, expected):
    assert values(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He died on Monday.", "XXXX-WXX-1"),
        ("He died on October 28.", "XXXX-10-28"),
        ("He died in October.", "XXXX-10"),
        ("He died last week.", "XXXX-WXX"),
        ("He died yesterday.", "XXXX-XX-XX"),
        ("He died two years ago.", "XXXX"),
        ("He died on Monday night.", "XXXX-WXX-1TNI"),
        ("It holds from the first day of July.", "XXXX-07-01"),
        ("It holds until the last day of May.", "XXXX-05-31"),
        ("It ends on the last day of February.", "XXXX-02"),
        ("It ended on the 31st day of June.", "XXXX-06"),
    ],
)
def test_without_anchor_nothing_is_resolved(sentence, expected):
    ((_, value),) = tagged(sentence, None)
    assert (value.timex_value, value.first, value.last) == (expected, None, None)


@pytest.mark.parametrize(
    ("sentence", "stretch"),
    [
        ("The mill burnt on a Friday in January.", ("2025-01-01", "2025-01-31")),
        ("The mill burnt on a Friday in the middle of May last year.", ("2024-05-06", "2024-05-26")),
        ("The mill burnt on a Friday of that May, in 2019.", ("2019-05-01", "2019-05-31")),
    ],
)
def test_some_weekday_of_a_month_is_not_the_one_nearest_to_publication(sentence, stretch):
    ((_, value),) = tagged(sentence)
    assert (str(value.first), str(value.last), value.weekday) == (*stretch, calendar.FRIDAY)


@pytest.mark.parametrize("anchor", [None, WEDNESDAY])
def test_narrative_resolves_by_the_date_last_mentioned(anchor):
    text = (
        "The war began in May 1811. In June the fleet sailed. On 3 July it fought; the next day it fled. "
        "In 1812 the king fell, and in March the queen. By December 1812 all was over. In January peace came. "
        "A book of 1955 tells it. In April the army went home. Two years later the king returned."
    )
    assert values(text, anchor) == [
        "1811-05",
        "1811-06",
        "1811-07-03",
        "1811-07-04",
        "1812",
        "1812-03",
        "1812-12",
        "1813-01",
        "1955",
        "1813-04",
        "1815",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net income for the quarter rose from a year earlier.", ["2024-Q4", "2023-Q4"]),
        ("In the second quarter it lost; in the quarter a year earlier it did not.", ["2024-Q2", "2024-Q2", "2023-Q2"]),
        ("It lost in the third quarter, as in the year-ago period.", ["2024-Q3", "2023-Q3"]),
        ("It lost in the quarter ended Sept. 30.", ["2024-Q3", "2024-09-30"]),
        ("It lost in the week ended Feb. 14.", ["2025-W07", "2025-02-14"]),
        ("It lost in the fiscal year ended Aug. 31.", ["2024", "2024-08-31"]),
        ("First-half profit rose.", ["2025-H1"]),
        ("It fell in late November, early next year it will rise.", ["2024-11", "2026"]),
        ("They worked half a year, a half-hour each.", ["P6M", "PT30M"]),
        ("They will talk for 30 minutes later this week.", ["PT30M", "2025-W11"]),
        ("Shares rose; trading was thin for the day.", ["2025-03-12"]),
        ("The recent vote was close.", ["PAST_REF"]),
        ("The current leader fears future wars.", ["PRESENT_REF", "FUTURE_REF"]),
        ("The team will have a meeting on Monday.", ["2025-03-17"]),
    ],
)
def test_news_of_companies_and_meetings(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("published", "sentence", "expected"),
    [
        ("2025-03-14", "Plans for the weekend.", "2025-W11-WE"),
        ("2025-03-14", "They won over the weekend.", "2025-W10-WE"),
        ("2025-03-10", "The weekend in short.", "2025-W10-WE"),
    ],
)
def test_the_weekend_is_the_closest_that_the_tense_allows(published, sentence, expected):
    assert values(sentence, datetime.date.fromisoformat(published)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He died on Monday.", [("2025-03-12", "publication")]),
        ("He died last week.", [("2025-03-12", "publication")]),
        ("He came on March 3, 2020 and died two days later.", [(None, None), ("2020-03-03", "mention")]),
        ("It lost in the third quarter of 2020. In the quarter it fell.", [(None, None), ("2020-Q3", "mention")]),
        (
            "It began in May 1811, went on in 1812 and ended in 1813. In June peace came.",
            [(None, None)] * 3 + [("1813", "narrative")],
        ),
        ("He died on Christmas Day 2020, now a holiday, for three years.", [(None, None), (None, None)]),
    ],
)
def test_relative_dates_tell_what_they_were_counted_from(text, expected):
    assert [(v.anchor, v.anchored_by) for _, v in tagged(text) if isinstance(v, Date)] == expected


def test_without_anchor_nothing_was_counted_from():
    ((_, value),) = tagged("He died on Monday.", None)
    assert (value.anchor, value.anchored_by) == (None, None)


def test_a_time_without_a_day_takes_the_day_just_mentioned_but_allows_no_days():
    found = tagged("He was shot on Saturday. He died at 6:35 p.m. in hospital.")
    assert [(v.timex_value, v.first is None) for _, v in found] == [("2025-03-08", False), ("2025-03-08T18:35", True)]


def test_a_time_with_its_day_allows_that_day():
    assert days("He died at 6:35 p.m. Saturday.") == [("2025-03-08", "2025-03-08")]


def test_years_before_christ_carry_over():
    assert values("In 499 BC the revolt began. In 497 it spread; by 490 BC it was lost (480–479 BC followed).") == [
        "BC0499",
        "BC0497",
        "BC0490",
        "BC0480",
        "BC0479",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oct. 9 and Nov. 20, 2001", ["2001-10-09", "2001-11-20"]),
        ("April and May 2019", ["2019-04", "2019-05"]),
        ("9, 12 and 14 March 2020", ["2020-03-09", "2020-03-12", "2020-03-14"]),
        ("12–28 May 2019", ["2019-05-12", "2019-05-28"]),
        ("November 3-5, 2020", ["2020-11-03", "2020-11-05"]),
        ("14 August-24 August 1914", ["1914-08-14", "1914-08-24"]),
        ("December 28 to January 3, 2020", ["2019-12-28", "2020-01-03"]),
        ("from 1914–18", ["1914", "1918"]),
        ("in 2009-10", ["2009", "2010"]),
        ("from 2016 to 2021", ["2016", "2021"]),
        ("between 2055 and 2065", ["2055", "2065"]),
        ("the spring and summer of 1979", ["1979-SP", "1979-SU"]),
        ("on Monday and on Tuesday", ["2025-03-10", "2025-03-11"]),
    ],
)
def test_lists_and_ranges_share_what_they_state_once(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("May 2023", "2023-05-01", "2023-05-31"),
        ("February 2024", "2024-02-01", "2024-02-29"),
        ("the third quarter of 2024", "2024-07-01", "2024-09-30"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the 19th century", "1800-01-01", "1899-12-31"),
        ("early October 2024", "2024-10-01", "2024-10-21"),
        ("late October 2024", "2024-10-11", "2024-10-31"),
        ("December 2024", "2024-12-01", "2024-12-31"),
        ("31 February 2024", "None", "None"),
    ],
)
def test_days_that_the_words_allow(text, first, last):
    assert days(f"It was in {text}.") == [(first, last)]


def test_numeric_dates_take_their_order_from_the_document():
    assert values("On 25/12/2023 and 03/04/2024.") == ["2023-12-25", "2024-04-03"]
    assert values("On 12/25/2023 and 03/04/2024.") == ["2023-12-25", "2024-03-04"]


def test_an_ambiguous_numeric_date_allows_both_readings():
    assert days("On 03/04/2024.") == [("2024-03-04", "2024-04-03")]


def test_a_weekday_that_the_date_does_not_have_is_kept_for_the_judge():
    ((_, value),) = tagged("He died on Saturday, March 8, 2024.")
    assert (value.weekday, value.first.weekday()) == (calendar.SATURDAY, calendar.FRIDAY)


def test_last_and_next_weekdays_near_today_allow_both_readings():
    ((_, value),) = tagged("He died last Monday.")
    assert (str(value.first), str(value.last)) == ("2025-03-03", "2025-03-10")


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("at 10:24 p.m.", 22 * 60 + 24),
        ("at 2242H", 22 * 60 + 42),
        ("at 12:05 a.m.", 5),
        ("at 12 p.m.", 720),
        ("at noon", 720),
        ("at midnight", 0),
        ("at quarter past six in the evening", 18 * 60 + 15),
        ("at 7 o'clock", 7 * 60),
    ],
)
def test_clock_counts_minutes_since_midnight(text, clock):
    ((_, value),) = tagged(f"It rang {text}.")
    assert value.clock == (clock, clock)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("early 2019", TimexModifier.START),
        ("mid-2019", TimexModifier.MID),
        ("the end of 2019", TimexModifier.END),
        ("around 2019", TimexModifier.APPROX),
        ("more than two years ago", TimexModifier.BEFORE),
        ("nearly two years ago", TimexModifier.AFTER),
    ],
)
def test_modifiers(text, modifier):
    ((words, value),) = tagged(f"It was in {text}.")
    assert (words, value.modifier) == (text, modifier)


def test_durations_keep_number_hedge_and_unit():
    ((words, value),) = tagged("It ended the nearly three-year-long war.")
    assert words == "nearly three-year"
    assert (value.timex_value, value.low, value.high, value.hedge, value.unit) == ("P3Y", 3, 3, Hedge.UNDER, "year")


def test_a_duration_counts_in_its_finest_unit():
    ((_, value),) = tagged("It took nine hours and twenty minutes.")
    assert (value.low, value.high, value.unit) == (560, 560, "minute")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("97 days", 96.75, 97.25), ("at least two weeks", 14, None), ("every day", None, None), ("48 hours", 1.98, 2.02)],
)
def test_days_in_a_duration(text, low, high):
    ((_, value),) = tagged(f"It took {text}.")
    found = days_in(value)
    if value.timex_type is TimexType.SET:
        assert found is None
    else:
        assert found == pytest.approx((low, high), abs=0.01) if high else found == (low, None)


NUMBERS = [
    "1",
    "9",
    "12",
    "31",
    "99",
    "499",
    "1999",
    "2024",
    "9999",
    "99999999",
    "10:24",
    "2024-02-30",
    "14.11.2024",
    "2 1/2",
]
SIGNS = [
    "-",
    "–",
    "/",
    ",",
    ".",
    "(",
    ")",
    ":",
    "'",
    "$",
    "th",
    "s",
    "BC",
    "p.m.",
    "the",
    "a",
    "of",
    "old",
    "ago",
    "half",
]
VOCABULARY = sorted({word for words in lexicon_classes("time-words").values() for word in words})
WORDS = st.sampled_from(VOCABULARY + [word.capitalize() for word in VOCABULARY]) | st.sampled_from(NUMBERS + SIGNS)
ANCHORS = st.sampled_from([None, WEDNESDAY, datetime.date.min, datetime.date.max, datetime.date(2024, 2, 29)])


@given(st.lists(WORDS, max_size=14), ANCHORS)
def test_every_text_gives_ordered_spans_and_intervals_that_are_not_empty(words, anchor):
    text = " ".join(words)
    tokens = tokenize(text)
    end = 0
    for found in dates(tokens, number_phrases(tokens), anchor):
        assert end <= found.start < found.end
        end = found.end
        if isinstance(found.value, Date):
            assert (found.value.first is None) == (found.value.last is None)
            assert found.value.first is None or found.value.first <= found.value.last


@given(st.text(max_size=60), ANCHORS)
def test_no_text_raises(text, anchor):
    tagged(text, anchor)


FORMATS = [
    "{0:%B} {0.day}, {0.year}",
    "{0.day} {0:%B} {0.year}",
    "{0:%b} {0.day}, {0.year}",
    "the {0.day}th of {0:%B} {0.year}",
]
FORMATS += [
    "{0.year}-{0:%m-%d}",
    "{0:%d.%m}.{0.year}",
    "{0:%A}, {0:%B} {0.day}, {0.year}",
    "{0:%A} {0.day} {0:%B} {0.year}",
]
FORMATS += [
    "{0.year}/{0:%m/%d}",
    "{0.year}-{0:%b}-{0.day}",
    "{0.day}-{0:%b}-{0.year}",
    "{0:%b}-{0.day}-{0.year}",
    "{0:%A} ({0:%B} {0.day}, {0.year})",
    "{0:%a}. {0.day} {0:%B} {0.year}",
    "{0:%B} {0.day} {0.year}",
]


@given(st.dates(datetime.date(1583, 1, 1), datetime.date(2999, 12, 31)), st.sampled_from(FORMATS))
def test_every_date_round_trips(day, form):
    ((words, value),) = tagged(f"It was on {form.format(day)}.")
    assert (words, value.first, value.last, value.timex_value) == (form.format(day), day, day, day.isoformat())


def test_what_stands_further_on_changes_nothing():
    text = "On Monday, 3 May 1999 at 10 p.m. two days later and half past two in the first week of "
    assert len(tagged(text * 200)) == 200 * len(tagged(text * 201)) // 201


SENTENCES = [f"They met in {phrase}." for phrases in corpus()["expressions"].values() for phrase in phrases]
SENTENCES += corpus()["nothing"]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), ANCHORS)
def test_sentences_alone_and_together_give_the_same_spans_and_stated_dates(sentences, anchor):
    together, alone = tagged(" ".join(sentences), anchor), [t for s in sentences for t in tagged(s, anchor)]
    assert [words for words, _ in together] == [words for words, _ in alone]
    for (_, here), (_, there) in zip(together, alone, strict=True):
        if isinstance(here, Duration) or (here.anchor is None and here.first is not None):
            # What a relative date counts from may stand in another sentence; what states its year may not change.
            assert here == there


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("sept . 30", "2024-09-30"),
        ("dec . 12 , 1994", "1994-12-12"),
        ("oct . 9 - 11 , 2020", "2020-10-09"),
        ("12 oct . 1999", "1999-10-12"),
        ("mid - october", "2024-10"),
        ("april 3 , 2020", "2020-04-03"),
        ("the third - quarter", "2024-Q3"),
        ("the year - end", "2025"),
    ],
)
def test_texts_whose_marks_stand_apart(phrase, expected):
    text = f"sales , which rose 6 . 2 % , to $ 2 . 1 million , fell in {phrase} . the firm , in reno , said so ."
    assert values(text)[0] == expected


def test_in_lower_case_only_what_is_no_other_word_is_a_month():
    assert values("he came in october, went in june and may march on. in march 5 came.") == ["2024-10", "2024-06"]


def test_a_number_of_any_length_is_no_date():
    assert tagged("9" * 10_000) == []


def test_a_duration_is_not_a_date():
    ((_, value),) = tagged("It took three years.")
    assert isinstance(value, Duration)
