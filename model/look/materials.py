"""The catalogue of materials, and references to them.

A *reference* is a string: a material's name (`oak`), a name recoloured (`velvet:#1f3d2b`), a family (`wood`), a family with a
colour (`plastic:#c03020`), or a pattern with a seed (`art:7`, `art:landscape:7`, `rug:3:#8a3020`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from .colour import Rgb, hex_to_linear, word_of

PATTERNS = ("art", "rug")
ART_KINDS = ("shapes", "fields", "landscape", "map", "rings", "mist")
RUG_KINDS = ("border", "stripes", "diamonds", "persian", "plain")

Kind = Literal["", "glass", "shade", "sheer", "curtain", "leaf", "light", "flame", "screen", "floor", "wall"]


@dataclass(frozen=True, slots=True)
class Stuff:
    """One material of the catalogue. `recipe` names the node group that makes its pattern, `params` that group's inputs;
    `shader` holds further inputs of the Principled BSDF; `kind` marks special shaders and coverings of floors and walls."""

    name: str
    label: str
    family: str
    recipe: str
    color: Rgb  # linear
    roughness: float
    metallic: float = 0.0
    ior: float = 1.5
    scale: float = 1.0
    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    params: dict[str, Any] = field(default_factory=dict)
    shader: dict[str, float] = field(default_factory=dict)
    kind: Kind = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference, read: a material of the catalogue or a pattern (`art`, `rug`) with kind and seed, and a colour or ''."""

    stuff: Stuff | None
    colour: str = ""
    pattern: str = ""
    kind: str = ""
    seed: int = 0


@lru_cache(maxsize=1)
def materials() -> dict[str, Stuff]:
    """All materials by name."""
    out: dict[str, Stuff] = {}
    for record in json.loads((Path(__file__).parent / "materials.json").read_text(encoding="utf-8")):
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in record.items()}
        if values["name"] in out:
            raise ValueError(f"materials.json: {values['name']!r} stands twice")
        out[values["name"]] = Stuff(**values)
    return out


@lru_cache(maxsize=1)
def families() -> dict[str, tuple[str, ...]]:
    """Family -> its materials, the default first."""
    out: dict[str, list[str]] = {}
    for s in materials().values():
        names = out.setdefault(s.family, [])
        names.insert(0, s.name) if "default" in s.tags else names.append(s.name)
    return {k: tuple(v) for k, v in out.items()}


@lru_cache(maxsize=1)
def material_words() -> dict[str, str]:
    """What people call materials -> name."""
    out: dict[str, str] = {}
    for s in materials().values():
        for w in (*s.words, s.name.replace("_", " ")):
            out.setdefault(w, s.name)
    return out


@lru_cache(maxsize=1024)
def parse(reference: str) -> Reference:
    """Read a reference; a bare family means its default. ValueError (one sentence) if there is no such material or colour."""
    head, *rest = reference.strip().split(":")
    if head in PATTERNS:
        colour = kind = ""
        seed = 0
        for part in rest:
            if part.startswith("#"):
                hex_to_linear(part)
                colour = part.lower()
            elif part.isdigit():
                seed = int(part)
            elif part in (ART_KINDS if head == "art" else RUG_KINDS):
                kind = part
            else:
                raise ValueError(f"material reference {reference!r}: {part!r} is neither a kind, a seed nor a colour")
        kinds = ART_KINDS if head == "art" else RUG_KINDS
        return Reference(None, colour, head, kind or kinds[seed % len(kinds)], seed)
    known = materials()
    name = head if head in known else families().get(head, ("",))[0]
    if not name:
        raise ValueError(f"there is no material {head!r}")
    if len(rest) > 1:
        raise ValueError(f"material reference {reference!r} has too many parts")
    if rest:
        hex_to_linear(rest[0])
    return Reference(known[name], rest[0].lower() if rest else "")


def label_of(reference: str) -> str:
    """What a person would call the referenced material: `Oak, oiled`, `Velvet, dark green`, `Painting, landscape 7`."""
    r = parse(reference)
    if r.stuff is None:
        base = {"art": "Picture", "rug": "Rug"}[r.pattern]
        return f"{base}, {r.kind} {r.seed}" + (f", {word_of(r.colour)}" if r.colour else "")
    return f"{r.stuff.label.split(',')[0]}, {word_of(r.colour)}" if r.colour else r.stuff.label


def linear_colour(reference: str) -> Rgb:
    """The base colour of a reference, linear."""
    r = parse(reference)
    if r.colour:
        return hex_to_linear(r.colour)
    return r.stuff.color if r.stuff else (0.3, 0.3, 0.3)
