"""Who holds the title that stands at a place in the text, by the pattern around it."""

from bisect import bisect_left
from functools import cache

from msgspec import Struct

from factcheck.data import lexicon_classes
from factcheck.extract.found import Found
from factcheck.extract.gazetteer import FIELD, MODIFIER, OFFICE, RANK, ROLE, gazetteer
from factcheck.model import Category, Name
from factcheck.tokens import Tokens

_TITLE_WORDS = OFFICE | RANK | ROLE | MODIFIER | FIELD
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "our", "his", "her", "my"})
_TIMES = frozenset({"then", "former", "acting", "formerly", "previously", "once", "now", "currently"})
AT_THE_TIME = (("at", "the", "time"), ("at", "that", "time"))
_IDENTIFYING = frozenset({"is", "was", "remains", ","})
_SAYS = frozenset({"said", "says", "told", "added", "adds", "claimed", "claims", "wrote", "writes"})
# After the number in "the 54-year-old Olga Brandt".
_YEAR_OLD = ("-", "year", "-", "old")
_PRECEDING = _DETERMINERS | _TIMES
_PASSIVE = frozenset({"is", "was", "are", "were", "be", "been", "being", ",", "who"})
_BE = frozenset({"is", "was", "are", "were", "be", "been", "became", "becomes", "as", "remains", "remained"})
_BE_OR_AUXILIARY = _BE | {"who", "has", "had", "will", "also", ",", "appointed", "named", "elected"}
_LINKS = frozenset({",", ":", "*", "-", "–", "—"})
_BEFORE_APPOSITION = frozenset({",", "(", "–", "—"})
_ADDRESS = frozenset({"*", "_", "Dr", "Mr", "Mrs", "Ms", "."})
_REACH = 8
_AGENT_REACH = 4
_POSTS = frozenset({"post", "job", "role", "position", "office", "title"})


@cache
def _words(rubric: str) -> frozenset[str]:
    return frozenset(lexicon_classes("titles")[rubric])


class People(Struct, frozen=True):
    """Persons by the token where their names begin and by the one where they end."""

    starting: dict[int, str]
    ending: dict[int, str]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def inside(self, index: int) -> bool:
        """Whether token `index` is part of a name."""
        at = bisect_left(self.lasts, index)
        return at < len(self.firsts) and self.firsts[at] <= index

    def first_of(self, last: int) -> int:
        """The token where the name begins that ends at token `last`."""
        return self.firsts[bisect_left(self.lasts, last)]


def people_of(tokens: Tokens, names: tuple[Found, ...]) -> People:
    """The persons among names."""
    persons = [
        (tokens.index_at(n.start), tokens.index_at(n.end - 1), n.value.key)
        for n in names
        if isinstance(n.value, Name) and n.value.category is Category.PERSON
    ]
    return People(
        {first: key for first, _, key in persons},
        {last: key for _, last, key in persons},
        tuple([first for first, _, _ in persons]),
        tuple([last for _, last, _ in persons]),
    )


def holder_of(tokens: Tokens, people: People, first: int, end: int) -> str | None:
    """The person whose title stands at [first, end), by the pattern around it."""
    if end in people.starting:
        return people.starting[end]
    before = _before(tokens, first)
    if end < len(tokens) and tokens.words[end] in _LINKS:
        after = _past_address(tokens, end + 1)
        named_before = tokens.words[before] == "," and before - 1 in people.ending
        if after in people.starting and not (
            tokens.words[end] == "," and (named_before or _says(tokens, people, after))
        ):
            return people.starting[after]
    return _holder_before(tokens, people, before) or _identified(tokens, people, end)


def _says(tokens: Tokens, people: People, first: int) -> bool:
    """Whether the person named here says it: "the captain, Olga Brandt said, had slept" names no captain."""
    last = people.lasts[bisect_left(people.firsts, first)]
    return last + 1 < len(tokens) and tokens.lower[last + 1] in _SAYS


