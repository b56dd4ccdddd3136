"""Functional groups: an anchor with the things that belong to it, placed as one (table and chairs, bed and nightstands).

A group is laid out in its anchor's frame by the slots that a relation names; the placer then moves it as a whole, so a
stated "around" or "left of" holds by construction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..catalogue import is_a
from ..geometry import Floats, rectangles_gap, yaw_facing
from .program import CLOSE_IN_FRONT, GROUPING, Item, Program
from .state import GAP, Patch, moved, patch, patches_of

SEATS = ("chair", "stool", "bar_stool", "armchair", "bench", "office_chair", "gaming_chair", "ottoman", "bean_bag")
SOFT = ("sofa", "armchair", "bed", "recliner_chair", "lounge_chair", "loveseat", "corner_sofa", "u_shaped_sofa", "daybed")
SMALL = 0.45  # metres; one steps over or reaches past what is no larger
ELBOWS = ("toilet", "bidet")  # need 0.2 m at their sides too
Local = tuple[float, float, float]  # x, y, yaw in the anchor's frame
SIDES = {"front": (0, -1), "back": (0, 1), "left": (1, 0), "right": (-1, 0)}


@dataclass(slots=True)
class Group:
    """An anchor and its members with their poses in the anchor's frame (the anchor itself is at 0, 0, 0)."""

    anchor: Item
    members: list[tuple[Item, Local]] = field(default_factory=list)

    @property
    def everyone(self) -> list[tuple[Item, Local]]:
        """Anchor first."""
        return [(self.anchor, (0.0, 0.0, 0.0)), *self.members]

    @property
    def patches(self) -> list[Patch]:
        """The solids of all members in the anchor's frame."""
        return [p for item, pose in self.everyone if not item.category.walkable for p in moved(patches_of(item.blueprint), *pose)]

    @property
    def outlines(self) -> list[Patch]:
        """The whole box of each member in the anchor's frame: coarser than `patches`, and far fewer."""
        out = []
        for item, pose in self.everyone:
            w, d, h = item.blueprint.size
            out += moved([Patch(0.0, 0.0, w / 2, d / 2, 0.0, 0.0, h)], *pose)
        return out

    def part_with(self) -> Item:
        """Take out the member that is missed least: the last that is not asked for, else the last."""
        spare = [k for k, (m, _) in enumerate(self.members) if not any(t.required for t in m.ties)]
        return self.members.pop(spare[-1] if spare else -1)[0]

    def access(self) -> list[Patch]:
        """Floor that should stay free for those members that nothing of the group itself stands in front of."""
        own = [p for p in self.patches if p.z0 < 1.2]
        out = []
        for item, pose in self.everyone:
            for p in moved(access_patches(item), *pose):
                if not own or (_gaps([p], own) > -0.05).all():
                    out.append(p)
        return out


def access_patches(item: Item) -> list[Patch]:
    """Floor that should stay free in front of a thing's functional sides, in its own frame."""
    c = item.category
    hw, hd = item.blueprint.size[0] / 2, item.blueprint.size[1] / 2
    out = []
    for side in c.access:
        sx, sy = SIDES[side]
        depth = max(c.clearance, 0.25) / 2
        half = (depth, 0.9 * hd) if sx else (0.9 * hw, depth)
        out.append(Patch(sx * (hw + depth + 0.01), sy * (hd + depth + 0.01), half[0], half[1], 0.0, 0.05, 1.7))
    if any(is_a(c.name, n) for n in ELBOWS):
        out += [Patch(sx * (hw + 0.1), 0.0, 0.09, hd, 0.0, 0.05, 1.2) for sx in (-1, 1)]
    return out


def _rows(patches: Sequence[Patch]) -> Floats:
    return np.array(patches, float).reshape(-1, 7)


def _gaps(a: Sequence[Patch], b: Sequence[Patch]) -> Floats:
    """Gap of each patch of a to each of b in plan. (a, b)"""
    p, q = _rows(a)[:, None], _rows(b)[None]
    return rectangles_gap(p[..., :2], p[..., 2:4], p[..., 4], q[..., :2], q[..., 2:4], q[..., 4])


def _clear(new: Sequence[Patch], old: Sequence[Patch], gap: float) -> bool:
    if not new or not old:
        return True
    p, q = _rows(new)[:, None], _rows(old)[None]
    level = (p[..., 5] < q[..., 6] - 1e-4) & (p[..., 6] > q[..., 5] + 1e-4)
    return bool((~level | (_gaps(new, old) >= gap)).all())


