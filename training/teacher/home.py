"""Functional groups of homes: beds with nightstands, sofas with tables and screens, desks with chairs, kitchens and baths."""

from __future__ import annotations

import numpy as np

from .kit import PI, Kit, box
from .pieces import GAP, Group, Patch, Piece


def bed(k: Kit, name: str = "bed", sides: int = 2, law: str = "wall", rug: bool = True, art: bool = True) -> Group:
    """A bed with its head to the wall, nightstands with lamps, a rug under its foot half, a bench, a picture over it."""
    w, d, h = k.size(name)
    h = min(h, 1.25) if name not in ("canopy_bed", "bunk_bed", "loft_bed") else h
    out = [k.back(name, 0.0, -0.01, (w, d, h))]
    stand = k.size("nightstand")
    lamps: list[Piece] = []
    for side in (-1, 1)[:sides]:
        s = k.back("nightstand", side * (w / 2 + 0.04 + stand[0] / 2), -0.01, stand)
        out.append(s)
        if k.chance(0.7):
            lamps.append(k.on(len(out) - 1, s, "table_lamp", 0.0, 0.4))
    out += lamps
    if rug and k.chance(0.55):
        out.append(k.rug(0.0, -d * 0.62, w + k.between(0.9, 1.4), d * 0.75))
    if name in ("bed", "queen_bed", "king_bed", "canopy_bed") and k.chance(0.25):
        bw, bd, bh = k.size("bench", w=min(w * 0.8, 1.5))
        out.append(k.at("bench", 0.0, -d - 0.06 - bd / 2, 0.0, (bw, bd, bh)))
    if art and h < 1.4 and k.chance(0.6):
        pw, pd, ph = k.size("painting", w=w * k.between(0.5, 0.7))
        out.append(k.hung("painting", 0.0, max(1.5, h + 0.2 + ph / 2), (pw, pd, ph)))
    return Group("bed", out, law, True, by_window=-2.5, off_door=0.5, middle=0.4 if sides == 2 else 0.0)  # type: ignore[arg-type]


def lounge(k: Kit, screen: bool = True, seats: int = 4, required: bool = True, name: str = "lounge") -> Group:
    """Seats about a low table, and a screen where there is one, in a depth that suits the room."""
    sofa_name = "sofa" if seats >= 3 else "loveseat"
    sw, sd, sh = k.size(sofa_name, w=min(k.size(sofa_name)[0], max(k.width, k.depth) - 1.0))
    tw = sw * k.between(0.5, 0.65)
    table = k.size("coffee_table", w=float(np.clip(tw, 0.7, 1.5)))
    reach = k.between(0.36, 0.45)
    tv = k.size("tv") if screen else (0.0, 0.0, 0.0)
    stand = k.size("tv_stand", w=float(np.clip(tv[0] + k.between(0.2, 0.5), 1.2, 2.2))) if screen else (0.0, 0.0, 0.0)
    view = float(np.clip(k.between(1.8, 2.3) * np.hypot(tv[0], tv[2]), 2.2, 3.4))  # eye to screen
    depth = sd / 2 + view + stand[1] / 2 + 0.2
    axis, on_wall = "", True
    if screen:
        spans = {a: v for a, v in (("x", k.width), ("y", k.depth)) if depth - 0.5 <= v <= depth + 0.75}
        if spans:  # both backs on walls
            axis = k.pick(*spans)
            depth = spans[axis] - 0.012
        else:
            on_wall = False
    sofa_y = -0.01 - sd / 2 if on_wall else -depth + sd / 2
    facing = 0.0 if on_wall else PI
    ahead = -1.0 if on_wall else 1.0  # from the sofa towards the table
    out = [k.at(sofa_name, 0.0, sofa_y, facing, (sw, sd, sh))]
    table_y = sofa_y + ahead * (sd / 2 + reach + table[1] / 2)
    out.append(k.at("coffee_table", 0.0, table_y, facing, table))
    if screen:
        stand_y = -depth + stand[1] / 2 if on_wall else -0.01 - stand[1] / 2
        s = k.at("tv_stand", 0.0, stand_y, facing + PI, stand)
        out.append(s)
        tw, td, th = tv
        out.append(Piece("tv", s.x, s.y, s.h, min(tw, s.w), min(td, s.d * 0.9), th, s.yaw, "on", len(out) - 1))
    out += _more_seats(k, out[0], out[1], ahead, seats, screen, depth)
    out += _sofa_ends(k, out[0])
    rw = max(sw * k.between(0.95, 1.15), 1.8)
    out.append(k.rug(0.0, table_y - ahead * 0.1, rw, table[1] + 2 * reach + 0.45))
    if on_wall and k.chance(0.6):
        pw, pd, ph = k.size("painting", w=sw * k.between(0.5, 0.66))
        out.append(k.hung("painting", 0.0, max(1.5, sh + 0.2 + ph / 2), (pw, pd, ph)))
    zones = [box(-sw / 2, sw / 2, min(sofa_y, table_y), max(sofa_y, table_y))]
    if screen:
        zones.append(box(-stand[0] / 2, stand[0] / 2, -depth, 0.0))
    if not on_wall:
        zones.append(box(-sw / 2, sw / 2, sofa_y - sd / 2 - 0.75, sofa_y - sd / 2))  # a way behind the sofa
    g = Group(name, out, "wall", required, axis, zones, middle=0.35, by_window=0.0, off_door=0.3)
    g.own_zones = False
    return g


