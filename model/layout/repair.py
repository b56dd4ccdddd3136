"""Mending: where a proven wish failed, the things concerned are taken up and put down again before a whole new attempt.

Fillers give way first, and nothing is kept that does not make the room better by the priorities of docs/decisions/0014.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..assets import Blueprint
from .furnish import Placer
from .groups import Group, form_groups
from .program import Item, Tie

# What a failure costs, by the stated priority.
ABSENT, TO_ROOM, TO_THINGS, UNUSUAL = 30.0, 5.0, 3.0, 0.3
MOST = 6  # failures looked into
BUDGET = 140  # things moved in all
STRESS = 2.5
# Words about a thing's size: one that is asked for so is not made smaller.
SIZED = frozenset("large big huge giant oversized grand long wide massive king_size queen_size double".split())


@dataclass(frozen=True, slots=True)
class Failure:
    """A thing that found no place, or a tie of it that does not hold."""

    item: Item
    tie: Tie | None = None

    @property
    def cost(self) -> float:
        """How much it matters."""
        if self.tie is None:
            return ABSENT if self.item.required else UNUSUAL
        return TO_ROOM if self.tie.architecture else TO_THINGS


class Mender:
    """Mends the floor of a placer's room."""

    def __init__(self, placer: Placer) -> None:
        self.placer, self.room, self.wishes = placer, placer.room, placer.wishes
        self.tried: set[tuple[str, Tie | None]] = set()
        self.budget = BUDGET

    def failures(self) -> list[Failure]:
        """All that is wrong on the floor, the worst first."""
        out = [Failure(i) for i in self.placer.outcome.unplaced if i.support == "floor"]
        for item, tie in self.wishes.broken("floor"):
            targets = [self.placer.program.items[i] for i in tie.targets if i in self.placer.program.items]
            if tie.architecture or any(t.support == "floor" for t in targets):
                out.append(Failure(item, tie))
        return sorted(out, key=lambda f: -f.cost)

    def mend(self) -> Iterator[str]:
        """Try to mend every failure that matters; yields the name of each thing before it is moved."""
        for _ in range(MOST):
            todo = [f for f in self.failures() if f.cost > UNUSUAL and self._key(f) not in self.tried]
            if not todo:
                return
            worst = todo[0]
            self.tried.add(self._key(worst))
            yield worst.item.category.label
            self._mend(worst)

    @staticmethod
    def _key(f: Failure) -> tuple[str, Tie | None]:
        return (f.item.id if f.tie else f.item.key or f.item.category.name, f.tie)  # forty chairs too many are one failure

    def cost(self) -> float:
        """What all failures cost together."""
        return sum(f.cost for f in self.failures())

    def _mend(self, failure: Failure) -> None:
        self.wishes.stress[failure.item.id] *= STRESS
        if self._better(failure, list(self._plans(failure))) or failure.tie is not None:
            return
        everything = list(self._plans(failure))[-1:]
        made, free_size = failure.item.blueprint, not SIZED & set(failure.item.attributes)
        if free_size:
            failure.item.blueprint = self._smaller(failure.item)
            if self._better(failure, everything):
                return
        self.room.windows_matter = False  # presence outranks a clear window
        if not self._better(failure, everything):
            failure.item.blueprint = made
        self.room.windows_matter = True

    def _smaller(self, item: Item) -> Blueprint:
        """A thing of the same kind that takes less floor."""
        program = self.placer.program
        small = [max(a, 0.8 * b) for a, b in zip(item.category.smallest[:2], item.blueprint.size[:2], strict=True)]
        return program.library.sample(
            item.category.name, program.rng, (*small, None), program.style, [*item.attributes, "mount_floor"]
        )

    def _better(self, failure: Failure, plans: list[set[str]]) -> bool:
        """Carry out the first plan that lessens what is wrong; all is left as it was if none does."""
        before = self.cost()
        for lifted in plans:
            if self.budget <= 0:
                return False
            kept = self.room.snapshot(), list(self.placer.outcome.unplaced), dict(self.placer.units)
            self._lay_again(failure, lifted)
            if self.cost() < before - 1e-6:
                return True
            self.room.restore(kept[0])
            self.placer.outcome.unplaced[:] = kept[1]
            self.placer.units.clear()
            self.placer.units.update(kept[2])
        return False

    def _plans(self, failure: Failure) -> Iterator[set[str]]:
        """Sets of things to take up, ever larger: the thing, with its partners, with the fillers, with everything."""
        me = failure.item.id
        standing = {i for i, t in self.room.things.items() if i in self.placer.units and not t.walkable}
        mine = {me} & standing
        if mine and not any(m.id == me for m, _ in self.placer.units[me].members):
            mine = self._unit(me)
        if mine:
            yield mine
        targets = failure.tie.targets if failure.tie else [i for t in failure.item.ties for i in t.targets]
        partners = {i for t in targets if t in standing for i in self._unit(t)}
        if partners:
            yield mine | partners
        fillers = {i for i in standing if not any(m.required for m, _ in self.placer.units[i].everyone)}
        if fillers - mine:
            yield mine | fillers
            yield mine | partners | fillers
        yield standing

    def _unit(self, item_id: str) -> set[str]:
        return {m.id for m, _ in self.placer.units[item_id].everyone if m.id in self.room.things}

    def _lay_again(self, failure: Failure, lifted: set[str]) -> None:
        """Take things up and put them down again: what failed and its partners, what else is asked for, then fillers that still
        fit."""
        program, outcome = self.placer.program, self.placer.outcome
        for i in sorted(lifted):
            self.room.remove(i)
        waiting = [i for i in outcome.unplaced if i.support == "floor" and not i.category.walkable]
        outcome.unplaced[:] = [i for i in outcome.unplaced if i not in waiting]
        items = [program.items[i] for i in program.items if i in lifted] + waiting
        targets = failure.tie.targets if failure.tie else ()
        ranks: dict[int, list[Group]] = {0: [], 1: [], 2: [], 3: []}
        for g in self._groups(items, failure):
            members = {m.id for m, _ in g.everyone}
            asked = any(m.required for m, _ in g.everyone)
            ranks[0 if members & set(targets) else 1 if failure.item.id in members else 2 if asked else 3].append(g)
        self.budget -= len(items)
        for rank in sorted(ranks):
            for _ in self.placer.place_all(ranks[rank]):
                pass

    def _groups(self, items: list[Item], failure: Failure) -> list[Group]:
        """Groups anew; the failed thing stands alone where its group is what it failed in."""
        alone = failure.tie is not None and len(items) > 0 and self._in_group_of_others(failure.item)
        if not alone:
            return form_groups(self.placer.program, items)
        rest = [i for i in items if i.id != failure.item.id]
        return [*form_groups(self.placer.program, rest), *([Group(failure.item)] if failure.item in items else [])]

    def _in_group_of_others(self, item: Item) -> bool:
        unit = self.placer.units.get(item.id)
        return unit is not None and any(m is item for m, _ in unit.members)
