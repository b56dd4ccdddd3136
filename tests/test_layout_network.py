"""The layout network: two runtimes, one density, honest loading, and the corpus it learns from."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from diorama.model.errors import WorkError
from diorama.model.layout import network as net
from diorama.model.layout.kinds import KINDS
from diorama.model.layout.raster import BLOCK, PIXEL, Openings, anchor_view, draw, room_angle, rotate
from diorama.model.layout.raster import draw_things as draw_in_numpy
from diorama.model.layout.relations import Poses, rule
from diorama.model.plan.rooms import ROOMS

WEIGHTS = Path(net.__file__).parents[1] / "weights"
L_SHAPE = np.array([[0.0, 0.0], [5.6, 0.0], [5.6, 2.4], [3.1, 2.4], [3.1, 4.7], [0.0, 4.7]])
OPENINGS = [("door", 0.5, 0.0, 1.4, 0.0, 0.0, 2.1), ("window", 0.0, 3.0, 0.0, 1.6, 0.9, 1.2)]
CONFIG = net.Config(kinds=("bed", "chair", "desk"), rooms=("bedroom", "home_office"))
SIZE = (1.6, 2.1)


def state(angle: float = 0.0, move: tuple[float, float] = (0.0, 0.0)) -> net.RoomState:
    """An L-shaped bedroom with a bed and something unknown in it, turned and moved."""

    def turn(p: object) -> np.ndarray:
        return rotate(np.asarray(p, float), angle) + move

    things = [net.PlacedThing(0, 1.2, 3.4, 1.6, 2.0, 0.6, 0.0), net.PlacedThing(-1, 4.6, 0.6, 0.5, 0.4, 1.0, 2.5)]
    return net.RoomState(
        "bedroom",
        turn(L_SHAPE),
        [(o[0], *turn(np.reshape(o[1:5], (2, 2))).ravel(), o[5], o[6]) for o in OPENINGS],
        [t._replace(x=turn((t.x, t.y))[0], y=turn((t.x, t.y))[1], yaw=t.yaw + angle) for t in things],
        {1: 2},
        "designed",
        0.3,
    )


def wishes(angle: float = 0.0, move: tuple[float, float] = (0.0, 0.0)) -> list[net.Relation]:
    """At a wall, and before the bed's left side; turned and moved with the room."""
    x, y = rotate(np.array([1.2, 3.4]), angle) + move
    bed = (float(x), float(y), 1.6, 2.0, angle)
    return [net.Relation("against_wall"), *(net.Relation(name, bed) for name in ("next_to", "left_of", "unheard_of"))]


@pytest.fixture(scope="module")
def params() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(0)
    return {k: v + 0.05 * rng.standard_normal(v.shape).astype(np.float32) for k, v in net.initial(CONFIG, rng).items()}


@pytest.fixture(scope="module")
def small(params: dict[str, np.ndarray]) -> net.LayoutNet:
    return net.LayoutNet(CONFIG, params)


def test_runtimes_agree(params: dict[str, np.ndarray]) -> None:
    pytest.importorskip("torch")
    from diorama.model.layout.runtime_torch import TorchOps

    compare(net.LayoutNet(CONFIG, params), net.LayoutNet(CONFIG, params, TorchOps()))


def test_shipped_weights_agree_between_runtimes() -> None:
    pytest.importorskip("torch")
    a = net.LayoutNet.load(WEIGHTS, "numpy")
    assert (WEIGHTS / "layout.safetensors").stat().st_size < 3e6
    assert a.kinds == KINDS and set(a.config.rooms) == set(ROOMS)
    compare(a, net.LayoutNet.load(WEIGHTS, "torch"))


def compare(a: net.LayoutNet, b: net.LayoutNet) -> None:
    for s in (state(), state(0.3, (-4.0, 2.0)), net.RoomState("office", L_SHAPE), replace(state(), geometry=False)):
        ea, eb = a.encode(s), b.encode(s)
        np.testing.assert_allclose(a.next_kind(ea), b.next_kind(eb), atol=1e-4)
        np.testing.assert_allclose(a.size_prior(ea, 1), b.size_prior(eb, 1), atol=1e-4)
        for told in ([], wishes()):
            fa, fb = a.pose_field(ea, 1, SIZE, told), b.pose_field(eb, 1, SIZE, told)
            poses = fa.sample(np.random.default_rng(1), 500)
            np.testing.assert_allclose(fa.log_prob(*poses.T), fb.log_prob(*poses.T), atol=1e-4)
        assert a.content(s, np.random.default_rng(2)) == b.content(s, np.random.default_rng(2))


