"""What the teacher builds with: pieces of furniture and the groups in which they are placed as wholes.

A group has a frame of its own: front at -Y, and for groups that stand at a wall the wall's face at y = 0, x along it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import numpy as np

from ...model.catalogue import category
from ...model.geometry import Floats, corners
from ...model.layout.design import role
from ..corpora.records import SupportKind

Law = Literal["wall", "corner", "free", "centre"]
GAP = 0.02  # metres between things that stand side by side
# Height that counts before a window: a tap before the glass is how kitchens are built.
LOW_FRONT = {"sink": 0.92, "washbasin": 0.85, "bathroom_vanity": 0.85}


class Piece(NamedTuple):
    """A thing in its group's frame: centre of the footprint, base height, full size, turn; `parent` is an index in the group."""

    category: str
    x: float
    y: float
    z: float
    w: float
    d: float
    h: float
    yaw: float
    support: SupportKind = "floor"
    parent: int = -1

    @property
    def flat(self) -> bool:
        """Whether it is walked over."""
        return category(self.category).walkable


class Patch(NamedTuple):
    """An upright box in the group's frame."""

    x: float
    y: float
    hx: float
    hy: float
    yaw: float
    z0: float
    z1: float


@dataclass(slots=True)
class Group:
    """Pieces that are placed together. `law` says where: back to a wall, in a corner, anywhere, or in the room's middle."""

    name: str
    pieces: list[Piece]
    law: Law = "wall"
    required: bool = False
    axis: str = ""  # "x" or "y": the group's front must point along that axis of the room
    zones: list[Patch] = field(default_factory=list)  # floor that should stay free, besides what the categories ask
    hull: list[Patch] = field(default_factory=list)  # stands for the pieces where there are many
    near: str = ""  # name of a group it should stand by
    opposite: str = ""  # name of a group it should face
    by_window: float = 0.0  # wish to stand at a window (or, negative, not under one)
    off_door: float = 0.0  # wish to stand away from the doors
    middle: float = 0.0  # wish for the middle of its wall
    own_zones: bool = True  # whether the functional sides of its pieces must be reachable

    def solids(self) -> list[Patch]:
        """What takes up space on or over the floor, hung things included."""
        if self.hull:
            return self.hull
        return [
            Patch(p.x, p.y, p.w / 2, p.d / 2, p.yaw, p.z, p.z + LOW_FRONT.get(p.category, p.h))
            for p in self.pieces
            if not p.flat and p.support in ("floor", "hung_on")
        ]

    def free_floor(self) -> list[Patch]:
        """Floor that should stay free: the group's own zones and what its pieces' functional sides need."""
        out = list(self.zones)
        if self.own_zones:
            for p in self.pieces:
                if p.support == "floor" and not role(p.category).seat:
                    out += _sides(p)
        return out

    def extent(self) -> tuple[Floats, Floats]:
        """Lower and upper corner in the group's frame."""
        s = self.solids() or [Patch(p.x, p.y, p.w / 2, p.d / 2, p.yaw, 0.0, 0.0) for p in self.pieces]
        pts = corners([(p.x, p.y) for p in s], [(p.hx, p.hy) for p in s], [p.yaw for p in s]).reshape(-1, 2)
        return pts.min(0), pts.max(0)


def _sides(p: Piece) -> Iterable[Patch]:
    c, s = float(np.cos(p.yaw)), float(np.sin(p.yaw))
    for side, depth in role(p.category).sides:
        for sx, sy in _ways(side, p):
            x, y = sx * (p.w + depth) / 2, sy * (p.d + depth) / 2
            hx, hy = (depth / 2, p.d * 0.4) if sx else (p.w * 0.45, depth / 2)
            yield Patch(p.x + c * x - s * y, p.y + s * x + c * y, hx, hy, p.yaw, 0.05, 1.6)


def _ways(side: str, p: Piece) -> tuple[tuple[int, int], ...]:
    if side == "used":
        return ((0, -1),) if p.category in ("bathtub", "shower") else ()
    if side == "long":
        return ()  # the chairs' own zones say it
    return {"front": ((0, -1),), "back": ((0, 1),), "left": ((-1, 0),), "right": ((1, 0),)}[side]
