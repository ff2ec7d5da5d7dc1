"""An article as a saved web page, amid all that pages put around one: none of it may be read as the article's text."""

import json
from html import escape

from made.article import Article

# Figures and names of other stories, which must not come through.
OTHER_STORIES = (
    ("Ferry capsizes off Lumangan, 43 missing", "Rescuers had found 43 life jackets by Tuesday evening."),
    ("Bank of Oslovia raises rates to 6.75 percent", "Governor Ilka Brandt said that 12 members voted for it."),
    ("Quake kills 218 in the Tarim hills", "The army has sent 3,400 soldiers to the villages, the ministry said."),
)
CAPTION = "Some 77,000 soldiers marched past the stand on 3 March 2019. Photograph: Nils Aarvik/Agency"
COMMENTS = ("There are at least 99,000 soldiers, my cousin Borka told me.", "The president died in 1987, no?")

_STYLE = "body{font-family:serif}.c-share{display:flex}.content::before{content:'4,711 killed'}"
_SCRIPT = (
    'window.dataLayer=[{"killed": 555, "headline": "About 555 killed in page data"}];document.write("<p>666 dead")'
)


def made(article: Article) -> bytes:
    """The page, with semantic elements, as a content management system of today writes it."""
    return _document(article, _body(article)).encode()


def without_semantics(article: Article) -> bytes:
    """The page, all of it in div elements whose classes tell little, as older systems write it."""
    paragraphs = "\n".join(f'<div class="t12">{escape(p)}</div>' for p in article.paragraphs)
    return _document(
        article,
        f"""<div id="wrap"><div id="top">{_menu()}</div>
<div class="col1"><div class="hl"><h1>{escape(article.title)}</h1></div>
<div class="pic"><img src="a.jpg"><div class="caption">{escape(CAPTION)}</div></div>
{paragraphs}
<div class="social-share"><a href="#">Tweet</a> 1,204 shares</div></div>
<div class="col2">{_related("div", "div")}</div>
<div id="comments">{_comments()}</div>
<div id="bottom">{_footer(article)}</div></div>""",
    ).encode()


def broken_by_lines(article: Article) -> bytes:
    """The page, its paragraphs separated by line breaks within a cell of a table, as pages of long ago are."""
    paragraphs = "<br><br>\n".join(escape(p) for p in article.paragraphs)
    return _document(
        article,
        f"""<table width="780"><tr><td colspan="2">{_menu()}</td></tr><tr>
<td valign="top"><font size="2"><h1>{escape(article.title)}</h1>{paragraphs}</font></td>
<td valign="top">{_related("b", "font")}</td></tr><tr><td colspan="2">{_footer(article)}</td></tr></table>""",
    ).encode()


def _document(article: Article, body: str) -> str:
    publisher, title = article.publisher or "", escape(article.title, quote=True)
    site = f'<meta property="og:site_name" content="{escape(publisher, quote=True)}">' if publisher else ""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}{escape(f" | {publisher}" if publisher else "")}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="At least 1,111 people read this, and 2,222 shared it.">
<meta property="og:type" content="article">
<meta property="og:title" content="{title}">
{site}
<meta property="article:modified_time" content="2031-01-01T10:00:00+00:00">
<link rel="canonical" href="https://news.example/2016/05/17/{len(article.title)}.html">
<style>{_STYLE}</style>
<script>{_SCRIPT}</script>
<script type="application/ld+json">{_data(article)}</script>
</head>
<body class="single no-sidebar">
{body}
<script>{_SCRIPT}</script>
</body>
</html>
"""


def _data(article: Article) -> str:
    day = article.published
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "dateModified": "2031-01-01T10:00:00Z",
        **({"datePublished": f"{day.isoformat()}T06:30:00+01:00"} if day else {}),
        **({"author": [{"@type": "Person", "name": article.author}]} if article.author else {}),
        **({"publisher": {"@type": "Organization", "name": article.publisher}} if article.publisher else {}),
        "isPartOf": {"@type": "NewsArticle", "headline": OTHER_STORIES[0][0], "datePublished": "2019-03-03"},
    }
    # What would end the script is written as JSON allows.
    return json.dumps(data).replace("</", "<\\/")


def _body(article: Article) -> str:
    first, *others = (f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)
    others = [*others[:1], _newsletter(), *others[1:2], _inline_teaser(), *others[2:]]
    day = article.published
    time = f'<time datetime="{day.isoformat()}T06:30:00+01:00">{day.day} {day:%B} {day.year}</time>' if day else ""
    between = "\n".join(others)
    return f"""<div class="cookie-banner" role="dialog" aria-label="Cookies">
  <p>We and our 842 partners store data on your device for 13 months. You can object on any of our 90 sites.</p>
  <button>Accept all</button><button>Reject</button>
