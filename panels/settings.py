"""What overrules the prompt: room, size, density, style, time."""

from __future__ import annotations

import bpy

from .. import preferences
from . import text


def clock(hour: float) -> str:
    """18.5 -> “18:30”."""
    minutes = round(hour * 60) % (24 * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


class DIORAMA_PT_settings(bpy.types.Panel):
    bl_idname = "DIORAMA_PT_settings"
    bl_label = "Settings"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Diorama"
    bl_parent_id = "DIORAMA_PT_create"

    def draw_header_preset(self, context: bpy.types.Context) -> None:
        text.help_button(self.layout, "Settings")

    def draw(self, context: bpy.types.Context) -> None:
        settings = context.scene.diorama
        layout = self.layout
        layout.use_property_split = True
        layout.use_property_decorate = False
        layout.enabled = not context.window_manager.diorama.running
        layout.prop(settings, "room_type")
        layout.prop(settings, "style")
        self._size(context, layout, settings)
        row = layout.row(heading="Density")
        row.prop(settings, "use_density", text="")
        value = row.row()
        value.active = settings.use_density
        value.prop(settings, "density", text="" if settings.use_density else "Auto", slider=True)
        row = layout.row(heading="Time")
        row.prop(settings, "use_hour", text="")
        value = row.row()
        value.active = settings.use_hour
        value.prop(settings, "hour", text=clock(settings.hour) if settings.use_hour else "Auto", slider=True)

    @staticmethod
    def _size(context: bpy.types.Context, layout: bpy.types.UILayout, settings: bpy.types.PropertyGroup) -> None:
        end = {"METRES": "_m", "FEET": "_ft"}.get(preferences.get(context).units, "")
        row = layout.row(heading="Size")
        row.prop(settings, "use_size", text="")
        value = row.row(align=True)
        value.active = settings.use_size
        value.use_property_split = False
        value.prop(settings, f"width{end}", text="")
        value.prop(settings, f"depth{end}", text="")


register, unregister = bpy.utils.register_classes_factory((DIORAMA_PT_settings,))
