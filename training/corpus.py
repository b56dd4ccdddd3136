"""ProcTHOR houses -> rooms as plain arrays, in the contract's frame (metres, Z up, local front at -Y, yaw CCW positive).

    python -m diorama.training.corpus --data DIR --out runs/corpus.npz

`DIR` holds the `*.jsonl.gz` houses and `db_asset-database.json` (docs/data.md says where each can be had).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOM_TYPES = {"Bedroom": "bedroom", "LivingRoom": "living_room", "Kitchen": "kitchen", "Bathroom": "bathroom"}
KINDS = (
    "ArmChair", "BaseballBat", "BasketBall", "Bed", "Boots", "Box", "Cart", "Chair", "ClothesDryer", "CoffeeTable",
    "CounterTop", "Desk", "DiningTable", "DogBed", "Dresser", "FloorLamp", "Fridge", "GarbageBag", "GarbageCan", "HousePlant",
    "LaundryHamper", "Ottoman", "Plunger", "RoomDecor", "Safe", "ShelvingUnit", "SideTable", "Sink", "Sofa", "Stool", "TVStand",
    "Toilet", "VacuumCleaner", "WashingMachine",
)  # fmt: skip
TEST_PERCENT, VAL_PERCENT = 16, 3  # of the houses
HUNG = ("Painting", "Television")  # top level, but on the wall


@dataclass(frozen=True, slots=True)
class CorpusRoom:
    """One room. `objects` columns: kind, x, y, w, d, h, yaw, z (base). `openings` columns: 0 door / 1 window, x0, y0, x1, y1,
    sill, height."""

    house: str  # hash of the house's content, so that copies of a house share a split
    split: str  # train, val or test
    type: str
    polygon: np.ndarray  # (n, 2) float, counter-clockwise
    openings: np.ndarray  # (m, 7) float
    objects: np.ndarray  # (k, 8) float


def assets(data: Path) -> dict[str, tuple[str, tuple[float, float, float]]]:
    """Asset id -> (type, size (width, depth, height))."""
    database = json.loads((data / "db_asset-database.json").read_text(encoding="utf-8"))
    return {
        a["assetId"]: (kind, (a["boundingBox"]["x"], a["boundingBox"]["z"], a["boundingBox"]["y"]))
        for kind, entries in database.items()
        for a in entries
    }


def houses(data: Path) -> list[tuple[str, dict[str, Any]]]:
    """(hash, house) of every distinct house under `data`, in a fixed order."""
    out: dict[str, dict[str, Any]] = {}
    for path in sorted(data.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                house = json.loads(line)
                content = [[r["floorPolygon"] for r in house["rooms"]], [o["assetId"] for o in house["objects"]]]
                key = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
                out.setdefault(key, house)
    return list(out.items())


def split_of(key: str) -> str:
    """The split of a house: its hash decides, so that it never changes when houses are added."""
    n = int(key[:8], 16) % 100
    return "test" if n < TEST_PERCENT else "val" if n < TEST_PERCENT + VAL_PERCENT else "train"


def room_of(item: dict[str, Any]) -> str:
    """Number of the room in which an object stands: the first number in its id."""
    return next((p for p in item["id"].split("|") if p.isdigit()), "")


def _segment(hole: list[dict[str, float]], wall: dict[str, Any]) -> tuple[np.ndarray, float, float]:
    """World segment (2, 2), sill and height of a hole, whose x runs along the wall from polygon[0] to polygon[1]."""
    a, b = (np.array([p["x"], p["z"]]) for p in wall["polygon"][:2])
    along = (b - a) / max(float(np.linalg.norm(b - a)), 1e-9)
    x0, x1 = sorted((hole[0]["x"], hole[1]["x"]))
    y0, y1 = sorted((hole[0]["y"], hole[1]["y"]))
    return np.stack([a + along * x0, a + along * x1]), y0, y1 - y0


def _openings(house: dict[str, Any], room_id: str) -> np.ndarray:
    walls = {w["id"]: w for w in house["walls"]}
    rows = []
    for kind, items in ((0, house["doors"]), (1, house["windows"])):
        for item in items:
            if room_id not in (item.get("room0"), item.get("room1")):
                continue
            wall = walls.get(item["wall0"])
            if wall is None:
                continue
            segment, sill, height = _segment(item["holePolygon"], wall)
            rows.append((kind, *segment.reshape(-1), sill, height))
    return np.array(rows, dtype=np.float64).reshape(-1, 7)


def object_row(item: dict[str, Any], known: dict[str, tuple[str, tuple[float, float, float]]]) -> tuple[float, ...] | None:
    """(x, y, w, d, h, yaw, base z) of an object in the contract's frame, or None if its asset has no size."""
    if item["assetId"] not in known:
        return None
    w, d, h = known[item["assetId"]][1]
    p = item["position"]
    yaw = np.pi - np.radians(item["rotation"]["y"])  # left-handed about +Y with front +Z -> right-handed about +Z, front -Y
    return p["x"], p["z"], w, d, h, float(np.angle(np.exp(1j * yaw))), p["y"] - h / 2


