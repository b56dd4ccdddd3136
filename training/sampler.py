"""A plain masked sampler for evaluation and for batches: rooms furnished one thing at a time, every pose drawn from what fits.

What comes is drawn first, as a whole (`contents`); then each thing's size among those that its kind really has; then its pose,
from the proposer's density restricted to what fits. A thing that finds no place is tried again, and the room begun anew before
anything is left out. The proposer (the network, or an ablation) gives contents and densities; all else is the same for all.
The rooms have walls along X and Y, so the picture's frame is the room's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

import numpy as np
from scipy.fft import irfft2, next_fast_len, rfft2

from ..model.catalogue import categories
from ..model.geometry import corners, inside, rectangles_gap
from ..model.layout import network as net
from ..model.layout.kinds import KINDS
from ..model.layout.raster import PIXEL, Openings, Picture, draw
from .rooms import Room

SLACK = 0.1  # metres that a mask lets a box reach over each edge: a pixel cannot tell less
UNDER = 0.3  # chairs are pushed this far under tables in the corpus, measured: 0.11-0.27 m, at most 0.43
CHAIRS = frozenset(KINDS.index(k) for k in ("chair", "stool", "bar_stool", "office_chair", "armchair"))
TABLES = frozenset(
    KINDS.index(k) for k in ("dining_table", "desk", "kitchen_counter", "kitchen_island", "coffee_table", "cafe_table",
                             "conference_table", "school_desk", "workbench", "lab_bench", "bar_counter")
)  # fmt: skip
FLUSH = 0.03  # metres that the corpus leaves between a thing and the wall it stands at
REACH = 0.2
ATTEMPTS = 4  # at a room, before something is left out
TRIES = 4  # at a thing, with other sizes
DRAWS = 300  # poses, of which the first that fits is taken
DOOR = 0.4  # metres kept clear before a door, by the corpus's own measure


@dataclass(frozen=True, slots=True)
class Sizes:
    """The real sizes of things, by manner and kind: as often as they occur, and how often a thing is as the last of its kind."""

    sizes: dict[tuple[str, int], np.ndarray]  # (m, 3)
    repeats: dict[tuple[str, int], float]

    @staticmethod
    def of(rooms: Sequence[Room]) -> Sizes:
        """Those that occur in rooms."""
        found: dict[tuple[str, int], list[np.ndarray]] = {}
        same: dict[tuple[str, int], list[bool]] = {}
        for room in rooms:
            last: dict[int, np.ndarray] = {}
            for o in room.objects:
                key = (room.manner, int(o[0]))
                found.setdefault(key, []).append(o[3:6])
                if int(o[0]) in last:
                    same.setdefault(key, []).append(bool(np.allclose(last[int(o[0])], o[3:6], atol=1e-3)))
                last[int(o[0])] = o[3:6]
        return Sizes({k: np.array(v) for k, v in found.items()}, {k: float(np.mean(v)) for k, v in same.items()})

    def draw(self, manner: str, kind: int, last: np.ndarray | None, rng: np.random.Generator) -> np.ndarray:
        """A size for a kind. (3,)"""
        if last is not None and rng.random() < self.repeats.get((manner, kind), 0.0):
            return last
        some = self.sizes.get((manner, kind))
        if some is None:
            elsewhere = [v for (_, k), v in sorted(self.sizes.items()) if k == kind]
            usual = [c.size for c in categories().values() if c.like == KINDS[kind]] or [(0.5, 0.5, 0.5)]
            some = np.concatenate(elsewhere) if elsewhere else np.array(usual)
        out: np.ndarray = some[rng.integers(len(some))]
        return out


class Choice(NamedTuple):
    """What a proposer says of a state."""

    log_next: np.ndarray  # (K + 1,)
    size: Callable[[int], tuple[np.ndarray, np.ndarray]]  # kind -> mean, std of log w, d
    mass: Callable[[int, Sequence[float]], np.ndarray]  # kind, size -> (YAWS, H, W), sums to 1 over the floor


class Proposer(Protocol):
    """Anything that can furnish a room."""

    def look(self, room: Room, placed: np.ndarray, coming: np.ndarray) -> tuple[Choice, Picture]:
        """What it thinks of a room with objects (n, 8) in it, where kinds (m,) are to come."""
        ...

    def contents(self, room: Room, rng: np.random.Generator) -> list[int]:
        """All the kinds of a room."""
        ...


class NetProposer:
    """The network; with `geometry` off it may not look at the room."""

    def __init__(self, network: net.LayoutNet, geometry: bool = True) -> None:
        self.network, self.geometry = network, geometry

    def contents(self, room: Room, rng: np.random.Generator) -> list[int]:
        return self.network.content(state_of(room, room.objects[:0]), rng)

    def look(self, room: Room, placed: np.ndarray, coming: np.ndarray) -> tuple[Choice, Picture]:
        state = replace(state_of(room, placed, coming), geometry=self.geometry)
        enc = self.network.encode(state)
        n = self.network
        return (
            Choice(n.next_kind(enc), lambda k: n.size_prior(enc, k), lambda k, s: n.pose_field(enc, k, s).mass),
            enc.picture,
        )


def state_of(room: Room, placed: np.ndarray, coming: np.ndarray | Sequence[int] = ()) -> net.RoomState:
    """A corpus room as the network takes it, with kinds to come."""
    kinds, counts = np.unique(np.asarray(coming, int), return_counts=True)
    return net.RoomState(
        room.type,
        room.polygon,
        [("window" if o[0] else "door", o[1], o[2], o[3], o[4], o[5], o[6]) for o in room.openings],
        [net.PlacedThing(int(o[0]), *o[1:7], o[7]) for o in placed],
        dict(zip(kinds.tolist(), counts.tolist(), strict=True)),
        room.manner,
    )


def quadrant(picture: Picture) -> np.ndarray:
    """The peak (0-3) at which a thing turns its back to the nearest wall, per pixel. (H, W)"""
    away = picture.static[2:4]  # points from the nearest wall into the room; a front (sin yaw, -cos yaw) along it
    return np.round(np.arctan2(away[0], -away[1]) / (np.pi / 2)).astype(int) % 4


class Frequencies:
    """The ablation: kinds by room type, sizes and yaws by kind (yaw relative to the nearest wall); positions uniform over the
    floor, or with `walls` by how often a kind's centre is at such a distance from the nearest wall."""

    BIN, BINS = 0.125, 24

    def __init__(self, rooms: Sequence[Room], views: Callable[[Room], tuple[np.ndarray, int]], walls: bool) -> None:
        self.walls = walls
        k = len(KINDS)
        self.next: dict[str, np.ndarray] = {}
        self.kept: dict[str, list[np.ndarray]] = {}
        self.turn = np.full((k, 5), 0.5)  # back to the nearest wall, then counter-clockwise; the fifth: at no right angle
        at, floor = np.full((k, self.BINS), 0.5), np.zeros(self.BINS)
        sizes: list[list[np.ndarray]] = [[] for _ in range(k)]
        for room in rooms:
            picture = picture_of(room, room.objects[:0])
            bins = self._bins(picture)
            on = picture.static[0] > 0.5
            floor += np.bincount(bins[on], minlength=self.BINS)
            back = quadrant(picture)
            for o in room.objects:
                kind = int(o[0])
                i, j = np.clip(((o[1:3] - picture.origin) / PIXEL).astype(int), 0, np.array(bins.shape[::-1]) - 1)
                at[kind, bins[j, i]] += 1
                quarter = o[6] / (np.pi / 2)
                aligned = abs(quarter - np.round(quarter)) * 90 < 4
                self.turn[kind, (int(np.round(quarter)) - back[j, i]) % 4 if aligned else 4] += 1
                sizes[kind].append(np.log(o[3:5]))
            _, following = views(room)
            counts = self.next.setdefault(room.type, np.full(k + 1, 0.1))
            counts[following] += len(room.objects) + 1  # a view is one of so many decisions
            self.kept.setdefault(room.type, []).append(room.objects[:, 0].astype(int))
        self.next = {t: np.log(n / n.sum()) for t, n in self.next.items()}
        self.turn /= self.turn.sum(1, keepdims=True)
        self.at = at / np.maximum(floor, 1) / at.sum(1, keepdims=True)
        self.sizes = [
            (np.mean(s, 0), np.maximum(np.std(s, 0), 0.05)) if len(s) > 1 else (np.full(2, -0.5), np.full(2, 0.5)) for s in sizes
        ]

    def _bins(self, picture: Picture) -> np.ndarray:
        return np.minimum((picture.static[1] * 1.5 / self.BIN).astype(int) + (picture.static[1] >= 0.999) * 1, self.BINS - 1)

    def contents(self, room: Room, rng: np.random.Generator) -> list[int]:
        """As many things as some room of the type has, each kind as frequent as it is there, independent of the others."""
        some = self.kept[room.type]
        kinds = np.concatenate(some)
        return sorted(rng.choice(kinds, len(some[rng.integers(len(some))])).tolist())

    def look(self, room: Room, placed: np.ndarray, coming: np.ndarray) -> tuple[Choice, Picture]:
        picture = picture_of(room, placed)
        floor = picture.static[0] > 0
        back, bins = quadrant(picture), self._bins(picture)

        def mass(kind: int, size: Sequence[float]) -> np.ndarray:
            where = floor * (self.at[kind][bins] if self.walls else 1.0)
            turn = np.zeros((net.YAWS, *floor.shape))
            for q in range(net.PEAKS):
                turn[q] = self.turn[kind][(q - back) % 4]
            turn[net.PEAKS :] = self.turn[kind, 4] / net.TENTS
            return turn * (where / where.sum())

        return Choice(self.next[room.type], lambda k: self.sizes[k], mass), picture


