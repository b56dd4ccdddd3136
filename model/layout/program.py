"""The program of a room: every thing that shall stand in it, with its relations resolved to single instances.

The brief speaks of kinds ("two nightstands on each side of the bed"); the placer needs instances ("nightstand_1 left of
bed_1"). Groups of things that belong together (a table with its chairs) are formed here too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..assets import AssetLibrary, Blueprint
from ..brief import Brief, RelationRequest, Request
from ..catalogue import Category, categories, category, is_a


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation of one instance: to any of the instances `targets`, or to `architecture`."""

    kind: str
    targets: tuple[str, ...] = ()
    architecture: str = ""
    required: bool = True


@dataclass(slots=True)
class Item:
    """One thing to place. `support` is floor, on, in, hung_on or from_ceiling."""

    id: str
    category: Category
    blueprint: Blueprint
    support: str
    key: str = ""
    label: str = ""
    attributes: tuple[str, ...] = ()
    ties: list[Tie] = field(default_factory=list)
    required: bool = True
    stand_in: bool = False
    fixed: bool = False  # stands already and stays as it is

    @property
    def area(self) -> float:
        """Footprint in m2."""
        return self.blueprint.size[0] * self.blueprint.size[1]

    def tied(self, *kinds: str) -> Tie | None:
        """The first tie of one of the kinds."""
        return next((t for t in self.ties if t.kind in kinds), None)


# What goes with what when the prompt says nothing: (thing, anchor, relation, most per anchor). Functional groups.
COMPANIONS: tuple[tuple[str, str, str, int], ...] = (
    ("nightstand", "bed", "each_side", 2),
    ("nightstand", "hospital_bed", "each_side", 1),
    ("dining_chair", "dining_table", "around", 12),
    ("chair", "dining_table", "around", 12),
    ("chair", "table", "around", 12),
    ("bar_stool", "bar_counter", "in_front_of", 12),
    ("bar_stool", "bar_table", "around", 6),
    ("bar_stool", "kitchen_island", "in_front_of", 4),
    ("coffee_table", "sofa", "in_front_of", 1),
    ("office_chair", "desk", "in_front_of", 1),
    ("gaming_chair", "desk", "in_front_of", 1),
    ("chair", "desk", "in_front_of", 1),
    ("office_chair", "computer_desk", "in_front_of", 1),
    ("chair", "computer_desk", "in_front_of", 1),
    ("stool", "desk", "in_front_of", 1),
    ("stool", "vanity_table", "in_front_of", 1),
    ("chair", "vanity_table", "in_front_of", 1),
    ("office_chair", "conference_table", "around", 14),
    ("chair", "conference_table", "around", 14),
    ("chair", "school_desk", "in_front_of", 1),
    ("stool", "bar_counter", "in_front_of", 8),
    ("bench", "piano", "in_front_of", 1),
    ("stool", "piano", "in_front_of", 1),
    ("stool", "lab_bench", "in_front_of", 2),
    ("stool", "workbench", "in_front_of", 1),
    ("office_chair", "reception_desk", "behind", 1),
    ("stool", "dental_chair", "next_to", 1),
    ("chair", "music_stand", "near", 1),
    ("tv_stand", "sofa", "across_from", 1),
    ("tv_stand", "bed", "across_from", 1),
    ("armchair", "coffee_table", "conversation", 2),
    ("tv", "sofa", "across_from", 1),
    ("tv", "bed", "across_from", 1),
    ("side_table", "armchair", "next_to", 1),
    ("side_table", "sofa", "next_to", 2),
    ("floor_lamp", "armchair", "next_to", 1),
    ("floor_lamp", "sofa", "next_to", 1),
    ("ottoman", "armchair", "in_front_of", 1),
    ("dryer", "washing_machine", "next_to", 1),
    ("guest_chair", "desk", "behind", 2),
    ("pastry_case", "bar_counter", "left_of", 1),
    ("piano_bench", "piano", "in_front_of", 1),
    ("sink", "kitchen_counter", "left_of", 1),
    ("stove", "kitchen_counter", "right_of", 1),
    ("refrigerator", "stove", "right_of", 1),
    ("dishwasher", "sink", "left_of", 1),
    ("easel", "stool", "near", 1),
    ("chair", "craft_table", "around", 4),
    ("stool", "kitchen_island", "in_front_of", 3),
)

