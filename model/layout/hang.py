"""Hanging things: on the walls and under the ceiling, by stated relations and by what looks composed."""

from __future__ import annotations

import numpy as np

from ..catalogue import is_a
from ..geometry import Bools, Floats, directions, front
from ..graph.types import Support
from .furnish import CASING, CHUNK, OVER, Placer
from .program import Item
from .relations import Poses, plateau
from .state import Thing, patches_of

HUNG_GAP = 0.003
BEYOND = 0.3  # metres that a thing may reach past what it hangs over
DRAWN = 0.36  # metres beside a window that its curtains take
BOARDS = ("chalkboard", "whiteboard", "projector_screen")


class Hanger:
    """Places the hung items of a placer's program."""

    def __init__(self, placer: Placer) -> None:
        self.room, self.program, self.rng = placer.room, placer.program, placer.rng
        self.outcome, self.wishes, self.look = placer.outcome, placer.wishes, placer.look

    def place_hung(self) -> None:
        """Hang everything that goes on walls, large and required things first."""
        for item in self.program.items.values():
            if self._stranded(item):
                item.support = "hung_on"
                item.blueprint = self.program.library.sample(
                    item.category.name,
                    self.rng,
                    (item.blueprint.size[0], None, None),
                    self.program.style,
                    [*item.attributes, "mount_hung_on"],
                )
        items = [i for i in self.program.items.values() if i.support == "hung_on" and i.id not in self.room.things]
        for item in sorted(items, key=lambda i: (not i.required, -i.blueprint.size[0] * i.blueprint.size[2])):
            if not self.hang(item):
                self.outcome.unplaced.append(item)

    def _stranded(self, item: Item) -> bool:
        """Whether what was brought in to bear a thing found no place, and the thing may hang instead."""
        tie = item.tied("on", "middle_of")
        lost = tie is not None and not tie.required and not any(i in self.room.things for i in tie.targets)
        return lost and item.support == "on" and "hung_on" in item.category.supports and item.id not in self.room.things

    def hang(self, item: Item) -> bool:
        """Hang one thing on a wall; False if there is no place for it."""
        self._fit_row(item)
        w, _, h = item.blueprint.size
        level, top = self.room.room.level, self.room.room.level + self.room.room.height
        mount = level + (item.category.mount or 1.5)
        spots = []
        for wall in self.room.walls:
            s0, s1 = w / 2 + 0.03, wall.length - w / 2 - 0.03
            if s1 < s0:
                continue
            s = np.unique(np.concatenate([np.linspace(s0, s1, max(int((s1 - s0) / 0.08), 1) + 1), [(s0 + s1) / 2]]))
            lowest, highest = level + h / 2 + 0.05, top - h / 2 - 0.05
            for z in np.unique(
                np.clip([mount, mount + 0.15, mount + 0.3, mount + 0.5, mount - 0.2], lowest, max(highest, lowest))
            ):
                p = wall.start + s[:, None] * wall.along + HUNG_GAP * wall.normal
                spots.append(np.column_stack([p, np.full(len(s), z), np.full(len(s), wall.yaw), np.full(len(s), wall.index), s]))
        if not spots:
            return False
        c = np.concatenate(spots)
        c = c[~self._over_opening(c, w, h, CASING)]
        if not len(c):
            return False
        patches = patches_of(item.blueprint)
        d = item.blueprint.size[1]
        normal = -directions(c[:, 3])[1]
        poses = Poses(c[:, :2] + normal * d / 2, np.array([w / 2, d / 2]), c[:, 3], c[:, 2] - h / 2, c[:, 2] + h / 2)
        score = self.wishes.score(item, poses, set()) - 2.0 * np.abs(c[:, 2] - mount) + self._composition(item, poses, c)
        score -= 1.5 * self._over_opening(c, w, h, DRAWN)  # room for curtains
        for over in (self.room.things[i] for t in item.ties if t.kind == "above" for i in t.targets if i in self.room.things):
            score -= np.linalg.norm(poses.centre - np.array(over.centre), axis=-1)  # close by, if there is no place over it
        order = np.argsort(-(score + 0.15 * self.rng.gumbel(size=len(score))))
        for start in range(0, len(order), CHUNK):
            block = order[start : start + CHUNK]
            ok = np.zeros(len(block), bool)
            for z in np.unique(c[block, 2]):
                at = np.flatnonzero(c[block, 2] == z)
                ok[at] = self.room.fits(patches, c[block[at], 0], c[block[at], 1], c[block[at], 3], float(z), gap=0.03)
            if ok.any():
                k = block[np.flatnonzero(ok)[0]]
                self.room.add(
                    Thing(
                        item.id,
                        item.category.name,
                        item.blueprint,
                        float(c[k, 0]),
                        float(c[k, 1]),
                        float(c[k, 2]),
                        float(c[k, 3]),
                        Support("hung_on", self.room.room.id, int(c[k, 4])),
                        item.key,
                    )
                )
                return True
        return False

    def _fit_row(self, item: Item) -> None:
        """Make an item narrower when several are to hang over one thing, or one between it and a window, and would not fit."""
        over = next((t.targets[0] for t in item.ties if t.kind == "above" and t.targets), "")
        if over not in self.room.things:
            return
        mates = sum(t.kind == "above" and over in t.targets for i in self.program.items.values() for t in i.ties)
        stretch = self._stretch(self.room.things[over])
        share = stretch if mates < 2 else min(stretch, 2.2 * self.room.things[over].half[0] / mates - 0.05)
        w, narrowest = item.blueprint.size[0], item.category.smallest[0]
        if w > share and narrowest < w - 0.02 and (mates > 1 or narrowest <= share):
            wishes = [*item.attributes, "mount_hung_on"]
            size = (max(share, narrowest), None, None)
            item.blueprint = self.program.library.sample(item.category.name, self.rng, size, self.program.style, wishes)

    def _stretch(self, t: Thing) -> float:
        """Width of the longest stretch of wall over a thing, and a little beyond it, that is clear of openings; m."""
        best = 0.0
        for w in (w for w in self.room.walls if front(t.yaw) @ w.normal > 0.98):
            at, reach = float((np.array(t.centre) - w.start) @ w.along), OVER * t.half[0] + BEYOND
            spans = sorted((o.offset - CASING, o.offset + o.width + CASING) for o in self.room.room.openings if o.wall == w.index)
            start = max(at - reach, 0.03)
            for a, b in [*spans, (min(at + reach, w.length - 0.03),) * 2]:
                best = max(best, min(a, at + reach, w.length - 0.03) - start)
                start = max(start, b)
        return best

    def _over_opening(self, c: Floats, w: float, h: float, margin: float) -> Bools:
        bad = np.zeros(len(c), bool)
        for o in self.room.room.openings:
            s, z = c[:, 5], c[:, 2] - self.room.room.level
            bad |= (
                (c[:, 4] == o.wall)
                & (s + w / 2 > o.offset - margin)
                & (s - w / 2 < o.offset + o.width + margin)
                & (z + h / 2 > o.sill - margin)
                & (z - h / 2 < o.sill + o.height + margin)
            )
        return bad

    def _composition(self, item: Item, poses: Poses, c: Floats) -> Floats:
        """What looks right on a wall: centred over a piece of furniture or on the wall, in line with its neighbours."""
        score = np.zeros(len(c))
        board = any(is_a(item.category.name, b) for b in BOARDS)
        for wall in self.room.walls:
            on = c[:, 4] == wall.index
            if board:  # those who sit in rows look at it
                score[on] -= 3.0 * float(self.look @ wall.normal)
            score[on] += 0.6 * plateau(np.abs(c[on, 5] - wall.length / 2), 0, 0.05, 0.4) + 0.1 * min(wall.length, 6.0)
        for t in self.room.things.values():
            if t.support.kind == "floor" and not t.walkable and t.half[0] > 0.35:
                d = np.linalg.norm(poses.centre - np.array(t.centre), axis=-1)
                above = (poses.bottom > t.top) & (d < t.half[1] + 0.45)
                score += np.where(above, 1.2 * plateau(d - t.half[1], -9, 0.1, 0.15) * np.clip(t.half[0], 0, 1.2), 0)
            if t.support.kind == "hung_on":
                d = np.linalg.norm(poses.centre - np.array(t.centre), axis=-1)
                score -= 0.8 * np.exp(-0.5 * (np.maximum(d - t.half[0] - poses.half[0], 0) / 0.5) ** 2)
        return score

    def place_ceiling(self) -> None:
        """Hang everything that goes under the ceiling."""
        items = [i for i in self.program.items.values() if i.support == "from_ceiling" and i.id not in self.room.things]
        rows: dict[str, list[Item]] = {}  # by what they hang over; those over nothing hang in one row of the room
        for i in items:
            rows.setdefault(next((t.targets[0] for t in i.ties if t.kind in ("above", "on") and t.targets), ""), []).append(i)
        for row in rows.values():
            for k, item in enumerate(row):
                if not self.hang_under(item, k, len(row)):
                    self.outcome.unplaced.append(item)

    def hang_under(self, item: Item, index: int, total: int) -> bool:
        """Hang the index-th of a row of things under the ceiling; False if there is no place for it."""
        top = self.room.room.level + self.room.room.height
        over = next(
            (self.room.things[i] for t in item.ties if t.kind in ("above", "on") for i in t.targets if i in self.room.things),
            None,
        )
        if over is not None:  # lower edge 0.8 m over a table, as handbooks have it
            drop = top - over.top - 0.8
            low, high = item.category.smallest[2], item.category.largest[2]
            if low <= drop <= high and item.category.wall == 0:
                item.blueprint = self.program.library.sample(
                    item.category.name,
                    self.rng,
                    (item.blueprint.size[0], None, float(drop)),
                    self.program.style,
                    [*item.attributes, "mount_from_ceiling"],
                )
        w, d, _ = item.blueprint.size
        lo, hi = self.room.polygon.min(0), self.room.polygon.max(0)
        mid = (lo + hi) / 2
        gx, gy = np.meshgrid(
            np.linspace(lo[0] + w / 2 + 0.05, hi[0] - w / 2 - 0.05, 25),
            np.linspace(lo[1] + d / 2 + 0.05, hi[1] - d / 2 - 0.05, 25),
        )
        x, y = np.concatenate([[mid[0]], gx.ravel()]), np.concatenate([[mid[1]], gy.ravel()])
        spot = np.zeros(2)
        if over is not None:  # several share its length
            axis = directions(over.yaw)[0] if over.half[0] >= over.half[1] else directions(over.yaw)[1]
            spot = np.array(over.centre) + axis * 2 * max(over.half) * ((index + 0.5) / total - 0.5)
            x, y = np.concatenate([[spot[0]], x]), np.concatenate([[spot[1]], y])
        yaw = np.full(len(x), over.yaw if over is not None else self.room.walls[0].yaw)
        poses = Poses(np.stack([x, y], -1), np.array([w / 2, d / 2]), yaw)
        score = self.wishes.score(item, poses, set())
        if over is not None:
            score -= 20.0 * np.linalg.norm(poses.centre - spot, axis=-1)
        else:
            along = 0 if hi[0] - lo[0] >= hi[1] - lo[1] else 1
            goal = mid.copy()
            goal[along] = lo[along] + (hi - lo)[along] * (index + 0.5) / total
            score -= np.linalg.norm(poses.centre - goal, axis=-1)
        order = np.argsort(-score)
        ok = self.room.fits(patches_of(item.blueprint), x[order], y[order], yaw[order], top, gap=0.03)
        if not ok.any():
            return False
        k = order[np.flatnonzero(ok)[0]]
        self.room.add(
            Thing(
                item.id,
                item.category.name,
                item.blueprint,
                float(x[k]),
                float(y[k]),
                top,
                float(yaw[k]),
                Support("from_ceiling", self.room.room.id),
                item.key,
            )
        )
        return True
