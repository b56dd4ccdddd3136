"""Drop a relation from the brief."""

from __future__ import annotations

import bpy

from . import common


class DIORAMA_OT_remove_relation(bpy.types.Operator):
    """Stop asking for this relation"""

    bl_idname = "diorama.remove_relation"
    bl_label = "Remove Relation"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not common.has_brief(cls, context):
            return False
        if not context.scene.diorama.brief.relations:
            cls.poll_message_set("The brief says nothing about places")
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        brief = context.scene.diorama.brief
        at = min(brief.active_relation, len(brief.relations) - 1)
        brief.relations.remove(at)
        brief.active_relation = max(at - 1, 0)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_remove_relation,))
