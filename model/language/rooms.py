"""Words for kinds of room -> the room types that planning knows."""

# ruff: noqa: E501 - tables of words read better in long lines
from __future__ import annotations

from functools import lru_cache
from typing import Final

from ..plan.rooms import ROOM_TYPES
from .lexicon import _spread

_WORDS: Final = _spread({
    "bedroom": "sleeping chamber, bed room, guest room, guest bedroom, master bedroom, main bedroom, sleeping room, sleeping quarters, dorm room, dormitory, teenagers bedroom, teen bedroom, teens bedroom, teenage bedroom, student room, attic bedroom, chamber, bedchamber, boudoir, sleeping area, loft bedroom, bunk room, barracks, cabin, cell",
    "childrens_room": "childrens room, childrens bedroom, kids room, kids bedroom, child s room, childs room, childs bedroom, children room, kid room, kid bedroom, girls room, boys room, girls bedroom, boys bedroom, toddlers room, toddler room",
    "nursery": "baby room, babys room, newborn room, infants room", "living_room": "lounge, sitting room, family room, living area, den, drawing room, front room, great room, parlor, parlour, tv room, sunroom, conservatory, living space, media room, home theater, home theatre, home cinema, movie room, cinema room, theater room, snug room, studio apartment, loft apartment, winter garden, man cave, common room",
    "kitchen": "kitchenette, kitchen area, cooking area, galley kitchen, chefs kitchen, pantry room, galley, canteen kitchen", "dining_room": "dining corner, dining area, dining space, dinner room, breakfast room, breakfast nook, dining hall, banquet room, banquet hall, eating area",
    "bathroom": "bath room, restroom, washroom, wet room, powder room, toilet room, ensuite, en suite, shower room, guest toilet, half bath, lavatory room, public toilet", "home_office": "study, study room, home study, workspace, work room, workroom, home workspace, office nook, writers room, writing room",
    "hallway": "hall, entry hall, entrance hall, corridor, foyer, vestibule, mudroom, mud room, entryway hall, landing, passageway", "laundry": "laundry room, utility room, washing room", "laundromat": "self service laundry, launderette, coin laundry, laundrette, washateria",
    "walk_in_closet": "closet, walk in wardrobe, dressing room, wardrobe room, cloakroom, walkin closet, changing room, fitting room, locker room", "garage": "car port, carport, two car garage", "basement": "cellar, wine cellar, attic, loft, storage room, storeroom, store room, shed, garden shed, storage unit, crawl space, warehouse, bunker, boiler room, stockroom",
    "gaming_room": "game room, games room, gamers room, gamer room, streaming room, arcade room, video game room, rec room, recreation room, billiard room, pool room, esports room, arcade hall", "home_gym": "exercise room, workout room, fitness room, yoga room, yoga studio, pilates studio, home fitness room, meditation room, basement gym, garage gym, dance studio",
    "gym": "fitness center, fitness centre, fitness studio, fitness club, weight room, crossfit gym, boxing gym, health club, gymnasium", "library": "reading room, home library, public library, school library, book room, archive, reading nook",
    "music_room": "practice space, rehearsal space, music studio, recording studio, rehearsal room, practice room, band room, piano room, concert room, podcast studio, sound studio, jam room", "workshop": "luthiers shop, joiners shop, cabinetmakers shop, watchmakers shop, cobblers shop, tool room, wood shop, woodshop, woodworking shop, carpentry workshop, makerspace, maker space, carpenters workshop, repair shop, auto shop, auto repair shop, mechanics shop, pottery studio, sewing room, craft room, tailor shop, mechanic shop, factory floor, fab lab",
    "playroom": "play room, play area, kids playroom, childrens playroom, toy room, daycare, day care, daycare center, kindergarten, preschool", "studio": "art studio, artist studio, artists studio, painting studio, atelier, photo studio, photography studio, design studio, painters studio, ceramics studio, ceramic studio, film studio",
    "balcony": "terrace, patio, veranda, porch, rooftop terrace, rooftop, deck, loggia, roof terrace, garden room, greenhouse, gazebo", "open_office": "open plan office, office space, coworking space, co working space, cubicle office, call center, call centre, startup office, shared office, office floor, newsroom, trading floor, computer lab, computer room, internet cafe",
    "private_office": "office, executive office, managers office, principals office, doctors office, corner office, law office, lawyers office, therapists office, ceo office, police office, consulting room office", "meeting_room": "conference room, boardroom, board room, huddle room, seminar room, meeting space, war room, courtroom, court room, interview room",
    "reception": "reception area, reception room, lobby, hotel lobby, waiting room, waiting area, office lobby, entrance lobby, airport lounge, clinic reception, bank, bank branch, post office, office reception, airport gate, train station waiting room, check in area", "classroom": "exam hall, examination hall, class room, school room, schoolroom, lecture hall, lecture room, lecture theatre, training room, language classroom, art classroom, auditorium, school classroom, university classroom, art room",
    "cafe": "espresso bar, coffee bar, ice cream parlour, gelateria, coffee shop, coffee house, coffeehouse, tea room, tearoom, bakery, patisserie, café, cafeteria, canteen, ice cream parlor, ice cream shop, juice bar, snack bar, teahouse, tea house, lunch room, break room, staff room, cat cafe, food court", "restaurant": "ramen counter, ramen bar, noodle bar, osteria, taverna, diner, bistro, pizzeria, trattoria, sushi restaurant, steakhouse, eatery, brasserie, fast food restaurant, fine dining restaurant, sushi bar, ramen shop, noodle shop, burger joint",
    "bar": "home bar, pub, tavern, cocktail bar, wine bar, nightclub, night club, sports bar, lounge bar, saloon, speakeasy, club, casino, brewery, taproom", "shop": "store, boutique, clothing store, clothes shop, grocery store, supermarket, convenience store, florist, flower shop, toy store, jewelry store, jewellery shop, shoe store, pottery store, gift shop, electronics store, hardware store, butcher shop, pet store, pet shop, record store, furniture store, market, retail store, corner shop, record shop, music store, thrift store, antique shop, bike shop, showroom, candy store, sweet shop, toy shop, cheese shop, fashion boutique, shoe shop, grocery, deli, mini market, stationery shop, souvenir shop, wine shop",
    "bookstore": "book store, bookshop, book shop, comic book store", "art_gallery": "gallery, museum, exhibition room, exhibition hall, exhibition space, museum hall, sculpture gallery, photo gallery room, museum room, showroom gallery", "hotel_room": "hotel suite, motel room, hotel bedroom, hostel room, suite, inn room, guest suite, bed and breakfast room",
    "clinic_room": "hospital room, clinic, medical room, examination room, exam room, dental office, dental clinic, dentist office, dentists office, doctors room, patient room, hospital ward, ward, operating room, operating theatre, operating theater, emergency room, veterinary clinic, vet clinic, physiotherapy room, therapy room, treatment room, consulting room, surgery room, intensive care unit, icu, recovery room, veterinary office, dental surgery, medical clinic, medical office, nurses office, infirmary, first aid room, optometrist office, orthodontist office, x ray room, ultrasound room, delivery room",
    "pharmacy": "drugstore, chemist, chemists shop, drug store, apothecary", "salon": "barber shop, barbershop, hair salon, hairdresser, hairdressers, beauty salon, nail salon, beauty parlor, beauty parlour, tattoo parlor, tattoo studio, pet grooming salon, grooming salon, makeup studio, dog grooming salon, barbers, hairdressing salon, nail bar, makeup room",
    "spa": "wellness room, massage room, sauna, steam room, spa room, massage parlor, massage parlour, wellness spa, massage studio, relaxation room, hammam, turkish bath, pool area, swimming pool", "server_room": "data center, data centre, network room, it room, control room, security room, data room, electrical room, surveillance room, machine room",
    "lab": "laboratory, science lab, chemistry lab, physics lab, biology lab, robotics lab, research lab, science laboratory, chemistry laboratory, medical lab, research laboratory, robotics laboratory, electronics lab, testing lab, cleanroom, clean room, robot lab",
})  # fmt: skip


