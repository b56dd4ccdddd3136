"""Studio assets: generated things as assets, and assets of a library in place of generated things."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import bpy
import diorama
import numpy as np
import pytest
from diorama import cli
from diorama.model.catalogue import categories
from diorama.model.errors import InputError
from diorama.model.graph import Node, Room, World, dumps, loads
from diorama.model.graph.types import Provenance, Support
from diorama.scene import graphs
from diorama.scene.assets.library import Library
from diorama.scene.build import build_steps
from diorama.scene.read import read
from diorama.scene.rebuild import rebuild, reset
from diorama.scene.report import check
from diorama.scene.restyle import restyle
from diorama.scene.studio import index
from diorama.scene.studio.catalogs import FILE, add_catalogs, catalog_id, catalog_path, read_catalogs, root_of_library
from diorama.scene.studio.index import Entry, Studio, load, save, scan
from diorama.scene.studio.mark import mark_assets
from diorama.scene.studio.recognise import recognise
from diorama.scene.studio.swap import furnish, swap, swap_category
from mathutils import Matrix, Vector

sys.path.insert(0, str(Path(__file__).parent / "tools"))
from studio_library import CATEGORIES, make_library

SOFAS = ("SM_Sofa_3Seater_01", "KARLSBERG", "Sofa_Sideways")
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


# ---------------------------------------------------------------------------------------------- assets for things


def box(name: str, size: tuple[float, float, float], nose: bool = True) -> bpy.types.Object:
    """A box on the floor with its own material; its front at -Y is told by a vertex that no other side has."""
    w, d, h = size
    x, y = w / 2, d / 2
    vertices = [(-x, -y, 0), (x, -y, 0), (x, y, 0), (-x, y, 0), (-x, -y, h), (x, -y, h), (x, y, h), (-x, y, h)]
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    if nose:
        vertices.append((0, -y, h / 2))
        faces += [(0, 1, 8), (1, 5, 8), (5, 4, 8), (4, 0, 8)]
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(vertices, [], faces)
    mesh.materials.append(bpy.data.materials.new(f"{name} paint"))
    return bpy.data.objects.new(name, mesh)


CHAIR = (0.46, 0.5, 0.85)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A library: a chair that an expression moves, a mirrored table of two objects, a crate, and a lamp as .glb."""
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    folder = tmp_path / "Shop"
    folder.mkdir()
    chair = box("Windsor_DiningChair.01", CHAIR)
    chair.asset_mark()
    chair.asset_data.tags.new("seating")
    driver = chair.driver_add("location", 0).driver
    driver.expression = f"open({str(tmp_path / 'ran')!r}, 'w') and 100.0"
    table = bpy.data.collections.new("Big one")
    top, legs = box("Top", (0.6, 0.9, 0.05), False), box("Legs", (0.5, 0.8, 0.7), False)
    top.location, legs.location = (3.4, 0, 0.7), (3.4, 0, 0)
    top.modifiers.new("Mirror", "MIRROR").mirror_object = pivot = bpy.data.objects.new("Pivot", None)
    pivot.location = (3.1, 0, 0)
    for o in (top, legs, pivot):
        table.objects.link(o)
    table.instance_offset = (3.1, 0, 0)
    table.asset_mark()
    table.asset_data.catalog_id = "11111111-2222-3333-4444-555555555555"
    thing_ = box("Qwrtz", (1, 1, 1))
    thing_.asset_mark()
    (folder / FILE).write_text("VERSION 1\n\n11111111-2222-3333-4444-555555555555:Furniture/Dining Tables:x\n")
    bpy.ops.wm.save_as_mainfile(filepath=str(folder / "set.blend"))
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    bpy.context.scene.collection.objects.link(box("Object", (0.3, 0.3, 1.5)))
    bpy.ops.export_scene.gltf(filepath=str(folder / "floor-lamp.glb"))
    bpy.ops.wm.usd_export(filepath=str(folder / "bookcase.usdc"))
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    return folder


def scanned(folder: Path, before: Studio | None = None) -> Studio:
    steps = scan([folder], before or Studio())
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]


def named_entry(studio: Studio, name: str) -> Entry:
    return next(e for e in studio.entries if e.name == name)


def test_categories_by_name_tags_catalog_and_size() -> None:
    assert recognise("SM_OfficeChair_02") == ("office_chair", 0.8)
    assert recognise("Eames", ["armchairs"])[0] == "armchair"
    assert recognise("Model 7", (), "Furniture/Floor Lamps")[0] == "floor_lamp"
    assert recognise("Qwrtz") == ("", 0.0)
    sure, unsure = recognise("Sofa", size=(2.0, 0.9, 0.8)), recognise("Sofa", size=(200.0, 90.0, 80.0))  # centimetres
    assert sure[1] > 0.5 > unsure[1] and sure[0] == unsure[0] == "sofa"
    assert recognise("Chair", ["dining chair"], "Dining Chairs")[0] == "dining_chair"  # two words against one


