"""Functional groups of work and public rooms: blocks of desks and tables, counters, stacks and aisles, stations, machines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .home import chairs_at
from .kit import PI, Kit, box, turned
from .pieces import GAP, Group, Patch, Piece


def block_hull(pieces: Sequence[Piece], pad: float = 0.0) -> list[Patch]:
    """One box around all standing pieces, for blocks between whose parts nothing else shall stand."""
    standing = [p for p in pieces if p.support == "floor" and not p.flat]
    xs = [p.x + s * (abs(np.cos(p.yaw)) * p.w + abs(np.sin(p.yaw)) * p.d) / 2 for p in standing for s in (-1, 1)]
    ys = [p.y + s * (abs(np.sin(p.yaw)) * p.w + abs(np.cos(p.yaw)) * p.d) / 2 for p in standing for s in (-1, 1)]
    return [box(min(xs) - pad, max(xs) + pad, min(ys) - pad, max(ys) + pad, max(p.h for p in standing))]


def classroom(k: Kit) -> Group:
    """Board and teacher's desk on one wall, rows of pupils' desks that face it, the first 2 m from the board."""
    axis = "y" if k.depth >= k.width else "x"
    deep, wide = (k.depth, k.width) if axis == "y" else (k.width, k.depth)
    board_name = k.pick("chalkboard", "whiteboard")
    board = k.hung(board_name, 0.0, 1.5)
    out = [board]
    t = k.size("desk")
    cw, cd, ch = k.size("office_chair")
    side = k.pick(-1, 1) * min(wide / 2 - t[0] / 2 - 0.9, board.w / 2 + 0.2)
    out.append(k.at("office_chair", side, -0.45 - cd / 2, 0.0, (cw, cd, ch)))
    out.append(k.at("desk", side, -0.5 - cd - t[1] / 2, PI, t))
    d, c = k.size("school_desk"), k.size("chair", h=0.8)
    pitch_x, pitch_y = d[0] + k.between(0.5, 0.65), d[1] + c[1] + k.between(0.45, 0.6)
    first = -max(2.0, 0.6 + cd + t[1] + 0.75)
    columns = int(np.clip((wide - 1.2 + 0.55) // pitch_x, 2, 7))
    rows = int(np.clip((deep + first - 0.8 + 0.4) // pitch_y, 1, 6))
    if k.density < 0.85:
        rows = max(rows - 1, 1)
    for r in range(rows):
        for col in range(columns):
            x, y = (col - (columns - 1) / 2) * pitch_x, first - d[1] / 2 - r * pitch_y
            # a pupil looks at the board: the desk's user side is away from it
            out.append(k.at("school_desk", x, y, 0.0, d))
            out.append(k.at("chair", x, y - d[1] / 2 - 0.04 - c[1] / 2, PI, c))
    bw = columns * pitch_x - (pitch_x - d[0])
    last = first - (rows - 1) * pitch_y - d[1] - 0.04 - c[1]
    hull = [
        Patch(board.x, board.y, board.w / 2, board.d / 2, 0.0, board.z, board.z + board.h),
        box(side - t[0] / 2, side + t[0] / 2, -0.5 - cd - t[1], -0.45),
        box(-bw / 2, bw / 2, last, first, 0.9),
    ]
    zones = [box(-bw / 2 - 0.55, bw / 2 + 0.55, last - 0.6, -0.02)]
    g = Group("class", out, "wall", True, axis, zones, hull, middle=1.5, off_door=0.0)
    g.own_zones = False
    return g


def desk_cluster(k: Kit, columns: int, name: str, both: bool = True) -> Group:
    """Desks side by side and back to back, 1.4 m each, a chair at every one."""
    d = k.size("desk", w=k.between(1.3, 1.5), d=k.between(0.65, 0.75))
    c = k.size("office_chair")
    out: list[Piece] = []
    screens: list[Piece] = []
    for side in (-1, 1) if both else (-1,):
        yaw = 0.0 if side < 0 else PI
        for i in range(columns):
            x = (i - (columns - 1) / 2) * (d[0] + 0.01)
            p = k.at("desk", x, side * (d[1] / 2 + 0.01), yaw, d)
            out.append(p)
            if k.chance(0.8):
                screens.append(k.on(len(out) - 1, p, "monitor", 0.0, 0.5))
            out.append(k.at("office_chair", x, side * (d[1] + 0.05 + k.between(0.0, 0.08) + c[1] / 2), yaw + PI, c))
    w = columns * d[0]
    ends = [
        box(-w / 2, w / 2, s * (d[1] + c[1] + 0.35) - 0.35, s * (d[1] + c[1] + 0.35) + 0.35) for s in ((-1, 1) if both else (-1,))
    ]
    return Group(name, out + screens, "free", zones=ends, hull=block_hull(out), own_zones=False)


def offices(k: Kit) -> list[Group]:
    """As many clusters of desks as the floor takes, all along one axis."""
    axis = "y" if k.width >= k.depth else "x"
    n = max(1, round(k.area * 0.75 * min(k.density, 1.1) / 12.5))
    out = []
    for i in range(n):
        g = desk_cluster(k, 2 if k.rng.random() < 0.7 else 3, f"desks_{i}")
        g.axis, g.required = axis, i == 0
        out.append(g)
    return out


def conference(k: Kit) -> Group:
    """A long table with 0.7 m a seat in the room's middle, a screen or board at its end."""
    long = max(k.width, k.depth)
    short = min(k.width, k.depth)
    w = float(np.clip(long - 2.6, 1.8, 4.2))
    t = k.size("conference_table", w=w, d=float(np.clip(short - 2.9, 0.9, 1.4)))
    table = k.at("conference_table", 0.0, 0.0, 0.0, t)
    seats = 2 * int(w / 0.75) + 2
    chairs, zones = chairs_at(k, table, seats, k.pick("office_chair", "guest_chair", "office_chair"), 0.04)
    g = Group("conference", [table, *chairs, k.overhead("pendant_light", 0.0, 0.0, 1.7)], "centre", True, zones=zones)
    g.axis = "y" if k.width >= k.depth else "x"
    g.own_zones = False
    return g


