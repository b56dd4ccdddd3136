"""Train the layout network on the rooms of the layout corpora.

    python -m diorama.training.layout --corpus runs/corpus --out runs/layout --device auto --seed 0 --minutes 80 --resume
    python -m diorama.training.layout --corpus runs/corpus --out runs/layout --export model/weights

Every batch follows from the seed and its step, checkpoints are written atomically, and `--resume` goes on where the last
one stopped, so that an interrupted run ends where an uninterrupted one would.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import sys
import time
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.numpy import save as pack
from torch.utils.data import DataLoader, Dataset

from ..model.geometry import inside, polygon_area
from ..model.layout import network as net
from ..model.layout.kinds import KINDS
from ..model.layout.raster import Openings, Picture, anchor_view, draw, rotate
from ..model.layout.relations import Poses, rule
from ..model.layout.runtime_torch import TorchOps
from ..model.plan.rooms import ROOMS
from .rooms import Room, read

TARGETS = 5  # poses learned from per room and step
LONGEST = 10.5  # metres; the few larger rooms would only pad the batches
SHARES = {"procthor": 0.55, "handmade": 0.1, "designed": 0.35}  # of the views, by manner: the few hand-made rooms come often
BLIND = 0.03  # of the views without a look at the room, so that the network can be asked without it
HINTED = 0.45  # of the targets with relations told
CORNER, BESIDE, MIDDLE = 0.8, 1.0, 0.15  # metres to both walls; to a window or door; of the room's length to its middle


def augmented(room: Room, rng: np.random.Generator) -> tuple[np.ndarray, Openings, np.ndarray]:
    """The room seen from another side: mirrored, turned, sometimes at an odd angle, sometimes a little larger or smaller."""
    polygon, objects = room.polygon.copy(), room.objects.copy()
    segment = room.openings[:, 1:5].reshape(-1, 2, 2).copy()
    if rng.random() < 0.5:  # mirror in x: a front (sin yaw, -cos yaw) becomes (-sin yaw, -cos yaw)
        polygon, segment = polygon[::-1] * [-1, 1], segment * [-1, 1]
        objects[:, 1], objects[:, 6] = -objects[:, 1], -objects[:, 6]
    angle = float(rng.integers(4)) * np.pi / 2 + (rng.uniform(-np.pi / 4, np.pi / 4) if rng.random() < 0.12 else 0.0)
    scale = float(rng.uniform(0.8, 1.1)) if rng.random() < 0.3 else 1.0
    objects[:, 1:3] = rotate(objects[:, 1:3], angle)
    objects[:, 6] += angle
    objects[:, 1:6] *= scale
    return rotate(polygon, angle) * scale, Openings(room.openings[:, 0] == 0, rotate(segment, angle) * scale), objects


def order(objects: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """An order of arrival: big things first, more or less, which is how rooms are furnished; at times any order at all."""
    noise = rng.gumbel(size=len(objects))
    rank = noise if rng.random() < 0.3 else np.log(objects[:, 3] * objects[:, 4]) + 0.5 * noise
    return np.argsort(-rank)


def wanted_counts(remaining: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """What the brief says must still come: nothing, everything, or some of it."""
    u = rng.random()
    if u < 0.4:
        return np.zeros(count)
    keep = np.ones(len(remaining), bool) if u < 0.7 else rng.random(len(remaining)) < 0.5
    return np.bincount(remaining[keep], minlength=count)[:count]


def to_room(polygon: np.ndarray, openings: Openings, targets: np.ndarray) -> np.ndarray:
    """Which of ARCHITECTURE hold for targets (T, 8), by the rules that scenes are judged by. (T, ARCHITECTURE)"""
    c, s = np.cos(targets[:, 6]), np.sin(targets[:, 6])
    half = (
        np.stack(
            [np.abs(c) * targets[:, 3] + np.abs(s) * targets[:, 4], np.abs(s) * targets[:, 3] + np.abs(c) * targets[:, 4]], 1
        )
        / 2
    )
    centre = targets[:, 1:3]
    a, b = polygon, np.roll(polygon, -1, 0)

    def gaps(p: np.ndarray, q: np.ndarray) -> np.ndarray:
        """From the sides of things to segments, exact for those along the axes. (T, E)"""
        low, high = np.minimum(p, q), np.maximum(p, q)
        out = np.maximum(low[None] - centre[:, None] - half[:, None], centre[:, None] - half[:, None] - high[None])
        return np.hypot(*np.maximum(out, 0).transpose(2, 0, 1))

    wall = gaps(a, b)
    along = np.abs(b - a).argmax(1)
    side = [wall[:, along == axis].min(1, initial=99.0) for axis in (0, 1)]
    out = np.zeros((len(targets), len(net.ARCHITECTURE)), bool)
    out[:, 0] = wall.min(1) <= 0.3
    out[:, 1] = np.maximum(*side) <= CORNER
    for column, chosen in ((2, ~openings.door), (3, openings.door)):
        if chosen.any():
            ends = openings.segment[chosen]
            out[:, column] = gaps(ends[:, 0], ends[:, 1]).min(1) <= BESIDE
    middle = (polygon.min(0) + polygon.max(0)) / 2
    if inside(polygon, middle[None])[0]:
        out[:, 4] = np.linalg.norm(centre - middle, axis=1) < MIDDLE * np.ptp(polygon, 0).max()
    return out


def to_things(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Which of RELATIONS hold of things a to things b, both (P, 8). (P, RELATIONS)"""
    p, q = (Poses(v[:, 1:3], v[:, 3:5] / 2, v[:, 6]) for v in (a, b))
    return np.stack([rule(name, p, q) >= 0.5 for name in net.RELATIONS], 1)


