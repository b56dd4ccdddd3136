"""Read what the studio's asset folders hold."""

from __future__ import annotations

import bpy

from .. import preferences
from ..model.errors import DioramaError
from . import common


class DIORAMA_OT_scan_assets(bpy.types.Operator):
    """Read the studio's asset folders, which the preferences list. Files that have not changed are not read again"""

    bl_idname = "diorama.scan_assets"
    bl_label = "Scan Asset Folders"
    bl_options = {"REGISTER"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.object_mode(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.studio.index import current, place, save, scan

        folders = preferences.asset_folders(context)
        if not folders:
            self.report({"WARNING"}, "There is no asset folder: add one in the preferences of Diorama")
            return {"CANCELLED"}
        manager = context.window_manager
        manager.progress_begin(0, 100)
        steps = scan(folders, current())
        try:
            while True:
                manager.progress_update(int(100 * next(steps)))
        except StopIteration as stop:
            studio = stop.value
        except DioramaError as error:
            return common.fail(self, context, error)
        finally:
            manager.progress_end()
        try:
            save(studio, place())
        except DioramaError as error:
            return common.fail(self, context, error)
        known = sum(1 for e in studio.entries if e.category)
        self.report({"INFO"}, f"{len(studio.entries)} assets, {known} of them of known categories.")
        for problem in studio.problems:
            self.report({"WARNING"}, problem)
        common.redraw(context)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_scan_assets,))
