"""Which parts of a message hold its text, and which are attached to it."""

from collections.abc import Callable, Iterator
from email.message import Message

from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.read.mail.headers import decoded

_MAX_DEPTH = 50
_PLAIN, _HTML = "text/plain", "text/html"
_ALTERNATIVES, _WITH_ITS_PICTURES = "multipart/alternative", "multipart/related"


class TextPart(Struct, frozen=True):
    """A part that holds text as bytes, `declared` is the charset that its header names."""

    data: bytes
    html: bool
    declared: str | None


class Parts(Struct, frozen=True):
    """The text parts of a message in order; the names of what is attached."""

    texts: tuple[TextPart, ...]
    attached: tuple[str, ...]


Choice = Callable[[TextPart, TextPart], TextPart]


def parts(message: Message, path: str, choose: Choice) -> Parts:
    """The parts of a message; `choose` picks of a plain text and a page that say the same.

    Raises FactcheckError for parts nested too deeply.
    """
    texts: list[TextPart] = []
    attached: list[str] = []
    for part, data in _leaves(message, path, choose, 0):
        if data is None:
            attached.append(_name(part))
        else:
            texts.append(data)
    return Parts(tuple(texts), tuple(attached))


_Leaf = tuple[Message, TextPart | None]


def _leaves(part: Message, path: str, choose: Choice, depth: int) -> Iterator[_Leaf]:
    """The parts without parts, those that hold text with it."""
    if depth > _MAX_DEPTH:
        raise FactcheckError("its parts are nested too deeply: save its text as .txt", path=path)
    kind = part.get_content_type()
    if not part.is_multipart():
        yield part, _text_part(part, kind, root=depth == 0)
        return
    # A message within a message has that message as its only part.
    within = [] if kind.startswith("message/") else [p for p in part.get_payload() if isinstance(p, Message)]
    if not within:
        yield part, None
        return
    found = [list(_leaves(inner, path, choose, depth + 1)) for inner in within]
    if kind == _ALTERNATIVES:
        yield from _one_of([leaf for leaves in found for leaf in leaves], choose)
    elif kind == _WITH_ITS_PICTURES:
        yield from found[0]
        yield from (leaf for leaves in found[1:] for leaf in leaves if not _is_picture(leaf[0]))
    else:
        yield from (leaf for leaves in found for leaf in leaves)


def _one_of(leaves: list[_Leaf], choose: Choice) -> Iterator[_Leaf]:
    """One of the ways in which a message says the same, and what is attached to any of them."""
    texts = [(part, text) for part, text in leaves if text is not None and text.data.strip()]
    plain = next((leaf for leaf in texts if not leaf[1].html), None)
    page = next((leaf for leaf in texts if leaf[1].html), None)
    if plain and page:
        yield plain if choose(plain[1], page[1]) is plain[1] else page
    elif only := plain or page:
        yield only
    yield from (leaf for leaf in leaves if leaf[1] is None)


def _text_part(part: Message, kind: str, *, root: bool) -> TextPart | None:
    attached = part.get_content_disposition() == "attachment" or part.get_filename()
    # Parts that are announced and not there leave a text.
    readable = kind in (_PLAIN, _HTML) or kind.startswith("multipart/")
    if not readable or (attached and not root):
        return None
    data = part.get_payload(decode=True)
    return TextPart(data if isinstance(data, bytes) else b"", kind == _HTML, part.get_content_charset())


def _is_picture(part: Message) -> bool:
    return part.get_content_maintype() == "image"


def _name(part: Message) -> str:
    name = part.get_filename()
    if name:
        return decoded(name)
    return "a message" if part.get_content_maintype() == "message" else part.get_content_type()