</div>
<a class="skip-link" href="#main">Skip to content</a>
<header class="site-header"><a href="/"><img src="logo.svg" alt="Home"></a>{_menu()}</header>
<main id="main">
<article>
<header class="article__header">
  <nav aria-label="Breadcrumb"><a href="/">Home</a> &rsaquo; <a href="/world">World</a></nav>
  <h1>{escape(article.title)}</h1>
  <div class="byline">By <a rel="author" href="/by">{escape(article.author or "3 reporters")}</a> in 2 cities</div>
  {time}
  <p class="reading-time__text" aria-hidden="true">4 min read</p>
  <ul class="share"><li><a href="#">Share on Fizz</a></li><li><a href="#">1,204 shares</a></li></ul>
</header>
<figure><img src="a.jpg" alt="77,000 soldiers"><figcaption>{escape(CAPTION)}</figcaption></figure>
<div class="article__body">
{first}
{between}
</div>
<footer class="article__footer"><p>This article was changed on 1 January 2031 to correct 5,500 to 6,600.</p>
<ul class="tags"><li><a href="/t/1">Soldiers</a></li><li><a href="/t/2">Treaties</a></li></ul></footer>
</article>
{_related("section", "article")}
<section id="comments" class="comments"><h2>212 comments</h2>{_comments()}</section>
</main>
<aside class="most-read"><h2>Most read</h2><ol>{_most_read()}</ol></aside>
<footer role="contentinfo">{_footer(article)}</footer>
<div style="display: none"><p>In a hidden part of the page it was said that 31 soldiers were killed on Friday.</p></div>
<template><p>In a template 32 soldiers were killed.</p></template>
<noscript><p>Turn on scripts: 33 soldiers were killed.</p></noscript>"""


def _most_read() -> str:
    return "".join(f'<li><a href="/story-{n}">{escape(title)}</a></li>' for n, (title, _) in enumerate(OTHER_STORIES))


def _menu() -> str:
    topics = ("World", "Europe", "Asia", "Top 10", "Business", "Election 2028", "Sport", "24 hours", "Opinion")
    items = "".join(f'<li><a href="/{number}">{topic}</a></li>' for number, topic in enumerate(topics))
    return f"<nav><ul>{items}</ul></nav>"


def _newsletter() -> str:
    return """<div class="newsletter-signup"><h3>The world in 5 minutes</h3>
<p>Join the 250,000 people who read our letter every morning.</p>
<form action="/s"><input type="email"><button>Sign up</button></form></div>"""


def _inline_teaser() -> str:
    title, text = OTHER_STORIES[0]
    return f'<div class="inline-related"><a href="/f"><strong>{escape(title)}</strong> {escape(text)}</a></div>'


def _related(outer: str, inner: str) -> str:
    cards = "\n".join(
        f'<{inner} class="card"><h3><a href="/story-{number}">{escape(title)}</a></h3><p>{escape(text)}</p></{inner}>'
        for number, (title, text) in enumerate(OTHER_STORIES)
    )
    return f'<{outer} class="related"><h2>Related stories</h2>{cards}</{outer}>'


def _comments() -> str:
    return "".join(f'<div class="c"><p>Reader{n}</p><p>{escape(text)}</p></div>' for n, text in enumerate(COMMENTS))


def _footer(article: Article) -> str:
    return f"<p>&copy; 2031 {escape(article.publisher or 'News Example')}. 150 years of news. All rights reserved.</p>"
