"""The verdict on a world: which of the prompt's constraints it meets, each with what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

import numpy as np

from . import relations as rel
from .attributes import has
from .constraints import Placed, Prompt, Related
from .scene import Scene, Thing, footprint_gap
from .words import answers, meaning

HOLDS = 0.5
MOST_ANCHORS = 60
Kind = Literal["CNT", "ATR", "OOR", "OAR"]
# The relation words that people use -> the judge's.
SAME = {
    "next_to": "next", "adjacent": "next", "beside": "next", "by": "near", "nearby": "near", "close": "near", "close_to": "near",
    "inside": "within", "in": "within", "around": "surround", "center": "middle", "centre": "middle", "middle_of": "middle",
    "in_front_of": "front", "facing": "face", "faces": "face", "across_from": "across", "opposite": "across", "below": "under",
    "beneath": "under", "underneath": "under", "over": "above", "on_top": "on", "on_top_of": "on", "each_side": "flank",
    "left_of": "left", "right_of": "right", "along": "against", "far_from": "far", "hanging": "hang", "back_of": "behind",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """One constraint: its kind, the relation or value it is about, its text, how many things were found and met it, and whether
    that is what was asked for. `reason` is what stood in the way."""

    kind: Kind
    about: str
    text: str
    found: int
    good: int
    met: bool
    reason: str = ""

    def plain(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)


def canonical(name: str) -> str:
    """The judge's name for a relation."""
    return SAME.get(name.strip().lower(), name.strip().lower())


def judge(prompt: Prompt, scene: Scene) -> list[Verdict]:
    """All verdicts on a world, in the order of the prompt's constraints."""
    things = answers(scene, prompt.words())
    out: list[Verdict] = []
    for c in prompt.counts:
        n = len(things[c.word])
        why = "" if n else ("absent" if meaning(c.word) else "no such word in the catalogue")
        out.append(Verdict("CNT", c.word, f"{c.quantity.op} {c.quantity.value} {c.word}", n, n, c.quantity.met_by(n), why))
    for a in prompt.attributes:
        mine = things[a.word]
        n = sum(has(t, a.word, a.value) for t in mine)
        text = f"{a.quantity.op} {a.quantity.value} {a.word} {a.value}"
        out.append(Verdict("ATR", a.value, text, len(mine), n, a.quantity.met_by(n), "" if mine else "absent"))
    by_id = scene.by_id()
    out += [related(r, things, by_id) for r in prompt.relations]
    out += [placed(p, things, scene) for p in prompt.places]
    return out


def placed(p: Placed, things: dict[str, list[Thing]], scene: Scene) -> Verdict:
    """A relation to architecture."""
    name = canonical(p.relation)
    mine = things[p.word]
    scores = [rel.to_architecture(name, p.target.strip(), t, scene) for t in mine]
    n = sum(s >= HOLDS for s in scores)
    text = f"{p.quantity.op} {p.quantity.value} {p.word} {p.relation} {p.target}"
    return Verdict("OAR", f"{name} {p.target.strip()}", text, len(mine), n, p.quantity.met_by(n), _reason(mine, scores))


def _reason(mine: Sequence[Thing], scores: Sequence[float]) -> str:
    return "absent" if not mine else f"best {max(scores):.2f}, median {float(np.median(scores)):.2f}"


def score(name: str, t: Thing, anchor: Thing, by_id: dict[str, Thing]) -> float:
    """How well a thing stands in the relation to an anchor. What is stacked on a thing that is on the anchor is on it too."""
    if name != "on":
        return rel.PAIRS.get(name, rel.PAIRS["near"])(t, anchor)
    best, seen = rel.on(t, anchor), {t.id, anchor.id}
    while t.held in ("on", "in") and t.parent in by_id and t.parent not in seen:
        seen.add(t.parent)
        t = by_id[t.parent]
        best = max(best, rel.on(t, anchor))
    return best


