"""Look, architecture, light and cameras: the parts that need no render."""

from __future__ import annotations

import math

import numpy as np
import pytest
from diorama.model.graph.types import Node, Opening, Room, Support
from diorama.model.look import choose_look, style_named, styles
from diorama.model.look.colour import (
    WORDS,
    colour_of,
    colours_of,
    kelvin_to_linear,
    linear_to_hex,
    oklab,
    oklab_to_linear,
    shift,
    word_of,
)
from diorama.model.look.daylight import environment_for, lights_for, north_for, sky_illuminance, solar_position, sun_vector
from diorama.model.look.framing import choose_cameras
from diorama.model.look.materials import families, label_of, material_words, materials, parse
from diorama.model.look.sight import boxes_of, inside

RECTANGLE = ((0.0, 0.0), (5.0, 0.0), (5.0, 4.0), (0.0, 4.0))
ELL = ((0.0, 0.0), (6.0, 0.0), (6.0, 3.0), (3.5, 3.0), (3.5, 5.5), (0.0, 5.5))
SKEW = ((0.0, 0.0), (4.0, -0.5), (5.0, 3.0), (2.0, 4.5), (0.3, 3.2))
FAMILIES = (
    "wood fabric leather metal plastic glass ceramic stone paint paper foliage soil screen mirror rubber light wax wicker carpet "
    "food"
).split()


def _room(polygon: tuple[tuple[float, float], ...] = RECTANGLE) -> Room:
    return Room(
        "living_room",
        "living_room",
        "Living room",
        polygon,
        2.6,
        0.0,
        0.14,
        (
            Opening("living_room/door_1", "door", 1, 0.5, 0.9, 2.08),
            Opening("living_room/window_1", "window", 0, 1.0, 1.6, 1.4, 0.8),
        ),
    )


# ---------------------------------------------------------------------------------------------- colours and materials


def test_colours() -> None:
    assert len(WORDS) >= 60
    assert colour_of("dark teal") and colour_of("#abcdef") == "#abcdef" and colour_of("sofa") is None
    assert word_of(WORDS["navy"]) == "navy"
    assert len(colours_of(["colourful"])) > 3
    for text in WORDS.values():
        assert linear_to_hex(oklab_to_linear(oklab(tuple(int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))))).startswith("#")  # type: ignore[arg-type]
        assert shift(text) == text
    warm, cold = kelvin_to_linear(2700), kelvin_to_linear(9000)
    assert warm[0] > warm[1] > warm[2] and cold[2] > cold[0]
    assert np.allclose(kelvin_to_linear(6504), 1, atol=0.06)


def test_catalogue_covers_all_families() -> None:
    assert len(materials()) >= 45 and set(FAMILIES) <= set(families())
    for name, s in materials().items():
        assert all(0 <= c <= 1.0 for c in s.color) and 0 <= s.roughness <= 1, name
    assert material_words()["oak"] == "oak" and material_words()["marble"] == "marble"


def test_references() -> None:
    assert parse("wood").stuff is materials()["oak"]
    assert label_of("velvet:#21412f") == "Velvet, dark green"
    assert parse("art:landscape:7").kind == "landscape" and parse("rug:3:#8a3020").colour == "#8a3020"
    for bad in ("unobtainium", "oak:red", "oak:#12", "art:what", "oak:#fff:#fff"):
        with pytest.raises(ValueError):
            parse(bad)


# ---------------------------------------------------------------------------------------------- look


def test_styles_refer_to_known_materials() -> None:
    assert len(styles()) >= 14
    for s in styles().values():
        assert s.shape in ("modern", "classic", "rustic", "industrial", "midcentury")
        for ref in (
            *s.wood,
            *s.metal,
            *s.floor,
            *s.fabric,
            s.leather,
            s.stone,
            s.skirting,
            s.door,
            s.trim,
            s.wicker,
            *s.feature,
            s.plastic,
        ):
            parse(ref)


@pytest.mark.parametrize("style", ["", *sorted(styles()), "modern", "scandi", "cosy cottagecore", "zzz"])
def test_every_family_resolves(style: str) -> None:
    look = choose_look(style, ["blue", "cream"], "bedroom", np.random.default_rng(3))
    for family in (*FAMILIES, "plastic:#c03020", "wood:#334455", "chrome", "art", "rug", "steel", "no such thing"):
        for key in ("bed_1/frame", "pillow/fabric", "curtain/fabric", "rug/fabric", "lamp/shade", "picture/canvas", "book/cover"):
            parse(look.resolve(family, key=key))
    for ref in look.room_materials.values():
        parse(ref)


