"""Which category of the catalogue an asset is, by its name, tags, catalog and size. No bpy."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ...model.catalogue import categories, category, is_a, vocabulary

SURE = 0.5  # confidence from which on an asset is used
WEIGHTS = {"name": 0.8, "tag": 0.6, "catalog": 0.5}  # how far each is to be trusted alone
MISFIT = 0.5  # what is left of the confidence when the size is none that the category has
SLACK = 0.15  # how far a size may lie outside the catalogue's limits
LONGEST = 4  # words of a category's name


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


def _fits(name: str, size: Sequence[float]) -> bool:
    """Whether a category comes in about this size, whichever way it is turned."""
    c = category(name) if name in categories() else None
    if c is None:
        return False
    low, high, now = ((*sorted(v[:2]), v[2]) for v in (c.smallest, c.largest, size))
    return all(a * (1 - SLACK) <= s <= b * (1 + SLACK) for a, s, b in zip(low, now, high, strict=True))
