"""Small things on and in their supports: on tables, shelves, beds and counters, in basins, boxes and vases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..assets import Surface
from ..catalogue import is_a
from ..geometry import Floats, directions
from ..graph.types import Support
from .customs import DEPTH, SHELVES, SIDEWAYS, STACKS, TURNDOWN, USUAL, host_rank, is_seatlike, is_vase, plays
from .deck import Seat, seats_at
from .furnish import Outcome
from .groups import anchor_round, seat_places
from .program import Item, Program
from .relations import Poses, any_of, measure_architecture, pose_of
from .state import Arrangement, Patch, Thing, extent, patches_of

AIR = 0.004  # between neighbours on a shelf
STEMS = 24  # places tried for a flower in a vase
NOT_PILED = ("place_setting",)  # counts as a plate, but has cutlery beside it
NESTS = ("bowl", "basket", "pot", "pan")  # stack by standing inside one another
ON_PLATES = ("bowl", "cup", "glass", "mug", "napkin", "fork", "knife", "spoon")


# A setting: to the right of the plate's middle, and in from the edge of the table; what lies on the plate comes after it.
SETTING = {
    "plate": (0.0, 0.15),
    "fork": (-0.17, 0.15),
    "knife": (0.17, 0.15),
    "spoon": (0.2, 0.15),
    "glass": (0.13, 0.32),
    "wine_glass": (0.17, 0.34),
    "cup": (0.17, 0.32),
    "bowl": (-0.13, 0.34),
    "napkin": (-0.27, 0.15),
}
LAID_ON_PLATES = ("plate", "bowl", "napkin")
OWN_PLACE = 0.16  # metres from the middle of a setting that still belong to it
SIDED = ("left_of", "right_of", "in_front_of", "behind", "each_side", "flank", "between")


def _refers(item: Item, ids: set[str]) -> bool:
    """Whether an item's place is said by another of them, which therefore comes first."""
    return any(i in ids and i != item.id for t in item.ties for i in t.targets)


@dataclass(frozen=True, slots=True)
class Place:
    """One surface of one placed thing."""

    host: Thing
    index: int
    surface: Surface

    @property
    def key(self) -> tuple[str, int]:
        """Identifies the surface in the room."""
        return self.host.id, self.index

    def world(self, lx: Floats, ly: Floats) -> tuple[Floats, Floats]:
        """Points of the surface's own frame in the room."""
        ux, uy = directions(self.host.yaw)
        return self.host.x + lx * ux[0] + ly * uy[0], self.host.y + lx * ux[1] + ly * uy[1]


def _places(host: Thing, inside: bool) -> list[Place]:
    """The surfaces of a host for what goes on it or, if it has an inside, `inside` it: only that is put behind closed fronts."""
    places = [Place(host, k, s) for k, s in enumerate(host.blueprint.surfaces)]
    if inside:
        return [p for p in places if p.surface.kind == "in"] or places
    return [p for p in places if not p.surface.hidden]


