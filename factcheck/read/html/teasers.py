"""Teasers of other stories: lines that are links, each with some words on where it leads."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from factcheck.read.html.amounts import Amounts

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINES = (*_HEADINGS, "div", "dt", "p")
_WHOLE = ("body", "html", "main")
_LINKED = 0.8
# In characters.
_MAX_TEASER = 400
# Links between the paragraphs of an article are fewer, or do not stand before each.
_MIN_HEADINGS = 2
_MIN_CARDS = 2
_MIN_LINES = 3


def teasers(root: HtmlElement, amounts: Amounts) -> Iterator[HtmlElement]:
    """The elements that make teasers, where there are several alike."""
    lines = [element for element in root.iter(*_LINES) if _is_linked(element, amounts)]
    headings = [line for line in lines if line.tag in _HEADINGS]
    if len(headings) >= _MIN_HEADINGS:
        yield from _headed(headings, amounts)
    yield from _unheaded([line for line in lines if line.tag not in _HEADINGS], amounts)


def _is_linked(element: HtmlElement, amounts: Amounts) -> bool:
    amount = amounts[element]
    return amount.linked > amount.text * _LINKED and not amount.title


def _headed(headings: list[HtmlElement], amounts: Amounts) -> Iterator[HtmlElement]:
    for heading in headings:
        card = _card(heading, amounts)
        if card is not None:
            yield card
            continue
        yield heading
        words = _words_of(heading, amounts, _HEADINGS)
        if words is not None:
            yield words


def _unheaded(lines: list[HtmlElement], amounts: Amounts) -> Iterator[HtmlElement]:
    cards: dict[HtmlElement, list[HtmlElement]] = {}
    told: dict[HtmlElement, list[HtmlElement]] = {}
    for line in lines:
        card, parent = _card(line, amounts), line.getparent()
        if card is not None and card.getparent() is not None and not (card.text or "").strip():
            cards.setdefault(card.getparent(), []).append(card)
        elif parent is not None and (words := _words_of(line, amounts, ())) is not None:
            told.setdefault(parent, []).append(words)
    for alike, least in ((cards, _MIN_CARDS), (told, _MIN_LINES)):
        for elements in alike.values():
            if len(dict.fromkeys(elements)) >= least:
                yield from elements


def _card(line: HtmlElement, amounts: Amounts) -> HtmlElement | None:
    """The element that holds a line with a few words of its own, None if the line has none to itself."""
    above = (element for element in line.iterancestors() if amounts[element].text > amounts[line].text)
    card = next(above, None)
    if card is None or card.tag in _WHOLE or amounts[card].title or amounts[card].text > _MAX_TEASER:
        return None
    return card


def _words_of(line: HtmlElement, amounts: Amounts, ends: tuple[str, ...]) -> HtmlElement | None:
    """The one element between a line and the next one, or what `ends` the run; None if there are more or none."""
    words = line.getnext()
    if words is None or _ends(words, amounts, ends) or amounts[words].text > _MAX_TEASER:
        return None
    after = words.getnext()
    return words if after is None or _ends(after, amounts, ends) else None


def _ends(element: HtmlElement, amounts: Amounts, ends: tuple[str, ...]) -> bool:
    return element.tag in ends or _is_linked(element, amounts)
