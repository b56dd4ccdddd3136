"""Another one of the same kind and size."""

from __future__ import annotations

from collections.abc import Iterable

import bpy
from bpy.props import IntProperty

from . import common


class DIORAMA_OT_another_like_it(common.ThingVerb, bpy.types.Operator):
    """Make another one of the same kind and size in its place"""

    bl_idname = "diorama.another_like_it"
    bl_label = "Another One Like It"
    bl_options = {"REGISTER", "UNDO"}

    seed: IntProperty(name="Seed", description="The same seed gives the same thing", min=0, options={"SKIP_SAVE"})  # type: ignore[valid-type]

    def change(self, thing: bpy.types.Object) -> Iterable[str]:
        from ..scene.rebuild import another

        if not self.properties.is_property_set("seed"):
            self.seed = common.new_seed()
        return another(thing, self.seed).notes


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_another_like_it,))
