"""The evaluation's judge: every relation on hand-made boxes, met and not met; counts, attributes, physics."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from diorama.model.graph.types import Node, Opening, Room, Support, World
from diorama.scene.assets.library import Library
from diorama.training.evaluation import relations as rel
from diorama.training.evaluation.attributes import has
from diorama.training.evaluation.constraints import load_prompts, prompt_of
from diorama.training.evaluation.figures import failures, following
from diorama.training.evaluation.judge import judge, shares
from diorama.training.evaluation.physics import physics
from diorama.training.evaluation.scene import Block, Thing, footprint_gap, scene_of
from diorama.training.evaluation.words import meaning, normal

ROOT = Path(__file__).parent.parent

DOOR = Opening("room/door_1", "door", 0, 1.0, 0.9, 2.1, generator="door")
WINDOW = Opening("room/window_1", "window", 2, 2.0, 1.4, 1.2, 0.9, "window")
ROOM = Room("room", "bedroom", "Bedroom", ((0, 0), (5, 0), (5, 4), (0, 4)), openings=(DOOR, WINDOW))


Size = tuple[float, float, float]


def thing(category: str, x: float, y: float, size: Size, yaw: float = 0.0, z: float = 0.0, held: str = "floor") -> Thing:
    """A plain box at a place; `z` is its bottom."""
    block = Block(np.array([x, y], float), np.array(size[:2]) / 2, yaw, z, z + size[2])
    return Thing(f"{category}_{x}_{y}_{z}", category, "", "room", held, "room", block, (block,), size=size)


BED = thing("bed", 2, 2, (1.6, 2.0, 0.5))
TABLE = thing("dining_table", 2, 2, (1.6, 0.8, 0.75))
NIGHTSTAND = (0.4, 0.4, 0.5)


@pytest.mark.parametrize(
    ("name", "subject", "anchor", "holds"),
    [
        ("next", thing("nightstand", 3.1, 2.8, NIGHTSTAND), BED, True),
        ("next", thing("nightstand", 4.0, 2.0, NIGHTSTAND), BED, False),  # gap 1.0
        ("near", thing("nightstand", 4.0, 2.0, NIGHTSTAND), BED, True),
        ("near", thing("nightstand", 5.0, 2.0, NIGHTSTAND), BED, False),  # gap 2.0
        ("across", thing("dresser", 5.5, 2.0, (0.5, 0.5, 0.8)), BED, True),
        ("across", thing("dresser", 3.3, 2.0, (0.5, 0.5, 0.8)), BED, False),
        ("far", thing("dresser", 8.0, 2.0, (0.5, 0.5, 0.8)), BED, True),
        ("far", thing("dresser", 5.5, 2.0, (0.5, 0.5, 0.8)), BED, False),
        # a front at -Y looks down the page
        ("face", thing("armchair", 2, 5, (0.8, 0.8, 0.8)), TABLE, True),
        ("face", thing("armchair", 2, 5, (0.8, 0.8, 0.8), np.pi), TABLE, False),
        ("face", thing("armchair", 4, 5, (0.8, 0.8, 0.8)), TABLE, False),
        # left and right as seen by who stands before it
        ("left", thing("nightstand", 0.9, 2.5, NIGHTSTAND), BED, True),
        ("left", thing("nightstand", 3.1, 2.5, NIGHTSTAND), BED, False),
        ("right", thing("nightstand", 3.1, 2.5, NIGHTSTAND), BED, True),
        ("front", thing("bench", 2, 0.6, (1.2, 0.4, 0.45)), BED, True),
        ("front", thing("bench", 2, 3.5, (1.2, 0.4, 0.45)), BED, False),
        ("behind", thing("bench", 2, 3.5, (1.2, 0.4, 0.45)), BED, True),
        ("flank", thing("nightstand", 3.1, 2.5, NIGHTSTAND), BED, True),
        ("flank", thing("nightstand", 2, 0.6, NIGHTSTAND), BED, False),
        ("on", thing("vase", 2.2, 2.1, (0.15, 0.15, 0.3), z=0.75, held="on"), TABLE, True),
        ("on", thing("vase", 3.2, 2.1, (0.15, 0.15, 0.3), z=0.75, held="on"), TABLE, False),
        ("on", thing("vase", 2.2, 2.1, (0.15, 0.15, 0.3)), TABLE, False),  # under it, on the floor
        ("on", TABLE, thing("rug", 2, 2, (2.4, 1.7, 0.01)), True),
        ("within", thing("book", 2, 2, (0.2, 0.15, 0.25), z=0.4, held="in"), thing("bookshelf", 2, 2, (0.9, 0.3, 1.9)), True),
        ("within", thing("book", 2, 2, (0.2, 0.15, 0.25), z=1.9, held="on"), thing("bookshelf", 2, 2, (0.9, 0.3, 1.9)), False),
        ("outside", thing("ball", 4, 2, (0.2, 0.2, 0.2)), BED, True),
        ("outside", thing("ball", 2, 2, (0.2, 0.2, 0.2), z=0.1), BED, False),
        ("above", thing("painting", 2, 3.02, (0.8, 0.03, 0.6), z=1.2, held="hung_on"), BED, True),
        ("above", thing("painting", 2, 3.02, (0.8, 0.03, 0.6), z=0.2, held="hung_on"), BED, False),
        ("above", thing("pendant_light", 4, 2, (0.3, 0.3, 0.3), z=2.0, held="from_ceiling"), TABLE, False),
        ("under", thing("box", 2, 2, (0.3, 0.3, 0.3)), TABLE, True),
        ("under", thing("box", 3.5, 2, (0.3, 0.3, 0.3)), TABLE, False),
        ("middle", thing("vase", 2.1, 2.1, (0.15, 0.15, 0.3), z=0.75), TABLE, True),
        ("middle", thing("vase", 2.6, 2.1, (0.15, 0.15, 0.3), z=0.75), TABLE, False),
        ("long_side", thing("chair", 2.3, 2.7, (0.45, 0.5, 0.9)), TABLE, True),
        ("long_side", thing("chair", 3.1, 2.0, (0.45, 0.5, 0.9)), TABLE, False),
        ("short_side", thing("chair", 3.1, 2.0, (0.45, 0.5, 0.9)), TABLE, True),
        ("short_side", thing("chair", 2.3, 2.7, (0.45, 0.5, 0.9)), TABLE, False),
    ],
)  # fmt: skip
def test_relation_of_things(name, subject, anchor, holds):
    assert (rel.PAIRS[name](subject, anchor) >= 0.5) is holds


def test_between_and_surround():
    left, right = thing("single_bed", 1, 2, (0.9, 2, 0.5)), thing("single_bed", 4, 2, (0.9, 2, 0.5))
    assert rel.between(thing("nightstand", 2.5, 2.4, NIGHTSTAND), left, right) >= 0.5
    assert rel.between(thing("nightstand", 4.8, 2.4, NIGHTSTAND), left, right) < 0.5
    assert rel.between(thing("nightstand", 2.5, 5.0, NIGHTSTAND), left, right) < 0.5
    round_table = thing("table", 2, 2, (1, 1, 0.75))
    ring = [thing("chair", 2 + 0.8 * np.cos(a), 2 + 0.8 * np.sin(a), (0.45, 0.5, 0.9)) for a in np.arange(4) * np.pi / 2]
    assert rel.surround(round_table, ring) > 0.95
    row = [thing("chair", 1 + 0.5 * k, 3.5, (0.45, 0.5, 0.9)) for k in range(4)]
    assert rel.surround(round_table, row) < 0.5


def test_footprint_gap_is_exact_at_corners():
    a, b = thing("box", 0, 0, (1, 1, 1)).box, thing("box", 1.3, 1.4, (1, 1, 1)).box
    assert footprint_gap(a, b) == pytest.approx(0.5)
    assert footprint_gap(a, thing("box", 0.5, 0.5, (1, 1, 1), 0.6).box) == 0


@pytest.mark.parametrize(
    ("name", "target", "subject", "holds"),
    [
        ("against", "wall", thing("dresser", 2.5, 3.7, (1.0, 0.45, 0.8)), True),
        ("against", "wall", thing("dresser", 2.5, 3.0, (1.0, 0.45, 0.8)), False),
        ("on", "wall", thing("mirror", 2.5, 3.985, (0.6, 0.03, 0.8), z=1.2), True),
        ("on", "wall", thing("mirror", 2.5, 3.9, (0.6, 0.03, 0.8), z=1.2), False),
        ("corner", "room", thing("plant", 4.6, 3.6, (0.4, 0.4, 1.2)), True),
        ("corner", "room", thing("plant", 2.5, 3.6, (0.4, 0.4, 1.2)), False),
        ("middle", "room", thing("table", 2.6, 2.1, (1.2, 0.8, 0.75)), True),
        ("middle", "room", thing("vase", 0.5, 0.5, (0.2, 0.2, 0.3)), False),
        ("hang", "ceiling", thing("lamp", 2, 2, (0.4, 0.4, 0.6), z=2.0, held="from_ceiling"), True),
        ("hang", "ceiling", thing("lamp", 2, 2, (0.4, 0.4, 0.6), z=0.0), False),
        ("next", "door", thing("plant", 2.3, 0.3, (0.3, 0.3, 1)), True),
        ("next", "door", thing("plant", 4.5, 3.5, (0.3, 0.3, 1)), False),
        ("far", "door", thing("plant", 4.7, 3.8, (0.3, 0.3, 1)), True),
        ("under", "window", thing("desk", 2.5, 3.65, (1.2, 0.6, 0.75)), True),
        ("under", "window", thing("desk", 0.6, 3.65, (1.2, 0.6, 0.75)), False),
        ("face", "window", thing("bed", 2.3, 1.1, (1.6, 2.0, 0.5), np.pi), True),
        ("face", "window", thing("bed", 2.3, 1.1, (1.6, 2.0, 0.5)), False),
        ("back", "room", thing("bench", 2.3, 3.5, (1.2, 0.4, 0.45)), True),
        ("back", "room", thing("bench", 2.3, 0.8, (1.2, 0.4, 0.45)), False),
    ],
)  # fmt: skip
def test_relation_to_architecture(name, target, subject, holds):
    scene = scene_of(World("w", "W", (ROOM,)))
    assert (rel.to_architecture(name, target, subject, scene) >= 0.5) is holds


def test_words_mean_categories():
    assert normal("Book_shelves") == "book shelf" and normal("wine glasses") == "wine glass"
    assert meaning("couch") == {"sofa"} and meaning("TV") == {"tv"}
    assert meaning("large_wooden_ladder") == {"ladder"}
    assert not meaning("astrolabe")


def made(
    category: str,
    k: int = 1,
    at: Size = (2.5, 2, 0),
    attributes: tuple[str, ...] = (),
    size: tuple[float | None, float | None, float | None] = (None, None, None),
    **changes,
) -> Node:
    """A node of the category as the library makes it, of a size if one is given."""
    b = Library().sample(category, np.random.default_rng(k), size, attributes=attributes)
    floor = Support("floor", "room")
    node = Node(f"room/{category}_{k}", category, category, "room", b.size, at, 0.0, floor, b.generator, b.params)
    return replace(node, materials={slot: family.split(":")[0] for slot, family in b.slots.items()}, **changes)


def verdicts(nodes: tuple[Node, ...], **row: str) -> list[bool]:
    """Which constraints a world of these nodes meets."""
    prompt = prompt_of({"ID": "1", "Description": "", **row})
    return [v.met for v in judge(prompt, scene_of(World("w", "W", (ROOM,), nodes)))]


def test_counts():
    chairs = tuple(made("chair", k, (0.5 + k, 1, 0)) for k in range(3))
    row = "eq,3,chair; ge,2,chair; le,3,chair; gt,3,chair; lt,4,chair; eq,0,sofa; eq,0,chair"
    assert verdicts(chairs, ObjCount=row) == [True, True, True, False, True, True, False]


def test_a_thing_answers_the_most_exact_word():
    nodes = (made("coffee_table"), made("dining_table", 2, (1, 1, 0)))
    assert verdicts(nodes, ObjCount="eq,2,table") == [True]
    assert verdicts(nodes, ObjCount="eq,1,table; eq,1,coffee_table") == [True, True]
    assert verdicts((made("chair", label="astrolabe"),), ObjCount="eq,1,astrolabe") == [True]


def test_relations_count_their_subjects():
    bed = made("bed", 1, (2.5, 2.9, 0))
    side = bed.size[0] / 2 + 0.3
    stands = tuple(made("nightstand", k, (2.5 + s * side, 3.7, 0)) for k, s in ((1, -1), (2, 1)))
    assert verdicts((bed, *stands), OORel="eq,2,next,0,bed,nightstand") == [True]
    assert verdicts((bed, *stands), OORel="eq,1,left,0,bed,nightstand") == [True]
    assert verdicts((bed, *stands), OORel="eq,1,next,0,bed,nightstand") == [False]
    assert verdicts((bed,), OORel="eq,1,next,0,bed,nightstand") == [False]
    assert verdicts((bed,), OARel="eq,1,against,bed,wall") == [True]


def test_attributes_are_measured_not_believed():
    sofa = made("sofa")
    sofa = replace(sofa, params={**sofa.params, "cover": "fabric"})
    red, grey = ({**sofa.materials, "cover": f"linen:{c}"} for c in ("#b02020", "#808080"))
    sofas = tuple(replace(sofa, id=f"room/sofa_{k}", materials=m, attributes=("red",)) for k, m in enumerate((red, grey)))
    about = scene_of(World("w", "W", (ROOM,), sofas)).things
    assert has(about[0], "sofa", "red") and not has(about[1], "sofa", "red")
    assert has(about[1], "sofa", "grey") and not has(about[0], "sofa", "blue")
    assert has(about[0], "sofa", "linen") and not has(about[0], "sofa", "leather")
    large = replace(about[0], size=(3.0, 1.1, 0.85))
    assert has(large, "sofa", "large") and not has(large, "sofa", "small")
    table = scene_of(World("w", "W", (ROOM,), (made("dining_table", attributes=("round",)),))).things[0]
    assert has(table, "table", "round") and not has(table, "table", "square_shaped")
    assert not has(replace(table, attributes=("glass",)), "table", "leather")


def test_physics_finds_what_is_wrong():
    sofa = made("sofa", 1, (3.5, 2.5, 0), size=(2.0, 0.9, 0.8))
    sound = physics(scene_of(World("w", "W", (ROOM,), (sofa, made("bookshelf", 2, (0.6, 2.5, 0))))))
    assert not (sound.colliding or sound.outside or sound.floating or sound.blocked)
    assert sound.navigable > 0.95
    bad = physics(scene_of(World("w", "W", (ROOM,), (
        sofa, made("bookshelf", 2, (3.5, 2.6, 0)), made("nightstand", 3, (4.95, 0.5, 0)),
        made("vase", 4, (1.0, 3.0, 1.2)), made("dresser", 5, (1.4, 0.5, 0)),
    ))))  # fmt: skip
    assert bad.colliding == (("room/bookshelf_2", "room/sofa_1"),)
    assert bad.outside == ("room/nightstand_3",)
    assert bad.floating == ("room/vase_4",)
    assert ("room/door_1", "room/dresser_5") in bad.blocked


def test_a_wall_of_furniture_halves_the_room():
    shelf = made("bookshelf", 1)
    width = shelf.size[0]
    wide = [replace(shelf, id=f"room/bookshelf_{k}", position=(width * (k + 0.5), 2.0, 0.0)) for k in range(int(5 / width) + 1)]
    halved = physics(scene_of(World("w", "W", (ROOM,), tuple(wide))))
    assert 0.4 < halved.navigable < 0.7


def test_own_prompts_are_readable_and_enough():
    for name in ("prompts_own.json", "prompts_new.json"):
        prompts = load_prompts(ROOT / "tests" / "data" / name)
        assert len(prompts) == 60 and len({p.text for p in prompts}) == 60
        unknown = {w for p in prompts for c in p.counts if not meaning(w := c.word)}
        assert unknown <= {"periscope", "astrolabe", "console"}


def test_a_constraint_that_cannot_be_read_names_its_row():
    with pytest.raises(ValueError, match=r"prompt 7: .*quantifier"):
        prompt_of({"ID": "7", "Description": "", "ObjCount": "about,2,chair"})


def test_figures_count_a_failed_world_as_nothing_met():
    prompt = prompt_of({"ID": "1", "Description": "", "ObjCount": "eq,1,bed; eq,2,lamp", "OORel": "eq,1,next,0,bed,lamp"})
    found = judge(prompt, scene_of(World("w", "W", (ROOM,), (made("bed"),))))
    assert shares(found) == {"CNT": (1, 2), "ATR": (0, 0), "OOR": (0, 1), "OAR": (0, 0)}
    good = {"seed": 0, "key": "a", "verdicts": [v.plain() for v in found]}
    bad = {"seed": 1, "key": "b", "error": "x", "verdicts": [{**v.plain(), "met": False} for v in found]}
    totals = following([good, bad])
    assert (totals["CNT"], totals["CNT_asked"], totals["failed"], totals["CNT_spread"]) == (25.0, 4, 1, 25.0)
    assert failures([good])[0][:2] in {("CNT", "absent"), ("OOR", "a thing is absent")}
