"""A home is a brief of several rooms: who gets what, so that each room can be laid out by itself with a brief of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from .brief import Brief, Request, RoomRequest
from .catalogue import categories, is_a
from .errors import InputError
from .geometry import Floats, inside, polygon_area
from .graph.types import Opening, Room
from .plan.rooms import ROOMS

# The room that a home is first shown by, the best first; others by their area.
_FACES = ("living_room", "open_office", "restaurant", "cafe", "shop", "reception", "kitchen", "dining_room")
_PASSED = ("hallway", "bathroom", "laundry", "walk_in_closet", "garage", "basement", "balcony")  # last of all
NEAR = 0.02  # metres


def is_home(brief: Brief) -> bool:
    """Whether the brief is of a home rather than of one room."""
    return bool(brief.home or brief.rooms)


def stream(seed: int, room: str) -> np.random.Generator:
    """The random stream of a room of a home: it depends on the room's id alone, so that rooms do not move one another."""
    return np.random.default_rng([seed, *room.encode()])


def main_room(rooms: Sequence[Room]) -> Room:
    """The room that a home is first shown by."""
    ranks = {t: k for k, t in enumerate(_FACES)} | dict.fromkeys(_PASSED, 99)
    return min(rooms, key=lambda r: (ranks.get(r.type, 50), -polygon_area(r.polygon)))


def of_one_room(brief: Brief, room_type: str) -> Brief:
    """The brief as one of a single room of this type; of a home, with what it asks of such a room."""
    keys = {r.key for r in brief.rooms if r.type == room_type}
    requests = tuple(r for r in brief.requests if not brief.rooms or not r.room or r.room in keys)
    kept = {r.key for r in requests}
    relations = tuple(x for x in brief.relations if x.subject in kept and kept.issuperset(x.objects))
    return replace(
        brief,
        room_type=room_type,
        room_type_stated=True,
        home="",
        rooms=(),
        area=None if is_home(brief) else brief.area,
        requests=tuple(replace(r, room="") for r in requests),
        relations=relations,
    )


def check_apart(rooms: Sequence[Room]) -> None:
    """InputError for rooms that overlap, or that leave no space for the wall between them."""
    for a in rooms:
        p = np.asarray(a.polygon, float)
        d = np.roll(p, -1, 0) - p
        n = np.stack([d[:, 1], -d[:, 0]], -1) / np.linalg.norm(d, axis=1)[:, None]
        along = np.linspace(0.0, 1.0, 33)[None, :, None]
        edges, out = (p[:, None] + along * d[:, None]).reshape(-1, 2), np.repeat(n, along.shape[1], axis=0)
        points = np.concatenate([edges + 0.9 * a.wall_thickness * out, edges - 0.05 * out])
        for b in rooms:
            if b is not a and inside(b.polygon, points).any():
                raise InputError(
                    f"The rooms {a.id[:40]!r} and {b.id[:40]!r} overlap, or no wall fits between them.",
                    f"Leave {a.wall_thickness:g} m between neighbouring rooms.",
                )


# ---------------------------------------------------------------------------------------------- doors


def far_side(o: Opening) -> bool:
    """Whether the opening is the hole only, whose leaf and lining belong to the room on its other side."""
    return o.generator == "" and o.leads_to not in ("outside", "hall")


def labelled(rooms: Sequence[Room]) -> list[Room]:
    """The rooms with labels that tell them apart."""
    out: list[Room] = []
    taken: set[str] = set()
    for room in rooms:
        base, n = room.label or room.id, 1
        while (label := base if n == 1 else f"{base} {n}") in taken:
            n += 1
        taken.add(label)
        out.append(replace(room, label=label))
    return out


def joined(rooms: Sequence[Room]) -> tuple[Room, ...]:
    """The rooms with every connecting door known to both: a hole on the far side, and a leaf on one side only."""
    out = labelled(rooms)
    at = {r.id: k for k, r in enumerate(out)}
    for k, room in enumerate(rooms):
        for n, o in enumerate(room.openings):
            far = at.get(o.leads_to, k)
            if far == k:
                continue
            twin = _twin(room, o, out[far])
            if twin is None:
                twin = _hole(room, o, out[far])
                if twin is None:
                    continue
                out[far] = replace(out[far], openings=(*out[far].openings, twin))
            if not o.generator and not twin.generator and k < far:  # nobody has said whose the leaf is
                mine = out[k].openings
                out[k] = replace(out[k], openings=(*mine[:n], replace(o, generator="door"), *mine[n + 1 :]))
    return tuple(out)


