"""VirtualHome's hand-made apartments -> rooms.

Boxes are aligned with the world and tell no front: a thing is turned with its back to the nearest wall along its shorter side,
a seat to the table or desk beside it. So sizes along X and Y are exact, fronts are an estimate. Floors are tiles of 2.5 m.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from ...model.catalogue import categories
from ...model.geometry import inside, yaw_facing
from .outline import outline
from .records import LayoutObject, LayoutOpening, LayoutRoom, SupportKind, split_of

ROOM_TYPES = {"bathroom": "bathroom", "bedroom": "bedroom", "kitchen": "kitchen", "livingroom": "living_room"}
CATEGORIES = {
    "apple": "apple", "bananas": "banana", "barsoap": "soap", "bathroomcabinet": "medicine_cabinet",
    "bathroomcounter": "bathroom_vanity", "bathtub": "bathtub", "bed": "bed", "bellpepper": "bell_pepper", "bench": "bench",
    "book": "book", "bookshelf": "bookshelf", "box": "box", "breadslice": "toast", "bucket": "bucket", "cabinet": "cabinet",
    "candle": "candle", "candybar": "food", "carrot": "carrot", "ceilinglamp": "ceiling_light", "cellphone": "smartphone",
    "cereal": "cereal_box", "chair": "chair", "chips": "food", "chocolatesyrup": "bottle", "clock": "wall_clock",
    "closet": "wardrobe", "clothespile": "folded_clothes", "coatrack": "coat_rack", "coffeemaker": "coffee_machine",
    "coffeepot": "pot", "coffeetable": "coffee_table", "computer": "computer", "condimentbottle": "condiment_bottle",
    "condimentshaker": "salt_shaker", "cookingpot": "pot", "cpuscreen": "monitor", "crackers": "food", "creamybuns": "muffin",
    "cupcake": "muffin", "curtains": "curtain", "cutleryfork": "fork", "cutleryknife": "knife", "cuttingboard": "cutting_board",
    "deodorant": "spray_bottle", "desk": "desk", "dishbowl": "bowl", "dishwasher": "dishwasher",
    "dishwashingliquid": "detergent_bottle", "facecream": "jar", "folder": "folder", "fridge": "refrigerator",
    "fryingpan": "pan", "garbagecan": "garbage_can", "glasses": "glasses", "globe": "globe", "hairproduct": "lotion_bottle",
    "juice": "milk_carton", "keyboard": "keyboard", "kitchencabinets": "kitchen_wall_cabinet",
    "kitchencounter": "kitchen_counter", "kitchentable": "dining_table", "knifeblock": "knife_block",
    "lightswitch": "light_switch", "lime": "lemon", "lotionbottle": "lotion_bottle", "magazine": "magazine",
    "microwave": "microwave", "milk": "milk_carton", "milkshake": "takeaway_cup", "mouse": "mouse", "mug": "mug",
    "nightstand": "nightstand", "notes": "paper", "orchid": "orchid", "painkillers": "medicine_bottle", "pancake": "plate",
    "paper": "paper", "papertray": "folder", "peach": "pear", "pear": "pear", "perfume": "perfume_bottle",
    "photoframe": "photo_frame", "pie": "cake", "pillow": "pillow", "plate": "plate", "plum": "apple", "poundcake": "cake",
    "powersocket": "socket", "printer": "printer", "radio": "radio", "remotecontrol": "remote_control", "rug": "rug",
    "salad": "bowl", "shelf": "shelf", "slippers": "shoes", "sofa": "sofa", "stall": "shower",
    "standingmirror": "standing_mirror", "stove": "stove", "stovefan": "range_hood", "tablelamp": "table_lamp",
    "teddybear": "teddy_bear", "toaster": "toaster", "toilet": "toilet", "toiletpaper": "toilet_paper",
    "toothbrush": "toothbrush_cup", "toothpaste": "toiletries", "towel": "towel", "towelrack": "towel_rail",
    "towelrolled": "towel", "toy": "toy", "tv": "tv", "tvstand": "tv_stand", "vase": "vase", "walllamp": "sconce",
    "wallphone": "thermostat", "wallpictureframe": "painting", "wallshelf": "wall_shelf", "washingmachine": "washing_machine",
    "washingsponge": "soap", "waterglass": "glass", "whippedcream": "bottle", "wineglass": "wine_glass",
}  # fmt: skip
SEATS = {"chair": ("dining_table", "desk", "coffee_table"), "bench": ("dining_table",)}
TOLERANCE = 0.06  # metres between a thing's base and what it rests on


def _plan(node: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """Centre and size of a node with Unity's y up turned to z up: (x, y, z), (width along X, along Y, height)."""
    box = node["bounding_box"]
    return np.array(box["center"])[[0, 2, 1]], np.array(box["size"])[[0, 2, 1]]


