"""Placing things on the floor: sample a pose from the learned field and the stated relations, among those that are valid.

Sampling with Gumbel noise over all candidates and taking the best that fits is exact sampling from the distribution
masked to what fits, without testing every candidate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from ..assets import Blueprint
from ..catalogue import Category, is_a
from ..geometry import Bools, Floats, directions, front, polygon_area, yaw_facing
from ..graph.types import Support
from . import rows, runs, stations
from .groups import Group, access_patches, form_groups
from .program import Item, Program, Tie
from .relations import Poses, corner_gaps, local, measure_architecture, middle_of, plateau, pose_of
from .state import GAP, WALL_GAP, Arrangement, Patch, Thing, extent, moved, wholly_on
from .wishes import Wishes

THIN = 0.0046  # metres; legs may stand half on something no thicker than this
TEMPERATURE = 0.5
CHUNK = 192
DEAR = 900
USUAL_GUESTS = 0.45  # metres that things on a sideboard or desk usually stand up
VIEW = 5.0  # what it is worth to have a place for the TV across from the sofa
BACK_SHELF = 4.0  # what it is worth to stand behind a counter, for what belongs there
AT_FRONT = 5.0  # what it is worth for a teacher's desk to be where the pupils look
BEFORE_WINDOW = 6.0  # what it costs to stand where one's guests will stand before a window
CASING = 0.13  # metres beside an opening in which nothing hangs
OVER = 1.1  # half widths of a thing within which something hangs over it
SPLIT = 0.008  # share of the free floor that a filler may cut off
WALKABLE = 0.985  # share of the free floor that must stay connected, where it was


class PoseModel(Protocol):
    """What the placer asks of the learned model."""

    def log_density(
        self,
        state: Arrangement,
        category: Category,
        size: tuple[float, float, float],
        x: Floats,
        y: Floats,
        yaw: Floats,
        *,
        relations: Sequence[tuple[str, Sequence[Thing] | str]] = (),
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
    """Places the floor items of a program into an arrangement."""

    def __init__(self, room: Arrangement, program: Program, model: PoseModel | None, rng: np.random.Generator) -> None:
        self.room, self.program, self.model, self.rng = room, program, model, rng
        self.outcome = Outcome()
        self.wishes = Wishes(room, program)
        self.look = np.zeros(2)  # where those who sit in rows look
        self.units: dict[str, Group] = {}  # by item id: the group it was placed with
        asked = sum(i.area for i in program.items.values() if i.support == "floor" and i.required and not i.category.walkable)
        self.tight = float(np.clip((asked / abs(polygon_area(room.polygon)) - 0.2) / 0.2, 0.0, 1.0))

    # ------------------------------------------------------------------ all of it

    def place_floor(self) -> Iterator[str]:
        """Place everything that stands on the floor, large groups first; yields the name of each before it is placed."""
        floor = [i for i in self.program.items.values() if i.support == "floor" and i.id not in self.room.things]
        rugs = [i for i in floor if i.category.walkable]
        early = [r for r in rugs if r.tied("middle_of_room")]
        for rug in early:
            self.place_rug(rug)
        groups = form_groups(self.program, [i for i in floor if not i.category.walkable])
        groups = yield from runs.place(self, groups)
        groups = stations.place(self, groups)
        groups = yield from rows.place(self, groups)
        yield from self.place_all(groups)
        for rug in rugs:
            if rug.id in self.room.things and self._half_stood_on(self.room.things[rug.id]):
                self.room.remove(rug.id)
            if rug.id not in self.room.things:
                self.place_rug(rug)

    def place_all(self, groups: Sequence[Group]) -> Iterator[str]:
        """Place groups, the most important first; what fits nowhere is taken apart, and left out at last."""
        queue = sorted(groups, key=self.priority, reverse=True)
        failures: Counter[int] = Counter()  # by blueprint: where three chairs found no place, the other 300 will not either
        while queue:
            group = queue.pop(0)
            if failures[id(group.anchor.blueprint)] >= 3 and not group.members:
                self.outcome.unplaced.append(group.anchor)
                continue
            yield group.anchor.category.label
            if self.place_group(group):
                continue
            if group.members:  # try without one of its members, which then stands alone
                queue.insert(0, group)
                queue.append(Group(group.part_with()))
            else:
                failures[id(group.anchor.blueprint)] += 1
                self.outcome.unplaced.append(group.anchor)

    def priority(self, g: Group) -> float:
        """What is placed first: what is asked for, above all at a stated place; then what is large."""
        lo, hi = extent(g.patches)
        area = float(np.prod(hi - lo))
        tied = any(t.architecture and t.required for m, _ in g.everyone for t in m.ties)
        stress = max(self.wishes.stress[m.id] for m, _ in g.everyone)
        return (
            area + (1.5 if tied else 0.0) + (3.0 if g.anchor.required else 0.0) + (0.5 if g.members else 0.0) + 20 * (stress - 1)
        )

    def place_group(self, group: Group) -> bool:
        """Place a group as a whole; False if it fits nowhere."""
        patches, access = group.patches, group.access()
        c = self._candidates(group.anchor, patches)
        score = self._score(group, access, c)
        noisy = score + TEMPERATURE * self.rng.gumbel(size=len(score))
        order = np.argsort(-noisy)
        best: tuple[float, int, float] | None = None
        tried = 0
        goal = min(self.room.navigable(), WALKABLE)
        for start in range(0, len(order), CHUNK):
            block = order[start : start + CHUNK]
            fits = self.room.fits(patches, c.x[block], c.y[block], c.yaw[block])
            for k in block[fits]:
                walk = self._walk_after(patches, float(c.x[k]), float(c.y[k]), float(c.yaw[k]))
                worth = float(noisy[k]) - 60.0 * max(0.0, goal - walk)
                if best is None or worth > best[0]:
                    best = (worth, int(k), walk)
                tried += 1
                if walk >= goal or tried >= 12:
                    break
            if best is not None and (tried >= 12 or best[0] > noisy[order[min(start + CHUNK, len(order) - 1)]]):
                break
        asked = any(m.required for m, _ in group.everyone)
        if best is None or (best[2] < goal - SPLIT and not asked):  # nothing that nobody asked for may cut the room in two
            return False
        k = best[1]
        self.commit(group, float(c.x[k]), float(c.y[k]), float(c.yaw[k]))
        return True

    def _walk_after(self, patches: Sequence[Patch], x: float, y: float, yaw: float) -> float:
        low = [p for p in moved(patches, x, y, yaw, self.room.room.level) if p.z0 < 2.0]
        return self.room.navigable([(np.array([p.cx, p.cy]), np.array([p.hx, p.hy]), p.yaw) for p in low])

    def commit(self, group: Group, x: float, y: float, yaw: float) -> None:
        """Put a group down."""
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
            free = [*free, *self._outlook(item, t)]
            self.room.add(t, free)
            self.units[item.id] = group

    def _outlook(self, item: Item, t: Thing) -> list[Patch]:
        """Floor between a thing and what it stands across from, over which the two are to see each other."""
        out = []
        for tie in item.ties:
            for other in (self.room.things[i] for i in tie.targets if tie.kind == "across_from" and i in self.room.things):
                x, y = local(pose_of(other), pose_of(t))
                depth = (-float(y[0]) - t.half[1] - max(other.half)) / 2
                if depth > 0.3 and abs(float(x[0])) < 1.0:
                    out.append(Patch(float(x[0]) / 2, -t.half[1] - depth, 0.4, depth, 0.0, 0.0, 0.0))
        return out

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
        mid = middle_of(self.room)
        parts.append((np.full(len(yaws), mid[0]), np.full(len(yaws), mid[1]), yaws, 0.0))
        parts += self._relative_poses(anchor, lo, hi, yaws)
        if stations.is_station(anchor, self.room.room.type):
            parts += stations.poses(self.room, anchor, lo, hi)
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

    def _relative_poses(self, anchor: Item, lo: Floats, hi: Floats, yaws: Floats) -> list[tuple[Floats, Floats, Floats, float]]:
        """Poses beside, before, around, under and between the things that the anchor is tied to."""
        parts = []
        size = float(max(hi[0] - lo[0], hi[1] - lo[1])) / 2
        partners = self.wishes.partners(anchor)
        for t in partners:
            ux, uy = directions(t.yaw)
            centre = np.array(t.centre)
            blocks = []
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                d = dx * ux + dy * uy
                across = -dy * ux + dx * uy
                reach = t.half[0] if dx else t.half[1]
                for g in (0.03, 0.08, 0.15, 0.3, 0.5, 0.8, 1.2, 1.8, 2.4, 3.0):
                    for own in ((hi[1] - lo[1]) / 2, size):
                        for s in (0.0, -0.3, 0.3):
                            p = centre + d * (reach + own + g) + across * s
                            toward = float(yaw_facing(centre - p))
                            square = float(yaw_facing(-d))
                            blocks += [(p[0], p[1], yaw) for yaw in (t.yaw, t.yaw + np.pi, square, toward)]
            if anchor.tied("under", "inside", "on", "middle_of", "above"):
                for u in np.linspace(-0.8, 0.8, 5):
                    for v in np.linspace(-0.8, 0.8, 5):
                        p = centre + u * t.half[0] * ux + v * t.half[1] * uy
                        blocks += [(p[0], p[1], t.yaw + turn) for turn in (0.0, np.pi / 2, np.pi, -np.pi / 2)]
            arr = np.array(blocks)
            parts.append((arr[:, 0], arr[:, 1], arr[:, 2], 0.0))
        if anchor.tied("between") and len(partners) > 1:
            mids = [
                (1 - s) * np.array(p.centre) + s * np.array(q.centre)
                for i, p in enumerate(partners)
                for q in partners[i + 1 :]
                for s in (0.35, 0.42, 0.5, 0.58, 0.65)
            ]
            at = np.repeat(np.array(mids), len(yaws), 0)
            parts.append((at[:, 0], at[:, 1], np.tile(yaws, len(mids)), 0.0))
        return parts

    # ------------------------------------------------------------------ scores

    def _score(self, group: Group, access: Sequence[Patch], c: Candidates) -> Floats:
        anchor = group.anchor
        cat = anchor.category
        score = np.where(c.backed > 0, 2.0 * cat.wall - 0.4 * (1 - cat.wall), -3.5 * cat.wall)
        poses = self._poses(anchor, c, (0.0, 0.0, 0.0))
        over = [o for o, t in self.wishes.incoming(anchor.id) if o.support == "hung_on" and t.kind == "above"]
        if over:  # what hangs over it needs a wall behind it, beside a window rather than before it
            score += c.backed * (4.0 + 2.0 * self._wall_over(poses, max(o.category.smallest[0] for o in over)))
        if stations.is_station(anchor, self.room.room.type):
            score += stations.score(self.room, anchor, poses)
        if self.room.room.type == "classroom" and is_a(cat.name, "desk") and not any(t.architecture for t in anchor.ties):
            for w in (w for w in self.room.walls if w.normal @ self.look < -0.98):  # the teacher's
                score += AT_FRONT * plateau((poses.centre - w.start) @ w.normal, 0.0, 1.2, 0.5)
        score += BACK_SHELF * stations.behind(self.room, anchor, poses)
        if cat.corner:
            score += 2.0 * cat.corner * measure_architecture("in_corner", "corner", poses, self.room)
        if self.tight:  # where much is asked of a small room, things pack from its corners
            score += self.tight * (2.0 * c.backed + 3.0 * plateau(corner_gaps(poses, self.room), 0.0, 0.06, 0.25))
        elif cat.wall < 0.2 and not any(t.required for t in anchor.ties):
            score += 1.0 * measure_architecture("middle_of_room", "room", poses, self.room)
        if self.model is not None:
            told = self._told(anchor)
            density = self.model.log_density(self.room, cat, anchor.blueprint.size, c.x, c.y, c.yaw, relations=told)
            score += 0.6 * np.clip(density, -8, 6)
        everyone = {m.id for m, _ in group.everyone}
        for item, pose in group.everyone:
            mine = poses if item is anchor else self._poses(item, c, pose)
            score += self.wishes.score(item, mine, everyone)
        if any(
            t.kind == "across_from" and o.support in ("floor", "hung_on") and o.id not in self.room.things
            for o, t in self.wishes.incoming(anchor.id)
        ):
            score += VIEW * self._view(poses)
        good = np.argsort(-score)[:DEAR]  # these are dear to test: only where it can matter
        x, y, yaw = c.x[good], c.y[good], c.yaw[good]
        score[good] -= BEFORE_WINDOW * self._before_window(group, x, y, yaw)
        score[good] -= 2.5 * self.room.crowding(group.outlines, x, y, yaw)
        if access:
            score[good] -= 6.0 * self.room.blocked_share(access, x, y, yaw)
        rest = np.ones(len(score), bool)
        rest[good] = False
        score[rest] -= 3.0
        return score

    def _told(self, item: Item) -> list[tuple[str, Sequence[Thing] | str]]:
        """The ties of an item to the room and to what stands in it, as the model takes them."""
        out: list[tuple[str, Sequence[Thing] | str]] = []
        for t in item.ties:
            there = [self.room.things[i] for i in t.targets if i in self.room.things]
            if t.architecture or there:
                out.append((t.kind, t.architecture or there))
        return out

    def _view(self, poses: Poses) -> Floats:
        """1 where what is to come across from a pose finds a wall without openings, at a distance to look over. (n,)"""
        look = front(poses.yaw)
        best = np.zeros(len(poses.yaw))
        for w in self.room.walls:
            facing = -(look @ w.normal)
            depth = (poses.centre - w.start) @ w.normal
            at = (poses.centre - w.start) @ w.along
            ok = (facing > 0.98) & (at > 0.6) & (at < w.length - 0.6)
            for o in self.room.room.openings:
                if o.wall == w.index:
                    ok &= (at < o.offset - 0.7) | (at > o.offset + o.width + 0.7)
            best = np.maximum(best, ok * plateau(depth - poses.halves[:, 1], 1.9, 3.6, 0.6))
        return best

    def _wall_over(self, poses: Poses, width: float) -> Floats:
        """1 where something of a width can hang over a pose on the wall behind it, clear of its openings. (n,)"""
        best = np.zeros(len(poses.yaw))
        for w in self.room.walls:
            behind = -(front(poses.yaw) @ w.normal) < -0.98
            at = (poses.centre - w.start) @ w.along
            shifts = np.linspace(-OVER, OVER, 9) * poses.halves[:, :1]  # (n, 9)
            s = at[:, None] + shifts
            clear = (s > width / 2) & (s < w.length - width / 2)
            for o in (o for o in self.room.room.openings if o.wall == w.index):
                clear &= (s + width / 2 < o.offset - CASING) | (s - width / 2 > o.offset + o.width + CASING)
            best = np.maximum(best, behind * clear.any(1))
        return best

    def _before_window(self, group: Group, x: Floats, y: Floats, yaw: Floats) -> Floats:
        """1 where what will stand on, or hang over, a member would be before a window. (n,)"""
        ghosts = []
        for item, pose in group.everyone:
            reach = self._guests(item)
            if reach > 0 and not any(t.architecture == "window" for t in item.ties):
                w, d, h = item.blueprint.size
                ghosts += moved([Patch(0.0, 0.0, w / 2, d / 2, 0.0, h, h + reach)], *pose)
        out = np.zeros(len(x))
        if ghosts:
            ahead = self.room.zones_hit(ghosts, x, y, yaw)
            out[ahead] = 1.0
        return out

    def _guests(self, item: Item) -> float:
        """How far what stands on an item, or hangs over it, reaches above it; 0 if nothing will."""
        heights = [0.0]
        for other, t in self.wishes.incoming(item.id):
            if other.support in ("on", "in") and t.kind in ("on", "middle_of"):
                heights.append(other.blueprint.size[2])
            elif other.support == "hung_on" and t.kind == "above":
                heights.append(other.blueprint.size[2] + 0.3)
        c = item.category
        top = any(s.kind == "on" and s.clearance > 0.6 for s in item.blueprint.surfaces)
        if top and c.wall >= 0.3 and c.family not in ("fixtures", "beds", "seating"):
            heights.append(0.8 if c.name == "tv_stand" else USUAL_GUESTS)
        return max(heights)

    def _poses(self, item: Item, c: Candidates, local: tuple[float, float, float]) -> Poses:
        ux, uy = directions(c.yaw)
        centre = np.stack([c.x, c.y], -1) + ux * local[0] + uy * local[1]
        w, d, h = item.blueprint.size
        level = self.room.room.level
        return Poses(centre, np.array([w / 2, d / 2]), c.yaw + local[2], level, level + h, item.category.front)

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
        mid = middle_of(self.room)
        centres = [t.centre for t in anchors] or [(float(mid[0]), float(mid[1]))]
        if item.tied("middle_of_room"):
            centres = [(float(mid[0]), float(mid[1])), *centres]
        for cx, cy in centres:
            for b in base:
                for turn in (0.0, np.pi / 2):
                    for f in (0.0, 0.15, 0.3, 0.45, 0.6, -0.2, 0.8, 1.0, 1.2):
                        u = directions(b)[1]
                        x.append(cx - u[0] * f)
                        y.append(cy - u[1] * f)
                        yaw.append(b + turn)
        lo, hi = self.room.polygon.min(0) + 0.3, self.room.polygon.max(0) - 0.3
        if (hi > lo).all() and not anchors:
            r = self.rng.uniform(lo, hi, (60, 2))
            x += list(r[:, 0])
            y += list(r[:, 1])
            yaw += [float(self.rng.choice(base)) + float(self.rng.choice([0.0, np.pi / 2])) for _ in range(60)]
        ax, ay, at = np.array(x), np.array(y), np.array(yaw)
        flat = [Patch(0, 0, w / 2 + 0.02, d / 2 + 0.02, 0, 0.0, 0.02)]
        clear = self._rug_fits(flat, ax, ay, at, item.blueprint)
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
        score = self.wishes.score(item, poses, set()) - 0.002 * np.arange(len(ax))
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

    def _half_stood_on(self, rug: Thing) -> bool:
        """Whether a rug laid first has come to lie under some of what stands on the floor with only a part of it."""
        w, d, _ = rug.blueprint.size
        flat = [Patch(0, 0, w / 2, d / 2, 0, 0.0, 0.02)]
        x, y, yaw = (np.array([v]) for v in (rug.x, rug.y, rug.yaw))
        return not self._rug_fits(flat, x, y, yaw, rug.blueprint, over=rug.id)[0]

    def _rug_fits(self, flat: list[Patch], x: Floats, y: Floats, yaw: Floats, rug: Blueprint, over: str = "") -> Bools:
        """Inside the room and not over another rug; furniture may stand half on a thin one, on a thick one wholly if at all."""
        ok = np.ones(len(x), bool)
        if rug.size[2] > THIN:
            standing = [t for t in self.room.things.values() if not t.walkable and t.support.kind == "floor"]
            borne = [(t.id, wholly_on(rug, x, y, yaw, t)) for t in standing]
            some = [i for i, on in borne if on.any()]
            ok = self.room.fits(flat, x, y, yaw, self.room.room.level, zones=False, ignore=some)
            for k in np.flatnonzero(ok) if some else ():
                at = x[k : k + 1], y[k : k + 1], yaw[k : k + 1]
                on_it = [i for i, on in borne if on[k]]
                ok[k] = self.room.fits(flat, *at, self.room.room.level, zones=False, ignore=on_it)[0]
        solids, self.room.solids = self.room.solids, type(self.room.solids)()
        for t in self.room.things.values():
            if t.walkable and t.id != over:
                self.room.solids.add(t.centre, t.half, t.yaw, t.z, t.z + 0.02, t.id)
        try:
            return ok & self.room.fits(flat, x, y, yaw, self.room.room.level, zones=False)
        finally:
            self.room.solids = solids


__all__ = ["GAP", "Candidates", "Outcome", "Placer", "PoseModel"]
