"""From results of single cases to the figures that are published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from ...model.layout.design import WEIGHTS

KINDS = ("CNT", "ATR", "OOR", "OAR")
Rows = Sequence[dict[str, Any]]


def percent(n: float, of: float) -> float:
    """n of so many, in per cent, one decimal."""
    return round(100 * n / of, 1) if of else 0.0


def following(rows: Rows) -> dict[str, Any]:
    """Constraints met, in per cent: over all worlds, and the spread between seeds. A world that failed meets none."""
    out: dict[str, Any] = {"worlds": len(rows), "failed": sum("error" in r for r in rows)}
    verdicts = [(r["seed"], v) for r in rows for v in r.get("verdicts", ())]
    for kind in KINDS:
        mine = [(s, v["met"]) for s, v in verdicts if v["kind"] == kind]
        by_seed = [
            percent(sum(m for s, m in mine if s == seed), sum(s == seed for s, _ in mine)) for seed in {s for s, _ in mine}
        ]
        out[kind] = percent(sum(m for _, m in mine), len(mine))
        out[f"{kind}_asked"] = len(mine)
        out[f"{kind}_spread"] = round(float(np.std(by_seed)), 1) if len(by_seed) > 1 else 0.0
    asked = sum(r.get("rooms_asked", 0) for r in rows)
    if asked:
        out["rooms_made"] = percent(sum(r.get("rooms_made", 0) for r in rows), asked)
    return out


def physical(rows: Rows) -> dict[str, Any]:
    """Figures of collision, bounds, support and free floor over worlds."""
    good = [r for r in rows if "figures" in r]
    things = sum(r["things"] for r in good)
    doors, windows = sum(r["doors"] for r in good), sum(r["windows"] for r in good)
    blocked = {(r["key"], gate) for r in good for gate, _ in r["blocked"]}
    doors_blocked = {b for b in blocked if "door" in b[1]}
    return {
        "worlds": len(rows),
        "failed": len(rows) - len(good),
        "things": things,
        "things_per_room": round(things / max(sum(len(r["rooms"]) for r in good), 1), 1),
        "worlds_with_collision": sum(bool(r["colliding"]) for r in good),
        "COL": percent(sum(len({i for p in r["colliding"] for i in p}) for r in good), things),
        "out_of_bounds": sum(len(r["outside"]) for r in good),
        "SUP": round(100 * (1 - sum(len(r["floating"]) for r in good) / max(things, 1)), 2),
        "NAV": mean(r["figures"]["NAV"] for r in good),
        "NAV_least": round(min((r["figures"]["NAV"] for r in good), default=0.0), 1),
        "ACC": mean(r["figures"]["ACC"] for r in good),
        "OPC": percent(doors + windows - len(blocked), doors + windows) if doors + windows else 100.0,
        "doors": doors,
        "doors_blocked": len(doors_blocked),
        "seconds_median": round(float(np.median([r["seconds"] for r in good])), 2) if good else 0.0,
        "seconds_95": round(float(np.percentile([r["seconds"] for r in good], 95)), 2) if good else 0.0,
    }


def mean(values: Iterable[float]) -> float:
    """Mean, one decimal."""
    listed = list(values)
    return round(float(np.mean(listed)), 1) if listed else 0.0


def designs(scores: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Median of the design score and of each of its terms over rooms, where a term applies."""
    out: dict[str, Any] = {"rooms": len(scores)}
    for term in ("total", *WEIGHTS):
        have = [s[term] for s in scores if s[term] is not None]
        out[term] = round(float(np.median(have)), 3) if have else None
    return out


def failures(rows: Rows) -> list[tuple[str, str, int, int, list[str]]]:
    """What constraints fail at, most often first: kind, relation or reason, failed, asked, keys of some worlds."""
    asked: Counter[tuple[str, str]] = Counter()
    missed: Counter[tuple[str, str]] = Counter()
    where: dict[tuple[str, str], list[str]] = {}
    for r in rows:
        for v in r.get("verdicts", ()):
            about = v["about"] if v["kind"] in ("OOR", "OAR") else _sort(v)
            names = [(v["kind"], about)]
            if v["kind"] in ("OOR", "OAR") and v["reason"].startswith("absent"):
                names = [(v["kind"], "a thing is absent")]
            for name in names:
                asked[name] += 1
                if not v["met"]:
                    missed[name] += 1
                    where.setdefault(name, []).append(r["key"])
    return [(k, a, n, asked[k, a], where[k, a][:6]) for (k, a), n in missed.most_common()]


def _sort(v: dict[str, Any]) -> str:
    if v["kind"] == "ATR":
        return "thing absent" if not v["found"] else str(v["about"])
    if v["met"]:
        return "met"
    if not v["found"]:
        return str(v["reason"]) or "absent"
    return "too many" if v["text"].startswith(("eq", "le", "lt")) and v["found"] > int(v["text"].split(" ")[1]) else "too few"


def score(row: dict[str, Any]) -> float:
    """How good a world is, for sorting: its constraints met, less what is physically wrong, then its design."""
    verdicts = row.get("verdicts", [])
    met = sum(v["met"] for v in verdicts) / len(verdicts) if verdicts else 1.0
    wrong = len(row["colliding"]) + len(row["outside"]) + len(row["floating"]) + 0.2 * len(row["blocked"])
    design = float(np.mean([d["total"] for d in row["design"]])) if row["design"] else 0.0
    return met - 0.2 * wrong + 0.3 * design