def test_probabilities_add_up(small: net.LayoutNet) -> None:
    enc = small.encode(state())
    assert np.exp(small.next_kind(enc)).sum() == pytest.approx(1, abs=1e-5)
    field = small.pose_field(enc, 0, SIZE)
    step = PIXEL / 3  # a grid finer than the field's, over the floor and a little beyond
    x, y = np.meshgrid(np.arange(-0.5, 6.2, step) + 0.01, np.arange(-0.5, 5.3, step) + 0.01)
    yaw = np.radians(np.arange(0, 360, 0.75))
    some = yaw[::15]
    marginal = sum(np.exp(field.log_prob(x, y, a)).sum() * step**2 for a in some)
    node = np.exp(field.log_prob(1.5, 1.5, yaw)).sum() * np.radians(0.75)
    over_yaw = np.exp(field.log_prob(1.5, 1.5, yaw)).mean() * 2 * np.pi
    assert node == pytest.approx(over_yaw)
    assert marginal > 0
    rng = np.random.default_rng(0)
    n = 200_000
    points = np.column_stack([rng.uniform(-0.5, 6.2, n), rng.uniform(-0.5, 5.3, n), rng.uniform(-4, 4, n)])
    inside = (points[:, 2] >= -np.pi) & (points[:, 2] < np.pi)
    total = (np.exp(field.log_prob(*points.T)) * inside).mean() * 6.7 * 5.8 * 8
    assert total == pytest.approx(1, abs=0.03)


def test_density_is_smooth_and_periodic(small: net.LayoutNet) -> None:
    field = small.pose_field(small.encode(state()), 1, (0.5, 0.5))
    x = np.linspace(1.0, 2.0, 2001)
    assert np.abs(np.diff(field.log_prob(x, 1.3, 0.7))).max() < 0.05
    np.testing.assert_allclose(field.log_prob(x, 1.3, 0.7), field.log_prob(x, 1.3, 0.7 + 2 * np.pi), atol=1e-9)
    assert (field.log_prob([-3.0, 100.0], 0.0, 0.0) < -25).all()


def test_turning_and_moving_the_room_changes_nothing(small: net.LayoutNet) -> None:
    angle, move = 0.4, (12.0, -7.0)
    a, b = small.encode(state()), small.encode(state(angle, move))
    np.testing.assert_allclose(small.next_kind(a), small.next_kind(b), atol=1e-3)
    fa, fb = small.pose_field(a, 0, SIZE, wishes()), small.pose_field(b, 0, SIZE, wishes(angle, move))
    poses = fa.sample(np.random.default_rng(2), 300)
    turned = np.column_stack([rotate(poses[:, :2], angle) + move, poses[:, 2] + angle])
    np.testing.assert_allclose(fa.log_prob(*poses.T), fb.log_prob(*turned.T), atol=1e-2)
    assert room_angle(rotate(L_SHAPE, angle)) == pytest.approx(angle)


