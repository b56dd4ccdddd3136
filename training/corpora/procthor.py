"""ProcTHOR houses -> rooms: Unity's frame (left-handed, y up, front +z) into the contract's, children kept with their parents."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from .records import LayoutObject, LayoutOpening, LayoutRoom, SupportKind, split_of

ROOM_TYPES = {"Bedroom": "bedroom", "LivingRoom": "living_room", "Kitchen": "kitchen", "Bathroom": "bathroom"}
CATEGORIES = {
    "AlarmClock": "alarm_clock", "AluminumFoil": "kitchen_roll", "Apple": "apple", "ArmChair": "armchair",
    "BaseballBat": "baseball_bat", "BasketBall": "basketball", "Bed": "bed", "Blinds": "blind", "Book": "book",
    "Boots": "boots", "Bottle": "bottle", "Bowl": "bowl", "Box": "box", "Bread": "bread", "ButterKnife": "knife", "CD": "cd",
    "Candle": "candle", "Cart": "cart", "CellPhone": "smartphone", "Chair": "chair", "Cloth": "folded_clothes",
    "ClothesDryer": "dryer", "CoffeeMachine": "coffee_machine", "CoffeeTable": "coffee_table", "CounterTop": "kitchen_counter",
    "CreditCard": "playing_cards", "Cup": "cup", "Desk": "desk", "DeskLamp": "desk_lamp", "Desktop": "computer",
    "DiningTable": "dining_table", "DishSponge": "soap", "DogBed": "pet_bed", "Dresser": "dresser", "Dumbbell": "dumbbell",
    "Egg": "egg", "FloorLamp": "floor_lamp", "Footstool": "pouf", "Fork": "fork", "Fridge": "refrigerator", "GarbageBag": "bag",
    "GarbageCan": "garbage_can", "HandTowel": "hanging_towel", "HandTowelHolder": "towel_rail", "HousePlant": "potted_plant",
    "Kettle": "kettle", "KeyChain": "keys", "Knife": "knife", "Ladle": "ladle", "Laptop": "laptop",
    "LaundryHamper": "laundry_hamper", "Lettuce": "lettuce", "LightSwitch": "light_switch", "Microwave": "microwave",
    "Mug": "mug", "Newspaper": "newspaper", "Ottoman": "ottoman", "Painting": "painting", "Pan": "pan",
    "PaperTowelRoll": "kitchen_roll", "Pen": "pen", "Pencil": "pencil", "PepperShaker": "pepper_shaker", "Pillow": "pillow",
    "Plate": "plate", "Plunger": "broom", "Pot": "pot", "Potato": "potato", "RemoteControl": "remote_control",
    "RoomDecor": "floor_sculpture", "Safe": "chest", "SaltShaker": "salt_shaker", "ScrubBrush": "hairbrush",
    "ShelvingUnit": "shelving_unit", "ShowerCurtain": "shower_curtain", "SideTable": "side_table", "Sink": "sink",
    "SoapBar": "soap", "SoapBottle": "lotion_bottle", "Sofa": "sofa", "Spatula": "spatula", "Spoon": "spoon",
    "SprayBottle": "spray_bottle", "Statue": "figurine", "Stool": "stool", "TVStand": "tv_stand", "TableTopDecor": "figurine",
    "TeddyBear": "teddy_bear", "Television": "tv", "TennisRacket": "tennis_racket", "TissueBox": "tissue_box",
    "Toaster": "toaster", "Toilet": "toilet", "ToiletPaper": "toilet_paper", "ToiletPaperHanger": "toilet_paper_holder",
    "Tomato": "tomato", "Towel": "towel", "TowelHolder": "towel_rail", "VacuumCleaner": "vacuum_cleaner", "Vase": "vase",
    "WashingMachine": "washing_machine", "Watch": "watch", "WateringCan": "pitcher", "WineBottle": "wine_bottle",
}  # fmt: skip
PARTS = ("Faucet", "ShowerHead")  # of the sink, of the shower: no things of their own here


class Asset(NamedTuple):
    """An asset's type and size: width, depth, height."""

    type: str
    size: tuple[float, float, float]


def assets(database: dict[str, Any]) -> dict[str, Asset]:
    """Assets by id, from ProcTHOR's asset database."""
    return {
        a["assetId"]: Asset(kind, (a["boundingBox"]["x"], a["boundingBox"]["z"], a["boundingBox"]["y"]))
        for kind, entries in database.items()
        for a in entries
    }


