"""Small helpers for drawing text in narrow panels."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import bpy

PADDING = 60  # pixels at scale 1 that tabs, panel and label margins take of a sidebar
BOX = 14  # and a box within


@lru_cache(maxsize=512)
def lines(text: str, width: float, points: float = 11.0) -> tuple[str, ...]:
    """The text broken into lines no wider than `width` pixels in the interface font of that size."""
    import blf

    blf.size(0, points)
    out: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if line and blf.dimensions(0, longer)[0] > width:
                out.append(line)
                line = word
            else:
                line = longer
        out.append(line)
    return tuple(out)


def wrapped(layout: bpy.types.UILayout, text: str, width: float, icon: str = "NONE", most: int = 40) -> None:
    """Text on as many lines as it needs. `width` in pixels at interface scale 1."""
    points = bpy.context.preferences.ui_styles[0].widget.points
    shown = lines(text, width - (22 if icon != "NONE" else 0), points)
    column = layout.column(align=True)
    column.scale_y = 0.75
    for i, line in enumerate(shown[:most]):
        last = i == most - 1 and len(shown) > most
        column.label(text=line + (" …" if last else ""), icon=icon if i == 0 else ("BLANK1" if icon != "NONE" else "NONE"))


def sidebar_width(context: bpy.types.Context) -> float:
    """Width for text in the region being drawn, in pixels at interface scale 1."""
    if context.region is None:
        return 220.0
    return max(context.region.width / context.preferences.system.ui_scale - PADDING, 80.0)


def help_button(layout: bpy.types.UILayout, topic: str) -> Any:
    """A quiet question mark in a panel's header."""
    row = layout.row()
    row.emboss = "NONE"
    row.operator("diorama.help", text="", icon="QUESTION").topic = topic
    return row
