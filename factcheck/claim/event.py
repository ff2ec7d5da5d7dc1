"""Which event a date is the date of: the verb or event noun that it hangs on, found without a parser.

A date after its verb belongs to the verb before it ("was signed on 4 May"), a date that opens a clause to the verb
after it ("On 4 May the two sides signed"), and a date before a noun to that noun ("the 4 May vote").
"""

from functools import cache

from factcheck.claim.fold import fold, stem, verb_of
from factcheck.claim.window import Window
from factcheck.data import lexicon_classes
from factcheck.tokens import Tokens

_REACH = 16
# In tokens: what it costs to look past a comma, past a word that begins another clause, and on the unlikely side.
_PAST_A_COMMA, _PAST_A_CLAUSE, _WRONG_SIDE = 2, 6, 5
# A noun right after a date, or one adjective further, is what is dated.
_PREMODIFIER = 2
_COMMAS = frozenset({",", "(", ")", "–", "—", "-", '"', "“", "”"})
_SAYINGS = frozenset({"said", "says", "told", "added", "explained", "reporters", "statement"})
_DAY_PREPOSITIONS = frozenset({"on", "early", "late", "in", "the"})
_POSSESSIVES = frozenset({"'s", "’s"})
_STOPS = frozenset({";", ":"})
_CLAUSES = frozenset(
    {"and", "but", "which", "who", "whom", "that", "when", "where", "while", "after", "before", "as", "since", "until"}
)
_BEFORE_INFINITIVE = frozenset(
    {"to", "will", "would", "shall", "should", "may", "might", "must", "can", "could", "did"}
)
_PREPOSITIONS = frozenset({"on", "in", "at", "by", "from", "since", "until", "during", "of", "the", "about", "around"})


def event_of(tokens: Tokens, at: Window) -> int | None:
    """The index of the token that names the event of a date, None where the sentence has none near it."""
    fronted = _is_fronted(tokens, at)
    found = [
        *_candidates(tokens, range(at.start - 1, max(at.first, at.start - _REACH) - 1, -1), _WRONG_SIDE * fronted),
        *_candidates(tokens, range(at.end, min(at.past, at.end + _REACH)), _after(tokens, at, fronted=fronted)),
    ]
    return min(found)[1] if found else None


def dates_a_saying(tokens: Tokens, at: Window) -> bool:
    """Whether a date says when somebody spoke: "officials said Monday", but not "officials said Monday's fire"."""
    if at.end < at.past and tokens.lower[at.end] in _POSSESSIVES:
        return False
    i = at.start - 1
    while i >= at.first and tokens.lower[i] in _DAY_PREPOSITIONS:
        i -= 1
    return i >= at.first and tokens.lower[i] in _SAYINGS


def event_key(tokens: Tokens, index: int) -> str:
    """What stands for an event: its folded word, or its stem where the word is too common to be folded ("made")."""
    return fold(tokens.lower[index]) or stem(tokens.lower[index])


def _is_fronted(tokens: Tokens, at: Window) -> bool:
    """Whether a date opens its clause, prepositions and articles aside."""
    i = at.start - 1
    while i >= at.first and tokens.lower[i] in _PREPOSITIONS:
        i -= 1
    return i < at.first or tokens.lower[i] in _STOPS or tokens.lower[i] in _CLAUSES or not tokens.words[i][0].isalnum()


def _after(tokens: Tokens, at: Window, *, fronted: bool) -> int:
    near = range(at.end, min(at.past, at.end + _PREMODIFIER))
    dates_a_noun = any(tokens.lower[i] in _words("noun") for i in near)
    return 0 if fronted or dates_a_noun else _WRONG_SIDE


def _candidates(tokens: Tokens, order: range, cost: int) -> list[tuple[int, int]]:
    """(cost, index) of the event words met walking away from the date."""
    found = []
    for index in order:
        word = tokens.lower[index]
        cost += 1
        if word in _STOPS or word in _CLAUSES:
            cost += _PAST_A_CLAUSE
        elif word in _COMMAS:
            cost += _PAST_A_COMMA
        elif _names_event(word) or _is_infinitive(tokens, index):
            found.append((cost, index))
    return found


def _names_event(word: str) -> bool:
    if word in _words("reporting") or word in _words("adjective"):
        return False
    if word in _words("noun") or word in _words("participle") or verb_of(word) != word:
        return True
    return word.endswith("ed") and len(word) > len("shed")


def _is_infinitive(tokens: Tokens, index: int) -> bool:
    """Whether a word follows "to" or a modal, as the verb of a plan does: "is to leave", "will open"."""
    return index > 0 and tokens.lower[index - 1] in _BEFORE_INFINITIVE and fold(tokens.lower[index]) is not None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon_classes("event-words")[name])
