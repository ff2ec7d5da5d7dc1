"""The commands put together."""

from typing import Annotated

import typer

import factcheck
from factcheck.cli.audit import audit
from factcheck.cli.check import check
from factcheck.cli.decide import decide
from factcheck.cli.explain import explain
from factcheck.cli.extract import extract
from factcheck.cli.init import init
from factcheck.cli.review import review
from factcheck.cli.rules import check as check_rules
from factcheck.cli.rules import list_rules, run_cases, show_rule
from factcheck.cli.schema import schema

_WRONG_USE = 2
_HELP_NAMES = {"help_option_names": ["-h", "--help"]}


def application() -> typer.Typer:
    """The command-line application."""
    # Plain help: rich would take longer to import than an audit of some pages takes to run.
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=_HELP_NAMES)
    app.callback(invoke_without_command=True)(_root)
    for command in (audit, check, extract, explain, decide, review, init, schema):
        app.command()(command)
    rules = typer.Typer(rich_markup_mode=None)
    rules.callback(invoke_without_command=True)(_rules)
    for name, function in (("list", list_rules), ("show", show_rule), ("test", run_cases), ("check", check_rules)):
        rules.command(name)(function)
    app.add_typer(rules, name="rules")
    return app


def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """A diff for facts: finds where documents about the same events agree and where they conflict."""
    if version:
        typer.echo(f"factcheck {factcheck.__version__}")
        raise typer.Exit
    _help_without_command(context)


def _rules(context: typer.Context) -> None:
    """Look at rules and test them."""
    _help_without_command(context)


def _help_without_command(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(_WRONG_USE)
