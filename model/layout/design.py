"""The design score: what an interior designer would say of an arrangement, as terms between 0 and 1.

Terms after Merrell et al. 2011 ("Interactive furniture layout using interior design guidelines") and Yu et al. 2011 ("Make
it home"), thresholds from architects' handbooks (Neufert; Panero & Zelnik; NKBA). Formulas and sources: docs/design_score.md.
The score looks at poses only and knows nothing of how they came about. Metres, radians, front at local -Y.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..catalogue import categories
from ..geometry import Bools, Floats, azimuth, directions, inside, polygon_area, rectangles_gap, wrap
from ..graph.types import Room, World

Ints = NDArray[np.int64]

# ---------------------------------------------------------------------------------------------- what is judged


class DesignOpening(NamedTuple):
    """A door or window: jambs `a` and `b` on the polygon, height of its lower and upper edge over the floor."""

    kind: str
    a: tuple[float, float]
    b: tuple[float, float]
    sill: float
    top: float


@dataclass(frozen=True, slots=True)
class Things:
    """The things of a room, one row each. `yaw` is the front's turn from -Y; `base` the height of the lowest point."""

    category: tuple[str, ...]
    centre: Floats  # (n, 2) of the footprint
    half: Floats  # (n, 2) half width, half depth
    yaw: Floats  # (n,)
    base: Floats  # (n,)
    top: Floats  # (n,)
    support: tuple[str, ...]  # floor, on, in, hung_on, from_ceiling


class Design(NamedTuple):
    """The terms of the score, 0 (bad) to 1 (good); None where a term does not apply. `total` is their weighted mean."""

    clearance: float | None  # room to use each thing
    circulation: float | None  # ways from the doors to everything
    distance: float | None  # between things that are used together
    angle: float | None  # of things towards what they are used with, and into the room
    conversation: float | None  # seats in talking distance that see each other
    balance: float | None  # of masses about the room's centre
    alignment: float | None  # with walls and each other
    emphasis: float | None  # seats turned to the room's focus
    symmetry: float | None  # of groups about their anchor
    daylight: float | None  # windows that are not blocked
    scale: float | None  # of things to each other and to the room
    total: float


WEIGHTS: dict[str, float] = {
    "clearance": 1.5,
    "circulation": 1.5,
    "distance": 1.0,
    "angle": 1.0,
    "conversation": 0.5,
    "balance": 0.5,
    "alignment": 1.0,
    "emphasis": 0.7,
    "symmetry": 0.5,
    "daylight": 0.7,
    "scale": 0.7,
}

# ---------------------------------------------------------------------------------------------- roles of categories

SOFT = ("sofa", "armchair", "bean_bag", "rocking_chair")
SEAT = ("chair", "stool", "piano_bench")
LOW_TABLE = ("coffee_table", "nesting_tables")
SIDE_TABLE = ("side_table",)
TABLE = (
    "table",
    "dining_table",
    "cafe_table",
    "conference_table",
    "library_table",
    "craft_table",
    "bar_table",
    "picnic_table",
    "poker_table",
    "folding_table",
    "play_table",
)
DESK = ("desk", "vanity_table", "workbench", "lab_bench", "drafting_table", "sewing_table")
COUNTER = ("bar_counter", "kitchen_island", "shop_counter", "reception_desk", "counter")
SCREEN = ("tv", "projector_screen", "fireplace", "chalkboard", "whiteboard", "stage")
MASSAGE = ("massage_table", "treatment_bed")
LOOSE = ("chair", "stool", "plant", "lamp", "box", "basket", "garbage_can", "toy", "ball", "bag", "shoe", "vase")
PASSIVE = (*LOOSE, "pedestal", "rug", "yoga_mat", "foam_mat", "pet_bed", "sign", "radiator", "heater", "easel")


@cache
def lineage(name: str) -> frozenset[str]:
    """A category with everything it is a kind of."""
    known = categories()
    if name not in known:
        return frozenset((name,))
    return frozenset((name,)).union(*(lineage(b) for b in known[name].is_a))


@dataclass(frozen=True, slots=True)
class Role:
    """What a category is for, as far as the score asks."""

    soft: bool = False  # a seat to lounge in
    seat: bool = False  # a chair or stool that is drawn up to something
    low: bool = False
    side: bool = False
    table: bool = False
    desk: bool = False
    counter: bool = False
    bed: bool = False
    screen: bool = False
    loose: bool = False  # may stand at any angle and anywhere
    passive: bool = False  # nobody needs to get at it
    flat: bool = False  # walked over
    front: bool = True
    wall: float = 0.0
    sides: tuple[tuple[str, float], ...] = ()  # functional sides with the free depth that each needs


# Free depth in front of the functional sides of things: handbook values.
DEPTHS: tuple[tuple[tuple[str, ...], tuple[tuple[str, float], ...]], ...] = (
    (("hospital_bed",), (("left", 0.9), ("right", 0.9), ("front", 0.9))),
    (MASSAGE, (("left", 0.75), ("right", 0.75))),
    (("bunk_bed", "single_bed", "toddler_bed"), (("used", 0.6),)),
    (("crib",), (("front", 0.6),)),
    (("bed",), (("left", 0.6), ("right", 0.6), ("front", 0.75))),
    (("wardrobe", "tall_cabinet", "display_cabinet"), (("front", 0.75),)),
    (("dresser", "sideboard", "cabinet", "chest", "tv_stand"), (("front", 0.6),)),
    (("toilet", "bidet", "urinal"), (("front", 0.6),)),
    (("washbasin", "bathroom_vanity"), (("front", 0.7),)),
    (("bathtub", "shower"), (("used", 0.6),)),
    (("sink", "stove", "refrigerator", "dishwasher", "kitchen_counter"), (("front", 1.0),)),
    (("washing_machine", "dryer"), (("front", 0.9),)),
    (("desk", "vanity_table", "workbench", "lab_bench"), (("front", 0.9),)),
    (("piano",), (("front", 0.8),)),
    (("shelf", "bookshelf", "filing_cabinet", "locker", "server_rack"), (("front", 0.75),)),
    (("sofa",), (("front", 0.35),)),
    (("armchair", "rocking_chair"), (("front", 0.35),)),
    (("treadmill",), (("back", 0.9),)),
    (("conference_table",), (("left", 0.75), ("right", 0.75), ("front", 0.75), ("back", 0.75))),
    (("dining_table",), (("long", 0.75),)),
)


