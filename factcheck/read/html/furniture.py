"""Takes out of a page what its structure shows to be no part of the article: scripts, menus, captions, teasers."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.data import lexicon_classes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER_SHOWN = (
    *("applet", "audio", "base", "canvas", "datalist", "embed", "frameset", "iframe", "link", "map", "meta", "noembed"),
    *("noframes", "noscript", "object", "rp", "rt", "script", "style", "svg", "template", "title", "video"),
)
_CONTROLS = ("button", "input", "label", "legend", "meter", "optgroup", "option", "progress", "select", "textarea")
# What was struck out is shown, but no longer stated.
_STRUCK_OUT = ("del", "s", "strike")
# Their place in a sentence is none: what stands before and after is one word.
_WITHIN_WORDS = (*_STRUCK_OUT, "rp", "rt", "script", "span", "style", "template")
_BESIDE_THE_TEXT = ("aside", "dialog", "figcaption", "menu", "nav", *_CONTROLS)
_BESIDE_BY_ROLE = (
    *("alertdialog", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search"),
    *("tablist", "toolbar", "tooltip"),
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("dl", "ol", "table", "ul")
# The words of their classes tell what a container holds; those within a sentence stand for its words.
_CONTAINERS = (
    *("address", "blockquote", "dd", "details", "div", "dl", "fieldset", "figure", "footer", "form", "header", "li"),
    *("ol", "p", "section", "table", "td", "ul"),
)
_SENTENCES = ("blockquote", "dd", "li", "p", "td", *_HEADINGS)
_WHOLE = ("article", "body", "html", "main")
_NAMING = ("id", "data-component", "data-testid")
# An id of more words is made of a heading's words.
_MAX_WORDS_OF_ID = 3
# The share of a page's text that no menu, box or form holds.
_MUCH = 1 / 3
# In characters: more text beside the links of a container is worth a look of its own.
_BESIDE_LINKS = 300
_MAX_TEASER = 400
_MAX_LINKED = 0.5


class _Amount(Struct):
    """Characters of an element's text and of the links to other pages in it; whether the title is in it."""

    text: int = 0
    linked: int = 0
    title: bool = False


_Amounts = dict["HtmlElement", _Amount]


def take_out_unshown(root: "HtmlElement") -> None:
    """Removes from the tree what no browser shows as text, what is hidden, and what was struck out."""
    _empty(root, (element for element in root.iter() if _is_never_text(element)))


def take_out_furniture(root: "HtmlElement", title: "HtmlElement | None") -> None:
    """Removes from the tree what is no part of an article, by its structure; `title` is the heading that stays."""
    amounts = _amounts(root, title)
    page = amounts[root].text
    furniture = (element for element in root.iter() if _is_furniture(element, amounts[element], page))
    _empty(root, chain(furniture, _teasers(root, amounts)))


def _empty(root: "HtmlElement", elements: Iterator["HtmlElement"]) -> None:
    """Empties elements in place: taking them out would copy the text around each, in quadratic time."""
    for element in list(elements):
        if element is not root:
            text = None if element.tag in _WITHIN_WORDS else " "
            element.clear(keep_tail=True)
            element.tag, element.text = "span", text


def _is_never_text(element: "HtmlElement") -> bool:
    if not isinstance(element.tag, str) or element.tag in _NEVER_SHOWN or element.tag in _STRUCK_OUT:
        return True
    if element.tag in ("html", "body"):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and bool(_not_displayed().search(style))


@cache
def _not_displayed() -> re.Pattern[str]:
    return re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)


def _amounts(root: "HtmlElement", title: "HtmlElement | None") -> _Amounts:
    """The amounts of every element."""
    from lxml.etree import iterwalk

    amounts: _Amounts = {}
    links = 0
    for event, element in iterwalk(root, events=("start", "end")):
        leads_away = element.tag == "a" and not (element.get("href") or "#").startswith("#")
        if event == "start":
            links += leads_away
            size = _length(element.text)
            amounts[element] = _Amount(size, size if links else 0, element is title)
            continue
        links -= leads_away
        parent = element.getparent()
        if element is not root and parent is not None:
            mine, above, tail = amounts[element], amounts[parent], _length(element.tail)
            above.text += mine.text + tail
            above.linked += mine.linked + (tail if links else 0)
            above.title = above.title or mine.title
    return amounts


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _is_furniture(element: "HtmlElement", amount: _Amount, page: int) -> bool:
    tag = element.tag
    if amount.title or tag in _WHOLE:
        return False
    if tag in _BESIDE_THE_TEXT or element.get("role") in _BESIDE_BY_ROLE:
        return True
    if tag == "footer":
        # A quotation's names who said it.
        return not _is_within(element, ("blockquote",))
    much = amount.text > page * _MUCH
    if tag == "form":
        return not much
    if _is_mostly_links(element, amount):
        return True
    named = tag in _CONTAINERS or (tag == "span" and not _is_within(element, _SENTENCES)) or "-" in tag
    return named and (_is_layout_of_furniture(element) if much else _is_named_furniture(element))


def _is_within(element: "HtmlElement", tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _is_mostly_links(element: "HtmlElement", amount: _Amount) -> bool:
    if not amount.linked or amount.linked <= amount.text * _MAX_LINKED:
        return False
    if element.tag in _LISTS or element.tag in ("li", "p", "tr"):
        return True
    return element.tag in ("div", "section", "td") and amount.text - amount.linked < _BESIDE_LINKS


def _is_named_furniture(element: "HtmlElement") -> bool:
    furniture = _furniture_words()
    if any(word in furniture for word in _words(element.get("class"))):
        return True
    for attribute in _NAMING:
        name = _words(element.get(attribute))
        if len(name) <= _MAX_WORDS_OF_ID and any(word in furniture for word in name):
            return True
    return False


def _is_layout_of_furniture(element: "HtmlElement") -> bool:
    """Whether so much text is furniture: a class of the article's container may tell of the box that it has."""
    first = _words((element.get("class") or element.get("id") or "").split(" ", 1)[0])
    return bool(first) and first[0] in _furniture_words() and next(element.iter("article", "main"), None) is None


@cache
def _furniture_words() -> frozenset[str]:
    return frozenset(lexicon_classes("page-furniture")["furniture"])


def _words(names: str | None) -> list[str]:
    """The words of class names or an id: "c-relatedStories__list" → c, related, stories, list."""
    return [word.lower() for word in _word().findall(names[:1000])] if names else []


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def _teasers(root: "HtmlElement", amounts: _Amounts) -> Iterator["HtmlElement"]:
    """Headings that lead to other pages, where there are several, each with the lines that make it a teaser."""
    headings = [h for h in root.iter(*_HEADINGS) if not amounts[h].title and amounts[h].linked > amounts[h].text * 0.8]
    if len(headings) < 2:
        return
    for heading in headings:
        card = _card(heading, amounts)
        if card is not None:
            yield card
            continue
        yield heading
        following = list(takewhile(lambda sibling: sibling.tag not in _HEADINGS, islice(heading.itersiblings(), 2)))
        if len(following) == 1 and amounts[following[0]].text <= _MAX_TEASER:
            yield following[0]


def _card(heading: "HtmlElement", amounts: _Amounts) -> "HtmlElement | None":
    """The element that holds a heading with a few lines of its own, None if the heading has none to itself."""
    above = (element for element in heading.iterancestors() if amounts[element].text > amounts[heading].text)
    card = next(above, None)
    if card is None or card.tag in _WHOLE[1:] or amounts[card].title or amounts[card].text > _MAX_TEASER:
        return None
    return card
