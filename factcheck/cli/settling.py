"""The project's decisions and baseline: put to a report, for every command that shows findings, and recorded."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from factcheck.cli.config import FailOn, Project
from factcheck.cli.messages import print_note
from factcheck.model import Choice, Decision, Finding, Report, Severity


def settle(
    report: Report,
    project: Project,
    *,
    baseline: Path | None = None,
    today: datetime.date | None = None,
    warn_unused: bool = False,
) -> Report:
    """The report with what was decided about its findings, and what the baseline knows of them.

    `baseline` goes before that of the settings; `today` is the day on which decisions are looked at, the calendar's by
    default. `warn_unused` tells on standard error of decisions that decide nothing. Raises FactcheckError for a faulty
    file.
    """
    file = decisions_file(project)
    known = baseline or project.baseline
    if known is None and not file.exists():
        return report
    from factcheck.decisions import read_baseline, read_decisions, settled, unused

    decisions = read_decisions(file)
    names = project.names(report.sources)
    made = settled(
        report,
        decisions,
        today=today or datetime.date.today(),
        names=names,
        baseline=read_baseline(known, names) if known else None,
    )
    if warn_unused:
        here = {names.get(source.id, source.id) for source in report.sources}
        for decision in unused(made, decisions, here | _gone(project, decisions)):
            print_note(f"{file}: decision {decision.finding} decides nothing any more: remove its table")
    return made


def mildest_failing(fail_on: FailOn) -> Severity | None:
    """The severity from which on a conflict fails, None if none does."""
    return None if fail_on == "never" else Severity(fail_on)


def judge(
    finding: Finding,
    report: Report,
    project: Project,
    choice: Choice,
    because: str,
    *,
    preferred: str | None = None,
    expires: datetime.date | None = None,
) -> None:
    """Records a decision about a finding of a settled report, in place of one that no longer covers it.

    `preferred` is the id of a source. Raises FactcheckError if the file of decisions is faulty or cannot be written.
    """
    from factcheck.decisions import decision_about, record

    names = project.names(report.sources)
    prefer = names.get(preferred, preferred) if preferred is not None else None
    made = decision_about(finding, report.claims, names, choice, because, prefer=prefer, expires=expires)
    outdated = finding.ruling.decision.finding if finding.ruling and not finding.decided else None
    record(decisions_file(project), made, replaces=outdated)


def decisions_file(project: Project) -> Path:
    """The file that holds the project's decisions, whether or not there is one."""
    return project.root / "factcheck-decisions.toml"


def _gone(project: Project, decisions: Iterable[Decision]) -> set[str]:
    sources = {judged.source for decision in decisions for judged in decision.judged}
    return {source for source in sources if not _exists(project.root / source)}


def _exists(source: Path) -> bool:
    # A document of a .jsonl file is named path#id.
    file, part, _ = str(source).rpartition("#")
    try:
        return source.exists() or (bool(part) and Path(file).exists())
    except OSError:
        return False
