"""Whether a thing is as it was described: colour by the hue of its materials, material by their family, size against the
catalogue's typical size, shape and kind by the generator's parameters, the rest by what the graph says of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from ...model.catalogue import categories
from ...model.geometry import Floats
from ...model.look.colour import WORDS, hex_to_linear, oklab
from ...model.look.materials import Stuff, linear_colour, materials, parse
from ...scene.assets.manifest import generators
from .scene import Thing
from .words import meaning, normal

SHARE = 0.15  # of the surface that a material must cover to be seen as the thing's
GREY = 0.035  # OKLab chroma under which a colour has no hue
# word -> (families of material, words in names of material)
FAMILIES = {
    "wooden": "wood", "wood": "wood", "timber": "wood", "metal": "metal", "metallic": "metal", "leather": "leather",
    "fabric": "fabric", "upholstered": "fabric", "cloth": "fabric", "plastic": "plastic", "glass": "glass", "ceramic": "ceramic",
    "stone": "stone", "paper": "paper", "wicker": "wicker", "rattan": "wicker", "concrete": "stone", "mirrored": "mirror",
    "woven": "wicker",
}  # fmt: skip
SMALLER = {"small", "tiny", "mini", "little", "compact", "miniature", "petite"}
LARGER = {"large", "big", "huge", "oversized", "grand", "giant", "massive", "spacious", "enormous", "wide", "extra large"}
MEASURES: dict[str, Callable[[Floats], float]] = {  # of the ratios of width, depth and height to the typical ones
    "bulk": lambda r: float(np.prod(r) ** (1 / 3)),
    "floor": lambda r: float(np.prod(r[:2]) ** 0.5),
    "width": lambda r: float(r[0]),
    "narrowest": lambda r: float(r[:2].min()),
    "depth": lambda r: float(r[1]),
    "height": lambda r: float(r[2]),
}
SIZES = {  # word -> what it measures, and the ratio to the typical size at which it becomes true
    **dict.fromkeys(SMALLER, ("bulk", 0.96)), **dict.fromkeys(LARGER, ("floor", 1.06)), "tall": ("height", 1.06),
    "high": ("height", 1.06), "full length": ("height", 1.06), "low": ("height", 0.94), "short": ("height", 0.94),
    "long": ("width", 1.1), "narrow": ("narrowest", 0.94), "slim": ("narrowest", 0.96), "deep": ("depth", 1.06),
}  # fmt: skip
WIDTHS = {  # of beds, metres
    "king": (1.7, 9), "queen": (1.4, 1.75), "double": (1.25, 1.75), "full": (1.2, 1.6), "twin": (0.7, 1.3), "single": (0.7, 1.3),
}  # fmt: skip
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12}
SHAPES = {
    "round": {"round", "circular", "disc"}, "circular": {"round", "circular", "disc"}, "oval": {"oval"},
    "rectangular": {"rect", "rectangular"}, "l shaped": {"l_shaped", "corner"}, "l shape": {"l_shaped", "corner"},
    "u shaped": {"u_shaped"}, "u shape": {"u_shaped"}, "sectional": {"l_shaped", "u_shaped", "corner"}, "cube": {"cube"},
}  # fmt: skip


def told(value: str) -> str:
    """The value without words that say nothing: `with four drawers` -> `four drawers`."""
    words = [
        w for w in normal(value).split(" ") if w not in ("with", "has", "style", "styled", "themed", "sized", "of", "a", "the")
    ]
    return " ".join(words)


# ---------------------------------------------------------------------------------------------- colour and material


def visible(t: Thing) -> list[str]:
    """References of the materials that one sees: those that cover enough, and the main slot."""
    first = next(iter(t.materials), "")
    out = [m for slot, m in t.materials.items() if t.shares.get(slot, 0.0) >= SHARE]
    return out or ([t.materials[first]] if first else [])


@lru_cache(maxsize=2048)
def _lab(reference: str) -> tuple[float, float, float]:
    return tuple(float(v) for v in oklab(linear_colour(reference)))  # type: ignore[return-value]


def same_colour(lab: Floats, target: Floats) -> bool:
    """Whether a colour would be called by the other's name: grey ones by lightness, coloured ones by hue."""
    chroma, wanted = float(np.hypot(*lab[1:])), float(np.hypot(*target[1:]))
    if wanted < GREY:
        near = 0.16 if 0.3 < target[0] < 0.8 else 0.22
        return chroma < 1.6 * GREY and abs(float(lab[0] - target[0])) < near
    turn = np.degrees(np.arctan2(lab[2], lab[1]) - np.arctan2(target[2], target[1]))
    off = abs((turn + 180) % 360 - 180)
    return chroma >= 0.4 * min(wanted, 0.1) and off < 32 and abs(float(lab[0] - target[0])) < 0.3


