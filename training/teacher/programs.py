"""What each type of room contains, as groups: the customs of 41 room types.

Counts of the types that BEHAVIOR-1K has follow its rooms (docs/teacher.md); the rest follows the handbooks.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from . import home, public
from .kit import Kit, box
from .pieces import Group

YOUNG = ("childrens_room", "gaming_room", "music_room", "playroom", "gym", "home_gym")
Program = Callable[[Kit], list[Group]]


def _extras(k: Kit, **wishes: float) -> list[Group]:
    """Single things at walls, each with its chance."""
    return [k.alone(name) for name, p in wishes.items() if k.chance(p)]


def plants(k: Kit, p: float, most: int = 2) -> list[Group]:
    """Plants in corners and by windows."""
    out = []
    for i in range(most):
        if k.chance(p):
            name = k.pick("floor_plant", "potted_plant", "ficus", "snake_plant", "monstera", "rubber_plant", "palm")
            size = k.size(name)
            out.append(k.alone(name, "corner" if k.rng.random() < 0.6 else "wall", name=f"plant_{i}", size=size, by_window=0.3))
    return out


def pictures(k: Kit, p: float, most: int = 1) -> list[Group]:
    """Pictures on free walls."""
    names = ("poster", "framed_print", "painting") if k.type in YOUNG else ("painting", "framed_print", "framed_print")
    return [public.hung_alone(k, k.pick(*names), 1.5, f"art_{i}") for i in range(most) if k.chance(p)]


def small_bin(k: Kit, p: float, near: str) -> list[Group]:
    """A bin by what it serves."""
    return [k.alone("garbage_can", near=near)] if k.chance(p) else []


# ---------------------------------------------------------------------------------------------- homes


def bedroom(k: Kit) -> list[Group]:
    kind = k.pick("bed", "queen_bed", "king_bed", "bed", "queen_bed") if k.area > 11.5 else k.pick("bed", "single_bed")
    if k.rng.random() < 0.06:
        kind = "canopy_bed"
    sides = 1 if kind == "single_bed" or (k.area < 12 and k.rng.random() < 0.3) else 2
    out = [home.bed(k, kind, sides)]
    wardrobe = k.pick("wardrobe", "wardrobe", "armoire")
    out.append(k.alone(wardrobe, k.pick("corner", "wall"), name="wardrobe", required=k.density > 0.7, off_door=0.1))
    if k.chance(0.5):
        d = home.sideboard(k, "dresser")
        d.opposite = "bed"
        out.append(d)
    elif k.chance(0.35):
        out.append(_tv_wall(k, "bed"))
    if k.chance(0.35):
        out.append(home.desk(k, k.pick("desk", "vanity_table"), k.pick("chair", "office_chair"), required=False))
    if k.area > 14 and k.chance(0.45):
        out.append(home.reading(k))
    out += _extras(k, standing_mirror=0.3, bookshelf=0.25, laundry_hamper=0.3, chest=0.1)
    return out + plants(k, 0.45, 1) + pictures(k, 0.35)


def _tv_wall(k: Kit, opposite: str) -> Group:
    """A screen on its stand across from what watches it."""
    s = k.back("tv_stand", 0.0, -0.005)
    return Group("screen", [s, k.on(0, s, "tv")], "wall", opposite=opposite)


def childrens_room(k: Kit) -> list[Group]:
    kind = k.pick("single_bed", "single_bed", "bunk_bed", "toddler_bed", "loft_bed")
    b = home.bed(
        k, kind, 1 if kind in ("single_bed", "toddler_bed") else 0, k.pick("corner", "wall"), rug=False, art=kind == "single_bed"
    )
    out = [b, home.desk(k, "desk", k.pick("chair", "office_chair"), required=k.density > 0.8)]
    if k.chance(0.75):
        out.append(k.alone("wardrobe", "corner", size=k.size("wardrobe", w=k.between(0.9, 1.4))))
    out.append(k.alone("toy_chest"))
    out += _extras(k, bookshelf=0.55, cube_shelf=0.4, dresser=0.35, bean_bag=0.35, dollhouse=0.15, play_tent=0.2)
    if k.chance(0.7):
        out.append(Group("rug", [k.rug(0.0, 0.0, k.between(1.5, 2.0), k.between(1.2, 1.6))], "centre"))
    return out + pictures(k, 0.5, 2) + small_bin(k, 0.2, "desk")


def nursery(k: Kit) -> list[Group]:
    c = k.back("crib", 0.0, -0.01)
    out = [Group("crib", [c], "wall", True, by_window=-1.5, off_door=0.4)]
    out.append(k.alone("changing_table", required=k.density > 0.7))
    chair = k.back(k.pick("rocking_chair", "armchair"), 0.0, -0.12)
    side = k.size("side_table")
    beside = k.at("side_table", k.pick(-1, 1) * (chair.w / 2 + 0.06 + side[0] / 2), -0.12 - side[1] / 2, 0.0, side)
    out.append(Group("rocker", [chair, beside], k.pick("corner", "wall"), by_window=0.4))
    out += _extras(k, dresser=0.7, bookshelf=0.4, toy_chest=0.5, wardrobe=0.4, laundry_hamper=0.3, rocking_horse=0.2)
    out.append(Group("rug", [k.rug(0.0, 0.0, k.between(1.6, 2.2), k.between(1.3, 1.7))], "centre"))
    return out + pictures(k, 0.6, 2) + plants(k, 0.2, 1)


def living_room(k: Kit) -> list[Group]:
    seats = k.many(3, 6)
    out = [home.lounge(k, screen=k.rng.random() < 0.85, seats=seats)]
    if k.area > 24 and k.chance(0.55):
        d = home.dining(k, k.pick(4, 4, 6), "free", rug=0.1)
        d.required = False
        out.append(d)
    if k.chance(0.55):
        out.append(public.wall_shelves(k, "bookshelf", k.many(1, 3), "books"))
    if k.chance(0.4):
        out.append(home.sideboard(k, k.pick("sideboard", "console_table", "display_cabinet")))
    if k.area > 19 and k.chance(0.4):
        out.append(home.reading(k))
    if k.chance(0.15):
        out.append(k.alone("fireplace", middle=0.5))
    if k.area > 22 and k.chance(0.15):
        out.append(_piano(k, False))
    return out + plants(k, 0.65, 3) + pictures(k, 0.5, 2)


def kitchen(k: Kit) -> list[Group]:
    long, short = max(k.width, k.depth), min(k.width, k.depth)
    u = k.rng.random()
    if u < 0.45 and short > 2.4:
        flip = k.rng.random() < 0.5
        a, b = (long, short) if flip else (short, long)
        out = [home.kitchen_corner(k, min(a - 1.0, 3.4), min(b - 0.9, 3.0))]
    else:
        out = [home.kitchen_run(k, min(long - k.between(0.1, 0.9), 4.6))]
        if k.chance(0.5):
            n = k.many(1, 3)
            out.append(Group("second", k.row(["kitchen_counter"] * n, 0.005, -0.005), "wall"))
    if k.area > 13 and short > 3.2 and k.chance(0.35):
        out.append(home.island(k, k.many(2, 3)))
    elif k.chance(0.75):
        d = home.dining(k, k.pick(2, 2, 4, 4), "free", k.pick("dining_table", "table"), k.pick("chair", "dining_chair"), 0.0)
        d.required = False
        out.append(d)
    out += _extras(k, kitchen_rack=0.25, tall_cabinet=0.2, serving_cart=0.12)
    clock = [public.hung_alone(k, "wall_clock", 1.9)] if k.chance(0.35) else []
    return out + small_bin(k, 0.6, "run") + plants(k, 0.25, 1) + clock


def dining_room(k: Kit) -> list[Group]:
    seats = k.pick(4, 6, 6, 8) if k.area > 14 else k.pick(4, 4, 6)
    out = [home.dining(k, seats, "centre", rug=0.55), home.sideboard(k, "sideboard", required=k.density > 0.7)]
    out += _extras(k, china_cabinet=0.4, display_cabinet=0.2, wine_cabinet=0.2, serving_cart=0.2, console_table=0.15)
    return out + plants(k, 0.6, 2) + pictures(k, 0.6, 2)


def bathroom(k: Kit) -> list[Group]:
    out = [home.toilet(k), home.vanity(k, k.pick("bathroom_vanity", "bathroom_vanity", "washbasin"))]
    wet = k.rng.random()
    if wet < 0.5 and max(k.width, k.depth) > 2.2:
        out.append(home.tub(k))
        if k.area > 6.5 and k.chance(0.4):
            out.append(home.shower(k))
    else:
        out.append(home.shower(k, True))
    if k.chance(0.2):
        out.append(k.alone("bidet", near="toilet"))
    if k.chance(0.25):
        out.append(k.alone("washing_machine"))
    out += _extras(k, laundry_hamper=0.35, tall_cabinet=0.3, shelf=0.15)
    if k.chance(0.7):
        out.append(public.hung_alone(k, "towel_rail", 1.2, near="basin"))
    if k.chance(0.5):
        out.append(public.hung_alone(k, "toilet_paper_holder", 0.7, near="toilet"))
    return out + small_bin(k, 0.4, "toilet") + plants(k, 0.2, 1)


def home_office(k: Kit) -> list[Group]:
    u = k.rng.random()
    if u < 0.3 and min(k.width, k.depth) > 3.0:
        out = [home.executive(k, k.pick("desk", "executive_desk"), 0)]
    else:
        out = [home.desk(k, k.pick("desk", "computer_desk", "standing_desk"), "office_chair")]
    out.append(public.wall_shelves(k, "bookshelf", k.many(1, 3), "books", True))
    if k.chance(0.5):
        out.append(home.reading(k))
    elif k.chance(0.3):
        out.append(k.alone(k.pick("loveseat", "sofa_bed"), middle=0.2))
    out += _extras(k, filing_cabinet=0.45, sideboard=0.2, cabinet=0.15)
    if k.chance(0.5):
        out.append(Group("rug", [k.rug(0.0, 0.0, k.between(1.6, 2.2), k.between(1.3, 1.6))], "centre"))
    return out + plants(k, 0.55, 2) + pictures(k, 0.5, 2) + small_bin(k, 0.45, "desk")


def hallway(k: Kit) -> list[Group]:
    short = min(k.width, k.depth)
    c = home.console(k)
    c.required = False
    first = [c] if k.rng.random() < 0.6 else []
    storage = k.alone(k.pick("shoe_cabinet", "shoe_rack", "storage_bench", "bench"), required=not first)
    out = [*first, storage]
    along = k.width >= k.depth
    length = max(k.width, k.depth)
    if k.chance(0.8):
        w, d = k.between(0.65, min(0.9, short - 0.3)), min(length - 0.8, k.between(2.0, 3.0))
        r = k.rug(0.0, 0.0, w, d, "runner_rug")
        out.append(Group("runner", [r], "centre", axis="x" if along else "y"))
    out += _extras(k, coat_rack=0.5, umbrella_stand=0.35, wardrobe=0.12 if short > 1.6 else 0.0)
    if k.chance(0.5):
        out.append(public.hung_alone(k, "wall_hooks", 1.65))
    return out + plants(k, 0.25, 1) + pictures(k, 0.6, 2)


def laundry(k: Kit) -> list[Group]:
    names = k.pick(
        ["washing_machine", "dryer"],
        ["washing_machine", "dryer", "sink"],
        ["washing_machine", "kitchen_counter", "sink"],
        ["stacked_washer_dryer", "sink"],
    )
    out = [home.machines(k, list(names), k.pick("wall", "corner"))]
    out += _extras(
        k, cabinet=0.5, shelf=0.5, ironing_board=0.45, drying_rack=0.4, tall_cabinet=0.3, laundry_hamper=0.6, laundry_basket=0.5
    )
    out += _extras(k, mop_bucket=0.2, vacuum_cleaner=0.2)
    return out


def laundromat(k: Kit) -> list[Group]:
    long = max(k.width, k.depth)
    n = int(np.clip((long - 1.6) // 0.65, 3, 8))
    first = home.row_of(k, "washing_machine", n, "washers", required=True)
    second = home.row_of(k, "dryer", max(int(n * 0.7), 2), "dryers", required=True)
    second.opposite = "washers"
    bench = k.alone("bench", "centre", name="bench_0")
    bench.own_zones = False
    out = [first, second, bench, k.alone("folding_table", "free", zones=[])]
    out += _extras(k, vending_machine=0.5, waiting_bench=0.4, sink=0.3, laundry_basket=0.4, cart=0.4)
    return (
        out
        + small_bin(k, 0.6, "washers")
        + plants(k, 0.3, 1)
        + ([public.hung_alone(k, "wall_clock", 2.0)] if k.chance(0.5) else [])
    )


def walk_in_closet(k: Kit) -> list[Group]:
    long = max(k.width, k.depth)
    n = int(np.clip((long - 1.0) // 1.2, 1, 3))
    unit = k.size("wardrobe", w=round(k.between(1.0, 1.25), 2))
    kinds = [k.pick("wardrobe", "open_wardrobe", "open_wardrobe") for _ in range(n)]
    out = [Group("robes", k.row(kinds, 0.005, -0.005, [(unit[0], unit[1], unit[2])] * n), "wall", True)]
    if min(k.width, k.depth) > 2.2:
        out.append(Group("more", [k.back(k.pick("open_wardrobe", "shelf", "dresser"), 0.0, -0.005)], "wall", opposite="robes"))
    out += _extras(k, shoe_rack=0.85, dresser=0.45, standing_mirror=0.6, clothes_rack=0.2, laundry_hamper=0.3)
    if k.area > 7 and k.chance(0.5):
        s = k.alone(k.pick("ottoman", "pouf", "bench"), "centre")
        out.append(s)
    if k.chance(0.4):
        out.append(Group("rug", [k.rug(0.0, 0.0, 1.5, 1.1)], "centre"))
    return out


def garage(k: Kit) -> list[Group]:
    bench = _workbench(k)
    out = [bench, public.wall_shelves(k, "shelving_unit", k.many(1, 3), "shelves", True)]
    middle = min(k.width, k.depth) / 2 - 1.0
    if middle > 0.8:  # the car's place stays free
        for g in out:
            g.zones = [*g.zones]
    out += _extras(k, tool_chest=0.55, ladder=0.45, shelving_unit=0.4, refrigerator=0.2, water_heater=0.25, garbage_can=0.5)
    return out + _boxes(k, 4) + _bicycles(k, 0.6)


def _bicycles(k: Kit, p: float) -> list[Group]:
    """One or two bicycles, side on to a wall."""
    n = k.many(1, 2) if k.chance(p) else 0
    w, d, h = k.size("bicycle")
    bikes = [k.at("bicycle", 0.0, -0.05 - w / 2 - i * (w + 0.1), np.pi / 2, (w, d, h)) for i in range(n)]
    return [Group("bicycles", bikes, k.pick("wall", "corner"))] if n else []


def _workbench(k: Kit, name: str = "workbench") -> Group:
    b = k.back("workbench", 0.0, -0.005)
    out = [b]
    if k.chance(0.7):
        s = k.size("pegboard", w=b.w * k.between(0.7, 0.95))
        out.append(k.hung("pegboard", 0.0, 1.5, s))
    if k.chance(0.5):
        s = k.size("stool")
        out.append(k.at("stool", 0.0, -b.d - 0.08 - s[1] / 2, np.pi, s))
    if k.chance(0.5):
        out.append(k.on(0, b, "toolbox", k.pick(-0.8, 0.8), 0.4))
    return Group(name, out, "wall", True, zones=[], by_window=0.15)


def _boxes(k: Kit, most: int) -> list[Group]:
    out = []
    for i in range(most):
        if k.chance(0.55):
            n = k.many(1, 3)
            out.append(Group(f"boxes_{i}", k.row([k.pick("box", "crate")] * n, 0.05, -0.03), k.pick("wall", "corner")))
    return out


def basement(k: Kit) -> list[Group]:
    out = [public.wall_shelves(k, "shelving_unit", k.many(1, 3), "shelves", True)]
    if k.chance(0.55):
        out.append(home.machines(k, ["washing_machine", "dryer"]))
        out[-1].required = False
    u = k.rng.random()
    if u < 0.35:
        out.append(home.lounge(k, True, 4, False))
    elif u < 0.55:
        out.append(_game_table(k, k.pick("ping_pong_table", "foosball_table")))
    else:
        out.append(_workbench(k))
    out += _extras(k, water_heater=0.6, wine_rack=0.3, cabinet=0.3, ladder=0.25, shelving_unit=0.4, refrigerator=0.2)
    return out + _boxes(k, 3) + _bicycles(k, 0.3)


def _game_table(k: Kit, name: str) -> Group:
    t = k.at(name, 0.0, 0.0)
    ring = 1.1 if name in ("pool_table", "ping_pong_table") else 0.7
    out = [t]
    if name == "pool_table":
        out.append(k.overhead("pendant_light", 0.0, 0.0, 1.75))
    return Group(
        "game", out, "free", zones=[box(-t.w / 2 - ring, t.w / 2 + ring, -t.d / 2 - ring, t.d / 2 + ring)], own_zones=False
    )


def gaming_room(k: Kit) -> list[Group]:
    out = []
    u = k.rng.random()
    if u < 0.75:
        out.append(home.lounge(k, True, k.many(3, 5)))
    if u >= 0.75 or k.chance(0.7):
        out.append(home.desk(k, "computer_desk", "gaming_chair", required=u >= 0.75))
    if k.area > 18 and k.chance(0.4):
        out.append(_game_table(k, k.pick("pool_table", "foosball_table", "air_hockey_table")))
    if k.chance(0.35):
        out.append(home.row_of(k, "arcade_machine", k.many(1, 3), "arcade", gap=0.08))
    out += _extras(k, bean_bag=0.4, cube_shelf=0.4, mini_fridge=0.4, bookshelf=0.2)
    return out + pictures(k, 0.6, 2) + plants(k, 0.3, 1)


def home_gym(k: Kit) -> list[Group]:
    machines = [n for n in ("treadmill", "exercise_bike", "elliptical", "rowing_machine") if k.chance(0.65)] or ["treadmill"]
    out = []
    for i, n in enumerate(machines):
        out.append(public.machine_row(k, n, 1, f"machine_{i}"))
        out[-1].required = i == 0
    return out + _weights(k) + _mats(k, 2) + _extras(k, water_cooler=0.2, bench=0.3, shelf=0.3) + plants(k, 0.4, 1)


def _weights(k: Kit, required: bool = False) -> list[Group]:
    out = []
    if k.chance(0.75) or required:
        out.append(k.alone("weight_rack", required=required))
        b = k.at("weight_bench", 0.0, 0.0)
        out.append(
            Group(
                "bench",
                [b],
                "free",
                zones=[box(-b.w / 2 - 0.5, b.w / 2 + 0.5, -b.d / 2 - 0.3, b.d / 2 + 0.3)],
                near="weight_rack",
            )
        )
    if k.area > 20 and k.chance(0.5):
        out.append(k.alone("squat_rack"))
    if k.chance(0.3):
        out.append(k.alone("punching_bag", "corner"))
    if k.chance(0.5):
        out.append(public.hung_alone(k, "mirror", 1.3, "mirror"))
    if k.chance(0.45):
        out.append(k.alone("exercise_ball", "corner"))
    return out


def _mats(k: Kit, most: int) -> list[Group]:
    """Mats side by side; one may be walked over, but nothing stands on them."""
    n = k.many(1, most)
    s = k.size("yoga_mat")
    mats = [k.at("yoga_mat", (i - (n - 1) / 2) * (s[0] + 0.5), 0.0, 0.0, s) for i in range(n)]
    half = ((n - 1) * (s[0] + 0.5) + s[0]) / 2
    return [Group("mats", mats, "free", hull=[box(-half, half, -s[1] / 2, s[1] / 2, 1.5)])]


def gym(k: Kit) -> list[Group]:
    out = []
    kinds = list(k.rng.permutation(["treadmill", "exercise_bike", "elliptical", "rowing_machine"]))
    long = max(k.width, k.depth)
    for i, n in enumerate(kinds[: k.many(2, 3)]):
        room = int((long - 2.0) // (k.size(str(n))[0] + 0.55))
        out.append(public.machine_row(k, str(n), int(np.clip(k.many(3, 5), 2, max(room, 2))), f"machine_{i}"))
        out[-1].required = i == 0
    out += _weights(k, True)
    out += [k.alone("squat_rack", name="rack_2")] if k.chance(0.6) else []
    return (
        out
        + _mats(k, 4)
        + _extras(k, water_cooler=0.7, locker=0.5, bench=0.5, vending_machine=0.25, weight_rack=0.4)
        + plants(k, 0.5, 2)
    )


def library(k: Kit) -> list[Group]:
    out = []
    if k.area > 22 and k.chance(0.55):
        out.append(public.aisles(k, "bookshelf", True, 0.3, 1.1))
        out.append(public.wall_shelves(k, "bookshelf", k.many(2, 3), "books"))
    else:
        out.append(public.wall_shelves(k, "bookshelf", k.many(2, 4), "books", True))
        out.append(public.wall_shelves(k, "bookshelf", k.many(1, 3), "books_2"))
        d = home.dining(k, k.pick(4, 4, 6), "centre", "library_table", "chair", 0.3) if k.chance(0.5) else public.facing_seats(k)
        d.required = False
        out.append(d)
    out.append(home.reading(k))
    if k.chance(0.5):
        out.append(home.reading(k, "reading_2"))
    if k.chance(0.35):
        out.append(home.desk(k, "desk", "chair", required=False, screen=False))
    return out + _extras(k, floor_globe=0.25, magazine_rack=0.2, sideboard=0.2) + plants(k, 0.5, 2) + pictures(k, 0.4, 1)


def _piano(k: Kit, required: bool = True) -> Group:
    if k.rng.random() < 0.3 and k.area > 18:
        p = k.at("grand_piano", 0.0, 0.0)
        b = k.size("piano_bench")
        return Group(
            "piano",
            [p, k.at("piano_bench", 0.0, -p.d / 2 - 0.12 - b[1] / 2, np.pi, b)],
            "free",
            required,
            zones=[box(-p.w / 2, p.w / 2, -p.d / 2 - 0.9, -p.d / 2)],
            own_zones=False,
        )
    p = k.back("piano", 0.0, -0.02)
    b = k.size("piano_bench")
    return Group("piano", [p, k.at("piano_bench", 0.0, -p.d - 0.15 - b[1] / 2, np.pi, b)], "wall", required)


def music_room(k: Kit) -> list[Group]:
    out = [_piano(k)]
    n = k.many(1, 3)
    c, m = k.size("chair"), k.size("music_stand")
    row = []
    for i in range(n):
        x = (i - (n - 1) / 2) * 0.9
        row += [k.at("chair", x, 0.0, 0.0, c), k.at("music_stand", x, -c[1] / 2 - 0.45 - m[1] / 2, np.pi, m)]
    out.append(Group("players", row, "free", zones=[box(-n * 0.5, n * 0.5, -1.0, 0.6)]))
    if k.chance(0.5):
        out.append(k.alone("drum_set", "corner"))
    if k.chance(0.6):
        names = [k.pick("guitar", "electric_guitar") for _ in range(k.many(1, 3))]
        out.append(Group("guitars", [*k.row(names, 0.15, -0.05)], "wall"))
        out.append(k.alone("amplifier", near="guitars"))
    if k.chance(0.3):
        out.append(k.alone("cello", "corner"))
    out += _extras(k, bookshelf=0.5, record_cabinet=0.35, floor_speaker=0.3, loveseat=0.3, armchair=0.3, synthesizer=0.25)
    if k.chance(0.6):
        out.append(Group("rug", [k.rug(0.0, 0.0, k.between(2.0, 2.6), k.between(1.5, 1.9))], "centre"))
    return out + plants(k, 0.4, 1) + pictures(k, 0.5, 2)


def workshop(k: Kit) -> list[Group]:
    out = [_workbench(k)]
    if k.chance(0.6):
        out.append(_workbench(k, "workbench_2"))
        out[-1].required = False
    if k.chance(0.45):
        t = k.alone("table", "centre")
        out.append(t)
    out.append(public.wall_shelves(k, "shelving_unit", k.many(1, 3), "shelves", True))
    out += _extras(
        k,
        tool_chest=0.7,
        tool_cart=0.4,
        tall_cabinet=0.3,
        ladder=0.35,
        barrel=0.2,
        garbage_can=0.5,
        fire_extinguisher=0.3,
        gas_cylinder=0.15,
    )
    return out + _boxes(k, 2)


def playroom(k: Kit) -> list[Group]:
    t = k.at("play_table", 0.0, 0.0)
    chairs, zones = home.chairs_at(k, t, k.pick(2, 4), "kids_chair", 0.03)
    out = [Group("play", [t, *chairs], "free", zones=zones, own_zones=False), k.alone("toy_chest", required=True)]
    out.append(public.wall_shelves(k, "cube_shelf", k.many(1, 2), "cubes"))
    out.append(Group("rug", [k.rug(0.0, 0.0, k.between(1.8, 2.6), k.between(1.5, 2.0))], "centre"))
    out += _extras(
        k,
        play_kitchen=0.45,
        play_tent=0.4,
        dollhouse=0.35,
        bean_bag=0.5,
        bookshelf=0.4,
        rocking_horse=0.3,
        slide=0.2,
        toy_chest=0.3,
        armchair=0.2,
    )
    return out + pictures(k, 0.5, 2)


def studio(k: Kit) -> list[Group]:
    out = []
    for i in range(k.many(1, 3)):
        e, s = k.size("easel"), k.size("stool")
        pair = [k.at("easel", 0.0, 0.0, 0.0, e), k.at("stool", 0.0, -e[1] / 2 - 0.35 - s[1] / 2, np.pi, s)]
        before = [box(-0.7, 0.7, -e[1] / 2 - 1.3, e[1] / 2 + 0.3)]
        out.append(Group(f"easel_{i}", pair, "free", i == 0, zones=before, by_window=0.5, own_zones=False))
    t = k.at("craft_table", 0.0, 0.0, 0.0, k.size("craft_table", w=k.between(1.2, 1.7)))
    chairs, zones = home.chairs_at(k, t, 2, "stool", 0.05)
    out.append(Group("table", [t, *chairs], "free", zones=zones, own_zones=False))
    if k.chance(0.4):
        out.append(home.desk(k, "drafting_table", "stool", required=False))
    out.append(public.wall_shelves(k, k.pick("shelving_unit", "shelf"), k.many(1, 2), "shelves"))
    out += _extras(k, tall_cabinet=0.3, sink=0.3, loveseat=0.25, cart=0.4, pedestal=0.3, daybed=0.12)
    return out + plants(k, 0.5, 2) + pictures(k, 0.7, 3) + small_bin(k, 0.3, "table")


def balcony(k: Kit) -> list[Group]:
    out = []
    u = k.rng.random()
    chair = k.pick("chair", "plastic_chair", "folding_chair")
    if u < 0.55:
        t = k.at("cafe_table", 0.0, 0.0)
        c = k.size(chair)
        sides = [k.at(chair, s * (t.w / 2 + 0.03 + c[1] / 2), 0.0, -s * np.pi / 2, c) for s in (-1, 1)]
        out.append(Group("set", [t, *sides], "free", True, axis="y" if k.width >= k.depth else "x"))
    elif u < 0.8:
        name = k.pick("deck_chair", "armchair")
        seat, side = k.size(name), k.size("side_table")
        apart = side[0] / 2 + 0.05 + seat[0] / 2
        pieces = [k.back(name, -apart, -0.05, seat), k.back("side_table", 0.0, -0.08, side), k.back(name, apart, -0.05, seat)]
        out.append(Group("set", pieces, "wall", True))
    else:
        out.append(k.alone("sun_lounger", "wall", required=True))
        out.append(k.alone("side_table", "wall", near="sun_lounger"))
    for i in range(3):
        if k.chance(0.55):
            out.append(
                k.alone(
                    k.pick("planter_box", "potted_plant", "floor_plant", "snake_plant", "fern"),
                    k.pick("corner", "wall"),
                    name=f"plant_{i}",
                )
            )
    return out + _extras(k, drying_rack=0.1, storage_bench=0.15)


def hotel_room(k: Kit) -> list[Group]:
    twin = k.rng.random() < 0.2
    if twin:
        s, n = k.size("single_bed"), k.size("nightstand")
        pieces = [
            k.back("single_bed", -(s[0] + n[0] + 0.1) / 2, -0.01, s),
            k.back("single_bed", (s[0] + n[0] + 0.1) / 2, -0.01, s),
            k.back("nightstand", 0.0, -0.01, n),
        ]
        pieces.append(k.on(2, pieces[2], "table_lamp"))
        b = Group("bed", pieces, "wall", True, by_window=-2.5, off_door=0.5, middle=0.3)
    else:
        b = home.bed(k, k.pick("king_bed", "queen_bed", "queen_bed"), 2)
    out = [b, home.desk(k, "desk", k.pick("chair", "office_chair"), screen=False)]
    out.append(_tv_wall(k, "bed"))
    out.append(home.reading(k))
    out += _extras(k, wardrobe=0.8, luggage_rack=0.6, mini_fridge=0.4, dresser=0.2)
    if k.chance(0.4):
        out.append(public.hung_alone(k, "mirror", 1.5, "mirror"))
    return out + plants(k, 0.3, 1) + pictures(k, 0.5, 1) + small_bin(k, 0.4, "desk")


# ---------------------------------------------------------------------------------------------- work and public rooms


def open_office(k: Kit) -> list[Group]:
    out = public.offices(k)
    if k.area > 55 and k.chance(0.4):
        t = public.cafe_table(k, "meeting", 4, "table", "office_chair")
        out.append(t)
    out.append(home.row_of(k, "filing_cabinet", k.many(2, 4), "files"))
    return (
        out
        + _extras(k, copier=0.7, water_cooler=0.5, bookshelf=0.4, cabinet=0.3, garbage_can=0.5)
        + plants(k, 0.7, 3)
        + [public.hung_alone(k, k.pick("whiteboard", "bulletin_board"), 1.5)]
    )


def private_office(k: Kit) -> list[Group]:
    out = [home.executive(k, k.pick("executive_desk", "desk"), k.pick(0, 2, 2, 1))]
    out.append(public.wall_shelves(k, "bookshelf", k.many(1, 2), "books", k.density > 0.8))
    if k.area > 14 and k.chance(0.4):
        out.append(home.lounge(k, False, 2, False))
    out += _extras(k, filing_cabinet=0.6, sideboard=0.3, coat_rack=0.25, water_cooler=0.1)
    if k.chance(0.3):
        out.append(public.hung_alone(k, "whiteboard", 1.5))
    return out + plants(k, 0.65, 2) + pictures(k, 0.5, 1) + small_bin(k, 0.4, "desk")


def meeting_room(k: Kit) -> list[Group]:
    out = [public.conference(k), public.hung_alone(k, k.pick("whiteboard", "projector_screen"), 1.5, "board", True)]
    if k.chance(0.5):
        out.append(home.sideboard(k, k.pick("sideboard", "cabinet")))
    return out + _extras(k, water_cooler=0.4, flipchart=0.35, podium=0.1) + plants(k, 0.6, 2) + pictures(k, 0.3, 1)


def reception(k: Kit) -> list[Group]:
    out = [public.counter(k, "reception_desk", k.between(1.8, 2.6), top=("monitor",), behind=1.1)]
    out.append(public.waiting(k, k.many(3, 5), True))
    if k.chance(0.6):
        out.append(public.facing_seats(k) if k.rng.random() < 0.6 else home.lounge(k, False, 3, False))
    return (
        out
        + _extras(k, magazine_rack=0.3, water_cooler=0.4, filing_cabinet=0.3, coat_rack=0.2)
        + plants(k, 0.8, 3)
        + pictures(k, 0.6, 2)
    )


def classroom(k: Kit) -> list[Group]:
    out = [public.classroom(k)]
    out += _extras(k, bookshelf=0.6, cabinet=0.5, locker=0.3, garbage_can=0.5, cube_shelf=0.3, flipchart=0.2)
    out += [
        public.hung_alone(k, n, c)
        for n, c, p in (("map", 1.6, 0.5), ("wall_clock", 2.2, 0.6), ("bulletin_board", 1.5, 0.5))
        if k.chance(p)
    ]
    return out + plants(k, 0.2, 1)


def cafe(k: Kit) -> list[Group]:
    w = k.between(2.2, 3.2)
    c = public.counter(
        k,
        k.pick("bar_counter", "counter"),
        w,
        k.pick("shelf", "kitchen_counter"),
        k.pick(0, 0, 3),
        ("cash_register", "coffee_machine"),
    )
    out = [c]
    if k.chance(0.7):
        case = k.size("pastry_case")
        p = next(p for p in c.pieces if p.category in ("bar_counter", "counter"))
        x, y = p.x + p.w / 2 + 0.03 + case[0] / 2, p.y - p.d / 2 + case[1] / 2
        c.pieces.append(k.at("pastry_case", x, y, 0.0, case))
        c.hull.append(box(x - case[0] / 2, x + case[0] / 2, y - case[1] / 2, y + case[1] / 2, case[2]))
    out += public.tables(k, 0.5, (2, 2, 4), "cafe_table", "chair")
    if k.chance(0.4):
        out.append(public.facing_seats(k))
    return (
        out
        + _extras(k, display_fridge=0.3, garbage_can=0.5, coat_rack=0.2, bookshelf=0.2)
        + plants(k, 0.7, 3)
        + pictures(k, 0.6, 3)
    )


def restaurant(k: Kit) -> list[Group]:
    out = public.tables(k, 0.62, (4, 4, 2, 6) if k.rng.random() < 0.5 else (4,), "dining_table", "dining_chair")
    if k.chance(0.5):
        out.append(public.counter(k, "bar_counter", k.between(2.2, 3.2), "shelf", 3, ("cash_register",)))
        out[-1].required = False
    out += _extras(k, sideboard=0.5, wine_cabinet=0.4, podium=0.4, coat_rack=0.3, serving_cart=0.2)
    return out + plants(k, 0.75, 3) + pictures(k, 0.6, 3)


def bar(k: Kit) -> list[Group]:
    long = max(k.width, k.depth)
    w = float(np.clip(long * 0.5, 2.4, 4.0))
    out = [
        public.counter(k, "bar_counter", w, k.pick("shelf", "wine_cabinet", "display_cabinet"), int(w / 0.62), ("cash_register",))
    ]
    out += (
        public.tables(k, 0.34, (2, 4), k.pick("cafe_table", "bar_table"), "bar_stool")
        if k.rng.random() < 0.4
        else public.tables(k, 0.34, (2, 4), "cafe_table", "chair")
    )
    if k.chance(0.4):
        out.append(public.facing_seats(k))
    if k.area > 45 and k.chance(0.3):
        out.append(_game_table(k, "pool_table"))
    return (
        out + _extras(k, arcade_machine=0.2, barrel=0.2, coat_rack=0.2, garbage_can=0.3) + plants(k, 0.4, 2) + pictures(k, 0.6, 3)
    )


def shop(k: Kit) -> list[Group]:
    out = [
        public.counter(k, k.pick("shop_counter", "checkout_counter"), k.between(1.6, 2.2), top=("cash_register",), behind=0.95)
    ]
    u = k.rng.random()
    if u < 0.5:
        out.append(public.aisles(k, "shelf", True, 0.5, k.between(1.0, 1.2)))
    elif u < 0.8:
        out += [public.racks(k, "clothes_rack", k.many(2, 4))]
        out += [k.alone("mannequin", "wall", name=f"mannequin_{i}", by_window=0.6) for i in range(k.many(1, 2))]
        out.append(k.alone("table", "free", name="display"))
    else:
        out += [Group(f"stand_{i}", [k.at("display_stand", 0.0, 0.0)], "free", i == 0) for i in range(k.many(3, 5))]
        out.append(home.row_of(k, "display_case", 2, "cases"))
    out.append(public.wall_shelves(k, "shelf", k.many(2, 4), "wall_1", True))
    out.append(public.wall_shelves(k, k.pick("shelf", "display_cabinet"), k.many(1, 3), "wall_2"))
    return out + _extras(k, display_fridge=0.3, standing_mirror=0.3, shopping_cart=0.2, garbage_can=0.2) + plants(k, 0.35, 2)


def bookstore(k: Kit) -> list[Group]:
    out = [public.counter(k, "shop_counter", k.between(1.5, 2.0), top=("cash_register",), behind=0.95)]
    if k.rng.random() < 0.6:
        out.append(public.aisles(k, "bookshelf", True, 0.45, k.between(1.1, 1.3)))
    else:
        out += [
            Group(f"display_{i}", [k.at("table", 0.0, 0.0), k.on(0, k.at("table", 0.0, 0.0), "book_stack")][:1], "free", i == 0)
            for i in range(2)
        ]
    out += [public.wall_shelves(k, "bookshelf", k.many(2, 5), f"wall_{i}", i == 0) for i in range(3)]
    out.append(home.reading(k))
    return out + _extras(k, magazine_rack=0.4, display_stand=0.5, bench=0.3) + plants(k, 0.5, 2)


def art_gallery(k: Kit) -> list[Group]:
    out = public.gallery_walls(k, int(np.clip(2 * (k.width + k.depth) / 3.6, 4, 9)))
    n = k.many(1, 2)
    for i in range(n):
        g = k.alone(k.pick("viewing_bench", "bench"), "centre", name=f"bench_{i}", required=i == 0)
        out.append(g)
    for i in range(k.many(0, 4)):
        p = k.at("pedestal", 0.0, 0.0)
        out.append(Group(f"pedestal_{i}", [p, k.on(0, p, k.pick("sculpture", "bust", "statue"))], "free", zones=[]))
    if k.chance(0.4):
        out.append(k.alone("floor_sculpture", "free"))
    return out + ([public.counter(k, "reception_desk", 1.8, behind=0.9)] if k.chance(0.3) else []) + plants(k, 0.3, 2)


def clinic_room(k: Kit) -> list[Group]:
    u = k.rng.random()
    out: list[Group] = []
    if u < 0.55:
        for i in range(1 if k.area < 20 or k.chance(0.4) else 2):
            b, n = k.back("hospital_bed", 0.0, -0.05), k.size("nightstand")
            pieces = [b, k.back("nightstand", b.w / 2 + 0.1 + n[0] / 2, -0.02, n)]
            iv = k.size("iv_stand")
            if k.chance(0.6):
                pieces.append(k.at("iv_stand", -b.w / 2 - 0.05 - iv[0] / 2, -0.05 - iv[1] / 2, 0.0, iv))
            out.append(Group(f"bed_{i}", pieces, "wall", i == 0, by_window=-1.0, off_door=0.3))
        out.append(k.alone("guest_chair", near="bed_0"))
    else:
        bed = k.back("treatment_bed", 0.0, -0.05)
        out.append(Group("bed_0", [bed], "wall", True, by_window=-0.8))
        d = home.desk(k)
        g = k.size("guest_chair")
        host = d.pieces[0]
        d.pieces.append(k.at("guest_chair", host.w / 2 + 0.15 + g[0] / 2, -0.15 - g[1] / 2, 0.0, g))
        out.append(d)
        if k.chance(0.6):
            out.append(k.alone("rolling_stool", "free", near="bed_0"))
        if k.chance(0.3):
            out.append(k.alone("height_scale"))
    out.append(k.alone("washbasin"))
    out += _extras(k, medical_cart=0.7, cabinet=0.7, garbage_can=0.6, waiting_chair=0.3, wheelchair=0.25, tall_cabinet=0.3)
    return out + pictures(k, 0.3, 1) + ([public.hung_alone(k, "wall_clock", 2.0)] if k.chance(0.4) else [])


def pharmacy(k: Kit) -> list[Group]:
    w = float(np.clip(max(k.width, k.depth) * 0.45, 2.2, 3.4))
    out = [public.counter(k, "pharmacy_counter", w, "shelf", 0, ("cash_register", "monitor"))]
    out.append(public.aisles(k, "shelf", True, 0.3, 1.1, False))
    out += [public.wall_shelves(k, k.pick("shelf", "display_cabinet"), k.many(2, 4), f"wall_{i}", i == 0) for i in range(2)]
    out.append(public.waiting(k, k.many(2, 3)))
    return out + _extras(k, display_fridge=0.4, scale=0.3, display_stand=0.5, water_cooler=0.2) + plants(k, 0.35, 1)


def salon(k: Kit) -> list[Group]:
    long = max(k.width, k.depth)
    out = [public.stations(k, int(np.clip((long - 1.6) // 1.45, 2, 4)))]
    out.append(home.row_of(k, "shampoo_station", k.many(1, 2), "wash", gap=0.25))
    out.append(public.waiting(k, k.many(2, 4)))
    if k.chance(0.6):
        out.append(public.counter(k, k.pick("reception_desk", "shop_counter"), 1.6, top=("cash_register",), behind=0.9))
        out[-1].required = False
    return (
        out
        + _extras(k, hair_dryer_stand=0.5, cart=0.6, display_cabinet=0.4, coat_rack=0.3, garbage_can=0.4)
        + plants(k, 0.6, 2)
        + pictures(k, 0.4, 2)
    )


def spa(k: Kit) -> list[Group]:
    out: list[Group] = []
    u = k.rng.random()
    if u < 0.7:
        for i in range(k.many(1, 2)):
            t = k.at("massage_table", 0.0, 0.0)
            out.append(
                Group(
                    f"massage_{i}",
                    [t],
                    "free",
                    i == 0,
                    zones=[box(-t.w / 2 - 0.5, t.w / 2 + 0.5, -t.d / 2 - 0.75, t.d / 2 + 0.75)],
                    own_zones=False,
                )
            )
    if u >= 0.7 or k.chance(0.3):
        t = k.back("spa_tub", 0.0, -0.02)
        out.append(Group("tub", [t], "corner", u >= 0.7, zones=[box(-0.6, 0.6, -t.d - 0.7, -t.d)]))
    if k.chance(0.5):
        s = k.size("sun_lounger")
        out.append(Group("loungers", [*k.row(["sun_lounger"] * 2, 0.5, -0.05, [s] * 2)], "wall", u >= 0.7))
    out += _extras(k, cabinet=0.6, shelf=0.5, washbasin=0.4, stool=0.5, armchair=0.3, cart=0.4, laundry_hamper=0.3)
    if k.chance(0.3):
        out.append(home.shower(k))
    return out + plants(k, 0.75, 3) + pictures(k, 0.4, 1)


def server_room(k: Kit) -> list[Group]:
    out = [public.rack_rows(k)]
    if k.chance(0.6):
        out.append(home.desk(k, "desk", "office_chair", required=False))
    return out + _extras(k, portable_air_conditioner=0.6, fire_extinguisher=0.6, shelving_unit=0.5, tall_cabinet=0.4, cart=0.3)


def lab(k: Kit) -> list[Group]:
    out = []
    for i in range(k.many(1, 2)):
        g = public.bench_island(k, f"island_{i}", 2 if min(k.width, k.depth) > 5 else 1)
        g.required = i == 0
        out.append(g)
    out.append(home.row_of(k, "lab_bench", k.many(1, 2), "wall_bench"))
    if k.chance(0.6):
        out.append(k.alone("fume_hood"))
    out.append(k.alone("sink"))
    out += _extras(
        k,
        tall_cabinet=0.6,
        shelving_unit=0.5,
        refrigerator=0.35,
        safety_shower=0.2,
        fire_extinguisher=0.5,
        garbage_can=0.5,
        cabinet=0.4,
    )
    return out + ([public.hung_alone(k, "whiteboard", 1.5)] if k.chance(0.5) else [])


PROGRAMS: dict[str, Program] = {
    f.__name__: f
    for f in (
        bedroom, childrens_room, nursery, living_room, kitchen, dining_room, bathroom, home_office, hallway, laundry, laundromat,
        walk_in_closet, garage, basement, gaming_room, home_gym, gym, library, music_room, workshop, playroom, studio, balcony,
        open_office, private_office, meeting_room, reception, classroom, cafe, restaurant, bar, shop, bookstore, art_gallery,
        hotel_room, clinic_room, pharmacy, salon, spa, server_room, lab,
    )
}  # fmt: skip
