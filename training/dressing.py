"""What stands on what, where, and beside what: the tables of dressing, learned from every source that tells of placements.

    python -m diorama.training.dressing --data DIR --out model/weights/dressing.json [--report docs/dressing_eval.json]

Placements come from rooms (parent and child in ProcTHOR, VirtualHome, RoboCasa: category, place, room type) and from facts
(BEHAVIOR's activities, VirtualHome's scripts, TDW's arrangement tables: category only); what rooms contain comes from BEHAVIOR.
The model, fitted on the training houses, its strengths chosen on the validation houses, measured on the test houses:

    P(child | parent)        counts, smoothed towards the parent's kin (Dirichlet), which are smoothed towards all parents
    P(child | parent, room)  the same times lift(child, room) ** gamma, renormalised; lift is observed over expected
    P(u, v | parent, child)  a truncated normal over the parent's footprint, mixed with uniform
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from ..model.catalogue import categories, is_a, vocabulary
from ..model.geometry import wrap
from ..model.language.encoder import Encoder
from ..model.layout.customs import DEPTH, ROLES, SIDEWAYS, host_rank
from ..model.layout.habits import FORMAT, LIFT
from ..model.layout.themes import TOPS
from .corpora import behavior, procthor, robocasa, tdw, virtualhome
from .corpora.records import LayoutObject, LayoutRoom, split_of

TRUST = {"procthor": 1.0, "virtualhome": 0.8, "robocasa": 0.8, "tdw": 0.5, "activities": 1.0, "scripts": 0.5, "tables": 0.4}
SATURATED = 20.0  # facts of a source about a parent from which on the source is fully heard
KEPT, KEPT_PLACES = 26, 16  # children and places told of a parent
LEAST = 12  # placements before a place is told
FLOOR_SHARE, WIDEST = 1e-5, 6.0
PARENT_STRENGTH, KIN_STRENGTH, LIFT_STRENGTH, PLACE_SHARE = 8.0, 1.5, 6.0, 0.9
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Placement:
    """One fact: a child on or in a parent, in a room type if known, with its place on the parent if known."""

    source: str
    split: str
    room: str
    parent: str
    child: str
    scene: str  # things of the same scene and parent stand together
    place: tuple[float, float, float] | None = None  # u, v in -1..1 of the footprint, yaw relative to the parent
    weight: float = 1.0


# ---------------------------------------------------------------------------------------------- reading


def in_rooms(rooms: Sequence[LayoutRoom]) -> Iterator[Placement]:
    """The placements of rooms with positions."""
    for number, room in enumerate(rooms):
        for o in room.objects:
            if o.parent < 0 or o.support not in ("on", "in"):
                continue
            p = room.objects[o.parent]
            scene = f"{room.house}/{number}/{o.parent}"
            yield Placement(room.source, room.split, room.type, p.category, o.category, scene, relative(p, o))


def relative(p: LayoutObject, c: LayoutObject) -> tuple[float, float, float]:
    """u, v, yaw of a child in its parent's footprint: -1 left or front edge, 1 right or back edge."""
    cos, sin = np.cos(p.yaw), np.sin(p.yaw)
    dx, dy = c.x - p.x, c.y - p.y
    u, v = (dx * cos + dy * sin) / max(p.w / 2, 1e-6), (dy * cos - dx * sin) / max(p.d / 2, 1e-6)
    return float(np.clip(u, -1, 1)), float(np.clip(v, -1, 1)), float(wrap(c.yaw - p.yaw))


def word_of(synset: str) -> str:
    """`hand_towel.n.01_1` -> `hand_towel`."""
    return re.sub(r"\.[a-z]\.\d+.*$", "", synset.lstrip("?")).split("__")[0]


def named(word: str, kin: dict[str, str] | None = None) -> str | None:
    """The catalogue's category of a source's word, by its own name, its head noun or its broader word."""
    for _ in range(4):
        found = behavior.category_of(word) or vocabulary().get(word.replace("_", " ").replace("-", " "))
        if found is None and "_" in word:
            found = vocabulary().get(word.split("_")[-1])
        if found is not None or kin is None or word not in kin:
            return found
        word = kin[word]
    return None


