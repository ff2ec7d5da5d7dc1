"""Sources are read in one form of their characters; mentions and claims are told as the sources write them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model import Claim, Mention, Source
from factcheck.normalized import Normalized, line_starts, normalized


def as_read(source: Source) -> Source:
    """The source with its text as it is read, which offsets of mentions and claims count in until they are told."""
    found = normalized(source.text)
    if found.text == source.text:
        return source
    return replace(
        source,
        text=found.text,
        body=found.offset_of(source.body),
        left_out=tuple((found.offset_of(start), found.offset_of(end)) for start, end in source.left_out),
        places=tuple(replace(place, start=found.offset_of(place.start)) for place in source.places),
    )


def mentions_as_written(source: Source, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Mentions of a source as read, in the source as written."""
    written = _Written.of(source)
    return tuple(map(written.mention, mentions)) if written else mentions


class ClaimsAsWritten:
    """Claims of sources as read → the same claims in the sources as written."""

    def __init__(self, sources: Iterable[Source]) -> None:
        made = ((source.id, _Written.of(source)) for source in sources)
        self._by_source: Mapping[str, _Written] = {source_id: written for source_id, written in made if written}

    def __call__(self, claim: Claim) -> Claim:
        written = self._by_source.get(claim.mention.source)
        return written.claim(claim) if written else claim


class _Written(Struct, frozen=True):
    """A source as written, how its text as read came about, and where its lines begin."""

    text: str
    read: Normalized
    lines: list[int]

    @classmethod
    def of(cls, source: Source) -> "_Written | None":
        """None where a source is read as it is written."""
        found = normalized(source.text)
        return None if found.text == source.text else cls(source.text, found, line_starts(source.text))

    def mention(self, mention: Mention) -> Mention:
        start, end = self.read.as_written(mention.start, mention.end)
        line = bisect_right(self.lines, start)
        column = start - self.lines[line - 1] + 1
        return replace(mention, start=start, end=end, line=line, column=column, text=self.text[start:end])

    def claim(self, claim: Claim) -> Claim:
        context = claim.context
        start, end = self.read.as_written(context.start, context.end)
        return replace(
            claim,
            mention=self.mention(claim.mention),
            context=replace(context, start=start, end=end, passage=self.text[start:end]),
        )