def is_seat(item: Item) -> bool:
    """Whether people sit on it at a table."""
    return any(is_a(item.category.name, s) for s in SEATS)


def is_soft(item: Item) -> bool:
    """Whether it is a large seat or bed, which things stand in front of with a gap for legs."""
    return any(is_a(item.category.name, s) for s in SOFT)


# ---------------------------------------------------------------------------------------------- slots


def _edge(anchor: Item, angle_or_side: tuple[float, float], member: Item, reach: float) -> Local:
    """A seat at the anchor's edge in a direction of its frame, facing it; `reach` is the gap (negative: tucked in)."""
    dx, dy = angle_or_side
    hw, hd = anchor.blueprint.size[0] / 2, anchor.blueprint.size[1] / 2
    out = reach + member.blueprint.size[1] / 2
    if anchor_round(anchor):  # along the ellipse, at right angles to its edge
        nx, ny = dx * hd, dy * hw
        n = float(np.hypot(nx, ny))
        return dx * hw + nx / n * out, dy * hd + ny / n * out, float(yaw_facing((-nx, -ny)))
    distance = min(hw / max(abs(dx), 1e-9), hd / max(abs(dy), 1e-9)) + out
    return dx * distance, dy * distance, float(yaw_facing((-dx, -dy)))


def _round_angles(anchor: Item, n: int) -> list[float]:
    """Parameters of n points evenly spaced along the edge of a round or oval top."""
    hw, hd = anchor.blueprint.size[0] / 2, anchor.blueprint.size[1] / 2
    t = np.linspace(0, 2 * np.pi, 361)
    length = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(hw * np.sin(t)), np.diff(hd * np.cos(t))))])
    return [float(v) for v in np.interp(np.linspace(0, length[-1], n, endpoint=False), length, t)]


def anchor_round(item: Item) -> bool:
    """Whether its top is round."""
    return any(s.round and s.kind == "on" for s in item.blueprint.surfaces)