def activity_facts(data: Path) -> Iterator[Placement]:
    """BEHAVIOR: (inside a b) and (ontop a b) of 1,016 activities. What a goal demands is tidier than where the task begins."""
    folder = data / "behavior1k"
    kin = {}
    for line in (folder / "synsets.csv").read_text(encoding="utf-8").splitlines()[1:]:
        synset, _, rest = line.partition(",")
        kin[word_of(synset)] = word_of(rest.strip('"').split(",")[0].strip('"'))
    rooms = {name: kind for scenes, name, kind in reversed(behavior.ROOM_TYPES)} | {"private_office": "home_office"}
    with tarfile.open(folder / "activity_definitions.tar.gz") as archive:
        for member in sorted((m for m in archive.getmembers() if m.name.endswith(".bddl")), key=lambda m: m.name):
            text = archive.extractfile(member).read().decode()  # type: ignore[union-attr]
            start, _, goal = text.partition("(:goal")
            where = {word_of(a): rooms.get(b, "") for a, b in re.findall(r"\(inroom (\S+) ([a-z_]+)\)", text)}
            for part, weight in ((start, 1.0), (goal, 2.0)):
                for _, a, b in re.findall(r"\((inside|ontop) (\S+) ([^\s)]+)\)", part):
                    child, parent = named(word_of(a), kin), named(word_of(b), kin)
                    if child and parent and word_of(b) != "floor":
                        scene = f"{member.name}/{word_of(b)}/{weight:g}"
                        room = where.get(word_of(b), "")
                        yield Placement("activities", split_of_name(member.name), room, parent, child, scene, None, weight)


def split_of_name(name: str) -> str:
    """A split for facts that belong to no house."""
    return split_of(hashlib.sha256(name.encode()).hexdigest())


def script_facts(data: Path) -> Iterator[Placement]:
    """VirtualHome: where a script may put a thing."""
    table = json.loads((data / "virtualhome" / "object_script_placing.json").read_text(encoding="utf-8"))
    for thing, places in sorted(table.items()):
        child = named(re.sub(r"^(food|clothes|instrument)_", "", thing))
        for place in places:
            parent = named(place["destination"].lower())
            if child and parent:
                yield Placement("scripts", split_of_name(thing), "", parent, child, "", None)


def table_facts(data: Path) -> Iterator[Placement]:
    """TDW: what may stand on or in what."""
    for name in ("on_top_of", "inside_of", "enclosed_by"):
        table = json.loads((data / "tdw" / "proc_gen_arrangements" / f"{name}.json").read_text(encoding="utf-8"))
        for host, things in sorted(table.items()):
            for thing in things:
                child, parent = named(thing), named(host)
                if child and parent:
                    yield Placement("tables", split_of_name(host + thing), "", parent, child, "", None)


def small(name: str) -> bool:
    """Whether a category stands on or in others."""
    c = categories().get(name)
    return c is not None and bool({"on", "in"} & set(c.supports))


def gather(data: Path) -> tuple[list[Placement], list[LayoutRoom]]:
    """All placements of small things, and the rooms whose contents are known."""
    rooms = [r for source in (procthor, robocasa, tdw, virtualhome) for r in source.load(data)]
    facts = [*in_rooms(rooms), *activity_facts(data), *script_facts(data), *table_facts(data)]
    facts = [f for f in facts if small(f.child) and f.parent in categories() and f.parent != f.child]
    return facts, list(behavior.load(data))


# ---------------------------------------------------------------------------------------------- the model