def picture_of(room: Room, placed: np.ndarray) -> Picture:
    """The picture of a room with objects (n, 8) in it."""
    return draw(room.polygon, Openings(room.openings[:, 0] == 0, room.openings[:, 1:5].reshape(-1, 2, 2)), placed[:, 1:7])


def _kernel(w: float, d: float, yaw: float, reach: int) -> np.ndarray:
    """Pixels under a box centred on a pixel. (2 reach + 1, 2 reach + 1)"""
    g = np.arange(-reach, reach + 1) * PIXEL
    x, y = g[None], g[:, None]
    c, s = np.cos(yaw), np.sin(yaw)
    return ((np.abs(x * c + y * s) <= max(w / 2, 1e-6)) & (np.abs(y * c - x * s) <= max(d / 2, 1e-6))).astype(float)


def door_boxes(room: Room) -> np.ndarray:
    """Rectangles that must stay clear, straddling each door: centre, width, depth, yaw. (m, 5)"""
    rows = []
    for o in room.openings[room.openings[:, 0] == 0]:
        d = o[3:5] - o[1:3]
        rows.append((*(o[1:3] + o[3:5]) / 2, float(np.hypot(*d)), 2 * DOOR, float(np.arctan2(d[1], d[0]))))
    return np.array(rows).reshape(-1, 5)


