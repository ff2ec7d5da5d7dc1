"""Titles and roles that stand beside a person's name."""

from bisect import bisect_left

from msgspec import Struct

from factcheck.data import lexicon_classes
from factcheck.extract.found import Found
from factcheck.extract.gazetteer import FIELD, MODIFIER, OFFICE, RANK, ROLE, gazetteer
from factcheck.extract.title_phrase import Phrases
from factcheck.model import Category, Name, Title
from factcheck.tokens import Tokens

_HEAD = OFFICE | RANK | ROLE
_TITLE_WORDS = _HEAD | MODIFIER | FIELD
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "our", "his", "her", "my", "then", "former", "acting"})
_BE = frozenset({"is", "was", "are", "were", "be", "been", "became", "becomes", "as", "remains", "remained"})
_BE_OR_AUXILIARY = _BE | {"who", "has", "had", "will", "also", ",", "appointed", "named", "elected"}
_OFFICIAL_VERBS = frozenset({"chairs", "heads", "commands", "leads", "chaired", "headed", "commanded", "led"})
_LINKS = frozenset({",", ":", "*", "-", "–", "—"})
_ADDRESS = frozenset({"*", "_", "Dr", "Mr", "Mrs", "Ms", "."})
_REACH = 8
_AGENT_REACH = 4
_POSTS = frozenset({"post", "job", "role", "position", "office", "title"})


class _People(Struct, frozen=True):
    """Persons by the token where their names begin and by the one where they end."""

    starting: dict[int, str]
    ending: dict[int, str]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def inside(self, index: int) -> bool:
        """Whether token `index` is part of a name."""
        at = bisect_left(self.lasts, index)
        return at < len(self.firsts) and self.firsts[at] <= index


def titles(tokens: Tokens, names: tuple[Found, ...]) -> tuple[Found, ...]:
    """All titles of the text, in order; `names` are the names found in it.

    The span is the title with its body, without article and without the name: "President of the European Commission". A
    title that stands with no name has `of` None and is given only with an article or possessive before it.
    """
    people = _people(tokens, names)
    known = gazetteer().words
    phrases = Phrases(tokens, gazetteer(), frozenset(people.starting))
    found = []
    past = 0
    for head in tokens.places(lambda word, _: known.get(word, 0) & _HEAD):
        if head < past or people.inside(head):
            continue
        first, end = phrases.around(head, past)
        past = end
        holder, left = _holder(tokens, people, first, end), False
        if holder is None:
            holder, left = _subject_of_office(tokens, people, first)
        if holder is not None or _definite(tokens, first):
            found.append(_title(tokens, first, end, holder, former=left))
    found.extend(_by_verbs(tokens, people, phrases))
    return tuple(sorted(found, key=lambda f: (f.start, f.end)))


def _people(tokens: Tokens, names: tuple[Found, ...]) -> _People:
    persons = [
        (tokens.index_at(n.start), tokens.index_at(n.end - 1), n.value.key)
        for n in names
        if isinstance(n.value, Name) and n.value.category is Category.PERSON
    ]
    return _People(
        {first: key for first, _, key in persons},
        {last: key for _, last, key in persons},
        tuple([first for first, _, _ in persons]),
        tuple([last for _, last, _ in persons]),
    )


def _title(tokens: Tokens, first: int, end: int, holder: str | None, *, former: bool) -> Found:
    words = lexicon_classes("titles")["former"]
    former = former or any(w in words for w in tokens.lower[max(0, first - 1) : end])
    return Found(tokens.starts[first], tokens.ends[end - 1], Title(holder, former))


def _definite(tokens: Tokens, first: int) -> bool:
    before = tokens.lower[first - 1] if first else ""
    return before in ("the", "our", "its", "their", "'s", "’s")


