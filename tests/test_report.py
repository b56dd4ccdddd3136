"""The report finds the faults that were put into a world by hand, and none in the world as it was generated."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

bpy = pytest.importorskip("bpy")

from diorama import api  # noqa: E402
from diorama.model.graph import Node, Opening, Room, Support, World, loads  # noqa: E402
from diorama.scene.assets.library import Library  # noqa: E402
from diorama.scene.build import build_steps  # noqa: E402
from diorama.scene.report import Report, check  # noqa: E402
from diorama.scene.worlds import roots  # noqa: E402

ROOM = Room(
    "study",
    "home_office",
    "Study",
    ((0.0, 0.0), (5.0, 0.0), (5.0, 4.0), (0.0, 4.0)),
    openings=(Opening("study/door_1", "door", 0, 3.6, 0.9, 2.05), Opening("study/window_1", "window", 2, 1.5, 1.6, 1.2, 0.9)),
)


@pytest.fixture(scope="module")
def plain() -> World:
    """A study furnished by hand in this file, without any model: a sofa, a table, a chair, a cabinet, a lamp on the table."""
    library, rng = Library(), np.random.default_rng(3)
    nodes: list[Node] = []

    def put(category: str, x: float, y: float, yaw: float = 0.0, on: str = "", back: str = "") -> None:
        made = library.sample(category, rng.spawn(1)[0])
        w, d, h = made.size
        if back == "east":
            x, y, yaw = 5.0 - d / 2 - 0.03, 3.2, -math.pi / 2
        if back == "west":
            x, yaw = d / 2 + 0.03, math.pi / 2
        z = 0.0
        support = Support("floor", "study")
        if on:
            parent = next(n for n in nodes if n.category == on)
            top = max(library.blueprint(parent.generator, parent.params).surfaces, key=lambda s: s.z)
            x, y, z, support = parent.position[0], parent.position[1], top.z, Support("on", parent.id)
        number = 1 + sum(n.category == category for n in nodes)
        nodes.append(
            Node(
                f"study/{category}_{number}",
                category,
                f"The {category.replace('_', ' ')}",
                "study",
                (w, d, h),
                (x, y, z),
                yaw,
                support,
                made.generator,
                made.params,
                materials=dict(made.slots),
            )
        )

    put("sofa", 0.0, 2.0, back="west")
    put("dining_table", 3.2, 2.0)
    put("chair", 3.2, 0.75, math.pi)
    put("dresser", 0.0, 0.0, back="east")
    put("table_lamp", 0.0, 0.0, on="dining_table")
    from diorama.model.brief import Brief, Count, RelationRequest, Request

    brief = Brief(
        requests=(
            Request("chair", "chair", "chair", Count("eq", 1)),
            Request("lamp", "table_lamp", "lamp"),
            Request("sofa", "sofa", "sofa"),
        ),
        relations=(RelationRequest("lamp", "on", ("table",)), RelationRequest("sofa", "against_wall", (), "wall")),
    )
    brief = Brief(
        requests=(*brief.requests, Request("table", "dining_table", "table")),
        relations=brief.relations,
    )
    return World("study", "Study", (ROOM,), tuple(nodes), brief=brief)


class Standing:
    """The built study."""

    def __init__(self, world: World) -> None:
        self.collection = api.run(build_steps(world))
        self.at = {o["diorama_category"]: o for o in roots(self.collection)}

    def check(self) -> Report:
        return check(self.collection)


@pytest.fixture
def study(plain: World, fresh: None) -> Standing:
    return Standing(plain)


def found(report: Report, kind: str) -> list[Any]:
    return [i for i in report.issues if i.kind == kind]


def test_a_sound_room_has_no_findings(study: Standing) -> None:
    r = study.check()
    assert not r.issues and not r.lacking, (r.issues, r.lacking)
    assert r.figures["objects"] == 5
    assert (r.figures["COL"], r.figures["OOB"]) == (0, 0)
    assert all(r.figures[k] == 100 for k in ("SUP", "OPC", "CNT", "OOR", "OAR")) and r.figures["NAV"] > 97


def test_generated_worlds_have_no_faults(made: Any, reopen: Callable[..., Any]) -> None:
    r = check(reopen(made))
    assert r.figures == made.figures, "the saved world is judged as the fresh one was"
    bad = [i for i in r.issues if i.kind in ("COL", "OOB", "SUP") or (i.kind == "OPC" and "door" in i.ids[0])]
    assert not bad, bad
    assert r.figures["NAV"] > 90


def test_chair_in_the_table_collides(study: Standing) -> None:
    study.at["chair"].location = study.at["dining_table"].location
    study.at["chair"].location.y += 0.1
    r = study.check()
    assert r.figures["COL"] == pytest.approx(40)
    (issue,) = found(r, "COL")
    assert set(issue.ids) == {"study/chair_1", "study/dining_table_1"}
    assert "The chair" in issue.text and "The dining table" in issue.text


def test_touching_is_no_collision(study: Standing) -> None:
    sofa, dresser = study.at["sofa"], study.at["dresser"]
    dresser.rotation_euler.z = sofa.rotation_euler.z
    reach = (sofa.dimensions.x + dresser.dimensions.x) / 2
    dresser.location = (dresser.dimensions.y / 2 + 0.03, sofa.location.y + reach - 0.003, 0)
    assert not found(study.check(), "COL")


def test_sofa_through_the_wall_is_out_of_bounds(study: Standing) -> None:
    study.at["sofa"].location.x -= 0.5
    r = study.check()
    assert r.figures["OOB"] == pytest.approx(20)
    (issue,) = found(r, "OOB")
    assert issue.ids == ("study/sofa_1",) and "out of the room" in issue.text


@pytest.mark.parametrize("what", ["table_lamp", "sofa"])
def test_lifted_things_float(study: Standing, what: str) -> None:
    study.at[what].location.z += 0.05
    r = study.check()
    assert r.figures["SUP"] == pytest.approx(80)
    (issue,) = found(r, "SUP")
    assert issue.ids == (f"study/{what}_1",) and "float" in issue.text
    if what == "table_lamp":
        assert r.figures["OOR"] == 0 and any("lamp" in t for t in r.lacking)


def test_what_hangs_over_an_edge_tips(study: Standing) -> None:
    lamp, table = study.at["table_lamp"], study.at["dining_table"]
    lamp.location.x = table.location.x + table.dimensions.x / 2 + 0.02
    (issue,) = found(study.check(), "SUP")
    assert issue.ids == ("study/table_lamp_1",)


def test_equal_boxes_hold_each_other_though_not_quite_straight(study: Standing) -> None:
    """No corner of the upper one stands on the lower one, but nearly all of its bottom does."""
    upper, lower = study.at["table_lamp"], study.at["dresser"]
    slab = bpy.data.meshes.new("Slab")
    x, y = 0.4, 0.25
    corners = [(sx * x, sy * y, z) for z in (0.0, 0.1) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    sides = [(0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    slab.from_pydata(corners, [], [(3, 2, 1, 0), (4, 5, 6, 7), *sides])
    for thing, z, turn in ((lower, 0.0, 0.0), (upper, 0.1, 0.05)):
        for child in list(thing.children):
            bpy.data.objects.remove(child)
        thing.data, thing.scale = slab, (1.0, 1.0, 1.0)
        thing.location, thing.rotation_euler = (1.2, 3.2, z), (0.0, 0.0, turn)
    assert not found(study.check(), "SUP")
    upper.location.x += 0.45  # more than half of it in the air
    (issue,) = found(study.check(), "SUP")
    assert issue.ids == ("study/table_lamp_1",) and "tip" in issue.text


def test_cabinet_before_the_door_blocks_it(study: Standing) -> None:
    dresser = study.at["dresser"]
    dresser.location, dresser.rotation_euler.z = (4.05, 0.5, 0.0), math.pi
    r = study.check()
    assert r.figures["OPC"] == pytest.approx(50)
    (issue,) = found(r, "OPC")
    assert issue.ids[0] == "study/door_1" and "study/dresser_1" in issue.ids and "blocked" in issue.text


def test_a_walled_off_corner_cannot_be_reached(study: Standing) -> None:
    sofa, dresser = study.at["sofa"], study.at["dresser"]
    sofa.scale, dresser.scale = (1.7, 1.0, 1.0), (2.6, 1.0, 1.0)
    sofa.location, sofa.rotation_euler.z = (1.9, 1.6, 0.0), math.pi / 2
    dresser.location, dresser.rotation_euler.z = (1.2, 3.1, 0.0), 0.0
    study.at["chair"].location = (0.6, 0.6, 0.0)
    for name in ("dining_table", "table_lamp"):
        study.at[name].location.x = 3.9
    partition = study.at["dresser"].copy()
    partition["diorama_id"] = "study/dresser_2"
    study.at["dresser"].users_collection[0].objects.link(partition)
    partition.location, partition.rotation_euler.z, partition.scale = (1.9, 2.0, 0.0), math.pi / 2, (4.0, 1.0, 1.0)
    dresser.location.y = 3.6
    before = study.check().figures["NAV"]
    span = partition.dimensions.x
    partition.scale.x *= 3.98 / span
    r = study.check()
    assert r.figures["NAV"] < 90 <= 100, (before, r.figures)
    (issue,) = found(r, "NAV")
    assert f"{r.figures['NAV']:.0f} %" in issue.text


def test_a_missing_request_is_lacking(study: Standing) -> None:
    bpy.data.objects.remove(study.at["chair"])
    r = study.check()
    assert r.figures["CNT"] == pytest.approx(75) and r.figures["objects"] == 4
    (text,) = r.lacking
    assert "chair" in text and "0" in text


def test_one_too_many_is_told_too(study: Standing) -> None:
    twin = study.at["chair"].copy()
    study.at["chair"].users_collection[0].objects.link(twin)
    twin.location = (4.4, 3.2, 0.0)
    r = study.check()
    assert r.figures["CNT"] == pytest.approx(75) and any("chair" in t and "2" in t for t in r.lacking)


def test_turned_sofa_is_no_longer_against_the_wall(study: Standing) -> None:
    study.at["sofa"].location.x += 0.8
    r = study.check()
    assert r.figures["OAR"] == 0 and any("against wall" in t for t in r.lacking)


def test_the_graphs_own_numbers_are_not_believed(study: Standing, plain: World) -> None:
    from dataclasses import replace

    from diorama.model.graph import dumps

    lies = replace(plain, nodes=tuple(replace(n, position=(2.5, 2.0, 0.0)) for n in plain.nodes))
    study.collection["diorama"] = dumps(lies)
    assert not study.check().issues


def test_report_is_plain_json(study: Standing) -> None:
    import json

    study.at["sofa"].location.x -= 0.5
    plain = study.check().plain()
    again = json.loads(json.dumps(plain))
    assert again["figures"]["OOB"] == 20 and again["issues"][0]["ids"]


def test_a_damaged_graph_is_refused_in_a_sentence(study: Standing) -> None:
    from diorama.model.errors import InputError

    study.collection["diorama"] = study.collection["diorama"][:-40]
    with pytest.raises(InputError) as e:
        study.check()
    assert e.value.remedy
    assert loads  # the loader that says so is the same everywhere
