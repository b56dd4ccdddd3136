"""Customs of furnishing: where small things usually stand, and what a room usually has besides what was asked for."""

from __future__ import annotations

from functools import lru_cache

from ..catalogue import Category, categories, is_a

# What a host is for, in words that the lists below use.
ROLES: dict[str, tuple[str, ...]] = {
    "dining": ("dining_table", "table", "cafe_table", "picnic_table", "bar_table", "buffet_table"),
    "low": ("coffee_table", "side_table", "nesting_tables", "ottoman"),
    "bedside": ("nightstand",),
    "work": (
        "desk",
        "computer_desk",
        "standing_desk",
        "executive_desk",
        "corner_desk",
        "school_desk",
        "drafting_table",
        "reception_desk",
        "craft_table",
        "conference_table",
        "library_table",
    ),
    "bench": ("workbench", "lab_bench", "tool_chest", "tool_cart"),
    "kitchen": ("kitchen_counter", "kitchen_island", "sink"),
    "bath": ("bathroom_vanity", "washbasin"),
    "vanity": ("vanity_table", "dresser"),
    "case": ("sideboard", "dresser", "cabinet", "console_table", "tv_stand", "record_cabinet"),
    "shelf": (
        "bookshelf",
        "shelf",
        "cube_shelf",
        "wall_shelf",
        "shelving_unit",
        "display_cabinet",
        "china_cabinet",
        "display_stand",
        "kitchen_rack",
        "tool_shelf",
    ),
    "counter": ("counter", "bar_counter", "shop_counter", "pharmacy_counter", "checkout_counter"),
    "seat": ("sofa", "armchair", "bench", "loveseat", "corner_sofa", "u_shaped_sofa", "daybed"),
    "bed": ("bed", "crib", "toddler_bed", "hospital_bed"),
    "toys": ("toy_chest", "basket", "box", "play_table"),
    "cart": ("serving_cart", "cart", "medical_cart"),
    "vase": ("vase", "floor_vase"),
    "rack": ("shoe_rack", "spice_rack", "weight_rack", "wine_rack", "magazine_rack", "towel_rail", "pedestal", "plant_stand"),
    "tv": ("tv_stand",),
    "open": ("open_wardrobe", "clothes_rack", "wine_cabinet", "display_case", "pastry_case", "display_fridge", "record_cabinet"),
    "rows": ("shoe_rack", "spice_rack", "weight_rack", "wine_rack"),
    "lab": ("fume_hood",),
}

