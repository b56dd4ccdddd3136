"""Say where a thing shall stand."""

from __future__ import annotations

from typing import Any

import bpy
from bpy.props import EnumProperty

from ..model.brief import ARCHITECTURE, OBJECT_RELATIONS, ROOM_RELATIONS
from . import common

_alive: dict[str, list[tuple[str, str, str]]] = {}  # Blender keeps no reference to the strings of dynamic items


def things(operator: Any, context: bpy.types.Context | None) -> list[tuple[str, str, str]]:
    found = [(r.key, r.thing, "") for r in context.scene.diorama.brief.requests] if context else []
    _alive["things"] = found or [("-", "Nothing yet", "")]
    return _alive["things"]


def targets(operator: Any, context: bpy.types.Context | None) -> list[tuple[str, str, str]]:
    room = [(f"@{a}", f"the {a}" if a in {"ceiling", "room", "floor"} else f"a {a}", "Part of the room") for a in ARCHITECTURE]
    _alive["targets"] = [*(t for t in things(operator, context) if t[0] != "-"), *room]
    return _alive["targets"]


class DIORAMA_OT_add_relation(bpy.types.Operator):
    """Say where a thing shall stand"""

    bl_idname = "diorama.add_relation"
    bl_label = "Add Relation"
    bl_options = {"REGISTER", "UNDO"}

    subject: EnumProperty(name="Thing", items=things)  # type: ignore[valid-type]
    kind: EnumProperty(  # type: ignore[valid-type]
        name="Stands",
        items=[(k, k.replace("_", " ").capitalize(), "") for k in dict.fromkeys((*OBJECT_RELATIONS, *ROOM_RELATIONS))],
    )
    target: EnumProperty(name="To", items=targets)  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not common.has_brief(cls, context):
            return False
        if not context.scene.diorama.brief.requests:
            cls.poll_message_set("Ask for a thing first")
            return False
        return True

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        return context.window_manager.invoke_props_dialog(self, width=300, confirm_text="Add")

    def execute(self, context: bpy.types.Context) -> set[str]:
        room = self.target.startswith("@")
        if self.kind not in (ROOM_RELATIONS if room else OBJECT_RELATIONS):
            self.report({"ERROR"}, f"“{self.kind.replace('_', ' ')}” does not go with {'the room' if room else 'another thing'}")
            return {"CANCELLED"}
        if self.target == self.subject:
            self.report({"ERROR"}, "A thing cannot stand in a relation to itself")
            return {"CANCELLED"}
        brief = context.scene.diorama.brief
        row = brief.relations.add()
        row.subject, row.kind = self.subject, self.kind
        if room:
            row.architecture = self.target[1:]
        else:
            row.objects = self.target
        brief.active_relation = len(brief.relations) - 1
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_add_relation,))
