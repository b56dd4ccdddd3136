"""Nouns for things from WordNet (Debian's `wordnet-base`), used only to write training texts."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

FILE: Final = Path("/usr/share/wordnet/data.noun")
# What may stand in a room: all kinds of these. The flag says whether such a thing usually stands on another.
_ROOTS: Final = {
    "furniture": False, "furnishing": False, "appliance": False, "home_appliance": False, "machine": False, "musical_instrument": False,
    "sculpture": False, "sports_equipment": False, "game_equipment": False, "cabinet": False, "container": True, "vessel": True,
    "tool": True, "utensil": True, "kitchen_utensil": True, "plaything": True, "lamp": True, "ornament": True, "decoration": True,
    "tableware": True, "bedclothes": True, "floor_cover": False, "electronic_equipment": True, "timepiece": True, "basket": True,
    "houseplant": False, "stove": False, "memorial": False, "optical_instrument": True, "measuring_instrument": True,
    "writing_implement": True, "headdress": True, "footwear": True, "cleaning_implement": True, "gymnastic_apparatus": False,
    "exercise_device": False, "hand_tool": True, "weapon": True, "boat": False, "toiletry": True, "fabric": True, "stringed_instrument": False,
}  # fmt: skip
_NOT: Final = frozenset("wall door window floor ceiling room corner roof table_service way system body part work base top side".split())


@lru_cache(maxsize=1)
def nouns() -> tuple[tuple[str, bool], ...]:
    """(noun, usually stands on another), sorted; empty when WordNet is not installed."""
    if not FILE.exists():
        return ()
    words: dict[str, list[str]] = {}
    parents: dict[str, list[str]] = {}
    first: dict[str, str] = {}  # a word's commonest sense comes first in the file of senses; here: the one with the lowest id
    for line in FILE.read_text(encoding="ascii", errors="ignore").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        sense, kind, n = fields[0], fields[1], int(fields[3], 16)
        if kind not in ("06", "20"):
            continue
        words[sense] = [fields[4 + 2 * i] for i in range(n)]
        at = 5 + 2 * n
        parents[sense] = [fields[i + 1] for i in range(at, len(fields) - 2) if fields[i] in ("@", "@i") and fields[i + 2] == "n"]
        for w in words[sense]:
            first.setdefault(w, sense)
    roots = {s: _ROOTS[w] for w in _ROOTS for s, names in words.items() if w == names[0]}
    out: dict[str, bool] = {}
    for sense, names in words.items():
        small = _under(sense, parents, roots)
        if small is None:
            continue
        for w in names:
            text = w.replace("_", " ")
            if first[w] == sense and text.isascii() and text.replace(" ", "").isalpha() and text.islower() and 3 < len(text) < 22 and w not in _NOT:
                out.setdefault(text, small)
    return tuple(sorted(out.items()))


def _under(sense: str, parents: dict[str, list[str]], roots: dict[str, bool]) -> bool | None:
    """The flag of the nearest root above a sense; None when there is none."""
    edge, seen = [sense], set()
    while edge:
        at = edge.pop(0)
        if at in roots:
            return roots[at]
        if at not in seen:
            seen.add(at)
            edge += parents.get(at, [])
    return None