def hints(
    polygon: np.ndarray, openings: Openings, placed: np.ndarray, targets: np.ndarray, rng: np.random.Generator
) -> list[list[net.Relation]]:
    """For some of the targets, some of the relations that hold of them."""
    out: list[list[net.Relation]] = [[] for _ in targets]
    told = rng.random(len(targets)) < HINTED
    if not told.any():
        return out
    walls = to_room(polygon, openings, targets)
    for t in np.flatnonzero(told):
        holding = np.flatnonzero(walls[t])
        if len(holding) and rng.random() < 0.5:
            out[t].append(net.Relation(net.ARCHITECTURE[rng.choice(holding)]))
    pairs = []
    for t in np.flatnonzero(told):
        if len(placed) and rng.random() < 0.8:
            near = -np.linalg.norm(placed[:, 1:3] - targets[t, 1:3], axis=1) + rng.gumbel(size=len(placed))
            pairs += [(t, i) for i in np.argsort(-near)[: 1 + int(rng.random() < 0.25)]]
    if pairs:
        ts, anchors = np.array(pairs).T
        for t, i, holds in zip(ts, anchors, to_things(targets[ts], placed[anchors]), strict=True):
            holding = np.flatnonzero(holds)
            for r in rng.permutation(holding)[: 1 + int(rng.random() < 0.3)]:
                out[t].append(net.Relation(net.RELATIONS[r], tuple(placed[i, [1, 2, 3, 4, 6]])))  # type: ignore[arg-type]
    return out


