"""Saved web pages: the article's text in paragraphs, nothing of what stands around it, and what the page states."""

import datetime
import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import html as made
from made.article import Article

from factcheck.errors import FactcheckError
from factcheck.read.document import Document, Origin, Raw, Stated
from factcheck.read.formats import html

PARAGRAPHS = (
    "KARSAN, 12 March 2025 - At least 27 people were killed when the Oru dam broke, the ministry said.",
    "The dam held 3.4 million cubic metres of water. Engineers had warned of cracks in January.",
    '"We heard a sound like thunder," said Mira Telk, 54, who lost her house & her boat.',
    "Some 4,200 people were taken to schools.",
    "No train runs.",
)
ARTICLE = Article("Dam breach floods Karsan", "Valley Post", "Ann Lee", datetime.date(2025, 3, 12), PARAGRAPHS)
PROSE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(body: str, head: str = "<title>Dam breach floods Karsan</title>") -> Document:
    return of(f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode())


def of(data: bytes) -> Document:
    (document,) = html.read(Raw("a.html", data))
    return document


def paragraphs(document: Document) -> list[str]:
    return document.text.split("\n\n")


def body(markup: str) -> list[str]:
    """The paragraphs of a page that begins with those of the article."""
    found = paragraphs(page(f"<h1>{ARTICLE.title}</h1>{PROSE}{markup}"))
    assert found[: len(PARAGRAPHS) + 1] == [ARTICLE.title, *PARAGRAPHS]
    return found[len(PARAGRAPHS) + 1 :]


@pytest.mark.parametrize("write", [made.made, made.without_semantics, made.broken_by_lines])
@pytest.mark.parametrize("length", [1, 2, 5])
def test_title_and_paragraphs_come_through_and_nothing_else(write: object, length: int) -> None:
    article = Article(ARTICLE.title, "Valley Post", "Ann Lee", ARTICLE.published, PARAGRAPHS[:length])
    document = of(write(article))  # type: ignore[operator]
    assert paragraphs(document) == [article.title, *article.paragraphs]
    assert (document.title, document.publisher, document.note) == (article.title, "Valley Post", None)
    assert document.published == Stated(datetime.date(2025, 3, 12), Origin.PAGE)


def test_each_paragraph_is_a_block_with_its_place() -> None:
    document = of(made.made(ARTICLE))
    assert [place.block for place in document.places] == list(range(1, 7))
    starts = [place.start for place in document.places]
    assert [document.text[start:].split("\n\n")[0] for start in starts] == [ARTICLE.title, *PARAGRAPHS]


def test_a_fragment_is_read_whole() -> None:
    assert of(b"<p>Twelve men drowned.</p>").text == "Twelve men drowned."
    assert of(b"Twelve men\n drowned.<br><br>One lived.").text == "Twelve men drowned.\n\nOne lived."
    assert of(b"<p>Twelve men drowned.</p>").note == "its main text was not told apart from the rest of the page"


@pytest.mark.parametrize(
    "data", [b"", b" \n", b"<!-- -->", b"<html><body></body></html>", b"<script>let a = 12</script>", b"<p>&nbsp;</p>"]
)
def test_a_page_without_text_is_an_error_with_its_cure(data: bytes) -> None:
    with pytest.raises(FactcheckError, match=r"a\.html: no article in the page, .*: save what the browser"):
        of(data)


def test_text_that_only_a_script_shows_is_taken_from_the_data() -> None:
    data = (
        '{"@type": "NewsArticle", "headline": "Dam breach", "articleBody": "Some 27 died &amp; 4 live.\\n\\nNo train."}'
    )
    document = page('<div id="app"></div>', f'<script type="application/ld+json">{data}</script>')
    assert paragraphs(document) == ["Dam breach", "Some 27 died & 4 live.", "No train."]
    assert document.note == "its text is taken from the page's data, which a script shows"


