"""The layout network: given a room and what stands in it, what comes next, how big, where, and turned which way.

One small convolutional network looks at a top-down picture of the room (`raster`) and is told its type, the manner in which it
is furnished, how densely, and what is wanted. `encode` runs its trunk once; the heads then answer cheaply: the next kind, a
kind's size, and for a kind, a size and the relations it should be in, the joint density of its pose, p(x, y, yaw), over the
whole floor. The density is a mixture of tents on a grid of 0.125 m, each with a mixture over yaw:
four narrow peaks along and against the nearest wall, which most furniture obeys, and sixteen broad tents for the rest.
So it is smooth, properly normalised (per square metre and radian), and can be asked about any pose.

The same functions run in numpy and in torch: `ops` carries the few operations that differ (`runtime`, `runtime_torch`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .. import safetensors
from ..errors import WorkError
from ..geometry import polygon_area
from .raster import ANCHOR, DYNAMIC, PIXEL, STATIC, Openings, Picture, anchor_view, draw, room_angle, rotate
from .runtime import NumpyOps

Floats = NDArray[np.float64]
Params = Mapping[str, Any]

FORMAT = "diorama-layout/2"
MANNERS = ("procthor", "handmade", "designed")  # how a room is furnished: by ProcTHOR's program, by a person, by the teacher
ARCHITECTURE = ("against_wall", "in_corner", "at_window", "by_door", "middle_of_room")  # relations to the room
# left and right as seen by somebody who looks at the thing's front
RELATIONS = ("next_to", "near", "across_from", "far_from", "faces", "right_of", "left_of", "in_front_of", "behind", "around")
PEAKS = 4  # narrow yaw components: the nearest wall's angle plus multiples of 90 degrees
TENTS = 16  # broad yaw components, 22.5 degrees apart
YAWS = PEAKS + TENTS
PEAK_SIGMA = float(np.radians(2.0))
TENT = 2 * np.pi / TENTS
_REMEDY = "Install the extension again, or make the weights again with the scripts in training/."
MOST = 80  # things in a room, at most
RARE = 0.004  # kinds less likely than this as the next of a room are never drawn: a fit's tail puts beds in bathrooms
FLOOR = 1e-12  # density below which a pose counts as impossible


@dataclass(frozen=True, slots=True)
class Config:
    """The shape of the network."""

    kinds: tuple[str, ...] = ()  # of the things it knows (`kinds`)
    rooms: tuple[str, ...] = ()  # types of rooms it knows; any other is one more, "other"
    splat: int = 10  # channels that tell what kind stands in a pixel
    fine: int = 24  # channels at 0.25 m
    middle: int = 48  # channels at 0.5 m
    coarse: int = 64  # channels at 1 m
    glob: int = 128  # width of the room's summary vector
    head: int = 64  # hidden width of the pose head
    kind: int = 24  # width of a kind's embedding in the heads
    content: int = 96  # hidden width of the content model
    log_size_mean: tuple[float, float] = (-0.5, -0.5)  # of the corpus, to centre the inputs
    log_size_std: tuple[float, float] = (0.7, 0.7)

    @property
    def count(self) -> int:
        """How many kinds."""
        return len(self.kinds)

    @property
    def plain(self) -> int:
        """How many numbers describe a room beside its counts: type, manner, density, area, and whether anything is wanted."""
        return len(self.rooms) + 1 + len(MANNERS) + 2 + 3


class PlacedThing(NamedTuple):
    """A thing on the floor, metres and radians in the contract's convention. Kind -1 is something the corpus lacks."""

    kind: int
    x: float
    y: float
    w: float
    d: float
    h: float
    yaw: float
    z: float = 0.0


@dataclass(frozen=True, slots=True)
class RoomState:
    """What the network is asked about. An opening is (kind, x0, y0, x1, y1, sill, height), its ends on the polygon."""

    room_type: str
    polygon: ArrayLike  # (n, 2) metres
    openings: Sequence[tuple[str, float, float, float, float, float, float]] = ()
    placed: Sequence[PlacedThing] = ()
    wanted: Mapping[int, int] = field(default_factory=dict)  # kind -> how many more must come at least; empty when free
    manner: str = ""  # one of MANNERS, or any
    density: float | None = None  # share of the floor that furniture covers when all is done
    geometry: bool = True  # whether the network may look at the room; without, it knows the facts only (an ablation)


