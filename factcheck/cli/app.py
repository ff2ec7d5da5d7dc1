"""The commands put together."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

import factcheck

_COMMANDS = ("audit", "check", "extract", "explain", "decide", "review", "init", "schema")
_RULES = "rules"
_WRONG_USE = 2
_HELP_NAMES = {"help_option_names": ["-h", "--help"]}


def application(arguments: Sequence[str]) -> typer.Typer:
    """The command-line application: all commands, or only the one that the arguments begin with.

    To put all of them together would take a tenth of a check; help, completion and wrong names need them.
    """
    # Plain help: rich would take longer to import than an audit of some pages takes to run.
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=_HELP_NAMES)
    app.callback(invoke_without_command=True)(_root)
    known = (*_COMMANDS, _RULES)
    called = known if not arguments or arguments[0] not in known else arguments[:1]
    for name in _COMMANDS:
        if name in called:
            app.command()(getattr(import_module(f"factcheck.cli.{name}"), name))
    if _RULES in called:
        app.add_typer(_rules_application(), name=_RULES)
    return app


def _rules_application() -> typer.Typer:
    from factcheck.cli.rules import check, list_rules, run_cases, show_rule

    rules = typer.Typer(rich_markup_mode=None)
    rules.callback(invoke_without_command=True)(_rules)
    for name, function in (("list", list_rules), ("show", show_rule), ("test", run_cases), ("check", check)):
        rules.command(name)(function)
    return rules


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
