"""Show the manual's section about a panel; it is shipped with the add-on, so no network is needed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import bpy
from bpy.props import StringProperty

from ..panels import text as panel_text

MANUAL = Path(__file__).parent.parent / "docs" / "manual_sidebar.md"


@lru_cache(maxsize=1)
def sections() -> dict[str, str]:
    """Section heading -> its text, from the manual."""
    found: dict[str, str] = {}
    for part in MANUAL.read_text(encoding="utf-8").split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        found[heading.strip()] = body.strip()
    return found


class DIORAMA_OT_help(bpy.types.Operator):
    """What this panel does"""

    bl_idname = "diorama.help"
    bl_label = "Help"
    bl_options = {"INTERNAL"}

    topic: StringProperty()  # type: ignore[valid-type]

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        return context.window_manager.invoke_popup(self, width=420)

    def execute(self, context: bpy.types.Context) -> set[str]:
        return {"FINISHED"}

    def draw(self, context: bpy.types.Context) -> None:
        self.layout.label(text=self.topic, icon="QUESTION")
        for paragraph in sections().get(self.topic, "The manual has no such section.").split("\n\n"):
            column = self.layout.column(align=True)
            for line in paragraph.split("\n- "):
                plain = line.replace("**", "").replace("`", "").replace("\n", " ").strip()
                dash = paragraph.startswith("- ") or line is not paragraph.split("\n- ")[0]
                panel_text.wrapped(column, ("•  " if dash else "") + plain.removeprefix("- "), 400)


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_help,))
