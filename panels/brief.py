"""The brief: what was understood, to be edited."""

from __future__ import annotations

from typing import Any

import bpy

from ..properties import room_name
from . import text
from .settings import clock, size

# How a relation is said; kinds not named here are said as they are written.
PHRASES = {
    "faces": "facing",
    "left_of": "left of",
    "right_of": "right of",
    "middle_of": "in the middle of",
    "long_side": "along the long side of",
    "short_side": "at the short side of",
    "each_side": "on each side of",
    "flank": "flanking",
    "against_wall": "against",
    "on_wall": "on",
    "in_corner": "in",
    "middle_of_room": "in the middle of",
    "hang_from_ceiling": "hanging from",
    "at_back": "at the back of",
    "along_wall": "along",
}


def sentence(relation: Any, labels: dict[str, str]) -> str:
    """“2 nightstands next to the bed”, as words."""
    subject = labels.get(relation.subject, relation.subject)
    if relation.op:
        subject = f"{relation.value} of {subject}"
    verb = PHRASES.get(relation.kind, relation.kind.replace("_", " "))
    if relation.architecture:
        unique = relation.architecture in {"ceiling", "room", "floor"}
        what = f"{'the' if unique else 'a'} {relation.architecture}"
    else:
        what = " and ".join(labels.get(k, k) for k in relation.names())
    return f"{subject} {verb} {'each ' if relation.each else ''}{what}"


class DIORAMA_UL_rooms(bpy.types.UIList):
    """Rooms of a home"""

    bl_idname = "DIORAMA_UL_rooms"

    def draw_item(self, context: Any, layout: Any, owner: Any, item: Any, icon: Any, active: Any, name: str, *_: Any) -> None:
        split = layout.split(factor=0.7)
        split.label(text=room_name(item))
        area = split.row()
        area.alignment = "RIGHT"
        area.active = False
        area.label(text=f"{item.area:.0f} m²" if item.area else "")


class DIORAMA_UL_requests(bpy.types.UIList):
    """Things asked for"""

    bl_idname = "DIORAMA_UL_requests"

    def draw_item(self, context: Any, layout: Any, owner: Any, item: Any, icon: Any, active: Any, name: str, *_: Any) -> None:
        split = layout.split(factor=0.16)
        count = split.row()
        count.alignment = "RIGHT"
        count.label(text=item.count_text())
        row = split.row(align=True)
        row.label(text=item.thing)
        wishes = row.row()
        wishes.active = False
        wishes.label(text=item.attributes)
        if item.stand_in:
            row.label(icon="INFO")

    def filter_items(self, context: Any, owner: Any, name: str) -> tuple[list[int], list[int]]:
        rows = getattr(owner, name)
        if not self.filter_name:
            return [], []
        return [self.bitflag_filter_item if self.filter_name.lower() in r.thing.lower() else 0 for r in rows], []


class DIORAMA_UL_relations(bpy.types.UIList):
    """Relations asked for"""

    bl_idname = "DIORAMA_UL_relations"

    def draw_item(self, context: Any, layout: Any, owner: Any, item: Any, icon: Any, active: Any, name: str, *_: Any) -> None:
        layout.label(text=sentence(item, {r.key: r.thing.lower() for r in owner.requests}).capitalize())


