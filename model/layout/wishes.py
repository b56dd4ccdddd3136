"""What is wished of each thing's place: scores of poses to sample by, and the proof of what stands at the end."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from ..geometry import Floats
from .program import Item, Program, Tie
from .relations import Poses, any_of, measure_architecture, middle_of, pose_of, rule, rule_any, rule_architecture, wall_gaps
from .state import Arrangement, Thing

# Weights in the sampling, by the priority of docs/decisions/0014: places in the room before relations among things before custom.
TO_ROOM, TO_THINGS, CUSTOM = 8.0, 7.0, 3.0
HOLDS = 0.6  # the rules are met from 0.5 on; a little more than that lasts
LEFT = 12.0  # what it costs a re-rolled thing to stand where it stood


class Wishes:
    """The ties of a program's items, seen from a room."""

    def __init__(self, room: Arrangement, program: Program) -> None:
        self.room, self.program = room, program
        self.stress: dict[str, float] = defaultdict(lambda: 1.0)  # by item: how much more its ties count than usual
        self.left: dict[str, tuple[float, float]] = {}  # by item: where it stood before, and is not to stand again
        self._incoming: dict[str, list[tuple[Item, Tie]]] = {}
        self._counted = (-1, -1)

    def incoming(self, item_id: str) -> list[tuple[Item, Tie]]:
        """Ties of other items to one."""
        counted = (len(self.program.items), sum(len(i.ties) for i in self.program.items.values()))
        if counted != self._counted:
            self._counted, self._incoming = counted, defaultdict(list)
            for other in self.program.items.values():
                for t in other.ties:
                    for target in t.targets:
                        if target != other.id:
                            self._incoming[target].append((other, t))
        return self._incoming.get(item_id, [])

    def partners(self, item: Item) -> list[Thing]:
        """Placed things that the item is tied to, either way."""
        ids = [i for t in item.ties for i in t.targets] + [o.id for o, _ in self.incoming(item.id)]
        return [self.room.things[i] for i in dict.fromkeys(ids) if i in self.room.things]

    # ------------------------------------------------------------------ scores

    def score(self, item: Item, poses: Poses, group: set[str]) -> Floats:
        """Log-weight of poses by the item's ties and by those of placed things to it; ties within `group` do not count. (n,)"""
        out = np.zeros(len(poses.yaw))
        if item.id in self.left:
            out -= LEFT * np.exp(-0.5 * (np.linalg.norm(poses.centre - np.array(self.left[item.id]), axis=-1) / 0.3) ** 2)
        for t in item.ties:
            out += self._weight(item, t) * self._own(t, poses, group)
        for other, t in self.incoming(item.id):
            thing = self.room.things.get(other.id)
            if other.id in group:
                continue
            if thing is None:
                if t.kind == "far_from":
                    out += self._weight(other, t) * self._aside(poses)
            elif t.kind == "between" or not any(i in self.room.things for i in t.targets):
                kind = "near" if t.kind == "between" else t.kind
                out += self._weight(other, t) * _log(any_of(kind, pose_of(thing), [poses]))
        return out

    def _own(self, t: Tie, poses: Poses, group: set[str]) -> Floats:
        if t.architecture:
            return _log(measure_architecture(t.kind, t.architecture, poses, self.room))
        targets = [pose_of(self.room.things[i]) for i in t.targets if i in self.room.things]
        if any(i in group for i in t.targets):
            return np.zeros(len(poses.yaw))
        if not targets:
            return self._aside(poses) if t.kind == "far_from" else np.zeros(len(poses.yaw))
        return _log(any_of(t.kind, poses, targets))

    def _aside(self, poses: Poses) -> Floats:
        """-0.3 .. 0: away from the middle, so that something else can be far away."""
        lo, hi = self.room.polygon.min(0), self.room.polygon.max(0)
        off = np.abs(poses.centre - middle_of(self.room)) / np.maximum(hi - lo, 1e-6)
        return np.asarray(0.6 * (np.minimum(off.max(-1), 0.5) - 0.5))

    def _weight(self, item: Item, t: Tie) -> float:
        base = CUSTOM if not t.required else TO_ROOM if t.architecture else TO_THINGS
        return base * self.stress[item.id]

    # ------------------------------------------------------------------ proof

    def broken(self, *supports: str, least: float = HOLDS) -> list[tuple[Item, Tie]]:
        """Stated ties of placed things that do not hold; of things held up in one of some ways only, if any are named.

        `least` is the score by the rules from which a tie holds; once nothing will move any more, 0.5.
        """
        out = []
        for item in self.program.items.values():
            me = self.room.things.get(item.id)
            if me is None or not item.required or (supports and item.support not in supports):
                continue
            out += [(item, t) for t in item.ties if t.required and not self.holds(me, t, least)]
        return out

    def holds(self, me: Thing, t: Tie, least: float = HOLDS) -> bool:
        """Whether a placed thing meets a tie by the rules that worlds are judged by."""
        mine = pose_of(me)
        if t.architecture:
            if t.kind == "hang_from_ceiling":
                return me.support.kind == "from_ceiling"
            if t.kind == "on_wall":
                return me.support.kind == "hung_on" and float(wall_gaps(mine, self.room).min()) <= 0.01
            return float(rule_architecture(t.kind, t.architecture, mine, self.room)[0]) >= least
        targets = [self.room.things[i] for i in t.targets if i in self.room.things]
        if not targets:
            return False
        if t.kind in ("on", "inside", "stacked_on") or (t.kind == "middle_of" and any(self.rests_on(me, o) for o in targets)):
            return any(self.rests_on(me, o) for o in targets)
        if t.kind == "under" and any(self.rests_on(o, me) for o in targets):
            return True  # a rug under a table
        return float(rule_any(t.kind, mine, [pose_of(o) for o in targets])[0]) >= least

    def rests_on(self, me: Thing, other: Thing) -> bool:
        """Whether something holds a thing up, itself or through others; or is a rug that it stands over."""
        parent, seen = me.support.parent, 0
        while parent in self.room.things and seen < 9:
            if parent == other.id:
                return True
            parent, seen = self.room.things[parent].support.parent, seen + 1
        return other.walkable and me.support.kind == "floor" and float(rule("on", pose_of(me), pose_of(other))[0]) >= 0.4


def _log(score: Floats) -> Floats:
    """The logarithm of a score, bounded below."""
    out: Floats = np.log(np.maximum(score, 0.01))
    return out