def obstacles(room: Room, placed: np.ndarray, kind: int) -> np.ndarray:
    """What a thing of a kind must keep off: x, y, w, d, yaw of doors' areas and of things; tables shrink for chairs. (n, 5)"""
    boxes = placed[:, [1, 2, 3, 4, 6]].copy()
    kinds = placed[:, 0].astype(int)
    tucked = np.array([(kind in CHAIRS and k in TABLES) or (kind in TABLES and k in CHAIRS) for k in kinds], bool)
    boxes[tucked, 2:4] = np.maximum(boxes[tucked, 2:4] - 2 * UNDER, 0.02)
    return np.concatenate([boxes, door_boxes(room)])


def valid(room: Room, picture: Picture, placed: np.ndarray, kind: int, size: Sequence[float], broad: bool = True) -> np.ndarray:
    """Which nodes and yaw components fit a thing, up to SLACK; the broad ones only if asked for. (YAWS, H, W)"""
    taken = picture.static[0] < 0.5
    h, w = taken.shape
    gx = (np.arange(w) + 0.5) * PIXEL + picture.origin[0]
    gy = ((np.arange(h) + 0.5) * PIXEL + picture.origin[1])[:, None]
    for x, y, bw, bd, yaw in obstacles(room, placed, kind):
        c, s = np.cos(yaw), np.sin(yaw)
        taken |= (np.abs((gx - x) * c + (gy - y) * s) < bw / 2) & (np.abs((gy - y) * c - (gx - x) * s) < bd / 2)
    out = np.zeros((net.YAWS, h, w), bool)
    pad = int(np.hypot(size[0], size[1]) / 2 / PIXEL) + 1
    shape = (next_fast_len(h + 2 * pad, True), next_fast_len(w + 2 * pad, True))
    wave = rfft2(np.pad(taken, [(0, n - m) for n, m in zip(shape, taken.shape, strict=True)], constant_values=True).astype(float))
    for k in range(net.YAWS):
        if k >= net.PEAKS and not broad:
            break
        half_turn = k - 2 if k in (2, 3) else k - net.TENTS // 2 if k >= net.PEAKS + net.TENTS // 2 else -1
        if half_turn >= 0:
            out[k] = out[half_turn]  # a box looks the same from behind
            continue
        yaw = k * np.pi / 2 if k < net.PEAKS else (k - net.PEAKS) * net.TENT
        # a broad component also covers yaws half a step away, so its box is let shrink a little more
        slack = SLACK if k < net.PEAKS else 1.5 * SLACK
        kernel = _kernel(size[0] - 2 * slack, size[1] - 2 * slack, yaw, pad)
        hits = irfft2(wave * rfft2(kernel, shape), shape)  # a box is its own mirror image, so this is a correlation
        out[k] = np.roll(hits, (-pad, -pad), (0, 1))[:h, :w] < 0.5
    return out & (picture.static[0] > 0)


