"""The first panel: the prompt, the seed and Generate."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import bpy

from . import text

PRESETS = Path(__file__).parent / "presets.json"


@lru_cache(maxsize=1)
def presets() -> tuple[tuple[str, str], ...]:
    """(label, prompt) of the prompts to start from."""
    return tuple((p["label"], p["prompt"]) for p in json.loads(PRESETS.read_text(encoding="utf-8")))


class DIORAMA_MT_prompts(bpy.types.Menu):
    """Prompts to start from"""

    bl_idname = "DIORAMA_MT_prompts"
    bl_label = "Preset Prompts"

    def draw(self, context: bpy.types.Context) -> None:
        for label, prompt in presets():
            self.layout.operator("diorama.use_prompt", text=label).prompt = prompt


class DIORAMA_PT_create(bpy.types.Panel):
    bl_idname = "DIORAMA_PT_create"
    bl_label = "Create"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Diorama"
    bl_order = 0

    def draw_header_preset(self, context: bpy.types.Context) -> None:
        text.help_button(self.layout, "Create")

    def draw(self, context: bpy.types.Context) -> None:
        settings, session = context.scene.diorama, context.window_manager.diorama
        column = self.layout.column()
        column.enabled = not session.running
        self._prompt(context, column, settings)
        row = column.row(align=True)
        row.prop(settings, "seed")
        row.operator("diorama.roll_seed", text="", icon="FILE_REFRESH")
        row.prop(settings, "seed_locked", text="", icon="LOCKED" if settings.seed_locked else "UNLOCKED")
        if session.running:
            self._progress(session)
        else:
            row = self.layout.row()
            row.scale_y = 1.6
            row.operator("diorama.generate", text="Generate", icon="SHADERFX")
            if settings.world is not None:
                self.layout.prop(settings, "replace")
        if session.error:
            self._error(context, session)

    @staticmethod
    def _prompt(context: bpy.types.Context, layout: bpy.types.UILayout, settings: bpy.types.PropertyGroup) -> None:
        row = layout.row(align=True)
        if settings.text is None:
            row.prop(settings, "prompt", text="", placeholder="A cosy bedroom with two lamps …")
            row.menu("DIORAMA_MT_prompts", text="", icon="PRESET")
            row.operator("diorama.edit_prompt", text="", icon="TEXT")
        else:
            row.operator("diorama.edit_prompt", text="Editing as Text", icon="TEXT")
            row.operator("diorama.finish_prompt", text="", icon="CHECKMARK")
        width = text.sidebar_width(context)
        prompt = settings.full_prompt()
        if settings.text is not None or len(prompt) > width / 7:
            text.wrapped(layout.box(), prompt or "The text is empty", width - text.BOX, most=7)

    def _progress(self, session: bpy.types.PropertyGroup) -> None:
        column = self.layout.column(align=True)
        bar = column.row()
        bar.scale_y = 1.6
        bar.progress(factor=session.fraction, text=session.message)
        hint = column.row()
        hint.alignment = "CENTER"
        hint.label(text="   cancels", icon="EVENT_ESC")

    def _error(self, context: bpy.types.Context, session: bpy.types.PropertyGroup) -> None:
        box = self.layout.box()
        width = text.sidebar_width(context) - 16
        warn = box.column()
        warn.alert = True
        text.wrapped(warn, session.error, width, icon="ERROR", most=6)
        if session.remedy:
            text.wrapped(box, session.remedy, width, icon="BLANK1", most=6)


register, unregister = bpy.utils.register_classes_factory((DIORAMA_MT_prompts, DIORAMA_PT_create))
