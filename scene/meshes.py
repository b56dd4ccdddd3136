"""Mesh data to Blender meshes, vectorised."""

from __future__ import annotations

from collections.abc import Sequence

import bpy
import numpy as np

from .assets.asset import MeshData
from .compat import set_custom_normals


def new_mesh(name: str, data: MeshData, materials: Sequence[bpy.types.Material | None] = ()) -> bpy.types.Mesh:
    """A mesh datablock with UVs in metres and custom normals."""
    mesh = bpy.data.meshes.new(name)
    n, m, f = len(data.vertices), len(data.loops), len(data.counts)
    mesh.vertices.add(n)
    mesh.loops.add(m)
    mesh.polygons.add(f)
    mesh.vertices.foreach_set("co", np.ascontiguousarray(data.vertices, np.float32).ravel())
    mesh.loops.foreach_set("vertex_index", np.ascontiguousarray(data.loops, np.int32))
    starts = np.concatenate([[0], np.cumsum(data.counts)[:-1]]).astype(np.int32)
    mesh.polygons.foreach_set("loop_start", starts)
    mesh.polygons.foreach_set("material_index", np.ascontiguousarray(data.slot, np.int32))
    uv = mesh.uv_layers.new(name="UVMap", do_init=False)
    uv.uv.foreach_set("vector", np.ascontiguousarray(data.uvs, np.float32).ravel())
    for material in materials:
        mesh.materials.append(material)
    mesh.update(calc_edges=True)
    set_custom_normals(mesh, data.normals)
    return mesh
