"""Floor plans of homes: what must hold for every brief, outline and seed."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from diorama.model.brief import Brief, RoomRequest
from diorama.model.errors import InputError, WorkError
from diorama.model.geometry import inside, is_simple, polygon_area
from diorama.model.graph.types import Opening, Room, World
from diorama.model.graph.validate import check_references
from diorama.model.plan.cells import Shell, inset
from diorama.model.plan.doors import joints
from diorama.model.plan.grow import grown_plan, sample_plan
from diorama.model.plan.home import HomePlan, plan_home
from diorama.model.plan.learned import FEATURES, PlanPrior, features, prior, reach
from diorama.model.plan.program import plan_program

WALL = 0.12


def rooms_of(*types: str) -> tuple[RoomRequest, ...]:
    """`kitchen>living_room` is a kitchen open to the living room."""
    out: list[RoomRequest] = []
    for t in types:
        kind, _, to = t.partition(">")
        n = sum(r.type == kind for r in out) + 1
        out.append(RoomRequest(kind if n == 1 else f"{kind}_{n}", kind, open_to=to))
    return tuple(out)


TEN = ("bedroom",) * 3 + ("childrens_room", "bathroom", "bathroom", "kitchen", "dining_room", "living_room", "home_office")
BRIEFS = {
    "one room": Brief(rooms=rooms_of("bedroom")),
    "two rooms": Brief(rooms=rooms_of("living_room", "kitchen")),
    "flat": Brief(home="flat", area=55),
    "studio": Brief(home="studio", area=28),
    "open kitchen": Brief(home="flat", area=70, rooms=rooms_of("bedroom", "bedroom", "living_room", "kitchen>living_room")),
    "garage": Brief(home="house", rooms=rooms_of("bedroom", "garage", "laundry", "kitchen", "living_room", "walk_in_closet")),
    "L": Brief(home="house", shape="L", area=105, rooms=rooms_of("bedroom", "bedroom", "bedroom", "bathroom")),
    "office": Brief(home="office", rooms=rooms_of("reception", "private_office", "meeting_room", "bathroom")),
    "ten": Brief(home="house", area=135, rooms=rooms_of(*TEN)),
}
OUTLINES = {
    "rectangle": [(0, 0), (12, 0), (12, 8), (0, 8)],
    "L": [(0, 0), (11, 0), (11, 5), (5.5, 5), (5.5, 10), (0, 10)],
    "U": [(0, 0), (14, 0), (14, 9), (9.5, 9), (9.5, 4), (4.5, 4), (4.5, 9), (0, 9)],
    "clockwise": [(0, 8), (12, 8), (12, 0), (0, 0)],
    "closed": [(0, 0), (12, 0), (12, 8), (0, 8), (0, 0)],
}
THREE = Brief(home="flat", rooms=rooms_of("bedroom", "bedroom", "kitchen", "living_room", "bathroom"))


def plan(brief: Brief, seed: int, outline: Sequence[tuple[float, float]] | None = None) -> HomePlan:
    return plan_home(brief, np.random.default_rng(seed), outline)


def ends(room: Room, o: Opening) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """World positions of an opening's jambs on the room's face, and the direction out of the room."""
    p = np.asarray(room.polygon)
    a, b = p[o.wall], p[(o.wall + 1) % len(p)]
    d = (b - a) / np.linalg.norm(b - a)
    return a + d * o.offset, a + d * (o.offset + o.width), np.array([d[1], -d[0]])


def assert_sound(rooms: Sequence[Room]) -> None:
    """Everything that holds for any home."""
    check_references(World("w", "w", tuple(rooms)))
    by_id = {r.id: r for r in rooms}
    grown = [np.asarray(inset(r.polygon, -WALL / 2 + 1e-3)) for r in rooms]
    low, high = np.min([p.min(0) for p in grown], 0), np.max([p.max(0) for p in grown], 0)
    points = np.stack(np.meshgrid(np.arange(low[0] + 0.013, high[0], 0.06), np.arange(low[1] + 0.017, high[1], 0.06)), -1)
    assert (sum(inside(p, points).astype(int) for p in grown) <= 1).all(), "rooms nearer than a wall's thickness"
    for r in rooms:
        assert is_simple(r.polygon) and polygon_area(r.polygon) > 0.8
        assert min(math.dist(r.polygon[k - 1], r.polygon[k]) for k in range(len(r.polygon))) > 0.3, f"a nook in {r.id}"
        for k, o in enumerate(r.openings):
            assert all(
                q.wall != o.wall or q.offset >= o.offset + o.width or o.offset >= q.offset + q.width for q in r.openings[k + 1 :]
            ), f"{o.id} overlaps another opening"
            a, b, out = ends(r, o)
            if o.leads_to == "outside":
                beyond = [a + (b - a) * f + out * 0.2 for f in (0.02, 0.5, 0.98)]
                assert not any(inside(p, np.array(beyond)).any() for p in grown), f"{o.id} does not lead outside"
            else:
                assert_twin(r, o, by_id[o.leads_to])
    assert_reachable(rooms)


def assert_twin(room: Room, o: Opening, other: Room) -> None:
    """The opening's far side is in the other room, at the same place, and one of the two has the leaf."""
    a, b, out = ends(room, o)
    twins = [q for q in other.openings if q.leads_to == room.id]
    far = [(np.stack(ends(other, q)[:2]), q) for q in twins]
    match = [q for e, q in far if np.allclose(e[::-1], np.stack([a, b]) + out * WALL, atol=2e-3)]
    assert len(match) == 1, f"{o.id} has {len(match)} twins"
    assert (o.generator == "") != (match[0].generator == "")


