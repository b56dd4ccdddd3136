"""Placing things: sample a pose from the learned field and the stated relations, among those that are valid.

Sampling with Gumbel noise over all candidates and taking the best that fits is exact sampling from the distribution
masked to what fits, without testing every candidate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from ..catalogue import Category
from ..geometry import Floats, directions, yaw_facing
from ..graph.types import Support
from .groups import Group, access_patches, form_groups
from .program import Item, Program, Tie
from .relations import (
    Poses,
    any_of,
    measure,
    measure_architecture,
    plateau,
    pose_of,
    rule,
    rule_any,
    rule_architecture,
    wall_gaps,
)
from .state import GAP, WALL_GAP, Arrangement, Patch, Thing, extent, moved, patches_of

HUNG_GAP = 0.003
THIN = 0.0061  # metres; legs may stand half on something no thicker than this
TEMPERATURE = 0.5
REQUIRED, SOFT = 7.0, 3.0  # weights of a stated and of a customary relation
CHUNK = 192
DEAR = 900


class PoseModel(Protocol):
    """What the placer asks of the learned model."""

    def log_density(
        self, state: Arrangement, category: Category, size: tuple[float, float, float], x: Floats, y: Floats, yaw: Floats
    ) -> Floats:
        """Natural-log density of poses (n,), up to a constant."""
        ...


@dataclass(slots=True)
class Outcome:
    """What the placer could not do."""

    unplaced: list[Item] = field(default_factory=list)
    broken: list[tuple[Item, Tie]] = field(default_factory=list)


@dataclass(slots=True)
class Candidates:
    """Poses to choose from; `backed` marks those with the back against a wall."""

    x: Floats
    y: Floats
    yaw: Floats
    backed: Floats

    @staticmethod
    def join(parts: Sequence[tuple[Floats, Floats, Floats, float]]) -> Candidates:
        """From (x, y, yaw, backed) blocks."""
        return Candidates(
            np.concatenate([p[0] for p in parts]),
            np.concatenate([p[1] for p in parts]),
            np.concatenate([p[2] for p in parts]),
            np.concatenate([np.full(len(p[0]), p[3]) for p in parts]),
        )


class Placer:
    """Places the items of a program into an arrangement."""

    def __init__(self, room: Arrangement, program: Program, model: PoseModel | None, rng: np.random.Generator) -> None:
        self.room, self.program, self.model, self.rng = room, program, model, rng
        self.outcome = Outcome()

    # ------------------------------------------------------------------ the floor

    def place_floor(self) -> Iterator[str]:
        """Place everything that stands on the floor, large groups first; yields the name of each before it is placed."""
        floor = [i for i in self.program.items.values() if i.support == "floor" and i.id not in self.room.things]
        rugs = [i for i in floor if i.category.walkable]
        queue = form_groups(self.program, [i for i in floor if not i.category.walkable])
        queue.sort(key=self._priority, reverse=True)
        early = [r for r in rugs if r.tied("middle_of_room")]
        for rug in early:
            self.place_rug(rug)
        failures: Counter[int] = Counter()  # by blueprint: where three chairs found no place, the other 300 will not either
        while queue:
            group = queue.pop(0)
            if failures[id(group.anchor.blueprint)] >= 3 and not group.members:
                self.outcome.unplaced.append(group.anchor)
                continue
            yield group.anchor.category.label
            if self.place_group(group):
                continue
            if group.members:  # try without its last member, which then stands alone
                item, _ = group.members.pop()
                queue.insert(0, group)
                queue.append(Group(item))
            else:
                failures[id(group.anchor.blueprint)] += 1
                self.outcome.unplaced.append(group.anchor)
        for rug in rugs:
            if rug.id not in self.room.things:
                self.place_rug(rug)

    def _priority(self, g: Group) -> float:
        lo, hi = extent(g.patches)
        area = float(np.prod(hi - lo))
        tied = any(t.architecture and t.required for m, _ in g.everyone for t in m.ties)
        return area + (1.5 if tied else 0.0) + (3.0 if g.anchor.required else 0.0) + (0.5 if g.members else 0.0)

    def place_group(self, group: Group) -> bool:
        """Place a group as a whole; False if it fits nowhere."""
        patches, access = group.patches, group.access()
        c = self._candidates(group.anchor, patches)
        score = self._score(group, access, c)
        noisy = score + TEMPERATURE * self.rng.gumbel(size=len(score))
        order = np.argsort(-noisy)
        best: tuple[float, int] | None = None
        tried = 0
        before = self.room.navigable()
        for start in range(0, len(order), CHUNK):
            block = order[start : start + CHUNK]
            fits = self.room.fits(patches, c.x[block], c.y[block], c.yaw[block])
            for k in block[fits]:
                walk = self._walk_after(patches, float(c.x[k]), float(c.y[k]), float(c.yaw[k]))
                worth = float(noisy[k]) - 60.0 * max(0.0, min(before, 0.985) - walk)
                if best is None or worth > best[0]:
                    best = (worth, int(k))
                tried += 1
                if walk >= min(before, 0.985) or tried >= 12:
                    break
            if best is not None and (tried >= 12 or best[0] > noisy[order[min(start + CHUNK, len(order) - 1)]]):
                break
        if best is None:
            return False
        k = best[1]
        self._commit(group, float(c.x[k]), float(c.y[k]), float(c.yaw[k]))
        return True

    def _walk_after(self, patches: Sequence[Patch], x: float, y: float, yaw: float) -> float:
        low = [p for p in moved(patches, x, y, yaw, self.room.room.level) if p.z0 < 2.0]
        return self.room.navigable([(np.array([p.cx, p.cy]), np.array([p.hx, p.hy]), p.yaw) for p in low])

    def _commit(self, group: Group, x: float, y: float, yaw: float) -> None:
        for item, pose in group.everyone:
            p = moved([Patch(pose[0], pose[1], 0, 0, pose[2], 0, 0)], x, y, yaw)[0]
            t = Thing(
                item.id,
                item.category.name,
                item.blueprint,
                p.cx,
                p.cy,
                self.room.room.level,
                p.yaw,
                Support("floor", self.room.room.id),
                item.key,
                group.anchor.id if group.members else "",
            )
            free = access_patches(item) if not group.members or item is not group.anchor else []
            self.room.add(t, free)

    # ------------------------------------------------------------------ candidates

    def _candidates(self, anchor: Item, patches: Sequence[Patch]) -> Candidates:
        lo, hi = extent(patches)
        parts = self._wall_poses(lo, hi)
        axes = np.array(sorted({round(float(w.yaw) % (np.pi / 2), 3) for w in self.room.walls}))
        yaws = (axes[:, None] + np.arange(4) * np.pi / 2).reshape(-1)
        if anchor.category.wall < 0.5 and anchor.category.front:
            yaws = np.concatenate([yaws, yaws + np.pi / 4])
        a, b = self.room.polygon.min(0), self.room.polygon.max(0)
        step = max(0.2, float(np.sqrt(np.prod(b - a) / 500)))
        gx, gy, gt = np.meshgrid(np.arange(a[0] + 0.2, b[0], step), np.arange(a[1] + 0.2, b[1], step), yaws, indexing="ij")
        jitter = self.rng.uniform(-step / 2, step / 2, (2, gx.size))
        parts.append((gx.ravel() + jitter[0], gy.ravel() + jitter[1], gt.ravel(), 0.0))
        mid = (a + b) / 2
        parts.append((np.full(len(yaws), mid[0]), np.full(len(yaws), mid[1]), yaws, 0.0))
        parts += self._relative_poses(anchor, lo, hi)
        return Candidates.join(parts)

    def _wall_poses(self, lo: Floats, hi: Floats) -> list[tuple[Floats, Floats, Floats, float]]:
        """Backs against each wall, along its length and flush in its corners."""
        parts = []
        for w in self.room.walls:
            s0, s1 = hi[0] + WALL_GAP, w.length + lo[0] - WALL_GAP
            if s1 < s0:
                continue
            s = np.unique(np.concatenate([np.linspace(s0, s1, max(int((s1 - s0) / 0.1), 1) + 1), [(s0 + s1) / 2]]))
            p = w.start + s[:, None] * w.along + (hi[1] + WALL_GAP) * w.normal
            parts.append((p[:, 0], p[:, 1], np.full(len(s), w.yaw), 1.0))
        return parts

    def _relative_poses(self, anchor: Item, lo: Floats, hi: Floats) -> list[tuple[Floats, Floats, Floats, float]]:
        """Poses beside, before and around the things that the anchor is tied to."""
        parts = []
        size = float(max(hi[0] - lo[0], hi[1] - lo[1])) / 2
        for t in self._partners(anchor):
            ux, uy = directions(t.yaw)
            cx, cy = t.centre
            blocks = []
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                d = dx * ux + dy * uy
                across = -dy * ux + dx * uy
                reach = t.half[0] if dx else t.half[1]
                for g in (0.03, 0.08, 0.15, 0.3, 0.5, 0.8, 1.2, 1.8, 2.4, 3.0):
                    for own in ((hi[1] - lo[1]) / 2, size):
                        for s in (0.0, -0.3, 0.3):
                            p = np.array([cx, cy]) + d * (reach + own + g) + across * s
                            toward = float(yaw_facing(np.array([cx, cy]) - p))
                            square = float(yaw_facing(-d))
                            blocks += [(p[0], p[1], yaw) for yaw in (t.yaw, t.yaw + np.pi, square, toward)]
            arr = np.array(blocks)
            parts.append((arr[:, 0], arr[:, 1], arr[:, 2], 0.0))
        return parts

    def _partners(self, item: Item) -> list[Thing]:
        """Placed things that the item is tied to, either way."""
        ids = [i for t in item.ties for i in t.targets]
        ids += [o.id for o in self.program.items.values() for t in o.ties if item.id in t.targets]
        return [self.room.things[i] for i in dict.fromkeys(ids) if i in self.room.things]

    # ------------------------------------------------------------------ scores

    def _score(self, group: Group, access: Sequence[Patch], c: Candidates) -> Floats:
        anchor = group.anchor
        cat = anchor.category
        score = np.where(c.backed > 0, 2.0 * cat.wall - 0.4 * (1 - cat.wall), -3.5 * cat.wall)
        poses = _poses(anchor, c, (0.0, 0.0, 0.0))
        if cat.corner:
            score += 2.0 * cat.corner * measure_architecture("in_corner", "corner", poses, self.room)
        if cat.wall < 0.2 and not any(t.required for t in anchor.ties):
            score += 1.0 * measure_architecture("middle_of_room", "room", poses, self.room)
        if self.model is not None:
            score += 0.6 * np.clip(self.model.log_density(self.room, cat, anchor.blueprint.size, c.x, c.y, c.yaw), -8, 6)
        for item, pose in group.everyone:
            mine = poses if item is anchor else _poses(item, c, pose)
            score += self._tie_score(item, mine, {m.id for m, _ in group.everyone})
        guests = [
            i.blueprint.size[2]
            for i in self.program.items.values()
            if i.support == "on" and any(anchor.id in t.targets for t in i.ties)
        ]
        reach = anchor.blueprint.size[2] + max(guests, default=0.6 if cat.name == "tv_stand" else 0.0)
        if reach > 1.0 and cat.name not in (
            "desk",
            "computer_desk",
        ):  # tall things do not stand beside windows if they can help it
            score -= (
                2.2
                * measure_architecture("next_to", "window", poses, self.room)
                * (0 if any(t.architecture == "window" for t in anchor.ties) else 1)
            )
        good = np.argsort(-score)[:DEAR]  # access is dear to test: only where it can matter
        x, y, yaw = c.x[good], c.y[good], c.yaw[good]
        score[good] -= 2.5 * self.room.crowding(group.outlines, x, y, yaw)
        if access:
            score[good] -= 4.0 * self.room.blocked_share(access, x, y, yaw)
        rest = np.ones(len(score), bool)
        rest[good] = False
        score[rest] -= 3.0
        return score

    def _tie_score(self, item: Item, poses: Poses, group: set[str]) -> Floats:
        out = np.zeros(len(poses.yaw))
        for t in item.ties:
            weight = REQUIRED if t.required else SOFT
            if t.architecture:
                s = measure_architecture(t.kind, t.architecture, poses, self.room)
            else:
                targets = [pose_of(self.room.things[i]) for i in t.targets if i in self.room.things]
                if not targets or any(i in group for i in t.targets):
                    continue
                s = any_of(t.kind, poses, targets)
            out += weight * np.log(np.maximum(s, 0.01))
        for other in self.program.items.values():
            thing = self.room.things.get(other.id)
            if thing is None or other.id in group:
                continue
            for t in other.ties:
                if item.id in t.targets and not any(i in self.room.things for i in t.targets):
                    out += (REQUIRED if t.required else SOFT) * np.log(np.maximum(measure(t.kind, pose_of(thing), poses), 0.01))
        return out

    # ------------------------------------------------------------------ rugs

    def place_rug(self, item: Item) -> None:
        """Lay a rug: where it is said, under what it belongs to, or in the largest free area."""
        w, d, _ = item.blueprint.size
        anchors = [self.room.things[i] for t in item.ties for i in t.targets if i in self.room.things]
        anchors += [
            self.room.things[o.id]
            for o in self.program.items.values()
            for t in o.ties
            if item.id in t.targets and o.id in self.room.things
        ]
        if not anchors and not item.ties:
            groups = ("coffee_table", "dining_table", "bed", "sofa", "desk")
            have = {
                t.category: t
                for t in self.room.things.values()
                if not any(r.walkable and r.centre == t.centre for r in self.room.things.values())
            }
            anchors = [have[g] for g in groups if g in have][:1]
        x: list[float] = []
        y: list[float] = []
        yaw: list[float] = []
        base = [t.yaw for t in anchors] or [w0.yaw for w0 in self.room.walls[:2]]
        mid = (self.room.polygon.min(0) + self.room.polygon.max(0)) / 2
        centres = [t.centre for t in anchors] or [(float(mid[0]), float(mid[1]))]
        if item.tied("middle_of_room"):
            centres = [(float(mid[0]), float(mid[1])), *centres]
        for cx, cy in centres:
            for b in base:
                for turn in (0.0, np.pi / 2):
                    for f in (0.0, 0.15, 0.3, 0.45, 0.6, -0.2):
                        u = directions(b)[1]
                        x.append(cx - u[0] * f)
                        y.append(cy - u[1] * f)
                        yaw.append(b + turn)
        lo, hi = self.room.polygon.min(0) + 0.3, self.room.polygon.max(0) - 0.3
        if (hi > lo).all():
            r = self.rng.uniform(lo, hi, (60, 2))
            x += list(r[:, 0])
            y += list(r[:, 1])
            yaw += [float(self.rng.choice(base)) + float(self.rng.choice([0.0, np.pi / 2])) for _ in range(60)]
        ax, ay, at = np.array(x), np.array(y), np.array(yaw)
        flat = [Patch(0, 0, w / 2 + 0.02, d / 2 + 0.02, 0, 0.0, 0.02)]
        clear = self._rug_fits(flat, ax, ay, at, item.blueprint.size[2])
        if not clear.any():
            smaller = self.program.library.sample(
                item.category.name, self.rng, (max(w * 0.8, 0.4), max(d * 0.8, 0.3), None), self.program.style, item.attributes
            )
            if smaller.size[0] < w - 0.02:
                item.blueprint = smaller
                self.place_rug(item)
            else:
                self.outcome.unplaced.append(item)
            return
        poses = Poses(np.stack([ax, ay], -1), np.array([w / 2, d / 2]), at, 0.0, 0.01)
        score = self._tie_score(item, poses, set()) - 0.002 * np.arange(len(ax))
        score[~clear] = -np.inf
        k = int(np.argmax(score))
        self.room.add(
            Thing(
                item.id,
                item.category.name,
                item.blueprint,
                float(ax[k]),
                float(ay[k]),
                self.room.room.level,
                float(at[k]),
                Support("floor", self.room.room.id),
                item.key,
                walkable=True,
            )
        )

    def _rug_fits(self, flat: list[Patch], x: Floats, y: Floats, yaw: Floats, thickness: float) -> np.ndarray:
        """Inside the room and not over another rug; furniture may stand on a thin one, a thick one lies beside it."""
        ok = np.ones(len(x), bool) if thickness <= THIN else self.room.fits(flat, x, y, yaw, self.room.room.level, zones=False)
        standing, self.room.solids = self.room.solids, type(self.room.solids)()
        for t in self.room.things.values():
            if t.walkable:
                self.room.solids.add(t.centre, t.half, t.yaw, t.z, t.z + 0.02, t.id)
        try:
            return ok & self.room.fits(flat, x, y, yaw, self.room.room.level, zones=False)
        finally:
            self.room.solids = standing

    # ------------------------------------------------------------------ walls and ceiling

    def place_hung(self) -> None:
        """Hang everything that goes on walls, large and required things first."""
        items = [i for i in self.program.items.values() if i.support == "hung_on" and i.id not in self.room.things]
        for item in sorted(items, key=lambda i: (not i.required, -i.blueprint.size[0] * i.blueprint.size[2])):
            if not self._hang(item):
                self.outcome.unplaced.append(item)

    def _hang(self, item: Item) -> bool:
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
        c = c[~self._over_opening(c, w, h)]
        if not len(c):
            return False
        patches = patches_of(item.blueprint)
        d = item.blueprint.size[1]
        normal = -directions(c[:, 3])[1]
        poses = Poses(c[:, :2] + normal * d / 2, np.array([w / 2, d / 2]), c[:, 3], c[:, 2] - h / 2, c[:, 2] + h / 2)
        score = self._tie_score(item, poses, set()) - 2.0 * np.abs(c[:, 2] - mount) + self._composition(item, poses, c)
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

    def _over_opening(self, c: Floats, w: float, h: float) -> np.ndarray:
        bad = np.zeros(len(c), bool)
        for o in self.room.room.openings:
            s, z = c[:, 5], c[:, 2] - self.room.room.level
            bad |= (
                (c[:, 4] == o.wall)
                & (s + w / 2 > o.offset - 0.13)
                & (s - w / 2 < o.offset + o.width + 0.13)
                & (z + h / 2 > o.sill - 0.13)
                & (z - h / 2 < o.sill + o.height + 0.13)
            )
        return bad

    def _composition(self, item: Item, poses: Poses, c: Floats) -> Floats:
        """What looks right on a wall: centred over a piece of furniture or on the wall, in line with its neighbours."""
        score = np.zeros(len(c))
        for wall in self.room.walls:
            on = c[:, 4] == wall.index
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
        plain = [i for i in items if not any(t.targets for t in i.ties)]
        for item in items:
            if not self._hang_under(item, plain.index(item) if item in plain else 0, max(len(plain), 1)):
                self.outcome.unplaced.append(item)

    def _hang_under(self, item: Item, index: int, total: int) -> bool:
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
        if over is not None:
            x, y = np.concatenate([[over.centre[0]], x]), np.concatenate([[over.centre[1]], y])
        yaw = np.full(len(x), over.yaw if over is not None else self.room.walls[0].yaw)
        poses = Poses(np.stack([x, y], -1), np.array([w / 2, d / 2]), yaw)
        score = self._tie_score(item, poses, set())
        if over is not None:
            score -= 3.0 * np.linalg.norm(poses.centre - np.array(over.centre), axis=-1)
        else:
            along = 0 if hi[0] - lo[0] >= hi[1] - lo[1] else 1
            goal = mid.copy()
            goal[along] = lo[along] + (hi - lo)[along] * (index + 0.5) / total
            score -= np.linalg.norm(poses.centre - goal, axis=-1)
        order = np.argsort(-score)
        ok = self.room.fits(patches_of(item.blueprint), x[order], y[order], yaw[order], top, zones=False, gap=0.03)
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

    # ------------------------------------------------------------------ proof

    def prove(self) -> None:
        """Check every required tie of the finished room; what does not hold goes into the outcome."""
        for item in self.program.items.values():
            me = self.room.things.get(item.id)
            if me is None or not item.required:
                continue
            for t in item.ties:
                if t.required and not self.holds(me, t):
                    self.outcome.broken.append((item, t))

    def holds(self, me: Thing, t: Tie) -> bool:
        """Whether a placed thing meets a tie by the rules that worlds are judged by (0.5 or more)."""
        mine = pose_of(me)
        if t.architecture:
            if t.kind == "hang_from_ceiling":
                return me.support.kind == "from_ceiling"
            if t.kind == "on_wall":
                return me.support.kind == "hung_on" and float(wall_gaps(mine, self.room).min()) <= 0.01
            return float(rule_architecture(t.kind, t.architecture, mine, self.room)[0]) >= 0.5
        targets = [self.room.things[i] for i in t.targets if i in self.room.things]
        if not targets:
            return False
        if t.kind in ("on", "inside", "stacked_on") or (t.kind == "middle_of" and any(self._rests_on(me, o) for o in targets)):
            return any(self._rests_on(me, o) for o in targets)
        if t.kind == "under" and any(self._rests_on(o, me) for o in targets):
            return True  # a rug under a table
        return float(rule_any(t.kind, mine, [pose_of(o) for o in targets])[0]) >= 0.5

    def _rests_on(self, me: Thing, other: Thing) -> bool:
        parent, seen = me.support.parent, 0
        while parent in self.room.things and seen < 9:
            if parent == other.id:
                return True
            parent, seen = self.room.things[parent].support.parent, seen + 1
        return other.walkable and me.support.kind == "floor" and float(rule("on", pose_of(me), pose_of(other))[0]) >= 0.4


def _poses(item: Item, c: Candidates, local: tuple[float, float, float]) -> Poses:
    ux, uy = directions(c.yaw)
    centre = np.stack([c.x, c.y], -1) + ux * local[0] + uy * local[1]
    w, d, h = item.blueprint.size
    return Poses(centre, np.array([w / 2, d / 2]), c.yaw + local[2], 0.0, h, item.category.front)


__all__ = ["GAP", "Candidates", "Outcome", "Placer", "PoseModel"]