def test_a_library_is_indexed_and_leaves_nothing_behind(shelf: Path, inventory: Any, tmp_path: Path) -> None:
    own = box("Mine", (1, 1, 1))
    bpy.context.scene.collection.objects.link(own)
    own.select_set(True)
    before = inventory()
    studio = scanned(shelf)
    assert inventory() == before and own.select_get()
    assert not (tmp_path / "ran").exists() and not studio.problems
    assert {e.name: e.category for e in studio.entries} == {
        "Windsor_DiningChair.01": "dining_chair", "Big one": "dining_table", "Qwrtz": "", "floor-lamp": "floor_lamp",
        "bookcase": named_entry(studio, "bookcase").category,
    }  # fmt: skip
    assert named_entry(studio, "bookcase").category
    assert named_entry(studio, "Windsor_DiningChair.01").size == pytest.approx(CHAIR, abs=1e-4)
    assert named_entry(studio, "Big one").size == pytest.approx((1.2, 0.9, 0.75), abs=1e-4)  # the mirror counts
    assert named_entry(studio, "floor-lamp").size == pytest.approx((0.3, 0.3, 1.5), abs=1e-4)
    assert named_entry(studio, "bookcase").size == pytest.approx((0.3, 0.3, 1.5), abs=1e-4)


def test_expressions_of_a_library_are_never_run(shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bpy.context.preferences.filepaths, "use_scripts_auto_execute", True)  # even where the artist allows it
    entry = named_entry(scanned(shelf), "Windsor_DiningChair.01")
    swap(thing(built(node("dining_chair")), "room/dining_chair_1"), entry)
    bpy.context.view_layer.update()
    assert not (tmp_path / "ran").exists()


def test_folders_of_the_same_name_are_told_apart(shelf: Path, tmp_path: Path) -> None:
    shutil.copytree(shelf, tmp_path / "other" / "Shop")
    steps = scan([shelf, tmp_path / "other" / "Shop"], Studio())
    with pytest.raises(StopIteration) as stop:
        while True:
            next(steps)
    studio = stop.value.value
    assert {Path(e.file).parent for e in studio.entries} == {shelf}
    assert studio.problems and all("is in two asset folders called Shop" in p for p in studio.problems)


def test_bad_files_are_told_in_a_sentence_and_the_others_read(shelf: Path, inventory: Any) -> None:
    for name in ("bad.blend", "bad.glb", "bad.usdc"):
        (shelf / name).write_bytes(b"no such thing " * 20)
    before = inventory()
    studio = scanned(shelf)
    assert inventory() == before and len(studio.entries) == 5
    assert sorted(p.split()[0] for p in studio.problems) == ["bad.blend", "bad.glb", "bad.usdc"]
    assert scanned(shelf / "nowhere").problems == (f"The asset folder {shelf / 'nowhere'} is not there.",)


def test_the_index_remembers_fronts_and_policies(shelf: Path, tmp_path: Path) -> None:
    path = tmp_path / "user" / "studio.json"
    studio = scanned(shelf)
    chair = named_entry(studio, "Windsor_DiningChair.01")
    studio = studio.turned(chair.reference, np.pi / 2).with_policy("dining_chair", "prefer")
    save(studio, path)
    assert load(path) == studio and not list(path.parent.glob(".*"))
    again = scanned(shelf, load(path))
    assert again == studio and again.policy("dining_chair") == "prefer" and again.policy("sofa") == "exclude"
    assert load(tmp_path / "none.json") == Studio()
    path.write_text('{"format": "diorama-studio/1", "entries": [{}]}')
    with pytest.raises(InputError, match="cannot be read"):
        load(path)


