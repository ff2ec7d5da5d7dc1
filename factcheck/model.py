"""Every value that passes between the stages; imports nothing of ours.

All values are immutable. Offsets are Unicode code points in a source's decoded text, half open.
"""

import datetime
import math
from bisect import bisect_right
from enum import StrEnum

from msgspec import Struct

Number = int | float


class Kind(StrEnum):
    """What a mention carries."""

    QUANTITY = "quantity"
    DATE = "date"
    DURATION = "duration"
    NAME = "name"
    TITLE = "title"
    QUOTE = "quote"


class Hedge(StrEnum):
    """How the words bound a stated number."""

    EXACT = "="
    ABOUT = "~"
    OVER = ">"
    AT_LEAST = ">="
    UNDER = "<"
    AT_MOST = "<="


class Trend(StrEnum):
    """A change, not a level: "rose 5 %", "cut by 300"."""

    UP = "up"
    DOWN = "down"


class Category(StrEnum):
    """What a name names."""

    PERSON = "PER"
    ORGANISATION = "ORG"
    PLACE = "LOC"


class Sameness(StrEnum):
    """Whether two names are names of one person, organisation or place."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class TimexType(StrEnum):
    """The four types of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexModifier(StrEnum):
    """The TIMEX3 `mod` attribute, as far as we use it."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"


class AnchoredBy(StrEnum):
    """What a relative date was counted from."""

    PUBLICATION = "publication"  # the day the source was published
    MENTION = "mention"  # the date last mentioned before it
    NARRATIVE = "narrative"  # the same, in a document that tells history: there it anchors bare months and days too


class Factuality(StrEnum):
    """How the source presents what it states."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    PROMISED = "promised"
    POSSIBLE = "possible"
    DENIED = "denied"


class Polarity(StrEnum):
    """Whether the statement is affirmed or negated."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Verdict(StrEnum):
    """How two claims about the same fact stand to each other, mildest first."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    UPDATE = "update"
    CONFLICT = "conflict"


VERDICTS_BY_SEVERITY = (Verdict.AGREE, Verdict.COMPATIBLE, Verdict.UPDATE, Verdict.CONFLICT)


class Severity(StrEnum):
    """How much a conflict under a rule matters, mildest first."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Place(Struct, frozen=True, gc=False):
    """Where extracted text stood in its file, from the offset `start` up to the next place: page or block, from 1."""

    start: int
    page: int | None = None
    block: int | None = None


class Source(Struct, frozen=True):
    """One document with its metadata.

    `text` is the whole decoded text; `body` is the offset at which prose begins (after front matter), `left_out` are
    stretches of it, [from, past) in order, that are no prose: what is mentioned there makes no claims. `published_from`
    names where `published` was found. `note` tells what reading had to assume. `places`, in order, tell of extracted
    text where it stood in the file.
    """

    id: str
    path: str
    text: str
    sha256: str
    body: int = 0
    title: str | None = None
    publisher: str | None = None
    published: datetime.date | None = None
    published_from: str | None = None
    note: str | None = None
    left_out: tuple[tuple[int, int], ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def words(self) -> int:
        """Number of white-space separated words in the body."""
        return len(self.text[self.body :].split())

    def place(self, offset: int) -> Place | None:
        """Where the text at an offset stood in the file; None where the text is the file's own."""
        after = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[after - 1] if after else None


class Skipped(Struct, frozen=True):
    """A source that was not read, and why; `failed` if it should have been."""

    path: str
    reason: str
    failed: bool = False


class Interval(Struct, frozen=True, gc=False):
    """A closed interval; None is unbounded."""

    low: Number | None
    high: Number | None


class Quantity(Struct, frozen=True, gc=False, tag="quantity"):
    """A number with what the words around it say of it.

    `low` and `high` are as stated, in the stated unit; `interval` is what hedge and rounding allow, in the same unit.
    `unit` is a unit of measure in quantulum3's names, `dimension` its dimension there ("length", "currency", …).
    `counted` is the counted head noun in the singular, `modifiers` the words between number and head noun, lower case.
    `vague` marks words that stand for a range: thousands, dozens, several.
    """

    low: Number
    high: Number
    interval: Interval
    hedge: Hedge = Hedge.EXACT
    trend: Trend | None = None
    unit: str | None = None
    dimension: str | None = None
    counted: str | None = None
    modifiers: tuple[str, ...] = ()
    vague: bool = False


class Duration(Struct, frozen=True, gc=False, tag="duration"):
    """A length of time. `low`, `high` and `interval` count `unit` (day, month, year, …); a SET has none of them."""

    timex_value: str
    timex_type: TimexType = TimexType.DURATION
    low: Number | None = None
    high: Number | None = None
    interval: Interval | None = None
    hedge: Hedge = Hedge.EXACT
    unit: str | None = None
    vague: bool = False


