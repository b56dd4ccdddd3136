"""Ask for one more kind of thing."""

from __future__ import annotations

import bpy
from bpy.props import StringProperty

from ..properties import category_named, search_things
from . import common


class DIORAMA_OT_add_request(bpy.types.Operator):
    """Ask for one more kind of thing"""

    bl_idname = "diorama.add_request"
    bl_label = "Add Thing"
    bl_options = {"REGISTER", "UNDO"}

    thing: StringProperty(  # type: ignore[valid-type]
        name="Thing",
        default="Chair",
        search=search_things,
        search_options={"SUGGESTION"},
        description="What to ask for; any noun will do",
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_brief(cls, context)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        return context.window_manager.invoke_props_dialog(self, width=280, confirm_text="Add")

    def execute(self, context: bpy.types.Context) -> set[str]:
        brief = context.scene.diorama.brief
        base = category_named(self.thing) or self.thing.strip().lower().replace(" ", "_")
        keys = {r.key for r in brief.requests}
        row = brief.requests.add()
        row.key = next(k for k in (base, *(f"{base}_{i}" for i in range(2, 999))) if k not in keys)
        row.category, row.thing, row.label = category_named(self.thing), self.thing.strip(), self.thing.strip().lower()
        brief.active_request = len(brief.requests) - 1
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_add_request,))
