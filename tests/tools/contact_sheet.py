"""Render things side by side: `python tests/tools/contact_sheet.py sofa chair -o sheet.png [--seeds 3] [--columns 12]`.

Names are categories, or generators with `--generators`; without names, all of them. A row holds the seeds of one thing after
another, each seed in a style of its own; every thing is turned a little and fills its tile.
"""

from __future__ import annotations

import argparse
import json
import math
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from diorama.model.catalogue import categories
from diorama.model.look import choose_look
from diorama.scene import compat
from diorama.scene.assets.asset import Asset
from diorama.scene.assets.library import Library, asset
from diorama.scene.assets.manifest import generators
from diorama.scene.materials import material
from diorama.scene.meshes import new_mesh
from diorama.scene.render import prepare
from mathutils import Matrix, Vector
from PIL import Image, ImageDraw, ImageFont

STYLES = ("contemporary", "mid_century", "traditional", "scandinavian", "industrial")  # of the seeds in turn
TILT, TURN = math.radians(20), math.radians(28)  # the camera looks down, the thing shows its side
FILL = 0.84  # of a tile that its thing takes
APART = 40.0  # tiles' distance along the view, so that none shades another
BACKDROP = (0.56, 0.55, 0.53)
PAPER = (226, 222, 214, 255)  # behind the tiles
VIEW = Matrix.Rotation(math.pi / 2 - TILT, 3, "X")  # camera to world


@dataclass(frozen=True)
class Thing:
    """A made thing with its materials: one tile of a sheet. `held` is how it is held up (`floor`, `on`, `hung_on` …)."""

    name: str
    made: Asset
    materials: tuple[str, ...]
    held: str


def things_of(
    names: Sequence[str], seeds: int, by_generator: bool = False, params: dict[str, Any] | None = None
) -> Iterator[Thing]:
    """The things of the named categories or generators, seed by seed."""
    for name in names:
        for seed in range(seeds):
            rng = np.random.default_rng(seed)
            style = STYLES[seed % len(STYLES)]
            if by_generator:
                made, held = generators()[name].rand(rng, **(params or {})), "floor"
            else:
                blueprint = Library().sample(name, rng, style=style)
                made, held = asset(blueprint.generator, blueprint.params), categories()[name].supports[0]
            look = choose_look(style, (), "living_room", np.random.default_rng(seed))
            yield Thing(name, made, tuple(look.resolve(f, key=f"{name}/{slot}") for slot, f in made.slots.items()), held)


def digest(things: Sequence[Thing]) -> int:
    """A checksum of the shapes and the materials' references."""
    value = 0
    for t in things:
        for m in (t.made.mesh, *(p.mesh for p in t.made.parts)):
            value = zlib.crc32(np.round(m.vertices, 4).astype(np.float32).tobytes(), value)
        value = zlib.crc32("|".join(t.materials).encode(), value)
    return value


def _place(scene: bpy.types.Scene, thing: Thing, at: Vector) -> None:
    """The thing, turned and scaled so that its outline fills the tile about `at`, with a backdrop behind or below."""
    root = bpy.data.objects.new(thing.name, None)
    scene.collection.objects.link(root)
    mats = [material(r) for r in thing.materials]
    clouds = [thing.made.mesh.vertices]
    for mesh, origin in ((thing.made.mesh, (0, 0, 0)), *((p.mesh, p.origin) for p in thing.made.parts)):
        obj = bpy.data.objects.new(thing.name, new_mesh(thing.name, mesh, mats))
        obj.parent, obj.location = root, origin
        scene.collection.objects.link(obj)
        clouds.append(np.asarray(mesh.vertices) + np.asarray(origin))
    turn = Matrix.Rotation(TURN, 3, "Z")
    points = np.concatenate(clouds)
    flat = points @ np.array(turn).T @ np.array(VIEW)  # along the camera's right, up and back
    low, high = flat.min(0), flat.max(0)
    scale = FILL / max(float((high - low)[:2].max()), 1e-6)
    middle = VIEW @ Vector((low + high) / 2)
    root.matrix_world = Matrix.Translation(at - scale * middle) @ Matrix.Diagonal((scale, scale, scale, 1)) @ turn.to_4x4()
    low, high, world = points.min(0), points.max(0), root.matrix_world
    if thing.held == "hung_on":  # a wall behind it
        backdrop(scene, at, 1.0, world @ Vector((0, high[1] + 1e-3, 0)), (world.to_3x3() @ Vector((0, -1, 0))).normalized())
    elif thing.held == "from_ceiling":
        backdrop(scene, at, 1.0)
    else:  # a floor below it
        backdrop(scene, at, 1.0, world @ Vector((0, 0, low[2] - 1e-4)), Vector((0, 0, 1)))