def test_look_is_deterministic_and_coherent() -> None:
    looks = [choose_look("japandi", [], "living_room", np.random.default_rng(5)) for _ in range(2)]
    assert looks[0] == looks[1]
    woods = {looks[0].resolve("wood", key=f"thing_{k}/body") for k in range(40)}
    assert 1 <= len(woods) <= 2
    assert looks[0].resolve("fabric", key="chair/seat") == looks[1].resolve("fabric", key="chair/seat")


def test_wishes_win() -> None:
    look = choose_look("contemporary", [], "living_room", np.random.default_rng(0))
    assert look.resolve(
        "fabric", key="sofa/fabric", attributes=[("material", "leather"), ("colour", "red")]
    ) == f"leather:{WORDS['red']}" or look.resolve(
        "fabric", key="sofa/fabric", attributes=[("material", "leather"), ("colour", "red")]
    ).endswith(WORDS["red"])
    assert look.resolve("wood", key="table/top", attributes=[("material", "marble")]) == "marble"
    assert look.resolve("wood", key="table/top", attributes=["glass"]) == "glass"
    assert look.resolve("wood", key="chair/frame", attributes=["oak"]) == "oak"
    assert look.resolve("fabric", key="sofa/fabric", attributes=["velvet", "emerald"]) == f"velvet:{WORDS['emerald']}"
    assert look.resolve("metal", key="lamp/body", attributes=["golden"]) in ("gold", "brass")
    assert look.resolve("wood", key="desk/top", attributes=["white"]).startswith("painted_wood:")
    several = {look.resolve("plastic", key=f"block_{k}/body", attributes=["colourful"]) for k in range(12)}
    assert len(several) > 2


def test_palette_leads() -> None:
    look = choose_look("contemporary", ["navy"], "living_room", np.random.default_rng(1))
    assert look.textiles[0] == WORDS["navy"]
    assert (
        style_named("Mid-century modern") == "mid_century"
        and style_named("nordic") == "scandinavian"
        and style_named("qqq") == "contemporary"
    )


# ---------------------------------------------------------------------------------------------- light


def test_sun() -> None:
    noon, south = solar_position(12, 45, 172)
    assert abs(math.degrees(noon) - 68.45) < 0.5 and abs(math.degrees(south) - 180) < 0.5
    morning = solar_position(8, 45)
    assert 60 < math.degrees(morning[1]) < 130 and morning[0] > 0
    assert solar_position(0, 45)[0] < 0
    assert sun_vector(0.0, 0.0)[1] == pytest.approx(1)  # azimuth 0 is north, +Y
    north = north_for((1.0, 0.0), 10, 45, 0.0)
    e, a = solar_position(10, 45)
    v = sun_vector(e, a, north)
    assert abs(math.atan2(v[1], v[0])) < 1e-6


def test_environment_by_hour() -> None:
    day, night = environment_for(11), environment_for(22)
    assert not day.fixtures_on and night.fixtures_on and night.exposure > day.exposure
    assert environment_for(11, mood="cosy").fixtures_on
    kinds = [x.kind for x in lights_for(day, [_room()])]
    assert kinds.count("sun") == 1 and kinds.count("portal") == 1
    assert all(x.kind != "sun" for x in lights_for(night, [_room()]))


# ---------------------------------------------------------------------------------------------- cameras


def _node(name: str, size: tuple[float, float, float], at: tuple[float, float, float], yaw: float = 0.0) -> Node:
    return Node(f"living_room/{name}", name, name, "living_room", size, at, yaw, Support("floor", "living_room"))


def test_boxes_of_hung_things() -> None:
    b = boxes_of([Node("a/p", "p", "p", "a", (1.0, 0.1, 0.6), (2.0, 4.0, 1.5), 0.0, Support("hung_on", "a", 2))])
    assert np.allclose(b.centre, [[2.0, 3.95]]) and np.allclose([b.low[0], b.high[0]], [1.2, 1.8])


@pytest.mark.parametrize("polygon", [RECTANGLE, ELL, SKEW])
def test_cameras(polygon: tuple[tuple[float, float], ...]) -> None:
    nodes = [
        _node("sofa", (2.0, 0.9, 0.8), (2.0, 0.8, 0.0), math.pi),
        _node("wardrobe", (1.5, 0.6, 2.2), (1.2, 2.8, 0.0)),
        _node("table", (1.0, 0.6, 0.45), (2.2, 1.8, 0.0)),
    ]
    cameras = choose_cameras(_room(polygon), nodes)
    assert sum(c.active for c in cameras) == 1 and cameras[0].active
    p = np.asarray(polygon)
    for c in cameras[:2]:
        assert inside(p, np.array([c.position[:2]]), 0.05)[0]
        assert 1.3 <= c.position[2] <= 1.5 and c.position[2] == c.target[2]
        assert not (abs(c.position[0] - 1.2) < 0.75 and abs(c.position[1] - 2.8) < 0.3)
    assert choose_cameras(_room(polygon), nodes) == cameras
    assert len(choose_cameras(_room(polygon), [])) >= 2


