"""A small asset library as a studio has them: a .blend with catalogs and tags, glTF and USD files, named as stores name them.

One sofa faces +X, a chair faces +Y, an armchair was modelled in centimetres, a prop is of no kind that is known.
"""

from __future__ import annotations

from pathlib import Path

import bpy
from mathutils import Matrix

Box = tuple[float, float, float, float, float, float]  # lower corner, then size
Vec3 = tuple[float, float, float]
CATALOGS = {
    "Furniture/Seating": "0b9f6c9e-41c6-4b52-8f0f-2a6f3c6a0001",
    "Furniture/Tables": "0b9f6c9e-41c6-4b52-8f0f-2a6f3c6a0002",
    "Furniture/Bookcases": "0b9f6c9e-41c6-4b52-8f0f-2a6f3c6a0003",
    "Props/Decor": "0b9f6c9e-41c6-4b52-8f0f-2a6f3c6a0004",
}
CATEGORIES = {  # asset -> what it is
    "SM_Sofa_3Seater_01": "sofa", "KARLSBERG": "sofa", "Sofa_Sideways": "sofa", "Wishbone_Chair": "dining_chair",
    "Chair_Back_To_Front": "chair", "Armchair_cm": "armchair", "CoffeeTable-Walnut": "coffee_table",
    "SideTable.002": "side_table", "BilliBook": "bookshelf", "Rug_Persian_200x300": "rug", "Vase_Tall": "vase", "XR7": "",
    "tv_stand_oak": "tv_stand", "FloorLamp_Arc": "floor_lamp", "nightstand": "nightstand",
}  # fmt: skip


def make_library(root: Path) -> Path:
    """Write the library; the open file is empty afterwards."""
    root.mkdir(parents=True)
    lines = [f"{uuid}:{path}:{path.replace('/', '-')}" for path, uuid in CATALOGS.items()]
    (root / "blender_assets.cats.txt").write_text("VERSION 1\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    _empty()
    for name, size, turn in (("SM_Sofa_3Seater_01", (2.1, 0.92, 0.8), 0), ("Sofa_Sideways", (2.2, 0.95, 0.85), 1)):
        _marked(_turned(_seat(name, size, arms=True), turn), "Furniture/Seating", "furniture", "fabric")
    _marked(_seat("KARLSBERG", (2.0, 0.9, 0.78), arms=True), "Furniture/Seating", "couch", "three seater")
    _marked(_seat("Wishbone_Chair", (0.5, 0.52, 0.8)), "Furniture/Seating", "dining chair", "wood")
    _marked(_turned(_seat("Chair_Back_To_Front", (0.48, 0.5, 0.84)), 2), "Furniture/Seating", "dining")
    _marked(_seat("Armchair_cm", (80.0, 82.0, 85.0), arms=True), "Furniture/Seating", "armchair")
    _marked(_table("CoffeeTable-Walnut", (1.1, 0.6, 0.42)), "Furniture/Tables", "walnut")
    _marked(_table("SideTable.002", (0.45, 0.45, 0.52)), "Furniture/Tables")
    _marked(_shelf("BilliBook", (0.8, 0.3, 2.0)), "Furniture/Bookcases", "shelving")
    _marked(_object("Rug_Persian_200x300", [(-1.5, -1.0, 0, 3.0, 2.0, 0.012)]), "Props/Decor", "textile")
    _marked(_object("Vase_Tall", [(-0.06, -0.06, 0, 0.12, 0.12, 0.3)]), "Props/Decor", "ceramic")
    _marked(_object("XR7", [(-0.5, -0.5, 0, 1, 1, 1)]), "")
    bpy.ops.wm.save_as_mainfile(filepath=str(root / "living.blend"))
    _empty()
    (root / "gltf").mkdir()
    stand = _object("Body", [(-0.8, -0.2, 0.1, 1.6, 0.4, 0.4)]), _object("Feet", [(-0.7, -0.15, 0, 1.4, 0.3, 0.1)])
    _exported(root / "gltf" / "tv_stand_oak.glb", *stand)
    lamp: list[Box] = [
        (-0.15, -0.15, 0, 0.3, 0.3, 0.02),
        (-0.02, -0.02, 0.02, 0.04, 0.04, 1.28),
        (-0.2, -0.2, 1.3, 0.4, 0.4, 0.3),
    ]
    _exported(root / "gltf" / "FloorLamp_Arc.gltf", _object("Lamp", lamp))
    _exported(root / "nightstand.usda", _shelf("Stand", (0.48, 0.4, 0.55)))
    return root


def _empty() -> None:
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)


def _object(name: str, boxes: list[Box]) -> bpy.types.Object:
    """Boxes as one object on the floor, with a material of its own."""
    points, faces = [], []
    for x, y, z, w, d, h in boxes:
        n = len(points)
        points += [(x + i * w, y + j * d, z + k * h) for k in (0, 1) for j in (0, 1) for i in (0, 1)]
        quads = ((0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (1, 3, 7, 5), (3, 2, 6, 7), (2, 0, 4, 6))
        faces += [tuple(n + v for v in q) for q in quads]
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(points, [], faces)
    mesh.materials.append(bpy.data.materials.new(f"M_{name}"))
    obj = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def _seat(name: str, size: Vec3, arms: bool = False) -> bpy.types.Object:
    w, d, h = size
    x, y = -w / 2, -d / 2
    sides: list[Box] = [(x, y, 0, w / 10, d, 0.7 * h), (-x - w / 10, y, 0, w / 10, d, 0.7 * h)]
    return _object(name, [(x, y, 0, w, d, h / 2), (x, -y - d / 6, h / 2, w, d / 6, h / 2), *(sides if arms else ())])


def _table(name: str, size: Vec3) -> bpy.types.Object:
    w, d, h = size
    x, y, t = -w / 2, -d / 2, 0.05
    legs: list[Box] = [(a, b, 0, t, t, h - t) for a in (x, -x - t) for b in (y, -y - t)]
    return _object(name, [(x, y, h - t, w, d, t), *legs])


def _shelf(name: str, size: Vec3) -> bpy.types.Object:
    w, d, h = size
    x, y, t = -w / 2, -d / 2, 0.02
    boards: list[Box] = [(x, y, k * (h - t) / 4, w, d, t) for k in range(5)]
    return _object(name, [(x, y, 0, t, d, h), (-x - t, y, 0, t, d, h), *boards])


def _turned(obj: bpy.types.Object, quarters: int) -> bpy.types.Object:
    obj.data.transform(Matrix.Rotation(quarters * 1.5707963267948966, 4, "Z"))
    return obj


def _marked(obj: bpy.types.Object, catalog: str, *tags: str) -> None:
    obj.asset_mark()
    for t in tags:
        obj.asset_data.tags.new(t)
    if catalog:
        obj.asset_data.catalog_id = CATALOGS[catalog]


def _exported(path: Path, *_: bpy.types.Object) -> None:
    """Write the objects, which are all that the open file holds."""
    if path.suffix == ".usda":
        bpy.ops.wm.usd_export(filepath=str(path))
    else:
        bpy.ops.export_scene.gltf(filepath=str(path), export_format="GLB" if path.suffix == ".glb" else "GLTF_SEPARATE")
    _empty()
