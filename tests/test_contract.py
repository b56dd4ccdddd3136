"""The contract of a generated .blend (docs: the table of roots, names, frames, materials and lights), object by object."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pytest

bpy = pytest.importorskip("bpy")

from diorama import api  # noqa: E402
from diorama.model.catalogue import categories  # noqa: E402
from diorama.model.graph import World, loads  # noqa: E402
from diorama.scene.read import read  # noqa: E402
from diorama.scene.worlds import roots  # noqa: E402
from mathutils import Vector  # noqa: E402
from mathutils.bvhtree import BVHTree  # noqa: E402

ROLES = {"object", "wall", "floor", "ceiling", "door", "window", "light", "camera"}
BAD_NAME = re.compile(r"\.\d{3}$|^(Cube|Plane|Cylinder|Sphere|Mesh|Object|Material|Light|Camera|Empty|Node|Asset)\b|_|^[a-z]")


def box(objects: list[Any], inverse: Any = None) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper corner of the meshes' vertices, world space or in a given frame."""
    pts = []
    for o in objects:
        if o.type != "MESH":
            continue
        co = np.empty(len(o.data.vertices) * 3, np.float32)
        o.data.vertices.foreach_get("co", co)
        m = np.array(o.matrix_world if inverse is None else inverse @ o.matrix_world)
        pts.append(co.reshape(-1, 3) @ m[:3, :3].T + m[:3, 3])
    every = np.concatenate(pts)
    return every.min(0), every.max(0)


def family(o: Any) -> list[Any]:
    return [o, *o.children_recursive]


def by_role(collection: Any, *roles: str) -> list[Any]:
    return [o for o in roots(collection) if o["diorama_role"] in roles]


# ---------------------------------------------------------------------------------------------- the collection


