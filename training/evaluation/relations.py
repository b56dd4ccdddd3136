"""The judge's own definitions of relations (SceneEval's, MIT, restated), on oriented boxes. A score of 0.5 or more holds.

Distances are gaps between surfaces with a soft shoulder of 0.25 m. Left and right are those of somebody who stands before the
thing and looks at its front, as in SceneEval.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ...model.geometry import Floats, polygon_area
from ...model.graph.types import Room
from .scene import Block, Gate, Scene, Thing, Wall, distance, footprint_gap, has_front, in_room, share_over, wall_gap

SHOULDER = 0.25
RANGES = {"next": (0.0, 0.5), "near": (0.0, 1.5), "across": (1.5, 4.0), "far": (4.0, np.inf)}
GROWN = 1.25  # a side reaches a quarter beyond the face
FACING = 30.0  # degrees off the front at which nothing is faced any more
# side -> axis of the anchor's frame, direction
SIDES = {"left": (0, -1), "right": (0, 1), "front": (1, -1), "behind": (1, 1)}


def plateau(v: float, lo: float, hi: float, soft: float = SHOULDER) -> float:
    """1 within [lo, hi], a Gaussian's shoulder outside."""
    return float(np.exp(-0.5 * (max(lo - v, v - hi, 0.0) / soft) ** 2))


# ---------------------------------------------------------------------------------------------- thing to thing


def faces(a: Block, b: Block) -> float:
    """Whether a looks at b: rays from a along its front that meet b, and how far off the front their mean hit lies."""
    pts = b.local(a.grid(15))
    tip = b.local(a.centre + a.facing)
    ray = tip - b.local(a.centre)
    with np.errstate(divide="ignore", invalid="ignore"):
        t0, t1 = (-b.half - pts) / ray, (b.half - pts) / ray
    lo, hi = np.fmin(t0, t1), np.fmax(t0, t1)
    level = np.abs(ray) < 1e-12
    lo = np.where(level, np.where(np.abs(pts) <= b.half, -np.inf, np.inf), lo)
    hi = np.where(level, np.where(np.abs(pts) <= b.half, np.inf, -np.inf), hi)
    enter, leave = lo.max(1), hi.min(1)
    hit = (enter <= leave) & (leave > 0)
    if not hit.any():
        return 0.0
    at = a.grid(15)[hit] + np.maximum(enter[hit], 0.0)[:, None] * a.facing
    d = at.mean(0) - a.centre
    if np.linalg.norm(d) < 1e-6:
        return 1.0
    off = np.degrees(np.arccos(np.clip(d @ a.facing / np.linalg.norm(d), -1, 1)))
    return float(np.clip(1 - off / FACING, 0, 1))


def beside(a: Block, b: Block, side: str, grown: float = GROWN) -> float:
    """The share of a, or of the side if that is the narrower, beyond b's side face and within it grown by a quarter."""
    axis, sign = SIDES[side]
    pts = b.local(a.grid(15))
    out, across = pts[:, axis] * sign, pts[:, 1 - axis]
    beyond = out >= b.half[axis] - 0.02
    reach = b.half[1 - axis] * grown
    if not beyond.any():
        return 0.0
    lo, hi = across[beyond].min(), across[beyond].max()
    width = hi - lo + (hi - lo) / 14
    shared = min(hi, reach) - max(lo, -reach)
    narrow = max(min(width, 2 * reach), 1e-6)
    return float(beyond.mean() * np.clip(shared / narrow, 0, 1)) if width > 1e-6 else float(abs(lo) <= reach) * beyond.mean()


def on_side(a: Thing, b: Thing, side: str) -> float:
    """`beside`; a thing without a front has its front wherever the other stands."""
    sides = (side,) if has_front(b) or side in ("left", "right") else tuple(SIDES)
    return max(beside(a.box, b.box, s) for s in sides)


def on(a: Thing, b: Thing) -> float:
    """On top of, or on a shelf within."""
    over = share_over(a.box, b.box)
    flat = b.box.top - b.box.bottom < 0.06
    if flat:
        over = max(over, share_over(b.box, a.box))
    above = a.box.bottom >= b.box.bottom - 0.01 if flat else a.box.bottom > b.box.bottom + 0.01
    return over if above and a.box.bottom <= b.box.top + 0.02 else 0.0


def within(a: Thing, b: Thing) -> float:
    """The share of a's box inside b's."""
    height = max(a.box.top - a.box.bottom, 1e-6)
    tall = np.clip((min(a.box.top, b.box.top) - max(a.box.bottom, b.box.bottom)) / height, 0, 1)
    return float(share_over(a.box, b.box) * tall)


