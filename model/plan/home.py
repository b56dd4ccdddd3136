"""From a brief to a home: rooms one wall apart, with doors that lead to all of them and windows to the outside."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..brief import Brief
from ..errors import InputError
from ..geometry import Floats, is_simple, polygon_area
from ..graph.types import Opening, Room, Vec2
from .cells import Shell, inset
from .doors import Opener, tree
from .learned import Abstract, kind_of, prior
from .program import Wish, norm_of, plan_program
from .rooms import ROOMS
from .subdivide import NEVER, PASSAGE_WALL, WALL, Candidate, Problem, pose, realise, search

RUNS = 7  # annealing runs
STEPS, STEPS_A_ROOM = 30, 7  # of each
GOOD = 9.0  # what a plan may cost before the search is made once more
FINALISTS = 5
LEARNED = 0.3  # weight of the learned log-odds among the finalists
SLIVER = 20.0  # penalty for a room with a nook too small for anything
TINY = 3.0  # m2 of a room whose door opens outwards
_DAILY = (("kitchen", "dining_room"), ("dining_room", "living_room"), ("kitchen", "living_room"))


@dataclass(frozen=True, slots=True)
class HomePlan:
    """The rooms, first the one with the entrance door, and what was added, changed or could not be done, in words."""

    rooms: tuple[Room, ...]
    notes: tuple[str, ...] = ()


def plan_home(
    brief: Brief, rng: np.random.Generator, outline: Sequence[Vec2] | None = None, without: Collection[str] = ()
) -> HomePlan:
    """A floor plan for `brief.rooms`, completed as real homes are.

    `outline` is the inner face of the outer walls (metres, upright or turned as a whole); `without` names room types that must
    not be added. InputError, with a remedy, when nothing sensible can be built.
    """
    shell, turn = (None, 0.0) if outline is None else _given(outline)
    capacity = None if shell is None else 0.94 * shell.area(shell.box)
    wishes, notes = plan_program(brief, rng, without, capacity)
    p = pose(wishes)
    total = brief.area or (brief.size[0] * brief.size[1] * 0.95 if brief.size else None)
    if total is not None and sum(w.area for w in wishes) > 1.02 * total:
        total = sum(w.area for w in wishes)
    best: tuple[float, tuple[Room, ...]] | None = None
    for _ in range(2):
        shells = [shell] * RUNS if shell else _shells(brief, p, rng)
        for c in search(p, shells, rng, STEPS + STEPS_A_ROOM * len(wishes))[:FINALISTS]:
            settled = _settled(c, p, total, fixed=shell is not None or brief.size is not None)
            rooms = _opened(settled, p, brief, rng)
            if rooms and (best is None or rooms[0] < best[0]):
                best = rooms
        if best and best[0] < GOOD:
            break
    if best is None:
        raise InputError("No floor plan fits these rooms.", "Give a larger area or outline, or fewer rooms.")
    return HomePlan(_turned(best[1], turn), notes + _shortcomings(best[1], wishes))


def _shortcomings(rooms: Sequence[Room], wishes: Sequence[Wish]) -> tuple[str, ...]:
    """What the plan could not give a room, in words."""
    notes = []
    at = {r.id: r for r in rooms}
    for w in wishes:
        r = at[w.key]
        p = np.asarray(r.polygon)
        has, area = sorted(np.ptp(p, axis=0)), polygon_area(r.polygon)
        name = w.label.lower()
        if w.size and not np.allclose(has, sorted(w.size), rtol=0.1):
            wanted = sorted(w.size)
            notes.append(
                f"The {name} is {has[1]:.1f} × {has[0]:.1f} m instead of {wanted[1]:g} × {wanted[0]:g} m, to fit the others."
            )
        elif w.stated and abs(area / w.stated - 1) > 0.1:
            notes.append(f"The {name} has {area:.0f} m² instead of {w.stated:g} m², to fit the others.")
        if w.norm.daylight == "needed" and not any(o.kind == "window" for o in r.openings):
            notes.append(f"The {name} has no window: it has too little outer wall.")
        ways = [at[o.leads_to].type for o in r.openings if o.leads_to in at and o.kind == "door"]
        if ways and w.norm.zone == "private" and all(norm_of(t).zone in ("private", "service") for t in ways):
            notes.append(f"The {name} is entered through another room.")
    return tuple(notes)


# --------------------------------------------------------------------------------------------- outlines


def _given(outline: Sequence[Vec2]) -> tuple[Shell, float]:
    """The shell of a given outline, made upright, and the angle by which it was turned."""
    p = np.asarray(outline, float)
    if p.ndim != 2 or p.shape[1] != 2 or len(p) < 4 or not np.isfinite(p).all() or np.abs(p).max() > 1000:
        raise InputError("The outline is not a list of at least four points in metres.", "Give corners such as (0, 0), (8, 0) …")
    if np.allclose(p[0], p[-1]):
        p = p[:-1]
    if not is_simple(p.tolist()):
        raise InputError("The outline crosses or touches itself.", "Give its corners in order, each once.")
    if polygon_area(p) < 0:
        p = p[::-1]
    d = np.roll(p, -1, 0) - p
    longest = int(np.linalg.norm(d, axis=1).argmax())
    turn = math.atan2(d[longest, 1], d[longest, 0])
    turn -= round(turn / (math.pi / 2)) * (math.pi / 2)
    c, s = math.cos(-turn), math.sin(-turn)
    q = p @ np.array([[c, s], [-s, c]])
    d = np.roll(q, -1, 0) - q
    if (np.abs(d).min(1) > 0.02 * np.linalg.norm(d, axis=1) + 1e-6).any():
        raise InputError("The outline has walls that do not meet at right angles.", "Give an outline with right angles only.")
    for k in range(len(q)):  # true right angles
        n = (k + 1) % len(q)
        axis = int(np.abs(q[n] - q[k]).argmin())
        q[n, axis] = q[k, axis] if n else q[n, axis]
    d = np.roll(q, -1, 0) - q
    keep = [k for k in range(len(q)) if abs(d[k - 1, 0] * d[k, 1] - d[k - 1, 1] * d[k, 0]) > 1e-9]
    return Shell.of(inset([tuple(v) for v in q[keep]], -WALL / 2)), turn


def _turned(rooms: tuple[Room, ...], angle: float) -> tuple[Room, ...]:
    if abs(angle) < 1e-9:
        return rooms
    c, s = math.cos(angle), math.sin(angle)
    return tuple(
        replace(r, polygon=tuple((round(c * x - s * y, 4), round(s * x + c * y, 4)) for x, y in r.polygon)) for r in rooms
    )


def _shells(brief: Brief, p: Problem, rng: np.random.Generator) -> list[Shell]:
    """Outlines to try: the stated size, or rectangles (and L shapes) of the area in several proportions."""
    if brief.size is not None:
        w, d = brief.size
        return [Shell.of(_rectangle(w + WALL, d + WALL))] * RUNS
    area = float(p.gross.sum())
    out = []
    for _ in range(RUNS):
        ratio = float(rng.uniform(1.0, 1.65))
        if brief.shape.lower().startswith("l"):
            nx, ny = float(rng.uniform(0.3, 0.5)), float(rng.uniform(0.3, 0.5))
            w = math.sqrt(area * ratio / (1 - nx * ny))
            d = w / ratio
            x, y = w * (1 - nx), d * (1 - ny)
            out.append(Shell.of([(0, 0), (w, 0), (w, y), (x, y), (x, d), (0, d)]))
        else:
            w = math.sqrt(area * ratio)
            out.append(Shell.of(_rectangle(w, area / w)))
    return out


def _rectangle(w: float, d: float) -> list[Vec2]:
    return [(0.0, 0.0), (w, 0.0), (w, d), (0.0, d)]


# --------------------------------------------------------------------------------------------- areas


def _settled(c: Candidate, p: Problem, total: float | None, fixed: bool) -> Candidate:
    """The candidate with its areas brought to the wishes: stated ones exactly, the others by one factor that fills the rest."""
    wish = np.array([w.area for w in p.wishes])
    stated = np.array([w.stated is not None for w in p.wishes])
    free = ~stated
    if p.corridor:
        free[p.hub] = False
    for _ in range(4):
        area = np.maximum(c.measures.area, 0.5)
        hall = float(area[p.hub]) if p.corridor else 0.0
        kept = float(wish[stated & (np.arange(len(wish)) != p.hub if p.corridor else True)].sum())
        goal = float(area.sum()) if fixed else total if total is not None else kept + float(wish[free].sum()) + hall
        target = wish.copy()
        if free.any() and goal - hall - kept > 0.3 * wish[free].sum():
            target[free] *= (goal - hall - kept) / wish[free].sum()
        if p.corridor:
            target[p.hub] = hall
        gross = c.gross * target / area
        shell = c.shell
        if not fixed:
            f = math.sqrt(goal / float(area.sum()))
            shell = Shell(shell.rects * f, tuple(v * f for v in shell.box))  # type: ignore[arg-type]
        c = realise(c.spine, p, shell, gross)
    return c


# --------------------------------------------------------------------------------------------- rooms with openings


def _opened(c: Candidate, p: Problem, brief: Brief, rng: np.random.Generator) -> tuple[float, tuple[Room, ...]] | None:
    """Rooms with doors and windows, and what is wrong with them; None when a room cannot be entered."""
    if c.cost >= NEVER:
        return None
    outlines = [c.cells.polygon(r) for r in range(len(p.wishes))]
    outer = replace(c.cells, labels=np.where(c.cells.labels >= 0, 0, -1)).polygon(0)
    if outer is None or any(o is None for o in outlines):
        return None
    polygons = [inset(o, WALL / 2) for o in outlines if o is not None]
    heights = [float(brief.height or 2.6)] * len(p.wishes)
    opener = Opener(p, polygons, inset(outer, WALL / 2), heights)
    root = _entrance_room(p, opener)
    if root is None:
        return None
    order = [root] + [i for i in range(len(p.wishes)) if i != root]
    daily = _daily_pairs(p, opener)
    wide = {frozenset((int(i), int(j))) for i, j in np.argwhere(p.open > 0)}
    wide |= {frozenset((i, j)) for i, j, share in daily if rng.random() < share}
    needed = tree(p, opener, root)
    joined = {frozenset(d[:2]) for d in needed}
    bad = c.cost
    for a, b, _ in needed:
        into, other = (b, a) if c.measures.area[a] < TINY and b != root else (a, b)
        if not opener.door(into, other, wide=frozenset((a, b)) in wide):
            return None
    extra = _asked_pairs(p) | {frozenset((i, j)) for i, j, _ in daily}
    for pair in sorted(extra - joined, key=sorted):
        a, b = sorted(pair, key=lambda r: -float(c.measures.area[r]))
        bad += 0.0 if opener.door(a, b, wide=pair in wide) else 4.0
    for r in order:
        opener.windows(r, float(c.measures.area[r]), rng)
    bad += 2.0 * opener.clash + SLIVER * sum(_shortest(q) < 0.4 for q in polygons)
    bad -= LEARNED * float(np.clip(prior().score(_abstract(opener, c, p)), -3, 3))
    rooms = tuple(_room(p.wishes[r], polygons[r], heights[r], opener.openings[r]) for r in order)
    return bad, rooms


def _shortest(polygon: Sequence[Vec2]) -> float:
    return min(math.dist(polygon[k - 1], polygon[k]) for k in range(len(polygon)))


def _entrance_room(p: Problem, opener: Opener) -> int | None:
    """The hub, or else the most public room with an outer wall. Its door is cut."""
    order = sorted(range(len(p.wishes)), key=lambda i: (i != p.hub, float(p.private[i]), -p.wishes[i].area))
    return next((r for r in order if opener.entrance(r)), None)


def _asked_pairs(p: Problem) -> set[frozenset[int]]:
    """Rooms that the brief joins."""
    index = {w.key: i for i, w in enumerate(p.wishes)}
    return {frozenset((i, index[k])) for i, w in enumerate(p.wishes) for k in (w.open_to, *w.next_to) if k}


def _daily_pairs(p: Problem, opener: Opener) -> list[tuple[int, int, float]]:
    """Rooms of daily life that adjoin, which people join in any case, and the learned share of those that are one space."""
    out = []
    for i, w in enumerate(p.wishes):
        for j, v in enumerate(p.wishes):
            if (w.type, v.type) in _DAILY and opener.linked(i, j) >= PASSAGE_WALL:
                out.append((i, j, prior().open_share(kind_of(w.type), kind_of(v.type))))
    return out


def _abstract(opener: Opener, c: Candidate, p: Problem) -> Abstract:
    """The plan as the learned network sees it."""
    n = len(p.wishes)
    index = {w.key: i for i, w in enumerate(p.wishes)} | {"outside": n}
    doors, open_, windows = np.zeros((n + 1, n + 1)), np.zeros((n, n)), np.zeros(n)
    for r, openings in enumerate(opener.openings):
        for o in openings:
            if o.kind == "window":
                windows[r] += 1
                continue
            to = index[o.leads_to]
            doors[r, to] = doors[to, r] = 1
            if o.generator == "passage":
                open_[r, to] = open_[to, r] = 1
    return Abstract(tuple(kind_of(w.type) for w in p.wishes), c.measures, doors, open_, windows)


def _room(w: Wish, polygon: Sequence[Vec2], height: float, openings: Sequence[Opening]) -> Room:
    count = {"door": 0, "window": 0}
    named = []
    for o in openings:
        count[o.kind] += 1
        named.append(replace(o, id=f"{w.key}/{o.kind}_{count[o.kind]}"))
    return Room(w.key, w.type, w.label or ROOMS[w.type].label, tuple(polygon), height, wall_thickness=WALL, openings=tuple(named))


def areas_of(rooms: Sequence[Room]) -> Floats:
    """Floor areas, m2."""
    return np.array([polygon_area(r.polygon) for r in rooms])
