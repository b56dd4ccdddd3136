"""How many of what: note form, company, nouns that name no thing, groups and their members."""

from __future__ import annotations

import pytest
from diorama.model.brief import Brief
from diorama.model.catalogue import is_a
from diorama.model.language.kin import closest, kin
from diorama.model.language.linker import abstract
from diorama.model.language.shorthand import spelt_out
from diorama.model.language.sizes import likely_size, resembles
from diorama.model.language.understand import understand


def numbers(brief: Brief, *kinds: str) -> list[int]:
    """How many of each kind the brief asks for, all its requests taken together."""
    return [sum(r.count.wanted for r in brief.requests if is_a(r.category, k)) for k in kinds]


@pytest.mark.parametrize(
    ("prompt", "kinds", "counts"),
    [
        ("workshop: table, chairs x6, rug", ("table", "chair", "rug"), [1, 6, 1]),
        ("5x crates, 2 × lamps", ("crate", "lamp"), [5, 2]),
        ("3 no. bar stools, 1 no. counter", ("bar_stool", "counter"), [3, 1]),
        ("4 pcs dining chair and 1 pc table", ("chair", "table"), [4, 1]),
        ("office: desk + chair, w/ lamp", ("desk", "chair", "lamp"), [1, 1, 1]),
        ("tv + tv stand + 2 armchairs", ("tv", "tv_stand", "armchair"), [1, 1, 2]),
        ("classroom, desks (x12), chairs (12)", ("desk", "chair"), [12, 12]),
        ("chairs: 4, table: one", ("chair", "table"), [4, 1]),
        ("a bench ×3 and a chair (4 of them)", ("bench", "chair"), [3, 4]),
        ("bedroom\n- bed\n- 2 nightstands\n• rug", ("bed", "nightstand", "rug"), [1, 2, 1]),
        ("1. bed\n2. desk\n3. chair", ("bed", "desk", "chair"), [1, 1, 1]),
        ("bedroom w/o wardrobe, with bed", ("wardrobe", "bed"), [0, 1]),
    ],
)
def test_note_form(prompt: str, kinds: tuple[str, ...], counts: list[int]) -> None:
    assert numbers(understand(prompt), *kinds) == counts


@pytest.mark.parametrize(
    "prompt",
    [
        "My son (6) wants a bed.",
        "A 2 x 3 m rug lies here.",
        "Six chairs: two at each end.",
        "The time is 12:30.",
        "A bare den.",
    ],
)
def test_note_form_leaves_sentences_alone(prompt: str) -> None:
    assert spelt_out(prompt) == prompt


@pytest.mark.parametrize(
    "words",
    [
        "a view of the harbour",
        "views over the mountains",
        "plenty of light",
        "lots of daylight and a sense of calm",
        "a hint of nostalgia",
        "a dash of colour",
        "an air of mystery",
        "the laughter of children",
        "room to dance",
        "an abundance of sunshine",
        "the hush of a forest",
    ],
)
def test_what_names_no_thing_becomes_none(words: str) -> None:
    brief = understand(f"A bedroom with {words}, a bed and two lamps.")
    assert [r.category for r in brief.requests if not (is_a(r.category, "bed") or is_a(r.category, "lamp"))] == []
    assert numbers(brief, "bed", "lamp") == [1, 2]


def test_a_place_outside_is_no_object_of_a_relation() -> None:
    brief = understand("A lounge with a sofa facing the lake and a lamp beside the sofa.")
    assert numbers(brief, "sofa", "lamp") == [1, 1]
    assert all(r.kind != "faces" for r in brief.relations)


@pytest.mark.parametrize("word", ["laughter", "lake", "monks", "nostalgia", "afternoons"])
def test_abstract_nouns(word: str) -> None:
    assert abstract(word)


@pytest.mark.parametrize("word", ["kayak", "loom", "parrot", "pizza", "anvils"])
def test_things_are_no_abstract_nouns(word: str) -> None:
    assert not abstract(word)