def test_a_thing_is_swapped_on_its_spot_with_its_front(shelf: Path) -> None:
    entry = named_entry(scanned(shelf), "Windsor_DiningChair.01")
    world = built(node("dining_chair"))
    chair = thing(world, "room/dining_chair_1")
    was, size = graphs.node_of(chair), tuple(chair.dimensions)
    swap(chair, entry)
    bpy.context.view_layer.update()
    now = graphs.node_of(chair)
    assert now.asset == entry.reference and now.category == was.category and now.id == was.id
    assert tuple(chair.location) == pytest.approx(was.position, abs=1e-5) and chair.rotation_euler.z == pytest.approx(0.6)
    scale = min(size[0] / CHAIR[0], size[1] / CHAIR[1])
    assert tuple(chair.dimensions) == pytest.approx([s * scale for s in CHAIR], abs=1e-3)
    assert now.size == pytest.approx([s * scale for s in CHAIR], abs=1e-3)
    nose = chair.data.vertices[8].co
    assert nose.y * chair.scale.y == pytest.approx(-CHAIR[1] * scale / 2, abs=1e-3) and abs(nose.x) < 1e-4
    assert [m.name for m in chair.data.materials] == ["Windsor_DiningChair.01 paint"]
    assert not chair.animation_data and loads(dumps(read(world))) == read(world)
    assert check(world).figures  # the report takes it as any other thing


def test_a_turned_front_is_used(shelf: Path) -> None:
    studio = scanned(shelf)
    entry = named_entry(studio.turned(named_entry(studio, "floor-lamp").reference, np.pi / 2), "floor-lamp")
    lamp = thing(built(node("floor_lamp")), "room/floor_lamp_1")
    width, depth, height = (s * 1.05 for s in graphs.node_of(lamp).size)
    swap(lamp, replace(entry, size=(depth, width, height)))
    nose = max(lamp.data.vertices, key=lambda v: v.co.x)
    assert len(lamp.data.vertices) and nose.co.x > 0
    assert any(c.type == "LIGHT" for c in lamp.children)  # it goes on shining


def test_what_is_out_of_limits_is_refused_and_nothing_changes(shelf: Path, inventory: Any) -> None:
    studio = scanned(shelf)
    chair = thing(built(node("dining_chair")), "room/dining_chair_1")
    before, text = inventory(), graphs.node_of(chair)
    with pytest.raises(InputError, match="too much larger than Dining chair"):
        swap(chair, named_entry(studio, "Big one"))
    gone = replace(named_entry(studio, "Windsor_DiningChair.01"), name="Gone")
    with pytest.raises(InputError, match="no asset 'Gone' any more"):
        swap(chair, gone)
    assert inventory() == before and graphs.node_of(chair) == text


def test_a_swapped_thing_can_be_reset_and_rebuilt(shelf: Path) -> None:
    entry = named_entry(scanned(shelf), "Windsor_DiningChair.01")
    chair = thing(built(node("dining_chair")), "room/dining_chair_1")
    was, count = graphs.node_of(chair), len(chair.data.vertices)
    swap(chair, entry)
    swap(chair, entry)  # twice is as once
    assert len(chair.data.vertices) == 9
    restyle(graphs.world_of(chair), "industrial")
    assert [m.name for m in chair.data.materials] == ["Windsor_DiningChair.01 paint"]
    rebuild(chair, {"width": 0.5})
    assert graphs.node_of(chair).asset == "" and "paint" not in chair.data.materials[0].name
    swap(chair, entry)
    reset(chair)
    assert graphs.node_of(chair).asset == "" and graphs.node_of(chair).size == pytest.approx(was.size, abs=1e-3)
    assert len(chair.data.vertices) == count


def test_policies_prefer_mix_and_exclude(shelf: Path) -> None:
    studio = scanned(shelf)
    chairs = [node("dining_chair", (2.0 * k, 0.0, 0.0), seed=k, id=f"room/dining_chair_{k}") for k in range(12)]

    def swapped(policy: Any, **changes: Any) -> set[str]:
        world = built(*(replace(c, **changes) for c in chairs))
        count = furnish(world, studio.with_policy("dining_chair", policy), 3)
        out = {n.id for n in graphs.stored(world).nodes if n.asset}
        assert len(out) == count
        return out

    assert not swapped("exclude") and not swapped("prefer", lock=True)
    preferred, mixed = swapped("prefer"), swapped("mix")
    assert len(preferred) >= 6 and 0 < len(mixed) < len(preferred) and mixed == swapped("mix")


def test_all_of_a_category_share_the_asset(shelf: Path) -> None:
    entry = named_entry(scanned(shelf), "Windsor_DiningChair.01")
    world = built(*(node("dining_chair", (2.0 * k, 0.0, 0.0), id=f"room/dining_chair_{k}") for k in range(3)))
    assert swap_category(world, "dining_chair", entry)[0] == 3
    assert len({thing(world, f"room/dining_chair_{k}").data for k in range(3)}) == 1