# Hosts by preference for whole families and for single categories.
FAMILY_HOSTS: dict[str, tuple[str, ...]] = {
    "tableware": ("dining", "kitchen", "counter", "low", "shelf", "cart", "case"),
    "decor": ("case", "shelf", "low", "bedside", "work", "dining", "counter"),
    "plants": ("case", "low", "shelf", "work", "dining", "bedside", "counter"),
    "appliances": ("kitchen", "work", "case", "counter", "low", "shelf", "bench"),
    "play": ("toys", "shelf", "bed", "low", "case", "work"),
    "lamps": ("bedside", "low", "case", "work", "shelf"),
    "equipment": ("bench", "work", "cart", "shelf", "case", "counter"),
    "textiles": ("seat", "bed", "case", "shelf"),
    "storage": ("shelf", "case", "work", "low", "bench"),
    "instruments": ("case", "work", "low"),
    "tables": ("dining",),
    "seating": (),
    "beds": ("bed",),
}
CATEGORY_HOSTS: dict[str, tuple[str, ...]] = {
    "tv": ("tv", "case", "shelf", "work"),
    "monitor": ("work", "bench", "counter", "case"),
    "keyboard": ("work", "bench"),
    "mouse": ("work", "bench"),
    "laptop": ("work", "low", "dining", "bed", "counter"),
    "computer": ("work", "bench"),
    "electronic_peripheral": ("work", "bench"),
    "desk_lamp": ("work", "bedside", "bench", "case"),
    "table_lamp": ("bedside", "low", "case", "work"),
    "lamp": ("bedside", "low", "case", "work"),
    "book": ("shelf", "work", "low", "bedside", "case"),
    "book_row": ("shelf",),
    "standing_book": ("shelf",),
    "pillow": ("seat", "bed"),
    "cushion": ("seat", "bed"),
    "throw_blanket": ("seat", "bed"),
    "flower": ("vase", "dining", "low"),
    "flower_bunch": ("vase", "dining", "low"),
    "bouquet": ("vase", "dining", "low", "case"),
    "dried_grass": ("vase",),
    "stuffed_animal": ("bed", "toys", "seat", "shelf"),
    "doll": ("toys", "bed", "shelf", "seat"),
    "toy": ("toys", "shelf", "low"),
    "cash_register": ("counter",),
    "card_terminal": ("counter",),
    "microscope": ("bench", "work"),
    "beaker": ("bench", "work", "shelf"),
    "flask": ("bench", "work", "shelf"),
    "test_tube_stand": ("bench", "work"),
    "robot_arm": ("bench", "work"),
    "game_console": ("tv", "low", "case", "work", "shelf"),
    "media_player": ("tv", "case"),
    "soundbar": ("tv", "case"),
    "game_controller": ("low", "tv", "work"),
    "remote_control": ("low", "tv", "seat"),
    "record_player": ("case", "low", "shelf", "work"),
    "record": ("case", "shelf", "low"),
    "shoe": ("rack",),
    "towel": ("rack", "bath", "shelf", "case"),
    "soap_dispenser": ("bath", "kitchen"),
    "toothbrush_cup": ("bath",),
    "soap": ("bath", "kitchen"),
    "toiletries": ("bath", "shelf", "vanity"),
    "perfume_bottle": ("vanity", "bath", "shelf"),
    "lotion_bottle": ("vanity", "bath", "shelf"),
    "bottle": ("vanity", "shelf", "counter", "kitchen", "dining"),
    "medicine_bottle": ("shelf", "cart", "counter", "bedside"),
    "wine_bottle": ("rack", "counter", "shelf", "dining", "kitchen"),
    "hairbrush": ("vanity", "bath"),
    "lipstick": ("vanity", "bath"),
    "table_mirror": ("vanity", "bath", "case"),
    "alarm_clock": ("bedside", "work"),
    "sculpture": ("rack", "shelf", "case", "low"),
    "statue": ("rack", "case", "shelf"),
    "bust": ("rack", "case", "shelf"),
    "dumbbell": ("rack",),
    "kettlebell": ("rack",),
    "spice_jar": ("rack", "kitchen", "shelf"),
    "tool": ("bench", "shelf"),
    "hammer": ("bench", "shelf"),
    "wrench": ("bench", "shelf"),
    "screwdriver": ("bench", "shelf"),
    "drill": ("bench", "shelf"),
    "dental_tool": ("case", "cart", "work"),
    "printer": ("work", "case", "shelf"),
    "microwave": ("kitchen", "counter", "shelf"),
    "crayon": ("work", "dining", "toys"),
    "glue_stick": ("work", "dining"),
    "paper": ("work", "dining", "low"),
    "candle": ("low", "dining", "case", "bedside", "bath"),
    "tray": ("low", "dining", "bed", "kitchen"),
    "building_block": ("toys", "shelf"),
    "play_block": (),
    "weight_plate": (),
    "exercise_ball": (),
    "guitar": (),
    "phone": ("work", "counter", "bedside"),
    "magazine": ("low", "bedside", "rack"),
    "fishbowl": ("case", "low"),
}

