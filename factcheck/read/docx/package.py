"""The zip around the parts of a document. Nothing it says of itself is trusted: sizes are counted while unpacking."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator

from factcheck.errors import FactcheckError
from factcheck.read.document import Raw
from factcheck.read.unpacking import Unpacked

MAX_MEMBERS = 10_000
# Text is about a tenth of the XML around it.
_MAX_UNPACKED = 200_000_000
_FIRST_PIECE = 1 << 16
# How the entry of a file begins in the list at the end of a zip.
_LISTED = b"PK\x01\x02"
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, OverflowError)


class Package:
    """The parts of one document. Errors name the path of the file it was read from."""

    def __init__(self, raw: Raw) -> None:
        """Reads the list of the parts. Raises FactcheckError for what is no zip, a broken one, or too many members."""
        self.path = raw.path
        self._unpacked = Unpacked(raw.path, len(raw.data), _MAX_UNPACKED)
        # Counted before they are parsed, which takes a kilobyte of memory each.
        if raw.data.count(_LISTED) > MAX_MEMBERS:
            message = f"more than {MAX_MEMBERS:,} files packed into it: save it anew from the word processor"
            raise FactcheckError(message, path=self.path)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw.data))
        except _BROKEN as error:
            raise self._broken(error) from error
        # Part names are equal without regard to case, and some programs pack them with backslashes.
        self._members = {_part_name(info.filename): info for info in self._zip.infolist()}

    def __contains__(self, part: str) -> bool:
        return _part_name(part) in self._members

    def under(self, folder: str) -> bool:
        """Whether any part stands in a folder of the zip."""
        return any(name.startswith(f"{folder}/") for name in self._members)

    def pieces(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, unpacked bit by bit; nothing where there is no such part.

        Each piece is twice as long as the one before it: a parser that begins a long token anew with each piece still
        takes linear time. Raises FactcheckError for a broken or encrypted part and one that unpacks to too much.
        """
        info = self._members.get(_part_name(part))
        if info is None:
            return
        if info.flag_bits & 0x1:
            raise FactcheckError("protected by a password: remove it and save the document anew", path=self.path)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            message = "packed in a way that no word processor uses: save it anew from the word processor"
            raise FactcheckError(message, path=self.path)
        size = _FIRST_PIECE
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(size):
                    self._unpacked.count(len(piece))
                    yield piece
                    size *= 2
        except _BROKEN as error:
            raise self._broken(error) from error

    def _broken(self, error: Exception) -> FactcheckError:
        message = f"broken zip, no word processor opens it ({error}): save or download it anew"
        return FactcheckError(message, path=self.path)


def resolved(base: str, target: str) -> str:
    """The part that a relationship of the part `base` leads to: a name in the zip, never a file on the disk."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), target)).lstrip("/")


def relationships_part(part: str) -> str:
    """The part that holds the relationships of a part, of the package itself for ""."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