def seat_places(anchor: Item, n: int, width: float, long: int = 0, short: int = 0) -> list[tuple[float, float, int, float]]:
    """Places for n seats at a table: (side direction x, y, side index, shift along the side), even and symmetric."""
    hw, hd = anchor.blueprint.size[0] / 2, anchor.blueprint.size[1] / 2
    along_x = hw >= hd
    longs = [(0.0, -1.0), (0.0, 1.0)] if along_x else [(-1.0, 0.0), (1.0, 0.0)]
    shorts = [(-1.0, 0.0), (1.0, 0.0)] if along_x else [(0.0, -1.0), (0.0, 1.0)]
    length, breadth = 2 * max(hw, hd), 2 * min(hw, hd)
    if long or short:
        counts = [(longs[0], (long + 1) // 2), (longs[1], long // 2), (shorts[0], (short + 1) // 2), (shorts[1], short // 2)]
    elif n == 1:
        counts = [(longs[0], 1)]
    elif n <= 3 or (n == 4 and length < 1.25 * breadth):
        counts = [(s, 1) for s in [longs[0], longs[1], shorts[0], shorts[1]][:n]]
    else:
        ends = 2 if n % 2 == 0 and (n >= 6 or length < 1.5 * breadth) else (1 if n % 2 else 0)
        rest = n - ends
        counts = [(longs[0], (rest + 1) // 2), (longs[1], rest // 2), (shorts[0], (ends + 1) // 2), (shorts[1], ends // 2)]
    out = []
    for k, ((dx, dy), c) in enumerate(counts):
        side = length if (dx, dy) in longs else breadth
        pitch = min(max(width + 0.06, side / max(c, 1)), max(side / max(c, 1), width + 0.02))
        for j in range(c):
            out.append((dx, dy, k, (j - (c - 1) / 2) * pitch))
    return out


def _around(anchor: Item, members: Sequence[tuple[Item, str]]) -> Iterator[tuple[Item, list[Local]]]:
    """Slots for everything that stands around the anchor or along its sides."""
    n = len(members)
    low = anchor.blueprint.size[2] < 0.6
    long = sum(k == "long_side" for _, k in members)
    short = sum(k == "short_side" for _, k in members)
    extra = n - long - short
    if anchor_round(anchor) and not long and not short:
        dirs = [(float(np.sin(t)), float(-np.cos(t)), i, 0.0) for i, t in enumerate(_round_angles(anchor, n))]
    else:
        width = max(m.blueprint.size[0] for m, _ in members)
        places = seat_places(anchor, extra, width) if extra else []
        dirs = (seat_places(anchor, 0, width, long, short) if long or short else []) + places
    order = sorted(members, key=lambda m: ({"long_side": 0, "short_side": 1}.get(m[1], 2), -m[0].blueprint.size[0]))
    for (item, _), (dx, dy, _, shift) in zip(order, dirs, strict=False):
        reaches = (0.38, 0.45, 0.55) if low or not is_seat(item) else (-0.16, -0.1, -0.05, 0.0, 0.03, 0.08, 0.15)
        if max(item.blueprint.size[:2]) < SMALL:  # presents at the foot of a tree
            reaches = (0.06, 0.12, 0.2)
        options = []
        for reach in reaches:
            x, y, yaw = _edge(anchor, (dx, dy), item, reach)
            options.append((x + (shift if dy else 0.0), y + (shift if dx else 0.0), yaw))
        yield item, options


def _slots(anchor: Item, item: Item, kind: str, index: int, total: int) -> list[Local]:
    """Possible poses of a member in the anchor's frame, best first."""
    aw, ad = anchor.blueprint.size[0] / 2, anchor.blueprint.size[1] / 2
    mw, md = item.blueprint.size[0] / 2, item.blueprint.size[1] / 2
    shift = (index - (total - 1) / 2) * max(2 * aw / max(total, 1), 2 * mw + 0.05) if total > 1 else 0.0
    if kind == "in_front_of":
        if is_soft(anchor):
            legroom = (0.40, 0.45, 0.36, 0.5, 0.6)
            return [(shift + s * aw, y, 0.0) for g in legroom for s in (0, 0.25, -0.25) for y in _approach(ad, md, g)]
        if is_soft(item):  # before a fire or a window, side by side
            return [(shift, -(ad + md + g), np.pi) for g in (1.2, 1.5, 1.0, 0.8, 0.6)]
        if is_seat(item):
            return [(shift, -(ad + md + g), np.pi) for g in (-0.16, -0.1, -0.04, 0.0, 0.04, 0.1, 0.2)]
        return [(shift, -(ad + md + g), 0.0) for g in (0.35, 0.5, 0.7)]
    if kind == "behind":
        turn = np.pi if is_seat(item) else 0.0
        if is_seat(item) and not is_soft(anchor):
            return [(shift, ad + md + g, 0.0) for g in (-0.1, 0.0, 0.1, 0.25)]
        return [(shift + s * aw, ad + md + g, 0.0 if not is_seat(item) else turn) for g in (0.05, 0.1) for s in (0, 0.4, -0.4)]
    if kind == "conversation":  # at the ends of a low table, turned to it and a little towards the sofa
        turn = np.pi / 2 if index % 2 == 0 else -np.pi / 2
        at = 1.0 if index % 2 == 0 else -1.0
        back = -(index // 2) * (2 * mw + 0.1)
        return [(at * (aw + md + g), y + back, -turn) for g in (0.45, 0.55, 0.4, 0.7) for y in (-0.1, 0.15, -0.35)]
    side = 1.0 if kind == "right_of" or (kind in ("each_side", "flank") and index % 2 == 0) else -1.0
    flush = ad - md if (is_soft(anchor) or anchor.category.wall > 0.4) else 0.0
    step = 0.0 if kind in ("left_of", "right_of") else (index // 2) * (2 * mw + 0.05)
    gaps = (GAP + 0.001, 0.05) if anchor.category.family == item.category.family == "fixtures" else (0.05, 0.1, 0.2, 0.35)
    return [(side * (aw + mw + g + step), y, 0.0) for g in gaps for y in (flush, 0.0)]


def _approach(ad: float, md: float, gap: float) -> list[float]:
    """Depths at which a table may stand before a seat: from inside an L or U outwards; the gap test picks one."""
    far = -(ad + gap + md)
    near = min(ad - 1.0 - gap - md, 0.0) if ad > 0.6 else far
    return [float(v) for v in np.linspace(max(near, far), far, 5)] if near > far else [far]


# ---------------------------------------------------------------------------------------------- forming


def _parent(item: Item, program: Program) -> tuple[str, str] | None:
    for t in item.ties:
        if t.kind not in GROUPING or len(t.targets) != 1 or t.targets[0] == item.id:
            continue
        other = program.items.get(t.targets[0])
        if other is None or other.support != "floor" or other.category.walkable:
            continue
        lounge = is_soft(item) and not is_soft(other)
        if t.kind == "in_front_of" and not lounge and not any(is_a(item.category.name, c) for c in CLOSE_IN_FRONT):
            continue
        if t.kind == "in_front_of" and not (is_soft(other) or is_seat(item) or lounge):
            continue
        if (
            t.kind == "in_front_of"
            and is_seat(item)
            and not is_soft(item)
            and not is_soft(other)
            and other.blueprint.size[2] > 1.5
            and not _worktop(other)
        ):
            continue
        return other.id, t.kind
    return None


def _worktop(item: Item) -> bool:
    """Whether it has a top to sit or stand at."""
    return any(s.kind == "on" and 0.6 < s.z < 1.2 for s in item.blueprint.surfaces)


def form_groups(program: Program, floor: Sequence[Item]) -> list[Group]:
    """All floor items gathered into groups; single things become groups of one."""
    parents: dict[str, tuple[str, str]] = {}
    ids = {i.id for i in floor}
    for item in floor:
        p = _parent(item, program) if not item.category.walkable else None
        if p and p[0] in ids:
            above, ok = p[0], True
            while above in parents:
                above = parents[above][0]
                ok = ok and above != item.id
            if ok and above != item.id:
                parents[item.id] = p
    groups = []
    for item in floor:
        if item.id not in parents:
            g = Group(item)
            _fill(g, item, (0.0, 0.0, 0.0), parents, program)
            groups.append(g)
    inside = {m.id for g in groups for m, _ in g.everyone}
    groups += [Group(i) for i in floor if i.id not in inside]  # members for which the group had no room
    return groups


def _fill(group: Group, anchor: Item, at: Local, parents: dict[str, tuple[str, str]], program: Program) -> None:
    children = [(program.items[i], kind) for i, (p, kind) in parents.items() if p == anchor.id]
    around = [(c, k) for c, k in children if k in ("around", "long_side", "short_side")]
    options: list[tuple[Item, list[Local], float]] = [(i, p, GAP) for i, p in _around(anchor, around)] if around else []
    rest = [(c, k) for c, k in children if k not in ("around", "long_side", "short_side")]
    for kind in dict.fromkeys(k for _, k in rest):
        same = [c for c, k in rest if k == kind]
        legroom = 0.33 if kind == "in_front_of" and is_soft(anchor) else GAP
        options += [(c, _slots(anchor, c, kind, i, len(same)), legroom) for i, c in enumerate(same)]
    for item, poses, gap in options:
        placed = _settle(group, anchor, item, at, poses, gap, program)
        if placed is not None:
            group.members.append((item, placed))
            _fill(group, item, placed, parents, program)


def _settle(
    group: Group, anchor: Item, item: Item, at: Local, poses: Sequence[Local], gap: float, program: Program
) -> Local | None:
    """The first slot that touches nothing in the group, turned to face what the item is said to face."""
    own = moved(patches_of(anchor.blueprint), *at)
    others = [
        p
        for m, pose in group.everyone
        if m is not anchor and not m.category.walkable
        for p in moved(patches_of(m.blueprint), *pose)
    ]
    for pose in poses:
        frame = moved([patch(b) for b in item.blueprint.solids], *pose)
        where = moved(frame, *at)
        centre = moved([Patch(pose[0], pose[1], 0, 0, pose[2], 0, 0)], *at)[0]
        x, y, yaw = centre.cx, centre.cy, centre.yaw
        target = _faced(group, item, program)
        if target is not None and np.hypot(target[0] - x, target[1] - y) > 0.2:
            yaw = float(yaw_facing((target[0] - x, target[1] - y)))
            where = moved(patches_of(item.blueprint), x, y, yaw)
        if _clear(where, own, gap) and _clear(where, others, GAP):
            return x, y, yaw
    return None


def _faced(group: Group, item: Item, program: Program) -> tuple[float, float] | None:
    for t in item.ties:
        if t.kind == "faces" and t.targets:
            for m, pose in group.everyone:
                if m.id in t.targets:
                    return pose[0], pose[1]
    return None
