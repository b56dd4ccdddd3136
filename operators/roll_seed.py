"""Roll a new seed."""

from __future__ import annotations

import bpy

from . import common


class DIORAMA_OT_roll_seed(bpy.types.Operator):
    """Roll a new seed and keep it for the next worlds"""

    bl_idname = "diorama.roll_seed"
    bl_label = "Roll Seed"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.idle(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        settings = context.scene.diorama
        settings.seed, settings.seed_locked = common.new_seed(), True
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_roll_seed,))
