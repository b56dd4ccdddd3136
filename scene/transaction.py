"""All or nothing: whatever datablocks were made inside the block are taken away again if it does not end well."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import bpy

# In an order in which users go before what they use.
KINDS = ("objects", "collections", "cameras", "lights", "meshes", "materials", "node_groups", "worlds", "images", "textures", "curves")


def _names() -> dict[str, set[str]]:
    return {kind: {d.name_full for d in getattr(bpy.data, kind)} for kind in KINDS}


@contextmanager
def transaction() -> Iterator[None]:
    """Undo all new datablocks on any exception, GeneratorExit (a cancelled generation) included."""
    before = _names()
    try:
        yield
    except BaseException:
        fresh = [d for kind in KINDS for d in getattr(bpy.data, kind) if d.name_full not in before[kind]]
        bpy.data.batch_remove(fresh)
        raise