class Date(Struct, frozen=True, gc=False, tag="date"):
    """A point or stretch of calendar time.

    `first` and `last` are the days that the words allow, both None while an anchor is missing.
    `weekday` is the weekday that the words state (Monday is 0), `clock` the minutes since midnight [from, to].
    `modifier` is the TIMEX3 mod. `anchor` is the TIMEX3 value of the date that a relative one was counted from and
    `anchored_by` what that date is; both None where the words state the date in full or nothing anchors it.
    """

    timex_value: str
    timex_type: TimexType = TimexType.DATE
    first: datetime.date | None = None
    last: datetime.date | None = None
    weekday: int | None = None
    clock: tuple[int, int] | None = None
    modifier: TimexModifier | None = None
    anchor: str | None = None
    anchored_by: AnchoredBy | None = None

    @property
    def month_and_day(self) -> tuple[int, int] | None:
        """The month and the day of it, both counted from 1, where the words leave nothing but the year open."""
        year, _, rest = self.timex_value.partition("-")
        month, _, day = rest[: len("MM-DD")].partition("-")
        return (int(month), int(day)) if year == "XXXX" and month.isdecimal() and day.isdecimal() else None


class Name(Struct, frozen=True, gc=False, tag="name"):
    """A name. `key` is the canonical form that all variants within one document share (its longest form)."""

    category: Category
    key: str


class NameComparison(Struct, frozen=True):
    """What two names say of each other. `similarity` runs from 0 to 1 and ranks pairs; it decides nothing by itself.

    `reason` is a fixed code: equal, part, initials, variant, romanisation, alias, acronym, spelling, order, generation,
    form-of-address, direction, number, inflection, other, empty.
    """

    sameness: Sameness
    reason: str
    similarity: float


class Title(Struct, frozen=True, gc=False, tag="title"):
    """An office or role; `of` is the key of the person who holds it, None where the text does not say.

    `former` marks one given up before the events of the text, `then` one held at the time of the events told.
    """

    of: str | None
    former: bool = False
    then: bool = False


class Quote(Struct, frozen=True, gc=False, tag="quote"):
    """Quoted words; `speaker` is the key of the person, or the words, to whom they are ascribed."""

    words: str
    speaker: str | None = None


Value = Quantity | Duration | Date | Name | Title | Quote

_KINDS: dict[type, Kind] = {
    Quantity: Kind.QUANTITY,
    Duration: Kind.DURATION,
    Date: Kind.DATE,
    Name: Kind.NAME,
    Title: Kind.TITLE,
    Quote: Kind.QUOTE,
}


class Mention(Struct, frozen=True, gc=False):
    """A span of a source that carries a value. `text` is `source.text[start:end]`; line and column count from 1.

    `page` or `block` is its place in a file whose text was extracted.
    """

    id: str
    source: str
    start: int
    end: int
    line: int
    column: int
    text: str
    value: Value
    page: int | None = None
    block: int | None = None

    @property
    def kind(self) -> Kind:
        """The kind of the value."""
        return _KINDS[type(self.value)]


class Scope(Struct, frozen=True):
    """What part of the world a claim covers: its place, and the cues that it is a part, an addition, a rate, …"""

    place: str | None = None
    cues: tuple[str, ...] = ()


class Context(Struct, frozen=True):
    """What alignment compares besides the value: the words around the mention.

    `stems` are (folded content word, signed distance in tokens), in text order; `names` the keys of the names in the
    sentence and `person` the person nearest to the mention; `passage` is source.text[start:end], the sentence or, of a
    very long one, the part around the mention.
    """

    start: int
    end: int
    passage: str
    stems: tuple[tuple[str, int], ...] = ()
    names: tuple[str, ...] = ()
    person: str | None = None

    def words(self, reach: float = math.inf) -> set[str]:
        """The folded content words that stand at most `reach` tokens from the mention."""
        return {word for word, distance in self.stems if abs(distance) <= reach}


_PRONOUNS = frozenset(("he", "i", "it", "she", "they", "we", "you"))


