"""The studio's assets: what there is, what fits the selected thing, and how new worlds use them."""

from __future__ import annotations

from typing import Any

import bpy

from ..model.errors import DioramaError
from ..operators.asset_policy import POLICIES
from ..operators.common import why_fixed
from ..properties import category_label
from . import text

ADDON = (__package__ or "").rpartition(".")[0]
SHOWN = 6  # assets and problems that are listed
_fitting: dict[tuple[object, ...], tuple[Any, ...]] = {}  # of the thing drawn last


class DIORAMA_PT_studio(bpy.types.Panel):
    bl_idname = "DIORAMA_PT_studio"
    bl_label = "Studio Assets"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Diorama"
    bl_order = 6
    bl_options = {"DEFAULT_CLOSED"}

    def draw_header_preset(self, context: bpy.types.Context) -> None:
        text.help_button(self.layout, "Studio Assets")

    def draw(self, context: bpy.types.Context) -> None:
        from ..scene.studio.index import current

        width = text.sidebar_width(context)
        self.layout.enabled = not context.window_manager.diorama.running
        try:
            studio = current()
        except DioramaError as error:
            text.wrapped(self.layout, f"{error} {error.remedy}", width, icon="ERROR")
            return
        row = self.layout.row()
        row.label(text=f"{len(studio.entries)} assets", icon="ASSET_MANAGER")
        row.operator("diorama.scan_assets", text="Scan", icon="FILE_REFRESH")
        for problem in studio.problems[:SHOWN]:
            text.wrapped(self.layout, problem, width, icon="ERROR", most=3)
        if not studio.entries:
            text.wrapped(self.layout, "List asset folders in the preferences of Diorama, and scan them.", width)
            self.layout.operator("preferences.addon_show", text="Preferences", icon="PREFERENCES").module = ADDON
            return
        if not why_fixed(context):
            self._thing(context, studio, width)
        policy_row(self.layout, studio, "", "In new worlds, all other kinds")

    def _thing(self, context: bpy.types.Context, studio: Any, width: float) -> None:
        from ..scene.graphs import node_of, root_of

        node = node_of(root_of(context.active_object))
        if node is None:
            return
        box = self.layout.box()
        if node.asset:
            text.wrapped(box, node.asset.rpartition("/")[2], width - text.BOX, icon="CHECKMARK")
            row = box.row(align=True)
            row.operator("diorama.turn_asset", icon="LOOP_FORWARDS").asset = node.asset
            row.operator("diorama.reset_thing", text="Generated", icon="LOOP_BACK")
        fitting = [e for e in _best(node, studio) if e.reference != node.asset]
        if not fitting and not node.asset:
            text.wrapped(box, f"No asset fits {node.name} within 15 %.", width - text.BOX)
        column = box.column(align=True)
        for entry in fitting[:SHOWN]:
            row = column.row(align=True)
            row.operator("diorama.swap_for_asset", text=entry.name).asset = entry.reference
            every = row.operator("diorama.swap_for_asset", text="", icon="DUPLICATE")
            every.asset, every.scope = entry.reference, "CATEGORY"
        policy_row(self.layout, studio, node.category, f"In new worlds, {category_label(node.category).lower()}")


def policy_row(layout: bpy.types.UILayout, studio: Any, category: str, title: str) -> None:
    """How studio assets are used for a category in new worlds, as buttons; one takes its own policy back."""
    column = layout.column(align=True)
    column.label(text=title)
    row = column.row(align=True)
    for name, label, _ in POLICIES:
        chosen = row.operator("diorama.asset_policy", text=label, depress=studio.policy(category) == name)
        chosen.category, chosen.policy = category, name
    if category and category in studio.policies:
        back = row.operator("diorama.asset_policy", text="", icon="X")
        back.category, back.policy = category, "none"


def _best(node: Any, studio: Any) -> tuple[Any, ...]:
    """The assets that fit a thing, found once for as long as it and the index stay as they are."""
    from ..scene.studio.swap import best

    key = (id(studio), node.id, node.category, node.size, node.support.kind)
    if key not in _fitting:
        _fitting.clear()
        _fitting[key] = best(node, studio)
    return _fitting[key]


register, unregister = bpy.utils.register_classes_factory((DIORAMA_PT_studio,))
