"""What a room gets beyond what was asked for: its usual furniture, proposed by the learned model and by custom.

Nothing is added that the brief forbids, counts exactly, or leaves no room for.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from ..brief import Count
from ..catalogue import Category, categories, category, is_a
from ..plan.rooms import ROOMS
from .customs import FLOOR_CUSTOMS, SURFACE_CUSTOMS, WALL_CUSTOMS, brought_in, host_rank
from .program import Item, Program, Tie
from .state import Arrangement


class KindModel(Protocol):
    """What the filler asks of the learned model."""

    def propose(self, state: Arrangement, present: list[Category]) -> dict[str, float]:
        """Probability of each corpus kind as the next thing of the room; `stop` among them."""
        ...


def _allowed(program: Program, name: str) -> bool:
    return name in categories() and not program.forbids(name)


def starters(program: Program, room_type: str, area: float, rng: np.random.Generator) -> None:
    """The furniture without which the room would not be what it is."""
    spec = ROOMS.get(room_type)
    for name in spec.starter if spec else ():
        if not _allowed(program, name) or program.of(name):
            continue
        c = category(name)
        if c.is_a and any(program.of(b) for b in c.is_a):
            continue
        needed = c.size[0] * c.size[1]
        if needed > 0.25 * area or _floor_area(program) + needed > 0.5 * area:
            continue
        item = program.add(name)
        _companions_of(program, item, rng)


def _companions_of(program: Program, item: Item, rng: np.random.Generator) -> None:
    """Seats for a table, a chair for a desk, nightstands for a bed: what the starter cannot do without."""
    name = item.category.name

    def seats(seat: str, n: int, kind: str) -> None:
        if not _allowed(program, seat) or program.of("chair", "stool"):
            return
        first = ""
        for _ in range(n):
            made = program.add(seat, [Tie(kind, (item.id,), required=False)], same_as=first)
            first = first or made.id

    if name == "dining_table" or (
        name == "table"
        and item.blueprint.size[0] > 1.0
        and not any(t.kind in ("next_to", "left_of", "right_of", "near", "in_front_of") for t in item.ties)
    ):
        seats("dining_chair", int(np.clip(2 * item.blueprint.size[0] // 0.62, 2, 8)), "around")
    elif name == "conference_table":
        seats("office_chair", int(np.clip(2 * item.blueprint.size[0] // 0.75, 4, 12)), "around")
    elif is_a(name, "desk") and name != "school_desk":
        seats("office_chair", 1, "in_front_of")
    elif name == "bar_counter":
        seats("bar_stool", int(np.clip(item.blueprint.size[0] // 0.75, 2, 5)), "in_front_of")
    elif is_a(name, "bed") and not program.of("nightstand") and _allowed(program, "nightstand"):
        first = program.add("nightstand", [Tie("left_of", (item.id,), required=False)])
        if item.blueprint.size[0] > 1.3:
            program.add("nightstand", [Tie("right_of", (item.id,), required=False)], same_as=first.id)


def _floor_area(program: Program) -> float:
    return sum(i.area for i in program.items.values() if i.support == "floor" and not i.category.walkable)


def complete_pairs(program: Program, rng: np.random.Generator) -> None:
    """A requested table without any seat, a desk without a chair: give them some, unless the brief counts seats itself."""
    for item in list(program.items.values()):
        if item.support == "floor" and item.required and not item.stand_in:
            _companions_of(program, item, rng)


def ensure_hosts(program: Program) -> None:
    """Bring in something to stand on for requested small things that would have nothing."""
    hosts = [i for i in program.items.values() if i.blueprint.surfaces and i.support in ("floor", "hung_on")]
    for item in list(program.items.values()):
        if item.support not in ("on", "in") or item.tied("on", "inside", "stacked_on", "middle_of"):
            continue
        placed = any(t.architecture or t.kind in ("faces", "across_from") for t in item.ties)
        usual = [
            h for h in hosts if host_rank(item.category, h.category) > 0.3 and not (placed and any(t.required for t in h.ties))
        ]
        if usual:
            if placed:  # its place is stated: one host must take it over
                item.ties.append(Tie("on", (max(usual, key=lambda h: host_rank(item.category, h.category)).id,), required=False))
            continue
        if "hung_on" in item.category.supports and item.category.name == "tv":
            item.support = "hung_on"
            item.blueprint = program.library.sample(
                "tv", program.rng, (None, None, None), program.style, [*item.attributes, "mount_hung_on"]
            )
            continue
        name = brought_in(item.category)
        if name and not program.forbids(name):
            host = program.add(name)
            hosts.append(host)
            item.ties.append(Tie("on", (host.id,), required=False))
        elif "floor" in item.category.supports or not name:
            item.support = "floor" if item.category.size[0] * item.category.size[1] > 0.05 else item.support


def floor_fillers(
    program: Program, state: Arrangement, model: KindModel | None, room_type: str, density: float, rng: np.random.Generator
) -> list[Item]:
    """More furniture up to the density's share of the floor: corpus kinds by the learned model, the rest by custom."""
    area = float(
        abs(
            np.sum(
                state.polygon[:, 0] * np.roll(state.polygon[:, 1], -1) - np.roll(state.polygon[:, 0], -1) * state.polygon[:, 1]
            )
        )
        / 2
    )
    target = (0.10 + 0.26 * density) * area
    out: list[Item] = []
    wishes = [(name, p * (0.35 + 0.9 * density)) for name, p, rooms in FLOOR_CUSTOMS if not rooms or room_type in rooms]
    proposals = (
        model.propose(state, [i.category for i in program.items.values() if i.support == "floor"]) if model is not None else {}
    )
    likes = {
        c.like: c.name
        for c in reversed(list(categories().values()))
        if c.like and "floor" in c.supports and (room_type in c.rooms)
    }
    for kind, p in proposals.items():
        if kind in likes and p > 0.04 and likes[kind] not in dict(wishes):
            wishes.append((likes[kind], min(2.0 * p, 0.9) * (0.35 + 0.9 * density)))
    walkable = [w for w in wishes if w[0] in categories() and category(w[0]).walkable]
    rest = [w for w in wishes if w not in walkable]
    rng.shuffle(rest)
    for name, p in [*walkable, *rest]:
        if not _allowed(program, name) or float(rng.random()) > p or program.of(name):
            continue
        c = category(name)
        if any(program.of(b) for b in c.is_a) or (not c.walkable and _floor_area(program) + c.size[0] * c.size[1] > target):
            continue
        out.append(program.add(name))
    return out


