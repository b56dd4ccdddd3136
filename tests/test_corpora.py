"""Every source's loader on a small made-up sample in the source's own format, and the records they are written to."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from diorama.model.catalogue import categories
from diorama.model.geometry import inside, polygon_area
from diorama.training.corpora import behavior, build, procthor, robocasa, tdw, virtualhome
from diorama.training.corpora.outline import outline
from diorama.training.corpora.records import LayoutObject, LayoutRoom, load, save, split_of

SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 3.0), (0.0, 3.0))


def front(yaw: float) -> tuple[float, float]:
    return float(np.sin(yaw)), float(-np.cos(yaw))


# ---------------------------------------------------------------------------------------------- ProcTHOR


def house() -> dict[str, Any]:
    def corner(*points: tuple[float, float]) -> list[dict[str, float]]:
        return [{"x": x, "y": 0, "z": z} for x, z in points]

    def thing(
        ident: str, asset: str, x: float, y: float, z: float, turn: float, children: tuple[Any, ...] = ()
    ) -> dict[str, Any]:
        return {"id": ident, "assetId": asset, "position": {"x": x, "y": y, "z": z}, "rotation": {"x": 0, "y": turn, "z": 0},
                "children": list(children)}  # fmt: skip

    egg, book = thing("small|2|7", "Egg_1", 1.0, 0.5, 2.6, 0), thing("small|2|8", "Book_1", 1.0, 1.83, 2.6, 0)
    return {
        "rooms": [
            {"id": "room|2", "roomType": "Kitchen", "floorPolygon": corner((0, 0), (0, 3), (4, 3), (4, 0))},
            {"id": "room|3", "roomType": "Bedroom", "floorPolygon": corner((4, 0), (4, 3), (7, 3), (7, 0))},
        ],
        "walls": [{"id": "w", "polygon": [{"x": 4, "y": 0, "z": 0}, {"x": 4, "y": 0, "z": 3}, {"x": 4, "y": 3, "z": 3}]}],
        "doors": [{"room0": "room|2", "room1": "room|3", "wall0": "w",
                   "holePolygon": [{"x": 1, "y": 0, "z": 0}, {"x": 2, "y": 2.1, "z": 0}]}],
        "windows": [],
        "objects": [
            thing("2|0", "Fridge_1", 1.0, 0.9, 2.6, 180, (egg, book)),
            thing("2|1", "Painting_1", 2.0, 1.6, 0.0, 0),
            thing("3|0", "Unknown_1", 5.0, 0.3, 1.0, 0),
            thing("3|1", "Bed_1", 6.0, 0.3, 1.0, 90),
        ],
    }  # fmt: skip


def known() -> dict[str, procthor.Asset]:
    def asset(name: str, w: float, h: float, d: float) -> dict[str, Any]:
        return {"assetId": name, "boundingBox": {"x": w, "y": h, "z": d}}

    sizes = {
        "Fridge": (0.8, 1.8, 0.7),
        "Egg": (0.05,) * 3,
        "Book": (0.2, 0.06, 0.2),
        "Painting": (0.6, 0.4, 0.02),
        "Bed": (1.6, 0.6, 2),
    }
    return procthor.assets({kind: [asset(f"{kind}_1", *size)] for kind, size in sizes.items()})


def test_procthor_turns_unity_into_the_contracts_frame() -> None:
    item = {"assetId": "s", "position": {"x": 1.0, "y": 0.4, "z": 2.0}, "rotation": {"x": 0, "y": 90, "z": 0}}
    made = procthor.thing(item, procthor.Asset("Sofa", (2.0, 0.9, 0.8)))
    assert (made.x, made.y, made.w, made.d, made.h, made.support) == (1.0, 2.0, 2.0, 0.9, 0.8, "floor")
    assert made.z == pytest.approx(0) and front(made.yaw) == pytest.approx((1.0, 0.0), abs=1e-9)  # Unity's yaw 90 faces +x


def test_procthor_keeps_children_with_their_parents_and_doors_with_both_rooms() -> None:
    kitchen, bedroom = procthor.rooms_of("f" * 16, house(), known())
    assert kitchen.type == "kitchen" and polygon_area(kitchen.polygon) == pytest.approx(12)
    by_category = {o.category: o for o in kitchen.objects}
    fridge = kitchen.objects.index(by_category["refrigerator"])
    assert (by_category["egg"].support, by_category["egg"].parent) == ("in", fridge)
    assert (by_category["book"].support, by_category["book"].parent) == ("on", fridge)
    assert by_category["painting"].support == "hung_on"
    assert front(by_category["refrigerator"].yaw) == pytest.approx((0, -1), abs=1e-9)
    ours, theirs = kitchen.openings[0], bedroom.openings[0]
    assert (ours.x0, ours.y0, ours.x1, ours.y1) == (theirs.x0, theirs.y0, theirs.x1, theirs.y1) == (4, 1, 4, 2)
    assert (ours.leads_to, theirs.leads_to) == ("bedroom", "kitchen")
    assert build.fault(kitchen) == build.fault(bedroom) == ""


def test_rooms_with_things_of_unknown_size_are_never_judged_by() -> None:
    keys = {split_of(f"{n:08x}" + "0" * 8): f"{n:08x}" + "0" * 8 for n in range(100)}
    assert {r.type for r in procthor.rooms_of(keys["train"], house(), known())} == {"kitchen", "bedroom"}
    assert {r.type for r in procthor.rooms_of(keys["test"], house(), known())} == {"kitchen"}


def test_equal_houses_count_once(tmp_path: Path) -> None:
    folder = tmp_path / "procthor"
    folder.mkdir()
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        with gzip.open(folder / name, "wt") as f:
            f.write(json.dumps(house()) + "\n")
    assert len(list(procthor.houses(folder))) == 1


# ---------------------------------------------------------------------------------------------- RoboCasa


def layout() -> dict[str, Any]:
    return {
        "room": {
            "walls": [{"name": "main", "type": "wall", "size": [2.0, 1.5, 0.02], "pos": [2.0, 0.0, 1.5]},
                      {"name": "pane", "type": "window", "attach_to": "main", "pos": [1.5, None, 1.6], "size": [1.0, 0.03, 0.9]}],
            "floor": [{"name": "floor", "type": "floor", "size": [2.0, 1.5, 0.02], "pos": [2.0, -1.5, 0.0]}],
            "floor_accessories": [{"name": "s", "type": "stool", "pos": [3.0, -2.2, None], "z_rot": 0.0}],
        },
        "main_group": {
            "group_origin": [0, 0], "group_pos": [0.0, 0.0], "group_z_rot": 0.0,
            "bottom_row": [
                {"name": "sink", "type": "sink"},
                {"name": "counter", "type": "counter", "size": [2.0, 0.65, 0.92], "pos": [1.0, -0.325, 0.46],
                 "interior_obj": "sink", "obj_x_percent": 0.5},
                {"name": "stove", "type": "stove", "size": [0.76, 0.66, 0.92], "align_to": "counter", "side": "right",
                 "alignment": "top_back"},
            ],
            "top_row": [{"name": "cab", "type": "hinge_cabinet", "size": [1.0, 0.4, 0.9], "pos": [0.5, -0.2, 1.85]}],
            "counter_accessories": [{"name": "toaster", "type": "toaster", "placement": {"fixture": "counter"}}],
        },
        "left_group": {
            "group_origin": [0, 0], "group_pos": [0.0, -2.9], "group_z_rot": float(np.pi / 2),
            "row": [{"name": "fridge", "type": "fridge_french_door", "size": [0.85, 0.8, 1.78], "pos": [0.5, -0.4, 0.89]}],
        },
    }  # fmt: skip


def test_robocasa_counters_are_cut_where_something_is_built_in() -> None:
    room = robocasa.kitchen("layout000", layout())
    floor = sorted((o.x, o.category) for o in room.objects if o.support == "floor" and o.y > -1)
    assert [c for _, c in floor] == ["kitchen_counter", "sink", "kitchen_counter", "stove"]
    row = sorted((o for o in room.objects if o.support == "floor" and o.y > -1), key=lambda o: o.x)
    for a, b in zip(row, row[1:], strict=False):
        assert a.x + a.w / 2 == pytest.approx(b.x - b.w / 2)  # flush, side by side
    assert row[-1].y + row[-1].d / 2 == pytest.approx(row[0].y + row[0].d / 2)  # and with their backs in line
    assert {o.category for o in room.objects if o.support == "hung_on"} == {"kitchen_wall_cabinet"}
    assert build.fault(room) == "" and room.openings[0].kind == "window" and room.openings[0].sill == pytest.approx(1.15)


def test_robocasa_groups_are_turned_as_a_whole() -> None:
    room = robocasa.kitchen("layout000", layout())
    fridge = next(o for o in room.objects if o.category == "refrigerator")
    assert (fridge.x, fridge.y) == pytest.approx((0.4, -2.4)) and front(fridge.yaw) == pytest.approx((1, 0), abs=1e-9)
    assert any(o.category == "bar_stool" and (o.x, o.y) == (3.0, -2.2) for o in room.objects)


def test_outline_of_rectangles() -> None:
    el = outline([(0, 0, 4, 2), (0, 2.05, 1.5, 5)])  # a crack of 5 cm is no wall
    assert len(el) == 6 and polygon_area(el) == pytest.approx(8 + 1.5 * 3, abs=0.2) and polygon_area(el) > 0
    assert len(outline([(0, 0, 1, 1), (5, 5, 9, 9)])) == 4 and polygon_area(
        outline([(0, 0, 1, 1), (5, 5, 9, 9)])
    ) == pytest.approx(16)


# ---------------------------------------------------------------------------------------------- VirtualHome, TDW, BEHAVIOR


def test_virtualhome_turns_backs_to_walls_and_seats_to_tables(tmp_path: Path) -> None:
    folder = tmp_path / "virtualhome"
    folder.mkdir()

    def node(ident: int, category: str, name: str, centre: list[float], size: list[float]) -> dict[str, Any]:
        return {"id": ident, "category": category, "class_name": name, "bounding_box": {"center": centre, "size": size}}

    nodes = [
        node(1, "Rooms", "bedroom", [2, 1, 2], [5, 2, 5]),
        node(2, "Floor", "floor", [2, 0, 2], [5, 0.0, 5]),
        node(3, "Furniture", "bed", [3.4, 0.4, 2.0], [2.1, 0.8, 1.7]),
        node(4, "Furniture", "desk", [0.0, 0.4, 2.0], [0.9, 0.8, 1.6]),
        node(5, "Furniture", "chair", [0.9, 0.45, 2.0], [0.5, 0.9, 0.5]),
        node(6, "Props", "book", [0.0, 0.82, 2.0], [0.2, 0.04, 0.2]),
        node(7, "Doors", "doorjamb", [2.0, 1.0, -0.5], [0.9, 2.0, 0.1]),
    ]
    edges = [{"from_id": i, "to_id": 1, "relation_type": "INSIDE"} for i in range(2, 8)]
    (folder / "TestScene1_graph.json").write_text(json.dumps({"nodes": nodes, "edges": edges}))
    (room,) = virtualhome.load(tmp_path)
    things = {o.category: o for o in room.objects}
    assert build.fault(room) == "" and room.openings[0].kind == "door"
    assert front(things["bed"].yaw) == pytest.approx((-1, 0), abs=1e-9) and (things["bed"].w, things["bed"].d) == (1.7, 2.1)
    assert front(things["desk"].yaw) == pytest.approx((1, 0), abs=1e-9)
    assert front(things["chair"].yaw) == pytest.approx((-1, 0), abs=1e-9)
    assert things["book"].support == "on" and room.objects[things["book"].parent].category == "desk"


def test_tdw_takes_what_stands_together_for_a_room() -> None:
    def thing(category: str, x: float, y: float) -> LayoutObject:
        return LayoutObject(category, x, y, 0.0, 1.0, 1.0, 1.0, 0.0)

    near = [thing("sofa", 0, 0), thing("coffee_table", 0, 1.4), thing("armchair", 1.5, 1.4), thing("floor_lamp", 1.4, 0)]
    far = [thing("bed", 20, 0), thing("chest", 20, 1.5)]
    cup = replace(thing("wine_glass", 0, 1.4), z=1.0, w=0.1, d=0.1, h=0.1, support="on")
    (room,) = tdw.rooms_of("floorplan_1_0", [*near, *far, cup])  # two things make no room
    assert room.type == "living_room" and len(room.objects) == 5 and room.objects[-1].parent == 1
    assert inside(room.polygon, [(o.x, o.y) for o in room.objects]).all()
    model = {"wcategory": "sofa", "bounds": {"left": {"x": -1}, "right": {"x": 1}, "front": {"z": 0.4}, "back": {"z": -0.4},
                                             "top": {"y": 0.7}, "bottom": {"y": 0}}}  # fmt: skip
    item = {"name": "some_sofa", "position": {"x": 3, "y": 0, "z": 4}, "rotation": {"x": 0, "y": 90, "z": 0},
            "scale_factor": {"x": 1, "y": 1, "z": 1}}  # fmt: skip
    sofa = tdw.thing(item, model)
    assert (
        sofa is not None
        and (sofa.x, sofa.y, sofa.w, sofa.d) == (3, 4, 2, 0.8)
        and front(sofa.yaw) == pytest.approx((1, 0), abs=1e-9)
    )
    assert tdw.thing(item | {"rotation": {"x": 80, "y": 0, "z": 0}}, model) is None  # it has fallen over


def test_behavior_tells_contents_only(tmp_path: Path) -> None:
    folder = tmp_path / "behavior1k"
    folder.mkdir()
    rooms = {
        "bedroom_0": {"bed-aaaaaa": 1, "pillow-bbbbbb": 2, "walls-cccccc": 4, "unheard_of-dddddd": 1},
        "storage_room_0": {"bed-aaaaaa": 1},
    }
    scenes = {"Rs_int": rooms, "Rs_garden": rooms, "restaurant_urban": {"dining_room_0": {"straight_chair-eeeeee": 3}}}
    (folder / "combined_room_object_list.json").write_text(json.dumps({"scenes": scenes}))
    boxes = {k * 6: [2.0, 1.5, 0.5] for k in "abcde"}
    (folder / "object_inventory.json").write_text(json.dumps({"bounding_box_sizes": boxes}))
    made = list(behavior.load(tmp_path))
    assert sorted((r.type, len(r.objects)) for r in made) == [
        ("bedroom", 3),
        ("restaurant", 3),
    ]  # the home once, the shell not at all
    assert all(r.polygon == () and build.fault(r) == "" for r in made)
    bed = next(o for r in made for o in r.objects if o.category == "bed")
    assert (bed.w, bed.d, bed.h) == (1.5, 2.0, 0.5)  # boxes have x = depth, y = width


# ---------------------------------------------------------------------------------------------- records


@pytest.mark.parametrize("module", [behavior, procthor, virtualhome, tdw], ids=lambda m: m.__name__.rsplit(".", 1)[-1])
def test_every_type_maps_to_a_category(module: Any) -> None:
    assert set(module.CATEGORIES.values()) <= set(categories())


def test_records_survive_a_file(tmp_path: Path) -> None:
    rooms = [*procthor.rooms_of("f" * 16, house(), known()), robocasa.kitchen("layout000", layout())]
    assert save(tmp_path / "rooms.jsonl.gz", rooms) == len(rooms)
    assert list(load(tmp_path / "rooms.jsonl.gz")) == rooms


def test_broken_records_are_told_by_line(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "rooms.jsonl.gz", "wt") as f:
        f.write('{"source": "procthor"}\n')
    with pytest.raises(ValueError, match="line 1"):
        list(load(tmp_path / "rooms.jsonl.gz"))


def test_faults_are_found() -> None:
    bed = LayoutObject("bed", 2.0, 1.0, 0.0, 1.6, 2.0, 0.6, 0.0)
    good = LayoutRoom("procthor", "h", "train", "bedroom", SQUARE, (), (bed,))
    assert build.fault(good) == ""
    bad = {
        "unknown room type": replace(good, type="ballroom"),
        "unknown category": replace(good, objects=(replace(bed, category="throne"),)),
        "size or place is no number of metres": replace(good, objects=(replace(bed, w=0.0),)),
        "parent is not in the room": replace(good, objects=(replace(bed, parent=3),)),
        "polygon is not simple and counter-clockwise": replace(good, polygon=SQUARE[::-1]),
        "nothing stands on the floor": replace(good, objects=()),
        "thing outside": replace(good, objects=(replace(bed, x=9.0),)),
    }
    assert {build.fault(room): reason for reason, room in bad.items()} == {reason: reason for reason in bad}


def test_splits_never_change() -> None:
    assert [split_of(h) for h in ("0000000f00000000", "0000001000000000", "0000001300000000", "TestScene1")] == [
        "test",
        "val",
        "train",
        "train",
    ]
