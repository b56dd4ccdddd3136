"""Held-out evaluation of the layout network against its ablations: likelihood under the same masks, a two-sample test, the
contents' frequencies, and whether relations that are told are kept.

    python -m diorama.training.evaluate_layout --corpus runs/corpus --weights model/weights --out docs/layout_eval.json

Everything is seeded. Needs the `train` extra.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..model.layout import network as net
from ..model.layout.kinds import KINDS
from ..model.layout.raster import Openings
from .layout import hints, order, to_room, to_things
from .rooms import Room, read
from .sampler import Frequencies, NetProposer, Proposer, Sizes, draw_poses, fits, furnish, picture_of, settled, state_of, valid

SIDE, PIXEL = 64, 0.125  # the classifier's picture
TYPES = ("bedroom", "living_room", "kitchen", "bathroom")
Maker = Callable[[Room, np.random.Generator], np.ndarray]  # furnishes a room


def view(room: Room, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Some of a room's objects as context, the others in the order in which they come."""
    ordered = room.objects[order(room.objects, rng)]
    m = int(rng.integers(len(ordered) + 1))
    return ordered[:m], ordered[m:]


# ---------------------------------------------------------------------------------------------------- likelihood


def likelihood(rooms: list[Room], proposers: dict[str, Proposer], seed: int) -> dict[str, Any]:
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
        looks = {name: p.look(room, placed, np.zeros(0, int)) for name, p in proposers.items()}
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


def picture(room: Room, objects: np.ndarray, kinds: Sequence[int]) -> np.ndarray:
    """Floor, door, window, a channel a kind (filled boxes) and front edges, centred. (3 + kinds + 1, SIDE, SIDE)"""
    centre = (room.polygon.min(0) + room.polygon.max(0)) / 2
    g = (np.arange(SIDE) + 0.5 - SIDE / 2) * PIXEL
    channel_of = {k: 3 + i for i, k in enumerate(kinds)}
    out = np.zeros((3 + len(kinds) + 1, SIDE, SIDE), np.float32)
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
        out[channel_of[int(o[0])]][box] = 1
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


def jittered(room: Room, sigma: float, rng: np.random.Generator) -> np.ndarray:
    """The room's own objects, each shifted."""
    out = room.objects.copy()
    out[:, 1:3] += rng.normal(0, sigma, (len(out), 2))
    return out


class Retrieval:
    """The ablation that only remembers: the training room of the same type that is most like the shell, its things carried over
    in proportion, turned or mirrored so that doors meet doors; what does not fit where it comes to lie is left out."""

    def __init__(self, rooms: Sequence[Room]) -> None:
        self.rooms = [r for r in rooms if len(r.polygon) < 12]

    def __call__(self, room: Room, rng: np.random.Generator) -> np.ndarray:
        side = np.sort(np.log(np.ptp(room.polygon, 0)))
        near = [r for r in self.rooms if r.type == room.type and r.manner == room.manner]
        far = [float(np.abs(np.sort(np.log(np.ptp(r.polygon, 0))) - side).sum()) + 0.3 * (len(r.polygon) != len(room.polygon))
               + 0.1 * abs(len(r.openings) - len(room.openings)) for r in near]  # fmt: skip
        model = near[int(np.argmin(far))]
        best = min((self._carried(model, room, turn, flip) for turn in range(4) for flip in (False, True)), key=lambda c: c[0])
        out = np.zeros((0, 8))
        for o in best[1][np.argsort(-best[1][:, 3] * best[1][:, 4])]:
            pose = settled(room, o[None, [1, 2, 6]], o[3:5])
            if fits(room, out, int(o[0]), pose, o[3:5])[0]:
                out = np.vstack([out, [o[0], *pose[0, :2], *o[3:6], pose[0, 2], 0.0]])
        return out

    @staticmethod
    def _carried(model: Room, room: Room, turn: int, flip: bool) -> tuple[float, np.ndarray]:
        """How far apart the doors are after a turn and a mirroring, and the things at their new places."""
        objects, doors = model.objects.copy(), model.openings[model.openings[:, 0] == 0][:, 1:5].reshape(-1, 2, 2).mean(1)
        points = np.concatenate([model.polygon, objects[:, 1:3], doors]) - model.polygon.mean(0)
        if flip:
            points, objects[:, 6] = points * [-1, 1], -objects[:, 6]
        c, s = np.round([np.cos(turn * np.pi / 2), np.sin(turn * np.pi / 2)])
        points = points @ np.array([[c, s], [-s, c]])
        objects[:, 6] = (objects[:, 6] + turn * np.pi / 2 + np.pi) % (2 * np.pi) - np.pi
        n = len(model.polygon)
        low, span = points[:n].min(0), np.ptp(points[:n], 0)
        points = room.polygon.min(0) + (points - low) / span * np.ptp(room.polygon, 0)
        objects[:, 1:3] = points[n : n + len(objects)]
        here = room.openings[room.openings[:, 0] == 0][:, 1:5].reshape(-1, 2, 2).mean(1)
        gap = np.linalg.norm(points[n + len(objects) :, None] - here[None], axis=-1)
        return float(gap.min(1).mean()) if gap.size else 0.0, objects


