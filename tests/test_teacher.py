"""The teacher: every type of room, valid without exception, the same for the same seed, its groups intact."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from diorama.model.catalogue import categories, is_a
from diorama.model.geometry import front, inside, polygon_area, rectangles_gap, wrap
from diorama.model.plan.rooms import ROOMS
from diorama.training.corpora.records import LayoutObject, LayoutRoom, load, save
from diorama.training.teacher.finish import faults
from diorama.training.teacher.programs import PROGRAMS
from diorama.training.teacher.shells import shell
from diorama.training.teacher.teach import TYPES, room

SEED = 5


@pytest.fixture(scope="module")
def made() -> dict[str, LayoutRoom]:
    """One room of every type."""
    rooms = {kind: next(r for n in range(3) if (r := room(i + n * len(TYPES), SEED))) for i, kind in enumerate(TYPES)}
    assert all(r.type == kind for kind, r in rooms.items())
    return rooms


def pairs(rooms: Iterable[LayoutRoom], category: str, host: str) -> Iterable[tuple[LayoutObject, LayoutObject]]:
    """Each thing of a category with the nearest host in its room."""
    for r in rooms:
        hosts = [o for o in r.objects if is_a(o.category, host)]
        for o in r.objects:
            if o.category == category and hosts:
                yield o, min(hosts, key=lambda h: _gap(o, h))


def _gap(a: LayoutObject, b: LayoutObject) -> float:
    return float(rectangles_gap((a.x, a.y), (a.w / 2, a.d / 2), a.yaw, (b.x, b.y), (b.w / 2, b.d / 2), b.yaw))


def test_every_room_type_has_a_program() -> None:
    assert set(PROGRAMS) == set(ROOMS) == set(TYPES)


def test_every_type_yields_a_valid_room(made: dict[str, LayoutRoom]) -> None:
    for kind, r in made.items():
        assert faults(r) == [], kind
        assert r.source == "teacher" and polygon_area(r.polygon) > 0
        assert sum(o.support == "floor" for o in r.objects) >= 2, kind


def test_validity_by_other_means(made: dict[str, LayoutRoom]) -> None:
    """Solids apart, centres inside, parents below: checked without the teacher's own code."""
    known = categories()
    for kind, r in made.items():
        solid = [o for o in r.objects if o.support == "floor" and not known[o.category].walkable]
        assert all(inside(r.polygon, (o.x, o.y)) for o in r.objects), kind
        for i, a in enumerate(solid):
            assert all(_gap(a, b) >= -1e-3 for b in solid[:i]), kind
        for o in r.objects:
            assert o.parent < 0 or r.objects[o.parent].z + r.objects[o.parent].h == pytest.approx(o.z, abs=0.02)
            assert o.z + o.h <= r.height + 1e-3


def test_doors_are_free(made: dict[str, LayoutRoom]) -> None:
    known = categories()
    for kind, r in made.items():
        for o in r.openings:
            if o.kind != "door":
                continue
            a, b = np.array([o.x0, o.y0]), np.array([o.x1, o.y1])
            along = (b - a) / np.linalg.norm(b - a)
            before = (a + b) / 2 + 0.5 * np.array([-along[1], along[0]])
            turn = float(np.arctan2(along[1], along[0]))
            half = (float(np.linalg.norm(b - a)) / 2, 0.49)
            for t in r.objects:
                if t.support == "floor" and not known[t.category].walkable:
                    gap = rectangles_gap(before, half, turn, (t.x, t.y), (t.w / 2, t.d / 2), t.yaw)
                    assert gap >= 0, f"{t.category} before the door of a {kind}"


def test_same_number_and_seed_same_room(made: dict[str, LayoutRoom]) -> None:
    i = TYPES.index("bedroom")
    assert room(i, SEED) == made["bedroom"]
    assert room(i, SEED + 1) != made["bedroom"]


def test_groups_hold_together() -> None:
    def some(kind: str, n: int) -> list[LayoutRoom]:
        return [r for k in range(n) if (r := room(TYPES.index(kind) + k * len(TYPES), SEED))]

    for stand, bed in pairs(some("bedroom", 4), "nightstand", "bed"):
        assert _gap(stand, bed) < 0.15 and abs(wrap(stand.yaw - bed.yaw)) < 0.01
    for table, sofa in pairs(some("living_room", 4), "coffee_table", "sofa"):
        assert 0.3 <= _gap(table, sofa) <= 0.5
    chairs = list(pairs(some("dining_room", 3), "dining_chair", "dining_table"))
    assert chairs
    for chair, table in chairs:
        to = np.array([table.x - chair.x, table.y - chair.y])
        assert _gap(chair, table) < 0.1
        across = np.array([np.cos(table.yaw), np.sin(table.yaw)])
        beside = abs(to @ across) <= table.w / 2  # along the table only the sideways part counts
        way = to - (to @ across) * across if beside else to
        assert float(front(chair.yaw) @ way) > 0.9 * np.linalg.norm(way)


def test_shells_have_real_sizes_and_a_door() -> None:
    for i, kind in enumerate(TYPES):
        s = shell(kind, np.random.default_rng(i))
        low, high = ROOMS[kind].area
        assert 0.45 * low < s.area < 1.5 * high, kind
        assert any(o.kind == "door" for o in s.openings), kind


def test_a_planted_fault_is_found(made: dict[str, LayoutRoom]) -> None:
    r = made["bedroom"]
    bed = next(i for i, o in enumerate(r.objects) if is_a(o.category, "bed"))
    wardrobe = next(i for i, o in enumerate(r.objects) if o.support == "floor" and o.category == "nightstand")
    moved = dataclasses.replace(r.objects[wardrobe], x=r.objects[bed].x, y=r.objects[bed].y)
    bad = dataclasses.replace(r, objects=(*r.objects[:wardrobe], moved, *r.objects[wardrobe + 1 :]))
    assert any("collides" in f for f in faults(bad))


def test_records_survive_a_round_trip(made: dict[str, LayoutRoom], tmp_path: Path) -> None:
    path = tmp_path / "teacher.jsonl.gz"
    assert save(path, made.values()) == len(made)
    assert list(load(path)) == list(made.values())
