"""Word documents: what of them is text, in which order, and what they say of themselves."""

import datetime

import pytest
from made import docx as made
from made.article import Article
from made.docx import core, deleted, field, footnote, inserted, paragraph, parts, reference, run, table, text_box

from factcheck.errors import FactcheckError
from factcheck.model import Place
from factcheck.read.document import Document, Limits, Origin, Raw, Stated
from factcheck.read.formats import docx


def read(data: bytes, limits: Limits | None = None) -> Document:
    (document,) = docx.read(Raw("a.docx", data, limits or Limits()))
    return document


def document(body: str, **others: str) -> Document:
    return read(made.packed(parts(body, **others)))


def text(body: str, **others: str) -> str:
    return document(body, **others).text


def error(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(FactcheckError) as caught:
        read(data, limits)
    assert str(caught.value).startswith("a.docx: ")
    return caught.value.message


def test_an_article_is_its_title_and_its_paragraphs() -> None:
    article = Article("The dam", "P", "A. Writer", datetime.date(2025, 2, 14), ("It held 10,347 litres.", "It broke."))
    found = read(made.made(article))
    assert found.text == "The dam\n\nIt held 10,347 litres.\n\nIt broke."
    assert (found.title, found.publisher, found.note) == ("The dam", None, None)
    assert found.published == Stated(datetime.date(2025, 2, 14), Origin.FILE_PROPERTY)
    assert found.places == (Place(0, block=1), Place(9, block=2), Place(33, block=3))
    assert found.left_out == ()


def test_runs_are_joined_as_they_are_and_blanks_do_not_repeat() -> None:
    body = paragraph(run("  About 8,0") + run("00") + run(" people  came,\tand\u00a0went. ")) + paragraph("")
    assert text(body) == "About 8,000 people came, and\u00a0went."


@pytest.mark.parametrize(
    ("before", "small", "read_as"),
    [
        ("About 4,000", "1", "About 4,000 fled"),
        ("About 4,000", "[12]", "About 4,000 fled"),
        ("The dam", "*", "The dam fled"),
        ("about 40 km", "[2]", "about 40 km fled"),
        ("40 km", "2", "40 km² fled"),
        ("3 × 10", "6", "3 × 10⁶ fled"),
        ("3 × 10", "-6", "3 × 10⁻⁶ fled"),
        ("the 5", "th", "the 5th fled"),
        ("Madame M", "me", "Madame Mme fled"),
    ],
)
def test_small_raised_text(before: str, small: str, read_as: str) -> None:
    raised = run(small, '<w:vertAlign w:val="superscript"/>')
    assert text(paragraph(run(before) + raised + run(" fled", '<w:vertAlign w:val="baseline"/>'))) == read_as


def test_what_is_inserted_is_text_and_what_is_deleted_is_not() -> None:
    moved = '<w:moveFrom w:id="3"><w:r><w:t>Gone. </w:t></w:r></w:moveFrom><w:moveTo w:id="3">'
    body = paragraph(moved + run("Here. ") + "</w:moveTo>" + deleted("Ten ") + inserted(run("Twelve ")) + run("fell."))
    found = document(body)
    assert found.text == "Here. Twelve fell."
    assert found.note == "tracked changes are read as accepted"


def test_a_paragraph_whose_mark_is_deleted_runs_on_into_the_next_one() -> None:
    body = paragraph(run("Twelve "), mark="<w:del w:id='1'/>") + paragraph(run("fell.")) + paragraph(run("Next."))
    assert text(body) == "Twelve fell.\n\nNext."
    assert text(paragraph(run("The last."), mark="<w:del w:id='1'/>")) == "The last."


def test_old_properties_of_a_tracked_change_hide_nothing() -> None:
    changed = '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
    assert text(paragraph(run("Seen.", changed))) == "Seen."
    was = '<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Caption"/></w:pPr></w:pPrChange></w:pPr>'
    assert document(was + run("Seen.") + "</w:p>").left_out == ()


def test_a_row_of_a_table_is_a_line() -> None:
    found = text(paragraph(run("Before.")) + table(("Killed", "12"), ("Hurt", ""), ("", "")) + paragraph(run("After.")))
    assert found == "Before.\n\nKilled | 12\n\nHurt\n\nAfter."


def test_a_table_in_a_cell_stands_in_its_row() -> None:
    inner = table(("a", "b")) + paragraph(run("c"))
    assert text(table(("Row", inner))) == "Row | a | b c"


def test_a_table_that_lays_out_a_page_is_read_cell_by_cell() -> None:
    long = (
        "The river rose by two metres in the night and the mayor had the lower town cleared before the bridge gave way."
    )
    cell = paragraph(run(long)) + paragraph(run("It was the third flood."))
    assert text(table(("Bridge", long))) == f"Bridge | {long}"
    assert text(table((paragraph(run("One.")) + paragraph(run("Two.")), ""))) == "One.\n\nTwo."
    assert text(table((cell, "At a glance"))) == f"{long}\n\nIt was the third flood.\n\nAt a glance"


def test_deleted_rows_and_cells_are_left_out() -> None:
    rows = (
        '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{}</w:tc></w:tr>'
        '<w:tr><w:tc><w:tcPr><w:cellDel w:id="2"/></w:tcPr>{}</w:tc><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>'
    )
    cells = (paragraph(run(text)) for text in ("gone", "gone, too", "kept", "and this"))
    assert text(f"<w:tbl>{rows.format(*cells)}</w:tbl>") == "kept | and this"


def test_notes_follow_the_text_in_the_order_in_which_it_refers_to_them() -> None:
    body = paragraph(run("One") + reference(7) + run(", two.") + reference(3)) + paragraph(run("End."))
    notes = footnote(0, paragraph(run("unused"))) + footnote(3, paragraph(run("Third."))) + footnote(
        7, paragraph(run("Seventh.")) + paragraph(run("More."))
    )  # fmt: skip
    ends = '<w:endnote w:id="7">' + paragraph(run("An endnote nobody refers to.")) + "</w:endnote>"
    assert text(body, footnotes=notes, endnotes=ends) == "One, two.\n\nEnd.\n\nSeventh.\n\nMore.\n\nThird."


def test_a_note_is_given_once_and_one_of_deleted_text_is_not() -> None:
    struck = f"<w:del>{reference(2)}</w:del>"
    body = paragraph(run("One") + reference(1) + reference(1) + struck)
    notes = footnote(1, paragraph(run("Note."))) + footnote(2, paragraph(run("Struck.")))
    assert text(body, footnotes=notes) == "One\n\nNote."


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    box = text_box(paragraph(run("In the")) + paragraph(run("box.")))
    assert text(paragraph(run("One ") + box + run("paragraph."))) == "One paragraph.\n\nIn the\n\nbox."


def test_the_older_way_is_read_where_the_newer_one_has_no_text() -> None:
    both = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    assert text(paragraph(both.format("<w:drawing/>", run("Old.")))) == "Old."


def test_fields_show_their_result_and_not_their_code() -> None:
    body = paragraph(run("On page ") + field("PAGEREF x", "7") + run(" of ") + field("DATE", "May"))
    assert text(body) == "On page 7 of May"
    # A field within the code of another: neither is text.
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    assert text(paragraph(begin + field("X", "no") + separate + run("yes") + end)) == "yes"


def test_a_field_that_never_ends_hides_no_other_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert text(paragraph(begin + run("lost")) + paragraph(run("Kept."))) == "Kept."


def test_links_tags_and_controls_hold_text() -> None:
    link = f"<w:hyperlink>{run('A link')}</w:hyperlink>"
    tag = f"<w:smartTag>{run(' and a tag')}</w:smartTag>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run(', a control')}</w:sdtContent></w:sdt>"
    simple = f'<w:fldSimple w:instr="DATE">{run(", a date")}</w:fldSimple>'
    assert text(paragraph(link + tag + control + simple)) == "A link and a tag, a control, a date"


def test_the_prompt_of_an_empty_control_is_no_text() -> None:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert text(paragraph(prompt.format(run("Enter 5 names")) + run("Text."))) == "Text."


def test_hidden_text_is_no_text() -> None:
    styles = (
        '<w:style w:styleId="h"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="k"><w:name w:val="Child"/><w:basedOn w:val="h"/></w:style>'
        '<w:style w:styleId="l"><w:name w:val="Loop"/><w:basedOn w:val="l"/></w:style>'
    )
    body = paragraph(
        run("Seen")
        + run(" hidden", "<w:vanish/>")
        + run(" by style", '<w:rStyle w:val="k"/>')
        + run(" shown.", '<w:rStyle w:val="l"/><w:vanish w:val="0"/>')
    )
    assert text(body + paragraph(run("Hidden."), style="h"), styles=styles) == "Seen shown."
    inner = paragraph(run("Hidden."))
    box = f"<w:r><w:rPr><w:vanish/></w:rPr><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    assert text(paragraph(run("Seen.") + box)) == "Seen."
    # The mark at a paragraph's end may be hidden without its text.
    assert text(paragraph(run("Seen."), mark="<w:vanish/>")) == "Seen."


def test_signs_that_are_no_letters() -> None:
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t>"
        '<w:sym w:font="Symbol" w:char="F0B1"/><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:char="zz"/>'
        '<w:sym w:font="Arial" w:char="2248"/><w:sym w:font="Arial" w:char="FFFFFFFF"/><w:sym w:char="-1"/></w:r>'
    )
    assert text(paragraph(signs)) == "a b\nc-de± ≈"
    stops = '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>000</w:t></w:r></w:p>'
    assert text(paragraph(run("10,"), mark="<w:del/>") + stops) == "10,000"


