"""Give the current world another style, or roll its colours again."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import bpy
from bpy.props import EnumProperty, IntProperty, StringProperty

from ..model.errors import DioramaError
from ..properties import Item, styles
from . import common

KEEP = ("KEEP", "As It Is", "Keep the style and choose materials and colours anew", "NONE", 0)


@lru_cache(maxsize=1)
def _items() -> tuple[Item, ...]:
    """Cached: Blender keeps no reference to the strings."""
    return (KEEP, *styles()[1:])


def style_items(owner: Any, context: bpy.types.Context | None) -> tuple[Item, ...]:
    return _items()


class DIORAMA_OT_restyle(bpy.types.Operator):
    """Give the current world other materials and colours. Nothing moves; locked things and materials of your own stay"""

    bl_idname = "diorama.restyle"
    bl_label = "Restyle"
    bl_options = {"REGISTER", "UNDO"}

    style: EnumProperty(name="Style", description="Style of materials and colours", items=style_items, options={"SKIP_SAVE"})  # type: ignore[valid-type]
    palette: StringProperty(  # type: ignore[valid-type]
        name="Colours",
        description="Colour words or hexes, separated by commas. Empty: those of the prompt, or of the style",
        options={"SKIP_SAVE"},
    )
    seed: IntProperty(name="Seed", description="The same seed gives the same colours", min=0, options={"SKIP_SAVE"})  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_world(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.restyle import restyle

        if not self.properties.is_property_set("seed"):
            self.seed = common.new_seed()
        words = tuple(w.strip() for w in self.palette.split(",") if w.strip())
        style = "" if self.style == "KEEP" else self.style
        try:
            done = restyle(common.current_world(context), style, words or None, self.seed)
        except DioramaError as error:
            return common.fail(self, context, error)
        self.report({"INFO"}, f"{done.style.replace('_', ' ').capitalize()}: {done.changed} objects changed.")
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_restyle,))
