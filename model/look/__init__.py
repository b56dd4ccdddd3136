"""How a world looks: style, palette and materials that go together, chosen deterministically. No bpy.

`choose_look` decides once for a room; `Look.resolve` then answers, for every slot of every thing, which material it is.
"""

from __future__ import annotations

import difflib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from .colour import SCHEMES, colour_of, colours_of, hex_to_linear, oklab, shift
from .materials import PATTERNS, families, linear_colour, material_words, parse

SHAPES = ("modern", "classic", "rustic", "industrial", "midcentury")


@dataclass(frozen=True, slots=True)
class Style:
    """A furnishing style. Colours are sRGB hex, materials are references."""

    name: str
    words: tuple[str, ...]  # what else people call it
    shape: str  # how its furniture is shaped
    wood: tuple[str, ...]  # leading first
    metal: tuple[str, ...]
    walls: tuple[str, ...]
    floor: tuple[str, ...]
    textiles: tuple[str, ...]  # for large things
    accents: tuple[str, ...]  # for small things
    fabric: tuple[str, ...]  # kinds of cloth
    leather: str
    stone: str
    skirting: str
    crown: bool
    door: str
    trim: str
    wicker: str
    curtains: tuple[str, ...]
    carpet: str
    feature: tuple[str, ...]  # for one wall
    handle: str
    openings: dict[str, str]  # kind of doors and windows
    plastic: str


@lru_cache(maxsize=1)
def styles() -> dict[str, Style]:
    """All styles by name."""
    data = json.loads((Path(__file__).parent / "styles.json").read_text(encoding="utf-8"))
    out: dict[str, Style] = {}
    for name, record in data.items():
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in record.items()}
        out[name] = Style(name, **values)
    return out


# A style that suits a type of room when none is wished for.
_USUAL = {
    "childrens_room": ("playful",),
    "nursery": ("playful",),
    "playroom": ("playful",),
    "library": ("scholarly", "traditional"),
    "bar": ("industrial", "scholarly"),
    "spa": ("japandi",),
    "clinic_room": ("minimalist",),
    "lab": ("minimalist",),
    "server_room": ("minimalist",),
    "garage": ("industrial",),
    "workshop": ("industrial",),
    "basement": ("industrial",),
    "gaming_room": ("futuristic", "contemporary"),
    "art_gallery": ("minimalist",),
    "hotel_room": ("contemporary", "traditional"),
    "cafe": ("industrial", "scandinavian", "mid_century"),
    "restaurant": ("contemporary", "traditional"),
    "classroom": ("contemporary",),
    "open_office": ("contemporary", "minimalist"),
    "meeting_room": ("contemporary",),
    "balcony": ("coastal", "bohemian"),
    "music_room": ("traditional", "mid_century"),
}
_GENERAL = ("contemporary", "scandinavian", "mid_century", "japandi", "contemporary")


def style_named(text: str, otherwise: str = "contemporary") -> str:
    """The known style nearest to what was asked for; '' if the text is empty, `otherwise` if nothing is near."""
    wanted = text.strip().lower().replace("_", " ").removesuffix(" style")
    if not wanted:
        return ""
    names = {w: s.name for s in reversed(styles().values()) for w in (*s.words, s.name.replace("_", " "))}
    if wanted in names:
        return names[wanted]
    inside = [w for w in names if f" {w} " in f" {wanted.replace('-', ' ')} "]
    if inside:
        return names[max(inside, key=len)]
    close = difflib.get_close_matches(wanted, names, 1, 0.75)
    return names[close[0]] if close else otherwise