def test_no_lamp_before_the_lens() -> None:
    """What stands on something, at the height of the lens, does not fill the picture's near part."""
    for k in range(12):
        rng = np.random.default_rng(k)
        at = [(float(rng.uniform(0.3, 4.7)), float(rng.choice([0.3, 3.7]))) for _ in range(3)]
        lamps = [_node(f"lamp_{i}", (0.4, 0.4, 0.6), (x, y, 0.55)) for i, (x, y) in enumerate(at)]
        nodes = [_node("double_bed", (1.8, 2.1, 0.9), (2.5, 1.2, 0.0)), *lamps]
        for c in choose_cameras(_room(), nodes)[:2]:
            eye, look = np.array(c.position[:2]), np.subtract(c.target, c.position)[:2]
            for x, y in at:
                d = np.array([x, y]) - eye
                r = float(np.linalg.norm(d))
                off = math.acos(min(float(d @ look) / (r * float(np.linalg.norm(look))), 1.0))
                assert r - 0.2 > 0.93 or off > math.atan(18 / c.lens) - 0.05, (k, c.name)


# ---------------------------------------------------------------------------------------------- Blender


bpy = pytest.importorskip("bpy")


@pytest.fixture(autouse=True)
def _empty() -> None:
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)


def test_materials_are_shared_and_named() -> None:
    from diorama.scene.materials import material

    a = material("velvet:#21412f")
    assert material("velvet:#21412f") == a and a.name == "Velvet, dark green" and a["diorama_material"] == "velvet:#21412f"
    for name in [*materials(), "art:1", "art:fields:2:#804020", "rug:3", "rug:persian:4"]:
        m = material(name)
        assert any(n.bl_idname == "ShaderNodeBsdfPrincipled" for n in m.node_tree.nodes) and len(m.node_tree.nodes) < 25
        assert "." not in m.name
    with pytest.raises(ValueError):
        material("unobtainium")


@pytest.mark.parametrize("polygon", [RECTANGLE, ELL, SKEW])
@pytest.mark.parametrize("style", ["modern", "classic", "industrial"])
def test_room_shell(polygon: tuple[tuple[float, float], ...], style: str) -> None:
    import bmesh
    from diorama.scene.architecture import build_room, edges_of
    from diorama.scene.materials import material

    room = _room(polygon)
    objects = build_room(room, material, style)
    for o in objects:
        bpy.context.scene.collection.objects.link(o)
    bpy.context.view_layer.update()
    by_id = {o["diorama_id"]: o for o in objects if "diorama_id" in o}
    assert {
        "living_room/floor",
        "living_room/ceiling",
        "living_room/wall_1",
        "living_room/door_1",
        "living_room/window_1",
    } <= set(by_id)
    assert all(o["diorama_role"] == "part" and o.parent in objects for o in objects if "diorama_id" not in o)
    assert all(not o.data.validate() for o in objects)
    edges = edges_of(polygon)
    volume = 0.0
    for i, e in enumerate(edges):
        wall = by_id[f"living_room/wall_{i + 1}"]
        b = bmesh.new()
        b.from_mesh(wall.data)
        assert all(x.is_manifold for x in b.edges)
        volume += b.calc_volume(signed=True)
        b.free()
        v = np.array([wall.matrix_world @ x.co for x in wall.data.vertices])
        out = (v[:, :2] - e.origin) @ np.asarray(e.outward)
        assert abs(out.min()) < 1e-5 and abs(out.max() - room.wall_thickness) < 1e-5
    # walls fill the ring between the inner and the outer outline, less the holes, and no more: mitres neither gape nor overlap
    outer = np.array([e.point(room.wall_thickness * e.start, room.wall_thickness) for e in edges])
    ring = _area(outer) - _area(np.asarray(polygon))
    holes = sum(o.width * o.height for o in room.openings) * room.wall_thickness
    assert volume == pytest.approx(ring * room.height - holes, abs=1e-4)
    for o in room.openings:
        obj = by_id[o.id]
        lo, hi = np.array(obj.bound_box).min(0), np.array(obj.bound_box).max(0)
        assert np.allclose(hi - lo, (o.width, room.wall_thickness, o.height), atol=1e-5)
        inward = obj.matrix_world.to_3x3() @ __import__("mathutils").Vector((0, -1, 0))
        assert np.allclose(inward[:2], -np.asarray(edges[o.wall].outward), atol=1e-5)
    floor = by_id["living_room/floor"]
    assert np.allclose(
        sorted(tuple(np.round((floor.matrix_world @ v.co)[:2], 4)) for v in floor.data.vertices), sorted(polygon), atol=1e-4
    )


