"""Render materials side by side: `python tests/tools/swatches.py [REFERENCE ...] -o sheet.png`; without names, all of them."""

from __future__ import annotations

import argparse
import math

import bpy
from diorama.model.look.materials import materials
from diorama.scene.assets import asset, kit
from diorama.scene.materials import material
from diorama.scene.meshes import new_mesh


def main() -> None:
    """Render the sheet: a ball before a panel for each material, 0.5 m across."""
    ap = argparse.ArgumentParser()
    ap.add_argument("names", nargs="*")
    ap.add_argument("--columns", type=int, default=12)
    ap.add_argument("--cell", type=int, default=96)
    ap.add_argument("--samples", type=int, default=24)
    ap.add_argument("-o", "--output", required=True)
    a = ap.parse_args()
    names = a.names or [*materials(), *(f"art:{k}" for k in range(12)), *(f"rug:{k}" for k in range(10))]
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    scene = bpy.context.scene
    ball = [kit.ellipsoid((0.3, 0.3, 0.3), (0.06, -0.28, 0.16), "a", 32, 20)]
    panel = [kit.box((0.56, 0.02, 0.56), (0, 0, 0.28), "a", 0.006), kit.box((0.56, 0.5, 0.02), (0, -0.26, -0.01), "a", 0.004)]
    both = new_mesh("swatch", asset.join(ball + panel, {"a": "x"}))
    lying = new_mesh("rug", asset.join([kit.box((0.56, 0.56, 0.01), (0, 0, 0), "a", 0)], {"a": "x"}))
    rows = math.ceil(len(names) / a.columns)
    for k, name in enumerate(names):
        r, c = divmod(k, a.columns)
        mesh = (lying if name.startswith("rug") else both).copy()
        mesh.materials.append(material(name))
        o = bpy.data.objects.new(name, mesh)
        o.location = (0.6 * c, 0, 0.7 * (rows - 1 - r))
        if name.startswith("rug"):
            o.rotation_euler = (math.radians(65), 0, 0)
            o.location.z += 0.28
        scene.collection.objects.link(o)
    cam = bpy.data.cameras.new("c")
    cam.type, cam.ortho_scale = "ORTHO", max(0.62 * a.columns, 0.72 * rows)
    co = bpy.data.objects.new("c", cam)
    tilt = math.radians(12)
    mid = (0.3 * (a.columns - 1), 0, 0.35 * (rows - 1) + 0.26)
    co.location = (mid[0], -20 * math.cos(tilt), mid[2] + 20 * math.sin(tilt))
    co.rotation_euler = (math.pi / 2 - tilt, 0, 0)
    scene.collection.objects.link(co)
    scene.camera = co
    sun = bpy.data.lights.new("s", "SUN")
    sun.energy, sun.angle = 3.2, 0.2
    so = bpy.data.objects.new("s", sun)
    so.rotation_euler = (math.radians(42), math.radians(-12), math.radians(-38))
    scene.collection.objects.link(so)
    scene.world = bpy.data.worlds.new("w")
    scene.world.node_tree.nodes["Background"].inputs[0].default_value = (0.75, 0.82, 0.9, 1)
    scene.world.node_tree.nodes["Background"].inputs[1].default_value = 0.55
    scene.render.engine = "CYCLES"
    scene.cycles.samples, scene.cycles.use_denoising, scene.cycles.max_bounces = a.samples, True, 5
    scene.render.resolution_x = a.cell * a.columns
    scene.render.resolution_y = int(a.cell * rows * 0.7 / 0.6)
    scene.render.filepath = a.output
    bpy.ops.render.render(write_still=True)


if __name__ == "__main__":
    main()
