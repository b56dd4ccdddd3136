"""What can be wrong with a rendered picture and be found without an eye: pixels that are no numbers, fireflies, black regions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import bpy
import numpy as np
from mathutils import Vector
from numpy.typing import NDArray

Floats = NDArray[np.float32]

LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
WHITE = 1.0  # of the picture, in scene-linear values after exposure
SPOT = 4.0  # times brighter than all about it
BLACK = 4e-4  # darker than soot in a shaded corner
SHINY = 0.35  # roughness up to which a small bright spot is the glint of a lamp


@dataclass(frozen=True)
class Faults:
    """`broken` pixels that are not finite, `fireflies` (spots), and the shares of `black` and of `clipped` pixels."""

    broken: int
    fireflies: int
    black: float
    clipped: float


def _widest(values: Floats, radius: int) -> Floats:
    """The maximum over the square of 2 radius + 1 about each pixel. (h, w)"""
    for axis in (0, 1):
        padded = np.pad(values, [(radius, radius) if a == axis else (0, 0) for a in (0, 1)], mode="edge")
        values = np.lib.stride_tricks.sliding_window_view(padded, 2 * radius + 1, axis).max(-1)
    return values


def bright_spots(luminance: Floats) -> NDArray[np.intp]:
    """Rows and columns (n, 2) of spots of at most 3 x 3 pixels, brighter than white and far brighter than the ring about them."""
    peak = (luminance >= _widest(luminance, 1)) & (luminance > WHITE)
    out = []
    for row, column in np.argwhere(peak):
        r0, c0 = max(row - 3, 0), max(column - 3, 0)
        ring = luminance[r0 : row + 4, c0 : column + 4].copy()
        ring[max(row - 1, 0) - r0 : row + 2 - r0, max(column - 1, 0) - c0 : column + 2 - c0] = 0
        if luminance[row, column] > SPOT * ring.max():
            out.append((row, column))
    return np.array(out, np.intp).reshape(-1, 2)


def material_at(scene: bpy.types.Scene, row: float, column: float, size: tuple[int, int]) -> Any:
    """The material that the scene's camera sees at a pixel of a picture of `size` (width, height); None where it sees the sky."""
    camera = scene.camera
    corners = camera.data.view_frame(scene=scene)
    high, low = max(c.y for c in corners), min(c.y for c in corners)
    right, left = max(c.x for c in corners), min(c.x for c in corners)
    x, y = (column + 0.5) / size[0], (row + 0.5) / size[1]
    ray = Vector((left + (right - left) * x, high + (low - high) * y, corners[0].z)) / -corners[0].z
    start, direction = camera.matrix_world @ (ray * camera.data.clip_start), camera.matrix_world.to_3x3() @ ray
    graph = bpy.context.evaluated_depsgraph_get()
    hit, _, _, face, obj, _ = scene.ray_cast(graph, start, direction.normalized())
    if not hit or not obj.material_slots:
        return None
    return obj.material_slots[obj.evaluated_get(graph).data.polygons[face].material_index].material


def shines(material: Any) -> bool:
    """Whether a small bright spot on a material may be a lamp, or a lamp's glint."""
    return material is None or material.get("diorama_family") == "light" or material.roughness <= SHINY


def faults_of(pixels: Floats, scene: bpy.types.Scene | None = None) -> Faults:
    """The faults of a picture (h, w, 3), scene-linear, exposed, top row first; with its `scene`, lamps and glints are
    no fireflies."""
    finite = np.isfinite(pixels).all(-1)
    luminance = np.where(finite, np.nan_to_num(pixels) @ LUMINANCE, 0.0).astype(np.float32)
    size = luminance.shape[1], luminance.shape[0]
    spots = [s for s in bright_spots(luminance) if scene is None or not shines(material_at(scene, *s, size))]
    return Faults(
        int((~finite).sum()),
        len(spots),
        round(float((luminance < BLACK).mean()), 4),
        round(float((luminance > 8 * WHITE).mean()), 4),  # AgX still tells apart what is below
    )
