"""What stands on or in a thing comes to rest on the real surfaces of the asset that takes its place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import bpy
import numpy as np
from mathutils import Matrix, Vector
from mathutils.bvhtree import BVHTree

from ...model.graph import Node, World
from ..assets.kit import Floats
from ..graphs import store, stored
from ..rebuild import shift

REACH = 0.12  # metres that an asset's surface may be above or below that of the generated thing
LEVEL = 0.02  # metres that a surface may fall away under a corner
CORNERS = ((0.0, 0.0), (0.35, 0.35), (-0.35, 0.35), (-0.35, -0.35), (0.35, -0.35))  # of a footprint, in shares of its sides
UP, DOWN = Vector((0, 0, 1)), Vector((0, 0, -1))


class Shape(NamedTuple):
    """Points (n, 3) and faces of a mesh."""

    points: Floats
    faces: list[tuple[int, ...]]

    def tree(self, matrix: Matrix) -> BVHTree:
        """For rays, in the world."""
        turn = np.array(matrix)
        return BVHTree.FromPolygons((self.points @ turn[:3, :3].T + turn[:3, 3]).tolist(), self.faces)


def shape_of(mesh: bpy.types.Mesh) -> Shape:
    """The shape of a mesh."""
    co = np.empty(len(mesh.vertices) * 3, np.float32)
    mesh.vertices.foreach_get("co", co)
    return Shape(co.reshape(-1, 3).astype(float), [tuple(p.vertices) for p in mesh.polygons])


def taken(mesh: bpy.types.Mesh) -> Shape:
    """The shape of a mesh that is not needed further."""
    shape = shape_of(mesh)
    materials = {m for m in mesh.materials if m is not None}
    bpy.data.meshes.remove(mesh)
    bpy.data.batch_remove([m for m in materials if m.users == 0])
    return shape


def loads(world: World, node: Node) -> list[Node]:
    """What stands on or in a thing, itself."""
    return [n for n in world.nodes if n.support.parent == node.id and n.support.kind in ("on", "in")]


def surface(tree: BVHTree, load: Node, at: Sequence[float]) -> float | None:
    """The height at which a load with its base about here (world) rests on a shape with room above it; None if it cannot."""
    c, s = math.cos(load.yaw), math.sin(load.yaw)
    width, depth, height = load.size
    feet = [Vector((at[0] + c * u * width - s * v * depth, at[1] + s * u * width + c * v * depth, 0.0)) for u, v in CORNERS]
    found = [tree.ray_cast(f + UP * (at[2] + REACH), DOWN, 2 * REACH)[0] for f in feet]
    heights = [h.z for h in found if h is not None]
    if found[0] is None or len(heights) < len(CORNERS) or max(heights) - min(heights) > LEVEL:
        return None
    top = max(heights)
    free = all(tree.ray_cast(f + UP * (top + LEVEL), UP, max(height - LEVEL, 0.0))[0] is None for f in feet)
    return float(top) if free else None


def places(world: World, node: Node, size: Sequence[float]) -> list[tuple[Node, Vector]]:
    """What stands on or in a thing, with its place in the world if the thing had another size."""
    frame = Matrix.Translation(node.position) @ Matrix.Rotation(node.yaw, 4, "Z")
    grown = Matrix.Diagonal((*(a / b for a, b in zip(size, node.size, strict=True)), 1.0))
    return [(load, frame @ grown @ frame.inverted() @ Vector(load.position)) for load in loads(world, node)]


def holds(shape: Shape, yaw: float, node: Node, size: Sequence[float], world: World) -> bool:
    """Whether a shape, turned by `yaw` and made this large in a thing's place, would hold all that the thing holds."""
    c, s = math.cos(yaw), math.sin(yaw)
    points = shape.points @ np.array([[c, s, 0.0], [-s, c, 0.0], [0.0, 0.0, 1.0]])
    low, high = points.min(0), points.max(0)
    points = (points - [*(low + high)[:2] / 2, low[2]]) * np.divide(size, np.maximum(high - low, 1e-9))
    tree = Shape(points, shape.faces).tree(Matrix.Translation(node.position) @ Matrix.Rotation(node.yaw, 4, "Z"))
    return all(surface(tree, load, at) is not None for load, at in places(world, node, size))


def settle(
    collection: bpy.types.Collection, obj: bpy.types.Object, node: Node, wanted: Sequence[tuple[Node, Vector]]
) -> list[str]:
    """Put what stands on a swapped thing down on its shape, about where it is wanted; in words what finds no place there."""
    tree = shape_of(obj.data).tree(obj.matrix_basis if obj.parent is None else obj.matrix_world)
    objects = {o.get("diorama_id"): o for o in collection.all_objects}
    world = stored(collection)
    moved: dict[str, Node] = {}
    notes = []
    for load, at in wanted:
        height = surface(tree, load, at)
        if height is None:
            notes.append(f"{load.name} finds no place on the asset for {node.name}.")
        elif load.id in objects:
            shift(collection, world, objects[load.id], Vector((at.x, at.y, height)) - objects[load.id].location, moved)
    store(collection, replace(world, nodes=tuple(moved.get(n.id, n) for n in world.nodes)))
    return notes
