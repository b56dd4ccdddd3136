"""Furnish many rooms at once with the layout network in torch, on the CPU or a GPU.

    python -m diorama.training.batch --shells runs/corpus/procthor.jsonl.gz --count 256 --device auto --out runs/rooms.jsonl.gz

The shells are the rooms of layout records (their own things are ignored); walls along X and Y. What comes, how big and where is
drawn as in `sampler`: contents as a whole, real sizes, the first pose of many that fits. The network's part runs for all rooms
of a batch in one go; the empty rooms are drawn once, and only what is placed is drawn anew.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from ..model.catalogue import categories
from ..model.layout import network as net
from ..model.layout.raster import PIXEL
from ..model.layout.runtime_torch import TorchOps
from .corpora.records import LayoutObject, LayoutRoom, load, save
from .layout import LONGEST
from .rooms import Room, of, read
from .sampler import Sizes, fits, picture_of, settled, state_of

DRAWS = 160  # poses a thing and try
TRIES = 4


def draw_things(floor: torch.Tensor, things: torch.Tensor, there: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """`raster.draw_things` for many rooms: floor (B, H, W), things (B, N, 6) from the pictures' origins, which of them are there
    (B, N) -> (B, DYNAMIC, H, W), (B, N, H, W)."""
    _, h, w = floor.shape
    px = ((torch.arange(w, device=floor.device) + 0.5) * PIXEL)[None, None, None]
    py = ((torch.arange(h, device=floor.device) + 0.5) * PIXEL)[None, None, :, None]
    x, y, wide, deep, high, yaw = (v[:, :, None, None] for v in things.unbind(2))
    c, s = torch.cos(yaw), torch.sin(yaw)
    u, v = (px - x) * c + (py - y) * s, (py - y) * c - (px - x) * s
    ex, ey = u.abs() - wide / 2, v.abs() - deep / 2
    gap = torch.where((ex > 0) & (ey > 0), torch.hypot(ex.clamp(min=0), ey.clamp(min=0)), torch.maximum(ex, ey))
    known = there[:, :, None, None]
    gap = torch.where(known, gap, 99.0)
    masks = (0.5 - gap / PIXEL).clamp(0, 1)
    ahead = -v - deep / 2
    zone = (0.5 + (wide / 2 - u.abs()) / PIXEL).clamp(0, 1) * (0.5 + ahead / PIXEL).clamp(0, 1) * (1 - ahead / 1.2).clamp(0, 1)
    dynamic = torch.stack([
        ((0.5 - gap.amin(1)) / 0.75).clamp(0, 1), masks.amax(1), (masks * high).amax(1) / 2, (zone * known).amax(1),
        (s * masks).sum(1), (-c * masks).sum(1),
    ], 1)  # fmt: skip
    on = (floor > 0)[:, None]
    return dynamic * on, masks * on


class Batch:
    """Rooms that are furnished together."""

    def __init__(self, network: net.LayoutNet, rooms: Sequence[Room], sizes: Sizes, rng: np.random.Generator) -> None:
        self.network, self.rooms, self.sizes, self.rng = network, list(rooms), sizes, rng
        c, o = network.config, network.ops
        pictures = [picture_of(r, r.objects[:0]) for r in self.rooms]
        self.h, self.w = (max(p.slant.shape[i] for p in pictures) for i in (0, 1))
        static = np.zeros((len(pictures), pictures[0].static.shape[0], self.h, self.w), np.float32)
        for row, p in zip(static, pictures, strict=True):
            row[:, : p.slant.shape[0], : p.slant.shape[1]] = p.static
        self.origin = np.stack([p.origin for p in pictures])
        self.static, self.levels = o.tensor(static), [o.tensor(m) for m in net.floor_levels(static[:, :1])]
        self.facts = np.stack([net.room_facts(c, r.type, r.manner, None, _area(r)) for r in self.rooms])
        self.todo = [self._ordered(r, network.content(state_of(r, r.objects[:0]), rng)) for r in self.rooms]
        self.placed = [np.zeros((0, 8)) for _ in self.rooms]

    def _ordered(self, room: Room, contents: Sequence[int]) -> list[tuple[int, np.ndarray, int]]:
        """Kinds with sizes and tries left, big ones first, more or less; the next one is the last."""
        last: dict[int, np.ndarray] = {}
        rows = []
        for kind in contents:
            last[kind] = self.sizes.draw(room.manner, kind, last.get(kind), self.rng)
            rows.append((float(np.log(last[kind][0] * last[kind][1]) + 0.5 * self.rng.gumbel()), kind, last[kind], TRIES))
        return [(kind, size, tries) for _, kind, size, tries in sorted(rows, key=lambda r: r[0])]

    def run(self) -> list[np.ndarray]:
        """Objects (n, 8) of each room."""
        with torch.no_grad():
            while any(self.todo):
                self._step([i for i, todo in enumerate(self.todo) if todo])
        return self.placed

    def _step(self, active: list[int]) -> None:
        """Place the next thing of each room that has one."""
        c, o, p = self.network.config, self.network.ops, self.network.params
        at = torch.as_tensor(active, device=o.device)
        n = max(max(len(self.placed[i]) for i in active), 1)
        things, kinds = np.zeros((len(active), n, 6)), np.full((len(active), n), -1)
        facts = []
        for row, i in enumerate(active):
            here = self.placed[i]
            things[row, : len(here)] = here[:, 1:7]
            things[row, : len(here), :2] -= self.origin[i]
            kinds[row, : len(here)] = here[:, 0]
            wanted = np.bincount([k for k, _, _ in self.todo[i]], minlength=c.count)
            facts.append(net.facts_of(c, self.facts[i], np.bincount(here[:, 0].astype(int), minlength=c.count), wanted))
        static = self.static[at]
        there = torch.as_tensor(kinds >= 0, device=o.device)
        dynamic, masks = draw_things(static[:, 0], o.tensor(things), there)
        levels = [m[at] for m in self.levels]
        features, g = net.trunk(
            o, p, static, dynamic, masks, o.index(np.where(kinds < 0, c.count, kinds)), o.tensor(np.stack(facts)), levels
        )
        kind = o.index([self.todo[i][-1][0] for i in active])
        size = o.tensor(np.stack([net.size_input(c, *self.todo[i][-1][1][:2]) for i in active]))
        names = o.tensor(np.zeros((len(active), len(net.ARCHITECTURE) + len(net.RELATIONS))))
        t = net.pose_terms_of(o, p, g, kind, size, names)
        where = net.where_head(o, p, features, t)[:, 0].masked_fill(static[:, 0] == 0, -1e9).flatten(1)
        generator = torch.Generator(o.device).manual_seed(int(self.rng.integers(1 << 62)))
        node = torch.multinomial(where.softmax(1), DRAWS, replacement=True, generator=generator)  # (B, DRAWS)
        cell = node // self.w // 2 * (self.w // 2) + node % self.w // 2
        cells = features.flatten(2).gather(2, cell[:, None].expand(-1, features.shape[1], -1)).swapaxes(1, 2)
        turn = net.turn_head(o, p, cells, t).exp()
        yaw = torch.multinomial(turn.flatten(0, 1), 1, generator=generator).view(node.shape)
        for row, (i, nodes, yaws) in enumerate(zip(active, o.array(node), o.array(yaw), strict=True)):
            self._place(i, self._poses(active[row], nodes, yaws))

    def _poses(self, i: int, node: np.ndarray, k: np.ndarray) -> np.ndarray:
        """Poses (DRAWS, 3) from nodes and yaw components, spread within their tents."""
        n = len(node)
        spread = self.rng.random((n, 2)) + self.rng.random((n, 2)) - 1
        xy = self.origin[i] + (np.stack([node % self.w, node // self.w], 1) + 0.5 + spread) * PIXEL
        broad = (k - net.PEAKS + self.rng.random(n) + self.rng.random(n) - 1) * net.TENT
        return np.column_stack([xy, np.where(k < net.PEAKS, k * np.pi / 2, broad)])

    def _place(self, i: int, poses: np.ndarray) -> None:
        kind, size, tries = self.todo[i].pop()
        room = self.rooms[i]
        poses = settled(room, poses, size)
        good = np.flatnonzero(fits(room, self.placed[i], kind, poses, size))
        if len(good):
            self.placed[i] = np.vstack([self.placed[i], [kind, *poses[good[0], :2], *size, poses[good[0], 2], 0.0]])
        elif tries > 1:
            self.todo[i].append((kind, self.sizes.draw(room.manner, kind, None, self.rng), tries - 1))


def _area(room: Room) -> float:
    x, y = room.polygon.T
    return float(abs((x * np.roll(y, -1) - np.roll(x, -1) * y).sum()) / 2)


def furnish_all(network: net.LayoutNet, rooms: Sequence[Room], sizes: Sizes, seed: int, batch: int = 64) -> list[np.ndarray]:
    """Objects (n, 8) of each room; rooms of like size share a batch, so that little is padded."""
    order = np.argsort([np.prod(np.ptp(r.polygon, 0)) for r in rooms], kind="stable")
    out: list[np.ndarray] = [np.zeros((0, 8))] * len(rooms)
    rngs = np.random.default_rng(seed).spawn(len(order) // batch + 1)
    for n, rng in enumerate(rngs):
        chosen = order[n * batch : (n + 1) * batch]
        if len(chosen):
            for i, objects in zip(chosen, Batch(network, [rooms[i] for i in chosen], sizes, rng).run(), strict=True):
                out[i] = objects
    return out


def record(shell: LayoutRoom, objects: np.ndarray, kinds: Sequence[str]) -> LayoutRoom:
    """A furnished shell as a layout record; of the categories like a kind, the one of its name or the first is meant."""
    named: dict[str, str] = {}
    for c in categories().values():
        if c.like and (c.name == c.like or c.like not in named):
            named[c.like] = c.name
    things = tuple(
        LayoutObject(named[kinds[int(o[0])]], *map(float, (o[1], o[2], o[7], o[3], o[4], o[5], o[6]))) for o in objects
    )
    return LayoutRoom(shell.source, shell.house, shell.split, shell.type, shell.polygon, shell.openings, things, shell.height)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shells", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, default=Path("runs/corpus"), help="whose sizes are used")
    parser.add_argument("--weights", type=Path, default=Path("model/weights"))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--count", type=int, default=256)
    parser.add_argument(
        "--batch", type=int, help="rooms at a time; left out, 16 on the CPU, whose caches hold no more, and 64 on a GPU"
    )
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(argv)
    torch.set_num_threads(options.threads)
    device = options.device if options.device != "auto" else ("cuda" if torch.cuda.is_available() else "cpu")
    read_from = net.LayoutNet.load(options.weights, "numpy")
    network = net.LayoutNet(read_from.config, read_from.params, TorchOps(device), read_from.version)
    shells = [(s, r) for s in load(options.shells) if s.split == "test" and (r := of(s)) and np.ptp(r.polygon, 0).max() < LONGEST]
    shells = [shells[i % len(shells)] for i in range(options.count)]
    sizes = Sizes.of([r for r in read(options.corpus) if r.split == "train"])
    started = time.perf_counter()
    batch = options.batch or (16 if device == "cpu" else 64)
    made = furnish_all(network, [r for _, r in shells], sizes, options.seed, batch)
    spent = time.perf_counter() - started
    things = sum(len(o) for o in made)
    sys.stdout.write(f"{len(made)} rooms, {things} things in {spent:.1f} s on {device}: {len(made) / spent:.1f} rooms a second\n")
    if options.out:
        save(options.out, (record(s, o, network.kinds) for (s, _), o in zip(shells, made, strict=True)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