def cafe_table(k: Kit, name: str, seats: int, table: str = "cafe_table", chair: str = "chair") -> Group:
    """A small table with two to six chairs."""
    side = k.between(0.68, 0.8) if seats <= 2 else k.between(0.8, 0.9)
    if table == "cafe_table":
        size = k.size(table, w=side, d=side)
    else:
        size = k.size(table, w=max(0.65 * ((seats + 1) // 2), 0.8), d=0.8)
    t = k.at(table, 0.0, 0.0, 0.0, size)
    if seats == 2:
        c = k.size(chair)
        chairs = [
            k.at(chair, 0.0, size[1] / 2 + 0.03 + c[1] / 2, 0.0, c),
            k.at(chair, 0.0, -size[1] / 2 - 0.03 - c[1] / 2, PI, c),
        ]
        zones = [
            box(-c[0] / 2, c[0] / 2, s * (size[1] / 2 + c[1] + 0.25) - 0.2, s * (size[1] / 2 + c[1] + 0.25) + 0.2)
            for s in (-1, 1)
        ]
    else:
        chairs, zones = chairs_at(k, t, seats, chair)
    out = [t, *chairs]
    return Group(name, out, "free", zones=zones, hull=block_hull(out), own_zones=False)


def table_grid(k: Kit, columns: int, rows: int, seats: Sequence[int], table: str, chair: str, aisle: float = 0.55) -> Group:
    """Tables in rows and columns with aisles between."""
    cells = [cafe_table(k, "", int(k.pick(*seats)), table, chair) for _ in range(columns * rows)]
    wide = max(float(np.ptp([e[0] for e in c.extent()])) for c in cells)
    deep = max(float(np.ptp([e[1] for e in c.extent()])) for c in cells)
    out: list[Piece] = []
    for i, cell in enumerate(cells):
        x = (i % columns - (columns - 1) / 2) * (wide + aisle)
        y = (i // columns - (rows - 1) / 2) * (deep + aisle + 0.15)
        out += [turned(p, x, y, 0.0) for p in cell.pieces]
    g = Group("tables", out, "free", True, hull=block_hull(out), own_zones=False)
    lo, hi = g.extent()
    g.zones = [box(lo[0] - 0.45, hi[0] + 0.45, lo[1] - 0.45, hi[1] + 0.45)]
    return g


def tables(k: Kit, share: float, seats: Sequence[int], table: str, chair: str) -> list[Group]:
    """Single tables over a share of the floor, or a block of them in rows."""
    if k.rng.random() < 0.5:
        seats = (int(k.pick(*[n for n in seats if n <= 4])),)
        cell = cafe_table(k, "", max(seats), table, chair).extent()
        w, d = (float(v) + 0.55 for v in cell[1] - cell[0])
        along = k.rng.random() < 0.5
        room = (k.width - 1.7, k.depth - 1.7) if along else (k.depth - 1.7, k.width - 1.7)
        # the block takes the share of the longer side; the rest is left to counters and ways
        cut = [float(np.clip(share * 1.35 * min(k.density, 1.1), 0.6, 1.0)) if v == max(room) else 1.0 for v in room]
        columns, rows = (int(max((room[i] * cut[i] + 0.55) // s, 1)) for i, s in enumerate((w, d + 0.15)))
        g = table_grid(k, min(columns, 5), min(rows, 5), seats, table, chair)
        g.axis = "y" if along else "x"
        return [g]
    n = max(2, int(k.area * share * min(k.density, 1.15) / 4.2))
    out = []
    for i in range(n):
        g = cafe_table(k, f"table_{i}", int(k.pick(*seats)), table, chair)
        g.required = i < 2
        g.axis = "y" if i % 2 else ""
        out.append(g)
    return out


def counter(
    k: Kit, name: str, width: float, shelf: str = "", seats: int = 0, top: Sequence[str] = (), behind: float = 1.0
) -> Group:
    """A counter that looks into the room, its staff between it and the wall, shelves behind, stools before it."""
    s = k.size(name, w=width)
    out: list[Piece] = []
    y = -behind - s[1] / 2
    if shelf:
        unit = k.size(shelf)
        units = max(int(width / (unit[0] + 0.02)), 1)
        out += k.row([shelf] * units, GAP, -0.005, [unit] * units)
        y -= unit[1]
    c = k.at(name, 0.0, y, 0.0, s)
    at = len(out)
    out.append(c)
    lo = y - s[1] / 2
    if seats:
        w, d, h = k.size("bar_stool")
        pitch = max(width / seats, w + 0.12)
        for i in range(seats):
            out.append(k.at("bar_stool", (i - (seats - 1) / 2) * pitch, lo - 0.05 - d / 2, PI, (w, d, h)))
        lo -= d + 0.05
    if name == "reception_desk":
        cs = k.size("office_chair")
        out.append(k.at("office_chair", 0.0, y + s[1] / 2 + 0.1 + cs[1] / 2, 0.0, cs))
    for i, n in enumerate(top):
        out.append(k.on(at, c, n, (i + 1) * 2 / (len(top) + 1) - 1, 0.0, PI))
    zones = [box(-width / 2, width / 2, lo - 0.8, lo)]
    # the staff's side is the group's own floor, closed to others
    hull = [box(-width / 2, width / 2, lo, -0.005, 2.0 if shelf else 1.2)]
    g = Group("counter", out, "wall", True, zones=zones, hull=hull, middle=0.2, by_window=-0.5)
    g.own_zones = False
    return g


def aisles(
    k: Kit, name: str, double: bool, share: float = 0.5, aisle: float = 1.0, required: bool = True, group: str = "aisles"
) -> Group:
    """Rows of shelves back to back with aisles between, in the room's middle."""
    unit = k.size(name)
    deep = unit[1] * (2 if double else 1) + (0.01 if double else 0.0)
    along = k.width >= k.depth
    length = (k.width if along else k.depth) - 2.6
    across = (k.depth if along else k.width) - (2.9 if share > 0.4 else 3.4)
    per_row = int(np.clip(length // (unit[0] + 0.01), 1, 5))
    rows = int(np.clip((across + aisle) // (deep + aisle), 1, 4))
    if k.density < 0.85:
        rows = max(rows - 1, 1)
    out: list[Piece] = []
    hull = []
    for r in range(rows):
        y = (r - (rows - 1) / 2) * (deep + aisle)
        for i in range(per_row):
            x = (i - (per_row - 1) / 2) * (unit[0] + 0.01)
            if double:
                out.append(k.at(name, x, y - unit[1] / 2 - 0.005, 0.0, unit))
                out.append(k.at(name, x, y + unit[1] / 2 + 0.005, PI, unit))
            else:
                out.append(k.at(name, x, y, 0.0, unit))
        half = per_row * (unit[0] + 0.01) / 2
        hull.append(box(-half, half, y - deep / 2, y + deep / 2, unit[2]))
    zones = [box(p.x - p.hx - 0.85, p.x + p.hx + 0.85, p.y - p.hy - aisle * 0.85, p.y + p.hy + aisle * 0.85) for p in hull]
    g = Group(group, out, "centre", required, "y" if along else "x", zones, hull)
    g.own_zones = False
    return g


def racks(k: Kit, name: str, n: int) -> Group:
    """Clothes racks or stands in parallel rows, 1 m apart."""
    size = k.size(name)
    pitch = size[1] + k.between(0.95, 1.1)
    out = [k.at(name, 0.0, (i - (n - 1) / 2) * pitch, 0.0, size) for i in range(n)]
    half = (n - 1) / 2 * pitch + size[1] / 2
    zones = [box(-size[0] / 2 - 0.8, size[0] / 2 + 0.8, -half - 0.8, half + 0.8)]
    return Group("racks", out, "free", True, zones=zones, own_zones=False)


def wall_shelves(k: Kit, name: str, n: int, group: str, required: bool = False) -> Group:
    """A run of shelves along a wall."""
    size = k.size(name)
    return Group(group, k.row([name] * n, 0.005, -0.005, [size] * n), "wall", required, by_window=-0.5)


def stations(k: Kit, n: int) -> Group:
    """Hairdressers' places: chairs before mirrors and consoles in a row."""
    chair, table = k.size("barber_chair"), k.size("console_table", w=k.between(0.8, 1.0))
    pitch = max(chair[0] + 0.75, table[0] + 0.3)
    mirror = k.size("mirror")
    out: list[Piece] = []
    for i in range(n):
        x = (i - (n - 1) / 2) * pitch
        out.append(k.back("console_table", x, -0.005, table))
        out.append(k.hung("mirror", x, 0.95 + mirror[2] / 2 + 0.1, mirror))
        out.append(k.at("barber_chair", x, -table[1] - 0.55 - chair[1] / 2, PI, chair))
    deep = table[1] + 0.55 + chair[1]
    half = n * pitch / 2
    g = Group("stations", out, "wall", True, zones=[box(-half, half, -deep - 0.8, -deep)], hull=block_hull(out), middle=0.2)
    g.hull = [box(-half + 0.1, half - 0.1, -deep, -0.005, 1.9)]
    g.own_zones = False
    return g


def waiting(k: Kit, n: int, required: bool = False) -> Group:
    """Chairs in a row along a wall, a low table before the longer rows."""
    size = k.size("waiting_chair")
    out = k.row(["waiting_chair"] * n, 0.04, -0.05, [size] * n)
    if n >= 3 and k.chance(0.6):
        t = k.size("coffee_table")
        out.append(k.at("coffee_table", 0.0, -0.05 - size[1] - 0.45 - t[1] / 2, 0.0, t))
    half = n * size[0] / 2
    return Group("waiting", out, "wall", required, zones=[box(-half, half, -size[1] - 0.7, -size[1])], own_zones=False)


def facing_seats(k: Kit, name: str = "seating") -> Group:
    """Two pairs of armchairs that face each other over a low table."""
    a, t = k.size("armchair"), k.size("coffee_table")
    out = [k.at("coffee_table", 0.0, 0.0, 0.0, t)]
    for side in (-1, 1):
        y = side * (t[1] / 2 + 0.42 + a[1] / 2)
        for x in (-a[0] / 2 - 0.08, a[0] / 2 + 0.08) if k.chance(0.6) else (0.0,):
            out.append(k.at("armchair", x, y, 0.0 if side > 0 else PI, a))
    out.append(k.rug(0.0, 0.0, max(2 * a[0] + 0.5, 2.0), t[1] + 1.6))
    return Group(name, out, "free", zones=[box(-t[0] / 2 - 0.3, t[0] / 2 + 0.3, -1.0, 1.0)], own_zones=False)


def machine_row(k: Kit, name: str, n: int, group: str, gap: float = 0.5) -> Group:
    """Gym machines in a row before a wall, 0.5 m between them, free floor where one steps on and off."""
    size = k.size(name)
    pitch = size[0] + gap
    yaw = PI if name in ("treadmill", "elliptical") else 0.0  # these look at the wall; one steps off backwards
    y = -0.35 - size[1] / 2
    out = [k.at(name, (i - (n - 1) / 2) * pitch, y, yaw, size) for i in range(n)]
    half = n * pitch / 2
    return Group(group, out, "wall", zones=[box(-half, half, y - size[1] / 2 - 0.9, -0.35)], by_window=0.3, own_zones=False)


def rack_rows(k: Kit) -> Group:
    """Server racks in rows, fronts to the cold aisle (1.2 m), backs to the hot one (0.9 m)."""
    unit = k.size("server_rack")
    along = k.width >= k.depth
    length = (k.width if along else k.depth) - 2.4
    across = (k.depth if along else k.width) - 2.0
    per_row = int(np.clip(length // (unit[0] + 0.01), 2, 6))
    rows = 2 if across >= 2 * unit[1] + 1.2 and k.chance(0.85) else 1
    out: list[Piece] = []
    hull = []
    for r in range(rows):
        y = (r - (rows - 1) / 2) * (unit[1] + 1.2)
        yaw = PI if r == 0 and rows == 2 else 0.0
        for i in range(per_row):
            out.append(k.at("server_rack", (i - (per_row - 1) / 2) * (unit[0] + 0.005), y, yaw, unit))
        half = per_row * (unit[0] + 0.005) / 2
        hull.append(box(-half, half, y - unit[1] / 2, y + unit[1] / 2, unit[2]))
    zones = [box(h.x - h.hx, h.x + h.hx, h.y - h.hy - 0.9, h.y + h.hy + 0.9) for h in hull]
    g = Group("racks", out, "centre", True, "y" if along else "x", zones, hull)
    g.own_zones = False
    return g


def bench_island(k: Kit, name: str, columns: int) -> Group:
    """Laboratory benches back to back with stools along both sides."""
    b = k.size("lab_bench", w=k.between(1.7, 2.1))
    s = k.pick("stool", "rolling_stool")
    st = k.size(s)
    out: list[Piece] = []
    for side in (-1, 1):
        yaw = 0.0 if side < 0 else PI
        for i in range(columns):
            x = (i - (columns - 1) / 2) * (b[0] + 0.01)
            out.append(k.at("lab_bench", x, side * (b[1] / 2 + 0.01), yaw, b))
            for u in (-0.25, 0.25) if k.chance(0.7) else (0.0,):
                out.append(k.at(s, x + u * b[0], side * (b[1] + 0.06 + st[1] / 2), yaw + PI, st))
    w = columns * b[0]
    edge = b[1] + st[1] + 0.06
    zones = [box(-w / 2 - 0.8, w / 2 + 0.8, -edge - 0.75, edge + 0.75)]
    g = Group(name, out, "free", zones=zones, hull=block_hull(out), axis="y" if k.width >= k.depth else "x")
    g.own_zones = False
    return g


def gallery_walls(k: Kit, n: int) -> list[Group]:
    """Pictures at eye height, each on its own stretch of wall, one size of frame to a wall."""
    out = []
    for i in range(n):
        w = k.between(0.7, 1.8)
        size = k.size("painting", w=w, h=k.between(0.6, 1.3))
        g = Group(
            f"picture_{i}",
            [k.hung("painting", 0.0, 1.5, size)],
            "wall",
            i == 0,
            zones=[box(-w / 2 - 0.45, w / 2 + 0.45, -0.9, -0.02, 2.2, 0.9)],
        )
        out.append(g)
    return out


def hung_alone(k: Kit, name: str, centre: float, group: str = "", required: bool = False, near: str = "") -> Group:
    """A thing on a wall by itself, the floor under it left to others."""
    return Group(group or name, [k.hung(name, 0.0, centre)], "wall", required, near=near, middle=0.1)