@cache
def role(name: str) -> Role:
    """The role of a category."""
    kin = lineage(name)
    spec = categories().get(name)

    def any_of(names: Iterable[str]) -> bool:
        return not kin.isdisjoint(names)

    bed = "bed" in kin and not any_of(MASSAGE) and name != "mattress"
    soft = any_of(SOFT) and not bed
    desk = any_of(DESK) and not any_of(("reception_desk", "library_table"))
    sides = next((s for names, s in DEPTHS if any_of(names)), ())
    return Role(
        soft=soft,
        seat=any_of(SEAT) and not soft and not any_of(("ottoman", "wheelchair", "shampoo_station", "deck_chair", "step_stool")),
        low=any_of(LOW_TABLE),
        side=any_of(SIDE_TABLE) and name != "plant_stand",
        table=name in TABLE,
        desk=desk,
        counter=any_of(COUNTER) and "kitchen_counter" not in kin,
        bed=bed,
        screen=any_of(SCREEN),
        loose=any_of(LOOSE) and "sofa" not in kin,
        passive=any_of(PASSIVE) and not soft,
        flat=bool(spec and spec.walkable),
        front=bool(spec is None or spec.front),
        wall=spec.wall if spec else 0.0,
        sides=sides,
    )


# ---------------------------------------------------------------------------------------------- small tools


def _ramp(value: ArrayLike, zero: float, one: float) -> Floats:
    """0 at `zero`, 1 at `one`, linear between; either may be the larger."""
    out: Floats = np.clip((np.asarray(value, float) - zero) / (one - zero), 0.0, 1.0)
    return out


def _band(value: ArrayLike, low: float, high: float, soft_low: float, soft_high: float) -> Floats:
    """1 between `low` and `high`, falling to 0 over a shoulder on either side."""
    v = np.asarray(value, float)
    out: Floats = np.minimum(_ramp(v, low - soft_low, low), _ramp(v, high + soft_high, high))
    return out


def _mean(values: Sequence[float] | Floats) -> float | None:
    return float(np.mean(values)) if len(values) else None


class _Scene:
    """A room with its things as arrays, and what several terms need of them."""

    def __init__(self, polygon: ArrayLike, openings: Sequence[DesignOpening], things: Things, room_type: str, height: float):
        self.polygon = np.asarray(polygon, float)
        self.openings, self.things, self.type, self.height = openings, things, room_type, height
        self.roles = [role(c) for c in things.category]
        self.area = abs(polygon_area(self.polygon))
        self.a, self.b = self.polygon, np.roll(self.polygon, -1, 0)
        edge = self.b - self.a
        self.length = np.linalg.norm(edge, axis=1)
        self.along = edge / self.length[:, None]
        self.normal = np.stack([-self.along[:, 1], self.along[:, 0]], -1)  # into the room
        self.ux, self.uy = directions(things.yaw)
        self.front = -self.uy
        floor = np.array([s == "floor" for s in things.support], bool)
        flat = np.array([r.flat for r in self.roles], bool)
        self.stands = floor & ~flat
        self.solid = np.flatnonzero(self.stands & (things.top > 0.12))  # what stands in the way

    def where(self, test: str) -> Ints:
        """Indices of floor things (or screens wherever they hang) whose role has a trait."""
        return np.array([i for i, r in enumerate(self.roles) if getattr(r, test) and (self.stands[i] or test == "screen")], int)

    def gap(self, i: Ints, j: Ints) -> Floats:
        """Gaps between footprints, (len i, len j); negative where they overlap."""
        t = self.things
        return rectangles_gap(
            t.centre[i][:, None], t.half[i][:, None], t.yaw[i][:, None], t.centre[j][None], t.half[j][None], t.yaw[j][None]
        )

    def nearest_point(self, points: Floats, j: Ints) -> Floats:
        """The point of each rectangle j nearest to points: (n, 2), (n,) -> (n, 2)."""
        t = self.things
        d = points - t.centre[j]
        u = np.clip((d * self.ux[j]).sum(-1), -t.half[j, 0], t.half[j, 0])
        v = np.clip((d * self.uy[j]).sum(-1), -t.half[j, 1], t.half[j, 1])
        out: Floats = t.centre[j] + u[:, None] * self.ux[j] + v[:, None] * self.uy[j]
        return out

    def off_front(self, i: Ints, points: Floats) -> Floats:
        """Angle between each thing's front and the direction to a point, 0..pi."""
        d = points - self.things.centre[i]
        f = self.front[i]
        out: Floats = np.abs(np.arctan2(f[:, 0] * d[:, 1] - f[:, 1] * d[:, 0], (f * d).sum(-1)))
        return out

    def cast(self, origin: Floats, way: Floats, owner: Ints, blockers: Ints) -> Floats:
        """Free distance of rays to walls and to `blockers` other than their owner. (r, 2), (r, 2), (r,) -> (r,)"""
        free = self.cast_walls(origin, way)
        if len(blockers):
            t = self.things
            d = origin[:, None] - t.centre[blockers][None]
            ux, uy = self.ux[blockers], self.uy[blockers]
            ox, oy = d[..., 0] * ux[:, 0] + d[..., 1] * ux[:, 1], d[..., 0] * uy[:, 0] + d[..., 1] * uy[:, 1]
            rx, ry = way @ ux.T, way @ uy.T
            hx, hy = t.half[blockers, 0], t.half[blockers, 1]
            with np.errstate(divide="ignore", invalid="ignore"):
                x0, x1 = (-hx - ox) / rx, (hx - ox) / rx
                y0, y1 = (-hy - oy) / ry, (hy - oy) / ry
            still_x, still_y = np.abs(rx) < 1e-9, np.abs(ry) < 1e-9
            lx = np.where(still_x, np.where(np.abs(ox) < hx, -np.inf, np.inf), np.minimum(x0, x1))
            gx = np.where(still_x, np.inf, np.maximum(x0, x1))
            ly = np.where(still_y, np.where(np.abs(oy) < hy, -np.inf, np.inf), np.minimum(y0, y1))
            gy = np.where(still_y, np.inf, np.maximum(y0, y1))
            enter, leave = np.maximum(lx, ly), np.minimum(gx, gy)
            hit = (enter < leave) & (leave > 1e-6) & (blockers[None] != owner[:, None])
            free = np.minimum(free, np.where(hit, np.maximum(enter, 0.0), np.inf).min(1))
        return free

    def cast_walls(self, origin: Floats, way: Floats) -> Floats:
        """Free distance of rays to the walls; 0 for those that start outside."""
        toward = -(way @ self.normal.T)  # (r, e)
        d = ((origin[:, None] - self.a[None]) * self.normal[None]).sum(-1)
        with np.errstate(divide="ignore", invalid="ignore"):
            t = d / toward
        at = ((origin[:, None] + np.where(np.isfinite(t), t, 0)[..., None] * way[:, None] - self.a[None]) * self.along[None]).sum(
            -1
        )
        hit = (toward > 1e-9) & (t > -0.15) & (at > -1e-6) & (at < self.length + 1e-6)
        out: Floats = np.maximum(np.where(hit, t, np.inf).min(1), 0.0)
        return np.where(np.isfinite(out), out, 0.0)


