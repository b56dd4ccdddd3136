"""Look through one of the world's cameras."""

from __future__ import annotations

import bpy
from bpy.props import StringProperty

from . import common


class DIORAMA_OT_look_through(bpy.types.Operator):
    """Make this the scene's camera and look through it"""

    bl_idname = "diorama.look_through"
    bl_label = "Look Through Camera"
    bl_options = {"REGISTER", "UNDO"}

    camera: StringProperty(name="Camera")  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_world(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        camera = context.scene.objects.get(self.camera)
        if camera is None or camera.type != "CAMERA":
            self.report({"ERROR"}, f"There is no camera called “{self.camera}” in this scene")
            return {"CANCELLED"}
        context.scene.camera = camera
        if not bpy.app.background:
            common.look_through_camera(context)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_look_through,))
