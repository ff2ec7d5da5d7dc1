"""An article as plain text: the title, a line that dates it, the paragraphs hard-wrapped."""

import textwrap

from made.article import Article


def made(article: Article) -> bytes:
    day = article.published
    dated = [f"Published on {day.day} {day:%B} {day.year}"] if day else []
    wrapped = [textwrap.fill(p, 96, break_long_words=False, break_on_hyphens=False) for p in article.paragraphs]
    return ("\n\n".join([article.title, *dated, *wrapped]) + "\n").encode()
