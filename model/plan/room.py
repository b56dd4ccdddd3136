"""From a brief to an empty room: outline, height, door and windows."""

from __future__ import annotations

import numpy as np

from ..brief import Brief
from ..errors import InputError
from ..geometry import Floats
from ..graph.types import Opening, Room
from .rooms import ROOMS, RoomType

SHORTEST, LONGEST = 1.2, 40.0  # metres a room side may have
SIZE_WORDS = {
    "tiny": 0.6,
    "small": 0.75,
    "compact": 0.75,
    "little": 0.75,
    "cramped": 0.65,
    "narrow": 0.85,
    "medium": 1.0,
    "big": 1.3,
    "large": 1.35,
    "spacious": 1.45,
    "roomy": 1.35,
    "huge": 1.8,
    "grand": 1.7,
    "expansive": 1.7,
    "vast": 2.0,
    "open-plan": 1.4,
    "oversized": 1.5,
}
DOOR = (0.88, 2.06)
MARGIN = 0.22  # least distance of an opening from a corner


def check_size(width: float, depth: float) -> None:
    """InputError unless both sides are possible for a room."""
    for v in (width, depth):
        if not np.isfinite(v) or v < SHORTEST or v > LONGEST:
            raise InputError(
                f"A room side of {v:g} m is not possible; it must be {SHORTEST:g} to {LONGEST:g} m.", "Give a size such as 4x5."
            )


def plan_room(brief: Brief, need: float, rng: np.random.Generator, roomier: float = 1.0) -> Room:
    """A room for the brief. `need` is the floor its furniture covers, m2; `roomier` enlarges a size that was not stated."""
    name = brief.room_type if brief.room_type in ROOMS else "living_room"
    spec = ROOMS[name]
    width, depth = _sides(brief, spec, need, rng, roomier)
    height = float(brief.height) if brief.height else spec.height
    if not 1.2 <= height <= 20:
        raise InputError(
            f"A ceiling height of {height:g} m is not possible; it must be 1.2 to 20 m.",
            "Leave the height open or give about 2.6 m.",
        )
    corners = [(0.0, 0.0), (width, 0.0), (width, depth), (0.0, depth)]
    if _wants_l(brief, width, depth, rng):
        nx, ny = round(width * float(rng.uniform(0.3, 0.42)), 2), round(depth * float(rng.uniform(0.3, 0.42)), 2)
        corners = [(0.0, 0.0), (width, 0.0), (width, depth - ny), (width - nx, depth - ny), (width - nx, depth), (0.0, depth)]
    room = Room(id=name, type=name, label=spec.label, polygon=tuple(corners), height=height)
    return _with_openings(room, brief, spec, rng)


def _sides(brief: Brief, spec: RoomType, need: float, rng: np.random.Generator, roomier: float) -> tuple[float, float]:
    if brief.size is not None:
        width, depth = (float(v) for v in brief.size)
        check_size(width, depth)
        return width, depth
    if brief.area is not None:
        area = float(brief.area)
        if not np.isfinite(area) or area < SHORTEST**2 or area > LONGEST**2:
            raise InputError(
                f"A room of {area:g} m² is not possible; it must be {SHORTEST**2:.1f} to {LONGEST**2:.0f} m².",
                "Give a size such as 4x5.",
            )
    else:
        usual = float(rng.uniform(*spec.area)) * SIZE_WORDS.get(brief.size_word, 1.0)
        area = max(usual, 2.6 * need) * roomier
        if any(r.kind in ("far_from", "across_from") for r in brief.relations):
            area = max(area, 22.0)
    aspect = float(rng.uniform(*spec.aspect))
    width = float(np.clip(round(np.sqrt(area * aspect), 2), SHORTEST, LONGEST))
    if any(r.kind == "across_from" for r in brief.relations) and area < 40:
        width = max(width, round(area / 4.1, 2))  # across is at most four metres
    return width, float(np.clip(round(area / width, 2), SHORTEST, LONGEST))


def _wants_l(brief: Brief, width: float, depth: float, rng: np.random.Generator) -> bool:
    if brief.shape.lower().startswith("l"):
        return True
    open_choice = not brief.shape and brief.size is None and min(width, depth) > 3.6
    centred = any(r.kind in ("middle_of_room", "around", "at_back") for r in brief.relations)
    return open_choice and not centred and float(rng.random()) < 0.12


def _with_openings(room: Room, brief: Brief, spec: RoomType, rng: np.random.Generator) -> Room:
    p = np.asarray(room.polygon)
    lengths = np.linalg.norm(np.roll(p, -1, 0) - p, axis=1)
    door_wall = int(rng.choice(np.flatnonzero(lengths >= min(1.6, lengths.max()))))
    span = float(lengths[door_wall])
    width = min(DOOR[0] if spec.area[0] < 30 else 0.98, span - 0.1)
    room_left = span - width
    flanked = any(r.architecture == "door" and r.kind in ("flank", "each_side") for r in brief.relations)
    offset = (
        0.5 * room_left
        if room_left < 2 * MARGIN or flanked
        else float(np.clip(0.3 if rng.random() < 0.5 else room_left - 0.3, MARGIN, room_left - MARGIN))
    )
    openings = [
        Opening(
            f"{room.id}/door_1",
            "door",
            door_wall,
            round(offset, 3),
            round(width, 3),
            min(DOOR[1], room.height - 0.15),
            generator="door",
        )
    ]
    stated = any(r.architecture == "window" for r in brief.relations)
    count = max(spec.windows, 1 if stated else 0)
    if brief.size_word in ("tiny", "small") and count > 1:
        count = 1
    opposite = sorted((i for i in range(len(p)) if i != door_wall), key=lambda i: (-_outward(p, door_wall, i), -lengths[i]))
    head = min(2.15, room.height - 0.2)
    left = count
    for wall in opposite:  # light from one side where that wall is long enough, so that others stay free for furniture
        span = float(lengths[wall])
        here = min(left, max(int(span // 2.3), 1))
        part = span / max(here, 1)
        for k in range(here):
            wide = float(np.clip(round(part * rng.uniform(0.4, 0.55), 2), 0.6, 2.2))
            if part < wide + 2 * MARGIN or head - spec.sill < 0.4:
                continue
            shift = float(rng.uniform(-0.12, 0.12)) * max(part - wide - 2 * MARGIN, 0) if here == 1 else 0.0
            name = f"{room.id}/window_{len(openings)}"
            openings.append(
                Opening(
                    name,
                    "window",
                    wall,
                    round(part * (k + 0.5) + shift - wide / 2, 3),
                    wide,
                    round(head - spec.sill, 3),
                    spec.sill,
                    generator="window",
                )
            )
            left -= 1
        if left <= 0:
            break
    return Room(id=room.id, type=room.type, label=room.label, polygon=room.polygon, height=room.height, openings=tuple(openings))


def _outward(p: Floats, a: int, b: int) -> float:
    """How far wall b looks away from wall a: 1 opposite, 0 adjacent."""
    d = np.roll(p, -1, 0) - p
    d = d / np.linalg.norm(d, axis=1, keepdims=True)
    return float(-(d[a] @ d[b]))
