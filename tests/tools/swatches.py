"""Render materials side by side: `python tests/tools/swatches.py [REFERENCE ...] -o sheet.png`; without names, all of them.

A tile shows its material on a ball, 0.3 m across, on a cloth that hangs in folds and runs out over the floor before it.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from pathlib import Path

import bpy
import numpy as np
from contact_sheet import APART, TILT, VIEW, backdrop, name_tiles, photograph
from diorama.model.look.materials import materials
from diorama.scene.assets import asset, kit
from diorama.scene.materials import material
from diorama.scene.meshes import new_mesh
from mathutils import Matrix, Vector

WIDTH, HEIGHT, REACH = 0.56, 0.44, 0.34  # of the cloth: across, hanging, on the floor
CENTRE = Vector((0.0, -0.12, 0.19))  # of what a tile shows
PITCH = 0.62  # metres of a tile


def references() -> list[str]:
    """All materials, a dozen pictures and ten rugs."""
    return [*materials(), *(f"art:{k}" for k in range(12)), *(f"rug:{k}" for k in range(10))]


def cloth() -> np.ndarray:
    """A grid of points (nu, nv, 3) of a cloth that hangs in folds which spread towards its foot, sweeps round and lies flat."""
    across, along = np.linspace(-0.5, 0.5, 97), np.linspace(0.0, 1.0, 64)
    radius = 0.09
    straight = HEIGHT - radius
    total = straight + radius * math.pi / 2 + REACH - radius
    s = along * total
    turn = np.clip((s - straight) / radius, 0, math.pi / 2)
    y = -radius * (1 - np.cos(turn)) - np.maximum(s - straight - radius * math.pi / 2, 0)
    z = HEIGHT - np.minimum(s, straight) - radius * np.sin(turn)
    u, v = np.meshgrid(across, along, indexing="ij")
    depth = 0.018 * np.clip(v * 2.2, 0.25, 1) * np.clip((1 - v) * 2.6, 0, 1)  # of the folds: shallow above, gone on the floor
    fold = depth * (np.sin(u * 34 + 3 * v) + 0.4 * np.sin(u * 71 - 2 * v))
    normal_y, normal_z = -np.cos(turn), np.sin(turn)
    return np.stack([u * WIDTH, y + fold * normal_y, np.maximum(z + fold * normal_z, 0)], -1)


def swatch_mesh() -> bpy.types.Mesh:
    """The ball and the cloth."""
    ball = kit.ellipsoid((0.27, 0.27, 0.27), (0.0, -0.19, 0.138), "a", 40, 24)
    return new_mesh("swatch", asset.join([ball, kit.sheet(cloth(), "a")], {"a": "x"}))


def sheet(names: Sequence[str], columns: int, cell: int, samples: int, path: Path) -> None:
    """Render the references, row by row, into a picture with their names."""
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    scene = bpy.context.scene
    rows = math.ceil(len(names) / columns)
    both = swatch_mesh()
    lying = new_mesh("rug", asset.join([kit.box((WIDTH, WIDTH, 0.006), (0, -0.12, 0.0), "a", 0)], {"a": "x"}))
    standing = new_mesh("picture", asset.join([kit.box((WIDTH, 0.02, WIDTH), (0, -0.12, 0.19), "a", 0)], {"a": "x"}))
    for k, name in enumerate(names):
        r, c = divmod(k, columns)
        mesh = {"rug": lying, "art": standing}.get(name.split(":")[0], both).copy()
        mesh.materials.append(material(name))
        obj = bpy.data.objects.new(name, mesh)
        middle = VIEW @ Vector(((c - (columns - 1) / 2) * PITCH, ((rows - 1) / 2 - r) * PITCH, -APART * k))
        backdrop(scene, middle, PITCH)
        obj.matrix_world = Matrix.Translation(middle - CENTRE)
        if mesh.name.startswith("rug"):  # raised towards the camera, as one looks at a rug from above
            obj.matrix_world @= Matrix.Translation(CENTRE) @ Matrix.Rotation(math.pi / 2 - TILT, 4, "X")
            obj.matrix_world @= Matrix.Translation((0, 0.12, 0))
        scene.collection.objects.link(obj)
    photograph(scene, path, columns, rows, depth=len(names), samples=samples, cell=cell, bounces=5, pitch=PITCH)
    name_tiles(path, names, columns, cell)


def main() -> None:
    """Render a sheet of the named materials."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("names", nargs="*")
    ap.add_argument("--columns", type=int, default=12)
    ap.add_argument("--cell", type=int, default=128, help="pixels of a tile")
    ap.add_argument("--samples", type=int, default=24)
    ap.add_argument("-o", "--output", required=True, type=Path)
    a = ap.parse_args()
    names = a.names or references()
    sheet(names, min(a.columns, len(names)), a.cell, a.samples, a.output.resolve())


if __name__ == "__main__":
    main()
