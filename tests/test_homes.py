"""Homes: prompts of several rooms understood, laid out, built and reported on; and prompts of one room left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from diorama.model.brief import Brief, Count, RelationRequest, Request, RoomRequest
from diorama.model.errors import InputError
from diorama.model.graph import World, dumps, loads
from diorama.model.graph.types import Opening, Room
from diorama.model.homes import check_apart, far_side, joined, main_room, of_one_room, room_brief, settled
from diorama.model.language.understand import understand

T = 0.12  # wall

# ---------------------------------------------------------------------------------------------- understanding

# Prompt, the home's word, its named rooms by type, and its area.
HOMES: list[tuple[str, str, dict[str, int], float | None]] = [
    ("two-bedroom flat with an open kitchen, 70 m²", "flat", {"bedroom": 2, "kitchen": 1, "living_room": 1}, 70),
    ("a house with three bedrooms, two bathrooms and a study", "house", {"bedroom": 3, "bathroom": 2, "home_office": 1}, None),
    ("a studio apartment", "studio", {"living_room": 1}, None),
    ("3BR 2 bath house", "house", {"bedroom": 3, "bathroom": 2}, None),
    ("I'd like a three bed, two bath bungalow with a garage", "bungalow", {"bedroom": 3, "bathroom": 2, "garage": 1}, None),
    ("modern 2-bedroom condo, 85 sqm, with a home office", "condo", {"bedroom": 2, "home_office": 1}, 85),
    ("A small cottage for a family of four", "cottage", {}, None),
    ("A cosy two-room apartment: living room and bedroom.", "apartment", {"living_room": 1, "bedroom": 1}, None),
    ("two bedrooms and a bathroom", "", {"bedroom": 2, "bathroom": 1}, None),
    ("a bedroom and a kitchen", "", {"bedroom": 1, "kitchen": 1}, None),
    ("A bedroom with an en-suite bathroom", "", {"bedroom": 1, "bathroom": 1}, None),
    ("Kitchen: island, fridge. Bedroom: double bed.", "", {"kitchen": 1, "bedroom": 1}, None),
    ("Living room: sofa\nBedroom 1: double bed\nBedroom 2: two single beds", "", {"living_room": 1, "bedroom": 2}, None),
    ("In the study there is a desk and in the bedroom a bed.", "", {"home_office": 1, "bedroom": 1}, None),
    ("A desk in the study, a sofa in the living room", "", {"home_office": 1, "living_room": 1}, None),
    ("In a small flat, the lounge has a sofa and the bedroom has a bed", "flat", {"living_room": 1, "bedroom": 1}, None),
    ("three bedrooms, each with a desk, and one bathroom", "", {"bedroom": 3, "bathroom": 1}, None),
    ("A house where every bedroom has a wardrobe and there are four bedrooms", "house", {"bedroom": 4}, None),
    ("My flat has a 20 m² living room and a 12 m² bedroom", "flat", {"living_room": 1, "bedroom": 1}, None),
    ("A 55 m2 one-bed flat at night, industrial style", "flat", {"bedroom": 1}, 55),
    ("house with a home gym next to the garage", "house", {"home_gym": 1, "garage": 1}, None),
    ("Flat with hallway, kitchen, bath and bedroom", "flat", {"hallway": 1, "kitchen": 1, "bathroom": 1, "bedroom": 1}, None),
    ("a penthouse with a terrace and a huge living room", "penthouse", {"balcony": 1, "living_room": 1}, None),
    ("An office with a reception and two meeting rooms", "office", {"reception": 1, "meeting_room": 2}, None),
    ("A clinic with a reception, two exam rooms and a bathroom", "", {"reception": 1, "clinic_room": 2, "bathroom": 1}, None),
    ("A bungalow of 120 m2. The second bedroom is a nursery.", "bungalow", {"bedroom": 1, "nursery": 1}, 120),
    ("A three-bedroom flat. In the kids' room there is a bunk bed.", "flat", {"bedroom": 2, "childrens_room": 1}, None),
    ("Villa: a library full of books, a music room with a piano", "villa", {"library": 1, "music_room": 1}, None),
    ("There is a piano in the living room of the villa and a pool table in the basement.", "villa",
     {"living_room": 1, "basement": 1}, None),
    ("A maisonette. Downstairs there is a kitchen and a lounge. The kitchen has a round table.", "maisonette",
     {"kitchen": 1, "living_room": 1}, None),
]  # fmt: skip

ONE_ROOM = [
    "a living room with an open kitchen corner",
    "hotel room",
    "A bedroom; the door to the bathroom is on the left",
    "A cosy living room in a small flat with a sofa and an armchair",
    "A kitchen with a dining area and a breakfast nook",
    "A farmhouse kitchen with a big table",
    "An apartment living room with house plants and a bookshelf",
    "A bedroom that doubles as a home office",
    "A living room with a view to the balcony",
    "a combined kitchen and dining room with a table for six",
    "A kitchen with an island; a hallway can be seen through the door",
    "a bedroom with a closet, a desk and a bed",
    "A dollhouse in a child's bedroom",
    "The study of an old country house with a leather chair",
    "A bathroom off the bedroom with a bathtub",
    "A bathroom with a bath, a toilet and a sink",
    "A home theater with six recliners",
    "A living room or a bedroom with a sofa",
    "A gym-purpose basement with a treadmill",
    "A public library reading room with two long tables",
    "A garage with a workbench and a house plant",
]


@pytest.mark.parametrize(("prompt", "home", "rooms", "area"), HOMES, ids=[h[0][:40] for h in HOMES])
def test_homes_are_understood(prompt: str, home: str, rooms: dict[str, int], area: float | None) -> None:
    brief = understand(prompt)
    assert brief.home == home
    assert Counter(r.type for r in brief.rooms) == rooms
    assert brief.area == area
    keys = [r.key for r in brief.rooms]
    assert len(set(keys)) == len(keys)
    assert {k for r in brief.rooms for k in (r.open_to, *r.next_to) if k} <= set(keys)
    assert {q.room for q in brief.requests} <= {"", *keys}


@pytest.mark.parametrize("prompt", ONE_ROOM)
def test_one_room_stays_one_room(prompt: str) -> None:
    brief = understand(prompt)
    assert (brief.home, brief.rooms) == ("", ())
    assert all(q.room == "" for q in brief.requests)


def asked(brief: Brief) -> set[tuple[str, str, int]]:
    return {(r.room, r.category, r.count.value) for r in brief.requests}


def test_what_is_said_of_a_room_is_asked_for_there() -> None:
    brief = understand(
        "one-bedroom apartment: the bedroom has a king-size bed and two nightstands; in the living room there is a green velvet "
        "sofa facing the TV"
    )
    assert asked(brief) == {
        ("bedroom", "king_bed", 1),
        ("bedroom", "nightstand", 2),
        ("living_room", "sofa", 1),
        ("living_room", "tv", 1),
    }
    sofa = next(r for r in brief.requests if r.category == "sofa")
    assert {a.value for a in sofa.attributes} == {"green", "velvet"}
    assert RelationRequest(sofa.key, "faces", ("tv",)) in brief.relations


def test_rooms_of_one_kind_are_told_apart() -> None:
    brief = understand(
        "A three-bedroom house. Each bedroom has a wardrobe. The main bedroom has a canopy bed. The second bedroom has two desks."
    )
    assert asked(brief) == {
        ("bedroom", "wardrobe", 1),
        ("bedroom_2", "wardrobe", 1),
        ("bedroom_3", "wardrobe", 1),
        ("bedroom", "canopy_bed", 1),
        ("bedroom_2", "desk", 2),
    }
    assert len({r.key for r in brief.requests}) == len(brief.requests)


def test_a_sentence_that_follows_speaks_of_the_same_room() -> None:
    brief = understand(
        "A flat. In the kitchen there is an island. It has three stools. The bedroom has a bed. There is a rug too."
    )
    assert asked(brief) >= {("kitchen", "stool", 3), ("bedroom", "bed", 1), ("bedroom", "rug", 1)}


def test_things_of_no_room_and_absences_are_the_homes() -> None:
    brief = understand("two-bedroom apartment without a TV, with a bathtub in the bathroom")
    assert asked(brief) == {("", "tv", 0), ("bathroom", "bathtub", 1)}
    assert asked(understand("A two-bedroom flat with a green sofa and a piano")) == {("", "sofa", 1), ("", "piano", 1)}


def test_doors_and_open_rooms_are_understood() -> None:
    brief = understand("family home with a home office next to the main bedroom and a large open kitchen")
    rooms = {r.key: r for r in brief.rooms}
    assert rooms["home_office"].next_to == ("bedroom",) and rooms["bedroom"].label == "Main bedroom"
    assert rooms["kitchen"].open_to == "living_room" and rooms["kitchen"].size_word == "large"
    brief = understand("A penthouse: master bedroom with en suite and dressing room, guest bedroom")
    rooms = {r.key: r for r in brief.rooms}
    assert rooms["bathroom"].next_to == rooms["walk_in_closet"].next_to == ("bedroom",)


def test_areas_sizes_and_styles_belong_to_their_rooms() -> None:
    brief = understand("A 90 m² apartment in Scandinavian style: living room 30 m², bedroom of 14 m², a 3x2 m bathroom")
    rooms = {r.key: r for r in brief.rooms}
    assert (brief.area, brief.style) == (90, "scandinavian")
    assert (rooms["living_room"].area, rooms["bedroom"].area, rooms["bathroom"].size) == (30, 14, (3, 2))
    brief = understand("A flat with a living room and an industrial bedroom, at dusk")
    assert [r.style for r in brief.rooms] == ["", "industrial"] and brief.hour is not None


@pytest.mark.parametrize(
    ("prompt", "size", "rooms"),
    [
        ("a 12 x 8 m house", (12, 8), {}),
        ("a two-bedroom house, 12 by 8 metres", (12, 8), {"bedroom": None, "bedroom_2": None}),
        ("a flat 10 m wide and 7 m deep with a kitchen and a bedroom", (10, 7), {"kitchen": None, "bedroom": None}),
        ("a flat with a 4 by 5 metre living room and a bedroom", None, {"living_room": (4, 5), "bedroom": None}),
        (
            "A bungalow of 14×9 m: the main bedroom is 4 x 4 m, a 2 by 2.5 m bathroom",
            (14, 9),
            {"bedroom": (4, 4), "bathroom": (2, 2.5)},
        ),
        (
            "living room 5×4 m, bedroom 3.5×4 m, bathroom 2×2 m",
            None,
            {"living_room": (5, 4), "bedroom": (3.5, 4), "bathroom": (2, 2)},
        ),
        ("a flat with a 2 x 3 m rug in the living room and a bedroom", None, {"living_room": None, "bedroom": None}),
    ],
)
def test_stated_sides_are_of_the_home_or_of_the_room_they_are_said_of(
    prompt: str, size: tuple[float, float] | None, rooms: dict[str, tuple[float, float] | None]
) -> None:
    brief = understand(prompt)
    assert brief.size == size
    assert {r.key: r.size for r in brief.rooms} == rooms


def test_empty_homes_and_rooms_are_empty() -> None:
    from diorama import api

    assert understand("an empty flat with two bedrooms").density == 0
    assert understand("an unfurnished one-bedroom apartment").density == 0
    brief = understand("a flat with an empty bedroom and a living room with a sofa")
    assert brief.density is None
    assert [r.density for r in brief.rooms] == [0, None]
    rooms = [Room(r.key, r.type, r.label, ((0, 0), (4, 0), (4, 4), (0, 4))) for r in brief.rooms]
    assert [room_brief(brief, r).density for r in rooms] == [0, None]
    world = api.run(api.imagine(api.Request("an empty one-bedroom flat, 45 m²", seed=1)))
    assert {n.category for n in world.nodes} <= {"ceiling_light", "pendant_lamp"}
    assert all(r.openings for r in world.rooms)


@pytest.mark.parametrize("prompt", ["A house with a kitchen, and three bedrooms upstairs", "a house with two floors", "a duplex"])
def test_storeys_are_told_to_be_one(prompt: str) -> None:
    assert "All rooms are planned on one floor." in understand(prompt).notes


# ---------------------------------------------------------------------------------------------- briefs by room


def rectangle(x: float, y: float, w: float, d: float) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + w, y), (x + w, y + d), (x, y + d))


def flat() -> tuple[Room, ...]:
    """A hall with a living room below it and a bathroom above, and a bedroom beside both; one wall thickness apart."""
    y = 4.2 + T
    return (
        Room("hallway", "hallway", "Hallway", rectangle(0, y, 3.6, 1.6), openings=(
            Opening("hallway/door_1", "door", 3, 0.4, 0.9, 2.06, generator="door"),
            Opening("hallway/door_2", "door", 2, 0.5, 0.88, 2.06, generator="door", leads_to="bathroom"),
            Opening("hallway/door_3", "door", 1, 0.4, 0.88, 2.06, generator="door", leads_to="bedroom"),
            Opening("hallway/door_4", "door", 0, 1.8, 1.6, 2.1, generator="passage", leads_to="living_room"),
        )),
        Room("living_room", "living_room", "Living room", rectangle(0, 0, 7.0, 4.2), openings=(
            Opening("living_room/door_1", "door", 2, 3.6, 1.6, 2.1, leads_to="hallway"),
            Opening("living_room/window_1", "window", 0, 1.2, 2.0, 1.65, 0.5, generator="window"),
        )),
        Room("bathroom", "bathroom", "Bathroom", rectangle(0, y + 1.6 + T, 3.6, 2.2), openings=(
            Opening("bathroom/window_1", "window", 2, 1.2, 0.9, 0.9, 1.2, generator="window"),
            Opening("bathroom/door_1", "door", 0, 2.22, 0.88, 2.06, leads_to="hallway"),
        )),
        Room("bedroom", "bedroom", "Bedroom", rectangle(3.6 + T, y, 3.28, 3.92), openings=(
            Opening("bedroom/door_1", "door", 3, 2.64, 0.88, 2.06, leads_to="hallway"),
            Opening("bedroom/window_1", "window", 1, 1.2, 1.6, 1.25, 0.9, generator="window"),
        )),
    )  # fmt: skip


def test_requests_go_where_they_are_at_home_and_stay_where_they_were_put() -> None:
    brief = Brief(
        home="flat",
        requests=(
            Request("bed", "bed", "bed"),
            Request("toilet", "toilet", "toilet"),
            Request("sofa", "sofa", "sofa"),
            Request("plant", "potted_plant", "plant"),
            Request("desk", "desk", "desk", room="bathroom"),
            Request("tv", "tv", "tv", Count("eq", 0)),
        ),
        relations=(RelationRequest("plant", "next_to", ("bed",)),),
    )
    made = settled(brief, flat())
    assert {r.key: r.room for r in made.requests} == {
        "bed": "bedroom",
        "toilet": "bathroom",
        "sofa": "living_room",
        "plant": "bedroom",
        "desk": "bathroom",
        "tv": "",
    }
    assert [r.key for r in made.rooms] == [r.id for r in flat()]
    own = room_brief(made, flat()[3])
    assert [r.key for r in own.requests] == ["bed", "plant", "tv"] and len(own.relations) == 1
    assert (own.home, own.rooms, own.room_type) == ("", (), "bedroom")
    assert [r.key for r in room_brief(made, flat()[1]).requests] == ["sofa", "tv"]


def test_a_room_type_makes_one_room_of_a_home() -> None:
    brief = understand("A flat: the bedroom has a bed, the kitchen has an island")
    alone = of_one_room(brief, "kitchen")
    assert (alone.home, alone.rooms, alone.room_type) == ("", (), "kitchen")
    assert [(r.category, r.room) for r in alone.requests] == [("kitchen_island", "")]


def test_doors_are_known_from_both_sides() -> None:
    bare = tuple(replace(r, openings=tuple(o for o in r.openings if not far_side(o))) for r in flat())
    rooms = joined(bare)
    doors = {o.id: o for r in rooms for o in r.openings if o.kind == "door"}
    assert len(doors) == 7
    want = {o.leads_to: (o.offset, o.width) for r in flat() for o in r.openings if far_side(o)}
    made = {o.leads_to: (o.offset, o.width) for o in doors.values() if far_side(o)}
    assert want.keys() == made.keys()
    for r, s in zip(flat(), rooms, strict=True):
        for a, b in zip((o for o in r.openings if far_side(o)), (o for o in s.openings if far_side(o)), strict=True):
            assert (a.wall, a.width, a.leads_to) == (b.wall, b.width, b.leads_to) and a.offset == pytest.approx(b.offset)
    assert joined(rooms) == rooms
    nobody = tuple(replace(r, openings=tuple(replace(o, generator="") for o in r.openings)) for r in flat())
    leaves = [
        o.id for r in joined(nobody) for o in r.openings if o.kind == "door" and not far_side(o) and o.leads_to != "outside"
    ]
    assert leaves == ["hallway/door_2", "hallway/door_3", "hallway/door_4"]


def test_rooms_get_labels_that_tell_them_apart() -> None:
    twice = tuple(replace(r, label="Room") for r in flat())
    assert [r.label for r in joined(twice)] == ["Room", "Room 2", "Room 3", "Room 4"]
    assert main_room(flat()).id == "living_room"


def test_rooms_that_overlap_or_touch_are_refused() -> None:
    check_apart(flat())
    a = Room("a", "bedroom", "A", rectangle(0, 0, 4, 3))
    for x in (2.0, 4.0, 4.03):
        with pytest.raises(InputError, match="overlap"):
            check_apart((a, Room("b", "bedroom", "B", rectangle(x, 0, 3, 3))))
    check_apart((a, Room("b", "bedroom", "B", rectangle(4 + T, 0, 3, 3))))


# ---------------------------------------------------------------------------------------------- one wall between two rooms


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 3, 0, 2)])
def test_walls_fill_what_is_between_and_around_the_rooms_once(order: tuple[int, ...], fresh: None) -> None:
    import bmesh
    from diorama.scene.architecture import build_rooms
    from diorama.scene.materials import material

    rooms = joined([flat()[k] for k in order])
    walls = [o for o in build_rooms(rooms, material) if o.get("diorama_role") == "wall"]
    volume = 0.0
    for o in walls:
        mesh = bmesh.new()
        mesh.from_mesh(o.data)
        assert all(e.is_manifold for e in mesh.edges), o.name
        volume += mesh.calc_volume(signed=True)
        mesh.free()
    outer = (7.0 + 2 * T) * (4.2 + 1.6 + 2.2 + 4 * T)
    inner = sum(np.ptp([p[0] for p in r.polygon]) * np.ptp([p[1] for p in r.polygon]) for r in rooms)
    holes = sum(o.width * o.height for r in rooms for o in r.openings if not far_side(o))
    assert volume == pytest.approx((outer - inner) * 2.6 - holes * T, abs=1e-4)


def test_each_side_of_a_wall_has_its_rooms_paint(fresh: None) -> None:
    from diorama.scene.architecture import build_rooms
    from diorama.scene.materials import material

    rooms = [replace(r, materials={"wall": f"wall_paint:#{k}{k}3050", "exterior": "brick"}) for k, r in enumerate(flat())]
    wall = next(o for o in build_rooms(rooms, material) if o.get("diorama_id") == "hallway/wall_2")
    named = {p.material_index: tuple(np.round(p.normal, 3)) for p in wall.data.polygons if abs(p.normal.y) > 0.9}
    sides = {n: wall.data.materials[k] for k, n in named.items()}
    assert sides[0.0, -1.0, 0.0] is material("wall_paint:#003050")
    assert sides[0.0, 1.0, 0.0] is material("wall_paint:#333050")


# ---------------------------------------------------------------------------------------------- the whole chain

MADE: dict[str, dict[str, Any]] = {
    "flat": {
        "prompt": "A one-bedroom flat of 58 m² with an open kitchen. The bedroom has a double bed with two nightstands beside "
        "it. In the living room there is a sofa facing the TV.",
        "seed": 4,
    },
    "rooms": {"prompt": "two bedrooms and a bathroom; each bedroom has a desk", "seed": 2, "density": 0.3},
    "given": {"prompt": "a sofa and a bed", "seed": 3, "density": 0.3, "plan": World("flat", "Flat", flat())},
}


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Three generated homes: the result's graph, report and .blend."""
    bpy = pytest.importorskip("bpy")
    from diorama import api
    from diorama.cli import save_blend

    folder = tmp_path_factory.mktemp("homes")
    out = {}
    for name, options in MADE.items():
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        result = api.generate(**options)
        save_blend(folder / f"{name}.blend")
        out[name] = (result.world, result.report, folder / f"{name}.blend")
    return out


