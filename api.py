"""The public Python API: what operators, the command line and scripts call.

import diorama
result = diorama.generate("a cosy reading room with two armchairs and a fireplace", seed=3)
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from .model.brief import Brief
from .model.errors import InputError
from .model.graph.types import Environment, Node, Provenance, Room, World
from .model.plan.room import LONGEST, check_size
from .model.plan.rooms import ROOM_TYPES

if TYPE_CHECKING:
    import bpy

    from .model.layout.prior import LearnedPrior
    from .scene.report import Report

log = logging.getLogger(__name__)
VERSION = "0.1.0"
CURTAINED = 0.7  # share of a window's light that drawn-back curtains let in
LARGEST_PROGRAM = 600  # things a prompt may ask for
LARGEST_FLOOR = 160  # things among them that stand on the floor


@dataclass(frozen=True)
class Request:
    """What to generate. Whatever is left empty is taken from the prompt or chosen.

    `size` is width and depth in metres, `density` 0 (bare) to 1 (lived-in), `hour` solar time 0-24. `plan` is a world that has
    rooms and openings and no objects; `brief` an understood, perhaps edited, prompt.
    """

    prompt: str = ""
    seed: int = 0
    room_type: str = ""
    size: tuple[float, float] | None = None
    density: float | None = None
    style: str = ""
    hour: float | None = None
    plan: World | None = None
    brief: Brief | None = None


@dataclass(frozen=True)
class Progress:
    """How far a generation is, 0 to 1, and what it is doing."""

    fraction: float
    message: str


@dataclass(frozen=True)
class Result:
    """A generated world: its graph, its collection in Blender, and the independent report on it."""

    world: World
    collection: bpy.types.Collection
    report: Report


# ---------------------------------------------------------------------------------------------- checks


def check(request: Request) -> None:
    """InputError for the first thing in a request that cannot be."""
    if not request.prompt.strip() and request.brief is None and request.plan is None and not request.room_type:
        raise InputError("The prompt is empty.", "Describe a room, for example: a bedroom with a desk by the window.")
    if any("\ud800" <= c <= "\udfff" for c in request.prompt):
        raise InputError("The prompt holds bytes that are not text.", "Type it again, or save the file as UTF-8.")
    if request.room_type and request.room_type not in ROOM_TYPES:
        raise InputError(f"There is no room type {request.room_type[:40]!r}.", "`diorama list` names the room types.")
    if request.size is not None:
        check_size(*request.size)
    if request.density is not None and not 0 <= request.density <= 1:
        raise InputError(
            f"A density of {request.density:g} is not possible; it must be 0 to 1.", "Give 0 for bare, 1 for lived-in."
        )
    if request.hour is not None and not 0 <= request.hour <= 24:
        raise InputError(f"{request.hour:g} is not an hour of the day.", "Give 0 to 24, or HH:MM on the command line.")
    if request.style:
        from .model.look import style_named, styles

        if not style_named(request.style, otherwise=""):
            raise InputError(f"There is no style {request.style[:40]!r}.", f"Known styles: {', '.join(sorted(styles()))}.")
    if not isinstance(request.seed, int) or not 0 <= request.seed < 2**63:
        raise InputError("The seed must be a whole number from 0 on.", "Leave it out for seed 0.")
    if request.plan is not None and request.plan.nodes:
        raise InputError("A plan has rooms and openings and no objects; this one has objects.", "Remove its nodes.")
    if request.plan is not None:
        from .model.graph.validate import check_references

        check_references(request.plan)  # it may have been made in Python
        for room in request.plan.rooms:
            for side in np.ptp(np.asarray(room.polygon), axis=0):
                if side > LONGEST:
                    raise InputError(
                        f"The room {room.id[:40]!r} is {side:g} m long; {LONGEST:g} m is the most.", "Give a smaller plan."
                    )


def understand(request: Request) -> Brief:
    """The brief of a request: its own, or what its prompt says, with the request's stated options on top."""
    check(request)
    if request.brief is not None:
        brief = request.brief
    elif request.prompt.strip():
        from .model.language.understand import understand as read

        brief = read(request.prompt)
    else:
        brief = Brief()
    changes: dict[str, Any] = {}
    if request.room_type:
        changes.update(room_type=request.room_type, room_type_stated=True)
    for name in ("size", "density", "style", "hour"):
        value = getattr(request, name)
        if value is not None and value != "":
            changes[name] = value
    brief = replace(brief, **changes)
    from .model.catalogue import categories

    known = categories()
    total = sum(r.count.wanted for r in brief.requests)
    if total > LARGEST_PROGRAM:
        raise InputError(
            f"The prompt asks for {total} things; a room can have {LARGEST_PROGRAM} at most.", "Ask for fewer."
        )
    standing = sum(
        r.count.wanted for r in brief.requests if r.category in known and known[r.category].supports[0] == "floor"
    )
    if standing > LARGEST_FLOOR:
        raise InputError(
            f"The prompt asks for {standing} pieces of furniture; a room can have {LARGEST_FLOOR} at most.",
            "Ask for fewer.",
        )
    for r in brief.requests:
        if r.category not in known:
            raise InputError(f"There is no category {r.category[:40]!r}.", "`diorama list` names the categories.")
        if r.count.value < 0:
            raise InputError(f"A count of {r.count.value} {r.label or r.category} is not possible.", "Give 0 or more.")
    if len({r.key for r in brief.requests}) < len(brief.requests):
        raise InputError("Two requests of the brief have the same key.", "Give each a key of its own.")
    if brief.size is not None:
        check_size(*brief.size)
    return brief


