"""ThreeDWorld's hand-furnished apartments -> groups of furniture, taken for rooms.

Positions, turns and sizes are exact, but no walls are told. Furniture less than a metre apart is taken for one room, its type
told by what stands there; the polygon is the furniture's bounding rectangle and a hand's breadth: an estimate. Groups that no
telling piece names, or whose spread no single room has, are left out. Unity's frame, fronts at +z.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from ...model.catalogue import categories
from ...model.geometry import rectangles_gap
from .records import LayoutObject, LayoutRoom, SupportKind, split_of

APART = 0.9  # metres between things of different rooms
MARGIN = 0.15  # metres between the outermost furniture and the estimated walls
LARGEST = 9.0  # metres; what spreads farther is more than one room
CATEGORIES = {
    "backpack": "backpack", "bed": "bed", "book": "book", "bowl": "bowl", "box": "box", "cabinet": "cabinet", "chair": "chair",
    "coffee maker": "coffee_machine", "coffee table, cocktail table": "coffee_table", "cookie sheet": "baking_tray",
    "dishwasher": "dishwasher", "dog house": "kennel", "floor lamp": "floor_lamp", "fork": "fork", "headphone": "headphones",
    "jug": "pitcher", "kitchen utensil": "spatula", "knife": "knife", "laptop, laptop computer": "laptop",
    "microwave, microwave oven": "microwave", "painting": "painting", "pan": "pan", "pencil": "pencil",
    "pepper mill, pepper grinder": "pepper_shaker", "picture": "framed_print", "printer": "printer",
    "refrigerator": "refrigerator", "sculpture": "sculpture", "sofa": "sofa", "spoon": "spoon", "suitcase": "suitcase",
    "table": "table", "table lamp": "table_lamp", "teakettle": "kettle", "television set": "tv", "throw pillow": "cushion",
    "toaster": "toaster", "toy": "toy", "trunk": "chest", "vase": "vase", "wineglass": "wine_glass",
}  # fmt: skip
NAMES = (  # beginnings of models' names, where the type alone says too little
    ("cabinet_24_wall", "kitchen_wall_cabinet"), ("cabinet_full_height", "tall_cabinet"), ("cabinet_", "kitchen_counter"),
    ("sink_cabinet", "sink"), ("side_table", "side_table"), ("table_stack", "side_table"), ("de_castelli", "side_table"),
    ("dining_room_table", "dining_table"), ("glass_table", "dining_table"), ("small_table_green", "console_table"),
    ("sm_table", "side_table"), ("willisau_varion", "dining_table"), ("marble_table", "dining_table"),
    ("yellow_side", "armchair"), ("dark_red_club", "armchair"), ("ligne_roset", "armchair"), ("linbrazil", "armchair"),
    ("white_lounger", "armchair"), ("tan_lounger", "armchair"), ("red_side", "armchair"), ("blue_side", "armchair"),
    ("naughtone", "stool"), ("fruit_basket", "painting"),
)  # fmt: skip
TELLING = (  # the first that stands there names the room
    ("refrigerator", "kitchen"), ("dishwasher", "kitchen"), ("bed", "bedroom"), ("sofa", "living_room"),
    ("dining_table", "dining_room"),
)  # fmt: skip


def category_of(model: str, kind: str | None) -> str | None:
    """The catalogue's category of a model of some WordNet category, or None."""
    return next((c for start, c in NAMES if model.startswith(start)), CATEGORIES.get(kind or ""))


def thing(item: dict[str, Any], model: dict[str, Any]) -> LayoutObject | None:
    """An object of a layout, or None if the catalogue has nothing like it or it has fallen over."""
    category = category_of(item["name"], model.get("wcategory"))
    tilt = max(abs((item["rotation"][a] + 180) % 360 - 180) for a in "xz")
    if category is None or tilt > 20:
        return None
    b, s, p = model["bounds"], item["scale_factor"], item["position"]
    w, d = abs(b["right"]["x"] - b["left"]["x"]) * s["x"], abs(b["front"]["z"] - b["back"]["z"]) * s["z"]
    h = abs(b["top"]["y"] - b["bottom"]["y"]) * s["y"]
    yaw = float(np.angle(np.exp(1j * (np.pi - np.radians(item["rotation"]["y"])))))
    z = max(p["y"], 0.0)
    usual = categories()[category].supports
    support: SupportKind = "floor" if z < 0.1 and "floor" in usual else "hung_on" if "hung_on" in usual and z > 0.1 else "on"
    return LayoutObject(category, p["x"], p["z"], 0.0 if support == "floor" else z, w, d, h, yaw, support, type=item["name"])


