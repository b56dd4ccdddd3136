"""From annealed groups to a record: what hangs, what lies, what stands on top, and the proof that nothing is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from ...model.catalogue import category
from ...model.geometry import Floats, corners, inside, rectangles_gap
from ..corpora.records import LayoutObject, LayoutOpening, LayoutRoom, Split
from .anneal import Annealer, Boxes, Room, overlap
from .pieces import LOW_FRONT, Piece
from .shells import Shell

CURTAINS = (
    "bedroom",
    "childrens_room",
    "nursery",
    "living_room",
    "dining_room",
    "home_office",
    "hotel_room",
    "library",
    "music_room",
)
TOUCH = 1e-4

_room = lru_cache(maxsize=8)(Room)


def objects_of(annealer: Annealer, shell: Shell) -> list[LayoutObject]:
    """All pieces in the room's frame, parents before children. What hung over a window or flew off a wall is left out."""
    out: list[LayoutObject] = []
    for i in sorted(annealer.placed):
        x, y, yaw = (float(v) for v in annealer.pose[i])
        c, s = float(np.cos(yaw)), float(np.sin(yaw))
        at: dict[int, int] = {}
        for k, p in enumerate(annealer.groups[i].pieces):
            if p.parent >= 0 and p.parent not in at:
                continue
            o = _object(p, x + c * p.x - s * p.y, y + s * p.x + c * p.y, yaw, at.get(p.parent, -1), shell)
            if _harmless(o, out, shell):
                at[k] = len(out)
                out.append(o)
    return out


def _object(p: Piece, x: float, y: float, yaw: float, parent: int, shell: Shell) -> LayoutObject:
    turn = (p.yaw + yaw + np.pi) % (2 * np.pi) - np.pi
    z, h = p.z, p.h
    if p.support == "from_ceiling":  # the cord is as long as it takes
        h = float(np.clip(shell.height - p.z, *(np.array((category(p.category).smallest[2], category(p.category).largest[2])))))
        z = shell.height - h
    if p.support == "floor" and p.h > shell.height - 0.05:
        h = shell.height - 0.05
    return LayoutObject(
        p.category, round(x, 4), round(y, 4), round(z, 4), p.w, p.d, round(h, 4), round(float(turn), 5), p.support, parent
    )


def _harmless(o: LayoutObject, others: Sequence[LayoutObject], shell: Shell) -> bool:
    """Whether a loose or hung piece may stay; solid floor pieces have been proven by the annealer."""
    if o.support in ("hung_on", "from_ceiling"):
        return not faults_of(o, others, shell)
    if category(o.category).walkable:
        return not _leaves(o, shell)
    return o.support != "on" or not any(_collide(o, q) for q in others if q.parent == o.parent or q.support == "hung_on")


def _rect(o: LayoutObject, by: float = 0.0) -> Boxes:
    low = LOW_FRONT.get(o.category, o.h)
    return Boxes(
        np.array([[o.x, o.y]]),
        np.array([[o.w / 2 - by, o.d / 2 - by]]),
        np.array([o.yaw]),
        np.array([o.z]),
        np.array([o.z + low]),
    )


def _collide(a: LayoutObject, b: LayoutObject) -> bool:
    if a.z >= b.z + b.h - TOUCH or b.z >= a.z + a.h - TOUCH:
        return False
    gap = rectangles_gap((a.x, a.y), (a.w / 2, a.d / 2), a.yaw, (b.x, b.y), (b.w / 2, b.d / 2), b.yaw)
    return bool(gap < -TOUCH)


def _leaves(o: LayoutObject, shell: Shell) -> bool:
    """Whether a footprint lies not wholly in the room."""
    h = np.array([max(o.w / 2 - 0.002, 1e-3), max(o.d / 2 - 0.002, 1e-3)])
    pts = corners((o.x, o.y), h, o.yaw)
    mids = (pts + np.roll(pts, -1, 0)) / 2
    if not inside(shell.polygon, np.concatenate([pts, mids])).all():
        return True
    room = _room(shell)
    return bool(len(room.notch.yaw) and overlap(_rect(o, 0.002), room.notch, 0.0)[0] > 0)


def faults_of(o: LayoutObject, others: Sequence[LayoutObject], shell: Shell) -> list[str]:
    """What is wrong with one thing among others, in words."""
    out = []
    if _leaves(o, shell):
        out.append(f"{o.category} leaves the room")
    if o.z + o.h > shell.height + 1e-3:
        out.append(f"{o.category} goes through the ceiling")
    flat = category(o.category).walkable
    if not flat:
        zones = _room(shell).zones
        if o.category not in ("curtain", "blind") and overlap(_rect(o), zones, -TOUCH)[0] > 0:
            out.append(f"{o.category} stands before an opening")
        out += [
            f"{o.category} collides with {q.category}" for q in others if not category(q.category).walkable and _collide(o, q)
        ]
    if o.support == "hung_on" and _off_wall(o, shell) > 0.03:
        out.append(f"{o.category} hangs in the air")
    return out