class Relation(NamedTuple):
    """A relation that a thing should be in: one of ARCHITECTURE, or one of RELATIONS to a placed thing's box."""

    name: str
    anchor: tuple[float, float, float, float, float] | None = None  # x, y, w, d, yaw


# ---------------------------------------------------------------------------------------------------- the network


def shapes(c: Config) -> dict[str, tuple[int, ...]]:
    """Name and shape of every parameter."""
    k, g = c.count, c.glob
    s: dict[str, tuple[int, ...]] = {"splat": (k + 1, c.splat), "kind": (k, c.kind)}

    def linear(name: str, i: int, o: int) -> None:
        s[f"{name}.w"], s[f"{name}.b"] = (o, i), (o,)

    def block(name: str, width: int) -> None:
        s[f"{name}.gain"], s[f"{name}.a.w"], s[f"{name}.a.b"] = (width,), (width, width, 3, 3), (width,)
        linear(f"{name}.g", g, width)
        linear(f"{name}.c", width, width)

    linear("facts1", 2 * k + c.plain, g)
    linear("facts2", g, g)
    linear("stem", 4 * (STATIC + DYNAMIC + c.splat), c.fine)
    linear("down1", 4 * c.fine, c.middle)
    block("middle1", c.middle)
    block("middle2", c.middle)
    linear("down2", 4 * c.middle, c.coarse)
    block("coarse1", c.coarse)
    block("coarse2", c.coarse)
    linear("sum", g + 2 * c.coarse + 2 * c.middle, g)
    linear("up1", c.coarse, 4 * c.middle)
    block("middle3", c.middle)
    linear("up2", c.middle, 4 * c.fine)
    block("fine1", c.fine)
    s["out.gain"] = (2 * c.fine,)
    linear("out", 2 * c.fine, c.head)
    linear("next1", g + 2 * k, g)
    linear("next2", g, k + 1)
    linear("size1", g + c.kind, 64)
    linear("size2", 64, 4)
    linear("pose1", c.kind + 3 + len(ARCHITECTURE) + len(RELATIONS) + g, 96)
    linear("pose2", 96, 4 * c.head)
    linear("where", c.head, 4)
    linear("turn1", c.head, c.head)
    linear("turn2", c.head, YAWS)
    s["anchor.where"] = s["anchor.turn"] = (len(RELATIONS), c.head, ANCHOR)
    linear("content1", 2 * k + c.plain + 3, c.content)
    linear("content2", c.content, k + 1)
    return s


def initial(c: Config, rng: np.random.Generator) -> dict[str, NDArray[np.float32]]:
    """Random parameters to train from."""
    out = {}
    for name, shape in shapes(c).items():
        if name.endswith(".b"):
            value = np.zeros(shape)
        elif name.endswith(".gain"):
            value = np.ones(shape)
        else:
            value = rng.standard_normal(shape) * np.sqrt(1.6 / np.prod(shape[1:]))
            if name.split(".")[-2:] == ["c", "w"] or name in ("next2.w", "where.w", "turn2.w", "size2.w", "content2.w"):
                value *= 0.2
            elif name.startswith("anchor."):
                value *= 2.0
        out[name] = value.astype(np.float32)
    return out


def _linear(o: Any, p: Params, name: str, x: Any) -> Any:
    return o.linear(x, p[f"{name}.w"], p[f"{name}.b"])


def _conv1(o: Any, p: Params, name: str, x: Any) -> Any:
    return o.conv1(x, p[f"{name}.w"], p[f"{name}.b"])


def _block(o: Any, p: Params, name: str, x: Any, g: Any, mask: Any) -> Any:
    """A residual block told about the room as a whole. x (B, C, H, W), g (B, G), mask (B, 1, H, W)."""
    h = o.conv3(o.rms(x, p[f"{name}.gain"]), p[f"{name}.a.w"], p[f"{name}.a.b"])
    h = o.relu(h + _linear(o, p, f"{name}.g", g)[:, :, None, None])
    return (x + _conv1(o, p, f"{name}.c", h)) * mask