def coloured(t: Thing, word: str) -> bool | None:
    """Whether it has the colour; None when the word is no colour."""
    if word in ("colorful", "colourful", "multicolored", "multicoloured", "multicolor", "rainbow"):
        return many_coloured(t)
    name = next((w for w in (word, word.replace("gray", "grey")) if w in WORDS), "")
    if not name:
        return None
    target = np.array(oklab(hex_to_linear(WORDS[name])))
    return any(same_colour(np.array(_lab(m)), target) for m in visible(t))


def many_coloured(t: Thing) -> bool:
    """A pattern, or at least two hues, or one strong one."""
    labs = np.array([_lab(m) for m in t.materials.values()] or [(0.5, 0.0, 0.0)])
    strong = labs[np.hypot(labs[:, 1], labs[:, 2]) > 0.06]
    pattern = any(m.startswith(("art", "rug")) for m in t.materials.values())
    return pattern or len(strong) >= 1


def stuffs(t: Thing) -> list[Stuff]:
    """Catalogue materials that one sees, and the main slot's."""
    refs = visible(t)
    refs += [m for m in list(t.materials.values())[:1] if m not in refs]
    return [s for m in refs if (s := parse(m).stuff) is not None]


@lru_cache(maxsize=1)
def material_terms() -> frozenset[str]:
    """Every word for a material."""
    return frozenset(normal(w) for s in materials().values() for w in (s.name, *s.words))


def made_of(t: Thing, word: str) -> bool | None:
    """Whether it is of the material; None when the word is no material."""
    family = FAMILIES.get(word)
    if family is None and word not in material_terms():
        return None
    # what is glass need not cover much to be a glass table: the top is thin
    thin = [s for slot, m in t.materials.items() if t.shares.get(slot, 0) >= 0.05 and (s := parse(m).stuff) is not None]
    for s in (*stuffs(t), *(thin if word in ("glass", "marble", "stone", "mirrored") or family == "metal" else ())):
        if family == s.family or word in {normal(w) for w in (s.name, *s.words)}:
            return True
        if word in normal(s.name).split(" "):
            return True
    return bool(family) and any(family == v for v in t.params.values())


# ---------------------------------------------------------------------------------------------- size and shape


def sized(t: Thing, word: str, about: str) -> bool | None:
    """Whether it is as large as the word says, against the typical size of its category or of what the word names."""
    if word not in SIZES:
        return None
    what, factor = SIZES[word]
    known = categories()
    names = {t.category, *meaning(about)} & set(known)
    ratios = [MEASURES[what](np.array(t.size) / np.array(known[n].size)) for n in names]
    return any(r >= factor for r in ratios) if factor > 1 else any(r <= factor for r in ratios)


def shaped(t: Thing, word: str) -> bool | None:
    """Whether it has the shape; None when the word is no shape."""
    w, d = t.size[:2]
    upright = t.held == "hung_on"
    if word == "square":
        return abs(w - (t.size[2] if upright else d)) / max(w, d) < 0.06
    if word not in SHAPES:
        return None
    values = {str(v) for v in t.params.values()} | set(t.category.split("_"))
    if values & SHAPES[word] or (t.params.get("round") is True and word in ("round", "circular")):
        return True
    return word == "rectangular" and not values & {"round", "oval", "circular"}


