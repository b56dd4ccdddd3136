"""The kinds under which the layout network knows the catalogue's floor-standing categories (`Category.like`)."""

from __future__ import annotations

KINDS = (
    # to lie and sit on
    "bed", "bunk_bed", "crib", "hospital_bed", "massage_table", "pet_bed", "sofa", "corner_sofa", "armchair", "chair",
    "office_chair", "high_chair", "barber_chair", "lounger", "bench", "stool", "bar_stool", "ottoman", "bean_bag",
    # tables
    "dining_table", "cafe_table", "coffee_table", "side_table", "nightstand", "console_table", "desk", "school_desk",
    "vanity_table", "conference_table", "workbench", "lab_bench", "game_table", "bar_counter", "shop_counter", "reception_desk",
    "podium", "stage",
    # to keep things in
    "wardrobe", "dresser", "cabinet", "tall_cabinet", "sideboard", "filing_cabinet", "bookshelf", "shelving_unit", "shop_shelf",
    "display_case", "tv_stand", "shoe_rack", "clothes_rack", "coat_rack", "locker", "chest", "box", "basket", "cart",
    "server_rack", "umbrella_stand",
    # kitchen, bathroom, laundry
    "kitchen_counter", "kitchen_island", "sink", "stove", "refrigerator", "dishwasher", "toilet", "bathtub", "shower",
    "washing_machine", "dryer", "garbage_can", "vacuum_cleaner", "broom", "ironing_board",
    # machines and lamps
    "floor_lamp", "tv", "speaker", "heater", "fireplace", "vending_machine", "water_cooler", "copier", "machine", "gas_cylinder",
    # work, sport, music, play
    "ladder", "toolbox", "treadmill", "exercise_machine", "weight_bench", "weight_rack", "dumbbell", "punching_bag", "bicycle",
    "car", "piano", "grand_piano", "drum_set", "instrument", "music_stand", "easel", "toy", "ball", "bat", "play_structure",
    # to look at
    "plant", "tree", "sculpture", "standing_mirror", "mannequin", "sign", "medical_stand", "bag", "boots",
)  # fmt: skip
