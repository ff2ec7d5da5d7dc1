"""What a page states about its article: title, publisher, author and day of publication, never a guess."""

import datetime
import html
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from lxml.html import HtmlElement
from msgspec import Struct

from factcheck.read.dates import parse_date
from factcheck.text.surrogates import without_surrogates

_MAX_TITLE = 300
# Each is compared with the blocks of the page.
_MAX_NAMES = 20
_ARTICLES = ("Article", "BlogPosting", "PressRelease", "Report", "SpecialAnnouncement")
_PAGES = ("WebPage", "ItemPage")
# What is not in these, such as the day of a change or of a copyright, is no day of publication.
_DAYS = (
    *("article:published_time", "og:published_time", "og:article:published_time", "datepublished"),
    *("article:published", "parsely-pub-date", "citation_online_date", "dcterms.issued", "dc.date.issued"),
)
# Some pages give the day of their last change as these, so they count where nothing else is stated.
_WEAK_DAYS = (
    *("citation_publication_date", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "sailthru.date"),
    *(
        "publication_date",
        "publication-date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "pub_date",
        "date",
    ),
)
_TITLES = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title", "headline")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher")
_AUTHORS = ("author", "dc.creator", "dcterms.creator", "article:author", "citation_author", "parsely-author")


class _Day(Struct, frozen=True):
    day: datetime.date
    instant: datetime.datetime | None


class Metadata(Struct, frozen=True):
    """What a page states; `embedded` is the article's text where the page holds it as data."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime.date | None = None
    note: str | None = None
    embedded: str | None = None
    titles: tuple[str, ...] = ()


def metadata(root: HtmlElement) -> Metadata:
    """What the head of a page and the data in it state.

    A day of publication counts if all that state it name one day; `note` tells of days that contradict each other.
    """
    fields = _meta_fields(root)
    articles, pages = _described(root)
    titles = [*_texts(articles, "headline"), *_listed(fields, _TITLES), *_title_elements(root)]
    publishers = [*_listed(fields, _PUBLISHERS), *_names(articles, "publisher")]
    authors = [*_names(articles, "author"), *(name for name in _listed(fields, _AUTHORS) if "/" not in name)]
    stated = [*_texts(articles, "datePublished"), *_listed(fields, _DAYS)]
    stated = stated or _texts(pages, "datePublished") or _listed(fields, _WEAK_DAYS) or _times(root)
    stated = stated or _days_of_addresses(root, fields)
    day, note = _published(stated)
    return Metadata(
        title=titles[0] if titles else None,
        publisher=publishers[0] if publishers else None,
        authors=tuple(dict.fromkeys(authors[:_MAX_NAMES])),
        published=day,
        note=note,
        embedded=next(
            (without_surrogates(b) for item in articles if isinstance(b := item.get("articleBody"), str)), None
        ),
        titles=tuple(titles[:_MAX_NAMES]),
    )


def _meta_fields(root: HtmlElement) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = _line(element.get("content"))
        for name in filter(None, map(element.get, ("property", "name", "itemprop"))):
            if content:
                fields.setdefault(name.strip().lower(), []).append(content)
    return fields


def _listed(fields: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in fields.get(name, ())]


def _title_elements(root: HtmlElement) -> Iterator[str]:
    # A picture's title is an element of this name, too.
    titles = (_line(element.text_content()) for head in root.iter("head") for element in head.iter("title"))
    return (title for title in titles if title)


def _times(root: HtmlElement) -> list[str]:
    """The days of the elements that mark a day as that of publication."""
    marked = root.xpath("//*[@itemprop='datePublished' or (self::time and @pubdate)]")
    days = [element.get("datetime") or element.get("content") or element.text_content() for element in marked]
    if days:
        return days
    # Microformats, which many pages have kept from before there were time elements.
    entries = (element for name in ("published", "dt-published") for element in root.find_class(name))
    days = [stated for entry in entries if (stated := entry.get("datetime") or entry.get("title"))]
    if len({parse_day(stated) for stated in days}) == 1:
        return days
    # One single time in the page can only be its own, unless it says otherwise.
    times = [element for element in root.iter("time") if element.get("datetime")]
    if len({parse_day(element.get("datetime")) for element in times}) != 1:
        return []
    return [element.get("datetime") for element in times if not _of_a_change(element)]


def _days_of_addresses(root: HtmlElement, fields: dict[str, list[str]]) -> list[str]:
    """The days in what the page gives as its own address: "/2024/05/17/dam-breach", "/2024/world/05/17/dam-breach"."""
    own = [element.get("href") or "" for element in root.iter("link") if element.get("rel") == "canonical"]
    found = (_day_in_address().search(address) for address in own or _listed(fields, ("og:url",)))
    return ["/".join(match.groups()) for match in found if match]


@cache
def _day_in_address() -> re.Pattern[str]:
    return re.compile(r"/((?:19|20)\d\d)/(?:[a-z_-]{1,40}/)?([01]?\d)/([0-3]?\d)/", re.IGNORECASE)


def _of_a_change(element: HtmlElement) -> bool:
    around = element.getparent()
    told = " ".join(filter(None, (element.get("itemprop"), element.get("class"), *_texts_around(element, around))))
    return bool(re.search(r"modified|updated", told, re.IGNORECASE))


def _texts_around(element: HtmlElement, parent: HtmlElement | None) -> Iterator[str]:
    yield (element.text or "")[:100]
    if parent is not None:
        yield parent.get("class") or ""
        yield (parent.text or "")[-100:]


def _described(root: HtmlElement) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The article and the page that the JSON-LD of a page describes; none where it describes several articles."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            found += _items(script.text_content())
    articles = [item for item in found if _is_of(item, _ARTICLES)]
    if len({(_line(item.get("headline")), str(item.get("datePublished"))) for item in articles}) > 1:
        articles = [item for item in articles if item.get("mainEntityOfPage")][:1]
    return articles, [item for item in found if _is_of(item, _PAGES)]


def _items(text: str) -> Iterator[dict[str, Any]]:
    """The objects on the first levels of a script's data: an object, a list of them, or a graph."""
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    for item in data if isinstance(data, list) else [data]:
        if not isinstance(item, dict):
            continue
        yield item
        graph = item.get("@graph")
        inner = [*(graph if isinstance(graph, list) else [graph]), item.get("mainEntity")]
        yield from (part for part in inner if isinstance(part, dict))