def rooms_of(key: str, house: dict[str, Any], known: dict[str, tuple[str, tuple[float, float, float]]]) -> list[CorpusRoom]:
    """The rooms of a house with their floor-standing top-level objects."""
    by_room: dict[str, list[tuple[float, ...]]] = {}
    broken = set()
    for item in house["objects"]:
        row = object_row(item, known)
        number = room_of(item)
        if row is None:
            if "wall" not in item["id"]:
                broken.add(number)  # something of unknown size stands there: left out, and the room is never judged by
            continue
        kind = known[item["assetId"]][0]
        if kind in KINDS and row[6] < 0.05:
            by_room.setdefault(number, []).append((KINDS.index(kind), *row))
    out = []
    for room in house["rooms"]:
        number = room["id"].split("|")[1]
        if number not in by_room or (number in broken and split_of(key) != "train"):
            continue
        polygon = np.array([(p["x"], p["z"]) for p in room["floorPolygon"]])[::-1]  # stored clockwise
        out.append(CorpusRoom(key, split_of(key), ROOM_TYPES[room["roomType"]], polygon, _openings(house, room["id"]),
                              np.array(by_room[number], dtype=np.float64)))  # fmt: skip
    return out


def save(path: Path, rooms: list[CorpusRoom]) -> None:
    """Write rooms as one npz of ragged arrays, atomically."""
    flat = {
        "house": np.array([r.house for r in rooms]),
        "split": np.array([r.split for r in rooms]),
        "type": np.array([r.type for r in rooms]),
    }
    for name in ("polygon", "openings", "objects"):
        parts = [getattr(r, name) for r in rooms]
        flat[name] = np.concatenate(parts)
        flat[f"{name}_end"] = np.cumsum([len(p) for p in parts])
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial.npz")
    np.savez_compressed(partial, **flat)
    os.replace(partial, path)


def load(path: Path) -> list[CorpusRoom]:
    """The rooms of a file written by `save`."""
    with np.load(path) as z:
        flat = {k: z[k] for k in z.files}
    parts = {n: np.split(flat[n], flat[f"{n}_end"][:-1]) for n in ("polygon", "openings", "objects")}
    return [
        CorpusRoom(str(flat["house"][i]), str(flat["split"][i]), str(flat["type"][i]),
                   parts["polygon"][i], parts["openings"][i], parts["objects"][i])
        for i in range(len(flat["house"]))
    ]  # fmt: skip


def build(data: Path) -> list[CorpusRoom]:
    """All rooms of all houses under `data`."""
    known = assets(data)
    return [room for key, house in houses(data) for room in rooms_of(key, house, known)]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("runs/corpus.npz"))
    options = parser.parse_args(argv)
    rooms = build(options.data)
    save(options.out, rooms)
    for split in ("train", "val", "test"):
        part = [r for r in rooms if r.split == split]
        counts = f"{len({r.house for r in part})} houses, {len(part)} rooms, {sum(len(r.objects) for r in part)} objects"
        sys.stdout.write(f"{split}: {counts}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
