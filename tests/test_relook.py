"""Another light and another style for a finished world: in place, nothing moves, what the artist did stays."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import bpy
import numpy as np
import pytest
from diorama import api
from diorama.cli import main
from diorama.model.errors import InputError
from diorama.model.graph import dumps
from diorama.model.graph.types import World
from diorama.model.look.daylight import hour_at, indoor_illuminance, outlook, solar_position, sun_vector
from diorama.model.look.moods import MOODS, dimmed, lamp_level, mood_named
from diorama.scene import relight as relight_module
from diorama.scene import restyle as restyle_module
from diorama.scene.architecture import opening_asset
from diorama.scene.assets.library import asset
from diorama.scene.build import build_steps, shape_of
from diorama.scene.graphs import stored
from diorama.scene.lighting import build_world, lamp_on
from diorama.scene.materials import existing
from diorama.scene.read import read
from diorama.scene.rebuild import rebuild, reset
from diorama.scene.relight import relight
from diorama.scene.restyle import restyle
from diorama.scene.worlds import show_only

PROMPT = "A living room with a sofa, two armchairs, a coffee table with two lanterns on it, a bookshelf, a rug and a floor lamp"


@pytest.fixture(scope="module")
def graph() -> World:
    return api.run(api.imagine(api.Request(PROMPT, seed=4)))


@pytest.fixture
def world(fresh: None, graph: World) -> Any:
    return api.run(build_steps(graph))


@pytest.fixture
def extension(fresh: None) -> Iterator[None]:
    """The properties and verbs, registered in an empty file."""
    import diorama

    diorama.register()
    yield
    diorama.unregister()


def thing(world: Any, category: str) -> Any:
    return next(o for o in world.all_objects if o.get("diorama_role") == "object" and o["diorama_category"] == category)


def light(world: Any, name: str) -> Any:
    return next((o for o in world.all_objects if o.get("diorama_role") == "light" and o["diorama_id"].endswith(name)), None)


def poses(world: Any) -> dict[str, list[float]]:
    """Where every object but lights stands, by id and, for parts, by name."""
    return {
        o.name: np.array(o.matrix_world).ravel().tolist()
        for o in world.all_objects
        if o.get("diorama_role") in ("object", "wall", "ceiling", "door", "window", "camera")
    }


def shapes(world: Any) -> dict[str, int]:
    return {o.name: len(o.data.vertices) for o in world.all_objects if o.get("diorama_role") == "object"}


def state(world: Any) -> dict[str, Any]:
    """All that relighting and restyling may change."""
    view, sky = bpy.context.scene.view_settings, bpy.context.scene.world
    objects = {
        o.name: (
            np.array(o.matrix_basis).tolist(), o.hide_render, o.hide_viewport, o.get("diorama_generated"),
            o.parent and o.parent.name,
            (o.data.energy, o.data.temperature) if o.type == "LIGHT" else None,
            [m and m.name for m in o.data.materials] if o.type == "MESH" else None,
            [p.material_index for p in o.data.polygons] if o.get("diorama_role") == "wall" else None,
        )
        for o in world.all_objects
    }  # fmt: skip
    scene = (view.exposure, view.use_white_balance, view.white_balance_temperature, sky.name, sky_facts(sky))
    return {"graph": world["diorama"], "view": world["diorama_view"].to_dict(), "objects": objects, "scene": scene}


def sky_facts(sky: Any) -> list[Any]:
    """The nodes of a sky with the values of their unlinked inputs."""
    values = []
    for n in sky.node_tree.nodes:
        for s in n.inputs:
            v = getattr(s, "default_value", None)
            values.append((n.bl_idname, s.name, s.is_linked, np.round(np.array(v, float), 5).tolist() if v is not None else v))
        values.append((n.bl_idname, getattr(n, "sun_elevation", None), getattr(n, "sun_rotation", None)))
    return sorted(map(str, values))


def assert_as_stated(world: Any) -> None:
    """Materials, lights, lamps and sky are as a build of the stored graph would have them, in every object."""
    w = stored(world)
    assert dumps(read(world)) == world["diorama"]
    roots = {o["diorama_id"]: o for o in world.all_objects if "diorama_id" in o}
    for n in w.nodes:
        for o in (roots[n.id], *(c for c in roots[n.id].children if c.type == "MESH")):
            for m, (slot, family) in zip(o.data.materials, asset(n.generator, n.params).slots.items(), strict=True):
                assert m == existing(n.materials.get(slot, family)), (n.id, slot)
    assert {x.id for x in w.lights} == {o["diorama_id"] for o in world.all_objects if o.get("diorama_role") == "light"}
    for x in w.lights:
        o = roots[x.id]
        assert np.allclose(o.location, x.position, atol=1e-4)
        assert np.allclose(o.matrix_basis.col[2][:3], [-v for v in x.direction], atol=1e-4)
        assert o.data.energy == pytest.approx(max(x.power, 1e-4), rel=1e-4) and o.data.temperature == pytest.approx(x.kelvin)
    for o in world.all_objects:
        if "diorama_lumen" in o:
            assert o.hide_render is not lamp_on(o, w.environment)
    assert sky_facts(bpy.context.scene.world) == sky_facts(build_world(w.environment))


# ---------------------------------------------------------------------------------------------- moods


def test_moods_are_found_by_name() -> None:
    assert mood_named("Golden hour") == mood_named("golden-hour") == "golden_hour"
    assert mood_named("candlelit") == "candle_lit" and mood_named("jolly") == ""


@pytest.mark.parametrize("latitude", [-50.0, -10.0, 0.0, 45.0, 60.0])
@pytest.mark.parametrize("degrees", [-4.0, 7.0, 32.0])
def test_hours_of_elevations(latitude: float, degrees: float) -> None:
    for evening in (False, True):
        hour = hour_at(math.radians(degrees), latitude, evening)
        elevation, _ = solar_position(hour, latitude)
        noon, _ = solar_position(12, latitude)
        assert (12 <= hour) is evening or noon < math.radians(degrees)
        assert elevation == pytest.approx(min(math.radians(degrees), noon), abs=math.radians(0.2))


def test_moods_get_darker_through_the_day(world: Any) -> None:
    by_mood = {m: relight(world, m).environment for m in MOODS}
    order = ("bright_morning", "golden_hour", "dusk", "night")
    for a, b in zip(order, order[1:], strict=False):
        assert by_mood[a].sun_elevation > by_mood[b].sun_elevation
        assert indoor_illuminance(by_mood[a]) > indoor_illuminance(by_mood[b])
        assert by_mood[a].exposure < by_mood[b].exposure + 0.5
    assert not by_mood["bright_morning"].fixtures_on and not by_mood["studio"].fixtures_on
    assert all(by_mood[m].fixtures_on for m in ("dusk", "night", "candle_lit"))
    assert by_mood["candle_lit"].exposure > by_mood["night"].exposure
    assert by_mood["overcast"].weather == "overcast"


def test_the_suns_moods_shine_in(world: Any) -> None:
    out = np.array(outlook(stored(world).rooms[0]))
    for mood in ("bright_morning", "golden_hour"):
        e = relight(world, mood).environment
        to_sun = np.array(sun_vector(e.sun_elevation, e.sun_azimuth, e.north))[:2]
        assert to_sun @ out > 0.6 * np.linalg.norm(to_sun) * np.linalg.norm(out)
        assert light(world, "sun").data.energy > 1
    assert relight(world, "golden_hour", north=0.3).environment.north == 0.3


@pytest.mark.parametrize("mood", MOODS)
def test_relit_worlds_are_as_their_graph_says(world: Any, mood: str) -> None:
    before = poses(world)
    done = relight(world, mood)
    assert done.notes == () and done.environment == stored(world).environment and done.environment.mood == mood
    assert poses(world) == before
    assert bpy.context.scene.view_settings.exposure == pytest.approx(done.environment.exposure)
    assert world["diorama_view"]["exposure"] == pytest.approx(done.environment.exposure)
    assert_as_stated(world)


def test_there_and_back_is_the_same(world: Any) -> None:
    relight(world, "overcast")
    before = state(world)
    for mood in MOODS:
        relight(world, mood)
    relight(world, "overcast", north=stored(world).environment.north)
    relight(world, "overcast")
    after = state(world)
    assert after["objects"] == before["objects"]
    assert len([x for x in bpy.data.worlds if x.name.startswith("Sky")]) == 1


def test_candle_light_dims_lamps_but_not_flames(world: Any) -> None:
    relight(world, "night")
    lamps = {o.name: o.data.energy for o in world.all_objects if "diorama_lumen" in o}
    flames = {o.name for o in world.all_objects if "diorama_lumen" in o and o.data.temperature <= 2000}
    assert flames and set(lamps) - flames
    relight(world, "candle_lit")
    for name, watts in lamps.items():
        assert bpy.data.objects[name].data.energy == pytest.approx(watts if name in flames else lamp_level("candle_lit") * watts)
    assert dimmed("night", 800, 2700) == (800, 2700)
    relight(world, "night")
    assert {o.name: o.data.energy for o in world.all_objects if "diorama_lumen" in o} == pytest.approx(lamps)


def test_a_candlelit_room_has_candles(fresh: None) -> None:
    """Candles are brought to a room that is to be lit by them, in the evening; where there are none, that is said."""
    lit = stored(api.generate("a candlelit bedroom", seed=2, density=0.0).collection)
    assert sum(n.category in ("candle", "candles") for n in lit.nodes) == 3
    assert lit.environment.mood == "candle_lit" and lit.environment.fixtures_on and lit.environment.sun_elevation < 0
    plain = api.generate("a bedroom with a bed and a lamp", seed=2, density=0.0).collection
    assert not relight(plain, "night").notes
    assert relight(plain, "candle_lit").notes == ("There are no candles here; the lamps burn very low instead.",)


def test_hour_weather_north_and_lamps_one_by_one(world: Any) -> None:
    e = relight(world, hour=14.0).environment
    assert (e.hour, e.weather) == (14.0, "clear") and e.sun_elevation > 0.8
    turned = relight(world, north=1.0).environment
    assert turned.north == 1.0 and turned.hour == 14.0 and turned.exposure == e.exposure
    assert relight(world, weather="rainy").environment.weather == "rain" and light(world, "sun") is None
    assert relight(world, fixtures=True).environment.fixtures_on
    assert relight(world, north=0.5).environment.fixtures_on  # turning the house does not touch the switches
    relight(world, "studio")
    assert light(world, "studio_key") is not None
    assert relight(world, hour=10.0).environment.mood == "" and light(world, "studio_key") is None
    assert_as_stated(world)


def test_the_artists_lights_stay(world: Any) -> None:
    relight(world, "night")
    lamp = next(o for o in world.all_objects if "diorama_lumen" in o)
    lamp.hide_render = lamp.hide_viewport = True  # switched off by hand
    locked = next(o.parent for o in world.all_objects if "diorama_lumen" in o and o.parent != lamp.parent)
    locked["diorama_lock"] = True
    assert any("stays" in n for n in relight(world, "candle_lit").notes)
    assert lamp.hide_render
    relight(world, "bright_morning")
    assert all(not c.hide_render for c in locked.children if c.type == "LIGHT")
    sun = light(world, "sun")
    sun.rotation_euler.z += 0.4
    sun.data.energy = 3.0
    matrix = np.array(sun.matrix_basis)
    done = relight(world, "golden_hour")
    assert np.array_equal(np.array(sun.matrix_basis), matrix) and sun.data.energy == 3.0 and "Sun" in done.notes[0]
    record = next(x for x in stored(world).lights if x.id == "sun")
    assert record.power == 3.0
    portal = light(world, "portal_1")
    portal["diorama_lock"] = True
    relight(world, "night")
    assert light(world, "portal_1") == portal


def test_a_sky_of_ones_own_stays(world: Any) -> None:
    own = bpy.data.worlds.new("My sky")
    bpy.context.scene.world = own
    assert "My sky" in " ".join(relight(world, "night").notes) and bpy.context.scene.world == own


@pytest.mark.parametrize(
    ("mood", "changes", "words"),
    [
        ("jolly", {}, "no mood"),
        ("", {"hour": 30.0}, "not an hour"),
        ("", {"weather": "marzipan"}, "no weather"),
        ("", {"latitude": 100.0}, "latitude"),
    ],
)
def test_what_cannot_be_is_said(world: Any, mood: str, changes: dict[str, Any], words: str) -> None:
    before = state(world)
    with pytest.raises(InputError, match=words):
        relight(world, mood, **changes)
    assert state(world) == before


def test_things_without_a_building_have_no_light(fresh: None) -> None:
    obj = api.thing("a red armchair")
    (world,) = (c for c in bpy.data.collections if obj.name in c.all_objects and "diorama" in c)
    with pytest.raises(InputError, match="no building"):
        relight(world, "night")
    assert restyle(world, "victorian").style == "victorian"


@pytest.mark.parametrize("step", ["store", "paint_sky", "glow", "keep_view"])
def test_an_error_undoes_the_light(world: Any, monkeypatch: pytest.MonkeyPatch, inventory: Callable[[], Any], step: str) -> None:
    relight(world, "golden_hour")
    before, blocks = state(world), inventory()
    real = getattr(relight_module, step)
    calls = []

    def broken(*args: Any) -> Any:
        calls.append(args)
        if len(calls) == 1:  # the way back must not be barred
            raise RuntimeError("broken")
        return real(*args)

    monkeypatch.setattr(relight_module, step, broken)
    with pytest.raises(RuntimeError, match="broken"):
        relight(world, "studio")
    monkeypatch.undo()
    assert state(world) == before and inventory() == blocks


# ---------------------------------------------------------------------------------------------- styles


def test_restyled_worlds_keep_their_layout(world: Any) -> None:
    before, shape, old = poses(world), shapes(world), stored(world)
    for seed, style in enumerate(("victorian", "industrial", "japandi", "futuristic")):
        done = restyle(world, style, seed=seed)
        assert done.style == style == stored(world).style and done.changed > 20
        assert poses(world) == before and shapes(world) == shape
        assert_as_stated(world)
        new = stored(world)
        assert [(n.position, n.yaw, n.size, n.params) for n in new.nodes] == [
            (n.position, n.yaw, n.size, n.params) for n in old.nodes
        ]
        changed = [a.materials != b.materials for a, b in zip(old.nodes, new.nodes, strict=True)]
        assert sum(changed) > len(changed) / 2
        assert new.rooms[0].materials["wall"] != old.rooms[0].materials["wall"]
        old = new


def test_walls_and_doors_are_as_if_built_anew(world: Any) -> None:
    restyle(world, "victorian", seed=3)
    shown = {
        (o["diorama_id"], k): m
        for o in world.all_objects
        if o.get("diorama_role") in ("wall", "floor", "ceiling", "door", "window")
        for k, m in enumerate(p.get("diorama_material") for p in o.data.materials)
    }
    parts = sorted((o.parent["diorama_id"], len(o.data.vertices)) for o in mouldings(world))
    again = api.run(build_steps(stored(world)))
    built = {
        (o["diorama_id"], k): m
        for o in again.all_objects
        if o.get("diorama_role") in ("wall", "floor", "ceiling", "door", "window")
        for k, m in enumerate(p.get("diorama_material") for p in o.data.materials)
    }
    assert shown == built
    assert parts == sorted((o.parent["diorama_id"], len(o.data.vertices)) for o in mouldings(again))
    assert any("crown" in o.name.lower() for o in mouldings(world))


def mouldings(world: Any) -> list[Any]:
    return [o for o in world.all_objects if o.parent is not None and o.parent.get("diorama_role") == "wall"]


def test_nothing_is_left_over(world: Any, inventory: Callable[[], Any]) -> None:
    restyle(world, "japandi", seed=1)
    counts = {k: len(v) for k, v in inventory().items() if k != "node_groups"}
    restyle(world, "rustic", seed=2)
    restyle(world, "japandi", seed=1)
    after = {k: len(v) for k, v in inventory().items() if k != "node_groups"}
    assert after == counts
    assert all(o.name in {x.name for x in world.all_objects} for o in bpy.data.objects)


def test_seeds_and_palettes(world: Any, graph: World) -> None:
    restyle(world, "coastal", seed=1)
    first = world["diorama"]
    restyle(world, "coastal", seed=2)
    assert world["diorama"] != first
    restyle(world, "coastal", seed=1)
    assert world["diorama"] == first  # the same seed rolls the same colours
    green = restyle(world, "coastal", ("forest green",), seed=1)
    assert green.palette[0] != stored(world).style and world["diorama"] != first
    assert restyle(world).style == "coastal"  # no style: the one it has


def test_what_is_locked_or_by_hand_stays(world: Any) -> None:
    sofa, shelf, rug = thing(world, "sofa"), thing(world, "bookshelf"), thing(world, "rug")
    sofa["diorama_lock"] = True
    mine = bpy.data.materials.new("Mine")
    shelf.data.materials[0] = mine
    slot = next(iter(asset(*generator(world, rug)).slots))
    rebuild(rug, materials={slot: "velvet:#112233"})
    wall = next(o for o in world.all_objects if o.get("diorama_id", "").endswith("wall_2"))
    wall["diorama_lock"] = True
    was = [m.name for m in sofa.data.materials]
    paint = wall.data.materials[0].name
    restyle(world, "art_deco", seed=5)
    assert [m.name for m in sofa.data.materials] == was and shelf.data.materials[0] == mine
    assert rug.data.materials[0].get("diorama_material") == "velvet:#112233"
    assert wall.data.materials[0].name == paint
    node = next(n for n in stored(world).nodes if n.id == sofa["diorama_id"])
    assert [existing(m).name for m in node.materials.values()] == was
    reset(rug)  # what was generated has the new style
    assert rug.data.materials[0].get("diorama_material") != "velvet:#112233"


def generator(world: Any, obj: Any) -> tuple[str, Any]:
    n = next(n for n in stored(world).nodes if n.id == obj["diorama_id"])
    return n.generator, n.params


def test_a_shared_mesh_is_copied_for_what_stays(world: Any) -> None:
    first = thing(world, "armchair")
    copy = first.copy()  # a duplicate by Alt+D, locked
    first.users_collection[0].objects.link(copy)
    copy["diorama_lock"] = True
    was = [m.name for m in copy.data.materials]
    restyle(world, "futuristic", seed=2)
    assert [m.name for m in copy.data.materials] == was
    assert [m.name for m in first.data.materials] != was


def test_doors_keep_their_shape(world: Any) -> None:
    def made(w: World) -> list[Any]:
        return [opening_asset(r, o, shape_of(w)).size for r in w.rooms for o in r.openings]

    counts = {o.name: len(o.data.vertices) for o in world.all_objects if o.get("diorama_role") in ("door", "window")}
    before = made(stored(world))
    restyle(world, "victorian", seed=1)
    assert made(stored(world)) == before
    assert counts == {o.name: len(o.data.vertices) for o in world.all_objects if o.get("diorama_role") in ("door", "window")}


@pytest.mark.parametrize("step", ["store", "build_rooms", "_apply", "_expose"])
def test_an_error_undoes_the_style(world: Any, monkeypatch: pytest.MonkeyPatch, inventory: Callable[[], Any], step: str) -> None:
    before, blocks = state(world), inventory()
    real = getattr(restyle_module, step)

    def broken(*args: Any) -> Any:
        if step == "_apply":
            real(*args)
        raise RuntimeError("broken")

    monkeypatch.setattr(restyle_module, step, broken)
    with pytest.raises(RuntimeError, match="broken"):
        restyle(world, "victorian", seed=1)
    assert state(world) == before and inventory() == blocks


def test_unknown_styles_and_colours(world: Any) -> None:
    before = state(world)
    with pytest.raises(InputError, match="no style"):
        restyle(world, "qwertz")
    with pytest.raises(InputError, match="no colour"):
        restyle(world, "rustic", ("qwertz",))
    assert state(world) == before


def test_the_other_world_is_shown_first(world: Any, graph: World) -> None:
    other = api.run(build_steps(graph))
    relight(world, "night")
    layers = {c.collection.name: c.exclude for c in bpy.context.view_layer.layer_collection.children}
    assert not layers[world.name] and layers[other.name]
    show_only(bpy.context.scene, other)
    assert bpy.context.scene.view_settings.exposure == pytest.approx(stored(other).environment.exposure)


# ---------------------------------------------------------------------------------------------- verbs


def test_verbs_and_sliders(extension: None, graph: World) -> None:
    world = api.run(build_steps(graph))
    look = bpy.context.scene.diorama_look
    assert bpy.ops.diorama.relight(mood="golden_hour") == {"FINISHED"}
    assert stored(world).environment.mood == "golden_hour" and look.hour == pytest.approx(stored(world).environment.hour)
    look.hour = 22.0
    assert stored(world).environment.fixtures_on and stored(world).environment.mood == ""
    look.weather = "snow"
    look.north = 0.5
    e = stored(world).environment
    assert (e.weather, e.hour, e.north) == ("snow", 22.0, 0.5)
    bpy.ops.diorama.relight(mood="CUSTOM", lamps="OFF")
    e = stored(world).environment
    assert (e.weather, e.hour, e.fixtures_on) == ("snow", 22.0, False)  # what is not given stays
    assert bpy.ops.diorama.restyle(style="art_deco", seed=3) == {"FINISHED"}
    by_verb = stored(world)
    restyle(world, "art_deco", None, 3)
    assert stored(world) == by_verb and by_verb.style == "art_deco"
    bpy.ops.diorama.restyle()
    assert stored(world).style == "art_deco"
    with pytest.raises(RuntimeError, match="no colour"):
        bpy.ops.diorama.restyle(palette="qwertz")


def test_a_change_of_the_look_is_one_undo_step(extension: None, graph: World) -> None:
    api.run(build_steps(graph))
    bpy.ops.ed.undo_push(message="generated")
    before = bpy.context.scene.collection.children[0]["diorama"]
    bpy.ops.diorama.relight("EXEC_DEFAULT", True, mood="night")
    bpy.ops.diorama.restyle("EXEC_DEFAULT", True, style="rustic", seed=1)
    after = bpy.context.scene.collection.children[0]["diorama"]
    bpy.ops.ed.undo()
    assert stored(bpy.context.scene.collection.children[0]).environment.mood == "night"
    bpy.ops.ed.undo()
    assert bpy.context.scene.collection.children[0]["diorama"] == before
    bpy.ops.ed.redo()
    bpy.ops.ed.redo()
    assert bpy.context.scene.collection.children[0]["diorama"] == after


def test_command_line(worlds: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.blend"
    assert main(["relight", str(worlds["bedroom"].blend), "--mood", "candle-lit", "--north", "90", "-o", str(out), "--json"]) == 0
    done = json.loads(capsys.readouterr().out)
    assert done["mood"] == "candle_lit" and done["fixtures_on"]
    assert main(["restyle", str(out), "--style", "victorian", "--palette", "navy, cream", "-o", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["style"] == "victorian"
    bpy.ops.wm.open_mainfile(filepath=str(out))
    (world,) = (c for c in bpy.context.scene.collection.children if "diorama" in c)
    assert stored(world).environment.mood == "candle_lit" and stored(world).environment.north == pytest.approx(math.pi / 2)
    assert_as_stated(world)
    assert main(["relight", str(out), "--mood", "jolly", "-o", str(out)]) == 2
    assert main(["restyle", str(out), "--style", "qwertz", "-o", str(out)]) == 2


def test_homes(fresh: None) -> None:
    graph = api.run(api.imagine(api.Request("", seed=2, rooms=("living_room", "bedroom", "bathroom"))))
    world = api.run(build_steps(graph))
    before = poses(world)
    restyle(world, "industrial", seed=1)
    for mood in ("dusk", "studio", "bright_morning"):
        assert relight(world, mood).notes == ()
    assert poses(world) == before
    assert_as_stated(world)
    kinds = {r.type: r.materials["floor"] for r in stored(world).rooms}
    assert len(set(kinds.values())) > 1  # the bathroom has a floor that suits it
