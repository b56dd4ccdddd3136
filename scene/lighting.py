"""Lights in Blender: the world's sky, the sun, window portals, and the lamps inside visible fixtures.

Watts are photometric, 683 lm each; see `model/look/daylight.py` for why.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import bpy
import numpy as np
from mathutils import Vector

from ..model.graph.types import Environment, Light
from ..model.look.colour import Rgb, kelvin_to_linear
from ..model.look.daylight import LUMEN_PER_WATT, flames_burn, sky_illuminance, sun_illuminance, white_kelvin
from ..model.look.moods import FLAME_KELVIN, dimmed, lamp_level
from . import compat
from .assets.asset import Emitter
from .materials import BULB_RADIANCE, LIT
from .materials.recipes import Graph
from .names import free_name
from .worlds import ADAPTED

ALL_DAY = "diorama_all_day"  # marks the lamps of rooms without windows
FLAME = "diorama_flame"  # marks the light of a candle

# Irradiance (W/m2, photopic) of Blender's own sky texture at strength 1 by the sun's elevation in degrees: measured by rendering
# a grey plane under it in 5.0. The older single-scattering model is about a fifth darker.
_SKY_DEGREES = (1.0, 3.0, 6.0, 10.0, 20.0, 30.0, 45.0, 60.0, 75.0, 90.0)
_SKY_WATTS = (1.97, 3.36, 5.25, 7.16, 9.90, 11.55, 13.26, 14.46, 15.14, 15.41)


def _texture_irradiance(elevation: float, kind: str) -> float:
    degrees = min(max(math.degrees(elevation), 1.0), 90.0)
    watts = float(np.interp(degrees, _SKY_DEGREES, _SKY_WATTS))
    return watts * (0.8 if kind == "NISHITA" else 1.0)


def build_world(environment: Environment, name: str = "Sky") -> bpy.types.World:
    """A world whose sky gives the illuminance of the hour and weather, above a ground that reflects a fifth of it."""
    world = bpy.data.worlds.new(name)
    paint_sky(world, environment)
    return world


def paint_sky(world: bpy.types.World, environment: Environment) -> None:
    """Give a world, in place of all nodes that it has, the sky of an hour and weather."""
    e = environment
    tree = compat.node_tree(world)
    tree.nodes.clear()
    background, output = tree.nodes.new("ShaderNodeBackground"), tree.nodes.new("ShaderNodeOutputWorld")
    output.location = (220, 0)
    tree.links.new(background.outputs[0], output.inputs["Surface"])
    g = Graph(tree)
    g._x = -1300.0
    sky_watts = sky_illuminance(e.sun_elevation, e.weather) / LUMEN_PER_WATT
    total = sky_watts + sun_illuminance(e.sun_elevation, e.weather) / LUMEN_PER_WATT * max(math.sin(e.sun_elevation), 0.0)
    direction = g.node("ShaderNodeTexCoord").outputs["Generated"]
    up = g.node("ShaderNodeSeparateXYZ", {0: direction}).outputs[2]
    if e.weather in ("clear", "cloudy") and e.sun_elevation > 0.0:
        # the texture's rotation turns clockwise from +Y, as an azimuth does
        node, kind = compat.sky_texture(
            tree, max(e.sun_elevation, 0.02), e.sun_azimuth - e.north, 1.0 if e.weather == "clear" else 4.0
        )
        node.location = (-900, 200)
        # eyes and cameras adapt to the blue of the sky; half of it is what photographs keep
        calm = g.node(
            "ShaderNodeHueSaturation", {"Color": node.outputs[0], "Saturation": 0.5 if e.weather == "clear" else 0.25}
        ).outputs[0]
        factor = sky_watts / _texture_irradiance(e.sun_elevation, kind)
        sky = g.vec("SCALE", calm)
        sky.node.inputs["Scale"].default_value = factor
    else:
        sky = _gradient_sky(g, up, e, sky_watts)
    ground_radiance = 0.2 * total / math.pi
    tint: Rgb = (0.86, 0.9, 0.62) if e.weather != "snow" else (3.4, 3.5, 3.6)
    ground = tuple(ground_radiance * c for c in tint)
    mixed = g.mix(ground, sky, g.remap(up, -0.06, 0.015, 0.0, 1.0, True))
    tree.links.new(mixed, background.inputs["Color"])
    compat.set_input(background, "Strength", 1.0)


def _gradient_sky(g: Graph, up: object, e: Environment, watts: float) -> object:
    """An overcast sky, three times as bright at the zenith as at the horizon (CIE), or a blue dusk with a warm horizon."""
    zenith = watts * 9 / (7 * math.pi)
    if e.sun_elevation > 0:
        top, low = kelvin_to_linear(7000), kelvin_to_linear(6500)
        return g.mix(tuple(c * zenith / 3 for c in low), tuple(c * zenith for c in top), g.remap(up, 0.0, 1.0, 0.0, 1.0))
    dusk = max(1 + math.degrees(e.sun_elevation) / 9, 0.0)
    blue = (0.38, 0.95, 2.9)
    warm = (1.9, 0.8, 0.45)
    horizon = tuple(zenith * (1.1 * b * (1 - dusk) + 2.2 * w * dusk) for b, w in zip(blue, warm, strict=True))
    return g.mix(horizon, tuple(c * zenith * 0.8 for c in blue), g.remap(up, 0.0, 0.45, 0.0, 1.0))


def _aim(obj: bpy.types.Object, direction: Iterable[float]) -> None:
    obj.rotation_euler = Vector(tuple(direction)).to_track_quat("-Z", "Y").to_euler()


def light_watts(light: Light) -> float:
    """Blender's power for a light. One of no power is not sampled at all, and a portal must be."""
    return max(light.power, 1e-4)


