"""Cameras in Blender."""

from __future__ import annotations

import math
from collections.abc import Iterable

import bpy
from mathutils import Vector

from ..model.graph.types import Camera, Room
from .names import free_name

FSTOP = 2.8  # of views with a plane in focus: a group is sharp, the room behind it soft


def build_camera(camera: Camera, rooms: Iterable[Room] = ()) -> bpy.types.Object:
    """A camera (role `camera`), unlinked. One that looks straight down from above its room, or all, cuts
    the ceilings off."""
    data = bpy.data.cameras.new(camera.name)
    data.lens, data.sensor_width, data.shift_y = camera.lens, 36.0, camera.shift_y
    data.clip_start, data.clip_end = 0.05, 200.0
    if camera.focus > 0:
        data.dof.use_dof, data.dof.focus_distance, data.dof.aperture_fstop = True, camera.focus, FSTOP
    obj = bpy.data.objects.new(free_name(bpy.data.objects, camera.name), data)
    obj.location = camera.position
    direction = Vector(camera.target) - Vector(camera.position)
    seen = [r for r in rooms if r.id == camera.room or not camera.room]
    if math.hypot(direction.x, direction.y) < 1e-6:
        turn = 0.0
        if seen:
            xs, ys = zip(*(p for r in seen for p in r.polygon), strict=True)
            turn = math.pi / 2 if max(ys) - min(ys) > max(xs) - min(xs) else 0.0
            above = camera.position[2] - min(r.level + r.height for r in seen)
            if above > 0:
                data.clip_start = above + 0.04
        obj.rotation_euler = (0.0, 0.0, turn)
    else:
        yaw = math.atan2(direction.y, direction.x) - math.pi / 2
        pitch = math.atan2(direction.z, math.hypot(direction.x, direction.y))
        obj.rotation_euler = (math.pi / 2 + pitch, 0.0, yaw)
    for key, value in {"id": camera.id, "category": "camera", "role": "camera", "room": camera.room, "label": ""}.items():
        obj[f"diorama_{key}"] = value
    return obj