def test_half_a_character_in_the_data_of_a_page_becomes_the_substitute() -> None:
    data = (
        '{"@type": "NewsArticle", "headline": "Dam \\ud83d breach", "publisher": {"name": "Post \\udc00"}, '
        '"articleBody": "Some 27 \\ud83d died.", "author": "\\ud800"}'
    )
    document = page('<div id="app"></div>', f'<script type="application/ld+json">{data}</script>')
    assert paragraphs(document) == ["Dam \ufffd breach", "Some 27 \ufffd died."]
    assert (document.title, document.publisher) == ("Dam \ufffd breach", "Post \ufffd")


@pytest.mark.parametrize(
    "markup",
    [
        "<script>x = '31 dead'</script>",
        "<style>p::after { content: '31 dead' }</style>",
        "<template><p>Some 31 soldiers died.</p></template>",
        "<noscript><p>Some 31 soldiers died.</p></noscript>",
        "<div hidden><p>Some 31 soldiers died.</p></div>",
        '<div style="color: red; Display : NONE"><p>Some 31 soldiers died.</p></div>',
        '<p style="visibility:hidden">Some 31 soldiers died.</p>',
        '<p aria-hidden="true">Some 31 soldiers died.</p>',
        "<svg><title>Some 31 soldiers died.</title><text>Some 31 soldiers died.</text></svg>",
        "<iframe><p>Some 31 soldiers died.</p></iframe>",
        "<p><del>Some 31 soldiers died.</del> <s>31</s></p>",
        "<!-- <p>Some 31 soldiers died.</p> -->",
    ],
)
def test_what_is_not_shown_is_no_text(markup: str) -> None:
    assert body(markup) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<nav>Some 31 soldiers died in the hills on Friday.</nav>",
        "<aside><p>Some 31 soldiers died in the hills on Friday.</p></aside>",
        "<figure><img src=a><figcaption>Some 31 soldiers died in the hills on Friday.</figcaption></figure>",
        '<div class="wp-caption-text">Some 31 soldiers died in the hills on Friday.</div>',
        '<div class="articleRelatedStories"><p>Some 31 soldiers died in the hills on Friday.</p></div>',
        '<div data-component="newsletter-box"><p>Some 31,000 people read our letter.</p></div>',
        '<section id="comments"><p>Some 31 soldiers died in the hills on Friday.</p></section>',
        "<footer><p>Some 31 soldiers died in the hills on Friday.</p></footer>",
        '<div role="dialog"><p>We and our 31 partners store data on your device.</p></div>',
        "<form><p>Tell our 31 reporters what you think of it.</p><input></form>",
        '<p><a href="/b">Some 31 soldiers died in the hills on Friday.</a></p>',
        '<ul><li><a href="/b">Some 31 soldiers died</a></li><li><a href="/c">Some 32 died</a> today</li></ul>',
        '<div><a href="/b"><h3>31 soldiers die</h3></a><p>They died on Friday.</p></div>'
        '<div><a href="/c"><h3>32 soldiers die</h3></a><p>They died on Friday.</p></div>',
        '<h3><a href="/b">31 soldiers die</a></h3><p>They died on Friday.</p>'
        '<h3><a href="/c">32 soldiers die</a></h3><p>They died on Friday.</p>',
        # No headings: cards side by side, and lines in turn.
        '<div><p><a href="/b">31 soldiers die in Tarim</a></p><p>They died on Friday, it was said.</p></div>'
        '<div><p><a href="/c">32 soldiers die in Lemnos</a></p><p>They died on Friday, it was said.</p></div>',
        '<p><a href="/b">31 soldiers die</a></p><p>They died on Friday, the army of Tarim said.</p>'
        '<p><a href="/c">32 soldiers die</a></p><p>They died on Friday, the army of Lemnos said.</p>'
        '<p><a href="/d">33 soldiers die</a></p><p>They died on Friday, the army of Oslovia said.</p>',
        '<p class="correction">An earlier version of this article said that 72 people were killed.</p>',
        "<p>© 2031 Valley Post. All rights reserved in 31 states.</p>",
    ],
)
def test_what_structure_shows_to_be_no_part_of_the_article_is_left_out(markup: str) -> None:
    assert body(markup) == []


