"""What a room gets beyond what was asked for: its usual furniture, proposed by the learned model and by custom.

Nothing is added that the brief forbids, counts exactly, or leaves no room for.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from ..catalogue import Category, categories, category, is_a
from ..geometry import polygon_area
from ..plan.rooms import ROOMS
from .contents import FURNISHING, SEVERAL
from .customs import USUAL, brought_in, host_rank
from .program import SNUG, STANDING, Item, Program, Tie, bears, belongs
from .state import Arrangement

# Types of room of which the network has seen real ones, or that are furnished like them.
LEARNED = ("bedroom", "living_room", "kitchen", "bathroom", "childrens_room", "dining_room", "home_office", "hotel_room")


class KindModel(Protocol):
    """What the filler asks of the learned model."""

    def propose(self, state: Arrangement, present: list[Category]) -> dict[str, float]:
        """Probability of each corpus kind as the next thing of the room; `stop` among them."""
        ...


def _allowed(program: Program, name: str) -> bool:
    return name in categories() and not program.forbids(name)


FLAMES = ("candle", "candle_holder", "lantern")  # generators of what burns
SEATED_EYE = 1.05  # metres; a TV stands no higher
MANY = 6  # of a small thing: more than are just left somewhere
BEST = 0.9  # rank of a thing's first two kinds of host
SHARE_OF_TOPS = 0.4  # of all tops that one kind of thing may take
PLACES = {  # what sits at a small table or desk, how many, and how
    "cafe_table": ("chair", 2, "around"),
    "bar_table": ("bar_stool", 3, "around"),
    "poker_table": ("chair", 6, "around"),
    "school_desk": ("chair", 1, "in_front_of"),
    "lab_bench": ("stool", 2, "in_front_of"),
    "drafting_table": ("stool", 1, "in_front_of"),
    "vanity_table": ("stool", 1, "in_front_of"),
}
SMALLER = {"bed": "single_bed", "dining_table": "cafe_table"}  # what small rooms have instead


def _footprint(name: str) -> float:
    w, d, _ = category(name).size
    return w * d


def starters(program: Program, room_type: str, area: float, rng: np.random.Generator) -> None:
    """The furniture without which the room would not be what it is."""
    spec = ROOMS.get(room_type)
    for k, name in enumerate(spec.starter if spec else ()):
        if not _allowed(program, name) or _serves(program, name):
            continue
        if name == "tv_stand" and any(i.support == "hung_on" for i in program.of("tv")):
            continue
        most = (0.4 if k == 0 else 0.25) * area  # what a room is named for may take more of it
        if _footprint(name) > most:
            name = SMALLER.get(name, name)
        if _footprint(name) > most or _floor_area(program) + _footprint(name) > 0.5 * area or not _allowed(program, name):
            continue
        item = program.add(name)
        _companions_of(program, item, rng)
    if room_type == "kitchen":
        _kitchen_run(program, area)


def candles(program: Program) -> None:
    """Some candles for a room that is to be lit by them, where the brief names none."""
    if program.brief.mood == "candle_lit" and not any(i.category.generator in FLAMES for i in program.items.values()):
        for name in ("candles", "candle", "candle"):
            if _allowed(program, name):
                program.add(name)


def _kitchen_run(program: Program, area: float) -> None:
    """Counters between the appliances and beside them, in one run: refrigerator, counter, sink, counter, stove, counter."""

    def one(name: str) -> Item | None:
        return next((i for i in program.items.values() if i.category.name == name and i.support == "floor"), None)

    sink, counter, stove, cold = one("sink"), one("kitchen_counter"), one("stove"), one("refrigerator")
    if sink is None or counter is None or program.forbids("kitchen_counter"):
        return
    chain: list[tuple[Item | None, str, Item | None]] = [(counter, "right_of", sink), (stove, "right_of", counter)]
    if area > 8.0:
        before = program.add("kitchen_counter", same_as=counter.id)
        chain += [(before, "left_of", sink), (cold, "left_of", before)]
    if area > 11.0 and stove is not None:
        chain.append((program.add("kitchen_counter", same_as=counter.id), "right_of", stove))
    for item, side, other in chain:
        if item is not None and other is not None and not any(t.targets or t.architecture for t in item.ties):
            item.ties.append(Tie(side, (other.id,), required=False))


def _serves(program: Program, name: str) -> bool:
    """Whether something in the program already is what a category is for: itself, or a kind of it that was asked for."""
    return any(
        i.category.name == name or (i.required and (is_a(i.category.name, name) or is_a(name, i.category.name)))
        for i in program.items.values()
    )


def _companions_of(program: Program, item: Item, rng: np.random.Generator) -> None:
    """Seats for a table, a chair for a desk, nightstands for a bed: what the starter cannot do without."""
    name = item.category.name

    def seats(seat: str, n: int, kind: str) -> None:
        asked = [i.category.name for i in program.items.values() if i.required]
        if any(belongs(a, kind) for a in asked for kind in ("chair", "stool")) or not _allowed(program, seat):
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
    elif name in PLACES:
        seats(*PLACES[name])
    elif name == "conference_table":
        seats("office_chair", int(np.clip(2 * item.blueprint.size[0] // 0.75, 4, 12)) // 2 * 2, "around")
    elif name == "reception_desk":
        seats("office_chair", 1, "behind")
    elif name == "piano":
        seats("piano_bench", 1, "in_front_of")
    elif is_a(name, "desk") and name != "school_desk":
        seats("office_chair", 1, "in_front_of")
    elif name == "bar_counter":
        seats("bar_stool", int(np.clip(item.blueprint.size[0] // 0.75, 2, 5)), "in_front_of")
    elif belongs(name, "bed") and not program.of("nightstand") and _allowed(program, "nightstand"):
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
        snug = tuple(SNUG * s for s in item.blueprint.size)
        usual = [
            h
            for h in hosts
            if host_rank(item.category, h.category) > USUAL
            and not (placed and any(t.required for t in h.ties))
            and (item.category.name != "tv" or bears(h.blueprint, snug, False, SEATED_EYE))
        ]
        if not placed and _overfull(program, item, usual):
            usual = []
        stood = item.category.name == "tv" and item.tied(*STANDING) is not None  # where a stand goes
        if usual and not stood:
            if placed or item.category.name == "tv":  # its place is stated, or is where it is seen: one host must take it over
                item.ties.append(Tie("on", (max(usual, key=lambda h: host_rank(item.category, h.category)).id,), required=False))
            continue
        if item.category.name == "tv" and (not stood or program.forbids("tv_stand")):
            item.support = "hung_on"
            item.blueprint = program.library.sample(
                "tv", program.rng, (None, None, None), program.style, [*item.attributes, "mount_hung_on"]
            )
            continue
        name = brought_in(item.category)
        if name and not program.forbids(name):
            host = program.add(name)
            _companions_of(program, host, program.rng)
            hosts.append(host)
            item.ties.append(Tie("on", (host.id,), required=False))
        elif "floor" in item.category.supports or not name:
            item.support = "floor" if item.category.size[0] * item.category.size[1] > 0.05 else item.support


def _overfull(program: Program, item: Item, hosts: list[Item]) -> bool:
    """Whether the many of a kind that are asked for are too many for the usual hosts, so that their first choice is needed."""
    many = [i for i in program.items.values() if i.key and i.key == item.key]
    hosts = [h for h in hosts if host_rank(item.category, h.category) >= BEST]
    if len(many) < MANY or any(h.category.name == brought_in(item.category) for h in hosts):
        return False
    tops = sum((s.x1 - s.x0) * (s.y1 - s.y0) for h in hosts for s in h.blueprint.surfaces)
    return sum(i.area for i in many) > SHARE_OF_TOPS * tops


def floor_fillers(
    program: Program, state: Arrangement, model: KindModel | None, room_type: str, density: float, rng: np.random.Generator
) -> list[Item]:
    """More furniture up to the density's share of the floor: the usual things of the room's type, and what the model proposes."""
    if density <= 0:
        return []
    area = abs(polygon_area(state.polygon))
    target = (0.16 + 0.42 * density) * area
    lived = (2.0 * density) ** 0.7  # 1 at the default
    out: list[Item] = []
    wishes = list(FURNISHING.get(room_type, ()))
    proposals = (
        model.propose(state, [i.category for i in program.items.values() if i.support == "floor"])
        if model is not None and room_type in LEARNED
        else {}
    )
    known = {name for name, _ in wishes}
    likes = {
        c.like: c.name for c in reversed(list(categories().values())) if c.like and "floor" in c.supports and room_type in c.rooms
    }
    for kind, p in proposals.items():
        if kind in likes and p > 0.04 and likes[kind] not in known:
            wishes.append((likes[kind], min(1.5 * p, 0.6)))
    # as many as the chances add up to, which ones at random: rooms differ in what they have more than in how much
    draws = rng.random(len(wishes))
    order = sorted(range(len(wishes)), key=lambda k: (wishes[k][1] <= 1.0, draws[k] / wishes[k][1]))
    number = round(sum(p for _, p in wishes) * lived)
    for k in sorted(order[:number], key=lambda k: not category(wishes[k][0]).walkable):
        name = wishes[k][0]
        c = category(name)
        if not _allowed(program, name) or _serves(program, name):
            continue
        if not c.walkable and _floor_area(program) + c.size[0] * c.size[1] > target:
            continue
        item = program.add(name, support="floor")
        out.append(item)
        _companions_of(program, item, rng)
        for _ in range(round(SEVERAL.get(name, 1) * lived) - 1):
            if not c.walkable and _floor_area(program) + c.size[0] * c.size[1] <= target:
                out.append(program.add(name, support="floor"))
    return out


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
            "private_office",
            "restaurant",
            "studio",
            "clinic_room",
            "spa",
            "playroom",
            "gaming_room",
        )
        and not program.forbids("curtain")
        and density > 0.15
    )