def houses(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """(hash, house) of every distinct house in the folder, in a fixed order."""
    seen = set()
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                house = json.loads(line)
                content = [[r["floorPolygon"] for r in house["rooms"]], [o["assetId"] for o in house["objects"]]]
                key = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
                if key not in seen:
                    seen.add(key)
                    yield key, house


def room_of(item: dict[str, Any]) -> str:
    """Number of the room in which an object stands: the first number in its id."""
    return next((p for p in item["id"].split("|") if p.isdigit()), "")


def thing(item: dict[str, Any], asset: Asset, parent: tuple[int, LayoutObject] | None = None) -> LayoutObject:
    """An object of a house; `parent` is the index and record of what it stands on or in."""
    w, d, h = asset.size
    p = item["position"]
    yaw = float(np.angle(np.exp(1j * (np.pi - np.radians(item["rotation"]["y"])))))
    z = p["y"] - h / 2
    support: SupportKind = "floor" if z < 0.05 else "hung_on"
    if parent is not None:
        support = "on" if z > parent[1].z + parent[1].h - 0.05 else "in"
    index = -1 if parent is None else parent[0]
    return LayoutObject(CATEGORIES[asset.type], p["x"], p["z"], z, w, d, h, yaw, support, index, asset.type)


def _hole(hole: list[dict[str, float]], wall: dict[str, Any]) -> tuple[float, ...]:
    """Ends, sill and height of a hole, whose x runs along the wall from polygon[0] to polygon[1]. (6,)"""
    a, b = (np.array([p["x"], p["z"]]) for p in wall["polygon"][:2])
    along = (b - a) / max(float(np.linalg.norm(b - a)), 1e-9)
    x0, x1 = sorted((hole[0]["x"], hole[1]["x"]))
    y0, y1 = sorted((hole[0]["y"], hole[1]["y"]))
    return (*(a + along * x0).tolist(), *(a + along * x1).tolist(), y0, y1 - y0)


def openings(house: dict[str, Any], room: str) -> tuple[LayoutOpening, ...]:
    """Doors and windows of the room with that id."""
    walls = {w["id"]: w for w in house["walls"]}
    types = {r["id"]: ROOM_TYPES[r["roomType"]] for r in house["rooms"]}
    out = []
    for kind, items in (("door", house["doors"]), ("window", house["windows"])):
        for item in items:
            ends = [item.get("room0"), item.get("room1")]
            if room not in ends or item["wall0"] not in walls:
                continue
            beyond = next((types[r] for r in ends if r != room and r in types), "outside")
            out.append(LayoutOpening(kind, *_hole(item["holePolygon"], walls[item["wall0"]]), beyond))  # type: ignore[arg-type]
    return tuple(out)


def rooms_of(key: str, house: dict[str, Any], known: dict[str, Asset]) -> Iterator[LayoutRoom]:
    """The rooms of a house in which anything stands. Where a thing of unknown size stands, a room serves only for training."""
    things: dict[str, list[LayoutObject]] = {}
    broken = set()
    for item in house["objects"]:
        number = room_of(item)
        if item["assetId"] not in known and "wall" not in item["id"]:
            broken.add(number)
        stack: list[tuple[dict[str, Any], tuple[int, LayoutObject] | None]] = [(item, None)]
        while stack:
            one, parent = stack.pop(0)
            asset = known.get(one["assetId"])
            if asset is None or asset.type not in CATEGORIES:
                continue
            here = things.setdefault(number, [])
            here.append(thing(one, asset, parent))
            stack += [(child, (len(here) - 1, here[-1])) for child in one.get("children", [])]
    split = split_of(key)
    for room in house["rooms"]:
        number = room["id"].split("|")[1]
        objects = tuple(things.get(number, ()))
        if not any(o.support == "floor" for o in objects) or (number in broken and split != "train"):
            continue
        polygon = tuple((p["x"], p["z"]) for p in room["floorPolygon"])[::-1]  # stored clockwise
        height = max((p["y"] for w in house["walls"] for p in w["polygon"]), default=2.6)
        yield LayoutRoom(
            "procthor", key, split, ROOM_TYPES[room["roomType"]], polygon, openings(house, room["id"]), objects, height
        )


def load(data: Path) -> Iterator[LayoutRoom]:
    """Rooms of all houses under `data`/procthor."""
    folder = data / "procthor"
    known = assets(json.loads((folder / "db_asset-database.json").read_text(encoding="utf-8")))
    for key, house in houses(folder):
        yield from rooms_of(key, house, known)