def settled(room: Room, poses: np.ndarray, size: Sequence[float]) -> np.ndarray:
    """Poses (n, 3) at right angles with the walls, put flush where a side is within REACH of one: the corpus leaves exactly FLUSH
    there, in 99 of 100 cases, which a grid of 0.125 m cannot say. Walls along X and Y only."""
    out = poses.copy()
    quarter = np.round(poses[:, 2] / (np.pi / 2)).astype(int)
    aligned = np.abs(poses[:, 2] - quarter * (np.pi / 2)) < 1e-6
    half = np.where((quarter % 2 == 0)[:, None], [size[:2]], [size[1::-1]]) / 2  # (n, 2) along X and Y
    a, b = room.polygon, np.roll(room.polygon, -1, 0)
    for axis in (0, 1):
        other = 1 - axis
        across = np.abs(a[:, axis] - b[:, axis]) < 1e-6  # walls square to this axis
        at = a[across, axis]
        low, high = np.minimum(a, b)[across, other], np.maximum(a, b)[across, other]
        centre, reach = out[:, axis, None], half[:, axis, None]
        middle, wide = out[:, other, None], half[:, other, None]
        beside = (middle + wide > low + 0.02) & (middle - wide < high - 0.02)
        best = np.full((len(out), 2), np.inf)
        for side, sign in enumerate((1.0, -1.0)):
            gap = np.where(beside & (sign * (at - centre) > 0), sign * (at - centre) - reach, np.inf)
            best[:, side] = gap.min(1, initial=np.inf)
        side = np.abs(best - FLUSH).argmin(1)
        gap = best[np.arange(len(out)), side]
        close = aligned & (gap < REACH)
        move = np.where(close, np.where(side == 0, 1.0, -1.0) * (np.where(close, gap, 0) - FLUSH), 0)
        out[:, axis] += move
    return out


