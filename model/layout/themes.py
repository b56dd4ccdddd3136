"""What fills tops, shelves, chests and tables by the kind of host and the type of room. Facts, and how to look them up."""

from __future__ import annotations

from typing import NamedTuple

from ..catalogue import categories, is_a

Theme = dict[str, tuple[float, int]]  # thing -> share, most side by side

UPRIGHT_BOOKS = ("book_row",)  # made to the width and height of the gap they fill
# Not drawn as single things: they come as part of a setting, or are too slight or too large to be left lying about.
NEVER_LOOSE = (
    "fork", "knife", "spoon", "spatula", "ladle", "whisk", "napkin", "placemat", "chopsticks", "tablecloth", "pencil", "crayon",
    "marker", "paint_brush", "egg", "potato", "soap", "tv", "book_row", "standing_book", "flower", "flower_bunch", "plate",
    "food", "bedding", "pillow", "baseball_bat", "tennis_racket", "burger", "toast", "bag", "tool", "computer", "keyboard",
    "mouse", "monitor", "laptop", "pan", "pot", "salt_shaker", "pepper_shaker", "watermelon",
    "pumpkin", "basketball", "toilet_paper",
    "play_block",
)  # fmt: skip
# One of each is enough for a room, however many surfaces it has.
ONCE = (
    "kettle", "toaster", "coffee_machine", "microwave", "blender", "stand_mixer", "rice_cooker", "knife_block", "dish_rack",
    "cutting_board", "kitchen_roll", "utensil_holder", "fruit_bowl", "radio", "record_player", "game_console", "media_player",
    "soundbar", "globe", "alarm_clock", "printer", "phone", "jewelry_box", "cake", "tea_set", "keys", "watch", "remote_control",
    "fishbowl", "aquarium", "cash_register", "toothbrush_cup", "soap_dispenser", "hair_dryer", "first_aid_kit",
)  # fmt: skip
# Toys lie about only where children are; and some things only make sense beside another.
PLAY_ROOMS = ("childrens_room", "nursery", "playroom", "gaming_room", "shop")
NEEDS = {"remote_control": "tv", "game_controller": "game_console", "soundbar": "tv"}
SINGLE_IN = (
    "bedroom", "childrens_room", "nursery", "living_room", "kitchen", "dining_room", "bathroom", "home_office", "hallway",
    "laundry", "hotel_room", "gaming_room", "library", "cafe", "shop", "bookstore", "pharmacy", "bar",
)  # fmt: skip
# What people work with at a desk: a screen of their own or a laptop.
WORKPLACES: tuple[tuple[str, ...], ...] = (
    ("monitor", "keyboard", "mouse"),
    ("laptop", "mouse"),
    ("monitor", "keyboard", "mouse"),
)
WORK_ROOMS = (
    "home_office", "open_office", "private_office", "bedroom", "childrens_room", "gaming_room", "studio", "hotel_room",
    "clinic_room", "server_room", "reception", "lab", "living_room", "salon", "classroom",
)  # fmt: skip

Customs = tuple[tuple[str, float, int], ...]  # thing, chance at the default density, most

