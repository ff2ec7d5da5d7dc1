"""`factcheck schema`: the contract of the JSON output."""

from factcheck.cli import options
from factcheck.cli.messages import emit
from factcheck.report import schema as report_schema


def schema(output: options.Output = None) -> None:
    """Print the JSON Schema of the JSON output."""
    emit(report_schema(), output)
