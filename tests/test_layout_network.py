"""The layout network: two runtimes, one density, honest loading, and the corpus it learns from."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from diorama.model.errors import WorkError
from diorama.model.layout import network as net
from diorama.model.layout.raster import BLOCK, PIXEL, Openings, draw, room_angle, rotate

WEIGHTS = Path(net.__file__).parents[1] / "weights"
L_SHAPE = np.array([[0.0, 0.0], [5.6, 0.0], [5.6, 2.4], [3.1, 2.4], [3.1, 4.7], [0.0, 4.7]])
OPENINGS = [("door", 0.5, 0.0, 1.4, 0.0, 0.0, 2.1), ("window", 0.0, 3.0, 0.0, 1.6, 0.9, 1.2)]
CONFIG = net.Config(kinds=("Bed", "Chair", "Table"))
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
    )


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
    assert (WEIGHTS / "layout.safetensors").stat().st_size < 6e6
    assert "Bed" in a.kinds and len(a.kinds) == 34
    compare(a, net.LayoutNet.load(WEIGHTS, "torch"))


def compare(a: net.LayoutNet, b: net.LayoutNet) -> None:
    for s in (state(), state(0.3, (-4.0, 2.0)), net.RoomState("office", L_SHAPE)):
        ea, eb = a.encode(s), b.encode(s)
        np.testing.assert_allclose(a.next_kind(ea), b.next_kind(eb), atol=1e-4)
        np.testing.assert_allclose(a.size_prior(ea, 1), b.size_prior(eb, 1), atol=1e-4)
        fa, fb = a.pose_field(ea, 1, SIZE), b.pose_field(eb, 1, SIZE)
        poses = fa.sample(np.random.default_rng(1), 500)
        np.testing.assert_allclose(fa.log_prob(*poses.T), fb.log_prob(*poses.T), atol=1e-4)


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
    fa, fb = small.pose_field(a, 0, SIZE), small.pose_field(b, 0, SIZE)
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

        facts = np.zeros((1, 2 * CONFIG.count + 8), np.float32)
        static = pad(p.static)
        features, _ = net.trunk(
            o, small.params, static, pad(p.dynamic), pad(p.masks), np.array([[0, 3]]), facts, net.floor_levels(static[:, :1])
        )
        return features[0, :, : p.slant.shape[0] // 2, : p.slant.shape[1] // 2]

    floor = net.floor_levels(p.static[0])[0] > 0
    np.testing.assert_allclose(run(0)[:, floor], run(2 * BLOCK)[:, floor], atol=1e-4)


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


def test_corpus_turns_unity_into_the_contracts_frame() -> None:
    from diorama.training import corpus

    item = {"assetId": "sofa", "position": {"x": 1.0, "y": 0.4, "z": 2.0}, "rotation": {"x": 0, "y": 90, "z": 0}}
    row = corpus.object_row(item, {"sofa": ("Sofa", (2.0, 0.9, 0.8))})
    assert row is not None
    x, y, w, d, h, yaw, base = row
    assert (x, y, w, d, h) == (1.0, 2.0, 2.0, 0.9, 0.8) and base == pytest.approx(0)
    assert (np.sin(yaw), -np.cos(yaw)) == pytest.approx((1.0, 0.0), abs=1e-9)  # Unity yaw 90 faces +x


def test_training_views_are_seeded_and_right_side_up() -> None:
    pytest.importorskip("torch")
    from diorama.training.corpus import CorpusRoom
    from diorama.training.layout import augmented

    square = np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 3.0], [0.0, 3.0]])
    objects = np.array([[0, 2.0, 2.5, 2.0, 0.9, 0.8, 0.0, 0.0]])  # back to the wall y = 3, facing the middle
    room = CorpusRoom("h", "train", "bedroom", square, np.array([[0, 1.0, 0.0, 2.0, 0.0, 0.0, 2.0]]), objects)
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


def test_dressing_table_reads() -> None:
    table = json.loads((WEIGHTS / "dressing.json").read_text(encoding="utf-8"))
    assert table["format"] == "diorama-dressing/1"
    bed = table["parents"]["Bed"]
    assert bed["children"]["bedroom"]["Pillow"]["mean"] > 0.5
    assert bed["place"]["Pillow"]["v"][0] > 0.2  # pillows lie at the head, which is the back