def test_collection_holds_the_graph(made: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(made)
    document = json.loads(collection["diorama"])
    assert document["format"] == "diorama/1"
    world = loads(collection["diorama"])
    names = [c.name for c in collection.children]
    assert names == ["Architecture", *(r.label for r in world.rooms), "Lights", "Cameras"]
    assert collection.name in [c.name for c in bpy.context.scene.collection.children]
    own = set(collection.all_objects)
    assert own == set(bpy.context.scene.objects), "nothing of a world lies outside its collection"
    homes = {
        "wall": "Architecture",
        "floor": "Architecture",
        "ceiling": "Architecture",
        "door": "Architecture",
        "window": "Architecture",
        "light": "Lights",
        "camera": "Cameras",
    }
    for o in roots(collection):
        want = homes.get(o["diorama_role"]) or next(r.label for r in world.rooms if r.id == o["diorama_room"])
        assert [c.name for c in o.users_collection] == [want], o.name


def test_every_root_is_marked_and_every_other_object_is_a_part(made: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(made)
    world = loads(collection["diorama"])
    rooms = {r.id for r in world.rooms}
    seen = set()
    for o in collection.all_objects:
        if o.get("diorama_role") == "part":
            assert o.parent is not None and "diorama_id" not in o, o.name
            continue
        assert o.get("diorama_role") in ROLES, o.name
        assert o.parent is None, o.name
        id_ = o["diorama_id"]
        assert re.fullmatch(r"[a-z0-9_]+(/[a-z0-9_]+)*", id_), id_
        assert id_ not in seen
        seen.add(id_)
        assert re.fullmatch(r"[a-z][a-z0-9_]*", o["diorama_category"]), o["diorama_category"]
        assert isinstance(o["diorama_room"], str)
        if o["diorama_role"] not in ("light", "camera"):
            assert o["diorama_room"] in rooms and id_.startswith(o["diorama_room"] + "/")
    for o in by_role(collection, "object"):
        assert o["diorama_category"] in categories()


def test_ids_and_labels_are_those_of_the_graph(made: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(made)
    world = loads(collection["diorama"])
    have = {o["diorama_id"]: o for o in roots(collection)}
    want = {n.id: "object" for n in world.nodes}
    for r in world.rooms:
        want |= {f"{r.id}/floor": "floor", f"{r.id}/ceiling": "ceiling"}
        want |= {f"{r.id}/wall_{i + 1}": "wall" for i in range(len(r.polygon))}
        want |= {o.id: o.kind for o in r.openings}
    want |= {c.id: "camera" for c in world.cameras} | {x.id: "light" for x in world.lights}
    assert {i: o["diorama_role"] for i, o in have.items()} == want
    for n in world.nodes:
        o = have[n.id]
        assert (o["diorama_category"], o["diorama_room"]) == (n.category, n.room)
        assert o.get("diorama_label", "") == n.label
    if world.brief is not None and world.brief.requests:
        assert any(n.label for n in world.nodes)


# ---------------------------------------------------------------------------------------------- frames


def test_object_boxes_are_the_nodes_boxes(made: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(made)
    world = loads(collection["diorama"])
    have = {o["diorama_id"]: o for o in roots(collection)}
    for n in world.nodes:
        o = have[n.id]
        m = o.matrix_world
        assert (Vector(n.position) - m.translation).length < 1e-4, n.id
        assert abs(math.remainder(math.atan2(m[1][0], m[0][0]) - n.yaw, 2 * math.pi)) < 1e-4, n.id
        assert abs(m[0][2]) + abs(m[1][2]) < 1e-5, f"{n.id} stands upright"
        lo, hi = box(family(o), m.inverted())
        scale = np.array(m.to_scale())
        lo, hi = lo * scale, hi * scale
        w, d, h = n.size
        want_lo = {"hung_on": (-w / 2, -d, -h / 2), "from_ceiling": (-w / 2, -d / 2, -h)}.get(
            n.support.kind, (-w / 2, -d / 2, 0.0)
        )
        tolerance = 0.012
        assert np.abs(lo - want_lo).max() < tolerance, (n.id, n.generator, lo, want_lo)
        assert np.abs(hi - (np.array(want_lo) + n.size)).max() < tolerance, (n.id, n.generator, hi, n.size)


def test_floor_is_a_flat_polygon_at_the_level(made: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(made)
    world = loads(collection["diorama"])
    for r in world.rooms:
        (floor,) = [o for o in by_role(collection, "floor") if o["diorama_room"] == r.id]
        pts = np.array([floor.matrix_world @ v.co for v in floor.data.vertices])
        assert np.abs(pts[:, 2] - r.level).max() < 1e-5
        want = {(round(x, 3), round(y, 3)) for x, y in r.polygon}
        assert {(round(float(x), 3), round(float(y), 3)) for x, y, _ in pts} == want
        assert all(p.normal.z > 0.999 for p in floor.data.polygons)
        area = sum(p.area for p in floor.data.polygons)
        x, y = np.array(r.polygon).T
        assert area == pytest.approx(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2, rel=1e-4)


def crossings(tree: Any, inverse: Any, start: Any, along: Any, out: Any, s: float, z: float) -> list[float]:
    """Distances behind the inner face at which a ray through the wall, s along it and z up, enters and leaves stuff."""
    origin = start + along * s - out * 0.5 + Vector((0, 0, z))
    found: list[float] = []
    at = 0.0
    for _ in range(8):
        p, _, _, distance = tree.ray_cast(inverse @ (origin + out * at), inverse.to_3x3() @ out, 2.0)
        if p is None:
            break
        at += distance + 1e-4
        found.append(at - 0.5)
    return found


def test_walls_have_thickness_and_real_holes(made: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(made)
    world = loads(collection["diorama"])
    depsgraph = bpy.context.evaluated_depsgraph_get()
    have = {o["diorama_id"]: o for o in roots(collection)}
    for r in world.rooms:
        for i in range(len(r.polygon)):
            a, b = Vector((*r.polygon[i], 0)), Vector((*r.polygon[(i + 1) % len(r.polygon)], 0))
            along = (b - a).normalized()
            out = Vector((along.y, -along.x, 0))
            wall = have[f"{r.id}/wall_{i + 1}"]
            tree = BVHTree.FromObject(wall, depsgraph)
            start = a + Vector((0, 0, r.level))
            hits = partial(crossings, tree, wall.matrix_world.inverted(), start, along, out)
            holes = [o for o in r.openings if o.wall == i]
            length = (b - a).length
            for s in np.linspace(r.wall_thickness + 0.02, length - r.wall_thickness - 0.02, 24):  # mitres shorten the ends
                if any(o.offset - 0.02 <= s <= o.offset + o.width + 0.02 for o in holes):
                    continue
                through = hits(float(s), 0.4 * r.height)
                assert len(through) == 2, (wall.name, s, through)
                assert through[0] == pytest.approx(0.0, abs=2e-3) and through[1] == pytest.approx(r.wall_thickness, abs=2e-3)
            for o in holes:
                assert not hits(o.offset + o.width / 2, o.sill + o.height / 2), f"{o.id} is a hole"
                assert not hits(o.offset + 0.01, o.sill + o.height - 0.01)
                if o.sill > 0.1:
                    assert len(hits(o.offset + o.width / 2, o.sill / 2)) == 2
                if o.sill + o.height < r.height - 0.05:
                    assert len(hits(o.offset + o.width / 2, (o.sill + o.height + r.height) / 2)) == 2


def test_doors_and_windows_bound_their_openings(made: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(made)
    world = loads(collection["diorama"])
    have = {o["diorama_id"]: o for o in roots(collection)}
    for r in world.rooms:
        for o in r.openings:
            obj = have[o.id]
            lo, hi = box(family(obj), obj.matrix_world.inverted())
            assert lo[0] == pytest.approx(-o.width / 2, abs=0.25) and lo[0] <= -o.width / 2 + 0.005
            assert hi[0] == pytest.approx(o.width / 2, abs=0.25) and hi[0] >= o.width / 2 - 0.005
            assert hi[2] >= o.height - 0.005 and hi[2] < o.height + 0.3
            assert -0.2 < lo[2] < 0.005
            a, b = (np.array(r.polygon[(o.wall + k) % len(r.polygon)]) for k in (0, 1))
            mid = a + (b - a) / np.linalg.norm(b - a) * (o.offset + o.width / 2)
            assert np.linalg.norm(np.array(obj.location)[:2] - mid) < r.wall_thickness
            assert obj.location.z == pytest.approx(r.level + o.sill, abs=1e-4)


# ---------------------------------------------------------------------------------------------- names, stuff, light


def test_names_are_what_a_person_would_say(made: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(made)
    bad = [o.name for o in collection.all_objects if BAD_NAME.search(o.name)]
    bad += [
        f"mesh {o.data.name}"
        for o in collection.all_objects
        if o.type == "MESH" and BAD_NAME.search(re.sub(r"\.\d{3}$", "", o.data.name))
    ]
    bad += [f"material {m.name}" for m in bpy.data.materials if BAD_NAME.search(m.name)]
    bad += [f"collection {c.name}" for c in bpy.data.collections if BAD_NAME.search(c.name)]
    assert not bad, bad
    long = [o.name for o in roots(collection) if len(o.name) > 60]
    assert not long


def test_materials_are_principled_node_trees(made: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(made)
    used = set()
    for o in collection.all_objects:
        if o.type == "MESH":
            assert o.data.materials, f"{o.name} has no material"
            for m in o.data.materials:
                assert m is not None, o.name
                used.add(m)
            top = max((p.material_index for p in o.data.polygons), default=0)
            assert top < len(o.data.materials), o.name
    for m in used:
        kinds = {n.bl_idname for n in m.node_tree.nodes}
        inner = {n.bl_idname for g in m.node_tree.nodes if g.bl_idname == "ShaderNodeGroup" for n in g.node_tree.nodes}
        assert "ShaderNodeBsdfPrincipled" in kinds | inner, (m.name, kinds)
        (output,) = [n for n in m.node_tree.nodes if n.bl_idname == "ShaderNodeOutputMaterial"]
        assert output.inputs["Surface"].is_linked, m.name
    assert len(used) >= 5


def test_meshes_have_uvs_and_normals(made: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(made)
    for mesh in {o.data for o in collection.all_objects if o.type == "MESH"}:
        assert mesh.uv_layers, mesh.name
        assert not mesh.validate(verbose=False), mesh.name
        uv = np.empty(len(mesh.loops) * 2, np.float32)
        mesh.uv_layers[0].uv.foreach_get("vector", uv)
        assert np.isfinite(uv).all(), mesh.name


def test_equal_things_share_their_mesh(made: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(made)
    world = loads(collection["diorama"])
    have = {o["diorama_id"]: o for o in roots(collection)}
    kinds: dict[str, set[str]] = {}
    for n in world.nodes:
        key = json.dumps([n.generator, n.params, sorted(n.materials.items())], sort_keys=True)
        kinds.setdefault(key, set()).add(have[n.id].data.name)
    assert all(len(meshes) == 1 for meshes in kinds.values()), {k[:60]: v for k, v in kinds.items() if len(v) > 1}
    assert len({m for v in kinds.values() for m in v}) == len(kinds)


def test_lights_are_physical_and_lamps_are_parts(worlds: Any, reopen: Callable[..., Any]) -> None:
    for name in ("corner", "night"):
        collection = reopen(worlds[name])
        lamps = [o for o in collection.all_objects if o.type == "LIGHT" and o["diorama_role"] == "part"]
        assert lamps, "a visible fixture carries its lamp"
        for o in lamps:
            root = o.parent
            assert root["diorama_role"] == "object"
            lumen = o["diorama_lumen"]
            assert 5 <= lumen <= 20000, o.name
            lit = o.data.energy > 0 and not o.hide_render
            assert lit == (name == "night"), o.name
            if o.data.type == "POINT":
                assert o.data.energy == pytest.approx(lumen / 683.0, rel=1e-3)
            lo, hi = box(family(root))
            at = np.array((root.matrix_world @ o.matrix_basis).translation)  # what is hidden is not evaluated
            assert (at > lo - 0.05).all() and (at < hi + 0.05).all(), f"{o.name} lies in its fixture"
        suns = [o for o in by_role(collection, "light") if o.data.type == "SUN"]
        assert bool(suns) == (name != "night")
        assert bpy.context.scene.world is not None and bpy.context.scene.world.node_tree is not None
        assert bpy.context.scene.view_settings.view_transform == "AgX"


def test_cameras_stand_inside_at_eye_height_and_one_is_active(made: Any, reopen: Callable[..., Any]) -> None:
    from diorama.model.geometry import inside

    collection = reopen(made)
    world = loads(collection["diorama"])
    assert 2 <= len(world.cameras) <= 4
    assert sum(c.active for c in world.cameras) == 1
    assert bpy.context.scene.camera["diorama_id"] == next(c.id for c in world.cameras if c.active)
    standing = [c for c in world.cameras if 0.9 <= c.position[2] <= 1.9]
    assert len(standing) >= 2
    for c in standing:
        assert inside(world.rooms[0].polygon, np.array(c.position[:2])), c.id


# ---------------------------------------------------------------------------------------------- reading back


def test_graph_to_blender_to_graph_is_the_identity(made: Any, reopen: Callable[..., Any], tmp_path: Any) -> None:
    world = loads(made.text)
    collection = reopen(made)
    assert read(collection) == world, "after saving and opening"
    from diorama.cli import save_blend
    from diorama.scene.build import build_steps

    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    built = api.run(build_steps(world))
    assert read(built) == world, "in the session that built it"
    save_blend(tmp_path / "again.blend")
    bpy.ops.wm.open_mainfile(filepath=str(tmp_path / "again.blend"))
    assert read(bpy.data.collections[built_name(world)]) == world


def built_name(world: World) -> str:
    (name,) = [c.name for c in bpy.data.collections if "diorama" in c]
    assert name.startswith(world.name[:20])
    return name


def test_hand_edits_are_read_back(worlds: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(worlds["bedroom"])
    world = read(collection)
    have = {o["diorama_id"]: o for o in roots(collection)}
    pick = {n.category: n.id for n in world.nodes}
    bed, wardrobe = (next(i for c, i in pick.items() if word in c) for word in ("bed", "wardrobe"))
    stands = [n.id for n in world.nodes if n.category == "nightstand"]
    assert len(stands) == 2
    have[bed].location.x += 0.25
    have[wardrobe].rotation_euler.z += math.radians(90)
    have[wardrobe].scale = (1.0, 1.0, 1.1)
    have[stands[0]]["diorama_lock"] = True
    twin = have[stands[0]].copy()
    have[stands[0]].users_collection[0].objects.link(twin)
    twin.location.y += 1.0
    for o in reversed(family(have[stands[1]])):
        bpy.data.objects.remove(o)
    bpy.context.view_layer.update()
    now = {n.id: n for n in read(collection).nodes}
    before = {n.id: n for n in world.nodes}
    assert now[bed].position[0] == pytest.approx(before[bed].position[0] + 0.25, abs=1e-5)
    assert now[bed].position[1:] == before[bed].position[1:] and now[bed].yaw == before[bed].yaw
    assert now[bed].author == "hand"
    assert math.remainder(now[wardrobe].yaw - before[wardrobe].yaw - math.pi / 2, 2 * math.pi) == pytest.approx(0, abs=1e-4)
    assert now[wardrobe].size[2] == pytest.approx(before[wardrobe].size[2] * 1.1, abs=1e-4)
    assert now[wardrobe].size[:2] == before[wardrobe].size[:2]
    assert now[stands[0]].lock and now[stands[0]].author == before[stands[0]].author
    assert stands[1] not in now
    (copy,) = [n for n in now.values() if n.id not in before]
    assert copy.category == "nightstand" and copy.position[1] == pytest.approx(before[stands[0]].position[1] + 1.0, abs=1e-5)
    untouched = set(before) - {bed, wardrobe, *stands}
    for i in untouched:
        parent = before[i].support.parent
        if parent != stands[1]:
            assert now[i] == before[i], i
    assert loads(api_dumps(read(collection))) == read(collection), "what was read is a sound graph"


def api_dumps(world: World) -> str:
    from diorama.model.graph import dumps

    return dumps(world)


def test_a_deleted_support_leaves_its_burden_on_the_floor(worlds: Any, reopen: Callable[..., Any]) -> None:
    collection = reopen(worlds["night"])
    world = read(collection)
    held = next(n for n in world.nodes if n.support.kind == "on" and n.support.parent in {m.id for m in world.nodes})
    holder = next(o for o in roots(collection) if o["diorama_id"] == held.support.parent)
    for o in reversed(family(holder)):
        bpy.data.objects.remove(o)
    now = {n.id: n for n in read(collection).nodes}
    assert now[held.id].support.kind == "floor" and now[held.id].support.parent == held.room


def test_read_refuses_what_is_no_world(fresh: None) -> None:
    from diorama.model.errors import InputError

    c = bpy.data.collections.new("Mine")
    with pytest.raises(InputError):
        read(c)
    c["diorama"] = "{broken"
    with pytest.raises(InputError):
        read(c)


# ---------------------------------------------------------------------------------------------- all or nothing


def settings() -> dict[str, Any]:
    """The scene's own settings, plain."""
    scene = bpy.context.scene
    out: dict[str, Any] = {"world": scene.world and scene.world.name_full, "camera": scene.camera and scene.camera.name_full}
    for name in ("render", "view_settings", "display_settings", "cycles", "eevee"):
        owner = getattr(scene, name, None)
        for p in owner.bl_rna.properties if owner is not None else ():
            if p.type in {"INT", "FLOAT", "BOOLEAN", "ENUM", "STRING"}:
                value = getattr(owner, p.identifier)
                out[f"{name}.{p.identifier}"] = tuple(value) if getattr(p, "is_array", False) else value
    out["objects"] = sorted((o.name, o.hide_render, o.hide_viewport) for o in scene.objects)
    out["layers"] = sorted((c.name, c.exclude) for v in scene.view_layers for c in v.layer_collection.children)
    out["glow"] = {
        m.name: n.inputs["Emission Strength"].default_value
        for m in bpy.data.materials
        for n in (m.node_tree.nodes if m.node_tree else ())
        if n.bl_idname == "ShaderNodeBsdfPrincipled"
    }
    return out


def prepared(there: str) -> None:
    """A file with something of the artist's own in it, or with an earlier world."""
    if there == "a world of another hour":
        api.generate("a small bedroom with a bed and a table lamp on a nightstand", seed=3, hour=13.0, density=0.2)
        return
    scene = bpy.context.scene
    scene.world = bpy.data.worlds.new("My sky")
    scene.render.resolution_x, scene.view_settings.exposure = 123, 0.7
    scene.camera = bpy.data.objects.new("My camera", bpy.data.cameras.new("My camera"))
    scene.collection.objects.link(scene.camera)


@pytest.mark.parametrize("there", ["nothing", "a world of another hour"])
def test_closing_at_every_step_leaves_everything_as_it_was(
    there: str, fresh: None, inventory: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(there)
    request = api.Request("a small study at night with a desk, a chair and a desk lamp", seed=4, hour=23.0, density=0.1)
    world = api.run(api.imagine(request))

    def quick(_request: Any, _brief: Any = None) -> Any:
        yield api.Progress(0.5, "Imagining")
        return world

    monkeypatch.setattr(api, "imagine", quick)
    before, before_settings = inventory(), settings()
    for stop in range(1, 100):
        steps = api.generate_steps(request)
        try:
            for _ in range(stop):
                next(steps)
        except StopIteration:
            assert stop > 5
            break
        steps.close()
        now, now_settings = inventory(), settings()
        assert {k: v for k, v in now.items() if v != before[k]} == {}, f"closed after step {stop}"
        assert {k: v for k, v in now_settings.items() if v != before_settings[k]} == {}, f"closed after step {stop}"
    else:
        pytest.fail("the generation never ended")
    assert len(inventory()["collections"]) > len(before["collections"])


def test_closing_while_imagining_leaves_everything_as_it_was(fresh: None, inventory: Callable[[], Any]) -> None:
    before = inventory()
    steps = api.generate_steps(api.Request("a bedroom with a bed", seed=1))
    for p in steps:
        if p.fraction > 0.3:
            break
    steps.close()
    assert inventory() == before


def test_an_error_while_building_leaves_everything_as_it_was(
    fresh: None, inventory: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    import diorama.scene.report as report

    def broken(_collection: Any) -> Any:
        raise RuntimeError("no report")

    monkeypatch.setattr(report, "check", broken)
    before, kept = inventory(), settings()
    with pytest.raises(RuntimeError):
        api.generate("a bedroom with a bed", seed=1, density=0.1)
    assert inventory() == before and settings() == kept


def test_locked_things_are_marked(fresh: None, worlds: Any) -> None:
    from diorama.scene.build import build_steps

    world = loads(worlds["bare"].text)
    locked = replace(world, nodes=(replace(world.nodes[0], lock=True), *world.nodes[1:]))
    collection = api.run(build_steps(locked))
    assert read(collection) == locked
