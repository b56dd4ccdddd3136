"""What the layout needs to know of a thing before it exists in Blender: how big, what stands on it, what it occupies.

The shapes themselves are made in `scene/assets`; the model sees them only through the `AssetLibrary` protocol.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

import numpy as np

Vec3 = tuple[float, float, float]
Params = dict[str, float | int | bool | str]


class Box(NamedTuple):
    """An axis-aligned box in a thing's local frame, metres."""

    lower: Vec3
    upper: Vec3


class Surface(NamedTuple):
    """A level rectangle (or the ellipse in it) of a thing, local frame, on or in which other things can stand.

    `z` is the exact height of the mesh there; `clearance` the free height above it. `kind` is `on` for open tops and
    `in` for shelves, basins and other insides. `hidden` ones lie behind closed fronts: they take only what is asked for.
    """

    name: str
    kind: Literal["on", "in"]
    x0: float
    y0: float
    x1: float
    y1: float
    z: float
    clearance: float = 10.0
    round: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A sampled thing, without its mesh. `size` is the exact bounding box (width X, depth Y, height Z).

    `solids` are boxes that together cover the mesh (two or more where something may reach underneath, as with a table).
    `slots` maps material slots to a material or a family of materials (`wood`, `fabric`).
    """

    generator: str
    params: Params
    size: Vec3
    solids: tuple[Box, ...]
    surfaces: tuple[Surface, ...] = ()
    slots: dict[str, str] = field(default_factory=dict)
    emits: bool = False  # carries a lamp


class AssetLibrary(Protocol):
    """Turns a category and wishes into things of a definite shape."""

    def sample(
        self,
        category: str,
        rng: np.random.Generator,
        size: Sequence[float | None] = (None, None, None),
        style: str = "",
        attributes: Sequence[str] = (),
    ) -> Blueprint:
        """A thing of the category; the dimensions given are met, the others chosen. KeyError for an unknown category."""
        ...

    def blueprint(self, generator: str, params: Params) -> Blueprint:
        """The thing that a generator makes from params. KeyError / ValueError for unknown ones."""
        ...
