"""What sources state: found in this process, in several, or, in a large source, in one with bounds on time and memory.

`python -m factcheck.extraction` is the process for large sources.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

import msgspec
from msgspec import Struct

from factcheck.claim import bind
from factcheck.errors import FactcheckError
from factcheck.extract import extract
from factcheck.extract.as_written import as_read, mentions_as_written
from factcheck.isolation import IsolatedProcess, Loss, serve
from factcheck.model import Claim, Mention, Source
from factcheck.read import Limits
from factcheck.tokens import tokenize

Progress = Callable[[Source], None]
# The number of a source's mentions, and the claims they make, with offsets in the source as read.
Extracted = tuple[int, tuple[Claim, ...]]

_Found = TypeVar("_Found")

# Starting a process costs as much as reading some thirty news articles.
_SOURCES_A_PROCESS = 30
# In characters: a shorter source takes a second or two, whatever it holds.
_LARGE = 200_000
_MEGABYTE = 1_000_000
_DONE, _FAILED = b"=", b"!"


def mentions(source: Source, spacy_model: str | None = None) -> tuple[Mention, ...]:
    """The mentions of one source; `spacy_model` names a spaCy pipeline whose entities are taken for names."""
    return mentions_as_written(source, extract(as_read(source), spacy_model=spacy_model))


def claims_of(source: Source, spacy_model: str | None = None) -> Extracted:
    """The number of mentions of one source, and the claims they make, their offsets in the source as read.

    Claims are compared so: soft hyphens and the like make no difference. ClaimsAsWritten puts them into the source.
    """
    read = as_read(source)
    tokens = tokenize(read.text, read.body, read.left_out)
    found = extract(read, tokens, spacy_model)
    return len(found), bind(read, tokens, found)


def all_mentions(
    sources: Iterable[Source], limits: Limits, spacy_model: str | None = None
) -> Iterator[tuple[Mention, ...] | FactcheckError]:
    """For each source its mentions, or the error of one that goes beyond the limits."""
    with _Large(limits, spacy_model) as large:
        for source in sources:
            if len(source.text) > _LARGE:
                yield large.find(source, mentions, tuple[Mention, ...])
            else:
                yield mentions(source, spacy_model)


def extract_all(
    sources: Sequence[Source],
    limits: Limits,
    jobs: int = 1,
    progress: Progress | None = None,
    spacy_model: str | None = None,
) -> tuple[Extracted | FactcheckError, ...]:
    """For each source the number of its mentions and the claims they make, or the error of one beyond the limits.

    `jobs` is the number of processes that may extract at once; `progress` is called after each source.
    """
    small = [source for source in sources if len(source.text) <= _LARGE]
    found: dict[str, Extracted | FactcheckError] = {}
    for source, made in zip(small, _of_small(small, jobs, spacy_model), strict=True):
        found[source.id] = made
        if progress:
            progress(source)
    with _Large(limits, spacy_model) as large:
        for source in sources:
            if source.id not in found:
                found[source.id] = large.find(source, claims_of, Extracted)
                if progress:
                    progress(source)
    return tuple(found[source.id] for source in sources)


def _of_small(sources: Sequence[Source], jobs: int, spacy_model: str | None) -> Iterator[Extracted]:
    processes = min(jobs, len(sources) // _SOURCES_A_PROCESS)
    if processes < 2:
        yield from (claims_of(source, spacy_model) for source in sources)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(partial(claims_of, spacy_model=spacy_model), sources, chunksize=8)


class _Request(Struct, frozen=True):
    finder: str
    source: Source
    spacy_model: str | None


class _Large:
    """Finds what large sources state in a process of its own, which is started when it is first needed."""

    def __init__(self, limits: Limits, spacy_model: str | None) -> None:
        self._limits = limits
        self._spacy_model = spacy_model
        self._process = IsolatedProcess(("-m", __name__), limits.seconds, limits.memory)

    def __enter__(self) -> "_Large":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.close()

    def find(
        self, source: Source, finder: Callable[[Source, str | None], _Found], kind: object
    ) -> _Found | FactcheckError:
        """What a function of this module finds. Raises FactcheckError for a spaCy pipeline that cannot be loaded."""
        request = _Request(finder.__name__, source, self._spacy_model)
        answer = self._process.ask(msgspec.msgpack.encode(request))
        if isinstance(answer, Loss):
            return FactcheckError(_told(answer, self._limits), path=source.id)
        if answer.startswith(_FAILED):
            raise FactcheckError(answer.removeprefix(_FAILED).decode())
        found: _Found = msgspec.msgpack.Decoder(kind).decode(memoryview(answer)[len(_DONE) :])
        return found


def _told(loss: Loss, limits: Limits) -> str:
    if loss is Loss.LATE:
        told = f"finding what it states took more than {limits.seconds:g} s and was stopped"
        return f"{told}: split it, or raise the limit with --timeout"
    if loss is Loss.MEMORY:
        return f"finding what it states takes more than {limits.memory // _MEGABYTE:,} MB of memory: split it"
    if loss is Loss.UNSTARTED:
        return "no process can be started for so long a text: end other programs, or split it"
    return "the process that looked for what it states was ended: split it"


def _answer(request: bytes) -> bytes:
    asked = msgspec.msgpack.decode(request, type=_Request)
    finder = {found.__name__: found for found in (mentions, claims_of)}[asked.finder]
    try:
        return _DONE + msgspec.msgpack.encode(finder(asked.source, asked.spacy_model))
    except FactcheckError as error:
        return _FAILED + str(error).encode()


if __name__ == "__main__":
    serve(_answer)