def _yaw(category: str, centre: np.ndarray, size: np.ndarray, polygon: np.ndarray, hosts: list[tuple[str, np.ndarray]]) -> float:
    """A likely yaw (a multiple of 90 degrees) for a box."""
    beside = [c for name, c in hosts if name in SEATS.get(category, ()) and np.linalg.norm(c[:2] - centre[:2]) < 1.6]
    if beside:
        nearest = min(beside, key=lambda c: float(np.linalg.norm(c[:2] - centre[:2])))
        angle = float(yaw_facing(nearest[:2] - centre[:2]))
        return float(np.round(angle / (np.pi / 2)) * (np.pi / 2))
    best, out = np.inf, 0.0
    usual = categories()[category].size
    for k in range(4):
        yaw = k * np.pi / 2
        back = np.array([-np.sin(yaw), np.cos(yaw)])
        reach = abs(back @ size[:2]) / 2
        gap = next((s for s in np.arange(0, 3, 0.05) if not inside(polygon, centre[:2] + back * (reach + s))), 3.0)
        wide = size[0] if k % 2 == 0 else size[1]
        deep = size[1] if k % 2 == 0 else size[0]
        odd = abs(np.log((wide / max(deep, 1e-3)) / (usual[0] / usual[1])))  # proportions unlike the catalogue's
        if gap + 0.8 * odd < best:
            best, out = gap + 0.8 * odd, yaw
    return out


def _support(category: str, base: float) -> SupportKind:
    usual = categories()[category].supports
    if "from_ceiling" in usual:
        return "from_ceiling"
    if "hung_on" in usual and base > 0.1:
        return "hung_on"
    return "floor" if base < 0.12 else "on"


def _parents(things: list[LayoutObject]) -> list[LayoutObject]:
    """Each thing that is on something gets its parent: the highest top below it, or the smallest box around it."""
    out = []
    for i, t in enumerate(things):
        parent, kind, best = -1, t.support, np.inf
        for j, o in enumerate(things):
            if j == i or t.support != "on" or o.support not in ("floor", "hung_on") or o.h < 0.05:
                continue
            turned = round(o.yaw / (np.pi / 2)) % 2 == 1
            w, d = (o.d, o.w) if turned else (o.w, o.d)
            if abs(t.x - o.x) > w / 2 or abs(t.y - o.y) > d / 2:
                continue
            over = t.z - (o.z + o.h)
            rank = abs(over) if abs(over) < TOLERANCE else 1 + o.w * o.d if -o.h - 0.02 < over < 0 else np.inf
            if rank < best:
                best, parent, kind = rank, j, "on" if rank < 1 else "in"
        out.append(LayoutObject(t.category, t.x, t.y, t.z, t.w, t.d, t.h, t.yaw, kind, parent, t.type))
    return out