# When nothing in the room could hold a thing, this is brought in for it.
HOST_BROUGHT_IN: tuple[tuple[str, str], ...] = (
    ("work", "desk"),
    ("dining", "dining_table"),
    ("kitchen", "kitchen_counter"),
    ("tv", "tv_stand"),
    ("shelf", "shelf"),
    ("bedside", "side_table"),
    ("bath", "bathroom_vanity"),
    ("vanity", "vanity_table"),
    ("bench", "workbench"),
    ("counter", "shop_counter"),
    ("case", "sideboard"),
    ("low", "side_table"),
    ("toys", "toy_chest"),
    ("rack", "shelf"),
    ("cart", "serving_cart"),
    ("vase", "vase"),
    ("seat", "bench"),
    ("bed", "bed"),
)

# (host category, guest, chance at full density, most). The lived-in look of surfaces.
SURFACE_CUSTOMS: tuple[tuple[str, str, float, int], ...] = (
    ("coffee_table", "book_stack", 0.7, 1),
    ("coffee_table", "vase", 0.45, 1),
    ("coffee_table", "candle", 0.4, 1),
    ("coffee_table", "remote_control", 0.6, 1),
    ("coffee_table", "decorative_bowl", 0.3, 1),
    ("coffee_table", "mug", 0.5, 1),
    ("side_table", "table_lamp", 0.8, 1),
    ("side_table", "book", 0.5, 1),
    ("nightstand", "table_lamp", 0.95, 1),
    ("nightstand", "book", 0.7, 2),
    ("nightstand", "alarm_clock", 0.5, 1),
    ("nightstand", "glass", 0.3, 1),
    ("sideboard", "vase", 0.7, 1),
    ("sideboard", "table_lamp", 0.6, 1),
    ("sideboard", "photo_frame", 0.6, 2),
    ("sideboard", "small_plant", 0.5, 1),
    ("sideboard", "tray", 0.4, 1),
    ("console_table", "vase", 0.7, 1),
    ("console_table", "table_lamp", 0.6, 1),
    ("console_table", "keys", 0.6, 1),
    ("console_table", "decorative_bowl", 0.5, 1),
    ("dresser", "table_mirror", 0.5, 1),
    ("dresser", "perfume_bottle", 0.6, 3),
    ("dresser", "jewelry_box", 0.5, 1),
    ("dresser", "small_plant", 0.4, 1),
    ("dresser", "photo_frame", 0.5, 1),
    ("tv_stand", "tv", 0.95, 1),
    ("tv_stand", "game_console", 0.4, 1),
    ("tv_stand", "book_stack", 0.4, 1),
    ("tv_stand", "small_plant", 0.35, 1),
    ("tv_stand", "media_player", 0.4, 1),
    ("bookshelf", "book_row", 1.0, 7),
    ("bookshelf", "book_stack", 0.8, 2),
    ("bookshelf", "vase", 0.6, 1),
    ("bookshelf", "photo_frame", 0.6, 1),
    ("bookshelf", "small_plant", 0.6, 1),
    ("bookshelf", "figurine", 0.5, 1),
    ("bookshelf", "storage_box_lidded", 0.5, 2),
    ("cube_shelf", "book_row", 0.9, 3),
    ("cube_shelf", "basket", 0.7, 2),
    ("shelf", "storage_box_lidded", 0.7, 2),
    ("shelf", "basket", 0.6, 2),
    ("shelf", "book_row", 0.6, 2),
    ("shelf", "small_plant", 0.5, 1),
    ("wall_shelf", "small_plant", 0.6, 1),
    ("wall_shelf", "book_row", 0.5, 1),
    ("wall_shelf", "figurine", 0.4, 1),
    ("shelving_unit", "box", 0.9, 4),
    ("shelving_unit", "toolbox", 0.5, 1),
    ("shelving_unit", "paint_can", 0.6, 2),
    ("display_cabinet", "vase", 0.7, 2),
    ("display_cabinet", "plate", 0.6, 2),
    ("display_cabinet", "wine_glass", 0.7, 4),
    ("desk", "laptop", 0.7, 1),
    ("desk", "desk_lamp", 0.8, 1),
    ("desk", "pen_cup", 0.7, 1),
    ("desk", "notebook", 0.6, 1),
    ("desk", "mug", 0.5, 1),
    ("desk", "book_stack", 0.5, 1),
    ("desk", "small_plant", 0.35, 1),
    ("computer_desk", "monitor", 0.95, 1),
    ("computer_desk", "keyboard", 0.9, 1),
    ("computer_desk", "mouse", 0.9, 1),
    ("computer_desk", "headphones", 0.5, 1),
    ("reception_desk", "monitor", 0.8, 1),
    ("reception_desk", "phone", 0.7, 1),
    ("reception_desk", "small_plant", 0.4, 1),
    ("dining_table", "vase", 0.6, 1),
    ("dining_table", "fruit_bowl", 0.5, 1),
    ("dining_table", "candle", 0.5, 2),
    ("table", "vase", 0.4, 1),
    ("cafe_table", "salt_shaker", 0.6, 1),
    ("cafe_table", "mug", 0.5, 2),
    ("kitchen_counter", "kettle", 0.8, 1),
    ("kitchen_counter", "toaster", 0.6, 1),
    ("kitchen_counter", "coffee_machine", 0.6, 1),
    ("kitchen_counter", "knife_block", 0.6, 1),
    ("kitchen_counter", "cutting_board", 0.6, 1),
    ("kitchen_counter", "fruit_bowl", 0.5, 1),
    ("kitchen_counter", "utensil_holder", 0.6, 1),
    ("kitchen_counter", "jar", 0.6, 2),
    ("kitchen_island", "fruit_bowl", 0.7, 1),
    ("kitchen_island", "vase", 0.4, 1),
    ("stove", "pot", 0.6, 1),
    ("stove", "pan", 0.4, 1),
    ("bathroom_vanity", "soap_dispenser", 0.9, 1),
    ("bathroom_vanity", "toothbrush_cup", 0.8, 1),
    ("bathroom_vanity", "towel", 0.5, 1),
    ("bathroom_vanity", "small_plant", 0.3, 1),
    ("sofa", "pillow", 0.9, 3),
    ("loveseat", "pillow", 0.9, 2),
    ("armchair", "pillow", 0.5, 1),
    ("bed", "pillow", 0.3, 1),
    ("workbench", "toolbox", 0.7, 1),
    ("workbench", "hammer", 0.6, 1),
    ("workbench", "screwdriver", 0.6, 2),
    ("workbench", "wrench", 0.6, 1),
    ("lab_bench", "flask", 0.7, 2),
    ("lab_bench", "beaker", 0.7, 2),
    ("lab_bench", "notebook", 0.5, 1),
    ("shop_counter", "cash_register", 0.95, 1),
    ("pharmacy_counter", "cash_register", 0.9, 1),
    ("pharmacy_counter", "small_plant", 0.3, 1),
    ("bar_counter", "wine_glass", 0.7, 4),
    ("bar_counter", "wine_bottle", 0.7, 3),
    ("conference_table", "laptop", 0.6, 2),
    ("conference_table", "notebook", 0.6, 3),
    ("conference_table", "water_bottle", 0.5, 3),
    ("toy_chest", "stuffed_animal", 0.7, 2),
    ("toy_chest", "toy", 0.7, 2),
    ("vanity_table", "perfume_bottle", 0.8, 3),
    ("vanity_table", "hairbrush", 0.6, 1),
    ("school_desk", "notebook", 0.7, 1),
    ("wine_cabinet", "wine_bottle", 0.5, 2),
    ("shoe_rack", "shoes", 0.8, 3),
    ("hospital_bed", "pillow", 0.0, 1),
    ("filing_cabinet", "small_plant", 0.5, 1),
    ("medical_cart", "medicine_bottle", 0.7, 3),
    ("spice_rack", "spice_jar", 0.9, 8),
    ("serving_cart", "wine_glass", 0.6, 2),
    ("serving_cart", "teapot", 0.5, 1),
)