# What counts as a chair or a table by its name, but is not drawn up to a table, or not sat at.
LOUNGING = (
    "armchair",
    "guest_chair",
    "bean_bag",
    "deck_chair",
    "waiting_chair",
    "barber_chair",
    "high_chair",
    "wheelchair",
    "shampoo_station",
)
NOT_SAT_AT = (
    "coffee_table",
    "side_table",
    "console_table",
    "nightstand",
    "changing_table",
    "massage_table",
    "grooming_table",
    "buffet_table",
    "overbed_table",
    "workbench",
    "pool_table",
    "ping_pong_table",
    "foosball_table",
    "air_hockey_table",
)


def belongs(name: str, kind: str) -> bool:
    """Whether a category counts as a kind of COMPANIONS: an armchair is a chair, but not one of those around a table."""
    odd = {"chair": LOUNGING, "table": NOT_SAT_AT, "desk": ("reception_desk",), "bed": ("massage_table",)}.get(kind, ())
    return is_a(name, kind) and not any(is_a(name, o) for o in odd)


GROUPING = (
    "around",
    "conversation",
    "long_side",
    "short_side",
    "each_side",
    "flank",
    "left_of",
    "right_of",
    "behind",
    "in_front_of",
)
# In front of these a small thing belongs close by; anything else "in front of" may be across the room.
CLOSE_IN_FRONT = (
    "coffee_table",
    "ottoman",
    "chair",
    "stool",
    "bench",
    "table",
    "rug",
    "bar_stool",
    "office_chair",
    "gaming_chair",
    "side_table",
)


# Places that only a thing standing on the floor can have.
STANDING = {
    "behind",
    "left_of",
    "right_of",
    "in_front_of",
    "each_side",
    "flank",
    "in_corner",
    "middle_of_room",
    "against_wall",
    "around",
    "between",
    "under",
}
HANGING = ("from_ceiling", "hung_on")
MUTUAL = ("across_from", "far_from", "faces")  # what the first of a set stands in to the others as they to it
SEAT = 0.3  # metres; nobody sits on what is smaller
SEAT_PITCH = 0.62  # metres of table edge or counter a person needs
SNUG = 0.7  # of its usual size, at which a thing is still itself where it is tight
SILL = 0.85  # metres; what stands under a window is lower if its kind can be
LOW_TRIES = 8  # samples looked at for a low one
MOST_TRIES = 24  # samples looked at for one with room beneath it
EXCLUSIVE = ("on", "inside", "stacked_on", "in_corner", "on_wall")  # an instance can be in one such place only


def _unique_id(room: str, name: str, counter: Counter[str]) -> str:
    counter[name] += 1
    return f"{room}/{name}_{counter[name]}"


def support_for(c: Category, request_ties: Sequence[Tie], has_parent: bool) -> str:
    """How an instance is held up: as its relations say, else the catalogue's usual way."""
    kinds = {t.kind for t in request_ties}
    if "hang_from_ceiling" in kinds:
        return "from_ceiling"
    if "on_wall" in kinds:
        return "hung_on"
    if has_parent:
        return "on"
    if "around" in kinds and c.supports[0] in ("on", "in"):
        return "floor"  # candles around a bathtub
    if c.name != "tv" and ("outside" in kinds or ("floor" in c.supports and kinds & STANDING)):
        return "floor"  # a TV stands on something, or hangs
    if "above" in kinds:  # in the air: under the ceiling, or on the wall behind
        return next((s for s in (*c.supports, *hanging_kind(c).supports) if s in HANGING), c.supports[0])
    return c.supports[0]


def hanging_kind(c: Category, way: str = "", room_type: str = "") -> Category:
    """A kind of the category that hangs, in a `way` if one is named (a wall shelf for a shelf); one at home in the room first."""
    hangs = (k for k in categories().values() if (way in k.supports if way else k.supports[0] in HANGING))
    kinds = [k for k in hangs if is_a(k.name, c.name)]
    return min(kinds, key=lambda k: room_type not in k.rooms, default=c)


