"""Quotations and their speakers."""

from bisect import bisect_left, bisect_right

from msgspec import Struct

from factcheck.data import lexicon
from factcheck.extract.found import Found
from factcheck.extract.quote_marks import quoted_spans
from factcheck.model import Category, Name, Quote
from factcheck.tokens import Tokens

_FEW_WORDS = 4
_REACH = 24
_FAR = 120
_NEAR_VERB = 3
_PRONOUNS = frozenset({"he", "she"})
_TOLD = frozenset({"told", "tells", "telling"})
_STOPS = frozenset(".!?")


class _Scene(Struct, frozen=True):
    """What finding a speaker needs: the tokens, the persons named by their first token, and the verbs of speech."""

    tokens: Tokens
    people: tuple[tuple[int, int, str], ...]
    firsts: tuple[int, ...]
    verbs: frozenset[str]

    def only(self, speaker: str, start: int, end: int) -> bool:
        """Whether no other person is named among tokens [start, end)."""
        named = self.people[bisect_left(self.firsts, start) : bisect_left(self.firsts, end)]
        return all(key == speaker for _, _, key in named)

    def beside(self, first: int, end: int) -> str | None:
        """The person in 'Olga Brandt: "…"' and '"…" — Olga Brandt', of the quotation [first, end)."""
        words = self.tokens.words
        before = bisect_left(self.firsts, first - 2) - 1
        if first > 2 and words[first - 2] == ":" and before >= 0 and self.people[before][1] == first - 3:
            return self.people[before][2]
        after = bisect_left(self.firsts, end + 2)
        signed = words[end + 1 : end + 2] in (("—",), ("–",)) and after < len(self.firsts)
        return self.people[after][2] if signed and self.firsts[after] == end + 2 else None


def quotes(tokens: Tokens, names: tuple[Found, ...]) -> tuple[Found, ...]:
    """All quotations of the text, in order; `names` are the names found in it."""
    spans = quoted_spans(tokens)
    people = tuple(
        (tokens.index_at(n.start), tokens.index_at(n.end - 1), n.value.key)
        for n in names
        if isinstance(n.value, Name) and n.value.category is Category.PERSON
    )
    scene = _Scene(tokens, people, tuple(first for first, _, _ in people), frozenset(lexicon("speech-verbs")))
    found = []
    speaker: str | None = None
    said = False
    before = 0
    for first, end in spans:
        own, attributed = _speaker(scene, before, first, end)
        if own is None and speaker is not None and _goes_on(scene, speaker, before, first, end, said, attributed):
            own = speaker
        before = end
        said = attributed or own is not None
        if not attributed and _few(tokens, first, end):
            continue
        speaker = own or speaker
        start, stop = tokens.starts[first], tokens.ends[end - 1]
        found.append(Found(start, stop, Quote(" ".join(tokens.text[start:stop].split()), own)))
    return tuple(found)


def _goes_on(scene: _Scene, speaker: str, before: int, first: int, end: int, said: bool, attributed: bool) -> bool:
    """Whether a quotation is of the speaker of the one that ended at token `before`.

    In one paragraph '"…," she said. "…"' goes on; "he said" also reaches over paragraphs that name nobody else.
    """
    tokens = scene.tokens
    if "\n\n" not in tokens.text[tokens.starts[before] : tokens.starts[first]]:
        one_clause = tokens.sentence_at(max(before, first - 2))[0] <= before + 1 and first - before <= _REACH
        return (said and one_clause) or (attributed and scene.only(speaker, before, first))
    if not attributed or first - before > _FAR:
        return False
    after = tokens.lower[end + 1 : _clause_after(tokens, end)]
    return not _PRONOUNS.isdisjoint(after[:_NEAR_VERB]) and scene.only(speaker, before, end + len(after))


def _few(tokens: Tokens, first: int, end: int) -> bool:
    return sum(w[0].isalnum() for w in tokens.words[first:end]) < _FEW_WORDS


def _speaker(scene: _Scene, before: int, first: int, end: int) -> tuple[str | None, bool]:
    """The person beside a verb of speech next to the quotation, and whether there is such a verb."""
    after = _clause_after(scene.tokens, end)
    verb = _verb(scene, end + 1, after)
    if verb >= 0:
        return _nearest(scene, verb, end + 1, after), True
    start = _clause_before(scene.tokens, before, first)
    verb = _verb(scene, start, first - 1)
    if verb >= 0:
        return _nearest(scene, verb, start, first - 1), True
    beside = scene.beside(first, end)
    return beside, beside is not None


def _clause_after(tokens: Tokens, end: int) -> int:
    """Where the words that go with the quotation on its right end: the sentence, or the next quotation."""
    stop = min(len(tokens), end + 1 + _REACH)
    if end and tokens.words[end - 1] in _STOPS and end + 1 < len(tokens) and not tokens.words[end + 1][0].islower():
        # "…" He said: after a full stop inside the marks a new sentence may begin, which belongs to the next quotation.
        stop = min(stop, end + 1 + _REACH // 3)
    for index in range(end + 1, stop):
        word = tokens.words[index]
        ends = word in _STOPS and (index + 1 >= len(tokens) or tokens.sentence_at(index + 1)[0] == index + 1)
        if ends or word in '"“”«»:' or "\n\n" in tokens.text[tokens.ends[index - 1] : tokens.starts[index]]:
            return index
    return stop


def _clause_before(tokens: Tokens, before: int, first: int) -> int:
    start = max(before, first - 1 - _REACH, 0)
    for index in range(first - 2, start - 1, -1):
        if tokens.words[index] in _STOPS and tokens.sentence_at(index + 1)[0] == index + 1:
            return index + 1
    return start


def _verb(scene: _Scene, start: int, end: int) -> int:
    """The first verb of speech among tokens [start, end); "so-called" is none."""
    words, lower = scene.tokens.words, scene.tokens.lower
    return next((i for i in range(start, end) if lower[i] in scene.verbs and words[i - 1] != "-"), -1)


def _nearest(scene: _Scene, verb: int, start: int, end: int) -> str | None:
    """The key of the person who stands nearest to the verb among tokens [start, end); whom one tells does not speak."""
    if scene.tokens.lower[verb] in _TOLD:
        end = verb
    low, high = bisect_left(scene.firsts, start), bisect_right(scene.firsts, end - 1)
    near = [(min(abs(verb - last), abs(first - verb)), first, key) for first, last, key in scene.people[low:high]]
    return min(near)[2] if near else None
