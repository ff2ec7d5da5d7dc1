"""An article as a Word document, zip and XML written here; the pieces serve tests of what else stands in one."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from made.article import Article

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def made(article: Article) -> bytes:
    """The title in its style, the paragraphs, each run of it cut in two as editing does; dates as file properties."""
    body = paragraph(run(article.title), style="Title") + "".join(
        paragraph(run(text[: len(text) // 2]) + run(text[len(text) // 2 :])) for text in article.paragraphs
    )
    day = article.published.isoformat() if article.published else None
    return packed(parts(body, core=core(article.title, day, day, article.author)))


def parts(body: str, *, core: str = "", word: str = WORD, **others: str) -> dict[str, str]:
    """The parts of a document: `body` is the XML in it, `core` that of its properties, `others` that of parts beside
    it: styles, footnotes, endnotes, comments."""
    written = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relationships(officeDocument="word/document.xml", **{"core-properties": "docProps/core.xml"}),
        "word/_rels/document.xml.rels": relationships(**{name: f"{name}.xml" for name in others}),
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{word}" {_OTHERS}><w:body>{body}</w:body></w:document>',
    }
    for name, content in others.items():
        written[f"word/{name}.xml"] = f'{_HEAD}<w:{name} xmlns:w="{word}" {_OTHERS}>{content}</w:{name}>'
    if core:
        written["docProps/core.xml"] = core
    return written


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def relationships(**targets: str) -> str:
    """A part that leads to others: the last word of the type → where it is."""
    entries = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target={quoteattr(target)}/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{entries}</Relationships>'


def core(
    title: str = "", created: str | None = None, modified: str | None = None, creator: str | None = None, more: str = ""
) -> str:
    """The part of the properties; days are written with a time, as programs do."""
    days = {"dcterms:created": created, "dcterms:modified": modified}
    texts = {"dc:title": title, "dc:creator": creator, **{k: f"{day}T09:30:00Z" for k, day in days.items() if day}}
    written = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts.items() if text)
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{written}{more}</cp:coreProperties>"
    )


def paragraph(content: str, style: str = "", mark: str = "") -> str:
    """A paragraph of runs; `mark` holds properties of the mark at its end."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text, each tab in it a sign of its own."""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t"))
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{pieces}</w:r>"


def inserted(content: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{content}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is a text, or paragraphs in XML."""
    cells = ((cell if cell.startswith("<") else paragraph(run(cell)) for cell in row) for row in rows)
    written = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in cells)
    return f"<w:tbl>{written}</w:tbl>"


def text_box(content: str) -> str:
    """A run with a text box, for programs of today and, once more, for old ones."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def footnote(number: int, content: str) -> str:
    return f'<w:footnote w:id="{number}">{content}</w:footnote>'


def reference(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def field(instruction: str, result: str) -> str:
    """A field with its code and what it shows."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