def test_a_byline_is_known_by_the_stated_author() -> None:
    head = '<title>Dam breach floods Karsan</title><meta name="author" content="Ann Lee">'
    document = page(f"<article><h1>{ARTICLE.title}</h1><p>By Ann Lee in Karsan</p>{PROSE}</article>", head)
    assert paragraphs(document) == [ARTICLE.title, *PARAGRAPHS]
    assert document.publisher == "Ann Lee"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>There are <b>12</b> <i>men</i> in the boat.</p>", ["There are 12 men in the boat."]),
        ("<p>It lost 8,000<sup>1</sup> men<sup>[2]</sup> there.</p>", ["It lost 8,000 men there."]),
        ('<p>It lost 8,000<sup><a href="#n">3</a></sup> men there.</p>', ["It lost 8,000 men there."]),
        ("<p>It burnt 5 km<sup>2</sup> of forest there.</p>", ["It burnt 5 km² of forest there."]),
        ("<p>It weighs 3 × 10<sup>−6</sup> grams there.</p>", ["It weighs 3 × 10⁻⁶ grams there."]),
        ("<p>It is the 21<sup>st</sup> flood there.</p>", ["It is the 21st flood there."]),
        ("<p>He said <q>it is over</q> at last.</p>", ["He said “it is over” at last."]),
        ("<p>It lost <del>8,000</del> <ins>9,000</ins> men there.</p>", ["It lost 9,000 men there."]),
        ("<p>It lost 8&nbsp;000 men &amp; two boats there.</p>", ["It lost 8 000 men & two boats there."]),
        (
            "<ul><li>Two boats are lost.</li><li>Three are safe now.</li></ul>",
            ["Two boats are lost.", "Three are safe now."],
        ),
        ("<blockquote><p>We lost all of it.</p><footer>Mira Telk</footer></blockquote>", ["We lost all of it."]),
    ],
)
def test_marks_within_sentences_are_read_as_they_are_seen(markup: str, expected: list[str]) -> None:
    assert body(markup)[: len(expected)] == expected


def test_rows_of_a_table_are_lines_of_cells() -> None:
    table = "<table><tr><th>Town</th><th>Killed</th></tr><tr><td><p>Belen</p></td><td>19</td><td></td></tr></table>"
    assert body(f"{table}<p>The ministry will count again in May.</p>") == [
        "Town | Killed",
        "Belen | 19",
        "The ministry will count again in May.",
    ]


def test_preformatted_text_keeps_its_paragraphs() -> None:
    document = page(f"<pre>{chr(10).join(PARAGRAPHS[:2])}\n\n{PARAGRAPHS[2]}</pre>")
    assert paragraphs(document) == ["\n".join(PARAGRAPHS[:2]), PARAGRAPHS[2].replace("&", "&")]


def test_a_form_around_the_whole_page_is_read() -> None:
    form = f"<form action=a.aspx><input type=hidden><h1>{ARTICLE.title}</h1><div>{PROSE}</div></form>"
    assert paragraphs(page(form)) == [ARTICLE.title, *PARAGRAPHS]


def test_a_link_between_paragraphs_takes_none_of_them_along() -> None:
    link = '<p><a href="/b">Read on: 31 soldiers die</a></p>'
    linked = f"<h1>{ARTICLE.title}</h1>{PROSE.replace('</p>', f'</p>{link}', 2)}"
    assert paragraphs(page(linked)) == [ARTICLE.title, *PARAGRAPHS]


def test_a_paragraph_may_consist_of_links_for_the_most_part() -> None:
    linked = '<p>The <a href="/b">ministry of the interior</a> and the <a href="/c">army</a> said so.</p>'
    assert body(linked) == ["The ministry of the interior and the army said so."]


def test_an_article_in_a_part_that_is_named_after_a_box_is_read() -> None:
    boxed = f'<h1>{ARTICLE.title}</h1><div class="newsletter">{PROSE}</div>'
    assert paragraphs(page(boxed)) == [ARTICLE.title, *PARAGRAPHS]


def test_a_page_of_links_is_an_error() -> None:
    cards = "".join(f'<div><h3><a href="/{n}">{n} soldiers die</a></h3><p>On Friday.</p></div>' for n in range(9))
    with pytest.raises(FactcheckError, match="no article in the page"):
        page(f"<h1>The Valley Post</h1>{cards}")