def test_an_empty_line_ends_a_paragraph() -> None:
    assert text(paragraph(run("One.") + "<w:r><w:br/><w:br/></w:r>" + run("Two."))) == "One.\n\nTwo."


def test_formulas_and_what_stands_under_small_print() -> None:
    formula = "<m:oMath><m:r><m:t>x = 5</m:t></m:r></m:oMath>"
    small = f"<w:ruby><w:rt>{run('small')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby>"
    assert text(paragraph(formula) + paragraph(f"<w:r>{small}</w:r>")) == "x = 5\n\nbase"


def test_comments_are_not_read_and_said_to_be() -> None:
    found = document(paragraph(run("Text.")), comments=f"<w:comment>{paragraph(run('No!'))}</w:comment>")
    assert (found.text, found.note) == ("Text.", "not read: comments")


def test_captions_and_tables_of_contents_are_no_prose() -> None:
    styles = '<w:style w:styleId="Verz1"><w:name w:val="toc 1"/></w:style>'
    body = (
        paragraph(run("Floods 7"), style="Verz1") + paragraph(run("Text.")) + paragraph(run("A dam"), style="Caption")
    )
    found = document(body, styles=styles)
    assert [found.text[start:end] for start, end in found.left_out] == ["Floods 7", "A dam"]


