"""What several verbs share: polls that say why, and errors shown where the artist looks."""

from __future__ import annotations

import logging
import math
import secrets
from collections.abc import Iterable
from typing import Any

import bpy

from ..model.errors import DioramaError
from ..scene import worlds

log = logging.getLogger(__name__)
BUILT = ("wall", "floor", "ceiling", "light", "camera")
HERE = "The scene is as it was before"


def idle(cls: Any, context: bpy.types.Context) -> bool:
    """Poll: nothing is being generated."""
    if context.window_manager.diorama.running:
        cls.poll_message_set("A world is being generated; ESC cancels it")
        return False
    return True


def object_mode(cls: Any, context: bpy.types.Context) -> bool:
    """Poll: idle, and in Object Mode."""
    if context.mode != "OBJECT":
        cls.poll_message_set("Switch to Object Mode first")
        return False
    return idle(cls, context)


def has_prompt(cls: Any, context: bpy.types.Context) -> bool:
    """Poll: there is something to read."""
    if not context.scene.diorama.full_prompt():
        cls.poll_message_set("Write a prompt first, or choose one from the preset prompts")
        return False
    return True


def has_world(cls: Any, context: bpy.types.Context) -> bool:
    """Poll: idle, and there is a current world."""
    if current_world(context) is None:
        cls.poll_message_set("There is no world yet: write a prompt and press Generate")
        return False
    return idle(cls, context)


def has_thing(cls: Any, context: bpy.types.Context) -> bool:
    """Poll: in Object Mode, and the active object is a thing of a world, or a part of one, that can be changed."""
    why = why_fixed(context)
    if why:
        cls.poll_message_set(why)
        return False
    return object_mode(cls, context)


def why_fixed(context: bpy.types.Context) -> str:
    """Why the active object has no parameters to change, in a sentence; empty when it has."""
    from ..scene.graphs import node_of, root_of

    obj = context.active_object
    if obj is None or not obj.select_get():
        return "Select a thing of the world to see its parameters"
    if obj.library is not None or obj.override_library is not None or (obj.data is not None and obj.data.library is not None):
        return f"{obj.name} is linked from another file: change it there, or make it local"
    role = root_of(obj).get("diorama_role", "")
    if role in BUILT:
        return f"{obj.name} is part of the building; things in the room have parameters"
    if node_of(root_of(obj)) is None:
        return f"{obj.name} was not made by Diorama"
    return ""


def add_thing(context: bpy.types.Context, prompt: str, seed: int) -> bpy.types.Object:
    """Make the one thing that a prompt names, at the 3D cursor, facing the viewer, as a part of the current world; select it."""
    from .. import api

    style = context.scene.diorama.style
    world = current_world(context)
    obj = api.thing(prompt, seed, yaw=_towards_viewer(context), style="" if style == "AUTO" else style, world=world)
    if world is None:
        context.scene.diorama.world = next(c for c in worlds.worlds(context.scene) if obj.name in c.all_objects)
    context.window_manager.diorama.end()
    for other in context.selected_objects:
        other.select_set(False)
    obj.select_set(True)
    context.view_layer.objects.active = obj
    return obj


def _towards_viewer(context: bpy.types.Context) -> float:
    """The yaw that turns a front towards whoever looks at the 3D view; 0 outside one, or from straight above."""
    if context.region_data is None:
        return 0.0
    x, y, _ = context.region_data.view_matrix.inverted_safe().col[2][:3]
    return math.atan2(x, -y) if math.hypot(x, y) > 0.05 else 0.0


def say(operator: bpy.types.Operator, context: bpy.types.Context, notes: Iterable[str]) -> None:
    """Report what a change led to, in the report area and in the panel."""
    text = tuple(notes)
    context.window_manager.diorama.thing_note = "\n".join(text)
    if text:
        operator.report({"INFO"}, " ".join(text))


class ThingVerb:
    """What verbs on the active thing share; `change` does the work and returns what to say of it."""

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return has_thing(cls, context)

    def change(self, thing: bpy.types.Object) -> Iterable[str]:
        """What the verb does; every verb has its own."""
        raise NotImplementedError(type(self).__name__)

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            notes = self.change(context.active_object)
        except DioramaError as error:
            return fail(self, context, error)
        say(self, context, notes)
        return {"FINISHED"}


def has_brief(cls: Any, context: bpy.types.Context) -> bool:
    """Poll: idle, and a prompt was read."""
    if not context.scene.diorama.brief.read:
        cls.poll_message_set("Press Read Prompt first")
        return False
    return idle(cls, context)


def current_world(context: bpy.types.Context) -> bpy.types.Collection | None:
    """The world that the panels are about; the scene's only one when none was chosen."""
    world = context.scene.diorama.world
    if worlds.is_world(world) and world in context.scene.collection.children_recursive:
        return world
    found = worlds.worlds(context.scene)
    return found[0] if found else None


def fail(operator: bpy.types.Operator, context: bpy.types.Context, error: Exception) -> set[str]:
    """Show an error in the report area and in the panel; returns CANCELLED."""
    if isinstance(error, DioramaError):
        text, remedy = str(error), error.remedy
    else:
        log.exception("unexpected error", exc_info=error)
        text = f"Something went wrong inside Diorama: {type(error).__name__}: {error}"
        remedy = f"{HERE}. The system console shows where it happened"
    context.window_manager.diorama.end(text, remedy)
    operator.report({"ERROR"}, text)
    return {"CANCELLED"}


def new_seed() -> int:
    """A seed nobody has chosen; short enough to be read out."""
    return secrets.randbelow(1_000_000)


def look_through_camera(context: bpy.types.Context) -> None:
    """Turn the 3D view that the verb was called in, if it was one, to the scene's camera, with the whole frame in sight."""
    space = context.space_data
    if space is None or space.type != "VIEW_3D":
        return
    space.region_3d.view_perspective = "CAMERA"
    region = next(r for r in context.area.regions if r.type == "WINDOW")
    with context.temp_override(region=region):
        bpy.ops.view3d.view_center_camera()


def redraw(context: bpy.types.Context) -> None:
    """Draw every sidebar again."""
    for window in context.window_manager.windows:
        for area in window.screen.areas:
            if area.type in {"VIEW_3D", "PREFERENCES"}:
                area.tag_redraw()
