"""The public Python API: what operators, the command line and scripts call.

import diorama
result = diorama.generate("a cosy reading room with two armchairs and a fireplace", seed=3)
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from .model.brief import Brief, RoomRequest
from .model.errors import InputError
from .model.graph.types import Camera, Environment, Node, Provenance, Room, World
from .model.homes import check_apart, far_side, is_home, joined, main_room, of_one_room, room_brief, settled, stream
from .model.plan.program import LARGEST as LARGEST_HOME
from .model.plan.program import MOST_ROOMS
from .model.plan.room import LONGEST, check_size
from .model.plan.rooms import ROOM_TYPES

if TYPE_CHECKING:
    import bpy

    from .model.layout.prior import LearnedPrior
    from .model.look import Look
    from .scene.detail import Detailed
    from .scene.report import Report
    from .scene.restyle import Restyled
    from .scene.studio.index import Policy, Studio

log = logging.getLogger(__name__)
VERSION = "0.1.0"
LARGEST_PROGRAM = 600  # things a prompt may ask for
LARGEST_FLOOR = 160  # things among them that stand on the floor
DETAILS = ("full", "medium", "low")


@dataclass(frozen=True)
class Request:
    """What to generate. Whatever is left empty is taken from the prompt or chosen.

    `size` is width and depth in metres, `density` 0 (bare) to 1 (lived-in), `hour` solar time 0-24. `rooms` are the types of
    the rooms of a home, `area` its or the room's floor in m2. `plan` is a world that has rooms and openings and no objects: all
    its rooms are furnished; when it is one room and a home is asked for, it is the home's outline. `brief` is an understood,
    perhaps edited, prompt. `studio` holds assets that take the place of generated things as its policies say (`studio()`).
    `detail` is how finely things are shown: `full`, `medium` or `low`.
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
    rooms: tuple[str, ...] = ()
    area: float | None = None
    studio: Studio | None = None
    detail: str = "full"


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
    stated = (request.brief, request.plan)
    if not request.prompt.strip() and stated == (None, None) and not request.room_type and not request.rooms:
        raise InputError("The prompt is empty.", "Describe a room, for example: a bedroom with a desk by the window.")
    if any("\ud800" <= c <= "\udfff" for c in request.prompt):
        raise InputError("The prompt holds bytes that are not text.", "Type it again, or save the file as UTF-8.")
    if request.room_type and request.room_type not in ROOM_TYPES:
        raise InputError(f"There is no room type {request.room_type[:40]!r}.", "`diorama list` names the room types.")
    if request.rooms:
        check_rooms(request)
    if request.size is not None:
        check_size(*request.size)
    if request.area is not None and not 1 <= request.area <= LARGEST_HOME:
        raise InputError(
            f"An area of {request.area:g} m² is not possible; it must be 1 to {LARGEST_HOME:g} m².", "Give an area such as 70."
        )
    if request.density is not None and not 0 <= request.density <= 1:
        raise InputError(
            f"A density of {request.density:g} is not possible; it must be 0 to 1.", "Give 0 for bare, 1 for lived-in."
        )
    if request.detail not in DETAILS:
        raise InputError(f"There is no level of detail {request.detail[:40]!r}.", f"Levels: {', '.join(DETAILS)}.")
    if request.hour is not None and not 0 <= request.hour <= 24:
        raise InputError(f"{request.hour:g} is not an hour of the day.", "Give 0 to 24, or HH:MM on the command line.")
    if request.style:
        from .model.look import style_named, styles

        if not style_named(request.style, otherwise=""):
            raise InputError(f"There is no style {request.style[:40]!r}.", f"Known styles: {', '.join(sorted(styles()))}.")
    if not isinstance(request.seed, int) or not 0 <= request.seed < 2**63:
        raise InputError("The seed must be a whole number from 0 on.", "Leave it out for seed 0.")
    if request.plan is not None:
        check_plan(request.plan)