# Where things stand on a top: -1 at the front edge, +1 at the back.
DEPTH = {
    "monitor": 0.75,
    "tv": 0.3,
    "computer": 0.6,
    "laptop": 0.0,
    "keyboard": -0.45,
    "mouse": -0.42,
    "desk_lamp": 0.7,
    "table_lamp": 0.4,
    "speaker": 0.8,
    "printer": 0.6,
    "microwave": 0.6,
    "kettle": 0.5,
    "toaster": 0.5,
    "coffee_machine": 0.5,
    "knife_block": 0.6,
    "photo_frame": 0.6,
    "table_mirror": 0.7,
    "notebook": -0.4,
    "pen_cup": 0.5,
    "soap_dispenser": 0.6,
    "toothbrush_cup": 0.6,
    "standing_mirror": 0.8,
    "pillow": 0.75,
    "cushion": 0.75,
    "stuffed_animal": 0.2,
    "throw_blanket": -0.5,
    "cash_register": 0.0,
    "potted_plant": 0.5,
}
SIDEWAYS = {"mouse": 0.42, "desk_lamp": 0.75, "table_lamp": 0.6, "computer": -0.8, "printer": 0.8}
# Piled on their like.
STACKS = (
    "plate",
    "bowl",
    "book",
    "box",
    "towel",
    "board_game",
    "weight_plate",
    "tray",
    "paper",
    "notebook",
    "magazine",
    "record_sleeve",
    "folded_clothes",
    "play_block",
    "building_block",
    "newspaper",
    "placemat",
    "napkin",
    "storage_box_lidded",
    "gift",
    "crate",
    "folder",
    "pan",
    "pot",
    "basket",
    "can",
    "record",
    "cd",
)
SHELVES = ("shelf", "open", "rows")  # filled level by level
HEAPS = ("toys",)  # filled like a chest


