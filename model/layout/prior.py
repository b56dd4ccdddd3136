"""The learned layout network, as the placer and the filler ask for it."""

from __future__ import annotations

import numpy as np

from ..catalogue import Category
from ..geometry import Floats
from ..plan.rooms import ROOMS
from .network import LayoutNet, PlacedThing, RoomState
from .state import Arrangement, opening_span


class LearnedPrior:
    """Poses and next kinds by the network; things without a like in the corpus get no opinion."""

    def __init__(self, net: LayoutNet) -> None:
        self.net = net
        self.index = {k: i for i, k in enumerate(net.kinds)}
        self._kept: tuple[object, object] | None = None

    def _state(self, room: Arrangement) -> RoomState:
        from ..catalogue import category

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
        spec = ROOMS.get(room.room.type)
        return RoomState(spec.like if spec else "living_room", room.polygon, openings, placed, {})

    def _encoded(self, room: Arrangement) -> object:
        key = (id(room), tuple(room.things))
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self.net.encode(self._state(room)))
        return self._kept[1]

    def log_density(
        self, state: Arrangement, category: Category, size: tuple[float, float, float], x: Floats, y: Floats, yaw: Floats
    ) -> Floats:
        """Log density of poses, centred on its mean; zero for kinds the corpus does not know."""
        kind = self.index.get(category.like)
        if kind is None:
            return np.zeros(len(x))
        out: Floats = np.asarray(self.net.pose_field(self._encoded(state), kind, size).log_prob(x, y, yaw), float)
        return out + np.log(2 * np.pi * 12.0)  # against a uniform pose in 12 m2

    def propose(self, state: Arrangement, present: list[Category]) -> dict[str, float]:
        """Probability of each corpus kind, and `stop`, as the next thing of the room."""
        p = np.exp(np.asarray(self.net.next_kind(self._encoded(state)), float))
        return {**{k: float(p[i]) for i, k in enumerate(self.net.kinds)}, "stop": float(p[-1])}
