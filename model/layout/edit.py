"""Changing a furnished room: complete it, insert something, re-roll some of it. The same sampler as for an empty room.

Whatever is not named stays exactly as it is, node for node. New things come without materials, as from `lay_out`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

import numpy as np

from ..assets import AssetLibrary, Blueprint
from ..brief import ARCHITECTURE, Brief
from ..catalogue import category, is_a
from ..errors import InputError
from ..graph.types import Node, Room, World
from . import conflicts
from .arrange import furnish, node_of, shortages
from .furnish import Placer
from .groups import access_patches
from .prior import LearnedPrior
from .program import Item, Program, Tie
from .state import Arrangement, Thing

ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Tools:
    """What every change needs."""

    library: AssetLibrary
    prior: LearnedPrior | None
    rng: np.random.Generator


def complete(world: World, tools: Tools, *, room: str = "", density: float = 0.5) -> World:
    """Add what the room usually has besides what stands there, up to a density."""
    scene = _Scene(world, room, tools, Brief())
    return scene.run(density, fillers=True)


def insert(world: World, brief: Brief, tools: Tools, *, room: str = "") -> World:
    """Add what a brief requests. Its relations may name its own requests, ids of nodes, or categories of things in the room."""
    scene = _Scene(world, room, tools, brief)
    scene.ask()
    return scene.run(0.0)


def reroll(world: World, ids: Collection[str], tools: Tools, *, shapes: bool = True) -> World:
    """Place some things anew, and with `shapes` make them anew too, by the relations that they were given.

    What stands on a re-rolled thing is re-rolled with it. InputError for unknown, locked, or mixed rooms' ids.
    """
    known = {n.id: n for n in world.nodes}
    for i in ids:
        if i not in known:
            raise InputError(f"There is no {i[:60]!r} in this world.", "Choose things that are in it.")
    chosen = set(ids)
    while True:  # what they carry comes along
        carried = {n.id for n in world.nodes if n.support.parent in chosen} - chosen
        if not carried:
            break
        chosen |= carried
    rooms = sorted({known[i].room for i in chosen})
    if len(rooms) > 1:
        raise InputError("Things of several rooms cannot be re-rolled at once.", "Re-roll one room after another.")
    for i in sorted(chosen):
        if known[i].lock:
            raise InputError(f"{known[i].name} is locked.", "Unlock it first.")
    if not chosen:
        return world
    best, fewest = world, len(chosen) + 1
    for _ in range(ATTEMPTS):
        scene = _Scene(world, rooms[0], tools, Brief(), chosen)
        scene.again(shapes)
        made = scene.run(0.0)
        missing = chosen - {n.id for n in made.nodes}
        if len(missing) < fewest and not missing & set(ids):
            best, fewest = made, len(missing)
        if not missing:
            return made
    if best is world:
        names = " and ".join(known[i].name.lower() for i in sorted(set(ids)))
        return replace(world, notes=_more(world.notes, [f"There is no other place for the {names}; all is left as it was."]))
    return best


class _Scene:
    """A room of a world as an arrangement with its program; `loose` are the nodes that do not stay."""

    def __init__(self, world: World, room: str, tools: Tools, brief: Brief, loose: Collection[str] = ()) -> None:
        self.world, self.tools = world, tools
        self.room = _room(world, room)
        self.nodes = [n for n in world.nodes if n.room == self.room.id]
        self.loose = [n for n in self.nodes if n.id in loose]
        self.state = Arrangement(self.room)
        self.program = Program(self.room.id, brief, tools.library, tools.rng, world.style)
        self.settled: list[str] = []
        for n in self.nodes:
            if n.id not in loose:
                self._keep(n)

    def _keep(self, n: Node) -> None:
        made = self.tools.library.blueprint(n.generator, n.params)
        item = _item(n, made, _ties(n), fixed=True)
        self.program.adopt(item)
        walkable = item.category.walkable
        t = Thing(n.id, n.category, made, *n.position, n.yaw, n.support, group=n.group, walkable=walkable)
        self.state.add(t, access_patches(item) if n.support.kind == "floor" else ())

    def ask(self) -> None:
        """Add what the brief requests to the program."""
        named = {name for r in self.program.brief.relations for name in r.objects}
        for name in sorted(named - {r.key for r in self.program.brief.requests}):
            found = [n.id for n in self.nodes if n.id == name or is_a(n.category, name) or n.label == name]
            if not found:
                raise InputError(f"There is no {name[:60]!r} in this room to place something by.", "Name a thing that is in it.")
            self.program.instances[name] = found
        self.program.build()
        self.settled = conflicts.settle(self.program)

    def again(self, shapes: bool) -> None:
        """Put the loose nodes back into the program, to be placed once more."""
        for n in self.loose:
            ties = _ties(n)
            if n.support.kind in ("on", "in") and not any(t.kind in ("on", "inside", "stacked_on") for t in ties):
                ties.append(Tie("inside" if n.support.kind == "in" else "on", (n.support.parent,), required=False))
            self.program.adopt(_item(n, self._made(n, shapes), ties))

    def _made(self, n: Node, shapes: bool) -> Blueprint:
        if not shapes:
            return self.tools.library.blueprint(n.generator, n.params)
        wishes = [*n.attributes, f"mount_{'on' if n.support.kind == 'in' else n.support.kind}"]
        return self.tools.library.sample(n.category, self.tools.rng, (None, None, None), self.world.style, wishes)

    def run(self, density: float, fillers: bool = False) -> World:
        """Place what is new and give back the world with it."""
        sample, place, dress = self.tools.rng.spawn(3)
        prior = self.tools.prior.at(density) if self.tools.prior is not None and fillers else self.tools.prior
        placer = Placer(self.state, self.program, prior, place)
        placer.wishes.left.update({n.id: n.position[:2] for n in self.loose})
        for _ in furnish(placer, prior, density, sample, dress, fillers):
            pass
        notes = list(self.settled) + shortages(self.program, self.state, placer.outcome)
        made = {
            t.id: node_of(t, self.program.items[t.id])
            for t in self.state.things.values()
            if t.id in self.program.items and not self.program.items[t.id].fixed
        }
        old = {n.id: n for n in self.loose}
        made = {i: _like(n, old[i]) if i in old else n for i, n in made.items()}
        gone = set(old) - set(made)
        nodes = [made.pop(n.id, n) for n in self.world.nodes if n.id not in gone]
        return replace(self.world, nodes=(*nodes, *made.values()), notes=_more(self.world.notes, notes))


def _room(world: World, room: str) -> Room:
    for r in world.rooms:
        if r.id == room or not room:
            return r
    raise InputError(f"There is no room {room[:60]!r} in this world.", f"Its rooms: {', '.join(r.id for r in world.rooms)}.")


def _item(n: Node, made: Blueprint, ties: list[Tie], fixed: bool = False) -> Item:
    support = "on" if n.support.kind in ("on", "in") else n.support.kind
    asked = n.author == "prompt" and not fixed
    return Item(n.id, category(n.category), made, support, "", n.label, n.attributes, ties, asked, fixed=fixed)


def _ties(n: Node) -> list[Tie]:
    out = []
    for r in n.relations:
        if r.targets and r.targets[0] in ARCHITECTURE:
            out.append(Tie(r.kind, (), r.targets[0], r.required))
        else:
            out.append(Tie(r.kind, r.targets, required=r.required))
    return out


def _like(n: Node, old: Node) -> Node:
    """A re-rolled node keeps what the placer knows nothing of."""
    materials = old.materials if n.generator == old.generator else {}
    return replace(n, name=old.name, author=old.author, relations=old.relations, materials=materials, attributes=old.attributes)


def _more(notes: tuple[str, ...], new: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*notes, *new)))