@dataclass
class Model:
    """Counts and what is made of them. `kin` holds how alike two hosts are."""

    counts: dict[str, dict[str, Counter[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Counter)))
    words: list[str] = field(default_factory=list)
    kin: dict[Pair, float] = field(default_factory=dict)
    overall: dict[str, float] = field(default_factory=dict)
    lifts: dict[str, dict[str, float]] = field(default_factory=dict)
    places: dict[Pair, np.ndarray] = field(default_factory=dict)  # mean u, sd u, mean v, sd v, aligned, n
    _kin: dict[str, dict[str, float]] = field(default_factory=dict)

    def of_source(self, source: str, parent: str) -> dict[str, float]:
        """P(child | parent) by one source, smoothed towards its kin in all sources."""
        own = self.counts[source].get(parent, Counter())
        n = sum(own.values())
        back = self.of_kin(parent)
        return {w: (own[w] + PARENT_STRENGTH * back[w]) / (n + PARENT_STRENGTH) for w in self.words}

    def of_kin(self, parent: str) -> dict[str, float]:
        """P(child | hosts like the parent), smoothed towards all hosts."""
        if parent not in self._kin:
            total: Counter[str] = Counter()
            weight = 0.0
            for source, table in sorted(self.counts.items()):
                for other, own in sorted(table.items()):
                    likeness = self.kin.get((parent, other), 0.0)
                    n = sum(own.values())
                    if likeness > 0 and n and other != parent:
                        w = TRUST[source] * likeness * n / (n + SATURATED)
                        weight += w
                        for c, k in own.items():
                            total[c] += w * k / n
            back = KIN_STRENGTH
            self._kin[parent] = {w: (total[w] + back * self.overall[w]) / (weight + back) for w in self.words}
        return self._kin[parent]

    def mixed(self, parent: str) -> dict[str, float]:
        """P(child | parent) of the product: the sources by how much each knows of the parent, and its kin."""
        out = np.zeros(len(self.words))
        total = 0.0
        for source in sorted(self.counts):
            n = sum(self.counts[source].get(parent, Counter()).values())
            if n:
                w = TRUST[source] * n / (n + SATURATED)
                p = self.of_source(source, parent)
                out += w * np.array([p[c] for c in self.words])
                total += w
        if total < 0.25:
            back = self.of_kin(parent)
            out += (0.25 - total) * np.array([back[c] for c in self.words])
        return dict(zip(self.words, (out / out.sum()).tolist(), strict=True))

    def in_room(self, p: dict[str, float], room: str, gamma: float = LIFT) -> dict[str, float]:
        """P(child | parent, room)."""
        lift = self.lifts.get(room, {})
        raw = {c: q * lift.get(c, 1.0) ** gamma for c, q in p.items()}
        total = sum(raw.values())
        return {c: q / total for c, q in raw.items()}


def likeness(hosts: Sequence[str]) -> dict[Pair, float]:
    """How alike hosts are: 1 the broader category of the same, else by shared role and the encoder's cosine."""
    vectors = Encoder.load().encode([h.replace("_", " ") for h in hosts])
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    cosine = vectors @ vectors.T
    roles = [{r for r, names_ in ROLES.items() if any(is_a(h, n) for n in names_)} for h in hosts]
    out = {}
    for i, a in enumerate(hosts):
        for j, b in enumerate(hosts):
            if i == j:
                continue
            s = max(float(cosine[i, j]) - 0.3, 0.0) ** 2
            s += 0.5 * bool(roles[i] & roles[j]) + 1.0 * (is_a(a, b) or is_a(b, a))
            if s > 0.05:
                out[a, b] = s
    return out


def fit(facts: Sequence[Placement], contents: Sequence[LayoutRoom], hosts: Sequence[str], kin: dict[Pair, float]) -> Model:
    """The model of some facts."""
    m = Model(kin=kin)
    for f in facts:
        m.counts[f.source][f.parent][f.child] += f.weight  # type: ignore[assignment]
    m.words = sorted({c for t in m.counts.values() for own in t.values() for c in own})
    share = np.full(len(m.words), FLOOR_SHARE)
    for source, table in sorted(m.counts.items()):
        total = sum(sum(own.values()) for own in table.values())
        share += TRUST[source] * np.array([sum(own[w] for own in table.values()) / total for w in m.words])
    m.overall = dict(zip(m.words, (share / share.sum()).tolist(), strict=True))
    m.lifts = _lifts(m, facts, contents)
    rows: dict[Pair, list[tuple[float, float, float]]] = defaultdict(list)
    for f in facts:
        if f.place is not None:
            rows[f.parent, f.child].append(f.place)
            rows["any", f.child].append(f.place)
    for key, of in rows.items():
        if len(of) >= LEAST:
            a = np.array(of)
            aligned = float((np.abs(a[:, 2]) < np.radians(8)).mean())
            m.places[key] = np.array([a[:, 0].mean(), a[:, 0].std(), a[:, 1].mean(), a[:, 1].std(), aligned, len(a)])
    return m