TOPS: dict[str, Customs] = {
    "coffee_table": (
        ("tray", 0.4, 1), ("book_stack", 0.7, 1), ("vase", 0.5, 1), ("candle", 0.4, 2), ("remote_control", 0.6, 1),
        ("decorative_bowl", 0.35, 1), ("mug", 0.45, 2), ("magazine", 0.4, 1), ("glasses", 0.15, 1),
    ),
    "side_table": (("table_lamp", 0.75, 1), ("book", 0.6, 1), ("mug", 0.4, 1), ("small_plant", 0.3, 1), ("candle", 0.3, 1)),
    "nightstand": (
        ("table_lamp", 0.97, 1), ("book", 1.0, 1), ("alarm_clock", 0.7, 1), ("glass", 0.6, 1), ("glasses", 0.4, 1),
        ("small_plant", 0.4, 1), ("photo_frame", 0.35, 1),
    ),
    "sideboard": (
        ("table_lamp", 0.65, 2), ("vase", 0.8, 1), ("photo_frame", 0.6, 2), ("small_plant", 0.5, 1), ("tray", 0.35, 1),
        ("decorative_bowl", 0.5, 1), ("candles", 0.4, 1), ("book_stack", 0.4, 1), ("sculpture", 0.3, 1),
    ),
    "console_table": (
        ("table_lamp", 0.7, 1), ("vase", 0.75, 1), ("keys", 0.6, 1), ("decorative_bowl", 0.5, 1), ("book_stack", 0.3, 1),
        ("candle", 0.3, 2), ("photo_frame", 0.4, 1), ("small_plant", 0.3, 1),
    ),
    "dresser": (
        ("table_lamp", 0.4, 1), ("table_mirror", 0.3, 1), ("perfume_bottle", 0.6, 3), ("jewelry_box", 0.5, 1),
        ("small_plant", 0.4, 1), ("photo_frame", 0.6, 2), ("book_stack", 0.35, 1), ("candle", 0.3, 1), ("vase", 0.3, 1),
        ("hairbrush", 0.4, 1), ("tray", 0.25, 1), ("lotion_bottle", 0.3, 1),
    ),
    "changing_table": (("folded_clothes", 0.6, 1), ("lotion_bottle", 0.6, 1)),
    "tv_stand": (
        ("tv", 0.97, 1), ("soundbar", 0.3, 1), ("small_plant", 0.4, 1), ("vase", 0.3, 1), ("remote_control", 0.4, 1),
        ("photo_frame", 0.3, 1), ("candle", 0.3, 1),
    ),
    "cabinet": (
        ("vase", 0.5, 1), ("photo_frame", 0.5, 2), ("small_plant", 0.5, 1), ("book_stack", 0.5, 1),
        ("storage_box_lidded", 0.3, 1), ("decorative_bowl", 0.3, 1),
    ),
    "filing_cabinet": (
        ("small_plant", 0.6, 1), ("storage_box_lidded", 0.4, 1), ("printer", 0.4, 1), ("book_stack", 0.4, 1),
        ("folder", 0.4, 1),
    ),
    "record_cabinet": (("record_player", 0.9, 1), ("speaker", 0.6, 2), ("small_plant", 0.3, 1)),
    "wardrobe": (("storage_box_lidded", 0.4, 2), ("basket", 0.3, 1)),
    "wine_rack": (("decorative_bowl", 0.3, 1), ("small_plant", 0.3, 1)),
    "desk": (
        ("desk_lamp", 0.8, 1), ("pen_cup", 0.75, 1), ("notebook", 0.6, 1), ("mug", 0.5, 1), ("book_stack", 0.5, 1),
        ("paper", 0.5, 2), ("small_plant", 0.4, 1), ("photo_frame", 0.35, 1), ("headphones", 0.25, 1), ("folder", 0.3, 1),
        ("smartphone", 0.3, 1),
    ),
    "reception_desk": (
        ("phone", 0.8, 1), ("small_plant", 0.5, 1), ("pen_cup", 0.6, 1), ("paper", 0.5, 2), ("folder", 0.4, 1),
        ("vase", 0.4, 1),
    ),
    "executive_desk": (
        ("desk_lamp", 0.8, 1), ("phone", 0.5, 1), ("pen_cup", 0.7, 1), ("paper", 0.6, 2), ("photo_frame", 0.5, 1),
        ("notebook", 0.6, 1), ("mug", 0.4, 1), ("book_stack", 0.4, 1),
    ),
    "drafting_table": (),
    "school_desk": (("notebook", 0.8, 1), ("pencil", 0.5, 1), ("book", 0.5, 1)),
    "craft_table": (
        ("paper", 0.7, 2), ("pen_cup", 0.8, 1), ("paint_brush", 0.4, 2), ("jar", 0.5, 2), ("palette", 0.4, 1),
        ("glue_stick", 0.4, 1), ("scissors", 0.4, 1),
    ),
    "play_table": (("building_block", 0.7, 4), ("toy_car", 0.5, 1), ("puzzle", 0.5, 1), ("paper", 0.4, 1)),
    "vanity_table": (("perfume_bottle", 0.8, 3), ("hairbrush", 0.6, 1), ("lotion_bottle", 0.5, 1), ("jewelry_box", 0.4, 1)),
    "dining_table": (("vase", 0.6, 1), ("fruit_bowl", 0.5, 1), ("candles", 0.35, 1)),
    "table": (("vase", 0.6, 1), ("decorative_bowl", 0.3, 1), ("book_stack", 0.3, 1)),
    "cafe_table": (("small_plant", 0.35, 1), ("salt_shaker", 0.4, 1), ("candle", 0.3, 1)),
    "bar_table": (("candle", 0.6, 1),),
    "library_table": (("desk_lamp", 0.7, 1), ("book_stack", 0.8, 2)),
    "conference_table": (("pitcher", 0.5, 1), ("small_plant", 0.3, 1)),
    "poker_table": (("playing_cards", 0.9, 2), ("glass", 0.6, 2), ("dice", 0.5, 1)),
    "pool_table": (),
    "ping_pong_table": (),
    "air_hockey_table": (),
    "foosball_table": (),
    "massage_table": (("towel", 0.9, 1),),
    "folding_table": (("folded_clothes", 0.9, 3), ("detergent_bottle", 0.6, 1), ("towel", 0.7, 2)),
    "buffet_table": (
        ("bread_basket", 0.7, 1), ("fruit_bowl", 0.7, 1), ("cake_stand", 0.5, 1), ("pitcher", 0.6, 1), ("plate_stack", 0.7, 2),
    ),
    "kitchen_counter": (
        ("kettle", 0.8, 1), ("toaster", 0.6, 1), ("coffee_machine", 0.6, 1), ("knife_block", 0.7, 1), ("cutting_board", 0.7, 1),
        ("fruit_bowl", 0.5, 1), ("utensil_holder", 0.7, 1), ("jar", 0.6, 3), ("microwave", 0.4, 1), ("dish_rack", 0.4, 1),
        ("bottle", 0.5, 2), ("kitchen_roll", 0.4, 1), ("herb_pot", 0.4, 1), ("bread", 0.3, 1),
    ),
    "sink": (("bowl", 0.3, 1), ("mug", 0.3, 1)),
    "kitchen_wall_cabinet": (("basket", 0.4, 1), ("pot", 0.3, 1), ("pitcher", 0.3, 1)),
    "pegboard": (("jar", 0.7, 2), ("spray_bottle", 0.4, 1)),
    "toilet": (("toilet_paper", 0.4, 1), ("candle", 0.25, 1)),
    "kitchen_island": (
        ("fruit_bowl", 0.7, 1), ("vase", 0.5, 1), ("cutting_board", 0.4, 1), ("book", 0.25, 1), ("wine_bottle", 0.3, 1),
    ),
    "stove": (("pot", 0.7, 1), ("pan", 0.5, 1)),
    "refrigerator": (("basket", 0.3, 1), ("cereal_box", 0.3, 2)),
    "bathroom_vanity": (
        ("soap_dispenser", 0.9, 1), ("toothbrush_cup", 0.9, 1), ("lotion_bottle", 0.6, 2), ("towel", 0.4, 1),
        ("perfume_bottle", 0.4, 1), ("small_plant", 0.3, 1), ("hairbrush", 0.3, 1), ("candle", 0.25, 1),
    ),
    "washbasin": (),
    "bathtub": (),
    "washing_machine": (("detergent_bottle", 0.6, 1), ("laundry_basket", 0.3, 1), ("towel", 0.4, 1)),
    "dryer": (("folded_clothes", 0.5, 1), ("basket", 0.3, 1), ("towel", 0.3, 1)),
    "fireplace": (("candle", 0.6, 2), ("vase", 0.6, 1), ("photo_frame", 0.6, 2), ("clock", 0.5, 1), ("figurine", 0.4, 1)),
    "workbench": (
        ("toolbox", 0.7, 1), ("vise", 0.6, 1), ("hammer", 0.6, 1), ("screwdriver", 0.6, 2), ("wrench", 0.6, 2),
        ("drill", 0.6, 1), ("saw", 0.4, 1), ("pliers", 0.5, 1), ("jar", 0.4, 2), ("desk_lamp", 0.3, 1),
    ),
    "tool_chest": (("toolbox", 0.5, 1), ("drill", 0.5, 1), ("wrench", 0.4, 1), ("spray_bottle", 0.3, 1)),
    "tool_cart": (("drill", 0.5, 1), ("hammer", 0.5, 1), ("jar", 0.5, 2), ("screwdriver", 0.5, 2)),
    "lab_bench": (
        ("microscope", 0.6, 1), ("flask", 0.8, 3), ("beaker", 0.8, 3), ("test_tube_stand", 0.7, 1), ("notebook", 0.6, 1),
        ("bunsen_burner", 0.4, 1), ("centrifuge", 0.3, 1), ("bottle", 0.4, 2), ("laptop", 0.25, 1),
    ),
    "shop_counter": (
        ("cash_register", 0.97, 1), ("card_terminal", 0.8, 1), ("small_plant", 0.4, 1), ("gift", 0.3, 1), ("notebook", 0.3, 1),
        ("pen_cup", 0.4, 1),
    ),
    "pharmacy_counter": (
        ("cash_register", 0.95, 1), ("card_terminal", 0.7, 1), ("medicine_bottle", 0.7, 4), ("tissue_box", 0.4, 1),
        ("small_plant", 0.3, 1),
    ),
    "checkout_counter": (("cash_register", 0.97, 1), ("card_terminal", 0.8, 1), ("can", 0.5, 3), ("cereal_box", 0.4, 1)),
    "bar_counter": (
        ("coffee_machine", 0.4, 1), ("liquor_bottle", 0.5, 3), ("wine_glass", 0.5, 3), ("napkin", 0.3, 1),
        ("small_plant", 0.3, 1), ("glass", 0.4, 3),
    ),
    "counter": (("cash_register", 0.7, 1), ("small_plant", 0.4, 1), ("pen_cup", 0.4, 1), ("tray", 0.3, 1)),
    "display_case": (("small_plant", 0.4, 1), ("gift", 0.3, 1)),
    "pastry_case": (("cake_stand", 0.5, 1), ("jar", 0.5, 2)),
    "serving_cart": (
        ("wine_bottle", 0.7, 2), ("wine_glass", 0.7, 3), ("teapot", 0.5, 1), ("pitcher", 0.4, 1), ("fruit_bowl", 0.4, 1),
    ),
    "medical_cart": (
        ("medicine_bottle", 0.8, 3), ("tissue_box", 0.5, 1), ("tray", 0.5, 1), ("bottle", 0.5, 2), ("spray_bottle", 0.5, 1),
    ),
    "cart": (("spray_bottle", 0.5, 2), ("towel", 0.5, 1), ("lotion_bottle", 0.5, 2), ("bottle", 0.4, 1)),
    "overbed_table": (("glass", 0.7, 1), ("pitcher", 0.5, 1), ("tissue_box", 0.5, 1)),
    "pedestal": (("sculpture", 1.3, 1),),
    "plant_stand": (("potted_plant", 1.3, 1),),
    "piano": (("book_stack", 0.5, 1), ("photo_frame", 0.6, 2), ("vase", 0.5, 1), ("table_lamp", 0.4, 1)),
    "grand_piano": (("book_stack", 0.4, 1), ("vase", 0.4, 1)),
    "ottoman": (("tray", 0.5, 1), ("throw_blanket", 0.3, 1), ("book", 0.3, 1)),
    "pouf": (),
    "stool": (),
    "step_stool": (),
    "server_rack": (),
    "locker": (),
    "ladder": (),
    "stage": (),
    "trampoline": (),
    "box": (),
    "luggage_rack": (("backpack", 0.5, 1), ("folded_clothes", 0.3, 1)),
    "ironing_board": (("iron", 0.9, 1), ("folded_clothes", 0.4, 1)),
    "barrel": (("lantern", 0.4, 1), ("bottle", 0.4, 1)),
    "amplifier": (),
    "floor_speaker": (),
    "computer": (),
    "chalkboard": (),
    "whiteboard": (),
    "cat_tree": (),
    "dental_chair": (),
}  # fmt: skip
THEMES: dict[str, Theme] = {
    "books": {
        "book_row": (7.0, 1), "book_stack": (1.5, 1), "vase": (0.6, 1), "photo_frame": (0.6, 2), "small_plant": (0.6, 1),
        "figurine": (0.5, 1), "storage_box_lidded": (0.6, 2), "decorative_bowl": (0.3, 1), "candle": (0.3, 2),
        "globe": (0.15, 1), "basket": (0.3, 1), "clock": (0.2, 1),
    },
    "stacks": {"book_row": (14.0, 1), "book_stack": (0.7, 1)},
    "toys": {
        "book_row": (2.0, 1), "teddy_bear": (1.0, 1), "toy_car": (0.8, 3), "board_game": (1.2, 1), "puzzle": (0.7, 1),
        "storage_box_lidded": (1.2, 2), "stacking_rings": (0.6, 1), "toy_robot": (0.6, 1), "stuffed_bunny": (0.7, 1),
        "doll": (0.5, 1), "toy_train": (0.4, 1), "ball": (0.5, 1), "basket": (0.6, 1), "play_block": (0.5, 2),
    },
    "pantry": {
        "jar": (2.0, 4), "plate_stack": (1.2, 2), "bowl": (1.2, 2), "mug": (1.0, 4), "glass": (1.2, 5), "pot": (0.8, 1),
        "teapot": (0.5, 1), "pitcher": (0.5, 1), "can": (1.0, 4), "cereal_box": (0.8, 3), "bottle": (0.7, 3),
        "cutting_board": (0.3, 1), "basket": (0.5, 1), "herb_pot": (0.3, 1),
    },
    "china": {
        "plate_stack": (1.6, 3), "bowl": (1.0, 2), "wine_glass": (1.6, 5), "glass": (1.0, 4), "teapot": (0.7, 1),
        "cup": (1.0, 4), "vase": (0.7, 1), "cake_stand": (0.5, 1), "pitcher": (0.6, 1), "decorative_bowl": (0.4, 1),
    },
    "spices": {"spice_jar": (1.0, 6)},
    "store": {
        "box": (3.0, 2), "storage_box_lidded": (2.5, 2), "crate": (1.0, 1), "paint_can": (1.4, 3), "toolbox": (1.0, 1),
        "bucket": (0.5, 1), "spray_bottle": (0.7, 3), "basket": (0.4, 1), "lantern": (0.2, 1),
    },
    "tools": {
        "toolbox": (1.2, 1), "drill": (1.0, 2), "paint_can": (1.0, 3), "jar": (1.0, 3), "spray_bottle": (0.8, 3),
        "storage_box_lidded": (0.8, 1), "box": (0.6, 1), "saw": (0.3, 1), "hammer": (0.6, 1), "wrench": (0.6, 2),
    },
    "shop": {
        "folded_clothes": (1.6, 3), "box": (1.0, 3), "handbag": (1.0, 3), "shoes": (1.0, 3), "hat": (0.7, 3), "vase": (0.8, 3),
        "candle": (0.7, 4), "storage_box_lidded": (0.7, 2), "gift": (0.6, 3), "toy": (0.6, 3), "mug": (0.8, 4),
        "perfume_bottle": (0.6, 5), "basket": (0.6, 2), "lotion_bottle": (0.6, 5), "teddy_bear": (0.5, 2),
    },
    "pharmacy": {
        "medicine_bottle": (3.0, 6), "lotion_bottle": (2.0, 5), "spray_bottle": (1.0, 4), "tissue_box": (1.0, 3),
        "box": (0.8, 2), "toiletries": (1.0, 2), "perfume_bottle": (0.6, 4), "first_aid_kit": (0.6, 2), "bottle": (0.7, 4),
    },
    "bath": {
        "towel": (3.0, 2), "toiletries": (0.8, 1), "lotion_bottle": (1.0, 3), "toilet_paper": (1.0, 3), "basket": (0.7, 1),
        "candle": (0.7, 2), "small_plant": (0.5, 1), "perfume_bottle": (0.4, 2),
    },
    "closet": {
        "folded_clothes": (8.0, 3), "storage_box_lidded": (1.0, 1), "handbag": (0.8, 2), "hat": (0.6, 2), "shoes": (0.8, 3),
        "box": (0.5, 1),
    },
    "shoes": {"shoes": (2.0, 3), "sneakers": (1.5, 2), "heels": (0.6, 2), "boots": (0.4, 1)},
    "office": {
        "book_row": (4.0, 1), "storage_box_lidded": (1.5, 2), "book_stack": (0.8, 1), "small_plant": (0.6, 1),
        "photo_frame": (0.4, 1), "trophy": (0.3, 1), "box": (0.5, 1), "globe": (0.1, 1),
    },
    "lab": {
        "flask": (1.6, 4), "beaker": (1.6, 4), "bottle": (1.2, 4), "test_tube_stand": (0.9, 2), "box": (0.6, 1),
        "spray_bottle": (0.4, 2), "jar": (0.7, 3), "book_row": (0.6, 1),
    },
    "gym": {
        "towel": (2.0, 3), "water_bottle": (1.4, 4), "yoga_block": (1.2, 3), "dumbbell": (1.0, 3), "kettlebell": (0.6, 3),
        "storage_box_lidded": (0.6, 1), "ball": (0.4, 2), "small_plant": (0.3, 1),
    },
    "weights": {"dumbbell": (3.0, 4), "kettlebell": (1.0, 3)},
    "laundry": {
        "detergent_bottle": (1.8, 3), "towel": (1.6, 2), "basket": (0.7, 1), "spray_bottle": (0.8, 2),
        "folded_clothes": (1.0, 2), "storage_box_lidded": (0.6, 1), "box": (0.4, 1),
    },
    "music": {"record_sleeve": (2.5, 5), "book_row": (1.2, 1), "storage_box_lidded": (0.5, 1), "speaker": (0.3, 1)},
    "salon": {
        "lotion_bottle": (2.2, 5), "spray_bottle": (1.2, 4), "towel": (1.4, 2), "toiletries": (0.7, 1),
        "perfume_bottle": (0.8, 4), "hair_dryer": (0.5, 1), "small_plant": (0.4, 1),
    },
    "bar": {
        "liquor_bottle": (2.6, 6), "wine_bottle": (1.8, 6), "cocktail_glass": (1.0, 5), "wine_glass": (1.2, 6),
        "beer_bottle": (1.0, 6), "glass": (1.0, 6),
    },
    "wine": {"wine_bottle": (1.0, 6)},
    "cafe": {
        "mug": (1.6, 5), "cup": (1.4, 5), "jar": (1.4, 4), "glass": (1.0, 5), "plate_stack": (0.8, 2), "takeaway_cup": (0.8, 5),
        "teapot": (0.4, 1), "bottle": (0.7, 4), "small_plant": (0.3, 1),
    },
    "pastry": {
        "croissant": (1.4, 4), "muffin": (1.4, 5), "donut": (1.2, 5), "cake": (1.0, 2), "bread": (0.8, 2),
        "cake_stand": (0.3, 1), "bread_basket": (0.5, 1),
    },
    "drinks": {"can": (1.2, 6), "water_bottle": (1.4, 6), "milk_carton": (0.8, 4), "bottle": (0.8, 5), "beer_bottle": (0.6, 5)},
    "grocery": {
        "can": (1.4, 6), "cereal_box": (1.4, 5), "milk_carton": (0.6, 4), "bottle": (0.9, 5), "jar": (1.0, 5),
        "detergent_bottle": (0.6, 3), "tissue_box": (0.6, 3), "kitchen_roll": (0.6, 3), "condiment_bottle": (0.7, 5),
    },
    "display": {
        "vase": (1.0, 1), "sculpture": (0.8, 1), "figurine": (1.0, 2), "decorative_bowl": (0.7, 1), "trophy": (0.5, 2),
        "plate_stack": (0.3, 1), "photo_frame": (0.4, 1), "clock": (0.2, 1),
    },
    "server": {"box": (1.5, 2), "router": (0.8, 2), "storage_box_lidded": (1.0, 2), "toolbox": (0.5, 1)},
    "studio": {
        "paint_can": (1.6, 3), "jar": (1.2, 4), "book_row": (1.2, 1), "box": (0.8, 1), "pen_cup": (0.8, 2),
        "storage_box_lidded": (0.8, 1), "vase": (0.4, 1), "sculpture": (0.3, 1),
    },
    "school": {
        "book_row": (3.0, 1), "storage_box_lidded": (1.2, 3), "globe": (0.4, 1), "box": (0.5, 1), "puzzle": (0.3, 1),
        "pen_cup": (0.5, 2), "small_plant": (0.3, 1), "board_game": (0.4, 1),
    },
    "clinic": {
        "storage_box_lidded": (1.2, 2), "medicine_bottle": (1.4, 5), "tissue_box": (0.7, 1), "towel": (0.8, 2),
        "first_aid_kit": (0.7, 1), "book_row": (0.6, 1), "spray_bottle": (0.5, 2),
    },
    "media": {
        "game_console": (0.8, 1), "media_player": (0.9, 1), "book_row": (0.8, 1), "book_stack": (0.6, 1),
        "storage_box_lidded": (0.4, 1), "board_game": (0.4, 1),
    },
    "chest": {
        "teddy_bear": (1.0, 1), "ball": (0.8, 1), "toy_car": (1.0, 1), "stuffed_bunny": (0.7, 1), "doll": (0.5, 1),
        "toy": (0.8, 1), "play_block": (0.6, 1), "dinosaur": (0.5, 1), "toy_robot": (0.4, 1),
    },
    "linen": {"towel": (1.0, 1), "folded_clothes": (0.8, 1)},
    "throws": {"throw_blanket": (1.0, 1), "magazine": (0.6, 1), "cushion": (0.3, 1)},
    "fridge": {
        "milk_carton": (1.2, 3), "bottle": (0.8, 3), "can": (1.0, 4), "jar": (1.2, 4), "condiment_bottle": (1.0, 4),
        "egg": (0.5, 6), "cheese": (0.7, 1), "lettuce": (0.6, 1), "apple": (0.7, 4), "tomato": (0.6, 4), "bell_pepper": (0.5, 3),
        "pot": (0.4, 1), "bowl": (0.6, 2), "wine_bottle": (0.3, 1), "water_bottle": (0.6, 3),
        "lemon": (0.4, 3), "cake": (0.2, 1),
    },
    "plants": {
        "small_plant": (1.4, 2), "herb_pot": (1.2, 3), "succulent": (1.0, 3), "cactus": (0.8, 2), "lantern": (0.6, 1),
        "candle": (0.6, 2), "trailing_plant": (0.5, 1), "basket": (0.3, 1),
    },
}  # fmt: skip