@pytest.fixture(params=list(MADE))
def home(request: pytest.FixtureRequest, homes: dict[str, Any]) -> tuple[World, Any, Any]:
    return homes[request.param]


@pytest.fixture
def opened(home: tuple[World, Any, Any]) -> Any:
    """The collection of the saved home."""
    import bpy
    from diorama.scene.worlds import worlds

    bpy.ops.wm.open_mainfile(filepath=str(home[2]))
    (collection,) = worlds(bpy.context.scene)
    return collection


def test_graph_of_a_home_is_sound(home: tuple[World, Any, Any]) -> None:
    world = home[0]
    assert loads(dumps(world)) == world
    ids = [r.id for r in world.rooms]
    assert len({r.label for r in world.rooms}) == len(ids) >= 3
    for n in world.nodes:
        assert n.room in ids and n.id.startswith(f"{n.room}/")
    assert {n.room for n in world.nodes} == set(ids), "every room is furnished"
    check_apart(world.rooms)
    assert joined(world.rooms) == world.rooms, "every door is known from both sides"
    assert [c.room for c in world.cameras if c.active] == [main_room(world.rooms).id]
    assert {c.room for c in world.cameras} == {"", *ids}
    assert world.brief is not None and {r.key for r in world.brief.rooms} == set(ids)


