"""Stop asking for a room."""

from __future__ import annotations

import bpy

from . import common


class DIORAMA_OT_remove_room(bpy.types.Operator):
    """Stop asking for this room; its things go where they are at home. Without rooms, the brief is of one room again"""

    bl_idname = "diorama.remove_room"
    bl_label = "Remove Room"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not common.has_brief(cls, context):
            return False
        if not context.scene.diorama.brief.rooms:
            cls.poll_message_set("The brief names no rooms of a home")
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        brief = context.scene.diorama.brief
        at = min(brief.active_room, len(brief.rooms) - 1)
        key = brief.rooms[at].key
        brief.rooms.remove(at)
        for r in brief.requests:
            r.room = "" if r.room == key else r.room
        brief.home = brief.home if brief.rooms else ""
        brief.active_room = max(at - 1, 0)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_remove_room,))
