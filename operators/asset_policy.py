"""How studio assets are used for a category in new worlds."""

from __future__ import annotations

import bpy
from bpy.props import EnumProperty, StringProperty

from ..model.errors import DioramaError
from ..properties import category_label
from . import common

POLICIES = (
    ("prefer", "Prefer", "Wherever an asset fits, it takes the place of the generated thing"),
    ("mix", "Mix", "Assets for about half of the things"),
    ("exclude", "Exclude", "Assets only where they are chosen by hand"),
)
NONE = ("none", "As All Others", "No policy of its own: as all other kinds")


def kinds(operator: bpy.types.Operator, context: bpy.types.Context) -> list[tuple[str, str, str]]:
    """The categories that the studio has assets of, for the search."""
    from ..scene.studio.index import current

    try:
        known = {e.category for e in current().entries if e.category}
    except DioramaError:
        known = set()
    _items[:] = [(c, category_label(c), "") for c in sorted(known)] or [("", "No assets of a known kind", "")]
    return _items


_items: list[tuple[str, str, str]] = []  # Blender needs the strings kept


class DIORAMA_OT_asset_policy(bpy.types.Operator):
    """How studio assets are used for this category in new worlds"""

    bl_idname = "diorama.asset_policy"
    bl_label = "Use of Studio Assets"
    bl_options = {"INTERNAL"}

    category: StringProperty(options={"HIDDEN", "SKIP_SAVE"})  # type: ignore[valid-type]  # "" stands for all others
    policy: EnumProperty(name="Use", description="How assets are used", items=(*POLICIES, NONE))  # type: ignore[valid-type]

    @classmethod
    def description(cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties) -> str:
        return f"{next(text for name, _, text in (*POLICIES, NONE) if name == properties.policy)}, in new worlds"

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.studio.index import current, place, save

        try:
            save(current().with_policy(self.category, None if self.policy == "none" else self.policy), place())
        except DioramaError as error:
            return common.fail(self, context, error)
        common.redraw(context)
        return {"FINISHED"}


class DIORAMA_OT_add_asset_policy(bpy.types.Operator):
    """Choose a kind of thing that studio assets shall be used for in another way than for all others"""

    bl_idname = "diorama.add_asset_policy"
    bl_label = "Add Kind"
    bl_options = {"INTERNAL"}
    bl_property = "category"

    category: EnumProperty(name="Kind", description="A kind of thing that there are assets of", items=kinds)  # type: ignore[valid-type]

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        context.window_manager.invoke_search_popup(self)
        return {"RUNNING_MODAL"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        if not self.category:
            self.report({"WARNING"}, "There are no assets of a known kind: scan the asset folders first")
            return {"CANCELLED"}
        return bpy.ops.diorama.asset_policy(category=self.category, policy="prefer")


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_asset_policy, DIORAMA_OT_add_asset_policy))