class Claim(Struct, frozen=True):
    """A mention bound to what it is about.

    `event` is the folded verb or noun for what happened, `head` the folded head noun of what is counted or measured,
    `roles` what happened to those counted (killed, injured, arrested, …), `as_of` the first and last day that the claim
    speaks of, `as_of_clock` the minutes since midnight [from, to] on them where a time of day is named, and `published`
    the day that its source came out, a weak sign of that. `leads` marks a date that states the first day its source
    names, mostly that of what it reports.
    """

    mention: Mention
    subject: str
    context: Context
    head: str | None = None
    event: str | None = None
    scope: Scope = Scope()
    roles: tuple[str, ...] = ()
    as_of: tuple[datetime.date, datetime.date] | None = None
    as_of_clock: tuple[int, int] | None = None
    published: datetime.date | None = None
    attribution: str | None = None
    factuality: Factuality = Factuality.ASSERTED
    polarity: Polarity = Polarity.POSITIVE
    leads: bool = False

    @property
    def id(self) -> str:
        """The claim's id, which is its mention's."""
        return self.mention.id

    @property
    def said_by(self) -> str | None:
        """The attribution, unless it is a pronoun: "according to she" tells nobody who it was."""
        return None if self.attribution is None or self.attribution.lower() in _PRONOUNS else self.attribution


class Evidence(Struct, frozen=True, gc=False):
    """One rung of a comparison ladder: the attribute compared, the level it reached, the match weight that level adds.

    Weights are base-2 logarithms of likelihood ratios (Fellegi and Sunter 1969), so +1 doubles the odds of "same fact".
    A veto has a weight of minus infinity.
    """

    attribute: str
    level: str
    weight: float
    note: str = ""


class Grounds(Struct, frozen=True):
    """Why two claims were taken to be about one fact: the ladder, its sum and the threshold that it had to reach."""

    evidence: tuple[Evidence, ...]
    weight: float
    threshold: float


class Comparison(Struct, frozen=True):
    """The verdict on two claims about the same fact. `reason` is a fixed code, `witness` the arithmetic in one line.

    `grounds` are None where calendar or arithmetic compares claims whose words say that they are of one thing.
    """

    a: str
    b: str
    verdict: Verdict
    reason: str
    witness: str
    rule: str
    confidence: float
    grounds: Grounds | None = None


class Standing(Struct, frozen=True):
    """The claims of a finding that agree with each other, and their sources; `text` is how most of them put it.

    `claims` begins with the one that shows best how the finding came about. `independent` counts the sources, copies of
    one text as one. `outlier` marks a single such voice that conflicts with several that agree with each other; which
    of them is right, nobody can say from that.
    """

    text: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    independent: int
    outlier: bool = False


class Choice(StrEnum):
    """What a person decided about a finding."""

    ACCEPT = "accept"  # the difference may stand
    PREFER = "prefer"  # what one source says holds
    NOT_COMPARABLE = "not-comparable"  # the passages are not about the same fact


class JudgedClaim(Struct, frozen=True):
    """What a person looked at: the words of a claim, what it is about, and its source as seen from the project's root.

    It holds no place, so that edits elsewhere in the source leave it as it is.
    """

    source: str
    subject: str
    text: str


class Decision(Struct, frozen=True):
    """A person's recorded judgement of the claims that a finding holds against each other.

    `finding` is the finding's id when it was judged, `prefer` the source that a PREFER prefers, `expires` the last day
    on which the decision applies, None if it always does.
    """

    finding: str
    choice: Choice
    because: str
    judged: tuple[JudgedClaim, ...]
    prefer: str | None = None
    expires: datetime.date | None = None


class DecisionStatus(StrEnum):
    """Whether a decision still covers the finding it stands at."""

    APPLIES = "applies"
    EXPIRED = "expired"
    STALE = "stale"  # a judged value has changed, or one that nobody judged has come


class Ruling(Struct, frozen=True):
    """A decision as it stands to one finding; `changes` say, one a line, what it no longer covers."""

    decision: Decision
    status: DecisionStatus
    changes: tuple[str, ...] = ()


class Measured(Struct, frozen=True):
    """The figures of the claim with that id in the unit of a scale: as stated, and as its words allow."""

    claim: str
    stated: Interval
    allowed: Interval


class Scale(Struct, frozen=True):
    """The figures of several claims in one `unit`."""

    unit: str
    figures: tuple[Measured, ...]


class Finding(Struct, frozen=True):
    """One fact: the claims about it and how they stand to each other; its verdict is the severest comparison's.

    `standings` tell who stands with whom, what most sources give first. `independent` counts its sources, copies of one
    text as one. `ruling` is what a person decided about it; `known` marks what the baseline, an earlier report, already
    had. `scale` holds the figures in one unit where its claims use several that convert into each other.
    """

    id: str
    rule: str
    verdict: Verdict
    severity: Severity
    confidence: float
    message: str
    subject: str
    claims: tuple[str, ...]
    comparisons: tuple[Comparison, ...]
    standings: tuple[Standing, ...]
    independent: int
    ruling: Ruling | None = None
    known: bool = False
    scale: Scale | None = None

    @property
    def decided(self) -> bool:
        """Whether a decision covers it."""
        return self.ruling is not None and self.ruling.status is DecisionStatus.APPLIES

    @property
    def open(self) -> bool:
        """Whether it is still to be looked at: neither decided nor known."""
        return not self.decided and not self.known

    @property
    def contested(self) -> tuple[Comparison, ...]:
        """The comparisons that give it its verdict: what a decision has to cover."""
        return tuple(c for c in self.comparisons if c.verdict is self.verdict)

    def fails(self, mildest: Severity | None) -> bool:
        """Whether it is an open conflict that is at least that severe; None is severer than all."""
        if mildest is None or not self.open or self.verdict is not Verdict.CONFLICT:
            return False
        mildest_first = list(Severity)
        return mildest_first.index(self.severity) >= mildest_first.index(mildest)