def test_a_class_of_the_article_may_name_the_box_in_it() -> None:
    text = f'<h1>{ARTICLE.title}</h1><div class="text with-share-bar">{PROSE}</div>'
    assert paragraphs(page(f'<div class="post has-related-sidebar">{text}</div>')) == [ARTICLE.title, *PARAGRAPHS]


def test_a_long_standfirst_in_boxes_of_its_own_is_not_the_whole_article() -> None:
    standfirst = "<p>Engineers had warned of the cracks. Nobody closed the sluices that night, and nobody called.</p>"
    head = f"<header><div><div><div><h1>{ARTICLE.title}</h1></div>{standfirst * 2}</div></div></header>"
    found = page(f"<article><div>{head}</div><div><div>{PROSE}</div></div></article>")
    assert found.text.endswith(PARAGRAPHS[-1])
    assert found.note is None


def test_an_article_in_parts_is_read_whole() -> None:
    first, second = PROSE.split("</p>", 2)[0] + "</p>", PROSE.split("</p>", 1)[1]
    parts = f"<div><h1>{ARTICLE.title}</h1>{first}</div><div class=ad>Buy 12.</div><div>{second}</div>"
    assert paragraphs(page(parts)) == [ARTICLE.title, *PARAGRAPHS]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2025-03-12T09:00:00Z">', "2025-03-12"),
        ('<meta itemprop="datePublished" content="12 March 2025">', "2025-03-12"),
        ('<meta name="DC.date.issued" content="2025-03-12">', "2025-03-12"),
        ('<meta name="pubdate" content="20250312">', "2025-03-12"),
        ('<meta name="date" content="2025/03/12 09:00">', "2025-03-12"),
        ('<meta property="article:modified_time" content="2025-03-12">', None),
        ('<meta name="copyright" content="2025-03-12"><link rel="stylesheet" href="/2025/03/12/a">', None),
        ('<meta name="pub_date" content="20250312">', "2025-03-12"),
        # The address that a page gives as its own is dated by most papers.
        ('<link rel="canonical" href="https://valley.example/2025/03/12/dam-breach">', "2025-03-12"),
        ('<meta property="og:url" content="https://valley.example/2025/WORLD/3/12/dam/index.html">', "2025-03-12"),
        ('<link rel="canonical" href="/2025/03/12/a"><meta name="date" content="2025-03-11">', "2025-03-11"),
        ('<link rel="canonical" href="/2025/03/a"><meta property="og:url" content="/2025/03/12/a">', None),
        ('<link rel="canonical" href="/2025/31/12/a">', None),
        ('<link rel="canonical" href="/archive/12025/03/12/a">', None),
        ('<meta name="date" content="March 2025">', None),
        ('<meta name="date" content="2025-02-30">', None),
        # The time of publication goes before what may be that of a change.
        (
            '<meta name="date" content="2025-03-14"><meta property="article:published_time" content="2025-03-12">',
            "2025-03-12",
        ),
        # One moment in two zones: the day of the newsroom.
        (
            '<meta property="article:published_time" content="2025-03-12T23:30:00Z">'
            '<meta itemprop="datePublished" content="2025-03-13T00:30:00+01:00">',
            "2025-03-13",
        ),
    ],
)
def test_the_day_of_publication_is_one_that_the_head_states(head: str, day: str | None) -> None:
    stated = page(f"<h1>{ARTICLE.title}</h1>{PROSE}", head).published
    assert (stated and stated.day.isoformat()) == day


def test_stated_days_that_contradict_each_other_are_none() -> None:
    times = ("article:published_time", "2025-03-12"), ("datePublished", "2025-03-14")
    head = "".join(f'<meta property="{name}" content="{day}">' for name, day in times)
    document = page(f"<h1>{ARTICLE.title}</h1>{PROSE}", head)
    assert document.published is None
    assert document.note == (
        "the page names different days of publication, 2025-03-12 and 2025-03-14: none of them is taken"
    )


