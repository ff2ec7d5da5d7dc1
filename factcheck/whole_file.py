"""Writes a file as a whole, so that who reads it meanwhile sees the old or the new content, never a part."""

import os
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """Puts the content, text as UTF-8, in place of the file; a link stays one.

    If it raises OSError, or UnicodeEncodeError for half a character, the file is as it was.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        # A pipe or a device takes what is written to it and cannot be replaced.
        target.write_bytes(data)
        return
    beside = target.with_name(f".factcheck-{os.getpid()}.tmp")
    try:
        # Left by a process that was killed, or put there as a link to a file that is not to be written.
        beside.unlink(missing_ok=True)
        with beside.open("xb") as stream:
            stream.write(data)
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
