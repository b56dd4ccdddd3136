"""A studio asset in the place of a generated thing."""

from __future__ import annotations

from typing import Any

import bpy
from bpy.props import EnumProperty, StringProperty

from ..model.errors import DioramaError, InputError
from . import common

SCOPES = (
    ("SELECTED", "Selected", "The selected things"),
    ("CATEGORY", "All of Its Kind", "All things of the world that are of the active thing's category, but for locked ones"),
)


def search(owner: Any, context: bpy.types.Context, text: str) -> list[str]:
    """References of the assets that a text field offers."""
    from ..scene.studio.index import current

    return [e.reference for e in current().entries if text.lower() in e.reference.lower()]


class DIORAMA_OT_swap_for_asset(bpy.types.Operator):
    """Put an asset of the studio in the place of the thing: same spot and front, scaled by 15 % at most. Reset takes it back"""

    bl_idname = "diorama.swap_for_asset"
    bl_label = "Swap for Studio Asset"
    bl_options = {"REGISTER", "UNDO"}

    asset: StringProperty(  # type: ignore[valid-type]
        name="Asset", description="The asset; empty for the one that fits best", search=search, options={"SKIP_SAVE"}
    )
    scope: EnumProperty(name="Things", description="Which things are swapped", items=SCOPES)  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_thing(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.graphs import claim, root_of
        from ..scene.studio.swap import swap, swap_category

        try:
            collection, _, node = claim(root_of(context.active_object))
            entry = self._entry(node)
            if self.scope == "CATEGORY":
                count, notes = swap_category(collection, node.category, entry)
                common.say(self, context, notes)
            else:
                things = dict.fromkeys(root_of(o) for o in context.selected_objects)
                done = [swap(o, entry) for o in things if o.get("diorama_role") == "object"]
                common.say(self, context, dict.fromkeys(n for d in done for n in d.notes))
                count = len(done)
        except DioramaError as error:
            return common.fail(self, context, error)
        self.report({"INFO"}, f"{entry.name} in the place of {count} thing{'s' if count != 1 else ''}.")
        return {"FINISHED"}

    def _entry(self, node: Any) -> Any:
        from ..scene.studio.index import current
        from ..scene.studio.swap import best

        studio = current()
        if self.asset:
            return studio.entry(self.asset)
        fitting = best(node, studio)
        if not fitting:
            raise InputError(f"No asset of the studio fits {node.name}.", "Scan the asset folders, or choose one by name.")
        return fitting[0]


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_swap_for_asset,))
