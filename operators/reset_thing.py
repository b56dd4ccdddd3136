"""Back to what was generated."""

from __future__ import annotations

from collections.abc import Iterable

import bpy

from . import common


class DIORAMA_OT_reset_thing(common.ThingVerb, bpy.types.Operator):
    """Make the thing as it was generated, its materials too; it stays where it is"""

    bl_idname = "diorama.reset_thing"
    bl_label = "Reset to Generated"
    bl_options = {"REGISTER", "UNDO"}

    def change(self, thing: bpy.types.Object) -> Iterable[str]:
        from ..scene.rebuild import reset

        return reset(thing).notes


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_reset_thing,))