def _more_seats(k: Kit, sofa: Piece, table: Piece, ahead: float, seats: int, screen: bool, depth: float) -> list[Piece]:
    """Armchairs: across the table where nothing is watched, at its ends or turned in otherwise."""
    out = []
    n = 0 if seats <= 3 and not k.chance(0.4) else k.many(1, 2)
    name = k.pick("armchair", "armchair", "reading_chair", "wing_chair")
    w, d, h = k.size(name)
    if not screen:
        n = max(n, 1)
        across = table.y + ahead * (table.d / 2 + 0.45 + d / 2)
        for x in (0.0,) if n == 1 else (-w / 2 - 0.12, w / 2 + 0.12):
            out.append(k.at(name, x, across, sofa.yaw + PI, (w, d, h)))
        return out
    for side in ((k.pick(-1, 1),) if n == 1 else (-1, 1))[:n]:
        x = side * (max(table.w / 2 + 0.4, sofa.w / 2 - 0.25) + d / 2)
        y = table.y + ahead * 0.1
        turn = 0.0 if sofa.yaw == 0.0 else PI
        # local right of the sofa is +x at yaw 0; a seat at the right faces left
        yaw = -side * PI / 2 + (side * 0.26 if turn == 0.0 else -side * 0.26) * k.pick(0, 1)
        out.append(k.at(name, x, y, yaw, (w, d, h)))
    return out


def _sofa_ends(k: Kit, sofa: Piece) -> list[Piece]:
    """A side table or a floor lamp at the sofa's ends, in line with its back."""
    out = []
    wall = sofa.y + (sofa.d / 2 if sofa.yaw == 0.0 else -sofa.d / 2)
    inward = -1.0 if sofa.yaw == 0.0 else 1.0
    both = k.chance(0.4)
    first = k.pick(-1, 1)
    for side in (first, -first):
        if side != first and not both:
            break
        if not k.chance(0.75):
            continue
        name = "floor_lamp" if not both and k.chance(0.4) else "side_table"
        w, d, h = k.size(name)
        out.append(k.at(name, side * (sofa.w / 2 + 0.06 + w / 2), wall + inward * (d / 2 + 0.05), sofa.yaw, (w, d, h)))
    return out


def reading(k: Kit, name: str = "reading") -> Group:
    """An armchair with a side table and a lamp, its back to a wall."""
    seat = k.pick("armchair", "reading_chair", "wing_chair", "recliner_chair")
    a = k.back(seat, 0.0, -0.08)
    out = [a]
    side = k.pick(-1, 1)
    t = k.size("side_table")
    out.append(k.at("side_table", side * (a.w / 2 + 0.05 + t[0] / 2), -0.1 - t[1] / 2, 0.0, t))
    if k.chance(0.5):
        lamp = k.size("floor_lamp")
        out.append(k.at("floor_lamp", -side * (a.w / 2 + 0.05 + lamp[0] / 2), -0.05 - lamp[1] / 2, 0.0, lamp))
    return Group(name, out, "wall", zones=[box(-a.w / 2, a.w / 2, -a.d - 0.6, -a.d)], by_window=0.3, own_zones=False)


