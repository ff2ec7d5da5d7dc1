"""The class of rules that judges a claim."""

from factcheck.model import Claim, Kind, Measure, Quantity

_MEASURES = {
    Kind.DATE: Measure.DATE,
    Kind.DURATION: Measure.DURATION,
    Kind.NAME: Measure.NAME,
    Kind.TITLE: Measure.TITLE,
    Kind.QUOTE: Measure.QUOTATION,
}
PER_CENT = frozenset({"percentage", "percentage point", "basis point", "fold", "fraction"})


def measure_of(claim: Claim) -> Measure:
    """The class of rules that judges a claim."""
    value = claim.mention.value
    if not isinstance(value, Quantity):
        return _MEASURES[claim.mention.kind]
    if value.unit is None:
        return Measure.COUNT
    if value.unit.endswith(" of age"):
        return Measure.AGE
    if value.unit in PER_CENT:
        return Measure.PERCENT
    return Measure.MONEY if value.dimension == "currency" else Measure.MEASURE