# Words for a mass of things: asked for in a host, they stand for all that a theme has.
MASSES = {"food": "fridge", "folded_clothes": "closet"}

# Where goods are for sale they stand in facings: so many of a kind side by side, few kinds on one piece of furniture.
SHOPS = ("shop", "pharmacy")
FACINGS, KINDS_ON_SHELF = (3, 6), 4
HOST_THEMES: tuple[tuple[str, str], ...] = (
    ("kitchen_rack", "pantry"), ("kitchen_wall_cabinet", "pantry"), ("china_cabinet", "china"), ("shoe_rack", "shoes"),
    ("spice_rack", "spices"), ("weight_rack", "weights"), ("tool_shelf", "tools"), ("wine_cabinet", "wine"),
    ("wine_rack", "wine"), ("open_wardrobe", "closet"), ("clothes_rack", "shoes"), ("pastry_case", "pastry"),
    ("display_fridge", "drinks"), ("record_cabinet", "music"), ("bar_counter", "bar"), ("tv_stand", "media"),
    ("laundry_basket", "linen"), ("toy_chest", "chest"), ("workbench", "tools"), ("fume_hood", "lab"),
    ("changing_table", "linen"), ("bathroom_vanity", "bath"), ("refrigerator", "fridge"), ("wardrobe", "closet"),
)  # fmt: skip
ROOM_THEMES: dict[str, str] = {
    "library": "stacks", "bookstore": "stacks", "childrens_room": "toys", "playroom": "toys", "nursery": "toys",
    "kitchen": "pantry", "garage": "store", "basement": "store", "workshop": "tools", "shop": "shop", "pharmacy": "pharmacy",
    "bathroom": "bath", "spa": "bath", "walk_in_closet": "closet", "home_office": "office", "private_office": "office",
    "open_office": "office", "reception": "office", "meeting_room": "office", "lab": "lab", "gym": "gym", "home_gym": "gym",
    "laundry": "laundry", "laundromat": "laundry", "music_room": "music", "salon": "salon", "bar": "bar", "cafe": "cafe",
    "restaurant": "china", "server_room": "server", "studio": "studio", "classroom": "school", "clinic_room": "clinic",
    "art_gallery": "display", "dining_room": "china", "hallway": "display", "balcony": "plants",
}  # fmt: skip