def test_contract_of_a_home(home: tuple[World, Any, Any], opened: Any) -> None:
    from diorama.scene.worlds import roots

    world = home[0]
    assert [c.name for c in opened.children] == ["Architecture", *(r.label for r in world.rooms), "Lights", "Cameras"]
    have = {o["diorama_id"]: o for o in roots(opened)}
    want = {n.id: "object" for n in world.nodes}
    for r in world.rooms:
        want |= {f"{r.id}/floor": "floor", f"{r.id}/ceiling": "ceiling"}
        want |= {o.id: o.kind for o in r.openings if not far_side(o)}
    want |= {c.id: "camera" for c in world.cameras} | {x.id: "light" for x in world.lights}
    walls = {i for i, o in have.items() if o["diorama_role"] == "wall"}
    assert {i: o["diorama_role"] for i, o in have.items() if i not in walls} == want
    assert walls <= {f"{r.id}/wall_{k + 1}" for r in world.rooms for k in range(len(r.polygon))}
    for n in world.nodes:
        assert have[n.id]["diorama_room"] == n.room
        assert [c.name for c in have[n.id].users_collection] == [next(r.label for r in world.rooms if r.id == n.room)]


def test_a_home_is_free_of_faults(home: tuple[World, Any, Any]) -> None:
    world, report, _ = home
    assert report.figures["COL"] == report.figures["OOB"] == 0, report.issues
    assert report.figures["SUP"] == 100 and report.figures["NAV"] > 95, report.issues
    assert not [i for i in report.issues if i.kind == "NAV" or (i.kind == "OPC" and "door" in i.ids[0])]
    assert set(report.rooms) == {r.id for r in world.rooms}
    assert sum(f["objects"] for f in report.rooms.values()) == report.figures["objects"] == len(world.nodes)


