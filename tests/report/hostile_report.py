"""A report in which every text that comes from a source, and a decision, tries to be more than text."""

from msgspec.structs import replace
from report_samples import claim, comparison, finding, source

from factcheck.model import (
    Choice,
    Claim,
    Comparison,
    Decision,
    DecisionStatus,
    Interval,
    Quantity,
    Report,
    Ruling,
    Severity,
    Skipped,
    Summary,
    Verdict,
)

LONG_WORD = "w" * 10_000

HOSTILE = {
    "ansi": "\x1b[31mred\x1b[0m \x9b2J",
    "markup": "<script>alert(1)</script><!-- --> &amp; [red]x[/red] **b** _i_ # h",
    "bidi": "\u202eesrever\u2066 \u200f",
    "invisible": "so\u00adft\u200b \u200d \u2060x\ufeff\ufe0f \U000e0041\U000e007f",
    "nul": "a\0b\x07\x7f",
    "long": LONG_WORD,
    "command": "\n::error file=x::owned\r\n::set-output name=a::b %0A::warning::c",
    "cdata": "]]> <![CDATA[ ]]>",
    "surrogate": "\ud800 \ufffe \uffff",
    "pipes": "a|b \\| c ` `` ``` d\n| e |\n---\n@someone #1 http://evil.example www.evil.example",
    "backticks": "```\n# heading\n``",
    "link": "[click](javascript:alert(1)) ![i](http://evil.example/p.png) {0} }{",
    "formula": '=HYPERLINK("http://evil.example")',
    "formula at": "@SUM(1)",
    "formula plus": "+1",
    "formula minus": "-1+cmd|' /C calc'!A0",
    "formula tab": "\t=1",
    "formula return": "\r=1",
    "separators": "a,b;c:d\"e'f\u2028g\u0085h",
    "spaces": " ",
    "backslash": "x\\",
}


def hostile_report(text: str) -> Report:
    """A report with an open, a decided and a known conflict, an update and a doubtful difference, all of that text."""
    one, two = source(f"in/{text}.txt", f"{text} of one", title=text), source("in/two.jsonl#1", f"{text} of two")
    two = replace(two, path="in/two.jsonl")
    claims = (_claim("c1", one, text), _claim("c2", two, text))
    conflict = _comparison(Verdict.CONFLICT, text)
    opened, decided, known = (
        replace(
            finding(name, Severity.ERROR, text, claims, conflict),
            message=f"Sources conflict on {text}: {text} against {text}",
        )
        for name in ("f1", "f2", "f3")
    )
    decision = Decision("f2", Choice.ACCEPT, text, ())
    findings = (
        opened,
        replace(decided, ruling=Ruling(decision, DecisionStatus.APPLIES)),
        replace(known, known=True),
        finding("f4", Severity.NOTE, text, claims, _comparison(Verdict.UPDATE, text)),
    )
    return Report(
        version="0.0.0",
        rules="0123456789abcdef",
        sources=(one, two),
        skipped=(Skipped(text, text),),
        claims=claims,
        findings=findings,
        summary=Summary(2, 2, 2, {"conflict": 3, "update": 1}, 1.0, 2),
        doubtful=(finding("f5", Severity.NOTE, text, claims, conflict),),
    )


def _claim(claim_id: str, of: object, text: str) -> Claim:
    value = Quantity(1, 1, Interval(1, 1), counted=text)
    return claim(claim_id, of, text, value, text, attribution=text)  # type: ignore[arg-type]


def _comparison(verdict: Verdict, text: str) -> Comparison:
    return comparison("c1", "c2", verdict, "disjoint", f"{text} and {text} do not meet", "counted-things")
