"""Add-on preferences. Nothing here reaches for the network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import bpy
from bpy.props import BoolProperty, CollectionProperty, EnumProperty, IntProperty, StringProperty

from .model.errors import DioramaError
from .properties import category_label, style_items

UNITS = (
    ("SCENE", "As the scene", "Lengths follow the scene's unit settings"),
    ("METRES", "Metres", "Room sizes in metres, whatever the scene says"),
    ("FEET", "Feet", "Room sizes in feet, whatever the scene says"),
)


class DioramaAssetFolder(bpy.types.PropertyGroup):
    """A folder with assets of the studio."""

    path: StringProperty(  # type: ignore[valid-type]
        name="Folder", description="Folder with Blender, glTF or USD files; folders in it are read as well", subtype="DIR_PATH"
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
    asset_libraries: BoolProperty(  # type: ignore[valid-type]
        name="Blender's asset libraries",
        description="Read the asset libraries of Blender's preferences, File Paths, as well",
        default=True,
    )
    asset_folders: CollectionProperty(type=DioramaAssetFolder, name="Asset folders", description="More folders with assets")  # type: ignore[valid-type]
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
        layout.separator()
        column = layout.column(heading="Studio assets")
        column.prop(self, "asset_libraries")
        for k, folder in enumerate(self.asset_folders):
            row = layout.row(align=True)
            row.prop(folder, "path")
            row.operator("diorama.remove_asset_folder", text="", icon="REMOVE").index = k
        row = layout.row(align=True)
        row.operator("diorama.add_asset_folder", icon="ADD")
        row.operator("diorama.scan_assets", icon="FILE_REFRESH")
        self._policies(layout.column())

    def _policies(self, layout: bpy.types.UILayout) -> None:
        from .panels.studio import policy_row
        from .scene.studio.index import current

        try:
            studio = current()
        except DioramaError as error:
            layout.label(text=f"{error} {error.remedy}", icon="ERROR")
            return
        for category in sorted(c for c in studio.policies if c):
            policy_row(layout, studio, category, f"In new worlds, {category_label(category).lower()}")
        policy_row(layout, studio, "", "In new worlds, all other kinds")
        layout.operator("diorama.add_asset_policy", icon="ADD")


@dataclass(frozen=True)
class Defaults:
    """The preferences of somebody who has none, as when the package runs without being installed."""

    default_style: str = "AUTO"
    units: str = "SCENE"
    look_through: bool = True
    render_samples: int = 0
    torch_python: str = ""
    asset_libraries: bool = True
    asset_folders: tuple[DioramaAssetFolder, ...] = ()


def get(context: bpy.types.Context) -> DioramaPreferences | Defaults:
    """The add-on's preferences, or the defaults."""
    addon = context.preferences.addons.get(__package__ or "")
    return addon.preferences if addon is not None and addon.preferences is not None else Defaults()


def asset_folders(context: bpy.types.Context) -> list[Path]:
    """The folders whose assets are the studio's, each once: Blender's libraries if wanted, and those of the preferences."""
    own = get(context)
    paths = [a.path for a in context.preferences.filepaths.asset_libraries] if own.asset_libraries else []
    paths += [f.path for f in own.asset_folders]
    return list(dict.fromkeys(Path(bpy.path.abspath(p)).resolve() for p in paths if p))


register, unregister = bpy.utils.register_classes_factory((DioramaAssetFolder, DioramaPreferences))
