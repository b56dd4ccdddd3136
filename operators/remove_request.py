"""Stop asking for a thing."""

from __future__ import annotations

import bpy

from . import common


class DIORAMA_OT_remove_request(bpy.types.Operator):
    """Stop asking for this thing, and for what was said of its place"""

    bl_idname = "diorama.remove_request"
    bl_label = "Remove Thing"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not common.has_brief(cls, context):
            return False
        if not context.scene.diorama.brief.requests:
            cls.poll_message_set("The brief asks for nothing in particular")
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        brief = context.scene.diorama.brief
        at = min(brief.active_request, len(brief.requests) - 1)
        key = brief.requests[at].key
        brief.requests.remove(at)
        for i in reversed(range(len(brief.relations))):
            if key == brief.relations[i].subject or key in brief.relations[i].names():
                brief.relations.remove(i)
        brief.active_request = max(at - 1, 0)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_remove_request,))
