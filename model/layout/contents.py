"""What rooms of each type usually have: furniture, what hangs on their walls, lamps. Facts, no code."""

from __future__ import annotations

from typing import Literal, NamedTuple

# (category, chance at the default density; above 1 comes first). The usual furniture of a room besides what makes it one.
FURNISHING: dict[str, tuple[tuple[str, float], ...]] = {
    "bedroom": (
        ("rug", 1.6), ("dresser", 3.0), ("floor_plant", 0.75), ("armchair", 0.45), ("floor_lamp", 0.3), ("bookshelf", 0.7),
        ("standing_mirror", 0.3), ("laundry_basket", 0.7), ("vanity_table", 0.4), ("bench", 0.5), ("basket", 0.5),
    ),
    "childrens_room": (
        ("rug", 0.85), ("dresser", 0.5), ("bean_bag", 0.4), ("wardrobe", 0.5), ("toy_car", 0.5), ("ball", 0.5), ("basket", 0.5),
        ("pouf", 0.3), ("floor_plant", 0.3), ("teddy_bear", 0.5), ("cube_shelf", 0.4), ("play_tent", 0.2),
    ),
    "nursery": (
        ("rug", 0.9), ("changing_table", 0.7), ("bookshelf", 0.5), ("basket", 0.6), ("floor_lamp", 0.4), ("toy_chest", 0.6),
        ("teddy_bear", 0.5), ("side_table", 0.5), ("pouf", 0.3), ("floor_plant", 0.3), ("rocking_horse", 0.3),
    ),
    "living_room": (
        ("rug", 0.95), ("armchair", 0.8), ("side_table", 0.7), ("floor_lamp", 0.7), ("bookshelf", 0.65), ("floor_plant", 0.8),
        ("sideboard", 0.45), ("pouf", 0.3), ("basket", 0.45), ("console_table", 0.25), ("plant_stand", 0.25),
        ("floor_vase", 0.2), ("magazine_rack", 0.2),
    ),
    "kitchen": (
        ("garbage_can", 0.6), ("dining_table", 0.55), ("door_mat", 0.3), ("kitchen_rack", 0.4), ("floor_plant", 0.25),
        ("dishwasher", 0.5),
    ),
    "dining_room": (
        ("rug", 0.85), ("china_cabinet", 0.6), ("floor_plant", 0.7), ("serving_cart", 0.4), ("console_table", 0.3),
        ("floor_lamp", 0.25), ("wine_cabinet", 0.2),
    ),
    "bathroom": (
        ("bath_mat", 1.5), ("laundry_basket", 0.5), ("garbage_can", 0.6), ("stool", 0.35), ("shelf", 1.4),
        ("floor_plant", 0.3), ("basket", 0.5), ("scale", 0.3),
    ),
    "home_office": (
        ("rug", 0.7), ("filing_cabinet", 0.5), ("floor_plant", 0.7), ("floor_lamp", 0.45), ("armchair", 0.35),
        ("garbage_can", 0.7), ("cabinet", 0.35), ("computer", 0.3), ("bookshelf", 0.3),
    ),
    "hallway": (
        ("runner_rug", 0.7), ("coat_rack", 0.6), ("shoe_rack", 0.6), ("umbrella_stand", 0.45), ("door_mat", 0.4),
        ("bench", 0.35), ("floor_plant", 0.35),
    ),
    "laundry": (
        ("shelving_unit", 1.2), ("laundry_basket", 0.8), ("ironing_board", 0.5), ("drying_rack", 0.4), ("cabinet", 0.4),
        ("laundry_hamper", 0.5), ("broom", 0.4), ("door_mat", 0.3),
    ),
    "laundromat": (
        ("bench", 0.9), ("laundry_basket", 0.7), ("vending_machine", 0.6), ("garbage_can", 0.7), ("floor_plant", 0.4),
        ("cart", 0.5), ("waiting_bench", 0.4), ("shelf", 0.3),
    ),
    "walk_in_closet": (
        ("standing_mirror", 0.6), ("pouf", 0.5), ("rug", 0.5), ("dresser", 0.5), ("laundry_hamper", 0.3), ("suitcase", 0.4),
    ),
    "garage": (
        ("bicycle", 0.6), ("tool_chest", 0.6), ("toolbox", 0.5), ("ladder", 0.5), ("garbage_can", 0.4), ("box", 0.7),
        ("bucket", 0.4), ("stool", 0.3), ("mop_bucket", 0.3), ("cabinet", 0.3),
    ),
    "basement": (
        ("box", 0.9), ("toolbox", 0.4), ("ladder", 0.4), ("water_heater", 0.6), ("crate", 0.6), ("workbench", 0.4),
        ("suitcase", 0.4), ("chest", 0.4), ("bicycle", 0.3), ("armchair", 0.2), ("wine_rack", 0.3),
    ),
    "gaming_room": (
        ("rug", 0.85), ("bean_bag", 0.6), ("floor_plant", 0.5), ("cube_shelf", 1.2), ("tv_stand", 1.5), ("arcade_machine", 0.3),
        ("floor_lamp", 0.35), ("mini_fridge", 0.35), ("side_table", 0.4), ("computer", 0.5),
    ),
    "home_gym": (
        ("weight_rack", 3.0), ("shelf", 3.0), ("yoga_mat", 0.6), ("exercise_ball", 0.7), ("kettlebell", 0.5), ("bench", 0.5),
        ("floor_plant", 0.6), ("standing_mirror", 0.3), ("garbage_can", 0.3), ("fan", 0.3), ("mini_fridge", 0.2),
    ),
    "gym": (
        ("shelf", 3.0), ("exercise_ball", 0.7), ("rowing_machine", 0.6), ("elliptical", 0.6), ("yoga_mat", 0.6),
        ("squat_rack", 0.7), ("punching_bag", 0.4), ("water_cooler", 0.6), ("floor_plant", 0.5), ("garbage_can", 0.6),
        ("locker", 0.5), ("fire_extinguisher", 0.5), ("bench", 0.7), ("kettlebell", 0.6),
    ),
    "library": (
        ("rug", 0.8), ("side_table", 0.7), ("floor_lamp", 0.7), ("floor_plant", 0.7), ("armchair", 0.6), ("step_stool", 0.35),
        ("floor_globe", 0.3), ("console_table", 0.3),
    ),
    "music_room": (
        ("rug", 0.8), ("bookshelf", 3.0), ("record_cabinet", 1.2), ("guitar", 0.7), ("amplifier", 0.5), ("floor_plant", 0.5),
        ("floor_lamp", 0.5), ("armchair", 0.6), ("floor_speaker", 0.5), ("cello", 0.3), ("stool", 0.4), ("side_table", 0.6),
    ),
    "workshop": (
        ("tool_chest", 0.7), ("stool", 0.6), ("toolbox", 0.6), ("drill_press", 0.4), ("ladder", 0.4), ("bucket", 0.4),
        ("garbage_can", 0.5), ("tool_cart", 0.5), ("fire_extinguisher", 0.5), ("box", 0.6),
    ),
    "playroom": (
        ("play_table", 0.7), ("cube_shelf", 1.2), ("bookshelf", 1.1), ("bean_bag", 0.6), ("play_kitchen", 0.5),
        ("rocking_horse", 0.4), ("play_tent", 0.4), ("basket", 0.7), ("teddy_bear", 0.7), ("toy_car", 0.7), ("ball", 0.7),
        ("play_block", 0.6), ("dollhouse", 0.4),
    ),
    "studio": (
        ("craft_table", 0.7), ("shelving_unit", 0.8), ("floor_lamp", 0.5), ("floor_plant", 0.6), ("chair", 0.4),
        ("cabinet", 0.4), ("rug", 0.3), ("tool_cart", 0.4), ("paint_can", 0.6), ("box", 0.4), ("garbage_can", 0.4),
    ),
    "balcony": (
        ("floor_plant", 0.9), ("planter_box", 0.9), ("potted_plant", 0.9), ("rug", 0.6), ("lantern", 0.9), ("deck_chair", 0.4),
        ("floor_cushion", 0.5), ("plant_stand", 1.0), ("bench", 0.6), ("shelf", 0.7),
    ),
    "open_office": (
        ("floor_plant", 0.9), ("copier", 0.7), ("water_cooler", 0.6), ("garbage_can", 0.7), ("bookshelf", 0.6), ("sofa", 0.35),
        ("coat_rack", 0.4), ("flipchart", 0.4), ("fire_extinguisher", 0.4),
    ),
    "private_office": (
        ("filing_cabinet", 0.7), ("floor_plant", 0.8), ("guest_chair", 0.8), ("garbage_can", 0.6), ("rug", 0.5),
        ("cabinet", 0.5), ("floor_lamp", 0.4), ("coat_rack", 0.4), ("armchair", 0.3),
    ),
    "meeting_room": (
        ("sideboard", 3.0), ("floor_plant", 0.9), ("bookshelf", 0.7), ("water_cooler", 0.5), ("flipchart", 0.6),
        ("garbage_can", 0.6), ("coat_rack", 0.4),
    ),
    "reception": (
        ("floor_plant", 0.95), ("rug", 0.7), ("coffee_table", 0.8), ("water_cooler", 0.5), ("sofa", 0.4), ("floor_lamp", 0.4),
        ("side_table", 0.4), ("coat_rack", 0.3), ("bookshelf", 0.3),
    ),
    "classroom": (
        ("bookshelf", 0.8), ("cabinet", 0.7), ("floor_plant", 0.6), ("globe", 0.3), ("garbage_can", 0.6), ("cube_shelf", 0.5),
        ("coat_rack", 0.3),
    ),
    "cafe": (
        ("floor_plant", 0.8), ("pastry_case", 0.8), ("shelf", 0.6), ("coat_rack", 0.5), ("sofa", 0.35), ("garbage_can", 0.4),
        ("sign", 0.3), ("display_fridge", 0.4),
    ),
    "restaurant": (
        ("floor_plant", 0.8), ("sideboard", 0.7), ("wine_cabinet", 0.5), ("coat_rack", 0.5), ("serving_cart", 0.5),
        ("podium", 0.35), ("bar_counter", 0.4),
    ),
    "bar": (
        ("wine_cabinet", 0.6), ("floor_plant", 0.6), ("sofa", 0.6), ("coffee_table", 0.5), ("shelf", 0.8),
        ("display_fridge", 0.6), ("coat_rack", 0.4), ("arcade_machine", 0.25), ("pool_table", 0.3), ("floor_speaker", 0.3),
    ),
    "shop": (
        ("floor_plant", 0.6), ("mannequin", 0.5), ("shopping_basket", 0.4), ("standing_mirror", 0.5), ("display_case", 0.6),
        ("pouf", 0.4), ("sign", 0.3),
    ),
    "bookstore": (
        ("armchair", 0.7), ("floor_plant", 0.7), ("rug", 0.6), ("side_table", 0.5), ("floor_lamp", 0.5), ("table", 0.7),
        ("shop_counter", 0.9), ("step_stool", 0.3), ("magazine_rack", 0.5),
    ),
    "art_gallery": (
        ("floor_plant", 0.6), ("floor_sculpture", 0.8), ("rope_barrier", 0.35), ("reception_desk", 0.3), ("viewing_bench", 0.6),
    ),
    "hotel_room": (
        ("rug", 0.7), ("floor_lamp", 0.6), ("side_table", 0.6), ("wardrobe", 0.8), ("luggage_rack", 0.6), ("suitcase", 0.5),
        ("mini_fridge", 0.4), ("floor_plant", 0.5), ("tv_stand", 0.6), ("bench", 0.4),
    ),
    "clinic_room": (
        ("medical_cart", 1.2), ("cabinet", 2.0), ("iv_stand", 0.7), ("rolling_stool", 0.6), ("garbage_can", 0.7), ("desk", 0.6),
        ("wheelchair", 0.35), ("floor_plant", 0.4), ("overbed_table", 0.6), ("washbasin", 0.6), ("height_scale", 0.4),
    ),
    "pharmacy": (
        ("floor_plant", 0.6), ("waiting_chair", 0.6), ("display_case", 0.6), ("scale", 0.4), ("sign", 0.3),
        ("shopping_basket", 0.4), ("water_cooler", 0.3),
    ),
    "salon": (
        ("shampoo_station", 0.8), ("cart", 0.7), ("floor_plant", 0.7), ("reception_desk", 0.6), ("waiting_chair", 0.7),
        ("shelf", 0.8), ("hair_dryer_stand", 0.6), ("coat_rack", 0.4), ("garbage_can", 0.5), ("rolling_stool", 0.5),
    ),
    "spa": (
        ("floor_plant", 0.9), ("stool", 0.6), ("bath_mat", 0.6), ("shelf", 0.8), ("side_table", 0.7), ("basket", 0.6),
        ("lantern", 0.6), ("bench", 0.5),
    ),
    "server_room": (
        ("shelving_unit", 3.0), ("desk", 1.2), ("portable_air_conditioner", 0.7), ("fire_extinguisher", 0.7), ("cart", 0.7),
        ("gas_cylinder", 0.3), ("ladder", 0.3), ("cabinet", 0.5), ("box", 0.5),
    ),
    "lab": (
        ("fume_hood", 0.7), ("cabinet", 0.7), ("gas_cylinder", 0.5), ("fire_extinguisher", 0.6), ("garbage_can", 0.6),
        ("sink", 0.6), ("safety_shower", 0.4), ("cart", 0.5), ("refrigerator", 0.5), ("desk", 0.4),
    ),
}  # fmt: skip