class Summary(Struct, frozen=True):
    """Counts over a report. `coverage` is claims per mention: what share of the mentions could be compared at all.

    `independent` counts the sources, copies of one text as one.
    """

    sources: int
    mentions: int
    claims: int
    findings: dict[str, int]
    coverage: float
    independent: int


class Report(Struct, frozen=True):
    """All that an audit found; sources, claims and findings are sorted, and nothing depends on order or clock.

    `doubtful` are differences between claims that are less likely than not about one fact; they count nowhere.
    `rules` is the hash of the rules that were reported, `judged_by` all rules under which the claims were compared.
    """

    version: str
    rules: str
    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    summary: Summary
    doubtful: tuple[Finding, ...] = ()
    judged_by: tuple["Rule", ...] = ()


class Rival(Struct, frozen=True):
    """Another claim that could be paired with one side of a pair, in place of the other side.

    `beside` is the id of that one side; `weight` sums what speaks for and against the two before rivals are weighed.
    """

    beside: str
    claim: Claim
    weight: float


class Explanation(Struct, frozen=True):
    """Why two claims were compared, or were not: the ladder, the sum against the threshold, and the verdict if any.

    `rivals` come with the greatest weight first; `unranked` is the sum of the pair itself that theirs compare with,
    None where claims of their kind have no rivals.
    """

    a: Claim
    b: Claim
    evidence: tuple[Evidence, ...]
    weight: float
    threshold: float
    paired: bool
    outcome: str
    comparison: Comparison | None = None
    unranked: float | None = None
    rivals: tuple[Rival, ...] = ()


class Measure(StrEnum):
    """What a rule judges: the general classes of claims, and what calendar and arithmetic say of claims of one source.

    SPAN is a duration with its two ends, ANNIVERSARY and SINCE a number of years with the date they are counted from,
    BIRTH an age with the date of birth. TOTAL is a count with the counts of its parts, of one source or of two, SHARE
    a percentage with the two counts it is made of, CHANGE one with the figures before and after it, REPEATED a count
    that one source gives twice.
    """

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    PERCENT = "percent"
    AGE = "age"
    DATE = "date"
    WEEKDAY = "weekday"
    DURATION = "duration"
    NAME = "name"
    TITLE = "title"
    QUOTATION = "quotation"
    SPAN = "span"
    ANNIVERSARY = "anniversary"
    SINCE = "since"
    BIRTH = "birth"
    TOTAL = "total"
    SHARE = "share"
    CHANGE = "change"
    REPEATED = "repeated"


class Change(StrEnum):
    """How a measure may change with time; decides whether later differing figures are updates."""

    NEVER = "never"
    RISES = "rises"
    FALLS = "falls"
    FREELY = "freely"


class Case(Struct, frozen=True):
    """A rule's own test: two sentences from two sources and the verdict expected of them, None for "not compared".

    Without `b` it is of one source alone.
    """

    a: str
    b: str | None
    verdict: Verdict | None
    line: int
    todo: bool = False
    published_a: datetime.date | None = None
    published_b: datetime.date | None = None


class Rule(Struct, frozen=True):
    """How claims of one measure are judged. Every word list holds words, not patterns.

    `counted` are head nouns (singular) that the rule takes for the same thing; `about` words of which one must stand in
    each claim's sentence; `tolerance` the relative difference that still agrees; `weight` what the topic adds to the
    log2 odds that two claims of one actor are about the same fact; `conflict` how the message of a conflict begins, in
    place of "Sources conflict on …". A rule with `counted` or `about` is a topic rule and goes before a general one.
    """

    id: str
    title: str
    description: str
    measure: Measure
    severity: Severity
    counted: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    tolerance: float = 0.0
    weight: float = 0.0
    changes: Change = Change.FREELY
    conflict: str = ""
    cases: tuple[Case, ...] = ()
    path: str = ""

    @property
    def specificity(self) -> int:
        """How narrow the rule is: the most specific rule that matches judges a pair."""
        return 2 * bool(self.counted) + bool(self.about)