def _room_beneath(b: Blueprint, size: tuple[float, float, float]) -> float:
    """The largest share of a footprint of `size` that is free of the blueprint's solids at some place under it, 0..1."""
    w, d, _ = b.size
    best = 0.0
    for x in np.linspace(-0.5, 0.5, 9) * max(w - size[0], 0.0):
        for y in np.linspace(-0.5, 0.5, 5) * max(d - size[1], 0.0):
            hit = 0.0
            for s in b.solids:
                if s.lower[2] < size[2] + 0.01:
                    dx = min(s.upper[0], x + size[0] / 2) - max(s.lower[0], x - size[0] / 2)
                    dy = min(s.upper[1], y + size[1] / 2) - max(s.lower[1], y - size[1] / 2)
                    hit += max(dx, 0.0) * max(dy, 0.0)
            best = max(best, 1.0 - hit / (size[0] * size[1]))
    return best


def bears(b: Blueprint, size: Sequence[float], turns: bool, highest: float = np.inf) -> bool:
    """Whether something of a size can stand on the blueprint, turned a quarter if it `turns`, no more than `highest` up."""
    for s in b.surfaces:
        w, d = s.x1 - s.x0, s.y1 - s.y0
        fits = (size[0] <= w and size[1] <= d) or (turns and size[1] <= w and size[0] <= d)
        round_ok = not s.round or 0.4 * float(np.hypot(size[0], size[1])) <= min(w, d) / 2
        if s.kind == "on" and s.z <= highest and fits and round_ok and size[2] < s.clearance - 0.005:
            return True
    return False


def _seated(t: Tie, kind: str, anchors: Sequence[Item]) -> bool:
    """Whether a tie of a seat says no more than that it is by its table: then it is drawn up as usual."""
    ids = {a.id for a in anchors}
    return kind in ("around", "in_front_of") and t.kind in ("next_to", "near") and bool(t.targets) and ids.issuperset(t.targets)


