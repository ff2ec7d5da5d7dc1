"""Shows a report in the browser."""

from pathlib import Path

from factcheck.cli.messages import emit, print_note
from factcheck.cli.results import Target
from factcheck.model import Report
from factcheck.report import Style, render

_FORMAT = "html"


def show(report: Report, written: tuple[Target, ...]) -> None:
    """Opens the HTML page: the file that the run has written, else one in the folder for temporary files.

    Raises FactcheckError if that cannot be written.
    """
    import tempfile
    import webbrowser

    page = next((t.file for t in written if t.format_name == _FORMAT and t.file is not None), None)
    if page is None:
        # The browser reads it after this program has ended.
        page = Path(tempfile.mkdtemp(prefix="factcheck-")) / "report.html"
        emit(render(report, _FORMAT, Style()), page)
    if not webbrowser.open(page.resolve().as_uri()):
        print_note(f"no browser could be started: open {page}")