def trunk(
    o: Any, p: Params, static: Any, dynamic: Any, masks: Any, kinds: Any, facts: Any, levels: Sequence[Any]
) -> tuple[Any, Any]:
    """Pictures -> features (B, head, H/2, W/2) and the room's summary (B, glob).

    static (B, STATIC, H, W), dynamic (B, DYNAMIC, H, W), masks (B, N, H, W), kinds (B, N) rows of the splat table,
    facts (B, F), levels: where there is floor at 0.25, 0.5 and 1 m, (B, 1, h, w) each.
    """
    m0, m1, m2 = levels
    g = o.relu(_linear(o, p, "facts1", facts))
    g = o.relu(_linear(o, p, "facts2", g))  # (B, G)
    picture = o.concat([static, dynamic, o.splat(masks, p["splat"][kinds])], 1)  # (B, 31, H, W)
    x0 = o.relu(_conv1(o, p, "stem", o.fold(picture))) * m0  # (B, 24, H/2, W/2): 0.25 m
    x1 = _conv1(o, p, "down1", o.fold(x0)) * m1  # (B, 48, H/4, W/4): 0.5 m
    x1 = _block(o, p, "middle1", x1, g, m1)
    x1 = _block(o, p, "middle2", x1, g, m1)
    x2 = _conv1(o, p, "down2", o.fold(x1)) * m2  # (B, 64, H/8, W/8): 1 m
    x2 = _block(o, p, "coarse1", x2, g, m2)
    x2 = _block(o, p, "coarse2", x2, g, m2)
    g = o.relu(_linear(o, p, "sum", o.concat([g, o.pool(x2, m2), o.pool(x1, m1)], 1)))  # (B, G)
    x1 = (x1 + o.unfold(_conv1(o, p, "up1", x2))) * m1
    x1 = _block(o, p, "middle3", x1, g, m1)
    y0 = (x0 + o.unfold(_conv1(o, p, "up2", x1))) * m0
    y0 = o.concat([_block(o, p, "fine1", y0, g, m0), x0], 1)
    return _conv1(o, p, "out", o.rms(y0, p["out.gain"])), g


def next_head(o: Any, p: Params, g: Any, counts: Any) -> Any:
    """Summary (B, G) and counts of what is there and wanted (B, 2K) -> log-probabilities (B, K + 1), the last is stop."""
    return o.log_softmax(_linear(o, p, "next2", o.relu(_linear(o, p, "next1", o.concat([g, counts], 1)))))


def size_head(o: Any, p: Params, g: Any, kind: Any) -> Any:
    """Summary (T, G) and kinds (T,) -> (T, 4): means of normalised log width and depth, and logs of their deviations."""
    return _linear(o, p, "size2", o.relu(_linear(o, p, "size1", o.concat([g, p["kind"][kind]], 1))))


def pose_terms_of(o: Any, p: Params, g: Any, kind: Any, size: Any, hints: Any) -> Any:
    """What a kind (T,), a size (T, 3), relations by name (T, ARCHITECTURE + RELATIONS) and the summary (T, G) make of the
    features: scales and shifts (T, 4 head)."""
    h = o.relu(_linear(o, p, "pose1", o.concat([p["kind"][kind], size, hints, g], 1)))
    return _linear(o, p, "pose2", h)


def anchor_terms(p: Params, head: str, relation: Any, seen: Any) -> Any:
    """What relations (A,) to anchors, seen from M cells (A, ANCHOR, M), add to a head's features. (A, head, M)"""
    return p[f"anchor.{head}"][relation] @ seen


def where_head(o: Any, p: Params, features: Any, t: Any, anchors: Any = 0.0) -> Any:
    """Logits of the position (T, 1, H, W) from features (T, head, H/2, W/2), `pose_terms_of` and the sum of `anchor_terms`."""
    n = features.shape[1]
    h = o.relu(features * (1 + t[:, :n, None, None]) + t[:, n : 2 * n, None, None] + anchors)
    return o.unfold(_conv1(o, p, "where", h))


def turn_head(o: Any, p: Params, cells: Any, t: Any, anchors: Any = 0.0) -> Any:
    """Log-probabilities (T, M, YAWS) of the yaw components at cells (T, M, head) of the features; anchors (T, M, head)."""
    n = cells.shape[2]
    h = o.relu(cells * (1 + t[:, None, 2 * n : 3 * n]) + t[:, None, 3 * n :] + anchors)
    return o.log_softmax(_linear(o, p, "turn2", o.relu(_linear(o, p, "turn1", h))))