def theme_of(host: str, room_type: str) -> str:
    """What a host's levels hold in a room of a type."""
    if is_a(host, "display_case") and host != "pastry_case":
        return "pastry" if room_type in ("cafe", "restaurant") else "pharmacy" if room_type == "pharmacy" else "shop"
    if is_a(host, "display_cabinet") and room_type in ("living_room", "library", "hallway", "art_gallery", "reception"):
        return "display"
    if is_a(host, "basket") and room_type in ("living_room", "bedroom", "hotel_room", "library", "music_room"):
        return "throws"
    if host in ("toy_chest", "basket", "box", "crate") and room_type in ("childrens_room", "nursery", "playroom"):
        return "chest"
    for name, theme in HOST_THEMES:
        if is_a(host, name):
            return theme
    return ROOM_THEMES.get(room_type, "books")


def customs_of(host: str) -> Customs | None:
    """What a host's top usually carries, by its own entry or that of the nearest broader category; None if nothing is known."""
    front, known = [host], categories()
    while front:
        for name in front:
            if name in TOPS:
                return TOPS[name]
        front = [b for name in front if name in known for b in known[name].is_a]
    return None


class Setting(NamedTuple):
    """How a table is laid: pieces (thing, metres right of the plate, metres in from the edge), for a share of the seats."""

    table: str
    pieces: tuple[tuple[str, float, float], ...]
    chance: float = 1.0
    share: float = 1.0
    rooms: tuple[str, ...] = ()
    least: int = 1


