"""What happened to those counted: killed, injured, missing, arrested … A count of one role is no count of another.

Found without a parser: the nearest role word that can govern the count. A verb whose object stands before the count, or
that has a clause of its own, says nothing of it: in "one man was killed and four were hurt" only the one was killed.
"""

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from factcheck.claim.window import Window
from factcheck.data import lexicon_classes
from factcheck.model import Mention
from factcheck.tokens import Tokens

_REACH = 9
_JOINED = 3
# In tokens: what it costs to look past a comma or "and", and what a word costs that states its role by the way.
_PAST_A_JOINT, _WEAKLY = 3, 9
_JOINTS = frozenset({"and", ",", "(", ")", "but", "–", "—"})
_STOPS = frozenset({";", "when", "after", "while", "as", "before", "since", "because", "until", "where", "if"})
_MEMBERS = frozenset({("of", "them"), ("of", "whom"), ("of", "which"), ("of", "those"), ("of", "these")})
# A count after these is inserted between another and its verb: "four guests, including two children, were hurt".
_INSERTING = frozenset({"including", "among"})
_AUXILIARIES = frozenset({"was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "got", "did"})
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "that", "another", "at", "some"})
# "Killed a total of 14": the determiner is the count's own.
_OF_THE_COUNT = frozenset({"total", "further", "additional", "estimated", "combined", "record"})
_PARENTS = frozenset({"father", "mother", "parent", "dad", "mom", "mum"})
_HOSPITALS = frozenset({"hospital", "hospitals"})
# In tokens: the longest insertion between two commas that a count's verb may stand behind.
_INSERTION = 12
_NEGATIONS = frozenset({"not", "never", "nor"})
# These stand beside a count as its adjectives: "14 dying men", "9 missing".
_ADJECTIVES = frozenset({"missing", "dying"})


class _Word(Struct, frozen=True, order=True):
    """A role word with what it costs to reach from the count; of equal ones that behind the count goes first."""

    cost: int
    behind: int
    index: int


class Role(Struct, frozen=True):
    """What happened to those counted, as @names, and the tokens [first, past) that say so.

    `is_own` is false where a part has it from the whole ("12 of them children") or where it is said by the way.
    """

    names: tuple[str, ...]
    first: int
    past: int
    is_own: bool


def role_of(tokens: Tokens, at: Window, numbers: tuple[Mention, ...]) -> Role | None:
    """The role that the nearest word governing a count gives it; of two names where "killed or wounded" joins them.

    `numbers` are the figures of the sentence: none is governed by a word beyond its neighbour.
    """
    low, high = _bounds(tokens, at, numbers)
    candidates = (*_before(tokens, at, low), *_after(tokens, at, high))
    if not candidates or (tokens.lower[at.start - 1 : at.start] == ("of",) and _is_parent(tokens, at.start - 2)):
        return None
    nearest = min(candidates)
    first, last = _joined(tokens, nearest.index, low, high, at)
    names = {role for i in range(first, last + 1) for role in _roles_of(tokens.lower[i])}
    names = names or set(_by_word("directly")[tokens.lower[first]])
    if "@die" in names and _is_manner(tokens, first, last):
        names = {"@die"}
    return Role(tuple(sorted(names)), first, last + 1, nearest.cost < _WEAKLY)


def roles_in(words: Iterable[str]) -> frozenset[str]:
    """The roles, as @names, that the lower-case words state outright."""
    return frozenset(role for word in words for role in _by_word().get(word, ()))


@cache
def _by_word(manner: str = "") -> dict[str, tuple[str, ...]]:
    """Word → roles, of the lexicon's entries of that manner: "" (outright), "weakly" or "directly"."""
    table: dict[str, tuple[str, ...]] = {}
    for key, words in lexicon_classes("roles").items():
        role, _, stated = key.partition(" ")
        for word in words if stated == manner else ():
            table[word] = (*table.get(word, ()), "@" + role)
    return table


def _roles_of(word: str) -> tuple[str, ...]:
    return _by_word().get(word) or _by_word("weakly").get(word, ())


def _bounds(tokens: Tokens, at: Window, numbers: tuple[Mention, ...]) -> tuple[int, int]:
    """Tokens near the count that are nearer to it than the next count; a part looks back to its whole."""
    part = _is_part(tokens, at)
    low, high = max(at.first, at.start - _REACH), min(at.past, at.end + _REACH + len(_insertion(tokens, at)))
    for number in numbers:
        index = tokens.index_at(number.start)
        if index > 0 and tokens.lower[index - 1] in _INSERTING and index > at.end:
            continue
        if index < at.start and _opens_range(tokens, index, at):
            continue
        if index < at.start and not part:
            low = max(low, tokens.index_at(number.end - 1) + 1)
        elif index >= at.end:
            high = min(high, index)
    return low, high


def _is_part(tokens: Tokens, at: Window) -> bool:
    """Whether a count is of members of those spoken of before it, whose role is theirs as well."""
    return tokens.lower[at.end : at.end + 2] in _MEMBERS or tokens.lower[at.start - 2 : at.start] in _MEMBERS


def _opens_range(tokens: Tokens, index: int, at: Window) -> bool:
    """Whether the number at token `index` is the other end of "rose from 12 to 19", of one role with it."""
    return index > 0 and tokens.lower[index - 1] == "from" and tokens.lower[at.start - 1] == "to"