# ---------------------------------------------------------------------------------------------- the terms

RAYS = (-0.8, -0.4, 0.0, 0.4, 0.8)
_SIDE = {"front": (0.0, -1.0), "back": (0.0, 1.0), "left": (-1.0, 0.0), "right": (1.0, 0.0)}


def _side_rays(s: _Scene, i: int, side: str) -> tuple[Floats, Floats]:
    """Rays out of one side of a thing: origins (5, 2), directions (5, 2). Those of a bed's long sides keep off its head."""
    sx, sy = _SIDE[side]
    w, d = s.things.half[i]
    spread = np.array(RAYS)
    if sx:
        u, v = np.full(5, sx * w), spread * d
        if s.roles[i].bed:
            v = (spread * 0.6 - 0.3) * d
    else:
        u, v = spread * w, np.full(5, sy * d)
    origin = s.things.centre[i] + u[:, None] * s.ux[i] + v[:, None] * s.uy[i]
    return origin, np.broadcast_to(sx * s.ux[i] + sy * s.uy[i], (5, 2))


def _expanded(s: _Scene, i: int) -> list[tuple[str, float]]:
    """The functional sides of one thing with the depths they need."""
    out = []
    for side, depth in s.roles[i].sides:
        if side == "used":
            out += [(k, depth) for k in ("left", "right", "front")]
        elif side == "long":
            w, d = s.things.half[i]
            out += [(k, depth) for k in (("front", "back") if w >= d else ("left", "right"))]
        else:
            out.append((side, depth))
    return out


def clearance(s: _Scene) -> float | None:
    """Free depth before each functional side against what the handbooks ask. Seats drawn up to a thing do not block it."""
    origins, ways, owner, need, key = [], [], [], [], []
    for i in np.flatnonzero(s.stands):
        for k, (side, depth) in enumerate(_expanded(s, int(i))):
            o, w = _side_rays(s, int(i), side)
            origins.append(o)
            ways.append(w)
            owner += [i] * 5
            need += [depth] * 5
            key.append((int(i), k))
    if not key:
        return None
    ids = np.array(owner)
    movable = [r.seat or r.low or r.side or "ottoman" in lineage(c) for r, c in zip(s.roles, s.things.category, strict=True)]
    blockers = s.solid[~np.array(movable, bool)[s.solid]]
    free = s.cast(np.concatenate(origins), np.concatenate(ways), ids, blockers)
    share = np.clip(free / np.array(need), 0, 1).reshape(-1, 5).mean(1)
    per_thing: dict[int, list[float]] = {}
    for (i, _), v in zip(key, share, strict=True):
        per_thing.setdefault(i, []).append(float(v))
    values = []
    for i, v in per_thing.items():
        any_side = s.roles[i].sides[0][0] == "used"
        double = s.roles[i].bed and len(v) == 3 and not any_side and s.things.half[i, 0] < 0.6
        values.append(max(v) if any_side else (float(np.mean(sorted(v)[1:])) if double else float(np.mean(v))))
    return _mean(values)


WIDTHS = np.array([0.45, 0.6, 0.75, 0.9])  # metres of passage
WORTH = np.array([0.35, 0.7, 0.9, 1.0])  # what a way of that width is worth
CELLS = 2600  # of the floor grid at the most
APPROACH = 0.9  # metres before a door that are kept free


def _spread(seed: Bools, free: Bools) -> Bools:
    """Flood fill of many grids at once: cells of `free` (k, h, w) that hang together with `seed`."""
    reached = seed & free
    count = -1
    while (now := int(np.count_nonzero(reached))) != count:
        count = now
        for axis in (1, 2):
            index = np.arange(free.shape[axis], dtype=np.int16).reshape([-1 if a == axis else 1 for a in range(3)])
            for flip in (False, True):
                r, f = (np.flip(reached, axis), np.flip(free, axis)) if flip else (reached, free)
                # a cell is reached if a reached one lies behind it in its run of free cells
                wall = np.maximum.accumulate(np.where(f, np.int16(-1), index), axis)
                last = np.maximum.accumulate(np.where(r, index, np.int16(-1)), axis)
                r = f & (last > wall)
                reached = np.flip(r, axis) if flip else r
    return reached