def test_what_diorama_marked_is_known_and_faces_the_front(tmp_path: Path, fresh: None) -> None:
    mark_assets([thing(built(node("dresser"), node("stool", (4, 0, 0))), f"room/{c}_1") for c in ("dresser", "stool")])
    sizes = {c: graphs.node_of(next(o for o in bpy.data.objects if o.get("diorama_id") == f"room/{c}_1")).size
             for c in ("dresser", "stool")}  # fmt: skip
    bpy.ops.wm.save_as_mainfile(filepath=str(tmp_path / "own.blend"))
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    found = {e.category: e for e in scanned(tmp_path).entries}
    assert set(found) == {"dresser", "stool"} and {e.confidence for e in found.values()} == {1.0}
    for c, e in found.items():
        assert e.size == pytest.approx(sizes[c], abs=2e-3)


def test_what_stands_on_a_swapped_thing_stays_on_it(shelf: Path) -> None:
    entry = named_entry(scanned(shelf), "Big one")
    table = node("dining_table")
    b = Library().blueprint(table.generator, {**table.params, "width": 1.25, "depth": 0.95, "height": 0.7})
    table = replace(table, params=dict(b.params), size=b.size, yaw=0.0, position=(0.0, 0.0, 0.0))
    vase = node("vase", (0.1, 0.1, b.surfaces[0].z), support=Support("on", table.id, 0))
    world = built(table, vase)
    swap(thing(world, table.id), entry)
    scale = min(1.25 / 1.2, 0.95 / 0.9)
    assert thing(world, table.id).data.materials[0].name.startswith(("Top", "Legs"))
    assert thing(world, vase.id).location.z == pytest.approx(0.75 * scale, abs=0.012)


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's index, in a folder of the test."""
    path = tmp_path / "user" / "studio.json"
    monkeypatch.setattr(index, "place", lambda: path)
    return path


def test_the_verbs_scan_swap_turn_and_set_policies(extension: None, shelf: Path, place: Path) -> None:
    library = bpy.context.preferences.filepaths.asset_libraries.new(name="Shop", directory=str(shelf))
    try:
        assert bpy.ops.diorama.scan_assets() == {"FINISHED"}
    finally:
        bpy.context.preferences.filepaths.asset_libraries.remove(library)
    world = built(*(node("dining_chair", (2.0 * k, 0.0, 0.0), id=f"room/dining_chair_{k}") for k in range(2)))
    bpy.context.scene.diorama.world = world
    chairs = [thing(world, f"room/dining_chair_{k}") for k in range(2)]
    chairs[0].select_set(True)
    bpy.context.view_layer.objects.active = chairs[0]
    assert bpy.ops.diorama.swap_for_asset() == {"FINISHED"}
    reference = named_entry(load(place), "Windsor_DiningChair.01").reference
    assert [graphs.node_of(c).asset for c in chairs] == [reference, ""]
    assert bpy.ops.diorama.swap_for_asset(asset=reference, scope="CATEGORY") == {"FINISHED"}
    assert [graphs.node_of(c).asset for c in chairs] == [reference, reference]
    assert bpy.ops.diorama.turn_asset(asset=reference, angle=np.pi) == {"FINISHED"}
    assert abs(named_entry(load(place), "Windsor_DiningChair.01").yaw) == pytest.approx(np.pi, abs=1e-5)
    assert all(c.data.vertices[8].co.y > 0.1 for c in chairs)  # the nose
    with pytest.raises(RuntimeError, match="too much larger"):
        bpy.ops.diorama.swap_for_asset(asset=named_entry(load(place), "Big one").reference)
    assert bpy.ops.diorama.asset_policy(category="dining_chair", policy="prefer") == {"FINISHED"}
    assert load(place).policy("dining_chair") == "prefer"


def test_new_worlds_follow_the_policies(extension: None, shelf: Path, place: Path) -> None:
    save(scanned(shelf).with_policy("", "prefer"), place)
    settings = bpy.context.scene.diorama
    settings.prompt = "A dining room with a dining table and six chairs around it, and a floor lamp"
    assert bpy.ops.diorama.generate(seed=3) == {"FINISHED"}
    nodes = graphs.stored(settings.world).nodes
    used = {n.asset for n in nodes if n.asset}
    assert used <= {e.reference for e in load(place).entries} and used
    assert loads(dumps(read(settings.world))) == read(settings.world)


# ---------------------------------------------------------------------------------------------- a whole library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A studio's library, as stores sell them."""
    return make_library(tmp_path_factory.mktemp("studio") / "Store")


@pytest.fixture
def store(library: Path, place: Path, fresh: None) -> Studio:
    return scanned(library)


