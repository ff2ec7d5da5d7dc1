"""The commands put together."""

from typing import Annotated

import typer

import factcheck
from factcheck.cli.audit import audit
from factcheck.cli.explain import explain
from factcheck.cli.extract import extract
from factcheck.cli.rules import check, list_rules, run_cases, show_rule
from factcheck.cli.schema import schema

_HELP_NAMES = {"help_option_names": ["-h", "--help"]}


def application() -> typer.Typer:
    """The command-line application."""
    # Plain help: rich would take longer to import than an audit of some pages takes to run.
    app = typer.Typer(
        rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True, context_settings=_HELP_NAMES
    )
    app.callback()(_root)
    for command in (audit, extract, explain, schema):
        app.command()(command)
    rules = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="Look at rules and test them.")
    for name, function in (("list", list_rules), ("show", show_rule), ("test", run_cases), ("check", check)):
        rules.command(name)(function)
    app.add_typer(rules, name="rules")
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {factcheck.__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """A diff for facts: finds where documents about the same events agree and where they conflict."""