@pytest.mark.parametrize(
    ("data", "day"),
    [
        ('{"@type": "NewsArticle", "datePublished": "2025-03-12"}', "2025-03-12"),
        ('[{"@graph": [{"@type": ["BlogPosting"], "datePublished": "2025-03-12"}]}]', "2025-03-12"),
        ('{"@type": "WebPage", "datePublished": "2025-03-12"}', "2025-03-12"),
        ('{"@type": "NewsArticle", "dateModified": "2025-03-12"}', None),
        ('{"@type": "Person", "datePublished": "2025-03-12"}', None),
        ('{"@type": "NewsArticle", "datePublished": 20250312}', None),
        # Which of several articles is this one?
        (
            '[{"@type": "NewsArticle", "datePublished": "2025-03-12"}, '
            '{"@type": "NewsArticle", "datePublished": "2025-03-14"}]',
            None,
        ),
        (
            '[{"@type": "NewsArticle", "datePublished": "2025-03-12"}, '
            '{"@type": "NewsArticle", "datePublished": "2025-03-14", "mainEntityOfPage": "/"}]',
            "2025-03-14",
        ),
        ('{"@type": "NewsArticle", "datePublished": "2025-03-12"', None),
        ("[" * 100_000, None),
    ],
)
def test_the_day_of_publication_in_the_data_of_a_page(data: str, day: str | None) -> None:
    script = f'<script type="application/ld+json">{data}</script>'
    stated = page(f"<h1>{ARTICLE.title}</h1>{PROSE}", script).published
    assert (stated and stated.day.isoformat()) == day


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ('<time datetime="2025-03-12T09:00">12 March</time>', "2025-03-12"),
        (
            '<time itemprop="datePublished" datetime="2025-03-12">x</time><time datetime="2025-03-14">x</time>',
            "2025-03-12",
        ),
        ('<time datetime="2025-03-12">x</time><time datetime="2025-03-14">x</time>', None),
        ('<time class="updated" datetime="2025-03-12">x</time>', None),
        ('<p>Updated <time datetime="2025-03-12">x</time></p>', None),
        ("<time>2025-03-12</time>", None),
        ('<abbr class="published" title="2025-03-12T09:00:00-04:00">12 March</abbr>', "2025-03-12"),
        (
            '<abbr class="published" title="2025-03-12">x</abbr><abbr class="published" title="2025-03-10">x</abbr>',
            None,
        ),
        ('<span class="published" title="On the front page">12 March 2025</span>', None),
    ],
)
def test_the_day_of_publication_in_the_elements_of_a_page(markup: str, day: str | None) -> None:
    stated = page(f"<h1>{ARTICLE.title}</h1>{markup}{PROSE}").published
    assert (stated and stated.day.isoformat()) == day


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        ("<title>Dam breach floods Karsan | Valley Post</title>", "Dam breach floods Karsan", None),
        ('<meta property="og:title" content="Flood &quot;kills&quot; 27">', "Dam breach floods Karsan", None),
        ('<meta property="og:site_name" content=" Valley\n Post ">', "Dam breach floods Karsan", "Valley Post"),
        ('<meta property="article:author" content="https://a.example/b">', "Dam breach floods Karsan", None),
    ],
)
def test_title_and_publisher(head: str, title: str, publisher: str | None) -> None:
    document = page(f"<h1>{ARTICLE.title}</h1>{PROSE}", head)
    assert (document.title, document.publisher) == (title, publisher)


def test_the_name_of_the_site_is_no_title() -> None:
    head = "<title>Dam breach floods Karsan - The Valley Post</title>"
    document = page(f'<h1><a href="/">The Valley Post</a></h1><h2>{ARTICLE.title}</h2>{PROSE}', head)
    assert document.title == ARTICLE.title


def test_a_title_that_is_no_heading_is_read() -> None:
    head = "<title>Dam breach floods Karsan - The Valley Post</title>"
    document = page(f'<div><span class="big">{ARTICLE.title}</span><div>{PROSE}</div></div>', head)
    assert paragraphs(document) == [ARTICLE.title, *PARAGRAPHS]
    assert document.title == ARTICLE.title


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "<meta charset=latin-1>"),
        ("utf-16", ""),
        ("cp1251", "<meta charset=windows-1251>"),
        ("cp1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        ("cp1251", '<?xml version="1.0" encoding="windows-1251"?>'),
    ],
)
def test_the_declared_encoding_is_read(encoding: str, head: str) -> None:
    sentence = "Двенадцать солдат погибли в пятницу, сообщило министерство обороны."
    assert of(f"{head}<p>{sentence}</p>".encode(encoding)).text == sentence


