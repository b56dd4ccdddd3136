"""Mark generated things as assets."""

from __future__ import annotations

import bpy

from ..model.errors import DioramaError
from . import common


class DIORAMA_OT_mark_as_asset(bpy.types.Operator):
    """Mark the selected things as assets, with tags, catalog, origin and thumbnail. Marking again brings them up to date"""

    bl_idname = "diorama.mark_as_asset"
    bl_label = "Mark as Asset"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not context.selected_objects:
            cls.poll_message_set("Select things of a generated world first")
            return False
        return common.object_mode(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.studio.mark import mark_assets

        try:
            assets = mark_assets(context.selected_objects)
        except DioramaError as error:
            return common.fail(self, context, error)
        what = assets[0].name if len(assets) == 1 else f"{len(assets)} things"
        self.report({"INFO"}, f"{what} marked as asset{'s' if len(assets) > 1 else ''}; save the file to find them in a library.")
        return {"FINISHED"}


_register, _unregister = bpy.utils.register_classes_factory((DIORAMA_OT_mark_as_asset,))


def register() -> None:
    from ..scene.studio import mark

    _register()
    mark.register()


def unregister() -> None:
    from ..scene.studio import mark

    mark.unregister()
    _unregister()