def above(a: Thing, b: Thing) -> float:
    """Over b's top, or b stands in the space under a."""
    grown = max(0.25 * float(b.box.half.min()), 0.1)
    over = max(share_over(a.box, b.box, grown), share_over(b.box, a.box, grown))
    higher = a.box.bottom >= b.box.top - 0.05 or (b.box.top <= a.box.top - 0.2 and a.box.bottom <= b.box.bottom + 0.02)
    return over if higher else 0.0


def middle(a: Thing, b: Thing) -> float:
    """Centres over one another."""
    return plateau(float(np.linalg.norm(a.box.centre - b.box.centre)), 0.0, 0.0, 0.25)


def at_sides(a: Thing, b: Thing, which: str) -> float:
    """At a long or a short side of b, within its face; a chair may be pushed in up to the middle."""
    half = b.box.half
    if np.isclose(half[0], half[1], rtol=0.02):
        return 0.0 if which == "short" else plateau(footprint_gap(a.box, b.box), 0, 1.0)
    axis = int(half[0] > half[1]) if which == "long" else int(half[0] <= half[1])
    pts = b.box.local(a.box.grid())
    fits = np.abs(pts[:, 1 - axis]) <= half[1 - axis] + 1e-9
    share = max(float((fits & (s * pts[:, axis] >= 0)).mean()) for s in (1, -1))
    return share * plateau(footprint_gap(a.box, b.box), 0, 1.0)


def ranged(name: str) -> Callable[[Thing, Thing], float]:
    """A relation of distance."""
    lo, hi = RANGES[name]
    return lambda a, b: plateau(distance(a.box, b.box), lo, hi)


def flank(a: Block, b: Block) -> float:
    """At the left or right side, not far from it."""
    return max(beside(a, b, "left"), beside(a, b, "right")) * plateau(distance(a, b), 0, 1)


PAIRS: dict[str, Callable[[Thing, Thing], float]] = {
    **{name: ranged(name) for name in RANGES},
    "face": lambda a, b: faces(a.box, b.box),
    "left": lambda a, b: on_side(a, b, "left"),
    "right": lambda a, b: on_side(a, b, "right"),
    "front": lambda a, b: on_side(a, b, "front"),
    "behind": lambda a, b: on_side(a, b, "behind"),
    "flank": lambda a, b: flank(a.box, b.box),
    "on": on,
    "within": within,
    "above": above,
    "under": lambda a, b: above(b, a),
    "middle": middle,
    "long_side": lambda a, b: at_sides(a, b, "long"),
    "short_side": lambda a, b: at_sides(a, b, "short"),
    "outside": lambda a, b: 1.0 - within(a, b),
}


def between(a: Thing, b: Thing, c: Thing) -> float:
    """Whether a stands between b and c: on the line from one to the other, off it by no more than the narrower's half width."""
    line = c.box.centre - b.box.centre
    length = float(np.linalg.norm(line))
    if length < 1e-6:
        return 0.0
    along = line / length
    d = a.box.centre - b.box.centre
    t = float(d @ along) / length
    off = abs(float(d @ np.array([-along[1], along[0]])))
    broad = min(float(b.box.half.max()), float(c.box.half.max())) + float(a.box.half.min())
    return float(0.1 <= t <= 0.9) * plateau(off, 0, broad)


def surround(centre: Thing, ring: Sequence[Thing]) -> float:
    """Even angles and equal distances of a ring about a centre, half and half."""
    n = len(ring)
    if n < 2:
        return 0.0
    d = np.array([t.box.centre - centre.box.centre for t in ring])
    far = np.linalg.norm(d, axis=1)
    if (far < 1e-6).any():
        return 0.0
    off = np.clip(np.abs(far - np.median(far)) / np.median(far), 0, 1)
    turn = np.sort(np.arctan2(d[:, 1], d[:, 0]))
    steps = np.diff(np.append(turn, turn[0] + 2 * np.pi))
    ideal = 2 * np.pi / n
    uneven = np.clip(np.abs(steps - ideal) / ideal, 0, 1)
    return float(0.5 * ((1 - off) ** 2).mean() + 0.5 * ((1 - uneven) ** 2).mean())


# ---------------------------------------------------------------------------------------------- thing to architecture


def along_wall(a: Block, w: Wall) -> float:
    """The share of a's footprint in front of the wall, between its ends."""
    d = w.b - w.a
    t = ((a.grid() - w.a) @ d) / max(float(d @ d), 1e-12)
    return float(((t >= -1e-9) & (t <= 1 + 1e-9)).mean())


def against_wall(t: Thing, walls: Sequence[Wall]) -> float:
    """Within 0.3 m of a wall."""
    return max((along_wall(t.box, w) * plateau(wall_gap(t.box, w), 0, 0.3, 0.1) for w in walls), default=0.0)


