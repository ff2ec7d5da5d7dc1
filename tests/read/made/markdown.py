"""An article as Markdown with front matter."""

import json

from made.article import Article


def made(article: Article) -> bytes:
    day = article.published.isoformat() if article.published else None
    fields = {"title": article.title, "publisher": article.publisher, "author": article.author}
    # A JSON string is a quoted scalar of YAML.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value]
    matter = "\n".join(["---", *lines, *([f"published: {day}"] if day else []), "---"])
    return ("\n\n".join([matter, f"# {article.title}", *article.paragraphs]) + "\n").encode()