class _Ground(NamedTuple):
    """The floor as cells: what lies how far from each of them."""

    points: Floats
    shape: tuple[int, int]
    cell: float
    within: Bools
    to_thing: NDArray[np.float32]  # (n, c)
    ahead: NDArray[np.float32]  # (n, c), negative in front of the thing
    room: Floats  # (c,) distance to the next wall or thing


def _ground(s: _Scene) -> _Ground:
    lo, hi = s.polygon.min(0), s.polygon.max(0)
    cell = max(0.1, float(np.sqrt(np.prod(hi - lo) / CELLS)))
    xs, ys = np.arange(lo[0] + cell / 2, hi[0], cell), np.arange(lo[1] + cell / 2, hi[1], cell)
    points = np.stack(np.meshgrid(xs, ys, indexing="ij"), -1).reshape(-1, 2)
    rel = points[None] - s.a[:, None]
    t = np.clip((rel * s.along[:, None]).sum(-1), 0, s.length[:, None])
    to_wall = np.linalg.norm(rel - t[..., None] * s.along[:, None], axis=-1).min(0)
    f = np.float32
    c, h = s.things.centre[s.solid].astype(f), s.things.half[s.solid].astype(f)
    ux, uy = s.ux[s.solid].astype(f), s.uy[s.solid].astype(f)
    p = points.astype(f)
    dx, dy = p[:, 0] - c[:, :1], p[:, 1] - c[:, 1:]
    u = np.abs(dx * ux[:, :1] + dy * ux[:, 1:]) - h[:, :1]
    ahead = dx * uy[:, :1] + dy * uy[:, 1:]
    v = np.abs(ahead) - h[:, 1:]
    to_thing = np.hypot(np.maximum(u, 0), np.maximum(v, 0)) + np.minimum(np.maximum(u, v), 0)
    room = np.minimum(to_wall, to_thing.min(0)) if len(s.solid) else to_wall
    return _Ground(points, (len(xs), len(ys)), cell, inside(s.polygon, points), to_thing, ahead, room)


def circulation(s: _Scene) -> float | None:
    """How wide the ways are from the doors to everything that is used, and whether the doors themselves are free."""
    g = _ground(s)
    free = g.within & (g.room[None] > WIDTHS[:, None] / 2 - g.cell / 2)  # (widths, cells)
    starts, clear = [], []
    for o in s.openings:
        if o.kind != "door":
            continue
        a, b = np.array(o.a), np.array(o.b)
        half = float(np.linalg.norm(b - a)) / 2
        along = (b - a) / max(2 * half, 1e-6)
        local = g.points - (a + b) / 2
        x, y = np.abs(local @ along), np.abs(local @ np.array([-along[1], along[0]]))
        before = g.within & (x < half) & (y < APPROACH)
        if before.any():
            clear.append(float((g.to_thing[:, before] > 0).all(0).mean()))
        starts.append((x < half + 0.3) & (y < APPROACH))
    if not starts:  # no door: the most open spot
        starts = [np.arange(len(g.points)) == np.argmax(np.where(g.within, g.room, -1))]
    grid = (len(WIDTHS), *g.shape)
    reached = _spread(np.broadcast_to(starts[0], free.shape).reshape(grid), free.reshape(grid)).reshape(free.shape)
    used = [k for k, i in enumerate(s.solid) if not s.roles[i].passive and (s.roles[i].soft or not s.roles[i].seat)]
    near = g.to_thing[used] - g.cell / 2
    fronted = np.array([s.roles[s.solid[k]].front and s.roles[s.solid[k]].wall > 0.5 for k in used], bool)
    near = np.where(fronted[:, None] & (g.ahead[used] >= 0), np.inf, near)
    worth = np.zeros(len(used) + len(starts) - 1)
    for width, value, cells in zip(WIDTHS, WORTH, reached, strict=True):
        there = [bool((cells & start).any()) for start in starts[1:]]
        at = (near[:, cells] < width / 2 + 0.15).any(1)
        worth = np.where(np.concatenate([at, np.array(there, bool)]), value, worth)
    if not len(worth) and not clear:
        return None
    way = float(worth.mean()) if len(worth) else 1.0
    return 0.6 * way + 0.4 * float(np.mean(clear)) if clear else way


class _Pairs(NamedTuple):
    """Things with the partner that each is used with."""

    who: Ints
    whom: Ints
    gap: Floats


def _partners(s: _Scene, who: Ints, whom: Ints) -> _Pairs:
    """The nearest of `whom` for each of `who`."""
    if not len(who) or not len(whom):
        none = np.zeros(0, int)
        return _Pairs(none, none, np.zeros(0))
    g = s.gap(who, whom)
    g = np.where(who[:, None] == whom[None], np.inf, g)
    best = g.argmin(1)
    return _Pairs(who, whom[best], g[np.arange(len(who)), best])


ARM = 0.95  # metres: depth of a sofa's seat, for those that are L- or U-shaped