def check_plan(plan: World) -> None:
    """InputError unless a world can be furnished: sound rooms, and nothing in them yet."""
    from .model.graph.validate import check_references

    if plan.nodes:
        raise InputError("A plan has rooms and openings and no objects; this one has objects.", "Remove its nodes.")
    check_references(plan)  # it may have been made in Python
    for room in plan.rooms:
        for side in np.ptp(np.asarray(room.polygon), axis=0):
            if side > LONGEST:
                raise InputError(
                    f"The room {room.id[:40]!r} is {side:g} m long; {LONGEST:g} m is the most.", "Give a smaller plan."
                )
    check_apart(plan.rooms)


def check_rooms(request: Request) -> None:
    """InputError unless the rooms asked for can make up a home."""
    for name in request.rooms:
        if name not in ROOM_TYPES:
            raise InputError(f"There is no room type {name[:40]!r}.", "`diorama list` names the room types.")
    if len(request.rooms) > MOST_ROOMS:
        raise InputError(f"A home of {len(request.rooms)} rooms is too large.", f"Give {MOST_ROOMS} rooms at most.")
    if request.room_type:
        raise InputError("A room type and a list of rooms were both given.", "Give the room type for one room, or the list.")


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
        brief = of_one_room(brief, request.room_type)
    if request.rooms:
        changes["rooms"] = _room_requests(request.rooms)
    for name in ("size", "area", "density", "style", "hour"):
        value = getattr(request, name)
        if value is not None and value != "":
            changes[name] = value
    brief = replace(brief, **changes)
    from .model.catalogue import categories

    known = categories()
    total = sum(r.count.wanted for r in brief.requests)
    if total > LARGEST_PROGRAM:
        raise InputError(f"The prompt asks for {total} things; a room can have {LARGEST_PROGRAM} at most.", "Ask for fewer.")
    standing = sum(r.count.wanted for r in brief.requests if r.category in known and known[r.category].supports[0] == "floor")
    if standing > LARGEST_FLOOR * max(len(brief.rooms), 1):
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


def _room_requests(types: tuple[str, ...]) -> tuple[RoomRequest, ...]:
    """Rooms of these types with keys of their own: `bedroom`, `bedroom_2`."""
    numbers = [types[: k + 1].count(t) for k, t in enumerate(types)]
    return tuple(RoomRequest(t if n == 1 else f"{t}_{n}", t) for t, n in zip(types, numbers, strict=True))


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


def _title(brief: Brief, label: str) -> str:
    words = re.sub(r"\s+", " ", brief.prompt).strip(" .")
    return f"{label}: {words[:40].rstrip()}" if words else f"{label} world"


def imagine(request: Request, brief: Brief | None = None) -> Generator[Progress, None, World]:
    """The model alone, without Blender: a request to a scene graph. Same request, same world."""
    yield Progress(0.02, "Reading the prompt")
    brief = brief or understand(request)
    given = request.plan.rooms if request.plan is not None else ()
    if len(given) > 1 or is_home(brief):
        return (yield from _home(request, brief, given))
    return (yield from _one_room(request, brief, given[0] if given else None))


def _one_room(request: Request, brief: Brief, given: Room | None) -> Generator[Progress, None, World]:
    from .model.look import choose_look
    from .model.look.framing import choose_cameras

    layout_rng, look_rng = np.random.default_rng(request.seed).spawn(2)
    if given is not None and not brief.room_type_stated and given.type in ROOM_TYPES:
        brief = replace(brief, room_type=given.type)
    look = choose_look(brief.style, brief.palette, brief.room_type, look_rng)
    made = yield from _scaled(_furnished(brief, given, look, layout_rng, look_rng), 0.05, 0.62)
    yield Progress(0.64, "Choosing light and cameras")
    room = made.room
    cameras = choose_cameras(room, made.nodes)
    label = ROOM_TYPES.get(room.type, room.label)
    return _world(request, brief, room.id, label, (made,), look, cameras, (*brief.notes, *made.notes))


