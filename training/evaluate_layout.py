"""Held-out evaluation of the layout network against its ablations: likelihood under the same masks, and a two-sample test.

    python -m diorama.training.evaluate_layout --corpus runs/layout/corpus.npz --weights model/weights --out docs/layout_eval.json

Everything is seeded. Needs the `train` extra.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..model.layout import network as net
from . import corpus
from .corpus import KINDS, CorpusRoom
from .layout import order
from .sampler import Frequencies, NetProposer, Proposer, fits, furnish, picture_of, valid

SIDE, PIXEL = 64, 0.125  # the classifier's picture


def view(room: CorpusRoom, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Some of a room's objects as context, the others in the order in which they come."""
    ordered = room.objects[order(room.objects, rng)]
    m = int(rng.integers(len(ordered) + 1))
    return ordered[:m], ordered[m:]


# ---------------------------------------------------------------------------------------------------- likelihood


def likelihood(rooms: list[CorpusRoom], proposers: dict[str, Proposer], seed: int) -> dict[str, Any]:
    """Nats per object: kind, log size given kind, and pose given kind and size under the validity masks."""
    parts_of = ("kind", "size", "pose", "pose_unmasked")
    sums: dict[str, dict[str, list[float]]] = {name: {part: [] for part in parts_of} for name in proposers}
    by_type: dict[str, dict[str, list[float]]] = {name: {} for name in proposers}
    decisions: list[int] = []  # how many choices of a kind the room holds; a view is one of them
    weights: list[int] = []  # how many objects the room holds; a pose is one of theirs
    unreachable = total = 0
    for room, rng in zip(rooms, np.random.default_rng(seed).spawn(len(rooms)), strict=True):
        placed, rest = view(room, rng)
        target = rest[0] if len(rest) else None
        looks = {name: p.look(room, placed) for name, p in proposers.items()}
        kind = int(target[0]) if target is not None else len(KINDS)
        decisions.append(len(room.objects) + 1)
        for name, (choice, _) in looks.items():
            sums[name]["kind"].append(float(choice.log_next[kind]))
        if target is None:
            continue
        total += 1
        picture = next(iter(looks.values()))[1]
        size = target[3:6]
        mask = valid(room, picture, placed, kind, size)
        local = (target[1:3] - picture.origin)[None]
        node, weight = net.pose_terms(picture.slant, local[:, 0], local[:, 1], target[6:7])
        allowed = mask.reshape(net.YAWS, -1).T[node[0]] * weight[0]  # (4, YAWS)
        if allowed.sum() <= 0:
            unreachable += 1
            continue
        logs = np.log(target[3:5])
        weights.append(len(room.objects))
        for name, (choice, _) in looks.items():
            mass = choice.mass(kind, size)
            here = mass.reshape(net.YAWS, -1).T[node[0]]
            pose = float(np.log(max((here * allowed).sum(), 1e-12)) - np.log(max((mass * mask).sum(), 1e-12)))
            sums[name]["pose"].append(pose)
            sums[name]["pose_unmasked"].append(float(np.log(max((here * weight[0]).sum(), 1e-12))))
            by_type[name].setdefault(room.type, []).append(pose)
            mean, std = choice.size(kind)
            std = np.maximum(std, 0.02)
            sums[name]["size"].append(float((-0.5 * ((logs - mean) / std) ** 2 - np.log(std) - 0.9189).sum()))
    out: dict[str, Any] = {"rooms": len(rooms), "objects": total, "unreachable_under_masks": unreachable}
    for name, parts in sums.items():
        means = {k: float(np.average(v, weights=decisions if k == "kind" else weights)) for k, v in parts.items()}
        error = float(np.std(parts["pose"]) / np.sqrt(len(parts["pose"])))
        out[name] = means | {
            "pose_standard_error": error,
            "total": means["kind"] + means["size"] + means["pose"],
            "pose_by_room": {t: float(np.mean(v)) for t, v in by_type[name].items()},
        }
    return out


# ---------------------------------------------------------------------------------------------------- two-sample test


