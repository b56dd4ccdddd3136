"""The report: what was measured, and what is wrong where."""

from __future__ import annotations

import bpy

from ..operators.common import current_world
from . import data, text

# figure -> (label, whether a small number is the good one)
FIGURES = {
    "CNT": ("Counts met", False),
    "ATR": ("Wishes met", False),
    "OOR": ("Places met", False),
    "OAR": ("Places in room met", False),
    "COL": ("In collision", True),
    "OOB": ("Out of the room", True),
    "SUP": ("Supported", False),
    "NAV": ("Walkable floor", False),
    "ACC": ("Within reach", False),
    "OPC": ("Openings clear", False),
}


class DIORAMA_PT_report(bpy.types.Panel):
    bl_idname = "DIORAMA_PT_report"
    bl_label = "Report"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Diorama"
    bl_order = 2

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return current_world(context) is not None

    def draw_header_preset(self, context: bpy.types.Context) -> None:
        text.help_button(self.layout, "Report")

    def draw(self, context: bpy.types.Context) -> None:
        layout = self.layout
        world = current_world(context)
        assert world is not None
        shown = data.report(world)
        width = text.sidebar_width(context)
        layout.operator("diorama.check", text="Check Again" if shown else "Check", icon="FILE_REFRESH")
        if shown is None:
            text.wrapped(layout, "Not checked since the file was opened.", width)
            return
        column = layout.column(align=True)
        for name, value in shown.figures:
            if value is None or name not in FIGURES:
                continue
            label, low = FIGURES[name]
            good = value <= 0.5 if low else value >= 99.0
            row = column.row()
            row.alert = not good and name in {"COL", "OOB", "SUP", "OPC"}
            row.label(text=label, icon="CHECKMARK" if good else "DOT")
            number = row.row()
            number.alignment = "RIGHT"
            number.label(text=f"{value:.0f} %")
        if shown.issues:
            layout.label(text="Issues")
            column = layout.column(align=True)
            for _kind, issue, ids in shown.issues:
                row = column.row()
                row.alignment = "LEFT"
                row.emboss = "NONE"
                if ids:
                    row.operator("diorama.select", text=issue, icon="ERROR", translate=False).ids = "\n".join(ids)
                else:
                    row.label(text=issue, icon="ERROR")
        if shown.lacking:
            layout.label(text="Asked for, but not there")
            box = layout.box()
            for wish in shown.lacking:
                text.wrapped(box, wish, width - text.BOX, icon="REMOVE", most=3)


register, unregister = bpy.utils.register_classes_factory((DIORAMA_PT_report,))
