"""The scene graph: types, JSON, schema, migration."""

from .codec import dumps, from_plain, loads, schema, to_plain
from .types import (
    FORMAT,
    Articulation,
    Camera,
    Environment,
    Light,
    Node,
    Opening,
    Provenance,
    Relation,
    Room,
    Support,
    World,
)

__all__ = [
    "FORMAT",
    "Articulation",
    "Camera",
    "Environment",
    "Light",
    "Node",
    "Opening",
    "Provenance",
    "Relation",
    "Room",
    "Support",
    "World",
    "dumps",
    "from_plain",
    "loads",
    "schema",
    "to_plain",
]