class Rooms(Dataset):
    """Batches by step: the same step of the same seed is the same batch."""

    def __init__(self, rooms: list[Room], config: net.Config, batch: int, seed: int, augment: bool = True) -> None:
        self.rooms = [r for r in rooms if np.ptp(r.polygon, 0).max() < LONGEST and len(r.objects) < net.MOST]
        self.config, self.batch, self.seed, self.augment = config, batch, seed, augment
        n = Counter(r.manner for r in self.rooms)
        weight = np.array([SHARES[r.manner] / n[r.manner] for r in self.rooms])
        self.weight = weight / weight.sum()

    @lru_cache(maxsize=2)  # noqa: B019
    def pool(self, number: int) -> list[np.ndarray]:
        """Eight batches of rooms of similar size, so that little is padded."""
        rng = np.random.default_rng((self.seed, 1, number))
        n = 8 * self.batch
        chosen = (
            rng.choice(len(self.rooms), n, p=self.weight)
            if self.augment
            else np.arange(number * n, number * n + n) % len(self.rooms)
        )
        area = [np.prod(np.ptp(self.rooms[i].polygon, 0)) for i in chosen]
        return [np.sort(b) for b in rng.permutation(chosen[np.argsort(area, kind="stable")].reshape(8, self.batch))]

    def __len__(self) -> int:
        return 1 << 30

    def __getitem__(self, step: int) -> dict[str, torch.Tensor]:
        number, i = divmod(step, 8)
        rng = np.random.default_rng((self.seed, 2, step))
        return collate([self.example(self.rooms[r], rng) for r in self.pool(number)[i]], self.config)

    def example(self, room: Room, rng: np.random.Generator) -> dict[str, Any]:
        """A room with some of its things in it, and the others as targets."""
        c = self.config
        if self.augment:
            polygon, openings, objects = augmented(room, rng)
        else:
            polygon, objects = room.polygon, room.objects
            openings = Openings(room.openings[:, 0] == 0, room.openings[:, 1:5].reshape(-1, 2, 2))
        ordered = objects[order(objects, rng)]
        m = int(rng.integers(len(ordered) + 1))
        placed, rest = ordered[:m], ordered[m:]
        picture = draw(polygon, openings, placed[:, 1:7], rng.uniform(0, 0.5, 2) if self.augment else (0.0, 0.0))
        kinds = placed[:, 0].astype(np.int64)
        seen = np.where(rng.random(m) < (0.03 if self.augment else 0), c.count, kinds)
        present = np.bincount(seen, minlength=c.count + 1)[: c.count]
        wanted = wanted_counts(rest[:, 0].astype(np.int64), c.count, rng)
        told = rng.random(3) < (0.94, 0.9, 0.6) if self.augment else (True, True, False)  # type, manner, density
        facts = net.room_facts(c, room.type if told[0] else "", room.manner if told[1] else "",
                               room.density if told[2] else None, abs(polygon_area(polygon)))  # fmt: skip
        chosen = rest[rng.permutation(len(rest))[:TARGETS]]
        return {
            "picture": picture,
            "kinds": seen,
            "facts": net.facts_of(c, facts, present, wanted),
            "looks": float(not self.augment or rng.random() > BLIND),
            "next": int(rest[0, 0]) if len(rest) else c.count,
            "weight": min((len(ordered) + 1) / 6.5, 3.0),
            "targets": chosen,
            "relations": hints(polygon, openings, placed, chosen, rng) if self.augment else [[] for _ in chosen],
        }