def on_wall(t: Thing, walls: Sequence[Wall]) -> float:
    """Touching a wall."""
    return max((along_wall(t.box, w) * plateau(wall_gap(t.box, w), 0, 0.01, 0.01) for w in walls), default=0.0)


def in_corner(t: Thing, walls: Sequence[Wall]) -> float:
    """Within 0.8 m of two walls at right angles."""
    near = [plateau(wall_gap(t.box, w), 0, 0.8) for w in walls]
    best = 0.0
    for i, u in enumerate(walls):
        for j in range(i):
            if abs(float(u.normal @ walls[j].normal)) < 0.15:
                best = max(best, near[i] * near[j])
    return best


def centroid(polygon: Floats) -> Floats:
    """Centre of area. (2,)"""
    q = np.roll(polygon, -1, 0)
    cross = polygon[:, 0] * q[:, 1] - q[:, 0] * polygon[:, 1]
    out: Floats = ((polygon + q) * cross[:, None]).sum(0) / (6 * polygon_area(polygon))
    return out


def middle_of_room(t: Thing, room: Room) -> float:
    """Near the centre of the room, more freely for large things in large rooms."""
    p = np.asarray(room.polygon, float)
    spread = np.ptp(p, axis=0)
    size = 2 * float(t.box.half.max())
    soft = 1.0 * (0.5 * size + (1 - min(size / float(spread.mean()), 1.0)))
    off = min(float(np.linalg.norm(t.box.centre - c)) for c in ((p.min(0) + p.max(0)) / 2, centroid(p)))
    return plateau(off, 0, 0, max(soft, 0.1))


def hangs(t: Thing, room: Room) -> float:
    """Under the ceiling without a gap."""
    return plateau(abs(room.level + room.height - t.box.top), 0, 0.01, 0.03)


def at_back(t: Thing, room: Room, gates: Sequence[Gate]) -> float:
    """In the half of the room away from the door; against any wall of a room without one."""
    doors = [g for g in gates if g.kind == "door" and g.wall.room == room.id]
    if not doors:
        return 1.0
    w = doors[0].wall
    deep = max(float((np.asarray(p) - w.a) @ w.normal) for p in room.polygon)
    return float((t.box.centre - w.a) @ w.normal > 0.5 * deep)


def to_gate(name: str, t: Thing, g: Gate) -> float:
    """Relation to a door or window."""
    if name in RANGES:
        lo, hi = RANGES[name]
        return plateau(distance(t.box, g.block), lo, hi)
    if name == "face":
        return faces(t.box, Block(g.block.centre, np.array([g.block.half[0], 0.05]), g.block.yaw, g.bottom, g.top))
    along = (g.b - g.a) / max(float(np.linalg.norm(g.b - g.a)), 1e-9)
    d = t.box.grid() - (g.a + g.b) / 2
    beside_it = np.abs(d @ along)
    width = 2 * float(g.block.half[0])
    if name in ("under", "front"):
        shared = max(float((beside_it <= width / 2 * GROWN).mean()), float(beside_it.min() < width / 4))
        return shared * plateau(wall_gap(t.box, g.wall), 0, 0.5 if name == "under" else 2.5)
    if name in ("flank", "left", "right"):
        return float(beside_it.min() >= width / 2 - 0.1) * plateau(distance(t.box, g.block), 0, 1.0)
    return plateau(distance(t.box, g.block), 0, 1.5)


def to_architecture(name: str, target: str, t: Thing, scene: Scene) -> float:
    """The score of a relation to `wall`, `corner`, `window`, `door`, `ceiling`, `room` or `floor`."""
    room = in_room(scene, t)
    if room is None:
        return 0.0
    walls = [w for w in scene.walls if w.room == room.id]
    gates = [g for g in scene.gates if g.wall.room == room.id]
    if name == "corner" or target == "corner":
        return in_corner(t, walls)
    if name == "hang" or target == "ceiling":
        return hangs(t, room)
    if name == "middle":
        return middle_of_room(t, room)
    if name == "back":
        return at_back(t, room, gates)
    if target in ("door", "window"):
        return max((to_gate(name, t, g) for g in gates if g.kind == target), default=0.0)
    if target == "wall":
        return to_wall(name, t, walls)
    if target == "floor":
        return plateau(t.box.bottom - room.level, -0.01, 0.02, 0.01)
    return 1.0 if target == "room" else 0.0


def to_wall(name: str, t: Thing, walls: Sequence[Wall]) -> float:
    """Relation to a wall."""
    if name == "on":
        return on_wall(t, walls)
    if name == "face":
        return max((float(t.box.facing @ -w.normal) for w in walls), default=0.0)
    if name in RANGES and name != "next":
        lo, hi = RANGES[name]
        return max((plateau(wall_gap(t.box, w), lo, hi) for w in walls), default=0.0)
    return against_wall(t, walls)
