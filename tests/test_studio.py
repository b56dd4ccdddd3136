"""Studio assets: generated things as assets, and assets of a library in place of generated things."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bpy
import numpy as np
import pytest
from diorama.model.catalogue import categories
from diorama.model.errors import InputError
from diorama.model.graph import Node, Room, World
from diorama.model.graph.types import Provenance, Support
from diorama.scene.assets.library import Library
from diorama.scene.build import build_steps
from diorama.scene.rebuild import rebuild
from diorama.scene.studio.catalogs import FILE, add_catalogs, catalog_id, catalog_path, read_catalogs, root_of_library
from diorama.scene.studio.mark import mark_assets
from mathutils import Vector

ROOM = Room("room", "living_room", "Room", ((-8.0, -8.0), (8.0, -8.0), (8.0, 8.0), (-8.0, 8.0)))


def node(category: str, position: tuple[float, float, float] = (1.0, 0.5, 0.0), seed: int = 1, **other: Any) -> Node:
    b = Library().sample(category, np.random.default_rng(seed))
    support = other.pop("support", Support("floor", "room"))
    return Node(
        other.pop("id", f"room/{category}_1"), category, categories()[category].label, "room", b.size, position, 0.6, support,
        b.generator, dict(b.params), materials=dict(b.slots), **other,
    )  # fmt: skip


def built(*nodes: Node) -> bpy.types.Collection:
    came = Provenance(prompt="A room with a chair.", seed=4)
    steps = build_steps(World("room", "Room", (ROOM,), nodes, style="scandinavian", provenance=came))
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]


def thing(world: bpy.types.Collection, id_: str) -> bpy.types.Object:
    return next(o for o in world.all_objects if o.get("diorama_id") == id_)


@pytest.fixture
def extension(fresh: None) -> Iterator[None]:
    """The verbs and handlers, registered in an empty file."""
    import diorama

    diorama.register()
    yield
    diorama.unregister()


# ---------------------------------------------------------------------------------------------- things as assets


def tags(block: Any) -> set[str]:
    return {t.name for t in block.asset_data.tags}


def test_a_thing_is_marked_with_tags_catalog_and_origin(fresh: None) -> None:
    chair = thing(built(node("dining_chair")), "room/dining_chair_1")
    (asset,) = mark_assets([chair])
    assert asset == chair
    assert {"dining chair", "seating", "scandinavian"} <= tags(chair) and len(tags(chair)) > 3  # and its materials
    assert chair.asset_data.catalog_id == catalog_id("Diorama/Seating")
    assert "A room with a chair." in chair.asset_data.description and "seed 4" in chair.asset_data.description


def test_a_thing_with_parts_is_marked_whole_and_to_the_front(fresh: None) -> None:
    world = built(node("dresser"))
    dresser = thing(world, "room/dresser_1")
    drawers = [c for c in dresser.children if c.get("diorama_role") == "part"]
    before = set(world.all_objects)
    (asset,) = mark_assets([drawers[0], dresser])  # a part stands for its thing, once
    assert isinstance(asset, bpy.types.Collection) and len(asset.objects) == 1 + len(drawers)
    root = next(o for o in asset.objects if o.parent is None)
    assert root.location == Vector((0, 0, 0)) and root.rotation_euler.z == 0 and root.data == dresser.data
    assert not any("diorama_id" in o for o in asset.objects)
    assert set(world.all_objects) == before  # the world has gained nothing
    objects = len(bpy.data.objects)
    assert mark_assets([dresser]) == (asset,) and len(bpy.data.objects) == objects  # again: up to date, not twice


def test_only_generated_things_are_marked(fresh: None) -> None:
    own = bpy.data.objects.new("My cube", bpy.data.meshes.new("My cube"))
    with pytest.raises(InputError, match="Nothing that Diorama made"):
        mark_assets([own])
    assert own.asset_data is None


def test_catalogs_are_written_beside_the_saved_file(extension: None, tmp_path: Path) -> None:
    world = built(node("dining_chair"), node("dresser", (4.0, 0.0, 0.0)))
    for o in world.all_objects:
        o.select_set(o.get("diorama_role") == "object")
    assert bpy.ops.diorama.mark_as_asset() == {"FINISHED"}
    assert not (tmp_path / FILE).exists()
    own = "11111111-2222-3333-4444-555555555555:Mine/Chairs:Mine-Chairs\n"
    (tmp_path / FILE).write_text("VERSION 1\n\n" + own)
    bpy.ops.wm.save_as_mainfile(filepath=str(tmp_path / "room.blend"))
    paths = {catalog_path(categories()[c].family) for c in ("dining_chair", "dresser")}
    assert set(read_catalogs(tmp_path).values()) == {"Mine/Chairs", *paths}
    assert own in (tmp_path / FILE).read_text()
    text = (tmp_path / FILE).read_bytes()
    bpy.ops.wm.save_mainfile()
    assert (tmp_path / FILE).read_bytes() == text and not list(tmp_path.glob(".*cats*"))
    bpy.ops.wm.open_mainfile(filepath=str(tmp_path / "room.blend"))
    assert {b.asset_data.catalog_id for b in (*bpy.data.objects, *bpy.data.collections) if b.asset_data} <= set(
        read_catalogs(tmp_path)
    )


def test_catalogs_belong_to_the_library_that_a_file_is_in(tmp_path: Path) -> None:
    file = tmp_path / "library" / "chairs" / "a.blend"
    assert root_of_library(file, [tmp_path / "other"]) == file.parent
    assert root_of_library(file, [tmp_path, tmp_path / "library"]) == tmp_path / "library"
    assert add_catalogs(tmp_path, ["Diorama/Beds"]) and not add_catalogs(tmp_path, ["Diorama/Beds"])


def test_a_marked_thing_stays_parametric_and_its_asset_as_it_was(fresh: None) -> None:
    dresser = thing(built(node("dresser")), "room/dresser_1")
    (asset,) = mark_assets([dresser])
    shape = next(o for o in asset.objects if o.parent is None).data
    size = tuple(shape.vertices[0].co), len(shape.vertices)
    rebuild(dresser, {"width": dresser.dimensions.x * 1.1})
    assert (tuple(shape.vertices[0].co), len(shape.vertices)) == size  # the asset is as it was marked


def test_marking_is_undone_in_one_step(extension: None) -> None:
    bpy.context.preferences.edit.use_global_undo = True
    dresser = thing(built(node("dresser")), "room/dresser_1")
    bpy.ops.ed.undo_push(message="before")
    dresser.select_set(True)
    bpy.ops.diorama.mark_as_asset()
    bpy.ops.ed.undo_push(message="Mark as Asset")
    assert any(c.asset_data for c in bpy.data.collections)
    bpy.ops.ed.undo()
    assert not any(c.asset_data for c in bpy.data.collections) and "room/dresser_1" in {
        o.get("diorama_id") for o in bpy.data.objects
    }
