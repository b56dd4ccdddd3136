"""Subdividing a floor into rooms: a hub (hall, or living room) with rooms along it and at its ends, found by annealing.

A `Spine` says which room lies where along the hub; its sizes follow from the wished areas alone, so that every spine is a
full partition of the floor. The search moves rooms between places and keeps what costs least.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..geometry import Bools, Floats
from .cells import Cells, Measures, Shell, Window, measure
from .program import SLEEPING, Wish

WALL = 0.12
DOOR_WALL = 1.12  # centre-line length of shared wall that takes a door with its lining
PASSAGE_WALL = 1.7
_STRIPS = ("", "bottom", "top")
NEVER = 1e3

Slice = tuple[int, ...]  # one room, or two: the second one behind the first


@dataclass(frozen=True, slots=True)
class Spine:
    """A way to lay rooms along a hub. Rooms are indices into the wishes; bottom and top run from left to right."""

    hub: int
    left: tuple[int, ...] = ()  # at the hub's start, over the full depth, from bottom to top
    right: tuple[int, ...] = ()
    bottom: tuple[Slice, ...] = ()
    top: tuple[Slice, ...] = ()
    notched: frozenset[int] = frozenset()  # rooms cut out of the corner of the one behind them, instead of lying before it
    trim: tuple[str, str] = ("", "")  # strip (bottom, top) whose end room takes the hub's unneeded start / end
    foyer: str = ""  # strip in which the hub reaches out to the outer wall ...
    foyer_at: int = 0  # ... before this slice
    turned: bool = False  # the hub runs along Y


@dataclass(frozen=True, slots=True)
class Problem:
    """What a search needs to know, as arrays over the n rooms."""

    wishes: tuple[Wish, ...]
    hub: int
    corridor: float  # clear width of the hub when it is a hall, else 0: by area
    gross: Floats  # (n,) wished area with its share of the walls
    narrow: Floats
    aspect: Floats
    daylight: Floats  # (n,) penalty for having none
    enter: Floats  # (n, n) cost of entering row from column
    near: Floats  # (n, n) penalty when not adjacent
    open: Floats  # (n, n) penalty when not joined by a wide opening
    habitable: Floats
    private: Floats  # (n,) 0 for guests, 1 for the family
    proportion: Floats  # (n,) stated length to width, nan when open


def gross_of(area: Floats | float) -> Floats:
    """Area between centre lines of a squarish room of this clear area."""
    out: Floats = (np.sqrt(area) + WALL) ** 2
    return out


# --------------------------------------------------------------------------------------------- from spine to cells


def windows_of(s: Spine, p: Problem, shell: Shell, gross: Floats) -> list[tuple[int, Window]]:
    """The rooms' windows in painting order; together they cover the shell's box."""
    if s.turned:
        shell = Shell(shell.rects[:, [1, 0, 3, 2]], (shell.box[1], shell.box[0], shell.box[3], shell.box[2]))
    out = _upright(s, p, shell, gross.tolist())
    return [(r, (b, a, d, c)) for r, (a, b, c, d) in out] if s.turned else out


def _upright(s: Spine, p: Problem, shell: Shell, gross: list[float]) -> list[tuple[int, Window]]:
    x0, y0, x1, y1 = shell.box
    total = sum(gross)
    out: list[tuple[int, Window]] = []
    a = shell.cut(shell.box, 0, sum(gross[r] for r in s.left) / total) if s.left else x0
    b = shell.cut(shell.box, 0, 1 - sum(gross[r] for r in s.right) / total) if s.right else x1
    for rooms, (u, v) in ((s.left, (x0, a)), (s.right, (b, x1))):
        out += [(r, w) for (r,), w in _sliced([(r,) for r in rooms], gross, (u, y0, v, y1), 1, shell)]
    low, high = (sum(gross[r] for sl in strip for r in sl) for strip in (s.bottom, s.top))
    sizes = gross.copy()  # with the hub as large as its part of a strip
    if p.corridor:
        sizes[s.hub] = (p.corridor + 0.3 + WALL) / max(b - a, 0.1) * (low if s.foyer == "bottom" else high)
    elif s.foyer:
        sizes[s.hub] = min(low if s.foyer == "bottom" else high, 0.6 * gross[s.hub])
        low, high = (v + sizes[s.hub] if v and s.foyer == name else v for name, v in (("bottom", low), ("top", high)))
    mid = (a, y0, b, y1)
    here = shell.area(mid)
    if p.corridor:
        wide = (p.corridor + WALL) * (b - a)
        share = max(1 - wide / max(here, 1e-6), 0.05)
    else:
        share = (low + high) / sum(gross[r] for r in (s.hub, *(r for k in (s.bottom, s.top) for sl in k for r in sl)))
    h0 = shell.cut(mid, 1, share * low / (low + high)) if low else y0
    if not high:
        h1 = y1
    elif p.corridor:
        h1 = h0 + p.corridor + WALL
    else:
        h1 = shell.cut(mid, 1, 1 - share * high / (low + high))
    out.append((s.hub, (a, h0, b, h1)))
    ends: dict[str, list[tuple[Slice, Window]]] = {"bottom": [], "top": []}
    for name, strip, w in (("bottom", s.bottom, (a, y0, b, h0)), ("top", s.top, (a, h1, b, y1))):
        slices = list(strip)
        if s.foyer == name and slices:
            slices.insert(min(s.foyer_at, len(slices)), (s.hub,))
        ends[name] = _sliced(slices, sizes, w, 0, shell)
        for sl, slot in ends[name]:
            out += _stacked(sl, slot, gross, s, name, shell)
    if p.corridor:
        out += _trimmed(s, ends, (a, h0, b, h1))
    return out


def _sliced(slices: Sequence[Slice], gross: Sequence[float], w: Window, axis: int, shell: Shell) -> list[tuple[Slice, Window]]:
    """The window cut across `axis` in proportion to the slices' areas."""
    sizes = [sum(gross[r] for r in sl) for sl in slices]
    whole, before, out, at = sum(sizes), 0.0, [], w[axis]
    for k, sl in enumerate(slices):
        before += sizes[k]
        to = shell.cut(w, axis, before / whole) if k < len(slices) - 1 else w[2 + axis]
        out.append((sl, (at, w[1], to, w[3]) if axis == 0 else (w[0], at, w[2], to)))
        at = to
    return out