def _before(tokens: Tokens, at: Window, low: int) -> list[_Word]:
    """The role words before a count that can govern it, or the whole of which it is a part."""
    inherits = _is_part(tokens, at)
    found = []
    cost, joint = 0, at.start
    for i in range(at.start - 1, low - 1, -1):
        word = tokens.lower[i]
        cost += 1
        if word in _STOPS:
            break
        if word in _JOINTS:
            cost += _PAST_A_JOINT
            joint = i
        elif i == at.start - 1 and word in _by_word("directly"):
            found.append(_Word(cost, 1, i))
        elif _roles_of(word) and word not in _HOSPITALS:
            governs = _reaches_forward(tokens, i, joint, at.start)
            if governs or inherits:
                found.append(_Word(cost + _WEAKLY * (word in _by_word("weakly") or not governs), 1, i))
    return found


def _reaches_forward(tokens: Tokens, index: int, joint: int, count: int) -> bool:
    """Whether a role word before a count can have it as its object, or as a second object joined to the first.

    `joint` is the comma or "and" nearest to the word on the count's side, the count itself where there is none.
    """
    if joint == count:
        return not _has_object(tokens, index + 1)
    # A word right before the joint has no object, and what stands between joint and count begins another clause.
    return joint - index > 1 and joint == count - 1 and tokens.lower[joint] == "and" and _is_verb(tokens.lower[index])


def _has_object(tokens: Tokens, following: int) -> bool:
    article = tokens.lower[following] in _DETERMINERS and tokens.lower[following] != "at"
    return article and _is_verb(tokens.lower[following - 1]) and tokens.lower[following + 1] not in _OF_THE_COUNT


def _is_verb(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in {"kill", "kills", "hurt", "shot"}


def _after(tokens: Tokens, at: Window, high: int) -> list[_Word]:
    """The role words after a count that can have it as their subject, or whose noun it counts."""
    found = []
    cost, told = 0, False
    inserted = _insertion(tokens, at)
    for i in range(at.end, high):
        if i in inserted:
            continue
        word = tokens.lower[i]
        cost += 1
        if (word in _STOPS and not _is_listed_as(tokens, i)) or (word in _JOINTS and told):
            break
        if word in _JOINTS:
            cost += _PAST_A_JOINT
        elif _roles_of(word) and _is_meant(tokens, i) and not _is_active(tokens, i, high):
            found.append(_Word(cost + _WEAKLY * (word in _by_word("weakly")), 0, i))
        told = told or word in _AUXILIARIES
    return found


def _insertion(tokens: Tokens, at: Window) -> range:
    """What two commas set apart between a count and its verb: "five people, believed to be related, were killed"."""
    near = range(at.end, min(at.end + _REACH, at.past - 1))
    first = next((i for i in near if tokens.lower[i] in _JOINTS), at.past)
    behind = range(first + 1, min(first + _INSERTION, at.past - 1))
    last = next((i for i in behind if tokens.lower[i] == ","), at.past)
    if last == at.past or tokens.lower[first] != "," or tokens.lower[last + 1] not in _AUXILIARIES:
        return range(0)
    return range(first, last + 1)


def _is_parent(tokens: Tokens, index: int) -> bool:
    """Whether a count is that of somebody's children: "father of 5 killed"."""
    return index >= 0 and tokens.lower[index] in _PARENTS


def _is_meant(tokens: Tokens, index: int) -> bool:
    """Whether a role word after a count is affirmed; a hospital says something only of those who were taken to it."""
    if tokens.lower[index] in _HOSPITALS:
        return "to" in tokens.lower[max(0, index - 3) : index]
    return tokens.lower[index - 1] not in _NEGATIONS


def _is_listed_as(tokens: Tokens, index: int) -> bool:
    """Whether "as" names a role: "listed as missing", "confirmed as dead"."""
    return tokens.lower[index] == "as" and bool(_roles_of(tokens.lower[min(index + 1, len(tokens) - 1)]))


def _is_active(tokens: Tokens, index: int, high: int) -> bool:
    """Whether a verb after a count does something to others: "two men shot a guard", "a blast in 3 halls, killing"."""
    word = tokens.lower[index]
    if word.endswith("ing") and word not in _ADJECTIVES:
        return True
    if not _is_verb(word) or _AUXILIARIES & set(tokens.lower[max(0, index - 3) : index]):
        return False
    # The next count is the object of the verb before it: "two gunmen killed 4 people".
    return index + 1 == high < len(tokens) or (index + 1 < high and tokens.lower[index + 1] in _DETERMINERS - {"at"})


def _joined(tokens: Tokens, index: int, low: int, high: int, at: Window) -> tuple[int, int]:
    """The first and last role word of the run that "and", "or" or nothing joins to the one at `index`."""
    first = last = index
    for step in (-1, 1):
        i = index
        while low <= i + step < high and not at.start <= i + step < at.end and abs(i + step - index) < _JOINED:
            i += step
            if _roles_of(tokens.lower[i]) and tokens.lower[i] not in _by_word("weakly"):
                first, last = min(first, i), max(last, i)
            elif tokens.lower[i] not in {"or", "and", "/"} and tokens.lower[i : i + 2] != ("to", "death"):
                break
    return first, last


def _is_manner(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a run of role words says how the counted died: "shot and killed", "fatally wounded"."""
    words = tokens.lower[first : last + 1]
    return "or" not in words and ("shot" in words or "fatally" in words)
