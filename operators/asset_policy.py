"""How studio assets are used for a category in new worlds."""

from __future__ import annotations

import bpy
from bpy.props import EnumProperty, StringProperty

from ..model.errors import DioramaError
from . import common

POLICIES = (
    ("prefer", "Prefer", "Wherever an asset fits, it takes the place of the generated thing"),
    ("mix", "Mix", "Assets for about half of the things"),
    ("exclude", "Exclude", "Assets only where they are chosen by hand"),
)


class DIORAMA_OT_asset_policy(bpy.types.Operator):
    """How studio assets are used for this category in new worlds"""

    bl_idname = "diorama.asset_policy"
    bl_label = "Use of Studio Assets"
    bl_options = {"INTERNAL"}

    category: StringProperty(options={"HIDDEN", "SKIP_SAVE"})  # type: ignore[valid-type]  # "" stands for all others
    policy: EnumProperty(name="Use", description="How assets are used", items=POLICIES)  # type: ignore[valid-type]

    @classmethod
    def description(cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties) -> str:
        return f"{next(text for name, _, text in POLICIES if name == properties.policy)}, in new worlds"

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.studio.index import current, place, save

        try:
            save(current().with_policy(self.category, self.policy), place())
        except DioramaError as error:
            return common.fail(self, context, error)
        common.redraw(context)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_asset_policy,))
