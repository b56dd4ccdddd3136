"""Doors and windows of a subdivided home. Everything is measured on the rooms' inner faces, one wall thickness apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..geometry import Floats
from ..graph.types import Opening, Vec2
from .rooms import ROOMS
from .subdivide import NEVER, WALL, Problem

DOOR, ENTRANCE, NARROW_DOOR = 0.8, 0.95, 0.7  # widths, m
DOOR_HEIGHT, HEAD = 2.05, 2.1
JAMB = 0.1  # least distance of a door from a corner
PIER = 0.25  # least distance of a window from a corner
_EATING = {"kitchen", "dining_room", "living_room"}
ZONE = 1.0  # depth kept clear before a door
PASSAGE = (1.4, 3.2)
_TOL = 2e-3


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a room's wall: edge index, from `lo` to `hi` along it; `other` is the room behind it (-1 outside)."""

    room: int
    wall: int
    lo: float
    hi: float
    other: int = -1
    other_wall: int = -1
    other_hi: float = 0.0  # along the other room's edge, of the point `lo`

    @property
    def length(self) -> float:
        return self.hi - self.lo


@dataclass(frozen=True, slots=True)
class _Edges:
    room: Floats  # (m,) index
    wall: Floats  # (m,)
    start: Floats  # (m, 2)
    direction: Floats  # (m, 2)
    length: Floats  # (m,)


def _edges(polygons: Sequence[Sequence[Vec2]]) -> _Edges:
    rows = []
    for r, polygon in enumerate(polygons):
        p = np.asarray(polygon, float)
        d = np.roll(p, -1, 0) - p
        n = np.linalg.norm(d, axis=1)
        rows += [(r, k, *p[k], *(d[k] / n[k]), n[k]) for k in range(len(p))]
    a = np.array(rows, float)
    return _Edges(a[:, 0].astype(int), a[:, 1].astype(int), a[:, 2:4], a[:, 4:6], a[:, 6])


def joints(polygons: Sequence[Sequence[Vec2]], wall: float = WALL) -> list[Span]:
    """Where two rooms face each other through one wall, for both orders of the pair."""
    e = _edges(polygons)
    d = e.direction
    rel = e.start[None] - e.start[:, None]  # (m, m, 2) from i to j
    against = (d[:, None] * d[None]).sum(-1) < -0.9999
    outward = np.stack([d[:, 1], -d[:, 0]], -1)
    gap = (rel * outward[:, None]).sum(-1)
    facing = against & (np.abs(gap - wall) < _TOL) & (e.room[:, None] != e.room[None])
    out = []
    for i, j in np.argwhere(facing).tolist():
        at = float(rel[i, j] @ d[i])  # along edge i of the start of edge j, which runs back from there
        lo, hi = max(0.0, at - float(e.length[j])), min(float(e.length[i]), at)
        if hi - lo > 0.05:
            out.append(Span(int(e.room[i]), int(e.wall[i]), lo, hi, int(e.room[j]), int(e.wall[j]), at - lo))
    return out


def outside_spans(polygons: Sequence[Sequence[Vec2]], outline: Sequence[Vec2]) -> list[Span]:
    """Where rooms lie at the outline (the inner face of the outer walls)."""
    e, f = _edges(polygons), _edges([outline])
    out = []
    for i in range(len(e.room)):
        d = e.direction[i]
        rel = f.start - e.start[i]
        along = rel @ d
        across = np.abs(rel @ np.array([d[1], -d[0]]))
        on = (f.direction @ d > 0.9999) & (across < _TOL)
        for k in np.flatnonzero(on):
            lo, hi = max(0.0, float(along[k])), min(float(e.length[i]), float(along[k] + f.length[k]))
            if hi - lo > 0.05:
                out.append(Span(int(e.room[i]), int(e.wall[i]), lo, hi))
    return out


@dataclass(frozen=True, slots=True)
class _Zone:
    room: int
    box: tuple[float, float, float, float]
    other: int  # the room behind the door


