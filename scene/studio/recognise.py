"""Which category of the catalogue an asset is, by its name, tags, catalog and size. No bpy."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ...model.catalogue import Category, categories, category, is_a, vocabulary

SURE = 0.5  # confidence from which on an asset is used
WEIGHTS = {"name": 0.8, "tag": 0.6, "catalog": 0.5}  # how far each is to be trusted alone
MISFIT = 0.5  # what is left of the confidence when the size is none that the category has
SLACK = 0.15  # how far a size may lie outside the catalogue's limits
LONGEST = 4  # words of a category's name
BACKED = ("seating", "beds")  # families whose upper end is at their back, where they are used by people
LEAN = 0.3  # from which on an upper end lies to one side
UNITS = 3.0  # times larger or smaller than any of its category: it was modelled in other units


def recognise(name: str, tags: Iterable[str] = (), catalog: str = "", size: Sequence[float] = ()) -> tuple[str, float]:
    """The likeliest category of an asset, and how likely, 0 to 1; ("", 0) if no word of it is known. Size in metres."""
    doubt: dict[str, float] = {}
    said = [(name, "name"), *((t, "tag") for t in sorted(tags)), (catalog.rpartition("/")[2], "catalog")]
    for text, kind in said:
        found = named(text)
        if found:
            doubt[found] = doubt.get(found, 1.0) * (1.0 - WEIGHTS[kind])
    scores = {}
    for c in doubt:  # a word for a chair speaks for the dining chair that another names
        left = math.prod(d for broader, d in doubt.items() if is_a(c, broader))
        scores[c] = (1.0 - left) * (MISFIT if size and not _fits(c, size) else 1.0)
    if not scores:
        return "", 0.0
    best = max(sorted(scores), key=lambda c: scores[c])
    return best, round(scores[best], 3)


def named(text: str) -> str:
    """The category that a name such as `SM_OfficeChair_02` speaks of: its longest known words, the last of equals."""
    words = _words(text)
    for n in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - n, -1, -1):
            found = _vocabulary().get(" ".join(words[start : start + n]))
            if found:
                return found
    return ""


def _words(text: str) -> list[str]:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return [_singular(w) for w in re.findall(r"[a-z]+", apart.lower())]


def _singular(word: str) -> str:
    for ending, one in (("ies", "y"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("sses", "ss")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + one
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, str]:
    """The catalogue's words as `_words` writes them."""
    return {" ".join(_words(text)): name for text, name in sorted(vocabulary().items(), key=lambda v: v[0] == v[1])}


def facing(name: str, size: Sequence[float], top: Sequence[float]) -> float:
    """The quarter turn, in radians, that likely brings an asset's front to -Y: so that it is as wide and deep as its category
    is, and a seat's back (`top` as of Found) at +Y. The artist corrects it."""
    c = categories()[name] if name in categories() else None
    if c is None or not c.front:
        return 0.0
    upright = _inside(c, size)
    if c.family in BACKED and c.access and max(map(abs, top)) > LEAN:
        if abs(top[1]) >= abs(top[0]):
            return 0.0 if top[1] > 0 else math.pi
        return math.copysign(math.pi / 2, top[0])
    return 0.0 if upright or not _inside(c, (size[1], size[0], size[2])) else -math.pi / 2


def misfit(name: str, size: Sequence[float]) -> bool:
    """Whether a size is far from all that a category has, as when metres were taken for centimetres."""
    c = categories()[name] if name in categories() else None
    return c is not None and not max(c.smallest) / UNITS <= max(size) <= max(c.largest) * UNITS


def _inside(c: Category, size: Sequence[float]) -> bool:
    return all(a * (1 - SLACK) <= s <= b * (1 + SLACK) for a, s, b in zip(c.smallest, size, c.largest, strict=True))


def _fits(name: str, size: Sequence[float]) -> bool:
    """Whether a category comes in about this size, whichever way it is turned."""
    c = category(name) if name in categories() else None
    if c is None:
        return False
    low, high, now = ((*sorted(v[:2]), v[2]) for v in (c.smallest, c.largest, size))
    return all(a * (1 - SLACK) <= s <= b * (1 + SLACK) for a, s, b in zip(low, now, high, strict=True))