def _is_of(item: dict[str, Any], types: tuple[str, ...]) -> bool:
    stated = item.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return any(isinstance(name, str) and name.endswith(types) for name in names)


def _texts(items: Iterable[dict[str, Any]], key: str) -> list[str]:
    return [text for item in items if (text := _line(item.get(key)))]


def _names(items: Iterable[dict[str, Any]], key: str) -> Iterator[str]:
    for item in items:
        value = item.get(key)
        for named in value if isinstance(value, list) else [value]:
            if name := _line(named.get("name") if isinstance(named, dict) else named):
                yield name


def _line(value: object) -> str | None:
    """A stated text as one line, None for what is no text or an empty one."""
    if not isinstance(value, str):
        return None
    return " ".join(without_surrogates(html.unescape(value)).split())[:_MAX_TITLE] or None


def _published(stated: Iterable[str]) -> tuple[datetime.date | None, str | None]:
    days = [day for text in stated if (day := _dated(text))]
    distinct = sorted({day.day for day in days})
    if len(distinct) < 2:
        return (distinct[0] if distinct else None), None
    if len({day.instant for day in days}) == 1 and days[0].instant:
        # One moment, written in two zones: the day is that of the newsroom, whose zone is hardly UTC.
        local = (day for day in days if day.instant and day.day != day.instant.date())
        return next(local, days[0]).day, None
    named = " and ".join(map(str, (distinct[0], distinct[-1])))
    return None, f"the page names different days of publication, {named}: none of them is taken"


def parse_day(text: str | None) -> datetime.date | None:
    """The day of a stated time, None where it names none."""
    dated = _dated(text or "")
    return dated.day if dated else None


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(r"(\d{4})(?:/(\d{1,2})/(\d{1,2})(?!\d)|(\d\d)(\d\d)(?!\d))")


def _dated(text: str) -> _Day | None:
    text = text.strip()[:60]
    try:
        if match := _numeric().match(text):
            year, *rest = (int(part) for part in match.groups() if part)
            return _Day(datetime.date(year, *rest), None)
        day = parse_date(text)
    except ValueError:
        return None
    return _Day(day, _instant(text)) if day else None


def _instant(text: str) -> datetime.datetime | None:
    """The moment in UTC, None for a time without a zone."""
    try:
        moment = datetime.datetime.fromisoformat(text)
        return moment.astimezone(datetime.UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
