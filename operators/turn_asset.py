"""Turn the front of a studio asset, once and for all."""

from __future__ import annotations

import math

import bpy
from bpy.props import FloatProperty, StringProperty

from ..model.errors import DioramaError
from . import common


class DIORAMA_OT_turn_asset(bpy.types.Operator):
    """Turn the front of the asset that the thing shows. It is remembered, and all things of the world that show it turn"""

    bl_idname = "diorama.turn_asset"
    bl_label = "Turn Front"
    bl_options = {"UNDO"}  # no redo panel: what is remembered would be turned again each time

    asset: StringProperty(options={"HIDDEN", "SKIP_SAVE"})  # type: ignore[valid-type]
    angle: FloatProperty(  # type: ignore[valid-type]
        name="Angle",
        description="Counter-clockwise, seen from above",
        subtype="ANGLE",
        default=math.pi / 2,
        options={"SKIP_SAVE"},
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_world(cls, context) and common.object_mode(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.studio.index import current, place, save
        from ..scene.studio.swap import swap_again

        try:
            studio = current().turned(self.asset, self.angle)
            notes = swap_again(common.current_world(context), studio.entry(self.asset))
            save(studio, place())
        except DioramaError as error:
            return common.fail(self, context, error)
        common.say(self, context, notes)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_turn_asset,))
