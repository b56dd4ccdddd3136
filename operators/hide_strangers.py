"""Hide what stands in a world's way."""

from __future__ import annotations

import bpy

from . import common


class DIORAMA_OT_hide_strangers(bpy.types.Operator):
    """Hide your own objects that stand within this world, in the viewport and in renders"""

    bl_idname = "diorama.hide_strangers"
    bl_label = "Hide Objects in the Way"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.object_mode(cls, context) and common.has_world(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        for name in context.window_manager.diorama.strangers.split("\n"):
            obj = context.view_layer.objects.get(name)
            if obj is not None:
                obj.hide_set(True)
                obj.hide_render = True
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_hide_strangers,))