def picture(room: CorpusRoom, objects: np.ndarray) -> np.ndarray:
    """Floor, door, window, a channel per kind (filled boxes) and front edges, centred. (3 + K + 1, SIDE, SIDE)"""
    centre = (room.polygon.min(0) + room.polygon.max(0)) / 2
    g = (np.arange(SIDE) + 0.5 - SIDE / 2) * PIXEL
    out = np.zeros((3 + len(KINDS) + 1, SIDE, SIDE), np.float32)
    drawn = picture_of(room, objects[:0])
    ij = np.floor((centre + np.stack(np.meshgrid(g, g), -1) - drawn.origin) / PIXEL).astype(int)  # (SIDE, SIDE, 2)
    h, w = drawn.slant.shape
    within = (ij >= 0).all(-1) & (ij[..., 0] < w) & (ij[..., 1] < h)
    for channel, source in ((0, 0), (1, 12), (2, 13)):
        out[channel][within] = drawn.static[source][ij[within][:, 1], ij[within][:, 0]]
    x, y = g[None], g[:, None]
    for o in objects:
        c, s = np.cos(o[6]), np.sin(o[6])
        dx, dy = x + centre[0] - o[1], y + centre[1] - o[2]
        u, v = dx * c + dy * s, dy * c - dx * s
        box = (np.abs(u) <= max(o[3] / 2, PIXEL / 2)) & (np.abs(v) <= max(o[4] / 2, PIXEL / 2))
        out[3 + int(o[0])][box] = 1
        out[-1][box & (v < -o[4] / 2 + 1.5 * PIXEL)] = 1
    return out


def classifier(channels: int) -> torch.nn.Module:
    """A small convolutional network: real or generated."""
    n = torch.nn
    layers: list[torch.nn.Module] = []
    for wide in (24, 32, 48, 64):
        layers += [n.Conv2d(channels, wide, 3, stride=2, padding=1, bias=False), n.BatchNorm2d(wide), n.ReLU()]
        channels = wide
    return n.Sequential(*layers, n.AdaptiveMaxPool2d(2), n.Flatten(), n.Dropout(0.3), n.Linear(256, 1))


def two_sample(real: np.ndarray, made: np.ndarray, seed: int, epochs: int = 30) -> float:
    """Accuracy of a classifier on held-out pairs (a real and a generated room of the same shell stay together). 0.5 is best."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    rng = np.random.default_rng(seed)
    n = len(real)
    split = rng.permutation(n)
    train, test = split[: int(0.7 * n)], split[int(0.7 * n) :]
    x = torch.from_numpy(np.concatenate([real[train], made[train]]))
    y = torch.cat([torch.ones(len(train)), torch.zeros(len(train))])
    model = classifier(real.shape[1])
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.02)
    batch = 32
    steps = epochs * (len(x) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps + 1)
    for step in range(steps):
        if step % (len(x) // batch) == 0:
            shuffled = torch.from_numpy(rng.permutation(len(x)))
        i = step % (len(x) // batch)
        chosen = shuffled[i * batch : (i + 1) * batch]
        b = x[chosen]
        b = torch.rot90(b, int(rng.integers(4)), (2, 3))
        b = b.flip(3) if rng.random() < 0.5 else b
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(b)[:, 0], y[chosen])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    model.eval()
    with torch.no_grad():
        a = (model(torch.from_numpy(real[test]))[:, 0] > 0).float().mean()
        b = (model(torch.from_numpy(made[test]))[:, 0] <= 0).float().mean()
    return float((a + b) / 2)


def jittered(room: CorpusRoom, sigma: float, rng: np.random.Generator) -> np.ndarray:
    """The room's own objects, each shifted."""
    out = room.objects.copy()
    out[:, 1:3] += rng.normal(0, sigma, (len(out), 2))
    return out


