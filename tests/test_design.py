"""The design score: a well arranged room scores well, and a planted fault lowers the term that is about it."""

from __future__ import annotations

import numpy as np
import pytest
from diorama.model.graph.types import Node, Opening, Room, Support, World
from diorama.model.layout.design import WEIGHTS, Design, DesignOpening, design, design_of_world, things_of

PI = float(np.pi)
Row = tuple[str, float, float, float, float, float, float, float, str]
FLOOR = ((0.0, 0.0), (5.0, 0.0), (5.0, 4.2), (0.0, 4.2))
DOOR = DesignOpening("door", (4.0, 0.0), (4.9, 0.0), 0.0, 2.05)
WINDOW = DesignOpening("window", (0.0, 3.0), (0.0, 1.4), 0.6, 2.1)

LIVING: dict[str, Row] = {
    "sofa": ("sofa", 2.5, 3.73, 0, 2.1, 0.92, 0.82, 0.0, "floor"),
    "table": ("coffee_table", 2.5, 2.56, 0, 1.3, 0.62, 0.42, 0.0, "floor"),
    "stand": ("tv_stand", 2.5, 0.22, 0, 1.7, 0.42, 0.5, PI, "floor"),
    "tv": ("tv", 2.5, 0.22, 0.5, 1.4, 0.2, 0.8, PI, "on"),
    "left": ("armchair", 1.0, 2.5, 0, 0.82, 0.84, 0.86, PI / 2, "floor"),
    "right": ("armchair", 4.0, 2.5, 0, 0.82, 0.84, 0.86, -PI / 2, "floor"),
    "shelf": ("bookshelf", 0.5, 4.03, 0, 0.8, 0.32, 1.9, 0.0, "floor"),
    "other": ("bookshelf", 4.5, 4.03, 0, 0.8, 0.32, 1.9, 0.0, "floor"),
}
BED: dict[str, Row] = {
    "bed": ("bed", 2.2, 3.1, 0, 1.65, 2.12, 1.0, 0.0, "floor"),
    "one": ("nightstand", 1.1, 3.97, 0, 0.48, 0.4, 0.55, 0.0, "floor"),
    "two": ("nightstand", 3.3, 3.97, 0, 0.48, 0.4, 0.55, 0.0, "floor"),
    "wardrobe": ("wardrobe", 1.5, 0.31, 0, 1.5, 0.6, 2.1, PI, "floor"),
    "desk": ("desk", 4.66, 2.4, 0, 1.3, 0.65, 0.75, -PI / 2, "floor"),
    "chair": ("chair", 4.0, 2.4, 0, 0.46, 0.52, 0.84, PI / 2, "floor"),
}


def score(rows: dict[str, Row], *openings: DesignOpening, **moved: tuple[float, float, float]) -> Design:
    """The score with some things moved to another x, y, yaw."""
    listed = [(r[0], *moved[k][:2], *r[3:7], moved[k][2], r[8]) if k in moved else r for k, r in rows.items()]
    return design(FLOOR, openings or (DOOR, WINDOW), things_of(listed))


def term(d: Design, name: str) -> float:
    value = getattr(d, name)
    assert value is not None, f"{name} does not apply"
    return float(value)