def _area(p: np.ndarray) -> float:
    return 0.5 * float(np.sum(p[:, 0] * np.roll(p[:, 1], -1) - np.roll(p[:, 0], -1) * p[:, 1]))


def test_openings_that_do_not_fit_are_refused() -> None:
    from diorama.scene.architecture import build_room
    from diorama.scene.materials import material

    room = Room("r", "bedroom", "R", RECTANGLE, openings=(Opening("r/door_1", "door", 1, 3.5, 0.9, 2.0),))
    with pytest.raises(ValueError, match="door_1"):
        build_room(room, material)


def test_flat_faces_are_marked_sharp() -> None:
    from diorama.scene.assets import asset, kit
    from diorama.scene.meshes import new_mesh

    mesh = new_mesh("box", asset.join([kit.box((1, 1, 1), slot="a", bevel=0)], {"a": ""}))
    assert all(x.value for x in mesh.attributes["sharp_face"].data)
    mesh = new_mesh("ball", asset.join([kit.ellipsoid((1, 1, 1), slot="a")], {"a": ""}))
    assert not any(x.value for x in mesh.attributes["sharp_face"].data)


def test_environment_in_blender() -> None:
    from diorama.scene.assets.asset import Emitter
    from diorama.scene.cameras import build_camera
    from diorama.scene.lighting import build_emitter, build_environment, lamp_watts

    scene, room = bpy.context.scene, _room()
    assert lamp_watts(Emitter("point", (0, 0, 0), 683.0)) == pytest.approx(1)
    lamp = build_emitter("Lamp", Emitter("point", (0, 0, 1), 800))
    for hour in (11.0, 19.2, 23.0):
        e = environment_for(hour)
        lights = build_environment(scene, e, lights_for(e, [room]), [lamp])
        assert lamp.hide_render is (not e.fixtures_on)
        assert scene.view_settings.exposure == pytest.approx(e.exposure)
        assert all(o["diorama_role"] == "light" for o in lights)
    cameras = choose_cameras(room, [])
    built = [build_camera(c, [room]) for c in cameras]
    bpy.context.view_layer.update()
    for c, o in zip(cameras, built, strict=True):
        forward = o.rotation_euler.to_matrix() @ __import__("mathutils").Vector((0, 0, -1))
        want = np.subtract(c.target, c.position)
        assert np.allclose(forward, want / np.linalg.norm(want), atol=1e-5)
    assert built[-1].data.clip_start > cameras[-1].position[2] - room.height


def test_nights_grow_dark_and_candles_burn() -> None:
    from diorama.model.look.moods import FLAME_KELVIN
    from diorama.scene.assets.library import asset

    lux = [sky_illuminance(math.radians(d)) for d in (0, -3, -6, -9, -14, -18, -40)]
    assert all(a > b for a, b in zip(lux, lux[1:-1], strict=False)) and lux[-1] == lux[-2] < 0.5
    for kind, flames in (("pillar", 1), ("jar", 1), ("taper", 1), ("group", 3)):
        emitters = asset("candle", {"kind": kind}).emitters
        assert len(emitters) == flames and all(e.kelvin <= FLAME_KELVIN and e.position[2] > 0 for e in emitters)


def test_candles_are_lit_after_sunset_or_where_the_mood_asks() -> None:
    """A flame is seen, and gives light, only while it burns; a room without windows makes no difference."""
    import bpy
    from diorama.scene.assets.asset import Emitter
    from diorama.scene.assets.library import asset
    from diorama.scene.lighting import ALL_DAY, build_emitter, switch_fixtures
    from diorama.scene.materials import LIT, material

    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    for name, params in (("candle", {"kind": "pillar"}), ("candle_holder", {"kind": "stick"}), ("lantern", {})):
        made = asset(name, params)
        flame = material(made.slots["flame"])
        lamps = [build_emitter(name, e) for e in made.emitters]
        bulb = build_emitter("bulb", Emitter("point", (0, 0, 1), 800))
        for lamp in (*lamps, bulb):
            lamp[ALL_DAY] = True
        for e, burns in (
            (environment_for(22), True),
            (environment_for(11, fixtures=True), False),
            (environment_for(11), False),
            (environment_for(11, mood="romantic"), True),
            (environment_for(22, mood="candle_lit", fixtures=False), False),
        ):
            switch_fixtures([*lamps, bulb], e)
            assert [lamp.hide_render for lamp in lamps] == [not burns] * len(lamps), (name, e)
            assert flame.node_tree.nodes[LIT].outputs[0].default_value == float(burns)
            assert not bulb.hide_render