def test_padding_changes_nothing(small: net.LayoutNet) -> None:
    enc = small.encode(state())
    p, o = enc.picture, small.ops

    def run(extra: int) -> np.ndarray:
        def pad(a: np.ndarray) -> np.ndarray:
            return np.pad(a, [(0, 0), (0, extra), (0, extra)])[None]

        facts = np.zeros((1, 2 * CONFIG.count + CONFIG.plain), np.float32)
        static = pad(p.static)
        features, _ = net.trunk(
            o, small.params, static, pad(p.dynamic), pad(p.masks), np.array([[0, 3]]), facts, net.floor_levels(static[:, :1])
        )
        return features[0, :, : p.slant.shape[0] // 2, : p.slant.shape[1] // 2]

    floor = net.floor_levels(p.static[0])[0] > 0
    np.testing.assert_allclose(run(0)[:, floor], run(2 * BLOCK)[:, floor], atol=1e-4)


def test_relations_and_the_look_of_the_room_matter(small: net.LayoutNet) -> None:
    enc = small.encode(state())
    plain, told = small.pose_field(enc, 1, SIZE).mass, small.pose_field(enc, 1, SIZE, wishes()).mass
    assert np.abs(plain - told).max() > 1e-5
    np.testing.assert_array_equal(plain, small.pose_field(enc, 1, SIZE, [net.Relation("unheard_of")]).mass)
    blind = [small.encode(replace(state(), geometry=False, polygon=p)) for p in (L_SHAPE, L_SHAPE * [1, -1])]
    features = [e.features[0].reshape(e.features.shape[1], -1) for e in blind]
    assert (np.ptp(features[0], axis=1) < 1e-6).all()  # the same everywhere: it does not see where
    np.testing.assert_allclose(features[0][:, 0], features[1][:, 0], atol=1e-5)


@pytest.mark.parametrize("name", ["left_of", "right_of", "in_front_of", "behind", "next_to"])
def test_what_the_shipped_network_is_told_holds_by_the_rules(name: str) -> None:
    shipped = net.LayoutNet.load(WEIGHTS)
    square = np.array([[0.0, 0.0], [7.0, 0.0], [7.0, 7.0], [0.0, 7.0]])
    table = net.PlacedThing(KINDS.index("dining_table"), 3.5, 3.5, 1.6, 0.9, 0.75, 0.3)
    enc = shipped.encode(net.RoomState("living_room", square, placed=[table], manner="procthor"))
    box = (table.x, table.y, table.w, table.d, table.yaw)

    def share(told: list[net.Relation]) -> float:
        poses = shipped.pose_field(enc, KINDS.index("plant"), (0.4, 0.4), told).sample(np.random.default_rng(0), 400)
        mine = Poses(poses[:, :2], np.full(2, 0.2), poses[:, 2])
        other = Poses(np.full((400, 2), 3.5), np.array([0.8, 0.45]), np.full(400, 0.3))
        return float((rule(name, mine, other) >= 0.5).mean())

    assert share([net.Relation(name, box)]) > max(0.5, 1.2 * share([]))


def test_anchors_are_seen_as_the_relations_tell() -> None:
    box = np.array([[2.0, 2.0, 1.0, 0.6, np.pi / 2]])  # its front at +X, its left at +Y
    seen = anchor_view(box, 0.0, (20, 20))[0]

    def at(x: float, y: float) -> np.ndarray:
        return seen[:, int(y / (2 * PIXEL)), int(x / (2 * PIXEL))]

    left, right, front, behind = (at(*p)[5:9] for p in ((2.1, 3.1), (2.1, 0.9), (3.1, 2.1), (0.9, 2.1)))
    for k, side in enumerate((left, right, front, behind)):
        assert side.argmax() == k and side.max() == 1 and np.sort(side)[-2] == 0
    assert at(2.1, 2.9)[1] == 1 and at(4.6, 2.1)[1] == 0  # within half a metre, and not
    assert at(4.6, 2.1)[11] == pytest.approx(-1, abs=0.05)  # the anchor lies towards -X


def test_contents_follow_the_room(small: net.LayoutNet) -> None:
    drawn = [small.content(state(), np.random.default_rng(n)) for n in range(20)]
    assert all(kinds == sorted(kinds) and len(kinds) <= net.MOST for kinds in drawn) and len({tuple(k) for k in drawn}) > 1
    shipped = net.LayoutNet.load(WEIGHTS)
    square = np.array([[0.0, 0.0], [5.0, 0.0], [5.0, 4.0], [0.0, 4.0]])
    for room, sure in (("bedroom", "bed"), ("bathroom", "toilet"), ("classroom", "school_desk")):
        asked = net.RoomState(room, square, OPENINGS, manner="designed" if room == "classroom" else "procthor")
        with_it = [KINDS.index(sure) in shipped.content(asked, np.random.default_rng(n)) for n in range(30)]
        assert np.mean(with_it) > 0.6


def test_samples_stay_on_the_floor(small: net.LayoutNet) -> None:
    poses = small.pose_field(small.encode(state()), 1, (0.4, 0.4)).sample(np.random.default_rng(3), 400)
    assert (poses[:, :2] > -0.25).all() and (poses[:, 0] < 5.85).all() and not ((poses[:, 0] > 3.4) & (poses[:, 1] > 2.7)).any()
    assert (np.abs(poses[:, 2]) <= np.pi).all()


def test_picture_tells_inside_front_and_walls() -> None:
    thing = np.array([[2.0, 1.0, 1.0, 0.5, 0.8, 0.0]])  # faces -Y
    p = draw(L_SHAPE, Openings(np.array([True]), np.array([[[0.5, 0.0], [1.4, 0.0]]])), thing)

    def at(x: float, y: float) -> tuple[int, int]:
        i, j = ((np.array([x, y]) - p.origin) / PIXEL).astype(int)
        return int(j), int(i)

    assert p.static[0][at(2.0, 3.0)] == 1 and p.static[0][at(5.0, 4.0)] == 0
    assert p.static[4][at(5.2, 1.0)] == pytest.approx(0.4, abs=PIXEL)  # metres to the wall towards +X
    assert p.static[14][at(1.0, 0.5)] == 1 and p.static[14][at(3.0, 0.5)] == 0
    assert p.masks[0][at(2.0, 1.0)] == 1
    assert p.dynamic[3][at(2.0, 0.5)] > 0.3 and p.dynamic[3][at(2.0, 1.6)] == 0
    assert p.static.shape[1] % BLOCK == 0 and np.isfinite(p.static).all()


def test_missing_or_tampered_weights_are_refused(tmp_path: Path, params: dict[str, np.ndarray]) -> None:
    pack = pytest.importorskip("safetensors.numpy").save
    import hashlib

    with pytest.raises(WorkError, match=r"layout\.json"):
        net.LayoutNet.load(tmp_path)
    blob = pack(dict(params))
    record = {"format": net.FORMAT, "sha256": hashlib.sha256(blob).hexdigest(), "config": net.config_record(CONFIG)}
    (tmp_path / "layout.json").write_text(json.dumps(record))
    with pytest.raises(WorkError, match=r"layout\.safetensors"):
        net.LayoutNet.load(tmp_path)
    (tmp_path / "layout.safetensors").write_bytes(blob)
    assert net.LayoutNet.load(tmp_path, "auto").kinds == CONFIG.kinds
    (tmp_path / "layout.safetensors").write_bytes(blob[:-1] + bytes([blob[-1] ^ 1]))
    with pytest.raises(WorkError, match="checksum"):
        net.LayoutNet.load(tmp_path)
    (tmp_path / "layout.safetensors").write_bytes(blob)
    for broken in ("{", json.dumps(record | {"format": "diorama-layout/9"}), json.dumps(record | {"config": {"kinds": ["A"]}})):
        (tmp_path / "layout.json").write_text(broken)
        with pytest.raises(WorkError):
            net.LayoutNet.load(tmp_path)
    shutil.rmtree(tmp_path)


def test_training_views_are_seeded_and_right_side_up() -> None:
    pytest.importorskip("torch")
    from diorama.training.layout import augmented
    from diorama.training.rooms import Room

    square = np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 3.0], [0.0, 3.0]])
    objects = np.array([[0, 2.0, 2.5, 2.0, 0.9, 0.8, 0.0, 0.0]])  # back to the wall y = 3, facing the middle
    room = Room("h", "train", "bedroom", "procthor", square, np.array([[0, 1.0, 0.0, 2.0, 0.0, 0.0, 2.0]]), objects)
    for seed in range(12):
        (polygon, openings, moved), again = (augmented(room, np.random.default_rng(seed)) for _ in range(2))
        np.testing.assert_array_equal(polygon, again[0])
        x, y, yaw = moved[0, [1, 2, 6]]
        to_middle = polygon.mean(0) - (x, y)
        assert np.dot((np.sin(yaw), -np.cos(yaw)), to_middle / np.linalg.norm(to_middle)) > 0.999
        shift = np.roll(polygon, -1, 0)
        assert (polygon[:, 0] * shift[:, 1] - shift[:, 0] * polygon[:, 1]).sum() > 0
        assert np.isclose(openings.segment[0].mean(0) @ to_middle / np.linalg.norm(to_middle),
                          (x, y) @ to_middle / np.linalg.norm(to_middle) + moved[0, 4] * 2.5 / 0.9, atol=1e-6)  # fmt: skip