_WET = ("bathroom", "spa", "laundry", "toilet", "shower_room", "restroom")
_FLOORS = {
    "garage": ("polished_concrete",),
    "workshop": ("polished_concrete",),
    "basement": ("polished_concrete",),
    "home_gym": ("rubber_floor",),
    "gym": ("rubber_floor",),
    "lab": ("linoleum",),
    "clinic_room": ("linoleum",),
    "hospital_room": ("linoleum",),
    "classroom": ("linoleum",),
    "server_room": ("white_floor_tile",),
    "open_office": ("carpet_office",),
    "meeting_room": ("carpet_office",),
    "balcony": ("stone_tile",),
    "shop": ("polished_concrete", "oak_floor"),
    "art_gallery": ("polished_concrete", "oak_floor"),
    "hotel_room": ("carpet", "oak_floor"),
    "studio": ("polished_concrete", "oak_floor"),
    "warehouse": ("polished_concrete",),
    "cinema": ("carpet:#5a3036",),
    "home_theater": ("carpet:#4a3a3c",),
}


def _floor(style: Style, room_type: str, rng: np.random.Generator) -> str:
    if room_type in _WET or (room_type == "kitchen" and rng.random() < 0.45):
        special = {
            "art_deco": "checker_tile",
            "victorian": "checker_tile",
            "tuscan": "terracotta_tile",
            "rustic": "stone_tile",
            "farmhouse": "stone_tile",
            "japandi": "stone_tile",
            "industrial": "polished_concrete",
            "bohemian": "terracotta_tile",
        }
        return special.get(style.name, str(rng.choice(["square_tile", "white_floor_tile", "stone_tile"])))
    if room_type in _FLOORS:
        return str(rng.choice(_FLOORS[room_type]))
    if room_type in ("bedroom", "childrens_room", "nursery") and rng.random() < 0.15:
        return f"{style.carpet}:{shift(style.textiles[0], 0.08, 0.6)}"
    return style.floor[0] if rng.random() < 0.6 else str(rng.choice(style.floor))


def _lightness(text: str) -> float:
    return oklab(hex_to_linear(text))[0]


def _chroma(text: str) -> float:
    _, a, b = oklab(hex_to_linear(text))
    return float(np.hypot(a, b))


def _walls(style: Style, colours: Sequence[str], palette: Sequence[str], rng: np.random.Generator) -> str:
    """Wall paint: a pale or asked-for neutral of the palette, a tint of its leading colour, or the style's own."""
    dark = any(w in ("dark", "black", "moody", "noir") for w in (p.lower() for p in palette))
    if dark and colours:
        return shift(min(colours, key=_lightness), 0.08, 0.8)
    pale = [c for c in colours if _lightness(c) > 0.82]
    if pale:
        return shift(pale[0], 0.02, 0.6)
    if colours and _lightness(style.walls[0]) > 0.7:
        tint = shift(colours[0], max(0.0, 0.88 - _lightness(colours[0])), 0.22)
        return tint if rng.random() < 0.6 else style.walls[0]
    return style.walls[0] if rng.random() < 0.5 else str(rng.choice(style.walls))