def collate(examples: list[dict[str, Any]], c: net.Config) -> dict[str, torch.Tensor]:
    """Pad pictures to the right and top, list the targets of all rooms in one row."""
    pictures: list[Picture] = [e["picture"] for e in examples]
    h, w = (max(p.slant.shape[i] for p in pictures) for i in (0, 1))
    n = max(max(len(p.masks) for p in pictures), 1)
    b = len(examples)
    static, dynamic = np.zeros((b, pictures[0].static.shape[0], h, w), np.float32), np.zeros((b, 6, h, w), np.float32)
    masks, kinds = np.zeros((b, n, h, w), np.float32), np.full((b, n), c.count)
    which, size, node, weight = [], [], [], []
    relations, anchors, views = [], [], []
    for i, (e, p) in enumerate(zip(examples, pictures, strict=True)):
        ph, pw = p.slant.shape
        static[i, :, :ph, :pw], dynamic[i, :, :ph, :pw] = p.static, p.dynamic
        masks[i, : len(p.masks), :ph, :pw], kinds[i, : len(p.masks)] = p.masks, e["kinds"]
        t = e["targets"]
        if len(t):
            nodes, weights = net.pose_terms(p.slant, t[:, 1] - p.origin[0], t[:, 2] - p.origin[1], t[:, 6])
            node.append(np.where(nodes >= 0, nodes // pw * w + nodes % pw, 0))  # the weight of a node outside is 0 already
            weight.append(weights)
            which.append(np.column_stack([np.full(len(t), i), t[:, 0].astype(np.int64)]))
            size += [net.size_input(c, *row[3:5]) for row in t]
            named, relation, boxes = net.relation_inputs(e["relations"])
            if len(relation):
                row = np.repeat(np.arange(len(t)), [sum(r.anchor is not None for r in some) for some in e["relations"]])
                boxes[:, :2] -= p.origin
                views.append(anchor_view(boxes, t[row, 3:5].mean(1) / 2, (h // 2, w // 2)))
                anchors.append(np.column_stack([len(size) - len(t) + row, relation]))
            relations.append(named)
    return {
        "static": torch.from_numpy(static),
        "dynamic": torch.from_numpy(dynamic),
        "masks": torch.from_numpy(masks),
        "kinds": torch.from_numpy(kinds),
        "facts": torch.from_numpy(np.stack([e["facts"] for e in examples])),
        "looks": torch.tensor([e["looks"] for e in examples]),
        "next": torch.tensor([e["next"] for e in examples]),
        "importance": torch.tensor([e["weight"] for e in examples]),
        "which": torch.from_numpy(np.concatenate(which)),  # (T, 2): room, kind
        "size": torch.from_numpy(np.stack(size)),  # (T, 3)
        "hints": torch.from_numpy(np.concatenate(relations)),  # (T, ARCHITECTURE + RELATIONS)
        "anchors": torch.from_numpy(np.concatenate([np.zeros((0, 2), np.int64), *anchors])),  # (A, 2): target, relation
        "views": torch.from_numpy(np.concatenate([np.zeros((0, net.ANCHOR, h // 2, w // 2), np.float32), *views])),
        "node": torch.from_numpy(np.concatenate(node)),  # (T, 4)
        "weight": torch.from_numpy(np.concatenate(weight).astype(np.float32)),  # (T, 4, YAWS)
    }


def losses(o: TorchOps, p: dict[str, torch.Tensor], batch: dict[str, torch.Tensor], c: net.Config) -> dict[str, torch.Tensor]:
    """Nats: per pose (m2, radian), per next kind, per size (normalised logs)."""
    batch = {k: v.to(o.device) for k, v in batch.items()}
    floor = (batch["static"][:, :1] > 0).float()
    levels, m = [], floor
    for _ in range(3):
        m = torch.nn.functional.max_pool2d(m, 2)
        levels.append(m * batch["looks"][:, None, None, None])
    features, g = net.trunk(o, p, batch["static"], batch["dynamic"], batch["masks"], batch["kinds"], batch["facts"], levels)
    log_next = net.next_head(o, p, g, batch["facts"][:, : 2 * c.count]).float()
    # A view is one of a room's n + 1 decisions: weighing it so makes rooms with few things no likelier to stop than they are.
    next_loss = (torch.nn.functional.nll_loss(log_next, batch["next"], reduction="none") * batch["importance"]).mean()
    room, kind = batch["which"].T
    s = net.size_head(o, p, g[room], kind).float()
    log_std = s[:, 2:].clamp(-4, 2)
    size_loss = (0.5 * ((batch["size"][:, :2] - s[:, :2]) * torch.exp(-log_std)) ** 2 + log_std).sum(1).mean()
    t = net.pose_terms_of(o, p, g[room], kind, batch["size"], batch["hints"])
    node, width = batch["node"], batch["static"].shape[3]
    at = node // width // 2 * (width // 2) + node % width // 2  # (T, 4)
    target, relation = batch["anchors"].T
    views = batch["views"].flatten(2)
    n, (h2, w2) = len(room), features.shape[2:]
    where_anchors = features.new_zeros(n, features.shape[1], h2 * w2)
    turn_anchors = features.new_zeros(n, 4, features.shape[1])
    if len(target):
        where_anchors = where_anchors.index_add(0, target, net.anchor_terms(p, "where", relation, views).to(features.dtype))
        here = views.gather(2, at[target][:, None].expand(-1, views.shape[1], -1))
        turn_anchors = turn_anchors.index_add(
            0, target, net.anchor_terms(p, "turn", relation, here).swapaxes(1, 2).to(features.dtype)
        )
    where = net.where_head(o, p, features[room], t, where_anchors.unflatten(2, (h2, w2)))[:, 0].float()
    where = where.masked_fill(floor[room, 0] == 0, -1e9)  # (T, H, W)
    log_node = where.flatten(1).gather(1, node) - torch.logsumexp(where.flatten(1), 1, keepdim=True)  # (T, 4)
    cells = features.flatten(2)[room[:, None], :, at]  # (T, 4, head)
    turn = net.turn_head(o, p, cells, t, turn_anchors).float()
    mixed = log_node[:, :, None] + turn + torch.log(batch["weight"] + 1e-20)  # (T, 4, YAWS)
    log_pose = torch.logsumexp(mixed.flatten(1), 1)
    return {"pose": -log_pose.clamp(min=-25).mean(), "next": next_loss, "size": size_loss}


def rate(progress: float, step: int, peak: float) -> float:
    """Learning rate: a short warm-up, then a cosine to 2 % of the peak."""
    return peak * min(1.0, (step + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(progress, 1.0))))


def write_atomic(path: Path, blob: bytes) -> None:
    """Replace a file's content in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    partial.write_bytes(blob)
    os.replace(partial, path)


def export(folder: Path, c: net.Config, params: dict[str, torch.Tensor], about: dict[str, Any]) -> None:
    """Write layout.safetensors (half precision) and layout.json, which carries its checksum."""
    blob = pack({k: v.detach().cpu().numpy().astype(np.float16) for k, v in params.items()})
    write_atomic(folder / "layout.safetensors", blob)
    record = {"format": net.FORMAT, "sha256": hashlib.sha256(blob).hexdigest(), "config": net.config_record(c), "training": about}
    write_atomic(folder / "layout.json", (json.dumps(record, indent=1) + "\n").encode())


def content_examples(rooms: list[Room], c: net.Config) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Every decision of the content model over rooms: its inputs, which kind came, and the room's number."""
    rows: dict[str, list[np.ndarray]] = {"facts": [], "counts": [], "last": [], "allowed": []}
    came, owner = [], []
    for number, room in enumerate(rooms):
        door = room.openings[:, 0] == 0
        facts = net.room_facts(c, room.type, room.manner, room.density, abs(polygon_area(room.polygon)))
        facts = np.concatenate([facts, net.shell_facts(room.polygon, int(door.sum()), int((~door).sum()))])
        counts, last, allowed = np.zeros(c.count), np.zeros(c.count), np.ones(c.count + 1)
        for kind in [*sorted(room.objects[:, 0].astype(int).tolist()), c.count]:
            for name, value in (("facts", facts), ("counts", counts), ("last", last), ("allowed", allowed)):
                rows[name].append(value.astype(np.float32))
            came.append(kind)
            owner.append(number)
            if kind < c.count:
                counts, last, allowed = counts.copy(), np.zeros(c.count), allowed.copy()
                counts[kind] += 1
                last[kind] = 1
                allowed[:kind] = 0
    return {k: np.stack(v) for k, v in rows.items()} | {"came": np.array(came)}, np.array(owner)


def train_content(
    o: TorchOps, params: dict[str, torch.Tensor], rooms: list[Room], c: net.Config, seed: int, epochs: int = 120
) -> list[float]:
    """Fit the content model, a thing of a minute, apart from the rest. The density is told in half of the cases, the manner in
    nine of ten. Of 60, 120 and 180 epochs 120 has the
    least loss on validation rooms. Returns the loss of each epoch, nats per room."""
    data, owner = content_examples(rooms, c)
    n = Counter(r.manner for r in rooms)
    weight = np.array([SHARES[r.manner] / n[r.manner] for r in rooms])
    weight *= len(rooms) / weight.sum()
    tensors = {k: torch.from_numpy(v).to(o.device) for k, v in data.items()}
    importance = torch.from_numpy(weight[owner].astype(np.float32)).to(o.device)
    rng = np.random.default_rng((seed, 3))
    generator = torch.Generator().manual_seed(seed)
    own = {k: v for k, v in params.items() if k.startswith("content")}
    optimiser = torch.optim.AdamW(list(own.values()), lr=3e-3, weight_decay=0.02)
    mean = {k: v.detach().clone() for k, v in own.items()}
    types = len(c.rooms) + 1
    batch = 512
    steps = epochs * (len(owner) // batch)
    curve = []
    for step in range(steps):
        if step % (len(owner) // batch) == 0:
            order_of, total = rng.permutation(len(owner)), 0.0
        at = torch.from_numpy(order_of[step % (len(owner) // batch) * batch :][:batch])
        facts = tensors["facts"][at].clone()
        facts[torch.rand(len(at), generator=generator) < 0.5, types + len(net.MANNERS) : types + len(net.MANNERS) + 2] = 0
        facts[torch.rand(len(at), generator=generator) < 0.1, types : types + len(net.MANNERS)] = 0
        log = net.content_head(o, params, facts, tensors["counts"][at], tensors["last"][at], tensors["allowed"][at])
        loss = (torch.nn.functional.nll_loss(log, tensors["came"][at], reduction="none") * importance[at]).mean()
        optimiser.zero_grad()
        loss.backward()
        for group in optimiser.param_groups:
            group["lr"] = rate(step / steps, step, 3e-3)
        optimiser.step()
        with torch.no_grad():
            for k, v in own.items():
                mean[k].lerp_(v, 0.02)
        total += loss.item() * batch / len(rooms)
        if (step + 1) % (len(owner) // batch) == 0:
            curve.append(round(total, 4))
    with torch.no_grad():
        for k, v in own.items():
            v.copy_(mean[k])
    return curve


class Trainer:
    """Parameters, their running average, the optimiser and the curve; all of it in the checkpoint."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        device = options.device if options.device != "auto" else ("cuda" if torch.cuda.is_available() else "cpu")
        torch.set_num_threads(options.threads)
        torch.set_flush_denormal(True)  # the optimiser's squares of tiny gradients are slow otherwise
        self.ops = TorchOps(device)
        rooms = list(read(options.corpus))
        self.train = [r for r in rooms if r.split == "train"]
        log_size = np.log(np.concatenate([r.objects for r in self.train])[:, 3:5])
        self.config = net.Config(
            kinds=KINDS,
            rooms=tuple(sorted(ROOMS)),
            log_size_mean=tuple(np.round(log_size.mean(0), 4).tolist()),
            log_size_std=tuple(np.round(log_size.std(0), 4).tolist()),
        )
        self.data = Rooms(self.train, self.config, options.batch, options.seed)
        self.val = Rooms([r for r in rooms if r.split == "val" and r.manner == "procthor"], self.config, 16, 7, augment=False)
        start = net.initial(self.config, np.random.default_rng(options.seed))
        self.params = {k: self.ops.tensor(v).requires_grad_() for k, v in start.items()}
        own = {k: v for k, v in self.params.items() if not k.startswith("content")}
        self.mean = {k: v.detach().clone() for k, v in own.items()}
        matrices, vectors = [v for v in own.values() if v.ndim > 1], [v for v in own.values() if v.ndim <= 1]
        groups = [{"params": matrices, "weight_decay": 0.03}, {"params": vectors, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=options.rate, betas=(0.9, 0.98), fused=True)
        self.step, self.elapsed = 0, 0.0
        self.curve: list[dict[str, float]] = []

    @property
    def checkpoint(self) -> Path:
        """Where the run's state is kept."""
        return self.options.out / "checkpoint.pt"

    def save(self) -> None:
        """Write the checkpoint in one step."""
        state = {
            "params": {k: v.detach() for k, v in self.params.items()},
            "mean": self.mean,
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "elapsed": self.elapsed,
            "curve": json.dumps(self.curve),
        }
        self.checkpoint.parent.mkdir(parents=True, exist_ok=True)
        partial = self.checkpoint.with_suffix(".partial")
        torch.save(state, partial)
        os.replace(partial, self.checkpoint)
        write_atomic(self.options.out / "curve.json", json.dumps(self.curve).encode())

    def load(self) -> None:
        """Go on from the checkpoint."""
        state = torch.load(self.checkpoint, map_location=self.ops.device, weights_only=True)
        with torch.no_grad():
            for k, v in self.params.items():
                v.copy_(state["params"][k])
            for k, v in self.mean.items():
                v.copy_(state["mean"][k])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.elapsed, self.curve = state["step"], state["elapsed"], json.loads(state["curve"])

    @property
    def progress(self) -> float:
        """How much of the run is over, 0..1."""
        return max(self.step / self.options.steps, self.elapsed / (60 * self.options.minutes))

    def validate(self) -> dict[str, float]:
        """Losses of the averaged parameters on ProcTHOR's validation rooms, always the same views."""
        sums: dict[str, float] = {}
        n = 12
        with torch.no_grad():
            for i in range(n):
                rng = np.random.default_rng((7, i))
                batch = collate([self.val.example(self.val.rooms[r], rng) for r in self.val.pool(i // 8)[i % 8]], self.config)
                for k, v in losses(self.ops, self.mean, batch, self.config).items():
                    sums[f"val_{k}"] = sums.get(f"val_{k}", 0.0) + float(v) / n
        return sums

    def update(self, batch: dict[str, torch.Tensor]) -> dict[str, float]:
        """One step of the optimiser."""
        with torch.autocast(self.ops.device, torch.bfloat16, enabled=self.options.half):
            parts = losses(self.ops, self.params, batch, self.config)
        loss = parts["pose"] + parts["next"] + 0.3 * parts["size"]
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([self.params[k] for k in self.mean], 2.0)
        for group in self.optimiser.param_groups:
            group["lr"] = rate(self.progress, self.step, self.options.rate)
        self.optimiser.step()
        keep = min(0.998, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for k, v in self.mean.items():
                v.lerp_(self.params[k], 1 - keep)
        return {k: v.item() for k, v in parts.items()}

    def run(self) -> None:
        """Train until the steps or the minutes are over."""
        numbers = range(self.step, self.options.steps + 1)
        loader = DataLoader(self.data, batch_size=None, sampler=numbers, num_workers=self.options.workers)
        recent: list[dict[str, float]] = []
        saved = validated = last = time.monotonic()
        for batch in loader:
            recent.append(self.update(batch))
            self.step += 1
            now = time.monotonic()
            self.elapsed += now - last
            last = now
            done = self.progress >= 1
            if self.step % 50 == 0 or done:
                row = {"step": self.step, "minutes": round(self.elapsed / 60, 2)}
                row |= {k: round(float(np.mean([r[k] for r in recent])), 4) for k in recent[0]}
                recent = recent[-1:]
                if now - validated > 150 or done:
                    row |= {k: round(v, 4) for k, v in self.validate().items()}
                    validated = last = time.monotonic()
                self.curve.append(row)
                sys.stdout.write(json.dumps(row) + "\n")
                sys.stdout.flush()
            if now - saved > 60 or done:
                self.save()
                saved = now
            if done:
                break

    def export(self, folder: Path) -> None:
        """Fit the content model and write the averaged parameters for shipping."""
        o = self.options
        curve = train_content(self.ops, self.params, self.train, self.config, o.seed)
        about = {
            "corpus": "see docs/data.md", "rooms": dict(sorted(Counter(r.manner for r in self.data.rooms).items())),
            "steps": self.step, "batch": o.batch, "seed": o.seed, "minutes": round(self.elapsed / 60, 1),
            "content_loss": curve[-1],
        }  # fmt: skip
        export(folder, self.config, self.mean | {k: v for k, v in self.params.items() if k.startswith("content")}, about)


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("runs/corpus"), help="folder of layout records")
    parser.add_argument("--out", type=Path, default=Path("runs/layout"))
    parser.add_argument("--device", default="auto")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=80.0, help="of training; the learning rate falls towards its end")
    parser.add_argument("--steps", type=int, default=40000, help="at most")
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--workers", type=int, default=0, help="extra processes that only prepare batches")
    parser.add_argument("--threads", type=int, default=1, help="the layers are small: on a busy machine more threads only wait")
    parser.add_argument("--half", action="store_true", help="bfloat16 where the processor has it")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--export", type=Path, help="only write the checkpoint's weights to this folder")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    options = arguments(argv)
    if not any(options.corpus.glob("*.jsonl.gz")):
        sys.stderr.write(f"No layout records in {options.corpus}: make them with python -m diorama.training.corpora.build.\n")
        return 2
    trainer = Trainer(options)
    if (options.resume or options.export) and trainer.checkpoint.exists():
        trainer.load()
    if options.export is None:
        trainer.run()
    trainer.export(options.export or options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
