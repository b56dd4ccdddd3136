"""Back to what was generated."""

from __future__ import annotations

import bpy

from ..model.errors import DioramaError
from . import common


class DIORAMA_OT_reset_thing(bpy.types.Operator):
    """Make the thing as it was generated, its materials too; it stays where it is"""

    bl_idname = "diorama.reset_thing"
    bl_label = "Reset to Generated"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_thing(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.rebuild import reset

        try:
            done = reset(context.active_object)
        except DioramaError as error:
            return common.fail(self, context, error)
        common.say(self, context, done.notes)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_reset_thing,))
