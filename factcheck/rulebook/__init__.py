"""Rule files: YAML to rules with errors that name their place, and the rules' own test cases."""

from factcheck.rulebook.loader import check_rules, load_rules
from factcheck.rulebook.problem import Problem, suggestion
from factcheck.rulebook.ruleset import RuleSet
from factcheck.rulebook.selftest import CaseResult, Outcome, self_test

__all__ = ["CaseResult", "Outcome", "Problem", "RuleSet", "check_rules", "load_rules", "self_test", "suggestion"]
