"""Kitchen fronts: fridge, sink, stove and the worktop between them as one run along a wall or round a corner.

`place` tries every wall and corner with the run both ways round and from rich to poor, makes the counters as wide as the wall
allows, and keeps what a kitchen planner would: landing space at sink and stove, the fridge at an end, the sink at a window, the
stove where a hood can hang, a work triangle of 3.6 to 7.9 m. An island is put before the run, its stools on the far side.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..assets import Blueprint
from ..geometry import Floats, directions
from .groups import Group, access_patches
from .program import Item
from .relations import plateau
from .state import GAP, WALL_GAP, Wall, moved, opening_span, patches_of

if TYPE_CHECKING:
    from .furnish import Placer

STEP = GAP + 0.001  # metres between two fronts
COUNTER = "kitchen_counter"
# From rich to poor: what stands in a run, from the fridge's end on; a slash is where it may turn a corner.
RUNS: tuple[tuple[str, ...], ...] = (
    ("refrigerator", COUNTER, "sink", "dishwasher", COUNTER, "stove", COUNTER),
    ("refrigerator", COUNTER, "sink", "dishwasher", COUNTER, "/", COUNTER, "stove", COUNTER),
    ("refrigerator", COUNTER, "/", COUNTER, "sink", "dishwasher", COUNTER, "stove", COUNTER),
    ("refrigerator", COUNTER, "stove", COUNTER, "/", COUNTER, "sink", "dishwasher", COUNTER),
    ("refrigerator", "sink", "dishwasher", COUNTER, "stove", COUNTER),
    ("refrigerator", "sink", "dishwasher", COUNTER, "stove"),
)
LANDING = (0.4, 1.2)  # metres a counter in a run may be wide
BETWEEN = (0.5, 1.2)  # between sink and stove
CORNER = 0.32  # what a counter in a corner is to have beyond the depth of the other leg
HOOD = 0.5  # metres from a stove's middle to the nearest glass, so that a hood can hang over it
WORKTOP = 3.0  # metres of counter that a kitchen is glad of
TRIANGLE, LEG = (3.6, 7.9), (1.2, 2.7)
TRIED = 12  # of the best runs, until one keeps what was asked for
ISLAND = (1.1, 1.0, 1.2, 1.3)  # metres between an island and the fronts


class Leg(NamedTuple):
    """A straight part of a run: its wall, whether it goes along or against it, and the corner it keeps to, if any."""

    wall: Wall
    sign: int
    start: float  # where it begins along the wall
    room: float  # how far it may go


class Piece(NamedTuple):
    """A thing of a run: the item, the make that fits and its pose."""

    item: Item
    made: Blueprint
    x: float
    y: float
    yaw: float


class Run(NamedTuple):
    """The pieces of a run in order, and how good it is."""

    pieces: tuple[Piece, ...]
    worth: float


def place(placer: Placer, groups: Sequence[Group]) -> Generator[str, None, list[Group]]:
    """Lay out the kitchen's front and its island; returns the groups that remain to be placed."""
    members = _members(placer, groups)
    if len(members) < 3 or "sink" not in members or "stove" not in members:
        return list(groups)
    yield members["sink"][0].category.label
    front = _best(placer, members)
    if front is None:
        return list(groups)
    rest = _without(placer, groups)
    for group in list(rest):
        if group.anchor.category.name == "kitchen_island" and _set_island(placer, group, front):
            rest.remove(group)
    return rest


def _members(placer: Placer, groups: Sequence[Group]) -> dict[str, list[Item]]:
    """What can stand in the run, by kind: one of each, and the counters."""
    out: dict[str, list[Item]] = {}
    for item in (m for g in groups for m, _ in g.everyone):
        name = item.category.name
        if any(name in r for r in RUNS) and (name == COUNTER or name not in out):
            out.setdefault(name, []).append(item)
    return out


def _without(placer: Placer, groups: Sequence[Group]) -> list[Group]:
    """The groups without what stands now; counters that nobody asked for and the run has no place for are left out."""
    out = []
    for g in groups:
        left = [i for i, _ in g.everyone if i.id not in placer.room.things and (i.required or i.category.name != COUNTER)]
        if len(left) == len(g.everyone):
            out.append(g)
        else:
            out += [Group(i) for i in left]
    return out


# ---------------------------------------------------------------------------------------------- choosing


def _best(placer: Placer, members: dict[str, list[Item]]) -> Run | None:
    """Put down the best run that fits and breaks nothing that was asked for; None if none does."""
    runs = sorted(_runs(placer, members), key=lambda r: -r.worth)[:TRIED]
    bare = placer.room.snapshot()
    before, usual = placer.room.navigable(), _broken(placer)
    for run in runs:
        for item, made, x, y, yaw in run.pieces:
            item.blueprint = made
            placer.commit(Group(item), x, y, yaw)
        if _broken(placer) <= usual and placer.room.navigable() > min(before, 0.985) - 0.005:
            return run
        placer.room.restore(bare)
        for item, *_ in run.pieces:
            placer.units.pop(item.id, None)
    return None


