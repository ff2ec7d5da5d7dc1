"""`factcheck extract`: list what sources state, without comparing."""

from factcheck.cli import options
from factcheck.cli.config import project
from factcheck.cli.exit_status import after_reading
from factcheck.cli.messages import emit, print_error, style
from factcheck.cli.reading import read_for
from factcheck.errors import FactcheckError
from factcheck.model import Mention, Skipped
from factcheck.report import render_mentions


def extract(
    paths: options.Paths,
    output_format: options.MentionFormat = "table",
    output: options.Output = None,
    published: options.Published = None,
    max_size: options.MaxSize = None,
    timeout: options.Timeout = None,
    spacy: options.Spacy = None,
    color: options.ColorOption = "auto",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """List what sources state, without comparing.

    Quantities, dates, durations, names, titles and quotations, one mention a line.
    """
    from factcheck.extraction import all_mentions

    limits = options.limits(max_size, timeout, project())
    read = read_for(paths, options.day(published, "--published"), limits, quiet=quiet, verbose=verbose)
    skipped, found = list(read.skipped), list[Mention]()
    for source, made in zip(read.sources, all_mentions(read.sources, limits, spacy), strict=True):
        if isinstance(made, FactcheckError):
            print_error(str(made))
            skipped.append(Skipped(source.id, made.message, failed=True))
        else:
            found += made
    emit(render_mentions(found, output_format, style(color, output)), output)
    return after_reading(skipped)
