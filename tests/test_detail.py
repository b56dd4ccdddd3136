"""Levels of detail: fewer triangles, the same measures, materials and UVs, and back to exactly what was there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bpy
import numpy as np
import pytest
from diorama import api
from diorama.cli import main
from diorama.model.catalogue import categories
from diorama.model.errors import InputError
from diorama.model.graph import Node, Room, World
from diorama.model.graph.types import Support
from diorama.scene.assets.library import Library
from diorama.scene.build import build_steps
from diorama.scene.detail import FULL, KEY, LEVELS, detail_of, set_detail
from diorama.scene.rebuild import rebuild
from diorama.scene.report import check
from diorama.scene.restyle import restyle
from diorama.scene.studio.mark import mark_assets

ROOM = Room("room", "living_room", "Room", ((-8.0, -8.0), (8.0, -8.0), (8.0, 8.0), (-8.0, 8.0)))
THINGS = ("sofa", "wardrobe", "floor_lamp", "monstera", "mug", "bookshelf", "office_chair", "dining_chair", "dining_chair")


def node(category: str, k: int) -> Node:
    b = Library().sample(category, np.random.default_rng(1))
    return Node(
        f"room/{category}_{k}", category, categories()[category].label, "room", b.size, (1.6 * k - 6, 0.0, 0.0), 0.0,
        Support("floor", "room"), b.generator, dict(b.params), materials=dict(b.slots),
    )  # fmt: skip


@pytest.fixture
def world(fresh: None) -> Any:
    nodes = tuple(node(c, k) for k, c in enumerate(THINGS))
    return api.run(build_steps(World("room", "Room", (ROOM,), nodes, style="scandinavian")))


def things(world: Any) -> list[Any]:
    return [o for o in world.all_objects if o.get("diorama_role") in ("object", "part") and o.type == "MESH"]


def triangles(mesh: Any) -> int:
    return len(mesh.loops) - 2 * len(mesh.polygons)


def snapshot(world: Any) -> dict[str, Any]:
    """Every mesh of the world's things: its name, vertices, corners, UVs and materials."""
    out = {}
    for o in things(world):
        m = o.data
        uv = np.empty(2 * len(m.loops), np.float32)
        m.uv_layers[0].uv.foreach_get("vector", uv)
        points = [tuple(v.co) for v in m.vertices]
        out[o.name] = (m.name, points, [tuple(p.vertices) for p in m.polygons], uv.tolist(), [s.name for s in m.materials])
    return out


def extent(mesh: Any) -> Any:
    return np.ptp([tuple(v.co) for v in mesh.vertices], axis=0)


def test_fewer_triangles_and_the_same_measures(world: Any) -> None:
    full = {o.name: o.data for o in things(world)}
    counted = sum(triangles(m) for m in full.values())
    for level in ("medium", "low"):
        done = set_detail(world, level)
        assert detail_of(world) == done.level == level
        assert done.after / counted == pytest.approx(LEVELS[level], abs=0.04)
        for o in things(world):
            m, was = o.data, full[o.name]
            assert extent(m) == pytest.approx(extent(was), rel=0.01, abs=1e-5)
            assert [s.name for s in m.materials] == [s.name for s in was.materials]
            assert {p.material_index for p in m.polygons} <= {p.material_index for p in was.polygons}
            uv = np.empty(2 * len(m.loops), np.float32)
            m.uv_layers[0].uv.foreach_get("vector", uv)
            assert np.isfinite(uv).all() and np.ptp(uv) > 0
            assert not m.validate()


def test_a_round_trip_gives_the_same_meshes(world: Any, inventory: Any) -> None:
    before, datablocks = snapshot(world), inventory()
    for level in ("low", "medium", "low", "full"):
        set_detail(world, level)
    assert snapshot(world) == before
    assert inventory() == datablocks and KEY not in world


def test_things_that_share_a_mesh_share_the_coarser_one(world: Any) -> None:
    chairs = [o for o in things(world) if o.get("diorama_category") == "dining_chair"]
    assert len(chairs) == 2 and chairs[0].data == chairs[1].data
    set_detail(world, "low")
    assert chairs[0].data == chairs[1].data and chairs[0].data[FULL] is not None


def test_what_is_changed_by_hand_survives(world: Any) -> None:
    sofa = next(o for o in things(world) if o.get("diorama_category") == "sofa")
    sofa.data.vertices[0].co.z += 0.01
    dent = tuple(sofa.data.vertices[0].co)
    set_detail(world, "medium")
    red = bpy.data.materials.new("Red")
    sofa.data.materials[0] = red
    set_detail(world, "full")
    assert tuple(sofa.data.vertices[0].co) == dent and sofa.data.materials[0] == red


