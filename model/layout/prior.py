"""The learned layout network, as the placer and the filler ask for it: furnishing as designers do, in the room's own type."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..catalogue import Category, category
from ..geometry import Floats
from .network import ARCHITECTURE, RELATIONS, Encoded, LayoutNet, PlacedThing, Relation, RoomState
from .state import Arrangement, Thing, opening_span

Wish = tuple[str, Sequence[Thing] | str]  # a tie's kind, and the things it is to (any of them) or the architecture's word
MANNER = "designed"
TO_WORDS = {"wall": "against_wall", "corner": "in_corner", "window": "at_window", "door": "by_door", "room": "middle_of_room"}
SAME = {"each_side": "next_to", "flank": "next_to", "long_side": "around", "short_side": "around", "between": "near"}


class LearnedPrior:
    """Poses and next kinds by the network; things that are like none of its kinds get no opinion."""

    def __init__(self, net: LayoutNet, coverage: float | None = None) -> None:
        self.net = net
        self.coverage = coverage  # share of the floor that furniture is to cover, if that is known
        self.index = {k: i for i, k in enumerate(net.kinds)}
        self._kept: tuple[object, Encoded] | None = None

    def at(self, density: float) -> LearnedPrior:
        """The same network for a room of a density, 0 (bare) to 1 (lived-in)."""
        return LearnedPrior(self.net, 0.10 + 0.26 * density)

    def _state(self, room: Arrangement) -> RoomState:
        placed = []
        for t in room.things.values():
            if t.support.kind != "floor" or t.walkable:
                continue
            w, d, h = t.blueprint.size
            placed.append(PlacedThing(self.index.get(category(t.category).like, -1), t.x, t.y, w, d, h, t.yaw, t.z))
        openings = []
        for o in room.room.openings:
            a, b, _ = opening_span(room.room, o, room.walls)
            openings.append((o.kind, float(a[0]), float(a[1]), float(b[0]), float(b[1]), o.sill, o.height))
        return RoomState(room.room.type, room.polygon, openings, placed, {}, MANNER, self.coverage)

    def _encoded(self, room: Arrangement) -> Encoded:
        key = (room.room, tuple((t.id, t.x, t.y, t.yaw) for t in room.things.values()))
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self.net.encode(self._state(room)))
        return self._kept[1]

    def log_density(
        self,
        state: Arrangement,
        category: Category,
        size: tuple[float, float, float],
        x: Floats,
        y: Floats,
        yaw: Floats,
        *,
        relations: Sequence[Wish] = (),
    ) -> Floats:
        """Log density of poses against a uniform pose in 12 m2, given relations it should be in; zero for unknown kinds."""
        kind = self.index.get(category.like)
        if kind is None:
            return np.zeros(len(x))
        field = self.net.pose_field(self._encoded(state), kind, size, told(relations))
        return np.asarray(field.log_prob(x, y, yaw), float) + float(np.log(2 * np.pi * 12.0))

    def propose(self, state: Arrangement, present: list[Category]) -> dict[str, float]:
        """Probability of each kind, and `stop`, as the next thing of the room."""
        p = np.exp(np.asarray(self.net.next_kind(self._encoded(state)), float))
        return {**{k: float(p[i]) for i, k in enumerate(self.net.kinds)}, "stop": float(p[-1])}


def told(relations: Sequence[Wish]) -> list[Relation]:
    """Wishes as the network knows them. Of several targets, of which any will do, the nearest to their middle counts.
    Wishes to be far from the room's parts, and kinds that the network lacks, are left out."""
    out = []
    for kind, to in relations:
        if isinstance(to, str):
            name = kind if kind in ARCHITECTURE else TO_WORDS.get(to, "")
            if name and kind != "far_from":
                out.append(Relation(name))
        elif SAME.get(kind, kind) in RELATIONS and len(to):
            centre = np.mean([t.centre for t in to], axis=0)
            t = min(to, key=lambda t: float(np.hypot(*(np.asarray(t.centre) - centre))))
            out.append(Relation(SAME.get(kind, kind), (t.centre[0], t.centre[1], 2 * t.half[0], 2 * t.half[1], t.yaw)))
    return out