# Of these a room has several where it has one, as many as said at the default density.
SEVERAL: dict[str, int] = {"kettlebell": 3, "potted_plant": 3, "lantern": 2, "box": 3, "crate": 2, "paint_can": 3}


class Hung(NamedTuple):
    """What hangs on walls: over a thing, on the wall that seats look at, near a thing, in a row, or where the wall is free."""

    name: str
    chance: float  # at the default density; above 1 even in a bare room
    over: tuple[str, ...] = ()
    where: Literal["over", "faced", "row", "free", "near"] = "free"
    most: int = 1


_HOME_ART: tuple[Hung, ...] = (
    Hung("painting", 1.0, ("sofa", "bed", "sideboard", "fireplace", "piano"), "over", 2),
    Hung("mirror", 0.7, ("console_table", "dresser", "vanity_table"), "over", 1),
    Hung("painting", 0.8, (), "free", 2),
)
HUNG: dict[str, tuple[Hung, ...]] = {
    "bedroom": (
        *_HOME_ART, Hung("wall_shelf", 0.35, ("desk",), "over"), Hung("wall_shelf", 0.8, (), "free", 2),
        Hung("photo_wall", 0.3), Hung("sconce", 0.2, (), "free", 1),
    ),
    "childrens_room": (
        Hung("wall_shelf", 0.7, ("desk", "bed"), "over"), Hung("poster", 0.9, (), "free", 3),
        Hung("framed_print", 0.6, ("dresser", "bookshelf"), "over"), Hung("bulletin_board", 0.4),
    ),
    "nursery": (
        Hung("framed_print", 0.9, ("crib", "dresser", "changing_table"), "over", 2), Hung("wall_shelf", 0.5),
        Hung("poster", 0.6, (), "free", 2),
    ),
    "living_room": (*_HOME_ART, Hung("wall_shelf", 0.35), Hung("wall_clock", 0.3), Hung("photo_wall", 0.35)),
    "kitchen": (
        Hung("range_hood", 1.2, ("stove",), "over"), Hung("kitchen_wall_cabinet", 0.95, ("kitchen_counter",), "over", 4),
        Hung("wall_shelf", 0.4, ("kitchen_counter", "dining_table"), "over"), Hung("wall_clock", 0.6),
        Hung("spice_rack", 0.4, ("kitchen_counter",), "over"), Hung("framed_print", 0.4), Hung("hanging_towel", 0.3),
    ),
    "dining_room": (*_HOME_ART, Hung("wall_clock", 0.25), Hung("sconce", 0.3, (), "free", 2)),
    "bathroom": (
        Hung("mirror", 1.2, ("bathroom_vanity", "washbasin"), "over", 2), Hung("hanging_towel", 0.95, (), "near"),
        Hung("toilet_paper_holder", 0.95, ("toilet",), "near"), Hung("wall_shelf", 0.9, ("toilet",), "over"),
        Hung("hanging_towel", 0.6), Hung("wall_shelf", 0.6), Hung("framed_print", 0.4), Hung("wall_hooks", 0.5),
    ),
    "home_office": (
        Hung("wall_shelf", 0.7, ("desk",), "over"), Hung("painting", 0.8, ("cabinet", "filing_cabinet", "sofa"), "over"),
        Hung("framed_print", 0.7, (), "free", 2), Hung("wall_clock", 0.5), Hung("bulletin_board", 0.4),
    ),
    "hallway": (
        Hung("mirror", 1.2, ("console_table", "shoe_cabinet"), "over"), Hung("wall_hooks", 0.6),
        Hung("painting", 0.8, (), "free", 2), Hung("key_holder", 0.5), Hung("framed_print", 0.5),
    ),
    "laundry": (
        Hung("wall_shelf", 0.8, ("washing_machine", "dryer"), "over", 2), Hung("wall_hooks", 0.5), Hung("wall_clock", 0.3),
    ),
    "laundromat": (
        Hung("wall_clock", 0.9), Hung("wall_sign", 0.8), Hung("poster", 0.7, (), "free", 3), Hung("bulletin_board", 0.6),
    ),
    "walk_in_closet": (Hung("mirror", 0.6), Hung("wall_hooks", 0.7), Hung("framed_print", 0.3)),
    "garage": (Hung("pegboard", 0.9, ("workbench",), "over"), Hung("tool_shelf", 0.6), Hung("wall_clock", 0.3)),
    "basement": (Hung("wall_shelf", 0.4), Hung("pegboard", 0.4, ("workbench",), "over")),
    "gaming_room": (
        Hung("poster", 0.95, (), "free", 3), Hung("neon_sign", 0.6, ("sofa", "desk"), "over"), Hung("wall_shelf", 0.6),
        Hung("led_strip", 0.3),
    ),
    "home_gym": (
        Hung("mirror", 0.95, (), "free", 2), Hung("poster", 0.9, (), "free", 3), Hung("wall_clock", 0.7), Hung("tv", 0.5),
        Hung("wall_hooks", 0.6), Hung("hanging_towel", 0.7), Hung("wall_shelf", 0.6),
    ),
    "gym": (
        Hung("mirror", 0.9, (), "free", 3), Hung("poster", 0.8, (), "free", 3), Hung("wall_clock", 0.7),
        Hung("tv", 0.7, (), "free", 2),
    ),
    "library": (
        Hung("painting", 0.9, ("sofa", "console_table", "fireplace"), "over"), Hung("painting", 0.7, (), "free", 2),
        Hung("wall_clock", 0.4), Hung("sconce", 0.5, (), "free", 2),
    ),
    "music_room": (
        Hung("wall_guitar", 0.7, (), "free", 3), Hung("poster", 0.8, (), "free", 2), Hung("painting", 0.6, ("piano",), "over"),
        Hung("wall_shelf", 0.8, (), "free", 2),
    ),
    "workshop": (
        Hung("pegboard", 0.95, ("workbench",), "over", 2), Hung("tool_shelf", 0.7), Hung("wall_clock", 0.5),
        Hung("first_aid_kit", 0.5),
    ),
    "playroom": (Hung("poster", 0.9, (), "free", 3), Hung("wall_shelf", 0.6), Hung("chalkboard", 0.5), Hung("banner", 0.3)),
    "studio": (
        Hung("painting", 0.95, (), "free", 4), Hung("wall_shelf", 0.6, ("craft_table",), "over"),
        Hung("poster", 0.6, (), "free", 2),
    ),
    "balcony": (Hung("string_lights", 0.9), Hung("wall_shelf", 0.7), Hung("living_wall", 0.4), Hung("sconce", 0.5)),
    "open_office": (
        Hung("whiteboard", 0.9), Hung("wall_clock", 0.7), Hung("painting", 0.8, (), "free", 3), Hung("bulletin_board", 0.5),
    ),
    "private_office": (
        Hung("painting", 0.9, ("cabinet", "filing_cabinet", "sofa"), "over"), Hung("framed_print", 0.9, (), "free", 2),
        Hung("wall_clock", 0.5),
    ),
    "meeting_room": (
        Hung("whiteboard", 1.2, (), "faced"), Hung("painting", 0.8, (), "free", 2), Hung("wall_clock", 0.6), Hung("tv", 0.6),
    ),
    "reception": (
        Hung("painting", 0.95, ("waiting_chair", "sofa"), "over"), Hung("wall_sign", 0.8), Hung("wall_clock", 0.5),
        Hung("painting", 0.7, (), "free", 2),
    ),
    "classroom": (
        Hung("chalkboard", 1.2, (), "faced"), Hung("map", 0.9), Hung("bulletin_board", 0.8), Hung("wall_clock", 0.9),
        Hung("poster", 0.9, (), "free", 4),
    ),
    "cafe": (
        Hung("painting", 0.9, (), "free", 3), Hung("chalkboard", 0.8), Hung("wall_shelf", 0.7, (), "free", 2),
        Hung("wall_clock", 0.5), Hung("sconce", 0.5, (), "free", 2),
    ),
    "restaurant": (Hung("painting", 0.95, (), "free", 5), Hung("sconce", 0.7, (), "free", 4), Hung("mirror", 0.4)),
    "bar": (
        Hung("wall_shelf", 0.9, (), "free", 2), Hung("neon_sign", 0.7), Hung("painting", 0.7, (), "free", 3),
        Hung("dart_board", 0.5), Hung("tv", 0.6), Hung("sconce", 0.5, (), "free", 3),
    ),
    "shop": (
        Hung("wall_shelf", 0.6, (), "free", 2), Hung("wall_sign", 0.8), Hung("mirror", 0.7), Hung("poster", 0.6, (), "free", 2),
    ),
    "bookstore": (Hung("wall_sign", 0.7), Hung("poster", 0.8, (), "free", 3), Hung("wall_clock", 0.5)),
    "art_gallery": (Hung("painting", 1.2, (), "row", 16),),
    "hotel_room": (*_HOME_ART, Hung("sconce", 0.4, (), "free", 2)),
    "clinic_room": (
        Hung("wall_clock", 0.7), Hung("poster", 0.8, (), "free", 2), Hung("paper_towel_dispenser", 0.6, ("washbasin",), "over"),
        Hung("first_aid_kit", 0.5), Hung("whiteboard", 0.3),
    ),
    "pharmacy": (Hung("wall_sign", 0.9), Hung("poster", 0.8, (), "free", 3), Hung("wall_clock", 0.6)),
    "salon": (
        Hung("mirror", 1.2, ("barber_chair",), "faced", 4), Hung("poster", 0.8, (), "free", 2), Hung("wall_clock", 0.5),
        Hung("wall_shelf", 0.7, (), "free", 2),
    ),
    "spa": (Hung("painting", 0.7, (), "free", 2), Hung("hanging_towel", 0.8), Hung("wall_shelf", 0.6), Hung("mirror", 0.5)),
    "server_room": (
        Hung("wall_clock", 0.6), Hung("first_aid_kit", 0.6), Hung("wall_sign", 0.6), Hung("whiteboard", 0.5),
        Hung("wall_shelf", 0.6),
    ),
    "lab": (Hung("whiteboard", 0.8), Hung("wall_clock", 0.6), Hung("first_aid_kit", 0.6), Hung("poster", 0.7, (), "free", 2)),
}  # fmt: skip

