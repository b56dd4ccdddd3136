"""Render the world."""

from __future__ import annotations

import bpy

from .. import preferences
from ..scene import worlds
from ..scene.exposure import adapt
from . import common


class DIORAMA_OT_render(bpy.types.Operator):
    """Render a picture through the scene's camera"""

    bl_idname = "diorama.render"
    bl_label = "Render"
    bl_options = {"REGISTER"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not common.has_world(cls, context):
            return False
        if context.scene.camera is None and not worlds.cameras(common.current_world(context)):
            cls.poll_message_set("The world has lost its cameras: add one, and make it the scene's camera")
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        scene, samples = context.scene, preferences.get(context).render_samples
        if scene.camera is None:
            scene.camera = worlds.cameras(common.current_world(context))[0]
        adapt(scene)
        if samples and scene.render.engine == "CYCLES":
            scene.cycles.samples = samples
        elif samples and hasattr(scene.eevee, "taa_render_samples"):
            scene.eevee.taa_render_samples = samples
        # In a window this opens the render view and goes on beside it; in background it blocks.
        return bpy.ops.render.render("EXEC_DEFAULT" if bpy.app.background else "INVOKE_DEFAULT") & {"FINISHED", "CANCELLED"} or {
            "FINISHED"
        }


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_render,))
