"""An article as a message; the pieces serve tests of what else a message may be."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

from made.article import Article

HEAD = "From: {}\r\nTo: desk@example.org\r\nSubject: {}\r\nDate: {}\r\nMIME-Version: 1.0\r\n"
SENDER = "Harbour Board <press@example.org>"
SENT = "Fri, 14 Feb 2025 23:40:00 -0500"


def made(article: Article) -> bytes:
    """The text alone, in the encoding for transfer that its characters ask for."""
    message = EmailMessage(policy=SMTP)
    if article.publisher:
        message["From"] = f'"{article.publisher}" <press@example.org>'
    message["Subject"] = article.title
    if article.published:
        message["Date"] = f"{article.published:%a, %d %b %Y} 09:30:00 +0000"
    message.set_content("\n\n".join([article.title, *article.paragraphs]) + "\n")
    return message.as_bytes()


def message(
    body: str | bytes, *, sender: str = SENDER, subject: str = "The dam", sent: str = SENT, more: str = ""
) -> bytes:
    """A message with these headers and `more`, each with its line end; `body` is what follows the empty line."""
    head = HEAD.format(sender, subject, sent) + more
    content = body.replace("\n", "\r\n").encode() if isinstance(body, str) else body
    return head.encode() + b"\r\n" + content


def several(kind: str, parts: Sequence[str], **others: str) -> bytes:
    """A message of several parts, each with its own headers."""
    return message(
        within(kind, parts).partition("\n\n")[2], more=f"Content-Type: multipart/{kind}; boundary=B\r\n", **others
    )


def within(kind: str, parts: Sequence[str], boundary: str = "B") -> str:
    """Several parts as a part."""
    body = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f"Content-Type: multipart/{kind}; boundary={boundary}\n\n{body}--{boundary}--\n"


def plain(text: str, more: str = "") -> str:
    return f"Content-Type: text/plain; charset=utf-8\n{more}\n{text}"


def page(text: str) -> str:
    return f"Content-Type: text/html; charset=utf-8\n\n<html><body>{text}</body></html>"


def attached(name: str, kind: str = "application/pdf") -> str:
    return f'Content-Type: {kind}\nContent-Disposition: attachment; filename="{name}"\n\nAAAA'
