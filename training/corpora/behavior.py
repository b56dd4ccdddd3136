"""BEHAVIOR-1K scenes -> what rooms contain. There are no positions: polygons are empty, things have sizes only.

Homes, hotel suites, offices, restaurants, shops, a school. Rooms that none of our types fits (public lavatories, commercial
kitchens, corridors of schools, gardens, sports halls) are left out, as are the shell's own parts (floors, walls, doors).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ...model.catalogue import categories, vocabulary
from .records import LayoutObject, LayoutRoom, SupportKind, split_of

HOMES = ("Beechwood", "Benevolence", "Ihlen", "Merom", "Pomaria", "Rs", "Wainscott", "gates", "house", "hotel_suite")
# (scenes whose names begin so, room) -> type; the first that fits counts
ROOM_TYPES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("hotel_suite",), "bedroom", "hotel_room"),
    (HOMES, "bedroom", "bedroom"),
    (HOMES, "childs_room", "childrens_room"),
    (HOMES, "living_room", "living_room"),
    (HOMES, "television_room", "living_room"),
    (HOMES, "kitchen", "kitchen"),
    (HOMES, "dining_room", "dining_room"),
    (HOMES, "bathroom", "bathroom"),
    (HOMES, "private_office", "home_office"),
    (HOMES, "corridor", "hallway"),
    (HOMES, "entryway", "hallway"),
    (HOMES, "utility_room", "laundry"),
    (HOMES, "closet", "walk_in_closet"),
    (HOMES, "garage", "garage"),
    (HOMES, "playroom", "playroom"),
    (HOMES, "exercise_room", "home_gym"),
    ((*HOMES, "hotel_gym_spa"), "sauna", "spa"),
    (("hotel_gym_spa",), "spa", "spa"),
    (("hotel_gym_spa",), "hammam", "spa"),
    (("hotel_gym_spa",), "gym", "gym"),
    (("grocery_store",), "grocery_store", "shop"),
    (("grocery_store",), "dining_room", "cafe"),
    (("grocery_store",), "bar", "cafe"),
    (("restaurant", "office"), "bar", "bar"),
    (("restaurant",), "dining_room", "restaurant"),
    (("restaurant", "office"), "lobby", "reception"),
    (("office",), "shared_office", "open_office"),
    (("office",), "private_office", "private_office"),
    (("office",), "meeting_room", "meeting_room"),
    (("office",), "conference_hall", "meeting_room"),
    (("office",), "break_room", "cafe"),
    (("school",), "biology_lab", "lab"),
    (("school",), "chemistry_lab", "lab"),
    (("school",), "computer_lab", "classroom"),
    (("school",), "classroom", "classroom"),
    (("school",), "infirmary", "clinic_room"),
)
CATEGORIES = {
    "alphabet_abacus": "abacus", "bag_of_brown_rice": "food", "bar": "bar_counter", "bar_soap": "soap", "beaker": "beaker",
    "beefsteak_tomato": "tomato", "beer_glass": "glass", "beeswax_candle": "candle", "bench_press_machine": "weight_bench",
    "blackboard": "chalkboard", "blanket": "throw_blanket", "bookcase": "bookshelf", "booth": "bench",
    "bottom_cabinet": "cabinet", "bottom_cabinet_no_top": "cabinet", "boxed_cake": "cake", "breakfast_table": "table",
    "bunch_of_bananas": "banana", "burner": "bunsen_burner", "canned_food": "can", "cantaloup": "watermelon", "cap": "cap",
    "carafe": "pitcher", "carpet": "rug", "carton": "box", "carving_knife": "knife", "cedar_chest": "chest",
    "ceiling_mounted_projector": "projector", "checkout_counter": "checkout_counter", "chocolate_bar": "food",
    "chopping_board": "cutting_board", "chopstick": "chopsticks", "clothes_dryer": "dryer", "coatrack": "coat_rack",
    "coffee_cup": "cup", "coffee_maker": "coffee_machine", "commercial_kitchen_shelf": "kitchen_rack",
    "commercial_kitchen_sink": "sink", "commercial_kitchen_table": "table", "countertop": "kitchen_counter", "crock_pot": "pot",
    "cubicle": "desk", "desk_organizer": "pen_cup", "desk_phone": "phone", "desktop_computer": "computer",
    "digital_camera": "camera", "digital_scale": "kitchen_scale", "dinner_napkin": "napkin", "dip_candle": "candle",
    "downlight": "panel_light", "drop_in_sink": "sink", "eames_chair": "armchair", "electric_fan": "fan",
    "electric_mixer": "stand_mixer", "electric_switch": "light_switch", "elliptical_machine": "elliptical",
    "erlenmeyer_flask": "flask", "espresso_machine": "coffee_machine", "eyeglasses": "glasses", "fire_alarm": "smoke_detector",
    "flat_bench": "weight_bench", "free_weight": "dumbbell", "free_weight_rack": "weight_rack", "freezer": "refrigerator",
    "fridge": "refrigerator", "frying_pan": "pan", "furniture_sink": "bathroom_vanity", "garden_chair": "chair",
    "garden_coffee_table": "coffee_table", "glass_lantern": "lantern", "graduated_cylinder": "beaker",
    "grandfather_clock": "clock", "grocery_fridge": "display_fridge", "grocery_shelf": "shelving_unit", "gym_mat": "yoga_mat",
    "gym_shoe": "sneakers", "hall_tree": "coat_rack", "hamper": "laundry_hamper", "hand_towel": "towel", "hard_candy": "food",
    "hardback": "book", "high_heel": "heels", "hinged_jar": "jar", "hingeless_jar": "jar", "hot_tub": "spa_tub",
    "jug": "pitcher", "kebab": "food", "key_chain": "keys", "lab_exhaust_hood": "fume_hood", "lab_table": "lab_bench",
    "loudspeaker": "speaker", "makeup_mirror": "table_mirror", "mango": "pear", "massage_bed": "massage_table",
    "metal_bottom_cabinet": "filing_cabinet", "multi_station_furniture_sink": "bathroom_vanity",
    "multi_station_tabletop_sink": "washbasin", "music_stool": "stool", "notepad": "notebook", "oven": "stove",
    "packing_box": "box", "painting": "painting", "paper_lantern": "pendant_light", "paper_sheet": "paper",
    "paperback_book": "book", "pebble": "seashell", "pedestal_sink": "washbasin", "pedestal_table": "cafe_table",
    "pencil_holder": "pen_cup", "petri_dish": "beaker", "phonograph_record": "record", "photocopier": "copier",
    "picture": "framed_print", "picture_frame": "photo_frame", "pillar_candle": "candle", "place_mat": "placemat",
    "plant_stem": "flower", "pot_plant": "potted_plant", "projection_screen": "projector_screen",
    "public_trash_can": "garbage_can", "reagent_bottle": "bottle", "rectangular_light": "ceiling_light",
    "room_divider": "standing_mirror", "room_light": "ceiling_light", "round_bottom_flask": "flask", "sandal": "shoes",
    "saucepot": "pot", "saucer": "plate", "serving_cart": "serving_cart", "shelf": "shelf", "shower_stall": "shower",
    "soda_cup": "takeaway_cup", "soft_roll": "bread", "soup_ladle": "ladle", "spotlight": "panel_light",
    "square_light": "panel_light", "stand": "side_table", "standing_loudspeaker": "floor_speaker", "standing_tv": "tv",
    "steak": "food", "stockpot": "pot", "storage_box": "storage_box_lidded", "straight_chair": "chair",
    "swivel_chair": "office_chair", "tablefork": "fork", "table_knife": "knife", "table_runner": "tablecloth",
    "tablespoon": "spoon", "tabletop_sink": "washbasin", "taboret": "stool", "teacup": "cup", "teaspoon": "spoon",
    "test_tube_rack": "test_tube_stand", "tiramisu": "cake", "tongs": "ladle", "toilet_paper_dispenser": "toilet_paper_holder",
    "top_cabinet": "kitchen_wall_cabinet", "towel_rack": "towel_rail", "toy_box": "toy_chest", "toy_dice": "dice",
    "toy_figure": "action_figure", "trash_can": "garbage_can", "treadmill": "treadmill", "wall_mounted_light": "sconce",
    "wall_mounted_loudspeaker": "speaker", "wall_mounted_sink": "washbasin", "wall_mounted_soap_dispenser": "soap_dispenser",
    "wall_mounted_tv": "tv", "wall_socket": "socket", "washer": "washing_machine", "water_glass": "glass",
    "wicker_basket": "basket", "window_blind": "blind", "wine_fridge": "wine_cabinet", "wineglass": "wine_glass",
    "wood_fireplace": "fireplace", "gas_fireplace": "fireplace", "wrapped_hamburger": "burger", "outline_vase": "vase",
}  # fmt: skip
BEGINNINGS = (
    ("bottle_of_wine", "wine_bottle"), ("bottle_of_champagne", "wine_bottle"), ("bottle_of_beer", "beer_bottle"),
    ("bottle_of_water", "water_bottle"), ("bottle_of_lotion", "lotion_bottle"), ("bottle_of_shampoo", "toiletries"),
    ("bottle_of", "bottle"), ("box_of", "cereal_box"), ("bag_of", "food"), ("pack_of", "food"), ("carton_of", "milk_carton"),
    ("jar_of", "jar"), ("can_of", "can"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def category_of(name: str) -> str | None:
    """The catalogue's category of a BEHAVIOR category, or None for what it has not (or what belongs to the shell)."""
    if name in CATEGORIES:
        return CATEGORIES[name]
    if name in ("floors", "ceilings", "walls") or "door" in name or "window" in name:
        return None
    known = vocabulary().get(name.replace("_", " "))
    return known or next((c for start, c in BEGINNINGS if name.startswith(start)), None)


