"""Which things a person's word means: through the catalogue's names, synonyms and is_a, symbolically.

A thing answers the most exact of the words that a prompt's constraints use: a coffee table is a table, but where the
constraints also name a coffee table it is that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...model.catalogue import categories
from .scene import Scene, Thing

IRREGULAR = {"shelves": "shelf", "knives": "knife", "loaves": "loaf", "children": "child", "people": "person", "geese": "goose"}
KEEP = ("glass", "dress", "chess", "canvas", "lens", "ss", "us", "is", "scissors", "binoculars")


def normal(word: str) -> str:
    """Lower case, spaces, the last word in the singular."""
    words = re.sub(r"[_\-\s]+", " ", word.lower()).strip().split(" ")
    return " ".join([*words[:-1], singular(words[-1])])


def singular(word: str) -> str:
    """One of them."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith(KEEP) or len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=1)
def terms() -> dict[str, frozenset[str]]:
    """Every name, label and synonym -> all categories that go by it; a name of its own wins."""
    out: dict[str, set[str]] = {}
    for c in categories().values():
        for w in (c.label, *c.synonyms):
            out.setdefault(normal(w), set()).add(c.name)
    for c in categories().values():
        out[normal(c.name)] = {c.name}
    return {w: frozenset(names) for w, names in out.items()}


@lru_cache(maxsize=4096)
def meaning(word: str) -> frozenset[str]:
    """Categories that a word means: its own, or those of its last words (`wooden ladder`); empty when none is known."""
    words = normal(word).split(" ")
    for k in range(len(words)):
        found = terms().get(" ".join(words[k:]))
        if found:
            return found
    joined = terms().get("".join(words))
    return joined or frozenset()


def steps(name: str, broader: str) -> int | None:
    """How many is_a steps lead from a category up to a broader one; None if none do."""
    if name == broader:
        return 0
    known = categories()
    if name not in known:
        return None
    found = [s for b in known[name].is_a if (s := steps(b, broader)) is not None]
    return 1 + min(found) if found else None


def fit(thing: Thing, word: str) -> float | None:
    """How exactly a thing is what the word names, 0 the best; None if it is not.

    What the prompt called a thing (its label) speaks where the catalogue has no such word, or where the thing is of the
    broader kind (a chair that was asked for as a dining chair).
    """
    wanted, said = normal(word), normal(thing.label)
    up = [s for c in meaning(word) if (s := steps(thing.category, c)) is not None]
    called = bool(said) and (said == wanted or said.endswith(" " + wanted))
    if up:
        return min(up) - (0.5 if called else 0.0)
    broader = any(steps(c, thing.category) is not None for c in meaning(word))
    return 0.25 if called and (broader or not terms().get(wanted)) else None


def answers(scene: Scene, words: Sequence[str]) -> dict[str, list[Thing]]:
    """The things that each word means, every thing under its most exact word (or words that mean the same)."""
    out: dict[str, list[Thing]] = {w: [] for w in words}
    for t in scene.things:
        fits = {w: f for w in words if (f := fit(t, w)) is not None}
        best = min(fits.values(), default=0.0)
        for w, f in fits.items():
            if f <= best + 1e-9:
                out[w].append(t)
    return out
