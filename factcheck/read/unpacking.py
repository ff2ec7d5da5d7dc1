"""Compressed data, unpacked piece by piece and counted: no size that a file states of itself is trusted."""

import zlib

from factcheck.errors import FactcheckError
from factcheck.read.document import Raw

# Markup shrinks to a hundredth where it repeats itself, and deflate cannot do better than a thousandth.
MAX_RATIO = 250
_RATIO_COUNTS_FROM = 10_000_000
_MAX_MEMBERS = 10_000
_PIECE = 1 << 16
_MEMBER = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS


class Unpacked:
    """Counts what comes out of a file."""

    def __init__(self, path: str, packed: int, most: int) -> None:
        """`packed` is the size of the file and `most` what may come out of it, in bytes."""
        self._path = path
        self._packed = packed
        self._most = most
        self._size = 0

    def count(self, size: int) -> None:
        """Adds a piece of so many bytes. Raises FactcheckError for too many, and for what only a bomb unpacks to."""
        self._size += size
        bomb = self._size > _RATIO_COUNTS_FROM and self._size > MAX_RATIO * self._packed
        if bomb or self._size > self._most:
            told = f"{self._packed:,} bytes unpack to more than {min(self._size, self._most):,}"
            raise FactcheckError(f"{told}: save its text as .txt, in parts if it is long", path=self._path)


def gunzip(raw: Raw, most: int) -> bytes:
    """The contents of a gzip file of one or more members, at most so many bytes.

    Raises FactcheckError for data that is cut off, broken, followed by something else, or unpacks to too much.
    """
    unpacked, pieces, place = Unpacked(raw.path, len(raw.data), most), list[bytes](), 0
    for _ in range(_MAX_MEMBERS):
        member = zlib.decompressobj(_GZIP)
        try:
            while not member.eof:
                packed = member.unconsumed_tail
                if not packed:
                    packed = raw.data[place : place + _PIECE]
                    place += len(packed)
                piece = member.decompress(packed, _PIECE)
                unpacked.count(len(piece))
                pieces.append(piece)
                if not packed and not piece and not member.eof:
                    raise FactcheckError("its gzip data is cut off: copy or download it anew", path=raw.path)
        except zlib.error as error:
            raise FactcheckError(f"broken gzip data ({error}): pack or download it anew", path=raw.path) from error
        place -= len(member.unused_data)
        if raw.data.startswith(_MEMBER, place):
            continue
        # Some programs fill up the last block with zeros.
        if raw.data[place:].strip(b"\0"):
            raise FactcheckError("something else follows its gzip data: pack or download it anew", path=raw.path)
        return b"".join(pieces)
    raise FactcheckError(f"more than {_MAX_MEMBERS:,} gzip members: unpack it", path=raw.path)
