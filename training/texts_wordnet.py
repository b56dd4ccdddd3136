"""Nouns for things from WordNet (Debian's `wordnet-base`), used only to write training texts."""

# ruff: noqa: E501 - tables of sizes read better in long lines
from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")
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
_NOT: Final = frozenset(
    "wall door window floor ceiling room corner roof table_service way system body part work base top side".split()
)


@lru_cache(maxsize=1)
def _senses() -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, str]]:
    """Of artefacts and plants: sense -> words, sense -> senses above it, word -> its first sense. Empty without WordNet."""
    words: dict[str, list[str]] = {}
    parents: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    for line in FILE.read_text(encoding="ascii", errors="ignore").splitlines() if FILE.exists() else ():
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
    return words, parents, first


@lru_cache(maxsize=1)
def nouns() -> tuple[tuple[str, bool], ...]:
    """(noun, usually stands on another), sorted; empty when WordNet is not installed."""
    words, parents, first = _senses()
    roots = {s: _ROOTS[w] for w in _ROOTS for s, names in words.items() if w == names[0]}
    out: dict[str, bool] = {}
    for sense, names in words.items():
        small = _under(sense, parents, roots)
        if small is None:
            continue
        for w in names:
            text = w.replace("_", " ")
            if (
                first[w] == sense
                and text.isascii()
                and text.replace(" ", "").isalpha()
                and text.islower()
                and 3 < len(text) < 22
                and w not in _NOT
            ):
                out.setdefault(text, small)
    return tuple(sorted(out.items()))


def _under(sense: str, parents: dict[str, list[str]], roots: dict[str, T]) -> T | None:
    """What belongs to the nearest root above a sense; None when there is none."""
    edge, seen = [sense], set()
    while edge:
        at = edge.pop(0)
        if at in roots:
            return roots[at]
        if at not in seen:
            seen.add(at)
            edge += parents.get(at, [])
    return None


