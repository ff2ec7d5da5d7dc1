"""Every value that passes between the stages; imports nothing of ours.

All values are immutable. Offsets are Unicode code points in a source's decoded text, half open. The other packages
import from here, not from the modules inside.
"""

from factcheck.model.claim import Claim, Context, Factuality, Polarity, Scope
from factcheck.model.comparison import VERDICTS_BY_SEVERITY, Comparison, Evidence, Grounds, Verdict
from factcheck.model.decision import Choice, Decision, DecisionStatus, JudgedClaim, Ruling
from factcheck.model.explanation import Explanation, Rival
from factcheck.model.finding import Finding, Measured, Scale, Standing
from factcheck.model.mention import Kind, Mention
from factcheck.model.name_comparison import NameComparison, Sameness
from factcheck.model.report import Report, Summary
from factcheck.model.rule import Case, Change, Measure, Rule, Severity
from factcheck.model.source import Place, Skipped, Source
from factcheck.model.values import (
    AnchoredBy,
    Category,
    Date,
    Duration,
    Hedge,
    Interval,
    Name,
    Number,
    Quantity,
    Quote,
    TimexModifier,
    TimexType,
    Title,
    Trend,
    Value,
)

__all__ = [
    "VERDICTS_BY_SEVERITY",
    "AnchoredBy",
    "Case",
    "Category",
    "Change",
    "Choice",
    "Claim",
    "Comparison",
    "Context",
    "Date",
    "Decision",
    "DecisionStatus",
    "Duration",
    "Evidence",
    "Explanation",
    "Factuality",
    "Finding",
    "Grounds",
    "Hedge",
    "Interval",
    "JudgedClaim",
    "Kind",
    "Measure",
    "Measured",
    "Mention",
    "Name",
    "NameComparison",
    "Number",
    "Place",
    "Polarity",
    "Quantity",
    "Quote",
    "Report",
    "Rival",
    "Rule",
    "Ruling",
    "Sameness",
    "Scale",
    "Scope",
    "Severity",
    "Skipped",
    "Source",
    "Standing",
    "Summary",
    "TimexModifier",
    "TimexType",
    "Title",
    "Trend",
    "Value",
    "Verdict",
]