def _home(request: Request, brief: Brief, given: tuple[Room, ...]) -> Generator[Progress, None, World]:
    """Several rooms, each laid out by itself with a brief and a random stream of its own, in one look."""
    from .model.look import choose_look
    from .model.look.framing import choose_home_cameras
    from .model.plan.home import plan_home

    yield Progress(0.04, "Planning the home")
    rooms, notes = given, brief.notes
    if len(given) < 2:
        planned = plan_home(brief, stream(request.seed, "plan"), given[0].polygon if given else None)
        rooms, notes = planned.rooms, (*brief.notes, *planned.notes)
    rooms = joined(rooms)
    brief = settled(brief, rooms)
    main = main_room(rooms)
    style = choose_look(brief.style, brief.palette, main.type, stream(request.seed, "look")).style
    lead = choose_look(style, brief.palette, main.type, stream(request.seed, "look"))
    made: list[Furnished] = []
    for k, room in enumerate(rooms):
        own = room_brief(replace(brief, style=style), room)
        look = choose_look(own.style, brief.palette, room.type, stream(request.seed, "look")).beside(lead)
        steps = _furnished(own, room, look, stream(request.seed, room.id), stream(request.seed, f"{room.id}/look"))
        made.append((yield from _scaled(steps, 0.06 + 0.56 * k / len(rooms), 0.06 + 0.56 * (k + 1) / len(rooms), room.label)))
        notes = (*notes, *(f"{room.label}: {n}" for n in made[-1].notes))
    yield Progress(0.64, "Choosing light and cameras")
    name = brief.home or "home"
    cameras = choose_home_cameras([m.room for m in made], [n for m in made for n in m.nodes], main.id)
    return _world(request, brief, name, name.capitalize(), tuple(made), lead, cameras, notes)


@dataclass(frozen=True)
class Furnished:
    """A room with its things and materials, and in words what could not be done."""

    room: Room
    nodes: tuple[Node, ...]
    notes: tuple[str, ...]


def _furnished(
    brief: Brief, given: Room | None, look: Look, layout_rng: np.random.Generator, look_rng: np.random.Generator
) -> Generator[tuple[float, str], None, Furnished]:
    from .model.layout import lay_out
    from .scene.assets.library import Library, dressed

    density = 0.5 if brief.density is None else float(brief.density)
    draft = yield from lay_out(brief, given, Library(), prior(), layout_rng, look.style, density)
    openings = tuple(
        o if o.params or far_side(o) else replace(o, params=look.opening_params(o.kind, look_rng)) for o in draft.room.openings
    )
    room = replace(draft.room, materials={**look.room_materials, **draft.room.materials}, openings=openings)
    return Furnished(room, tuple(dressed(n, look) for n in draft.nodes), draft.notes)


def _scaled(
    steps: Generator[tuple[float, str], None, Any], start: float, end: float, where: str = ""
) -> Generator[Progress, None, Any]:
    """Steps of a part of the work as progress of the whole."""
    while True:
        try:
            fraction, message = next(steps)
        except StopIteration as stop:
            return stop.value
        text = f"{where}: {message[:1].lower()}{message[1:]}" if where else message
        yield Progress(start + (end - start) * min(fraction, 1.0), text)


def _world(
    request: Request,
    brief: Brief,
    id_: str,
    label: str,
    made: tuple[Furnished, ...],
    look: Look,
    cameras: tuple[Camera, ...],
    notes: tuple[str, ...],
) -> World:
    from .model.catalogue import VERSION as CATALOGUE
    from .model.look.daylight import all_lights, glazing_of

    rooms = tuple(m.room for m in made)
    main = main_room(rooms)
    environment = daylight(main, next(m.nodes for m in made if m.room is main), brief, look.albedo)
    return World(
        id=id_,
        name=_title(brief, label),
        rooms=rooms,
        nodes=tuple(n for m in made for n in m.nodes),
        cameras=cameras,
        environment=environment,
        lights=all_lights(environment, rooms, glazing_of(main)),
        style=look.style,
        palette=look.palette,
        brief=brief,
        notes=tuple(dict.fromkeys(notes)),
        provenance=Provenance(request.prompt or brief.prompt, request.seed, VERSION, prior().net.version, CATALOGUE),
    )


