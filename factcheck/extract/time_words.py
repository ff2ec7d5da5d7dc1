"""The vocabulary of time expressions, read once from the lexicons."""

from functools import cache

from msgspec import Struct

from factcheck.data import lexicon_classes


class TimeWords(Struct, frozen=True):
    """Lower-case words → what they mean. Months count from 1, weekdays from Monday (0), `days` from today (0)."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    parts: dict[str, str]
    units: dict[str, str]
    days: dict[str, int]
    repetitions: dict[str, str]
    ordinals: dict[str, int]
    cardinals: dict[str, int]
    references: dict[str, str]
    determiners: dict[str, str]
    directions: dict[str, int]
    edges: dict[str, str]
    classes: dict[str, frozenset[str]]
    triggers: frozenset[str]

    def has(self, name: str, word: str) -> bool:
        """Whether the word stands in the class of that name."""
        return word in self.classes[name]


_PLAIN = (
    "doubtful-month",
    "plural",
    "every",
    "about",
    "before-a-date",
    "adjectives",
    "indefinite",
    "zone",
    "future",
    "future-beside",
    "be",
    "past-tense",
    "not-past-tense",
    "not-a-year-before",
    "business-result",
    "street",
    "measure",
    "name-after-weekday",
    "name-before-weekday",
    "attack",
)
_REFERENCES = {"present": "PRESENT_REF", "past": "PAST_REF"}
_DETERMINERS = ("last", "next", "this", "previous", "following", "same", "that")
_EDGES = ("start", "mid", "end")
_DIRECTIONS = {"ago": -1, "earlier": -1, "later": 1}


@cache
def time_words() -> TimeWords:
    """The vocabulary."""
    classes = lexicon_classes("time-words")

    def numbered(prefix: str) -> dict[str, int]:
        return {w: int(n) for w, n in _suffixes(classes, prefix).items()}

    calendar = {name: numbered(f"{name}-") for name in ("month", "weekday", "day", "ordinal", "cardinal")}
    spelt = {name: _suffixes(classes, f"{name}-") for name in ("season", "part", "unit", "every")}
    references = {w: v for c, v in _REFERENCES.items() for w in classes[c]}
    triggers = {*calendar["month"], *calendar["weekday"], *calendar["day"], *references, *classes["trigger"]}
    triggers.update(word for vocabulary in spelt.values() for word in vocabulary)
    return TimeWords(
        months=calendar["month"],
        weekdays=calendar["weekday"],
        seasons=spelt["season"],
        parts=spelt["part"],
        units=spelt["unit"],
        days=calendar["day"],
        repetitions={w: v.removesuffix("-night") for w, v in spelt["every"].items()},
        ordinals=calendar["ordinal"],
        cardinals=calendar["cardinal"],
        references=references,
        determiners={w: c for c in _DETERMINERS for w in classes[c]},
        directions={w: d for c, d in _DIRECTIONS.items() for w in classes[c]},
        edges={w: c for c in _EDGES for w in classes[c]},
        classes={name: frozenset(classes[name]) for name in _PLAIN},
        triggers=frozenset(triggers),
    )


def _suffixes(classes: dict[str, tuple[str, ...]], prefix: str) -> dict[str, str]:
    return {w: name.removeprefix(prefix) for name, words in classes.items() if name.startswith(prefix) for w in words}