def content_head(o: Any, p: Params, facts: Any, counts: Any, last: Any, allowed: Any) -> Any:
    """The content model, one kind after the other in the order of their numbers: logs of what the next one is (B, K + 1), the
    last is that there is no more. facts (B, plain + 3), counts so far (B, K), last kind (B, K), allowed (B, K + 1): the last
    kind and those after it."""
    x = o.relu(_linear(o, p, "content1", o.concat([facts, counts, last], 1)))
    return o.log_softmax(_linear(o, p, "content2", x) + (allowed - 1) * 1e4)


# ---------------------------------------------------------------------------------------------------- inputs


def room_facts(c: Config, room_type: str, manner: str, density: float | None, area: float) -> NDArray[np.float32]:
    """What describes a room beside its counts and its picture, but for the last two numbers. (plain,)"""
    one = np.zeros(c.plain, np.float32)
    types = len(c.rooms) + 1
    one[c.rooms.index(room_type) if room_type in c.rooms else types - 1] = 1
    if manner in MANNERS:
        one[types + MANNERS.index(manner)] = 1
    at = types + len(MANNERS)
    if density is not None:
        one[at : at + 2] = 1, 3 * (density - 0.25)
    one[at + 2] = np.log(max(area, 0.1)) - 3.1
    return one


def facts_of(c: Config, room: NDArray[np.float32], present: ArrayLike, wanted: ArrayLike) -> NDArray[np.float32]:
    """The numbers that are not in the picture. `room` from `room_facts`, `present` and `wanted` counts by kind. (F,)"""
    present, wanted = np.asarray(present, np.float32), np.asarray(wanted, np.float32)
    room = room.copy()
    room[-2:] = float((wanted > 0).any()), float(present.sum()) / 8
    return np.concatenate([present, wanted, room], dtype=np.float32)


def shell_facts(polygon: Floats, doors: int, windows: int) -> NDArray[np.float32]:
    """What else the content model knows of an empty room: how long it is, and its doors and windows. (3,)"""
    side = np.sort(np.ptp(polygon, 0))
    return np.array([np.log(side[1] / max(side[0], 0.1)), doors / 2, windows / 2], np.float32)


def size_input(c: Config, w: float, d: float) -> NDArray[np.float32]:
    """Normalised log width, log depth and their difference. (3,)"""
    a = (np.log(np.maximum([w, d], 0.01)) - c.log_size_mean) / c.log_size_std
    return np.array([a[0], a[1], a[0] - a[1]], np.float32)