class Opener:
    """Cuts doors and windows into the rooms' walls, keeping the floor before each of them free of the others."""

    def __init__(self, p: Problem, polygons: Sequence[Sequence[Vec2]], outline: Sequence[Vec2], heights: Sequence[float]) -> None:
        self.p, self.polygons, self.heights = p, [np.asarray(q, float) for q in polygons], heights
        self.joints = joints(polygons)
        self.outside = outside_spans(polygons, outline)
        self.zones: list[_Zone] = []
        self.taken: list[Span] = []  # openings cut so far, both faces
        self.openings: list[list[Opening]] = [[] for _ in polygons]
        self.clash = 0.0  # m2 of door zones that overlap

    # ------------------------------------------------------------------ where

    def _box(self, room: int, wall: int, lo: float, hi: float) -> tuple[float, float, float, float]:
        """The zone before an opening, as an upright box (of its corners, when the wall is not upright)."""
        q = self.polygons[room]
        a, b = q[wall], q[(wall + 1) % len(q)]
        d = (b - a) / np.linalg.norm(b - a)
        n = np.array([-d[1], d[0]])
        pts = np.stack([a + lo * d, a + hi * d, a + lo * d + ZONE * n, a + hi * d + ZONE * n])
        return (*pts.min(0).tolist(), *pts.max(0).tolist())

    def _clash(self, room: int, box: tuple[float, float, float, float], other: int) -> float:
        """m2 shared with other doors' zones. In a hall it counts little, but a bathroom should not face where people eat."""
        total = 0.0
        for z in self.zones:
            if z.room == room:
                weight = 1.0
                if room == self.p.hub and self.p.corridor:
                    pair = {self._type(z.other), self._type(other)}
                    weight = 1.5 if "bathroom" in pair and pair & _EATING else 0.3
                w = min(z.box[2], box[2]) - max(z.box[0], box[0])
                h = min(z.box[3], box[3]) - max(z.box[1], box[1])
                total += weight * max(w, 0.0) * max(h, 0.0)
        return total

    def _type(self, room: int) -> str:
        return self.p.wishes[room].type if room >= 0 else "outside"

    def _free(self, room: int, wall: int, lo: float, hi: float) -> bool:
        return all(t.room != room or t.wall != wall or t.hi + 0.1 <= lo or t.lo - 0.1 >= hi for t in self.taken)

    def _best(
        self, spans: Sequence[Span], width: float, corner: float, centred: bool = False
    ) -> tuple[float, Span, float] | None:
        """The place where a door is least in the way: (penalty, span, offset of its nearer jamb)."""
        best = None
        for s in spans:
            room = s.length - width - 2 * corner
            if room < -1e-6:
                continue
            for f in (0.5,) if centred else (0.0, 1.0, 0.5, 0.25, 0.75):
                lo = s.lo + corner + f * room
                if not self._free(s.room, s.wall, lo, lo + width):
                    continue
                bad = 3.0 * self._clash(s.room, self._box(s.room, s.wall, lo, lo + width), s.other)
                bad += 0.25 * min(f, 1 - f) * min(room, 2.0)
                if s.other >= 0:
                    far = s.other_hi - (lo - s.lo)
                    bad += 3.0 * self._clash(s.other, self._box(s.other, s.other_wall, far - width, far), s.room)
                if best is None or bad < best[0] - 1e-9:
                    best = (bad, s, lo)
        return best

    def _cut(self, s: Span, lo: float, opening: Opening) -> None:
        """Put the opening on both faces; the twin in the other room is the hole alone."""
        width = opening.width
        if opening.generator == "door":  # hung so that it opens against the nearer side wall
            near = s.lo + s.hi - 2 * lo - width > 0
            opening = replace(opening, params={"hinge": "right" if near else "left"})
        self._mark(s, s.room, s.wall, lo, opening)
        self.openings[s.room].append(replace(opening, wall=s.wall, offset=round(lo, 4)))
        if s.other < 0:
            return
        far = s.other_hi - (lo - s.lo) - width
        self._mark(s, s.other, s.other_wall, far, opening)
        twin = Opening("", "door", s.other_wall, round(far, 4), width, opening.height, leads_to=self.p.wishes[s.room].key)
        self.openings[s.other].append(twin)

    def _mark(self, s: Span, room: int, wall: int, lo: float, opening: Opening) -> None:
        self.taken.append(Span(room, wall, lo, lo + opening.width))
        if opening.kind == "door":
            other = s.other if room == s.room else s.room
            box = self._box(room, wall, lo, lo + opening.width)
            self.clash += self._clash(room, box, other)
            self.zones.append(_Zone(room, box, other))

    # ------------------------------------------------------------------ doors

    def entrance(self, room: int) -> bool:
        """The home's entrance door, on the side where guests are received."""
        public, private = self.p.private < 0.25, self.p.private > 0.75
        centre = np.stack([(q.min(0) + q.max(0)) / 2 for q in self.polygons])

        def unwelcome(s: Span) -> float:
            if not (public.any() and private.any()):
                return 0.0
            q = self.polygons[s.room]
            away = np.abs(q[s.wall] - centre).sum(1)
            return float(away[public].mean() / max(away[private].mean(), 0.1))

        spans = sorted((s for s in self.outside if s.room == room), key=unwelcome)
        for width in (ENTRANCE, 0.9):
            place = next((at for s in spans if (at := self._best([s], width, JAMB))), None)
            if place:
                _, s, lo = place
                self._cut(s, lo, Opening("", "door", 0, 0.0, width, DOOR_HEIGHT, generator="door", leads_to="outside"))
                return True
        return False

    def door(self, a: int, b: int, wide: bool = False) -> bool:
        """A door between rooms a and b, opening into a."""
        spans = [s for s in self.joints if s.room == a and s.other == b]
        leads = self.p.wishes[b].key
        if wide:
            longest = max(spans, key=lambda s: s.length, default=None)
            if longest and longest.length >= PASSAGE[0] + 0.1:
                width = round(float(np.clip(0.7 * longest.length, PASSAGE[0], PASSAGE[1])), 2)
                place = self._best([longest], width, 0.05, centred=True)
                if place:
                    self._cut(place[1], place[2], Opening("", "door", 0, 0.0, width, 2.2, generator="passage", leads_to=leads))
                    return True
        small = "bathroom" in (self.p.wishes[a].type, self.p.wishes[b].type)
        for width, corner in ((DOOR, JAMB), (DOOR, 0.06), *(((NARROW_DOOR, 0.06),) if small else ())):
            place = self._best(spans, width, corner)
            if place:
                _, s, lo = place
                self._cut(s, lo, Opening("", "door", 0, 0.0, width, DOOR_HEIGHT, generator="door", leads_to=leads))
                return True
        return False

    def linked(self, a: int, b: int) -> float:
        """Longest stretch of wall between two rooms."""
        return max((s.length for s in self.joints if s.room == a and s.other == b), default=0.0)

    # ------------------------------------------------------------------ windows

    def windows(self, room: int, area: float, rng: np.random.Generator) -> None:
        """Windows of about a seventh of the floor, on the room's longest outer walls, from the middle of each stretch."""
        w = self.p.wishes[room]
        spec = ROOMS[w.type]
        if w.norm.daylight == "none":
            return
        small = w.norm.daylight == "wanted"
        head = min(HEAD, self.heights[room] - 0.2)
        sill = spec.sill if spec.sill < head - 0.4 else head - 0.6
        need = (0.07 if small else 0.15) * area / (head - sill)  # metres of width
        for s in sorted((s for s in self.outside if s.room == room), key=lambda s: -s.length):
            for lo, hi in self._gaps(s):
                here = hi - lo - 2 * PIER
                if here < 0.55 or need < 0.3:
                    continue
                width = float(np.clip(need, 0.6, min(here, 0.9 if small else max(0.6 * (hi - lo), 0.9))))
                width = max(width, 0.55)
                count = int(np.ceil(width / 2.4))
                each = round(width / count, 2)
                pitch = (hi - lo) / count
                for k in range(count):
                    at = lo + pitch * (k + 0.5) - each / 2
                    self._cut(s, at, Opening("", "window", 0, 0.0, each, round(head - sill, 3), sill, generator="window"))
                need -= width

    def _gaps(self, s: Span) -> list[tuple[float, float]]:
        """What the openings cut so far leave of a stretch."""
        out, at = [], s.lo
        for t in sorted((t for t in self.taken if t.room == s.room and t.wall == s.wall), key=lambda t: t.lo):
            if t.lo > at:
                out.append((at, min(t.lo, s.hi)))
            at = max(at, t.hi)
        if at < s.hi:
            out.append((at, s.hi))
        return out


def tree(p: Problem, opener: Opener, root: int) -> list[tuple[int, int, float]]:
    """The cheapest doors by which every room is entered from one that is entered before it: (room, from, cost)."""
    n = len(p.wishes)
    price = np.full((n, n), NEVER)
    for s in opener.joints:
        if s.length >= NARROW_DOOR + 0.12:
            short = 0.0 if s.length >= DOOR + 2 * JAMB else 0.8
            price[s.room, s.other] = min(price[s.room, s.other], p.enter[s.room, s.other] + short)
    seen = {root}
    out = []
    while len(seen) < n:
        options = [(float(price[a, b]), a, b) for a in range(n) if a not in seen for b in sorted(seen)]
        c, a, b = min(options)
        out.append((a, b, c))
        seen.add(a)
    return out