def test_a_store_library_is_mapped(store: Studio) -> None:
    assert {e.name: e.category for e in store.entries} == CATEGORIES
    assert {e.name for e in store.entries if e.catalog == "Furniture/Seating"} >= {"KARLSBERG", "Wishbone_Chair"}
    (large,) = store.problems
    assert large == "Armchair_cm in living.blend is 85 m large, which no armchair is: check its scale."
    assert not store.candidates("armchair")


def test_likely_fronts_are_found_once_and_the_artists_kept(store: Studio, library: Path) -> None:
    turned = {e.name: round(np.degrees(e.yaw)) for e in store.entries if e.yaw}
    assert turned == {"Sofa_Sideways": -90, "Chair_Back_To_Front": 180}
    sideways = named_entry(store, "Sofa_Sideways")
    again = scanned(library, store.turned(sideways.reference, np.pi / 2))
    assert named_entry(again, "Sofa_Sideways").yaw == 0.0
    sofa = thing(built(node("sofa")), "room/sofa_1")
    rebuild(sofa, {"width": 2.15, "depth": 0.93, "height": 0.84})
    swap(sofa, sideways)
    back = [v.co.y for v in sofa.data.vertices if v.co.z > 0.9 * max(v.co.z for v in sofa.data.vertices)]
    assert min(back) > 0 and sofa.dimensions.x > 2 * sofa.dimensions.y


def test_generated_seats_show_where_their_back_is(tmp_path: Path, fresh: None) -> None:
    for category in ("sofa", "armchair", "dining_chair", "office_chair", "queen_bed", "loveseat"):
        own = thing(built(node(category)), f"room/{category}_1")
        for turn in range(4):
            copy = bpy.data.objects.new(f"{category} {turn}", own.data.copy())
            copy.data.transform(Matrix.Rotation(turn * np.pi / 2, 4, "Z"))
            copy.asset_mark()
    bpy.ops.wm.save_as_mainfile(filepath=str(tmp_path / "seats.blend"))
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    turns = {e.name: e.yaw + int(e.name[-1]) * np.pi / 2 for e in scanned(tmp_path).entries}
    assert len(turns) == 24 and not [n for n, t in turns.items() if abs(np.angle(np.exp(1j * t))) > 0.01]


def test_a_kinds_policy_holds_for_narrower_kinds() -> None:
    studio = Studio().with_policy("", "mix").with_policy("chair", "prefer").with_policy("office_chair", "exclude")
    assert [studio.policy(c) for c in ("dining_chair", "office_chair", "rug")] == ["prefer", "exclude", "mix"]
    assert studio.with_policy("office_chair", None).policy("office_chair") == "prefer"


PROMPT = "A living room with a sofa, a coffee table in front of it, a bookshelf and a rug"


def test_worlds_from_python_use_the_assets(store: Studio, library: Path) -> None:
    result = diorama.generate(PROMPT, seed=3, studio=diorama.studio([library]))
    used = {n.category: n.asset.rpartition("/")[2] for n in result.world.nodes if n.asset}
    assert used.items() & {("sofa", "SM_Sofa_3Seater_01"), ("sofa", "KARLSBERG"), ("sofa", "Sofa_Sideways")}
    assert len(used) > 1 and result.report.figures["COL"] == 0 and result.world == graphs.stored(result.collection)
    again = diorama.generate(PROMPT, seed=3, studio=diorama.studio([library]))
    assert dumps(again.world) == dumps(result.world)


def test_the_command_line_takes_folders_and_policies(library: Path, place: Path, tmp_path: Path, capfd: Any) -> None:
    out = str(tmp_path / "room.blend")

    def run(*more: str) -> tuple[int, dict[str, Any]]:
        capfd.readouterr()
        code = cli.main(["generate", PROMPT, "--seed", "3", "-o", out, "--json", *more])
        return code, json.loads(capfd.readouterr().out)

    code, told = run("--studio", str(library), "--studio-policy", "sofa=prefer")
    assert code == 0 and told["assets"] == 1 and any("Armchair_cm" in n for n in told["notes"])
    assert {o["diorama_category"] for o in bpy.data.objects if str(getattr(o.data, "name", "")).startswith(SOFAS)} == {"sofa"}
    for wrong, words in (
        (("--studio", str(tmp_path / "none")), "does not exist"),
        (("--studio", str(library), "--studio-policy", "sofa"), "not a policy such as sofa=prefer"),
        (("--studio", str(library), "--studio-policy", "zeppelin=prefer"), "no category 'zeppelin'"),
        (("--studio", str(library), "--studio-policy", "sofa=always"), "no studio policy 'always'"),
        (("--studio-policy", "sofa=prefer"), "no studio assets yet"),
    ):
        code, told = run(*wrong)
        assert code == 2 and words in told["error"], told