def _lifts(m: Model, facts: Sequence[Placement], contents: Sequence[LayoutRoom]) -> dict[str, dict[str, float]]:
    """Observed over expected numbers of each child in each room type, given what the parents there carry anywhere."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    expected: dict[str, Counter[str]] = defaultdict(Counter)
    by_parent: dict[tuple[str, str, str], float] = Counter()
    for f in facts:
        if f.room:
            seen[f.room][f.child] += f.weight  # type: ignore[assignment]
            by_parent[f.source, f.parent, f.room] += f.weight
    for (source, parent, room), n in sorted(by_parent.items()):
        own = m.counts[source][parent]
        total = sum(own.values())
        for c, k in own.items():
            expected[room][c] += n * k / total  # type: ignore[assignment]
    rooms_with: dict[str, Counter[str]] = defaultdict(Counter)
    everywhere: Counter[str] = Counter()
    for room in contents:
        for o in room.objects:
            if small(o.category):
                rooms_with[room.type][o.category] += 1
                everywhere[o.category] += 1
    out: dict[str, dict[str, float]] = {}
    total_all = max(sum(everywhere.values()), 1)
    for room in sorted({*seen, *rooms_with}):
        out[room] = {}
        n = max(sum(rooms_with[room].values()), 1)
        for c in m.words:
            a = (seen[room][c] + LIFT_STRENGTH) / (expected[room][c] + LIFT_STRENGTH)
            mean = n * everywhere[c] / total_all
            b = (rooms_with[room][c] + LIFT_STRENGTH) / (mean + LIFT_STRENGTH)
            lift = float(np.clip(a * b, 1 / WIDEST, WIDEST))
            if abs(np.log(lift)) > 0.1:
                out[room][c] = lift
    return out


def together(facts: Sequence[Placement], words: Sequence[str]) -> dict[str, dict[str, float]]:
    """For each thing what stands on the same host more often than the hosts alone would have it: lift above 1.25."""
    scenes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for f in facts:
        if f.scene:
            scenes[f.scene, f.parent].add(f.child)
    has: dict[str, Counter[str]] = defaultdict(Counter)
    parents: Counter[str] = Counter()
    pairs: Counter[Pair] = Counter()
    expected: Counter[Pair] = Counter()
    groups: dict[str, list[set[str]]] = defaultdict(list)
    for (_, parent), things in sorted(scenes.items(), key=lambda kv: kv[0]):
        parents[parent] += 1
        groups[parent].append(things)
        for c in things:
            has[parent][c] += 1
    for parent, sets in groups.items():
        for things in sets:
            for a in things:
                for b in things:
                    if a != b:
                        pairs[a, b] += 1
        for a, na in has[parent].items():
            for b, nb in has[parent].items():
                if a != b:
                    expected[a, b] += na * nb / parents[parent]  # type: ignore[assignment]
    out: dict[str, dict[str, float]] = {}
    for a in words:
        mates = {b: (pairs[a, b] + 4) / (expected[a, b] + 4) for b in words if pairs[a, b] >= 4}
        best = sorted(((v, b) for b, v in mates.items() if v > 1.25), reverse=True)[:8]
        if best:
            out[a] = {b: round(float(v), 2) for v, b in best}
    return out


# ---------------------------------------------------------------------------------------------- the tables


def hosts_of(facts: Sequence[Placement]) -> list[str]:
    """Every category that carries things: those that the sources know, and those with a role of their own."""
    with_role = {c for c in categories() if any(is_a(c, n) for names in ROLES.values() for n in names)}
    return sorted(with_role | {f.parent for f in facts})


def usual(child: str, host: str, told: float) -> bool:
    """Whether a child may stand on a host in the product: by custom, or told by the sources often enough."""
    rank = host_rank(categories()[child], host)
    return rank > 0.3 or (rank > 0 and told >= 3) or told >= 12


def tables(m: Model, facts: Sequence[Placement], hosts: Sequence[str]) -> dict[str, Any]:
    """What ships, as JSON."""
    on: dict[str, dict[str, float]] = {}
    place: dict[str, dict[str, list[float]]] = {}
    told: Counter[Pair] = Counter()
    for f in facts:
        told[f.parent, f.child] += f.weight  # type: ignore[assignment]
    carriers = [h for h in hosts if any(is_a(h, n) for names in ROLES.values() for n in names)]
    for host in carriers:
        p = m.mixed(host)
        best = sorted(((q, c) for c, q in p.items() if usual(c, host, told[host, c])), reverse=True)[:KEPT]
        total = sum(q for q, _ in best)
        if total > 0:
            on[host] = {c: round(q / total, 4) for q, c in sorted(best, key=lambda x: x[1]) if q / total >= 0.002}
    for (host, child), row in sorted(m.places.items()):
        if host == "any" or (host in on and child in on[host]):
            place.setdefault(host, {})[child] = [round(float(v), 2) for v in row[:5]]
    rooms = {r: {c: round(v, 2) for c, v in of.items() if any(c in t for t in on.values())} for r, of in m.lifts.items()}
    return {
        "format": FORMAT,
        "source": "ProcTHOR (Apache-2.0), BEHAVIOR-1K (MIT), VirtualHome (MIT), TDW (BSD-2); docs/model_dressing.md",
        "on": on,
        "room": {r: of for r, of in sorted(rooms.items()) if of},
        "beside": {a: b for a, b in together(facts, m.words).items()},
        "place": place,
    }


# ---------------------------------------------------------------------------------------------- measuring


def by_hand(host: str, words: Sequence[str]) -> dict[str, float]:
    """P(child | host) of the hand-written customs, with a little for everything else."""
    raw = dict.fromkeys(words, 0.02 / len(words))
    rows = [(g, chance * most) for h, of in TOPS.items() if is_a(host, h) for g, chance, most in of]
    rows = [(w, n) for g, n in rows for w in words if is_a(w, g) or is_a(g, w)]
    total = sum(n for _, n in rows)
    for g, n in rows:
        raw[g] += 0.98 * n / max(total, 1e-9)
    s = sum(raw.values())
    return {w: p / s for w, p in raw.items()}


def kind_score(facts: Sequence[Placement], p_of: Any) -> float:
    """Mean log-likelihood (nats) of each placement's child, given parent and room."""
    kept: dict[tuple[str, str], dict[str, float]] = {}
    total, weight = 0.0, 0.0
    for f in facts:
        key = (f.parent, f.room)
        if key not in kept:
            kept[key] = p_of(*key)
        total += f.weight * float(np.log(max(kept[key].get(f.child, 0.0), 1e-7)))
        weight += f.weight
    return total / max(weight, 1.0)


