"""Places for small things: insides behind doors that open, hooks, window sills, vases and cushions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from diorama.model.brief import Attribute, Brief, Count, RelationRequest, Request
from diorama.model.graph.types import Node, Opening, Room
from diorama.model.layout import Draft, lay_out
from diorama.scene.assets.asset import Asset, read_params
from diorama.scene.assets.families.fixtures import LARDER
from diorama.scene.assets.library import Library, asset
from diorama.scene.assets.manifest import generators

LIBRARY = Library()
OPENABLE = (
    *(("refrigerator", {"kind": k}) for k in LARDER),
    *(("wardrobe", {"kind": k, "doors": n}) for k, n in (("hinged", 5), ("sliding", 2), ("armoire", 2))),
    ("cabinet", {"kind": "sideboard", "columns": 3, "drawers": 3}),
)


def laid(brief: Brief, seed: int = 0, density: float = 0.5, given: Room | None = None) -> Draft:
    """A room by the real library, without the network."""
    steps = lay_out(brief, given, LIBRARY, None, np.random.default_rng(seed), "", density)
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


def guests(nodes: Sequence[Node], host: str) -> list[Node]:
    """What stands on or in the first thing of a category."""
    first = next(n for n in nodes if n.category == host)
    return [n for n in nodes if n.support.parent == first.id]


def points(a: Asset) -> np.ndarray:
    """All vertices of a thing in its frame. (n, 3)"""
    return np.concatenate([a.mesh.vertices, *(p.mesh.vertices + p.origin for p in a.parts)])


@pytest.mark.parametrize(("name", "values"), OPENABLE)
def test_doors_stand_open(name: str, values: dict[str, str | int]) -> None:
    """The case keeps its measures, the doors reach out of it within the solids, and the motion still leads back to closed."""
    g = generators()[name]
    shut = g.make(read_params(g.params, values))
    wide = g.make(replace(shut.params, open=True))
    assert all(s.hidden for s in shut.surfaces if s.kind == "in") and not any(s.hidden for s in wide.surfaces)
    assert sum(s.kind == "in" for s in wide.surfaces) >= 2
    assert np.ptp(points(wide), axis=0) == pytest.approx(wide.size, abs=1e-6)
    assert wide.mesh.vertices.max(0)[2] == pytest.approx(shut.mesh.vertices.max(0)[2])
    if values.get("kind") != "sliding":
        assert wide.size[1] > shut.size[1] + 0.15
    v = points(wide)
    out = np.min([np.maximum(np.array(b.lower) - v, v - np.array(b.upper)).max(1) for b in wide.solids], axis=0)
    assert out.max() < 0.002
    ranges = {p.name: p.motion.upper - p.motion.lower for p in shut.parts if p.motion}
    for p in wide.parts:
        if p.motion and p.name in ranges:
            assert p.motion.upper - p.motion.lower == pytest.approx(ranges[p.name])


@pytest.mark.parametrize(("name", "values"), OPENABLE)
@pytest.mark.parametrize("open_", (False, True))
def test_shelves_are_flat_free_and_inside(name: str, values: dict[str, str | int], open_: bool) -> None:
    """Nothing of the mesh lies in the space over an inside surface, and something carries it."""
    g = generators()[name]
    made = g.make(read_params(g.params, {**values, "open": open_}))
    v = points(made)
    for s in (s for s in made.surfaces if s.kind == "in"):
        over = (v[:, 0] > s.x0) & (v[:, 0] < s.x1) & (v[:, 1] > s.y0) & (v[:, 1] < s.y1)
        assert not (over & (v[:, 2] > s.z + 0.003) & (v[:, 2] < s.z + s.clearance)).any(), s
        assert (np.abs(v[:, 2] - s.z) < 1e-3).any(), s
        assert s.x0 < s.x1 and s.y0 < s.y1 and s.clearance > 0.08, s


def _asked(host: str, thing: str, *attributes: str) -> Brief:
    wishes = tuple(Attribute("kind", a) for a in attributes)
    return Brief(
        room_type="kitchen" if host == "refrigerator" else "bedroom",
        room_type_stated=True,
        requests=(Request("host", host, host, attributes=wishes), Request("thing", thing, thing)),
        relations=(RelationRequest("thing", "inside", ("host",)),),
    )


@pytest.mark.parametrize(("host", "thing"), (("refrigerator", "food"), ("wardrobe", "folded_clothes")))
def test_what_is_asked_for_is_inside(host: str, thing: str) -> None:
    """Food in the fridge and clothes in the wardrobe are on its shelves, with more of the kind; open or closed."""
    for attributes in ((), ("open",)):
        draft = laid(_asked(host, thing, *attributes))
        node = next(n for n in draft.nodes if n.category == host)
        assert bool(node.params["open"]) == bool(attributes)
        made = asset(node.generator, node.params)
        inside = [n for n in guests(draft.nodes, host) if n.support.kind == "in"]
        assert thing in {n.category for n in inside} and len(inside) >= 2
        for n in inside:
            s = made.surfaces[n.support.surface]
            assert n.position[2] == pytest.approx(node.position[2] + s.z, abs=1e-4)
            assert n.size[2] <= s.clearance


def test_nothing_is_put_unasked_behind_closed_doors() -> None:
    """The insides of closed things stay empty where nothing was said of them."""
    for room_type in ("kitchen", "bedroom", "bathroom", "dining_room"):
        for seed in range(3):
            draft = laid(Brief(room_type=room_type, room_type_stated=True), seed)
            nodes = {n.id: n for n in draft.nodes}
            for n in draft.nodes:
                host = nodes.get(n.support.parent)
                if host is not None and n.support.kind in ("on", "in"):
                    surfaces = asset(host.generator, host.params).surfaces
                    assert n.support.surface >= len(surfaces) or not surfaces[n.support.surface].hidden, (n.id, host.id)


def test_cushions_lean_at_the_pillows() -> None:
    """Cushions of a bed stand on the fold before its pillows, not in the middle of the duvet."""
    on_beds = 0
    for seed in range(8):
        draft = laid(Brief(room_type="bedroom", room_type_stated=True), seed)
        nodes = {n.id: n for n in draft.nodes}
        for n in draft.nodes:
            host = nodes.get(n.support.parent)
            if n.category == "cushion" and host is not None and host.generator == "bed":
                assert asset(host.generator, host.params).surfaces[n.support.surface].name == "turndown"
                on_beds += 1
    assert on_beds >= 4


@pytest.mark.parametrize(
    ("relation", "held"),
    [
        (RelationRequest("thing", "above", ("bed",)), "hung_on"),
        (RelationRequest("thing", "on_wall", architecture="wall"), "hung_on"),
        (RelationRequest("thing", "hang_from_ceiling", architecture="ceiling"), "from_ceiling"),
    ],
)
def test_stand_ins_hang_where_they_are_said_to(relation: RelationRequest, held: str) -> None:
    """A thing without a shape of its own, above a bed, is on the wall; it hangs from the ceiling if that is said."""
    thing = Request("thing", "stand_in", "crucifix", stand_in=True, size=(0.2, 0.1, 0.3))
    if relation.architecture:  # a kind was found for it that only stands
        thing = replace(thing, category="toaster")
    requests = (thing, Request("bed", "bed", "bed"))
    draft = laid(Brief(room_type="bedroom", room_type_stated=True, requests=requests, relations=(relation,)))
    (node,) = (n for n in draft.nodes if n.category == "stand_in")
    assert (node.support.kind, node.size, draft.notes) == (held, pytest.approx((0.2, 0.1, 0.3)), ())


@pytest.mark.parametrize(
    ("host", "relation", "thing", "count", "room_type"),
    [
        ("dish_rack", "inside", "plate", 6, "kitchen"),  # piled in a rack that itself stands on a counter
        ("christmas_tree", "under", "gift", 5, "living_room"),  # at its foot
        ("bathtub", "around", "candle", 4, "bathroom"),
        ("rug", "on", "stuffed_animal", 4, "nursery"),
    ],
)
def test_small_things_come_where_people_mean(host: str, relation: str, thing: str, count: int, room_type: str) -> None:
    """Several small things find their place in, at the foot of, around and on what they belong to."""
    requests = (Request("host", host, host), Request("thing", thing, thing, Count("eq", count)))
    draft = laid(
        Brief(
            room_type=room_type,
            room_type_stated=True,
            requests=requests,
            relations=(RelationRequest("thing", relation, ("host",)),),
        )
    )
    assert draft.notes == ()
    first, *_ = (n for n in draft.nodes if n.category == host)
    near = [n for n in draft.nodes if n.category == thing and np.hypot(*np.subtract(n.position, first.position)[:2]) < 1.6]
    assert len(near) >= count
    assert first.size[0] <= 2.0 or host == "rug"


@pytest.mark.parametrize(
    ("low", "kind", "high"), [(("washing_machine", "dryer"), "under", "shelf"), (("desk",), "above", "cabinet")]
)
def test_a_shelf_or_cabinet_over_something_hangs_on_the_wall(low: tuple[str, ...], kind: str, high: str) -> None:
    """Nobody stands a washer in a shelf, or a cabinet on a desk: the one hangs over the other."""
    pairs = [(n, high) if kind == "under" else (high, n) for n in low]
    draft = laid(
        Brief(
            room_type="laundry",
            room_type_stated=True,
            requests=tuple(Request(n, n, n) for n in (*low, high)),
            relations=tuple(RelationRequest(a, kind, (b,)) for a, b in pairs),
        )
    )
    assert draft.notes == ()
    assert all(n.support.kind == "hung_on" for n in draft.nodes if n.label == high)
    assert any(n.label == high for n in draft.nodes)


@pytest.mark.parametrize("relation", [None, RelationRequest("tv", "on_wall", architecture="wall")])
@pytest.mark.parametrize("seed", (1, 2))
def test_a_tv_is_seen_from_the_sofa(relation: RelationRequest | None, seed: int) -> None:
    """Standing or hung, a TV is before the sofa, at the height of the eyes of who sits there."""
    draft = laid(
        Brief(
            room_type="living_room",
            room_type_stated=True,
            requests=(Request("sofa", "sofa", "sofa"), Request("tv", "tv", "TV")),
            relations=() if relation is None else (relation,),
        ),
        seed,
    )
    sofa, tv = (next(n for n in draft.nodes if n.category == c) for c in ("sofa", "tv"))
    away = np.subtract(tv.position, sofa.position)[:2]
    looks = np.array([np.sin(sofa.yaw), -np.cos(sofa.yaw)])
    assert looks @ away / np.hypot(*away) > 0.9 and 1.5 < np.hypot(*away) < 5.5
    centre = tv.position[2] + (0.0 if tv.support.kind == "hung_on" else tv.size[2] / 2)
    assert 0.75 < centre < 1.35


@pytest.mark.parametrize("seed", range(2))
def test_a_shelf_over_a_desk_under_a_window_hangs_beside_the_window(seed: int) -> None:
    """The desk is low and reaches past the window, and the shelf hangs over its end."""
    holes = (Opening("door", "door", 0, 0.3, 0.9, 2.05), Opening("window", "window", 2, 1.7, 0.8, 1.2, 0.9))
    given = Room("den", "home_office", "Den", ((0.0, 0.0), (4.2, 0.0), (4.2, 3.6), (0.0, 3.6)), openings=holes)
    brief = Brief(
        room_type="home_office",
        room_type_stated=True,
        requests=(Request("desk", "desk", "desk"), Request("shelf", "wall_shelf", "wall shelf")),
        relations=(
            RelationRequest("desk", "under", architecture="window"),
            RelationRequest("shelf", "above", ("desk",)),
        ),
    )
    draft = laid(brief, seed, 0.2, given)
    assert draft.notes == ()
    desk, shelf = (next(n for n in draft.nodes if n.category == c) for c in ("desk", "wall_shelf"))
    assert desk.size[2] < 0.9 and shelf.position[1] > 3.5
    assert abs(shelf.position[0] - desk.position[0]) < 0.65 * desk.size[0]


@pytest.mark.parametrize(
    ("room_type", "count", "table", "tables"), [("classroom", 12, "school_desk", 12), ("cafe", 8, "cafe_table", 4)]
)
def test_seats_asked_for_in_numbers_get_their_tables(room_type: str, count: int, table: str, tables: int) -> None:
    """Twenty pupils' chairs have desks before them, besides the teacher's; eight chairs of a cafe stand at four tables."""
    chairs = Request("chair", "chair", "chair", Count("eq", count))
    teacher = (Request("desk", "desk", "teachers desk"),) if room_type == "classroom" else ()
    draft = laid(Brief(room_type=room_type, room_type_stated=True, requests=(chairs, *teacher)))
    at = np.array([n.position[:2] for n in draft.nodes if n.category == table])
    seats = np.array([n.position[:2] for n in draft.nodes if n.category == "chair"])
    assert draft.notes == () and len(at) == tables and len(seats) == count
    assert (np.linalg.norm(seats[:, None] - at[None], axis=-1).min(1) < 1.0).all()
