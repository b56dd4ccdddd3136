"""Another light for a finished world: hour, weather, north or a mood. Sky, sun, panels, lamps, exposure and white balance change
in place, and the graph with them; lights that the artist moved, changed or locked stay as they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace

import bpy
from mathutils import Vector

from ..model.errors import InputError
from ..model.graph import World
from ..model.graph.types import Environment, Light
from ..model.homes import main_room
from ..model.look.daylight import Fit, all_lights, glazing_of, read_weather, relit, white_kelvin
from ..model.look.moods import FLAME_KELVIN, MOODS, mood_named
from . import compat
from .assets.asset import Emitter
from .assets.library import asset
from .exposure import fit_in
from .graphs import store, stored
from .lighting import aim_light, build_light, build_world, glow, in_mood, lamp_on, lamp_watts, light_watts, paint_sky
from .transaction import put, transaction
from .worlds import ADAPTED, KEY, is_shown, keep_view, show_only

POSE = 1e-3  # metres, and parts of a unit vector, by which a light may be off and still be where it was put
POWER = 1e-3  # the same for its power, as a share


@dataclass(frozen=True)
class Relit:
    """The light that a world has now, and in words what stayed as it was."""

    environment: Environment
    notes: tuple[str, ...] = ()


def relight(
    collection: bpy.types.Collection,
    mood: str = "",
    *,
    hour: float | None = None,
    weather: str = "",
    north: float | None = None,
    latitude: float | None = None,
    fixtures: bool | None = None,
) -> Relit:
    """Change a world's light in place: to a mood, or in some respects (see `relit`), whose changes go on top of the mood.

    `hour` is solar time 0-24, `north` radians counter-clockwise from +Y, `latitude` degrees; `fixtures` turns the lamps on or
    off. InputError for what cannot be, and any error at all, leave everything as it was.
    """
    world = stored(collection)
    mood = _check(world, mood, hour, weather, latitude)
    fit = fit_in(world)
    environment = relit(
        world.environment, main_room(world.rooms), fit, mood,
        hour=hour, weather=weather, north=north, latitude=latitude, fixtures=fixtures,
    )  # fmt: skip
    notes: list[str] = []
    with transaction(), ExitStack() as undo:
        if not is_shown(bpy.context.scene, collection):
            show_only(bpy.context.scene, collection)
        lights, gone, said = _lights(collection, world, environment, undo)
        notes += said
        notes += _lamps(collection, world, environment, undo)
        if environment.mood == "candle_lit" and not _has_candles(world):
            notes.append("There are no candles here; the lamps burn very low instead.")
        _view(collection, environment, fit, undo)
        notes += _sky(collection, world.environment, environment, undo)
        undo.callback(collection.__setitem__, KEY, collection[KEY])
        store(collection, replace(world, environment=environment, lights=lights))
        undo.pop_all()
    data = [o.data for o in gone]
    bpy.data.batch_remove(gone)
    bpy.data.batch_remove([d for d in data if d.users == 0])
    return Relit(environment, tuple(notes))


def _check(world: World, mood: str, hour: float | None, weather: str, latitude: float | None) -> str:
    """The name of the mood. InputError for a world without a building, and for what there is not."""
    if not world.lights and not world.rooms[0].materials:
        raise InputError(f"{world.name} has no building to light.", "Light it by hand, or generate a room.")
    name = mood_named(mood)
    if mood.strip() and not name:
        raise InputError(f"There is no mood {mood[:40]!r}.", f"Moods: {', '.join(m.label for m in MOODS.values())}.")
    if hour is not None and not 0 <= hour <= 24:
        raise InputError(f"{hour:g} is not an hour of the day.", "Give 0 to 24.")
    if latitude is not None and not -90 <= latitude <= 90:
        raise InputError(f"A latitude of {latitude:g} is not possible.", "Give -90 to 90 degrees.")
    if weather and read_weather(weather) == "clear" and weather.strip().lower() not in ("clear", "sunny", "bright", "fair"):
        raise InputError(f"There is no weather {weather[:40]!r}.", "Say clear, cloudy, overcast, rain, fog, snow or storm.")
    return name


# ---------------------------------------------------------------------------------------------- lights without a body


def _lights(
    collection: bpy.types.Collection, world: World, environment: Environment, undo: ExitStack
) -> tuple[tuple[Light, ...], list[bpy.types.Object], list[str]]:
    """Change, make and pick out for removal; the lights of the graph, the objects to remove, and what stayed, in words."""
    there = {o["diorama_id"]: o for o in collection.all_objects if o.get("diorama_role") == "light" and "diorama_id" in o}
    before = {x.id: x for x in world.lights}
    wanted = {x.id: x for x in all_lights(environment, world.rooms, glazing_of(main_room(world.rooms)))}
    home = next((o.users_collection[0] for o in there.values()), None) or _home(collection)
    out, notes = [], []
    for id_, light in wanted.items():
        obj = there.get(id_)
        if obj is None:
            home.objects.link(build_light(light))
        elif _kept(obj, before.get(id_)):
            light = _as_found(light, obj)
            notes.append(f"{obj.name} was changed by hand or locked and stays.")
        elif before.get(id_) != light:
            _change(obj, light, undo)
        out.append(light)
    gone = []
    for id_, obj in there.items():
        if id_ in wanted:
            continue
        if id_ in before and not _kept(obj, before[id_]):
            gone.append(obj)
        elif id_ in before:
            out.append(_as_found(before[id_], obj))
            notes.append(f"{obj.name} was changed by hand or locked and stays.")
    return tuple(out), gone, notes


def _home(collection: bpy.types.Collection) -> bpy.types.Collection:
    """The collection for lights."""
    return next((c for c in collection.children if c.name.startswith("Lights")), collection)


def _kept(obj: bpy.types.Object, light: Light | None) -> bool:
    """Whether a light's object is the artist's: locked, or not as the graph has it."""
    if light is None or obj.get("diorama_lock") or obj.library is not None:
        return True
    return _as_found(light, obj) != light


def _as_found(light: Light, obj: bpy.types.Object) -> Light:
    """The light with the pose and power that its object has."""
    matrix = obj.matrix_world if obj.parent is not None else obj.matrix_basis
    at, to = tuple(matrix.translation), tuple((matrix.to_3x3() @ Vector((0, 0, -1))).normalized())
    if math.dist(at, light.position) > POSE:
        light = replace(light, position=at)
    if math.dist(to, light.direction) > POSE:
        light = replace(light, direction=to)
    if abs(obj.data.energy - light_watts(light)) > POWER * light_watts(light):
        light = replace(light, power=float(obj.data.energy))
    return light


def _change(obj: bpy.types.Object, light: Light, undo: ExitStack) -> None:
    put(undo, obj, "matrix_basis", obj.matrix_basis.copy())  # remembered as it is; `aim_light` sets it
    aim_light(obj, light)
    data = obj.data
    put(undo, data, "energy", light_watts(light))
    _tint(data, light.kelvin, undo)
    if light.kind == "sun":
        put(undo, data, "angle", light.size[0])
    else:
        put(undo, data, "size", light.size[0])
        put(undo, data, "size_y", light.size[1])


def _tint(data: bpy.types.Light, kelvin: float, undo: ExitStack) -> None:
    for name in ("temperature", "color"):
        if hasattr(data, name):
            put(undo, data, name, getattr(data, name))
    compat.set_light_kelvin(data, kelvin)


# ---------------------------------------------------------------------------------------------- lamps


def _has_candles(world: World) -> bool:
    return any(e.kelvin <= FLAME_KELVIN for n in world.nodes for e in asset(n.generator, n.params).emitters)


def _lit_by(collection: bpy.types.Collection, world: World) -> Iterator[tuple[bpy.types.Object, Emitter]]:
    """Every lamp of a thing that is not locked, with the emitter that it was made from."""
    nodes = {n.id: n for n in world.nodes}
    for obj in list(collection.all_objects):
        node = nodes.get(obj.get("diorama_id", "")) if obj.get("diorama_role") == "object" else None
        if node is None or obj.get("diorama_lock"):
            continue
        emitters = asset(node.generator, node.params).emitters
        lamps = [c for c in obj.children if c.type == "LIGHT" and c.get("diorama_role") == "part"] if emitters else []
        for k, lamp in enumerate(sorted(lamps, key=lambda c: (len(c.name), c.name))):
            part = str(lamp.get("diorama_part", f"light {k + 1}")).removeprefix("light ")
            if part.isdigit() and 0 < int(part) <= len(emitters):
                yield lamp, emitters[int(part) - 1]


def _lamps(collection: bpy.types.Collection, world: World, new: Environment, undo: ExitStack) -> list[str]:
    """Switch and dim the lamps; those that the artist switched or dimmed otherwise stay so."""
    old, kept = world.environment, 0
    for lamp, emitter in _lit_by(collection, world):
        if lamp.hide_render == lamp_on(lamp, old) or lamp.get("diorama_lock"):
            kept += 1
            continue
        hidden = not lamp_on(lamp, new)
        put(undo, lamp, "hide_render", hidden)
        put(undo, lamp, "hide_viewport", hidden)
        was, now = in_mood(emitter, old.mood), in_mood(emitter, new.mood)
        if was == now:
            continue
        if abs(lamp.data.energy - lamp_watts(was)) > POWER * lamp_watts(was):
            kept += 1
            continue
        undo.callback(lamp.__setitem__, "diorama_lumen", lamp["diorama_lumen"])
        lamp["diorama_lumen"] = now.lumen
        put(undo, lamp.data, "energy", lamp_watts(now))
        _tint(lamp.data, now.kelvin, undo)
    glow(new)
    return [f"{kept} lamp{'s' if kept > 1 else ''} changed by hand stay{'' if kept > 1 else 's'} so."] if kept else []


# ---------------------------------------------------------------------------------------------- sky and view


def _view(collection: bpy.types.Collection, environment: Environment, fit: Fit, undo: ExitStack) -> None:
    """Exposure and white balance; the transaction puts the scene's back."""
    scene = bpy.context.scene
    scene.view_settings.exposure = environment.exposure
    scene[ADAPTED] = (0.0, 0.0)
    compat.set_white_balance(scene, white_kelvin(environment, fit.glazing, fit.fixture_lux))
    if "diorama_view" in collection:
        undo.callback(collection.__setitem__, "diorama_view", collection["diorama_view"].to_dict())
    keep_view(scene, collection)


def _sky(collection: bpy.types.Collection, old: Environment, new: Environment, undo: ExitStack) -> list[str]:
    """Paint the world's own sky anew; a world that the artist gave the scene stays."""
    scene = bpy.context.scene
    sky = bpy.data.worlds.get(str(collection.get("diorama_world", "")))
    if sky is None:
        sky = build_world(new)
        collection["diorama_world"] = sky.name
        scene.world = sky
        return []
    undo.callback(paint_sky, sky, old)
    paint_sky(sky, new)
    if scene.world is not None and scene.world != sky:
        return [f"The scene's own world {scene.world.name} stays."]
    return []