def assert_reachable(rooms: Sequence[Room]) -> None:
    """Every room can be entered from the first one, which has the entrance door."""
    by_id = {r.id: r for r in rooms}
    assert any(o.kind == "door" and o.leads_to == "outside" for o in rooms[0].openings)
    seen, stack = {rooms[0].id}, [rooms[0].id]
    while stack:
        for o in by_id[stack.pop()].openings:
            if o.kind == "door" and o.leads_to in by_id and o.leads_to not in seen:
                seen.add(o.leads_to)
                stack.append(o.leads_to)
    assert seen == set(by_id)


@pytest.mark.parametrize("name", BRIEFS)
def test_plans_are_sound(name: str) -> None:
    for seed in range(4):
        assert_sound(plan(BRIEFS[name], seed).rooms)


@pytest.mark.parametrize("name", OUTLINES)
def test_given_outlines_are_filled_exactly(name: str) -> None:
    corners = np.asarray(OUTLINES[name], float)
    for seed in range(2):
        rooms = plan(THREE, seed, OUTLINES[name]).rooms
        assert_sound(rooms)
        assert {"bedroom", "bedroom_2", "kitchen", "living_room", "bathroom"} <= {r.id for r in rooms}
        every = np.concatenate([r.polygon for r in rooms])
        assert np.allclose(every.min(0), corners.min(0), atol=1e-3) and np.allclose(every.max(0), corners.max(0), atol=1e-3)
        outer = np.asarray(inset(corners[:-1] if name == "closed" else corners[:: -1 if name == "clockwise" else 1], -0.01))
        assert inside(outer, every).all()


def test_a_turned_outline_is_planned_as_it_lies() -> None:
    c, s = math.cos(0.4), math.sin(0.4)
    turned = [(c * x - s * y + 3, s * x + c * y - 2) for x, y in OUTLINES["L"]]
    rooms = plan(THREE, 1, turned).rooms
    assert_reachable(rooms)
    every = np.concatenate([r.polygon for r in rooms])
    assert inside(np.asarray(inset(turned, -0.02)), every).all()
    assert sum(polygon_area(r.polygon) for r in rooms) > 0.85 * polygon_area(turned)


def test_the_same_seed_gives_the_same_plan_and_others_differ() -> None:
    one, two = (plan(BRIEFS["ten"], 7) for _ in range(2))
    assert one == two
    assert len({str(plan(BRIEFS["open kitchen"], s).rooms) for s in range(4)}) == 4


def test_areas_add_up_and_stated_ones_are_kept() -> None:
    stated = (RoomRequest("bedroom", "bedroom", area=14), RoomRequest("kitchen", "kitchen", size=(3, 4)))
    for seed in range(4):
        for brief, total in ((BRIEFS["open kitchen"], 70.0), (BRIEFS["ten"], 135.0)):
            rooms = plan(brief, seed).rooms
            assert sum(polygon_area(r.polygon) for r in rooms) == pytest.approx(total, rel=0.03)
        areas = {r.id: polygon_area(r.polygon) for r in plan(Brief(home="flat", rooms=stated), seed).rooms}
        assert areas["bedroom"] == pytest.approx(14, rel=0.1)
        assert areas["kitchen"] == pytest.approx(12, rel=0.1)


def test_rooms_have_the_proportions_of_real_ones() -> None:
    """Over many homes: hardly a room is a corridor, hardly a living space dark, bedrooms are not passages."""
    slim = dark = through = rooms_seen = 0
    for name in ("flat", "open kitchen", "garage", "ten"):
        for seed in range(5):
            rooms = plan(BRIEFS[name], seed).rooms
            kinds = {r.id: r.type for r in rooms}
            for r in rooms:
                w, d = np.ptp(np.asarray(r.polygon), axis=0)
                rooms_seen += 1
                if r.type == "hallway":
                    assert min(w, d) >= 1.0
                    continue
                slim += max(w, d) / min(w, d) > 2.3
                if r.type in ("bedroom", "living_room", "childrens_room", "home_office"):
                    dark += not any(o.kind == "window" for o in r.openings)
                if r.type == "bedroom":
                    through += any(kinds.get(o.leads_to) in ("bedroom", "kitchen") for o in r.openings)
    assert slim <= 0.03 * rooms_seen and dark == 0 and through == 0


def test_an_open_kitchen_is_one_space_with_the_living_room() -> None:
    for seed in range(4):
        rooms = {r.id: r for r in plan(BRIEFS["open kitchen"], seed).rooms}
        wide = [o for r in ("kitchen", "living_room") for o in rooms[r].openings if o.generator == "passage"]
        assert wide and wide[0].width >= 1.4


