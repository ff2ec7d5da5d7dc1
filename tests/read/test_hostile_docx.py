"""Word documents made to break their readers: each ends in an error that says what to do, or is read."""

import io
import zipfile

import pytest
from made.docx import core, packed, paragraph, parts, reference, relationships, run
from test_read_docx import error, read, text

from factcheck.read.document import Limits
from factcheck.read.docx.package import MAX_MEMBERS
from factcheck.read.docx.xml import MAX_DEPTH

_BODY = paragraph(run("Text."))


def test_what_is_no_zip_and_a_zip_without_a_document() -> None:
    assert error(b"not a zip").startswith("broken zip")
    assert error(b"").startswith("broken zip")
    assert error(packed({"xl/workbook.xml": ""})).startswith("no Word document is in this zip")


def test_any_cut_and_any_changed_byte_is_an_error_or_a_text() -> None:
    data = packed(parts(_BODY * 20, core=core("T")))
    for place in range(0, len(data), 7):
        for broken in (data[:place], data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]):
            try:
                read(broken)
            except Exception as failure:
                assert type(failure).__name__ == "FactcheckError", (place, failure)


def test_a_part_that_unpacks_to_far_too_much() -> None:
    bomb = parts(paragraph(run("a")) + " " * 30_000_000)
    assert "unpack to more than" in error(packed(bomb))


def test_sizes_in_the_header_are_not_trusted() -> None:
    data = packed(parts(_BODY + " " * 1_000_000))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lied = data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lied != data
    assert error(lied)


def test_more_text_than_the_limit() -> None:
    assert "--max-size" in error(packed(parts(paragraph(run("word " * 3_000)))), Limits(text=10_000))


def test_too_many_files_in_the_zip() -> None:
    assert f"more than {MAX_MEMBERS:,} files" in error(packed(parts(_BODY) | {f"x/{n}": b"" for n in range(20_000)}))


def test_deep_xml() -> None:
    deep = "<w:x>" * MAX_DEPTH + "</w:x>" * MAX_DEPTH
    assert f"nested more than {MAX_DEPTH} deep" in error(packed(parts(deep)))
    assert text(_BODY + "<w:x>" * 400 + "</w:x>" * 400) == "Text."
    tables = "<w:tbl><w:tr><w:tc>" * 150 + _BODY + "</w:tc></w:tr></w:tbl>" * 150
    assert text(tables) == "Text."


@pytest.mark.parametrize("part", ["word/document.xml", "_rels/.rels", "docProps/core.xml", "word/styles.xml"])
@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">',
        '<!ENTITY c SYSTEM "file:///etc/passwd">',
        '<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;',
        "",
    ],
)
def test_entities_are_refused(part: str, entities: str) -> None:
    written = parts(_BODY, core=core("T"), styles="")
    written[part] = f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><x>&c;</x>'
    assert "DTD" in error(packed(written))


@pytest.mark.parametrize(
    "xml", ["", "<", "<a></b>", "<a>\0</a>", "<a>&#xD800;</a>", "<a>&nbsp;</a>", "<w:p/>", b"\xff\xfe<", "<a/><b/>"]
)
def test_broken_xml(xml: str | bytes) -> None:
    written: dict[str, str | bytes] = {**parts(_BODY)}
    written["word/document.xml"] = xml
    if xml == "":
        assert read(packed(written)).text == ""
    else:
        assert error(packed(written)).startswith("broken XML in word/document.xml")


@pytest.mark.parametrize(
    "body",
    [
        "</w:body><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tr/><w:body>",
        "<w:r><w:t>no paragraph</w:t></w:r>",
        "<w:pStyle/><w:rStyle/><w:vanish/><w:showingPlcHdr/><w:fldChar/><w:sym/><w:cellDel/><w:del/>",
        "<mc:Fallback><w:p/></mc:Fallback><mc:Choice/>",
        "<w:txbxContent><w:p/></w:txbxContent><w:footnote><w:p/></w:footnote>",
        "<w:p><w:p><w:r><w:r><w:t>a</w:t></w:r></w:r></w:p></w:p>",
        "<w:rPr><w:vanish/></w:rPr><w:trPr><w:del/></w:trPr><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r></w:p>',
    ],
)
def test_elements_where_they_do_not_belong_break_nothing(body: str) -> None:
    assert text(body + _BODY).endswith("Text.")


def test_relationships_that_lead_in_circles_out_of_the_zip_or_nowhere() -> None:
    written = parts(_BODY + paragraph(reference(1)))
    written["word/_rels/document.xml.rels"] = relationships(
        footnotes="document.xml", endnotes="../../../../etc/passwd", styles="nowhere.xml"
    )
    written["../../evil.xml"] = "<a/>"
    assert read(packed(written)).text == "Text."
    written["_rels/.rels"] = relationships(officeDocument="../../etc/passwd")
    assert error(packed(written)).startswith("no Word document")


def test_packed_with_a_password_or_in_an_unusual_way() -> None:
    data = packed(parts(_BODY))
    local, listed = data.find(b"PK\x03\x04"), data.find(b"PK\x01\x02")
    locked = bytearray(data)
    for start, offset in ((local, 6), (listed, 8)):
        while start >= 0:
            locked[start + offset] |= 1
            start = data.find(data[start : start + 4], start + 4)
    assert error(bytes(locked)).startswith("protected by a password: remove it")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in parts(_BODY).items():
            archive.writestr(name, content)
    assert "no word processor uses" in error(buffer.getvalue())


def test_one_endless_name_takes_linear_time() -> None:
    # Stored, so that the ratio does not end it before.
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts(_BODY + f'<w:x a="{"x" * 8_000_000}"/>').items():
            archive.writestr(name, content)
    assert read(buffer.getvalue()).text == "Text."


def test_a_property_without_end_is_passed_over() -> None:
    found = read(packed(parts(_BODY, core=core("Title " * 1_000_000))))
    assert (found.text, found.title) == ("Text.", None)
