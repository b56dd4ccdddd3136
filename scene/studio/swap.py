"""A studio asset in the place of a generated thing: same spot, same front, scaled within limits.

The thing's generator stays in the graph as its stand-in, fitted to the asset's size, so that what stands on it, checks and later
edits work as for every thing; a change of its parameters, or its reset, makes it generated again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import bpy
import numpy as np
from mathutils import Matrix

from ...model.catalogue import category
from ...model.errors import DioramaError, InputError
from ...model.graph import Node
from ..assets.asset import Asset
from ..assets.kit import Floats
from ..assets.library import asset
from ..detail import at_full_detail
from ..graphs import OPENINGS, claim, root_of, store, stored
from ..read import as_placed
from ..rebuild import STUDIO, Rebuilt, rebuild
from .index import Entry, Studio
from .load import baked, bounds
from .settle import Shape, holds, loads, places, settle, taken

SCALE = 0.15  # how far an asset is made larger or smaller
HEIGHT = 0.3  # how far its height may then be from that of the thing
THIN = 0.03  # metres that it may be higher or lower in any case, as rugs are
MIXED = 0.5  # share of the things of a category that are assets when both are mixed


def turned(entry: Entry) -> tuple[float, float, float]:
    """Width, depth and height of an asset with its front at -Y; of quarter turns exact, of others the box around it."""
    c, s = (abs(round(f(entry.yaw), 6)) for f in (math.cos, math.sin))
    width, depth, height = entry.size
    return (c * width + s * depth, s * width + c * depth, height)


def scale_for(node: Node, entry: Entry) -> float:
    """The scale at which an asset takes no more of its floor, wall or shelf than a thing. InputError if it is out of limits."""
    size = turned(entry)
    if min(size) < 1e-4:
        raise InputError(f"{entry.name} is flat or empty.", "Choose another asset.")
    ratios = [a / b for a, b in zip(node.size, size, strict=True)]
    scale = min(ratios[k] for k in {"in": (0, 1, 2), "hung_on": (0, 2)}.get(node.support.kind, (0, 1)))
    if not 1 - SCALE <= scale <= 1 + SCALE:
        how = "smaller" if scale > 1 else "larger"
        raise InputError(
            f"{entry.name} is too much {how} than {node.name}: it would need {scale:.0%} of its size, and {1 - SCALE:.0%} to "
            f"{1 + SCALE:.0%} are allowed.",
            "Change the thing's size, or choose another asset.",
        )
    if abs(size[2] * scale - node.size[2]) > max(HEIGHT * node.size[2], THIN):
        raise InputError(
            f"{entry.name} would be {size[2] * scale:.2f} m high, and {node.name} is {node.size[2]:.2f} m.",
            "Change the thing's height, or choose another asset.",
        )
    return scale


def best(node: Node, studio: Studio) -> tuple[Entry, ...]:
    """The assets that may stand for a thing, the one that keeps its size best first."""
    fitting = []
    for entry in studio.candidates(node.category):
        try:
            scale = scale_for(node, entry)
        except InputError:
            continue
        ratios = np.log([b * scale / a for a, b in zip(node.size, turned(entry), strict=True)])
        fitting.append((round(float(abs(ratios).sum() + abs(math.log(scale)) - entry.confidence), 6), entry.reference, entry))
    return tuple(e for _, _, e in sorted(fitting, key=lambda f: f[:2]))


def swap(obj: bpy.types.Object, entry: Entry) -> Rebuilt:
    """Put an asset in the place of a thing (a part stands for its thing). InputError, with nothing changed, if it cannot be."""
    obj = root_of(obj)
    collection, _, node = claim(obj)
    if obj["diorama_role"] in OPENINGS:
        raise InputError(f"{obj.name} is part of the building.", "Swap things in the room.")
    if node.asset == entry.reference and str(obj.data.get(STUDIO, "")).startswith(_key(entry)):
        return Rebuilt((obj,))
    scale = scale_for(node, entry)
    target = [s * scale for s in turned(entry)]
    if category(node.category).walkable:
        target[2] = node.size[2]  # furniture stands in a rug as deep as before
    mesh = baked(Path(entry.file), entry.kind, entry.name)
    wanted = places(stored(collection), node, target)
    try:
        done = _resized(obj, [t / k for t, k in zip(target, obj.scale, strict=True)])
    except DioramaError:
        bpy.data.meshes.remove(mesh)
        raise
    collection, world, node = claim(obj)
    made = asset(node.generator, node.params)
    with at_full_detail(collection, [obj]):
        for part in [c for c in obj.children_recursive if c.get("diorama_role") == "part" and c.type == "MESH"]:
            _take_out(part, obj)
        old = obj.data
        obj.data = _fitted(mesh, entry, made)
        if old.users == 0:
            bpy.data.meshes.remove(old)
    obj.scale = [t / m for t, m in zip(target, made.size, strict=True)]
    new = replace(as_placed(node, obj), asset=entry.reference, articulation=(), author="hand")
    store(collection, replace(world, nodes=tuple(new if n.id == node.id else n for n in world.nodes)))
    notes = settle(collection, obj, new, wanted) if wanted else list(done.notes)
    return Rebuilt(done.objects, tuple(notes))


def _resized(obj: bpy.types.Object, size: list[float]) -> Rebuilt:
    """The thing with its generator at about that size: within the generator's limits, what is left is scaled."""
    width, depth, height = (round(s, 5) for s in size)
    try:
        return rebuild(obj, {"width": width, "depth": depth, "height": height})
    except InputError:
        return rebuild(obj)