# Lamps under the ceiling: (category, m2 of floor for each); homes have one and what stands over their tables.
LAMPS: dict[str, tuple[str, float]] = {
    "open_office": ("panel_light", 8.0), "classroom": ("panel_light", 8.0), "meeting_room": ("panel_light", 9.0),
    "private_office": ("panel_light", 9.0), "lab": ("panel_light", 8.0), "server_room": ("panel_light", 9.0),
    "clinic_room": ("panel_light", 9.0), "pharmacy": ("panel_light", 8.0), "gym": ("panel_light", 10.0),
    "laundromat": ("panel_light", 10.0), "garage": ("panel_light", 14.0), "workshop": ("panel_light", 11.0),
    "basement": ("ceiling_light", 14.0), "art_gallery": ("track_light", 9.0), "shop": ("track_light", 10.0),
    "bookstore": ("pendant_light", 12.0), "cafe": ("pendant_light", 9.0), "restaurant": ("pendant_light", 10.0),
    "bar": ("pendant_light", 10.0), "salon": ("track_light", 10.0), "reception": ("pendant_light", 12.0),
}  # fmt: skip
DEFAULT_LAMP = ("ceiling_light", 16.0)

__all__ = ["DEFAULT_LAMP", "FURNISHING", "HUNG", "LAMPS", "SEVERAL", "Hung"]