def _stacked(sl: Slice, w: Window, gross: Sequence[float], s: Spine, strip: str, shell: Shell) -> list[tuple[int, Window]]:
    """One or two rooms of a slice; the first lies at the hub."""
    if len(sl) == 1:
        return [(sl[0], w)]
    front, back = sl
    share = gross[front] / (gross[front] + gross[back])
    x0, y0, x1, y1 = w
    if front in s.notched:
        area = share * (x1 - x0) * (y1 - y0)
        wide = min(max(math.sqrt(0.85 * area), 1.72), x1 - x0 - DOOR_WALL)
        if wide > 1.2 and area / wide < y1 - y0 - 1.2:
            at_right = (back + front) % 2 == 0
            u, v = (x1 - wide, x1) if at_right else (x0, x0 + wide)
            deep = area / wide
            return [(back, w), (front, (u, y1 - deep, v, y1) if strip == "bottom" else (u, y0, v, y0 + deep))]
    if strip == "bottom":
        cut = shell.cut(w, 1, 1 - share)
        return [(front, (x0, cut, x1, y1)), (back, (x0, y0, x1, cut))]
    cut = shell.cut(w, 1, share)
    return [(front, (x0, y0, x1, cut)), (back, (x0, cut, x1, y1))]


def _trimmed(s: Spine, ends: dict[str, list[tuple[Slice, Window]]], hub: Window) -> list[tuple[int, Window]]:
    """What the hall does not need of its ends goes to a room there."""
    a, h0, b, h1 = hub
    out: list[tuple[int, Window]] = []
    for side, to in enumerate(s.trim):
        strip = ends.get(to, [])
        if not strip or (s.left if side == 0 else s.right):
            continue
        inner = [e[0 if side == 0 else -1][1] for e in ends.values() if e]
        taker = strip[0 if side == 0 else -1][0][0]
        if taker == s.hub:
            continue
        if side == 0:
            till = min(w[2] for w in inner) - DOOR_WALL
            if till - a > 0.9:
                out.append((taker, (a, h0, till, h1)))
        else:
            till = max(w[0] for w in inner) + DOOR_WALL
            if b - till > 0.9:
                out.append((taker, (till, h0, b, h1)))
    return out


