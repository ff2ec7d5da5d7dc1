"""Rules as their files were read before, kept in one file: parsing YAML anew would take a tenth of a short run."""

from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

from factcheck.model import Rule
from factcheck.whole_file import write_whole

_DIGEST = 16
# What reads rules: a change of it may make other rules of the same files.
_READERS = ("loader.py", "schema.py", "document.py", "../model/rule.py", "../model/comparison.py")


class KeptRules:
    """The rules of some files as of now. They are kept only in a folder that is there already, as a store's is."""

    def __init__(self, kept: Path, files: Sequence[Path]) -> None:
        """`kept` is where they are kept. Raises OSError where one of the `files` cannot be read."""
        self._kept = kept
        self._state = _state_of(files)

    def read(self) -> tuple[Rule, ...] | None:
        """The rules, if they were kept and neither they nor their files have changed."""
        with suppress(OSError, msgspec.MsgspecError):
            data = self._kept.read_bytes()
            digest, rules = data[:_DIGEST], data[_DIGEST:]
            if digest == self._digest(rules):
                return msgspec.msgpack.decode(rules, type=tuple[Rule, ...])
        return None

    def write(self, rules: tuple[Rule, ...]) -> None:
        """Keeps the rules; where that cannot be, they are parsed again next time."""
        data = msgspec.msgpack.encode(rules)
        with suppress(OSError):
            # Who shares a project could else have another file of ours overwritten.
            if self._kept.parent.is_dir() and not self._kept.is_symlink():
                write_whole(self._kept, self._digest(data) + data)

    def _digest(self, rules: bytes) -> bytes:
        return blake2b(self._state + rules, digest_size=_DIGEST).digest()


def _state_of(files: Sequence[Path]) -> bytes:
    digest = blake2b(digest_size=_DIGEST)
    for reader in _READERS:
        found = (Path(__file__).parent / reader).stat()
        digest.update(f"{found.st_size} {found.st_mtime_ns}\n".encode())
    for file in files:
        data = file.read_bytes()
        digest.update(f"{str(file)!r} {len(data)}\n".encode("utf-8", "surrogateescape") + data)
    return digest.digest()
