"""Titles and roles that stand beside a person's name."""

from functools import cache

from factcheck.data import lexicon_classes
from factcheck.extract.found import Found
from factcheck.extract.gazetteer import FIELD, MODIFIER, OFFICE, RANK, ROLE, gazetteer
from factcheck.extract.title_holder import AT_THE_TIME, People, holder_of, people_of, subject_of_office
from factcheck.extract.title_phrase import Phrases
from factcheck.model import Title
from factcheck.tokens import Tokens

_ADJECTIVE = "official"
_BEFORE_ADJECTIVE = frozenset({"is", "was", "are", "be", "been", "now", "it", "made", "became", "become", "not"})
_HEAD = OFFICE | RANK | ROLE
_BE = frozenset({"was", "were", "is", "been", "be", "being"})
_OFFICIAL_VERBS = frozenset({"chairs", "heads", "commands", "leads", "chaired", "headed", "commanded", "led"})
_BEFORE_VERB = frozenset({"has", "had", "also", "currently", "now", "since", "formerly", "previously", "once", "then"})
_UNTIL = frozenset({"until", "till", "formerly", "previously", "once"})
_VERB_REACH = 4


@cache
def _words(rubric: str) -> frozenset[str]:
    return frozenset(lexicon_classes("titles")[rubric])


@cache
def _body_nouns() -> frozenset[str]:
    return frozenset(noun for nouns in lexicon_classes("title-bodies").values() for noun in nouns)


def titles(tokens: Tokens, names: tuple[Found, ...]) -> tuple[Found, ...]:
    """All titles of the text, in order; `names` are the names found in it.

    The span is the title with its body, without article and without the name: "President of the European Commission". A
    title that stands with no name has `of` None and is given only with an article or possessive before it.
    """
    people = people_of(tokens, names)
    known = gazetteer().words
    phrases = Phrases(tokens, gazetteer(), frozenset(people.starting), frozenset(people.ending))
    found: list[Found] = []
    past = 0
    for head in tokens.places(lambda word, _: known.get(word, 0) & _HEAD):
        if head < past or people.inside(head):
            continue
        first, end = phrases.around(head, past)
        first = _past_naming(tokens, first, head)
        past = end
        if _is_no_title(tokens, head, end):
            continue
        holder, left = holder_of(tokens, people, first, end), False
        if holder is None:
            holder, left = subject_of_office(tokens, people, first)
        if holder is None and found and _joined(tokens, found[-1].end, first) and isinstance(found[-1].value, Title):
            holder = found[-1].value.of
        if holder is not None or _definite(tokens, first):
            found.append(_title(tokens, first, end, holder, former=left))
    found.extend(_by_verbs(tokens, people, phrases, found))
    return tuple(sorted(found, key=lambda f: (f.start, f.end)))


def _is_no_title(tokens: Tokens, head: int, end: int) -> bool:
    """Owners ("sheriff's office"), words before another noun ("general hospital"), adjectives ("it is official")."""
    if tokens.words[end : end + 1] in (("'s",), ("’s",)):
        return True
    if tokens.words[head] == _ADJECTIVE and (end == head + 1 and head and tokens.lower[head - 1] in _BEFORE_ADJECTIVE):
        return True
    last = gazetteer().words.get(tokens.words[end - 1], 0)
    before_noun = tokens.words[end - 1].islower() and last & FIELD and not last & (_HEAD | MODIFIER)
    return bool(before_noun) and end == head + 2


def _past_naming(tokens: Tokens, first: int, head: int) -> int:
    """Past "elected" in "was elected mayor", which is a verb there."""
    if first < head and first and tokens.lower[first - 1] in _BE and tokens.lower[first] in _words("naming"):
        return first + 1
    return first


def _joined(tokens: Tokens, end: int, first: int) -> bool:
    """Whether only "and" parts the title that ends at offset `end` from the next: "mayor of Lyon and chair of"."""
    at = first - 2 if first and tokens.lower[first - 1] in ("a", "an") else first - 1
    return at > 0 and tokens.lower[at] == "and" and tokens.ends[at - 1] == end


def _title(tokens: Tokens, first: int, end: int, holder: str | None, *, former: bool) -> Found:
    said = frozenset(tokens.lower[max(0, first - 1) : end])
    former = former or not said.isdisjoint(_words("former"))
    at_the_time = tokens.lower[max(0, first - 3) : first] in AT_THE_TIME or tokens.lower[end : end + 3] in AT_THE_TIME
    then = not said.isdisjoint(_words("then")) or at_the_time
    return Found(tokens.starts[first], tokens.ends[end - 1], Title(holder, former, then))


def _definite(tokens: Tokens, first: int) -> bool:
    before = tokens.lower[first - 1] if first else ""
    return before in ("the", "our", "its", "their", "'s", "’s")


def _by_verbs(tokens: Tokens, people: People, phrases: Phrases, found: list[Found]) -> list[Found]:
    """ "X chairs the board", "X, the diplomat who heads the mission": the office as a verb."""
    holders = {tokens.index_at(f.end - 1): f.value.of for f in found if isinstance(f.value, Title)}
    by_verbs = []
    for verb in tokens.places(lambda _, lower: lower in _OFFICIAL_VERBS):
        if not verb:
            continue
        subject = verb - 1
        while subject > max(0, verb - _VERB_REACH) and tokens.lower[subject] in _BEFORE_VERB:
            subject -= 1
        if tokens.lower[subject] == "who" and subject > 1:
            subject -= 2 if tokens.words[subject - 1] == "," else 1
        holder = people.ending.get(subject) or holders.get(subject)
        end = phrases.object_end(verb + 1) if holder else 0
        if end > verb + 1 and _is_body(tokens, verb + 1, end):
            left = not _UNTIL.isdisjoint(tokens.lower[subject + 1 : end + _VERB_REACH])
            by_verbs.append(Found(tokens.starts[verb], tokens.ends[end - 1], Title(holder, left)))
    return by_verbs


def _is_body(tokens: Tokens, first: int, end: int) -> bool:
    """Whether tokens [first, end) name something that has a head: "led the agency", but not "led the search"."""
    named = tokens.words[end - 1][0].isupper()
    return tokens.lower[first] not in ("a", "an") and (named or tokens.lower[end - 1] in _body_nouns())