# ---------------------------------------------------------------------------------------------- imagining


_prior: list[LearnedPrior | None] = []


def prior() -> LearnedPrior:
    """The learned layout model, loaded once. WorkError if its weights are missing or damaged."""
    if not _prior:
        from .model.layout.network import LayoutNet
        from .model.layout.prior import LearnedPrior
        from .model.weights import FOLDER

        _prior.append(LearnedPrior(LayoutNet.load(FOLDER)))
    assert _prior[0] is not None
    return _prior[0]


def _title(brief: Brief, room: Room) -> str:
    words = re.sub(r"\s+", " ", brief.prompt).strip(" .")
    label = ROOM_TYPES.get(room.type, room.label)
    return f"{label}: {words[:40].rstrip()}" if words else f"{label} world"


def imagine(request: Request, brief: Brief | None = None) -> Generator[Progress, None, World]:
    """The model alone, without Blender: a request to a scene graph. Same request, same world."""
    from .model.catalogue import VERSION as CATALOGUE
    from .model.layout import lay_out
    from .model.look import choose_look
    from .model.look.daylight import lights_for
    from .model.look.framing import choose_cameras
    from .scene.assets.library import Library

    yield Progress(0.02, "Reading the prompt")
    brief = brief or understand(request)
    layout_rng, look_rng = np.random.default_rng(request.seed).spawn(2)
    given = request.plan.rooms[0] if request.plan is not None else None
    if given is not None and not brief.room_type_stated and given.type in ROOM_TYPES:
        brief = replace(brief, room_type=given.type)
    look = choose_look(brief.style, brief.palette, brief.room_type, look_rng)
    density = 0.5 if brief.density is None else float(brief.density)
    learned = prior()
    draft_steps = lay_out(brief, given, Library(), learned, layout_rng, look.style, density)
    while True:
        try:
            fraction, message = next(draft_steps)
        except StopIteration as stop:
            draft = stop.value
            break
        yield Progress(0.05 + 0.55 * min(fraction, 1.0), message)
    yield Progress(0.62, "Choosing materials and light")
    nodes = tuple(dressed(n, look) for n in draft.nodes)
    room = replace(
        draft.room,
        materials={**look.room_materials, **draft.room.materials},
        openings=tuple(
            o if o.params else replace(o, params=look.opening_params(o.kind, look_rng)) for o in draft.room.openings
        ),
    )
    environment = daylight(room, nodes, brief, look.albedo)
    rooms = (room, *(request.plan.rooms[1:] if request.plan else ()))
    return World(
        id=room.id,
        name=_title(brief, room),
        rooms=rooms,
        nodes=nodes,
        cameras=choose_cameras(room, nodes),
        environment=environment,
        lights=lights_for(environment, rooms),
        style=look.style,
        palette=look.palette,
        brief=brief,
        notes=(*brief.notes, *draft.notes),
        provenance=Provenance(request.prompt or brief.prompt, request.seed, VERSION, learned.net.version, CATALOGUE),
    )


