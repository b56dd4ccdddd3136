"""Take a folder out of the studio's assets."""

from __future__ import annotations

import bpy
from bpy.props import IntProperty

from .. import preferences


class DIORAMA_OT_remove_asset_folder(bpy.types.Operator):
    """Take the folder out of the studio's assets; its files stay"""

    bl_idname = "diorama.remove_asset_folder"
    bl_label = "Remove Asset Folder"
    bl_options = {"INTERNAL"}

    index: IntProperty(options={"HIDDEN", "SKIP_SAVE"})  # type: ignore[valid-type]

    def execute(self, context: bpy.types.Context) -> set[str]:
        own = preferences.get(context)
        if not 0 <= self.index < len(own.asset_folders) or isinstance(own, preferences.Defaults):
            self.report({"ERROR"}, "There is no such folder in the preferences")
            return {"CANCELLED"}
        own.asset_folders.remove(self.index)
        context.preferences.is_dirty = True
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_remove_asset_folder,))
