"""Edit a long prompt in a text editor."""

from __future__ import annotations

import bpy

from . import common

NAME = "Diorama prompt"


class DIORAMA_OT_edit_prompt(bpy.types.Operator):
    """Edit the prompt in a text editor, in a window of its own; for prompts of several lines"""

    bl_idname = "diorama.edit_prompt"
    bl_label = "Edit Prompt as Text"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.idle(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        settings = context.scene.diorama
        if settings.text is None:
            settings.text = bpy.data.texts.get(NAME) or bpy.data.texts.new(NAME)
            settings.text.clear()
            settings.text.write(settings.prompt)
        if not bpy.app.background and context.window is not None:
            self._open(context, settings.text)
        return {"FINISHED"}

    @staticmethod
    def _open(context: bpy.types.Context, text: bpy.types.Text) -> None:
        open_areas = [a for w in context.window_manager.windows for a in w.screen.areas if a.type == "TEXT_EDITOR"]
        if not open_areas:
            bpy.ops.wm.window_new()
            open_areas = [context.window_manager.windows[-1].screen.areas[0]]
            open_areas[0].type = "TEXT_EDITOR"
        space = open_areas[0].spaces.active
        space.text, space.show_word_wrap, space.show_line_numbers = text, True, False


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_edit_prompt,))