def daylight(room: Room, nodes: tuple[Node, ...], brief: Brief, albedo: float) -> Environment:
    """Sun, sky and exposure for the room, turned so that by day the sun looks in at its largest window from the side."""
    from .model.look.daylight import environment_for, fit_of, north_for, outlook, relit
    from .model.look.moods import MOODS
    from .scene.assets.library import lumen_of

    out = outlook(room)
    north = north_for(out, 10.5 if brief.hour is None else brief.hour) if out is not None else 0.0
    fit = fit_of(room, lumen_of(nodes), any(n.category == "curtain" for n in nodes), albedo)
    if brief.mood in MOODS:
        return relit(Environment(), room, fit, brief.mood, hour=brief.hour)
    return environment_for(brief.hour, weather=brief.mood, mood=brief.mood, north=north, **fit._asdict())


# ---------------------------------------------------------------------------------------------- generating


def generate_steps(request: Request, context: bpy.types.Context | None = None) -> Generator[Progress, None, Result]:
    """Generate in steps that a modal operator can run one by one.

    Closing the generator at any point, or any error, leaves Blender's data exactly as before. The result is the
    generator's return value.
    """
    import bpy

    from .parameters import ensure_all_used
    from .scene.build import build_steps
    from .scene.detail import set_detail
    from .scene.graphs import stored
    from .scene.report import check as report_on
    from .scene.studio.swap import furnish
    from .scene.transaction import transaction

    if bpy.context.scene.library is not None:
        raise InputError("This scene is linked from another file.", "Switch to a scene of this file.")
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
        if request.studio is not None:
            yield Progress(0.92, "Placing studio assets")
            furnish(collection, request.studio, request.seed)
            world = stored(collection)
        yield Progress(0.93, "Checking")
        report = report_on(collection)
        if request.detail != "full":
            set_detail(collection, request.detail)
    ensure_all_used()
    return Result(world, collection, report)


def generate(prompt: str = "", seed: int = 0, **options: Any) -> Result:
    """Generate at once. Options are the fields of `Request`."""
    known = {f.name for f in fields(Request)}
    for name in options:
        if name not in known:
            raise TypeError(f"generate() has no option {name!r}")
    return run(generate_steps(Request(prompt=prompt, seed=seed, **options)))


def studio(folders: Sequence[str | Path] = (), policies: Mapping[str, Policy] | None = None) -> Studio:
    """Assets for `generate(..., studio=...)`: of these folders, or those that were scanned in Blender.

    `policies` says per category (`sofa`, or `chair` for every kind of chair; "" for all others) whether assets are to `prefer`,
    `mix` or `exclude`; without any, assets are preferred wherever they fit. Fronts that were turned in Blender are known.
    InputError if a folder is not there, no asset is, or a policy cannot be.
    """
    from .model.catalogue import categories
    from .scene.studio.index import POLICIES, current, scan

    wanted = dict(policies or {"": "prefer"})
    for category, policy in wanted.items():
        if category and category not in categories():
            raise InputError(f"There is no category {category[:40]!r}.", "`diorama list` names the categories.")
        if policy not in POLICIES:
            raise InputError(f"There is no studio policy {str(policy)[:40]!r}.", f"Policies: {', '.join(POLICIES)}.")
    for folder in folders:
        if not Path(folder).is_dir():
            raise InputError(f"The asset folder {folder} does not exist.", "Check the path.")
    found: Studio = run(scan([Path(f).resolve() for f in folders], current())) if folders else current()
    if not found.entries:
        where = f"in {', '.join(map(str, folders))}" if folders else "yet"
        raise InputError(
            f"There are no studio assets {where}.", "Name a folder with marked Blender assets, glTF or USD files, or scan one."
        )
    return replace(found, policies=wanted)