def daylight(room: Room, nodes: tuple[Node, ...], brief: Brief, albedo: float) -> Environment:
    """Sun, sky and exposure for the room, turned so that by day the sun looks in at its largest window from the side."""
    from .model.geometry import polygon_area
    from .model.look.daylight import environment_for, fixture_illuminance, glazing_of, north_for
    from .scene.assets.library import asset

    windows = [o for o in room.openings if o.kind == "window"]
    north = 0.0
    if windows:
        o = max(windows, key=lambda w: w.width * w.height)
        a, b = room.polygon[o.wall], room.polygon[(o.wall + 1) % len(room.polygon)]
        north = north_for((b[1] - a[1], a[0] - b[0]), 10.5 if brief.hour is None else brief.hour)
    lumen = sum(e.lumen for n in nodes for e in asset(n.generator, n.params).emitters)
    lux = fixture_illuminance(lumen, polygon_area(room.polygon))
    glazing = glazing_of(room) * (CURTAINED if any(n.category == "curtain" for n in nodes) else 1.0)
    return environment_for(
        brief.hour,
        weather=brief.mood,
        mood=brief.mood,
        north=north,
        glazing=glazing,
        fixture_lux=max(lux, 20.0),
        albedo=albedo,
    )


def dressed(node: Node, look: Any) -> Node:
    """The node with a material for each of its slots; the wishes about colour and material go to its first slot."""
    from .scene.assets.library import asset

    made = asset(node.generator, node.params)
    wishes = {}
    for k, (slot, family) in enumerate(made.slots.items()):
        key = f"{node.label or node.category}/{slot}"
        wishes[slot] = look.resolve(family, key=key, attributes=node.attributes if k == 0 else ())
    return replace(node, materials=wishes)


# ---------------------------------------------------------------------------------------------- generating


def generate_steps(request: Request, context: bpy.types.Context | None = None) -> Generator[Progress, None, Result]:
    """Generate in steps that a modal operator can run one by one.

    Closing the generator at any point, or any error, leaves Blender's data exactly as before. The result is the
    generator's return value.
    """
    from .scene.build import build_steps
    from .scene.report import check as report_on
    from .scene.transaction import transaction

    world = yield from imagine(request)
    with transaction():
        yield Progress(0.7, "Building")
        steps = build_steps(world)
        while True:
            try:
                fraction = next(steps)
            except StopIteration as stop:
                collection = stop.value
                break
            yield Progress(0.7 + 0.22 * fraction, "Building")
        yield Progress(0.93, "Checking")
        report = report_on(collection)
    return Result(world, collection, report)


def generate(prompt: str = "", seed: int = 0, **options: Any) -> Result:
    """Generate at once. Options are the fields of `Request`."""
    known = {f.name for f in fields(Request)}
    for name in options:
        if name not in known:
            raise TypeError(f"generate() has no option {name!r}")
    return run(generate_steps(Request(prompt=prompt, seed=seed, **options)))


def run(steps: Iterator[Any]) -> Any:
    """Exhaust a generator and hand back its return value."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


def fingerprint(world: World) -> str:
    """A short hash of a world's graph, to compare worlds."""
    from .model.graph import dumps

    return hashlib.sha256(dumps(world).encode()).hexdigest()[:16]