def albedo_of(room_materials: Mapping[str, str]) -> float:
    """About how much light a room's surfaces reflect, 0..1, by its materials (`Room.materials`)."""
    weights = {"wall": 0.5, "ceiling": 0.25, "floor": 0.25}
    luminance = (0.2126, 0.7152, 0.0722)
    return sum(
        k * sum(a * b for a, b in zip(luminance, linear_colour(room_materials[s]), strict=True)) for s, k in weights.items()
    )


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one room. `room_materials` are for `Room.materials`; the rest is what `resolve` chooses from."""

    style: str
    shape: str
    room_type: str
    palette: tuple[str, ...]  # hex colours that lead the room: main textile first
    room_materials: dict[str, str]
    woods: tuple[str, str]
    metals: tuple[str, str]
    fabrics: tuple[str, str]  # kinds of cloth
    textiles: tuple[str, ...]  # hex, large things
    accents: tuple[str, ...]  # hex, small things
    curtain: str
    seed: int = 0

    def resolve(self, ref: str, *, key: str, attributes: Iterable[Any] = ()) -> str:
        """The material of a slot.

        `ref` is what the generator gives the slot: a family, a material or a reference with a colour. `key` names the place
        (`group-or-category/slot`): equal keys always get equal materials. `attributes` are the wishes for this slot, as pairs
        of kind and value, objects with `kind` and `value`, or bare words; material and colour words win over everything.
        An unknown ref yields the room's leading paint rather than an error.
        """
        wished_material, wished_colour = _wishes(attributes)
        base = self._material(wished_material, key) if wished_material else self._plain(ref, key)
        if wished_colour:
            colour = wished_colour
            if wished_colour in SCHEMES:
                options = SCHEMES[wished_colour]
                colour = options[self._pick(key, "colourful") % len(options)]
            return _recolour(base, colour)
        return base

    def beside(self, lead: Look) -> Look:
        """This room's look in a home whose main room looks like `lead`: its furniture is as there, if the style is."""
        if self.style != lead.style:
            return self
        return replace(self, woods=lead.woods, metals=lead.metals, fabrics=lead.fabrics, curtain=lead.curtain)

    @property
    def albedo(self) -> float:
        """About how much light the room's surfaces reflect, 0..1."""
        return albedo_of(self.room_materials)

    # -- how families become materials

    def _pick(self, *words: str) -> int:
        return zlib.crc32("|".join((str(self.seed), *words)).encode())

    def _choose(self, options: Sequence[str], *words: str) -> str:
        return options[self._pick(*words) % len(options)]

    def _material(self, word: str, key: str) -> str:
        """A material that was asked for by name, in this room's version of it."""
        if word in ("wood", "wooden", "timber"):
            return self._wood(key)
        if word in ("metal", "metallic"):
            return self.metals[0]
        if word == "leather":
            return styles()[self.style].leather
        if word in ("fabric", "textile", "upholstered"):
            return self._cloth(key)
        if word in ("velvet", "linen", "cotton", "wool", "silk", "boucle", "corduroy"):
            return f"{word}:{self._textile_colour(key)}"
        return material_words().get(word, "wood")

    def _plain(self, ref: str, key: str) -> str:
        head, _, colour = ref.partition(":")
        if head in PATTERNS:
            return self._pattern(ref, key)
        if "shade" in key.rsplit("/", 1)[-1] and head in ("fabric", "paper", "glass"):
            name = "frosted_glass" if head == "glass" else "lampshade"
            return f"{name}:{colour}" if colour else name
        if colour.startswith("#") and head in families():
            name = {
                "metal": "powder_coat",
                "paint": "satin_paint",
                "wood": "painted_wood" if _chroma(colour) > 0.09 or _lightness(colour) > 0.88 else self._wood(key),
                "fabric": self.fabrics[0],
                "ceramic": "stoneware" if _chroma(colour) > 0.03 else "porcelain",
            }.get(head, families()[head][0])
            return f"{name.split(':')[0]}:{colour}"
        if ref in families():
            return self._family(ref, key)
        try:
            parse(ref)
        except ValueError:
            return self._family(head, key) if head in families() else self.room_materials.get("trim", "satin_paint")
        return ref

    def _family(self, family: str, key: str) -> str:
        style = styles()[self.style]
        if any(
            w in key for w in ("painting", "picture", "poster", "canvas", "artwork", "print/", "/art", "/print", "map/")
        ) and family in ("paper", "paint", "fabric"):
            return self._pattern("art", key)
        if family == "fabric":
            return self._cloth(key)
        if family == "wood":
            return self._wood(key)
        if family == "carpet":
            if any(w in key.rsplit("/", 1)[-1] for w in ("border", "fringe", "edge", "back")):
                return f"{style.carpet}:{shift(self.textiles[0], -0.1)}"
            return self._pattern("rug", key) if "rug" in key else f"{style.carpet}:{self.textiles[-1]}"
        if family == "metal":
            return self.metals[0] if self._pick(key.split("/")[0], "metal") % 5 else self.metals[1]
        if family == "ceramic":
            quiet = any(
                w in key for w in ("toilet", "basin", "sink", "bath", "plate", "cup", "mug", "bowl", "dish", "tea", "tile")
            )
            return "porcelain" if quiet else f"stoneware:{self._choose((*self.accents, '#e4ddd0', '#cfc4b2'), key)}"
        if family == "paint":
            return "satin_paint" if self._pick(key, "paint") % 3 else f"satin_paint:{shift(self.textiles[0], 0.12, 0.8)}"
        if family == "foliage":
            return self._choose(("foliage", "foliage_dark", "foliage:#557a3a", "foliage:#4a6b3f"), key)
        if family == "paper" and "book" in key:
            return f"paper:{self._choose((*self.accents, *self.textiles, '#2f3338', '#e6dfd0', '#6e2f2a', '#34495e'), key)}"
        return {"leather": style.leather, "stone": style.stone, "wicker": style.wicker, "plastic": style.plastic}.get(
            family
        ) or families()[family][0]

    def _wood(self, key: str) -> str:
        # one leading wood; about one group in five takes the second
        return self.woods[0] if self._pick(key.split("/")[0], "wood") % 5 else self.woods[1]

    def _textile_colour(self, key: str) -> str:
        if any(w in key for w in ("pillow", "cushion", "throw", "blanket", "pouf", "ottoman", "towel", "bean_bag")):
            return self._choose(self.accents, key)
        return self.textiles[self._pick(key.split("/")[0], "textile") % min(2, len(self.textiles))]

    def _cloth(self, key: str) -> str:
        slot = key.rsplit("/", 1)[-1]
        if "shade" in slot:
            return "lampshade"
        if any(w in key for w in ("curtain", "drape", "blind")):
            return "sheer" if "sheer" in key else f"curtain:{self.curtain}"
        if "rug" in key.replace("drug", ""):
            return self._pattern("rug", key)
        if any(w in key for w in ("sheet", "mattress", "pillowcase", "towel", "bath_mat", "tablecloth", "napkin")):
            return f"cotton:{self._choose(('#ece8e0', '#e6e1d6', shift(self.textiles[0], 0.25, 0.5)), key)}"
        if any(w in key for w in ("duvet", "bedding", "linen", "comforter", "bedspread")):
            return f"linen:{self._choose((shift(self.textiles[0], 0.14, 0.8), '#e4dccd', shift(self.accents[0], 0.2, 0.5)), key)}"
        if any(w in key for w in ("throw", "blanket")):
            return f"knit:{self._textile_colour(key)}"
        kind = self.fabrics[0] if self._pick(key.split("/")[0], "cloth") % 4 else self.fabrics[1]
        return f"{kind}:{self._textile_colour(key)}"

    def _pattern(self, ref: str, key: str) -> str:
        """A picture or rug of this room, unless the reference already says which."""
        parts = ref.split(":")
        if any(p.isdigit() for p in parts[1:]):
            keep = parts[0] != "art" or "#" in ref or self._pick(ref, "art colour") % 2
            return ref if keep else f"{ref}:{self._choose(self.accents, ref)}"
        seed = self._pick(key, parts[0]) % 9973
        colour = next((p for p in parts[1:] if p.startswith("#")), "")
        if parts[0] == "rug":
            kinds = {
                "classic": ("persian", "persian", "border"),
                "rustic": ("persian", "stripes", "diamonds"),
                "industrial": ("persian", "plain"),
                "midcentury": ("diamonds", "stripes", "border"),
            }.get(self.shape, ("plain", "border", "diamonds", "stripes"))
            colour = colour or self._choose(
                self.accents if self.shape != "modern" else (*self.textiles, *self.accents), key, "rug colour"
            )
            return f"rug:{self._choose(kinds, key, 'rug kind')}:{seed}:{colour}"
        kind = next((p for p in parts[1:] if p and not p.startswith("#")), "") or ("map" if "map" in key else "")
        colour = colour or (self._choose(self.accents, key, "art colour") if seed % 3 else "")
        return ":".join(p for p in ("art", kind, str(seed), colour) if p)

    # -- doors and windows

    def opening_params(self, kind: str, rng: np.random.Generator) -> dict[str, float | int | bool | str]:
        """Parameters for a door or window of this style (`Opening.params`)."""
        chosen = styles()[self.style].openings
        if kind == "window":
            return {"kind": chosen["window"]} if "window" in chosen else {}
        return {"kind": chosen.get("door", "flush"), "hinge": "left" if rng.random() < 0.5 else "right"}


