"""Take one of the preset prompts."""

from __future__ import annotations

import bpy
from bpy.props import StringProperty

from . import common


class DIORAMA_OT_use_prompt(bpy.types.Operator):
    """Put this prompt into the field"""

    bl_idname = "diorama.use_prompt"
    bl_label = "Use Prompt"
    bl_options = {"REGISTER", "UNDO", "INTERNAL"}

    prompt: StringProperty(name="Prompt")  # type: ignore[valid-type]

    @classmethod
    def description(cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties) -> str:
        return properties.prompt

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.idle(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        settings = context.scene.diorama
        settings.prompt, settings.text = self.prompt, None
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_use_prompt,))
