"""What a text says of one person's birth and age, by the words directly around the name."""

from collections.abc import Iterator, Sequence

from factcheck.judge.calendar.lengths import days_of
from factcheck.judge.wording import lowered, words_after, words_before, words_between
from factcheck.model import Category, Claim, Date, Hedge, Name, Quantity

_AGE = "year of age"
# In claims: how far from a date or an age its name is looked for.
_NAME_REACH = 4
_BEFORE_BORN = frozenset({",", "(", "was", "who", "is", "had", "been"})
_AFTER_BORN = frozenset({"on", "in", "at", "the", "near", ","})
# Before a name, so that what follows may be said of somebody else: "the daughter of Ines Coelho, born in".
_OF_ANOTHER = frozenset({"of", "and", "with", "&", "by", "to", "for"})
_BESIDE_NAME = frozenset({(",",), ("(",), (",", "now"), (",", "aged"), (",", "now", "aged")})
_CLOSED = frozenset({",", ")", ".", ";"})
_ANOTHER_TIME = frozenset({"as", "then", "when", "while"})
_ON_DATE = frozenset({",", "aged", "at", "the", "age", "of"})
_NOT_TITLES = frozenset({"of", "and", "with", "from", "whose", "in", "by", "like", "than"})


def born(claims: Sequence[Claim], index: int) -> Claim | None:
    """The name of the person whose date of birth the claim at `index` states; None where it states no such date."""
    date = claims[index]
    value = date.mention.value
    if not isinstance(value, Date) or "orn" not in date.context.passage or days_of(value) is None:
        return None
    before = words_before(date)
    if before[:1] == ("Born",) and len(before) > 1 and _is_place_and_time(before[1:]):
        following = next(_names(claims[index + 1 : index + 1 + _NAME_REACH]), None)
        return following if following and words_between(date, following) == (",",) else None
    names = _names(claims[max(0, index - _NAME_REACH) : index][::-1])
    return next((name for name in names if _is_born_at(name, date)), None)


def _is_born_at(name: Claim, date: Claim) -> bool:
    """Whether the words from a name to a date are ", born on" or "was born in Riga on"."""
    gap = words_between(name, date)
    if not gap or "born" not in gap:
        return False
    at = gap.index("born")
    if not _BEFORE_BORN.issuperset(gap[:at]) or not at or not _is_place_and_time(gap[at + 1 :]):
        return False
    return not _OF_ANOTHER.issuperset(lowered(words_before(name)[-1:]) or ("",))


def _is_place_and_time(words: tuple[str, ...]) -> bool:
    return all(word in _AFTER_BORN or word[0].isupper() for word in words)


def is_age(claim: Claim) -> bool:
    """Whether the claim states one age in years, not about or at least so many."""
    value = claim.mention.value
    exact = isinstance(value, Quantity) and value.unit == _AGE and value.hedge is Hedge.EXACT
    return exact and isinstance(value, Quantity) and value.low == value.high


def aged_now(claims: Sequence[Claim], index: int) -> Claim | None:
    """The name of the person who has the age at `index` when the text appears: "Ines Coelho, 34," and the like."""
    age = claims[index]
    if age.mention.text.endswith(("old", "olds")):
        following = next(_names(claims[index + 1 : index + 2]), None)
        return following if following and _is_old(age, following) else None
    before = next(_names(claims[max(0, index - 1) : index]), None)
    beside = before and lowered(words_between(before, age) or ()) in _BESIDE_NAME
    return before if beside and _CLOSED.issuperset(words_after(age)[:1]) else None


def _is_old(age: Claim, name: Claim) -> bool:
    """Whether a name follows an adjectival age, after its titles at most: "the 34-year-old driver Ines Coelho"."""
    gap = words_between(age, name)
    if gap is None or len(gap) > 2 or not all(w.isalpha() and w not in _NOT_TITLES for w in gap):
        return False
    before = lowered(words_before(age)[-2:])
    return _ANOTHER_TIME.isdisjoint(before) and before[-1:] in {("the",), (",",), (",", "the")}


def aged_on(claims: Sequence[Claim], index: int) -> tuple[Claim, Claim] | None:
    """The name and the day of "Ines Coelho died on 3 May 2019, aged 34", whose age is at `index`."""
    age = claims[index]
    day = claims[index - 1] if index else None
    if day is None or not isinstance(day.mention.value, Date) or days_of(day.mention.value) is None:
        return None
    gap = lowered(words_between(day, age) or ())
    stated = (*gap, *age.mention.text.lower().split())
    if not _ON_DATE.issuperset(gap) or not {"aged", "age"}.intersection(stated):
        return None
    people = {n.mention.value.key: n for n in _names_in_sentence(claims, index) if isinstance(n.mention.value, Name)}
    return (next(iter(people.values())), day) if len(people) == 1 else None


def _names_in_sentence(claims: Sequence[Claim], index: int) -> list[Claim]:
    context = claims[index].context
    low = high = index
    while low and claims[low - 1].mention.start >= context.start and _same_source(claims[low - 1], claims[index]):
        low -= 1
    while high < len(claims) and claims[high].mention.end <= context.end and _same_source(claims[high], claims[index]):
        high += 1
    return list(_names(claims[low:high]))


def _same_source(a: Claim, b: Claim) -> bool:
    return a.mention.source == b.mention.source


def _names(claims: Sequence[Claim]) -> Iterator[Claim]:
    return (c for c in claims if isinstance(c.mention.value, Name) and c.mention.value.category is Category.PERSON)
