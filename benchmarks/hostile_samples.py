"""Files that somebody might send to break the program: python benchmarks/hostile_samples.py [NAME…].

Each is made when it is asked for, read by the installed command under a bound on address space, and its time and memory
are printed. tests/hostile/ runs the same samples and looks at what the command tells of each.
"""

import gzip
import io
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

MEGABYTE = 1_000_000
ADDRESS_SPACE = 1_000_000_000
GOOD = "The storm destroyed 340 houses in Port Halle.\n"

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LAUGHS = 9


def repeated(piece: bytes, size: int = 10 * MEGABYTE) -> bytes:
    """A piece again and again, up to a size."""
    return piece * (size // len(piece))


def laughs_in_yaml() -> bytes:
    """Front matter whose aliases stand for a billion words."""
    lines = ["---", "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += (f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, _LAUGHS + 1))
    return "\n".join([*lines, f"title: *a{_LAUGHS}", "---", GOOD]).encode()


def laughs_in_xml(root: str) -> bytes:
    """A document type whose entities stand for a billion words, and a use of the last."""
    entities = "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10 if level else "lol" * 10}">' for level in range(_LAUGHS + 1)
    )
    return f'<?xml version="1.0"?><!DOCTYPE lolz [{entities}]>{root}'.encode()


def document_xml(body: str) -> bytes:
    """The main part of a Word file."""
    return f'<?xml version="1.0"?><w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'.encode()


def paragraph(text: str) -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def zipped(members: Iterator[tuple[str, bytes]] | list[tuple[str, bytes]]) -> bytes:
    """A zip archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return made.getvalue()


def word_file(document: bytes, *others: tuple[str, bytes]) -> bytes:
    """A Word file of a main part and others."""
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'officeDocument" Target="word/document.xml"/></Relationships>'
    )
    parts = [("[Content_Types].xml", types.encode()), ("_rels/.rels", relations.encode())]
    return zipped([*parts, ("word/document.xml", document), *others])


def bomb_in_zip() -> bytes:
    """A Word file whose text is a gigabyte of blanks."""
    made = io.BytesIO()
    archive = zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED)
    with archive, archive.open("word/document.xml", "w", force_zip64=True) as part:
        part.write(f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>'.encode())
        for _ in range(1_000):
            part.write(b" " * MEGABYTE)
        part.write(b"</w:t></w:r></w:p></w:body></w:document>")
    return made.getvalue()


def bomb_in_gzip() -> bytes:
    """Ten gigabytes of one letter, packed twice over by repeating a packed block."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b"a" * MEGABYTE
    return b"".join([*(packer.compress(block) for _ in range(1_000)), packer.flush()]) * 10


def pdf(*objects: bytes) -> bytes:
    """A PDF of numbered objects, the first of which is the catalogue, with a true table of offsets."""
    made, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(made)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream of a PDF."""
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries, len(data), data)


def one_page(content: bytes, resources: bytes = b"/Font << /F 5 0 R >>", *others: bytes) -> bytes:
    """A PDF of one page; `others` are objects from the sixth on."""
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << %b >> /Contents 4 0 R >>" % resources
    return pdf(_CATALOGUE, pages, page, content, _FONT, *others)


def pdf_of_recursive_forms() -> bytes:
    """A page that draws a form that draws itself, twice."""
    form = stream(
        b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    return one_page(stream(b"/X Do"), b"/XObject << /X 6 0 R >>", form)


def pdf_of_recursive_pages() -> bytes:
    """A tree of pages that holds itself."""
    return pdf(_CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>")


def pdf_of_many_pages() -> bytes:
    """A tree that names one page fifty thousand times."""
    pages = b"<< /Type /Pages /Kids [%b] /Count 50000 >>" % (b"3 0 R " * 50_000)
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>"
    )
    return pdf(_CATALOGUE, pages, page, stream(b"BT /F 12 Tf 9 9 Td (A page.) Tj ET"), _FONT)


def pdf_bomb() -> bytes:
    """A page whose content unpacks to a gigabyte of text, packed twice."""
    packed = zlib.compress(zlib.compress(b"BT /F 12 Tf (aaaaaaaaaaaaaaaa) Tj ET\n" * 27_000_000, 9), 9)
    return one_page(stream(packed, b"/Filter [/FlateDecode /FlateDecode]"))


def pdf_of_much_text() -> bytes:
    """A page on which a million words stand at one place."""
    return one_page(stream(b"BT /F 12 Tf 9 9 Td " + b"(word 17 ) Tj " * 1_000_000 + b"ET"))


def pdf_of_nested_arrays() -> bytes:
    """An object nested a hundred thousand deep."""
    return one_page(
        stream(b"BT /F 12 Tf 9 9 Td (A page.) Tj ET"), b"/Font << /F 5 0 R >>", b"[" * 100_000 + b"]" * 100_000
    )


def mail(parts: int) -> bytes:
    """A mail whose parts hold each other."""
    heads = "".join(f'Content-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}\n' for number in range(parts))
    return f"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n{heads}Content-Type: text/plain\n\n{GOOD}".encode()


def _docx(body: str, *others: tuple[str, bytes]) -> bytes:
    return word_file(document_xml(body), *others)


# Name → what makes it. The suffix says which reader takes it.
SAMPLES: dict[str, Callable[[], bytes]] = {
    "one-line.txt": partial(repeated, b"The storm destroyed 340 houses in Port Halle, said Anna Becker. "),
    "digits.txt": partial(repeated, b"7"),
    "groups.txt": partial(repeated, b"123,456,"),
    "blanks.txt": lambda: repeated(b" ") + GOOD.encode(),
    "brackets.txt": partial(repeated, b"(["),
    "quotes.txt": partial(repeated, '“"‘'.encode()),
    "combining.txt": partial(repeated, "e\u0301\u0301\u200b".encode()),
    "initials.txt": partial(repeated, b"A. B. "),
    "hyphens.txt": partial(repeated, b"three-"),
    "paragraphs.txt": partial(repeated, b"1\n\n"),
    "front-page.md": partial(repeated, b"# The 3 of May\n- 5 dogs\n> | a | 9 |\n"),
    "escapes.txt": lambda: (
        b"\x1b]0;title\x07\x1b[2J[red]3[/red] \x1b[31m340 houses\x1b[0m \xc2\x9b5n were lost.\n" * 999
    ),
    "surrogates.txt": lambda: b"\xed\xa0\x80 340 houses \xed\xb0\x80 were lost.\n" * 99,
    "surrogates.jsonl": lambda: b'{"id": "\\ud800", "text": "\\udfff 340 houses were lost."}\n',
    "nuls.txt": lambda: b"340 houses\0 were lost.\n" * 999,
    "bidi.txt": lambda: "\u202e340\u202c houses \u2066were\u2069 lo\u00adst.\n".encode() * 999,
    "sixteen.txt": lambda: b"\xff\xfe" + GOOD.encode("utf-16-le") * 99 + b"\x00",
    "laughs.md": laughs_in_yaml,
    "deep-front-matter.md": lambda: b"---\na: " + b"[" * 500_000 + b"\n---\n" + GOOD.encode(),
    "open-front-matter.md": lambda: b"---\n" + repeated(b"a: b\n"),
    "deep.jsonl": lambda: b'{"id": "a", "text": "x", "more": ' + b"[" * 1_000_000 + b"\n",
    "empty-lines.jsonl": partial(repeated, b"{}\n", MEGABYTE),
    "numbers.jsonl": lambda: b'{"id": 1' + b"0" * 100_000 + b', "text": "x"}\n',
    "deep.html": lambda: b"<html><body>" + b"<div><b>" * 200_000 + GOOD.encode(),
    "less-than.html": partial(repeated, b"<"),
    "attributes.html": lambda: b"<p " + b" ".join(b"a%d=b" % n for n in range(300_000)) + b">" + GOOD.encode(),
    "comment.html": lambda: b"<p>" + GOOD.encode() + b"<!--" + repeated(b"- "),
    "tables.html": lambda: b"<table><tr><td>" * 20_000 + GOOD.encode(),
    "links.html": partial(repeated, b'<a href="x">340 houses</a>', 2 * MEGABYTE),
    "entities.html": partial(repeated, b"&amp;&#x202e;&#55296;&lt;script&gt;", 4 * MEGABYTE),
    "laughs.html": lambda: laughs_in_xml(f"<html><body><p>&a{_LAUGHS};</p></body></html>"),
    "script.html": lambda: b"<p>" + GOOD.encode() + b"</p><script>" + repeated(b"var a=1;"),
    "paragraphs.html": partial(repeated, b"<p>The storm destroyed 340 houses in Port Halle.</p>", 5 * MEGABYTE),
    "recursive-forms.pdf": pdf_of_recursive_forms,
    "recursive-pages.pdf": pdf_of_recursive_pages,
    "many-pages.pdf": pdf_of_many_pages,
    "bomb.pdf": pdf_bomb,
    "much-text.pdf": pdf_of_much_text,
    "nested.pdf": pdf_of_nested_arrays,
    "cut.pdf": lambda: pdf_of_many_pages()[:400_000],
    "noise.pdf": lambda: b"%PDF-1.7\n" + repeated(bytes(range(256))),
    "bomb.docx": bomb_in_zip,
    "laughs.docx": lambda: word_file(
        laughs_in_xml(f'<w:document xmlns:w="{_WORD}"><w:body>&a{_LAUGHS};</w:body></w:document>')
    ),
    "deep.docx": lambda: _docx("<w:sdt><w:sdtContent>" * 200_000),
    "members.docx": lambda: _docx(paragraph(GOOD), *((f"word/media/{n}.xml", b"") for n in range(100_000))),
    "escape.docx": lambda: _docx(paragraph(GOOD), ("../../../../etc/passwd", b"x"), ("/etc/passwd", b"x")),
    "paragraphs.docx": lambda: _docx(paragraph(GOOD) * 200_000),
    "cut.docx": lambda: _docx(paragraph(GOOD) * 200)[:900],
    "nothing.docx": lambda: zipped([]),
    "nested.eml": partial(mail, 20_000),
    "headers.eml": lambda: repeated(b"X-Header: a; b=c\n", 5 * MEGABYTE) + b"\n" + GOOD.encode(),
    "parameters.eml": lambda: b"Content-Type: text/plain; " + b"a*0*=x; " * 50_000 + b"\n\n" + GOOD.encode(),
    "addresses.eml": lambda: (
        b"From: " + b"(" * 100_000 + b"\nSubject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\n" + GOOD.encode()
    ),
    "bomb.txt.gz": bomb_in_gzip,
    "cut.txt.gz": lambda: gzip.compress(GOOD.encode() * 999)[:60],
    "members.txt.gz": lambda: gzip.compress(b"a") * 200_000,
    "line\nbreak \x1b[31m[red].txt": lambda: b"",
}


def bounded_command(command: str, *arguments: str) -> list[str]:
    """An audit under a bound on address space."""
    bound = f'ulimit -v {ADDRESS_SPACE // 1024}; exec "$@"'
    return ["bash", "-c", bound, "bash", command, "audit", *arguments, "--output-format", "json"]


def main() -> None:
    """Prints how long each sample took, and the most memory that one process held."""
    wanted = sys.argv[1:] or list(SAMPLES)
    command = shutil.which("factcheck")
    assert command, "install the project first: pip install ."
    print(f"{'sample':32}{'MB':>8}{'seconds':>9}{'peak MB':>9}  told")
    for name in wanted:
        # Each in a process of its own, for the peak of children is only ever the highest so far.
        subprocess.run([sys.executable, __file__, "--one", command, name], check=True)


def _one(command: str, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / name
        place.write_bytes(SAMPLES[name]())
        (Path(folder) / "good.txt").write_text(GOOD, encoding="utf-8")
        size = place.stat().st_size / MEGABYTE
        begin = time.perf_counter()
        done = subprocess.run(
            bounded_command(command, name, "good.txt"), cwd=folder, capture_output=True, text=True, errors="replace"
        )
        seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / MEGABYTE
    told = (done.stderr.strip().splitlines() or ["read"])[0]
    print(f"{name!r:32}{size:>8.1f}{seconds:>9.1f}{peak:>9.0f}  {done.returncode} {told[:120]!r}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(*sys.argv[2:])
    else:
        main()