def related(r: Related, things: dict[str, list[Thing]], by_id: dict[str, Thing]) -> Verdict:
    """A relation among things."""
    name = canonical(r.relation)
    anchors = things[r.anchor]
    text = f"{r.quantity.op} {r.quantity.value} {' + '.join(r.others)} {r.relation} {r.anchor}"
    needed = [r.anchor, *r.others]
    missing = [w for w in needed if not things[w]]
    if missing:
        return Verdict("OOR", name, text, 0, 0, r.quantity.op in ("le", "lt"), f"absent: {', '.join(dict.fromkeys(missing))}")
    if name == "surround":
        scores = _surrounding(r, anchors, things)
    elif name == "between":
        scores = _between(r, anchors, things)
    elif len(r.others) > 1:
        scores = [_group(name, a, r.others, things) for a in anchors]
    else:
        pairs = [[score(name, t, a, by_id) for a in anchors[:MOST_ANCHORS] if a is not t] for t in things[r.others[0]]]
        scores = [max(p, default=0.0) for p in pairs]
        n = sum(s >= HOLDS for s in scores)
        # one table before two armchairs is told as two: pairs may be what is counted
        paired = sum(s >= HOLDS for p in pairs for s in p)
        met = r.quantity.met_by(n) or r.quantity.met_by(paired)
        return Verdict("OOR", name, text, len(scores), n, met, f"best {max(scores, default=0.0):.2f}")
    n = sum(s >= HOLDS for s in scores)
    return Verdict("OOR", name, text, len(scores), n, r.quantity.met_by(n), f"best {max(scores, default=0.0):.2f}")


def _nearest(anchor: Thing, pool: Sequence[Thing], n: int) -> list[Thing]:
    return sorted((t for t in pool if t is not anchor), key=lambda t: footprint_gap(t.box, anchor.box))[:n]


def _ring(anchor: Thing, words: Sequence[str], things: dict[str, list[Thing]]) -> list[Thing]:
    """The things nearest to an anchor, as many of each word as are named."""
    out: list[Thing] = []
    for w in dict.fromkeys(words):
        out += _nearest(anchor, [t for t in things[w] if t not in out], words.count(w))
    return out


def _group(name: str, anchor: Thing, words: Sequence[str], things: dict[str, list[Thing]]) -> float:
    """Every one of a group stands in the relation."""
    ring = _ring(anchor, words, things)
    if len(ring) < len(words):
        return 0.0
    return min(rel.PAIRS.get(name, rel.PAIRS["near"])(t, anchor) for t in ring)


def _surrounding(r: Related, anchors: Sequence[Thing], things: dict[str, list[Thing]]) -> list[float]:
    """One score for each anchor when the group is spelt out, else one for each thing: that of the ring it is in."""
    if len(r.others) > 1:
        rings = [_ring(a, r.others, things) for a in anchors]
        return [rel.surround(a, ring) if len(ring) == len(r.others) else 0.0 for a, ring in zip(anchors, rings, strict=True)]
    mine: dict[str, list[Thing]] = {a.id: [] for a in anchors}
    for t in things[r.others[0]]:
        mine[min(anchors, key=lambda a: footprint_gap(t.box, a.box)).id].append(t)
    scores = [(rel.surround(a, mine[a.id]), len(mine[a.id])) for a in anchors]
    if r.quantity.value == 1 and r.quantity.op == "eq":
        return [s for s, _ in scores]
    return [s for s, n in scores for _ in range(n)]


def _between(r: Related, anchors: Sequence[Thing], things: dict[str, list[Thing]]) -> list[float]:
    """The last name stands between the anchor and the other name, or between two anchors."""
    ends = things[r.others[0]] if len(r.others) > 1 else anchors
    pairs = [(a, b) for a in anchors for b in ends if a is not b]
    return [max((rel.between(t, a, b) for a, b in pairs if t is not a and t is not b), default=0.0) for t in things[r.others[-1]]]


def shares(verdicts: Sequence[Verdict]) -> dict[str, tuple[int, int]]:
    """Met and asked for, by kind."""
    out = {}
    for kind in ("CNT", "ATR", "OOR", "OAR"):
        mine = [v for v in verdicts if v.kind == kind]
        out[kind] = (sum(v.met for v in mine), len(mine))
    return out