# --------------------------------------------------------------------------------------------- what is good


def cost(m: Measures, p: Problem) -> float:
    """How far a subdivision is from what the home needs: lower is better; above NEVER it cannot be lived in."""
    if not m.whole:
        return 3 * NEVER
    n = len(p.wishes)
    small, large = np.minimum(m.wide, m.deep), np.maximum(m.wide, m.deep)
    if small.min() < 0.7 or (m.area < 0.8).any():
        return 2 * NEVER
    shared = m.shared
    total = 7.0 * float(np.maximum(p.narrow - small, 0).sum())
    aspect = large / small
    total += 12.0 * float(np.maximum(aspect / p.aspect - 0.97, 0).sum())
    total += 0.35 * float((p.habitable * np.maximum(aspect - 1.35, 0)).sum())
    rooms = np.arange(n) != p.hub if p.corridor else np.full(n, True)
    bent = np.maximum(0.8 - m.fill, 0) + 0.15 * (1 - m.fill)
    total += 6.0 * float(((0.4 + 0.6 * p.habitable) * bent)[rooms].sum())
    stated = ~np.isnan(p.proportion)
    total += float((8.0 * np.abs(np.log(aspect / p.proportion)) + 6.0 * (1 - m.fill))[stated].sum()) if stated.any() else 0.0
    round_ = (shared[:n].sum(1) ** 2 / (16 * (m.area + 0.06 * shared[:n].sum(1))))[rooms]  # 1 for a square
    total += 10.0 * float(np.maximum(round_ - (p.aspect[rooms] + 1) ** 2 / (4 * p.aspect[rooms]), 0).sum())
    total += float((p.daylight * np.clip((1.9 - shared[:n, n]) / 0.8, 0, 1)).sum())
    near = shared[:n, :n]
    total += float((p.near * (near < DOOR_WALL)).sum()) + float((p.open * (near < PASSAGE_WALL)).sum())
    if p.corridor:
        share = float(m.area[p.hub] / m.area.sum())
        total += 14.0 * share + 60.0 * max(share - 0.12, 0) + 2.0 * max(1 - m.fill[p.hub], 0) * (large[p.hub] > 5)
    outside = shared[p.hub, n] >= 1.25
    total += _welcome(m.doorsteps, m.centre, p) if outside else 6.0
    total += _access(near >= DOOR_WALL, p, p.hub)
    return total


def _welcome(doorsteps: Floats, centre: Floats, p: Problem) -> float:
    """Guests should not walk past the bedrooms: penalty for public rooms farther from the entrance than private ones."""
    at = centre.tolist()
    public, private = ([c for c, x in zip(at, p.private, strict=True) if lo < x < hi] for lo, hi in ((-1, 0.25), (0.75, 2)))
    if not (public and private):
        return 0.0
    ratios = []
    for x, y in doorsteps.tolist():
        near, far = (sum(abs(x - u) + abs(y - v) for u, v in group) / len(group) for group in (public, private))
        ratios.append(near / max(far, 0.1))  # metres along the walls
    return 2.5 * max(float(min(ratios)) - 0.75, 0.0)