def _broken(placer: Placer) -> int:
    """How many stated ties fail that can be judged by now: a hood comes only when its stove stands."""
    things = placer.room.things
    return sum(bool(t.architecture) or any(i in things for i in t.targets) for _, t in placer.wishes.broken("floor"))


def _runs(placer: Placer, members: dict[str, list[Item]]) -> Iterator[Run]:
    """All runs that fit, with what they are worth."""
    extra: list[Item] = []
    asked = [i for i in members.get(COUNTER, ()) if i.required]
    for names in RUNS:
        row = [n for n in names if n in members or n in (COUNTER, "/")]
        wanted = row.count(COUNTER)
        if len(asked) > wanted:
            continue
        spare = [i for i in members.get(COUNTER, ()) if not i.required]
        while len(asked) + len(spare) + len(extra) < wanted and not placer.program.forbids(COUNTER):
            extra.append(placer.program.add(COUNTER, support="floor"))
        counters = [*asked, *spare, *extra][:wanted]
        for legs in _legs(placer, "/" in row):
            run = _fitted(placer, row, counters, members, legs)
            if run is not None:
                yield run


def _legs(placer: Placer, corner: bool) -> Iterator[list[Leg]]:
    """Straight runs from either end of each wall and from its middle; or two legs that meet in a corner."""
    walls = placer.room.walls
    for w in walls:
        if corner:
            other = walls[(w.index + 1) % len(walls)]
            if float(w.normal @ other.along) < 0.99:  # not a right inner corner
                continue
            yield [Leg(w, -1, w.length - WALL_GAP, w.length), Leg(other, 1, WALL_GAP, other.length)]
            yield [Leg(other, 1, WALL_GAP, other.length), Leg(w, -1, w.length - WALL_GAP, w.length)]
        else:
            for start in (WALL_GAP, 0.5, 1.0):
                yield [Leg(w, 1, start, w.length - start - WALL_GAP)]
                yield [Leg(w, -1, w.length - start, w.length - start - WALL_GAP)]


def _fitted(
    placer: Placer, row: Sequence[str], counters: Sequence[Item], members: dict[str, list[Item]], legs: Sequence[Leg]
) -> Run | None:
    """The run on these legs with counters of the right width, if all of it fits."""
    parts = _parts(row)
    stock = iter(counters)
    pieces: list[Piece] = []
    depth = max(i.blueprint.size[1] for same in members.values() for i in same)
    for k, (part, leg) in enumerate(zip(parts, legs, strict=True)):
        known = [i for i in (next(stock, None) if n == COUNTER else members[n][0] for n in part) if i is not None]
        if k < len(parts) - 1:  # the first leg is written towards the corner, and laid out from it
            known.reverse()
        corner = depth if len(parts) > 1 else 0.0
        laid = _laid(placer, known, leg, (corner + STEP) * k, corner * (k == 0))
        if laid is None:
            return None
        pieces += laid[::-1] if corner and k == 0 else laid
    return Run(tuple(pieces), _worth(placer, pieces, legs))


