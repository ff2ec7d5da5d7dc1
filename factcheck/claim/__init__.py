"""Binds mentions to what they are about: subject, scope, as-of time, attribution, factuality, polarity."""

from bisect import bisect_left, bisect_right

from factcheck.claim.antecedent import with_antecedents
from factcheck.claim.as_of import DATED, as_of, heading_as_of
from factcheck.claim.cues import cues
from factcheck.claim.event import dates_a_saying, event_key, event_of
from factcheck.claim.fold import fold
from factcheck.claim.furniture import is_furniture
from factcheck.claim.lead import with_leads
from factcheck.claim.roles import Role, role_of
from factcheck.claim.scope import SAYING, SHARES, scope_cues
from factcheck.claim.window import Window, stems, window
from factcheck.model import (
    Category,
    Claim,
    Context,
    Date,
    Duration,
    Factuality,
    Mention,
    Name,
    Polarity,
    Quantity,
    Quote,
    Scope,
    Source,
    Title,
)
from factcheck.tokens import Tokens

__all__ = ["bind"]

_PASSAGE_REACH = 300
_FACTUALITY_REACH = 10
_CLAUSES = frozenset({"and", "but", "when", "where", "while", ";"})
_RELATIVES = frozenset({"that", "which", "who"})
# In tokens: how near behind a figure a relative clause has to begin to be about what the figure counts.
_OF_THE_FIGURE = 3
# Counted beside the dead and the charged, but themselves neither.
_UNAFFECTED = frozenset({"time", "count", "block", "shot", "round", "bullet", "mile", "room"})
_NEGATION_REACH = 3
_NEGATIONS = frozenset({"no", "not", "never", "without", "neither", "nor"})
# In characters: how near to a verb of saying the name of the speaker stands.
_BEFORE_SAID, _AFTER_SAID = range(25), range(4)
# "According to how well it went": nobody says so.
_NOBODY = frozenset({"how", "whether", "what", "where", "when", "which"})
_SAYS = frozenset({"said", "says", "told"})
_SPEECH = _SAYS | frozenset({"stated", "reported", "announced", "confirmed", "estimated", "estimates"})
_FACTUALITY = {
    "estimated": Factuality.REPORTED,
    "denied": Factuality.DENIED,
    "promised": Factuality.PROMISED,
    "planned": Factuality.PLANNED,
    "possible": Factuality.POSSIBLE,
    "reported": Factuality.REPORTED,
}


