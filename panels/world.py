"""The current world: which one, its cameras, and its outline."""

from __future__ import annotations

from typing import Any

import bpy
from bpy.props import BoolProperty

from ..operators.common import current_world
from ..operators.set_detail import LEVEL_ITEMS
from ..scene.detail import detail_of
from ..scene.worlds import worlds
from . import data, text


class DIORAMA_MT_worlds(bpy.types.Menu):
    """Worlds of this scene"""

    bl_idname = "DIORAMA_MT_worlds"
    bl_label = "Worlds"

    def draw(self, context: bpy.types.Context) -> None:
        now = current_world(context)
        for world in worlds(context.scene):
            icon = "RADIOBUT_ON" if world == now else "RADIOBUT_OFF"
            self.layout.operator("diorama.switch_world", text=world.name, icon=icon, translate=False).name = world.name


class DIORAMA_PT_world(bpy.types.Panel):
    bl_idname = "DIORAMA_PT_world"
    bl_label = "World"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Diorama"
    bl_order = 1

    def draw_header_preset(self, context: bpy.types.Context) -> None:
        text.help_button(self.layout, "World")

    def draw(self, context: bpy.types.Context) -> None:
        layout = self.layout
        world = current_world(context)
        width = text.sidebar_width(context)
        if world is None:
            text.wrapped(layout, "No world yet. Write a prompt above and press Generate.", width)
            return
        row = layout.row(align=True)
        row.menu("DIORAMA_MT_worlds", text="", icon="WORLD")
        row.prop(world, "name", text="")
        row.operator("diorama.delete_world", text="", icon="TRASH")
        shown = data.outline(world)
        things = f"{shown.things} thing{'' if shown.things == 1 else 's'}"
        facts = (things, shown.style.replace("_", " ").capitalize(), f"seed {shown.seed}" if shown.prompt else "")
        line = layout.row()
        line.active = False
        line.label(text=" · ".join(f for f in facts if f))
        detail = layout.row(align=True)
        for level, label, _ in LEVEL_ITEMS:
            detail.operator("diorama.set_detail", text=label, depress=detail_of(world) == level).level = level
        views = layout.grid_flow(row_major=True, columns=2, even_columns=True, align=True)
        for camera in shown.cameras:
            active = context.scene.camera is not None and context.scene.camera.name == camera
            button = views.operator("diorama.look_through", text=camera, icon="CAMERA_DATA", depress=active, translate=False)
            button.camera = camera
        self._strangers(context, layout, width)
        layout.operator("diorama.render", icon="RENDER_STILL")
        for note in shown.notes:
            text.wrapped(layout, note, width, icon="INFO", most=5)

    @staticmethod
    def _strangers(context: bpy.types.Context, layout: bpy.types.UILayout, width: float) -> None:
        names = [n for n in context.window_manager.diorama.strangers.split("\n") if n]
        found = [n for n in names if (o := context.view_layer.objects.get(n)) is not None and o.visible_get()]
        if not found:
            return
        box = layout.box()
        shown = ", ".join(found[:3]) + (f" and {len(found) - 3} more" if len(found) > 3 else "")
        verb = "stands in this room but is" if len(found) == 1 else "stand in this room but are"
        text.wrapped(box, f"{shown} {verb} not part of it.", width - text.BOX, icon="INFO", most=4)
        box.operator("diorama.hide_strangers", text="Hide", icon="HIDE_ON")


class DIORAMA_UL_outline(bpy.types.UIList):
    """What is in the world: the roots among its objects"""

    bl_idname = "DIORAMA_UL_outline"

    searched: BoolProperty(options={"HIDDEN"})  # type: ignore[valid-type]  # the search field has been shown once
    built: BoolProperty(  # type: ignore[valid-type]
        name="Walls, Openings and Light", description="List walls, floors, doors, windows and lights as well"
    )

    def draw_item(self, context: Any, layout: Any, world: Any, item: Any, icon: Any, active: Any, name: str, *_: Any) -> None:
        row = data.row(item.name)
        if row is None:
            return
        line = layout.row(align=True)
        line.emboss = "NONE"
        line.operator("diorama.select", text="", icon=row.icon).ids = "\n".join(row.alike)
        chosen = item.select_get() and item != context.active_object  # the active one's whole row is marked
        button = line.row()
        button.alignment = "LEFT"
        button.emboss = "NORMAL" if chosen else "NONE"
        button.operator("diorama.select", text=row.name, depress=chosen, translate=False).ids = row.name
        if row.room:
            room = line.row()
            room.alignment = "RIGHT"
            room.active = False
            room.label(text=row.room, translate=False)

    def draw_filter(self, context: Any, layout: Any) -> None:
        row = layout.row(align=True)
        row.prop(self, "filter_name", text="", icon="VIEWZOOM", placeholder="Search")
        row.prop(self, "built", text="", icon="MOD_BUILD")

    def filter_items(self, context: Any, world: Any, name: str) -> tuple[list[int], list[int]]:
        if not self.searched:
            self.searched = self.use_filter_show = True
        rows, wanted = data.outline(world).rows, self.filter_name.lower()
        order = {n: k for k, n in enumerate(rows)}
        names = [o.name for o in getattr(world, name)]
        flags = [
            self.bitflag_filter_item
            if (row := rows.get(n)) and (self.built or not row.built) and wanted in f"{n} {row.kind} {row.room}".lower()
            else 0
            for n in names
        ]
        at = {i: k for k, i in enumerate(sorted(range(len(names)), key=lambda i: order.get(names[i], len(order))))}
        return flags, [at[i] for i in range(len(names))]


class DIORAMA_PT_outline(bpy.types.Panel):
    bl_idname = "DIORAMA_PT_outline"
    bl_label = "Outline"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Diorama"
    bl_parent_id = "DIORAMA_PT_world"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return current_world(context) is not None

    def draw_header_preset(self, context: bpy.types.Context) -> None:
        text.help_button(self.layout, "Outline")

    def draw(self, context: bpy.types.Context) -> None:
        session, world = context.window_manager.diorama, current_world(context)
        self.layout.template_list("DIORAMA_UL_outline", "", world, "all_objects", session, "outlined", rows=6, maxrows=6)


register, unregister = bpy.utils.register_classes_factory(
    (DIORAMA_MT_worlds, DIORAMA_UL_outline, DIORAMA_PT_world, DIORAMA_PT_outline)
)
