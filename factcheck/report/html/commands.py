"""The command line that shows more of a finding than the page does."""

import os
import shlex
from collections.abc import Sequence
from pathlib import PurePath

from factcheck.model import Source
from factcheck.report.plain import plain


def audited_paths(sources: Sequence[Source]) -> str:
    """The folder that all sources lie in, quoted for a shell; empty where it is the folder that one works in."""
    try:
        common = os.path.commonpath({str(PurePath(source.path).parent) for source in sources})
    except ValueError:  # none, or some given absolutely and some not
        return ""
    return shlex.quote(plain(common)) if common not in ("", ".") else ""
