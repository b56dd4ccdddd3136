"""Mesh data to Blender meshes, vectorised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import bpy
import numpy as np
from numpy.typing import NDArray

from .assets.asset import MeshData
from .compat import set_custom_normals


def sharp_faces(data: MeshData) -> NDArray[np.bool_]:
    """Flat faces that share a vertex with a face of another normal there. (f,)

    Corner normals alone do not do it: Cycles splits a mesh only where faces or edges are marked sharp, and otherwise lets one
    corner's normal stand for the whole vertex.
    """
    starts = np.concatenate([[0], np.cumsum(data.counts)[:-1]])
    spread = np.maximum.reduceat(data.normals, starts) - np.minimum.reduceat(data.normals, starts)
    flat = spread.max(1) < 1e-4
    first = np.zeros((len(data.vertices), 3))
    first[data.loops] = data.normals
    differs = np.abs(data.normals - first[data.loops]).max(1) > 1e-3
    vertex = np.zeros(len(data.vertices), bool)
    vertex[data.loops[differs]] = True
    return np.asarray(flat & np.logical_or.reduceat(vertex[data.loops], starts))


def new_mesh(name: str, data: MeshData, materials: Sequence[bpy.types.Material | None] = ()) -> bpy.types.Mesh:
    """A mesh datablock with UVs in metres and custom normals."""
    mesh = bpy.data.meshes.new(name)
    for material in materials:
        mesh.materials.append(material)
    fill_mesh(mesh, data)
    return mesh


def fill_mesh(mesh: bpy.types.Mesh, data: MeshData) -> None:
    """Replace a mesh's geometry; its name and materials stay."""
    mesh.clear_geometry()
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
    if f:
        sharp: Any = mesh.attributes.new("sharp_face", "BOOLEAN", "FACE")
        sharp.data.foreach_set("value", sharp_faces(data))
    mesh.update(calc_edges=True)
    set_custom_normals(mesh, data.normals)
