"""Show the current world at full, medium or low detail."""

from __future__ import annotations

import bpy
from bpy.props import EnumProperty

from ..model.errors import DioramaError
from . import common

LEVEL_ITEMS = (
    ("full", "Full", "Things as they were made"),
    ("medium", "Medium", "About a third of the triangles"),
    ("low", "Low", "About a tenth of the triangles, for large homes and far views"),
)


class DIORAMA_OT_set_detail(bpy.types.Operator):
    """Show the things of the current world with fewer faces, or all of them again. Full meshes are kept as they are"""

    bl_idname = "diorama.set_detail"
    bl_label = "Set Detail"
    bl_options = {"REGISTER", "UNDO"}

    level: EnumProperty(name="Detail", description="How finely things are shown and rendered", items=LEVEL_ITEMS)  # type: ignore[valid-type]

    @classmethod
    def description(cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties) -> str:
        return next(text for name, _, text in LEVEL_ITEMS if name == properties.level)

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_world(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.detail import set_detail

        try:
            done = set_detail(common.current_world(context), self.level)
        except DioramaError as error:
            return common.fail(self, context, error)
        self.report({"INFO"}, f"{done.after:,} triangles ({done.before:,} before).")
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_set_detail,))
