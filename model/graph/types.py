"""The scene graph: what a generated world is, as frozen values without bpy.

Lengths are metres, angles radians, Z is up, an object's local front is -Y. A yaw of 0 keeps the front at -Y; positive
yaw turns counter-clockwise seen from above. Ids are stable paths: `living_room/sofa_1`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ..brief import Brief

FORMAT = "diorama/1"

Vec2 = tuple[float, float]
Vec3 = tuple[float, float, float]
Params = dict[str, float | int | bool | str]

SupportKind = Literal["floor", "on", "in", "hung_on", "from_ceiling"]
OpeningKind = Literal["door", "window"]
LightKind = Literal["sun", "portal", "fill"]
ArticulationKind = Literal["hinge", "slide"]
Author = Literal["prompt", "model", "hand"]


@dataclass(frozen=True, slots=True)
class Opening:
    """A door or window in a room's wall. `wall` is the polygon edge from vertex i to i+1.

    `offset` is the distance along that edge from vertex i to the opening's nearer jamb; `sill` its height over the floor.
    """

    id: str
    kind: OpeningKind
    wall: int
    offset: float
    width: float
    height: float
    sill: float = 0.0
    generator: str = ""
    params: Params = field(default_factory=dict)
    leads_to: str = "outside"  # a room id, or "outside", or "hall"
    materials: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Room:
    """A room: counter-clockwise floor polygon, clear height, and its openings. Walls grow outwards from the polygon."""

    id: str
    type: str
    label: str
    polygon: tuple[Vec2, ...]
    height: float = 2.6
    level: float = 0.0
    wall_thickness: float = 0.12
    openings: tuple[Opening, ...] = ()
    materials: dict[str, str] = field(default_factory=dict)  # floor, wall, ceiling, skirting -> material name


@dataclass(frozen=True, slots=True)
class Support:
    """What holds a node up: nothing but the floor (`parent` is the room id), or another node, a wall, or the ceiling."""

    kind: SupportKind
    parent: str
    surface: int = 0  # index of the parent's surface, or of the room's wall


@dataclass(frozen=True, slots=True)
class Relation:
    """A stated relation of a node to other nodes (`targets` are node ids) or to architecture (`wall`, `window` ...)."""

    kind: str
    targets: tuple[str, ...]
    required: bool = True


@dataclass(frozen=True, slots=True)
class Articulation:
    """A moving part: the child object `part` turns about or slides along `axis` through `origin`, between two limits."""

    part: str
    kind: ArticulationKind
    origin: Vec3
    axis: Vec3
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in the world; one root object in Blender.

    `position` is the contract's origin (centre of the base; of the back on a wall; of the top under a ceiling), in world
    space. `size` is width (local X), depth (local Y), height (Z).
    """

    id: str
    category: str
    name: str
    room: str
    size: Vec3
    position: Vec3
    yaw: float
    support: Support
    generator: str = ""
    params: Params = field(default_factory=dict)
    asset: str = ""  # reference into an asset library, when no generator makes it
    label: str = ""  # what the prompt called it
    group: str = ""  # functional group it was placed with
    relations: tuple[Relation, ...] = ()
    materials: dict[str, str] = field(default_factory=dict)  # slot -> material name
    attributes: tuple[str, ...] = ()
    lock: bool = False
    articulation: tuple[Articulation, ...] = ()
    author: Author = "model"


@dataclass(frozen=True, slots=True)
class Light:
    """A light without a body. `power` is irradiance in W/m2 for a sun, watts otherwise; `size` radians for a sun, metres else."""

    id: str
    name: str
    kind: LightKind
    position: Vec3
    direction: Vec3
    power: float
    kelvin: float = 6500.0
    size: tuple[float, float] = (0.01, 0.01)
    room: str = ""


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera at `position` looking at `target`; `lens` in millimetres on a 36 mm sensor; `shift_y` keeps verticals straight;
    `focus` is the distance of the plane in focus in metres, 0 where all is sharp."""

    id: str
    name: str
    position: Vec3
    target: Vec3
    lens: float = 26.0
    shift_y: float = 0.0
    active: bool = False
    room: str = ""
    focus: float = 0.0


@dataclass(frozen=True, slots=True)
class Environment:
    """Sun and sky. `hour` is solar time 0-24; elevation and azimuth follow from it and the latitude."""

    hour: float = 11.0
    latitude: float = 45.0
    north: float = 0.0
    sun_elevation: float = 0.8
    sun_azimuth: float = 0.5
    weather: str = "clear"
    mood: str = ""
    exposure: float = 0.0
    fixtures_on: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the world came from."""

    prompt: str = ""
    seed: int = 0
    diorama: str = ""
    model: str = ""
    catalogue: str = ""


@dataclass(frozen=True, slots=True)
class World:
    """The root of the graph."""

    id: str
    name: str
    rooms: tuple[Room, ...]
    nodes: tuple[Node, ...] = ()
    lights: tuple[Light, ...] = ()
    cameras: tuple[Camera, ...] = ()
    environment: Environment = field(default_factory=Environment)
    style: str = ""
    palette: tuple[str, ...] = ()  # hex colours
    brief: Brief | None = None
    notes: tuple[str, ...] = ()  # what the generator could not do, in words
    provenance: Provenance = field(default_factory=Provenance)
    format: str = FORMAT