def floor_levels(floor: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """Where there is any floor at 2, 4 and 8 pixels a cell, of (..., H, W)."""
    out, m = [], (floor > 0).astype(np.float32)
    for _ in range(3):
        m = np.maximum(np.maximum(m[..., ::2, ::2], m[..., 1::2, ::2]), np.maximum(m[..., ::2, 1::2], m[..., 1::2, 1::2]))
        out.append(m)
    return out


def pose_terms(slant: NDArray[np.float32], x: Floats, y: Floats, yaw: Floats) -> tuple[NDArray[np.int64], Floats]:
    """How a pose's density is made up of the grid's masses: p = sum over 4 nodes and YAWS of weight * mass.

    x, y in metres from the picture's origin, yaw in the room's frame, (n,). Returns flat node indices (n, 4), -1 outside
    the picture, and weights (n, 4, YAWS).
    """
    h, w = slant.shape
    u, v = x / PIXEL - 0.5, y / PIXEL - 0.5
    i, j = np.floor(u).astype(np.int64), np.floor(v).astype(np.int64)
    fu, fv = u - i, v - j
    ii, jj = np.stack([i, i + 1, i, i + 1], 1), np.stack([j, j, j + 1, j + 1], 1)  # (n, 4)
    tent = np.stack([(1 - fu) * (1 - fv), fu * (1 - fv), (1 - fu) * fv, fu * fv], 1) / PIXEL**2
    known = (ii >= 0) & (ii < w) & (jj >= 0) & (jj < h)
    node = np.where(known, jj * w + ii, -1)
    turn = np.zeros((len(x), 4, YAWS))
    off = yaw[:, None] - np.where(known, slant.reshape(-1)[node], 0)  # (n, 4)
    off = (off[:, :, None] - np.arange(PEAKS) * (np.pi / 2) + np.pi) % (2 * np.pi) - np.pi
    turn[:, :, :PEAKS] = np.exp(-0.5 * (off / PEAK_SIGMA) ** 2) / (PEAK_SIGMA * np.sqrt(2 * np.pi))
    t = (yaw / TENT) % TENTS
    k = np.floor(t).astype(np.int64) % TENTS
    f = t - np.floor(t)
    rows = np.arange(len(x))
    turn[rows, :, PEAKS + k] += ((1 - f) / TENT)[:, None]
    turn[rows, :, PEAKS + (k + 1) % TENTS] += (f / TENT)[:, None]
    return node, turn * (tent * known)[:, :, None]


# ---------------------------------------------------------------------------------------------------- use


@dataclass(frozen=True, slots=True)
class PoseField:
    """The density of a thing's pose over the floor, before anything is masked away."""

    mass: NDArray[np.float32]  # (YAWS, H, W), sums to 1
    slant: NDArray[np.float32]  # (H, W)
    origin: Floats  # (2,) of the grid, in the room's frame
    angle: float  # of the room's frame

    def log_prob(self, x: ArrayLike, y: ArrayLike, yaw: ArrayLike) -> Floats:
        """Natural log of the density per m2 and radian at poses in the room's coordinates. Broadcasts."""
        x, y, yaw = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float), np.asarray(yaw, float))
        local = rotate(np.stack([x.ravel(), y.ravel()], 1), -self.angle) - self.origin
        node, weight = pose_terms(self.slant, local[:, 0], local[:, 1], yaw.ravel() - self.angle)
        mass = self.mass.reshape(YAWS, -1).T[node]  # (n, 4, YAWS); weight is 0 where the node is outside
        out: Floats = np.log(np.maximum((mass * weight).sum((1, 2)), FLOOR)).reshape(x.shape)
        return out

    def sample(self, rng: np.random.Generator, n: int, temperature: float = 1.0) -> Floats:
        """n poses (n, 3): x, y, yaw, from the density; a temperature below 1 keeps to the likelier ones."""
        flat = self.mass.astype(np.float64).ravel()
        flat = flat ** (1 / temperature) if temperature != 1.0 else flat
        h, w = self.slant.shape
        k, node = np.divmod(rng.choice(flat.size, n, p=flat / flat.sum()), h * w)
        j, i = np.divmod(node, w)
        spread = rng.random((n, 2)) + rng.random((n, 2)) - 1  # a tent is the sum of two boxes
        local = self.origin + (np.stack([i, j], 1) + 0.5 + spread) * PIXEL
        peak = self.slant.ravel()[node] + k * (np.pi / 2) + rng.standard_normal(n) * PEAK_SIGMA
        broad = (k - PEAKS + rng.random(n) + rng.random(n) - 1) * TENT
        yaw = np.where(k < PEAKS, peak, broad) + self.angle
        return np.column_stack([rotate(local, self.angle), (yaw + np.pi) % (2 * np.pi) - np.pi])


@dataclass(frozen=True, slots=True)
class Encoded:
    """A state as the network sees it."""

    features: Any  # (1, head, H/2, W/2)
    summary: Any  # (1, glob)
    counts: Any  # (1, 2K) of what is there and what is wanted
    picture: Picture
    angle: float