def backdrop(scene: bpy.types.Scene, at: Vector, tile: float, point: Vector | None = None, normal: Vector | None = None) -> None:
    """The part of a plane that covers just the tile about `at`; without a plane, one across the view, well behind."""
    away = VIEW @ Vector((0, 0, -1))
    point, normal = at + 2 * away if point is None else point, -away if normal is None else normal
    half = 0.497 * tile
    corners = []
    for x, y in ((-half, -half), (half, -half), (half, half), (-half, half)):
        start = at + VIEW @ Vector((x, y, 0))
        corners.append(start + away * ((point - start).dot(normal) / away.dot(normal)))
    plane = bpy.data.meshes.new("backdrop")
    plane.from_pydata(corners, [], [(0, 1, 2, 3)])
    grey = bpy.data.materials.get("backdrop") or bpy.data.materials.new("backdrop")
    shader = compat.node_tree(grey).nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value, shader.inputs["Roughness"].default_value = (*BACKDROP, 1), 1.0
    plane.materials.append(grey)
    scene.collection.objects.link(bpy.data.objects.new("backdrop", plane))


def light_studio(scene: bpy.types.Scene, sun: float = 2.0, sky: float = 0.55) -> None:
    """Blender's picture of a room around and a soft sun from the left."""
    data = bpy.data.lights.new("sun", "SUN")
    data.energy, data.angle = sun, 0.25
    obj = bpy.data.objects.new("sun", data)
    obj.rotation_euler = (math.radians(42), math.radians(-12), math.radians(-38))
    scene.collection.objects.link(obj)
    scene.world = bpy.data.worlds.new("studio")
    tree = compat.node_tree(scene.world)
    picture = tree.nodes.new("ShaderNodeTexEnvironment")
    folder = Path(bpy.utils.system_resource("DATAFILES", path="studiolights/world"))
    picture.image = bpy.data.images.load(str(folder / "interior.exr"), check_existing=True)
    tree.links.new(picture.outputs[0], tree.nodes["Background"].inputs[0])
    tree.nodes["Background"].inputs[1].default_value = sky


def sheet(things: Sequence[Thing], columns: int, cell: int, samples: int, path: Path) -> None:
    """Render the things, row by row, into a picture with their names."""
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    scene = bpy.context.scene
    rows = math.ceil(len(things) / columns)
    for k, thing in enumerate(things):
        r, c = divmod(k, columns)
        _place(scene, thing, VIEW @ Vector((c - (columns - 1) / 2, (rows - 1) / 2 - r, -APART * k)))
    photograph(scene, path, columns, rows, depth=len(things), samples=samples, cell=cell, bounces=4)
    name_tiles(path, [t.name for t in things], columns, cell)


def photograph(
    scene: bpy.types.Scene,
    path: Path,
    columns: int,
    rows: int,
    *,
    depth: int,
    samples: int,
    cell: int,
    bounces: int,
    pitch: float = 1.0,
) -> None:
    """Render tiles that stand `pitch` apart across the view and APART behind one another, without perspective."""
    data = bpy.data.cameras.new("camera")
    data.type, data.ortho_scale, data.clip_end = "ORTHO", pitch * max(columns, rows), APART * (depth + 2)
    camera = bpy.data.objects.new("camera", data)
    camera.matrix_world = Matrix.Translation(VIEW @ Vector((0, 0, APART))) @ VIEW.to_4x4()
    scene.collection.objects.link(camera)
    scene.camera = camera
    light_studio(scene)
    prepare(scene, "cycles", samples, (cell * columns, cell * rows))
    scene.render.film_transparent = True
    scene.cycles.max_bounces, scene.cycles.denoising_quality, scene.cycles.denoising_prefilter = bounces, "FAST", "FAST"
    scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)


def name_tiles(path: Path, names: Sequence[str], columns: int, cell: int) -> None:
    """Write what a sheet's tiles show into their corners, once for neighbours of one name; what was empty becomes paper."""
    with Image.open(path) as image:
        named = Image.new("RGBA", image.size, PAPER)
        named.alpha_composite(image.convert("RGBA"))
    draw, font = ImageDraw.Draw(named), ImageFont.load_default(max(10, cell // 11))
    for k, name in enumerate(names):
        if k == 0 or names[k - 1] != name:
            r, c = divmod(k, columns)
            draw.text(
                (c * cell + 4, r * cell + 2),
                name.replace("_", " "),
                fill=(40, 40, 40),
                font=font,
                stroke_width=2,
                stroke_fill=PAPER,
            )
    named.convert("RGB").save(path)


def main() -> None:
    """Render a sheet of the named things."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("names", nargs="*")
    ap.add_argument("--generators", action="store_true", help="names are generators, not categories")
    ap.add_argument("--seeds", type=int, default=3)
    ap.add_argument("--params", default="{}", help="JSON of parameters, with --generators")
    ap.add_argument("--samples", type=int, default=16)
    ap.add_argument("--cell", type=int, default=200, help="pixels of a tile")
    ap.add_argument("--columns", type=int, default=6, help="things per row of the sheet")
    ap.add_argument("-o", "--output", required=True, type=Path)
    a = ap.parse_args()
    names = a.names or list(generators() if a.generators else categories())
    things = list(things_of(names, a.seeds, a.generators, json.loads(a.params)))
    sheet(things, min(a.columns, len(things)), a.cell, a.samples, a.output.resolve())


if __name__ == "__main__":
    main()
