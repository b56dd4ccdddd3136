"""How many of what: note form, company, nouns that name no thing, groups and their members."""

from __future__ import annotations

import pytest
from diorama.model.brief import Brief
from diorama.model.catalogue import is_a
from diorama.model.language.linker import abstract
from diorama.model.language.shorthand import spelt_out
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