def _wishes(attributes: Iterable[Any]) -> tuple[str, str]:
    """The material word and the colour (hex, or the name of a colour scheme) that attributes ask for; '' for none."""
    material = colour = ""
    for a in attributes:
        kind, value = (a.kind, a.value) if hasattr(a, "kind") else ("", a) if isinstance(a, str) else (a[0], a[1])
        value = str(value).strip().lower().replace("_", " ")
        if kind == "" and ":" in value:
            kind, value = value.split(":", 1)
        if (
            kind in ("", "material")
            and not material
            and (
                value in material_words() or value in ("wood", "wooden", "timber", "metallic", "fabric", "textile", "upholstered")
            )
        ):
            material = value
            if kind == "material" or colour_of(value) is None:
                continue
            material = ""
        if kind in ("", "colour", "color") and not colour:
            colour = colour_of(value) or (value if value in SCHEMES else "")
    return material, colour


def wishes_by_slot(slots: Mapping[str, str], attributes: Iterable[Any]) -> dict[str, tuple[Any, ...]]:
    """Which of a thing's slots (slot -> family) each wish about material and colour is for; wishes as for `Look.resolve`.

    A material is for the slots of its family: walnut for the legs of an armchair, velvet for its cover. A colour goes with the
    material named right after it (`green velvet`), else, as does a material that suits no slot, to the first slot.
    """
    out: dict[str, list[Any]] = {s: [] for s in slots}
    colours: list[Any] = []
    for wish in attributes:
        material, colour = _wishes((wish,))
        if material:
            family = _GENERIC.get(material) or _family_of(material_words()[material])
            kin = ("fabric", "leather") if family in ("fabric", "leather") else (family,)
            suited = [s for s, f in slots.items() if _family_of(f) in kin and not out[s]] or list(slots)[:1]
            for s in suited:
                out[s] += [wish, *colours]
            colours = []
        elif colour:
            colours.append(wish)
    if colours and slots:
        out[next(iter(slots))] += colours
    return {s: tuple(w) for s, w in out.items()}


