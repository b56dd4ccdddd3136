"""One thing from a prompt of its own."""

from __future__ import annotations

import bpy
from bpy.props import IntProperty, StringProperty

from . import common


class DIORAMA_OT_add_thing(bpy.types.Operator):
    """Make the one thing that a prompt names at the 3D cursor, on the surface under it, facing you"""

    bl_idname = "diorama.add_thing"
    bl_label = "Add Thing from Prompt"
    bl_options = {"REGISTER", "UNDO"}

    prompt: StringProperty(name="Thing", description="For example: a walnut mid-century armchair in green velvet")  # type: ignore[valid-type]
    seed: IntProperty(name="Seed", description="The same prompt and seed give the same thing", min=0)  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.object_mode(cls, context)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        if self.prompt.strip():
            return self.execute(context)
        return context.window_manager.invoke_props_dialog(self, width=360, confirm_text="Add")

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            obj = common.add_thing(context, self.prompt, self.seed)
        except Exception as error:
            return common.fail(self, context, error)
        self.report({"INFO"}, f"{obj.name} at the 3D cursor")
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_add_thing,))
