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
    "utensil_holder": 0.6,
    "blender": 0.6,
    "rice_cooker": 0.6,
    "stand_mixer": 0.6,
    "dish_rack": 0.4,
    "kitchen_roll": 0.6,
    "cutting_board": -0.1,
    "alarm_clock": 0.1,
    "phone": 0.1,
    "lotion_bottle": 0.6,
    "tissue_box": 0.4,
    "jewelry_box": 0.3,
    "radio": 0.5,
    "soundbar": 0.0,
}
SIDEWAYS = {"mouse": 0.42, "desk_lamp": 0.75, "table_lamp": 0.6, "computer": 0.8, "printer": 0.8}
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
TURNDOWN = "turndown"  # the surface of a bed on which cushions lean at the pillows, and nothing else lies
USUAL = 0.3  # rank of a host from which on a thing is at home there
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