@pytest.mark.parametrize(
    ("prompt", "kinds", "counts"),
    [
        ("A dining room for ten.", ("dining_table", "chair"), [1, 10]),
        ("A dining table that seats six.", ("table", "chair"), [1, 6]),
        ("A dining room set up for a dinner party of eight.", ("table", "chair"), [1, 8]),
        ("A kitchen with a breakfast table for a family of five.", ("table", "chair"), [1, 5]),
        ("A table laid for six.", ("table", "chair", "place_setting"), [1, 6, 6]),
        ("A table for four with six chairs.", ("table", "chair"), [1, 6]),
        ("A café with five tables for two.", ("table", "chair"), [5, 10]),
        ("A bar with a counter for six guests and three tables for four.", ("bar_stool", "table", "chair"), [6, 3, 12]),
        ("A waiting room with seats for nine patients.", ("chair",), [9]),
        ("A big round table comfortably seats five, and a bench stands by the window.", ("table", "chair", "bench"), [1, 5, 1]),
        ("A desk for two.", ("desk", "chair"), [1, 2]),
        ("A desk for two lamps.", ("chair",), [0]),
        ("A bedroom that two teenagers share.", ("bed",), [2]),
        ("A bedroom for a couple.", ("bed",), [1]),
        ("A bunk room sleeping eight in bunk beds.", ("bunk_bed",), [4]),
        ("A nursery for triplets.", ("crib",), [3]),
        ("A nursery for twins with one crib.", ("crib",), [1]),
        ("A home office for two.", ("desk", "chair"), [2, 2]),
        ("A bench for two by the window.", ("bench", "chair"), [1, 0]),
    ],
)
def test_company(prompt: str, kinds: tuple[str, ...], counts: list[int]) -> None:
    assert numbers(understand(prompt), *kinds) == counts


def test_what_company_brings_is_told() -> None:
    assert "For 6 people: 6 x dining chair." in understand("A dining table that seats six.").notes


@pytest.mark.parametrize("word", ["kayak", "forklift", "canoe", "surfboard"])
def test_a_stand_in_has_about_the_size_of_the_thing(word: str) -> None:
    (request,) = (r for r in understand(f"A terrace with a {word} and a bench.").requests if r.stand_in)
    assert request.category == "stand_in" and request.size == likely_size(word)


@pytest.mark.parametrize(("word", "category"), [("kayak", "toy_boat"), ("hammock", "laundry_hamper")])
def test_things_of_other_sizes_do_not_resemble(word: str, category: str) -> None:
    assert not resembles(word, category)


@pytest.mark.parametrize(
    ("word", "category"),
    [
        ("harpsichord", "piano"),
        ("seedling", "plant"),
        ("tureen", "bowl"),
        ("helmet", "hat"),
        ("sundial", "clock"),
        ("oak", "tree"),
    ],
)
def test_a_stand_in_is_of_the_same_kind(word: str, category: str) -> None:
    brief = understand(f"A room with four {word}s and a bench.")
    assert numbers(brief, category, "bench") == [4, 1]
    assert any(r.stand_in for r in brief.requests)


@pytest.mark.parametrize("word", ["forklift", "surfboard", "sled"])
def test_nothing_of_its_kind(word: str) -> None:
    assert kin(word) == () and not closest(word).akin


def test_words_without_a_kind() -> None:
    assert kin("frobnicator") is None
    assert kin("grand harpsichord") == kin("harpsichord")


def test_a_place_said_first_is_not_that_of_the_next_clause() -> None:
    brief = understand("At each end of the bench stands a lamp, and a picture hangs above the bench.")
    assert numbers(brief, "bench", "lamp", "painting") == [1, 2, 1]


@pytest.mark.parametrize(
    ("prompt", "kinds", "counts"),
    [
        ("Three armchairs. One armchair is blue, the other two are grey.", ("armchair",), [3]),
        ("Six chairs: two at the head and four along the sides.", ("chair",), [6]),
        ("Seven posters: three over the desk and four over the bed.", ("poster", "desk", "bed"), [7, 1, 1]),
        ("A sofa set: two sofas and an armchair.", ("sofa", "armchair"), [2, 1]),
        ("A collection of plants: a fern, a cactus.", ("plant",), [2]),
        ("A tea set: white.", ("tea_set",), [1]),
        ("Four armchairs: a pair by the fireplace, a pair by the window.", ("armchair", "shoes"), [4, 0]),
    ],
)
def test_a_whole_and_its_parts_count_once(prompt: str, kinds: tuple[str, ...], counts: list[int]) -> None:
    assert numbers(understand(prompt), *kinds) == counts