def _room(house: str, room: dict[str, Any], nodes: list[dict[str, Any]]) -> LayoutRoom | None:
    tiles = []
    for n in nodes:
        if n["class_name"] == "floor":
            c, s = _plan(n)
            if s[0] > 0.5 and s[1] > 0.5:
                tiles.append((c[0] - s[0] / 2, c[1] - s[1] / 2, c[0] + s[0] / 2, c[1] + s[1] / 2))
    if not tiles:
        return None
    polygon = outline(tiles)
    p = np.array(polygon)
    boxes = [(CATEGORIES[n["class_name"]], n["class_name"], *_plan(n)) for n in nodes if n["class_name"] in CATEGORIES]
    hosts = [(category, c) for category, _, c, _ in boxes]
    things = []
    for category, name, c, s in boxes:
        if min(s) < 0.001 or not inside(p, c[:2]):
            continue
        if category == "sofa" and min(s[:2]) > 1.5:
            category = "corner_sofa"
        if (category == "kitchen_counter" and min(s[:2]) > 1.3) or (category == "shower" and _encloses(c, s, hosts, "toilet")):
            continue  # an L of counters, or the partition around a toilet: its box is not the space it takes
        base = float(c[2] - s[2] / 2)
        yaw = _yaw(category, c, s, p, hosts)
        w, d = (s[0], s[1]) if round(yaw / (np.pi / 2)) % 2 == 0 else (s[1], s[0])
        things.append(LayoutObject(category, float(c[0]), float(c[1]), max(base, 0.0), float(w), float(d), float(s[2]), yaw,
                                   _support(category, base), type=name))  # fmt: skip
    openings = [o for n in nodes if (o := _opening(n, p)) is not None]
    return LayoutRoom("virtualhome", house, split_of(house), ROOM_TYPES[room["class_name"]], polygon, tuple(openings),
                      tuple(_parents(things)), 2.5)  # fmt: skip


def _encloses(centre: np.ndarray, size: np.ndarray, hosts: list[tuple[str, np.ndarray]], what: str) -> bool:
    """Whether the centre of such a thing lies in a box."""
    return any(name == what and bool((np.abs(c - centre)[:2] < size[:2] / 2).all()) for name, c in hosts)


def _opening(node: dict[str, Any], polygon: np.ndarray) -> LayoutOpening | None:
    """A door or window as a segment on the nearest wall, or None."""
    kind = {"Doors": "door", "Windows": "window"}.get(node["category"])
    if kind is None or node["class_name"] == "door":  # the door's frame tells more than its leaf
        return None
    c, s = _plan(node)
    wide = 0 if s[0] >= s[1] else 1
    a, b = polygon, np.roll(polygon, -1, 0)
    for p, q in zip(a, b, strict=True):
        if abs(p[1 - wide] - q[1 - wide]) < 1e-6 and abs(p[1 - wide] - c[1 - wide]) < 0.25:
            low, high = sorted((p[wide], q[wide]))
            u0, u1 = max(c[wide] - s[wide] / 2, low), min(c[wide] + s[wide] / 2, high)
            if u1 - u0 > 0.3:
                ends = [(u0, p[1]), (u1, p[1])] if wide == 0 else [(p[0], u0), (p[0], u1)]
                sill = max(float(c[2] - s[2] / 2), 0.0) if kind == "window" else 0.0
                return LayoutOpening(kind, *map(float, (*ends[0], *ends[1])), sill, float(s[2]), "")  # type: ignore[arg-type]
    return None


def load(data: Path) -> Iterator[LayoutRoom]:
    """The rooms of the apartments under `data`/virtualhome."""
    for path in sorted((data / "virtualhome").glob("TestScene*_graph.json")):
        graph = json.loads(path.read_text(encoding="utf-8"))
        nodes = {n["id"]: n for n in graph["nodes"]}
        within: dict[int, list[int]] = {}
        for edge in graph["edges"]:
            if edge["relation_type"] == "INSIDE" and nodes[edge["to_id"]]["category"] == "Rooms":
                within.setdefault(edge["to_id"], []).append(edge["from_id"])
        for ident in sorted(n["id"] for n in graph["nodes"] if n["category"] == "Rooms"):
            made = _room(path.stem.removesuffix("_graph"), nodes[ident], [nodes[i] for i in sorted(within.get(ident, []))])
            if made is not None:
                yield made
