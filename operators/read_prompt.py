"""Read the prompt into the brief."""

from __future__ import annotations

import bpy

from . import common


class DIORAMA_OT_read_prompt(bpy.types.Operator):
    """Show what was understood of the prompt, to be edited before anything is built"""

    bl_idname = "diorama.read_prompt"
    bl_label = "Read Prompt"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.idle(cls, context) and common.has_prompt(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        settings = context.scene.diorama
        try:
            from .. import api

            # Only the text: the settings above the brief overrule it at Generate in any case.
            settings.brief.fill(api.understand(api.Request(prompt=settings.full_prompt())))
        except Exception as error:
            return common.fail(self, context, error)
        context.window_manager.diorama.end()
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_read_prompt,))
