"""What types cannot say: ids are unique, references lead somewhere, sizes are positive, polygons are simple."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ..errors import InputError
from ..geometry import is_simple, polygon_area
from .types import Opening, Room, World

LIMIT = 1000.0  # metres; beyond it single-precision coordinates lose the millimetre


def _bad(path: str, text: str) -> InputError:
    return InputError(f"{path}: {text}.", "Mend this place in the document.")


def _unique(ids: Iterable[tuple[str, str]]) -> set[str]:
    seen: set[str] = set()
    for path, i in ids:
        if not i or i != i.strip("/ "):
            raise _bad(f"{path}.id", f"{i[:40]!r} is not an id")
        if i in seen:
            raise _bad(f"{path}.id", f"{i[:40]!r} stands twice")
        seen.add(i)
    return seen


def _check_opening(o: Opening, r: Room, path: str, room_ids: set[str]) -> None:
    if not 0 <= o.wall < len(r.polygon):
        raise _bad(f"{path}.wall", f"the room has walls 0 to {len(r.polygon) - 1}, not {o.wall}")
    a, b = r.polygon[o.wall], r.polygon[(o.wall + 1) % len(r.polygon)]
    length = math.dist(a, b)
    if o.width <= 0 or o.height <= 0:
        raise _bad(f"{path}.width", "an opening needs a positive width and height")
    if o.offset < -1e-6 or o.offset + o.width > length + 1e-6:
        raise _bad(f"{path}.offset", f"the opening does not fit its wall of {length:.2f} m")
    if o.sill < 0 or o.sill + o.height > r.height + 1e-6:
        raise _bad(f"{path}.height", f"the opening does not fit the room's height of {r.height:.2f} m")
    if o.leads_to not in ("outside", "hall") and o.leads_to not in room_ids:
        raise _bad(f"{path}.leads_to", f"there is no room {o.leads_to[:40]!r}")


def _check_room(r: Room, path: str, room_ids: set[str]) -> None:
    if len(r.polygon) < 3:
        raise _bad(f"{path}.polygon", "a room needs three corners or more")
    for k, p in enumerate(r.polygon):
        if max(abs(p[0]), abs(p[1])) > LIMIT:
            raise _bad(f"{path}.polygon[{k}]", f"farther than {LIMIT:.0f} m from the origin")
    if polygon_area(r.polygon) <= 1e-4:
        raise _bad(f"{path}.polygon", "corners must run counter-clockwise around a positive area")
    if not is_simple(r.polygon):
        raise _bad(f"{path}.polygon", "the outline crosses or touches itself")
    if not 0.5 <= r.height <= LIMIT:
        raise _bad(f"{path}.height", f"a room must be 0.5 m to {LIMIT:.0f} m high")
    if not 0.005 <= r.wall_thickness <= 5:
        raise _bad(f"{path}.wall_thickness", "a wall must be 5 mm to 5 m thick")
    for j, o in enumerate(r.openings):
        _check_opening(o, r, f"{path}.openings[{j}]", room_ids)


def check_references(world: World) -> None:
    """InputError naming the place for the first thing in the world that is not sound."""
    if not world.rooms:
        raise _bad("rooms", "a world needs at least one room")
    rooms = _unique((f"rooms[{i}]", r.id) for i, r in enumerate(world.rooms))
    for i, r in enumerate(world.rooms):
        _check_room(r, f"rooms[{i}]", rooms)
    nodes = _unique((f"nodes[{i}]", n.id) for i, n in enumerate(world.nodes))
    parents = {n.id: n.support.parent for n in world.nodes}
    for i, n in enumerate(world.nodes):
        path = f"nodes[{i}]"
        if n.room not in rooms:
            raise _bad(f"{path}.room", f"there is no room {n.room[:40]!r}")
        if min(n.size) <= 0 or max(n.size) > LIMIT:
            raise _bad(f"{path}.size", "sizes must be positive and under 1000 m")
        if max(map(abs, n.position)) > LIMIT:
            raise _bad(f"{path}.position", f"farther than {LIMIT:.0f} m from the origin")
        if n.support.parent not in nodes and n.support.parent not in rooms:
            raise _bad(f"{path}.support.parent", f"there is no room or node {n.support.parent[:40]!r}")
        above, steps = n.support.parent, 0
        while above in parents:
            above, steps = parents[above], steps + 1
            if steps > len(parents):
                raise _bad(f"{path}.support.parent", "the supports form a ring")
    _unique(
        [(f"lights[{i}]", x.id) for i, x in enumerate(world.lights)]
        + [(f"cameras[{i}]", x.id) for i, x in enumerate(world.cameras)]
    )
