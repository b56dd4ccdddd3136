"""Make all of a kind like this one."""

from __future__ import annotations

import bpy

from ..model.errors import DioramaError
from . import common


class DIORAMA_OT_apply_to_alike(bpy.types.Operator):
    """Make all others of its kind in the room like this one; locked ones stay as they are"""

    bl_idname = "diorama.apply_to_alike"
    bl_label = "Apply to All of Its Kind"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_thing(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.rebuild import share

        try:
            done = share(context.active_object)
        except DioramaError as error:
            return common.fail(self, context, error)
        common.say(self, context, (f"{len(done.objects)} made like it.", *done.notes))
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_apply_to_alike,))
