"""All or nothing: whatever datablocks were made inside the block are taken away again if it does not end well, and the
scene's own settings are put back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import bpy

from .lighting import switches

# In an order in which users go before what they use.
KINDS = (
    "objects",
    "collections",
    "cameras",
    "lights",
    "meshes",
    "materials",
    "node_groups",
    "worlds",
    "images",
    "textures",
    "curves",
)

OWNERS = ("render", "view_settings", "display_settings", "cycles", "eevee")


def _names() -> dict[str, set[str]]:
    return {kind: {d.name_full for d in getattr(bpy.data, kind)} for kind in KINDS}


def _scene_state(scene: bpy.types.Scene) -> dict[tuple[str, str], Any]:
    """Plain settings of the scene's render and colour management: (owner, property) -> value."""
    state = {}
    for name in OWNERS:
        owner = getattr(scene, name, None)
        for p in owner.bl_rna.properties if owner is not None else ():
            if p.type in {"INT", "FLOAT", "BOOLEAN", "ENUM", "STRING"} and not p.is_readonly:
                value = getattr(owner, p.identifier)
                state[name, p.identifier] = tuple(value) if getattr(p, "is_array", False) else value
    state.pop(("view_settings", "white_balance_whitepoint"), None)  # follows from temperature and tint, with rounding
    return state


def _restore(scene: bpy.types.Scene, state: dict[tuple[str, str], Any]) -> None:
    for _ in range(2):  # some settings decide which values others may have
        now = _scene_state(scene)
        for (owner, name), value in state.items():
            if now[owner, name] != value:
                with contextlib.suppress(TypeError, AttributeError):
                    setattr(getattr(scene, owner), name, value)


def _excluded(scene: bpy.types.Scene) -> dict[tuple[str, str], bool]:
    return {(v.name, c.name): c.exclude for v in scene.view_layers for c in v.layer_collection.children}


def _lamps() -> tuple[dict[str, tuple[bool, bool]], dict[str, list[float]]]:
    """Which lamps of the file are hidden, and how its bulbs glow: a new world's hour switches those of older ones too."""
    hidden = {o.name_full: (o.hide_render, o.hide_viewport) for o in bpy.data.objects if "diorama_lumen" in o}
    return hidden, {m.name_full: [s.default_value for s in switches(m)] for m in bpy.data.materials}


def _switch_back(hidden: dict[str, tuple[bool, bool]], glow: dict[str, list[float]]) -> None:
    for name, (render, viewport) in hidden.items():
        o = bpy.data.objects.get(name)
        if o is not None:
            o.hide_render, o.hide_viewport = render, viewport
    for name, values in glow.items():
        m = bpy.data.materials.get(name)
        for socket, value in zip(switches(m), values, strict=False) if m is not None else ():
            socket.default_value = value


@contextmanager
def transaction() -> Iterator[None]:
    """Undo all new datablocks on any exception, GeneratorExit (a cancelled generation) included."""
    before = _names()
    scene = bpy.context.scene
    state, excluded, lamps = _scene_state(scene), _excluded(scene), _lamps()
    camera, sky = scene.camera and scene.camera.name, scene.world and scene.world.name_full
    try:
        yield
    except BaseException:
        _restore(scene, state)
        scene.camera, scene.world = scene.objects.get(camera or ""), bpy.data.worlds.get(sky or "")
        fresh = [d for kind in KINDS for d in getattr(bpy.data, kind) if d.name_full not in before[kind]]
        bpy.data.batch_remove(fresh)
        _switch_back(*lamps)
        for view_layer in scene.view_layers:
            for layer in view_layer.layer_collection.children:
                layer.exclude = excluded.get((view_layer.name, layer.name), layer.exclude)
        raise


def put(undo: ExitStack, owner: Any, name: str, value: Any) -> None:
    """Set an attribute, to be set back if the work does not end well."""
    before = getattr(owner, name)
    live = hasattr(before, "copy") and not isinstance(before, bpy.types.ID)  # vectors and matrices change with their owner
    undo.callback(setattr, owner, name, before.copy() if live else before)
    setattr(owner, name, value)