# Typical width, depth and height in metres of kinds of things, for those whose kinds of kinds have no measured models.
SIZES: Final[dict[str, tuple[float, float, float]]] = {
    "boat": (3.5, 0.9, 0.6), "ship": (3.5, 1.2, 1.5), "vehicle": (3.0, 1.5, 1.5), "wheeled_vehicle": (2.0, 0.9, 1.2), "bicycle": (1.7, 0.5, 1.05), "cart": (1.2, 0.7, 1.0),
    "craft": (3.5, 1.5, 1.0), "machine": (1.0, 0.7, 1.2), "motor": (0.6, 0.5, 0.5), "computer": (0.5, 0.5, 0.45), "furniture": (1.0, 0.6, 0.9), "seat": (0.6, 0.6, 0.85), "bed": (1.4, 2.0, 0.8),
    "table": (1.2, 0.7, 0.75), "desk": (1.2, 0.7, 0.85), "cabinet": (0.9, 0.45, 1.4), "chest_of_drawers": (0.9, 0.45, 1.0), "bookcase": (0.9, 0.35, 1.9), "wardrobe": (1.2, 0.6, 1.9), "rack": (0.8, 0.4, 1.2),
    "stand": (0.5, 0.45, 1.1), "lectern": (0.6, 0.5, 1.15), "pulpit": (1.0, 0.9, 1.8), "altar": (1.8, 0.8, 1.0), "column": (0.4, 0.4, 2.4), "pole": (0.12, 0.12, 2.2), "post": (0.15, 0.15, 1.8), "totem_pole": (0.5, 0.5, 2.4),
    "sculpture": (0.6, 0.5, 1.4), "statue": (0.6, 0.5, 1.7), "bust": (0.4, 0.3, 0.55), "memorial": (0.9, 0.4, 1.4), "gravestone": (0.7, 0.2, 1.0), "coffin": (0.7, 2.0, 0.6),
    "container": (0.35, 0.3, 0.35), "vessel": (0.25, 0.25, 0.3), "barrel": (0.6, 0.6, 0.9), "box": (0.4, 0.32, 0.28), "basket": (0.4, 0.35, 0.3), "bag": (0.4, 0.2, 0.45), "bottle": (0.08, 0.08, 0.28), "jar": (0.12, 0.12, 0.18),
    "pot": (0.26, 0.26, 0.2), "kettle": (0.24, 0.2, 0.26), "cauldron": (0.5, 0.5, 0.45), "cup": (0.1, 0.1, 0.1), "glass": (0.08, 0.08, 0.15), "bowl": (0.2, 0.2, 0.09), "dish": (0.24, 0.24, 0.05), "tank": (0.8, 0.5, 0.8), "bathtub": (0.75, 1.7, 0.6), "chest": (0.9, 0.5, 0.5),
    "tool": (0.25, 0.1, 0.06), "hand_tool": (0.28, 0.1, 0.05), "anvil": (0.5, 0.2, 0.4), "loom": (1.4, 1.2, 1.6), "spinning_wheel": (0.9, 0.5, 1.0), "plow": (1.5, 0.6, 0.9), "ladder": (0.5, 0.2, 2.2), "implement": (0.3, 0.1, 0.08), "utensil": (0.06, 0.28, 0.05),
    "cutlery": (0.03, 0.2, 0.02), "weapon": (0.9, 0.1, 0.15), "gun": (1.0, 0.1, 0.2), "cannon": (1.0, 2.2, 1.2), "sword": (0.15, 0.95, 0.06), "bow": (0.3, 0.08, 1.5), "body_armor": (0.6, 0.45, 1.75), "shield": (0.6, 0.12, 0.8),
    "musical_instrument": (0.7, 0.4, 0.6), "stringed_instrument": (0.4, 0.2, 1.0), "keyboard_instrument": (1.4, 0.6, 1.0), "organ": (1.5, 0.9, 1.6), "piano": (1.5, 0.65, 1.2), "harp": (0.9, 0.5, 1.75), "percussion_instrument": (0.6, 0.5, 0.7), "drum": (0.5, 0.5, 0.55), "gong": (0.9, 0.4, 1.2),
    "wind_instrument": (0.7, 0.2, 0.25), "brass": (0.6, 0.3, 0.35), "bass": (0.6, 0.4, 1.8), "electronic_equipment": (0.4, 0.3, 0.2), "telephone": (0.2, 0.2, 0.15), "telephone_booth": (0.9, 0.9, 2.3), "booth": (1.0, 1.0, 2.2), "television_receiver": (1.1, 0.1, 0.65), "clock": (0.3, 0.15, 0.3),
    "timepiece": (0.2, 0.1, 0.2), "watch": (0.08, 0.08, 0.05), "lamp": (0.3, 0.3, 0.5), "candlestick": (0.12, 0.12, 0.3), "lantern": (0.2, 0.2, 0.35), "white_goods": (0.6, 0.6, 0.9), "home_appliance": (0.5, 0.4, 0.5), "stove": (0.6, 0.6, 0.9), "refrigerator": (0.7, 0.7, 1.8),
    "measuring_instrument": (0.25, 0.2, 0.25), "telescope": (0.7, 0.7, 1.4), "microscope": (0.2, 0.25, 0.4), "camera": (0.15, 0.12, 0.1), "globe": (0.35, 0.35, 0.45), "scale": (0.35, 0.3, 0.4), "magnifier": (0.1, 0.2, 0.03),
    "sports_equipment": (0.6, 0.4, 0.3), "board": (0.6, 2.0, 0.1), "ski": (0.1, 1.7, 0.1), "sled": (0.5, 1.2, 0.4), "ball": (0.22, 0.22, 0.22), "racket": (0.26, 0.68, 0.04), "exercise_device": (0.9, 1.6, 1.4), "gymnastic_apparatus": (1.8, 1.0, 1.4), "game_equipment": (0.3, 0.3, 0.1), "pool_table": (1.4, 2.5, 0.8),
    "plaything": (0.25, 0.2, 0.2), "doll": (0.15, 0.1, 0.4), "swing": (1.8, 1.4, 2.0), "headdress": (0.28, 0.28, 0.16), "footwear": (0.22, 0.3, 0.15), "garment": (0.45, 0.35, 0.1), "jewelry": (0.08, 0.08, 0.03), "decoration": (0.2, 0.12, 0.2), "bedclothes": (1.4, 1.6, 0.05), "fabric": (0.6, 0.5, 0.05), "rug": (1.6, 2.2, 0.015), "curtain": (1.4, 0.1, 2.2),
    "toiletry": (0.06, 0.06, 0.15), "writing_implement": (0.02, 0.15, 0.02), "cleaning_implement": (0.25, 0.2, 0.9), "tableware": (0.15, 0.15, 0.12), "houseplant": (0.4, 0.4, 0.6), "tree": (1.0, 1.0, 2.2), "shrub": (0.6, 0.6, 0.8), "flower": (0.15, 0.15, 0.4), "fountain": (1.0, 1.0, 1.2), "umbrella": (0.1, 0.1, 0.9), "tent": (2.0, 2.0, 1.6),
    "kiln": (0.9, 0.9, 1.2), "furnace": (0.8, 0.8, 1.3), "press": (0.7, 0.6, 1.2), "wheel": (0.7, 0.15, 0.7), "bell": (0.3, 0.3, 0.35), "cage": (0.5, 0.45, 0.6), "easel": (0.6, 0.6, 1.6), "screen": (1.5, 0.05, 1.7), "flag": (0.9, 0.1, 0.6), "trophy": (0.2, 0.15, 0.4), "mask": (0.22, 0.12, 0.3), "mirror": (0.6, 0.05, 0.9),
}  # fmt: skip


@lru_cache(maxsize=1)
def typical_sizes() -> tuple[tuple[str, tuple[float, float, float]], ...]:
    """(noun, size of the nearest kind above it that has one), sorted; empty when WordNet is not installed."""
    words, parents, first = _senses()
    roots = {}
    for w, size in SIZES.items():
        if w in first:
            roots[first[w]] = size
    out: dict[str, tuple[float, float, float]] = {}
    for sense, names in words.items():
        size = _under(sense, parents, roots)
        for w in names if size is not None else ():
            text = w.replace("_", " ")
            if first[w] == sense and text.isascii() and text.replace(" ", "").isalpha() and text.islower():
                out.setdefault(text, size)
    return tuple(sorted(out.items()))