def _lounges(s: _Scene, low: Ints, soft: Ints) -> _Pairs:
    """Low tables and the soft seats they serve. Of an L- or U-shaped sofa the part along its back counts, not its box."""
    if not len(low) or not len(soft):
        return _partners(s, low, soft)
    t = s.things
    half, centre = t.half[soft].copy(), t.centre[soft].copy()
    for k, i in enumerate(soft):
        if "corner_sofa" in lineage(t.category[i]) and half[k, 1] > ARM / 2:
            centre[k] += s.uy[i] * (half[k, 1] - ARM / 2)
            half[k, 1] = ARM / 2
    g = rectangles_gap(
        t.centre[low][:, None], t.half[low][:, None], t.yaw[low][:, None], centre[None], half[None], t.yaw[soft][None]
    )
    best = g.argmin(1)
    return _Pairs(low, soft[best], g[np.arange(len(low)), best])


class _Uses(NamedTuple):
    """All pairs of a room that several terms ask for."""

    chairs: _Pairs  # seats and the table, desk or counter they belong to
    lounge: _Pairs  # low tables and the nearest soft seat
    bedside: _Pairs  # nightstands and beds
    side: _Pairs  # side tables and soft seats
    views: list[tuple[int, int, float]]  # screen, viewer, distance


def _uses(s: _Scene) -> _Uses:
    beds, soft = s.where("bed"), s.where("soft")
    names = s.things.category
    stands = np.array([i for i in s.where("side") if names[i] == "nightstand"], int)
    sides = np.array([i for i in s.where("side") if names[i] != "nightstand"], int)
    boards = np.unique(np.concatenate([s.where("table"), s.where("desk"), s.where("counter")]))
    pianos = np.array([i for i, c in enumerate(names) if lineage(c) & {"piano", "synthesizer", "easel"}], int)
    chairs = np.array([i for i in s.where("seat") if names[i] not in ("waiting_chair", "barber_chair", "dental_chair")], int)
    chair_pairs = _partners(s, chairs, np.union1d(boards, pianos))
    # a seat that stands well away from any table is a seat of its own, unless the table has none at all
    near = chair_pairs.gap < 1.2
    keep = near | ~np.isin(chair_pairs.whom, chair_pairs.whom[near])
    views = []
    for tv in [i for i in s.where("screen") if names[i] == "tv"]:
        viewers = soft if len(soft) else (beds if len(beds) else np.zeros(0, int))
        if len(viewers):
            d = np.linalg.norm(s.things.centre[viewers] - s.things.centre[tv], axis=1)
            big = s.things.half[viewers].prod(1)
            v = int(np.argmin(d - 1.0 * (big >= big.max() - 1e-6)))
            views.append((int(tv), int(viewers[v]), float(d[v])))
    return _Uses(
        _Pairs(chair_pairs.who[keep], chair_pairs.whom[keep], chair_pairs.gap[keep]),
        _lounges(s, s.where("low"), soft),
        _partners(s, stands, beds),
        _partners(s, sides, np.union1d(soft, beds)),
        views,
    )


def distance(s: _Scene, uses: _Uses) -> float | None:
    """Whether things that are used together stand as far apart as the handbooks say."""
    t = s.things
    parts = [
        _band(uses.chairs.gap, -0.45, 0.12, 0.3, 0.6),
        _band(uses.lounge.gap, 0.3, 0.5, 0.25, 0.5),
        _band(uses.bedside.gap, -0.01, 0.25, 0.1, 0.5),
        _band(uses.side.gap, -0.01, 0.15, 0.1, 0.6),
    ]
    views = []
    for tv, _, d in uses.views:
        diagonal = float(np.hypot(2 * t.half[tv, 0], t.top[tv] - t.base[tv]))
        views.append(float(_band(d, 1.5 * diagonal, 2.7 * diagonal, 0.8, 2.0)))
    parts.append(np.array(views))
    triangle = _work_triangle(s)
    if triangle is not None:
        parts.append(np.array([triangle]))
    parts.append(_companions(s))
    return _mean(np.concatenate(parts))


# What a thing needs within reach to be of use: anchors, what serves, the gap at which it does, and at which it no longer does.
NEEDS: tuple[tuple[str, tuple[str, ...], float, float], ...] = (
    ("sofa", ("coffee_table", "side_table", "nesting_tables", "ottoman"), 0.5, 1.2),
    ("bed", ("nightstand", "side_table", "drawer_pedestal", "dresser", "shelf", "desk"), 0.3, 0.8),
    ("desk", ("chair", "stool", "bench"), 0.3, 0.8),
    ("dining_table", ("chair", "stool", "bench"), 0.3, 0.8),
    ("conference_table", ("chair", "stool"), 0.3, 0.8),
)
NEEDLESS = (
    "crib",
    "bunk_bed",
    "toddler_bed",
    "hospital_bed",
    "treatment_bed",
    "massage_table",
    "mattress",
    "daybed",
    "drafting_table",
)


def _companions(s: _Scene) -> Floats:
    """For each sofa, bed, desk and table: whether what it needs is within reach. 0 where the room has none."""
    kin = [lineage(c) for c in s.things.category]
    out = []
    for anchor, servants, near, far in NEEDS:
        who = np.array([i for i in s.solid if anchor in kin[i] and kin[i].isdisjoint(NEEDLESS)], int)
        whom = np.array([i for i in s.solid if not kin[i].isdisjoint(servants)], int)
        if anchor == "sofa":
            who = np.array([i for i in who if s.roles[i].soft], int)
        if len(who) and len(whom):
            g = np.where(who[:, None] == whom[None], np.inf, s.gap(who, whom)).min(1)
            out.append(_ramp(g, far, near))
        else:
            out.append(np.zeros(len(who)))
    return np.concatenate(out)


def _work_triangle(s: _Scene) -> float | None:
    """The NKBA work triangle of a kitchen: legs 1.2-2.7 m, 3.6-7.9 m in all."""
    corner = []
    for names in (("sink",), ("stove", "cooktop"), ("refrigerator",)):
        found = [i for i, c in enumerate(s.things.category) if not lineage(c).isdisjoint(names) and c != "mini_fridge"]
        if not found:
            return None
        corner.append(s.things.centre[found[0]] + s.front[found[0]] * s.things.half[found[0], 1])
    legs = np.array([np.linalg.norm(corner[i] - corner[i - 1]) for i in range(3)])
    return float(0.5 * _band(legs, 1.2, 2.7, 0.9, 1.2).mean() + 0.5 * _band(legs.sum(), 3.6, 7.9, 1.5, 2.0))