def divergence(real: Sequence[np.ndarray], made: Sequence[np.ndarray]) -> float:
    """KL divergence, in nats, of the kinds' shares among made things from those of real ones; objects (n, 8) of each room. Half a
    thing of every kind that occurs is added to the made ones, so that it is finite; none to the real ones, which would be given
    things that only the made rooms hold, and the more the more rooms are made."""
    return shares_apart(*(np.bincount(np.concatenate(some)[:, 0].astype(int), minlength=len(KINDS)) for some in (real, made)))


def shares_apart(real: np.ndarray, made: np.ndarray) -> float:
    """`divergence` of counts by kind (K,)."""
    seen = (real + made) > 0
    p, q = real[seen] / real.sum(), (made[seen] + 0.5) / (made[seen] + 0.5).sum()
    some = p > 0
    return float((p[some] * np.log(p[some] / q[some])).sum())


def contents(
    rooms: list[Room], known: list[Room], network: net.LayoutNet, draws: int = 100, resamples: int = 400
) -> dict[str, float]:
    """How far the kinds that the network draws for held-out rooms are from theirs: with many draws a shell, which leaves
    the network's error and the chance in the real rooms; with one, which adds the chance in the draws. For scale: the rooms it
    learned and was chosen by, and as many of those, at random, against the others of them."""
    rng = np.random.default_rng(21)

    def counted(kinds: Sequence[float]) -> np.ndarray:
        return np.bincount(np.asarray(kinds, int), minlength=len(KINDS))

    real = sum(counted(r.objects[:, 0]) for r in rooms)
    made = sum(np.stack([counted(network.content(state_of(r, r.objects[:0]), rng)) for _ in range(draws)]) for r in rooms)
    learned = np.stack([counted(r.objects[:, 0]) for r in known])
    chance = []
    for _ in range(resamples):
        order_of = rng.permutation(len(known))
        chance.append(shares_apart(learned[order_of[: len(rooms)]].sum(0), learned[order_of[len(rooms) :]].sum(0)))
    single = [shares_apart(real, one) for one in made]
    return {
        "rooms": len(rooms), "things": int(real.sum()), "draws": draws, "network": shares_apart(real, made.sum(0)),
        "one_draw": float(np.mean(single)), "one_draw_spread": float(np.std(single)), "known": shares_apart(real, learned.sum(0)),
        "chance": float(np.mean(chance)), "chance_95": float(np.quantile(chance, 0.95)),
    }  # fmt: skip


def indistinguishable(rooms: list[Room], makers: dict[str, Maker], seeds: int) -> dict[str, Any]:
    """For each maker the classifier's accuracy, the kinds' divergence, the number of things; jittered rooms as a yardstick."""
    sets: dict[str, list[np.ndarray]] = {}
    for name, maker in makers.items():
        rngs = np.random.default_rng(11).spawn(len(rooms))
        sets[name] = [maker(r, g) for r, g in zip(rooms, rngs, strict=True)]
    rngs = np.random.default_rng(12).spawn(len(rooms))
    sets["real_jittered_0.3"] = [jittered(r, 0.3, g) for r, g in zip(rooms, rngs, strict=True)]
    everything = np.concatenate([o for some in [[r.objects for r in rooms], *sets.values()] for o in some])
    kinds = np.unique(everything[:, 0]).astype(int).tolist()
    real = np.stack([picture(r, r.objects, kinds) for r in rooms])
    out: dict[str, Any] = {"rooms_a_side": len(rooms), "objects_real": float(np.mean([len(r.objects) for r in rooms]))}
    for name, made in sets.items():
        pictures = np.stack([picture(r, o, kinds) for r, o in zip(rooms, made, strict=True)])
        scores = [two_sample(real, pictures, s) for s in range(seeds)]
        objects = float(np.mean([len(o) for o in made]))
        out[name] = {"accuracy": float(np.mean(scores)), "spread": float(np.std(scores)), "objects": objects,
                     "divergence": divergence([r.objects for r in rooms], made)}  # fmt: skip
        sys.stdout.write(f"  {name}: {out[name]}\n")
        sys.stdout.flush()
    return out


