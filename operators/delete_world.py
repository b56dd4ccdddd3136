"""Delete the current world."""

from __future__ import annotations

import bpy

from ..scene import worlds
from . import common


class DIORAMA_OT_delete_world(bpy.types.Operator):
    """Delete this world with everything that only it uses"""

    bl_idname = "diorama.delete_world"
    bl_label = "Delete World"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.object_mode(cls, context) and common.has_world(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        world = common.current_world(context)
        assert world is not None
        name = world.name
        count = worlds.delete(world)
        following = common.current_world(context)
        if following is not None:
            context.scene.diorama.world = following
            worlds.show_only(context.scene, following)
        self.report({"INFO"}, f"Deleted {name} ({count} objects)")
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_delete_world,))