def aim_light(obj: bpy.types.Object, light: Light) -> None:
    """Put a light's object where the light is, and turn it the same way."""
    obj.location = light.position
    _aim(obj, light.direction)


def build_light(light: Light) -> bpy.types.Object:
    """A light without a body (role `light`), unlinked."""
    data: bpy.types.Light
    if light.kind == "sun":
        data = bpy.data.lights.new(light.name, "SUN")
        data.angle = light.size[0]
    else:
        data = bpy.data.lights.new(light.name, "AREA")
        data.shape, data.size, data.size_y = "RECTANGLE", light.size[0], light.size[1]
    data.energy = light_watts(light)
    compat.set_light_kelvin(data, light.kelvin)
    if light.kind == "portal" and hasattr(data, "cycles"):
        data.cycles.is_portal = True
    obj = bpy.data.objects.new(free_name(bpy.data.objects, light.name), data)
    aim_light(obj, light)
    obj.visible_camera = False
    for key, value in {
        "id": light.id,
        "category": f"{light.kind}_light" if light.kind != "portal" else "portal",
        "role": "light",
        "room": light.room,
        "label": "",
    }.items():
        obj[f"diorama_{key}"] = value
    return obj


def lamp_watts(emitter: Emitter) -> float:
    """Blender's power for an emitter. A spot's power in Blender is that of the full sphere its cone is cut from."""
    watts = emitter.lumen / LUMEN_PER_WATT
    if emitter.kind == "spot":
        watts *= 2.0 / max(1.0 - math.cos(emitter.angle / 2), 1e-3)
    return watts


def in_mood(emitter: Emitter, mood: str) -> Emitter:
    """An emitter as a mood has it: turned down and warmer, unless it is a flame."""
    lumen, kelvin = dimmed(mood, emitter.lumen, emitter.kelvin)
    return emitter._replace(lumen=lumen, kelvin=kelvin)


def build_emitter(name: str, emitter: Emitter, on: bool = True) -> bpy.types.Object:
    """The light of a fixture (role `part`), unlinked; parent it to the fixture. Off, it keeps its power and is hidden."""
    kind = {"point": "POINT", "spot": "SPOT", "area": "AREA"}[emitter.kind]
    data = bpy.data.lights.new(name, kind)
    data.energy = lamp_watts(emitter)
    if kind == "AREA":
        data.shape, data.size = "DISK", 2 * emitter.radius
    else:
        data.shadow_soft_size = emitter.radius
    if kind == "SPOT":
        data.spot_size, data.spot_blend = min(emitter.angle, math.pi), 0.5
    compat.set_light_kelvin(data, emitter.kelvin)
    obj = bpy.data.objects.new(free_name(bpy.data.objects, name), data)
    obj.location = emitter.position
    if kind != "POINT":
        _aim(obj, emitter.direction)
    obj.visible_camera = False
    obj["diorama_role"] = "part"
    obj["diorama_lumen"] = emitter.lumen
    if emitter.kelvin <= FLAME_KELVIN:
        obj[FLAME] = True
    obj.hide_render = obj.hide_viewport = not on
    return obj


def lamp_on(lamp: bpy.types.Object, environment: Environment) -> bool:
    """Whether a lamp burns: a candle when it is time for one, the others with the fixtures or where they are needed all day."""
    return flames_burn(environment) if FLAME in lamp else environment.fixtures_on or ALL_DAY in lamp


def switch_fixtures(objects: Iterable[bpy.types.Object], environment: Environment) -> None:
    """Turn the lamps among the objects, and the glow of bulbs and flames in this file, on or off."""
    for o in list(objects):  # a collection's live list does not survive hiding one of its objects
        if o.type == "LIGHT" and "diorama_lumen" in o:
            o.hide_render = o.hide_viewport = not lamp_on(o, environment)
    glow(environment)


def glow(environment: Environment) -> None:
    """Let the bulbs and the flames of this file glow or not."""
    bulb = BULB_RADIANCE * lamp_level(environment.mood) if environment.fixtures_on else 0.0
    for m in bpy.data.materials:
        for value in switches(m):
            value.default_value = bulb if m["diorama_family"] == "light" else float(flames_burn(environment))


def switches(m: bpy.types.Material) -> list[bpy.types.NodeSocket]:
    """The sockets by which a bulb's or a flame's material glows."""
    family = m.get("diorama_family")
    if family not in ("light", "flame") or m.node_tree is None:
        return []
    nodes = m.node_tree.nodes
    if family == "flame":
        return [n.outputs[0] for n in nodes if n.name == LIT]
    return [n.inputs["Emission Strength"] for n in nodes if n.bl_idname == "ShaderNodeBsdfPrincipled"]


def build_environment(
    scene: bpy.types.Scene,
    environment: Environment,
    lights: Iterable[Light] = (),
    objects: Iterable[bpy.types.Object] = (),
    glazing: float = 0.15,
    fixture_lux: float = 90.0,
) -> list[bpy.types.Object]:
    """Set the scene's world, exposure and white balance, switch the lamps among `objects`, and make the lights, unlinked.

    Call it last: bulbs glow or not by the materials that are in the file then.
    """
    scene.world = build_world(environment)
    scene.view_settings.exposure = environment.exposure
    scene[ADAPTED] = (0.0, 0.0)
    compat.set_white_balance(scene, white_kelvin(environment, glazing, fixture_lux))
    switch_fixtures(objects, environment)
    return [build_light(light) for light in lights]