def _faces(s: _Scene, who: Ints, whom: Ints) -> Floats:
    """1 where a thing's front points at the partner, 0 from 75 degrees off."""
    if not len(who):
        return np.zeros(0)
    return _ramp(s.off_front(who, s.nearest_point(s.things.centre[who], whom)), np.radians(75), np.radians(20))


def angle(s: _Scene, uses: _Uses) -> float | None:
    """Whether things turn towards what they are used with, and none turns its front to a near wall."""
    parts = []
    close = uses.chairs.gap < 1.2
    who, whom = uses.chairs.who[close], uses.chairs.whom[close]
    parts.append(_faces(s, who, whom))
    desks = np.array([s.roles[j].desk for j in whom], bool)
    parts.append(_faces(s, whom[desks], who[desks]))
    near = uses.lounge.gap < 1.2
    parts.append(_faces(s, uses.lounge.whom[near], uses.lounge.who[near]))
    by = uses.bedside.gap < 0.6
    turn = np.abs(wrap(s.things.yaw[uses.bedside.who[by]] - s.things.yaw[uses.bedside.whom[by]]))
    parts.append(_ramp(turn, np.radians(60), np.radians(10)))
    for tv, viewer, _ in uses.views:
        parts.append(_faces(s, np.array([tv]), np.array([viewer])))
    fronted = np.array([i for i in s.solid if s.roles[i].front], int)
    if len(fronted):
        tip = s.things.centre[fronted] + s.front[fronted] * s.things.half[fronted, 1:2]
        free = s.cast_walls(tip, s.front[fronted])
        drawn_up = np.isin(fronted, who)  # a chair at a desk has the desk before it
        parts.append(_ramp(free, 0.1, 0.45)[~drawn_up])
    return _mean(np.concatenate(parts))


def conversation(s: _Scene) -> float | None:
    """For each soft seat, the best partner to talk to: 1.2-3.0 m away and in view, each of the other."""
    soft = s.where("soft")
    if len(soft) < 2:
        return None
    c = s.things.centre[soft]
    d = c[None] - c[:, None]  # from i to j
    far = np.linalg.norm(d, axis=-1)
    cos = (d * s.front[soft][:, None]).sum(-1) / np.maximum(far, 1e-6)
    view = _ramp(cos, -0.5, 0.5)
    # seats are as far apart as their people: a big sofa's centre is farther than its nearest place
    worth = _band(far, 1.1, 3.0, 0.5, 1.5) * np.sqrt(view * view.T)
    np.fill_diagonal(worth, 0.0)
    return _mean(worth.max(1))


def balance(s: _Scene) -> float | None:
    """The centre of the masses (footprint areas) against the centre of the floor."""
    if len(s.solid) < 3:
        return None
    mass = s.things.half[s.solid].prod(1)
    centre = (s.things.centre[s.solid] * mass[:, None]).sum(0) / mass.sum()
    x, y = s.a[:, 0], s.a[:, 1]
    cross = x * s.b[:, 1] - s.b[:, 0] * y
    middle = ((s.a + s.b) * cross[:, None]).sum(0) / (3 * cross.sum())
    return float(_ramp(np.linalg.norm(centre - middle) / np.sqrt(s.area), 0.32, 0.08))


def alignment(s: _Scene) -> float | None:
    """Parallel to a wall; back on the wall where it belongs there; in line with the nearest thing of the same kind."""
    firm = np.array([i for i in s.solid if not s.roles[i].loose and s.things.half[i].min() > 0.1], int)
    if not len(firm):
        return None
    rel = s.things.centre[firm][:, None] - s.a[None]
    along = np.clip((rel * s.along[None]).sum(-1), 0, s.length)
    nearest = np.linalg.norm(rel - along[..., None] * s.along[None], axis=-1).argmin(1)
    wall_yaw = azimuth(s.along)[nearest]
    off = np.abs((s.things.yaw[firm] - wall_yaw + np.pi / 4) % (np.pi / 2) - np.pi / 4)
    parts = [_ramp(off, np.radians(20), np.radians(3))]
    backed = np.array([i for i in firm if s.roles[i].wall >= 0.85 and s.roles[i].front], int)
    if len(backed):
        back = s.things.centre[backed] + s.uy[backed] * s.things.half[backed, 1:2]
        others = np.array([i for i in s.solid if s.roles[i].wall >= 0.5], int)
        behind = np.minimum(s.cast(back, s.uy[backed], backed, others), s.cast_walls(back, s.uy[backed]))
        parts.append(_ramp(behind, 0.5, 0.08))
    parts.append(_in_line(s))
    return _mean(np.concatenate(parts))


def _in_line(s: _Scene) -> Floats:
    """For each thing with another of its category within 2.5 m: whether the two share an axis."""
    out = []
    names = np.array(s.things.category)
    for name in sorted({names[i] for i in s.solid if not (s.roles[i].loose and not s.roles[i].seat)}):
        same = s.solid[names[s.solid] == name]
        if len(same) < 2:
            continue
        d = s.things.centre[same][None] - s.things.centre[same][:, None]
        far = np.linalg.norm(d, axis=-1) + 1e3 * np.eye(len(same))
        u = np.abs((d * s.ux[same][:, None]).sum(-1))
        v = np.abs((d * s.uy[same][:, None]).sum(-1))
        shift = np.where(far < 2.5, np.minimum(u, v), np.inf).min(1)
        out.append(_ramp(shift[np.isfinite(shift)], 0.3, 0.04))
    return np.concatenate(out) if out else np.zeros(0)


