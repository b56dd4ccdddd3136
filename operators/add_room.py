"""Ask for one more room."""

from __future__ import annotations

import bpy
from bpy.props import EnumProperty

from ..properties import home_room_items
from . import common


class DIORAMA_OT_add_room(bpy.types.Operator):
    """Ask for one more room; a brief of one room becomes that of a home"""

    bl_idname = "diorama.add_room"
    bl_label = "Add Room"
    bl_options = {"REGISTER", "UNDO"}

    type: EnumProperty(name="Room", description="Type of room", items=home_room_items)  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_brief(cls, context)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        return context.window_manager.invoke_props_dialog(self, width=280, confirm_text="Add")

    def execute(self, context: bpy.types.Context) -> set[str]:
        brief = context.scene.diorama.brief
        if not brief.rooms and not brief.home and brief.room_type != "AUTO":
            first = brief.add_room(brief.room_type)
            first.area, brief.area = brief.area, 0.0
            for r in brief.requests:
                r.room = first.key
        brief.add_room(self.type)
        brief.active_room = len(brief.rooms) - 1
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_add_room,))
