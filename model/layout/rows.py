"""Things that stand in numbers: school desks in rows, office desks back to back, café tables, shop aisles, machines along a wall.

`fill` gives public rooms their usual number of them; `place` lays out any set of like groups, asked for or not, as one field:
a grid that is square to the room, with handbook aisles, where it holds the most.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..catalogue import category, is_a
from ..geometry import Bools, Floats, directions, rectangles_gap
from .groups import Group
from .program import Program, Tie
from .state import WALL_GAP, Patch, Wall, extent, moved

if TYPE_CHECKING:
    from .furnish import Placer

FEWEST = 4  # like groups that make a field
PASSAGE = 0.75  # metres left beside a field where the room is wide enough
BEHIND = 0.3  # metres between chairs of the outer tables and the walls
AISLE = 0.9  # metres kept free before goods
CROWDED = 0.35  # how far a field may reach into what others need in front of them
TIGHTEST = 1.4  # times as dense as usual at the most
FRONT = 2.0  # metres from the first row to what it looks at
OFFSETS = (0.5, 0.0, 1.0, 0.25, 0.75)
BACKS = 0.03


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a kind stands in numbers. Distances are clear gaps in metres between neighbours and between rows."""

    anchor: str
    rooms: tuple[str, ...]
    share: float  # m2 of floor for each
    most: int
    beside: float
    aisle: float
    paired: bool = False  # rows stand back to back
    wall: bool = False  # along the walls rather than in the room
    seat: str = ""
    seats: int = 0
    how: str = "in_front_of"
    ahead: float = 0.0  # metres between the first row and the wall it looks at
    ends: float = WALL_GAP  # metres between a line and the corners
    turned: float = 0.0  # metres from the wall that a line faces; 0 where it has its back to it
    instead: tuple[str, ...] = ()  # single pieces of a room's usual furniture that these replace


PATTERNS: tuple[Pattern, ...] = (
    Pattern("school_desk", ("classroom",), 2.5, 30, 0.55, 0.55, seat="chair", seats=1, ahead=2.0,
            instead=("chair",)),
    Pattern("desk", ("open_office",), 6.0, 24, 0.03, 1.2, True, seat="office_chair", seats=1, instead=("desk", "office_chair")),
    Pattern("cafe_table", ("cafe",), 4.6, 14, 0.6, 0.7, seat="chair", seats=2, how="around", instead=("table", "chair")),
    Pattern("dining_table", ("restaurant",), 7.5, 14, 0.7, 0.9, seat="dining_chair", seats=4, how="around",
            instead=("dining_table", "chair")),
    Pattern("bar_table", ("bar",), 8.0, 8, 0.8, 0.9, seat="bar_stool", seats=3, how="around"),
    Pattern("shelf", ("shop", "pharmacy"), 3.4, 24, 0.02, 1.2, True, instead=("shelf",)),
    Pattern("bookshelf", ("bookstore",), 2.8, 24, 0.02, 1.2, True, instead=("bookshelf",)),
    Pattern("bookshelf", ("library",), 3.6, 16, 0.02, 1.2, wall=True, instead=("bookshelf",)),
    Pattern("treadmill", ("gym",), 13.0, 6, 0.5, 1.0, instead=("treadmill",)),
    Pattern("exercise_bike", ("gym",), 16.0, 6, 0.6, 1.0, instead=("exercise_bike",)),
    Pattern("washing_machine", ("laundromat",), 4.0, 12, 0.02, 1.5, wall=True, instead=("washing_machine",)),
    Pattern("dryer", ("laundromat",), 6.0, 8, 0.02, 1.5, wall=True, instead=("dryer",)),
    Pattern("server_rack", ("server_room",), 2.8, 16, 0.01, 1.2, instead=("server_rack",)),
    Pattern("barber_chair", ("salon",), 7.0, 6, 0.8, 1.2, wall=True, ends=0.5, turned=0.75, instead=("barber_chair",)),
    Pattern("lab_bench", ("lab",), 8.0, 8, 0.03, 1.4, True, seat="stool", seats=2, instead=("lab_bench", "stool")),
    Pattern("hospital_bed", ("clinic_room",), 10.0, 4, 1.3, 1.5, wall=True, ends=0.9, instead=("hospital_bed",)),
    Pattern("waiting_chair", ("reception",), 4.5, 8, 0.03, 0.9, wall=True, instead=("waiting_chair",)),
    Pattern("display_stand", ("shop", "bookstore", "pharmacy"), 15.0, 4, 0.9, 1.1),
    Pattern("pedestal", ("art_gallery",), 13.0, 6, 1.6, 1.7),
    Pattern("shelving_unit", ("garage", "basement"), 9.0, 4, 0.02, 1.0, wall=True, instead=("shelving_unit",)),
    Pattern("weight_bench", ("gym", "home_gym"), 20.0, 3, 0.8, 1.0),
    Pattern("sun_lounger", ("spa",), 9.0, 3, 0.7, 1.0),
    Pattern("open_wardrobe", ("walk_in_closet",), 2.4, 6, 0.02, 1.0, wall=True, instead=("wardrobe",)),
)  # fmt: skip
USUAL = Pattern("", (), 0.0, 0, 0.5, 0.7)
SHOULDERED = (
    "shelf",
    "cabinet",
    "locker",
    "washing_machine",
    "dryer",
    "server_rack",
    "wardrobe",
    "refrigerator",
    "vending_machine",
)