FAULTS = {
    "bed before the door": (BED, "circulation", {"bed": (3.7, 1.2, 0.0)}),
    "bed shut in between wall and wardrobe": (BED, "clearance", {"wardrobe": (2.2, 1.6, PI)}),
    "way cut off by the wardrobe": (BED, "circulation", {"wardrobe": (3.9, 1.15, PI), "desk": (2.4, 1.4, 0.0)}),
    "nightstand across the room": (BED, "distance", {"one": (0.3, 0.4, 0.0)}),
    "nightstands on one side": (BED, "symmetry", {"one": (3.85, 3.97, 0.0)}),
    "desk chair facing away": (BED, "angle", {"chair": (4.0, 2.4, -PI / 2)}),
    "wardrobe facing the wall": (BED, "angle", {"wardrobe": (1.5, 0.31, 0.0)}),
    "wardrobe before the window": (BED, "daylight", {"wardrobe": (0.31, 2.2, PI / 2)}),
    "bed askew": (BED, "alignment", {"bed": (2.2, 2.6, 0.5)}),
    "wardrobe off its wall": (BED, "alignment", {"wardrobe": (1.5, 0.9, PI)}),
    "sofa too far from its table": (LIVING, "distance", {"table": (2.5, 1.3, 0.0)}),
    "screen too near": (LIVING, "distance", {"tv": (2.5, 2.6, PI), "stand": (2.5, 2.2, PI)}),
    "armchair facing the wall": (LIVING, "angle", {"left": (0.6, 2.5, -PI / 2)}),
    "armchairs back to back": (
        LIVING,
        "conversation",
        {"left": (1.0, 1.0, -PI / 2), "right": (4.0, 1.0, PI / 2), "sofa": (2.5, 0.5, 0.0)},
    ),
    "sofa turned from the screen": (LIVING, "emphasis", {"sofa": (2.5, 3.73, PI)}),
    "table off the sofa's middle": (LIVING, "symmetry", {"table": (1.9, 2.56, 0.0)}),
    "everything at one end": (
        LIVING,
        "balance",
        {"left": (0.6, 3.2, 0.0), "right": (0.6, 1.2, 0.0), "sofa": (1.2, 3.7, 0.0), "stand": (0.9, 0.22, PI)},
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_lowers_its_term(fault: str) -> None:
    rows, name, moved = FAULTS[fault]
    assert term(score(rows, **moved), name) < term(score(rows), name) - 0.05


def test_good_rooms_score_well() -> None:
    for rows in (LIVING, BED):
        d = score(rows)
        assert d.total > 0.85, d
        assert all(v is None or 0 <= v <= 1 for v in d)


def test_total_is_the_weighted_mean_of_the_terms_that_apply() -> None:
    d = score(BED)
    assert d.conversation is None  # no two seats to talk from
    present = {k: v for k, v in d._asdict().items() if k in WEIGHTS and v is not None}
    assert d.total == pytest.approx(sum(WEIGHTS[k] * v for k, v in present.items()) / sum(WEIGHTS[k] for k in present))


def test_crowding_and_bareness_are_out_of_scale() -> None:
    full = {
        f"wardrobe_{i}": ("wardrobe", 0.8 + 1.5 * (i % 3), 0.4 + 0.65 * (i // 3), 0, 1.5, 0.6, 2.1, 0.0, "floor")
        for i in range(15)
    }
    bare = {"stool": ("stool", 2.5, 2.0, 0, 0.35, 0.35, 0.45, 0.0, "floor")}
    assert term(score(full), "scale") < term(score(LIVING), "scale")
    assert term(score(bare), "scale") < term(score(LIVING), "scale")


def test_the_whole_room_turned_scores_the_same() -> None:
    d = score(LIVING)
    turn = np.array([[0.0, -1.0], [1.0, 0.0]])

    def at(p: tuple[float, float]) -> tuple[float, float]:
        x, y = turn @ np.array(p)
        return float(x), float(y)

    rows = [(r[0], *at((r[1], r[2])), *r[3:7], r[7] + PI / 2, r[8]) for r in LIVING.values()]
    openings = [o._replace(a=at(o.a), b=at(o.b)) for o in (DOOR, WINDOW)]
    turned = design([at(p) for p in FLOOR], openings, things_of(rows))
    for name in WEIGHTS:
        a, b = getattr(d, name), getattr(turned, name)
        assert (a is None and b is None) or a == pytest.approx(b, abs=0.03), name


def test_a_world_scores_as_its_plain_values() -> None:
    floor = Support("floor", "living_room")
    kinds = {"tv": Support("on", "living_room/stand")}
    nodes = tuple(
        Node(f"living_room/{k}", r[0], k, "living_room", r[4:7], (r[1], r[2], r[3] + 0.4), r[7], kinds.get(k, floor))
        for k, r in LIVING.items()
    )  # fmt: skip
    openings = (
        Opening("living_room/door_1", "door", 0, 4.0, 0.9, 2.05),
        Opening("living_room/window_1", "window", 3, 1.2, 1.6, 1.5, 0.6),
    )
    room = Room("living_room", "living_room", "Living room", FLOOR, 2.6, 0.4, openings=openings)
    plain = design(FLOOR, (DOOR, WINDOW), things_of(LIVING.values()), "living_room", 2.6)
    of_world = design_of_world(World("w", "w", (room,), nodes))
    assert of_world == pytest.approx(plain, abs=1e-6)


def test_a_room_without_an_outline_is_refused() -> None:
    with pytest.raises(ValueError, match="outline"):
        design((), (), things_of([]))
