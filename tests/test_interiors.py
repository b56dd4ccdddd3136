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


@pytest.mark.parametrize("seed", KITCHENS)
def test_kitchen_is_one_run(seed: int) -> None:
    w = world("a kitchen", seed)
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
