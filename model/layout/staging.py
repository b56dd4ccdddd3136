"""What makes a room lived in: everyday things on and in whatever the prompt left bare.

Learned habits and the customs of a host say what; design rules say where: covers before the chairs, rows on shelves, a desk
laid out for its chair, soft things symmetric, the rest composed on the top. Every thing is tested before it is set down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from ..assets import Blueprint, Surface, Vec3
from ..brief import Count
from ..catalogue import category, is_a
from ..geometry import Floats, directions, polygon_area
from ..graph.types import Support
from .customs import DEPTH, HEAPS, SHELVES, SIDEWAYS, STACKS, TURNDOWN, host_rank, is_seatlike, is_vase, plays
from .deck import AIR, Deck, Seat, seats_at, turned
from .habits import habits
from .program import Program
from .state import Arrangement, Thing, patches_of
from .themes import (
    FACINGS,
    KINDS_ON_SHELF,
    MASSES,
    NEEDS,
    ONCE,
    PLAY_ROOMS,
    SETTINGS,
    SHOPS,
    SINGLE_IN,
    THEMES,
    UPRIGHT_BOOKS,
    WORK_ROOMS,
    WORKPLACES,
    Theme,
    customs_of,
    loose,
    theme_of,
)

VARIANTS = 2  # different makes of the same small thing in a room
# Things that dressing adds at the default density: ten times as much shelf does not mean ten times as many.
MOST, MOST_FOR_SALE = 110, 320
BOOK_WIDTHS, BOOK_HEIGHTS = (0.2, 0.26, 0.34, 0.44, 0.56), (0.2, 0.23, 0.26)
DISCS = ("plate", "glass", "wine_glass", "cocktail_glass", "bowl")  # as wide in any turn
BEFORE_SITTER = ("mouse", "keyboard", "monitor", "laptop")  # in line with who sits at the desk, wherever the chair stands
OUT_OF_HAND = 1.45  # metres; nothing is left lying higher up
NARROW_TOP = 0.6  # metres; a lamp stands in the middle of a top no wider
KEYS_AND_SCREEN = 0.42  # metres of depth for a keyboard with a screen behind it
UPRIGHT = 2.0  # times as high as deep: too unsteady to bear another
NARROW = 0.35  # share of its footprint that a top has to have for another of the same to stand on it
EXTRA_PER_AREA = 6.0  # learned things on a square metre of top at the default density
MOST_ON_TOP, MOST_PER_AREA = 3.0, 16.0  # things on a top, and for each square metre of it
NUMBER_AREAS, NUMBERS = (4.0, 9.0, 16.0, 40.0), (15.0, 33.0, 38.0, 46.0)  # m2 of floor, things at the default density
MATCHED = ("table_lamp", "desk_lamp", "cushion", "towel")  # all of a room's are of one make
LAMP_SHARE = 0.5  # of the shorter side of a top that a lamp on it may take
TIDY = 0.8  # how lived-in a room may be in which all lies straight


class Stager:
    """Dresses the surfaces of an arrangement."""

    def __init__(self, room: Arrangement, program: Program, density: float, rng: np.random.Generator) -> None:
        self.room, self.program, self.rng = room, program, rng
        self.type = room.room.type
        self.lived = 2.0 * density  # 1 at the default
        self.goods: dict[tuple[object, ...], Blueprint | None] = {}
        self.permitted: dict[str, bool] = {}
        self.asked = self._asked()
        most = MOST_FOR_SALE if self.type in SHOPS else MOST
        self.left = round((most + max(abs(polygon_area(room.polygon)) - 30.0, 0.0)) * self.lived)
        self.levels = 0  # of shelves still to be filled: they share what is left

    # ------------------------------------------------------------------ all of it

    def run(self) -> Iterator[str]:
        """Dress every host in turn; yields its name first."""
        if self.left <= 0:
            return
        hosts = [t for t in self.room.things.values() if self._hosts(t)]
        hosts.sort(key=lambda t: (not bool(seats_at(self.room, t)), self._shelved(t)))  # tables first, long rows of shelves last
        self.levels = sum(len(t.blueprint.surfaces) for t in hosts if self._shelved(t))
        spare: list[Deck] = []
        for t, rng in zip(hosts, self.rng.spawn(len(hosts)), strict=True):
            yield t.category
            spare += self._dress(t, rng)
        self._top_up(spare)

    def _hosts(self, t: Thing) -> bool:
        shown = any(self._shows(t, s) for s in t.blueprint.surfaces)
        return shown and not t.walkable and t.support.kind in ("floor", "hung_on", "on")

    def _shows(self, t: Thing, s: Surface) -> bool:
        """Whether to dress a surface: not behind closed fronts, unless something is asked for there."""
        return not s.hidden or bool(self.asked.get(t.id))

    @staticmethod
    def _shelved(t: Thing) -> bool:
        return plays(t.category, SHELVES)

    def _asked(self) -> dict[str, set[str]]:
        """Hosts of which the prompt has said what stands on them: those open-ended wishes that may go on ("full of books")."""
        out: dict[str, set[str]] = {}
        for i in self.program.items.values():
            tie = i.tied("on", "inside", "stacked_on", "middle_of")
            if i.required and i.support in ("on", "in") and tie is not None:
                name = i.category.name
                open_ended = i.key and self.program.brief.request(i.key).count == Count("ge", 2)
                wished = THEMES[MASSES[name]] if name in MASSES else [name] if open_ended else []
                for target in tie.targets:
                    out.setdefault(target, set()).update(wished)
        return out

    def _allows(self, name: str, host: Thing) -> bool:
        """Whether the brief leaves room for one more of a category on a host."""
        if name not in self.permitted:
            self.permitted[name] = not self.program.forbids(name)
        wishes = self.asked.get(host.id)
        return self.permitted[name] and (wishes is None or any(is_a(name, w) for w in wishes))

    def _dress(self, t: Thing, rng: np.random.Generator) -> list[Deck]:
        """Dress one host; its tops that may take more."""
        decks = self._decks(t)
        if not decks:
            return []
        seats = seats_at(self.room, t)
        if self._shelved(t):
            theme = self._assortment(t, rng)
            for deck in decks:
                self._shelf(deck, theme, rng)
            self.levels -= len(t.blueprint.surfaces)
        elif plays(t.category, HEAPS):
            for deck in decks:
                if deck.surface.kind == "in":
                    self._heap(deck, rng)
        elif is_seatlike(t.category):
            self._soft(decks, rng)
        else:
            tops = [d for d in decks if d.surface.kind == "on"] or decks
            laid = bool(seats) and self._covers(tops[0], seats, rng)
            self._top(tops, rng, centre_only=laid)
            for deck in decks:
                if all(deck is not d for d in tops) and not plays(t.category, ("kitchen", "bath")):
                    if deck.size[0] < deck.size[1]:  # the bins of an open door
                        self._heap(deck, rng)
                    else:
                        full = 0.9 if self.asked.get(t.id) else 0.6
                        self._row(deck, THEMES[theme_of(t.category, self.type)], full, rng)
            return [] if laid else tops
        return [d for d in decks if d.surface.kind == "on" and d.surface.name != TURNDOWN] if is_a(t.category, "bed") else []

    def _decks(self, t: Thing) -> list[Deck]:
        lineage = {t.id}
        at = t
        while at.support.parent in self.room.things:
            at = self.room.things[at.support.parent]
            lineage.add(at.id)
        decks = [Deck.of(self.room, t, k, lineage) for k, s in enumerate(t.blueprint.surfaces) if self._shows(t, s)]
        return [d for d in decks if d.height > 0.05 and d.area > 0.004 and t.z + d.surface.z - self.room.room.level < 1.95]

    # ------------------------------------------------------------------ goods

    def _make(self, name: str, rng: np.random.Generator, size: tuple[float | None, ...] = (None, None, None)) -> Blueprint | None:
        """One of a few makes of a small thing, shared by all of its kind in the room; None if that size cannot be."""
        variant = int(rng.integers(VARIANTS)) if size == (None, None, None) and name not in MATCHED else 0
        key = (name, variant, *size)
        if key not in self.goods:
            c = category(name)
            wanted = [s for s in zip(size, c.smallest, c.largest, strict=True) if s[0] is not None]
            possible = all(lo - 1e-6 <= s <= hi + 1e-6 for s, lo, hi in wanted if s is not None)
            self.goods[key] = (
                self.program.library.sample(name, self.program.rng, size, self.program.style, ("mount_on",)) if possible else None
            )
        return self.goods[key]

    def _fitting(self, name: str, deck: Deck, width: float, rng: np.random.Generator) -> Blueprint | None:
        """A make that stands within the width, depth and height of a level; smaller than usual if need be."""
        height, depth = deck.height - 0.012, deck.size[1] - 0.01
        if name in UPRIGHT_BOOKS:
            wide = [w for w in BOOK_WIDTHS if w <= width]
            tall = [h for h in BOOK_HEIGHTS if h <= height]
            if not wide or not tall or depth < 0.13:
                return None
            size: tuple[float | None, ...] = (
                float(rng.choice(wide[-3:])),
                min(0.17, round(depth, 2)),
                float(rng.choice(tall)),
            )
            return self._make(name, rng, size)
        made = self._make(name, rng)
        limits = (width, depth, height)
        if made is None or all(s <= most for s, most in zip(made.size, limits, strict=True)):
            return made
        c = category(name)
        size = tuple(None if s <= most else float(np.floor(50 * most) / 50) for s, most in zip(made.size, limits, strict=True))
        if any(s is not None and s < lo for s, lo in zip(size, c.smallest, strict=True)):
            return None
        made = self._make(name, rng, size)
        return made if made is not None and all(s <= most + 1e-6 for s, most in zip(made.size, limits, strict=True)) else None

    def _put(self, deck: Deck, name: str, made: Blueprint, x: float, y: float, turn: float) -> Thing:
        """Set a thing down; the place has been tested."""
        host = deck.host
        kind = deck.surface.kind
        item = self.program.add(name, support=kind, blueprint=made)
        wx, wy, z = deck.world(x, y)
        turn = 0.0 if name in DISCS else turn
        thing = Thing(item.id, name, made, wx, wy, z, host.yaw + turn, Support(kind, host.id, deck.index), "", host.group)
        self.room.add(thing)
        deck.take(made, x, y, turn)
        self.left -= 1
        return thing

    def _pile(self, below: Thing, deck: Deck, n: int) -> None:
        """More of the same on top, as high as there is room."""
        made = below.blueprint
        if made.size[2] > UPRIGHT * min(made.size[:2]):
            return  # record sleeves that stand on edge
        top = next((s for s in made.surfaces if s.kind == "on"), None)
        if top is None and any(s.kind == "in" for s in made.surfaces):
            return
        if top is not None and (top.x1 - top.x0) * (top.y1 - top.y0) < NARROW * made.size[0] * made.size[1]:
            return  # it narrows upwards: another would overhang
        step = made.size[2] if top is None else top.z
        z = below.z
        for _ in range(n):
            if z + step + made.size[2] > deck.host.z + deck.surface.z + deck.height or self.left <= 0:
                return
            z += step
            item = self.program.add(below.category, support="on", blueprint=made)
            turn = below.yaw + float(self.rng.uniform(-0.06, 0.06)) * (made.size[2] < 0.06)
            at = Support("on", below.id, 0)
            below = Thing(item.id, below.category, made, below.x, below.y, z, turn, at, "", below.group)
            self.room.add(below)
            self.left -= 1

    # ------------------------------------------------------------------ tops

    def _top(self, decks: Sequence[Deck], rng: np.random.Generator, centre_only: bool = False) -> None:
        """The customs of a host, then what the sources say is usual there."""
        host = decks[0].host
        customs = customs_of(host.category)
        if is_a(host.category, "desk") and self.type in WORK_ROOMS and host.category != "school_desk":
            shallow = max(d.size[1] for d in decks) < KEYS_AND_SCREEN
            fit = [p for p in WORKPLACES if not (shallow and "monitor" in p)]
            places = fit[int(rng.integers(len(fit)))]
            if float(rng.random()) < 0.9 * self.lived**0.4:
                deck = next((d for d in decks if self._compose(d, places[0], rng) is not None), None)
                if deck is None:
                    self._on_any(decks, "laptop", rng)
                else:
                    for guest in places[1:]:
                        self._compose(deck, guest, rng)
        for guest, chance, most in customs or ():
            draws = rng.random(most)
            if (guest == "tv" and self.program.of("tv")) or (guest in NEEDS and not self.program.of(NEEDS[guest])):
                continue
            for u in draws:
                if float(u) < min(chance * self.lived**0.75, 0.97) or chance > 1:
                    self._on_any(decks, guest, rng, centre_only)
        if customs is not None and not centre_only:
            for deck in decks:
                self._extras(deck, rng, 1.0 if customs else 0.0)

    def _on_any(self, decks: Sequence[Deck], name: str, rng: np.random.Generator, centre_only: bool = False) -> Thing | None:
        """One thing on the first of a host's tops that has room for it, the emptier first."""
        order = sorted(decks, key=lambda d: len(d.boxes) / d.area) if len(decks) > 1 else decks
        return next((t for t in (self._compose(d, name, rng, centre_only) for d in order) if t is not None), None)

    def _extras(self, deck: Deck, rng: np.random.Generator, share: float) -> None:
        """Things drawn from P(child | host, room type), more of them where more of their companions stand."""
        n = deck.area * EXTRA_PER_AREA * self.lived * share + float(rng.random())
        usual = self._learned(deck)
        names = sorted(usual)
        standing = {t.category for t in self.room.things.values() if t.support.parent == deck.host.id}
        for _ in range(int(min(n, 7))):
            if not names:
                return
            p = np.array([usual[c] * habits().together(c, standing) for c in names])
            name = names[int(rng.choice(len(names), p=p / p.sum()))]
            if name not in standing and self._compose(deck, name, rng):
                standing.add(name)
            usual[name] *= 0.25

    def _top_up(self, decks: Sequence[Deck]) -> None:
        """One more usual thing at a time, on the emptiest top, until the room has the number that its like have."""
        goal = usual_number(abs(polygon_area(self.room.polygon)), self.lived)
        rng = self.rng
        had = Counter(t.category for t in self.room.things.values())
        options = {k: self._usual(d) for k, d in enumerate(decks)}
        most = [MOST_ON_TOP + MOST_PER_AREA * d.area for d in decks]
        on = [
            sum(t.support.parent == d.host.id and t.support.surface == d.index for t in self.room.things.values()) for d in decks
        ]
        while len(self.room.things) < goal:
            free = [k for k, names in options.items() if names and on[k] < most[k]]
            if not free or self.left <= 0:
                return
            k = min(free, key=lambda k: on[k] / most[k])
            deck, usual = decks[k], options[k]
            standing = {t.category for t in self.room.things.values() if t.support.parent == deck.host.id}
            names = sorted(usual)
            p = np.array([usual[c] * habits().together(c, standing) / (1.0 + had[c]) ** 2 for c in names])
            name = names[int(rng.choice(len(names), p=p / p.sum()))]
            del usual[name]
            if name not in standing and self._compose(deck, name, rng) is not None:
                on[k] += 1
                had[name] += 1

    def _learned(self, deck: Deck) -> dict[str, float]:
        """What the sources say stands on a top in such a room, of what may be left there; nothing where nobody reaches."""
        if deck.host.z + deck.surface.z - self.room.room.level > OUT_OF_HAND:
            return {}
        return {
            c: p
            for c, p in habits().guests(deck.host.category, self.type).items()
            if loose(c) and self._at_home(c) and host_rank(category(c), deck.host.category) >= 0.6
        }

    def _at_home(self, name: str) -> bool:
        """Whether a thing that is left lying about suits the room: its type, who lives there, and what it is used with."""
        c = category(name)
        playful = c.family != "play" or self.type in PLAY_ROOMS
        return self.type in c.rooms and playful and (name not in NEEDS or bool(self.program.of(NEEDS[name])))

    def _usual(self, deck: Deck) -> dict[str, float]:
        """What a top may carry and how usual that is: by the sources, and by the customs of its host."""
        out = self._learned(deck)
        total = sum(out.values()) or 1.0
        out = {c: p / total for c, p in out.items()}
        for guest, chance, _ in customs_of(deck.host.category) or ():
            out[guest] = out.get(guest, 0.0) + 0.3 * chance
        return out

    def _compose(self, deck: Deck, name: str, rng: np.random.Generator, centre_only: bool = False) -> Thing | None:
        """Set one thing down where it looks right; None if it may not be there or finds no place."""
        if self.left <= 0 or not self._allows(name, deck.host):
            return None
        if name in ONCE and self.type in SINGLE_IN and self.program.of(name):
            return None
        made = self._make(name, rng)
        if made is not None and is_a(name, "lamp") and made.size[0] > LAMP_SHARE * min(deck.size):
            made = self._make(name, rng, (float(np.floor(50 * LAMP_SHARE * min(deck.size)) / 50), None, None)) or made
        if made is not None and any(m > s for m, s in zip(made.size, (*deck.size, deck.height), strict=True)):
            made = self._fitting(name, deck, deck.size[0], rng)
        if made is None or made.size[2] > deck.height:
            return None
        w, d, _ = made.size
        turn = self._turn(name, w, d, rng)
        s = deck.surface
        hx, hy = turned(w, d, turn)
        if s.x0 + hx > s.x1 - hx or s.y0 + hy > s.y1 - hy:
            turn, hx, hy = 0.0, w / 2, d / 2
        if s.x0 + hx > s.x1 - hx or s.y0 + hy > s.y1 - hy:
            return None
        nx, ny = (int(np.clip((b - a - 2 * h) / 0.05, 1, 15)) + 1 for a, b, h in ((s.x0, s.x1, hx), (s.y0, s.y1, hy)))
        gx, gy = np.meshgrid(np.linspace(s.x0 + hx, s.x1 - hx, nx), np.linspace(s.y0 + hy, s.y1 - hy, ny), indexing="ij")
        x, y = np.append(gx.ravel(), deck.centre[0]), np.append(gy.ravel(), deck.centre[1])
        ok = deck.fits(x, y, hx, hy, made.size[2])
        if name in BEFORE_SITTER:  # a screen not at the front, keys not behind it
            ok &= (y > deck.centre[1]) == (name == "monitor") if name != "laptop" else True
        if not ok.any():
            return None
        noise = 0.0 if is_a(name, "lamp") else 0.12  # lamps of a pair stand alike
        score = self._taste(deck, name, made.size, x, y, centre_only) + noise * rng.gumbel(size=len(x))
        score[~ok] = -np.inf
        k = int(np.argmax(score))
        thing = self._put(deck, name, made, float(x[k]), float(y[k]), turn)
        self._fill_up(thing, deck, rng)
        return thing

    def _turn(self, name: str, width: float, depth: float, rng: np.random.Generator) -> float:
        """How far a small thing stands turned from its host: hardly, if it has a front; more, if it lies loose; tidied, not."""
        u = float(rng.normal(0, 0.06)), float(rng.uniform(-0.3, 0.3))
        lax = float(np.clip((self.lived - TIDY) / (1.0 - TIDY), 0.0, 2.0))
        if category(name).front:
            return lax * u[0] * (max(width, depth) < 0.35) * (not is_a(name, "lamp"))
        return lax * u[1] * (max(width, depth) < 0.45) * (abs(width - depth) > 0.02)

    def _fill_up(self, thing: Thing, deck: Deck, rng: np.random.Generator) -> None:
        """What a vase or a tray on a deck holds."""
        if is_vase(thing.category) and rng.random() < 0.75:
            flowers = next((n for n in ("flower_bunch", "flower") if self._allows(n, thing)), None)
            well = next((k for k, s in enumerate(thing.blueprint.surfaces) if s.kind == "in"), None)
            made = self._make(flowers, rng) if flowers else None
            if flowers is None or made is None or well is None or self.left <= 0:
                return
            inner = Deck(thing, well, thing.blueprint.surfaces[well], deck.height, np.zeros((0, 6)))
            x, y, z = inner.world(*inner.centre)
            turn = float(rng.uniform(-np.pi, np.pi))
            held = {thing.id, deck.host.id}
            rise = z - deck.host.z - deck.surface.z
            if rise + made.size[2] > deck.height:
                return
            at = np.array([x]), np.array([y]), np.array([thing.yaw + turn])
            if not self.room.fits(patches_of(made), *at, z, zones=False, gap=AIR, ignore=held)[0]:
                return
            self._put(inner, flowers, made, *inner.centre, turn)
            ux, uy = directions(deck.host.yaw)
            d = np.array([x - deck.host.x, y - deck.host.y])
            deck.take(made, float(d @ ux), float(d @ uy), thing.yaw - deck.host.yaw + turn, rise)
        elif is_a(thing.category, "tray") and self.lived > 0.6:
            for deck in self._decks(thing)[:1]:
                for name in ("candle", "glass", "decorative_bowl")[: int(rng.integers(1, 4))]:
                    self._compose(deck, name, rng)

    def _taste(self, deck: Deck, name: str, size: Vec3, x: Floats, y: Floats, centre_only: bool) -> Floats:
        """How right each place on a top is: at its depth, clear of its neighbours, in the middle where it is to be looked at."""
        host = category(deck.host.category)
        (w, d), (cx, cy) = deck.size, deck.centre
        u, v = (x - cx) / max(w / 2, 1e-6), (y - cy) / max(d / 2, 1e-6)
        if centre_only or size[0] * size[1] > 0.3 * w * d:
            return -2.0 * np.hypot(u, v * (1.5 if centre_only else 1.0)) + 0.2 * np.minimum(deck.gaps(x, y), 0.1)
        score = -0.5 * np.exp(-((np.maximum(deck.gaps(x, y) - min(size[:2]) / 2, 0) / 0.06) ** 2))
        depth = DEPTH.get(name)
        if depth is not None:
            score -= 1.4 * np.abs(v - depth)
            side = SIDEWAYS.get(name, 0.0) if w > NARROW_TOP else 0.0
            off = u - self._focus(deck) - side if name in BEFORE_SITTER or side == 0.0 else np.abs(u) - side
            return np.asarray(score - 0.9 * np.abs(off))
        place = habits().place(deck.host.category, name)
        if place is not None and place.spread_v < 0.4:
            score -= 0.8 * ((v - place.v) / 0.5) ** 2 + 0.4 * ((u - place.u) / 0.6) ** 2
        elif host.wall >= 0.4:
            score -= 0.8 * np.abs(v - (0.4 if size[2] > 0.16 else -0.1))
        else:
            score -= (0.5 if size[2] > 0.16 else 0.1) * np.hypot(u, v)
        return np.asarray(score)

    def _focus(self, deck: Deck) -> float:
        """Where along a top the person at it sits, -1 to 1."""
        seats = seats_at(self.room, deck.host)
        if len(seats) != 1:
            return 0.0
        return float(np.clip((seats[0][0] - deck.centre[0]) / max(deck.size[0] / 2, 1e-6), -0.6, 0.6))

    # ------------------------------------------------------------------ tables with chairs

    def _covers(self, deck: Deck, seats: Sequence[Seat], rng: np.random.Generator) -> bool:
        """Lay a table: before each chair what the room's custom sets there. False where no custom applies."""
        options = [s for s in SETTINGS if is_a(deck.host.category, s.table) and (not s.rooms or self.type in s.rooms)]
        drawn = float(rng.random())
        if not options or len(seats) < options[0].least:
            return False
        setting = options[int(rng.integers(len(options)))]
        if drawn > min(setting.chance * self.lived**0.5, 1.0):
            return False
        made = {name: self._make(name, rng) for name, _, _ in setting.pieces}
        taken = [bool(u < setting.share) for u in rng.random(len(seats))]
        if not any(taken):
            taken[0] = True
        places = [seat for seat, laid in zip(seats, taken, strict=True) if laid]
        for k, (name, right, inward) in enumerate(setting.pieces):
            blueprint = made[name]
            if blueprint is None or not self._allows(name, deck.host):
                continue
            inward = max(inward, blueprint.size[1] / 2 + 0.045)
            disc = name in DISCS
            spots = []
            for seat in places:
                facing = seat.facing
                x, y = seat.place(right, inward)
                hx, hy = turned(blueprint.size[0], blueprint.size[1], 0.0 if disc else facing)
                if deck.fits(np.array([x]), np.array([y]), hx, hy, blueprint.size[2], 0.002, disc)[0]:
                    spots.append((x, y, facing, hx, hy))
            if k > 0 and len(spots) < len(places):
                continue  # before each or before none
            for x, y, facing, hx, hy in spots:
                if self.left > 0 and deck.fits(np.array([x]), np.array([y]), hx, hy, blueprint.size[2], 0.002, disc)[0]:
                    self._put(deck, name, blueprint, x, y, facing)
        return True

    # ------------------------------------------------------------------ shelves, heaps, soft things

    def _assortment(self, t: Thing, rng: np.random.Generator) -> Theme:
        """The theme of a shelf; in a shop the few kinds of goods that it is given over to."""
        theme = THEMES[theme_of(t.category, self.type)]
        if self.type not in SHOPS or len(theme) <= KINDS_ON_SHELF:
            return theme
        names = sorted(theme)
        share = np.array([theme[n][0] for n in names])
        kinds = rng.choice(len(names), KINDS_ON_SHELF, replace=False, p=share / share.sum())
        return {names[int(k)]: (1.0, FACINGS[1]) for k in sorted(kinds)}

    def _shelf(self, deck: Deck, theme: Theme, rng: np.random.Generator) -> None:
        """A level of a shelf: full at eye height, looser on the very top."""
        fill = float(np.clip(0.72 * self.lived**0.5 * rng.uniform(0.75, 1.2), 0.0, 0.98))
        if deck.surface.kind == "on" and deck.surface.z > 1.2 and deck.host.support.kind == "floor":
            fill *= 0.4
        self._row(deck, theme, fill, rng)

    def _row(self, deck: Deck, theme: Theme, fill: float, rng: np.random.Generator) -> None:
        """Things side by side along a level, in runs of the same, from the left; books stand at the front edge."""
        s = deck.surface
        x, end = s.x0 + 0.012, s.x1 - 0.012
        goal = s.x0 + fill * (s.x1 - s.x0)
        weights = self._weights(deck, theme)
        share = max(round(1.25 * self.left / self.levels), 1) if self._shelved(deck.host) and self.levels else 12
        last = self.left - share
        pitch = (goal - x) / share  # where shelves share few things, these stand apart over the whole level
        while x < goal - 0.04 and weights and self.left > max(last, 0):
            names = sorted(weights)
            p = np.array([weights[n] for n in names])
            name = names[int(rng.choice(len(names), p=p / p.sum()))]
            made = self._fitting(name, deck, end - x, rng)
            if made is None or (name in ONCE and self.type in SINGLE_IN and self.program.of(name)):
                del weights[name]
                continue
            run = int(rng.integers(*(FACINGS if self.type in SHOPS else (1, theme[name][1])), endpoint=True))
            before, start = self.left, x
            x = self._run(deck, name, made, x, end, min(run, self.left - last), rng)
            weights[name] *= 1.0 if name in UPRIGHT_BOOKS else 0.45
            apart = rng.uniform(0.0, 0.03) if name in UPRIGHT_BOOKS else rng.uniform(0.02, 0.09)
            x = max(x + float(apart), start + 0.8 * pitch * (before - self.left), start + 0.02)

    def _run(self, deck: Deck, name: str, made: Blueprint, x: float, end: float, n: int, rng: np.random.Generator) -> float:
        """n of a thing side by side from x on, piled where they pile; where the next thing may begin."""
        w, d, _ = made.size
        s = deck.surface
        flat = any(is_a(name, k) for k in STACKS)
        for _ in range(n):
            if x + w > end or self.left <= 0:
                break
            y = min(s.y0 + 0.02 + d / 2, s.y1 - d / 2) if name in UPRIGHT_BOOKS else deck.centre[1]
            if deck.fits(np.array([x + w / 2]), np.array([y]), w / 2, d / 2, made.size[2], 0.001)[0]:
                below = self._put(deck, name, made, x + w / 2, y, 0.0)
                if flat and name not in UPRIGHT_BOOKS and rng.random() < 0.5:
                    self._pile(below, deck, int(rng.integers(1, 4)))
                elif is_vase(name) and self.type not in SHOPS:
                    self._fill_up(below, deck, rng)
            x += w + float(rng.uniform(0.004, 0.02))
        return x

    def _weights(self, deck: Deck, theme: Theme) -> dict[str, float]:
        """The theme of a shelf bent by what the sources say stands on such a host in such a room."""
        told = habits().guests(deck.host.category, self.type)
        total = sum(w for w, _ in theme.values())
        return {n: (w / total) * (1.0 + 4.0 * told.get(n, 0.0)) for n, (w, _) in theme.items() if self._allows(n, deck.host)}

    def _heap(self, deck: Deck, rng: np.random.Generator) -> None:
        """Things lying in a chest, a basket or a crate."""
        theme = THEMES[theme_of(deck.host.category, self.type)]
        weights = self._weights(deck, theme)
        for _ in range(int(np.ceil((1.5 + 6.0 * deck.area) * self.lived * float(rng.uniform(0.7, 1.3))))):
            if not weights or self.left <= 0:
                return
            names = sorted(weights)
            p = np.array([weights[n] for n in names])
            name = names[int(rng.choice(len(names), p=p / p.sum()))]
            made = self._fitting(name, deck, deck.size[0] - 0.01, rng)
            if made is None:
                del weights[name]
                continue
            turn = float(rng.uniform(-np.pi, np.pi))
            hx, hy = turned(made.size[0], made.size[1], turn)
            s = deck.surface
            if s.x1 - s.x0 <= 2 * hx or s.y1 - s.y0 <= 2 * hy:
                turn = 0.0
                hx, hy = made.size[0] / 2, made.size[1] / 2
            x, y = rng.uniform(s.x0 + hx, max(s.x1 - hx, s.x0 + hx), 24), rng.uniform(s.y0 + hy, max(s.y1 - hy, s.y0 + hy), 24)
            ok = np.flatnonzero(deck.fits(x, y, hx, hy, made.size[2], 0.003))
            if len(ok):
                self._put(deck, name, made, float(x[ok[0]]), float(y[ok[0]]), turn)
            weights[name] *= 0.6

    def _soft(self, decks: Sequence[Deck], rng: np.random.Generator) -> None:
        """Cushions and throws on seats and beds, and what was left lying there."""
        host = decks[0].host
        bed = is_a(host.category, "bed") or is_a(host.category, "crib")
        draws = rng.random(4)
        if not bed and not any(is_a(host.category, n) for n in ("sofa", "armchair", "bench")):
            return
        if bed:
            self._bed(decks, draws, rng)
            return
        spread = (
            int(rng.integers(len(decks))) if draws[0] < 0.4 * self.lived and len(decks) > 2 else -1
        )  # the seat that a throw lies on
        for k, (deck, u) in enumerate(zip(decks, rng.random(len(decks)), strict=True)):
            if u < (0.85 if k in (0, len(decks) - 1) else 0.4) * self.lived:  # at the arms rather than in the middle
                name = "throw_blanket" if k == spread else "cushion"
                made = self._cushion(deck, name, rng)
                if made is not None and self._allows(name, host):
                    x, y = deck.centre[0], deck.surface.y1 - made.size[1] / 2 - 0.003
                    if deck.fits(np.array([x]), np.array([y]), made.size[0] / 2, made.size[1] / 2, made.size[2])[0]:
                        self._put(deck, name, made, x, y, 0.0)
        if draws[1] < 0.25 * self.lived:
            self._extras(decks[-1], rng, 0.5)

    def _cushion(self, deck: Deck, name: str, rng: np.random.Generator) -> Blueprint | None:
        c = category(name)
        w, d = (float(np.floor(50 * min(full, of)) / 50) for full, of in zip(c.size[:2], deck.size, strict=True))
        if w < c.smallest[0] or d < c.smallest[1]:
            return None
        return self._make(name, rng, (w, min(d, 0.2) if name == "cushion" else d, min(w, 0.4) if name == "cushion" else None))

    def _bed(self, decks: Sequence[Deck], draws: Floats, rng: np.random.Generator) -> None:
        """Cushions against the pillows, a throw at the foot, and a book, a toy or a tray."""
        deck = decks[0]
        s = deck.surface
        wide = deck.size[0]
        fold = next((d for d in decks if d.surface.name == TURNDOWN), deck)
        made_up = int(deck.host.blueprint.params.get("rows", 1)) > 1  # with rows of pillows and cushions of its own
        if not made_up and draws[0] < 0.8 * self.lived and self._allows("cushion", deck.host):
            made = self._make("cushion", rng, (0.42 if fold.size[0] > 0.9 else 0.34, 0.22, 0.28))
            for u in (-0.27, 0.27) if fold.size[0] > 0.9 else (0.0,):
                if made is not None:
                    x, y = fold.centre[0] + u * fold.size[0], fold.surface.y1 - made.size[1] / 2
                    if fold.fits(np.array([x]), np.array([y]), made.size[0] / 2, made.size[1] / 2, made.size[2])[0]:
                        self._put(fold, "cushion", made, x, y, 0.0)
        if draws[1] < 0.7 * self.lived and self._allows("throw_blanket", deck.host):
            made = self._make("throw_blanket", rng)
            if made is not None:
                x, y = deck.centre[0] + float(rng.uniform(-0.25, 0.25)) * wide, s.y0 + made.size[1] / 2 + 0.02
                if deck.fits(np.array([x]), np.array([y]), made.size[0] / 2, made.size[1] / 2, made.size[2])[0]:
                    self._put(deck, "throw_blanket", made, x, y, 0.0)
        if draws[2] < 0.45 * self.lived:
            self._extras(deck, rng, 0.3)


def usual_number(area: float, lived: float) -> int:
    """How many things a room of an area (m2) has at the least; fewer only if nothing more that is usual finds a place."""
    return round(float(np.interp(area, NUMBER_AREAS, NUMBERS) * lived**0.8))


__all__ = ["AIR", "Stager", "usual_number"]