class DIORAMA_PT_brief(bpy.types.Panel):
    bl_idname = "DIORAMA_PT_brief"
    bl_label = "Brief"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Diorama"
    bl_parent_id = "DIORAMA_PT_create"
    bl_options = {"DEFAULT_CLOSED"}

    def draw_header_preset(self, context: bpy.types.Context) -> None:
        text.help_button(self.layout, "Brief")

    def draw(self, context: bpy.types.Context) -> None:
        settings = context.scene.diorama
        brief = settings.brief
        layout = self.layout
        width = text.sidebar_width(context)
        layout.enabled = not context.window_manager.diorama.running
        layout.operator("diorama.read_prompt", icon="VIEWZOOM", text="Read Prompt Again" if brief.read else "Read Prompt")
        if not brief.read:
            text.wrapped(layout, "See what is understood before anything is built, and change it.", width)
            return
        if not settings.brief_is_current():
            text.wrapped(layout, "The prompt has changed since: Generate will read it afresh.", width, icon="INFO")
        body = layout.column()
        body.active = settings.brief_is_current()
        self._room(context, body, settings, brief)
        self._rooms(body, brief)
        self._things(body, brief)
        self._relations(body, brief)
        if brief.notes:
            box = body.box()
            for note in brief.notes.split("\n"):
                text.wrapped(box, note, width - text.BOX, icon="INFO", most=5)

    @staticmethod
    def _room(context: bpy.types.Context, layout: bpy.types.UILayout, settings: Any, brief: Any) -> None:
        # What the settings fix overrules the brief: shown as inactive here.
        column = layout.column()
        column.use_property_split = True
        column.use_property_decorate = False
        home = bool(brief.rooms or brief.home)
        if not home:
            row = column.row()
            row.active = settings.room_type == "AUTO"
            row.prop(brief, "room_type")
        row = column.row()
        row.active = settings.style == "AUTO"
        row.prop(brief, "style")
        row = column.column()
        row.active = not settings.use_size
        size(context, row, brief)
        if home and not brief.use_size:
            column.prop(brief, "area")
        row = column.column()
        row.active = not settings.use_hour
        clock(row, brief)
        column.prop(brief, "palette")
        column.prop(brief, "mood")

    @staticmethod
    def _rooms(layout: bpy.types.UILayout, brief: Any) -> None:
        if not brief.rooms and not brief.home:
            layout.operator("diorama.add_room", icon="ADD")
            return
        layout.label(text="Rooms")
        row = layout.row()
        row.template_list("DIORAMA_UL_rooms", "", brief, "rooms", brief, "active_room", rows=3)
        side = row.column(align=True)
        side.operator("diorama.add_room", text="", icon="ADD")
        side.operator("diorama.remove_room", text="", icon="REMOVE")
        if 0 <= brief.active_room < len(brief.rooms):
            column = layout.column()
            column.use_property_split = True
            column.use_property_decorate = False
            item = brief.rooms[brief.active_room]
            column.prop(item, "type")
            column.prop(item, "label")
            column.prop(item, "area")

    @staticmethod
    def _things(layout: bpy.types.UILayout, brief: Any) -> None:
        layout.label(text="Things")
        row = layout.row()
        row.template_list("DIORAMA_UL_requests", "", brief, "requests", brief, "active_request", rows=4)
        side = row.column(align=True)
        side.operator("diorama.add_request", text="", icon="ADD")
        side.operator("diorama.remove_request", text="", icon="REMOVE")
        if not 0 <= brief.active_request < len(brief.requests):
            return
        item = brief.requests[brief.active_request]
        column = layout.column()
        column.use_property_split = True
        column.use_property_decorate = False
        column.prop(item, "thing")
        column.prop(item, "op")
        column.prop(item, "value")
        column.prop(item, "attributes", placeholder="red, oak, round")
        if brief.rooms:
            column.prop(item, "place")
        if item.stand_in:
            hint = column.row()
            hint.active = False
            hint.label(text=f"Nearest to “{item.label}”", icon="INFO")

    @staticmethod
    def _relations(layout: bpy.types.UILayout, brief: Any) -> None:
        layout.label(text="Places")
        row = layout.row()
        row.template_list("DIORAMA_UL_relations", "", brief, "relations", brief, "active_relation", rows=3)
        side = row.column(align=True)
        side.operator("diorama.add_relation", text="", icon="ADD")
        side.operator("diorama.remove_relation", text="", icon="REMOVE")


register, unregister = bpy.utils.register_classes_factory(
    (DIORAMA_UL_rooms, DIORAMA_UL_requests, DIORAMA_UL_relations, DIORAMA_PT_brief)
)