def normal_density(x: np.ndarray, mean: float, sd: float) -> np.ndarray:
    """Density of a normal cut to -1..1."""
    from scipy.stats import norm

    sd = max(sd, 0.06)
    inside = norm.cdf(1, mean, sd) - norm.cdf(-1, mean, sd)
    return np.asarray(norm.pdf(x, mean, sd) / max(inside, 1e-6))


def place_score(facts: Sequence[Placement], row_of: Any) -> float:
    """Mean log-density (nats) of (u, v) of each placement on its parent."""
    groups: dict[Pair, list[tuple[float, float, float]]] = defaultdict(list)
    for f in facts:
        if f.place is not None:
            groups[f.parent, f.child].append(f.place)
    total, n = 0.0, 0
    for key, of in groups.items():
        a = np.array(of)
        row = row_of(*key)
        density = np.full(len(a), 0.25)
        if row is not None:
            shaped = normal_density(a[:, 0], row[0], row[1]) * normal_density(a[:, 1], row[2], row[3])
            density = PLACE_SHARE * shaped + (1 - PLACE_SHARE) * 0.25
        total += float(np.log(np.maximum(density, 1e-6)).sum())
        n += len(a)
    return total / max(n, 1)


def hand_place(_: str, child: str) -> Sequence[float] | None:
    """The hand-written places as normals."""
    v, u = DEPTH.get(child), SIDEWAYS.get(child, 0.0)
    return None if v is None else (u, 0.5, v, 0.4)


