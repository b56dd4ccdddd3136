"""The exposure of the room that the scene's camera stands in.

Blender has one exposure per scene and a home has rooms of very different light, so the scene's is moved when a picture is made
of another room than the main one, as a photographer does. What the artist added to it stays.
"""

from __future__ import annotations

import bpy

from ..model.graph import World, loads
from ..model.graph.types import Room
from ..model.homes import main_room
from ..model.look import albedo_of
from ..model.look.daylight import Adapted, Fit, adapted, fit_of
from .architecture import DEFAULTS
from .assets.library import lumen_of
from .worlds import ADAPTED, KEY, is_shown, is_world

DAYLIGHT = 6500.0  # kelvin at which the view needs no balance, which is off then


def fit_in(world: World, room: Room | None = None) -> Fit:
    """What of a room of a world, or of its main room, decides its exposure."""
    room = room or main_room(world.rooms)
    nodes = [n for n in world.nodes if n.room == room.id]
    curtained = any(n.category == "curtain" for n in nodes)
    return fit_of(room, lumen_of(nodes), curtained, albedo_of({**DEFAULTS, **room.materials}))


def offset(world: World, room: str) -> Adapted:
    """How a room is taken otherwise than the world, whose view suits the main room; not at all for no room."""
    main = main_room(world.rooms)
    own = next((r for r in world.rooms if r.id == room and r is not main), None)
    return adapted(world.environment, own, fit_in(world, own), fit_in(world)) if own is not None else Adapted()


def adapt(scene: bpy.types.Scene) -> None:
    """Move the scene's exposure and white balance to what suits its camera's room."""
    home = next((c for c in scene.collection.children_recursive if is_world(c) and is_shown(scene, c)), None)
    room = str(scene.camera.get("diorama_room", "")) if scene.camera is not None else ""
    wanted = offset(loads(home[KEY]), room) if home is not None and room else Adapted()
    before = Adapted(*scene.get(ADAPTED, ()))
    view = scene.view_settings
    view.exposure += wanted.stops - before.stops
    if wanted.kelvin != before.kelvin and hasattr(view, "white_balance_temperature"):  # from 4.3 on
        view.use_white_balance |= abs(view.white_balance_temperature - DAYLIGHT) < 100.0
        view.white_balance_temperature += wanted.kelvin - before.kelvin
    scene[ADAPTED] = tuple(wanted)
