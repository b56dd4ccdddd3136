"""What a room gets on its walls and under its ceiling beyond what was asked for.

Pictures hang over what they belong to, two thirds as wide, their centres at eye height where the furniture leaves it; boards on
the wall that the seats look at; works of a gallery in a row; the rest in the middle of the longest free stretch of wall.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..assets import Blueprint
from ..catalogue import category, is_a
from ..geometry import Bools, Floats, directions, inside, polygon_area
from ..graph.types import Support
from .contents import DEFAULT_LAMP, HUNG, LAMPS, Hung
from .groups import SEATS
from .program import Program
from .state import Arrangement, Patch, Thing, Wall, patches_of

AWAY = 0.003  # metres between a wall and what hangs on it
ABOVE = 0.18  # over a sofa's back, a headboard, a sideboard
SHARE = 0.66  # of the width of what is below
BETWEEN = 0.03  # of a wall cupboard's width left at each side, so that a hood or another has room beside it
EYE = 1.5  # centre of a picture
BESIDE = 0.13  # metres kept from doors and windows
PENDANT_SERVES = 3.0  # m2 of floor that a pendant over a table lights
PITCH = 1.5  # metres between the works of a gallery
TABLE_CLEAR = 0.8  # metres of a pendant's lower edge over a table
ART = ("painting", "framed_print", "poster", "photo_wall", "map", "wall_hanging")
STEP = 0.06
LAMP_ROOM = 0.4  # left free under a picture, so that a lamp may stand on what is below
OVER_TABLES = ("dining_table", "conference_table", "kitchen_island", "bar_counter", "pool_table", "table")
GUESTS = (*OVER_TABLES, "cafe_table", "bar_table", "reception_desk")  # where a public room's pendants hang


class Dressed:
    """Hangs what the room's type is used to; nothing that the brief speaks against."""

    def __init__(self, room: Arrangement, program: Program, density: float, rng: np.random.Generator) -> None:
        self.room, self.program, self.rng, self.density = room, program, rng, density
        self.lived = (2.0 * density) ** 0.6 if density > 0 else 0.0
        self.made: dict[tuple[object, ...], Blueprint] = {}

    # ------------------------------------------------------------------ walls

    def hang(self) -> Iterator[str]:
        """Hang everything, what belongs over furniture first; yields the name of each kind before."""
        rules = HUNG.get(self.room.room.type, ())
        draws = self.rng.random((len(rules), 16))
        order = {"over": 0, "faced": 0, "near": 1, "row": 2, "free": 3}
        for k in sorted(range(len(rules)), key=lambda k: order[rules[k].where]):
            rule = rules[k]
            if self.program.forbids(rule.name) or self._asked(rule.name):
                continue
            if rule.chance > 1 or (self.lived > 0 and float(draws[k, 0]) < rule.chance * self.lived):
                yield rule.name
                self._hang(rule, draws[k, 1:])

    def _asked(self, name: str) -> bool:
        """Whether the prompt has said how many of these there are, or what hangs here."""
        return any(i.required and i.support == "hung_on" and is_a(i.category.name, name) for i in self.program.items.values())

    def _hang(self, rule: Hung, draws: Floats) -> None:
        if rule.where == "over":
            anchors = [
                t
                for t in self.room.things.values()
                if any(is_a(t.category, n) for n in rule.over) and t.support.kind in ("floor", "on")
            ]
            anchors.sort(key=lambda t: -t.half[0])
            for t, u in zip(anchors[: rule.most], draws, strict=False):
                self._over(rule.name, t, float(u))
        elif rule.where == "faced":
            self._faced(rule)
        elif rule.where == "near":
            self._near(rule)
        elif rule.where == "row":
            self._rows(rule)
        else:
            n = 1 + int((draws[: rule.most - 1] < 0.55 * self.lived).sum())
            for _ in range(n):
                self._free(rule.name)

    def _behind(self, t: Thing) -> Wall | None:
        """The wall that a thing's back is against."""
        back = directions(t.yaw)[1]
        for w in self.room.walls:
            d = float((np.array(t.centre) - w.start) @ w.normal) - t.half[1]
            s = float((np.array(t.centre) - w.start) @ w.along)
            if float(back @ w.normal) < -0.98 and d < 0.4 and 0 < s < w.length:
                return w
        return None

    def _sample(self, name: str, width: float | None = None, height: float | None = None) -> Blueprint:
        key = (name, None if width is None else round(width, 2), None if height is None else round(height, 2))
        if key not in self.made or (name in ART and width is None):
            c = category(name)
            size = tuple(
                None if v is None else float(np.clip(v, c.smallest[k], c.largest[k]))
                for k, v in ((0, width), (1, None), (2, height))
            )
            self.made[key] = self.program.library.sample(name, self.program.rng, size, self.program.style, ("mount_hung_on",))
        return self.made[key]

    def _over(self, name: str, t: Thing, u: float) -> None:
        """Hang a thing over another: in line with it, as wide as suits it."""
        wall = self._behind(t)
        if wall is None:
            return
        s = float((np.array(t.centre) - wall.start) @ wall.along)
        level, wide = self.room.room.level, 2 * t.half[0]
        headroom = level + self.room.room.height - 0.12 - t.top
        if name == "range_hood":
            self._at(name, self._sample(name, wide), wall, s, t.top + 0.68, bottom=True)
        elif name in ("kitchen_wall_cabinet", "spice_rack", "wall_shelf", "tool_shelf", "pegboard"):
            lift = {"kitchen_wall_cabinet": 0.55, "spice_rack": 0.25, "pegboard": 0.2}.get(name, 0.45)
            made = self._sample(name, wide - 2 * BETWEEN if name == "kitchen_wall_cabinet" else min(0.8 * wide, 1.2))
            self._at(name, made, wall, s, max(t.top, level + 0.75) + lift, bottom=True)
        elif is_a(name, "mirror"):
            height = min(headroom - 0.12, 0.9, 1.6 * max(wide, 0.4))
            lowest = 1.55 if t.top - level < 1.3 else 0.0
            if height > 0.4:
                made = self._sample(name, min(0.75 * wide, 1.1), height)
                self._at(name, made, wall, s, max(level + lowest, t.top + 0.1 + made.size[2] / 2))
        else:
            self._art(name, t, wall, s, headroom, u)

    def _art(self, name: str, t: Thing, wall: Wall, s: float, headroom: float, u: float) -> None:
        """A picture, a pair or three of them over a thing."""
        wide = SHARE * 2 * t.half[0]
        n = 1 if wide < 0.7 else 3 if u < 0.25 and wide > 1.1 else 2 if u < 0.45 else 1
        each = (wide - 0.08 * (n - 1)) / n
        tallest = min(headroom - ABOVE, 1.0)
        kind = name if n == 1 else "framed_print"
        if tallest < 0.25 or self.program.forbids(kind):
            return
        shape = 0.72 if n == 1 else 1.3
        made = self._sample(kind, min(each, tallest / shape if n > 1 else 1.5), min(tallest, shape * each))
        z = max(self.room.room.level + EYE, t.top + ABOVE + made.size[2] / 2)
        if z - made.size[2] / 2 - t.top > 0.45:  # over something low: lower, but still a picture at eye height
            z = max(self.room.room.level + EYE - 0.05, t.top + 0.25 + made.size[2] / 2)
        for k in range(n):
            self._at(kind, made, wall, s + (k - (n - 1) / 2) * (made.size[0] + 0.08), z)

    def _at(self, name: str, made: Blueprint, wall: Wall, s: float, z: float, bottom: bool = False) -> bool:
        """Hang a thing at a place on a wall if it fits there; z its centre, or its lower edge."""
        z = z + made.size[2] / 2 if bottom else z
        if not self._fits(made, wall, np.array([s]), z)[0]:
            return False
        self._put(name, made, wall, s, z)
        return True

    def _put(self, name: str, made: Blueprint, wall: Wall, s: float, z: float) -> None:
        p = wall.start + s * wall.along + AWAY * wall.normal
        item = self.program.add(name, support="hung_on", blueprint=made)
        hung = Support("hung_on", self.room.room.id, wall.index)
        self.room.add(Thing(item.id, name, made, float(p[0]), float(p[1]), float(z), wall.yaw, hung))

    def _fits(self, made: Blueprint, wall: Wall, s: Floats, z: float, below: float = 0.0) -> Bools:
        """Where along a wall a thing may hang at a height, with so much free below it."""
        w, _, h = made.size
        level, top = self.room.room.level, self.room.room.level + self.room.room.height
        if z - h / 2 < level + 0.05 or z + h / 2 > top - 0.03:
            return np.zeros(len(s), bool)
        ok = (s > w / 2 + 0.03) & (s < wall.length - w / 2 - 0.03)
        for o in self.room.room.openings:
            if o.wall == wall.index and z + h / 2 > level + o.sill - BESIDE and z - h / 2 < level + o.sill + o.height + BESIDE:
                ok &= (s + w / 2 < o.offset - BESIDE) | (s - w / 2 > o.offset + o.width + BESIDE)
        at = np.flatnonzero(ok)
        if len(at):
            p = wall.start + s[at, None] * wall.along + AWAY * wall.normal
            room = [Patch(0.0, -0.12, w / 2, 0.12, 0.0, -h / 2 - below, -h / 2)] if below else []
            ok[at] = self.room.fits([*patches_of(made), *room], p[:, 0], p[:, 1], np.full(len(at), wall.yaw), z, gap=0.04)
        return ok

    def _stretches(self, made: Blueprint, z: float, below: float = 0.0) -> list[tuple[float, Wall, float]]:
        """Free stretches of wall for the centre of a thing: length, wall, middle; the longest first."""
        out = []
        for w in self.room.walls:
            s = np.arange(made.size[0] / 2 + 0.04, w.length - made.size[0] / 2 - 0.03, STEP)
            if not len(s):
                continue
            ok = np.concatenate([[False], self._fits(made, w, s, z, below), [False]])
            starts, ends = np.flatnonzero(ok[1:] & ~ok[:-1]), np.flatnonzero(~ok[1:] & ok[:-1])
            out += [(float((b - a) * STEP), w, float((s[a] + s[b - 1]) / 2)) for a, b in zip(starts, ends, strict=True)]
        return sorted(out, key=lambda r: -r[0])

    def _free(self, name: str) -> None:
        """Hang a thing in the middle of one of the longest free stretches; where the stretch is long, a third along it."""
        made = self._sample(name)
        mount = category(name).mount or EYE
        z = float(np.clip(mount, made.size[2] / 2 + 0.06, self.room.room.height - made.size[2] / 2 - 0.06))
        found = self._stretches(made, self.room.room.level + z, LAMP_ROOM)
        if not found:
            return
        length, wall, middle = found[min(int(self.rng.integers(2)), len(found) - 1)]
        if length > 3.0:
            middle += float(self.rng.choice([-1.0, 1.0])) * length / 6
        self._at(name, made, wall, middle, self.room.room.level + z)

    def _faced(self, rule: Hung) -> None:
        """On the wall that the room's seats look at; mirrors one before each."""
        seats = [t for t in self.room.things.values() if any(is_a(t.category, n) for n in (*SEATS, "barber_chair"))]
        if rule.over:
            self._before_each(rule, [t for t in self.room.things.values() if any(is_a(t.category, n) for n in rule.over)])
            return
        looks = np.sum([-directions(t.yaw)[1] for t in seats], axis=0) if seats else np.zeros(2)
        if np.linalg.norm(looks) < 0.5:  # they look at each other: the wall at the table's end
            self._free(rule.name)
            return
        walls = sorted(self.room.walls, key=lambda w: float(looks @ w.normal) / (1 + 0.1 * w.length))
        for scale in (1.25, 1.0, 0.75):
            made = self._sample(rule.name, category(rule.name).size[0] * scale)
            z = self.room.room.level + max(category(rule.name).mount, 1.4)
            for w in walls[:1]:
                for _, wall, middle in self._stretches(made, z):
                    if wall.index == w.index and self._at(rule.name, made, wall, middle, z):
                        return
        self._free(rule.name)

    def _before_each(self, rule: Hung, things: Sequence[Thing]) -> None:
        for t in things[: rule.most]:
            look = -directions(t.yaw)[1]
            for w in self.room.walls:
                if float(look @ w.normal) < -0.98:
                    s = float((np.array(t.centre) - w.start) @ w.along)
                    self._at(rule.name, self._sample(rule.name, 0.7, 1.0), w, s, self.room.room.level + EYE)

    def _near(self, rule: Hung) -> None:
        """On the wall beside or behind a thing, in reach of who uses it."""
        made = self._sample(rule.name)
        z = self.room.room.level + (category(rule.name).mount or 1.2)
        anchors = [
            t
            for t in self.room.things.values()
            if any(is_a(t.category, n) for n in rule.over or ("bathtub", "shower", "washbasin"))
        ]
        best: tuple[float, Wall, float] | None = None
        for w in self.room.walls:
            s = np.arange(made.size[0] / 2 + 0.05, w.length - made.size[0] / 2 - 0.04, STEP)
            if not len(s) or not anchors:
                continue
            s = s[self._fits(made, w, s, z)]
            p = w.start + s[:, None] * w.along
            for t in anchors:
                ux, uy = directions(t.yaw)
                d = p - np.array(t.centre)
                reach = np.maximum(np.abs(d @ ux) - t.half[0], 0) + 1.5 * np.maximum(d @ uy + t.half[1] * 0.2, 0)
                far = np.hypot(reach, np.maximum(-(d @ uy) - t.half[1] - 0.3, 0))
                if len(s) and (best is None or float(far.min()) < best[0]):
                    best = float(far.min()), w, float(s[int(far.argmin())])
        if best is not None and best[0] < 1.6:
            self._at(rule.name, made, best[1], best[2], z)

    def _rows(self, rule: Hung) -> None:
        """Works of a gallery: along every wall, evenly, centres at one height."""
        left = rule.most
        z = self.room.room.level + EYE
        for length, wall, middle in self._stretches(self._sample(rule.name, 0.9), z):
            n = min(int(length // (PITCH + 0.5)) + 1, left)
            step = length / n
            for k in range(n):
                wide = float(self.rng.uniform(0.7, 1.25))
                made = self._sample(rule.name, wide, wide * float(self.rng.choice([0.7, 0.8, 1.2])))
                left -= self._at(rule.name, made, wall, middle + (k - (n - 1) / 2) * step, z)
            if left <= 0:
                return

    # ------------------------------------------------------------------ the ceiling

    def light(self) -> None:
        """Lamps under the ceiling: over each table that is used, then evenly by floor area; at least one."""
        room = self.room.room
        asked = [i for i in self.program.items.values() if i.support == "from_ceiling" and i.blueprint.emits]
        name, area = LAMPS.get(room.type, DEFAULT_LAMP)
        tables = [t for t in self.room.things.values() if any(t.category == n for n in OVER_TABLES) and t.half[0] > 0.44]
        if asked or self.program.forbids("lamp") or self.program.forbids("ceiling_light"):
            return
        if name == "pendant_light" and not self.program.forbids(name):  # each over a table, and a quieter light for the rest
            tables = [t for t in self.room.things.values() if t.category in GUESTS]
            served = sum(self._pendants(t) for t in tables) * PENDANT_SERVES
            if served:
                name, area = DEFAULT_LAMP
                self._lattice(name, max(round((abs(polygon_area(self.room.polygon)) - served) / area), 1))
                return
        hung = 0
        if not self.program.forbids("pendant_light") and room.type not in LAMPS:
            for t in tables[:2] if self.density > 0 else tables[:1]:
                hung += self._pendants(t)
        if hung and abs(polygon_area(self.room.polygon)) < 22:
            return
        self._lattice(name, max(round(abs(polygon_area(self.room.polygon)) / area), 1))

    def _pendants(self, t: Thing) -> int:
        """One pendant over a table, two or three over a long one."""
        n = 1 if t.half[0] < 0.85 else 2 if t.half[0] < 1.2 else 3
        top = self.room.room.level + self.room.room.height
        drop = top - t.top - TABLE_CLEAR
        c = category("pendant_light")
        if not c.smallest[2] <= drop <= c.largest[2]:
            return 0
        size = (0.45 if n == 1 else 0.3, None, float(drop))
        made = self.program.library.sample(c.name, self.program.rng, size, self.program.style, ("mount_from_ceiling",))
        ux = directions(t.yaw)[0]
        spots = [np.array(t.centre) + ux * (k - (n - 1) / 2) * 2 * t.half[0] / n for k in range(n)]
        return sum(self._under("pendant_light", made, float(p[0]), float(p[1]), t.yaw) for p in spots)

    def _under(self, name: str, made: Blueprint, x: float, y: float, yaw: float) -> bool:
        top = self.room.room.level + self.room.room.height
        at = np.array([x]), np.array([y]), np.array([yaw])
        if not self.room.fits(patches_of(made), *at, top, gap=0.03)[0]:
            return False
        item = self.program.add(name, support="from_ceiling", blueprint=made)
        self.room.add(Thing(item.id, name, made, x, y, top, yaw, Support("from_ceiling", self.room.room.id)))
        return True

    def _lattice(self, name: str, n: int) -> None:
        """n lamps of one make, evenly under the ceiling."""
        if self.program.forbids(name):
            name = "ceiling_light"
        made = self.program.library.sample(
            name, self.program.rng, (None, None, None), self.program.style, ("mount_from_ceiling",)
        )
        yaw = self.room.walls[0].yaw
        ux, uy = directions(yaw)
        local = self.room.polygon @ np.stack([ux, uy], -1)
        lo, hi = local.min(0), local.max(0)
        nx = max(round(float(np.sqrt(n * (hi[0] - lo[0]) / max(hi[1] - lo[1], 0.1)))), 1)
        ny = max(round(n / nx), 1)
        gx, gy = np.meshgrid((np.arange(nx) + 0.5) / nx, (np.arange(ny) + 0.5) / ny, indexing="ij")
        spots = lo + (hi - lo) * np.stack([gx.ravel(), gy.ravel()], -1)
        world = spots @ np.stack([ux, uy])
        hung = sum(self._under(name, made, float(x), float(y), yaw) for x, y in world[inside(self.room.polygon, world)])
        if not hung:  # a room of many corners: wherever one fits nearest the middle
            rest = lo + (hi - lo) * np.stack(np.meshgrid(np.linspace(0.1, 0.9, 15), np.linspace(0.1, 0.9, 15)), -1).reshape(-1, 2)
            near = rest[np.argsort(np.linalg.norm(rest - (lo + hi) / 2, axis=1), kind="stable")] @ np.stack([ux, uy])
            for x, y in near[inside(self.room.polygon, near)]:
                if self._under(name, made, float(x), float(y), yaw):
                    return


__all__ = ["Dressed"]
