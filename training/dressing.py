"""What stands on what: tables for dressing, learned from ProcTHOR's parent -> child placements.

    python -m diorama.training.dressing --data DIR --out model/weights/dressing.json

Only the training houses count. For every parent type and room type (and over all rooms, `any`), the table tells for each
child type: `mean` how many a parent carries, `share` of parents that carry at least one, `n` seen; and where they are, over
all rooms: `u`, `v` mean and deviation of the child's centre in the parent's footprint (-1 left or front edge .. 1 right or back
edge, local X and Y, front at -Y), `z` mean and deviation of its base as a share of the parent's height, `on_top` the share
that rests at the very top, `aligned` the share whose yaw equals the parent's within 5 degrees, and `turned`, `facing` for
those at right angles to it and opposite it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from ..model.geometry import wrap
from . import corpus

FORMAT = "diorama-dressing/1"
LEAST = 4  # placements of a pair before it is told


Rows = list[tuple[float, ...]]


def placements(data: Path) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str, str], Rows], list[tuple[str, ...]]]:
    """Parents by (type, room type), children by (parent type, room type, child type), and each parent's set of children."""
    known = corpus.assets(data)
    parents: dict[tuple[str, str], int] = defaultdict(int)
    children: dict[tuple[str, str, str], Rows] = defaultdict(list)
    carried: list[tuple[str, ...]] = []
    for key, house in corpus.houses(data):
        if corpus.split_of(key) != "train":
            continue
        types = {r["id"].split("|")[1]: corpus.ROOM_TYPES[r["roomType"]] for r in house["rooms"]}
        stack = [(item, types.get(corpus.room_of(item))) for item in house["objects"]]
        while stack:
            item, room = stack.pop()
            row = corpus.object_row(item, known)
            stack += [(child, room) for child in item.get("children", [])]
            if row is None or room is None:
                continue
            kind = known[item["assetId"]][0]
            parents[kind, room] += 1
            for child in item.get("children", []):
                c = corpus.object_row(child, known)
                if c is None:
                    continue
                name = known[child["assetId"]][0]
                children[kind, room, name].append(_relative(row, c))
                carried.append((kind, room, name, str(id(item))))
    return parents, children, carried


def _relative(p: tuple[float, ...], c: tuple[float, ...]) -> tuple[float, ...]:
    """u, v, z, yaw of a child relative to its parent."""
    dx, dy = c[0] - p[0], c[1] - p[1]
    cos, sin = np.cos(p[5]), np.sin(p[5])
    u, v = (dx * cos + dy * sin) / (p[2] / 2), (dy * cos - dx * sin) / (p[3] / 2)
    return float(u), float(v), (c[6] - p[6]) / p[4], float(wrap(c[5] - p[5]))


def _place(rows: Rows) -> dict[str, Any]:
    u, v, z, yaw = np.array(rows).T
    turn = np.abs(np.degrees(yaw))
    two = [[round(float(a.mean()), 3), round(float(a.std()), 3)] for a in (np.clip(u, -1.5, 1.5), np.clip(v, -1.5, 1.5), z)]
    return {
        "u": two[0], "v": two[1], "z": two[2],
        "on_top": round(float((np.abs(z - 1) < 0.03).mean()), 3),
        "aligned": round(float((turn < 5).mean()), 3),
        "turned": round(float((np.abs(turn - 90) < 5).mean()), 3),
        "facing": round(float((turn > 175).mean()), 3),
    }  # fmt: skip


def tables(data: Path) -> dict[str, Any]:
    """The whole table as JSON."""
    parents, children, carried = placements(data)
    bearers: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for kind, room, name, ident in carried:
        bearers[kind, room, name].add(ident)
    out: dict[str, Any] = {}
    for parent in sorted({k[0] for k in children}):
        entry: dict[str, Any] = {"children": {}, "place": {}}
        names = {k[2] for k in children if k[0] == parent}
        rooms = {r: n for (p, r), n in parents.items() if p == parent}
        for name in sorted(names):
            rows = [row for r in rooms for row in children.get((parent, r, name), [])]
            if len(rows) < LEAST:
                continue
            entry["place"][name] = {"n": len(rows)} | _place(rows)
            for room in [*sorted(rooms), "any"]:
                these = sorted(rooms) if room == "any" else [room]
                n = sum(rooms[r] for r in these)
                seen = sum(len(children.get((parent, r, name), [])) for r in these)
                share = sum(len(bearers.get((parent, r, name), ())) for r in these) / n
                if seen:
                    entry["children"].setdefault(room, {})[name] = {"mean": round(seen / n, 4), "share": round(share, 4)}
        if entry["place"]:
            entry["seen"] = dict(sorted(rooms.items())) | {"any": sum(rooms.values())}
            out[parent] = entry
    return {"format": FORMAT, "source": "ProcTHOR (Apache-2.0), training houses; docs/data.md", "parents": out}


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("model/weights/dressing.json"))
    options = parser.parse_args(argv)
    table = tables(options.data)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(table, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
    pairs = sum(len(p["place"]) for p in table["parents"].values())
    placed = sum(v["n"] for p in table["parents"].values() for v in p["place"].values())
    sys.stdout.write(f"{len(table['parents'])} parents, {pairs} pairs, {placed} placements, {options.out.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