def test_wishes_are_met_in_their_rooms(homes: dict[str, Any]) -> None:
    world, report, _ = homes["flat"]
    assert report.figures["CNT"] == 100 and not report.lacking, report.lacking
    assert report.rooms["bedroom"]["OOR"] == 100
    at = {(n.room, n.category) for n in world.nodes}
    assert ("living_room", "sofa") in at and any(r == "bedroom" and "nightstand" in c for r, c in at)
    world, report, _ = homes["rooms"]
    assert report.rooms["bedroom"]["CNT"] == report.rooms["bedroom_2"]["CNT"] == 100
    assert {n.room for n in homes["given"][0].nodes if n.category in ("sofa", "bed")} == {"living_room", "bedroom"}


def test_saved_home_is_judged_as_the_fresh_one(home: tuple[World, Any, Any], opened: Any) -> None:
    from diorama.scene.read import read
    from diorama.scene.report import check

    assert check(opened).plain() == home[1].plain()
    assert read(opened) == home[0]


def test_far_sides_and_blocked_doors_are_measured(opened: Any) -> None:
    """A thing put behind an inner door, on the side that has no leaf, blocks it; one in every doorway cuts a room off."""
    import bpy
    from diorama.scene.read import roots
    from diorama.scene.report import check
    from mathutils import Vector

    have = {o["diorama_id"]: o for o in roots(opened)}
    world = loads(opened["diorama"])
    room = next(r for r in world.rooms if sum(o.kind == "door" for o in r.openings) == 1)
    far = room.openings[[o.kind for o in room.openings].index("door")]
    leaf = next(o for o in have.values() if o["diorama_role"] == "door" and _meets(o, room, far))
    thing = next(o for o in have.values() if o["diorama_role"] == "object" and o["diorama_room"] == room.id)
    thing.location = leaf.matrix_world @ Vector((0, 0.5 if far_side(far) else -0.5, 0))
    bpy.context.view_layer.update()
    blocked = [i for i in check(opened).issues if i.kind == "OPC" and leaf["diorama_id"] in i.ids]
    assert blocked and thing["diorama_id"] in blocked[0].ids
    report = check(opened)
    assert report.rooms[room.id]["OPC"] < 100


