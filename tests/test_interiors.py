"""Rooms as an interior designer would lay them out: rules of handbooks, measured on whole worlds."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
from diorama.api import Request, imagine, run
from diorama.model.catalogue import is_a
from diorama.model.geometry import Floats, directions
from diorama.model.graph.types import Node, World

KITCHENS = range(4)
SEEDS = range(3)
FRONTS = ("refrigerator", "kitchen_counter", "sink", "stove", "dishwasher")


@lru_cache(maxsize=64)
def world(prompt: str, seed: int) -> World:
    return run(imagine(Request(prompt=prompt, seed=seed)))


def of(w: World, *names: str) -> list[Node]:
    return [n for n in w.nodes if any(is_a(n.category, name) for name in names)]


def at(n: Node) -> Floats:
    return np.array(n.position[:2])


def in_frame(n: Node, host: Node) -> tuple[float, float]:
    """Where a node's centre is in the frame of another: to its left, and behind it."""
    ux, uy = directions(host.yaw)
    d = at(n) - at(host)
    return float(d @ ux), float(d @ uy)


def beside(n: Node, others: list[Node]) -> list[Node]:
    """Those that stand in one line with a node, their sides touching."""
    out = []
    for o in others:
        x, y = in_frame(o, n)
        turned = abs(np.sin(o.yaw - n.yaw)) > 0.1
        if o is not n and not turned and abs(y) < 0.12 and abs(abs(x) - (n.size[0] + o.size[0]) / 2) < 0.03:
            out.append(o)
    return out


# ---------------------------------------------------------------------------------------------- kitchens


@pytest.mark.parametrize("prompt", ["a kitchen", "a kitchen with a stove under a range hood"])
@pytest.mark.parametrize("seed", KITCHENS)
def test_kitchen_is_one_run(seed: int, prompt: str) -> None:
    w = world(prompt, seed)
    fronts = [n for n in w.nodes if n.category in FRONTS]
    counters = [n for n in fronts if n.category == "kitchen_counter"]
    (stove,) = [n for n in fronts if n.category == "stove"]
    (fridge,) = [n for n in fronts if n.category == "refrigerator"]
    assert beside(stove, counters)
    assert len(beside(fridge, fronts)) == 1  # at an end
    assert all(beside(c, fronts) for c in counters)


@pytest.mark.parametrize("seed", KITCHENS)
def test_kitchen_work_triangle(seed: int) -> None:
    w = world("a kitchen", seed)
    a, b, c = (at(next(n for n in w.nodes if n.category == k)) for k in ("refrigerator", "sink", "stove"))
    assert 3.2 <= sum(float(np.linalg.norm(d)) for d in (a - b, b - c, c - a)) <= 7.9


def test_kitchen_with_an_island_keeps_an_aisle() -> None:
    w = world("a large kitchen with an island and three bar stools", 1)
    (island,) = of(w, "kitchen_island")
    (stove,) = of(w, "stove")
    assert len(of(w, "bar_stool")) == 3
    assert all(in_frame(s, island)[1] < 0 for s in of(w, "bar_stool"))  # on the guests' side
    _, y = in_frame(stove, island)
    assert y - island.size[1] / 2 - stove.size[1] / 2 > 0.9


# ------------------------------------------------------------------------------------------- where people are served


COUNTERS = ("bar_counter", "shop_counter", "pharmacy_counter", "reception_desk")


def wall_at(w: World, n: Node, side: float) -> float:
    """Metres from a node's back (1) or front (-1) to the wall on that side, in a convex room."""
    (room,) = w.rooms
    d = side * directions(n.yaw)[1]
    ahead = np.array(room.polygon) @ d
    return float(ahead.max() - at(n) @ d) - n.size[1] / 2


def over(n: Node, host: Node) -> bool:
    """Whether a node's centre is above or below the top of another."""
    x, y = in_frame(n, host)
    return abs(x) < host.size[0] / 2 and abs(y) < host.size[1] / 2


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("prompt", ["a cafe", "a bar", "a shop", "a reception"])
def test_staff_stand_behind_a_counter(prompt: str, seed: int) -> None:
    w = world(prompt, seed)
    counters = of(w, *COUNTERS)
    assert counters
    for c in counters:
        assert 0.85 <= wall_at(w, c, 1.0) <= 2.2  # room to pass, and near enough for a back shelf


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("prompt", ["a cafe", "a bar", "a restaurant"])
def test_every_table_for_guests_has_its_pendant(prompt: str, seed: int) -> None:
    w = world(prompt, seed)
    lamps = of(w, "pendant_light", "chandelier")
    assert all(any(over(lamp, t) for lamp in lamps) for t in of(w, "cafe_table", "bar_table", "dining_table"))


