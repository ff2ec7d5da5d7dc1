"""`factcheck rules`: look at rules and test them."""

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.config import project
from factcheck.cli.messages import emit, print_error
from factcheck.rulebook import CaseResult, Outcome, check_rules, self_test

_FAILED_CASE = 1
_FAULTY_FILE = 2


def list_rules(rules: options.RuleFolders = None, config: options.Config = None, output: options.Output = None) -> None:
    """List the rules: id, what it judges, severity, title."""
    cells = [
        (rule.id, rule.measure.value, rule.severity.value, rule.title) for rule in project(config).rule_set(rules).rules
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    emit("".join(f"{line}\n" for line in lines), output)


def show_rule(
    rule_id: Annotated[
        str, typer.Argument(metavar="ID", help="A rule's id, as rules list gives it.", autocompletion=options.rule_ids)
    ],
    rules: options.RuleFolders = None,
    config: options.Config = None,
    output: options.Output = None,
) -> None:
    """Print a rule's file: what it judges, its words and its cases."""
    file = Path(project(config).rule_set(rules).get(rule_id).path)
    emit(f"# {file}\n{file.read_text(encoding='utf-8')}", output)


def run_cases(
    rules: options.RuleFolders = None, config: options.Config = None, verbose: options.Verbose = False
) -> int:
    """Run the cases that the rules carry. Exits with 1 if one fails."""
    from factcheck.pipeline import audit

    results = self_test(project(config).rule_set(rules, cases=True), audit)
    shown = [result for result in results if verbose or not result.ok]
    failed = sum(not result.ok for result in results)
    gaps = sum(result.outcome is Outcome.KNOWN_GAP for result in results)
    count = f"{len(results)} cases: {len(results) - failed - gaps} passed, {failed} failed, {gaps} known gaps"
    emit("".join(f"{_told(result)}\n" for result in shown) + f"{count}\n", None)
    return _FAILED_CASE if failed else 0


def check(rules: options.RuleFolders = None, config: options.Config = None) -> int:
    """Check the rule files without running them. Exits with 2 if one is faulty."""
    problems = check_rules(project(config).rule_folders(rules))
    for problem in problems:
        print_error(str(problem))
    if problems:
        return _FAULTY_FILE
    emit("all rule files are well-formed\n", None)
    return 0


def _told(result: CaseResult) -> str:
    case = result.case
    expected = case.verdict.value if case.verdict else "none"
    verdict = f"{result.verdict.value} by {result.judged_by}" if result.verdict else "not compared"
    head = f"{result.rule.path}:{case.line}: {result.outcome.value}: expected {expected}, got {verdict}"
    return "\n    ".join([head, case.a, *([case.b] if case.b else [])])
