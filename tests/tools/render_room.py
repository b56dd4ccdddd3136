"""Build a small furnished room by hand and render it: `python tests/tools/render_room.py -o room.png --hour 11 [--shape L]`.

For judging architecture, materials, light and cameras without the layout model.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from dataclasses import replace

import bpy
import numpy as np
from diorama.model.graph.types import Node, Opening, Room, Support
from diorama.model.look import choose_look
from diorama.model.look.daylight import environment_for, fixture_illuminance, glazing_of, lights_for, north_for
from diorama.model.look.framing import choose_cameras
from diorama.scene.architecture import build_room
from diorama.scene.assets.asset import Emitter
from diorama.scene.assets.families import lamps, openings, plants, seating, storage, tables, textiles
from diorama.scene.cameras import build_camera
from diorama.scene.lighting import build_emitter, build_environment
from diorama.scene.materials import material
from diorama.scene.meshes import new_mesh
from diorama.scene.render import render

RECTANGLE = ((0.0, 0.0), (5.2, 0.0), (5.2, 4.2), (0.0, 4.2))
ELL = ((0.0, 0.0), (6.2, 0.0), (6.2, 3.2), (3.6, 3.2), (3.6, 5.4), (0.0, 5.4))

# generator, position, yaw in degrees, group, parameters
THINGS = (
    ("sofa", (2.4, 0.62, 0), 180, "seats", {}),
    ("armchair", (4.5, 1.9, 0), -70, "seats", {}),
    ("table", (2.4, 1.85, 0.01), 0, "tables", {"height": 0.42, "width": 1.1, "depth": 0.6}),
    ("rug", (2.5, 1.6, 0), 0, "rug", {"width": 2.6, "depth": 1.9}),
    ("bookshelf", (0.3, 2.4, 0), 90, "storage", {}),
    ("potted_plant", (0.5, 0.5, 0), 0, "plants", {"height": 1.3}),
    ("cabinet", (3.4, 2.95, 0), 0, "storage", {"width": 1.2, "height": 0.75}),
    ("floor_lamp", (4.4, 0.5, 0), 0, "lamps", {}),
    ("pendant_light", (2.5, 1.85, 2.65), 0, "lamps", {}),
)

GENERATORS = {g.name: g for m in (seating, tables, storage, plants, lamps, textiles, openings) for g in m.GENERATORS}


def main() -> None:
    """Build and render."""
    ap = argparse.ArgumentParser()
    ap.add_argument("-o", "--output", required=True)
    ap.add_argument("--shape", choices=("rectangle", "L"), default="rectangle")
    ap.add_argument("--style", default="scandinavian")
    ap.add_argument("--palette", nargs="*", default=[])
    ap.add_argument("--type", default="living_room")
    ap.add_argument("--hour", type=float, default=11.0)
    ap.add_argument("--weather", default="clear")
    ap.add_argument("--mood", default="")
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--camera", default="hero")
    ap.add_argument("--samples", type=int, default=48)
    ap.add_argument("--size", type=int, nargs=2, default=(480, 270))
    ap.add_argument("--engine", default="cycles")
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--save", default="")
    a = ap.parse_args()
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    scene = bpy.context.scene
    rng = np.random.default_rng(a.seed)
    look = choose_look(a.style, a.palette, a.type, rng)
    polygon = ELL if a.shape == "L" else RECTANGLE
    far = 2 if a.shape == "rectangle" else 4
    length = math.dist(polygon[far], polygon[(far + 1) % len(polygon)])
    room = Room(
        "room",
        a.type,
        "Room",
        polygon,
        2.65,
        0.0,
        0.14,
        (
            Opening("room/door_1", "door", 1, 0.5, 0.9, 2.08),
            Opening("room/window_1", "window", far, length / 2 - 0.9, 1.8, 1.5, 0.75),
            Opening("room/window_2", "window", len(polygon) - 1, 0.6, 1.3, 1.5, 0.75),
        ),
        look.room_materials,
    )
    room = replace(room, openings=tuple(replace(o, params=look.opening_params(o.kind, rng)) for o in room.openings))
    start = time.perf_counter()
    objects = build_room(room, material, look.shape)
    built = time.perf_counter() - start
    nodes, lamps = [], []
    for name, at, yaw, group, over in THINGS:
        if name not in GENERATORS:
            continue
        child = rng.spawn(1)[0]
        try:
            asset = GENERATORS[name].rand(child, **{"style": look.shape, **over})
        except TypeError:
            asset = GENERATORS[name].rand(child, **over)
        refs = [look.resolve(r, key=f"{group}/{s}") for s, r in asset.slots.items()]
        obj = bpy.data.objects.new(name, new_mesh(name, asset.mesh, [material(r) for r in refs]))
        obj.location, obj.rotation_euler = at, (0, 0, math.radians(yaw))
        objects.append(obj)
        for p in asset.parts:
            part = bpy.data.objects.new(p.name, new_mesh(p.name, p.mesh, [material(r) for r in refs]))
            part.parent, part.location = obj, p.origin
            objects.append(part)
        nodes.append(
            Node(
                f"room/{name}",
                name,
                name,
                "room",
                asset.size,
                at,
                math.radians(yaw),
                Support("from_ceiling" if at[2] > 2 else "floor", "room"),
            )
        )
        for k, e in enumerate(asset.emitters):
            lamp = build_emitter(f"{name} lamp {k + 1}", e)
            lamp.parent = obj
            lamps.append(lamp)
    lumen = sum(e.data.energy for e in lamps) * 683
    if lumen < 500:  # no lamp among the things: two bulbs
        for k, at in enumerate(((2.4, 2.1, 2.2), (0.6, 1.2, 1.5))):
            lamps.append(build_emitter(f"Bulb {k + 1}", Emitter("point", at, 1000 if k == 0 else 600, 2700, 0.06)))
    lux = fixture_illuminance(sum(e.data.energy for e in lamps) * 683, 22)
    glazing = glazing_of(room)
    north = north_for((0.0, 1.0), a.hour)
    env = environment_for(
        a.hour, weather=a.weather, mood=a.mood, north=north, glazing=glazing, fixture_lux=lux, albedo=look.albedo
    )
    objects += lamps
    objects += build_environment(scene, env, lights_for(env, [room]), lamps, glazing, lux)
    cameras = choose_cameras(room, nodes)
    for c in cameras:
        o = build_camera(c, [room])
        objects.append(o)
        if c.id.endswith(a.camera):
            scene.camera = o
    for o in objects:
        scene.collection.objects.link(o)
    sys.stdout.write(
        f"architecture {built * 1000:.0f} ms, all {1000 * (time.perf_counter() - start):.0f} ms, "
        f"lux {lux:.0f}, exposure {env.exposure}, {cameras[0]}\n"
    )
    scene.render.threads_mode, scene.render.threads = "FIXED", a.threads
    start = time.perf_counter()
    render(scene, a.output, a.engine, a.samples, tuple(a.size))
    sys.stdout.write(f"render {time.perf_counter() - start:.1f} s\n")
    if a.save:
        bpy.ops.wm.save_as_mainfile(filepath=a.save)


if __name__ == "__main__":
    main()
