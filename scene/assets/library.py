"""The asset library: a category and wishes in, a made thing out. Implements `model.assets.AssetLibrary`; no bpy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np

from ...model.assets import Blueprint, Params
from ...model.catalogue import Category, category
from ...model.graph.types import Node
from ...model.look import Look, styles
from .asset import Asset, Generator, params_of, read_params
from .manifest import generators

# How much a size word changes each dimension (width, depth, height) of a typical thing.
SIZE_WORDS: dict[str, tuple[float, float, float]] = {
    "tiny": (0.65, 0.65, 0.7),
    "mini": (0.65, 0.65, 0.7),
    "small": (0.8, 0.85, 0.88),
    "compact": (0.8, 0.85, 0.95),
    "little": (0.8, 0.85, 0.88),
    "medium": (1, 1, 1),
    "large": (1.25, 1.12, 1.08),
    "big": (1.25, 1.12, 1.08),
    "huge": (1.5, 1.25, 1.15),
    "giant": (1.5, 1.25, 1.15),
    "oversized": (1.35, 1.2, 1.05),
    "grand": (1.3, 1.3, 1.15),
    "long": (1.5, 1, 1),
    "wide": (1.35, 1, 1),
    "tall": (1, 1, 1.25),
    "short": (1, 1, 0.8),
    "low": (1, 1, 0.75),
    "narrow": (0.75, 0.9, 1),
    "slim": (0.8, 0.8, 1),
    "deep": (1, 1.25, 1),
    "high": (1, 1, 1.2),
    "massive": (1.45, 1.25, 1.15),
    "spacious": (1.25, 1.12, 1.05),
    "full_length": (1, 1, 1.3),
    "king_size": (1, 1, 1),
}
# What lies on the floor is woven flat, so that a leg half on it still stands on the floor (contact within a centimetre).
RUG_HEIGHT = 0.004


def _frozen(params: Params) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(params.items()))


_kept: dict[tuple[str, tuple[tuple[str, Any], ...]], Asset] = {}
KEEP = 600  # made things held ready; a room has fewer than a hundred different ones


def _keep(made: Asset) -> Asset:
    """The kept equal of a made thing, so that equal things are one."""
    if len(_kept) >= KEEP:
        for key in list(_kept)[: KEEP // 3]:
            del _kept[key]
    return _kept.setdefault((made.generator, _frozen(params_of(made.params))), made)


def asset(generator: str, params: Params) -> Asset:
    """The made thing, cached. KeyError for an unknown generator, ValueError for parameters out of limits."""
    found = _kept.get((generator, _frozen(params)))
    if found is not None:
        return found
    g = generators()[generator]
    return _keep(g.make(read_params(g.params, params)))


def lumen_of(nodes: Iterable[Node]) -> float:
    """The light of all lamps among some nodes, when on."""
    return sum(e.lumen for n in nodes for e in asset(n.generator, n.params).emitters)


def dressed(node: Node, look: Look) -> Node:
    """The node with a material for each of its slots; the wishes about colour and material go to its first slot."""
    made = asset(node.generator, node.params)
    wishes = {}
    for k, (slot, family) in enumerate(made.slots.items()):
        key = f"{node.label or node.category}/{slot}"
        wishes[slot] = look.resolve(family, key=key, attributes=node.attributes if k == 0 else ())
    return replace(node, materials=wishes)


def _blueprint(made: Asset) -> Blueprint:
    return Blueprint(
        made.generator, params_of(made.params), made.size, made.solids, made.surfaces, dict(made.slots), bool(made.emitters)
    )


def _trait_overrides(g: Generator, attributes: Sequence[str]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for a in attributes:
        out.update(g.traits.get(a, g.traits.get(a.replace("-", "_").replace(" ", "_"), {})))
    return out


# What generators call the way a thing is held up.
MOUNTS = {
    "mount_hung_on": ("hung_on", "wall", "hung"),
    "mount_from_ceiling": ("from_ceiling", "ceiling", "pendant"),
    "mount_on": ("on", "table", "stand"),
    "mount_floor": ("floor", "stand"),
}


def _mounted(g: Generator, attributes: Sequence[str]) -> dict[str, Any]:
    field_ = next((f for f in fields(g.params) if f.name == "mount"), None)
    options = field_.metadata.get("options", ()) if field_ is not None else ()
    for a in attributes:
        for name in MOUNTS.get(a, ()):
            if name in options:
                return {"mount": name}
    return {}


def _target(
    c: Category, attributes: Sequence[str], size: Sequence[float | None], g: Generator, overrides: dict[str, Any]
) -> dict[str, float]:
    """Width, depth and height to ask for: given, or implied by size words, within the category's limits."""
    out: dict[str, float] = {}
    names = {f.name for f in fields(g.params)}
    factors = np.ones(3)
    for a in attributes:
        if a in SIZE_WORDS and a not in g.traits:
            factors = factors * SIZE_WORDS[a]
    for k, axis in enumerate(("width", "depth", "height")):
        if axis not in names:
            continue
        if size[k] is not None:
            out[axis] = float(size[k])  # type: ignore[arg-type]
        elif axis == "height" and c.walkable and c.smallest[2] <= 0.005:
            out[axis] = RUG_HEIGHT
        elif factors[k] != 1.0 and axis not in overrides:
            out[axis] = float(np.clip(c.size[k] * factors[k], c.smallest[k], c.largest[k]))
    return out


class Library:
    """The built-in generators behind the catalogue's categories."""

    def sample(
        self,
        category_name: str,
        rng: np.random.Generator,
        size: Sequence[float | None] = (None, None, None),
        style: str = "",
        attributes: Sequence[str] = (),
    ) -> Blueprint:
        """A thing of the category; see `model.assets.AssetLibrary.sample`."""
        c = category(category_name)
        g = generators()[c.generator]
        names = {f.name for f in fields(g.params)}
        overrides: dict[str, Any] = dict(c.presets)
        overrides.update(_trait_overrides(g, attributes))
        overrides.update(_mounted(g, attributes))
        overrides.update(_target(c, attributes, size, g, overrides))
        shape = styles()[style].shape if style in styles() else ""
        if shape and "style" in names and "style" not in overrides:
            overrides["style"] = shape
        made = g.rand(rng, **overrides)
        fitted = self._within(c, made, rng, g, overrides)
        return _blueprint(_keep(fitted))

    @staticmethod
    def _within(c: Category, made: Asset, rng: np.random.Generator, g: Generator, overrides: dict[str, Any]) -> Asset:
        """Bring a freely drawn thing inside its category's limits of size."""
        names = {f.name for f in fields(g.params)}
        fix: dict[str, float] = {}
        for k, axis in enumerate(("width", "depth", "height")):
            if axis in names and axis not in overrides:
                drawn = float(getattr(made.params, axis))  # not its extent, which open doors add to
                if not c.smallest[k] - 1e-6 <= drawn <= c.largest[k] + 1e-6:  # the generator has something else in mind
                    fix[axis] = float(np.clip(c.size[k] * rng.uniform(0.92, 1.08), c.smallest[k], c.largest[k]))
        return g.rand(rng, **{**overrides, **fix}) if fix else made

    def blueprint(self, generator: str, params: Params) -> Blueprint:
        """The thing that a generator makes from params."""
        return _blueprint(asset(generator, params))