class Program:
    """The items of one room, in the making."""

    def __init__(self, room: str, brief: Brief, library: AssetLibrary, rng: np.random.Generator, style: str) -> None:
        self.room, self.brief, self.library, self.rng, self.style = room, brief, library, rng, style
        self.items: dict[str, Item] = {}
        self.instances: dict[str, list[str]] = {}
        self.counter: Counter[str] = Counter()
        self.seats: Counter[str] = Counter()  # how many things are to stand around an instance
        self.before: Counter[str] = Counter()  # how many in front of it
        self.guests: Counter[str] = Counter()  # how many inside it
        self.beneath: dict[str, tuple[float, float, float]] = {}  # size of what is to stand under it
        self.upon: dict[str, Category] = {}  # the largest of what is to stand on it
        self.sills: set[str] = set()  # what is to stand under a window
        self.covers: Counter[tuple[str, str]] = Counter()  # how many are laid on it, by request

    def copy(self, rng: np.random.Generator) -> Program:
        """An independent copy for another attempt; the sampled things are shared."""
        out = Program(self.room, self.brief, self.library, rng, self.style)
        out.items = {k: replace(i, ties=list(i.ties)) for k, i in self.items.items()}
        out.instances = {k: list(v) for k, v in self.instances.items()}
        out.counter = Counter(self.counter)
        return out

    # ------------------------------------------------------------------ what is there already

    def adopt(self, item: Item) -> None:
        """Take in something that stands, or stood, in the room; new ids will not clash with its own."""
        self.items[item.id] = item
        stem, _, number = item.id.rpartition("_")
        name = stem.rpartition("/")[2]
        if number.isdigit():
            self.counter[name] = max(self.counter[name], int(number))

    # ------------------------------------------------------------------ from the brief

    def build(self) -> None:
        """Make all instances the brief asks for and resolve its relations."""
        ties: dict[str, list[list[Tie]]] = {}
        for r in self.brief.requests:
            n = r.count.wanted
            self.instances[r.key] = [_unique_id(self.room, r.category, self.counter) for _ in range(n)]
            ties[r.key] = [[] for _ in range(n)]
        side_pointer: Counter[tuple[str, str]] = Counter()
        for rel in self.brief.relations:
            self._resolve(rel, ties, side_pointer)
        self._count_guests(ties)
        for r in self.brief.requests:
            self._make(r, ties[r.key])
        for item in self.items.values():
            self._fit_beneath(item)

    def _count_guests(self, ties: dict[str, list[list[Tie]]]) -> None:
        """What each thing will have around, before, in, on and under it: its size depends on that."""
        for key, each in ((key, t) for key, lists in ties.items() for ts in lists for t in ts):
            small = max(category(self.brief.request(key).category).size[:2]) < SEAT
            if each.kind == "around" and len(each.targets) == 1 and not small:
                self.seats[each.targets[0]] += 1
            if each.kind in ("in_front_of", "long_side") and len(each.targets) == 1:
                self.before[each.targets[0]] += 1
            if each.kind == "inside" and len(each.targets) == 1:
                self.guests[each.targets[0]] += 1
        for key, lists in ties.items():
            pairs = zip(self.instances[key], lists, strict=True)
            self.sills |= {i for i, ts in pairs for t in ts if t.kind == "under" and t.architecture == "window"}
        for r in self.brief.requests:
            for t in (t for ts in ties[r.key] for t in ts if t.kind == "under" and len(t.targets) == 1):
                c = category(r.category)
                if not c.walkable:
                    self.beneath[t.targets[0]] = (SNUG * c.size[0], SNUG * c.size[1], max(c.smallest[2], 0.5 * c.size[2]))
        for r in self.brief.requests:
            c = category(r.category)
            for t in (t for ts in ties[r.key] for t in ts if t.kind == "on" and len(t.targets) == 1):
                self.upon[t.targets[0]] = max(self.upon.get(t.targets[0], c), c, key=lambda c: c.size[0] * c.size[1])
        for r in self.brief.requests:  # a laid table has as many seats as it has forks or plates
            if is_a(r.category, "fork") or is_a(r.category, "glass"):
                for t in (t for ts in ties[r.key] for t in ts if t.kind == "on" and len(t.targets) == 1):
                    self.covers[(t.targets[0], r.key)] += 1

    def _resolve(self, rel: RelationRequest, ties: dict[str, list[list[Tie]]], pointer: Counter[tuple[str, str]]) -> None:
        if rel.kind == "above" and len(rel.objects) == 1 and self._spans(rel.subject, rel.objects[0]):
            rel = replace(rel, kind="under", subject=rel.objects[0], objects=(rel.subject,), count=None)
        if rel.kind == "under" and any(self._family(o) == "plants" for o in rel.objects):
            rel = replace(rel, kind="around")  # presents under a tree lie at its foot
        if rel.kind == "under" and len(rel.objects) == 1 and self._hangs_over(rel.objects[0], rel.subject):
            rel = replace(rel, kind="above", subject=rel.objects[0], objects=(rel.subject,), count=None)
        mine = ties.get(rel.subject)
        if not mine:
            return
        n = len(mine)
        k = n if rel.count is None else min(n, max(rel.count.wanted, 1))
        if rel.architecture:
            # "two of the beds are in the corners": give it to those that have no place yet
            free = sorted(range(n), key=lambda i: any(t.architecture for t in mine[i]))
            for i in free[:k] if k < n else range(n):
                mine[i].append(Tie(rel.kind, (), rel.architecture))
            return
        targets = [i for o in rel.objects for i in self.instances.get(o, [])]
        if not targets:
            return
        same = rel.objects == (rel.subject,)
        directional = rel.kind in ("left_of", "right_of", "each_side", "flank", "long_side", "short_side", "behind")
        slot = (rel.subject, rel.objects[0])
        start = pointer[slot] if directional and k < n else 0
        order = [(start + j) % n for j in range(n)]
        if rel.kind in EXCLUSIVE and not same:  # "one of them": give it to those that have no place yet
            order.sort(key=lambda i: any(t.kind in EXCLUSIVE for t in mine[i]))
        for i in order[:k]:
            if same:
                others = tuple(t for t in targets if t != self.instances[rel.subject][i])
                if others and (rel.kind in MUTUAL or i > 0):  # the first of a stack lies on none of it
                    mine[i].append(Tie(rel.kind, (self.instances[rel.subject][i - 1],) if i > 0 else others))
                continue
            if rel.each or (len(targets) > 1 and k >= len(targets) and rel.kind not in ("between", "around")):
                target: tuple[str, ...] = (targets[i * len(targets) // n],)  # deal the subjects out among the targets
            elif rel.kind == "around" and len(targets) > 1 and n > len(targets):
                target = (targets[i * len(targets) // n],)
            else:
                target = tuple(targets)
            mine[i].append(Tie(rel.kind, target))
        if directional and k < n:
            pointer[slot] += k

    def _family(self, key: str) -> str:
        """The family of what a request asks for."""
        return next((category(r.category).family for r in self.brief.requests if r.key == key), "")

    def _hangs_over(self, over: str, below: str) -> bool:
        """Whether one request's thing, under which another's is to stand, is rather hung on the wall: a shelf over a washer."""
        kinds = {r.key: category(r.category) for r in self.brief.requests}
        if over not in kinds or below not in kinds or kinds[below].walkable or kinds[below].supports[0] != "floor":
            return False
        a = kinds[over]
        return a.supports[0] == "floor" and hanging_kind(a) is not a

    def _spans(self, over: str, below: str) -> bool:
        """Whether one request's standing thing is as large as another's: above that, it spans what is beneath it."""
        kinds = {r.key: category(r.category) for r in self.brief.requests if not r.stand_in}
        if over not in kinds or below not in kinds:
            return False
        a, b = kinds[over], kinds[below]
        if hanging_kind(a) is not a:
            return False
        return a.supports[0] == b.supports[0] == "floor" and a.size[0] * a.size[1] >= b.size[0] * b.size[1]

    def _make(self, r: Request, ties: list[list[Tie]]) -> None:
        c = category(r.category)
        values = [a.value for a in r.attributes]
        n = r.count.wanted
        if c.supports[0] in ("on", "in") and n > 3 and c.family != "tableware":  # crockery comes in sets
            variants = 3  # loose small things should not all be the same
        else:
            variants = 1
        made: dict[tuple[object, ...], Blueprint] = {}
        for i in range(n):
            c = category(r.category)
            support = self._support(c, ties[i])
            if support in HANGING and support not in c.supports:
                c = hanging_kind(c, support, self.brief.room_type)
            size = r.size
            if r.stand_in and support in HANGING and support not in c.supports:  # what was taken for it only stands
                c, size = category("stand_in"), r.size or c.size
            extra = list(values)
            around = self.seats[self.instances[r.key][i]]
            if 3 <= around <= 6 and not {"round", "square", "rectangular", "oval", "long"} & set(values):
                extra.append("square" if around == 4 else "round")
            width = self._width_for(c, self.instances[r.key][i], values)
            variant = (i % variants, support, width, tuple(extra))
            if variant not in made:
                made[variant] = (
                    self._roomy(c, support, extra, width, self.instances[r.key][i])
                    if size is None
                    else self.library.sample(c.name, self.rng, size, self.style, [*extra, f"mount_{support}"])
                )
            item = Item(
                self.instances[r.key][i],
                c,
                made[variant],
                support,
                r.key,
                r.label,
                tuple(values),
                list(ties[i]),
                True,
                r.stand_in,
            )
            self.items[item.id] = item

    def _among_small(self, c: Category, ties: Sequence[Tie]) -> bool:
        """Whether a thing that may stand on others is said to be beside one that does: then it stands there too."""
        if not {"on", "in"} & set(c.supports):
            return False
        kinds = {r.key: category(r.category).supports[0] for r in self.brief.requests}
        small = {i for key, s in kinds.items() if s in ("on", "in") for i in self.instances.get(key, ())}
        return any(t.kind in STANDING and small.issuperset(t.targets) for t in ties if t.targets)

    def _support(self, c: Category, ties: Sequence[Tie]) -> str:
        """How a thing of a kind with some ties is held up; on a rug means on the floor, over the rug."""
        on = next((t for t in ties if t.kind in ("on", "inside", "stacked_on", "middle_of") and t.targets), None)
        if on is not None and self._flat(on.targets[0]):
            return "floor"
        return support_for(c, ties, on is not None or self._among_small(c, ties))

    def support_again(self, item: Item) -> None:
        """How an item is held up, anew, after ties of it were dropped."""
        support = self._support(item.category, item.ties)
        if support != item.support:
            item.support = support
            item.blueprint = self._sample(item.category, support, item.attributes)

    def _flat(self, item_id: str) -> bool:
        if item_id in self.items:
            return self.items[item_id].category.walkable
        for r in self.brief.requests:
            if item_id in self.instances.get(r.key, ()):
                return category(r.category).walkable
        return False

    def _roomy(self, c: Category, support: str, values: Sequence[str], width: float | None, item_id: str) -> Blueprint:
        """A sample that can hold what is to go into it, or take under it what is to go there: the roomiest of several."""
        low = self.beneath.get(item_id)
        if low is not None:
            tries: list[Blueprint] = []
            while len(tries) < MOST_TRIES and not (tries and _room_beneath(tries[-1], low) > 0.99):
                tries.append(self._sample(c, support, values, width))
            return max(tries, key=lambda b: _room_beneath(b, low))
        if item_id in self.sills:
            tries = [self._sample(c, support, values, width)]
            while len(tries) < LOW_TRIES and tries[-1].size[2] > SILL:
                tries.append(self._sample(c, support, values, width))
            return min(tries, key=lambda b: max(b.size[2], SILL))
        if item_id in self.upon:
            return self._bearing(c, support, values, width, self.upon[item_id])
        tries = [self._sample(c, support, values, width) for _ in range(5 if self.guests[item_id] > 1 and c.size[0] < 0.5 else 1)]
        return max(tries, key=lambda b: sum((s.x1 - s.x0) * (s.y1 - s.y0) for s in b.surfaces if s.kind == "in"))

    def _bearing(self, c: Category, support: str, values: Sequence[str], width: float | None, guest: Category) -> Blueprint:
        """A sample on which the guest can stand: the first that is large enough, up to the largest there is."""
        made = self._sample(c, support, values, width)
        aims = [tuple(max(lo, SNUG * s) for lo, s in zip(guest.smallest, guest.size, strict=True)), guest.smallest]
        for aim in aims:
            for grown in (1.0, 1.2, 1.5, 2.0, 3.0):
                size = (*(min(grown * s, most) for s, most in zip(made.size[:2], c.largest[:2], strict=True)), None)
                wider = made if grown == 1.0 else self.library.sample(
                    c.name, self.rng, size, self.style, [*values, f"mount_{support}"]
                )  # fmt: skip
                if bears(wider, aim, not guest.front):
                    return wider
        return made

    def _fit_beneath(self, item: Item) -> None:
        """What is to stand under another is made small enough for the space there, if it can be."""
        tie = item.tied("under")
        host = self.items.get(tie.targets[0]) if tie is not None and len(tie.targets) == 1 else None
        if host is None or host.support != "floor" or item.support != "floor" or item.category.walkable:
            return
        wishes = [*item.attributes, f"mount_{item.support}"]
        for scale in (1.0, 0.8, 0.6, 0.45, 0.3):
            small, usual = item.category.smallest, item.blueprint.size
            size = (*(max(lo, scale * s) for lo, s in zip(small, usual, strict=True)),)
            made = item.blueprint
            if scale < 1.0:
                made = self.library.sample(item.category.name, self.rng, size, self.style, wishes)
            if _room_beneath(host.blueprint, made.size) > 0.99:
                item.blueprint = made
                return

    def _width_for(self, c: Category, item_id: str, values: Sequence[str]) -> float | None:
        """The width that an instance needs for the people it is to serve; None if its usual width will do."""
        covers = max((n for (i, _), n in self.covers.items() if i == item_id), default=0)
        around = max(self.seats[item_id], covers)
        need = self.before[item_id] * SEAT_PITCH if self.before[item_id] > 1 else 0.0
        if around > 4 and not {"round", "square"} & set(values):
            need = max(need, ((around - 2) / 2 if around % 2 == 0 else around / 2) * SEAT_PITCH + 0.3)
        if need <= c.size[0]:
            return None
        return float(min(need, c.largest[0]))

    def _sample(self, c: Category, support: str, values: Sequence[str], width: float | None = None) -> Blueprint:
        extra = [*values, f"mount_{support}"]
        return self.library.sample(c.name, self.rng, (width, None, None), self.style, extra)

    # ------------------------------------------------------------------ fillers and groups

    def add(
        self,
        name: str,
        ties: Sequence[Tie] = (),
        support: str = "",
        attributes: Sequence[str] = (),
        same_as: str = "",
        blueprint: Blueprint | None = None,
    ) -> Item:
        """Add something that the prompt did not ask for."""
        c = category(name)
        s = support or support_for(c, ties, False)
        if same_as:
            blueprint = self.items[same_as].blueprint
        blueprint = blueprint or self._sample(c, s, attributes)
        item = Item(
            _unique_id(self.room, name, self.counter),
            c,
            blueprint,
            s,
            ties=list(ties),
            attributes=tuple(attributes),
            required=False,
        )
        self.items[item.id] = item
        return item

    def of(self, *names: str) -> list[Item]:
        """Items that are, or count as, one of the categories."""
        return [i for i in self.items.values() if any(is_a(i.category.name, n) for n in names)]

    def forbids(self, name: str) -> bool:
        """Whether one more of the category would break a count of the brief (an exact number, an upper bound, an absence).

        Who asks for two tables counts a side table as the third: a category is also counted by its head noun.
        """
        return any(
            is_a(name, r.category) or is_a(r.category, name) or name.endswith(f"_{r.category}")
            for r in self.brief.requests
            if r.count.op in ("eq", "le", "lt")
        )

    def inherit(self) -> None:
        """What is said of a thing's place holds for what it stands on: a TV facing the sofa turns its stand that way."""
        for item in list(self.items.values()):
            host_tie = item.tied("on", "inside", "middle_of")
            if item.support not in ("on", "in") or host_tie is None or len(host_tie.targets) != 1:
                continue
            host = self.items.get(host_tie.targets[0])
            if host is None or host.support not in ("floor", "hung_on"):
                continue
            for t in item.ties:
                carried = t.architecture or t.kind in ("faces", "across_from", "near", "far_from", "in_front_of")
                carried = carried or (not host.required and t.kind in STANDING)  # what was brought in for it goes where it goes
                if carried and host.id not in t.targets and t not in host.ties and not self._on_same(t.targets, host.id):
                    host.ties.append(t)
            for other in self.items.values():
                for t in list(other.ties):
                    near = other.support == "floor" and t.kind in ("left_of", "right_of", "each_side", "flank", "behind")
                    carried = near or t.kind in ("faces", "across_from", "in_front_of")
                    if carried and t.targets == (item.id,) and other.id != host.id:
                        extra = Tie(t.kind, (host.id,), required=t.required)
                        if extra not in other.ties:
                            other.ties.append(extra)

    def _on_same(self, ids: Sequence[str], host: str) -> bool:
        """Whether some of the items stand on the host too."""
        ties = [self.items[i].tied("on", "inside", "middle_of") for i in ids if i in self.items]
        return any(t is not None and host in t.targets for t in ties)

    def _bearer(self, item: Item) -> Item:
        """What decides where a thing is looked at from: for a TV, what it stands on or hangs over."""
        tie = item.tied("on", "middle_of", "above") if item.category.name == "tv" else None
        host = self.items.get(tie.targets[0]) if tie is not None and len(tie.targets) == 1 else None
        return host if host is not None and host.support == "floor" else item

    def companions(self) -> None:
        """Give things that belong together, and have no stated place, a soft tie to their anchor."""
        taken: Counter[tuple[str, str]] = Counter()
        for name, anchor, kind, most in COMPANIONS:
            anchors = [a for a in self.of(anchor) if a.support == "floor" and belongs(a.category.name, anchor)]
            for item in (self._bearer(i) for i in self.of(name) if belongs(i.category.name, name)):
                hung = item.support == "hung_on" and kind == "across_from"  # a TV on the wall
                if (
                    (item.support != "floor" and not hung)
                    or not anchors
                    or any(t.targets and not _seated(t, kind, anchors) for t in item.ties)
                    or item.tied("in_corner", "against_wall")
                ):
                    continue
                named = {i for t in item.ties for i in t.targets}
                for a in sorted(anchors, key=lambda a: a.id not in named):
                    if a.id != item.id and taken[(a.id, name)] < most and not is_a(item.category.name, anchor):
                        side = kind
                        if kind == "each_side":
                            side = "left_of" if taken[(a.id, "side")] % 2 == 0 else "right_of"
                            taken[(a.id, "side")] += 1
                        item.ties.append(Tie(side, (a.id,), required=False))
                        taken[(a.id, name)] += 1
                        break
