"""The layout of one room, start to end: program, floor, walls, ceiling, dressing, proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..assets import AssetLibrary
from ..brief import Brief
from ..catalogue import categories, vocabulary
from ..geometry import Floats, polygon_area
from ..graph.types import Node, Opening, Relation, Room, Support
from ..language.linker import singular
from ..plan.room import plan_room
from ..plan.rooms import ROOMS
from . import conflicts, fill, rows
from .apart import Guard
from .design import DesignOpening, design, things_of
from .dressing import Dresser
from .furnish import Outcome, Placer
from .hang import Hanger
from .prior import LearnedPrior
from .program import Item, Program
from .relations import Poses, gap
from .repair import Mender
from .staging import Stager
from .state import Arrangement, Snapshot, Thing, opening_span, patches_of, wholly_on
from .walls import Dressed

ATTEMPTS = 3
GOOD = 0.95  # design score of a floor, with nothing wrong, that is not tried again
TRIALS = 2  # arrangements of the floor that the better is chosen from
USED = 2.6  # floor area of a room over the floor that its furniture takes (plan_room's)
FAR = 4.4  # metres between things stated to be far from each other, with some to spare
MOST_OPENED = 4  # things taken away again to open ways
WALKED = 0.975  # share of the free floor that should hang together
MANY = 90  # things; so many are laid out only once


@dataclass(frozen=True, slots=True)
class Draft:
    """A laid-out room: its architecture, its nodes, and in words what could not be done."""

    room: Room
    nodes: tuple[Node, ...]
    notes: tuple[str, ...]
    penalty: float


def lay_out(
    brief: Brief,
    given: Room | None,
    library: AssetLibrary,
    prior: LearnedPrior | None,
    rng: np.random.Generator,
    style: str = "",
    density: float = 0.5,
) -> Generator[tuple[float, str], None, Draft]:
    """Lay out one room, yielding (fraction, message). Tries again, in a roomier room where the size is free, if a wish failed."""
    best: Draft | None = None
    roomier = 1.0
    sample_rng, *children = rng.spawn(ATTEMPTS + 1)
    room_type = given.type if given else (brief.room_type if brief.room_type in ROOMS else "living_room")
    program = Program(given.id if given else room_type, brief, library, sample_rng, style)
    program.build()
    settled = conflicts.settle(program)
    fill.complete_pairs(program, sample_rng)
    fill.candles(program)
    if density > 0:  # at 0 there is what was asked for, and nothing else
        fill.starters(program, room_type, _area(brief, given, room_type), sample_rng)
    fill.ensure_hosts(program)
    program.inherit()
    prior = prior.at(density) if prior is not None else None
    for attempt, child in enumerate(children):
        draft = yield from _attempt(program, given, prior, child, density, roomier, attempt, settled)
        if best is None or draft.penalty < best.penalty:
            best = draft
        if best.penalty == 0 or len(program.items) > MANY or _hopeless(program, best.room):
            break
        roomier *= 1.3
    assert best is not None
    return best


def _attempt(
    base_program: Program,
    given: Room | None,
    prior: LearnedPrior | None,
    rng: np.random.Generator,
    density: float,
    roomier: float,
    attempt: int,
    settled: Sequence[str],
) -> Generator[tuple[float, str], None, Draft]:
    plan_rng, sample_rng, place_rng, dress_rng = rng.spawn(4)
    base = 0.3 * attempt
    program = base_program.copy(sample_rng)
    room = given or plan_room(program.brief, _need(program), plan_rng, roomier)
    state = Arrangement(room)
    placer = Placer(state, program, prior, place_rng)
    for fraction, what in furnish(placer, prior, density, sample_rng, dress_rng):
        yield base + 0.9 * fraction, what
    return _draft(program, state, placer.outcome, settled)


def furnish(
    placer: Placer,
    prior: LearnedPrior | None,
    density: float,
    sample_rng: np.random.Generator,
    dress_rng: np.random.Generator,
    fillers: bool = True,
) -> Iterator[tuple[float, str]]:
    """Place all that a program has and the room lacks yet; with `fillers`, more than was asked for, up to the density."""
    program, state = placer.program, placer.room
    before = set(state.things)
    room_type = state.room.type
    if fillers:
        rows.fill(program, room_type, abs(polygon_area(state.polygon)), density)
        fill.floor_fillers(program, state, prior, room_type, density, sample_rng)
    program.companions()
    yield 0.05, "Planning the room"
    yield from _stand(placer)
    hanger = Hanger(placer)
    hanger.place_hung()
    if fillers:
        _curtains(program, state, room_type, density)
    hanger.place_ceiling()
    if fillers:
        walls = Dressed(state, program, density, dress_rng)
        for what in walls.hang():
            yield 0.7, f"Hanging: {what.replace('_', ' ')}"
        walls.light()
    _raise_onto_rugs(state, before)
    yield 0.72, "Dressing surfaces"
    dresser = Dresser(state, program, placer.outcome, dress_rng)
    for k, what in enumerate(dresser.run()):
        if k % 6 == 0:
            yield 0.8, f"Dressing: {what.lower()}"
    if fillers:
        for k, what in enumerate(Stager(state, program, density, dress_rng).run()):
            if k % 6 == 0:
                yield 0.9, f"Dressing: {what.replace('_', ' ')}"
    if fillers:
        _open_ways(placer)
    Guard(placer, dresser).run()
    placer.outcome.broken = placer.wishes.broken(least=0.5)


def _open_ways(placer: Placer) -> None:
    """Take away what nobody asked for where it, or what hangs on the walls, has closed off part of the floor."""
    state, program = placer.room, placer.program
    for _ in range(MOST_OPENED):
        now = state.navigable()
        if now >= WALKED:
            return
        best: tuple[float, set[str]] | None = None
        for t in list(state.things.values()):
            carried = state.carried(t.id)
            low = t.support.kind in ("floor", "hung_on") and t.bottom < state.room.level + 2.0 and not t.walkable
            if not low or any(program.items[i].required or program.items[i].fixed for i in carried):
                continue
            kept = state.snapshot()
            for i in carried:
                state.remove(i)
            worth = min(state.navigable(), WALKED) - 0.002 * len(carried) - 0.02 * t.half[0] * t.half[1]
            state.restore(kept)
            if best is None or worth > best[0]:
                best = worth, carried
        if best is None or best[0] <= now + 0.002:
            return
        for i in best[1]:
            state.remove(i)


def _stand(placer: Placer) -> Iterator[tuple[float, str]]:
    """Furnish the floor more than once and keep the best by what failed, by ways to walk, and by design."""
    state, program = placer.room, placer.program
    count = sum(i.support == "floor" and i.id not in state.things for i in program.items.values())
    trials = TRIALS if count <= MANY else 1
    bare = state.snapshot()
    best: tuple[float, Snapshot, list[Item], Floats] | None = None
    for trial in range(trials):
        state.restore(bare)
        placer.outcome.unplaced.clear()
        placer.units.clear()
        for k, what in enumerate(placer.place_floor()):
            yield 0.05 + 0.55 * (trial + min(k / max(count, 1), 1.0)) / trials, f"Placing: {what.lower()}"
        mender = Mender(placer)
        for what in mender.mend():
            yield 0.05 + 0.55 * (trial + 1) / trials, f"Mending: {what.lower()}"
        value = appraise(state, program) - 0.2 * mender.cost() - 3.0 * max(0.0, WALKED - state.navigable())
        if best is None or value > best[0]:
            best = value, state.snapshot(), list(placer.outcome.unplaced), placer.look
        if value > GOOD:
            break
    assert best is not None
    state.restore(best[1])
    placer.outcome.unplaced[:], placer.look = best[2], best[3]


def appraise(state: Arrangement, program: Program) -> float:
    """The design score of what stands on the floor so far, with a TV on its stand."""
    level = state.room.level
    openings = []
    for o in state.room.openings:
        a, b, _ = opening_span(state.room, o, state.walls)
        openings.append(DesignOpening(o.kind, (float(a[0]), float(a[1])), (float(b[0]), float(b[1])), o.sill, o.sill + o.height))
    standing = [t for t in state.things.values() if t.support.kind == "floor"]
    rows = [(t.category, t.x, t.y, t.z - level, *t.blueprint.size, t.yaw, "floor") for t in standing]
    screens = [i.blueprint.size for i in program.of("tv") if i.support == "on"][:1]
    rows += [("tv", t.x, t.y, t.top - level, *s, t.yaw, "on") for t in standing if t.category == "tv_stand" for s in screens]
    return design(state.polygon, openings, things_of(rows), state.room.type, state.room.height).total


def _area(brief: Brief, given: Room | None, room_type: str) -> float:
    """The floor area to expect, before the room is planned."""
    if given is not None:
        return polygon_area(given.polygon)
    if brief.size is not None:
        return float(brief.size[0] * brief.size[1])
    return brief.area or ROOMS[room_type].area[1]


def _hopeless(program: Program, room: Room) -> bool:
    """Whether what is asked for is more than any arrangement could get into the room."""
    asked = sum(i.area for i in program.items.values() if i.required and i.support == "floor" and not i.category.walkable)
    return asked > 0.55 * abs(polygon_area(room.polygon)) and (bool(program.brief.size or program.brief.area))


def _need(program: Program) -> float:
    """Floor that the furniture and the space to use it take, m2."""
    out = 0.0
    for i in program.items.values():
        if i.support == "floor" and not i.category.walkable:
            out += i.area + (0.35 * i.blueprint.size[0] if i.category.access else 0.05)
    return max(out, _distant(program) / USED)


def _distant(program: Program) -> float:
    """The floor area of a room in which all things stated to be far from each other can be, m2."""
    area = 0.0
    for i in program.items.values():
        for t in i.ties:
            for j in (program.items[k] for k in t.targets if t.kind == "far_from" and k in program.items):
                broad = sum(max(k.blueprint.size[:2]) for k in (i, j))
                deep = sum(min(k.blueprint.size[:2]) for k in (i, j))
                sides = (np.array([np.sqrt(1.25 * a), np.sqrt(a / 1.25)]) for a in range(12, 90))
                fits = (float(np.prod(s)) for s in sides if np.hypot(s[0] - deep, max(s[1] - broad, 0.0)) > FAR)
                area = max(area, next(fits, 90.0))
    return area


def _curtains(program: Program, state: Arrangement, room_type: str, density: float) -> None:
    """A pair of curtains at each window, where they do not cut into what stands there."""
    if not fill.window_fillers(program, room_type, density):
        return
    limits = categories()["curtain"]
    for o in state.room.openings:
        if o.kind != "window":
            continue
        wall = state.walls[o.wall]
        left, right = o.offset, wall.length - o.offset - o.width
        spread = min(left, right, 0.3) - 0.02
        top = min(o.sill + o.height + 0.18, state.room.height - 0.06)
        size = (o.width + 2 * spread, None, top - 0.03)
        if spread < 0.08 or size[0] > limits.largest[0] or size[2] > limits.largest[2]:
            continue
        made = program.library.sample("curtain", program.rng, size, program.style, ("mount_hung_on",))
        beside = min(max((spread + 0.07) / size[0], 0.15), 0.5)  # drawn back beside the glass, not across it
        made = program.library.blueprint(made.generator, {**made.params, "kind": "open", "gather": beside})
        item = program.add("curtain", support="hung_on", blueprint=made)
        at = wall.start + wall.along * (o.offset + o.width / 2) + wall.normal * 0.003
        z = state.room.level + top - item.blueprint.size[2] / 2
        fits = state.fits(
            patches_of(item.blueprint), np.array([at[0]]), np.array([at[1]]), np.array([wall.yaw]), z, zones=False, gap=0.01
        )[0]
        if not fits or _blocks_door(state, item, at, wall.yaw):
            del program.items[item.id]
            continue
        state.add(
            Thing(
                item.id,
                "curtain",
                item.blueprint,
                float(at[0]),
                float(at[1]),
                z,
                wall.yaw,
                Support("hung_on", state.room.id, wall.index),
            )
        )


def _blocks_door(state: Arrangement, item: Item, at: Floats, yaw: float) -> bool:
    doors = [o for o in state.room.openings if o.kind == "door"]
    if not doors:
        return False
    me = Poses(at[None], np.array([item.blueprint.size[0] / 2, item.blueprint.size[1]]), np.array([yaw]))
    for o in doors:
        a, b, w = opening_span(state.room, o, state.walls)
        zone = Poses(((a + b) / 2 + w.normal * 0.5)[None], np.array([o.width / 2 + 0.02, 0.5]), np.array([w.yaw]))
        if gap(me, zone)[0] <= 0.0:
            return True
    return False


def _raise_onto_rugs(state: Arrangement, fixed: set[str]) -> None:
    """What stands wholly on a rug stands on its pile, not in it; what is fixed stays where it is."""
    rugs = [t for t in state.things.values() if t.walkable]
    for t in list(state.things.values()):
        if t.walkable or t.support.kind != "floor" or t.id in fixed:
            continue
        for rug in rugs:
            if wholly_on(rug.blueprint, np.array([rug.x]), np.array([rug.y]), np.array([rug.yaw]), t)[0]:
                z = rug.z + rug.blueprint.size[2]
                mine = np.flatnonzero(state.access.owner == t.id)
                keep = [(state.access.centre[a], state.access.half[a], float(state.access.yaw[a])) for a in mine]
                state.remove(t.id)
                state.add(replace(t, z=z, support=Support("on", rug.id, 0)))
                for centre, half, yaw in keep:
                    state.access.add(centre, half, yaw, z + 0.05, z + 1.7, t.id)
                break


# ---------------------------------------------------------------------------------------------- the result


def _draft(program: Program, state: Arrangement, outcome: Outcome, settled: Sequence[str]) -> Draft:
    penalty = 3.0 * sum(i.required for i in outcome.unplaced) + len(outcome.broken)
    notes = [*settled, *shortages(program, state, outcome)]
    nodes = tuple(node_of(t, program.items[t.id]) for t in state.things.values() if t.id in program.items)
    return Draft(state.room, nodes, tuple(dict.fromkeys(notes)), penalty)


def shortages(program: Program, state: Arrangement, outcome: Outcome) -> list[str]:
    """What could not be done, in sentences."""
    notes = []
    area = abs(polygon_area(state.polygon))
    sides = np.ptp(state.polygon, axis=0)
    missing = Counter(i.key or i.id for i in outcome.unplaced if i.required)
    for key, n in missing.items():
        item = next(i for i in outcome.unplaced if (i.key or i.id) == key)
        asked = len(program.instances.get(key, ())) or n
        small = np.sort(item.blueprint.size[:2])
        too_large = bool((small > np.sort(sides)).any()) or item.blueprint.size[2] > state.room.height
        notes.append(conflicts.shortage(conflicts.said(item), asked, asked - n, area, too_large))
    for item, tie in outcome.broken:
        notes.append(conflicts.failure(item, tie, program, float(np.hypot(*sides))))
    return notes


def one(label: str, usual: str) -> str:
    """What one thing of a label is called: `bedside lamps` -> `bedside lamp`; what its category is called (`scissors`) stays."""
    *before, last = label.split()
    single = " ".join([*before, singular(last)])
    return label if label == usual.lower() or (label in vocabulary() and single not in vocabulary()) else single


def node_of(t: Thing, item: Item) -> Node:
    """A placed thing as a node of the graph, yet without materials."""
    stated = tuple(Relation(x.kind, x.targets or (x.architecture,), x.required) for x in item.ties if x.required)
    number = t.id.rsplit("_", 1)[-1]
    name = one(item.label, item.category.label).capitalize() if item.label else item.category.label
    return Node(
        id=t.id,
        category=t.category,
        name=name if number == "1" else f"{name} {number}",
        room=t.id.split("/")[0],
        size=t.blueprint.size,
        position=(t.x, t.y, t.z),
        yaw=float((t.yaw + np.pi) % (2 * np.pi) - np.pi),
        support=t.support,
        generator=t.blueprint.generator,
        params=dict(t.blueprint.params),
        label=item.label,
        group=t.group,
        relations=stated,
        attributes=item.attributes,
        author="prompt" if item.key else "model",
    )


__all__ = ["Draft", "Opening", "lay_out"]
