"""What things must show to be known for what they are: needles, laces, pips, round outlines, and kinds that differ. No bpy."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from diorama.model.catalogue import category
from diorama.scene.assets.asset import Asset, MeshData
from diorama.scene.assets.kit import Floats
from diorama.scene.assets.library import Library, asset
from diorama.scene.assets.manifest import generators
from scipy.spatial import ConvexHull

SEEDS = range(12)


def made(generator: str, seed: int = 0, **params: Any) -> Asset:
    return generators()[generator].rand(np.random.default_rng(seed), **params)


def of_slot(a: Asset, slot: str) -> Floats:
    """Vertices of the faces in a material slot. (n, 3)"""
    m = a.mesh
    faces = m.slot == list(a.slots).index(slot)
    return m.vertices[np.unique(m.loops[np.repeat(faces, m.counts)])]


def cover(m: MeshData, columns: int = 48) -> Floats:
    """Which cells of a grid over the front view some face covers, by its corners and the points between them. (columns, rows)"""
    starts = np.cumsum(m.counts) - m.counts
    corners = [m.vertices[m.loops[starts + k]] for k in range(3)]
    u, v = np.meshgrid(np.linspace(0, 1, 6), np.linspace(0, 1, 6))
    u, v = u[u + v <= 1], v[u + v <= 1]
    points = sum(w[:, None, None] * c[None] for w, c in zip((1 - u - v, u, v), corners, strict=True)).reshape(-1, 3)
    low, high = m.vertices.min(0), m.vertices.max(0)
    rows = round(columns * (high[2] - low[2]) / (high[0] - low[0]))
    grid = np.zeros((columns, rows), bool)
    at = (points - low) / (high - low)
    grid[np.minimum((at[:, 0] * columns).astype(int), columns - 1), np.minimum((at[:, 2] * rows).astype(int), rows - 1)] = True
    return grid


@pytest.mark.parametrize(("growth", "least"), [("full", 0.9), ("slim", 0.85), ("tiered", 0.6)])
def test_firs_are_dense(growth: str, least: float) -> None:
    """A fir hides what is behind it: a cone of boughs, not a wire."""
    grid = cover(made("christmas_tree", growth=growth, width=1.05, depth=1.05, height=1.85).mesh)
    x, z = np.meshgrid(np.linspace(-1, 1, grid.shape[0]), np.linspace(0, 1, grid.shape[1]), indexing="ij")
    assert grid[(np.abs(x) < 0.75 * (0.93 - z)) & (z > 0.1)].mean() > least


def test_round_fruit_has_a_round_outline() -> None:
    for kind in ("apple", "orange", "pear", "egg", "lemon", "potato", "watermelon", "tomato"):
        v = made("produce", kind=kind).mesh.vertices
        sides = len(ConvexHull(v[:, (0, 2)]).vertices)
        assert sides >= 20, (kind, sides)


def test_fruit_lies_in_its_bowl() -> None:
    for seed in SEEDS:
        a = made("fruit_bowl", seed)
        bowl = of_slot(a, "bowl")
        z = np.unique(bowl[:, 2].round(4))
        wall = [np.hypot(*bowl[np.abs(bowl[:, 2] - k) < 1e-4, :2].T).max() for k in z]
        fruit = np.concatenate([of_slot(a, s) for s in a.slots if s.startswith("skin")])
        fruit = fruit[fruit[:, 2] < 0.98 * z.max()]
        assert (np.hypot(*fruit[:, :2].T) < np.interp(fruit[:, 2], z, wall) + 1e-3).all(), seed


def test_cards_show_backs_or_pips() -> None:
    for pack in ("deck", "boxed", "dealt"):
        slots = {s for seed in SEEDS for s in made("board_game", seed, kind="cards", pack=pack).slots}
        assert {"white", "back"} <= slots and slots & {"red", "ink"}, pack


@pytest.mark.parametrize("kind", ("sneaker", "oxford", "boot", "heel", "slipper"))
def test_shoes_are_hollow(kind: str) -> None:
    """The lining goes down into the shoe; what is laced has laces."""
    a = made("shoe", kind=kind, pair=False, laces=True)
    lining = of_slot(a, "lining")
    assert np.ptp(lining[:, 2]) > 0.1 * a.size[2]
    assert ("lace" in a.slots) == (kind in ("sneaker", "oxford", "boot"))


def test_a_lone_flower_fills_its_width() -> None:
    for kind in ("rose", "tulip", "daisy", "peony"):
        a = made("flower", kind=kind, stems=1)
        assert np.ptp(of_slot(a, "petal")[:, 0]) > 0.45 * a.size[0], kind


def test_split_leaves_are_broad() -> None:
    """A monstera's leaf is wider than half its length, and its slots leave gaps in the outline."""
    from diorama.scene.assets.families.plants import _split_leaf

    v = _split_leaf().vertices
    assert np.ptp(v[:, 1]) > 0.7 * np.ptp(v[:, 0])