def _identified(tokens: Tokens, people: People, end: int) -> str | None:
    """The person in "the driver was named as X", "the pilot, identified by police as X", "the director is X"."""
    verb = tokens.lower[end] if end < len(tokens) else ""
    if verb not in _IDENTIFYING:
        return None
    after = end + 1
    if tokens.lower[after : after + 1] in (("named",), ("identified",)):
        after += 1
        if "as" in tokens.lower[after : after + _AGENT_REACH]:
            after += tokens.lower[after : after + _AGENT_REACH].index("as") + 1
    elif verb == ",":
        return None
    person = people.starting.get(_past_address(tokens, after))
    return person if person and not _owns(tokens, people, _past_address(tokens, after)) else None


def _owns(tokens: Tokens, people: People, first: int) -> bool:
    """Whether the person whose name begins here only owns what follows: "the driver was Olga Brandt's son"."""
    last = people.lasts[bisect_left(people.firsts, first)]
    return tokens.words[last + 1 : last + 2] in (("'s",), ("’s",))


def subject_of_office(tokens: Tokens, people: People, first: int) -> tuple[str | None, bool]:
    """The subject of "resigned as", "who gave up the post of", "was appointed", and whether it left the office."""
    leaving = _words("leaving")
    at = _before(tokens, first)
    if tokens.lower[at] == "of" and tokens.lower[at - 1] in _POSTS:
        at = _before(tokens, at - 1) + 1
    elif tokens.lower[at] != "as":
        return None, False
    verbs: set[str] = set()
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if i in people.ending:
            holder = people.ending[i] if verbs & (leaving | _words("taking")) else None
            return holder, not verbs.isdisjoint(leaving)
        if not tokens.words[i].islower() and not (tokens.words[i] == "," and "who" in verbs):
            break
        verbs.add(tokens.lower[i])
    return None, False


def _past_address(tokens: Tokens, index: int) -> int:
    """Past marks of emphasis, forms of address and a second title, as in "Head of Mission: **Ambassador** …"."""
    known = gazetteer().words
    limit = min(len(tokens), index + _REACH)
    aged = index + (tokens.lower[index : index + 1] in (("the",), ("a",)))
    if tokens.lower[aged + 1 : aged + 5] == _YEAR_OLD:
        index = aged + 5
    while index < limit and (tokens.words[index] in _ADDRESS or known.get(tokens.words[index], 0) & _TITLE_WORDS):
        index += 1
    return index


def _before(tokens: Tokens, first: int) -> int:
    """The token before the title and the article or possessor that belongs to it ("the ferry's")."""
    index = first - 1
    limit = max(0, index - _REACH)
    if index > 0 and tokens.words[index] in ("'s", "’s"):
        while index > limit and tokens.words[index] not in (",", "(") and tokens.lower[index] not in _PRECEDING:
            index -= 1
    return _before_times(tokens, index)


def _before_times(tokens: Tokens, index: int) -> int:
    """The token before articles and words of time: "X, at the time the", "X, formerly"."""
    while index > 0:
        if tokens.lower[index - 2 : index + 1] in AT_THE_TIME and index > 2:
            index -= 3
        elif tokens.lower[index] in _DETERMINERS or tokens.lower[index] in _TIMES or tokens.words[index] == "*":
            index -= 1
        else:
            break
    return max(index, 0)


def _holder_before(tokens: Tokens, people: People, before: int) -> str | None:
    """The person before the title: "X, chair of", "X, 52, a", "X of Y, the", "X is the", "was named", "made X"."""
    words, lower = tokens.words, tokens.lower
    index = before
    named = lower[index] in _words("naming") and index > 0 and lower[index - 1] in _PASSIVE
    if named or lower[index] in _BE:
        while index > 0 and (lower[index] in _BE_OR_AUXILIARY or index == before):
            index -= 1
        return people.ending.get(index)
    if index in people.ending:
        named = lower[people.first_of(index) - 1] in _words("naming")
        return people.ending[index] if named and people.first_of(index) else None
    if words[index] not in _BEFORE_APPOSITION:
        return None
    index -= 1
    if (index > 1 and words[index].isdigit() and words[index - 1] == ",") or (
        index > 1 and lower[index - 1] == "of" and words[index][0].isupper()
    ):
        index -= 2
    return people.ending.get(index)
