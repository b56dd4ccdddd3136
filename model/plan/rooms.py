"""Room types and what is known of them: usual sizes, ceilings and openings (architects' handbook values)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoomType:
    """Usual area range (m2), ceiling height (m), whether it has windows, and the corpus room type it is most like."""

    label: str
    area: tuple[float, float]
    height: float = 2.6
    windows: int = 1
    sill: float = 0.9
    like: str = "living_room"
    aspect: tuple[float, float] = (1.1, 1.4)  # usual length over width
    starter: tuple[str, ...] = ()  # what such a room has at the least when the prompt does not say


ROOMS: dict[str, RoomType] = {
    "bedroom": RoomType("Bedroom", (12, 18), like="bedroom", starter=("bed", "nightstand", "wardrobe")),
    "childrens_room": RoomType(
        "Children's room", (11, 15), like="bedroom", starter=("single_bed", "desk", "toy_chest", "bookshelf")
    ),
    "nursery": RoomType("Nursery", (10, 14), like="bedroom", starter=("crib", "dresser", "rocking_chair")),
    "living_room": RoomType("Living room", (20, 30), windows=2, sill=0.5, starter=("sofa", "coffee_table", "tv_stand", "tv")),
    "kitchen": RoomType(
        "Kitchen", (11, 16), like="kitchen", sill=1.1, starter=("refrigerator", "stove", "sink", "kitchen_counter")
    ),
    "dining_room": RoomType("Dining room", (14, 20), sill=0.6, like="kitchen", starter=("dining_table", "sideboard")),
    "bathroom": RoomType("Bathroom", (6, 9), like="bathroom", sill=1.2, starter=("toilet", "bathroom_vanity", "bathtub")),
    "home_office": RoomType("Home office", (10, 14), starter=("desk", "office_chair", "bookshelf")),
    "hallway": RoomType("Hallway", (6, 9), windows=0, aspect=(2.3, 3.0), starter=("console_table", "mirror")),
    "laundry": RoomType("Laundry", (6, 9), like="bathroom", starter=("washing_machine", "dryer")),
    "laundromat": RoomType("Laundromat", (28, 40), 3.0, 2, starter=("washing_machine", "dryer", "bench")),
    "walk_in_closet": RoomType("Walk-in closet", (6, 9), windows=0, like="bedroom", starter=("wardrobe", "shoe_rack")),
    "garage": RoomType("Garage", (22, 34), windows=1, sill=1.3, starter=("workbench", "shelving_unit")),
    "basement": RoomType("Basement", (24, 36), 2.4, 1, 1.5, starter=("shelving_unit",)),
    "gaming_room": RoomType("Gaming room", (15, 22), starter=("desk", "sofa", "tv")),
    "home_gym": RoomType("Home gym", (18, 28), starter=("treadmill", "exercise_bike", "yoga_mat")),
    "gym": RoomType("Gym", (45, 70), 3.2, 2, starter=("treadmill", "exercise_bike", "weight_rack")),
    "library": RoomType("Library", (18, 28), starter=("bookshelf", "bookshelf", "reading_chair")),
    "music_room": RoomType("Music room", (18, 26), starter=("piano", "music_stand")),
    "workshop": RoomType("Workshop", (20, 30), 2.8, starter=("workbench", "shelving_unit")),
    "playroom": RoomType("Playroom", (15, 22), starter=("toy_chest", "rug")),
    "studio": RoomType("Artist's studio", (20, 30), 3.0, 2, 0.7, starter=("easel", "stool")),
    "balcony": RoomType("Balcony or terrace", (6, 12), 2.6, 2, 0.9, starter=("chair", "side_table", "potted_plant")),
    "open_office": RoomType("Open office", (45, 70), 2.8, 3, starter=("desk", "office_chair")),
    "private_office": RoomType("Office", (13, 18), 2.7, 1, starter=("desk", "office_chair", "bookshelf")),
    "meeting_room": RoomType("Meeting room", (20, 30), 2.7, starter=("conference_table", "whiteboard")),
    "reception": RoomType("Reception", (22, 34), 2.8, starter=("reception_desk", "waiting_chair")),
    "classroom": RoomType("Classroom", (45, 60), 3.0, 3, starter=("desk", "chair", "chalkboard")),
    "cafe": RoomType("Café", (40, 60), 3.0, 2, 0.6, starter=("bar_counter", "table", "chair")),
    "restaurant": RoomType("Restaurant", (60, 90), 3.0, 3, 0.6, starter=("dining_table", "chair")),
    "bar": RoomType("Bar", (40, 60), 3.0, 1, starter=("bar_counter", "bar_stool")),
    "shop": RoomType("Shop", (35, 60), 3.0, 2, 0.6, starter=("shop_counter", "shelf")),
    "bookstore": RoomType("Bookstore", (35, 55), 3.0, 2, 0.6, starter=("bookshelf", "bookshelf", "table")),
    "art_gallery": RoomType("Art gallery", (45, 70), 3.4, 1, 1.0, starter=("painting", "bench")),
    "hotel_room": RoomType("Hotel room", (20, 28), like="bedroom", starter=("bed", "nightstand", "desk", "armchair")),
    "clinic_room": RoomType("Clinic room", (16, 24), 2.7, like="bedroom", starter=("hospital_bed", "chair")),
    "pharmacy": RoomType("Pharmacy", (35, 50), 2.9, 2, 0.8, starter=("pharmacy_counter", "shelf")),
    "salon": RoomType("Salon", (28, 42), 2.9, 2, 0.7, starter=("barber_chair", "mirror")),
    "spa": RoomType("Spa", (20, 30), 2.7, like="bathroom", starter=("massage_table", "bathtub")),
    "server_room": RoomType("Server room", (20, 30), 2.8, 0, starter=("server_rack",)),
    "lab": RoomType("Laboratory", (35, 50), 2.9, 2, starter=("lab_bench", "stool")),
}

ROOM_TYPES: dict[str, str] = {name: r.label for name, r in ROOMS.items()}
