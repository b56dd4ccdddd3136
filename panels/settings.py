"""What overrules the prompt: room, size, density, style, time."""

from __future__ import annotations

from typing import Any

import bpy

from .. import preferences
from . import text


def optional(layout: Any, owner: Any, switch: str, heading: str) -> Any:
    """A row with a check box, for what is chosen well when it is off; returns the row for the value, None while off."""
    row = layout.row(heading=heading)
    row.prop(owner, switch, text="")
    value = row.row(align=True)
    value.use_property_split = False
    if getattr(owner, switch):
        return value
    value.active = False
    value.label(text="Auto")
    return None


def size(context: bpy.types.Context, layout: Any, owner: Any) -> None:
    """Width by depth, in the units of the preferences."""
    end = {"METRES": "_m", "FEET": "_ft"}.get(preferences.get(context).units, "")
    value = optional(layout, owner, "use_size", "Size")
    if value is not None:
        value.prop(owner, f"width{end}", text="")
        value.prop(owner, f"depth{end}", text="")


def clock(layout: Any, owner: Any) -> None:
    """The time of day."""
    value = optional(layout, owner, "use_hour", "Time")
    if value is not None:
        value.prop(owner, "clock", text="")


class DIORAMA_PT_settings(bpy.types.Panel):
    bl_idname = "DIORAMA_PT_settings"
    bl_label = "Settings"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Diorama"
    bl_parent_id = "DIORAMA_PT_create"
    bl_options = {"DEFAULT_CLOSED"}

    def draw_header_preset(self, context: bpy.types.Context) -> None:
        text.help_button(self.layout, "Settings")

    def draw(self, context: bpy.types.Context) -> None:
        settings = context.scene.diorama
        layout = self.layout
        layout.use_property_split = True
        layout.use_property_decorate = False
        layout.enabled = not context.window_manager.diorama.running
        layout.prop(settings, "make")
        layout.prop(settings, "room_type")
        layout.prop(settings, "style")
        size(context, layout, settings)
        value = optional(layout, settings, "use_density", "Density")
        if value is not None:
            value.prop(settings, "density", text="", slider=True)
        clock(layout, settings)


register, unregister = bpy.utils.register_classes_factory((DIORAMA_PT_settings,))