def test_strict_documents_are_read() -> None:
    assert text(paragraph(run("Text.")), word=made.STRICT_WORD) == "Text."


def test_the_main_part_is_found_wherever_it_stands() -> None:
    written = parts(paragraph(run("Text.")))
    moved = written | {"_rels/.rels": made.relationships(officeDocument="/DOC/main.xml")}
    moved["doc\\main.xml"] = moved.pop("word/document.xml")
    assert read(made.packed(moved)).text == "Text."
    del written["_rels/.rels"], written["[Content_Types].xml"]
    assert read(made.packed(written)).text == "Text."


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("The dam", "The dam"),
        ("Microsoft Word - x.doc", None),
        ("draft 3.docx", None),
        ("Document1", None),
        ("1", None),
    ],
)
def test_a_title_is_taken_if_it_is_one(title: str, read_as: str | None) -> None:
    assert document(paragraph(run("Text.")), core=core(title)).title == read_as


def test_the_paragraph_in_the_style_of_a_title_is_the_title_else() -> None:
    styles = '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    assert document(paragraph(run("A")) + paragraph(run("B"), style="Titel"), styles=styles).title == "B"


@pytest.mark.parametrize(
    ("created", "modified", "day"),
    [
        ("2025-02-12", "2025-02-14", 14),
        ("2025-02-14", None, 14),
        (None, "2025-02-14", 14),
        ("2024-02-12", "2025-02-14", None),
        ("2025-02-14", "2025-02-12", None),
        ("2025-02-30", None, None),
        (None, None, None),
    ],
)
def test_a_document_begun_long_before_its_last_change_is_not_dated(
    created: str | None, modified: str | None, day: int | None
) -> None:
    found = document(paragraph(run("Text.")), core=core("T", created, modified)).published
    assert found == (Stated(datetime.date(2025, 2, day), Origin.FILE_PROPERTY) if day else None)


def test_the_day_of_a_librarys_template_is_no_date() -> None:
    more = "<dc:description>generated by python-docx</dc:description>"
    body = paragraph(run("Text."))
    assert document(body, core=core("", "2013-12-23", "2013-12-23", more=more)).published is None
    assert document(body, core=core("", "2013-12-23", "2013-12-23")).published is not None


def test_a_document_of_pictures_only_says_so() -> None:
    written = parts("<w:p><w:r><w:drawing/></w:r></w:p>")
    written["word/_rels/document.xml.rels"] = made.relationships(image="media/1.png")
    assert error(made.packed(written)).startswith("no text in it, only pictures: run text recognition")
    assert text("<w:p/>") == ""
