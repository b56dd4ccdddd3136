"""Switch to another world of the file."""

from __future__ import annotations

import bpy
from bpy.props import StringProperty

from ..scene import worlds
from . import common


class DIORAMA_OT_switch_world(bpy.types.Operator):
    """Show this world and hide the others"""

    bl_idname = "diorama.switch_world"
    bl_label = "Switch World"
    bl_options = {"REGISTER", "UNDO"}

    name: StringProperty(name="World")  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.object_mode(cls, context) and common.has_world(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        world = next((w for w in worlds.worlds(context.scene) if w.name == self.name), None)
        if world is None:
            self.report({"ERROR"}, f"There is no world called “{self.name}” in this scene")
            return {"CANCELLED"}
        before = common.current_world(context)
        if before is not None:
            worlds.keep_view(context.scene, before)
        context.scene.diorama.world = world
        worlds.show_only(context.scene, world)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_switch_world,))
