"""Takes out of a page what its structure shows to be no part of the article: scripts, menus, captions, teasers."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from lxml.html import HtmlElement

from factcheck.data import lexicon_classes
from factcheck.read.html.amounts import Amount, amounts_of
from factcheck.read.html.teasers import teasers

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
_MAX_LINKED = 0.5
# Sentences of one paragraph may be short and name what they link to.
_MAX_LINKED_OF_PARAGRAPH = 0.75


def take_out_unshown(root: HtmlElement) -> None:
    """Removes from the tree what no browser shows as text, what is hidden, and what was struck out."""
    _empty(root, (element for element in root.iter() if _is_never_text(element)))


def take_out_furniture(root: HtmlElement, title: HtmlElement | None, *, by_name: bool = True) -> None:
    """Removes from the tree what is no part of an article, by its structure; `title` is the heading that stays.

    `by_name` takes the classes and ids of elements at their word.
    """
    amounts = amounts_of(root, title)
    page = amounts[root].text
    furniture = (element for element in root.iter() if _is_furniture(element, amounts[element], page, by_name))
    _empty(root, chain(furniture, teasers(root, amounts)))


def _empty(root: HtmlElement, elements: Iterator[HtmlElement]) -> None:
    """Empties elements in place: taking them out would copy the text around each, in quadratic time."""
    for element in list(elements):
        if element is not root:
            text = None if element.tag in _WITHIN_WORDS else " "
            element.clear(keep_tail=True)
            element.tag, element.text = "span", text


def _is_never_text(element: HtmlElement) -> bool:
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


def _is_furniture(element: HtmlElement, amount: Amount, page: int, by_name: bool) -> bool:
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
    if not by_name:
        return False
    named = tag in _CONTAINERS or (tag == "span" and not _is_within(element, _SENTENCES)) or "-" in tag
    return named and (_is_layout_of_furniture(element) if much else _is_named_furniture(element))


def _is_within(element: HtmlElement, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _is_mostly_links(element: HtmlElement, amount: Amount) -> bool:
    share = _MAX_LINKED_OF_PARAGRAPH if element.tag == "p" else _MAX_LINKED
    if not amount.linked or amount.linked <= amount.text * share:
        return False
    if element.tag in _LISTS or element.tag in ("li", "p", "tr"):
        return True
    return element.tag in ("div", "section", "td") and amount.text - amount.linked < _BESIDE_LINKS


def _is_named_furniture(element: HtmlElement) -> bool:
    furniture = _furniture_words()
    if any(word in furniture for word in _words(element.get("class"))):
        return True
    for attribute in _NAMING:
        name = _words(element.get(attribute))
        if len(name) <= _MAX_WORDS_OF_ID and any(word in furniture for word in name):
            return True
    return False


def _is_layout_of_furniture(element: HtmlElement) -> bool:
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