def _holder(tokens: Tokens, people: _People, first: int, end: int) -> str | None:
    """The person whose title stands at [first, end), by the pattern around it."""
    if end in people.starting:
        return people.starting[end]
    before = _before(tokens, first)
    if end < len(tokens) and tokens.words[end] in _LINKS:
        after = _past_address(tokens, end + 1)
        named_before = tokens.words[before] == "," and before - 1 in people.ending
        if after in people.starting and not (tokens.words[end] == "," and named_before):
            return people.starting[after]
    return _holder_before(tokens, people, before) or _identified(tokens, people, end)


def _identified(tokens: Tokens, people: _People, end: int) -> str | None:
    """The person in "the driver was named as X", "the captain was identified by police as X"."""
    if tokens.lower[end : end + 1] not in (("is",), ("was",)):
        return None
    if tokens.lower[end + 1 : end + 2] not in (("named",), ("identified",)):
        return None
    after = end + 2
    if "as" in tokens.lower[after : after + _AGENT_REACH]:
        after += tokens.lower[after : after + _AGENT_REACH].index("as") + 1
    return people.starting.get(after)


def _subject_of_office(tokens: Tokens, people: _People, first: int) -> tuple[str | None, bool]:
    """The subject of "resigned as", "who gave up the post of", "was appointed", and whether it left the office."""
    at = _before(tokens, first)
    if tokens.lower[at] == "of" and tokens.lower[at - 1] in _POSTS:
        at = _before(tokens, at - 1) + 1
    elif tokens.lower[at] != "as":
        return None, False
    words = lexicon_classes("titles")
    verbs: set[str] = set()
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if i in people.ending:
            left = not verbs.isdisjoint(words["leaving"])
            return people.ending[i] if left or not verbs.isdisjoint(words["taking"]) else None, left
        if not tokens.words[i].islower() and not (tokens.words[i] == "," and "who" in verbs):
            break
        verbs.add(tokens.lower[i])
    return None, False


def _past_address(tokens: Tokens, index: int) -> int:
    """Past marks of emphasis, forms of address and a second title, as in "Head of Mission: **Ambassador** …"."""
    known = gazetteer().words
    limit = min(len(tokens), index + _REACH)
    while index < limit and (tokens.words[index] in _ADDRESS or known.get(tokens.words[index], 0) & _TITLE_WORDS):
        index += 1
    return index


def _before(tokens: Tokens, first: int) -> int:
    """The token before the title and the article or possessor that belongs to it ("the ferry's")."""
    index = first - 1
    limit = max(0, index - _REACH)
    if index > 0 and tokens.words[index] in ("'s", "’s"):
        while index > limit and tokens.words[index] not in (",", "(") and tokens.lower[index] not in _DETERMINERS:
            index -= 1
    while index > 0 and (tokens.lower[index] in _DETERMINERS or tokens.words[index] == "*"):
        index -= 1
    return max(index, 0)


def _holder_before(tokens: Tokens, people: _People, before: int) -> str | None:
    """The person named before the title: "X, chair of", "X, 52, a", "X of Y, the", "X is the", "X, who was"."""
    words, lower = tokens.words, tokens.lower
    index = before
    if lower[index] in _BE:
        while index > 0 and lower[index] in _BE_OR_AUXILIARY:
            index -= 1
        return people.ending.get(index)
    if words[index] not in (",", "("):
        return None
    index -= 1
    if (index > 1 and words[index].isdigit() and words[index - 1] == ",") or (
        index > 1 and lower[index - 1] == "of" and words[index][0].isupper()
    ):
        index -= 2
    return people.ending.get(index)


def _by_verbs(tokens: Tokens, people: _People, phrases: Phrases) -> list[Found]:
    """ "X, who chairs the board": the office as a verb."""
    found = []
    for last, key in people.ending.items():
        verb = last + 3
        if verb + 1 < len(tokens) and tokens.words[last + 1] == "," and tokens.lower[last + 2] == "who":
            end = phrases.object_end(verb + 1) if tokens.lower[verb] in _OFFICIAL_VERBS else 0
            if end > verb + 1:
                found.append(Found(tokens.starts[verb], tokens.ends[end - 1], Title(key)))
    return found
