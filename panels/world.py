"""The current world: which one, its cameras, and its outline."""

from __future__ import annotations

import bpy

from ..operators.common import current_world
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
        facts = (f"{shown.things} things", shown.style.replace("_", " ").capitalize(), f"seed {shown.seed}")
        line = layout.row()
        line.active = False
        line.label(text=" · ".join(f for f in facts if f))
        column = layout.column(align=True)
        for camera in shown.cameras:
            active = context.scene.camera is not None and context.scene.camera.name == camera.name
            button = column.operator(
                "diorama.look_through", text=camera.name, icon="CAMERA_DATA", depress=active, translate=False
            )
            button.camera = camera.name
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
        layout = self.layout
        session = context.window_manager.diorama
        layout.prop(session, "filter", text="", icon="VIEWZOOM", placeholder="Filter")
        world = current_world(context)
        assert world is not None
        wanted = session.filter.lower()
        selected = {o.name for o in context.selected_objects}
        for room in data.outline(world).rooms:
            header, body = layout.panel(f"diorama_room_{room.id}")
            header.label(text=room.label, icon="HOME", translate=False)
            if body is None:
                continue
            rows = body.column(align=True)
            self._groups(rows, room.things, wanted, selected, room.id)
            if room.built:
                header, inside = rows.panel(f"diorama_built_{room.id}", default_closed=not wanted)
                header.label(text="Walls, openings and light" if room.id else "Light")
                if inside is not None:
                    self._groups(inside.column(align=True), room.built, wanted, selected, f"built_{room.id}")

    def _groups(
        self, layout: bpy.types.UILayout, groups: tuple[data.Group, ...], wanted: str, selected: set[str], where: str
    ) -> None:
        for group in groups:
            entries = [e for e in group.entries if wanted in e.name.lower() or wanted in group.label.lower()]
            if not entries:
                continue
            if len(entries) == 1:
                row = layout.row(align=True)
                row.alignment = "LEFT"
                indent = row.row()
                indent.ui_units_x = 1.45  # as wide as the arrow of a group
                indent.label(icon="BLANK1")
                self._button(row, entries[0].name, group.icon, entries, selected)
                continue
            header, body = layout.panel(f"diorama_group_{where}_{group.label}", default_closed=True)
            self._button(header, f"{group.label}  ({len(entries)})", group.icon, entries, selected)
            if body is not None:
                column = body.column(align=True)
                for entry in entries:
                    row = column.row(align=True)
                    row.label(icon="BLANK1")
                    self._button(row, entry.name, "DOT", [entry], selected)

    @staticmethod
    def _button(layout: bpy.types.UILayout, label: str, icon: str, entries: list[data.Entry], selected: set[str]) -> None:
        row = layout.row()
        row.alignment = "LEFT"
        chosen = all(e.name in selected for e in entries)
        row.emboss = "NORMAL" if chosen else "NONE"
        row.operator("diorama.select", text=label, icon=icon, depress=chosen, translate=False).ids = "\n".join(
            e.name for e in entries
        )


register, unregister = bpy.utils.register_classes_factory((DIORAMA_MT_worlds, DIORAMA_PT_world, DIORAMA_PT_outline))