def chairs_at(
    k: Kit, table: Piece, seats: int, chair: str, gap: float = 0.03, size: tuple[float, float, float] | None = None
) -> tuple[list[Piece], list[Patch]]:
    """Chairs around a table, long sides first and symmetric, with the floor behind them that they are pushed back onto."""
    w, d, h = size or k.size(chair)
    along_x = table.w >= table.d
    length, breadth = max(table.w, table.d), min(table.w, table.d)
    per_side = min(max(int(length / 0.6), 1), (seats + 1) // 2)
    ends = seats > 2 * per_side or (seats == 4 and length < 1.3 * breadth)
    if seats == 4 and ends:
        per_side = 1
    places: list[tuple[float, float, float]] = []  # x along the length, y across, yaw
    pitch = length / per_side
    for side in (-1.0, 1.0):
        for i in range(per_side):
            places.append(((i - (per_side - 1) / 2) * pitch, side * (breadth / 2 + gap + d / 2), 0.0 if side > 0 else PI))
    if ends:
        for side in (-1.0, 1.0):
            places.append((side * (length / 2 + gap + d / 2), 0.0, -PI / 2 if side > 0 else PI / 2))
    places = places[:1] if seats == 1 else places[: max(seats, 2)] if not ends else places
    out, zones = [], []
    for x, y, yaw in places:
        if not along_x:
            x, y, yaw = -y, x, yaw + PI / 2
        p = Piece(chair, table.x + x, table.y + y, 0.0, w, d, h, yaw)
        out.append(p)
        back = np.array([np.sin(yaw), -np.cos(yaw)]) * -1
        zones.append(Patch(p.x + back[0] * (d / 2 + 0.25), p.y + back[1] * (d / 2 + 0.25), w / 2, 0.25, yaw, 0.05, 1.2))
    return out, zones


def dining(
    k: Kit, seats: int, law: str = "centre", table: str = "dining_table", chair: str = "dining_chair", rug: float = 0.4
) -> Group:
    """A table with its chairs, a lamp over it, a rug under it."""
    small = seats <= 4 and k.chance(0.5)
    if small and seats <= 4:
        side = k.between(0.85, 1.1) if seats > 2 else k.between(0.65, 0.8)
        size = k.size(table, w=side, d=side)
    else:
        rows = max((seats - (2 if seats >= 6 else 0) + 1) // 2, 1)
        size = k.size(table, w=round(max(rows * k.between(0.62, 0.72), 0.9) + 0.1, 2))
    t = k.at(table, 0.0, 0.0, 0.0, size)
    chairs, zones = chairs_at(k, t, seats, chair)
    out = [t, *chairs]
    if k.chance(rug):
        out.append(k.rug(0.0, 0.0, size[0] + 1.3, size[1] + 1.3))
    if k.chance(0.75):
        out.append(k.overhead("pendant_light", 0.0, 0.0, t.h + k.between(0.75, 0.9)))
    return Group("dining", out, law, True, zones=zones)  # type: ignore[arg-type]


def desk(
    k: Kit, table: str = "desk", chair: str = "office_chair", name: str = "desk", required: bool = True, screen: bool = True
) -> Group:
    """A desk at the wall with its chair before it, a screen or a lamp on it."""
    d = k.back(table, 0.0, -0.01)
    cw, cd, ch = k.size(chair)
    out = [d, k.at(chair, 0.0, -d.d - k.between(0.03, 0.12) - cd / 2, PI, (cw, cd, ch))]
    if table in ("desk", "computer_desk", "standing_desk"):
        if screen and k.chance(0.75):
            out.append(k.on(0, d, "monitor", 0.0, 0.5))
        if k.chance(0.6):
            out.append(k.on(0, d, "desk_lamp", k.pick(-0.9, 0.9), 0.6))
    return Group(name, out, "wall", required, zones=[box(-d.w / 2, d.w / 2, -d.d - 1.0, -d.d)], by_window=0.35, own_zones=False)


def executive(k: Kit, table: str = "executive_desk", guests: int = 2) -> Group:
    """A desk that looks into the room, its chair between desk and wall, guests before it."""
    cw, cd, ch = k.size("office_chair")
    behind = k.between(1.0, 1.2)
    t = k.size(table)
    y = -behind - t[1] / 2
    out = [k.at(table, 0.0, y, PI, t), k.at("office_chair", 0.0, -behind + 0.06 + cd / 2, 0.0, (cw, cd, ch))]
    s = k.size("guest_chair")
    xs = [0.0] if guests == 1 else [-0.45, 0.45]
    for x in xs if guests else []:
        out.append(k.at("guest_chair", x, y - t[1] / 2 - 0.2 - s[1] / 2, PI, s))
    out.append(k.on(0, out[0], "monitor", 0.4, 0.1))
    if k.chance(0.5):
        out.append(k.on(0, out[0], "desk_lamp", -0.9, 0.3))
    front = y - t[1] / 2 - (0.2 + s[1] + 0.4 if guests else 0.6)
    return Group(
        "desk", out, "wall", True, zones=[box(-t[0] / 2, t[0] / 2, front, 0.0)], middle=0.3, off_door=0.4, own_zones=False
    )


# ---------------------------------------------------------------------------------------------- kitchens


def _unit_row(k: Kit, names: list[str], widths: list[float], start: float) -> list[Piece]:
    out, x = [], start
    depth = k.between(0.6, 0.64)
    for n, w in zip(names, widths, strict=True):
        size = k.size(n, w=w, d=depth if n != "refrigerator" else 0.0)
        out.append(k.back(n, x + size[0] / 2, -0.005, size))
        x += size[0] + 0.005
    return out


def kitchen_run(k: Kit, length: float, full: bool = True) -> Group:
    """Fridge, counter, sink, counter, hob, counter along one wall, with wall units and a hood over them."""
    fridge, sink, hob = k.between(0.6, 0.85), k.between(0.7, 0.95), 0.6
    washer = k.chance(0.85) and length > 3.1
    free = max(length - fridge - sink - hob - (0.6 if washer else 0.0) - 0.05, 0.9)
    a, b = free * k.between(0.2, 0.3), free * k.between(0.4, 0.5)
    names = ["refrigerator", "kitchen_counter", "sink", *(["dishwasher"] if washer else []), "kitchen_counter", "stove"]
    widths = [fridge, max(a, 0.32), sink, *([0.6] if washer else []), max(b, 0.4), hob]
    rest = free - a - b
    if rest > 0.32:
        names.append("kitchen_counter")
        widths.append(rest)
    if k.rng.random() < 0.5:
        names, widths = names[::-1], widths[::-1]
    total = sum(widths) + 0.005 * (len(widths) - 1)
    out = _unit_row(k, names, widths, -total / 2)
    g = Group("run", out, "wall", True, by_window=0.2)
    _over_counters(k, g, full)
    return g


def _over_counters(k: Kit, g: Group, full: bool) -> None:
    """A hood over the hob, units over the counters."""
    for p in list(g.pieces):
        if abs(p.yaw) > 0.01:
            continue
        if p.category == "stove":
            s = k.size("range_hood", w=p.w, h=0.6)
            g.pieces.append(k.hung("range_hood", p.x, p.h + 0.7 + s[2] / 2, s))
        elif p.category == "kitchen_counter" and full and p.w > 0.35:
            s = k.size("kitchen_wall_cabinet", w=p.w)
            g.pieces.append(k.hung("kitchen_wall_cabinet", p.x, 1.45 + s[2] / 2, s))


def kitchen_corner(k: Kit, long: float, short: float) -> Group:
    """An L of units in a corner: hob and counters on one wall, sink and fridge on the other."""
    sw, hob, fridge = k.between(0.7, 0.9), 0.6, k.between(0.6, 0.8)
    corner = 0.63
    free = max(long - corner - hob, 0.8)
    first = free * k.between(0.45, 0.6)
    out = _unit_row(
        k, ["kitchen_counter", "kitchen_counter", "stove", "kitchen_counter"], [corner, first, hob, free - first], 0.0
    )
    depth = max(p.d for p in out)
    total = sum(p.w for p in out) + 0.015
    out = [p._replace(x=p.x - total / 2) for p in out]
    left = -total / 2
    rest = max(short - depth - sw - fridge, 0.35)
    y = -depth - 0.01
    for name, w in (("kitchen_counter", rest * 0.4), ("sink", sw), ("kitchen_counter", rest * 0.6), ("refrigerator", fridge)):
        size = k.size(name, w=max(w, 0.3), d=depth if name != "refrigerator" else 0.0)
        # the wall at the left: backs to -x, fronts to +x
        out.append(Piece(name, left + 0.005 + size[1] / 2, y - size[0] / 2, 0.0, *size, PI / 2))
        y -= size[0] + 0.005
    if k.rng.random() < 0.5:
        out = [p._replace(x=-p.x, yaw=-p.yaw) for p in out]
    g = Group("run", out, "corner", True)
    _over_counters(k, g, True)
    return g


def island(k: Kit, stools: int) -> Group:
    """An island with stools on its far side."""
    size = k.size("kitchen_island")
    t = k.at("kitchen_island", 0.0, 0.0, 0.0, size)
    out = [t]
    sw, sd, sh = k.size("bar_stool")
    for i in range(stools):
        x = (i - (stools - 1) / 2) * max(size[0] / max(stools, 1), 0.55)
        out.append(k.at("bar_stool", x, size[1] / 2 + 0.04 + sd / 2, 0.0, (sw, sd, sh)))
    out.append(k.overhead("pendant_light", 0.0, 0.0, size[2] + 0.8))
    zones = [box(-size[0] / 2, size[0] / 2, -size[1] / 2 - 1.0, -size[1] / 2)]
    return Group(
        "island", out, "free", zones=[*zones, box(-size[0] / 2, size[0] / 2, size[1] / 2, size[1] / 2 + 0.9)], near="run"
    )


# ---------------------------------------------------------------------------------------------- baths and laundries


def vanity(k: Kit, name: str = "bathroom_vanity") -> Group:
    """A basin with a mirror over it."""
    v = k.back(name, 0.0, -0.005)
    mirror = k.pick("mirror", "round_mirror")
    s = k.size(mirror, w=min(k.size(mirror)[0], v.w * 0.95))
    return Group("basin", [v, k.hung(mirror, 0.0, max(1.55, v.h + 0.05 + s[2] / 2), s)], "wall", True)


def toilet(k: Kit) -> Group:
    """A toilet with 0.4 m from its axis to either side and its paper at hand."""
    t = k.back("toilet", 0.0, -0.01)
    return Group("toilet", [t], "wall", True, zones=[box(-0.4, 0.4, -t.d - 0.6, 0.0)], off_door=0.3)


def tub(k: Kit) -> Group:
    """A bath along the wall in a corner, a mat before it."""
    t = k.back("bathtub", 0.0, -0.005)
    out = [t]
    if k.chance(0.7):
        m = k.size("bath_mat")
        out.append(k.at("bath_mat", 0.0, -t.d - 0.08 - m[1] / 2, 0.0, m))
    return Group("bath", out, "corner", zones=[box(-t.w * 0.35, t.w * 0.35, -t.d - 0.6, -t.d)])


def shower(k: Kit, required: bool = False) -> Group:
    """A shower in a corner, a mat before it."""
    s = k.back("shower", 0.0, -0.005)
    out = [s]
    if k.chance(0.6):
        m = k.size("bath_mat")
        out.append(k.at("bath_mat", 0.0, -s.d - 0.06 - m[1] / 2, 0.0, m))
    return Group("shower", out, "corner", required, zones=[box(-s.w / 2, s.w / 2, -s.d - 0.6, -s.d)])


def machines(k: Kit, names: list[str], law: str = "wall") -> Group:
    """Washers and dryers in a row."""
    return Group("machines", k.row(names, GAP, -0.02), law, True)  # type: ignore[arg-type]


def console(k: Kit) -> Group:
    """A console table under a mirror."""
    c = k.back("console_table", 0.0, -0.005)
    mirror = k.pick("mirror", "round_mirror", "painting")
    s = k.size(mirror, w=min(k.size(mirror)[0], c.w * 0.8))
    out = [c, k.hung(mirror, 0.0, max(1.55, c.h + 0.25 + s[2] / 2), s)]
    if k.chance(0.5):
        out.append(k.on(0, c, "table_lamp", k.pick(-0.9, 0.9)))
    return Group("console", out, "wall", True, middle=0.2)


def sideboard(k: Kit, name: str = "sideboard", required: bool = False) -> Group:
    """A low piece of storage with a lamp, a vase, a picture over it."""
    s = k.back(name, 0.0, -0.005)
    out = [s]
    if k.chance(0.5):
        out.append(k.on(0, s, "table_lamp", k.pick(-0.85, 0.85)))
    if k.chance(0.4):
        out.append(k.on(0, s, "vase", 0.0))
    if k.chance(0.6):
        p = k.size("painting", w=s.w * k.between(0.45, 0.65))
        out.append(k.hung("painting", 0.0, max(1.5, s.h + 0.5 + p[2] / 2), p))
    return Group(name, out, "wall", required, middle=0.3)


def row_of(k: Kit, name: str, n: int, group: str = "", law: str = "wall", required: bool = False, gap: float = GAP) -> Group:
    """Several of the same, side by side at a wall."""
    size = k.size(name)
    return Group(group or name, k.row([name] * n, gap, -0.005, [size] * n), law, required)  # type: ignore[arg-type]