def _ends(room: Room, o: Opening) -> Floats:
    """The opening's jambs on the inner face, (2, 2)."""
    p = np.asarray(room.polygon, float)
    a, b = p[o.wall], p[(o.wall + 1) % len(p)]
    d = (b - a) / np.linalg.norm(b - a)
    return np.array([a + d * o.offset, a + d * (o.offset + o.width)])


def _twin(room: Room, o: Opening, far: Room) -> Opening | None:
    middle = _ends(room, o).mean(0)
    reach = room.wall_thickness + NEAR
    return next((x for x in far.openings if np.linalg.norm(_ends(far, x).mean(0) - middle) < reach), None)


def _hole(room: Room, o: Opening, far: Room) -> Opening | None:
    """The opening as its far side sees it; None when the rooms do not stand back to back there."""
    ends = _ends(room, o)
    p = np.asarray(far.polygon, float)
    for wall in range(len(p)):
        a, b = p[wall], p[(wall + 1) % len(p)]
        length = float(np.linalg.norm(b - a))
        d = (b - a) / length
        along, away = (ends - a) @ d, (ends - a) @ np.array([d[1], -d[0]])
        if np.abs(away - room.wall_thickness).max() < NEAR and along.min() > -1e-6 and along.max() < length + 1e-6:
            number = 1 + sum(x.kind == o.kind for x in far.openings)
            name = f"{far.id}/{o.kind}_{number}"
            offset = float(np.clip(along.min(), 0.0, length - o.width))
            return Opening(name, o.kind, wall, offset, o.width, min(o.height, far.height), o.sill, leads_to=room.id)
    return None


# ---------------------------------------------------------------------------------------------- wishes


def settled(brief: Brief, rooms: Sequence[Room]) -> Brief:
    """The brief with a room for each request, and with the rooms as they were planned.

    What is said to be in a room stays there; the rest goes where it is at home, things that are related together. What must
    be absent, and no room is named for, is absent from all.
    """
    ids = {r.id for r in rooms}
    known = {r.key: r for r in brief.rooms}
    told = tuple(known.get(r.id, RoomRequest(r.id, r.type)) for r in rooms)
    home = {r.key: r.room for r in brief.requests if r.room in ids}
    for group in _related(brief):
        stated = next((home[r.key] for r in group if r.key in home), "")
        place = stated or _best_room(group, rooms)
        for r in group:
            home.setdefault(r.key, place)
    requests = tuple(replace(r, room=home[r.key] if r.count.wanted or r.room in ids else "") for r in brief.requests)
    return replace(brief, rooms=told, requests=requests)


def _related(brief: Brief) -> list[list[Request]]:
    """Requests in groups that relations hold together, in the brief's order."""
    group = {r.key: k for k, r in enumerate(brief.requests)}
    for rel in brief.relations:
        linked = [k for k in (rel.subject, *rel.objects) if k in group]
        lowest = min((group[k] for k in linked), default=0)
        merged = {group[k] for k in linked}
        group = {k: lowest if g in merged else g for k, g in group.items()}
    return [[r for r in brief.requests if group[r.key] == g] for g in sorted(set(group.values()))]


def _best_room(group: Sequence[Request], rooms: Sequence[Room]) -> str:
    def worth(room: Room) -> float:
        total = 0.0
        for r in group:
            usual = categories()[r.category].rooms if r.category in categories() else ()
            needed = any(is_a(r.category, s) for s in ROOMS[room.type].starter) if room.type in ROOMS else False
            total += (room.type in usual) * (1.0 + 1.0 / (1 + list(usual).index(room.type) if room.type in usual else 1)) + needed
        return total

    main = main_room(rooms)
    return max(rooms, key=lambda r: (worth(r), r is main, polygon_area(r.polygon))).id


def room_brief(brief: Brief, room: Room) -> Brief:
    """What a settled brief asks of one room."""
    requests = tuple(r for r in brief.requests if r.room == room.id or (not r.room and not r.count.wanted))
    keys = {r.key for r in requests}
    relations = tuple(x for x in brief.relations if x.subject in keys and keys.issuperset(x.objects))
    own = next((r for r in brief.rooms if r.key == room.id), RoomRequest(room.id, room.type))
    return replace(
        brief,
        room_type=room.type,
        room_type_stated=True,
        size=None,
        area=None,
        height=None,
        size_word=own.size_word,
        shape="",
        style=own.style or brief.style,
        density=brief.density if own.density is None else own.density,
        home="",
        rooms=(),
        requests=requests,
        relations=relations,
        notes=(),
    )
