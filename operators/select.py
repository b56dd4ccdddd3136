"""Select things of the world."""

from __future__ import annotations

import bpy
from bpy.props import BoolProperty, StringProperty

from ..scene import worlds
from . import common


class DIORAMA_OT_select(bpy.types.Operator):
    """Select in the viewport. Shift: add to the selection. Ctrl: frame it as well"""

    bl_idname = "diorama.select"
    bl_label = "Select in World"
    bl_options = {"REGISTER", "UNDO"}

    ids: StringProperty(options={"HIDDEN", "SKIP_SAVE"})  # type: ignore[valid-type]  # ids or names, one a line
    extend: BoolProperty(name="Extend", description="Add to the selection", options={"SKIP_SAVE"})  # type: ignore[valid-type]
    frame: BoolProperty(name="Frame", description="Move the view to it", options={"SKIP_SAVE"})  # type: ignore[valid-type]

    @classmethod
    def description(cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties) -> str:
        ids = [i for i in properties.ids.split("\n") if i]
        shown = ", ".join(ids[:6]) + (" …" if len(ids) > 6 else "")
        return f"Select {shown}.\nShift: add to the selection. Ctrl: frame it as well"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.object_mode(cls, context) and common.has_world(cls, context)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        self.extend, self.frame = event.shift, event.ctrl
        return self.execute(context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        world = common.current_world(context)
        assert world is not None
        found = [o for o in worlds.find(world, self.ids.split("\n")) if o.name in context.view_layer.objects]
        if not found:
            self.report({"WARNING"}, "It is no longer in the scene, or its collection is switched off")
            return {"CANCELLED"}
        if not self.extend:
            for obj in context.selected_objects:
                obj.select_set(False)
        for obj in found:
            obj.hide_set(False)
            obj.select_set(True)
        context.view_layer.objects.active = found[0]
        if self.frame:
            self._frame(context)
        return {"FINISHED"}

    @staticmethod
    def _frame(context: bpy.types.Context) -> None:
        area = context.area
        if area is None or area.type != "VIEW_3D":
            return
        if area.spaces.active.region_3d.view_perspective == "CAMERA":
            area.spaces.active.region_3d.view_perspective = "PERSP"
        region = next(r for r in area.regions if r.type == "WINDOW")
        with context.temp_override(area=area, region=region):
            bpy.ops.view3d.view_selected()


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_select,))
