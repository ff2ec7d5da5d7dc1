"""What an extractor returns: a span of the text and its value, before it becomes a mention of a source."""

from msgspec import Struct

from factcheck.model import Value


class Found(Struct, frozen=True, gc=False):
    """`value` stands at text[start:end]; offsets are code points in the tokenised text."""

    start: int
    end: int
    value: Value
