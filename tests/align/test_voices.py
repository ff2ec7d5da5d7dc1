"""Copies of one text are one voice, however they are cut and headed; two reporters' stories are two."""

import pytest
from claim_samples import source
from msgspec.structs import replace

from factcheck.align.voices import Voices
from factcheck.model import Source

_WIRE = (
    "A fire in a textile mill on the northern edge of Halle killed 12 workers before dawn, the fire brigade said.",
    "It broke out in a storeroom for dyes and spread through the roof in minutes, and two of the exits were locked.",
    "Neighbours broke the windows of the canteen with spades and pulled 30 people out before the first engine arrived.",
    "The owner, who bought the building in March, had been told twice to clear the corridors, an inspector recalled.",
    "Prosecutors opened an inquiry in the afternoon and questioned the night manager, who has since been released.",
    "The mayor ordered flags lowered for three days and promised that the families would be paid by the city.",
)
_OTHER = (
    "Twelve people lost their lives when flames swept through the dye works at Halle on Tuesday night.",
    "Survivors spoke of smoke so thick that they crawled along the wall to find a way into the yard.",
    "Locked doors are a scandal of their own: inspectors had warned the management in spring, and again in summer.",
    "The town hall wants to support the bereaved, while the state attorney has begun to look into the matter.",
)
_SPEECH = (
    "“We have buried too many of our own in this valley, and I will not stand here a third time and say that nobody "
    "could have known, because all of us knew and all of us looked away when the bill for new doors came in.”"
)


def _are_one(one: str, other: str) -> bool:
    voices = Voices((source(one, "a"), source(other, "b")))
    assert voices.are_one("a", "b") == voices.are_one("b", "a")
    return voices.are_one("a", "b")


def _text(*sentences: str) -> str:
    return "\n\n".join(sentences)


@pytest.mark.parametrize(
    "copy",
    [
        _text(*_WIRE),
        _text("Mill blaze claims a dozen", "By Ada Holm, Staff Writer", *_WIRE, "Share this article"),
        _text(*_WIRE[:3]),
        _text(*_WIRE[3:]),
        "\n".join(_WIRE),
        " ".join(_WIRE).upper(),
        _text(*_WIRE).replace("12 workers", "14 workers").replace("inspector recalled", "inspector told the paper"),
        _text(*_WIRE, *_OTHER),
    ],
    ids=["same", "headline and byline", "beginning", "end", "other lines", "capitals", "edited", "in a longer text"],
)
def test_a_copy_is_one_voice_with_its_original(copy: str) -> None:
    assert _are_one(_text(*_WIRE), copy)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_text(*_WIRE), _text(*_OTHER)),
        (_text(*_WIRE[:2], *_OTHER), _text(*_WIRE[:2], *_WIRE[3:])),
        (_text(*_WIRE[:3], _SPEECH), _text(*_OTHER, _SPEECH)),
        (_text(*_WIRE[:3], _SPEECH.replace("“", '"').replace("”", '"')), _text(*_OTHER, _SPEECH)),
        ("The fire killed 12 workers in Halle.", "The fire killed 12 workers in Halle."),
        ("", ""),
    ],
    ids=["two stories", "two sentences shared", "a speech shared", "other marks", "too short to tell", "empty"],
)
def test_independent_sources_are_two(one: str, other: str) -> None:
    assert not _are_one(one, other)


def test_one_mark_of_quotation_that_is_missing_hides_no_copy() -> None:
    opened = _text('The mayor said: "Nobody could have known.', *_WIRE[:3], 'He added: "I grieve."', *_WIRE[3:])
    assert _are_one(opened, _text(*_WIRE[:3]))


def test_a_source_is_one_with_itself_and_an_unknown_one_with_no_other() -> None:
    voices = Voices()
    assert voices.are_one("a", "a")
    assert not voices.are_one("a", "b")
    assert voices.count(["a", "b"]) == 2


def test_copies_of_copies_are_one_voice() -> None:
    """The first half and the second share nothing but the whole that both were cut from."""
    halves = [source(_text(*_WIRE[:3]), "a"), source(_text(*_WIRE[3:]), "b")]
    whole, other = source(_text(*_WIRE), "c"), source(_text(*_OTHER), "d")
    voices = Voices((*halves, whole, other))
    assert voices.count(["a", "b"]) == 2
    assert voices.count(["a", "b", "c"]) == 1
    assert voices.count(["d", "c", "b", "a"]) == 2
    assert voices.count([]) == 0


def test_a_hundred_copies_under_their_own_headlines_are_one_voice() -> None:
    copies = [source(_text(f"Headline number {i} of the {i}th paper", *_WIRE), f"{i:03}") for i in range(100)]
    assert Voices(copies).count([copy.id for copy in copies]) == 1


def test_prose_before_the_body_counts_for_nothing() -> None:
    matter = _text(*_WIRE)
    sources = [Source(n, n, f"{matter}\n\n{_text(*own)}", "0", len(matter)) for n, own in (("a", _WIRE), ("b", _OTHER))]
    assert not Voices(sources).are_one("a", "b")


def test_what_is_left_out_counts_for_nothing() -> None:
    shared = _text(*_WIRE)
    own = (("a", _text(*_OTHER)), ("b", _SPEECH.strip("“”")))
    texts = [source(f"{text}\n\n{shared}", name) for name, text in own]
    assert Voices(texts).are_one("a", "b")
    cut = [replace(text, left_out=((len(text.text) - len(shared), len(text.text)),)) for text in texts]
    assert not Voices(cut).are_one("a", "b")


def test_characters_that_cannot_be_seen_hide_no_copy() -> None:
    assert _are_one(_text(*_WIRE), _text(*_WIRE).replace("e", "\u00ade").replace("\n", "\r\n"))
