"""The light of the current world as Blender properties: a drag of the time slider relights, and is one undo step.

They store nothing: reading asks the world's graph, writing changes the light in place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import bpy
from bpy.props import EnumProperty, FloatProperty, PointerProperty, StringProperty

from .model.errors import DioramaError
from .operators.relight import HOUR, NORTH, WEATHER_ITEMS


def _environment() -> Any:
    """What the current world's graph says of the light; the usual where there is no world, or no sound one."""
    from .model.graph.types import Environment
    from .operators.common import current_world
    from .scene.graphs import stored

    world = current_world(bpy.context)
    try:
        return stored(world).environment if world is not None else Environment()
    except DioramaError:
        return Environment()


def _change(**changes: Any) -> None:
    from .operators.common import current_world
    from .scene.relight import relight

    world, session = current_world(bpy.context), bpy.context.window_manager.diorama
    if world is None or session.running:
        return
    try:
        relight(world, **changes)
    except DioramaError as error:
        session.end(str(error), error.remedy)


def _getter(name: str) -> Callable[[Any], Any]:
    return lambda owner: getattr(_environment(), name)


def _setter(name: str) -> Callable[[Any, Any], None]:
    return lambda owner, value: _change(**{name: value})


WEATHERS = tuple(name for name, _, _ in WEATHER_ITEMS)


def _get_weather(owner: Any) -> int:
    return WEATHERS.index(_environment().weather)


def _set_weather(owner: Any, value: int) -> None:
    _change(weather=WEATHERS[value])


class DioramaLook(bpy.types.PropertyGroup):
    """The look of the current world: light, and what the next restyle shall use."""

    hour: FloatProperty(  # type: ignore[valid-type]
        name="Time",
        description=HOUR,
        min=0,
        max=24,
        step=25,
        precision=2,
        get=_getter("hour"),
        set=_setter("hour"),
        options=set(),
    )
    weather: EnumProperty(  # type: ignore[valid-type]
        name="Weather",
        description="What the sky is like",
        items=WEATHER_ITEMS,
        get=_get_weather,
        set=_set_weather,
        options=set(),
    )
    north: FloatProperty(  # type: ignore[valid-type]
        name="North",
        description=NORTH,
        subtype="ANGLE",
        soft_min=-3.1416,
        soft_max=3.1416,
        get=_getter("north"),
        set=_setter("north"),
        options=set(),
    )
    palette: StringProperty(  # type: ignore[valid-type]
        name="Colours", description="Colour words or hexes, separated by commas. Empty: those of the prompt, or of the style"
    )


def register() -> None:
    bpy.utils.register_class(DioramaLook)
    bpy.types.Scene.diorama_look = PointerProperty(type=DioramaLook, name="Diorama Look")


def unregister() -> None:
    del bpy.types.Scene.diorama_look
    bpy.utils.unregister_class(DioramaLook)