class LayoutNet:
    """The trained network, ready to be asked."""

    def __init__(self, config: Config, params: Mapping[str, Any], ops: Any | None = None, version: str = "") -> None:
        self.config = config
        self.version = version  # first digits of the weights' checksum; worlds remember by which they were made
        self.ops = ops or NumpyOps()
        self.params = {k: self.ops.tensor(v) for k, v in params.items()}

    @property
    def kinds(self) -> tuple[str, ...]:
        """Names of the kinds, in order."""
        return self.config.kinds

    @staticmethod
    def load(folder: str | Path, runtime: str = "numpy") -> LayoutNet:
        """The network in `folder` (layout.json, layout.safetensors). `runtime`: numpy, torch, or auto (numpy).

        numpy is as fast at this size and spares the import, so auto means numpy. WorkError when a file is missing,
        damaged or not the pair, or torch is asked for and is not there.
        """
        folder = Path(folder)
        try:
            described = json.loads((folder / "layout.json").read_text(encoding="utf-8"))
            if described["format"] != FORMAT:
                raise WorkError(f"The layout network has the format {described['format']!r}; this version reads {FORMAT!r}.")
            config = config_from(described["config"])
            digest = str(described["sha256"])
        except OSError as e:
            raise WorkError(f"The layout network's layout.json cannot be read: {e.strerror or e}.", _REMEDY) from e
        except (ValueError, KeyError, TypeError) as e:
            raise WorkError("The layout network's layout.json is damaged.", _REMEDY) from e
        tensors, _ = safetensors.read(folder / "layout.safetensors", digest)
        expected = shapes(config)
        if {k: v.shape for k, v in tensors.items()} != expected:
            raise WorkError("The layout network's weights do not have the shapes that layout.json describes.", _REMEDY)
        return LayoutNet(config, {k: v.astype(np.float32) for k, v in tensors.items()}, _ops(runtime), digest[:12])

    def encode(self, state: RoomState, shift: Sequence[float] = (0.0, 0.0)) -> Encoded:
        """Run the trunk. ValueError for a polygon that is not (n >= 3, 2)."""
        c, o = self.config, self.ops
        polygon = np.asarray(state.polygon, float)
        if polygon.ndim != 2 or polygon.shape[1] != 2 or len(polygon) < 3:
            raise ValueError("polygon must be (n >= 3, 2)")
        angle = room_angle(polygon)
        local = rotate(polygon, -angle)
        door = np.array([op[0] == "door" for op in state.openings], bool)
        segment = rotate(np.array([op[1:5] for op in state.openings], float).reshape(-1, 2, 2), -angle)
        placed = np.array(state.placed, float).reshape(-1, len(PlacedThing._fields))
        things = placed[:, 1:7].copy()
        things[:, :2], things[:, 5] = rotate(things[:, :2], -angle), things[:, 5] - angle
        picture = draw(local, Openings(door, segment), things, shift)
        kinds = placed[:, 0].astype(np.int64)
        kinds[(kinds < 0) | (kinds >= c.count)] = c.count
        present = np.bincount(kinds, minlength=c.count + 1)[: c.count]
        wanted = np.zeros(c.count)
        for k, n in state.wanted.items():
            wanted[k] += n
        room = room_facts(c, state.room_type, state.manner, state.density, abs(polygon_area(local)))
        facts = facts_of(c, room, present, wanted)[None]
        levels = [o.tensor(m[None, None] * np.float32(state.geometry)) for m in floor_levels(picture.static[0])]
        features, summary = trunk(
            o, self.params, o.tensor(picture.static[None]), o.tensor(picture.dynamic[None]), o.tensor(picture.masks[None]),
            o.index(kinds[None]), o.tensor(facts), levels,
        )  # fmt: skip
        return Encoded(features, summary, o.tensor(facts[:, : 2 * c.count]), picture, angle)

    def next_kind(self, enc: Encoded) -> Floats:
        """Log-probabilities of what comes next: (K + 1,), the last is that nothing more comes."""
        out: Floats = self.ops.array(next_head(self.ops, self.params, enc.summary, enc.counts))[0].astype(np.float64)
        return out

    def size_prior(self, enc: Encoded, kind: int) -> tuple[Floats, Floats]:
        """Mean and standard deviation of the natural logs of width and depth. (2,), (2,)"""
        r = self.ops.array(size_head(self.ops, self.params, enc.summary, self.ops.index([kind])))[0].astype(np.float64)
        scale = np.array(self.config.log_size_std)
        return r[:2] * scale + self.config.log_size_mean, np.exp(np.clip(r[2:], -4, 2)) * scale

    def pose_field(self, enc: Encoded, kind: int, size: Sequence[float], relations: Sequence[Relation] = ()) -> PoseField:
        """The density of where a thing of a kind and size (width, depth[, height]) belongs, given relations it should be in."""
        o = self.ops
        _, n, h, w = enc.features.shape
        hints, which, boxes = relation_inputs([relations], enc.angle)
        local = boxes.copy()
        local[:, :2] -= enc.picture.origin
        seen = o.tensor(anchor_view(local, (size[0] + size[1]) / 4, (h, w)).reshape(len(which), ANCHOR, h * w))
        given = o.tensor(size_input(self.config, size[0], size[1])[None])
        t = pose_terms_of(o, self.params, enc.summary, o.index([kind]), given, o.tensor(hints))
        anchors = [anchor_terms(self.params, name, o.index(which), seen).sum(0)[None] for name in ("where", "turn")]
        where = o.array(where_head(o, self.params, enc.features, t, anchors[0].reshape(1, n, h, w)))[0, 0]  # (H, W)
        cells = enc.features.reshape(1, n, h * w).swapaxes(1, 2)
        turn = np.exp(o.array(turn_head(o, self.params, cells, t, anchors[1].swapaxes(1, 2)))[0].T.reshape(YAWS, h, w))
        where = np.where(enc.picture.static[0] > 0, where, np.float32(-1e9))
        mass = np.exp(where - where.max())
        mass *= np.float32(1) / np.float32(mass.sum(dtype=np.float64))
        return PoseField(turn.repeat(2, 1).repeat(2, 2) * mass, enc.picture.slant, enc.picture.origin, enc.angle)

    def content(self, state: RoomState, rng: np.random.Generator) -> list[int]:
        """A whole room's kinds, drawn from the content model; what is placed already plays no part. Sorted."""
        c, o = self.config, self.ops
        polygon = np.asarray(state.polygon, float)
        doors = sum(op[0] == "door" for op in state.openings)
        room = room_facts(c, state.room_type, state.manner, state.density, abs(polygon_area(polygon)))
        shell = shell_facts(rotate(polygon, -room_angle(polygon)), doors, len(state.openings) - doors)
        facts = np.concatenate([room, shell])[None]
        counts, last, allowed = np.zeros((1, c.count)), np.zeros((1, c.count)), np.ones((1, c.count + 1))
        out: list[int] = []
        while len(out) < MOST:
            p = np.exp(
                o.array(content_head(o, self.params, *(o.tensor(v) for v in (facts, counts, last, allowed))))[0].astype(float)
            )
            p[p < RARE] = 0
            kind = int(rng.choice(c.count + 1, p=p / p.sum()))
            if kind == c.count:
                break
            out.append(kind)
            counts[0, kind] += 1
            last[:] = 0
            last[0, kind] = 1
            allowed[0, :kind] = 0
        return out