def test_elements_that_xml_ends_at_once_hold_nothing() -> None:
    head = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js" /></head>'
    assert of(f"{head}<body><p>Twelve men drowned.<a id='a'/></p></body></html>".encode()).text == "Twelve men drowned."


def test_characters_that_no_text_may_hold_are_substituted() -> None:
    assert of(b"<p>Some <q>\x01twelve</q>\x02 men</p>").text == "Some “ twelve” men"
    document = of(b"<p>Some &#xD800;12 men&#0; and &#x1F6A2; in &#1114112; boats.</p>")
    assert document.text.encode() and "12 men" in document.text and "\U0001f6a2" in document.text


def test_nesting_beyond_all_measure_is_an_error_and_deep_nesting_is_read() -> None:
    assert of(b"<div>" * 1_900 + b"<p>Twelve men drowned.").text == "Twelve men drowned."
    with pytest.raises(FactcheckError, match="nested more than 2,000 deep: save the text of the page as"):
        of(b"<div>" * 100_000 + b"<p>Twelve men drowned.")


def test_nothing_that_a_page_names_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a socket was asked for")

    secret = tmp_path / "secret.txt"
    secret.write_text("Some 31 soldiers died.")
    monkeypatch.setattr(socket, "socket", refused)
    head = f'<!DOCTYPE html SYSTEM "{secret.as_uri()}" [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>'
    links = f'<base href="http://a.example/"><link rel="stylesheet" href="{secret.as_uri()}"><img src="a.jpg">'
    frames = f'<iframe src="{secret.as_uri()}"></iframe><object data="{secret.as_uri()}"></object>'
    document = of(f"{head}{links}<p>Twelve men drowned. &secret;</p>{frames}{PROSE}".encode())
    assert "31 soldiers" not in document.text
    assert paragraphs(document)[1:] == list(PARAGRAPHS)


def test_a_page_is_read_the_same_whatever_was_read_before() -> None:
    pages = [made.made(ARTICLE), made.broken_by_lines(ARTICLE), b"<p>Twelve men drowned.</p>"]
    alone = [of(data) for data in pages]
    assert [of(data) for data in pages * 5] == alone * 5
    assert [of(data) for data in reversed(pages)] == alone[::-1]


_TAGS = ("a href=/b", "article", "body", "br", "div", "footer", "form", "h1", "h2", "head", "li", "main", "math", "nav")
_MORE_TAGS = (
    "p",
    "pre",
    "q",
    "script",
    "select",
    "sup",
    "svg",
    "table",
    "td",
    "template",
    "textarea",
    "title",
    "tr",
    "ul",
)
_ODD = ("<", ">", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#x;", "&#xD800;", "</", "<p", '="', "</html>", "<html>")
_MARKUP = st.lists(
    st.one_of(
        st.sampled_from((*_TAGS, *_MORE_TAGS)).map(lambda tag: f"<{tag}>"),
        st.sampled_from((*_TAGS, *_MORE_TAGS)).map(lambda tag: f"</{tag}>"),
        st.sampled_from((*_ODD, *PARAGRAPHS)),
        st.text(max_size=20),
    ),
    max_size=60,
)


@given(_MARKUP)
@settings(deadline=None)
def test_any_markup_gives_a_text_or_an_error(pieces: list[str]) -> None:
    try:
        document = of("".join(pieces).encode("utf-8", "replace"))
    except FactcheckError:
        return
    assert document.text.strip()
    assert document.text.encode()
    assert all(paragraph == paragraph.strip() for paragraph in paragraphs(document))


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_give_a_text_or_an_error(data: bytes) -> None:
    try:
        of(b"<html>" + data)
    except FactcheckError as error:
        assert error.path == "a.html"
