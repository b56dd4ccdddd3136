"""Relations in text: wordings that put one thing to another, or to the room, without saying so in the plainest way."""

from __future__ import annotations

import pytest
from diorama.model.brief import Brief
from diorama.model.catalogue import is_a
from diorama.model.language.chunk import chunk, sentences
from diorama.model.language.clauses import Reader
from diorama.model.language.combine import _possible
from diorama.model.language.members import Link
from diorama.model.language.understand import understand


def told(brief: Brief) -> list[tuple[str, str, str]]:
    """(subject, kind, object or architecture) of every relation, things by their category."""
    return [
        (brief.request(r.subject).category, r.kind, r.architecture or brief.request(o).category)
        for r in brief.relations
        for o in (r.objects or ("",))
        if r.architecture or o
    ]


def says(text: str, subject: str, kind: str, to: str, reader: str = "grammar") -> bool:
    """Whether the grammar alone reads that relation."""
    return any(k == kind and is_a(s, subject) and (o == to or is_a(o, to)) for s, k, o in told(understand(text, reader=reader)))


@pytest.mark.parametrize(
    ("text", "subject", "kind", "to"),
    [
        ("A bench on which a blanket lies.", "throw_blanket", "on", "bench"),
        ("A radiator, over which a shelf has been fixed.", "shelf", "above", "radiator"),
        ("Place a stove beneath the shelf and a refrigerator right beside it.", "refrigerator", "next_to", "stove"),
        ("A sofa, a lamp. Refrigerator next to door.", "refrigerator", "next_to", "door"),
        ("Jars fill the shelf behind the counter.", "jar", "inside", "shelf"),
        ("A ladder leans on a wardrobe whose top shelf carries a vase.", "vase", "inside", "wardrobe"),
        ("A bookshelf stands by the door with a clock on its upper shelf.", "clock", "on", "bookshelf"),
        ("An armchair with a floor lamp at its elbow.", "floor_lamp", "next_to", "armchair"),
        ("Beside the bed: a stool.", "stool", "next_to", "bed"),
        ("Behind the sofa runs a bookshelf; in front of it lies a rug.", "rug", "in_front_of", "sofa"),
        ("A desk, with a lamp nearby, stands opposite the wardrobe.", "desk", "across_from", "wardrobe"),
        ("A round table, around which stand four chairs and on which lies a book, is empty.", "book", "on", "table"),
        ("A vase and a clock share the desk.", "vase", "on", "desk"),
        ("Beside each of the beds there is a nightstand.", "nightstand", "next_to", "bed"),
        ("A chair is pulled up to the desk.", "chair", "next_to", "desk"),
        ("A stool at foot of bed.", "stool", "in_front_of", "bed"),
        ("On the desk stands a lamp, and beneath it, out of sight, a bin.", "garbage_can", "under", "desk"),
        ("A TV stand carrying a vase and a clock is placed facing the sofa.", "tv_stand", "faces", "sofa"),
        ("A piano, its bench tucked under, a lamp by the door.", "bench", "under", "piano"),
        ("A piano stands by the door. A book lies on the lid.", "book", "on", "piano"),
        ("A chair with a jacket over its back.", "coat", "on", "chair"),
        ("Three bowls of porridge steamed on the table.", "bowl", "on", "table"),
        ("My books live on the shelf.", "book", "on", "shelf"),
        ("A suitcase lies on the wardrobe and two more are stowed under the bed.", "suitcase", "under", "bed"),
        ("A desk, and a bookcase within arm's reach.", "bookshelf", "near", "desk"),
        ("A sofa that looks onto the fireplace.", "sofa", "faces", "fireplace"),
        ("Two pans hang from a rack.", "pan", "on", "shelf"),
        ("Desk, bottle and two glasses on it; a rug.", "bottle", "on", "desk"),
        ("A breakfast bar, with its three stools, divides the kitchen.", "stool", "near", "bar_counter"),
        ("A desk stands by a bed, with its chair tucked in.", "chair", "under", "desk"),
        ("A desk, a chair pulled up to it, and on it a lamp.", "lamp", "on", "desk"),
        ("Two armchairs share a small table.", "table", "between", "armchair"),
        ("A bathtub, a small table with candles next to it.", "candle", "on", "table"),
        ("A bathtub, a small table with candles next to it.", "table", "next_to", "bathtub"),
        ("To the left of the bed is a nightstand and to the right an armchair.", "armchair", "right_of", "bed"),
        ("On the left of the bed is a desk and on the right a wardrobe.", "wardrobe", "right_of", "bed"),
        ("In front of the sofa is a table, to the left of it an armchair.", "armchair", "left_of", "sofa"),
        (
            "A pair of bookshelves flank the window and between them, under the window, is a bench.",
            "bench",
            "between",
            "bookshelf",
        ),
        ("A lantern hangs from the ceiling above a table.", "lantern", "above", "table"),
        ("A sofa with a cushion at one end.", "cushion", "on", "sofa"),
        ("A dresser. Perfume bottles and a mirror stand on top.", "perfume_bottle", "on", "dresser"),
        ("Three bowls steamed on the table and three chairs stood round it.", "chair", "around", "table"),
    ],
)
def test_things(text: str, subject: str, kind: str, to: str) -> None:
    assert says(text, subject, kind, to), told(understand(text, reader="grammar"))