def fits(room: Room, placed: np.ndarray, kind: int, poses: np.ndarray, size: Sequence[float]) -> np.ndarray:
    """Which poses (n, 3) are exactly valid: inside, overlapping nothing, doors clear. (n,)"""
    half = np.array([size[0], size[1]]) / 2
    p = corners(poses[:, :2], np.broadcast_to(half - 1e-3, (len(poses), 2)), poses[:, 2])
    ok = inside(room.polygon, np.concatenate([p, (p + np.roll(p, -1, 1)) / 2], 1)).all(1)
    c, s = np.cos(poses[:, 2])[:, None], np.sin(poses[:, 2])[:, None]
    v = room.polygon[None] - poses[:, None, :2]
    pierced = (np.abs(v[..., 0] * c + v[..., 1] * s) < half[0] - 1e-3) & (np.abs(v[..., 1] * c - v[..., 0] * s) < half[1] - 1e-3)
    ok &= ~pierced.any(1)
    others = obstacles(room, placed, kind)
    if len(others):
        a, b = poses[:, None], others[None]
        gap = rectangles_gap(a[..., :2], half, a[..., 2], b[..., :2], b[..., 2:4] / 2, b[..., 4])
        ok &= (gap >= -1e-3).all(1)
    return ok


def draw_poses(mass: np.ndarray, picture: Picture, rng: np.random.Generator, n: int) -> np.ndarray:
    """n poses from masses (YAWS, H, W), spread within their tents and peaks. (n, 3)"""
    p = mass.astype(float).ravel()
    h, w = mass.shape[1:]
    k, node = np.divmod(np.searchsorted(np.cumsum(p), rng.random(n) * p.sum()).clip(max=p.size - 1), h * w)
    j, i = np.divmod(node, w)
    xy = picture.origin + (np.stack([i, j], 1) + 0.5 + (rng.random((n, 2)) + rng.random((n, 2)) - 1)) * PIXEL
    # the corpus's peaks are exact, and so are ours
    yaw = np.where(k < net.PEAKS, k * np.pi / 2, (k - net.PEAKS + rng.random(n) + rng.random(n) - 1) * net.TENT)
    return np.column_stack([xy, yaw])


def furnish(room: Room, proposer: Proposer, sizes: Sizes, rng: np.random.Generator, sharpness: float = 1.0) -> np.ndarray:
    """Objects (n, 8) for an empty room."""
    contents = proposer.contents(room, rng)
    best = np.zeros((0, 8))
    for _ in range(ATTEMPTS):
        placed = _attempt(room, proposer, contents, sizes, rng, sharpness)
        best = placed if len(placed) > len(best) else best
        if len(best) == len(contents):
            break
    return best


def _attempt(
    room: Room, proposer: Proposer, contents: Sequence[int], sizes: Sizes, rng: np.random.Generator, sharpness: float
) -> np.ndarray:
    last: dict[int, np.ndarray] = {}
    todo = []
    for kind in contents:
        last[kind] = sizes.draw(room.manner, kind, last.get(kind), rng)
        todo.append((kind, last[kind]))
    rank = np.log([s[0] * s[1] for _, s in todo] or [0.0]) + 0.5 * rng.gumbel(size=max(len(todo), 1))
    order = np.argsort(-rank)[: len(todo)]
    placed = np.zeros((0, 8))
    coming = np.array([todo[i][0] for i in order], int)
    for n, i in enumerate(order):
        kind, size = todo[i]
        choice, picture = proposer.look(room, placed, coming[n:])
        for _ in range(TRIES):
            mass = choice.mass(kind, size)
            poses = settled(room, draw_poses(mass**sharpness if sharpness != 1 else mass, picture, rng, DRAWS), size)
            good = np.flatnonzero(fits(room, placed, kind, poses, size))
            if len(good):
                placed = np.vstack([placed, [kind, *poses[good[0], :2], *size, poses[good[0], 2], 0.0]])
                break
            size = sizes.draw(room.manner, kind, None, rng)
    return placed