def type_of(scene: str, room: str) -> str | None:
    """Our room type of a scene's room (without its number), or None."""
    return next((t for scenes, name, t in ROOM_TYPES if name == room and scene.startswith(scenes)), None)


def contents(counts: dict[str, int], sizes: dict[str, list[float]]) -> tuple[LayoutObject, ...]:
    """The things of a room, from counts by model ("bed-gcgodj"), each with its box; boxes have x = depth, y = width."""
    out = []
    for model, n in sorted(counts.items()):
        name, _, ident = model.rpartition("-")
        category = category_of(name)
        box = sizes.get(ident)
        if category is None or box is None:
            continue
        support: SupportKind = categories()[category].supports[0]  # type: ignore[assignment]
        thing = LayoutObject(category, 0.0, 0.0, 0.0, box[1], box[0], box[2], 0.0, support, type=name)
        out += [thing] * n
    return tuple(out)


def load(data: Path) -> Iterator[LayoutRoom]:
    """Rooms under `data`/behavior1k. A home that comes with and without its garden counts once."""
    folder = data / "behavior1k"
    scenes = json.loads((folder / "combined_room_object_list.json").read_text(encoding="utf-8"))["scenes"]
    sizes = json.loads((folder / "object_inventory.json").read_text(encoding="utf-8"))["bounding_box_sizes"]
    seen: set[tuple[str, str]] = set()
    for scene in sorted(scenes, key=lambda s: (s.endswith("_garden"), s)):
        house = scene.removesuffix("_int").removesuffix("_garden")
        for room, counts in sorted(scenes[scene].items()):
            kind = type_of(scene, room.rpartition("_")[0])
            if kind is None or (house, room) in seen:
                continue
            seen.add((house, room))
            yield LayoutRoom("behavior", house, split_of(house), kind, (), (), contents(counts, sizes))
