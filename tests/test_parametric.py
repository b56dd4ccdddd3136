"""Things stay parametric: every generator by every parameter, in place, with what stands on them, materials, undo and files."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import bpy
import numpy as np
import pytest
from diorama import api, parameters
from diorama.cli import main
from diorama.model.assets import Surface
from diorama.model.brief import Attribute
from diorama.model.catalogue import categories
from diorama.model.errors import InputError
from diorama.model.graph import Node, Room, World, dumps, loads
from diorama.model.graph.types import Support
from diorama.model.layout.carry import Load, beneath, carry, counterpart, overlapping
from diorama.model.look import wishes_by_slot
from diorama.scene import graphs
from diorama.scene.assets.asset import params_of
from diorama.scene.assets.library import Library, asset
from diorama.scene.assets.manifest import FAMILIES, generators
from diorama.scene.build import build_steps
from diorama.scene.materials import material
from diorama.scene.read import read
from diorama.scene.rebuild import another, rebuild, reset, share
from diorama.scene.report import check
from hypothesis import given, settings
from hypothesis import strategies as st

ROOM = Room("room", "living_room", "Room", ((-8.0, -8.0), (8.0, -8.0), (8.0, 8.0), (-8.0, 8.0)))


def node(
    category: str, id_: str = "", position: tuple[float, float, float] = (1.0, 0.5, 0.0), seed: int = 1, **other: Any
) -> Node:
    b = Library().sample(category, np.random.default_rng(seed))
    support = other.pop("support", Support("floor", "room"))
    name = categories()[category].label
    return Node(
        id_ or f"room/{category}_1", category, name, "room", b.size, position, 0.6, support, b.generator, dict(b.params),
        materials=other.pop("materials", dict(b.slots)), **other,
    )  # fmt: skip


def built(*nodes: Node) -> Any:
    steps = build_steps(World("room", "Room", (ROOM,), nodes, style="scandinavian"))
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


def thing(world: Any, id_: str) -> Any:
    return next(o for o in world.all_objects if o.get("diorama_id") == id_)


def full(obj: Any) -> dict[str, Any]:
    n = graphs.node_of(obj)
    return dict(params_of(asset(n.generator, n.params).params))


@pytest.fixture
def extension(fresh: None) -> Iterator[None]:
    """The properties and verbs, registered in an empty file."""
    import diorama

    diorama.register()
    yield
    diorama.unregister()


def select(obj: Any) -> None:
    bpy.context.view_layer.objects.active = obj
    obj.select_set(True)


# ---------------------------------------------------------------------------------------------- where loads go

SIDES = st.floats(0.3, 3.0)
SHARES = st.floats(0.0, 1.0)


@given(SIDES, SIDES, SIDES, SIDES, SHARES, SHARES, st.floats(0.02, 0.14), st.booleans())
def test_loads_stay_on_the_surface(
    w: float, d: float, w2: float, d2: float, u: float, v: float, half: float, round_: bool
) -> None:
    old = Surface("top", "on", -w / 2, -d / 2, w / 2, d / 2, 0.7)
    new = Surface("top", "on", -w2 / 2, -d2 / 2, w2 / 2, d2 / 2, 0.4, round=round_)
    x, y = -w / 2 + half + u * (w - 2 * half), -d / 2 + half + v * (d - 2 * half)
    move = carry(Load((x, y, 0.7), (half, half), 0.2), (old,), 0, (new,))
    assert move is not None and move.fits and move.position[2] == pytest.approx(0.4)
    assert abs(move.position[0]) <= w2 / 2 - half + 1e-9 and abs(move.position[1]) <= d2 / 2 - half + 1e-9
    if not round_:
        assert (move.position[0] + w2 / 2 - half) / (w2 - 2 * half) == pytest.approx(u, abs=1e-6)
    assert carry(Load((x, y, 0.7), (half, half), 0.2), (old,), 0, (old,)).position == (x, y, 0.7)  # type: ignore[union-attr]


def test_what_is_too_large_is_said_not_to_fit() -> None:
    old, new = Surface("top", "on", -1, -1, 1, 1, 0.7), Surface("top", "on", -0.2, -0.2, 0.2, 0.2, 0.7)
    move = carry(Load((0.5, 0.5, 0.7), (0.4, 0.4), 0.2), (old,), 0, (new,))
    assert move is not None and not move.fits and move.position[:2] == (0, 0)
    assert not carry(Load((0, 0, 0.7), (0.1, 0.1), 0.5), (old,), 0, (old._replace(clearance=0.3),)).fits  # type: ignore[union-attr]


def test_surfaces_are_matched_by_name_then_height() -> None:
    shelves = [Surface(f"shelf {k}", "in", 0, 0, 1, 1, 0.4 * k) for k in range(4)]
    assert counterpart(shelves, 2, shelves[:3]) == 2
    assert counterpart(shelves, 3, shelves[:2]) == 1
    assert counterpart(shelves, 1, ()) is None
    assert beneath(shelves, (0.5, 0.5, 0.805)) == 2 and beneath(shelves, (0.5, 0.5, 0.6)) is None
    assert overlapping(
        [Load((0, 0, 0), (0.1, 0.1), 0.2), Load((0.15, 0, 0), (0.1, 0.1), 0.2), Load((0.15, 0, 0.2), (0.1, 0.1), 0.2)]
    ) == {(0, 1)}


# ---------------------------------------------------------------------------------------------- every parameter


def sampled() -> list[str]:
    """Categories of three generators of every family."""
    by_generator: dict[str, str] = {}
    for c in categories().values():
        by_generator.setdefault(c.generator, c.name)
    out = []
    for family in FAMILIES:
        module = importlib.import_module(f"diorama.scene.assets.families.{family}")
        out += [by_generator[g.name] for g in module.GENERATORS if g.name in by_generator][:3]
    return out


def other_values(f: Any, now: Any) -> list[Any]:
    """Values to try: both limits, or every other option."""
    if "options" in f.metadata:
        return [o for o in f.metadata["options"] if o != now][:3]
    if "lower" in f.metadata:
        return [f.metadata["lower"], f.metadata["upper"]]
    return [not now]


def test_sample_is_broad() -> None:
    assert len({categories()[n].generator for n in sampled()}) >= 40


@pytest.mark.parametrize("category", sampled())
def test_every_parameter_rebuilds_in_place(category: str, extension: None) -> None:
    world = built(node(category))
    obj = thing(world, f"room/{category}_1")
    parameters.ensure([graphs.node_of(obj).generator])
    group = getattr(obj.diorama, graphs.node_of(obj).generator)
    pose = obj.matrix_basis.copy()
    for f in fields(generators()[graphs.node_of(obj).generator].params):
        for value in other_values(f, full(obj)[f.name]):
            before, text = full(obj), world["diorama"]
            setattr(group, f.name, value)
            note = bpy.context.window_manager.diorama.thing_note
            if world["diorama"] == text:  # some combinations cannot be made; then all is as it was, and the panel says why
                assert before[f.name] == value or "cannot be made" in note, (f.name, value, note)
                continue
            now = full(obj)
            assert now[f.name] == (pytest.approx(value, abs=1e-4) if isinstance(value, float) else value)
            made = asset(graphs.node_of(obj).generator, now)
            assert len(obj.data.vertices) == len(made.mesh.vertices)
            assert obj.matrix_basis == pose
            assert tuple(obj.dimensions) == pytest.approx(tuple(np.ptp(made.mesh.vertices, axis=0)), abs=1e-4)
            assert {c["diorama_part"] for c in obj.children if c.type == "MESH"} == {p.name for p in made.parts}
            assert sum(c.type == "LIGHT" for c in obj.children) == len(made.emitters)
            assert len(obj.material_slots) == len(made.slots) and all(s.material for s in obj.material_slots)
    (n,) = read(world).nodes
    assert n.size == pytest.approx(asset(n.generator, n.params).size) and loads(dumps(read(world))) == read(world)


def test_properties_have_limits_units_and_words(extension: None) -> None:
    parameters.ensure(["sofa"])
    rna = type(bpy.data.objects.new("x", None).diorama.sofa).bl_rna.properties
    kind = {f.name: f for f in fields(generators()["sofa"].params)}
    assert rna["width"].unit == "LENGTH"
    assert rna["width"].hard_min == pytest.approx(kind["width"].metadata["lower"])
    assert rna["seats"].hard_max == kind["seats"].metadata["upper"]
    assert [i.identifier for i in rna["style"].enum_items] == list(kind["style"].metadata["options"])
    assert all(p.description for p in rna if p.identifier not in ("rna_type", "name"))


# ---------------------------------------------------------------------------------------------- what is kept


def table_with(*on_it: Node) -> Any:
    return built(node("dining_table", position=(0.0, 0.0, 0.0)), *on_it)


def on_top(category: str, x: float, y: float, id_: str = "", support: str = "room/dining_table_1") -> Node:
    top = asset(*(lambda n: (n.generator, n.params))(node("dining_table"))).surfaces[0]
    yaw = 0.6
    at = (np.cos(yaw) * x - np.sin(yaw) * y, np.sin(yaw) * x + np.cos(yaw) * y, top.z)
    return node(category, id_, tuple(float(v) for v in at), support=Support("on", support, 0))


def test_what_stands_on_it_follows(fresh: None) -> None:
    vase = on_top("vase", 0.3, 0.1)
    at = (*vase.position[:2], vase.position[2] + 0.02)
    flower = node("flower_bunch", "room/flower_1", at, support=Support("in", "room/vase_1", 0))
    world = table_with(vase, flower)
    table, held, stem = (thing(world, i) for i in ("room/dining_table_1", "room/vase_1", "room/flower_1"))
    before, offset = full(table), stem.location - held.location
    rebuild(table, {"height": before["height"] + 0.05, "width": before["width"] + 0.4})
    made = asset(graphs.node_of(table).generator, full(table))
    assert held.location.z == pytest.approx(made.surfaces[0].z, abs=1e-5)
    assert tuple(stem.location - held.location) == pytest.approx(tuple(offset), abs=1e-5)
    local = table.matrix_basis.inverted() @ held.location
    assert local.x > 0.3 and local.x < made.surfaces[0].x1
    by_id = {n.id: n for n in read(world).nodes}
    assert by_id["room/vase_1"].position == pytest.approx(tuple(held.location), abs=1e-5)
    assert graphs.stored(world) == read(world)


def test_what_no_longer_fits_is_said(fresh: None) -> None:
    world = table_with(on_top("vase", -0.3, 0.0), on_top("vase", 0.3, 0.0, "room/vase_2"))
    table = thing(world, "room/dining_table_1")
    lower = {f.name: f.metadata.get("lower") for f in fields(generators()[graphs.node_of(table).generator].params)}
    done = rebuild(table, {"width": lower["width"], "depth": lower["depth"]})
    made = asset(graphs.node_of(table).generator, full(table)).surfaces[0]
    for id_ in ("room/vase_1", "room/vase_2"):
        local = table.matrix_basis.inverted() @ thing(world, id_).location
        assert made.x0 <= local.x <= made.x1 and made.y0 <= local.y <= made.y1
    assert all(isinstance(n, str) and n.endswith(".") for n in done.notes)


def test_put_there_by_hand_and_parented(fresh: None) -> None:
    world = table_with(node("vase", position=(3.0, 3.0, 0.0)))
    table, vase = thing(world, "room/dining_table_1"), thing(world, "room/vase_1")
    top = asset(graphs.node_of(table).generator, full(table)).surfaces[0]
    vase.location = (0.1, 0.1, top.z)
    mesh = bpy.data.meshes.new("Cube")
    mesh.from_pydata([(0, 0, 0), (0.1, 0, 0), (0.1, 0.1, 0.1)], [], [(0, 1, 2)])
    cube = bpy.data.objects.new("Cube", mesh)
    cube.parent, cube.location = table, (0.2, 0.0, top.z)
    table.users_collection[0].objects.link(cube)
    bpy.context.view_layer.update()
    rebuild(table, {"height": full(table)["height"] + 0.04})
    assert vase.location.z == pytest.approx(top.z + 0.04, abs=2e-3)
    assert cube.parent == table and cube.matrix_world.translation.z == pytest.approx(top.z + 0.04, abs=2e-3)


def test_a_chosen_material_goes_to_its_part_alone(fresh: None) -> None:
    bed = thing(built(node("bed")), "room/bed_1")
    indices = [p.material_index for p in bed.data.polygons]
    slot = next(iter(graphs.node_of(bed).materials))
    rebuild(bed, materials={slot: "velvet:#1f3d2b"})
    assert len(set(indices)) > 1 and [p.material_index for p in bed.data.polygons] == indices


def test_materials_put_on_by_hand_stay(fresh: None) -> None:
    world = built(node("armchair"))
    chair = thing(world, "room/armchair_1")
    mine, copy = bpy.data.materials.new("Mine"), chair.material_slots[1].material.copy()
    chair.material_slots[0].material = mine
    chair.material_slots[1].link = "OBJECT"
    chair.material_slots[1].material = copy
    rebuild(chair, {"width": full(chair)["width"] + 0.05})
    assert chair.material_slots[0].material == mine
    assert chair.material_slots[1].link == "OBJECT" and chair.material_slots[1].material == copy
    slot = next(iter(asset(graphs.node_of(chair).generator, full(chair)).slots))
    rebuild(chair, materials={slot: "velvet:#1f3d2b"})  # chosen on purpose: it takes the place of the artist's
    assert chair.material_slots[0].material == material("velvet:#1f3d2b") and chair.material_slots[1].material == copy


def test_twins_share_meshes_and_change_together(fresh: None) -> None:
    chairs = [node("dining_chair", f"room/dining_chair_{k}", (float(k), 0.0, 0.0)) for k in range(1, 5)]
    world = built(*chairs)
    objs = [thing(world, c.id) for c in chairs]
    wide = full(objs[0])["width"] + 0.03
    count = len(bpy.data.meshes)
    rebuild(objs[0], {"width": wide})
    assert objs[0].data != objs[1].data == objs[2].data and full(objs[1])["width"] != wide
    rebuild(objs[1], {"width": wide}, together=True)
    assert objs[1].data == objs[2].data == objs[3].data and full(objs[3])["width"] == wide
    assert len(bpy.data.meshes) <= count + 1 + sum(len(o.children) for o in objs)
    objs[2]["diorama_lock"] = True
    graphs.store(world, read(world))
    rebuild(objs[0], {"width": wide + 0.02})
    share(objs[0])
    assert full(objs[3])["width"] == wide + 0.02 and full(objs[2])["width"] == wide


def test_open_doors_stay_open(fresh: None) -> None:
    world = built(node("wardrobe"))
    wardrobe = thing(world, "room/wardrobe_1")
    hinged = [c for c in wardrobe.children if c.get("diorama_motion") == "hinge"]
    assert hinged
    hinged[0].rotation_euler.z = 0.7
    names = {c.name for c in wardrobe.children}
    rebuild(wardrobe, {"height": full(wardrobe)["height"] - 0.1})
    assert hinged[0].rotation_euler.z == pytest.approx(0.7) and {c.name for c in wardrobe.children} == names
    part = next(p for p in asset(graphs.node_of(wardrobe).generator, full(wardrobe)).parts if p.name == hinged[0]["diorama_part"])
    assert tuple(hinged[0].location) == pytest.approx(part.origin, abs=1e-5)


def test_a_copy_made_by_hand_becomes_a_thing(fresh: None) -> None:
    world = built(node("sofa"))
    sofa = thing(world, "room/sofa_1")
    copy = sofa.copy()
    sofa.users_collection[0].objects.link(copy)
    copy.location.x += 3
    rebuild(copy, {"width": full(sofa)["width"] + 0.2})
    nodes = {n.id: n for n in read(world).nodes}
    assert copy["diorama_id"] == "room/sofa_2" and nodes["room/sofa_2"].params["width"] != nodes["room/sofa_1"].params["width"]
    assert copy.data != sofa.data


def test_artists_scale_stays(fresh: None) -> None:
    world = built(node("armchair"))
    chair = thing(world, "room/armchair_1")
    chair.scale = (1.1, 1.1, 1.1)
    width = full(chair)["width"] + 0.05
    rebuild(chair, {"width": width})
    assert tuple(chair.scale) == pytest.approx((1.1,) * 3) and read(world).nodes[0].size[0] == pytest.approx(
        1.1 * width, abs=1e-4
    )


def test_another_and_reset(fresh: None) -> None:
    world = built(node("sofa"))
    sofa = thing(world, "room/sofa_1")
    was, slots = full(sofa), [s.material["diorama_material"] for s in sofa.material_slots]
    seen = set()
    for seed in range(3):
        another(sofa, seed)
        now = full(sofa)
        assert [now[k] for k in ("width", "depth", "height", "kind")] == [was[k] for k in ("width", "depth", "height", "kind")]
        seen.add(json.dumps(now, sort_keys=True))
    assert len(seen) == 3
    reset(sofa)
    assert full(sofa) == was and [s.material["diorama_material"] for s in sofa.material_slots] == slots
    with pytest.raises(InputError, match="as it was generated"):
        reset(sofa)


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(("width", "height", "nonsense")), st.one_of(st.floats(-1e6, 1e6), st.text(max_size=4), st.none()))
def test_bad_values_change_nothing(name: str, value: Any) -> None:
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    world = built(node("armchair"))
    chair, text = thing(world, "room/armchair_1"), world["diorama"]
    try:
        rebuild(chair, {name: value})
    except InputError as e:
        assert e.remedy and world["diorama"] == text
    else:
        assert full(chair)[name] == value


def test_other_objects_say_why(extension: None) -> None:
    world = built(node("armchair"))
    for obj in (bpy.data.objects.new("Cube", None), next(o for o in world.all_objects if o.get("diorama_role") == "floor")):
        with pytest.raises(InputError, match="not a thing"):
            rebuild(obj, {"width": 1.0})
    bpy.context.view_layer.objects.active = None
    with pytest.raises(RuntimeError, match="Select a thing"):
        bpy.ops.diorama.set_parameters(values="{}")
    select(next(o for o in world.all_objects if o.get("diorama_role") == "wall"))
    with pytest.raises(RuntimeError, match="part of the building"):
        bpy.ops.diorama.set_parameters(values="{}")


def test_doors_and_windows_change_within_their_hole(extension: None) -> None:
    world = api.generate("a bedroom with a bed", seed=3).collection
    for role in ("door", "window"):
        obj = next(o for o in world.all_objects if o.get("diorama_role") == role)
        pose, size, was = obj.matrix_basis.copy(), tuple(obj.dimensions), parameters.values_of(obj)
        kinds = next(f for f in fields(generators()[role].params) if f.name == "kind").metadata["options"]
        for kind in kinds:
            getattr(obj.diorama, role).kind = kind
            assert parameters.values_of(obj)["kind"] == obj["diorama_kind"] == kind
            _, opening = graphs.opening_of(graphs.stored(world), obj)
            assert opening.params["kind"] == kind and obj.matrix_basis == pose
        obj.diorama.material_0 = parameters.choices("wood")[1][0]
        assert obj.material_slots[0].material["diorama_material"] == parameters.choices("wood")[1][1]
        with pytest.raises(InputError, match="hole in the wall"):
            rebuild(obj, {"width": 1.23})
        assert "width" not in was and loads(world["diorama"]) == read(world)
        reset(obj)
        assert parameters.values_of(obj) == was and tuple(obj.dimensions) == pytest.approx(size, abs=1e-4)
    assert check(world).figures["OPC"] == 100


# ---------------------------------------------------------------------------------------------- undo, files, verbs


def test_undo_is_one_step(extension: None) -> None:
    world = built(node("sofa"))
    select(thing(world, "room/sofa_1"))
    parameters.ensure(["sofa"])
    bpy.ops.ed.undo_push(message="before")
    sofa = thing(world, "room/sofa_1")
    was, faces = full(sofa), len(sofa.data.polygons)
    sofa.diorama.sofa.seats = was["seats"] + 1
    bpy.ops.ed.undo_push(message="seats")
    bpy.ops.ed.undo()
    world = next(c for c in bpy.data.collections if "diorama" in c)
    sofa = thing(world, "room/sofa_1")
    assert full(sofa) == was and len(sofa.data.polygons) == faces and sofa.diorama.sofa.seats == was["seats"]
    bpy.ops.ed.redo()
    sofa = thing(next(c for c in bpy.data.collections if "diorama" in c), "room/sofa_1")
    assert sofa.diorama.sofa.seats == was["seats"] + 1 and len(sofa.data.polygons) != faces


def test_save_and_reopen(extension: None, tmp_path: Path) -> None:
    world = built(node("sofa"))
    parameters.ensure(["sofa"])
    sofa = thing(world, "room/sofa_1")
    sofa.diorama.sofa.width = 2.3
    was = full(sofa)
    bpy.ops.wm.save_as_mainfile(filepath=str(tmp_path / "a.blend"))
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    bpy.ops.wm.open_mainfile(filepath=str(tmp_path / "a.blend"))
    sofa = thing(next(c for c in bpy.data.collections if "diorama" in c), "room/sofa_1")
    assert full(sofa) == was and sofa.diorama.sofa.width == pytest.approx(2.3)
    sofa.diorama.sofa.width = 2.0
    bpy.context.view_layer.update()
    assert sofa.dimensions.x == pytest.approx(2.0, abs=1e-4)
    reset(sofa)
    assert full(sofa)["width"] not in (2.0, 2.3)


def test_verbs_equal_properties(extension: None) -> None:
    world = built(node("sofa"))
    select(thing(world, "room/sofa_1"))
    sofa = bpy.context.active_object
    parameters.ensure(["sofa"])
    assert bpy.ops.diorama.set_sofa(seats=2, width=1.7) == {"FINISHED"}
    named = world["diorama"]
    bpy.ops.diorama.reset_thing()
    assert bpy.ops.diorama.set_parameters(values='{"seats": 2, "width": 1.7}') == {"FINISHED"}
    assert world["diorama"] == named
    bpy.ops.diorama.reset_thing()
    sofa.diorama.sofa.seats, sofa.diorama.sofa.width = 2, 1.7
    assert world["diorama"] == named
    with pytest.raises(RuntimeError, match="no JSON"):
        bpy.ops.diorama.set_parameters(values="{")
    with pytest.raises(RuntimeError, match="no parameter"):
        bpy.ops.diorama.set_parameters(values='{"wings": 2}')


def test_material_properties(extension: None) -> None:
    world = built(node("sofa", materials={}))
    sofa = thing(world, "room/sofa_1")
    slots = parameters.slots_of(sofa)
    k = next(i for i, s in enumerate(slots) if s[1] == "fabric")
    names = dict(parameters.choices("fabric"))
    assert "Velvet" in names and not {"Oak, oiled"} & set(names)
    setattr(sofa.diorama, f"material_{k}", "Velvet")
    count = len(bpy.data.materials)
    for red in (0.3, 0.2, 0.1):  # as when the colour wheel is dragged
        setattr(sofa.diorama, f"colour_{k}", (red, 0.2, 0.05))
    setattr(sofa.diorama, f"colour_{k}", (0.02, 0.2, 0.05))
    assert len(bpy.data.materials) <= count
    assert getattr(sofa.diorama, f"material_{k}") == "Velvet"
    assert tuple(getattr(sofa.diorama, f"colour_{k}")) == pytest.approx((0.02, 0.2, 0.05), abs=0.01)
    assert sofa.material_slots[k].material["diorama_material"].startswith("velvet:#")
    setattr(sofa.diorama, f"material_{k}", "Linen")  # another cloth of the same colour
    assert graphs.node_of(sofa).materials[slots[k][0]].startswith("linen:#")


def test_unregistering_takes_all_properties_back(fresh: None) -> None:
    import diorama

    diorama.register()
    parameters.ensure(["sofa", "table"])
    diorama.unregister()
    assert not hasattr(bpy.types.Object, "diorama") and not hasattr(bpy.types, "DIORAMA_OT_set_sofa")
    diorama.register()
    parameters.ensure(["sofa"])
    assert bpy.data.objects.new("x", None).diorama.sofa.seats >= 1
    diorama.unregister()


# ---------------------------------------------------------------------------------------------- a single thing


@pytest.mark.parametrize(
    ("prompt", "alone"),
    [
        ("a walnut mid-century armchair in green velvet", True),
        ("An office chair.", True),
        ("a kitchen island", True),
        ("a tall brass floor lamp", True),
        ("three chairs", False),
        ("a bedroom with a bed", False),
        ("an oak desk by the window", False),
        ("a dining table with six chairs", False),
        ("a cosy reading room", False),
    ],
)
def test_which_prompts_are_of_one_thing(prompt: str, alone: bool) -> None:
    assert api.one_thing(api.Request(prompt=prompt)) == alone
    assert not api.one_thing(api.Request(prompt=prompt, room_type="bedroom"))


def test_wishes_go_to_the_slots_they_suit() -> None:
    slots = {"cover": "fabric", "frame": "wood", "feet": "brass"}
    named = (("material", "walnut"), ("colour", "green"), ("material", "velvet"))
    wishes = wishes_by_slot(slots, [Attribute(kind, value) for kind, value in named])
    assert [[a.value for a in wishes[s]] for s in slots] == [["velvet", "green"], ["walnut"], []]
    wishes = wishes_by_slot(slots, [Attribute("colour", "red"), Attribute("size", "large")])
    assert [[a.value for a in wishes[s]] for s in slots] == [["red"], [], []]
    wishes = wishes_by_slot(slots, [Attribute("material", "marble")])  # suits none: the main one
    assert [[a.value for a in wishes[s]] for s in slots] == [["marble"], [], []]


def test_a_thing_stands_at_the_point_on_what_is_under_it(fresh: None) -> None:
    chair = api.thing("a walnut mid-century armchair in green velvet", 3, at=(1.0, 2.0, 1.5), yaw=0.5)
    assert tuple(chair.location) == pytest.approx((1.0, 2.0, 0.0)) and chair.rotation_euler.z == pytest.approx(0.5)
    n = graphs.node_of(chair)
    assert n.category == "armchair" and full(chair)["style"] == "midcentury"
    assert {m.partition(":")[0] for m in n.materials.values()} == {"velvet", "walnut"}
    table = api.thing("a dining table", 1, at=(4.0, 0.0, 0.0))
    bpy.context.view_layer.update()
    vase = api.thing("a blue vase", 2, at=(4.0, 0.0, 2.0))
    top = asset(graphs.node_of(table).generator, full(table)).surfaces[0]
    assert vase.location.z == pytest.approx(top.z, abs=1e-4)
    assert graphs.node_of(vase).support == Support("on", graphs.node_of(table).id, 0)
    world = graphs.world_of(vase)
    assert world == graphs.world_of(chair) and len(read(world).nodes) == 3 and loads(dumps(read(world))) == read(world)
    assert check(world).figures["COL"] == 0
    rebuild(table, {"height": full(table)["height"] + 0.03})  # and it stays parametric
    assert vase.location.z == pytest.approx(top.z + 0.03, abs=2e-3)


def test_same_seed_same_thing(fresh: None) -> None:
    made = [api.thing("an oak bookshelf", seed, at=(3.0 * k, 0, 0)) for k, seed in enumerate((5, 5, 6))]
    assert full(made[0]) == full(made[1]) != full(made[2])
    assert graphs.node_of(made[0]).materials == graphs.node_of(made[1]).materials


def test_no_thing_or_several_leave_the_file_as_it_was(fresh: None, inventory: Any) -> None:
    before = inventory()
    for prompt in ("three chairs and a table", "a cosy bedroom", "   "):
        with pytest.raises(InputError):
            api.thing(prompt)
    assert inventory() == before


def test_generate_makes_the_one_thing(extension: None) -> None:
    settings_ = bpy.context.scene.diorama
    settings_.prompt = "a red velvet sofa"
    bpy.context.scene.cursor.location = (2.0, 1.0, 0.0)
    assert bpy.ops.diorama.generate(seed=4) == {"FINISHED"}
    sofa = bpy.context.active_object
    sofa.diorama.sofa.width = 1.9  # its properties are there at once
    assert full(sofa)["width"] == pytest.approx(1.9)
    assert sofa["diorama_category"] == "sofa" and tuple(sofa.location) == pytest.approx((2.0, 1.0, 0.0))
    assert settings_.world.name == "Things" and settings_.seed == 4
    assert bpy.ops.diorama.add_thing(prompt="a floor lamp", seed=1) == {"FINISHED"}
    assert len(read(settings_.world).nodes) == 2
    settings_.make = "WORLD"
    assert bpy.ops.diorama.generate(seed=4) == {"FINISHED"}
    assert len(read(settings_.world).rooms[0].openings) > 0


def test_command_line(fresh: None, tmp_path: Path) -> None:
    out = tmp_path / "chair.blend"
    assert main(["thing", "a leather office chair", "--seed", "2", "-o", str(out), "--graph", str(tmp_path / "g.json")]) == 0
    (made,) = loads((tmp_path / "g.json").read_text()).nodes
    assert made.category == "office_chair" and out.stat().st_size > 10_000
    assert main(["thing", "a chair and a table", "-o", str(out)]) == 2