def _meets(door: Any, room: Room, opening: Opening) -> bool:
    p = np.asarray(room.polygon)
    a, b = p[opening.wall], p[(opening.wall + 1) % len(p)]
    middle = a + (b - a) / np.linalg.norm(b - a) * (opening.offset + opening.width / 2)
    return bool(np.linalg.norm(np.array(door.matrix_world.translation)[:2] - middle) < 0.2)


def imagined(**options: Any) -> World:
    from diorama import api

    return api.run(api.imagine(api.Request(**options)))


def test_same_home_twice_and_rooms_keep_their_own_randomness() -> None:
    pytest.importorskip("bpy")
    options = {"prompt": "a sofa", "seed": 5, "density": 0.2}
    plan = World("flat", "Flat", flat())
    first = imagined(**options, plan=plan)
    assert dumps(imagined(**options, plan=plan)) == dumps(first)
    turned = imagined(**options, plan=World("flat", "Flat", (flat()[0], *reversed(flat()[1:]))))
    assert {n.id: n for n in turned.nodes} == {n.id: n for n in first.nodes}, "the order of the rooms does not matter"
    assert dumps(imagined(**{**options, "seed": 6}, plan=plan)) != dumps(first)


# ---------------------------------------------------------------------------------------------- requests and bad input


def test_rooms_and_area_can_be_given() -> None:
    pytest.importorskip("bpy")
    from diorama import api

    brief = api.understand(api.Request(rooms=("bedroom", "bedroom", "kitchen"), area=50.0))
    assert [r.key for r in brief.rooms] == ["bedroom", "bedroom_2", "kitchen"] and brief.area == 50
    one = api.understand(api.Request("a flat with two bedrooms", room_type="bedroom"))
    assert (one.home, one.rooms, one.room_type) == ("", (), "bedroom")