def indistinguishable(
    rooms: list[CorpusRoom], proposers: dict[str, Proposer], catalogue: dict[int, np.ndarray], sharpness: float, seeds: int
) -> dict[str, Any]:
    """Mean and spread of the classifier's accuracy for each proposer, and for jittered real rooms as a yardstick."""
    real = np.stack([picture(r, r.objects) for r in rooms])
    sets: dict[str, list[np.ndarray]] = {}
    for name, proposer in proposers.items():
        rngs = np.random.default_rng(11).spawn(len(rooms))
        power = sharpness if name == "network" else 1.0
        sets[name] = [furnish(r, proposer, catalogue, g, power) for r, g in zip(rooms, rngs, strict=True)]
    rngs = np.random.default_rng(12).spawn(len(rooms))
    sets["real_jittered_0.3"] = [jittered(r, 0.3, g) for r, g in zip(rooms, rngs, strict=True)]
    out: dict[str, Any] = {"rooms_a_side": len(rooms), "objects_real": float(np.mean([len(r.objects) for r in rooms]))}
    for name, made in sets.items():
        pictures = np.stack([picture(r, o) for r, o in zip(rooms, made, strict=True)])
        scores = [two_sample(real, pictures, s) for s in range(seeds)]
        objects = float(np.mean([len(o) for o in made]))
        out[name] = {"accuracy": float(np.mean(scores)), "spread": float(np.std(scores)), "objects": objects}
        sys.stdout.write(f"  {name}: {out[name]}\n")
        sys.stdout.flush()
    return out


def checked(rooms: list[CorpusRoom]) -> dict[str, float]:
    """How many of the real objects obey the exact masks themselves."""
    good = total = 0
    for r in rooms[:200]:
        for i, o in enumerate(r.objects):
            others = np.delete(r.objects, i, 0)
            good += int(fits(r, others, int(o[0]), o[None, [1, 2, 6]], o[3:5])[0])
            total += 1
    return {"objects": total, "share_valid": good / max(total, 1)}


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("runs/layout/corpus.npz"))
    parser.add_argument("--weights", type=Path, default=Path("model/weights"))
    parser.add_argument("--out", type=Path, default=Path("docs/layout_eval.json"))
    parser.add_argument("--split", default="test")
    parser.add_argument("--limit", type=int, default=10**9, help="rooms at most of each type (a quick look)")
    parser.add_argument("--sharpness", type=float, default=1.2, help="exponent on the network's pose density when sampling")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--sets", default="network,frequencies_uniform,frequencies_walls", help="what is evaluated")
    parser.add_argument("--types", default="bedroom,living_room", help="room types of the two-sample test")
    parser.add_argument("--only", choices=("likelihood", "two-sample"), default=None)
    options = parser.parse_args(argv)
    rooms = corpus.load(options.corpus)
    train = [r for r in rooms if r.split == "train"]
    held = [r for r in rooms if r.split == options.split]
    rng = np.random.default_rng(5)

    def next_of(room: CorpusRoom) -> tuple[np.ndarray, int]:
        placed, rest = view(room, rng)
        return placed, int(rest[0, 0]) if len(rest) else len(KINDS)

    makers: dict[str, Callable[[], Proposer]] = {
        "network": lambda: NetProposer(net.LayoutNet.load(options.weights, "numpy")),
        "frequencies_uniform": lambda: Frequencies(train, next_of, walls=False),
        "frequencies_walls": lambda: Frequencies(train, next_of, walls=True),
    }
    proposers = {name: makers[name]() for name in options.sets.split(",")}
    everything = np.concatenate([r.objects for r in train])
    catalogue = {k: everything[everything[:, 0] == k][:, 3:6] for k in range(len(KINDS))}
    result: dict[str, Any] = json.loads(options.out.read_text(encoding="utf-8")) if options.out.exists() else {}
    result["masks"] = checked(held)
    if options.only != "two-sample":
        few = [r for t in corpus.ROOM_TYPES.values() for r in [h for h in held if h.type == t][: options.limit]]
        result["likelihood"] = likelihood(few, proposers, seed=3)
        sys.stdout.write(json.dumps(result["likelihood"], indent=1) + "\n")
    if options.only != "likelihood":
        result["two_sample"] = {"sharpness": options.sharpness, "seeds": options.seeds}
        for kind in options.types.split(","):
            few = [r for r in held if r.type == kind][: options.limit]
            sys.stdout.write(f"{kind}\n")
            result["two_sample"][kind] = indistinguishable(few, proposers, catalogue, options.sharpness, options.seeds)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