def test_a_coarse_thing_stays_parametric(world: Any) -> None:
    set_detail(world, "low")
    sofa = next(o for o in things(world) if o.get("diorama_category") == "sofa")
    width = sofa.dimensions.x
    rebuild(sofa, {"width": 1.5})
    assert FULL in sofa.data and extent(sofa.data)[0] == pytest.approx(1.5, abs=1e-3) != width
    one, other = (o for o in things(world) if o.get("diorama_category") == "dining_chair")
    rebuild(one, {"height": 0.9})
    assert FULL in one.data and FULL in other.data and one.data != other.data
    set_detail(world, "full")
    assert extent(sofa.data)[0] == pytest.approx(1.5, abs=1e-4) and triangles(sofa.data) > 2000
    assert all(FULL not in o.data for o in things(world))


def test_restyled_at_low_as_at_full(world: Any) -> None:
    set_detail(world, "low")
    restyle(world, "industrial", seed=3)
    assert detail_of(world) == "low"
    coarse = {o.name: [m.name for m in o.data.materials] for o in things(world)}
    set_detail(world, "full")
    assert {o.name: [m.name for m in o.data.materials] for o in things(world)} == coarse


def test_the_report_looks_at_full_detail(world: Any) -> None:
    before = check(world).figures
    set_detail(world, "low")
    shown = {o.name: o.data.name for o in things(world)}
    assert check(world).figures == before
    assert {o.name: o.data.name for o in things(world)} == shown


def test_unknown_levels_change_nothing(world: Any, inventory: Any) -> None:
    before = inventory()
    with pytest.raises(InputError):
        set_detail(world, "tiny")
    with pytest.raises(InputError):
        api.generate("a bedroom with a bed", detail="tiny")
    assert inventory() == before and detail_of(world) == "full"


@pytest.fixture
def extension(world: Any) -> Iterator[Any]:
    import diorama

    diorama.register()
    yield world
    diorama.unregister()


def test_one_verb_for_button_and_script(extension: Any) -> None:
    bpy.context.scene.diorama.world = extension
    assert bpy.ops.diorama.set_detail(level="low") == {"FINISHED"}
    assert detail_of(extension) == "low"
    assert api.detail("full", world=extension).after > 10_000


def test_the_change_is_one_undo_step(extension: Any) -> None:
    """Blender's undo brings the coarser world's full meshes back, and redo the coarser ones."""
    before = snapshot(extension)
    bpy.context.scene.diorama.world = extension
    bpy.ops.ed.undo_push(message="before")
    bpy.ops.diorama.set_detail(level="medium")
    bpy.ops.ed.undo_push(message="detail")
    coarse = snapshot(bpy.data.collections["Room"])
    bpy.ops.ed.undo()
    assert snapshot(bpy.data.collections["Room"]) == before and detail_of(bpy.data.collections["Room"]) == "full"
    bpy.ops.ed.redo()
    assert snapshot(bpy.data.collections["Room"]) == coarse and detail_of(bpy.data.collections["Room"]) == "medium"
    set_detail(bpy.data.collections["Room"], "full")
    assert snapshot(bpy.data.collections["Room"]) == before


def test_saved_and_reopened(world: Any, tmp_path: Path) -> None:
    """Full meshes are in the file of a coarse world, and come back on the command line."""
    before = snapshot(world)
    set_detail(world, "low")
    path, back = tmp_path / "low.blend", tmp_path / "full.blend"
    bpy.ops.wm.save_as_mainfile(filepath=str(path))
    assert main(["detail", str(path), "full", "-o", str(back)]) == 0
    bpy.ops.wm.open_mainfile(filepath=str(back))
    (collection,) = [c for c in bpy.data.collections if "diorama" in c]
    assert snapshot(collection) == before
    assert not [m for m in bpy.data.meshes if FULL in m and m.users]


def test_what_is_added_is_as_coarse_as_the_rest_and_what_is_marked_is_full(world: Any) -> None:
    set_detail(world, "low")
    stool = api.thing("a stool", 2, at=(6.0, 3.0, 0.0), world=world)
    assert FULL in stool.data
    (asset,) = mark_assets([stool])
    assert isinstance(asset, bpy.types.Collection)
    assert all(FULL not in o.data for o in asset.objects) and FULL in stool.data
    full = stool.data[FULL]
    set_detail(world, "full")
    assert stool.data == full and asset.objects[0].data == full
