"""Text to measure with: news-like sentences filled in from our own templates, the same for the same seed.

As in news reports some five words in a hundred are numbers in digits and about one is a number in words, and what
numbers count is seldom twice the same: speed depends on all three.
"""

import random
from collections.abc import Iterator

_PLACES = ("Norvale", "Easthaven", "Port Lisse", "Camber Ridge", "Ostermouth", "Velden", "Saint Orwin", "Mirefield")
_PEOPLE = ("Anna Becker", "Tomas Hale", "Miriam Okoye", "Jonas Lindqvist", "Priya Raman", "Carl Estrada", "Lena Novak")
_OFFICES = ("mayor", "fire chief", "minister of transport", "police spokesman", "governor", "harbour master")
_THINGS = (
    *("houses", "passengers", "soldiers", "firefighters", "workers", "shells", "vehicles", "patients", "trees"),
    *("families", "arrests", "officers", "calls", "gunshots", "bullets", "minutes", "days", "suspects", "students"),
    *("boats", "farms", "ambulances", "helicopters", "employees", "voters", "dwellings", "streets", "men", "people"),
)
_ADJECTIVES = ("", "", "", "young ", "wooden ", "elderly ", "armed ", "local ", "unarmed ", "German ", "Norvale ")
_FEW = ("two", "three", "four", "five", "six", "seven", "eight", "ten", "a dozen", "twenty-one", "one", "several")
_PARTS = ("half", "some", "one", "three", "both", "none", "most", "all", "many")
_DEEDS = ("were evacuated", "were injured", "were damaged", "were delivered", "arrived", "were found", "were counted")
_UNITS = ("kilometres", "miles", "tonnes", "litres", "hectares", "million dollars", "euros", "per cent", "metres")
_TOPICS = ("flood", "bridge", "harbour", "budget", "fire", "strike", "election", "storm", "railway", "hospital")
_DAYS = ("on Monday", "on 3 May 2024", "in June", "last week", "on March 12, 2024", "at 8:30 a.m.", "in 2023")
_PLAIN = (
    "The committee has not said when it will meet again, and its members left without a word to the press.",
    "Neighbours spoke of a quiet street where little had ever happened before that night.",
    "What comes next depends on the weather and on how soon the road can be opened.",
    "A statement is expected, though nobody in the office could tell what it would contain.",
)


_SYLLABLES = (
    "ba",
    "cor",
    "del",
    "fen",
    "gra",
    "hol",
    "ki",
    "lum",
    "mor",
    "nis",
    "pol",
    "ra",
    "sten",
    "tu",
    "vor",
    "wel",
)
_VOCABULARY = 20_000


def sentences(seed: int, topic: str | None = None) -> Iterator[str]:
    """Endless sentences; every third carries no figure. `topic` keeps them to one subject, its places and people."""
    pick = random.Random(seed)
    known = random.Random(topic) if topic else pick
    places, people = known.sample(_PLACES, 3), known.sample(_PEOPLE, 3)
    while True:
        about = topic or pick.choice(_TOPICS)
        number = pick.choice((pick.randint(2, 40), pick.randint(100, 9_999), 1_000 * pick.randint(1, 90)))
        hedge = pick.choice(("", "", "about ", "more than ", "at least "))
        place, person, rare = pick.choice(places), pick.choice(people), word(pick)
        thing = pick.choice((pick.choice(_ADJECTIVES) + pick.choice(_THINGS), f"{word(pick)}s"))
        yield pick.choice(
            (
                f"{hedge.capitalize()}{number:,} {thing} {pick.choice(_DEEDS)} after the {about} in {place} "
                f"{pick.choice(_DAYS)}, {pick.choice(_OFFICES)} {person} said of the {rare}.",
                f"The {about} near the {rare} of {place} cost {hedge}{number:,} {pick.choice(_UNITS)}, according to "
                f"{person}, who called it “the worst {word(pick)} this town has seen in {number % 90 + 2} years”.",
                f"{pick.choice(_FEW).capitalize()} {pick.choice(_THINGS)} {pick.choice(_DEEDS)} and "
                f"{pick.choice(_PARTS)} of the {rare} {thing} near {place} were {word(pick)}ed, "
                f"but the {number % 80 + 11}-year-old {word(pick)} was not.",
                f"{pick.choice(_PLAIN)} Few had heard of the {rare} or the {word(pick)} before.",
            )
        )


def word(pick: random.Random) -> str:
    """A made-up word; as in any language a few of them are common and most are rare."""
    rank = int(_VOCABULARY ** pick.random())
    digits = (rank // 4096 % 16, rank // 256 % 16, rank // 16 % 16, rank % 16)
    return "".join(_SYLLABLES[digit] for digit in digits)


def document(words: int, seed: int = 0, topic: str | None = None) -> str:
    """A text of at least that many words, in paragraphs of five sentences."""
    parts: list[str] = []
    count = 0
    for made in sentences(seed, topic):
        if count >= words:
            break
        count += made.count(" ") + 1
        parts.append(made + ("\n\n" if len(parts) % 5 == 4 else " "))
    return "".join(parts)


def characters(length: int, seed: int = 0) -> str:
    """A text of exactly that many characters."""
    return document(length // 5, seed)[:length]


def corpus(sources: int, words: int = 60, seed: int = 0) -> Iterator[str]:
    """Short texts whose topics are as unevenly shared as news is: the n-th topic has 1/n of the first one's texts."""
    pick = random.Random(seed)
    topics = [f"{topic} {place}" for place in _PLACES for topic in _TOPICS]
    shares = [1 / rank for rank in range(1, len(topics) + 1)]
    for number, topic in enumerate(pick.choices(topics, shares, k=sources)):
        yield document(words, seed=number, topic=topic)