TWICE = tuple(replace(flat()[1], id=i, openings=()) for i in ("a", "b"))  # one room over another


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"rooms": ("dungeon",)}, "room type 'dungeon'"),
        ({"rooms": ("bedroom",) * 40}, "too large"),
        ({"rooms": ("bedroom",), "room_type": "kitchen"}, "both"),
        ({"prompt": "a flat", "area": -4.0}, "area"),
        ({"prompt": "a flat", "area": float("nan")}, "area"),
        ({"prompt": "a flat", "plan": World("w", "W", TWICE)}, "overlap"),
    ],
)
def test_impossible_homes_are_refused(options: dict[str, Any], words: str) -> None:
    pytest.importorskip("bpy")
    with pytest.raises(InputError, match=words):
        imagined(**options)


def test_the_same_on_the_command_line(fresh: None, tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    import json

    from diorama import cli

    out = str(tmp_path / "a.blend")
    assert cli.main(["generate", "--rooms", "bedroom, 2 bathroom", "--area", "30", "--density", "0", "-o", out, "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert set(result["rooms"].values()) >= {"bedroom", "bathroom"} and len(result["rooms"]) >= 3
    assert cli.main(["generate", "--rooms", "bedroom;;", "-o", out]) == 2
    assert cli.main(["report", out, "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)["rooms"]) == set(result["rooms"])


def test_a_home_is_edited_in_the_brief_panel(registered: Callable[[], Any]) -> None:
    import bpy

    settings = registered()
    settings.prompt = (
        "A flat of 60 m². The bedroom has a bed. In the kitchen there is an island, and an office next to the bedroom."
    )
    bpy.ops.diorama.read_prompt()
    assert settings.brief.to_brief() == understand(settings.prompt)
    settings.brief.requests[0].place = "Kitchen"
    assert settings.brief.to_brief().requests[0].room == "kitchen"
    bpy.ops.diorama.add_room(type="library")
    settings.brief.active_room = 0
    bpy.ops.diorama.remove_room()
    brief = settings.brief.to_brief()
    assert "library" in {r.type for r in brief.rooms} and "bedroom" not in {r.type for r in brief.rooms}
    assert all(r.next_to == () for r in brief.rooms), "what was said of a room that has gone is dropped"
    settings.prompt = "A bedroom with a desk"
    bpy.ops.diorama.read_prompt()
    bpy.ops.diorama.add_room(type="bathroom")
    brief = settings.brief.to_brief()
    assert brief.rooms == (RoomRequest("bedroom", "bedroom"), RoomRequest("bathroom", "bathroom"))
    assert [r.room for r in brief.requests] == ["bedroom"]


@pytest.fixture
def registered(fresh: None) -> Any:
    """A function that gives the scene's settings, with the extension registered for the test."""
    import bpy
    import diorama

    mine = not hasattr(bpy.types.Scene, "diorama")
    if mine:
        diorama.register()
    yield lambda: bpy.context.scene.diorama
    if mine:
        diorama.unregister()


# ---------------------------------------------------------------------------------------------- light and style by room


@pytest.fixture(scope="module")
def empty_flat() -> Any:
    import bpy
    from diorama import api

    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    return api.generate("An empty flat of 50 m² in Scandinavian style, with an industrial bedroom", seed=2).collection


def test_pictures_of_dark_rooms_are_exposed_for_them(empty_flat: Any) -> None:
    import bpy
    from diorama.scene.exposure import adapt, offset
    from diorama.scene.graphs import stored
    from diorama.scene.worlds import keep_view

    world, scene = stored(empty_flat), bpy.context.scene
    main = main_room(world.rooms)
    hall = next(r for r in world.rooms if not any(o.kind == "window" for o in r.openings))
    cameras = {o["diorama_room"]: o for o in empty_flat.all_objects if o.type == "CAMERA" and o["diorama_room"]}
    scene.camera = cameras[main.id]
    adapt(scene)
    own, white = world.environment.exposure, scene.view_settings.white_balance_temperature
    assert scene.view_settings.exposure == pytest.approx(own)
    scene.camera = cameras[hall.id]
    adapt(scene)
    adapt(scene)
    there = offset(world, hall.id)
    assert there.stops > 0.3 and there.kelvin < -500  # darker, and lit by its lamps
    assert scene.view_settings.exposure == pytest.approx(own + there.stops, abs=1e-4)
    assert scene.view_settings.white_balance_temperature == pytest.approx(white + there.kelvin)
    scene.view_settings.exposure += 0.25  # by the artist
    keep_view(scene, empty_flat)
    assert empty_flat["diorama_view"]["exposure"] == pytest.approx(own + 0.25, abs=1e-4)
    scene.camera = cameras[main.id]
    adapt(scene)
    assert scene.view_settings.exposure == pytest.approx(own + 0.25, abs=1e-4)
    assert scene.view_settings.white_balance_temperature == pytest.approx(white)


def test_restyled_homes_keep_the_style_of_a_room(empty_flat: Any) -> None:
    from diorama.model.homes import stream
    from diorama.model.look import choose_look
    from diorama.scene.graphs import stored
    from diorama.scene.restyle import restyle

    def floor(style: str, seed: int) -> str:
        return choose_look(style, (), "bedroom", stream(seed, "look")).room_materials["floor"]

    def bedroom() -> str:
        return next(r for r in stored(empty_flat).rooms if r.type == "bedroom").materials["floor"]

    seeds = [s for s in range(9) if floor("industrial", s) != floor("scandinavian", s)][:2]
    for seed in seeds:
        restyle(empty_flat, palette=(), seed=seed)
        assert bedroom() == floor("industrial", seed)
    restyle(empty_flat, "coastal", seed=1)
    assert bedroom() == floor("coastal", 1)


def test_no_light_leaks_into_a_home() -> None:
    """Rays at every seam hit the building: there is no gap where walls, floors, ceilings and doorways meet."""
    import bpy
    from diorama.scene.architecture import build_rooms
    from diorama.scene.materials import material
    from mathutils import Matrix, Vector
    from mathutils.bvhtree import BVHTree

    def placed(o: Any) -> Matrix:
        return placed(o.parent) @ o.matrix_parent_inverse @ o.matrix_basis if o.parent is not None else o.matrix_basis

    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    rooms = joined(flat())
    vertices: list[Vector] = []
    faces: list[list[int]] = []
    for o in (o for o in build_rooms(rooms, material) if o.type == "MESH"):
        matrix, first = placed(o), len(vertices)
        vertices += [matrix @ v.co for v in o.data.vertices]
        faces += [[first + k for k in p.vertices] for p in o.data.polygons]
    shell = BVHTree.FromPolygons(vertices, faces)
    jitter = np.random.default_rng(0).normal(0.0, 0.002, (40, 3))
    for room in rooms:
        p = np.asarray(room.polygon)
        middle = Vector((*p.mean(0), room.level + room.height / 2))
        for k in range(len(p)):
            for u, v in ((0, 0), (0, 0.3), (0, 0.6), (0, 1), (0.2, 0), (0.5, 0), (0.8, 0), (0.2, 1), (0.5, 1), (0.8, 1)):
                seam = np.array([*(p[k] + u * (p[(k + 1) % len(p)] - p[k])), room.level + v * room.height])
                leaks = [x for x in seam + jitter if shell.ray_cast(middle, Vector(x) - middle)[0] is None]
                assert not leaks, (room.id, k, u, v)


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("a flat with two bedrooms, one 3 x 4 m and one 4 x 5 m", ((3.0, 4.0), (4.0, 5.0))),
        ("a house with two bedrooms (3x4 m and 4x5 m) and a kitchen", ((3.0, 4.0), (4.0, 5.0))),
        ("a flat with two bedrooms, both 3 x 4 m", ((3.0, 4.0), (3.0, 4.0))),
        ("an apartment with three bedrooms: one 10 m2, the others 14 m2", (10.0, 14.0, 14.0)),
        ("a flat with three bedrooms, one large and two small", ("large", "small", "small")),
        ("a flat with two bedrooms of 12 m² and a 30 m² living room", (12.0, 12.0)),
        ("a house with two bedrooms, a large living room and a small kitchen", ("", "")),
    ],
)
def test_each_of_several_rooms_has_its_own_size(text: str, sizes: tuple[Any, ...]) -> None:
    brief = understand(text)
    assert tuple(r.size or r.area or r.size_word for r in brief.rooms if r.type == "bedroom") == sizes
    assert brief.size is None and brief.area is None