def bind(source: Source, tokens: Tokens, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """The claims that a source's mentions make, in their order; what is left out and unresolved dates make none."""
    stated = _in_prose(source, mentions)
    index = _Index(source, tokens, stated)
    claims = []
    for mention in stated:
        at = window(tokens, mention)
        if not is_furniture(tokens, mention, at) and _says_something(mention):
            claims.append(_claim(source, tokens, mention, at, index))
    return with_leads(with_antecedents(tokens, claims))


def _in_prose(source: Source, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions that touch nothing of what is left out of a source."""
    if not source.left_out:
        return mentions
    ends = [past for _, past in source.left_out]
    starts = [*(start for start, _ in source.left_out), len(source.text)]
    return tuple(m for m in mentions if m.end <= starts[bisect_right(ends, m.start)])


class _Index:
    """A source's mentions by kind, in order of their places, for look-ups of neighbours; the time its heading gives."""

    def __init__(self, source: Source, tokens: Tokens, mentions: tuple[Mention, ...]) -> None:
        self.numbers = tuple(m for m in mentions if isinstance(m.value, Quantity | Duration))
        self.dates = tuple(m for m in mentions if isinstance(m.value, Date) and (m.value.first or m.value.clock))
        self.names = tuple(m for m in mentions if isinstance(m.value, Name))
        self.heading = heading_as_of(source, tokens, self.dates)

    @staticmethod
    def within(mentions: tuple[Mention, ...], start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in [start, end)."""
        low = bisect_left(mentions, start, key=lambda m: m.start)
        return mentions[low : bisect_left(mentions, end, lo=low, key=lambda m: m.start)]


def _says_something(mention: Mention) -> bool:
    value = mention.value
    if isinstance(value, Date):
        return value.first is not None or value.clock is not None or value.month_and_day is not None
    if isinstance(value, Title):
        return value.of is not None
    return not isinstance(value, Duration) or value.low is not None


def _claim(source: Source, tokens: Tokens, mention: Mention, at: Window, index: _Index) -> Claim:
    start, end = tokens.starts[at.first], tokens.ends[at.past - 1]
    names = index.within(index.names, start, end)
    role = _role(tokens, mention, at, index.within(index.numbers, start, end))
    event = event_of(tokens, at) if isinstance(mention.value, Date | Quantity | Duration) else None
    found = scope_cues(tokens, mention, at, role)
    if isinstance(mention.value, Date) and dates_a_saying(tokens, at):
        found = (*found, SAYING)
    dates = index.within(index.dates, start, end)
    time = None if isinstance(mention.value, Date) else as_of(source, tokens, at, dates, found, index.heading)
    scope = Scope(_place(mention, names), tuple(sorted({*found, DATED})) if time and time.dated else found)
    context = _context(source, tokens, mention, at, names)
    return Claim(
        mention=mention,
        subject=_subject(tokens, mention, at, context, event),
        context=context,
        head=_head(mention),
        event=None if event is None else event_key(tokens, event),
        scope=scope,
        roles=() if role is None else role.names,
        as_of=time.days if time else None,
        as_of_clock=time.clock if time else None,
        published=source.published,
        attribution=_attribution(tokens, at, names),
        factuality=_factuality(tokens, at),
        polarity=_polarity(tokens, at),
    )


def _context(source: Source, tokens: Tokens, mention: Mention, at: Window, names: tuple[Mention, ...]) -> Context:
    start = max(tokens.starts[at.first], mention.start - _PASSAGE_REACH)
    end = min(tokens.ends[at.past - 1], mention.end + _PASSAGE_REACH)
    others = [n for n in names if n.start != mention.start and isinstance(n.value, Name)]
    people = [n for n in others if _category(n) is Category.PERSON]
    person = min(people, key=lambda n: (_gap(mention, n), n.start), default=None)
    return Context(
        start=start,
        end=end,
        passage=source.text[start:end],
        stems=stems(tokens, at),
        names=tuple(dict.fromkeys(_key(n) for n in others)),
        person=_key(person) if person else None,
    )


def _gap(a: Mention, b: Mention) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _key(name: Mention) -> str:
    return name.value.key if isinstance(name.value, Name) else name.text


def _category(name: Mention) -> Category | None:
    return name.value.category if isinstance(name.value, Name) else None


def _head(mention: Mention) -> str | None:
    value = mention.value
    if isinstance(value, Quantity) and value.counted:
        return fold(value.counted.lower().split()[-1])
    return None


def _subject(tokens: Tokens, mention: Mention, at: Window, context: Context, event: int | None) -> str:
    """What a reader would call the claim's subject, in the source's words."""
    value = mention.value
    if isinstance(value, Quantity) and value.counted:
        return " ".join((*value.modifiers, value.counted))
    if isinstance(value, Name):
        return value.key
    if isinstance(value, Title):
        return value.of or mention.text
    if isinstance(value, Quote):
        return value.speaker or "quotation"
    if isinstance(value, Quantity) and value.dimension == "age" and context.person:
        return context.person
    middle = event if event is not None else at.start
    near = sorted((abs(middle - i), i) for i in range(at.first, at.past) if _is_content(tokens, at, i))[:3]
    return " ".join(tokens.words[i] for _, i in sorted(near, key=lambda pair: pair[1])) or mention.text


def _is_content(tokens: Tokens, at: Window, index: int) -> bool:
    return not at.start <= index < at.end and fold(tokens.lower[index]) is not None


def _place(mention: Mention, names: tuple[Mention, ...]) -> str | None:
    places = [n for n in names if n.start != mention.start and _category(n) is Category.PLACE]
    nearest = min(places, key=lambda n: (_gap(mention, n), n.start), default=None)
    return _key(nearest) if nearest else None


def _role(tokens: Tokens, mention: Mention, at: Window, numbers: tuple[Mention, ...]) -> Role | None:
    """What happened to those counted; an age, a sum or a measure is of somebody or something else."""
    value = mention.value
    counts = isinstance(value, Quantity) and (value.unit is None or value.unit in SHARES)
    if not counts or (isinstance(value, Quantity) and value.counted in _UNAFFECTED):
        return None
    return role_of(tokens, at, numbers)


def _factuality(tokens: Tokens, at: Window) -> Factuality:
    low, high = max(at.first, at.start - _FACTUALITY_REACH), _clause_end(tokens, at)
    # "May" is a month, a name or the first word of a wish; only "may" says that something is possible.
    words = tuple("" if tokens.words[i] == "May" else tokens.lower[i] for i in range(low, high))
    found = {cue for cue, _ in cues("factuality", words)}
    return next((meaning for cue, meaning in _FACTUALITY.items() if cue in found), Factuality.ASSERTED)


def _clause_end(tokens: Tokens, at: Window) -> int:
    """Where the clause of a figure ends, as far as cues reach; a relative clause right behind it is about it."""
    high = min(at.past, at.end + _FACTUALITY_REACH)
    for i in range(at.end, high):
        if tokens.lower[i] in _CLAUSES or (tokens.lower[i] in _RELATIVES and i - at.end >= _OF_THE_FIGURE):
            return i
    return high


def _polarity(tokens: Tokens, at: Window) -> Polarity:
    before = tokens.lower[max(at.first, at.start - _NEGATION_REACH) : at.start]
    negated = any(w in _NEGATIONS or w.endswith(("n't", "n’t")) for w in before)
    return Polarity.NEGATIVE if negated else Polarity.POSITIVE


def _attribution(tokens: Tokens, at: Window, names: tuple[Mention, ...]) -> str | None:
    """Who says so: the words after "according to", else the name or the noun beside a verb of saying."""
    for i in range(at.first, at.past):
        if tokens.lower[i] == "according" and i + 2 < at.past and tokens.lower[i + 2] not in _NOBODY:
            return _until_comma(tokens, i + 2, at.past)
        if tokens.lower[i] in _SPEECH and i > at.first:
            speaker = _speaker(tokens, i, names)
            if speaker:
                return speaker
    return None


def _speaker(tokens: Tokens, verb: int, names: tuple[Mention, ...]) -> str | None:
    before, after = tokens.starts[verb], tokens.ends[verb]
    for name in names:
        owns = tokens.text.startswith(("'s", "’s"), name.end)
        if not owns and (before - name.end in _BEFORE_SAID or name.start - after in _AFTER_SAID):
            return _key(name)
    noun = tokens.lower[verb - 1]
    return noun if tokens.lower[verb] in _SAYS and fold(noun) else None


def _until_comma(tokens: Tokens, first: int, past: int) -> str:
    end = first
    while end < past and end < first + 8 and tokens.words[end] not in {",", ".", ";", ":"}:
        end += 1
    return " ".join(tokens.text[tokens.starts[first] : tokens.ends[max(end - 1, first)]].split())