def wall_fillers(program: Program, room_type: str, density: float, rng: np.random.Generator) -> None:
    """Pictures, mirrors and the like."""
    for name, p, most, rooms in WALL_CUSTOMS:
        if room_type not in rooms or not _allowed(program, name) or program.of(name):
            continue
        for _ in range(most):
            if float(rng.random()) < p * (0.4 + 0.8 * density):
                program.add(name, support="hung_on")


def ceiling_fillers(program: Program, state: Arrangement) -> None:
    """At least one lamp under the ceiling, if the brief does not speak against it; over the dining table if there is one."""
    lit = [i for i in program.items.values() if i.support == "from_ceiling" and i.blueprint.emits]
    if lit or program.forbids("ceiling_light"):
        return
    table = next(
        (
            t
            for t in state.things.values()
            if t.category in ("dining_table", "conference_table", "table") and t.blueprint.size[0] > 0.9
        ),
        None,
    )
    if table is not None and _allowed(program, "pendant_light") and not program.forbids("lamp"):
        program.add("pendant_light", [Tie("above", (table.id,), required=False)], support="from_ceiling")
    elif _allowed(program, "ceiling_light"):
        program.add("ceiling_light", support="from_ceiling")


def window_fillers(program: Program, room_type: str, density: float) -> bool:
    """Whether the room's windows get curtains."""
    return (
        room_type
        in (
            "bedroom",
            "childrens_room",
            "nursery",
            "living_room",
            "dining_room",
            "hotel_room",
            "library",
            "home_office",
            "music_room",
        )
        and not program.forbids("curtain")
        and density > 0.15
    )


def surface_fillers(program: Program, state: Arrangement, density: float, rng: np.random.Generator) -> list[Item]:
    """Everyday things on the surfaces that the prompt left bare."""
    out: list[Item] = []
    asked: dict[str, set[str]] = {}  # host -> what the prompt wants on it; open-ended wishes only ("full of books")
    for i in program.items.values():
        tie = i.tied("on", "inside", "stacked_on", "middle_of")
        if i.required and i.support in ("on", "in") and tie is not None:
            open_ended = i.key and program.brief.request(i.key).count == Count("ge", 2)
            for target in tie.targets:
                asked.setdefault(target, set()).update([i.category.name] if open_ended else [])
    for thing in list(state.things.values()):
        for host, guest, chance, most in SURFACE_CUSTOMS:
            if thing.id in asked and not any(is_a(guest, wish) for wish in asked[thing.id]):
                continue  # the prompt has said what stands here
            if (
                not is_a(thing.category, host)
                or not _allowed(program, guest)
                or (host != thing.category and _has_own(thing.category))
            ):
                continue
            if guest == "tv" and (program.of("tv") or thing.category != "tv_stand"):
                continue
            for _ in range(most):
                if float(rng.random()) < chance * (0.25 + 1.0 * density):
                    tie = Tie("inside" if guest in ("book_row",) else "on", (thing.id,), required=False)
                    item = program.add(guest, [tie], support="on")
                    out.append(item)
    return out


def _has_own(name: str) -> bool:
    return any(h == name for h, *_ in SURFACE_CUSTOMS)