def measure(facts: Sequence[Placement], contents: Sequence[LayoutRoom], hosts: Sequence[str], kin: dict[Pair, float]) -> Any:
    """Log-likelihoods on the test houses and test activities, of the model, its ablations and the baselines."""
    train = [f for f in facts if f.split == "train"]
    m = fit(train, contents, hosts, kin)
    only = fit([f for f in train if f.source == "procthor"], (), hosts, kin)
    uniform = dict.fromkeys(m.words, 1 / len(m.words))
    test = [f for f in facts if f.split == "test" and f.source == "procthor"]
    tasks = [f for f in facts if f.split == "test" and f.source == "activities"]
    mine = [f for f in train if f.source == "procthor"]
    strange = {"frequency": 0.0, "kin": 0.0}  # parents the model never saw: mean over them
    parents = sorted({f.parent for f in test})
    for parent in parents:
        blind = fit([f for f in mine if f.parent != parent], (), hosts, kin)
        these = [f for f in test if f.parent == parent]
        for name, p in (("frequency", blind.overall), ("kin", blind.of_kin(parent))):
            strange[name] += kind_score(these, lambda *_, p=p: p) / len(parents)

    kinds = {
        "uniform": lambda p, r: uniform,
        "frequency": lambda p, r: m.overall,
        "hand tables": lambda p, r: by_hand(p, m.words),
        "parent, no room": lambda p, r: only.of_source("procthor", p),
        "learned (ProcTHOR)": lambda p, r: only.in_room(only.of_source("procthor", p), r),
        "shipped (all sources)": lambda p, r: m.in_room(m.mixed(p), r),
    }
    pooled = np.array([f.place[:2] for f in train if f.place is not None])
    middle = (pooled[:, 0].mean(), pooled[:, 0].std(), pooled[:, 1].mean(), pooled[:, 1].std())
    places = {
        "uniform": lambda p, c: None,
        "frequency (one for all)": lambda p, c: middle,
        "hand tables": hand_place,
        "by child": lambda p, c: m.places.get(("any", c)),
        "learned": lambda p, c: m.places.get((p, c), m.places.get(("any", c))),
    }
    frequency = only.overall | {w: 1e-6 for w in m.words if w not in only.overall}
    kinds["frequency"] = lambda p, r: frequency
    return {
        "placements": {s: sum(f.source == s for f in facts) for s in sorted({f.source for f in facts})},
        "test placements": {"procthor": len(test), "activities": len(tasks)},
        "kind, held-out houses": {k: round(kind_score(test, p), 3) for k, p in kinds.items()},
        "kind, held-out activities": {
            k: round(kind_score(tasks, kinds[k]), 3)
            for k in ("uniform", "frequency", "hand tables", "learned (ProcTHOR)", "shipped (all sources)")
        },
        "kind, parent never seen (mean over parents)": {k: round(v, 3) for k, v in strange.items()},
        "place, held-out houses": {k: round(place_score(test, p), 3) for k, p in places.items()},
        "gamma on validation": {
            g: round(
                kind_score(
                    [f for f in facts if f.split == "val" and f.source == "procthor"],
                    lambda p, r, g=g: only.in_room(only.of_source("procthor", p), r, g),
                ),
                3,
            )
            for g in (0.0, 0.4, 0.7, 1.0)
        },
    }


def main(argv: list[str] | None = None) -> int:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("model/weights/dressing.json"))
    parser.add_argument("--report", type=Path, help="where to write the figures on held-out houses")
    options = parser.parse_args(argv)
    facts, contents = gather(options.data)
    hosts = hosts_of(facts)
    kin = likeness(hosts)
    if options.report:
        figures = measure(facts, contents, hosts, kin)
        options.report.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    train = [f for f in facts if f.split == "train"]
    table = tables(fit(train, contents, hosts, kin), train, hosts)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(table, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(facts)} facts, {len(table['on'])} hosts, {options.out.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