FULL = (
    ("plate", 0.0, 0.16), ("fork", -0.165, 0.15), ("knife", 0.16, 0.15), ("glass", 0.15, 0.31), ("napkin", -0.19, 0.31),
)  # fmt: skip
WINE = (("plate", 0.0, 0.16), ("fork", -0.165, 0.15), ("knife", 0.16, 0.15), ("wine_glass", 0.16, 0.32))
BREAKFAST = (("plate", 0.0, 0.16), ("mug", 0.17, 0.24), ("spoon", 0.155, 0.1))
SETTINGS: tuple[Setting, ...] = (
    Setting("dining_table", FULL, 0.8, 1.0, ("dining_room",), 2),
    Setting("dining_table", WINE, 0.8, 1.0, ("dining_room",), 2),
    Setting("table", (("place_setting", 0.0, 0.2),), 1.0, 1.0, ("restaurant",), 1),
    Setting("table", (("cup", 0.0, 0.13),), 0.6, 0.7, ("cafe",), 1),
    Setting("table", (("mug", 0.06, 0.14), ("muffin", -0.1, 0.14)), 0.6, 0.6, ("cafe",), 1),
    Setting("table", (("glass", 0.0, 0.14),), 0.7, 0.7, ("bar",), 1),
    Setting("bar_counter", (("cocktail_glass", 0.0, 0.14),), 0.8, 0.5, ("bar", "restaurant"), 1),
    Setting("bar_counter", (("cup", 0.0, 0.14),), 0.7, 0.5, ("cafe", "kitchen"), 1),
    Setting("kitchen_island", (("mug", 0.0, 0.15),), 0.5, 0.6, (), 1),
    Setting("conference_table", (("notebook", 0.0, 0.17), ("water_bottle", 0.2, 0.25)), 0.9, 0.8, (), 2),
    Setting("conference_table", (("laptop", 0.0, 0.22), ("glass", 0.26, 0.22)), 0.9, 0.6, (), 2),
    Setting("library_table", (("open_book", 0.0, 0.2),), 0.8, 0.5, (), 1),
    Setting("school_desk", (("notebook", 0.0, 0.14), ("pencil", 0.0, 0.26)), 0.9, 0.9, (), 1),
    Setting("school_desk", (("book", -0.1, 0.15), ("notebook", 0.13, 0.15)), 0.9, 0.9, (), 1),
    Setting("craft_table", (("paper", 0.0, 0.18), ("crayon", 0.16, 0.12)), 0.8, 0.8, (), 1),
    Setting("play_table", (("paper", 0.0, 0.15),), 0.6, 0.8, (), 1),
    Setting("dining_table", BREAKFAST, 0.6, 1.0, ("kitchen", "living_room"), 2),
    Setting("table", BREAKFAST, 0.5, 1.0, ("kitchen", "living_room", "dining_room"), 2),
)  # fmt: skip


def loose(name: str) -> bool:
    """Whether a thing may be left on a top by itself."""
    return name not in NEVER_LOOSE and not name.endswith("_chair")


__all__ = [
    "FACINGS",
    "KINDS_ON_SHELF",
    "MASSES",
    "NEEDS",
    "ONCE",
    "PLAY_ROOMS",
    "SETTINGS",
    "SHOPS",
    "SINGLE_IN",
    "THEMES",
    "TOPS",
    "UPRIGHT_BOOKS",
    "WORKPLACES",
    "WORK_ROOMS",
    "Setting",
    "Theme",
    "customs_of",
    "loose",
    "theme_of",
]
