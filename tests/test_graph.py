"""The scene graph: lossless JSON, strict loader, schema, migration."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from diorama.model.brief import Attribute, Brief, Count, RelationRequest, Request
from diorama.model.errors import InputError
from diorama.model.graph import Camera, Environment, Node, Opening, Relation, Room, Support, World, dumps, loads, schema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOM = Room(
    "bedroom",
    "bedroom",
    "Bedroom",
    ((0.0, 0.0), (4.0, 0.0), (4.0, 3.1), (0.0, 3.1)),
    openings=(Opening("bedroom/door_1", "door", 0, 0.5, 0.9, 2.05), Opening("bedroom/window_1", "window", 2, 1.0, 1.4, 1.2, 0.9)),
)
BED = Node(
    "bedroom/bed_1",
    "bed",
    "Bed",
    "bedroom",
    (1.6, 2.1, 1.0),
    (2.0, 2.0, 0.0),
    0.1,
    Support("floor", "bedroom"),
    "bed",
    {"width": 1.6, "drawers": 2, "canopy": True, "style": "modern", "whole": 1.0},
    relations=(Relation("against_wall", ("wall",)),),
)
LAMP = Node(
    "bedroom/lamp_1", "table_lamp", "Lamp", "bedroom", (0.3, 0.3, 0.5), (0.1, 0.2, 1 / 3), -3.0, Support("on", "bedroom/bed_1")
)
WORLD = World(
    "bedroom",
    "Bedroom",
    (ROOM,),
    (BED, LAMP),
    cameras=(Camera("cameras/hero", "Hero", (0.1, 0.2, 1.5), (2.0, 2.0, 1.0), active=True),),
    environment=Environment(hour=17.5),
    palette=("#aabbcc",),
    brief=Brief(
        "a bed",
        "bedroom",
        requests=(Request("bed", "bed", "bed", Count("ge", 1), (Attribute("material", "oak"),)),),
        relations=(RelationRequest("bed", "against_wall", (), "wall"),),
        size=(4.0, 3.1),
    ),
)


def test_round_trip_is_lossless() -> None:
    assert loads(dumps(WORLD)) == WORLD
    assert loads(dumps(WORLD, indent=2)) == WORLD
    params = loads(dumps(WORLD)).nodes[0].params
    assert type(params["drawers"]) is int and type(params["whole"]) is float and type(params["canopy"]) is bool


def test_schema_accepts_what_the_loader_accepts_and_is_the_published_one() -> None:
    jsonschema.validate(json.loads(dumps(WORLD)), schema())
    published = json.loads((Path(__file__).parent.parent / "docs" / "diorama-1.schema.json").read_text(encoding="utf-8"))
    assert published == schema()


def broken(path: list, value: object) -> str:
    document = json.loads(dumps(WORLD))
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (["rooms", 0, "polygon", 2], [1.0], "rooms[0].polygon[2]"),
        (["rooms", 0, "polygon"], [[0, 0], [0, 1], [1, 1]], "rooms[0].polygon"),
        (["rooms", 0, "polygon"], [[0, 0], [4, 4], [4, 0], [0, 3]], "rooms[0].polygon"),
        (["rooms", 0, "openings", 0, "wall"], 9, "rooms[0].openings[0].wall"),
        (["rooms", 0, "openings", 1, "kind"], "hatch", "rooms[0].openings[1].kind"),
        (["rooms", 0, "openings", 1, "offset"], 3.5, "rooms[0].openings[1].offset"),
        (["nodes", 0, "size", 1], -1, "nodes[0].size"),
        (["nodes", 0, "yaw"], "north", "nodes[0].yaw"),
        (["nodes", 0, "position", 0], True, "nodes[0].position[0]"),
        (["nodes", 1, "support", "parent"], "nobody", "nodes[1].support.parent"),
        (["nodes", 0, "support", "parent"], "bedroom/lamp_1", "nodes[0].support.parent"),
        (["nodes", 1, "id"], "bedroom/bed_1", "nodes[1].id"),
        (["nodes", 0, "params", "style"], None, "nodes[0].params.style"),
        (["nodes", 0, "colour"], 1, "nodes[0]"),
        (["brief", "requests", 0, "count", "op"], "about", "brief.requests[0].count.op"),
        (["format"], "diorama/2", "format"),
        (["format"], "diorama/-1", "format"),
        (["format"], 1, "format"),
        (["rooms"], [], "rooms"),
        (["rooms"], {}, "rooms"),
    ],
)
def test_errors_name_the_place(path: list, value: object, where: str) -> None:
    with pytest.raises(InputError) as e:
        loads(broken(path, value))
    assert str(e.value).startswith(where + ":"), str(e.value)
    assert "\n" not in str(e.value) and e.value.remedy


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '"x"', '{"format": "diorama/1"}', '{"a": NaN}', "[" * 100_000, '{"format":"gltf/2"}', "\x00"]
)
def test_what_is_not_a_graph_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        loads(text)


def test_non_finite_numbers_are_refused() -> None:
    with pytest.raises(InputError):
        loads(dumps(WORLD).replace("17.5", "1e999"))
    with pytest.raises(InputError):
        loads(dumps(WORLD).replace("17.5", "NaN"))
    with pytest.raises(InputError):
        loads(broken(["nodes", 0, "yaw"], 10**400))


def test_older_version_is_migrated() -> None:
    old = json.loads(dumps(WORLD))
    old["spaces"] = old.pop("rooms")
    old["format"] = "diorama/0"
    assert loads(json.dumps(old)) == WORLD


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda c: st.lists(c, max_size=4) | st.dictionaries(st.text(max_size=8), c, max_size=4),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), value=JSON_VALUES)
def test_fuzzed_documents_load_or_fail_with_one_sentence(data: st.DataObject, value: object) -> None:
    document = json.loads(dumps(WORLD))
    place, key = document, None
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], (dict, list)) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = value
    try:
        world = loads(json.dumps(document))
    except InputError as e:
        assert str(e) and "\n" not in str(e)
    else:
        assert loads(dumps(world)) == world


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_never_crash_the_loader(raw: bytes) -> None:
    with pytest.raises(InputError):
        loads(raw)


def test_lock_and_replace_keep_types() -> None:
    changed = replace(WORLD, nodes=(replace(BED, lock=True), LAMP))
    assert loads(dumps(changed)).nodes[0].lock is True