def relation_recall(rooms: list[Room], network: net.LayoutNet, seed: int, draws: int = 8) -> dict[str, Any]:
    """How often a pose drawn from what fits keeps the relations that held of the real thing: told to the network, not told, and
    not told nor allowed to look at the room. By relation, and over all."""
    kept: dict[str, dict[str, list[float]]] = {}
    for room, rng in zip(rooms, np.random.default_rng(seed).spawn(len(rooms)), strict=True):
        placed, rest = view(room, rng)
        openings = Openings(room.openings[:, 0] == 0, room.openings[:, 1:5].reshape(-1, 2, 2))
        targets = rest[:2]
        for target, relations in zip(targets, hints(room.polygon, openings, placed, targets, rng), strict=True):
            if not relations:
                continue
            kind, size = int(target[0]), target[3:6]
            for name, told, looks in (("told", relations, True), ("not told", [], True), ("blind", [], False)):
                state = state_of(room, placed)
                enc = network.encode(state if looks else replace(state, geometry=False))
                mass = network.pose_field(enc, kind, size, told).mass
                poses = settled(room, draw_poses(mass, enc.picture, rng, 300), size)
                poses = poses[fits(room, placed, kind, poses, size)][:draws]
                made = np.tile(target, (len(poses), 1))
                made[:, [1, 2, 6]] = poses
                for r in relations:
                    if len(made):
                        kept.setdefault(r.name, {}).setdefault(name, []).append(float(holds(r, made, room, openings).mean()))
    names = ("told", "not told", "blind")
    out: dict[str, Any] = {
        r: {"n": len(v["told"])} | {n: float(np.mean(v[n])) for n in names if n in v} for r, v in sorted(kept.items())
    }
    out["all"] = {"n": sum(len(v["told"]) for v in kept.values())} | {
        n: float(np.mean(np.concatenate([v[n] for v in kept.values() if n in v]))) for n in names
    }
    return out


def holds(relation: net.Relation, things: np.ndarray, room: Room, openings: Openings) -> np.ndarray:
    """Which of things (n, 8) are in a relation. (n,)"""
    if relation.anchor is None:
        return to_room(room.polygon, openings, things)[:, net.ARCHITECTURE.index(relation.name)]
    anchor = np.array([0, *relation.anchor[:4], 1.0, relation.anchor[4], 0.0])
    return to_things(things, np.broadcast_to(anchor, things.shape))[:, net.RELATIONS.index(relation.name)]


def checked(rooms: list[Room]) -> dict[str, float]:
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
    parser.add_argument("--corpus", type=Path, default=Path("runs/corpus"))
    parser.add_argument("--weights", type=Path, default=Path("model/weights"))
    parser.add_argument("--out", type=Path, default=Path("docs/layout_eval.json"))
    parser.add_argument("--split", default="test")
    parser.add_argument("--limit", type=int, default=10**9, help="rooms at most of each type (a quick look)")
    parser.add_argument("--sharpness", type=float, default=1.0, help="exponent on the network's pose density when sampling")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument(
        "--sets", default="network,no_geometry,retrieval,frequencies_walls,frequencies_uniform", help="what is evaluated"
    )
    parser.add_argument("--types", default=",".join(TYPES), help="room types of the two-sample test")
    parser.add_argument("--parts", default="likelihood,two_sample,contents,relations")
    options = parser.parse_args(argv)
    rooms = list(read(options.corpus, ("procthor",)))
    train = [r for r in rooms if r.split == "train"]
    held = [r for r in rooms if r.split == options.split]
    rng = np.random.default_rng(5)
    network = net.LayoutNet.load(options.weights, "numpy")
    sizes = Sizes.of(train)

    def next_of(room: Room) -> tuple[np.ndarray, int]:
        placed, rest = view(room, rng)
        return placed, int(rest[0, 0]) if len(rest) else len(KINDS)

    known: dict[str, Callable[[], Proposer]] = {
        "network": lambda: NetProposer(network),
        "no_geometry": lambda: NetProposer(network, geometry=False),
        "frequencies_uniform": lambda: Frequencies(train, next_of, walls=False),
        "frequencies_walls": lambda: Frequencies(train, next_of, walls=True),
    }
    proposers = {name: known[name]() for name in options.sets.split(",") if name in known}
    makers: dict[str, Maker] = {
        name: lambda r, g, p=p, power=options.sharpness if name == "network" else 1.0: furnish(r, p, sizes, g, power)  # type: ignore[misc]
        for name, p in proposers.items()
    }
    if "retrieval" in options.sets.split(","):
        makers["retrieval"] = Retrieval(train)
    result: dict[str, Any] = json.loads(options.out.read_text(encoding="utf-8")) if options.out.exists() else {}
    parts = options.parts.split(",")
    few = {t: [r for r in held if r.type == t][: options.limit] for t in TYPES}
    every = [r for t in TYPES for r in few[t]]
    result["masks"] = checked(held)
    if "likelihood" in parts:
        result["likelihood"] = likelihood(every, proposers, seed=3)
        sys.stdout.write(json.dumps(result["likelihood"], indent=1) + "\n")
    if "relations" in parts:
        result["relations"] = relation_recall(every, network, seed=4)
        sys.stdout.write(json.dumps(result["relations"], indent=1) + "\n")
    if "contents" in parts:
        learned = {t: [r for r in rooms if r.type == t and r.split != "test"] for t in TYPES}
        result["contents"] = {t: contents(few[t], learned[t], network) for t in TYPES}
        sys.stdout.write(json.dumps(result["contents"], indent=1) + "\n")
    if "two_sample" in parts:
        result.setdefault("two_sample", {}).update(sharpness=options.sharpness, seeds=options.seeds)
        for kind in options.types.split(","):
            sys.stdout.write(f"{kind}\n")
            result["two_sample"][kind] = indistinguishable(few[kind], makers, options.seeds)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
