"""Which rooms a home has and how large they are: what the brief names, completed as real homes are, fitted to a total.

Usual values from architects' handbooks (Neufert; Panero & Zelnik): m2 and metres, clear between walls.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from ..brief import Brief, RoomRequest
from ..errors import InputError
from ..geometry import Floats
from .room import SIZE_WORDS
from .rooms import ROOMS

Zone = Literal["hall", "public", "private", "service"]
Daylight = Literal["none", "wanted", "needed"]

MOST_ROOMS = 16
LARGEST = 2000.0  # m2 a home may have
SQUEEZE = 0.8  # of the least usual area: below it a room cannot be used


@dataclass(frozen=True, slots=True)
class Norm:
    """Usual values of a kind of room in a home."""

    least: float  # m2
    usual: float
    most: float
    narrow: float = 2.4  # least clear width, m
    aspect: float = 2.0  # greatest length to width
    zone: Zone = "private"
    daylight: Daylight = "needed"


NORMS: dict[str, Norm] = {
    "bedroom": Norm(8.0, 12.5, 20.0, 2.6),
    "childrens_room": Norm(7.5, 11.0, 16.0, 2.5),
    "nursery": Norm(7.0, 9.5, 14.0, 2.3),
    "hotel_room": Norm(12.0, 18.0, 30.0, 2.8),
    "living_room": Norm(14.0, 22.0, 42.0, 3.2, 1.9, "public"),
    "dining_room": Norm(8.0, 12.0, 20.0, 2.6, 1.9, "public"),
    "kitchen": Norm(5.5, 10.0, 18.0, 1.9, 2.2, "public"),
    "bathroom": Norm(3.4, 5.2, 9.0, 1.6, 2.2, "service", "wanted"),
    "home_office": Norm(6.5, 9.5, 14.0, 2.2),
    "hallway": Norm(2.5, 6.0, 16.0, 1.0, 12.0, "hall", "none"),
    "laundry": Norm(2.6, 4.5, 8.0, 1.5, 2.4, "service", "none"),
    "walk_in_closet": Norm(2.6, 4.5, 8.0, 1.5, 2.4, "service", "none"),
    "garage": Norm(15.0, 18.0, 40.0, 2.9, 2.4, "service", "wanted"),
    "basement": Norm(6.0, 14.0, 40.0, 2.0, 2.2, "service", "none"),
    "balcony": Norm(3.0, 6.0, 14.0, 1.3, 4.5, "public"),
    "library": Norm(9.0, 14.0, 24.0, 2.6, 1.9, "public"),
    "music_room": Norm(10.0, 14.0, 24.0, 2.6),
    "gaming_room": Norm(9.0, 13.0, 22.0, 2.6),
    "playroom": Norm(9.0, 13.0, 22.0, 2.6, 2.0, "public"),
    "home_gym": Norm(10.0, 15.0, 28.0, 2.8),
    "workshop": Norm(10.0, 15.0, 30.0, 2.8, 2.2, "service"),
    "studio": Norm(12.0, 18.0, 30.0, 3.0),
    "reception": Norm(10.0, 18.0, 40.0, 2.8, 2.2, "public"),
    "server_room": Norm(6.0, 12.0, 30.0, 2.4, 2.2, "service", "none"),
}
TOILET = Norm(2.0, 2.6, 4.0, 1.05, 2.4, "service", "wanted")
_TOILET_WORDS = ("toilet", "powder", "half bath", "wc", "lavatory")
PUBLIC_HOMES = ("office", "shop", "clinic", "school", "restaurant", "hotel", "studio space", "workshop")
SLEEPING = ("bedroom", "childrens_room", "nursery", "hotel_room")
HALL_FROM, HALL_ALWAYS = 3, 6  # rooms, with the hall
_HUBS = ("hallway", "reception", "open_office", "basement")


@dataclass(frozen=True, slots=True)
class Wish:
    """A room to plan: net area, what is stated about it, and whether the brief named it."""

    key: str
    type: str
    label: str
    norm: Norm
    area: float
    stated: float | None = None  # m2, when the brief gives the area or the size
    size: tuple[float, float] | None = None
    open_to: str = ""
    next_to: tuple[str, ...] = ()
    named: bool = True


def norm_of(room_type: str, label: str = "") -> Norm:
    """Usual values of a room of this type; a toilet is a small bathroom."""
    if room_type == "bathroom" and any(w in label.lower() for w in _TOILET_WORDS):
        return TOILET
    if room_type in NORMS:
        return NORMS[room_type]
    low, high = ROOMS[room_type].area
    return Norm(0.6 * low, (low + high) / 2, 1.6 * high, min(3.0, 0.6 * math.sqrt(low)), 2.0, "public")


def plan_program(
    brief: Brief, rng: np.random.Generator, without: Collection[str] = (), total: float | None = None
) -> tuple[tuple[Wish, ...], tuple[str, ...]]:
    """The rooms with their areas, and notes on what was added or could not be kept.

    `total` is the floor that a given outline offers (m2); it cannot be exceeded. InputError when nothing can be done.
    """
    _check(brief)
    notes: list[str] = []
    wishes = [_named(r) for r in brief.rooms]
    space = total or brief.area or (brief.size[0] * brief.size[1] if brief.size else None)
    added = _completion(brief, wishes, set(without), space)
    hard = total is not None
    dropped: list[Wish] = []
    spare = [w for w in added if w.type != "hallway" or len(wishes) + len(added) < HALL_ALWAYS]
    while spare and space and sum(w.stated or w.norm.least for w in wishes + added) > 0.97 * space:
        dropped.append(spare.pop())
        added.remove(dropped[-1])
    if dropped:
        notes.append(f"{space:.0f} m² leave no space for {_listed([w.label.lower() for w in dropped])}.")
    if added:
        notes.append(f"Added {_listed([w.label.lower() for w in added])}, as such a home usually has.")
    return _fitted(wishes + added, brief, rng, space, hard, notes), tuple(notes)


def _check(brief: Brief) -> None:
    if len(brief.rooms) > MOST_ROOMS:
        raise InputError(
            f"A home of {len(brief.rooms)} rooms is more than can be planned.", f"Ask for {MOST_ROOMS} rooms at most."
        )
    keys = {r.key for r in brief.rooms}
    for r in brief.rooms:
        if r.type not in ROOMS:
            raise InputError(f"There is no kind of room called {r.type[:40]!r}.", "Use a kind of room from the list.")
        if r.area is not None and not (math.isfinite(r.area) and 1.0 <= r.area <= LARGEST):
            raise InputError(f"A {ROOMS[r.type].label.lower()} of {r.area:g} m² is not possible.", "Give an area such as 12 m².")
        if r.size is not None and not all(math.isfinite(v) and 0.8 <= v <= 40 for v in r.size):
            raise InputError(
                f"A {ROOMS[r.type].label.lower()} of {r.size[0]:g} × {r.size[1]:g} m is not possible.", "Give a size such as 3x4."
            )
        for other in (r.open_to, *r.next_to):
            if other and (other not in keys or other == r.key):
                raise InputError(f"The room {r.key!r} is joined to {other!r}, which is no other room of the home.", "Name it.")
    if brief.area is not None and not (math.isfinite(brief.area) and 4.0 <= brief.area <= LARGEST):
        raise InputError(f"A home of {brief.area:g} m² is not possible.", f"Give an area of 4 to {LARGEST:g} m².")


def _named(r: RoomRequest) -> Wish:
    norm = norm_of(r.type, r.label)
    stated = r.size[0] * r.size[1] if r.size else r.area
    area = stated or norm.usual * SIZE_WORDS.get(r.size_word, 1.0)
    label = r.label[:1].upper() + r.label[1:] if r.label else ROOMS[r.type].label
    return Wish(r.key, r.type, label, norm, area, stated, r.size, r.open_to, r.next_to)


def _completion(brief: Brief, wishes: list[Wish], without: set[str], space: float | None) -> list[Wish]:
    """Rooms that real homes have and the brief leaves open, most needed first. Types that the brief names are never added."""
    have = Counter(w.type for w in wishes)
    dwelling = bool(brief.home) and brief.home not in PUBLIC_HOMES
    lodge = brief.home in ("studio", "loft") and not any(have[t] for t in SLEEPING)
    add: list[str] = []
    if dwelling:
        add += [t for t in ("living_room", "bathroom", "kitchen") if not have[t]]
        if not lodge and not any(have[t] for t in SLEEPING):
            add += ["bedroom"] * int(np.clip(round(((space or 65.0) - 22) / 22), 1, 4))
        beds = sum(have[t] for t in SLEEPING) + add.count("bedroom")
        if beds >= 3 and not have["bathroom"] and (space is None or space >= 95):
            add.append("bathroom")
    behind_doors = [w.type for w in wishes if w.norm.zone != "public"] + [t for t in add if NORMS[t].zone != "public"]
    small_studio = lodge and (space or 30.0) < 38
    if not any(have[t] for t in _HUBS) and len(wishes) + len(add) >= HALL_FROM and len(behind_doors) > 1 and not small_studio:
        add.append("hallway")
    out: list[Wish] = []
    for t in add:
        if t in without:
            continue
        n = sum(w.type == t for w in out) + 1
        key = t if n == 1 else f"{t}_{n}"
        out.append(Wish(key, t, ROOMS[t].label, NORMS[t], NORMS[t].usual, named=False))
    if lodge:
        out = [replace(w, open_to="living_room") if w.type == "kitchen" else w for w in out]
    return out


def _fitted(
    wishes: list[Wish], brief: Brief, rng: np.random.Generator, space: float | None, hard: bool, notes: list[str]
) -> tuple[Wish, ...]:
    """Areas that add up. Priority: which rooms there are, then a given outline, stated areas, the home's area, usual sizes."""
    if not wishes:
        raise InputError("The home has no rooms.", "Name its rooms, or say what kind of home it is.")
    first = next((w for w in wishes if w.type == "bedroom"), None)
    bedrooms = sum(w.type == "bedroom" for w in wishes)
    want = np.array([w.area * (1.15 if w is first and bedrooms > 1 and not w.stated else 1.0) for w in wishes])
    factor = SIZE_WORDS.get(brief.size_word, 1.0) if space is None else 1.0
    stated = np.array([w.stated is not None for w in wishes])
    least = np.array([w.stated or w.norm.least for w in wishes])
    most = np.array([w.stated or w.norm.most for w in wishes])
    want = np.where(stated, want, want * factor * rng.uniform(0.94, 1.06, len(wishes)))
    if space is None:
        return tuple(replace(w, area=float(a)) for w, a in zip(wishes, want, strict=True))
    squeezed = np.where(stated, least * (SQUEEZE if hard else 1.0), least * SQUEEZE)
    if space < squeezed.sum() and hard:
        raise InputError(
            f"{len(wishes)} rooms need at least {squeezed.sum():.0f} m², and the outline holds {space:.0f} m².",
            "Give a larger outline or fewer rooms.",
        )
    if space < squeezed.sum():
        notes.append(f"{len(wishes)} rooms need at least {least.sum():.0f} m², so the home has that instead of {space:.0f} m².")
        space = float(least.sum())
    if space < least.sum():
        if space < 0.97 * least.sum():
            notes.append("The rooms are smaller than usual, to fit the area.")
        low, high = squeezed, least
    elif space <= most.sum():
        low, high = least, most
    else:
        low, high = most, most * max(space / most.sum(), 1.0) * np.where(stated, 1.0, 3.0)
        if not stated.all() and space > 1.1 * most.sum():
            notes.append("The rooms are larger than usual, to fill the area.")
        if stated.all() and space > 1.02 * most.sum():
            notes.append(f"The rooms asked for add up to {most.sum():.0f} m², so the home has that instead of {space:.0f} m².")
            space = float(most.sum())
    areas = _filled(want, low, high, space)
    return tuple(replace(w, area=float(a)) for w, a in zip(wishes, areas, strict=True))


def _filled(want: Floats, low: Floats, high: Floats, total: float) -> Floats:
    """`want` times one factor, each held within its limits, adding up to `total`."""
    lo, hi = 0.0, 50.0
    for _ in range(50):
        mid = (lo + hi) / 2
        if np.clip(want * mid, low, high).sum() < total:
            lo = mid
        else:
            hi = mid
    out: Floats = np.clip(want * hi, low, high)
    return out


def _listed(words: list[str]) -> str:
    many = Counter(words)
    parts = [f"a {w}" if n == 1 else f"{n} {w}s" for w, n in many.items()]
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