def test_neighbours_asked_for_have_a_door() -> None:
    brief = Brief(
        home="flat",
        rooms=(
            RoomRequest("bedroom", "bedroom"),
            RoomRequest("bathroom", "bathroom"),
            RoomRequest("bathroom_2", "bathroom", label="en-suite", next_to=("bedroom",)),
            RoomRequest("living_room", "living_room"),
        ),
    )
    for seed in range(4):
        rooms = {r.id: r for r in plan(brief, seed).rooms}
        assert any(o.leads_to == "bathroom_2" for o in rooms["bedroom"].openings)


def test_completion_adds_what_homes_have_and_nothing_that_is_named() -> None:
    wishes, notes = plan_program(Brief(home="flat", area=70, rooms=rooms_of("bedroom", "bedroom")), np.random.default_rng(0))
    types = [w.type for w in wishes]
    assert types.count("bedroom") == 2 and {"bathroom", "kitchen", "living_room", "hallway"} <= set(types)
    assert any("Added" in n for n in notes)
    rooms = plan_home(THREE, np.random.default_rng(0), without=("hallway",)).rooms
    assert "hallway" not in {r.type for r in rooms}
    assert_sound(rooms)


def test_too_many_rooms_for_the_area_enlarge_the_home_and_say_so() -> None:
    made = plan(Brief(home="flat", area=40, rooms=rooms_of(*TEN)), 0)
    assert len(made.rooms) >= 10 and any("instead of 40" in n for n in made.notes)
    assert_sound(made.rooms)


@pytest.mark.parametrize(
    ("brief", "outline", "words"),
    [
        (Brief(home="flat", area=float("nan")), None, "not possible"),
        (Brief(home="flat", area=-5), None, "not possible"),
        (Brief(rooms=rooms_of(*["bedroom"] * 30)), None, "30 rooms"),
        (Brief(rooms=(RoomRequest("x", "ballroom"),)), None, "ballroom"),
        (Brief(rooms=(RoomRequest("kitchen", "kitchen", area=0.1),)), None, "kitchen of 0.1"),
        (Brief(rooms=(RoomRequest("kitchen", "kitchen", open_to="attic"),)), None, "attic"),
        (Brief(), None, "no rooms"),
        (THREE, [(0, 0), (3, 0), (3, 3), (0, 3)], "need at least"),
        (THREE, [(0, 0), (12, 0), (0, 8), (12, 8)], "crosses"),
        (THREE, [(0, 0), (12, 0), (8, 9), (0, 8)], "right angles"),
        (THREE, [(0, 0), (12, float("inf")), (12, 8), (0, 8)], "list of"),
    ],
)
def test_bad_input_is_one_sentence_with_a_remedy(brief: Brief, outline: list[tuple[float, float]] | None, words: str) -> None:
    with pytest.raises(InputError) as e:
        plan(brief, 0, outline)
    assert words in str(e.value) and e.value.remedy and str(e.value).endswith(".")


# --------------------------------------------------------------------------------------------- parts


def test_a_shell_is_measured_and_cut_by_area() -> None:
    shell = Shell.of([(0, 0), (4, 0), (4, 2), (2, 2), (2, 4), (0, 4)])
    assert shell.area(shell.box) == pytest.approx(12)
    at = shell.cut(shell.box, 0, 0.5)
    assert shell.area((0, 0, at, 4)) == pytest.approx(6, abs=2.0)
    assert shell.cut(shell.box, 0, 8 / 12) == pytest.approx(2)


def test_joints_know_both_faces() -> None:
    a, b = [(0, 0), (3, 0), (3, 3), (0, 3)], [(3.12, 1), (5, 1), (5, 4), (3.12, 4)]
    there, back = joints([a, b])
    assert (there.room, there.other, there.length) == (0, 1, pytest.approx(2))
    assert (back.room, back.other, back.length) == (1, 0, pytest.approx(2))
    assert joints([a, [(x + 0.05, y) for x, y in b]]) == []


def test_learned_plans_are_whole_and_chosen_by_the_network() -> None:
    learned, kinds = prior(), (0, 0, 3, 2, 1)
    rng = np.random.default_rng(3)
    loose = [learned.score(grown_plan(kinds, learned, rng).abstract) for _ in range(30)]
    chosen = [sample_plan(kinds, learned, rng, candidates=10) for _ in range(6)]
    for s in chosen:
        assert (reach(s.abstract.doors) <= len(kinds)).all()
        assert all(s.cells.polygon(r) is not None for r in range(len(kinds)))
        x, near, doors = features(s.abstract)
        assert x.shape == (len(kinds), FEATURES) and np.isfinite(x).all()
        assert np.allclose(near.sum(1), 1) and doors.max() <= 1
    assert np.mean([learned.score(s.abstract) for s in chosen]) > np.mean(loose)


def test_damaged_weights_are_refused(tmp_path: object) -> None:
    with pytest.raises(WorkError, match=r"plans\.json"):
        PlanPrior.load(tmp_path)  # type: ignore[arg-type]