def _access(adjacent: Bools, p: Problem, root: int) -> float:
    """Cost of the cheapest doors by which all rooms are entered, each from a room that is entered before it."""
    price = np.where(adjacent, p.enter, NEVER)
    best = price[:, root].copy()
    inside = np.zeros(len(best), bool)
    inside[root] = True
    best[root] = np.inf
    total = 0.0
    for _ in range(len(best) - 1):
        k = int(best.argmin())
        total += float(best[k])
        inside[k] = True
        best = np.where(inside, np.inf, np.minimum(best, price[:, k]))
    return total


# --------------------------------------------------------------------------------------------- search


def random_spine(p: Problem, rng: np.random.Generator) -> Spine:
    """A first spine: public rooms towards one end, private ones towards the other."""
    n = len(p.wishes)
    rooms = [r for r in range(n) if r != p.hub]
    depth = p.private + rng.normal(0, 0.35, n)
    rooms.sort(key=lambda r: float(depth[r]))
    left: tuple[int, ...] = ()
    if len(rooms) >= 4 and rng.random() < 0.5:
        left, rooms = (rooms[0],), rooms[1:]
    strips: tuple[list[Slice], list[Slice]] = ([], [])
    loads = [0.0, 0.0]
    one_sided = len(rooms) <= 3 and rng.random() < 0.4
    for r in rooms:
        k = 0 if one_sided else int(loads[0] + rng.normal(0, 4) > loads[1])
        strips[k].append((r,))
        loads[k] += float(p.gross[r])
    if not strips[0]:
        strips = (strips[1], strips[0])
    trim = [_STRIPS[int(rng.integers(3))] for _ in range(2)]
    return Spine(
        p.hub,
        left,
        (),
        tuple(strips[0]),
        tuple(strips[1]),
        trim=(trim[0], trim[1]),
        foyer="bottom" if left and rng.random() < 0.5 else "",
        foyer_at=int(rng.integers(0, 3)),
        turned=bool(rng.random() < 0.5),
    )


def _places(s: Spine) -> list[int]:
    return [*s.left, *s.right, *(r for strip in (s.bottom, s.top) for sl in strip for r in sl)]


def _swap(s: Spine, a: int, b: int) -> Spine:
    turn = {a: b, b: a}

    def of(rooms: Sequence[int]) -> tuple[int, ...]:
        return tuple(turn.get(r, r) for r in rooms)

    return replace(s, left=of(s.left), right=of(s.right), bottom=tuple(map(of, s.bottom)), top=tuple(map(of, s.top)))


def _without(s: Spine, r: int) -> Spine:
    def of(rooms: Sequence[int]) -> tuple[int, ...]:
        return tuple(x for x in rooms if x != r)

    return replace(
        s,
        left=of(s.left),
        right=of(s.right),
        bottom=tuple(k for k in map(of, s.bottom) if k),
        top=tuple(k for k in map(of, s.top) if k),
        notched=s.notched - {r},
    )


def _insert(s: Spine, r: int, p: Problem, rng: np.random.Generator) -> Spine:
    """The room put at a random place: a slice of its own, before or behind another, or at an end."""
    u = rng.random()
    name = "bottom" if rng.random() < 0.5 else "top"
    strip = list(s.bottom if name == "bottom" else s.top)
    singles = [k for k, sl in enumerate(strip) if len(sl) == 1]
    if u < 0.15:
        side = "left" if rng.random() < 0.5 else "right"
        rooms = list(s.left if side == "left" else s.right)
        rooms.insert(int(rng.integers(0, len(rooms) + 1)), r)
        return replace(s, left=tuple(rooms)) if side == "left" else replace(s, right=tuple(rooms))
    if u < 0.4 and singles:
        k = singles[int(rng.integers(len(singles)))]
        other = strip[k][0]
        front, back = (r, other) if p.gross[r] < p.gross[other] else (other, r)
        strip[k] = (front, back) if rng.random() < 0.8 else (back, front)
        if p.gross[strip[k][0]] < 0.6 * p.gross[strip[k][1]] and rng.random() < 0.6:
            s = replace(s, notched=s.notched | {strip[k][0]})
    else:
        strip.insert(int(rng.integers(0, len(strip) + 1)), (r,))
    return replace(s, bottom=tuple(strip)) if name == "bottom" else replace(s, top=tuple(strip))


