"""What of a message's text is not its own: quoted messages, the headers of forwarded ones, the signature."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from msgspec import Struct

_BEGIN_FORWARDED = "begin forwarded message:"
_SIGNATURE = "--"
_MAX_SIGNATURE_LINES = 12
_MAX_ATTRIBUTION_LINES = 3
_MAX_HEADER_LINES = 20
_FEWEST_HEADERS = 3


class Header(Struct, frozen=True):
    """The header of another message written out in a text: lines from `start` up to `end`, and its fields by name."""

    start: int
    end: int
    fields: dict[str, str]


class Own(Struct, frozen=True):
    """`left_out` are stretches of the text, from and past, that the sender did not write; `forwarded` is the header of
    a message passed on, whose text counts as the sender's."""

    left_out: tuple[tuple[int, int], ...]
    forwarded: Header | None


@cache
def _header_line() -> re.Pattern[str]:
    return re.compile(r"\*?(from|sent|date|to|cc|subject|reply-to|importance|attachments)\*?:\*?\s?(.{0,500})", re.I)


@cache
def _address_or_hour() -> re.Pattern[str]:
    return re.compile(r"@|\d:\d\d")


@cache
def _separator() -> re.Pattern[str]:
    words = r"(?:original message|forwarded message|forwarded by [^-]{1,100})"
    return re.compile(rf"(?:[-_]{{2,80}}\s?{words}\s?[-_]{{2,80}}|_{{10,200}}|{_BEGIN_FORWARDED})", re.I)


def unquoted(text: str) -> str:
    """The text, a message passed on in it without the marks of quotation that some programs give it."""
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip().lower() == _BEGIN_FORWARDED), len(lines))
    first = next((line for line in lines[start + 1 :] if line.strip()), "")
    if not first.startswith(">"):
        return text
    return "\n".join([*lines[: start + 1], *(line.removeprefix(">").removeprefix(" ") for line in lines[start + 1 :])])


def own(text: str, *, reply: bool) -> Own:
    """What of a text is its sender's; `reply` says that the message answers another one.

    A message that is no reply is sent for the one that it passes on. Where nothing else is left, quoted lines are what
    it has to say.
    """
    lines = text.split("\n")
    out = [line.startswith(">") for line in lines]
    for attribution in _attributions(lines, out):
        out[attribution.start : attribution.stop] = [True] * len(attribution)
    passed_on: Header | None = None
    for header in _headers(lines):
        before = any(line.strip() for line, left in zip(lines[: header.start], out, strict=False) if not left)
        if passed_on is None and (not reply or not before or _says_forwarded(lines, header)):
            passed_on = header
            out[header.start : header.end] = [True] * (header.end - header.start)
        else:
            out[header.start :] = [True] * (len(lines) - header.start)
            break
    _leave_out_signature(lines, out)
    if all(left or not line.strip() for line, left in zip(lines, out, strict=True)):
        out = [False] * len(lines)
    return Own(tuple(_stretches(lines, out)), passed_on)


def _attributions(lines: Sequence[str], quoted: Sequence[bool]) -> Iterator[range]:
    """The lines like "On Monday, A. Writer wrote:", each with what it introduces where that is not marked as quoted."""
    for number, line in enumerate(lines):
        if not line.endswith(("wrote:", "writes:")) or quoted[number]:
            continue
        first = range(number, max(number - _MAX_ATTRIBUTION_LINES, -1), -1)
        start = next((n for n in first if lines[n].startswith("On ")), None)
        after = next((n for n in range(number + 1, min(number + 4, len(lines))) if lines[n].strip()), None)
        if after is not None and quoted[after]:
            yield range(number if start is None else start, number + 1)
        elif start is not None and _introduces_the_rest(lines, range(start, number + 1)):
            yield range(start, len(lines))
            return


def _introduces_the_rest(lines: Sequence[str], attribution: range) -> bool:
    """Whether what was answered follows, below the answer. A sentence of prose may end so, too, but it gives neither an
    address nor the time of day."""
    words = " ".join(lines[number] for number in attribution)
    return bool(_address_or_hour().search(words)) and any(lines[n].strip() for n in range(attribution.start))


def _headers(lines: Sequence[str]) -> Iterator[Header]:
    """The headers of messages, written out line by line, with the line before that sets them off."""
    number = 0
    while number < len(lines):
        match = _header_line().match(lines[number])
        if not match or match[1].lower() != "from":
            number += 1
            continue
        fields: dict[str, str] = {}
        end = number
        for end in range(number, min(number + _MAX_HEADER_LINES, len(lines))):
            field = _header_line().match(lines[end])
            if field:
                fields.setdefault(field[1].lower(), field[2].strip(" *"))
            elif not lines[end].strip():
                break
        start = _set_off(lines, number)
        # The head of a press release may look like one, without an address and the hour at which it was sent.
        if len(fields) >= _FEWEST_HEADERS and (start < number or "sent" in fields or "@" in fields["from"]):
            yield Header(start, end, fields)
        number = end + 1


def _set_off(lines: Sequence[str], header: int) -> int:
    """The line that a header begins with, be it one that sets it off."""
    above = next((n for n in range(header - 1, max(header - 4, -1), -1) if lines[n].strip()), None)
    return header if above is None or not _separator().fullmatch(lines[above].strip()) else above


def _says_forwarded(lines: Sequence[str], header: Header) -> bool:
    return "forwarded" in lines[header.start].lower()


def _leave_out_signature(lines: Sequence[str], out: list[bool]) -> None:
    """Marks what stands below a line of two hyphens, up to a quotation, if it is as short as a signature."""
    start = next((n for n in reversed(range(len(lines))) if lines[n] == _SIGNATURE and not out[n]), len(lines))
    end = next((n for n in range(start, len(lines)) if out[n]), len(lines))
    if sum(bool(line.strip()) for line in lines[start + 1 : end]) <= _MAX_SIGNATURE_LINES:
        out[start:end] = [True] * (end - start)


def _stretches(lines: Sequence[str], out: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of lines that are left out, as offsets, blank lines at their ends not counted."""
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    first: int | None = None
    last = 0
    for number, left in enumerate((*out, False)):
        if left and lines[number].strip():
            first, last = number if first is None else first, number
        elif not left and first is not None and (number == len(lines) or lines[number].strip()):
            yield starts[first], starts[last] + len(lines[last])
            first = None