class Dresser:
    """Places the small items of a program on the surfaces of what already stands."""

    def __init__(self, room: Arrangement, program: Program, outcome: Outcome, rng: np.random.Generator) -> None:
        self.room, self.program, self.outcome, self.rng = room, program, outcome, rng
        self.used: dict[tuple[str, int], float] = defaultdict(float)  # area taken on each surface
        self.kinds: dict[tuple[str, int], set[str]] = defaultdict(set)

    # ------------------------------------------------------------------ all of it

    def run(self) -> Iterator[str]:
        """Place every small item; those that hold others first."""
        items = [i for i in self.program.items.values() if i.support in ("on", "in") and i.id not in self.room.things]
        items = [i for i in items if not self._settings(i, items)]
        items = [i for i in items if i.id not in self.room.things]
        for depth in range(4):  # a plant on a tray on a table: hosts before guests
            ready = [i for i in items if self._rank(i, items) == depth]
            ids = {i.id for i in ready}
            ready.sort(key=lambda i: (not i.required, _refers(i, ids), i.category.name not in DEPTH, -i.area))
            for item in ready:
                yield item.category.label
                if not self.place(item):
                    self.outcome.unplaced.append(item)
        left, self.outcome.unplaced[:] = list(self.outcome.unplaced), []
        self.outcome.unplaced += [i for i in left if not (i.required and self.elsewhere(i))]

    def _rank(self, item: Item, items: Sequence[Item]) -> int:
        ids = {i.id: i for i in items}
        depth, seen = 0, {item.id}
        while depth < 3:
            t = item.tied("on", "inside", "stacked_on", "middle_of")
            nxt = next((i for i in t.targets if i in ids and i not in seen), None) if t else None
            if nxt is None:
                return depth
            seen.add(nxt)
            item, depth = ids[nxt], depth + 1
        return depth

    # ------------------------------------------------------------------ one item

    def hosts(self, item: Item) -> list[Thing]:
        """Things the item may stand on or in, the best first: those named, else those where such things usually are."""
        t = item.tied("on", "inside", "stacked_on", "middle_of")
        if t is not None:
            named = [self.room.things[i] for i in t.targets if i in self.room.things]
            if named:
                return sorted(
                    named,
                    key=lambda h: (
                        sum(self.used[(h.id, k)] for k in range(len(h.blueprint.surfaces))) / max(len(h.blueprint.surfaces), 1)
                    ),
                )
        near = [
            self.room.things[i]
            for t in item.ties
            if t.kind in ("next_to", "near", *SIDED)
            for i in t.targets
            if i in self.room.things
        ]
        if near and near[0].support.parent in self.room.things:
            return [self.room.things[near[0].support.parent]]
        ranked = [
            (host_rank(item.category, h.category), h)
            for h in self.room.things.values()
            if h.blueprint.surfaces and not h.walkable and h.support.kind in ("floor", "hung_on")
        ]
        known = [(r, h) for r, h in ranked if r > 0]
        return [h for _, h in sorted(known, key=lambda rh: -rh[0] - 0.3 * float(self.rng.random()))]

    def place(self, item: Item) -> bool:
        """Place one item; False if nothing can hold it."""
        hosts = self.hosts(item)
        inside = item.tied("inside") is not None
        if hosts and is_vase(hosts[0].category):
            return any(self._stand_in(item, h) for h in hosts)
        named = item.tied("on", "inside", "stacked_on") is not None
        for host in hosts:
            if named and self._same_stack(item, host) and self._stack_on(item, host):
                return True
            places = _places(host, inside)
            places.sort(key=lambda p: ((p.surface.kind == "in") != inside, -self._attraction(item, p)))
            for view in (True, False):  # rather not before a window
                for p in places:
                    if self._on(item, p, view):
                        return True
        for host in hosts:
            if self._stack(item, host):
                return True
        if item.tied("on", "inside", "stacked_on") is None:
            return self._floor(item)
        return self._squeeze(item, hosts)

    @staticmethod
    def _same_stack(item: Item, host: Thing) -> bool:
        """Whether an item is to lie on its like: a small plate on a large one, a book on a book."""
        name = item.category.name
        return name not in NOT_PILED and any(is_a(name, s) and is_a(host.category, s) for s in STACKS)

    def _stand_in(self, item: Item, host: Thing) -> bool:
        """Stems in a vase: side by side on its bottom, leaning on nothing but its neck."""
        wells = [(k, s) for k, s in enumerate(host.blueprint.surfaces) if s.kind == "in"]
        if not wells:
            return False
        k, s = wells[0]
        neck = (s.x1 - s.x0) / 2
        mates = {t.id for t in self.room.things.values() if t.support.parent == host.id}
        many = item.category.name == "flower"
        turn = (len(mates) + np.arange(STEMS)) * 2.4  # the golden angle: stems spread evenly however many come
        reach = 0.85 * neck * np.repeat([1.0, 0.5], STEMS // 2) if many else np.zeros(STEMS)
        place = Place(host, k, s)
        x, y = place.world((s.x0 + s.x1) / 2 + reach * np.cos(turn), (s.y0 + s.y1) / 2 + reach * np.sin(turn))
        yaw = np.full(STEMS, self.rng.uniform(-np.pi, np.pi))
        z = host.z + s.z
        w, d, h = item.blueprint.size
        small = item.category.smallest
        shorter = max(h * 0.85 ** len(mates), small[2])  # blossoms at different heights stay clear of each other
        sizes = [(small[0], small[1], shorter)] if many else [(w, d, h), (small[0] * 1.3, small[1] * 1.3, h), small]
        for size in sizes:
            if size != (w, d, h):
                item.blueprint = self.program.library.sample(
                    item.category.name, self.rng, size, self.program.style, item.attributes
                )
            ok = self.room.fits(patches_of(item.blueprint), x, y, yaw, z, zones=False, gap=0.002, ignore=self._lineage(host))
            if ok.any():
                at = int(np.argmax(ok))
                self._put(item, place, float(x[at]), float(y[at]), z, float(yaw[at]))
                return True
        return False

    def _attraction(self, item: Item, p: Place) -> float:
        """How much an item is drawn to a surface: near its like, where there is room."""
        area = max((p.surface.x1 - p.surface.x0) * (p.surface.y1 - p.surface.y0), 1e-6)
        full = self.used[p.key] / area
        reach = 0.3 if 0.3 < p.surface.z < 1.7 else 0.0
        if p.surface.name == TURNDOWN:
            reach += 2.0 if is_a(item.category.name, "pillow") else -2.0
        return (
            (0.5 if item.category.name in self.kinds[p.key] else 0.0)
            - 1.2 * full
            + reach
            + 0.2 * float(self.rng.random())
            + min(p.surface.clearance, 0.5)
        )

    def _on(self, item: Item, p: Place, keep_view: bool = False) -> bool:
        s = p.surface
        w, d, h = item.blueprint.size
        if h > s.clearance - 0.005:
            return False
        turns = [0.0] if item.category.front else [0.0, np.pi / 2]
        if item.category.front and p.surface.kind == "on" and item.category.name not in DEPTH and anchor_like_table(p.host):
            turns = [0.0, np.pi, np.pi / 2, -np.pi / 2]
        elif w > d * 1.5 and s.x1 - s.x0 < w:
            turns = [np.pi / 2, -np.pi / 2]
        loose = not item.category.front and s.kind == "on" and max(w, d) < 0.5
        xs, ys, ts = [], [], []
        for t in turns:
            jitter = float(self.rng.uniform(-0.3, 0.3)) if loose else 0.0
            c, sn = abs(np.cos(t + jitter)), abs(np.sin(t + jitter))
            hx, hy = (c * w + sn * d) / 2, (sn * w + c * d) / 2
            x0, x1, y0, y1 = s.x0 + hx, s.x1 - hx, s.y0 + hy, s.y1 - hy
            if x1 < x0 - 1e-6 or y1 < y0 - 1e-6:
                continue
            nx = int(np.clip((x1 - x0) / 0.035, 1, 26)) + 1
            ny = int(np.clip((y1 - y0) / 0.06, 1, 8)) + 1
            gx, gy = np.meshgrid(np.linspace(x0, x1, nx), np.linspace(y0, y1, ny), indexing="ij")
            xs.append(np.append(gx.ravel(), (x0 + x1) / 2))
            ys.append(np.append(gy.ravel(), (y0 + y1) / 2))
            ts.append(np.full(gx.size + 1, t + jitter))
        if not xs:
            return False
        lx, ly, lt = np.concatenate(xs), np.concatenate(ys), np.concatenate(ts)
        if s.round:
            rx, ry = (s.x1 - s.x0) / 2, (s.y1 - s.y0) / 2
            r = np.hypot(w, d) / 2 * 0.8
            keep = np.hypot((lx - (s.x0 + s.x1) / 2) / max(rx - r, 1e-3), (ly - (s.y0 + s.y1) / 2) / max(ry - r, 1e-3)) <= 1
            lx, ly, lt = lx[keep], ly[keep], lt[keep]
        if not len(lx):
            return False
        score = self._taste(item, p, lx, ly)
        order = np.argsort(-(score + 0.12 * self.rng.gumbel(size=len(score))))
        x, y = p.world(lx[order], ly[order])
        z = p.host.z + s.z
        yaw = p.host.yaw + lt[order]
        ignore = self._lineage(p.host)
        patches = patches_of(item.blueprint)
        for start in range(0, len(order), 64):
            block = slice(start, start + 64)
            ok = self.room.fits(patches, x[block], y[block], yaw[block], z, zones=keep_view, gap=AIR, ignore=ignore)
            if ok.any():
                k = start + int(np.flatnonzero(ok)[0])
                self._put(item, p, float(x[k]), float(y[k]), float(z), float(yaw[k]))
                return True
        return False

    def _taste(self, item: Item, p: Place, lx: Floats, ly: Floats) -> Floats:
        s = p.surface
        u = (lx - (s.x0 + s.x1) / 2) / max((s.x1 - s.x0) / 2, 1e-6)
        v = (ly - (s.y0 + s.y1) / 2) / max((s.y1 - s.y0) / 2, 1e-6)
        name = item.category.name
        if item.tied("middle_of") or (item.area > 0.25 * (s.x1 - s.x0) * (s.y1 - s.y0) and name not in DEPTH):
            return -2.0 * np.hypot(u, v)
        score = np.zeros(len(lx))
        depth = DEPTH.get(name)
        if depth is not None:
            score -= 1.2 * np.abs(v - depth)
            score -= (
                0.8
                * np.abs(np.abs(u - SIDEWAYS.get(name, 0.0)) if name in SIDEWAYS else u)
                * (0.2 if is_seatlike(p.host.category) else 1.0)
            )
        elif s.kind == "in":
            score -= 0.6 * np.abs(v) + 0.15 * (u + 1)  # fill shelves from one end
        else:
            score += 0.25 * self.rng.standard_normal(len(lx)) - 0.1 * np.hypot(u, v)
        wx, wy = p.world(lx, ly)
        poses = Poses(np.stack([wx, wy], -1), np.array(item.blueprint.size[:2]) / 2, np.full(len(lx), p.host.yaw))
        for tie in item.ties:
            if tie.architecture:
                score += 2.0 * np.log(np.maximum(measure_architecture(tie.kind, tie.architecture, poses, self.room), 0.01))
                continue
            others = [self.room.things[i] for i in tie.targets if i in self.room.things and i != p.host.id]
            if others and tie.kind in SIDED:
                score += 3.0 * np.log(np.maximum(any_of(tie.kind, poses, [pose_of(t) for t in others]), 0.01))
            for t in others:
                score -= 2.0 * np.hypot(wx - t.centre[0], wy - t.centre[1])
        return score

    def _lineage(self, host: Thing) -> set[str]:
        """The host and all that holds it up: contact with these is not a collision."""
        out = {host.id}
        while host.support.parent in self.room.things:
            host = self.room.things[host.support.parent]
            out.add(host.id)
        return out

    def _put(self, item: Item, p: Place, x: float, y: float, z: float, yaw: float) -> None:
        kind = p.surface.kind
        self.room.add(
            Thing(
                item.id,
                item.category.name,
                item.blueprint,
                x,
                y,
                z,
                yaw,
                Support(kind, p.host.id, p.index),
                item.key,
                p.host.group,
            )
        )
        self.used[p.key] += item.area
        self.kinds[p.key].add(item.category.name)

    # ------------------------------------------------------------------ when the surface is full

    def _stack(self, item: Item, host: Thing) -> bool:
        """On top of a like thing that already stands on the host; crockery also on a plate."""
        if not any(is_a(item.category.name, s) for s in (*STACKS, *ON_PLATES)):
            return False
        guests = [t for t in self.room.things.values() if host.id in self.room.holders(t.id)]
        tops = {t.support.parent for t in self.room.things.values()}
        like = [t for t in guests if t.id not in tops and self._piles(item, t)]
        for below in sorted(like, key=lambda t: (t.category != item.category.name, t.top)):
            if max(item.blueprint.size[:2]) > 1.15 * max(below.blueprint.size[:2]):
                continue
            nest = any(is_a(item.category.name, s) and is_a(below.category, s) for s in NESTS)
            flat = next((k for k, s in enumerate(below.blueprint.surfaces) if s.kind == "on"), None)
            well = next((s.z for s in below.blueprint.surfaces if s.kind == "in"), None)
            nest = nest and well is not None
            if flat is None and well is not None and not nest:
                continue  # open on top
            step = well if nest else (below.blueprint.surfaces[flat].z if flat is not None else below.blueprint.size[2])
            assert step is not None
            z = below.z + step
            room_left = self._clearance(below, host)
            if z + item.blueprint.size[2] - host.z > room_left:
                continue
            at = np.array([below.x]), np.array([below.y]), np.array([below.yaw])
            if self.room.fits(patches_of(item.blueprint), *at, z, zones=False, gap=0.001, ignore={*self._lineage(below)})[0]:
                self.room.add(
                    Thing(
                        item.id,
                        item.category.name,
                        item.blueprint,
                        below.x,
                        below.y,
                        z,
                        below.yaw,
                        Support("in" if nest else "on", below.id, flat or 0),
                        item.key,
                        host.group,
                    )
                )
                return True
        return False

    @staticmethod
    def _piles(item: Item, t: Thing) -> bool:
        """Whether an item may lie on a thing: on its like, or crockery on a plate."""
        like = is_a(t.category, item.category.name) or is_a(item.category.name, t.category)
        if like:
            return any(is_a(item.category.name, s) for s in STACKS) and item.category.name not in NOT_PILED
        return is_a(t.category, "plate") and any(is_a(item.category.name, s) for s in ON_PLATES)

    def _clearance(self, below: Thing, host: Thing) -> float:
        """Highest point, over the host's origin, that a stack may reach."""
        t = below
        while t.support.parent != host.id and t.support.parent in self.room.things:
            t = self.room.things[t.support.parent]
        k = t.support.surface
        if t.support.parent == host.id and k < len(host.blueprint.surfaces):
            s = host.blueprint.surfaces[k]
            return s.z + s.clearance - 0.005
        return 2.2

    def _squeeze(self, item: Item, hosts: Sequence[Thing]) -> bool:
        """A named host is too small for the thing: take a smaller one of its kind, down to the smallest there is."""
        made, small, full = item.blueprint, item.category.smallest, item.blueprint.size
        inside = item.tied("inside") is not None
        for factor in (0.85, 0.7, 0.0):
            size = tuple(max(m, s * factor) for s, m in zip(full, small, strict=True))
            item.blueprint = self.program.library.sample(item.category.name, self.rng, size, self.program.style, item.attributes)
            for h in hosts:
                if any(self._on(item, p) for p in _places(h, inside)) or self._stack(item, h):
                    return True
        item.blueprint = made
        return False

    def elsewhere(self, item: Item) -> bool:
        """What found no place where it was wanted is had elsewhere: on another surface, or on the floor."""
        small = bool({"on", "in"} & set(item.category.supports))
        if item.category.walkable or not (small or "floor" in item.category.supports):
            return False
        ranked = [
            (host_rank(item.category, h.category), h)
            for h in self.room.things.values()
            if small and h.blueprint.surfaces and not h.walkable
        ]
        ranked = sorted((rh for rh in ranked if rh[0] > 0), key=lambda rh: -rh[0])
        usual = [h for r, h in ranked if r >= USUAL]
        odd = [h for r, h in ranked if r < USUAL]
        return self._on_one_of(item, usual) or self._floor(item) or self._on_one_of(item, odd)

    def _on_one_of(self, item: Item, hosts: Sequence[Thing]) -> bool:
        """On or in the first of some hosts that has room; piled where it piles."""
        places = [p for h in hosts for p in _places(h, False)]
        places = [p for p in places if p.surface.kind == "on" or plays(p.host.category, SHELVES)]
        return any(self._on(item, p) for p in places) or any(self._stack(item, h) for h in hosts)

    def _floor(self, item: Item) -> bool:
        """Nothing can hold it: stand it on the floor, near what it is tied to."""
        if max(item.blueprint.size) < 0.05 and not item.required:
            return False
        partners = [self.room.things[i] for t in item.ties for i in t.targets if i in self.room.things]
        lo, hi = extent(patches_of(item.blueprint))
        r = float(max(hi - lo)) / 2 + 0.03
        a, b = self.room.polygon.min(0) + r, self.room.polygon.max(0) - r
        if (b <= a).any():
            return False
        pts = self.rng.uniform(a, b, (300, 2))
        for t in partners:
            ang = self.rng.uniform(0, 2 * np.pi, 160)
            rad = max(t.half) + r + self.rng.uniform(0.02, 0.5, 160)
            pts = np.concatenate([np.array(t.centre) + np.column_stack([np.cos(ang), np.sin(ang)]) * rad[:, None], pts])
        yaw = self.rng.uniform(-np.pi, np.pi, len(pts))
        if item.category.front or item.area > 0.1:  # furniture stands square to the room
            yaw = np.array([w.yaw for w in self.room.walls])[self.rng.integers(len(self.room.walls), size=len(pts))]
        ok = self.room.fits(patches_of(item.blueprint), pts[:, 0], pts[:, 1], yaw, self.room.room.level, gap=0.02)
        if not ok.any():
            return False
        k = int(np.flatnonzero(ok)[0])
        self.room.add(
            Thing(
                item.id,
                item.category.name,
                item.blueprint,
                float(pts[k, 0]),
                float(pts[k, 1]),
                self.room.room.level,
                float(yaw[k]),
                Support("floor", self.room.room.id),
                item.key,
            )
        )
        return True

    # ------------------------------------------------------------------ a laid table

    def _settings(self, item: Item, items: Sequence[Item]) -> bool:
        """Lay a table: plates with cutlery and glass before each seat. True if the item was placed as part of a setting."""
        if item.id in self.room.things:
            return True
        if not is_a(item.category.name, "plate"):
            return False
        t = item.tied("on")
        host = next((self.room.things[i] for i in t.targets if i in self.room.things), None) if t else None
        if host is None or not anchor_like_table(host) or host.blueprint.size[2] > 1.2:
            return False
        mates = [i for i in items if i.tied("on") and host.id in i.tied("on").targets and i.id not in self.room.things]  # type: ignore[union-attr]
        kinds = {k: [i for i in mates if is_a(i.category.name, k)] for k in SETTING}
        n = min(len(v) for k, v in kinds.items() if v)
        if n < 2 or sum(bool(v) for v in kinds.values()) < 2:
            return False
        self._lay(host, n, kinds)
        return item.id in self.room.things

    def _lay(self, host: Thing, n: int, kinds: dict[str, list[Item]]) -> None:
        """Set n places, all alike: where the chairs are if there are as many, else evenly around."""
        top = next((k for k, s in enumerate(host.blueprint.surfaces) if s.kind == "on"), None)
        table = self.program.items.get(host.id)
        if top is None or table is None:
            return
        place = Place(host, top, host.blueprint.surfaces[top])
        seats = seats_at(self.room, host)
        seats = seats if len(seats) == n else _even_seats(table, place.surface, n)
        for kind, (right, inward) in SETTING.items():
            of = [i for i in kinds[kind] if i.id not in self.room.things]
            for k in range(0, len(of) - n + 1, n):
                self._one_each(of[k : k + n], place, seats, right, inward)

    def _one_each(self, items: Sequence[Item], p: Place, seats: Sequence[Seat], right: float, inward: float) -> None:
        """One of a kind before each seat, all of one make, smaller if need be; none if there is no room before each."""
        first, usual = items[0], items[0].blueprint
        alike = all(i.attributes == first.attributes for i in items)
        for factor in (1.0, 0.9, 0.8) if alike else (1.0,):
            if factor < 1.0:
                size = (max(factor * usual.size[0], first.category.smallest[0]), None, None)
                usual = self.program.library.sample(first.category.name, self.rng, size, self.program.style, first.attributes)
            for i in items if alike else ():
                i.blueprint = usual
            kept = self.room.snapshot()
            if all(self._set_down(i, p, seat, right, inward, len(seats)) for i, seat in zip(items, seats, strict=True)):
                return
            self.room.restore(kept)

    def _set_down(self, item: Item, p: Place, seat: Seat, right: float, inward: float, n: int) -> bool:
        """Lay one piece of a setting; on its like or on the plate if that is where it belongs."""
        w, d, _ = item.blueprint.size
        inward = max(inward, d / 2 + 0.02)
        if p.surface.round:  # the slice of a round table narrows inwards
            reach = min(p.surface.x1 - p.surface.x0, p.surface.y1 - p.surface.y0) / 2 - inward - d / 2
            right = float(np.sign(right)) * min(abs(right), max(reach * float(np.tan(np.pi / max(n, 3))) - w / 2 - AIR, 0.0))
        lx, ly = seat.place(right, inward)
        x, y = p.world(np.array([lx]), np.array([ly]))
        z = p.host.z + p.surface.z
        yaw = np.array([p.host.yaw + seat.facing])
        if self.room.fits(patches_of(item.blueprint), x, y, yaw, z, zones=False, gap=AIR, ignore=self._lineage(p.host))[0]:
            self._put(item, p, float(x[0]), float(y[0]), z, float(yaw[0]))
            return True
        ex, ey = p.world(*(np.array([v]) for v in seat.place(0.0, 0.16)))
        like = [t for t in self.room.things.values() if t.support.parent == p.host.id and self._piles(item, t)]
        near = [t for t in like if np.hypot(t.x - ex[0], t.y - ey[0]) < OWN_PLACE]
        laid = any(is_a(item.category.name, k) for k in LAID_ON_PLATES)
        return laid and any(self._stack_on(item, below) for below in near)

    def _stack_on(self, item: Item, below: Thing) -> bool:
        """Lay an item on its like, if nothing lies there yet and it is not much larger."""
        if max(item.blueprint.size[:2]) > 1.1 * max(below.blueprint.size[:2]) or any(
            t.support.parent == below.id for t in self.room.things.values()
        ):
            return False
        z = below.z + next((s.z for s in below.blueprint.surfaces if s.kind == "on"), below.blueprint.size[2])
        at = np.array([below.x]), np.array([below.y]), np.array([below.yaw])
        if not self.room.fits(patches_of(item.blueprint), *at, z, zones=False, gap=0.001, ignore=self._lineage(below))[0]:
            return False
        self.room.add(
            Thing(
                item.id,
                item.category.name,
                item.blueprint,
                below.x,
                below.y,
                z,
                below.yaw,
                Support("on", below.id, 0),
                item.key,
                below.group,
            )
        )
        return True


def _even_seats(table: Item, s: Surface, n: int) -> list[Seat]:
    """n places around a table that has no chairs, or not as many."""
    hx, hy = (s.x1 - s.x0) / 2, (s.y1 - s.y0) / 2
    if anchor_round(table):
        around = np.linspace(0, 2 * np.pi, n, endpoint=False)
        return [Seat(float(np.sin(a)) * hx, -float(np.cos(a)) * hy, -float(np.sin(a)), float(np.cos(a))) for a in around]
    return [
        Seat(dx * hx + abs(dy) * shift, dy * hy + abs(dx) * shift, -dx, -dy) for dx, dy, _, shift in seat_places(table, n, 0.5)
    ]


def anchor_like_table(host: Thing) -> bool:
    """Whether a host is used from all sides, as a table is."""
    return any(
        is_a(host.category, c)
        for c in ("table", "dining_table", "coffee_table", "kitchen_island", "bar_table", "conference_table")
    )


__all__ = ["Dresser", "Patch", "Place"]