AUDIENCES = ("classroom",)  # rooms whose chairs look at the focus; elsewhere they look at their tables


def emphasis(s: _Scene) -> float | None:
    """Whether the seats turn to the focus of the room: a screen, a fire, a board or a stage."""
    focus = s.where("screen")
    if not len(focus):
        return None
    viewers = s.where("soft")
    if not len(viewers):
        viewers = s.where("bed")
    if not len(viewers) and s.type in AUDIENCES:
        viewers = s.where("seat")
    if not len(viewers):
        return None
    main = focus[int(np.argmax(s.things.half[focus, 0] * (s.things.top[focus] - s.things.base[focus])))]
    off = s.off_front(viewers, np.broadcast_to(s.things.centre[main], (len(viewers), 2)))
    weight = s.things.half[viewers, 0]
    return float((_ramp(off, np.radians(110), np.radians(40)) * weight).sum() / weight.sum())


COMPANIONS: dict[str, tuple[str, ...]] = {
    "bed": ("nightstand", "side_table", "table_lamp", "lamp"),
    "sofa": ("coffee_table", "side_table", "tv", "tv_stand", "painting", "armchair"),
    "table": ("chair", "bench", "stool"),
}
REACH = {"bed": 0.5, "sofa": 2.2, "table": 0.5}
CENTRED = ("coffee_table", "tv", "tv_stand", "painting")


def symmetry(s: _Scene) -> float | None:
    """How well the companions of each bed, sofa and table mirror each other about its axis."""
    scores = []
    for i in np.flatnonzero(s.stands):
        r, kin = s.roles[i], lineage(s.things.category[i])
        if r.bed and s.things.half[i, 0] >= 0.6:
            kind, axes = "bed", [0]
        elif "sofa" in kin and not r.bed:
            kind, axes = "sofa", [0]
        elif r.table:
            kind, axes = "table", [0, 1]
        else:
            continue
        near = s.gap(np.array([i]), np.arange(len(s.roles)))[0] < REACH[kind]
        mates = [j for j in np.flatnonzero(near) if j != i and not lineage(s.things.category[j]).isdisjoint(COMPANIONS[kind])]
        if kind == "sofa":
            mates = [j for j in mates if _is_companion_of_sofa(s, int(i), int(j))]
        if mates:
            found = [v for v in (_mirrored(s, int(i), mates, axis) for axis in axes) if v is not None]
            scores += [max(found)] if found else []
    return _mean(scores)


def _is_companion_of_sofa(s: _Scene, i: int, j: int) -> bool:
    """Things before the sofa, at its ends, or on the wall above it; not what happens to stand behind it."""
    v = float((s.things.centre[j] - s.things.centre[i]) @ s.front[i])
    return bool(v > -s.things.half[i, 1] - 0.2)


def _mirrored(s: _Scene, anchor: int, mates: Sequence[int], axis: int) -> float | None:
    """How near the mirror image of each companion lies to one of its category, on average; images off the floor are let be."""
    here = s.things.centre[anchor]
    d = s.things.centre[mates] - here
    local = np.stack([d @ s.ux[anchor], d @ s.uy[anchor]], -1)
    flip = local * np.where(np.arange(2) == axis, -1.0, 1.0)
    judged = inside(s.polygon, here + flip[:, :1] * s.ux[anchor] + flip[:, 1:] * s.uy[anchor])
    if not judged.any():
        return None
    names = np.array([s.things.category[j] for j in mates])
    miss = np.linalg.norm(flip[:, None] - local[None], axis=-1)
    miss = np.where(names[:, None] == names[None], miss, np.inf)
    # what can stand in the middle mirrors itself there; what flanks needs a partner on the other side
    flanks = np.array([lineage(n).isdisjoint(CENTRED) for n in names], bool) & (np.abs(local[:, axis]) > 0.3)
    np.fill_diagonal(miss, np.where(flanks, np.inf, 2 * np.abs(local[:, axis])))
    return float(_ramp(miss.min(1)[judged], 0.6, 0.06).mean())


BLOCKING = 0.6  # metres before a window in which a thing takes its light


def daylight(s: _Scene) -> float | None:
    """The share of the windows' glass that no thing stands before."""
    windows = [o for o in s.openings if o.kind == "window"]
    if not windows:
        return None
    shade = [
        i
        for i in range(len(s.roles))
        if s.things.support[i] in ("floor", "hung_on") and not lineage(s.things.category[i]) & {"curtain", "blind", "plant"}
    ]
    scores = []
    for o in windows:
        a, b = np.array(o.a), np.array(o.b)
        width = max(float(np.linalg.norm(b - a)), 1e-6)
        along = (b - a) / width
        normal = np.array([-along[1], along[0]])
        columns = np.full(12, 0.0)
        spots = (np.arange(12) + 0.5) / 12 * width
        for i in shade:
            t = s.things
            if t.top[i] <= o.sill + 0.05 or t.base[i] >= o.top:
                continue
            c, h = t.centre[i] - a, t.half[i]
            x, y = float(c @ along), abs(float(c @ normal))
            turn = float(t.yaw[i] - np.arctan2(along[1], along[0]))
            ex = abs(np.cos(turn)) * h[0] + abs(np.sin(turn)) * h[1]
            ey = abs(np.sin(turn)) * h[0] + abs(np.cos(turn)) * h[1]
            if y - ey > BLOCKING or y + ey < -0.05:
                continue
            covered = (min(t.top[i], o.top) - max(t.base[i], o.sill)) / max(o.top - o.sill, 1e-6)
            columns = np.where(np.abs(spots - x) < ex, np.maximum(columns, covered), columns)
        scores.append(1 - float(columns.mean()))
    return _mean(scores)