def mutate(s: Spine, p: Problem, rng: np.random.Generator) -> Spine:
    """A neighbour of a spine."""
    rooms = _places(s)
    if not rooms:
        return s
    u = rng.random()
    if len(rooms) > 1 and u < 0.35:
        a, b = int(rng.integers(len(rooms))), int(rng.integers(1, len(rooms)))
        return _swap(s, rooms[a], rooms[a - b])
    if u < 0.72:
        r = rooms[int(rng.integers(len(rooms)))]
        return _insert(_without(s, r), r, p, rng)
    if u < 0.8:
        return replace(s, turned=not s.turned)
    if u < 0.9:
        k, to = int(rng.integers(0, 2)), _STRIPS[int(rng.integers(3))]
        return replace(s, trim=(to, s.trim[1]) if k == 0 else (s.trim[0], to))
    return replace(s, foyer=_STRIPS[int(rng.integers(3))], foyer_at=int(rng.integers(0, 4)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A subdivision with its cost."""

    cost: float
    spine: Spine
    shell: Shell
    gross: Floats
    cells: Cells
    measures: Measures


def realise(s: Spine, p: Problem, shell: Shell, gross: Floats) -> Candidate:
    """The spine built and measured."""
    cells = Cells.paint(windows_of(s, p, shell, gross), shell)
    m = measure(cells, len(p.wishes), p.hub, WALL, connected=shell.plain)
    return Candidate(cost(m, p), s, shell, gross, cells, m)


def search(p: Problem, shells: Sequence[Shell], rng: np.random.Generator, steps: int) -> list[Candidate]:
    """The best candidate of each of several annealing runs, one on each shell, cheapest first."""
    out: list[Candidate] = []
    for shell in shells:
        now = realise(random_spine(p, rng), p, shell, p.gross)
        best = now
        for k in range(steps):
            temperature = 1.5 * (1 - k / steps) ** 2 + 0.02
            new = realise(mutate(now.spine, p, rng), p, shell, p.gross)
            if new.cost < now.cost or rng.random() < np.exp(-(new.cost - now.cost) / temperature):
                now = new
                if now.cost < best.cost:
                    best = now
        out.append(best)
    return sorted(out, key=lambda c: c.cost)


# --------------------------------------------------------------------------------------------- what rooms want of each other

# Cost of entering a kind of room (row) from another (column); what is not named costs ELSE.
ELSE = 7.0
_ENTER: dict[tuple[str, str], float] = {
    ("living_room", "dining_room"): 0.2,
    ("living_room", "kitchen"): 0.9,
    ("dining_room", "living_room"): 0.0,
    ("dining_room", "kitchen"): 0.1,
    ("kitchen", "living_room"): 0.1,
    ("kitchen", "dining_room"): 0.0,
    ("laundry", "kitchen"): 0.0,
    ("laundry", "garage"): 0.5,
    ("laundry", "bathroom"): 1.0,
    ("garage", "kitchen"): 0.8,
    ("garage", "laundry"): 0.4,
    ("walk_in_closet", "bedroom"): -0.5,
    ("bathroom", "walk_in_closet"): 1.5,
    ("bathroom", "living_room"): 1.6,
    ("bedroom", "living_room"): 0.9,
    ("childrens_room", "living_room"): 1.1,
    ("nursery", "living_room"): 1.4,
    ("nursery", "bedroom"): 1.5,
    ("home_office", "living_room"): 0.4,
    ("balcony", "bedroom"): 0.4,
    ("balcony", "kitchen"): 0.5,
    ("balcony", "hallway"): 1.0,
    ("basement", "kitchen"): 0.2,
    ("basement", "garage"): 0.2,
    ("workshop", "garage"): 0.0,
    ("walk_in_closet", "hallway"): 0.9,
}
# Penalty when two kinds of room do not share a wall.
_NEAR: dict[tuple[str, str], float] = {
    ("kitchen", "dining_room"): 2.5,
    ("dining_room", "living_room"): 1.5,
    ("kitchen", "living_room"): 1.0,
    ("walk_in_closet", "bedroom"): 3.0,
    ("balcony", "living_room"): 1.5,
    ("laundry", "kitchen"): 0.3,
    ("laundry", "bathroom"): 0.3,
    ("bathroom", "kitchen"): 0.15,
    ("garage", "hallway"): 0.5,
}


def enter_cost(a: Wish, b: Wish, ensuite: bool) -> float:
    """Cost of entering room a from room b; `ensuite`: there is another bathroom for everyone else."""
    if b.key in a.next_to or a.key in b.next_to or a.open_to == b.key or b.open_to == a.key:
        return -1.0
    if b.type == "hallway":
        return _ENTER.get((a.type, "hallway"), 0.0)
    if a.type == "bathroom" and b.type in SLEEPING:
        return (-0.4 if b.type == "bedroom" else 1.5) if ensuite else ELSE
    if (a.type, b.type) in _ENTER:
        return _ENTER[a.type, b.type]
    if b.norm.zone == "public" and b.type not in ("kitchen", "balcony") and a.type != "bathroom":
        return 0.6 if a.norm.zone == "public" else 1.2
    return ELSE


def pose(wishes: tuple[Wish, ...]) -> Problem:
    """The search problem for a program of rooms."""
    n = len(wishes)
    hub = _hub(wishes)
    corridor = 0.0
    if wishes[hub].type == "hallway":
        corridor = float(np.clip(1.05 + 0.03 * n, 1.1, 1.35))
    baths = [i for i, w in enumerate(wishes) if w.type == "bathroom"]
    enter, near, wide = np.zeros((n, n)), np.zeros((n, n)), np.zeros((n, n))
    by_key = {w.key: i for i, w in enumerate(wishes)}
    for i, a in enumerate(wishes):
        for j, b in enumerate(wishes):
            if i != j:
                enter[i, j] = enter_cost(a, b, len(baths) > 1 and i != baths[0])
    for (s, t), weight in _NEAR.items():
        ia = [i for i, w in enumerate(wishes) if w.type == s]
        ib = [i for i, w in enumerate(wishes) if w.type == t]
        if ia and ib:
            near[ia[0], ib[0]] += weight
    for i, a in enumerate(wishes):
        for other in a.next_to:
            near[i, by_key[other]] += 12.0
        if a.open_to:
            wide[i, by_key[a.open_to]] += 12.0
    area = np.array([w.area for w in wishes])
    norms = [w.norm for w in wishes]
    narrow = np.minimum([x.narrow for x in norms], np.sqrt(area) / 1.12)
    if corridor:
        narrow[hub] = 1.0
    return Problem(
        wishes=wishes,
        hub=hub,
        corridor=corridor,
        gross=gross_of(area),
        narrow=narrow,
        aspect=np.array([x.aspect for x in norms]),
        daylight=np.array([{"needed": 9.0, "wanted": 0.5, "none": 0.0}[x.daylight] for x in norms]),
        enter=enter,
        near=near,
        open=wide,
        habitable=np.array([float(x.daylight == "needed") for x in norms]),
        private=np.array([{"public": 0.0, "hall": 0.5, "service": 0.5, "private": 1.0}[x.zone] for x in norms]),
        proportion=np.array([max(w.size) / min(w.size) if w.size else np.nan for w in wishes]),
    )


def _hub(wishes: tuple[Wish, ...]) -> int:
    """The room from which the others are reached."""
    order = ("hallway", "reception", "living_room", "open_office", "dining_room", "kitchen")
    for t in order:
        for i, w in enumerate(wishes):
            if w.type == t:
                return i
    zones = [i for i, w in enumerate(wishes) if w.norm.zone == "public"] or list(range(len(wishes)))
    return max(zones, key=lambda i: wishes[i].area)