def test_mattresses_are_bare() -> None:
    assert all(set(made("mattress", seed).slots) == {"linen"} for seed in SEEDS)


@pytest.mark.parametrize(
    ("name", "parameter", "least"),
    [
        ("toilet", "kind", 4),
        ("range_hood", "kind", 5),
        ("webcam", "form", 3),
        ("umbrella", "form", 3),
        ("backpack", "cut", 3),
        ("cap", "cut", 3),
        ("viewing_bench", "base", 3),
        ("filing_cabinet", "form", 3),
        ("tool_chest", "paint", 3),
        ("picnic_table", "form", 3),
        ("trampoline", "form", 3),
        ("dart_board", "behind", 3),
        ("basketball_hoop", "form", 3),
        ("hand_dryer", "form", 3),
        ("paper_towel_dispenser", "form", 3),
        ("fire_extinguisher", "hose", 3),
        ("bidet", "outline", 3),
        ("urinal", "outline", 3),
        ("camera", "form", 3),
        ("smoke_detector", "form", 3),
        ("beaker", "build", 3),
        ("flask", "build", 3),
        ("wrench", "jaw", 3),
        ("door_mat", "weave", 3),
        ("bath_mat", "weave", 3),
        ("yoga_mat", "marks", 3),
        ("playing_cards", "pack", 3),
        ("seashell", "form", 3),
        ("christmas_tree", "growth", 3),
        ("ping_pong_table", "base", 3),
        ("air_hockey_table", "base", 3),
        ("wood_stove", "stove", 3),
        ("paper", "printed", 3),
    ],
)
def test_kinds_are_drawn_and_differ(name: str, parameter: str, least: int) -> None:
    """A category comes in several kinds, each another mesh of its own, within the category's limits."""
    c = category(name)
    shapes: dict[str, tuple[int, int]] = {}
    for seed in range(40):
        b = Library().sample(name, np.random.default_rng(seed))
        assert all(lo - 1e-6 <= s <= hi + 1e-6 for lo, s, hi in zip(c.smallest, b.size, c.largest, strict=True)), b.size
        made_ = asset(b.generator, b.params)
        meshes = [made_.mesh, *(p.mesh for p in made_.parts)]
        shapes.setdefault(str(b.params[parameter]), (sum(len(m.vertices) for m in meshes), sum(len(m.loops) for m in meshes)))
    assert len(shapes) >= least, shapes
    if parameter not in ("paint", "outline", "weave", "base"):
        assert len(set(shapes.values())) >= least, shapes


def test_the_rungs_of_a_ladder_are_solid() -> None:
    made = Library().sample("ladder", np.random.default_rng(1), attributes=("tall",))
    behind = [
        b
        for b in made.solids
        if b.lower[1] > 0 and b.upper[0] - b.lower[0] > 0.6 * made.size[0] and b.upper[2] < 0.5 * made.size[2]
    ]
    assert len(behind) >= 2
