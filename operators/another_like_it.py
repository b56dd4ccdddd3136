"""Another one of the same kind and size."""

from __future__ import annotations

import bpy
from bpy.props import IntProperty

from ..model.errors import DioramaError
from . import common


class DIORAMA_OT_another_like_it(bpy.types.Operator):
    """Make another one of the same kind and size in its place"""

    bl_idname = "diorama.another_like_it"
    bl_label = "Another One Like It"
    bl_options = {"REGISTER", "UNDO"}

    seed: IntProperty(name="Seed", description="The same seed gives the same thing", min=0, options={"SKIP_SAVE"})  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_thing(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.rebuild import another

        if not self.properties.is_property_set("seed"):
            self.seed = common.new_seed()
        try:
            done = another(context.active_object, self.seed)
        except DioramaError as error:
            return common.fail(self, context, error)
        common.say(self, context, done.notes)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_another_like_it,))
