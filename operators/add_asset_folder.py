"""Add a folder to the studio's assets."""

from __future__ import annotations

from pathlib import Path

import bpy
from bpy.props import StringProperty

from .. import preferences


class DIORAMA_OT_add_asset_folder(bpy.types.Operator):
    """Add a folder with Blender, glTF or USD files to the studio's assets"""

    bl_idname = "diorama.add_asset_folder"
    bl_label = "Add Asset Folder"
    bl_options = {"INTERNAL"}

    directory: StringProperty(name="Folder", description="Folder with assets", subtype="DIR_PATH", options={"SKIP_SAVE"})  # type: ignore[valid-type]

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        context.window_manager.fileselect_add(self)
        return {"RUNNING_MODAL"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        own = preferences.get(context)
        if isinstance(own, preferences.Defaults):
            self.report({"ERROR"}, "Diorama runs without being installed, so it has no preferences to keep the folder in")
            return {"CANCELLED"}
        if not self.directory or not Path(bpy.path.abspath(self.directory)).is_dir():
            self.report({"ERROR"}, "That folder is not there")
            return {"CANCELLED"}
        own.asset_folders.add().path = self.directory
        context.preferences.is_dirty = True
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_add_asset_folder,))