def numbered(t: Thing, words: list[str]) -> bool | None:
    """`four seater`, `four drawers`, `multiple drawers`, `double`: by parameters that count; None for anything else."""
    for k, w in enumerate(words):
        n = NUMBERS.get(w) or (int(w) if w.isdigit() else None)
        rest = words[k + 1] if k + 1 < len(words) else ""
        if w in ("multiple", "several", "many", "multi"):
            n = -2
        if n is None or not rest:
            continue
        stem = {"seater": "seat", "seat": "seat", "person": "seat"}.get(rest, normal(rest))
        counts = [v for p, v in t.params.items() if stem in p and isinstance(v, int) and not isinstance(v, bool)]
        if stem == "drawer" and not counts:
            counts = [v for p, v in t.params.items() if p in ("rows", "columns") and isinstance(v, int)]
            counts = [int(np.prod(counts))] if counts else []
        if not counts and stem == "seat":
            return bool(abs(n) * 0.5 <= t.size[0] <= abs(n) * 0.95 + 0.3) if n > 0 else t.size[0] > 1.4
        return any(v == n if n > 0 else v >= -n for v in counts)
    return None


def bed_width(t: Thing, words: list[str]) -> bool | None:
    """King, queen, double, twin: by the width of a bed."""
    if "bed" not in t.category and "mattress" not in t.category:
        return None
    for w in words:
        if w in WIDTHS:
            return WIDTHS[w][0] <= t.size[0] <= WIDTHS[w][1]
    return None


def traits_hold(t: Thing, word: str) -> bool | None:
    """Whether the generator's parameters are those that its trait of that name asks for; None without such a trait."""
    generator = generators().get(t.generator)
    trait = generator.traits.get(word.replace(" ", "_")) if generator else None
    if trait is None:
        return None
    for name, value in trait.items():
        have = t.params.get(name)
        if isinstance(value, float) and isinstance(have, (int, float)):
            if abs(have - value) > 0.12 * max(abs(value), 1e-6):
                return False
        elif have != value:
            return False
    return True


def mounted(t: Thing, word: str) -> bool | None:
    """`wall mounted`, `hanging`, `freestanding`, `with storage space`."""
    if word in ("wall mounted", "wall hung", "mounted", "hanging", "wall"):
        return t.held in ("hung_on", "from_ceiling")
    if word in ("freestanding", "free standing", "standing"):
        return t.held == "floor" and t.params.get("kind") not in ("built_in", "built")
    if "storage" in word or "shelf" in word:
        return any(s.z < t.box.top - 0.03 for s in t.shelves) or any("drawer" in p for p in t.params)
    return None


def claimed(t: Thing, word: str) -> bool:
    """Whether the graph says it of the thing: an attribute, a parameter's value, its category or what the prompt called it."""
    words = set(word.split(" "))
    said = {w for a in t.attributes for w in normal(a).split(" ")} | set(normal(t.label).split(" ")) | set(t.category.split("_"))
    said |= {w for v in t.params.values() if isinstance(v, str) for w in normal(v).split(" ")}
    return words <= said


def has(t: Thing, about: str, value: str) -> bool:
    """Whether the thing, asked for as `about`, is as `value` says: measured where it can be, else what the graph claims."""
    word = told(value)
    words = word.split(" ")
    found = [
        check
        for check in (
            coloured(t, word),
            made_of(t, word),
            sized(t, word, about),
            shaped(t, word),
            bed_width(t, words),
            numbered(t, words),
            mounted(t, word),
            traits_hold(t, word),
        )
        if check is not None
    ]
    if found:
        return any(found)
    if len(words) == 2 and any(c is not None for w in words for c in (coloured(t, w), made_of(t, w))):  # black leather
        return all(has(t, about, w) for w in words)
    return claimed(t, word)
