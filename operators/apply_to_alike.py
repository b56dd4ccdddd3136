"""Make all of a kind like this one."""

from __future__ import annotations

from collections.abc import Iterable

import bpy

from . import common


class DIORAMA_OT_apply_to_alike(common.ThingVerb, bpy.types.Operator):
    """Make all others of its kind in the room like this one; locked ones stay as they are"""

    bl_idname = "diorama.apply_to_alike"
    bl_label = "Apply to All of Its Kind"
    bl_options = {"REGISTER", "UNDO"}

    def change(self, thing: bpy.types.Object) -> Iterable[str]:
        from ..scene.rebuild import share

        done = share(thing)
        return f"{len(done.objects)} made like it.", *done.notes


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_apply_to_alike,))