def test_relations_are_derived_as_scenes_are_judged() -> None:
    pytest.importorskip("torch")
    from diorama.training.layout import to_room, to_things

    square = np.array([[0.0, 0.0], [6.0, 0.0], [6.0, 5.0], [0.0, 5.0]])
    openings = Openings(np.array([True, False]), np.array([[[1.0, 0.0], [2.0, 0.0]], [[6.0, 2.0], [6.0, 3.0]]]))
    things = np.array([[0, 0.5, 4.5, 1.0, 1.0, 1.0, 0.0, 0.0], [0, 3.0, 2.5, 1.0, 1.0, 1.0, 0.0, 0.0],
                       [0, 1.5, 0.8, 0.4, 0.4, 1.0, 0.0, 0.0], [0, 5.6, 2.5, 0.4, 0.4, 1.0, 0.0, 0.0]])  # fmt: skip
    held = to_room(square, openings, things)
    assert [set(np.array(net.ARCHITECTURE)[row]) for row in held] == [
        {"against_wall", "in_corner"}, {"middle_of_room"}, {"by_door"}, {"against_wall", "at_window"},
    ]  # fmt: skip
    sofa, table = (np.array([[0, 3.0, y, 1.8, 0.8, 0.8, 0.0, 0.0]]) for y in (4.0, 2.9))
    holding = set(np.array(net.RELATIONS)[to_things(table, sofa)[0]])
    assert {"next_to", "in_front_of", "around"} <= holding and not {"behind", "left_of", "across_from", "faces"} & holding


