"""Check the world again."""

from __future__ import annotations

import bpy

from ..panels import data
from . import common


class DIORAMA_OT_check(bpy.types.Operator):
    """Measure the world as it stands now, with all changes made by hand"""

    bl_idname = "diorama.check"
    bl_label = "Check Again"
    bl_options = {"REGISTER"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        world = common.current_world(context)
        if world is not None and not any(o.get("diorama_role") in {"floor", "wall"} for o in world.all_objects):
            cls.poll_message_set("These are things alone: there is no room to check them in")
            return False
        return common.has_world(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.report import check

        world = common.current_world(context)
        assert world is not None
        try:
            found = check(world)
        except Exception as error:
            return common.fail(self, context, error)
        data.remember_report(world, found)
        n = len(found.issues)
        self.report({"INFO"}, "Nothing to complain about" if not n else f"{n} issue{'s' if n > 1 else ''}")
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_check,))
