"""The cues that say which part of the world a figure covers: a part, an addition, a rate, a plan …"""

from factcheck.claim.cues import cues
from factcheck.claim.roles import Role, roles_in
from factcheck.claim.window import Window
from factcheck.model import Date, Mention, Quantity
from factcheck.tokens import Tokens

_REACH = 16
# "Two men died. A further 45 were hurt": what such a figure adds to stands in the sentence before.
_FURTHER = frozenset({"further", "another"})
# In tokens: where a figure opens its sentence, and how far back the one before it is read.
_OPENING, _BACK = 3, 40
SHARES = frozenset({"percentage", "percentage point", "basis point", "fraction"})
# Besides "part": a part of which no more is said than what it is part of, as in "nine of the rangers".
UNTOLD_PART = "untold part"
# The cue of a date on which somebody spoke: what they spoke of had happened before.
SAYING = "saying"
# Those shot are among the dead or the wounded, so "five dead, six more shot" adds to one whole.
_SHARED_ROLE = "@shoot"


def scope_cues(tokens: Tokens, mention: Mention, at: Window, role: Role | None) -> tuple[str, ...]:
    """The cues that stand where they speak of this figure, on their side of it and within their reach, sorted."""
    found = _cues_near(tokens, at)
    share = isinstance(mention.value, Quantity) and mention.value.unit in SHARES
    meant = {
        "none": None,
        "other": None if _others_differ_in_role(tokens, at, role) else "additional",
        # "14 of them died" counts all the dead; "12 of them were children" only some of those spoken of.
        "member": None if share or (role is not None and role.is_own) else "part",
        # What follows a share is what it is a share of, and "annual" says how it is reckoned.
        "partitive": None if share or isinstance(mention.value, Date) else "part",
        "rate": None if share else "rate",
        "named": "part" if isinstance(mention.value, Quantity) and mention.value.unit is None else None,
    }
    scope = {cue for found_cue in found if (cue := meant.get(found_cue, found_cue))}
    if "part" in scope and not any(meant.get(cue, cue) == "part" for cue in found - {"partitive"}):
        scope.add(UNTOLD_PART)
    return tuple(sorted(scope))


def _cues_near(tokens: Tokens, at: Window) -> set[str]:
    low = max(at.first, at.start - _REACH)
    found = set()
    for rubric, i in cues("cues", tokens.lower[low : min(at.past, at.end + _REACH)]):
        cue, side, reach = rubric.split()
        distance = at.start - (low + i) if side == "before" else low + i - at.end + 1
        if 0 < distance <= int(reach):
            found.add(cue)
    return found


def _others_differ_in_role(tokens: Tokens, at: Window, role: Role | None) -> bool:
    """Whether "others" are other than people of another role: "one man was killed and three others were hurt"."""
    if role is None or _SHARED_ROLE in role.names:
        return False
    first = at.first
    if first > 0 and at.start - first <= _OPENING and tokens.lower[at.start - 1] in _FURTHER:
        first = max(tokens.sentence_at(first - 1)[0], first - _BACK)
    earlier = (tokens.lower[i] for i in range(first, at.start) if not role.first <= i < role.past)
    told = roles_in(earlier)
    return bool(told) and told.isdisjoint(role.names)
