"""Take the prompt back from the text editor."""

from __future__ import annotations

import bpy

from . import common


class DIORAMA_OT_finish_prompt(bpy.types.Operator):
    """Take the text back into the prompt field and delete the text"""

    bl_idname = "diorama.finish_prompt"
    bl_label = "Take Text as Prompt"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if context.scene.diorama.text is None:
            cls.poll_message_set("The prompt is not being edited as text")
            return False
        return common.idle(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        settings = context.scene.diorama
        text = settings.text
        settings.prompt = " ".join(text.as_string().split())
        settings.text = None
        bpy.data.texts.remove(text)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_finish_prompt,))
