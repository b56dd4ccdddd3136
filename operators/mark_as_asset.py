"""Mark generated things as assets."""

from __future__ import annotations

from typing import Any

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


@bpy.app.handlers.persistent
def _saved(*_: Any) -> None:
    from ..scene.studio.mark import save_catalogs

    save_catalogs()


@bpy.app.handlers.persistent
def _loaded(*_: Any) -> None:
    from ..scene.studio.mark import draw_waiting

    draw_waiting()


_register, _unregister = bpy.utils.register_classes_factory((DIORAMA_OT_mark_as_asset,))


def register() -> None:
    _register()
    bpy.app.handlers.save_post.append(_saved)
    bpy.app.handlers.load_post.append(_loaded)


def unregister() -> None:
    for handlers, function in ((bpy.app.handlers.save_post, _saved), (bpy.app.handlers.load_post, _loaded)):
        if function in handlers:
            handlers.remove(function)
    _unregister()