def fill(program: Program, room_type: str, area: float, density: float) -> None:
    """The usual number of what the room has in rows, unless the prompt says itself what of it there is."""
    for p in PATTERNS:
        if room_type not in p.rooms or _counted(program, p.anchor):
            continue
        _seat(program, p, area)
        if p.seat and program.forbids(p.seat):
            continue
        kinds = (p.anchor, *p.instead)
        if any(i.required or i.fixed for i in program.of(*kinds)):
            continue
        n = int(min(round(area / p.share * (0.6 + 0.6 * density)), p.most))
        if n < 2 or category(p.anchor).size[0] * category(p.anchor).size[1] * n > 0.5 * area:
            continue
        for item in program.of(*kinds):
            del program.items[item.id]
        first = seat = ""
        for _ in range(n):
            made = program.add(p.anchor, same_as=first)
            first = first or made.id
            for _ in range(p.seats):
                made_seat = program.add(p.seat, [Tie(p.how, (made.id,), required=False)], same_as=seat)
                seat = seat or made_seat.id


def _counted(program: Program, name: str) -> bool:
    """Whether the prompt says how many of a kind there are; the teacher's desk is none of the pupils'."""
    told = [r for r in program.brief.requests if is_a(name, r.category) or is_a(r.category, name)]
    return program.forbids(name) and not (name == "school_desk" and all("teacher" in r.label for r in told))


