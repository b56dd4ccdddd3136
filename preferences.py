"""Add-on preferences. Nothing here reaches for the network."""

from __future__ import annotations

from dataclasses import dataclass

import bpy
from bpy.props import BoolProperty, EnumProperty, IntProperty, StringProperty

from .properties import style_items

UNITS = (
    ("SCENE", "As the scene", "Lengths follow the scene's unit settings"),
    ("METRES", "Metres", "Room sizes in metres, whatever the scene says"),
    ("FEET", "Feet", "Room sizes in feet, whatever the scene says"),
)


class DioramaPreferences(bpy.types.AddonPreferences):
    """What holds for every file."""

    bl_idname = __package__ or "diorama"

    default_style: EnumProperty(  # type: ignore[valid-type]
        name="Default style",
        description="The style of worlds whose prompt and settings name none",
        items=style_items,
    )
    units: EnumProperty(name="Sizes in", description="Units of the room size in the sidebar", items=UNITS)  # type: ignore[valid-type]
    look_through: BoolProperty(  # type: ignore[valid-type]
        name="Look through the camera",
        description="Switch the viewport to the new world's camera when it is done",
        default=True,
    )
    render_samples: IntProperty(  # type: ignore[valid-type]
        name="Render samples",
        description="Samples that the sidebar's Render button uses; 0 keeps the scene's own number",
        default=0,
        min=0,
        soft_max=1024,
        max=16384,
    )
    torch_python: StringProperty(  # type: ignore[valid-type]
        name="PyTorch interpreter",
        description="A Python program that has PyTorch, to run the same weights faster. Diorama works without one",
        subtype="FILE_PATH",
    )
    torch_found: StringProperty(options={"HIDDEN", "SKIP_SAVE"})  # type: ignore[valid-type]

    def draw(self, context: bpy.types.Context) -> None:
        layout = self.layout
        layout.use_property_split = True
        layout.use_property_decorate = False
        column = layout.column()
        column.prop(self, "default_style")
        column.prop(self, "units")
        column.prop(self, "look_through", text="Look through new camera")
        column.prop(self, "render_samples")
        layout.separator()
        row = layout.row(align=True)
        row.prop(self, "torch_python", placeholder="Not needed")
        row.operator("diorama.test_interpreter", text="Test", icon="CHECKMARK")
        if self.torch_found:
            split = layout.split(factor=0.4)
            split.label()
            split.label(text=self.torch_found, icon="INFO")


@dataclass(frozen=True)
class Defaults:
    """The preferences of somebody who has none, as when the package runs without being installed."""

    default_style: str = "AUTO"
    units: str = "SCENE"
    look_through: bool = True
    render_samples: int = 0
    torch_python: str = ""


def get(context: bpy.types.Context) -> DioramaPreferences | Defaults:
    """The add-on's preferences, or the defaults."""
    addon = context.preferences.addons.get(__package__ or "")
    return addon.preferences if addon is not None and addon.preferences is not None else Defaults()


register, unregister = bpy.utils.register_classes_factory((DioramaPreferences,))