# Places that are no room type and no word for one, but plan like one; the brief's notes say so.
KINDRED: Final = {
    w: kind
    for kind, words in {
        "studio": "darkroom, observatory", "classroom": "chapel, planetarium, church, temple, synagogue, theatre, theater, cinema, movie theater, movie theatre",
        "kitchen": "pantry, scullery, butlers pantry, larder", "basement": "panic room, crypt, vault, dungeon, wine store",
        "home_gym": "dojo, climbing room, squash court", "lab": "morgue, control room, clean room", "clinic_room": "veterinary surgery, operating theatre, ward",
        "bedroom": "tent, igloo, tree house, yurt, dormitory hall", "living_room": "houseboat, caravan, lodge, hut, cottage, shack, lair, hideout, wigwam, teepee",
    }.items()
    for w in words.split(", ")
}  # fmt: skip


@lru_cache(maxsize=1)
def room_words() -> dict[str, str]:
    """Phrase (lower case, spaces, no apostrophes) -> room type, for types that planning knows."""
    out = {w: t for w, t in _WORDS.items() if t in ROOM_TYPES}
    for name, label in ROOM_TYPES.items():
        out.setdefault(name.replace("_", " "), name)
        out.setdefault(label.lower().replace("'s", "s").replace("-", " "), name)
    return out