_GENERIC = {
    "wood": "wood",
    "wooden": "wood",
    "timber": "wood",
    "metallic": "metal",
    "fabric": "fabric",
    "textile": "fabric",
    "upholstered": "fabric",
}


def _family_of(ref: str) -> str:
    """The family of a reference; of a pattern its kind, of what is unknown ''."""
    head = ref.partition(":")[0]
    if head in families() or head in PATTERNS:
        return head
    try:
        stuff = parse(ref).stuff
    except ValueError:
        return ""
    return stuff.family if stuff is not None else ""


def _recolour(base: str, colour: str) -> str:
    """A material in another colour, as that material would come in it."""
    r = parse(base)
    if r.stuff is None:
        return f"{r.pattern}:{r.kind}:{r.seed}:{colour}"
    s, light, chroma = r.stuff, _lightness(colour), _chroma(colour)
    if s.family == "wood":
        _, a, b = oklab(hex_to_linear(colour))
        if chroma < 0.03:
            return "ebony" if light < 0.35 else f"painted_wood:{colour}"
        brown = 0.03 < b < 0.12 and 0 < a < 0.09
        if brown:
            return "walnut" if light < 0.45 else "oak" if light < 0.75 else "birch"
        return f"painted_wood:{colour}"
    if s.family == "metal":
        known = {
            colour_of("gold"): "brass",
            colour_of("silver"): "nickel",
            colour_of("copper"): "copper",
            colour_of("bronze"): "bronze",
            colour_of("black"): "black_metal",
            colour_of("white"): "white_metal",
        }
        return known.get(colour) or f"powder_coat:{colour}"
    if s.name in ("screen", "mirror"):
        return base
    if s.name in ("marble", "marble_black", "marble_green"):
        return "marble_black" if light < 0.35 else "marble" if light > 0.85 and chroma < 0.04 else f"marble:{colour}"
    return f"{s.name}:{colour}"


