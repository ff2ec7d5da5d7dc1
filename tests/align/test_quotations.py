"""Which quotations of two sources record one utterance."""

import pytest
from claim_samples import marked

from factcheck.align.events import Events
from factcheck.align.quotations import align_quotations

_LONG = (
    "We will rebuild the school by spring. It has stood on this side of the river since my mother was a child, and "
    "the river is in no hurry. Nobody will be sent to another school, on either side."
)


def _paired(a: str, b: str) -> bool:
    claims = [marked(a, "a"), marked(b, "b")]
    return bool(list(align_quotations(claims, Events.of(claims))))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            '"[We will rebuild the school by spring,]" said Ruth Almond.',
            '"[We will rebuild it by spring,]" said Almond.',
        ),
        ('"[We will rebuild the school by either side,]" said Ruth Almond.', f'Ruth Almond said: "[{_LONG}]"'),
        (
            '"[We will rebuild the school and the road and the mill by spring,]" said Ruth Almond.',
            '"[We will rebuild the school and the road and the mill by autumn,]" said Paul Renner.',
        ),
    ],
)
def test_one_utterance(a: str, b: str) -> None:
    assert _paired(a, b)
    assert _paired(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            '"[Thank you very much for coming today,]" said Ruth Almond.',
            '"[Thank you very much for coming tonight,]" said Paul Renner.',
        ),
        (
            '"[We will rebuild the school by spring,]" said Ruth Almond.',
            '"[We will rebuild the mill by spring,]" said Paul Renner.',
        ),
        (
            '"[We will rebuild the school by spring,]" said Ruth Almond.',
            '"[It rained all night here,]" said Ruth Almond.',
        ),
    ],
)
def test_two_utterances(a: str, b: str) -> None:
    assert not _paired(a, b)
