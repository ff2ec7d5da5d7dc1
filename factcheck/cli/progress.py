"""A progress bar for long runs."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from factcheck.model import Source

_MANY_SOURCES = 20


@contextmanager
def progress_bar(sources: int, quiet: bool) -> Iterator[Callable[[Source], None] | None]:
    """A progress bar on standard error, if a person watches it long enough to need one."""
    if quiet or sources < _MANY_SOURCES or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading sources", total=sources)
        yield lambda _: bar.advance(task)