def _off_wall(o: LayoutObject, shell: Shell) -> float:
    """Distance of a thing's back from the wall behind it."""
    back = np.array([o.x - np.sin(o.yaw) * o.d / 2, o.y + np.cos(o.yaw) * o.d / 2])
    best = np.inf
    for w in shell.walls():
        if abs(np.sin(o.yaw) - w.normal[0]) + abs(-np.cos(o.yaw) - w.normal[1]) < 0.02:
            t = float((back - w.start) @ w.along)
            if -1e-3 <= t - o.w / 2 and t + o.w / 2 <= w.length + 1e-3:
                best = min(best, abs(float((back - w.start) @ w.normal)))
    return best


def _at_wall(name: str, at: Floats, normal: Floats, z: float, size: Sequence[float]) -> LayoutObject:
    """A hung thing with the middle of its back at a point of a wall."""
    w, d, h = size
    c = at + normal * (d / 2 + 0.002)
    yaw = float(np.arctan2(normal[0], -normal[1]))
    x, y = (round(float(v), 4) for v in c)
    return LayoutObject(name, x, y, round(z, 3), round(w, 3), d, round(h, 3), round(yaw, 5), "hung_on")


def _frame(o: LayoutOpening) -> tuple[Floats, Floats, Floats, float]:
    """First jamb, direction along the wall, normal into the room, width."""
    a, b = np.array([o.x0, o.y0]), np.array([o.x1, o.y1])
    wide = float(np.linalg.norm(b - a))
    along = (b - a) / wide
    return a, along, np.array([-along[1], along[0]]), wide


def curtains(shell: Shell, objects: Sequence[LayoutObject]) -> list[LayoutObject]:
    """Curtains 0.15-0.3 m wider than the window on each side, from over it to the floor, where nothing stands in their way."""
    depth = category("curtain").size[1]
    out: list[LayoutObject] = []
    for o in shell.openings:
        if o.kind != "window":
            continue
        a, along, normal, wide = _frame(o)
        top = min(o.sill + o.height + 0.12, shell.height - 0.03)
        for extra, foot in ((0.5, 0.02), (0.3, 0.02), (0.3, max(o.sill - 0.1, 0.05))):
            made = _at_wall("curtain", a + along * wide / 2, normal, foot, (wide + extra, depth, top - foot))
            if not faults_of(made, [*objects, *out], shell):
                out.append(made)
                break
    return out


SWITCH_HEIGHT = 1.05


def switches(shell: Shell, objects: Sequence[LayoutObject]) -> list[LayoutObject]:
    """A light switch beside each door, 1.05 m up, on the first side that has room for it."""
    size = category("light_switch").size
    out: list[LayoutObject] = []
    for o in shell.openings:
        if o.kind != "door" or shell.type == "balcony":
            continue
        a, along, normal, wide = _frame(o)
        for t in (wide + 0.17, -0.17):
            made = _at_wall("light_switch", a + along * t, normal, SWITCH_HEIGHT - size[2] / 2, size)
            if not faults_of(made, [*objects, *out], shell):
                out.append(made)
                break
    return out


def radiators(shell: Shell, objects: Sequence[LayoutObject]) -> list[LayoutObject]:
    """A radiator under each window whose sill is high enough, where nothing stands."""
    w, d, h = category("radiator").size
    out: list[LayoutObject] = []
    for o in shell.openings:
        a, along, normal, wide = _frame(o)
        if o.kind == "window" and o.sill >= h + 0.12:
            made = _at_wall("radiator", a + along * wide / 2, normal, 0.1, (min(w, wide), d, h))
            if not faults_of(made, [*objects, *out], shell):
                out.append(made)
    return out


def ceiling_light(shell: Shell, objects: Sequence[LayoutObject]) -> list[LayoutObject]:
    """A light in the middle of the ceiling where nothing hangs yet."""
    if any(o.support == "from_ceiling" for o in objects) or shell.type == "balcony":
        return []
    w, d, h = category("ceiling_light").size
    cx, cy = (float(v) / 2 for v in shell.sides)
    made = LayoutObject("ceiling_light", round(cx, 4), round(cy, 4), round(shell.height - h, 4), w, d, h, 0.0, "from_ceiling")
    return [] if faults_of(made, objects, shell) else [made]


def faults(room: LayoutRoom) -> list[str]:
    """Everything that is wrong with a record; an empty list is the proof of its validity."""
    shell = Shell(room.type, room.polygon, room.openings, room.height)
    out = []
    for i, o in enumerate(room.objects):
        related = {i, o.parent} | {j for j, q in enumerate(room.objects) if q.parent == i}
        out += faults_of(o, [q for j, q in enumerate(room.objects) if j not in related], shell)
        if o.parent >= 0:
            host = room.objects[o.parent]
            gap = rectangles_gap((o.x, o.y), (0.0, 0.0), 0.0, (host.x, host.y), (host.w / 2, host.d / 2), host.yaw)
            if abs(host.z + host.h - o.z) > 0.02 or gap > 0:
                out.append(f"{o.category} does not rest on {host.category}")
    return out


def record(shell: Shell, objects: Sequence[LayoutObject], house: str, split: Split) -> LayoutRoom:
    """A record of a finished room."""
    return replace(
        LayoutRoom("teacher", house, split, shell.type, shell.polygon, shell.openings, tuple(objects)), height=shell.height
    )
