"""Places where somebody works facing others: bar and shop counters, reception desks, an office desk with guests before it.

A station stands free of the wall with the worker's side towards it, near enough for a back shelf and far enough to pass, and
looks at the door and the room. Counters are placed before anything that fills a room; what belongs behind them follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..catalogue import is_a
from ..geometry import Floats, front
from .groups import Group
from .program import Item
from .relations import Poses, local, plateau, pose_of
from .state import Arrangement, opening_span

if TYPE_CHECKING:
    from .furnish import Placer

COUNTERS = ("bar_counter", "shop_counter", "pharmacy_counter", "reception_desk")  # staff stand at the back
OFFICES = ("private_office",)  # where a desk has guests; its worker sits at its front
BEHIND = {
    "bar_counter": (1.35, 1.6),
    "pharmacy_counter": (1.35, 1.6),
}  # metres from the staff's side to the wall: room for shelves
USUAL = (1.0, 1.4)
BACK_SHELVES = ("shelf", "wine_cabinet", "display_fridge", "cabinet")
WORTH = 9.0  # of a right distance to the wall: more than the learned field says of free standing
GREETS = 2.5  # of looking towards the door


def is_counter(item: Item) -> bool:
    """Whether staff serve others across it."""
    return any(is_a(item.category.name, n) for n in COUNTERS)


def is_station(item: Item, room_type: str) -> bool:
    """Whether somebody works there facing others, and the prompt leaves its place in the room open."""
    desk = room_type in OFFICES and is_a(item.category.name, "desk")
    return (is_counter(item) or desk) and not any(
        t.architecture or t.kind in ("faces", "behind") for t in item.ties if t.required
    )


def place(placer: Placer, groups: Sequence[Group]) -> list[Group]:
    """Put down the counters; returns the groups that remain."""
    rest = list(groups)
    for group in groups:
        if is_counter(group.anchor) and is_station(group.anchor, placer.room.room.type) and placer.place_group(group):
            rest.remove(group)
    return rest


def _depths(item: Item) -> tuple[float, float]:
    return BEHIND.get(item.category.name, USUAL)


def poses(room: Arrangement, item: Item, lo: Floats, hi: Floats) -> list[tuple[Floats, Floats, Floats, float]]:
    """Candidates with the worker's side towards each wall; `lo` and `hi` are the corners of its group."""
    out = []
    turned = not is_counter(item)
    half = item.blueprint.size[1] / 2
    for w in room.walls:
        s = np.arange(0.3 + (hi[0] - lo[0]) / 2, w.length - (hi[0] - lo[0]) / 2, 0.2)
        for depth in (np.linspace(*_depths(item), 3)) if len(s) else ():
            p = w.start + s[:, None] * w.along + (depth + half) * w.normal
            out.append((p[:, 0], p[:, 1], np.full(len(s), w.yaw + np.pi * turned), 0.0))
    return out


def score(room: Arrangement, item: Item, at: Poses) -> Floats:
    """How well a station would stand at each pose. (n,)"""
    to_guests = front(at.yaw) * (1.0 if is_counter(item) else -1.0)
    half = item.blueprint.size[1] / 2
    best = np.zeros(len(at.yaw))
    for w in room.walls:
        depth = (at.centre - w.start) @ w.normal - half
        along = (at.centre - w.start) @ w.along
        square = (to_guests @ w.normal > 0.98) & (along > 0) & (along < w.length)
        windows = [o for o in room.room.openings if o.wall == w.index and o.kind == "window"]
        glare = np.zeros(len(along), bool)
        for o in windows:
            glare |= (along > o.offset) & (along < o.offset + o.width)
        best = np.maximum(best, square * plateau(depth, *_depths(item), 0.12) * (1.0 - 0.25 * glare))
    out = WORTH * best
    for o in room.room.openings:
        if o.kind == "door":
            a, b, _ = opening_span(room.room, o, room.walls)
            d = (a + b) / 2 - at.centre
            out += GREETS * (to_guests * d).sum(-1) / np.maximum(np.linalg.norm(d, axis=-1), 0.1)
            break
    return out


def behind(room: Arrangement, item: Item, at: Poses) -> Floats:
    """1 where a back shelf would stand at the wall behind a counter, its goods towards the staff. (n,)"""
    out = np.zeros(len(at.yaw))
    if item.category.name in BACK_SHELVES:
        for t in room.things.values():
            if any(is_a(t.category, n) for n in COUNTERS):
                x, y = local(at, pose_of(t))
                free = y - t.half[1] - item.blueprint.size[1] / 2
                same_way = (front(at.yaw) * front(np.array(t.yaw))).sum(-1) > 0.9
                out = np.maximum(out, same_way * (np.abs(x) < t.half[0] + 0.3) * plateau(free, 0.8, 1.3, 0.1))
    return out