def relation_inputs(
    relations: Sequence[Sequence[Relation]], angle: float = 0.0
) -> tuple[NDArray[np.float32], NDArray[np.int64], Floats]:
    """Relations of T things: their names as zeros and ones (T, ARCHITECTURE + RELATIONS), and of those with an anchor the
    relation's number (A,) and the anchor's box turned by -angle (A, 5). Unknown names are skipped."""
    hints = np.zeros((len(relations), len(ARCHITECTURE) + len(RELATIONS)), np.float32)
    which, boxes = [], []
    for row, some in zip(hints, relations, strict=True):
        for r in some:
            if r.name in ARCHITECTURE:
                row[ARCHITECTURE.index(r.name)] = 1
            elif r.name in RELATIONS and r.anchor is not None:
                row[len(ARCHITECTURE) + RELATIONS.index(r.name)] = 1
                which.append(RELATIONS.index(r.name))
                x, y = rotate(np.array(r.anchor[:2], float), -angle)
                boxes.append((x, y, r.anchor[2], r.anchor[3], r.anchor[4] - angle))
    return hints, np.array(which, np.int64), np.array(boxes, float).reshape(-1, 5)


def config_from(record: Mapping[str, Any]) -> Config:
    """A Config from its JSON form. TypeError for unknown fields."""
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in record.items()}
    if set(values) - {f.name for f in fields(Config)}:
        raise TypeError("unknown field")
    return Config(**values)


def config_record(c: Config) -> dict[str, Any]:
    """A Config as JSON."""
    return {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(c).items()}


def _ops(runtime: str) -> Any:
    if runtime in ("auto", "numpy"):
        return NumpyOps()
    if runtime != "torch":
        raise ValueError(f"unknown runtime {runtime!r}")
    try:
        from .runtime_torch import TorchOps

        return TorchOps()
    except ImportError as e:
        raise WorkError("torch was asked for but cannot be imported.", "Use the numpy runtime, which needs nothing.") from e
