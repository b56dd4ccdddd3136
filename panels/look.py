"""The look of the current world: light by mood or hour, style and colours."""

from __future__ import annotations

import bpy

from ..model.look.moods import MOODS
from ..operators.common import current_world
from . import data, text


class DIORAMA_PT_look(bpy.types.Panel):
    bl_idname = "DIORAMA_PT_look"
    bl_label = "Look"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Diorama"
    bl_order = 1
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return current_world(context) is not None

    def draw_header_preset(self, context: bpy.types.Context) -> None:
        text.help_button(self.layout, "Look")

    def draw(self, context: bpy.types.Context) -> None:
        layout, look = self.layout, context.scene.diorama_look
        layout.enabled = not context.window_manager.diorama.running
        shown = data.outline(current_world(context))
        layout.label(text="Light", icon="LIGHT_SUN")
        grid = layout.grid_flow(row_major=True, columns=2, even_columns=True, align=True)
        for name, mood in MOODS.items():
            grid.operator("diorama.relight", text=mood.label, depress=shown.mood == name).mood = name
        column = layout.column()
        column.use_property_split = True
        column.use_property_decorate = False
        column.prop(look, "hour", slider=True)
        column.prop(look, "weather")
        column.prop(look, "north")
        row = layout.row(align=True)
        for lamps in ("ON", "OFF"):
            done = row.operator("diorama.relight", text=f"Lamps {lamps.capitalize()}", depress=shown.lamps == (lamps == "ON"))
            done.mood, done.lamps = "CUSTOM", lamps
        layout.separator()
        layout.label(text="Style", icon="MATERIAL")
        layout.prop(look, "palette", text="", placeholder="Colours: navy, cream")
        row = layout.row(align=True)
        menu = row.operator_menu_enum("diorama.restyle", "style", text=shown.style.replace("_", " ").capitalize() or "Style")
        menu.palette = look.palette
        again = row.operator("diorama.restyle", text="", icon="FILE_REFRESH")
        again.style, again.palette = "KEEP", look.palette


register, unregister = bpy.utils.register_classes_factory((DIORAMA_PT_look,))