@pytest.mark.parametrize(
    ("text", "subject", "kind", "to"),
    [
        ("A bed centred on the far wall.", "bed", "against_wall", "wall"),
        ("A piano occupies the corner.", "piano", "in_corner", "corner"),
        ("The bed takes up the far corner.", "bed", "in_corner", "corner"),
        ("A console table hugs the wall.", "console_table", "against_wall", "wall"),
        ("Bookshelves line the back wall.", "bookshelf", "against_wall", "wall"),
        ("A pool table occupies the centre.", "pool_table", "middle_of_room", "room"),
        ("A sofa looks out of the window.", "sofa", "faces", "window"),
        ("Between the windows hangs a portrait.", "painting", "on_wall", "wall"),
        ("Between the window and the door stands a bookshelf.", "bookshelf", "flank", "door"),
        ("The window is flanked by bookshelves and has a bench beneath it.", "bookshelf", "flank", "window"),
        ("The window is flanked by bookshelves and has a bench beneath it.", "bench", "under", "window"),
        ("There is a tall window. Under it stands a desk.", "desk", "under", "window"),
        ("The left wall has a dresser.", "dresser", "against_wall", "wall"),
        ("The corner is filled by an armchair.", "armchair", "in_corner", "corner"),
        ("Chairs along the opposite wall.", "chair", "against_wall", "wall"),
        ("A projector is fixed to the ceiling.", "projector", "hang_from_ceiling", "ceiling"),
        ("A broom leans on the wall.", "broom", "against_wall", "wall"),
        ("A bed with a window over the bed.", "bed", "under", "window"),
        ("A nightstand, a window above it and a rug.", "nightstand", "under", "window"),
        ("Behind the sofa is a window.", "sofa", "in_front_of", "window"),
        ("The wall opposite the bed carries a television.", "tv", "on_wall", "wall"),
        ("A stranger sits on a crate next to the door.", "crate", "next_to", "door"),
        ("Beneath the sofa lies a rug, and a stack of crates leans against the wall.", "crate", "against_wall", "wall"),
        ("A desk positioned to overlook the garden through the window.", "desk", "faces", "window"),
        ("The desk backs onto the window.", "desk", "next_to", "window"),
    ],
)
def test_room(text: str, subject: str, kind: str, to: str) -> None:
    assert says(text, subject, kind, to), told(understand(text, reader="grammar"))


def test_each_corner_said_first_has_one() -> None:
    brief = understand("In each corner stands a floor lamp.")
    assert [(r.category, r.count.value) for r in brief.requests] == [("floor_lamp", 4)]


def test_what_an_aside_names_is_not_what_the_sentence_goes_on_about() -> None:
    found = told(understand("A desk, with a stool nearby, stands opposite the wardrobe.", reader="grammar"))
    assert ("stool", "across_from", "wardrobe") not in found


def test_a_number_in_all_is_not_multiplied() -> None:
    brief = understand("Seven tables, each with a candle, the chairs - twenty-eight in all - tucked in.")
    assert sum(r.count.value for r in brief.requests if is_a(r.category, "chair")) == 28


def test_a_noun_that_looks_like_a_verb_is_a_thing_after_its_article() -> None:
    brief = understand("A guitar rests on a stand in the corner.", reader="grammar")
    assert [brief.request(o).label for r in brief.relations if r.kind == "on" for o in r.objects] == ["stand"]


def test_where_a_thing_must_not_stand_it_is_not_put() -> None:
    found = told(understand("The bed must not stand under the window; put it against the wall.", reader="grammar"))
    assert found == [("bed", "against_wall", "wall")]


def test_notes_need_no_article() -> None:
    brief = understand("Piano by the door, metronome on the piano.", reader="grammar")
    assert [brief.request(r.subject).label for r in brief.relations if r.kind == "on"] == ["metronome"]


def test_not_here_but_there() -> None:
    assert says("The printer shouldn't be on the desk but on the cabinet.", "printer", "on", "cabinet", reader="both")


@pytest.mark.parametrize(
    ("link", "possible"),
    [
        (Link("lamp", "under", ("desk",)), False),  # it is on the desk
        (Link("lamp", "next_to", ("desk",)), False),
        (Link("lamp", "behind", ("sofa",)), False),
        (Link("sofa", "on", ("stool",)), False),  # far too large
        (Link("sofa", "under", (), "window"), False),  # denied
        (Link("sofa", "next_to", ("desk",)), True),
        (Link("stool", "in_front_of", ("desk",)), True),
    ],
)
def test_what_the_network_says_must_be_possible(link: Link, possible: bool) -> None:
    rules = Reader()
    for sentence in sentences("A lamp stands on a desk. There is a stool. The sofa must not stand under the window."):
        rules.read(chunk(sentence))
    assert _possible(rules, link) is possible


def test_what_hangs_by_its_nature_is_told_once() -> None:
    found = told(understand("A mirror hangs above a sideboard.", reader="grammar"))
    assert found == [("mirror", "above", "sideboard")]