def choose_look(style: str, palette: Sequence[str], room_type: str, rng: np.random.Generator) -> Look:
    """Decide the look of a room.

    `style` is any word for a style ('' chooses one that suits the room), `palette` colour words, schemes or hexes.
    """
    seed = int(rng.integers(2**31))
    name = style_named(style) or str(rng.choice(_USUAL.get(room_type, _GENERAL)))
    s = styles()[name]
    colours = colours_of(palette)
    chromatic = [c for c in colours if _lightness(c) < 0.86 or _chroma(c) > 0.05]
    wall = _walls(s, colours, palette, rng)
    textiles = [s.textiles[k] for k in rng.permutation(len(s.textiles))]
    accents = [s.accents[k] for k in rng.permutation(len(s.accents))][:3]
    if chromatic:
        textiles = [chromatic[0], shift(chromatic[0], 0.2, 0.6), *textiles[:1]]
        accents = (chromatic[1:] or [chromatic[0]])[:5]
        accents += [shift(c, 0.15 if _lightness(c) < 0.6 else -0.18, 0.8) for c in accents[:2]]
    elif colours:  # only whites and creams
        textiles = [colours[0], shift(colours[0], -0.12), *textiles[:1]]
    room_materials = {
        "floor": _floor(s, room_type, rng),
        "wall": f"wall_paint:{wall}",
        "ceiling": "ceiling_paint",
        "skirting": s.skirting,
        "trim": s.trim,
        "door": s.door,
        "handle": s.handle,
    }
    if s.crown:
        room_materials["crown"] = s.trim if s.trim.startswith("satin") else "ceiling_paint"
    if room_type in _WET and rng.random() < 0.6:
        room_materials["wall"] = str(rng.choice(["white_tile", f"white_tile:{wall}"]))
    elif s.feature and room_type not in (*_WET, "kitchen") and rng.random() < 0.55:
        feature = str(rng.choice(s.feature))
        room_materials["feature"] = f"{feature}:{shift(wall, -0.04)}" if feature == "wallpaper" else feature
    if room_type in ("garage", "basement", "warehouse"):
        room_materials["wall"] = "concrete:#b5b2ab" if rng.random() < 0.5 else "white_brick"
    lead = 0 if rng.random() < 0.6 else int(rng.integers(len(s.wood)))
    woods = (s.wood[lead], s.wood[(lead + 1) % len(s.wood)])
    fabrics = (s.fabric[0], s.fabric[1 + int(rng.integers(len(s.fabric) - 1))])
    metal = int(rng.random() < 0.3) % len(s.metal)
    return Look(
        name,
        s.shape,
        room_type,
        tuple(dict.fromkeys((*colours, *textiles[:2], *accents))),
        room_materials,
        woods,
        (s.metal[metal], s.metal[(metal + 1) % len(s.metal)]),
        fabrics,
        tuple(textiles),
        tuple(accents),
        str(rng.choice(s.curtains)) if not chromatic else shift(chromatic[-1], 0.12, 0.7),
        seed,
    )
