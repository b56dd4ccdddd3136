"""The last guard: nothing that stands, lies or hangs touches anything but what holds it.

Pairs are found with the solids that worlds are judged by. The smaller thing gives way, and what nobody asked for before what was:
it is moved a little, then (if it was asked for) put down anew, and taken out at last.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ..geometry import Bools, Floats, directions, rectangles_gap
from .dressing import Dresser
from .furnish import Placer
from .groups import Group
from .hang import Hanger
from .program import Item
from .state import Arrangement, Rects, Thing, moved, patches_of

Ints = NDArray[np.intp]

TOUCH = 0.0045  # metres that two solids may overlap and still only touch (evaluation rule COL: 5 mm)
STEPS = (0.006, 0.012, 0.02, 0.035, 0.06)  # metres that a thing is moved by
OVERHANG = 0.01  # metres by which a moved thing may stand out over the edge of what it stands on


def touching(state: Arrangement) -> list[tuple[str, str]]:
    """Pairs of things whose solids overlap by more than a touch, and of which neither rests on or in the other; sorted."""
    solids = replace(state.solids)
    for t in state.things.values():
        if t.walkable:
            solids.extend(moved(patches_of(t.blueprint), t.x, t.y, t.yaw, t.z), t.id)
    i, j = _near(solids)
    owner = solids.owner
    keep = (owner[i] != owner[j]) & (solids.z0[i] < solids.z1[j] - TOUCH) & (solids.z0[j] < solids.z1[i] - TOUCH)
    i, j = i[keep], j[keep]
    c, h, a = solids.centre, solids.half, solids.yaw
    deep = rectangles_gap(c[i], h[i], a[i], c[j], h[j], a[j]) < -TOUCH
    pairs = {(min(p, q), max(p, q)) for p, q in zip(owner[i[deep]], owner[j[deep]], strict=True)}
    return sorted((p, q) for p, q in pairs if p not in state.holders(q) and q not in state.holders(p))


def _near(r: Rects) -> tuple[Ints, Ints]:
    """Indices of boxes whose bounds along x overlap, each pair once: along a sweep line. (m,), (m,)"""
    ux, uy = directions(r.yaw)
    reach = np.abs(ux[:, 0]) * r.half[:, 0] + np.abs(uy[:, 0]) * r.half[:, 1]
    lower, upper = r.centre[:, 0] - reach, r.centre[:, 0] + reach
    order = np.argsort(lower, kind="stable")
    until = np.searchsorted(lower[order], upper[order])
    counts = np.maximum(until - np.arange(len(order)) - 1, 0)
    first = np.repeat(np.arange(len(order)), counts)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[first], order[second]


class Guard:
    """Keeps the things of a furnished room apart."""

    def __init__(self, placer: Placer, dresser: Dresser) -> None:
        self.placer, self.dresser = placer, dresser
        self.room, self.program = placer.room, placer.program
        self.tried: Counter[str] = Counter()  # by thing: how often it gave way

    def run(self) -> None:
        """Part all pairs; what is fixed never moves, so two fixed things may still touch."""
        while pairs := [p for p in touching(self.room) if not all(self._rank(i)[0] for i in p)]:
            for pair in pairs:
                if all(i in self.room.things for i in pair):
                    self._give_way(min(pair, key=self._rank))

    def _rank(self, thing: str) -> tuple[bool, bool, float, str]:
        """Who gives way first: what may move, what nobody asked for, what is small."""
        items = [self.program.items[i] for i in self.room.carried(thing) if i in self.program.items]
        size = self.room.things[thing].blueprint.size
        return any(i.fixed for i in items), any(i.required for i in items), float(np.prod(size)), thing

    def _give_way(self, thing: str) -> None:
        self.tried[thing] += 1
        if self.tried[thing] == 1 and self._nudge(thing):
            return
        again = self._take(thing)
        if self.tried[thing] > 2:
            self.placer.outcome.unplaced += again
            return
        for item in again:
            if not self._put(item):
                self.placer.outcome.unplaced.append(item)

    def _nudge(self, thing: str) -> bool:
        """Move a thing with all it carries by the least that clears it."""
        room = self.room
        mine = [room.things[i] for i in room.carried(thing)]
        t = room.things[thing]
        turn = np.arange(12) * np.pi / 6
        off = np.concatenate([s * np.stack([np.cos(turn), np.sin(turn)], -1) for s in STEPS])
        shift = np.column_stack([off, np.zeros(len(off))])
        if t.support.kind == "hung_on":  # along its wall, and up or down
            shift = np.column_stack([off[:, :1] * directions(t.yaw)[0], off[:, 1]])
        ok = self._stays_on(t, shift)
        for m in mine:
            free = t.support.kind not in ("floor", "hung_on") or m is not t
            ignore = room.holders(m.id) | {o.id for o in mine}
            for dz in np.unique(shift[ok, 2]):
                at = np.flatnonzero(ok & (shift[:, 2] == dz))
                x, y = m.x + shift[at, 0], m.y + shift[at, 1]
                yaw = np.full(len(at), m.yaw)
                ok[at] = room.fits(patches_of(m.blueprint), x, y, yaw, m.z + dz, zones=not free, gap=0.001, ignore=ignore)
        if not ok.any():
            return False
        dx, dy, dz = shift[int(np.flatnonzero(ok)[0])]
        for m in mine:
            room.shift(m.id, float(dx), float(dy), float(dz))
        return True

    def _stays_on(self, t: Thing, shift: Floats) -> Bools:
        """Which shifts leave a thing on the surface that it stands on. (n,)"""
        host = self.room.things.get(t.support.parent)
        if host is None or host.walkable or t.support.surface >= len(host.blueprint.surfaces):
            return np.full(len(shift), host is None or not host.walkable)
        s = host.blueprint.surfaces[t.support.surface]
        ux, uy = directions(host.yaw)
        d = np.array([t.x - host.x, t.y - host.y]) + shift[:, :2]
        c, k = abs(np.cos(t.yaw - host.yaw)), abs(np.sin(t.yaw - host.yaw))
        hx, hy = c * t.half[0] + k * t.half[1] - OVERHANG, k * t.half[0] + c * t.half[1] - OVERHANG
        x, y = d @ ux, d @ uy
        return np.asarray((x - hx >= s.x0) & (x + hx <= s.x1) & (y - hy >= s.y0) & (y + hy <= s.y1))

    def _take(self, thing: str) -> list[Item]:
        """Take a thing out with all it carries; those of them that are asked for, holders first."""
        gone = sorted(self.room.carried(thing), key=lambda i: (len(self.room.holders(i)), i))
        for i in gone:
            self.room.remove(i)
        return [self.program.items[i] for i in gone if self.program.items[i].required]

    def _put(self, item: Item) -> bool:
        """Put an asked-for thing down anew, wherever it is free."""
        if item.category.walkable:
            self.placer.place_rug(item)
            return item.id in self.room.things
        if item.support == "floor":
            return self.placer.place_group(Group(item))
        if item.support in ("hung_on", "from_ceiling"):
            hanger = Hanger(self.placer)
            return hanger.hang(item) if item.support == "hung_on" else hanger.hang_under(item, 0, 1)
        return self.dresser.place(item) or self.dresser.elsewhere(item)


__all__ = ["Guard", "touching"]
