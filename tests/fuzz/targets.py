"""What fuzzing feeds: every reader, the extractors, the whole way through. A target takes bytes and may not raise."""

import datetime
import importlib
import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from random import Random

import msgspec
from made.article import Article

from factcheck.errors import FactcheckError
from factcheck.extraction import claims_of, mentions
from factcheck.model import Rule
from factcheck.pipeline import audit
from factcheck.read import Limits, source_from_text
from factcheck.read.document import Document, Raw
from factcheck.read.registry import Reader, readers
from factcheck.report import Style, format_names, render
from factcheck.rulebook import load_rules

Target = Callable[[bytes], None]

_OF_TEXT = ("text", "report")
_GAPS = (
    " ",
    " ",
    " ",
    "",
    "-",
    ", ",
    ". ",
    "\n\n",
    "\f",
    "\u00ad",
    '"',
    " (",
    ") ",
    " é",
    "\u202e",
    "'s ",
    "$",
    "%",
    " 7",
    "10 ",
)
_LIMITS = Limits(text=100_000, pages=20)
_DAY = datetime.date(2024, 10, 31)
_ARTICLE = Article(
    "Dam at Velden holds",
    "River Daily",
    "Anna Becker",
    _DAY,
    (
        "VELDEN, Oct. 31 - The flood on Monday destroyed about 340 houses and cost €1.2m, said Ines Coelho, the mayor.",
        '"We will rebuild each of them," she told reporters. Between 20 and 30 people were hurt, half of them old.',
        "At least 4,000 soldiers came on 29 October; the 52-year-old dam, 1.6 km long, held for nine hours (5 % more).",
    ),
)
# Reader → the maker of its format, where one stands beside the readers' tests.
_MAKERS = {"plain": "text", "markdown": "markdown", "docx": "docx", "pdf": "pdf", "html": "html"}


def targets() -> dict[str, Target]:
    """Name → target: a reader each by the name of its module, `text` for the extractors, `report` for all stages."""
    by_name = {reader.name: reader for reader in readers().values()}
    read = {name: partial(_read, reader, _suffix(reader)) for name, reader in sorted(by_name.items())}
    return {**read, "text": _text, "report": _report}


def examples(target: str) -> list[bytes]:
    """Inputs to begin from: none, and a valid one."""
    if target == "jsonl":
        lines = ({"id": n, "text": text, "published": "2024-10-31"} for n, text in enumerate(_ARTICLE.paragraphs))
        return [b"", "\n".join(map(json.dumps, lines)).encode()]
    if target == "eml":
        head = "From: River <a@example.org>\nSubject: Dam\nDate: Thu, 31 Oct 2024 09:00:00 +0000\nMIME-Version: 1.0\n"
        kind = 'Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n'
        return [b"", (head + kind + "\n".join(_ARTICLE.paragraphs) + "\n--b--\n").encode()]
    maker = importlib.import_module(f"made.{_MAKERS.get(target, 'text')}")
    return [b"", maker.made(_ARTICLE)]


def _suffix(reader: Reader) -> str:
    return next(suffix for suffix, other in readers().items() if other.name == reader.name)


def _read(reader: Reader, suffix: str, data: bytes) -> None:
    try:
        found = list(reader.read(Raw(f"a{suffix}", data, _LIMITS)))
    except FactcheckError as error:
        _check_error(error)
        return
    for result in found:
        if isinstance(result, Document):
            _check_document(result)
        else:
            _check_error(result)


def _check_error(error: FactcheckError) -> None:
    assert ": " in error.message, f"no cure: {error.message}"
    str(error).encode()


def _check_document(document: Document) -> None:
    size = len(document.text)
    # As it comes out of the process of its reader: not if a text in it holds half a character.
    msgspec.msgpack.encode(document)
    assert 0 <= document.body <= size
    assert all(0 <= start < end <= size for start, end in document.left_out)
    assert all(0 <= place.start <= size for place in document.places)
    assert all(a.start <= b.start for a, b in pairwise(document.places))


def _text(data: bytes) -> None:
    source = source_from_text(data.decode("utf-8", "replace"), _DAY)
    for mention in mentions(source):
        assert mention.text == source.text[mention.start : mention.end] and mention.text.strip()
    claims_of(source)


@cache
def _rules() -> tuple[Rule, ...]:
    return load_rules().rules


def _report(data: bytes) -> None:
    texts = data.decode("utf-8", "replace").split("\f")[:4]
    report = audit([source_from_text(t, _DAY, f"s{n}") for n, t in enumerate(texts)], _rules(), pedantic=True)
    for name in format_names():
        render(report, name, Style()).encode()


def pieces() -> Iterator[str]:
    """Words that the extractors wait for: they make the mutations of a text mean something."""
    for file in sorted((Path(__file__).parents[2] / "rules" / "lexicons").glob("*.txt")):
        words = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        yield from (word for line in words[:: max(1, len(words) // 12)] for word in line.split()[:2] if word.isascii())


def unguided(target: str, random: Random) -> Iterator[bytes]:
    """Endless inputs for a target: words that mean something in any order, or a valid file that is damaged."""
    words, whole = list(pieces()), examples(target)[-1]
    while True:
        yield _words(words, random) if target in _OF_TEXT else _damaged(whole, random)


def _words(words: Sequence[str], random: Random) -> bytes:
    chosen = (random.choice(words) + random.choice(_GAPS) for _ in range(random.randrange(1, 40)))
    return "".join(chosen).encode()


def _damaged(whole: bytes, random: Random) -> bytes:
    made = bytearray(whole)
    for _ in range(random.randrange(1, 12)):
        start, length = random.randrange(len(made) + 1), random.choice((0, 1, 1, 2, 8, 60))
        # What stands elsewhere in the file gets further than noise.
        other = random.randrange(len(whole))
        new = (
            whole[other : other + random.randrange(40)]
            if random.random() < 0.5
            else random.randbytes(random.randrange(4))
        )
        made[start : start + length] = new
    return bytes(made)
