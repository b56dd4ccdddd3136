"""Learn floor plans from the ProcTHOR houses, and measure how near the generated ones come to held-out ones.

    python -m diorama.training.plans --data DIR --export model/weights       # tables, network; about two minutes on one core
    python -m diorama.training.plans --data DIR --evaluate docs/plans_eval.json

The network tells real training plans from grown and sliced ones (`model/plan/learned.py` holds its whole forward pass). Plans
are drawn from grown candidates by its odds. Splits are the corpus', by house.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..model.geometry import Floats, inside
from ..model.plan.cells import Cells, Shell, measure
from ..model.plan.grow import Sketch, grown_plan, kinds_of, sample_plan
from ..model.plan.learned import CLIP, FEATURES, KINDS, Abstract, PlanPrior, features, reach
from .corpora.procthor import ROOM_TYPES, houses
from .corpora.records import Split, split_of

log = logging.getLogger(__name__)

HIDDEN = 32
FAKES = 6  # made plans to each real one
LENGTHS = (3.0, 8.0)  # m of outer wall between the classes of the window table
QUANTILES = 11
EPOCHS = 60
UNKNOWN = 0.1  # of the rooms are shown as of no known kind, as the product has halls
USUAL_UNIT = 1.9  # m, side of a cell of the corpus' grids


@dataclass(frozen=True, slots=True)
class RealPlan:
    """A house of the corpus with two rooms or more; `unit` is the side of the grid it was drawn on."""

    house: str
    split: Split
    unit: float
    sketch: Sketch


# --------------------------------------------------------------------------------------------- reading


def read_plans(data: Path) -> list[RealPlan]:
    """All plans of two rooms and more whose rooms lie on one grid and are in one piece."""
    out = []
    for key, house in houses(data / "procthor"):
        if len(house["rooms"]) > 1:
            plan = _plan(key, house)
            if plan is not None:
                out.append(plan)
    return out


def _plan(key: str, house: dict[str, Any]) -> RealPlan | None:
    polygons = [np.array([(p["x"], p["z"]) for p in r["floorPolygon"]]) for r in house["rooms"]]
    every = np.concatenate(polygons)
    gaps = np.concatenate([np.diff(np.unique(every[:, k].round(2))) for k in (0, 1)])
    unit = float(gaps[gaps > 0.5].min())
    unit /= max(round(unit / USUAL_UNIT), 1)
    shape = (every / unit).round().astype(int).max(0)
    low = every.min(0)
    centres = (np.stack(np.meshgrid(np.arange(shape[0]), np.arange(shape[1])), -1) + 0.5) * unit + low
    labels = np.full(centres.shape[:2], -1)
    for r, p in enumerate(polygons):
        labels[inside(p, centres)] = r
    cells = Cells(np.arange(shape[0] + 1) * unit, np.arange(shape[1] + 1) * unit, labels)
    n = len(polygons)
    m = measure(cells, n, 0, 0.0)
    if not m.whole:
        return None
    at = {r["id"]: k for k, r in enumerate(house["rooms"])}
    doors, open_, windows = np.zeros((n + 1, n + 1)), np.zeros((n, n)), np.zeros(n)
    for a, b in _without_walls(house):
        doors[a, b] = doors[b, a] = open_[a, b] = open_[b, a] = 1
    for d in house["doors"]:
        a, b = at[d["room0"]], at.get(d["room1"], n)
        b = n if b == a else b
        doors[a, b] = doors[b, a] = 1
    for w in house["windows"]:
        windows[at[w["room0"]]] += 1
    kinds = kinds_of([ROOM_TYPES[r["roomType"]] for r in house["rooms"]])
    return RealPlan(key, split_of(key), unit, Sketch(cells, Abstract(kinds, m, doors, open_, windows)))


def _without_walls(house: dict[str, Any]) -> list[tuple[int, int]]:
    """Pairs of rooms that are one space: the walls between them are marked as empty."""
    at = {r["id"]: k for k, r in enumerate(house["rooms"])}
    sides: dict[tuple[float, ...], set[int]] = {}
    for w in house["walls"]:
        if w.get("empty") and w["roomId"] in at:
            ends = sorted((round(p["x"], 2), round(p["z"], 2)) for p in w["polygon"][:2])
            sides.setdefault((*ends[0], *ends[1]), set()).add(at[w["roomId"]])
    return sorted({(min(s), max(s)) for s in sides.values() if len(s) == 2})


# --------------------------------------------------------------------------------------------- tables


def learn_tables(plans: Sequence[RealPlan]) -> dict[str, Any]:
    """Tables of outlines, area shares, doors and windows from the training plans."""
    by_n: dict[int, list[RealPlan]] = {}
    for p in plans:
        by_n.setdefault(p.sketch.abstract.size, []).append(p)
    sizes = range(2, 11)
    nearest = {n: min(by_n, key=lambda k: (abs(k - n), k)) for n in sizes}
    tables: dict[str, Any] = {
        "outline": {str(n): _outlines(by_n[nearest[n]]) for n in sizes},
        "share": {str(n): _shares(by_n[nearest[n]], plans) for n in sizes},
    }
    tables["doors"] = _doors(plans)
    joined, wide = np.full((len(KINDS) + 1,) * 2, 2.0), np.full((len(KINDS) + 1,) * 2, 0.02)
    for p in plans:
        a = p.sketch.abstract
        for i, j in np.argwhere(np.triu(a.doors[:-1, :-1])).tolist():
            s, t = sorted((a.kinds[i], a.kinds[j]))
            joined[s, t] += 1
            wide[s, t] += a.open[i, j]
    tables["open"] = [[_r(v) for v in row] for row in wide / joined]
    front = np.ones(len(KINDS) + 1)
    could = np.full(len(KINDS) + 1, 10.0)
    for p in plans:
        a = p.sketch.abstract
        for r, k in enumerate(a.kinds):
            front[k] += a.doors[r, -1]
            could[k] += a.measures.shared[r, -1] > 0
    tables["entrance"] = [_r(v) for v in np.log(front / could)]
    tables["windows"] = _windows(plans)
    return tables


def _r(v: float | np.floating[Any]) -> float:
    return round(float(v), 4)


def _quantiles(values: Sequence[float]) -> list[float]:
    return [_r(v) for v in np.quantile(values, np.linspace(0, 1, QUANTILES))]


def _outlines(plans: Sequence[RealPlan]) -> dict[str, Any]:
    floors, boxes, aspects, cuts, sizes = [], [], [], [], []
    for p in plans:
        full = p.sketch.cells.labels >= 0
        ny, nx = full.shape
        floors.append(float(full.sum()))
        boxes.append(float(nx * ny))
        aspects.append(float(np.log(nx / ny)))
        for view in (full, full[::-1], full[:, ::-1], full[::-1, ::-1]):
            cuts.append(not view[0, 0])
            if not view[0, 0]:
                sizes += [float(view[0].argmax() / nx) if view[0].any() else 1.0, float(view[:, 0].argmax() / ny)]
    return {
        "floor": _quantiles(floors),
        "cells": _quantiles(boxes),
        "aspect": _quantiles(aspects),
        "cut": _r(np.mean(cuts)),
        "cut_size": _quantiles(sizes or [0.3]),
        "unit": _quantiles([p.unit for p in plans]),
    }


def _shares(plans: Sequence[RealPlan], every: Sequence[RealPlan]) -> dict[str, Any]:
    """Mean and deviation of the log of a room's area over the home's mean, by kind; of all plans where these lack a kind."""
    out: dict[str, list[float]] = {"mean": [], "std": []}
    for k in range(len(KINDS)):
        logs: list[Floats] = []
        for source in (plans, every):
            logs = [np.log(m.area / m.area.mean())[np.array(a.kinds) == k] for a in _abstracts(source) for m in (a.measures,)]
            if sum(map(len, logs)):
                break
        values = np.concatenate(logs)
        out["mean"].append(_r(values.mean()))
        out["std"].append(_r(values.std()))
    return out


def _abstracts(plans: Sequence[RealPlan]) -> list[Abstract]:
    return [p.sketch.abstract for p in plans]


def _doors(plans: Sequence[RealPlan]) -> dict[str, Any]:
    """Logistic regression of a door between two adjacent rooms on their kinds, the wall they share and the number of rooms."""
    from sklearn.linear_model import LogisticRegression

    pairs = [(a, b) for a in range(len(KINDS)) for b in range(a, len(KINDS))]
    rows, y = [], []
    for p in plans:
        a = p.sketch.abstract
        for i in range(a.size):
            for j in range(i):
                if a.measures.shared[i, j] > 0:
                    row = np.zeros(len(pairs) + 2)
                    row[pairs.index((min(a.kinds[i], a.kinds[j]), max(a.kinds[i], a.kinds[j])))] = 1
                    row[-2:] = np.log(a.measures.shared[i, j]), a.size
                    rows.append(row)
                    y.append(a.doors[i, j])
    fit = LogisticRegression(C=3.0, max_iter=2000, fit_intercept=False).fit(np.array(rows), y)
    w = fit.coef_[0]
    table = np.zeros((len(KINDS) + 1, len(KINDS) + 1))
    for k, (a, b) in enumerate(pairs):
        table[a, b] = table[b, a] = w[k]
    return {"pair": [[_r(v) for v in row] for row in table], "length": _r(w[-2]), "rooms": _r(w[-1])}


def _windows(plans: Sequence[RealPlan]) -> dict[str, Any]:
    counts = np.full((len(KINDS), len(LENGTHS) + 1, 4), 0.02)
    for p in plans:
        a = p.sketch.abstract
        for r, k in enumerate(a.kinds):
            if a.measures.shared[r, -1] > 0:
                counts[k, np.searchsorted(LENGTHS, a.measures.shared[r, -1]), min(int(a.windows[r]), 3)] += 1
    share = counts / counts.sum(-1, keepdims=True)
    return {"length": list(LENGTHS), "count": [[[_r(v) for v in c] for c in k] for k in share]}


# --------------------------------------------------------------------------------------------- network


def sliced_plan(kinds: Sequence[int], area: float, rng: np.random.Generator) -> Sketch:
    """The dumb baseline: a rectangle cut at random into as many rectangles, random doors that reach all rooms, random windows."""
    n = len(kinds)
    w = float(np.sqrt(area) * np.exp(rng.uniform(-0.3, 0.3)))
    boxes = [(0.0, 0.0, w, area / w)]
    while len(boxes) < n:
        k = int(rng.choice(len(boxes), p=_area_share(boxes)))
        x0, y0, x1, y1 = boxes.pop(k)
        f = float(rng.uniform(0.3, 0.7))
        if rng.random() < (x1 - x0) / (x1 - x0 + y1 - y0):
            boxes += [(x0, y0, x0 + f * (x1 - x0), y1), (x0 + f * (x1 - x0), y0, x1, y1)]
        else:
            boxes += [(x0, y0, x1, y0 + f * (y1 - y0)), (x0, y0 + f * (y1 - y0), x1, y1)]
    order = rng.permutation(n)
    shell = Shell(np.array([[0.0, 0.0, w, area / w]]), (0.0, 0.0, w, area / w))
    cells = Cells.paint([(int(r), boxes[k]) for k, r in enumerate(order)], shell)
    m = measure(cells, n, 0, 0.0)
    doors = np.zeros((n + 1, n + 1))
    inside_ = {0}
    while len(inside_) < n:
        ways = [(a, b) for a in sorted(inside_) for b in range(n) if b not in inside_ and m.shared[a, b] > 0.9]
        if not ways:
            return sliced_plan(kinds, area, rng)
        a, b = ways[int(rng.integers(len(ways)))]
        doors[a, b] = doors[b, a] = 1
        inside_.add(b)
    front = np.flatnonzero(m.shared[:n, n] > 0.9)
    e = int(front[rng.integers(len(front))])
    doors[e, n] = doors[n, e] = 1
    windows = np.array([float(rng.integers(0, 3)) if m.shared[r, n] > 0 else 0.0 for r in range(n)])
    return Sketch(cells, Abstract(tuple(kinds), m, doors, np.zeros((n, n)), windows))


def _area_share(boxes: Sequence[tuple[float, float, float, float]]) -> Floats:
    a = np.array([(x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in boxes])
    out: Floats = a / a.sum()
    return out


def _batch(plans: Sequence[Abstract]) -> tuple[Any, ...]:
    """Padded tensors: rooms (B, 10, F), walls (B, 10, 10), doors (B, 10, 10), mask (B, 10)."""
    import torch

    most = max(a.size for a in plans)
    x = np.zeros((len(plans), most, FEATURES), np.float32)
    near, doors = (np.zeros((len(plans), most, most), np.float32) for _ in range(2))
    mask = np.zeros((len(plans), most), np.float32)
    for k, a in enumerate(plans):
        f, p, d = features(a)
        x[k, : a.size], near[k, : a.size, : a.size], doors[k, : a.size, : a.size] = f, p, d
        mask[k, : a.size] = 1
    return tuple(torch.from_numpy(v) for v in (x, near, doors, mask))


def _forward(w: dict[str, Any], batch: tuple[Any, ...], drop: float = 0.0) -> Any:
    """Log-odds (B,): the same as `PlanPrior.score`, for a batch."""
    import torch

    x, near, doors, mask = batch
    x = ((x - w["mean"]) / w["std"]).clamp(-CLIP, CLIP)
    h = torch.relu(x @ w["in.w"] + w["in.b"])
    h = torch.nn.functional.dropout(h, drop, drop > 0)
    h = torch.relu(h @ w["self.w"] + near @ h @ w["near.w"] + doors @ h @ w["door.w"] + w["mix.b"]) * mask[..., None]
    pooled = torch.cat([h.sum(1) / mask.sum(1, keepdim=True), h.amax(1)], -1)
    pooled = torch.nn.functional.dropout(pooled, drop, drop > 0)
    return (torch.relu(pooled @ w["pool.w"] + w["pool.b"]) @ w["out.w"])[:, 0] + w["out.b"]


def train_network(
    real: Sequence[Abstract], fake: Sequence[Abstract], held: tuple[Sequence[Abstract], Sequence[Abstract]], seed: int
) -> tuple[dict[str, Any], list[dict[str, float]]]:
    """Weights that tell real from fake, of the epoch with the least loss on the held-out pairs, and the curve."""
    import torch

    torch.manual_seed(seed)
    torch.set_num_threads(1)
    g = torch.Generator().manual_seed(seed)
    batch = _batch([*real, *fake])
    y = torch.cat([torch.ones(len(real)), torch.zeros(len(fake))])
    weight = torch.where(y > 0, len(fake) / len(real), 1.0)
    rows = batch[0][batch[3] > 0]

    def init(*shape: int) -> Any:
        return (torch.randn(*shape, generator=g) * (2 / shape[0]) ** 0.5).requires_grad_()

    h = HIDDEN
    w = {
        "in.w": init(FEATURES, h), "self.w": init(h, h), "near.w": init(h, h), "door.w": init(h, h), "pool.w": init(2 * h, h),
        "out.w": init(h, 1), **{f"{k}.b": torch.zeros(h, requires_grad=True) for k in ("in", "mix", "pool")},
        "out.b": torch.zeros(1, requires_grad=True),
    }  # fmt: skip
    fixed = {"mean": rows.mean(0), "std": rows.std(0).clamp_min(0.05)}
    test = _batch([*held[0], *held[1]])
    test_y = torch.cat([torch.ones(len(held[0])), torch.zeros(len(held[1]))])
    test_weight = torch.where(test_y > 0, len(held[1]) / len(held[0]), 1.0)
    optimiser = torch.optim.AdamW(list(w.values()), 3e-3, weight_decay=0.02)
    curve: list[dict[str, float]] = []
    best: tuple[float, dict[str, Any]] = (np.inf, {})
    for epoch in range(EPOCHS):
        order = torch.randperm(len(y), generator=g)
        total = 0.0
        for part in order.split(128):
            rooms, *rest = (v[part] for v in batch)
            other = (torch.rand(rooms.shape[:2], generator=g) < UNKNOWN)[..., None]
            kinds = torch.where(other, torch.eye(len(KINDS) + 1)[-1], rooms[..., : len(KINDS) + 1])
            out = _forward(w | fixed, (torch.cat([kinds, rooms[..., len(KINDS) + 1 :]], -1), *rest), 0.1)
            loss = torch.nn.functional.binary_cross_entropy_with_logits(out, y[part], weight[part])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += float(loss.detach()) * len(part)
        with torch.no_grad():
            out = _forward(w | fixed, test)
            held_loss = float(torch.nn.functional.binary_cross_entropy_with_logits(out, test_y, test_weight))
            right = float((((out > 0) == (test_y > 0)) * test_weight).sum() / test_weight.sum())
        curve.append({"epoch": epoch + 1, "train": total / len(y), "held": held_loss, "accuracy": right})
        if held_loss < best[0]:
            best = (held_loss, {k: v.detach().clone() for k, v in (w | fixed).items()})
    return best[1], curve


def make_fakes(plans: Sequence[RealPlan], prior: PlanPrior, rng: np.random.Generator) -> list[Abstract]:
    """Made plans for the same rooms as the real ones: mostly grown, some sliced."""
    out = []
    for p in plans:
        a = p.sketch.abstract
        out += [grown_plan(a.kinds, prior, rng).abstract for _ in range(FAKES - 1)]
        out.append(sliced_plan(a.kinds, float(a.measures.area.sum()), rng).abstract)
    return out


def export(data: Path, folder: Path, seed: int) -> None:
    """Learn everything from the training houses and write plans.safetensors and plans.json."""
    from safetensors.numpy import save

    plans = [p for p in read_plans(data) if p.split != "test"]
    held = [p for k, p in enumerate(plans) if p.split == "val" or k % 8 == 0]
    train = [p for k, p in enumerate(plans) if not (p.split == "val" or k % 8 == 0)]
    tables = learn_tables(plans)
    prior = PlanPrior({}, {"tables": tables})
    rng = np.random.default_rng(seed)
    fakes, held_fakes = make_fakes(train, prior, rng), make_fakes(held, prior, rng)
    log.info("%d real plans, %d made", len(train), len(fakes))
    weights, curve = train_network(_abstracts(train), fakes, (_abstracts(held), held_fakes), seed)
    best = min(curve, key=lambda c: c["held"])
    log.info("best epoch %s", best)
    blob = save({k: v.numpy().astype(np.float16) for k, v in sorted(weights.items())}, {"licence": "GPL-3.0-or-later"})
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plans.safetensors").write_bytes(blob)
    config = {
        "sha256": hashlib.sha256(blob).hexdigest(),
        "kinds": KINDS,
        "features": FEATURES,
        "hidden": HIDDEN,
        "seed": seed,
        "plans": {"train": len(train), "held": len(held), "made": len(fakes)},
        "held": {k: round(v, 4) for k, v in best.items()},
        "tables": tables,
    }
    (folder / "plans.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


# --------------------------------------------------------------------------------------------- evaluation


def _room_values(plans: Sequence[Sketch]) -> dict[str, Floats]:
    """What is compared room by room."""
    out: dict[str, list[Floats]] = {}
    for s in plans:
        m, n = s.abstract.measures, s.abstract.size
        values = {
            "log area": np.log(m.area),
            "area / mean": m.area / m.area.mean(),
            "log aspect": np.abs(np.log(m.wide / m.deep)),
            "box filled": m.fill,
            "corners": np.array([float(len(s.cells.polygon(r) or ())) for r in range(n)]),
            "doors": s.abstract.doors[:n].sum(1),
            "windows": s.abstract.windows,
            "windows per m": s.abstract.windows / np.maximum(m.shared[:n, n], 1.0),
        }
        for k, v in values.items():
            out.setdefault(k, []).append(v)
    return {k: np.concatenate(v) for k, v in out.items()}


def _pairs(plans: Sequence[Sketch]) -> tuple[Floats, Floats]:
    """Of the pairs of rooms of two kinds, the share that adjoin and the share that are joined, (10, 2); and their number."""
    kinds = [(a, b) for a in range(len(KINDS)) for b in range(a, len(KINDS))]
    hits, count = np.zeros((len(kinds), 2)), np.zeros(len(kinds))
    for s in plans:
        a = s.abstract
        for i in range(a.size):
            for j in range(i):
                k = kinds.index((min(a.kinds[i], a.kinds[j]), max(a.kinds[i], a.kinds[j])))
                hits[k] += a.measures.shared[i, j] > 0, a.doors[i, j] > 0
                count[k] += 1
    return hits / np.maximum(count, 1)[:, None], count


def _plan_features(s: Sketch) -> Floats:
    """A plan as one row for the two-sample test: means, spreads and extremes of its rooms, and the whole of it."""
    x, _, _ = features(s.abstract)
    m, n = s.abstract.measures, s.abstract.size
    corners = np.array([float(len(s.cells.polygon(r) or ())) for r in range(n)])
    rooms = np.column_stack([x[:, len(KINDS) + 1 :], corners, np.log(m.area), m.shared[:n, n]])
    by_kind = [x[np.array(s.abstract.kinds) == k][:, 5:9].mean(0) if k in s.abstract.kinds else np.zeros(4) for k in range(4)]
    whole = [m.area.sum(), (m.shared[:n, :n] > 0).sum(), s.abstract.open.sum(), n]
    out: Floats = np.concatenate([rooms.mean(0), rooms.std(0), rooms.min(0), rooms.max(0), *by_kind, whole])
    return out


def two_sample(real: Sequence[Sketch], made: Sequence[Sketch], seed: int) -> float:
    """Cross-validated accuracy of boosted trees that tell made plans from real ones (0.5: cannot); pairs share a fold."""
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.model_selection import GroupKFold, cross_val_score

    x = np.array([_plan_features(s) for s in [*real, *made]])
    y = np.repeat([1, 0], [len(real), len(made)])
    groups = np.concatenate([np.arange(len(real)), np.arange(len(made))])
    model = HistGradientBoostingClassifier(max_iter=120, max_leaf_nodes=8, random_state=seed)
    return float(cross_val_score(model, x, y, groups=groups, cv=GroupKFold(5)).mean())


def compare(real: Sequence[Sketch], made: Sequence[Sketch]) -> dict[str, float]:
    """Distances of made plans from real ones; 0 is equal."""
    from scipy.stats import ks_2samp

    a, b = _room_values(real), _room_values(made)
    out = {f"KS {k}": float(ks_2samp(a[k], b[k]).statistic) for k in a}
    (p, n), (q, _) = _pairs(real), _pairs(made)
    w = n / n.sum()
    out["adjacency difference"] = float(np.abs(p - q)[:, 0] @ w)
    out["join difference"] = float(np.abs(p - q)[:, 1] @ w)
    out["open joins a plan"] = float(np.mean([s.abstract.open.sum() / 2 for s in made]))
    out["doors a room"] = float(np.mean([s.abstract.doors[:-1].sum() / s.abstract.size for s in made]))
    out["windows a room"] = float(np.mean(b["windows"]))
    out["reachable rooms"] = float(np.mean(np.concatenate([reach(s.abstract.doors) <= s.abstract.size for s in made])))
    return out


def evaluate(data: Path, prior: PlanPrior, seeds: Sequence[int]) -> dict[str, Any]:
    """Held-out plans against plans made for the same rooms by each system, the mean over seeds."""
    plans = read_plans(data)
    real = [p.sketch for p in plans if p.split == "test"]
    train: dict[tuple[int, ...], list[Sketch]] = {}
    for p in plans:
        if p.split == "train":
            train.setdefault(tuple(sorted(p.sketch.abstract.kinds)), []).append(p.sketch)
    systems: dict[str, Callable[[Sketch, np.random.Generator], Sketch]] = {
        "learned": lambda s, rng: sample_plan(s.abstract.kinds, prior, rng),
        "without the network": lambda s, rng: grown_plan(s.abstract.kinds, prior, rng),
        "random slicing": lambda s, rng: sliced_plan(s.abstract.kinds, float(s.abstract.measures.area.sum()), rng),
        "a training plan": lambda s, rng: _pick(train[tuple(sorted(s.abstract.kinds))], rng),
    }
    result: dict[str, Any] = {"plans": len(real), "rooms": sum(s.abstract.size for s in real), "systems": {}}
    result["real"] = {k: v for k, v in compare(real, real).items() if not k.startswith("KS") and "difference" not in k}
    for name, make in systems.items():
        rows = []
        for seed in seeds:
            rng = np.random.default_rng(seed)
            made = [make(s, rng) for s in real]
            rows.append({**compare(real, made), "two-sample accuracy": two_sample(real, made, seed)})
        result["systems"][name] = {k: round(float(np.mean([r[k] for r in rows])), 4) for k in rows[0]}
        log.info("%s: %s", name, result["systems"][name])
    return result


def _pick(plans: Sequence[Sketch], rng: np.random.Generator) -> Sketch:
    return plans[int(rng.integers(len(plans)))]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Learn floor plans and measure them")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds procthor/")
    parser.add_argument("--export", type=Path, help="folder for plans.json and plans.safetensors")
    parser.add_argument("--evaluate", type=Path, help="JSON file for the figures")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if args.export:
        export(args.data, args.export, args.seed)
    if args.evaluate:
        result = evaluate(args.data, PlanPrior.load(), range(3))
        args.evaluate.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
