"""Train the layout network on ProcTHOR rooms.

    python -m diorama.training.layout --data DIR --out runs/layout --device auto --seed 0 --minutes 47 --resume
    python -m diorama.training.layout --out runs/layout --export model/weights

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
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.distributed as dist
from safetensors.numpy import save as pack
from torch.utils.data import DataLoader, Dataset

from ..model.layout import network as net
from ..model.layout.raster import Openings, Picture, draw, rotate
from ..model.layout.runtime_torch import TorchOps
from . import corpus
from .corpus import CorpusRoom

TARGETS = 5  # poses learned from per room and step
TOGETHER = 20  # steps between the averages of several processes; seldom enough that a slow one does not hold up the others
LONGEST = 10.0  # metres; the few larger rooms would only pad the batches


def augmented(room: CorpusRoom, rng: np.random.Generator) -> tuple[np.ndarray, Openings, np.ndarray]:
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


class Rooms(Dataset):
    """Batches by step: the same step of the same seed is the same batch."""

    def __init__(self, rooms: list[CorpusRoom], config: net.Config, batch: int, seed: int, augment: bool = True) -> None:
        self.rooms = [r for r in rooms if np.ptp(r.polygon, 0).max() < LONGEST]
        self.config, self.batch, self.seed, self.augment = config, batch, seed, augment
        self.per_epoch = len(self.rooms) // batch

    @lru_cache(maxsize=2)  # noqa: B019
    def epoch(self, number: int) -> list[np.ndarray]:
        """Rooms of similar size go together, so that little is padded."""
        rng = np.random.default_rng((self.seed, 1, number))
        shuffled = rng.permutation(len(self.rooms))
        batches = []
        for pool in np.array_split(shuffled, max(len(shuffled) // (8 * self.batch), 1)):
            area = [np.prod(np.ptp(self.rooms[i].polygon, 0)) for i in pool]
            pool = pool[np.argsort(area)]
            batches += [pool[i : i + self.batch] for i in range(0, len(pool) - self.batch + 1, self.batch)]
        return [batches[i] for i in rng.permutation(len(batches))]

    def __len__(self) -> int:
        return 1 << 30

    def __getitem__(self, step: int) -> dict[str, torch.Tensor]:
        number, i = divmod(step, self.per_epoch - 8)
        batches = self.epoch(number)
        rng = np.random.default_rng((self.seed, 2, step))
        return collate([self.example(self.rooms[r], rng) for r in batches[i % len(batches)]], self.config)

    def example(self, room: CorpusRoom, rng: np.random.Generator) -> dict[str, Any]:
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
        kind_of_room = net.room_index(room.type) if not self.augment or rng.random() > 0.08 else len(net.ROOM_TYPES)
        q = np.roll(polygon, -1, 0)
        area = abs(float(np.sum(polygon[:, 0] * q[:, 1] - q[:, 0] * polygon[:, 1]))) / 2
        chosen = rest[rng.permutation(len(rest))[:TARGETS]]
        return {
            "picture": picture,
            "kinds": seen,
            "facts": net.facts_of(c, kind_of_room, area, present, wanted),
            "next": int(rest[0, 0]) if len(rest) else c.count,
            "weight": (len(ordered) + 1) / 6.5,
            "targets": chosen,
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
    return {
        "static": torch.from_numpy(static),
        "dynamic": torch.from_numpy(dynamic),
        "masks": torch.from_numpy(masks),
        "kinds": torch.from_numpy(kinds),
        "facts": torch.from_numpy(np.stack([e["facts"] for e in examples])),
        "next": torch.tensor([e["next"] for e in examples]),
        "importance": torch.tensor([e["weight"] for e in examples]),
        "which": torch.from_numpy(np.concatenate(which)),  # (T, 2): room, kind
        "size": torch.from_numpy(np.stack(size)),  # (T, 3)
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
        levels.append(m)
    features, g = net.trunk(o, p, batch["static"], batch["dynamic"], batch["masks"], batch["kinds"], batch["facts"], levels)
    log_next = net.next_head(o, p, g, batch["facts"][:, : 2 * c.count])
    # A view is one of a room's n + 1 decisions: weighing it so makes rooms with few things no likelier to stop than they are.
    next_loss = (torch.nn.functional.nll_loss(log_next, batch["next"], reduction="none") * batch["importance"]).mean()
    room, kind = batch["which"].T
    s = net.size_head(o, p, g[room], kind)
    log_std = s[:, 2:].clamp(-4, 2)
    size_loss = (0.5 * ((batch["size"][:, :2] - s[:, :2]) * torch.exp(-log_std)) ** 2 + log_std).sum(1).mean()
    t = net.pose_terms_of(o, p, g[room], kind, batch["size"])
    where = net.where_head(o, p, features[room], t)[:, 0].masked_fill(floor[room, 0] == 0, -1e9)  # (T, H, W)
    node, width = batch["node"], where.shape[2]
    log_node = where.flatten(1).gather(1, node) - torch.logsumexp(where.flatten(1), 1, keepdim=True)  # (T, 4)
    cells = features.flatten(2)[room[:, None], :, node // width // 2 * (width // 2) + node % width // 2]  # (T, 4, head)
    mixed = log_node[:, :, None] + net.turn_head(o, p, cells, t) + torch.log(batch["weight"] + 1e-20)  # (T, 4, YAWS)
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


class Trainer:
    """Parameters, their running average, the optimiser and the curve; all of it in the checkpoint."""

    def __init__(self, options: argparse.Namespace, rank: int = 0) -> None:
        self.options, self.rank, self.done = options, rank, False
        device = options.device if options.device != "auto" else ("cuda" if torch.cuda.is_available() else "cpu")
        torch.set_num_threads(options.threads)
        torch.set_flush_denormal(True)  # the optimiser's squares of tiny gradients are slow otherwise
        self.ops = TorchOps(device)
        cache: Path = options.out / "corpus.npz"
        if not cache.exists():
            corpus.save(cache, corpus.build(options.data))
        rooms = corpus.load(cache)
        train = [r for r in rooms if r.split == "train"]
        log_size = np.log(np.concatenate([r.objects for r in train])[:, 3:5])
        self.config = net.Config(
            kinds=corpus.KINDS,
            log_size_mean=tuple(np.round(log_size.mean(0), 4).tolist()),
            log_size_std=tuple(np.round(log_size.std(0), 4).tolist()),
        )
        self.data = Rooms(train, self.config, options.batch, options.seed)
        self.val = Rooms([r for r in rooms if r.split == "val"], self.config, 16, 7, augment=False)
        start = net.initial(self.config, np.random.default_rng(options.seed))
        self.params = {k: self.ops.tensor(v).requires_grad_() for k, v in start.items()}
        self.mean = {k: v.detach().clone() for k, v in self.params.items()}
        matrices = [v for v in self.params.values() if v.ndim > 1]
        vectors = [v for v in self.params.values() if v.ndim <= 1]
        groups = [{"params": matrices, "weight_decay": 0.03}, {"params": vectors, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=options.rate, betas=(0.9, 0.98), fused=True)
        self.step, self.elapsed = 0, 0.0
        self.curve: list[dict[str, float]] = []

    @property
    def checkpoint(self) -> Path:
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
                self.mean[k].copy_(state["mean"][k])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.elapsed, self.curve = state["step"], state["elapsed"], json.loads(state["curve"])

    @property
    def progress(self) -> float:
        return max(self.step / self.options.steps, self.elapsed / (60 * self.options.minutes))

    def validate(self) -> dict[str, float]:
        """Losses of the averaged parameters on the validation rooms, always the same views."""
        sums: dict[str, float] = {}
        n = 2 * self.val.per_epoch
        with torch.no_grad():
            for i in range(n):
                rng = np.random.default_rng((7, i))
                rooms = self.val.epoch(0)[i % len(self.val.epoch(0))]
                batch = collate([self.val.example(self.val.rooms[r], rng) for r in rooms], self.config)
                for k, v in losses(self.ops, self.mean, batch, self.config).items():
                    sums[f"val_{k}"] = sums.get(f"val_{k}", 0.0) + float(v) / n
        return sums

    def share(self) -> None:
        """Average the parameters over the processes, in one message that also carries the first one's progress."""
        with torch.no_grad():
            mine = [*(v.flatten() for v in self.params.values()), torch.tensor([self.progress if self.rank == 0 else 0.0])]
            message = torch.cat(mine)
            dist.all_reduce(message)
            at = 0
            for v in self.params.values():
                v.copy_(message[at : at + v.numel()].view_as(v) / self.options.processes)
                at += v.numel()
        self.done = float(message[-1]) >= 1

    def update(self, batch: dict[str, torch.Tensor]) -> dict[str, float]:
        """One step of the optimiser."""
        parts = losses(self.ops, self.params, batch, self.config)
        loss = parts["pose"] + parts["next"] + 0.3 * parts["size"]
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(self.params.values()), 2.0)
        for group in self.optimiser.param_groups:
            group["lr"] = rate(self.progress, self.step, self.options.rate)
        self.optimiser.step()
        keep = min(0.998, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for k, v in self.params.items():
                self.mean[k].lerp_(v, 1 - keep)
        if self.options.processes == 1:
            self.done = self.progress >= 1
        elif self.step % TOGETHER == 0:
            self.share()
        return {k: v.item() for k, v in parts.items()}

    def run(self) -> None:
        """Train until the steps or the minutes are over."""
        count = self.options.processes
        numbers = range(self.step * count + self.rank, (self.options.steps + 1) * count, count)
        loader = DataLoader(self.data, batch_size=None, sampler=numbers, num_workers=self.options.workers)
        recent: list[dict[str, float]] = []
        saved = validated = time.monotonic()
        last = saved
        for batch in loader:
            recent.append(self.update(batch))
            self.step += 1
            now = time.monotonic()
            self.elapsed += now - last
            last = now
            done = self.done
            if self.rank == 0 and (self.step % 50 == 0 or done):
                row = {"step": self.step, "minutes": round(self.elapsed / 60, 2)}
                row |= {k: round(float(np.mean([r[k] for r in recent])), 4) for k in recent[0]}
                recent = recent[-1:]
                if now - validated > 150 or done:
                    row |= {k: round(v, 4) for k, v in self.validate().items()}
                    validated = last = time.monotonic()
                self.curve.append(row)
                sys.stdout.write(json.dumps(row) + "\n")
                sys.stdout.flush()
            if self.rank == 0 and (now - saved > 60 or done):
                self.save()
                saved = now
            if done:
                break

    def export(self, folder: Path) -> None:
        """Write the averaged parameters for shipping."""
        o = self.options
        about = {
            "corpus": "ProcTHOR houses, see docs/data.md", "rooms": len(self.data.rooms), "steps": self.step, "batch": o.batch,
            "seed": o.seed, "minutes": round(self.elapsed / 60, 1),
        }  # fmt: skip
        export(folder, self.config, self.mean, about)


def arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder with the ProcTHOR houses, needed until the corpus is cached in --out")
    parser.add_argument("--out", type=Path, default=Path("runs/layout"))
    parser.add_argument("--device", default="auto")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=47.0, help="of training; the learning rate falls towards its end")
    parser.add_argument("--steps", type=int, default=40000, help="at most")
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--workers", type=int, default=0, help="extra processes that only prepare batches")
    parser.add_argument("--processes", type=int, default=1, help="train in parallel on the CPU, each with its own batches")
    parser.add_argument("--threads", type=int, default=1, help="the layers are small: on a busy machine more threads only wait")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--export", type=Path, help="only write the checkpoint's weights to this folder")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    options = arguments(argv)
    if options.data is None and not (options.out / "corpus.npz").exists():
        sys.stderr.write("--data is needed: no corpus is cached in --out yet.\n")
        return 2
    if options.export is None and options.processes > 1:
        if not (options.out / "corpus.npz").exists():
            corpus.save(options.out / "corpus.npz", corpus.build(options.data))
        (options.out / "meeting").unlink(missing_ok=True)  # of a run that was cut off
        torch.multiprocessing.spawn(worker, (options,), options.processes)
        return 0
    work(options, 0)
    return 0


def work(options: argparse.Namespace, rank: int) -> None:
    """Train or export, as one of `--processes`."""
    trainer = Trainer(options, rank)
    if (options.resume or options.export) and trainer.checkpoint.exists():
        trainer.load()
    if options.export is None:
        trainer.run()
    if rank == 0:
        trainer.export(options.export or options.out)


def worker(rank: int, options: argparse.Namespace) -> None:
    """One of several processes."""
    meeting = f"file://{(options.out / 'meeting').resolve()}"
    dist.init_process_group("gloo", init_method=meeting, rank=rank, world_size=options.processes)
    work(options, rank)
    dist.barrier()
    dist.destroy_process_group()


if __name__ == "__main__":
    raise SystemExit(main())