def test_training_steps_go_on_where_they_stopped(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from diorama.training import layout
    from diorama.training.corpora.records import LayoutObject, LayoutOpening, LayoutRoom, save

    def room(n: int) -> LayoutRoom:
        side = 0.5 + n / 50
        things = tuple(
            LayoutObject(c, x, 2.0, 0.0, side, 0.8 * side, 0.8, 0.0) for c, x in (("bed", 1.0), ("chair", 2.2), ("desk", 3.2))
        )
        door = LayoutOpening("door", 1.0, 0.0, 2.0, 0.0, 0.0, 2.0)
        square = ((0.0, 0.0), (4.0 + n % 3 / 4, 0.0), (4.0 + n % 3 / 4, 3.0), (0.0, 3.0))
        return LayoutRoom("procthor", f"house{n}", "val" if n < 4 else "train", "bedroom", square, (door,), things)

    save(tmp_path / "corpus" / "procthor.jsonl.gz", map(room, range(20)))
    args = ["--corpus", str(tmp_path / "corpus"), "--batch", "4", "--minutes", "1000"]

    def train(name: str, steps: int, *more: str) -> layout.Trainer:
        trainer = layout.Trainer(layout.arguments([*args, "--out", str(tmp_path / name), "--steps", str(steps), *more]))
        if "--resume" in more:
            trainer.load()
        for step in range(trainer.step, 4 if "--resume" in more else min(steps, 4)):
            trainer.update(trainer.data[step])
            trainer.step += 1
        return trainer

    whole = train("whole", 100)
    half = train("half", 100)  # the same again: same seed, same views, same weights
    half.save()
    resumed = train("half", 100, "--resume")
    for k, v in whole.params.items():
        np.testing.assert_array_equal(v.detach().numpy(), resumed.params[k].detach().numpy())
        assert torch.isfinite(v).all()
    assert half.validate().keys() == {"val_pose", "val_next", "val_size"}


def test_batches_draw_what_the_picture_shows() -> None:
    torch = pytest.importorskip("torch")
    from diorama.training.batch import draw_things

    p = draw(L_SHAPE, Openings(np.array([True]), np.array([[[0.5, 0.0], [1.4, 0.0]]])), np.zeros((0, 6)))
    things = np.array([[1.2, 3.4, 1.6, 2.0, 0.6, 0.3], [4.2, 1.0, 0.5, 0.4, 1.0, 2.5]])
    dynamic, masks = draw_in_numpy(p.static[0], things, p.origin)
    moved = np.concatenate([things, np.zeros((1, 6))])[None].copy()
    moved[0, :2, :2] -= p.origin
    many = draw_things(
        torch.from_numpy(p.static[:1]), torch.tensor(moved, dtype=torch.float32), torch.tensor([[True, True, False]])
    )
    np.testing.assert_allclose(many[0][0], dynamic, atol=1e-4)
    np.testing.assert_allclose(many[1][0, :2], masks, atol=1e-4)


def test_rooms_are_furnished_with_what_fits() -> None:
    pytest.importorskip("torch")
    from diorama.model.layout.runtime_torch import TorchOps
    from diorama.training.batch import furnish_all
    from diorama.training.rooms import Room
    from diorama.training.sampler import NetProposer, Sizes, fits, furnish

    shipped = net.LayoutNet.load(WEIGHTS)
    square = np.array([[0.0, 0.0], [5.0, 0.0], [5.0, 4.0], [0.0, 4.0]])
    bed = np.array([[KINDS.index("bed"), 1.1, 2.0, 1.6, 2.0, 0.6, np.pi / 2, 0.0]])
    room = Room("h", "test", "bedroom", "procthor", square, np.array([[0, 1.0, 0.0, 2.0, 0.0, 0.0, 2.0]]), bed)
    sizes = Sizes.of([room])
    one = furnish(room, NetProposer(shipped), sizes, np.random.default_rng(0))
    many = furnish_all(net.LayoutNet(shipped.config, shipped.params, TorchOps()), [room] * 3, sizes, 0)
    np.testing.assert_array_equal(one, furnish(room, NetProposer(shipped), sizes, np.random.default_rng(0)))
    for made in (one, *many):
        assert len(made) > 0
        for i, o in enumerate(made):
            assert fits(room, np.delete(made, i, 0), int(o[0]), o[None, [1, 2, 6]], o[3:5])[0]