@pytest.mark.parametrize("seed", SEEDS)
def test_first_row_of_a_classroom_keeps_off_the_board(seed: int) -> None:
    w = world("a classroom", seed)
    desks = of(w, "school_desk")
    assert len(desks) >= 6
    assert min(wall_at(w, d, 1.0) for d in desks) >= 1.6


@pytest.mark.parametrize("seed", SEEDS)
def test_barber_chairs_face_a_wall_close_by(seed: int) -> None:
    w = world("a hair salon", seed)
    chairs = of(w, "barber_chair")
    assert chairs and all(wall_at(w, c, -1.0) <= 1.6 for c in chairs)


@pytest.mark.parametrize("seed", range(4, 7))
def test_every_lab_bench_has_a_stool(seed: int) -> None:
    w = world("a laboratory", seed)
    benches = of(w, "lab_bench")
    assert benches
    for b in benches:
        spots = [in_frame(s, b) for s in of(w, "stool")]
        assert any(abs(x) < b.size[0] / 2 and -0.8 < y + b.size[1] / 2 < 0.2 for x, y in spots)


@pytest.mark.parametrize("seed", SEEDS)
def test_hospital_beds_can_be_reached_from_both_sides(seed: int) -> None:
    w = world("a clinic room", seed)
    beds = of(w, "hospital_bed")
    assert beds
    (room,) = w.rooms
    for b in beds:
        ux = directions(b.yaw)[0]
        across = np.array(room.polygon) @ ux - at(b) @ ux
        assert min(across.max(), -across.min()) - b.size[0] / 2 >= 0.8


@pytest.mark.parametrize("seed", SEEDS)
def test_a_meeting_has_as_many_chairs_on_each_side(seed: int) -> None:
    w = world("a meeting room", seed)
    table = of(w, "conference_table")[0]
    left = [in_frame(c, table)[1] > 0 for c in of(w, "office_chair") if abs(in_frame(c, table)[0]) < table.size[0] / 2]
    assert left and 2 * sum(left) == len(left)


@pytest.mark.parametrize("seed", SEEDS)
def test_whoever_works_at_a_desk_has_a_chair(seed: int) -> None:
    w = world("a private office", seed)
    for d in of(w, "desk"):
        spots = [in_frame(c, d) for c in of(w, "chair")]
        assert any(abs(x) < d.size[0] / 2 and -1.1 < y + d.size[1] / 2 < 0.2 for x, y in spots)


@pytest.mark.parametrize(
    ("prompt", "name", "least"),
    [
        ("a café with five café tables", "cafe_table", 2),
        ("a large game room with a poker table", "poker_table", 4),
        ("a lab with four lab benches", "lab_bench", 1),
    ],
)
def test_tables_that_are_asked_for_have_seats(prompt: str, name: str, least: int) -> None:
    w = world(prompt, 1)
    seats = of(w, "chair", "stool")
    for t in of(w, name):
        near = [s for s in seats if np.linalg.norm(at(s) - at(t)) < max(t.size[:2]) / 2 + 0.75]
        assert len(near) >= least


@pytest.mark.parametrize("seed", SEEDS)
def test_a_loft_bed_above_a_desk_has_it_beneath(seed: int) -> None:
    w = world("a teenager's bedroom with a loft bed over a desk", seed)
    (bed,), desk = of(w, "loft_bed"), of(w, "desk")[0]
    x, y = in_frame(desk, bed)
    assert abs(x) < bed.size[0] / 2 and abs(y) < bed.size[1] / 2


@pytest.mark.parametrize("seed", SEEDS)
def test_a_piano_has_its_bench(seed: int) -> None:
    w = world("a music room with a piano", seed)
    piano = of(w, "piano")[0]
    spots = [in_frame(b, piano) for b in of(w, "piano_bench")]
    assert any(abs(x) < piano.size[0] / 2 and -1.0 < y + piano.size[1] / 2 < 0.2 for x, y in spots)


# ------------------------------------------------------------------------------------------------------ at home


@pytest.mark.parametrize("seed", SEEDS)
def test_a_hallway_is_long(seed: int) -> None:
    (room,) = world("a hallway", seed).rooms
    spans = np.ptp(np.array(room.polygon), axis=0)
    assert spans.max() >= 1.9 * spans.min()


@pytest.mark.parametrize("seed", SEEDS)
def test_no_nightstand_at_a_massage_table(seed: int) -> None:
    assert not of(world("a spa", seed), "nightstand")