def _parts(row: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for n in row:
        if n == "/":
            parts.append([])
        else:
            parts[-1].append(n)
    return parts


def _laid(placer: Placer, items: Sequence[Item], leg: Leg, offset: float, dead: float) -> list[Piece] | None:
    """Items along a leg from its start on, counters as wide as there is room; None if they do not fit.

    `dead` is what the first counter needs for the corner.
    """
    free = leg.room - offset - STEP * (len(items) - 1)
    low, high = np.array([_width(items, k, dead) for k in range(len(items))]).T
    spare, growth = free - float(low.sum()), float((high - low).sum())
    if spare < 0 or (dead and (items[0].category.name != COUNTER or low[0] < dead + 0.2)):
        return None
    widths = low + (high - low) * (min(spare / growth, 1.0) if growth > 0 else 0.0)
    widths = np.where(high > low, np.floor(100 * widths) / 100, low)
    s, out = leg.start + leg.sign * offset, []
    for i, wide in zip(items, widths.tolist(), strict=True):
        made = i.blueprint if abs(wide - i.blueprint.size[0]) < 0.005 else _resized(placer, i.blueprint, wide)
        at = leg.wall.start + (s + leg.sign * wide / 2) * leg.wall.along + (made.size[1] / 2 + WALL_GAP) * leg.wall.normal
        x, y, yaw = float(at[0]), float(at[1]), leg.wall.yaw
        if not placer.room.fits(patches_of(made), np.array([x]), np.array([y]), np.array([yaw]))[0]:
            return None
        out.append(Piece(i, made, x, y, yaw))
        s += leg.sign * (wide + STEP)
    return out


def _width(items: Sequence[Item], k: int, dead: float) -> tuple[float, float]:
    """Least and greatest width of an item in its leg: counters that nobody asked for are made to measure."""
    item = items[k]
    if item.category.name != COUNTER or item.required:
        return item.blueprint.size[0], item.blueprint.size[0]
    if dead and k == 0:
        return dead + CORNER, dead + 0.8
    beside = {items[j].category.name for j in (k - 1, k + 1) if 0 <= j < len(items)}
    return BETWEEN if len(beside) == 2 and beside <= {"sink", "stove", "dishwasher"} else LANDING


def _resized(placer: Placer, made: Blueprint, width: float) -> Blueprint:
    return placer.program.library.blueprint(made.generator, {**made.params, "width": width})


# ---------------------------------------------------------------------------------------------- worth


def _worth(placer: Placer, pieces: Sequence[Piece], legs: Sequence[Leg]) -> float:
    """What a kitchen planner would say of a run."""
    room = placer.room
    at = {i.category.name: np.array([x, y]) for i, _, x, y, _ in pieces}
    worktop = sum(made.size[0] for i, made, *_ in pieces if i.category.name == COUNTER)
    worth = 2.0 * min(worktop, WORKTOP) + (3.0 if "refrigerator" in at else 0.0) + 0.5 * len(pieces)
    worth += 2.0 * _at_window(placer, at["sink"], 0.0) - 6.0 * _at_window(placer, at["stove"], HOOD)
    worth += _landing(pieces) - sum(abs(leg.start - WALL_GAP) > 0.3 and abs(leg.wall.length - leg.start) > 0.3 for leg in legs)
    if "refrigerator" in at:
        corners = [at["sink"], at["stove"], at["refrigerator"], at["sink"]]
        sides = np.array([float(np.linalg.norm(b - a)) for a, b in pairwise(corners)])
        worth += 2.0 * float(plateau(sides.sum(), *TRIANGLE)) + float(plateau(sides, *LEG).sum())
    for item, _, x, y, yaw in pieces:
        pose = np.array([x]), np.array([y]), np.array([yaw])
        worth -= 3.0 * float(room.blocked_share(access_patches(item), *pose)[0])
        worth -= 2.0 * float(room.crowding(patches_of(item.blueprint), *pose)[0])
    return worth + 0.6 * float(placer.rng.gumbel())


def _landing(pieces: Sequence[Piece]) -> float:
    """Worktop beside sink and stove: a point for each side of the stove, one for the sink."""
    names = [p.item.category.name for p in pieces]
    beside = {n: [names[k + d] for d in (-1, 1) if 0 <= k + d < len(names)] for k, n in enumerate(names)}
    return 1.5 * beside["stove"].count(COUNTER) + 1.0 * (COUNTER in beside["sink"])


def _at_window(placer: Placer, at: Floats, margin: float) -> float:
    """1 for a place before a window or within a margin of it."""
    for o in placer.room.room.openings:
        a, b, w = opening_span(placer.room.room, o, placer.room.walls)
        s = float((at - a) @ w.along)
        near = o.kind == "window" and abs(float((at - a) @ w.normal)) < 0.6
        if near and -margin < s < float(np.linalg.norm(b - a)) + margin:
            return 1.0
    return 0.0


def _set_island(placer: Placer, group: Group, run: Run) -> bool:
    """An island before the longest leg, parallel to it, with its back to the cook."""
    if any(t.architecture or t.required for t in group.anchor.ties):
        return False
    yaws = np.array([yaw for *_, yaw in run.pieces])
    wide = np.array([made.size[0] for _, made, *_ in run.pieces])
    yaw = max(sorted(set(yaws)), key=lambda v: float(wide[yaws == v].sum()))
    line = np.array([(x, y) for _, _, x, y, t in run.pieces if t == yaw])
    ux, uy = directions(yaw)
    across = line @ ux
    depth = max(made.size[1] for _, made, _, _, t in run.pieces if t == yaw)
    for aisle in ISLAND:
        for s in (0.5, 0.35, 0.65, 0.2, 0.8):
            along = float(across.min() + s * np.ptp(across))
            out = float((line @ uy).mean()) - depth / 2 - aisle - group.anchor.blueprint.size[1] / 2
            x, y = along * ux + out * uy
            pose = np.array([x]), np.array([y]), np.array([yaw])
            low = [p for p in moved(group.patches, float(x), float(y), float(yaw)) if p.z0 < 2.0]
            walk = placer.room.navigable([(np.array([p.cx, p.cy]), np.array([p.hx, p.hy]), p.yaw) for p in low])
            if placer.room.fits(group.patches, *pose)[0] and walk > 0.98:
                placer.commit(group, float(x), float(y), float(yaw))
                return True
    return False