@pytest.mark.parametrize(
    ("prompt", "kinds", "counts"),
    [
        ("Two shelves with books; each shelf holds ten books.", ("shelf", "book"), [2, 20]),
        ("Ten tables, four chairs each.", ("table", "chair"), [10, 40]),
        ("12 desks back to back, each with two monitors.", ("desk", "monitor"), [12, 24]),
        ("Every desk - there are five - has a lamp and a chair.", ("desk", "lamp", "chair"), [5, 5, 5]),
        ("Three lamps on one table, a lamp on another.", ("lamp", "table"), [4, 2]),
    ],
)
def test_numbers_of_each(prompt: str, kinds: tuple[str, ...], counts: list[int]) -> None:
    assert numbers(understand(prompt), *kinds) == counts


@pytest.mark.parametrize(
    ("prompt", "room"),
    [
        ("A cinema with a projector screen and forty seats.", "classroom"),
        ("Cinema: forty seats and a projector screen.", "classroom"),
        ("A witch's hut with a stove and forty seats.", "living_room"),
    ],
)
def test_a_place_that_is_planned_like_a_room_is_no_thing(prompt: str, room: str) -> None:
    brief = understand(prompt)
    assert brief.room_type == room and brief.room_type_stated
    assert numbers(brief, "chair", "cabinet") == [40, 0]


def test_a_thing_named_after_a_place_is_a_thing() -> None:
    assert numbers(understand("A theatre poster hangs above the bed."), "poster", "bed") == [1, 1]


@pytest.mark.parametrize(("prompt", "n"), [("The loft sleeps four.", 4), ("An attic that sleeps three.", 3)])
def test_where_people_sleep_is_a_bedroom(prompt: str, n: int) -> None:
    brief = understand(prompt)
    assert brief.room_type == "bedroom" and numbers(brief, "bed") == [n]


@pytest.mark.parametrize(
    ("prompt", "category", "n"),
    [
        ("A yoga studio with ten mats.", "yoga_mat", 10),
        ("A bathroom with two mats and a bathtub.", "bath_mat", 2),
        ("A hallway with a mat.", "door_mat", 1),
    ],
)
def test_a_plain_noun_means_what_is_at_home_in_the_room(prompt: str, category: str, n: int) -> None:
    assert numbers(understand(prompt), category) == [n]


def test_a_word_for_many_things_says_nothing_of_the_room() -> None:
    brief = understand("An electric guitar on a stand, an amplifier and a drum set.")
    assert brief.room_type == "music_room" and next(r for r in brief.requests if r.label == "stand").stand_in


def test_cushions_are_seats_for_company() -> None:
    brief = understand("A sushi restaurant seating twenty: five low tables with four floor cushions each.")
    assert numbers(brief, "floor_cushion", "chair") == [20, 0]


@pytest.mark.parametrize(
    ("prompt", "room", "kinds", "counts"),
    [
        ("Four stools in the bar: one is red, the other three are black.", "bar", ("stool", "bar_counter"), [4, 0]),
        ("Two washing machines in the laundry.", "laundry", ("washing_machine", "laundry_pile"), [2, 0]),
        ("Shirts in the closet of a bedroom.", "bedroom", ("wardrobe",), [1]),
    ],
)
def test_a_word_for_a_thing_and_a_room(prompt: str, room: str, kinds: tuple[str, ...], counts: list[int]) -> None:
    brief = understand(prompt)
    assert brief.room_type == room and numbers(brief, *kinds) == counts


def test_what_stands_between_in_each() -> None:
    assert numbers(understand("Three booths; every booth consists of a table between two benches."), "bench") == [6]
