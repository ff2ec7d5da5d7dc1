"""Number phrases: digits, words, magnitudes, ranges and hedges over a tokenised text, before any unit or noun is known.

Both the quantity and the date extractor read these, so that "nearly three" means the same in "nearly three million" and
"nearly three years".
"""

from msgspec import Struct

from factcheck.model import Hedge, Interval, Number
from factcheck.tokens import Tokens


class NumberPhrase(Struct, frozen=True):
    """A number with its hedge. Tokens [first, past) hold the hedge and the number; [number, past) the number alone.

    `low` and `high` are as stated, magnitudes applied; `interval` is what hedge and rounding allow. `ordinal` marks "third"
    and "3rd", `vague` words that stand for a range (several, dozens, thousands), `words` numbers spelt out.
    `currency` is the symbol or code that stands directly before ("$", "US$", "EUR"), if any; it lies within [first, past).
    """

    first: int
    number: int
    past: int
    low: Number
    high: Number
    interval: Interval
    hedge: Hedge = Hedge.EXACT
    ordinal: bool = False
    vague: bool = False
    words: bool = False
    currency: str | None = None


def number_phrases(tokens: Tokens) -> tuple[NumberPhrase, ...]:
    """All number phrases of the text, in order, not overlapping. Linear in the number of tokens."""
    return ()