@lru_cache(maxsize=4096)
def _roles(host: str) -> tuple[str, ...]:
    return tuple(role for role, names in ROLES.items() if any(is_a(host, n) for n in names))


def host_rank(guest: Category, host: Category | str) -> float:
    """How usual it is for a guest to stand on a host: 1 most usual, towards 0, and 0 for not at all."""
    name = host if isinstance(host, str) else host.name
    wanted = host_roles(guest.name, guest.family)
    for k, role in enumerate(wanted):
        if role in _roles(name):
            return 1.0 - 0.1 * k
    return 0.05 if _roles(name) and not any(r in _roles(name) for r in ("bed", "seat", "vase", "toys")) else 0.0


@lru_cache(maxsize=4096)
def host_roles(guest: str, family: str) -> tuple[str, ...]:
    """The roles of hosts on which a guest usually stands, by its own entry, its broader category's, or its family's."""
    if guest in CATEGORY_HOSTS:
        return CATEGORY_HOSTS[guest]
    for broader, hosts in CATEGORY_HOSTS.items():
        if is_a(guest, broader):
            return hosts
    return FAMILY_HOSTS.get(family, ())


def brought_in(guest: Category) -> str:
    """The host to bring into a room in which nothing can hold a guest; empty if it may lie on the floor."""
    roles = host_roles(guest.name, guest.family)
    known = categories()
    for role in roles[:1]:
        for r, name in HOST_BROUGHT_IN:
            if r == role and name in known:
                return name
    return ""


def is_seatlike(host: str) -> bool:
    """Whether a host is a seat or a bed."""
    return any(r in ("seat", "bed") for r in _roles(host))


def is_vase(host: str) -> bool:
    """Whether a host holds stems upright."""
    return "vase" in _roles(host)


def plays(host: str, roles: tuple[str, ...]) -> bool:
    """Whether a host has one of the roles."""
    return any(r in roles for r in _roles(host))