def _seat(program: Program, p: Pattern, area: float) -> None:
    """Give seats that are asked for in numbers, and belong to nothing, the desks or tables that the room has for them."""
    seats = [i for i in program.of(p.seat) if i.required and not i.fixed and not any(t.targets for t in i.ties)] if p.seat else []
    n = -(-len(seats) // max(p.seats, 1))
    if n < 2 or any(i.required or i.fixed for i in program.of(p.anchor)) or n * p.share > TIGHTEST * area:
        return
    for item in program.of(*p.instead):
        if not item.required:
            del program.items[item.id]
    first = ""
    for k in range(n):
        made = program.add(p.anchor, same_as=first)
        first = first or made.id
        for seat in seats[k * p.seats : (k + 1) * p.seats]:
            seat.ties.append(Tie(p.how, (made.id,), required=False))


# ---------------------------------------------------------------------------------------------- placing


@dataclass(slots=True)
class Field:
    """Like groups to be laid out together, and how."""

    groups: list[Group]
    pattern: Pattern


class Grid(NamedTuple):
    """One way to lay a field out: poses of the slots that fit, in reading order, and how good it is."""

    poses: Floats  # (n, 3)
    worth: float
    look: Floats  # where those who sit there look; zero if they look all ways


def place(placer: Placer, groups: Sequence[Group]) -> Generator[str, None, list[Group]]:
    """Lay out every field among the groups and take its groups out of the list returned at the end."""
    rest = list(groups)
    for f in _fields(placer, rest):
        yield f.groups[0].anchor.category.label
        for g in _lay(placer, f):
            rest.remove(g)
    return rest


def _fields(placer: Placer, groups: Sequence[Group]) -> list[Field]:
    room_type = placer.room.room.type
    alike: dict[tuple[object, ...], list[Group]] = {}
    for g in groups:
        here = any(room_type in p.rooms and is_a(g.anchor.category.name, p.anchor) for p in PATTERNS)
        if all(_free(t, here) for t in g.anchor.ties):
            key = (id(g.anchor.blueprint), *sorted(m.category.name for m, _ in g.members))
            alike.setdefault(key, []).append(g)
    out = []
    for same in alike.values():
        name = same[0].anchor.category.name
        pattern = next((p for p in PATTERNS if room_type in p.rooms and is_a(name, p.anchor)), None)
        fewest = 2 if pattern is not None and pattern.wall else FEWEST
        if len(same) < fewest:
            continue
        if pattern is None:
            tied = any(t.kind == "along_wall" or t.kind == "against_wall" for t in same[0].anchor.ties)
            beside = 0.02 if any(is_a(name, s) for s in SHOULDERED) else USUAL.beside
            pattern = Pattern(name, (), 0.0, 0, beside, USUAL.aisle, wall=tied or category(name).wall >= 0.7)
        out.append(Field(same, pattern))
    out.sort(key=lambda f: -len(f.groups) * float(np.prod(np.subtract(*extent(f.groups[0].patches)[::-1]))))
    return out


def _free(t: Tie, usual: bool) -> bool:
    """Whether a tie of an anchor leaves it free to stand in a field; of customary ties those that are `usual` to the room win."""
    return t.kind in ("along_wall", "against_wall") or (not t.required and (usual or not t.targets))


def _lay(placer: Placer, f: Field) -> list[Group]:
    """Put down as many of a field's groups as its best grid holds, and say which."""
    unit = f.groups[0]
    if f.pattern.wall:
        grids = _lines(placer, unit, f)
    else:
        grids = [g for yaw in _axes(placer) for g in _grids(placer, unit, f, yaw)]
    good = sorted((g for g in grids if len(g.poses)), key=lambda g: -g.worth)
    before = placer.room.navigable()
    for grid in good[:6]:
        poses = grid.poses[: len(f.groups)]
        low = [p for x, y, yaw in poses for p in moved(unit.patches, x, y, yaw) if p.z0 < 2.0]
        if placer.room.navigable(_rects(low)) < min(before, 0.985) - 0.005:
            continue
        for g, (x, y, yaw) in zip(f.groups, poses, strict=False):
            placer.commit(g, float(x), float(y), float(yaw))
            if f.pattern.share and is_a(g.anchor.category.name, "shelf"):
                w, d, _ = g.anchor.blueprint.size  # goods that people stop before: an aisle, not only what a door or drawer needs
                placer.room.access.extend(
                    moved([Patch(0.0, -d / 2 - AISLE / 2, 0.45 * w, AISLE / 2, 0.0, 0.05, 1.7)], float(x), float(y), float(yaw)),
                    g.anchor.id,
                )
        if grid.look.any():
            placer.look = grid.look
        left = f.groups[len(poses) :]
        spare = [g for g in left if not any(m.required for m, _ in g.everyone)]
        return [*f.groups[: len(poses)], *spare]  # what nobody asked for need not stand outside the rows
    return []


def _rects(patches: Sequence[Patch]) -> Iterator[tuple[Floats, Floats, float]]:
    return ((np.array([p.cx, p.cy]), np.array([p.hx, p.hy]), p.yaw) for p in patches)


def _axes(placer: Placer) -> list[float]:
    """The directions of the room's longest wall, which a field is square to."""
    longest = max(placer.room.walls, key=lambda w: w.length)
    return [float(longest.yaw + k * np.pi / 2) for k in range(4)]


def _grids(placer: Placer, unit: Group, f: Field, yaw: float) -> Iterator[Grid]:
    """Grids for one direction: all numbers of columns that the room allows, at several places along the rows' depth."""
    p, n = f.pattern, len(f.groups)
    lo, hi = extent(unit.patches)
    w, d = hi - lo
    ux, uy = directions(yaw)
    pts = np.stack([placer.room.polygon @ ux, placer.room.polygon @ uy], -1)
    margin = BEHIND if p.seats and (p.how == "around" or p.ahead) else WALL_GAP
    a, b = pts.min(0) + margin, pts.max(0) - margin
    b[1] = max(b[1] - p.ahead, a[1] + d)
    if p.paired and not p.seats:  # goods face the walls too
        inset = float(np.clip((b[1] - a[1] - d) / 2, 0.0, AISLE))
        a[1], b[1] = a[1] + inset, b[1] - inset
    across = int((b[0] - a[0] + p.beside) // (w + p.beside))
    step = [d + p.aisle] if not p.paired else [d + BACKS, d + p.aisle]
    if across < 1 or b[1] - a[1] < d:
        return
    deep = 1
    while deep < n and sum(step[k % len(step)] for k in range(deep)) + d <= b[1] - a[1] + 1e-9:
        deep += 1
    fewest = max(int(np.ceil(n / deep)), 1)
    ahead = _open_wall(placer, uy)
    for cols in range(min(fewest, across), min(across, n) + 1):
        rows = min(int(np.ceil(n / cols)), deep)
        wide = np.full(cols, w + p.beside)
        long = np.array([step[k % len(step)] for k in range(rows)])
        slack = b - a - (wide[:-1].sum() + w, long[:-1].sum() + d)
        if p.beside >= 0.3 and cols > 1:  # spread into a room that has space
            wide += np.clip((slack[0] - 2 * PASSAGE) / (cols - 1), 0.0, 0.4)
        aisles = max(sum(s > d + BACKS for s in long[:-1]), 1)
        long[long > d + BACKS] += np.clip((slack[1] - PASSAGE) / aisles, 0.0, 0.6 * p.aisle)
        slack = np.maximum(b - a - (wide[:-1].sum() + w, long[:-1].sum() + d), 0.0)
        for ox in (0.5, 0.0, 1.0):
            for oy in OFFSETS:
                grid = _grid(placer, unit, f, yaw, a + slack * (ox, oy), wide, long)
                front = min(float(slack[1]) * (1.0 - oy) + p.ahead, FRONT) / FRONT * (not p.paired)
                passage = min(float(slack[0]), 2 * PASSAGE) / (2 * PASSAGE)
                looks = 3.0 * passage + 1.5 * (ox == 0.5) + 2.0 * front * ahead + 4.0 * ahead * (not p.paired)
                yield grid._replace(worth=grid.worth + looks - 0.4 * abs(cols - 1.4 * rows))


def _open_wall(placer: Placer, ahead: Floats) -> float:
    """How much of the wall that lies ahead is free of doors and windows: something to look at. 0 to 1"""
    walls = [w for w in placer.room.walls if w.normal @ ahead < -0.98]
    taken = sum(o.width for o in placer.room.room.openings for w in walls if o.wall == w.index)
    return 1.0 - taken / max(sum(w.length for w in walls), 1e-6) if walls else 0.0


def _grid(placer: Placer, unit: Group, f: Field, yaw: float, start: Floats, wide: Floats, long: Floats) -> Grid:
    """The slots of one grid that fit: columns `wide` apart, rows `long` apart, from a corner in the field's own axes."""
    p, n, cols, rows = f.pattern, len(f.groups), len(wide), len(long)
    lo, hi = extent(unit.patches)
    ux, uy = directions(yaw)
    poses = []
    for r in range(rows):
        y = float(start[1]) + float(long[:r].sum())
        flipped = p.paired and r % 2 == 1
        for c in range(cols):
            x = float(start[0]) + float(wide[:c].sum())
            local = (x - lo[0], y - lo[1]) if not flipped else (x + hi[0], y + hi[1])
            at = local[0] * ux + local[1] * uy
            poses.append((at[0], at[1], yaw + (np.pi if flipped else 0.0)))
    arr = np.array(poses)
    fits = placer.room.fits(unit.outlines, arr[:, 0], arr[:, 1], arr[:, 2])  # boxes will do, and are few
    fits &= placer.room.crowding(unit.outlines, arr[:, 0], arr[:, 1], arr[:, 2]) < CROWDED
    whole = float(fits.reshape(rows, cols).all(1).mean())  # full rows look better than holes
    kept = arr[fits][::-1][:n] if not p.paired else arr[fits][:n]  # from the front, where that means something
    return Grid(kept, 10.0 * len(kept) + 3.0 * whole + 0.3 * float(placer.rng.random()), np.zeros(2) if p.paired else uy)


def _lines(placer: Placer, unit: Group, f: Field) -> list[Grid]:
    """Runs along the walls: from each corner and centred, the longest first, wall after wall until all have a place."""
    lo, hi = extent(unit.patches)
    pitch = float(hi[0] - lo[0]) + f.pattern.beside
    runs: list[Floats] = []
    for wall in placer.room.walls:
        s0, s1 = hi[0] + f.pattern.ends, wall.length + lo[0] - f.pattern.ends
        if s1 < s0:
            continue
        best = np.zeros((0, 3))
        count = int((s1 - s0) // pitch) + 1
        spare = (s1 - s0) - (count - 1) * pitch
        for start in (s0, s0 + spare, s0 + spare / 2):
            s = start + np.arange(count) * pitch
            turned = f.pattern.turned
            at = wall.start + s[:, None] * wall.along + (turned - lo[1] if turned else hi[1] + WALL_GAP) * wall.normal
            poses = np.column_stack([at, np.full(count, wall.yaw + np.pi * (turned > 0))])
            fits = placer.room.fits(unit.patches, poses[:, 0], poses[:, 1], poses[:, 2])
            run = poses[_longest(fits & ~_before_opening(placer, wall, s) if turned else fits)]
            if len(run) > len(best):
                best = run
        if len(best):
            runs.append(best)
    runs.sort(key=lambda r: -len(r))
    joined: list[Floats] = []
    (cx, cy), (hx, hy) = (lo + hi) / 2, (hi - lo) / 2
    box = [Patch(float(cx), float(cy), float(hx), float(hy), 0.0, 0.0, 1.0)]
    for run in runs:  # runs that meet in a corner must not overlap there
        for pose in run:
            if all(_apart(box, pose, other) for other in joined):
                joined.append(pose)
    return [Grid(np.array(joined).reshape(-1, 3), float(len(joined)), np.zeros(2))]


def _before_opening(placer: Placer, wall: Wall, s: Floats) -> Bools:
    """Which places along a wall have a door or window before them, where a mirror or screen cannot hang. (n,)"""
    out = np.zeros(len(s), bool)
    for o in placer.room.room.openings:
        if o.wall == wall.index:
            out |= np.abs(s - o.offset - o.width / 2) < o.width / 2 + 0.5
    return out


def _apart(box: list[Patch], a: Floats, b: Floats) -> bool:
    """Whether units at two poses stay clear of each other."""
    if np.hypot(*(a[:2] - b[:2])) > 2 * np.hypot(box[0].hx + abs(box[0].cx), box[0].hy + abs(box[0].cy)):
        return True
    pa, pb = moved(box, *a)[0], moved(box, *b)[0]
    gap = rectangles_gap((pa.cx, pa.cy), (pa.hx, pa.hy), pa.yaw, (pb.cx, pb.cy), (pb.hx, pb.hy), pb.yaw)
    return bool(gap > 0.01)


def _longest(fits: Bools) -> slice:
    """The longest run of true values."""
    best, start = slice(0, 0), 0
    for k in range(len(fits) + 1):
        if k == len(fits) or not fits[k]:
            if k - start > best.stop - best.start:
                best = slice(start, k)
            start = k + 1
    return best