def _take_out(part: bpy.types.Object, obj: bpy.types.Object) -> None:
    """Remove a part; what hangs on it stays where it is."""
    for child in part.children:
        matrix = child.matrix_world.copy()
        child.parent = obj
        child.matrix_world = matrix
    mesh = part.data
    bpy.data.objects.remove(part)
    if mesh.users == 0:
        bpy.data.meshes.remove(mesh)


def _key(entry: Entry) -> str:
    return f"{entry.reference} {entry.stamp} {entry.yaw:.4f} "


def _fitted(mesh: bpy.types.Mesh, entry: Entry, made: Asset) -> bpy.types.Mesh:
    """The mesh turned to the front and filling the stand-in's box; an equal one that the file has already takes its place."""
    low, high = _box(made)
    key = f"{_key(entry)}{np.round([low, high], 4).tolist()}"
    same = next((m for m in bpy.data.meshes if m.get(STUDIO) == key and m.library is None), None)
    if same is not None:
        materials = {m for m in mesh.materials if m is not None}
        bpy.data.meshes.remove(mesh)
        bpy.data.batch_remove([m for m in materials if m.users == 0])
        return same
    mesh.transform(Matrix.Rotation(entry.yaw, 4, "Z"))
    a, b = bounds(mesh)
    factor = np.diag([*((high - low) / np.maximum(b - a, 1e-9)), 1.0])
    mesh.transform(Matrix.Translation(low) @ Matrix(factor.tolist()) @ Matrix.Translation(-a))
    mesh[STUDIO] = key
    return mesh


def _box(made: Asset) -> tuple[Floats, Floats]:
    """Lower and upper corner of a made thing with its parts, in its own frame."""
    points = np.concatenate([made.mesh.vertices, *(np.asarray(p.mesh.vertices) + p.origin for p in made.parts)])
    return points.min(0), points.max(0)


# ---------------------------------------------------------------------------------------------- many at once


def swap_category(collection: bpy.types.Collection, category: str, entry: Entry) -> tuple[int, tuple[str, ...]]:
    """Swap all things of a category that are not locked; how many, and in words what stayed as it was."""
    return _swap_all((o, entry) for o, n in _things(collection) if n.category == category)


def swap_again(collection: bpy.types.Collection, entry: Entry) -> tuple[str, ...]:
    """Swap anew all things that show an asset, as after its front was turned; in words what stayed as it was."""
    return _swap_all((o, entry) for o, n in _things(collection) if n.asset == entry.reference)[1]


def furnish(collection: bpy.types.Collection, studio: Studio, seed: int) -> int:
    """Swap the things of a new world as the policies of their categories say; alike things get the same asset. How many; what
    stayed as it was becomes notes of the world. The same world, seed and index give the same."""
    rng = np.random.default_rng(seed)
    shapes = _Shapes(collection)
    kept: list[str] = []
    chosen: dict[tuple[object, ...], Entry | None] = {}
    pairs: list[tuple[bpy.types.Object, Entry]] = []
    for obj, n in _things(collection):
        key = (n.category, n.generator, n.size)
        policy = studio.policy(n.category)
        if key not in chosen and policy != "exclude":
            sized = best(n, studio)
            fitting = [e for e in sized if shapes.holds(e, n)] or sized
            use = bool(fitting) and (policy == "prefer" or rng.random() < MIXED)
            chosen[key] = fitting[int(rng.integers(min(len(fitting), 3)))] if use else None
        entry = chosen.get(key)
        if entry is not None and shapes.holds(entry, n):
            pairs.append((obj, entry))
        elif entry is not None:
            kept.append(f"{n.name} stays as generated: {entry.name} would not hold what stands there.")
    done, notes = _swap_all(pairs)
    world = stored(collection)
    store(collection, replace(world, notes=tuple(dict.fromkeys((*world.notes, *kept, *notes)))))
    return done


class _Shapes:
    """The shapes of assets, as rays need them, read once for all things that they are tried for."""

    def __init__(self, collection: bpy.types.Collection) -> None:
        self._world = stored(collection)
        self._shapes: dict[str, Shape] = {}

    def holds(self, entry: Entry, node: Node) -> bool:
        """Whether an asset in a thing's place would hold all that stands on and in the thing."""
        if not loads(self._world, node):
            return True
        if entry.reference not in self._shapes:
            try:
                self._shapes[entry.reference] = taken(baked(Path(entry.file), entry.kind, entry.name))
            except InputError:
                return False
        scale = scale_for(node, entry)
        return holds(self._shapes[entry.reference], entry.yaw, node, [s * scale for s in turned(entry)], self._world)


def _things(collection: bpy.types.Collection) -> list[tuple[bpy.types.Object, Node]]:
    """Things with their nodes that are not locked, in the graph's order."""
    objects = {o["diorama_id"]: o for o in reversed(collection.all_objects[:]) if o.get("diorama_role") == "object"}
    return [
        (objects[n.id], n)
        for n in stored(collection).nodes
        if n.id in objects and not (n.lock or objects[n.id].get("diorama_lock"))
    ]


def _swap_all(pairs: Iterable[tuple[bpy.types.Object, Entry]]) -> tuple[int, tuple[str, ...]]:
    done = 0
    notes: list[str] = []
    for obj, entry in list(pairs):
        try:
            notes += swap(obj, entry).notes
            done += 1
        except InputError as e:
            notes.append(str(e))
    return done, tuple(dict.fromkeys(notes))