def groups(things: list[LayoutObject]) -> list[list[int]]:
    """Indices of floor-standing things by group: those less than APART from one another, directly or by way of others."""
    box = np.array([(t.x, t.y, t.w, t.d, t.yaw) for t in things])
    gap = rectangles_gap(
        box[:, None, :2], box[:, None, 2:4] / 2, box[:, None, 4], box[None, :, :2], box[None, :, 2:4] / 2, box[None, :, 4]
    )
    free, out = set(range(len(things))), []
    while free:
        group, todo = [], [min(free)]
        while todo:
            i = todo.pop()
            if i in free:
                free.discard(i)
                group.append(i)
                todo += [j for j in sorted(free) if gap[i, j] < APART]
        out.append(sorted(group))
    return out


def rooms_of(house: str, things: list[LayoutObject]) -> Iterator[LayoutRoom]:
    """The rooms that an apartment's things let one guess."""
    floor = [t for t in things if t.support == "floor"]
    loose = [t for t in things if t.support != "floor"]
    for group in groups(floor) if floor else []:
        stand = [floor[i] for i in group]
        names = {t.category for t in stand}
        kind = next((room for name, room in TELLING if name in names), None)
        turn = np.abs([(np.cos(t.yaw), np.sin(t.yaw)) for t in stand])
        half = np.array([(t.w, t.d) for t in stand]) / 2
        reach = np.column_stack([(turn * half).sum(1), (turn[:, ::-1] * half).sum(1)])
        at = np.array([(t.x, t.y) for t in stand])
        low, high = (at - reach).min(0) - MARGIN, (at + reach).max(0) + MARGIN
        if kind is None or len(stand) < 4 or (high - low).max() > LARGEST:
            continue
        (x0, y0), (x1, y1) = np.round(low, 3).tolist(), np.round(high, 3).tolist()
        on = [_resting(t, stand) for t in loose if x0 < t.x < x1 and y0 < t.y < y1]
        polygon = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
        yield LayoutRoom("tdw", house, split_of(house), kind, polygon, (), (*stand, *on))


def _resting(t: LayoutObject, stand: list[LayoutObject]) -> LayoutObject:
    """A small thing with its parent: the one whose top it is on."""
    for i, o in enumerate(stand):
        c, s = np.cos(o.yaw), np.sin(o.yaw)
        u, v = (t.x - o.x) * c + (t.y - o.y) * s, (t.y - o.y) * c - (t.x - o.x) * s
        if t.support == "on" and abs(u) < o.w / 2 and abs(v) < o.d / 2 and -o.h < t.z - o.h < 0.1:
            kind: SupportKind = "on" if t.z > o.h - 0.1 else "in"
            return LayoutObject(t.category, t.x, t.y, t.z, t.w, t.d, t.h, t.yaw, kind, i, t.type)
    return t


def load(data: Path) -> Iterator[LayoutRoom]:
    """The rooms of the apartments under `data`/tdw."""
    folder = data / "tdw"
    models: dict[str, Any] = {}
    for name in ("models_core.json", "models_special.json"):
        models |= json.loads((folder / name).read_text(encoding="utf-8"))["records"]
    layouts = json.loads((folder / "floorplan_layouts.json").read_text(encoding="utf-8"))
    for scene in sorted(layouts):
        for layout in sorted(layouts[scene]):
            items = [i for i in layouts[scene][layout] if i["name"] in models]
            things = [t for i in items if (t := thing(i, models[i["name"]])) is not None]
            yield from rooms_of(f"floorplan_{scene}_{layout}", things)