def run(steps: Iterator[Any]) -> Any:
    """Exhaust a generator and hand back its return value."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


def one_thing(request: Request) -> bool:
    """Whether a request is for one thing by itself (`a walnut armchair in green velvet`) rather than for a room."""
    from .model.single import single

    if request.plan is not None or request.room_type or request.rooms or request.size or request.area:
        return False
    return single(understand(request)) is not None


def thing(
    prompt: str,
    seed: int = 0,
    *,
    at: tuple[float, float, float] | None = None,
    yaw: float = 0.0,
    style: str = "",
    world: bpy.types.Collection | None = None,
) -> bpy.types.Object:
    """Make the one thing that a prompt names, on the surface under `at` (the 3D cursor), its front turned to -Y by `yaw`.

    It joins `world`, or the first of the scene, or a new one of things alone; that one's style is its own unless the prompt or
    `style` says otherwise. InputError if the prompt names no thing, or several; the scene is then as it was.
    """
    import bpy
    from mathutils import Vector

    from .model.look import choose_look
    from .model.single import node_for, requested, single_style
    from .parameters import ensure_all_used
    from .scene.assets.library import Library
    from .scene.graphs import stored
    from .scene.single import add, room_at, things_world
    from .scene.transaction import transaction
    from .scene.worlds import worlds

    brief = understand(Request(prompt=prompt, seed=seed, style=style))
    request = requested(brief)
    point = Vector(bpy.context.scene.cursor.location if at is None else at)
    with transaction():
        collection = world or next(iter(worlds(bpy.context.scene)), None) or things_world(bpy.context.scene)
        graph = stored(collection)
        room = room_at(graph, point)
        sample, look_rng = np.random.default_rng(seed).spawn(2)
        palette = brief.palette or graph.palette
        look = choose_look(single_style(request, brief) or graph.style, palette, room.type or brief.room_type, look_rng)
        node = node_for(request, room.id, look, Library(), sample)
        obj = add(collection, node, point, yaw)
    ensure_all_used()
    return obj


def fingerprint(world: World) -> str:
    """A short hash of a world's graph, to compare worlds."""
    from .model.graph import dumps

    return hashlib.sha256(dumps(world).encode()).hexdigest()[:16]


# ---------------------------------------------------------------------------------------------- changing the look


def _current(world: bpy.types.Collection | None) -> bpy.types.Collection:
    """The given world, or the first of the scene. InputError if there is none."""
    import bpy

    from .scene.worlds import worlds

    found = world or next(iter(worlds(bpy.context.scene)), None)
    if found is None:
        raise InputError("There is no world in this scene.", "Generate one first.")
    return found


def relight(mood: str = "", *, world: bpy.types.Collection | None = None, **changes: Any) -> Environment:
    """Change a world's light in place, to a mood (`golden hour`) or by `hour`, `weather`, `north`, `latitude` and `fixtures`."""
    from .scene.relight import relight as change

    return change(_current(world), mood, **changes).environment


def restyle(
    style: str = "", palette: Sequence[str] | None = None, seed: int = 0, *, world: bpy.types.Collection | None = None
) -> Restyled:
    """Give a world other materials and colours: its layout, locked things and what was put on by hand stay."""
    from .scene.restyle import restyle as change

    return change(_current(world), style, palette, seed)


def detail(level: str, *, world: bpy.types.Collection | None = None) -> Detailed:
    """Show a world's things at `full`, `medium` (a third of the triangles) or `low` (a tenth) detail; `full` is as it was."""
    from .scene.detail import set_detail

    return set_detail(_current(world), level)