COVER = (0.17, 0.45)  # usual share of the floor that furniture covers
COVERS: dict[str, tuple[float, float]] = {
    "art_gallery": (0.02, 0.2),
    "hallway": (0.05, 0.35),
    "garage": (0.06, 0.4),
    "gym": (0.12, 0.4),
    "home_gym": (0.12, 0.4),
    "playroom": (0.1, 0.4),
    "studio": (0.1, 0.4),
    "reception": (0.1, 0.4),
    "spa": (0.1, 0.4),
}


def scale(s: _Scene) -> float | None:
    """Proportions: how much of the floor is covered, tables to sofas and seats, pictures to sofas, heights to the ceiling."""
    if not len(s.solid):
        return None
    t = s.things
    low, high = COVERS.get(s.type, COVER)
    footprint = 4 * t.half[s.solid].prod(1)
    parts = [float(_band(footprint.sum() / s.area, low, high, 0.8 * low, 0.25)), float(_ramp(footprint.max() / s.area, 0.5, 0.3))]
    parts.append(float(_ramp(t.top[s.solid].max() / s.height, 1.02, 0.95)))
    names = t.category
    sofas = np.array([i for i in s.where("soft") if "sofa" in lineage(names[i])], int)
    lounge = _partners(s, s.where("low"), sofas)
    parts += list(_band(t.half[lounge.who].max(1) / t.half[lounge.whom, 0], 0.45, 0.8, 0.25, 0.4)) if len(lounge.who) else []
    hung = np.array([i for i, c in enumerate(names) if "painting" in lineage(c) and t.support[i] == "hung_on"], int)
    over = _partners(s, hung, sofas)
    close = over.gap < 0.2
    if close.any():
        parts += list(_band(t.half[over.who[close], 0] / t.half[over.whom[close], 0], 0.35, 0.85, 0.3, 0.4))
    for tv in [i for i in s.where("screen") if names[i] == "tv" and t.support[i] == "on"]:
        under = _partners(s, np.array([tv]), np.array([i for i in s.solid if t.top[i] <= t.base[tv] + 0.05], int))
        if len(under.who):
            parts.append(float(_ramp(t.half[tv, 0] / t.half[under.whom[0]].max(), 1.5, 1.0)))
    parts += _elbow_room(s)
    return _mean(parts)


def _elbow_room(s: _Scene) -> list[float]:
    """0.6 m of table edge a person, for every table with seats."""
    seats, tables = s.where("seat"), s.where("table")
    pairs = _partners(s, seats, tables)
    out = []
    for j in np.unique(pairs.whom[pairs.gap < 0.3]):
        n = int(((pairs.whom == j) & (pairs.gap < 0.3)).sum())
        out.append(float(_ramp(4 * s.things.half[j].sum() / n, 0.35, 0.6)))
    return out


# ---------------------------------------------------------------------------------------------- the score


def design(
    polygon: ArrayLike, openings: Sequence[DesignOpening], things: Things, room_type: str = "", height: float = 2.6
) -> Design:
    """Score an arrangement. `polygon` (n, 2) counter-clockwise; a floor of no extent is a ValueError."""
    if len(np.asarray(polygon)) < 3:
        raise ValueError("a room without an outline has no design score; give its floor polygon")
    s = _Scene(polygon, openings, things, room_type, height)
    if not len(things.category):
        return Design(*(None,) * 11, total=0.0)
    uses = _uses(s)
    terms = {
        "clearance": clearance(s),
        "circulation": circulation(s),
        "distance": distance(s, uses),
        "angle": angle(s, uses),
        "conversation": conversation(s),
        "balance": balance(s),
        "alignment": alignment(s),
        "emphasis": emphasis(s),
        "symmetry": symmetry(s),
        "daylight": daylight(s),
        "scale": scale(s),
    }
    weight = sum(WEIGHTS[k] for k, v in terms.items() if v is not None)
    total = sum(WEIGHTS[k] * v for k, v in terms.items() if v is not None) / weight if weight else 0.0
    return Design(**terms, total=total)


def things_of(rows: Iterable[tuple[str, float, float, float, float, float, float, float, str]]) -> Things:
    """Things from rows of category, x, y, z (of the base), width, depth, height, yaw, support."""
    listed = list(rows)
    n = np.array([r[1:8] for r in listed], float).reshape(-1, 7)
    return Things(
        tuple(r[0] for r in listed), n[:, :2], n[:, 3:5] / 2, n[:, 6], n[:, 2], n[:, 2] + n[:, 5], tuple(r[8] for r in listed)
    )


def design_of_world(world: World, room: Room | None = None) -> Design:
    """The score of one room of a world, the first if none is given."""
    room = room or world.rooms[0]
    p = np.asarray(room.polygon, float)
    openings = []
    for o in room.openings:
        a, b = p[o.wall], p[(o.wall + 1) % len(p)]
        along = (b - a) / np.linalg.norm(b - a)
        one, two = a + along * o.offset, a + along * (o.offset + o.width)
        openings.append(DesignOpening(o.kind, tuple(one), tuple(two), o.sill, o.sill + o.height))
    rows = []
    flat = {n.id for n in world.nodes if n.category in categories() and categories()[n.category].walkable}
    for n in world.nodes:
        if n.room != room.id:
            continue
        (x, y, z), (w, d, h) = n.position, n.size
        z -= room.level
        if n.support.kind == "hung_on":  # its origin is the centre of its back
            x, y, z = x + float(np.sin(n.yaw)) * d / 2, y - float(np.cos(n.yaw)) * d / 2, z - h / 2
        elif n.support.kind == "from_ceiling":
            z -= h
        support = "floor" if n.support.parent in flat else n.support.kind  # on a rug is on the floor
        rows.append((n.category, x, y, z, w, d, h, n.yaw, support))
    return design(p, openings, things_of(rows), room.type, room.height)
