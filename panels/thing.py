"""The selected thing: what it is, where it came from, and its parameters and materials."""

from __future__ import annotations

from typing import Any

import bpy

from ..operators.common import current_world, why_fixed
from ..parameters import SIZE, SLOTS, ensure_soon, label, own_material, ready, slots_of, values_of
from . import data, text

LONG = 9  # parameters from which on there is a search field


class DIORAMA_PT_thing(bpy.types.Panel):
    bl_idname = "DIORAMA_PT_thing"
    bl_label = "Thing"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Diorama"
    bl_order = 1

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return current_world(context) is not None

    def draw_header_preset(self, context: bpy.types.Context) -> None:
        text.help_button(self.layout, "Thing")

    def draw(self, context: bpy.types.Context) -> None:
        width = text.sidebar_width(context)
        why = why_fixed(context)
        if why:
            text.wrapped(self.layout, f"{why}.", width)
            return
        thing = data.thing(context.active_object)
        obj = context.view_layer.objects.get(thing.name) if thing else None
        if thing is None or obj is None:
            return
        self._identity(context, obj, thing, width)
        if not ready(thing.generator):
            ensure_soon((thing.generator,))  # registering is not allowed while Blender draws
            return
        column = self.layout.column()
        column.enabled = context.mode == "OBJECT" and not context.window_manager.diorama.running
        column.use_property_split = True
        column.use_property_decorate = False
        self._parameters(context, column, obj, thing)
        self._materials(context, column, obj)
        self._verbs(context, column, thing, width)

    def _identity(self, context: bpy.types.Context, obj: bpy.types.Object, thing: data.Thing, width: float) -> None:
        row = self.layout.row(align=True)
        row.prop(obj, "name", text="", icon=thing.icon)
        if "diorama_lock" in obj:
            row.prop(obj, '["diorama_lock"]', text="", icon="LOCKED" if obj["diorama_lock"] else "UNLOCKED")
        column = self.layout.column(align=True)
        column.active = False
        for line in thing.facts:
            text.wrapped(column, line, width, most=3)
        chosen = len(context.selected_objects)
        if chosen > 1:
            text.wrapped(column, f"{chosen} objects are selected; this is the active one.", width)

    @staticmethod
    def _parameters(context: bpy.types.Context, layout: Any, obj: bpy.types.Object, thing: data.Thing) -> None:
        session, group = context.window_manager.diorama, getattr(obj.diorama, thing.generator)
        names = list(values_of(obj))
        if len(names) > LONG:
            layout.prop(session, "thing_filter", text="", icon="VIEWZOOM", placeholder="Search")
        wanted = session.thing_filter.lower() if len(names) > LONG else ""
        names = [n for n in names if wanted in label(n).lower()]
        for title, chosen in (("Size", [n for n in names if n in SIZE]), ("Shape", [n for n in names if n not in SIZE])):
            if not chosen:
                continue
            header, body = layout.panel(f"diorama_thing_{title.lower()}")
            header.label(text=title)
            if body is not None:
                column = body.column(align=title == "Size")
                for name in chosen:
                    column.prop(group, name)

    @staticmethod
    def _materials(context: bpy.types.Context, layout: Any, obj: bpy.types.Object) -> None:
        header, body = layout.panel("diorama_thing_materials")
        header.label(text="Materials")
        if body is None:
            return
        for k, (slot, _, _) in enumerate(slots_of(obj)[:SLOTS]):
            row = body.row(align=True)
            row.prop(obj.diorama, f"material_{k}", text=label(slot), icon="USER" if own_material(obj, k) else "NONE")
            colour = row.row(align=True)
            colour.ui_units_x = 1.6
            colour.prop(obj.diorama, f"colour_{k}", text="")

    def _verbs(self, context: bpy.types.Context, layout: Any, thing: data.Thing, width: float) -> None:
        session = context.window_manager.diorama
        if thing.twins:
            layout.use_property_split = False
            layout.prop(session, "together", text=f"Change All {thing.twins + 1} Alike")
        column = layout.column(align=True)
        if not thing.built:
            column.operator("diorama.another_like_it", icon="FILE_REFRESH")
        if thing.kin:
            column.operator("diorama.apply_to_alike", text=f"Apply to {thing.kin} More of Its Kind", icon="DUPLICATE")
        if thing.changed:
            column.operator("diorama.reset_thing", icon="LOOP_BACK")
        column.operator("diorama.mark_as_asset", icon="ASSET_MANAGER")
        for note in session.thing_note.split("\n") if session.thing_note else ():
            text.wrapped(self.layout, note, width, icon="INFO", most=4)


register, unregister = bpy.utils.register_classes_factory((DIORAMA_PT_thing,))
