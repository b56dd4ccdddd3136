"""Render generators side by side: `python tests/tools/contact_sheet.py sofa chair -o sheet.png [--seeds 3] [--params JSON]`.

Rows are generators (or `--categories` names with their presets), columns seeds; each thing is scaled to its cell.
"""

from __future__ import annotations

import argparse
import json
import math
import zlib

import bpy
import numpy as np
from diorama.model.catalogue import category
from diorama.scene.assets.manifest import generators
from diorama.scene.meshes import new_mesh

COLOURS = {
    "wood": (0.42, 0.24, 0.12),
    "fabric": (0.45, 0.50, 0.52),
    "leather": (0.28, 0.12, 0.06),
    "metal": (0.55, 0.55, 0.56),
    "plastic": (0.12, 0.12, 0.13),
    "glass": (0.75, 0.85, 0.85),
    "ceramic": (0.85, 0.85, 0.82),
    "stone": (0.6, 0.58, 0.55),
    "paint": (0.8, 0.78, 0.72),
    "paper": (0.8, 0.75, 0.6),
    "foliage": (0.10, 0.28, 0.07),
    "soil": (0.06, 0.04, 0.03),
    "screen": (0.01, 0.01, 0.015),
    "mirror": (0.9, 0.9, 0.9),
    "rubber": (0.03, 0.03, 0.03),
    "light": (1.0, 0.9, 0.7),
}


def _material(ref: str) -> bpy.types.Material:
    name = ref.split(":")[0]
    found = bpy.data.materials.get(ref)
    if found:
        return found
    try:
        from diorama.scene.materials import material

        return material(ref)
    except (ImportError, KeyError, ValueError):
        pass
    m = bpy.data.materials.new(ref)
    m.use_nodes = True
    b = m.node_tree.nodes["Principled BSDF"]
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    b.inputs["Base Color"].default_value = (*COLOURS.get(name, tuple(rng.uniform(0.1, 0.7, 3))), 1)
    b.inputs["Roughness"].default_value = 0.2 if name in ("metal", "glass", "ceramic", "screen", "mirror") else 0.55
    b.inputs["Metallic"].default_value = 1.0 if name in ("metal", "mirror", "chrome", "brass", "steel", "black_metal") else 0.0
    if name == "light":
        b.inputs["Emission Color"].default_value = (1, 0.85, 0.6, 1)
        b.inputs["Emission Strength"].default_value = 3
    return m


def main() -> None:
    """Render the sheet."""
    ap = argparse.ArgumentParser()
    ap.add_argument("names", nargs="*")
    ap.add_argument("--categories", action="store_true")
    ap.add_argument("--seeds", type=int, default=3)
    ap.add_argument("--params", default="{}")
    ap.add_argument("--samples", type=int, default=16)
    ap.add_argument("--cell", type=int, default=200)
    ap.add_argument("--columns", type=int, default=6, help="things per row of the sheet")
    ap.add_argument("-o", "--output", required=True)
    a = ap.parse_args()
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    scene = bpy.context.scene
    things = []
    for name in a.names or list(generators()):
        for seed in range(a.seeds):
            rng = np.random.default_rng(seed)
            over = json.loads(a.params)
            if a.categories:
                c = category(name)
                over = {**c.presets, **over}
                name_g = c.generator
            else:
                name_g = name
            things.append((name, generators()[name_g].rand(rng, **over)))
    cols = min(a.columns, len(things))
    rows = math.ceil(len(things) / cols)
    view = math.radians(20)
    for k, (name, asset) in enumerate(things):
        mats = [_material(v) for v in asset.slots.values()]
        obj = bpy.data.objects.new(name, new_mesh(name, asset.mesh, mats))
        scene.collection.objects.link(obj)
        obs = [obj]
        for p in asset.parts:
            child = bpy.data.objects.new(p.name, new_mesh(p.name, p.mesh, mats))
            child.parent, child.location = obj, p.origin
            scene.collection.objects.link(child)
        s = 0.62 / max(asset.size[0] * 0.9 + asset.size[1] * 0.4, asset.size[2] + asset.size[1] * 0.35, 1e-6)
        o = obs[0]
        o.scale = (s, s, s)
        z0 = min(float(asset.mesh.vertices[:, 2].min()), 0.0)
        r, c = divmod(k, cols)
        o.rotation_euler = (0, 0, math.radians(28))
        o.location = (c, 0, (rows - 1 - r) - z0 * s - 0.36 + 0.0)
        plane = bpy.data.meshes.new("floor")
        plane.from_pydata([(-0.46, -0.4, 0), (0.46, -0.4, 0), (0.46, 0.5, 0), (-0.46, 0.5, 0)], [], [(0, 1, 2, 3)])
        floor = bpy.data.objects.new("floor", plane)
        floor.location = (c, 0, rows - 1 - r - 0.362)
        scene.collection.objects.link(floor)
    cam = bpy.data.cameras.new("c")
    cam.type, cam.ortho_scale = "ORTHO", max(cols, rows)
    co = bpy.data.objects.new("c", cam)
    mid = np.array([(cols - 1) / 2, 0, (rows - 1) / 2])
    co.location = mid + np.array([0, -20 * math.cos(view), 20 * math.sin(view)])
    co.rotation_euler = (math.pi / 2 - view, 0, 0)
    scene.collection.objects.link(co)
    scene.camera = co
    # keep rows apart in the tilted view
    for o in scene.objects:
        if o.parent is None and o is not co:
            o.location.z = mid[2] + (o.location.z - mid[2]) / math.cos(view)
    for kind, loc, e, size in (("AREA", (-6, -9, 12), 2600, 8), ("AREA", (10, -6, 6), 900, 6)):
        li = bpy.data.lights.new("k", kind)
        li.energy, li.size = e * max(1, rows * cols / 24), size
        lo = bpy.data.objects.new("k", li)
        lo.location = mid + np.array(loc)
        d = -np.array(loc)
        lo.rotation_euler = (math.acos(d[2] / np.linalg.norm(d)) + math.pi, 0, math.atan2(d[1], d[0]) - math.pi / 2 + math.pi)
        import mathutils

        lo.rotation_euler = mathutils.Vector(d).to_track_quat("-Z", "Y").to_euler()
        scene.collection.objects.link(lo)
    world = bpy.data.worlds.new("w")
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = (0.8, 0.85, 0.9, 1)
    world.node_tree.nodes["Background"].inputs[1].default_value = 0.25
    scene.world = world
    scene.render.engine = "CYCLES"
    scene.cycles.samples, scene.cycles.use_denoising = a.samples, True
    scene.cycles.max_bounces = 4
    scene.render.threads_mode, scene.render.threads = "FIXED", 1
    scene.render.resolution_x, scene.render.resolution_y = a.cell * cols, a.cell * rows
    scene.render.filepath = a.output
    bpy.ops.render.render(write_still=True)


if __name__ == "__main__":
    main()
