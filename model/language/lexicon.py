"""The closed-class words of the grammar and the words for qualities. Plain tables: a phrase (spaces, no hyphens) -> meaning."""

# ruff: noqa: E501 - tables of words read better in long lines
from __future__ import annotations

from typing import Final


def _spread(table: dict[str, str]) -> dict[str, str]:
    """`{"value": "word, other word"}` -> `{"word": "value", ...}`; the value itself counts as a word too."""
    out: dict[str, str] = {}
    for value, words in table.items():
        out.setdefault(value.replace("_", " "), value)
        for w in words.split(","):
            if w.strip():
                out[w.strip()] = value
    return out


def _set(words: str) -> frozenset[str]:
    return frozenset(w.strip() for w in words.replace("\n", " ").split(",") if w.strip())


NUMBERS: Final[dict[str, int]] = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
     "single": 1, "double": 2, "lone": 1, "solitary": 1}  # fmt: skip

# Words that count without a number: (operator, value).
QUANTIFIERS: Final[dict[str, tuple[str, int]]] = {
    "several": ("ge", 3), "a few": ("ge", 3), "few": ("ge", 2), "some": ("ge", 2), "many": ("ge", 5), "numerous": ("ge", 5),
    "multiple": ("ge", 2), "various": ("ge", 2), "lots of": ("ge", 5), "a lot of": ("ge", 5), "plenty of": ("ge", 4),
    "a couple": ("eq", 2), "a couple of": ("eq", 2), "couple of": ("eq", 2), "a number of": ("ge", 3), "an array of": ("ge", 3),
    "assorted": ("ge", 2), "countless": ("ge", 8), "dozens of": ("ge", 24), "a handful of": ("ge", 3), "a variety of": ("ge", 3),
    "an assortment of": ("ge", 3), "a mix of": ("ge", 2), "different": ("ge", 2), "a dozen": ("eq", 12), "dozen": ("eq", 12),
    "dual": ("eq", 2), "triple": ("eq", 3), "half a dozen": ("eq", 6), "a half dozen": ("eq", 6), "scattered": ("ge", 3), "all kinds of": ("ge", 3), "a trio of": ("eq", 3),
    "trio of": ("eq", 3), "a quartet of": ("eq", 4), "twin": ("eq", 2), "matching pair of": ("eq", 2), "plenty": ("ge", 4),
    "an abundance of": ("ge", 5), "loads of": ("ge", 5), "tons of": ("ge", 5), "a range of": ("ge", 3), "a selection of": ("ge", 3),
}  # fmt: skip

# `a stack of 8 books`: how many things an uncounted heap is, at the least.
COLLECTIVES: Final[dict[str, int]] = {
    "stack": 3, "pile": 3, "heap": 3, "row": 2, "line": 2, "collection": 2, "group": 2, "set": 2, "cluster": 3, "bunch": 3,
    "mess": 2, "array": 3, "display": 2, "arrangement": 2, "assortment": 2, "circle": 3, "ring": 3, "column": 2, "grid": 4,
    "trio": 3, "gallery": 3, "wall": 3, "series": 3, "batch": 3, "jumble": 3, "mountain": 5, "selection": 2, "ensemble": 2,
    "load": 3, "clutter": 3, "bundle": 3, "library": 5,
}  # fmt: skip
PAIRS: Final = _set("pair, pairs, couple, couples, duo")
# Things that come as a pair but are one thing.
PLURALIA: Final = _set("scissors, glasses, spectacles, sunglasses, headphones, pliers, binoculars, trousers, jeans, pants, shorts, tongs, keys, "
                       "chopsticks, shears, earphones")  # fmt: skip

# Bounds before a number: (operator). Longest first at the place of use.
BOUNDS: Final[dict[str, str]] = {
    "at least": "ge", "no fewer than": "ge", "no less than": "ge", "not less than": "ge", "a minimum of": "ge", "minimum of": "ge",
    "more than": "gt", "over": "gt", "upwards of": "ge", "at most": "le", "up to": "le", "no more than": "le", "not more than": "le",
    "a maximum of": "le", "maximum of": "le", "fewer than": "lt", "less than": "lt", "under": "lt", "exactly": "eq", "precisely": "eq",
    "only": "eq", "just": "eq", "about": "eq", "around": "eq", "roughly": "eq", "approximately": "eq", "some": "eq", "a total of": "eq",
    "another": "eq", "nearly": "eq", "almost": "eq",
}  # fmt: skip

INDEFINITE: Final = _set("a, an, another, any")
DEFINITE: Final = _set("the, this, that, these, those, its, their, his, her, my, our, your, said, both, such")
EACH: Final = _set("each, every, either")
NEGATIONS: Final[tuple[str, ...]] = (
    "there is no", "there are no", "there should be no", "there must be no", "there is not any", "there are not any", "without any",
    "without a", "without an", "without", "no", "not any", "does not have any", "does not have a", "does not have", "do not have any",
    "do not have", "has no", "have no", "with no", "lacks", "lacking", "free of", "devoid of", "must not contain", "should not have",
    "should not contain", "do not include", "does not include", "does not contain", "do not add", "don t add", "don t include",
    "doesn t have", "doesn t have a", "doesn t have any", "isn t any", "there isn t a", "there isn t any", "there aren t any", "never any", "zero", "excluding",
    "except for", "instead of", "rather than", "skip the", "omit the", "avoid", "minus the", "not a", "not an", "neither", "nor", "don t want",
    "must not be a", "must not be an", "must not be any", "should not be a", "should not be an", "should not be any", "must not have",
    "do not want", "don t want any", "do not want any", "don t want a", "do not want a",
)  # fmt: skip

COLOURS: Final = _spread({
    "white": "snow white, pure white, bright white, all white, whitewashed", "off_white": "offwhite, eggshell, chalk white", "ivory": "",
    "cream": "creamy, cream coloured, cream colored", "beige": "", "sand": "sandy, sand coloured", "tan": "tan coloured", "taupe": "greige",
    "brown": "brownish", "dark_brown": "", "light_brown": "", "chocolate": "chocolate brown", "caramel": "", "chestnut": "", "black": "jet black, pitch black, ebony black",
    "grey": "gray, greyish, grayish, silver grey, silver gray", "light_grey": "light gray, pale grey, pale gray, dove grey, dove gray",
    "dark_grey": "dark gray, slate grey, slate gray", "charcoal": "charcoal grey, charcoal gray, anthracite, graphite", "silver": "silvery",
    "gold": "golden, gold coloured", "copper_colour": "copper coloured, copper colored", "bronze_colour": "", "red": "reddish, bright red, cherry red, crimson, scarlet, ruby",
    "dark_red": "deep red, wine red", "burgundy": "maroon, oxblood, bordeaux", "terracotta_colour": "", "rust": "rusty red, rust coloured, rust orange", "coral_colour": "",
    "salmon": "", "orange": "bright orange", "burnt_orange": "", "peach": "apricot", "amber": "", "yellow": "bright yellow, lemon yellow, sunny yellow", "mustard": "mustard yellow, ochre, ocher",
    "green": "greenish, bright green", "dark_green": "deep green, bottle green, british racing green", "light_green": "pale green", "forest_green": "hunter green",
    "olive": "olive green, khaki, army green", "sage": "sage green", "mint": "mint green, minty", "emerald": "emerald green", "lime_green": "lime coloured", "moss_green": "mossy green",
    "teal": "petrol, petrol blue", "turquoise": "aqua, aquamarine, cyan", "blue": "bluish, bright blue", "light_blue": "pale blue, baby blue", "dark_blue": "deep blue",
    "sky_blue": "azure", "royal_blue": "", "cobalt": "cobalt blue, ultramarine", "navy": "navy blue, midnight blue", "indigo": "", "powder_blue": "", "denim_blue": "",
    "purple": "purplish", "violet": "", "lavender": "", "lilac": "", "mauve": "", "plum": "aubergine, eggplant coloured", "magenta": "", "fuchsia": "", "pink": "pinkish, baby pink",
    "light_pink": "pale pink, soft pink", "hot_pink": "", "blush": "blush pink", "dusty_pink": "dusty rose, old rose", "rose_gold": "", "rose": "",
    "colourful": "colorful, multicoloured, multicolored, multi coloured, multi colored, rainbow, rainbow coloured, rainbow colored, vibrant, bright coloured, "
                 "brightly coloured, brightly colored, bold coloured, bold colors, bold colours",
    "pastel": "pastel coloured, pastel colored, pastel toned", "neutral": "neutral coloured, neutral toned, earth toned, earthy", "dark": "dark coloured, dark toned", "light": "light coloured, light colored",
    "black_and_white": "monochrome",
})  # fmt: skip

MATERIALS: Final = _spread({
    "wood": "wooden, timber, hardwood, solid wood, softwood, natural wood, wood grain, wood panelled, wood paneled",
    "dark_wood": "dark wooden, dark hardwood, dark timber, espresso wood", "light_wood": "light wooden, blond wood, blonde wood, pale wood, bleached wood",
    "oak": "oaken, oak wood, white oak, light oak, dark oak", "walnut": "walnut wood, american walnut", "pine": "pinewood, knotty pine",
    "cherry_wood": "cherrywood", "mahogany": "", "teak": "teakwood", "birch": "birchwood, birch plywood", "maple": "", "ash_wood": "", "beech": "beechwood", "ebony": "", "cedar": "", "rosewood": "", "acacia": "", "plywood": "",
    "reclaimed_wood": "reclaimed wooden, salvaged wood, weathered wood, rough sawn wood, distressed wood, driftwood", "bamboo": "", "rattan": "cane, caned", "wicker": "woven wicker", "seagrass": "", "jute": "sisal",
    "metal": "metallic, metal framed", "steel": "stainless steel, brushed steel, stainless, brushed metal, galvanised, galvanized", "iron": "wrought iron, cast iron, black iron", "aluminium": "aluminum", "brass": "brushed brass, antique brass", "chrome": "chromed",
    "copper": "hammered copper", "bronze": "", "gilded": "gilt", "glass": "tempered glass, frosted glass, glass topped", "mirrored": "", "crystal": "",
    "marble": "white marble, marbled, carrara marble, black marble, green marble, marble topped", "stone": "natural stone, limestone, sandstone", "granite": "", "slate": "", "travertine": "", "terrazzo": "", "quartz": "", "concrete": "poured concrete, polished concrete, cement", "brick": "exposed brick",
    "ceramic": "ceramics, stoneware, earthenware", "porcelain": "china", "clay": "", "terracotta": "terra cotta", "plaster": "", "tile": "tiled, subway tile",
    "leather": "leathery, brown leather, faux leather, tan leather, cognac leather", "suede": "", "velvet": "velvety, crushed velvet", "linen": "", "cotton": "", "wool": "woollen, woolen", "silk": "silken", "satin": "", "denim": "", "canvas": "",
    "corduroy": "", "boucle": "bouclé", "fabric": "upholstered, cloth, textile, fabric covered, tweed", "fur": "furry, faux fur, fluffy", "sheepskin": "", "cowhide": "", "felt": "", "knitted": "knit, crocheted", "plush": "", "shag": "shaggy", "lace": "", "sequin": "",
    "plastic": "", "acrylic": "lucite, perspex, plexiglass", "rubber": "", "foam": "", "paper": "rice paper", "cardboard": "", "cork": "", "vinyl": "", "laminate": "", "lacquered": "lacquer, glossy lacquer", "gold_leaf": "", "wax": "", "rope": "",
})  # fmt: skip

SIZES: Final = _spread({
    "small": "smaller, little, compact, smallish, petite, miniature, mini, modestly sized, modest", "tiny": "teeny, minuscule", "large": "larger, bigger, big, sizeable, sizable, generous, generously sized, roomy, full sized, full size",
    "huge": "giant, massive, enormous, gigantic, oversized, oversize, extra large, over sized, colossal, jumbo", "tall": "taller, higher, high, towering, full length, full height, floor to ceiling, lofty", "long": "longer, elongated, lengthy", "short": "", "low": "lower, low slung, low profile", "wide": "broad", "narrow": "slim, slender, thin, slimline, skinny",
    "deep": "", "medium": "medium sized, mid sized, medium size, average sized", "thick": "chunky", "multi_seat": "multi seater, multi seat",
})  # fmt: skip

SHAPES: Final = _spread({
    "round": "circular, rounded, circle shaped, disc shaped, round shaped", "oval": "oval shaped, elliptical, egg shaped", "square": "square shaped, squared", "rectangular": "rectangle, oblong, rectangular shaped", "l_shaped": "l shape, l shaped",
    "u_shaped": "u shape, u shaped", "curved": "arched, curvy, semicircular, crescent shaped, half moon, kidney shaped, curving", "hexagonal": "hexagon", "octagonal": "octagon", "triangular": "triangle", "cube": "cubic, cube shaped, cubical", "cylindrical": "cylinder", "spherical": "globe shaped, ball shaped, sphere",
    "heart_shaped": "heart", "star_shaped": "star", "asymmetrical": "asymmetric, irregular", "sloped": "slanted", "conical": "cone shaped", "geometric": "", "organic_shape": "organic, freeform", "scalloped": "", "tapered": "", "flat": "", "x_shaped": "x frame", "t_shaped": "t shape", "horseshoe": "horseshoe shaped",
})  # fmt: skip

STYLES: Final = _spread({
    "modern": "modernist", "contemporary": "", "minimalist": "minimal, minimalistic, pared back", "scandinavian": "scandi, nordic, danish, swedish, hygge", "japandi": "", "japanese": "zen, japanese inspired, wabi sabi, japanese style",
    "mid_century_modern": "mid century, midcentury, midcentury modern, 1950s, 1960s, fifties style, sixties style", "industrial": "loft style, warehouse style, steampunk", "rustic": "countryside, cabin style, lodge style, log cabin", "farmhouse": "country, country style, modern farmhouse, cottage, cottage style, cottagecore",
    "traditional": "classic, classical, colonial", "victorian": "georgian, edwardian, gothic", "art_deco": "deco, gatsby, 1920s", "art_nouveau": "", "bohemian": "boho, boho chic, hippie, eclectic", "coastal": "beach style, nautical, beachy, hamptons, seaside, tropical",
    "mediterranean": "spanish style, tuscan, greek style, moroccan", "shabby_chic": "french country, provencal, provence", "luxury": "luxurious, glamorous, glam, opulent, hollywood regency, high end, upscale, lavish", "baroque": "rococo, ornate, regal", "vintage": "antique, old fashioned, heirloom",
    "retro": "1970s, 1980s, seventies, eighties, 70s, 80s, 90s, 50s, 60s", "futuristic": "sci fi, high tech, cyberpunk, space age", "pop_art": "", "memphis": "", "brutalist": "", "transitional": "", "asian": "chinese, oriental, chinoiserie", "southwestern": "western style", "medieval": "castle style", "whimsical": "playful, fairy tale, fairytale",
})  # fmt: skip

# Qualities of kind, beside those that are in the catalogue as categories of their own.
KINDS: Final = _spread({
    "king_size": "king sized, king, kingsize, super king", "queen_size": "queen sized, queen, queensize", "twin": "twin size, twin sized", "double": "", "single": "single size", "bunk": "", "full_size": "",
    "four_poster": "", "canopy": "canopied", "extendable": "extending, expandable, pull out, extensible", "folding": "foldable, collapsible, fold up, fold out, fold down", "wall_mounted": "wall hung, wall mount", "freestanding": "free standing", "built_in": "built-in, integrated, fitted, recessed", "ceiling_mounted": "", "floor_standing": "",
    "adjustable": "height adjustable", "ergonomic": "", "swivel": "swivelling, swiveling, revolving, rotating", "reclining": "", "sectional": "modular", "flatscreen": "flat screen, flat panel", "curved_screen": "", "widescreen": "wide screen", "rolling": "wheeled, on wheels, on casters, mobile", "stackable": "stacking", "open": "",
    "one_seater": "1 seater", "two_seater": "two seat, 2 seater, double seat", "three_seater": "three seat, 3 seater", "four_seater": "four seat, 4 seater", "five_seater": "five seat, 5 seater", "six_seater": "six seat, 6 seater", "eight_seater": "8 seater", "multi_seat": "multi seater", "two_tier": "two tiered", "three_tier": "three tiered", "tiered": "multi tiered",
    "potted": "", "hanging": "suspended", "standing": "", "floating": "", "tufted": "button tufted, buttoned", "quilted": "", "framed": "", "striped": "pinstriped, stripy", "patterned": "printed", "floral": "flowery", "checkered": "chequered, plaid, tartan, gingham, checked", "polka_dot": "polka dotted, dotted", "woven": "", "carved": "hand carved", "painted": "hand painted", "embroidered": "",
    "glossy": "gloss, shiny, polished, high gloss", "matte": "matt", "frosted": "", "transparent": "clear, see through", "illuminated": "lit, backlit, glowing, led", "electric": "", "digital": "", "analog": "", "handmade": "handcrafted, hand made, hand thrown", "leaning": "", "padded": "cushioned, well padded", "slatted": "", "louvered": "", "portable": "", "robotic": "", "empty": "", "closed": "", "stacked": "",
    "comfortable": "comfy, cushy, cosy, cozy, snug, inviting", "decorative": "ornamental, ornate", "simple": "plain, basic", "elegant": "chic, stylish, sleek, refined, sophisticated", "grand": "majestic, imposing, stately, impressive", "old": "aged, weathered, worn, distressed", "new": "brand new", "fresh": "freshly cut", "practical": "functional", "matching": "",
    "soft": "", "delicate": "", "abstract": "", "lush": "leafy", "live_edge": "", "high_backed": "high back, high backed, wingback", "low_backed": "", "armless": "", "corner": "", "storage": "", "outdoor": "", "indoor": "", "gaming": "", "professional": "", "heavy": "", "lightweight": "", "sturdy": "solid, robust", "makeshift": "", "antiquated": "", "vintage_look": "", "realistic": "", "fancy": "", "cute": "", "expensive": "",
})  # fmt: skip

MOODS: Final = _spread({
    "dim": "dimly lit, dimly, dim light, low light, dim lighting, somber, sombre, gloomy, moody, shadowy, darkened, mysterious, dark atmosphere", "bright": "brightly lit, well lit, sunlit, sun drenched, sun filled, light filled, airy, full of light, naturally lit, sunny, bathed in light, bathed in sunlight",
    "candle_lit": "candlelit, candle light, candlelight, by candlelight", "warm": "warm light, warmly lit, warm lighting, warm atmosphere, glowing warmly, softly lit, soft light, soft lighting", "cosy": "cozy, snug, homely, homey, intimate, welcoming, inviting", "calm": "serene, peaceful, tranquil, relaxing, quiet, soothing", "festive": "party, celebration, christmas, holiday season", "romantic": "",
    "dramatic": "theatrical", "eerie": "spooky, haunted, creepy, unsettling, horror", "cheerful": "playful, lively, joyful, fun, energetic, vibrant atmosphere", "neon": "neon lit, rgb lit", "stormy": "rainy, storm, overcast, cloudy, foggy", "cold": "cold light, clinical, sterile",
})  # fmt: skip

HOURS: Final[dict[str, float]] = {
    "dawn": 6.0, "daybreak": 6.0, "sunrise": 6.3, "early morning": 7.0, "morning": 9.0, "late morning": 10.5, "mid morning": 10.0, "midday": 12.0, "noon": 12.0,
    "daytime": 11.0, "afternoon": 15.0, "late afternoon": 17.0, "early afternoon": 13.5, "golden hour": 18.3, "sunset": 19.0, "evening": 19.5, "early evening": 18.5, "late evening": 21.5,
    "dusk": 19.8, "twilight": 20.0, "blue hour": 20.2, "night": 22.0, "nighttime": 22.0, "night time": 22.0, "midnight": 0.0, "late night": 23.5, "moonlit": 23.0, "nightfall": 20.5, "moonlight": 23.0, "starlight": 23.0,
}  # fmt: skip

DENSITIES: Final[dict[str, float]] = {
    "bare": 0.05, "empty": 0.05, "almost empty": 0.1, "sparse": 0.15, "sparsely furnished": 0.15, "minimal": 0.2, "minimalist": 0.2, "minimalistic": 0.2, "uncluttered": 0.25, "spartan": 0.15, "simple": 0.35, "tidy": 0.4, "clean": 0.4, "neat": 0.4,
    "well furnished": 0.7, "furnished": 0.55, "fully furnished": 0.7, "cosy": 0.65, "cozy": 0.65, "homely": 0.65, "lived in": 0.8, "busy": 0.8, "crowded": 0.9, "packed": 0.9, "cluttered": 0.95, "messy": 0.95, "overflowing": 0.95, "maximalist": 0.9, "eclectic": 0.75, "well stocked": 0.8, "richly furnished": 0.8,
}  # fmt: skip

ROOM_SIZES: Final = _spread({
    "tiny": "very small, minuscule, cramped, micro, pocket sized", "small": "compact, little, narrow, modest, petite, cosy little, snug", "medium": "medium sized, mid sized, average sized", "large": "big, spacious, roomy, generous, wide, expansive, open plan, airy, ample, grand, double height, lofty", "huge": "massive, vast, enormous, palatial, gigantic, cavernous, giant",
})  # fmt: skip

ARCHITECTURE: Final = _spread({
    "wall": "walls, sidewall, side wall, back wall, end wall, far wall, front wall, feature wall, accent wall, partition", "corner": "corners, room corner", "window": "windows, windowsill, window sill, bay window, windowpane, skylight",
    "door": "doors, doorway, entrance, entry, entryway, front door, entrance door, exit, main door, door way", "ceiling": "ceilings", "room": "rooms, space, area, interior, chamber", "floor": "floors, ground, flooring, wooden floor, hardwood floor, tiled floor",
})  # fmt: skip

# Nouns that stand for no object: space, people, light, feeling, purpose.
VOID: Final = _set("""
 aisle, aisles, nook, section, sections, setup, nothing, nothing else, everything, stairs, staircase, stairway, steps, stairwell, elevator, lift, pillar, pillars, column, columns, beam, beams, roof, niche, alcove, balcony railing, garden, street view,
 atmosphere, feeling, feel, mood, ambiance, ambience, vibe, touch, look, style, decor scheme, theme, scheme, design, layout, setup, set up, setting area, arrangement, seating arrangement, seating, seating area, seating options,
 option, options, area, areas, space, spaces, zone, side, sides, end, ends, edge, edges, center, centre, middle, back, front, top, bottom, rear, left, right, foot, head, background, foreground, corner area, part, spot, place, position, height, level,
 comfort, functionality, function, convenience, relaxation, storage, storage space, lighting, light, illumination, sunlight, daylight, natural light, light source, warmth, tension, unease, chaos, screams, scream, program, programme, show, movie, movies, film, game, games, gaming, pc gaming, music, sound, noise, juxtaposition,
 inhabitants, inhabitant, taste, people, person, persons, guest, guests, family, families, friends, visitor, visitors, customers, customer, clients, client, patients, patient, pets, kids, kid, children, child, someone, anyone, everyone, somebody, owner, student, students, teacher, staff, employees, artist, gamer, couple's, teenager, scene, environment, environments, meal, gathering, drinks, decoration purposes, purpose, purposes, use, work, working, study, reading, sleeping, dining,
 cooking, playing, exercise, exercises, session, sessions, viewing, projects, project, activities, activity, conversation, conversations, entertainment, entertaining, display purposes, clothes storage, variety, addition, sense, contrast, element, elements, details, detail, accents, accent, color, colors, colour, colours, tone, tones, palette scheme, color palette, colour palette, color scheme, colour scheme, pattern, patterns, texture, textures, shades, hues, imagery, logo,
 inspiration, aesthetic, aesthetics, vision, focal point, focus, centerpiece role, view, views, access, passage, traffic, flow, circulation, way, time, times, day, days, hour, year, years, piece, pieces, furniture, furnishings, item, items, object, objects, stuff, thing, things, equipment area, basics, essentials, necessities, need, needs, idea, ideas, world, home, house, apartment, flat, building, city, town, street, sky, sun, moon,
 inch, inches, cm, meter, meters, metre, metres, feet, ft, pound, pounds, lb, lbs, kg, percent, size, sizes, width, length, depth, distance, reach, angle, direction, line, row, rows, order, balance, symmetry, harmony, proximity, vicinity, charm, character, personality, elegance, sophistication, simplicity, style statement, statement, nature, outdoors, outside, inside, interior, surface, surfaces, base, frame, frames, shape,
 form, kind, kinds, type, types, number, amount, total, quantity, distance apart, opposite, others, rest, remainder, contents, content, result, fact, case, example, experience, experiences, productivity, organization, organisation, privacy, safety, hygiene, cleanliness, quality, service, services, business, shopping, waiting, cuts, haircuts, haircut, grooming, treatment, treatments, therapy, hands, hand, eye, eyes, foot traffic, leisure, rest area, work area, quick access, attention, presence, majority, plenty of room, sleep, glow, shadow, shadows, breeze, scent, smell, aroma, sophistication, prompt, photo realistic, render, rendering, image, description, list, please, thanks, me, us, you, i, he, she, we,
 gap, gaps, semicircle, half circle, circle, daughter, daughters, son, sons, premises, steam, other, windows view, welcome, parties, party, events, event, story, stories, bedtime, homework time, fun, play, learning, imagination, creativity, craft, crafts, hobby, hobbies, collection purposes, second, third, first, last, same, similar,
 air, water view, scenery, triplets, quadruplets, twins, pupil, pupils, teenagers, teens, adults, couple, couples, parents, grandparents, chef, chefs, diners, tourists, commuters
""")  # fmt: skip

# Nouns that are a part of the thing, so `with X` describes it: `with four drawers`.
PARTS: Final = _set("""
 drawer, drawers, door, doors, leg, legs, arm, arms, armrest, armrests, back, backrest, headboard, footboard, headrest, seat, seats, handle, handles, knob, knobs, wheel, wheels, caster, casters, frame, frames, top, base, upholstery, cover, covers, lid, shelf space, storage, storage underneath,
 storage space, compartment, compartments, hinge, bulb, shade, lampshade, trim, edge, edges, rim, stripe, stripes, pattern, patterns, print, prints, finish, tufting, stitching, lock, hook, rails, railing, slat, slats, tier, tiers, level, levels, panel, panels, pane, panes, feet, stem, cushioning, padding, fringe, tassels, border, design, motif, logo, detailing, details, accents, inlay, inlays, glass doors, sliding doors, sliding door, wooden legs, metal legs, glass top, marble top, wooden top, metal frame, wooden frame, gold frame, bedding, sheets, upholstered headboard, canopy, faucet, taps, burner, burners, backsplash, keyboard tray,
 cabinets below, imagery, colors, colours, mattress, arms rests, curtain rod, remote holder, cup holders, cup holder
""")  # fmt: skip

# Finite verbs and participles. The value is what they say; "" only places (`a chair placed near`), "be" links subject and place.
VERBS: Final[dict[str, str]] = {
    **dict.fromkeys("is are was were be being been sits sit stands stand rests rest lies lie leans lean hangs hang occupies runs run goes go remains stay stays appears appear seems seem lives perches perched dangles dangle "
                    "sitting standing resting lying leaning hanging hung placed positioned located situated set arranged put laid installed mounted fixed attached perched nestled tucked centered centred scattered parked propped stationed "
                    "lined spread dangling suspended displayed stored kept found aligned stacked draped rolled sprawled facing-out erected assembled grouped gathered pushed affixed pinned secured built-into tacked positioned hung-up laying rests line lines "
                    "anchored housed nestles floats floating plugged inserted leaned left propped-up stashed resides located built hidden topped-off running laid-out lain occupying hovering hovers clustered strewn folded".split(), "be"),
    **dict.fromkeys("has have having holds hold holding contains contain containing features feature featuring includes include including displays display displaying carries carry carrying houses house housing stores store storing supports support supporting "
                    "bears bearing boasts boast boasting offers offer offering showcases showcase showcasing accommodates accommodate accommodating provides provide providing hosts host hosting hides hide storing comprises comprising shows show".split(), "have"),
    **dict.fromkeys("faces face facing overlooks overlook overlooking".split(), "face"),
    **dict.fromkeys("surrounds surround surrounding encircles encircle encircling circles rings".split(), "around"),
    **dict.fromkeys("flanks flank flanking brackets frames framing frame bracketing".split(), "flank"),
    **dict.fromkeys("illuminates illuminate illuminating lights-up crowns".split(), "illuminate"),
    **dict.fromkeys("covers cover covering shares share sharing".split(), "cover"),
    **dict.fromkeys("fills fill filling".split(), "inside"),
    **dict.fromkeys("adjoins adjoin adjoining".split(), "next_to"),
    **dict.fromkeys("overhangs".split(), "above"),
    **dict.fromkeys("separates separate separating divides divide dividing connects connecting creates create creating makes make making gives give giving adds add adding serves serve serving completes complete completing brings bring bringing "
                    "invites welcomes ties evokes evoking enhances enhancing reflects reflect indicating indicates suggest suggests suggesting allows allow allowing lets let uses use used using designed intended meant needed ensures ensuring complements complementing "
                    "matches match keeps keep keeping follows looks look looking feels feel could can should would must may might will shall does do did want wants need needs like likes love loves playing reading watching view watch read play sleep cook relaxing generate create "
                    "design build show imagine put add draw decorate furnish furnished decorated styled inspired equipped accompanied lit based called themed dedicated suited perfect ideal ready painted filled-up dressed turned pulled drawn focusing focuses known waiting".split(), "other"),
}  # fmt: skip
VERBS |= dict.fromkeys("stood lay sat slept sleeps waits waited leant sunk glow glows gleams shines".split(), "be")
VERBS |= dict.fromkeys("hugs hug hugging live strung spreads steams".split(), "be")
VERBS |= dict.fromkeys("held carried contained bore".split(), "have")
# `set` and the like are verbs only after a noun; before one they are part of it. Same for these nouns that look like verbs.
NOUN_OR_VERB: Final = _set("display, set, lights, frames, frame, stores, store, houses, house, rest, stand, stands, show, line, lines, light, cover, covers, sink, play, match, face, hide, support, supports, like, rings, circles, counter, painted, folded, standing, hanging, stacked, floating, running, rolled, left, "
                           "framed, live, need, use, used, design, designs, look, watch, view, perfect, ideal, mounted, built, store, host, feature, features, put, sleep, box, drawn, crowns, waiting, reading, playing, dressed, decorated, turned, styled, inspired, themed, project, iron, park, feels, serving, dividing, draped, furnished, lit, hidden, suspended, leaning, adjoining, "
                           "surrounding, watching, relaxing, kept, set, want, can, may")  # fmt: skip

# Prepositions and prepositional phrases -> relation of the subject to what follows.
RELATIONS: Final = _spread({
    "next_to": "next to, to one side of, on one side of, at one side of, off to the side of, at right angles to, at a right angle to, perpendicular to, beside, adjacent to, alongside, adjoining, right by, side by side with, at the side of, to the side of, right beside, directly next to, immediately next to, at its side, set beside, attached to, bordering, by the side of",
    "near": "near, near to, nearby to, close to, in close proximity to, not far from, in the vicinity of, within reach of, around the corner from, closest to, nearest, nearest to, in proximity to, within easy reach of, a short distance from, by",
    "across_from": "across from, opposite, opposite to, opposite from, on the opposite side of, on the other side of, across the room from, directly across from, directly opposite, across",
    "far_from": "far from, far away from, away from, at a distance from, well away from, farthest from, furthest from",
    "faces": "facing, facing toward, facing towards, facing to, directly facing, turned toward, turned towards, oriented toward, oriented towards, pointed at, pointing at, pointing toward, pointing towards, looking toward, looking towards, looking at, angled toward, angled towards, directed at, directed toward, directed towards, overlooking, looking out on, looking out of",
    "left_of": "to the left of, on the left of, left of, on the left side of, at the left of, on the left hand side of, to the left side of", "right_of": "to the right of, on the right of, right of, on the right side of, at the right of, on the right hand side of, to the right side of",
    "in_front_of": "in front of, before, ahead of, directly in front of, right in front of, at the foot of, at the front of", "behind": "behind, in back of, at the back of, at the rear of, directly behind, right behind",
    "on": "on, on top of, atop, upon, onto, resting on, over top of, across the top of, on the top of, on the surface of, supported by, propped on, perched on, held by, throughout", "above": "above, over, hanging above, hanging over, suspended over, suspended above, directly above, directly over, right above, overhead of", "under": "under, below, beneath, underneath, directly under, directly beneath, directly below, on the underside of, tucked under",
    "inside": "inside, in, into, within, inside of, contained in, stored in", "middle_of": "in the middle of, in the center of, in the centre of, at the center of, at the centre of, at the middle of, on the center of, in the very center of, in the very middle of, in the very centre of, centered on, centred on, centered in, centred in, in the heart of, at the heart of, center of",
    "around": "around, all around, gathered around, placed around, arranged around, encircling, in a circle around, round", "flank": "flanking, flank", "outside": "outside, outside of, just outside, right outside, next to the outside of", "between": "between, in between, sandwiched between, nestled between", "against": "against, up against, pushed against, leaning against, flush against, backed against, set against, leaned against",
    "along": "along, all along, lining, running along", "long_side": "at the long side of, on the long side of, along the long side of, at the long sides of, on the long sides of, along the long sides of, at each long side of, on each long side of, at one long side of, on one long side of, along each long side of, at the longer side of, on the longer side of, on the longer sides of, along the longer sides of",
    "short_side": "at the short side of, on the short side of, at the short sides of, on the short sides of, at the ends of, at each end of, at either end of, at both ends of, at one end of, on each end of, at the end of, at the head of, on the shorter side of, at the shorter sides of, on the shorter sides of, on the short ends of, at the short ends of, on either end of, on both ends of, at the far end of, at opposite ends of",
    "each_side": "either side of, each side of, both sides of, left and right of, to the left and right of, on the left and right of, on the left and the right of, on each side of, on either side of, on both sides of, at each side of, at either side of, to each side of, to either side of, at both sides of, on opposite sides of, on two sides of, on each of the sides of, along both sides of, along each side of, to both sides of",
    "from": "from, suspended from, hanging from, hung from, dangling from, hangs from, hang from, down from", "with": "with, along with, together with, complete with, including, such as, like, accompanied by, paired with, outfitted with, furnished with, plus, as well as, comes with, combined with", "of_with": "consists of, consisting of, comprised of, composed of, equipped with, fitted with",
    "filled": "filled with, full of, packed with, stuffed with, overflowing with, brimming with, loaded with, stocked with, crammed with, piled with, lined with, containing, that contains, overloaded with, crowded with, cluttered with, piled high with, bursting with, stacked with",
    "topped": "topped with, topped by, adorned with, decorated with, covered with, covered in, laden with, dressed with, dressed in, draped with, set with, scattered with, strewn with, laid with, crowned with, crowned by, garnished with, littered with, made up with, accented with, accented by, accessorized with, accessorised with, layered with, embellished with, styled with, complemented by, complemented with, festooned with, dotted with, displaying, showcasing",
    "surrounded": "surrounded by, surrounded with, encircled by, ringed by, circled by, ringed with, encircled with", "separated": "separated by, divided by, parted by", "flanked": "flanked by, flanked with, bordered by, bracketed by, bookended by, framed by", "faced": "faced by, overlooked by", "lit_by": "illuminated by, lit by, lighted by", "for": "for, designed for, suitable for, meant for, intended for, used for, ideal for, perfect for, dedicated to, to accommodate", "of": "of",
    "made_of": "made of, made from, made out of, crafted from, built of, built from, constructed of, carved from, carved out of, upholstered in, finished in, painted in, covered in leather, woven from, fashioned from, in the colour, in the color", "to": "to, toward, towards, onto the, for the use of", "at": "at", "than": "than", "as": "as", "into": "into the", "during": "during, at time, throughout the day", "stacked_on": "stacked on, stacked on top of, piled on, piled on top of, stacked atop", "stacked_next": "stacked next to, piled next to, stacked beside",
    "about": "about, against which, on which to, from where, inspired by, based on, reminiscent of, within view of, within sight of, throughout the, amid, amidst, among, amongst, despite, via, per, until, after, since, because, while, when, where, whose, so, if, although, though, yet, but, despite the, thus, then, also",
})  # fmt: skip

# Phrases of place that need no object after them; the object is the thing the clause is about, or the room.
LOOSE: Final = _spread({
    "near": "nearby, close by, close at hand, within reach, within arm s reach, within arms reach, in easy reach, within easy reach, to hand, not far away", "next_to": "adjacent, alongside it, at right angles, at right angles to each other, at a right angle to each other, on the one side, to one side, side by side, next to each other, beside each other, next to one another, adjacent to each other", "in_front_of": "in front, out in front, at the front", "behind": "at the back, in the back, behind it all, to the rear",
    "above": "overhead, above, up above, hanging overhead", "under": "underneath, below, beneath, underfoot", "on": "on top, atop it all", "inside": "inside", "each_side": "on each side, on either side, on both sides, at each side, at either side, on opposite sides, at both sides, one on each side, to either side", "left_of": "on the left, to the left, on the left side, at left, to its left, on its left", "right_of": "on the right, to the right, on the right side, at right, to its right, on its right",
    "middle_of": "in the middle, in the center, in the centre, at the center, at the centre, in the very middle, in the very center, at its center, at its centre, in its center, in its centre, in its middle, in the middle of it all", "across_from": "across, opposite, across the room, on the opposite side, on the other side, directly opposite, directly across", "around": "around, all around", "far_from": "far away",
    "short_side": "at each end, at either end, at both ends, at one end, on each end, at the ends, at the end, at the head, at the short ends, at opposite ends", "long_side": "on the long sides, along the long sides, on each long side", "faces_each": "facing each other, facing one another, face to face, opposite each other, across from each other, facing one another across, that face each other, opposite one another, face each other, face one another", "pairs": "in pairs, two by two, back to back", "between": "in between, between",
    "on_wall": "wall mounted, wall hung, mounted on the wall, on the wall, on the walls, against the wall mounted", "outside": "outside",
    "against_wall": "around the edge, around the edges, along the edge, along the edges, along the other side, along one side, along the sides, around the perimeter, along the perimeter",
})  # fmt: skip

for _at in ("at", "on", "along", "against", "by", "to"):
    for _which in (
        "the",
        "a",
        "one",
        "each",
        "either",
        "both",
        "each of the",
        "its",
        "their",
        "the two",
        "opposite",
        "the opposite",
        "two",
    ):
        for _side, _name in (("long side", "long_side"), ("longer side", "long_side"), ("short side", "short_side"), ("shorter side", "short_side"),
                             ("short end", "short_side"), ("end", "short_side"), ("far end", "short_side"), ("narrow end", "short_side"), ("head", "short_side")):  # fmt: skip
            for _s in (_side, _side + "s"):
                LOOSE[f"{_at} {_which} {_s}"] = _name
                RELATIONS[f"{_at} {_which} {_s} of"] = _name

LOOSE.update({"at its foot": "in_front_of", "at the foot": "in_front_of", "at its head": "behind", "at its side": "next_to", "by its side": "next_to", "at their feet": "in_front_of",
          "along its sides": "long_side", "down its sides": "long_side", "over the middle": "above", "over the centre": "above", "over the center": "above",
          "in its corner": "inside", "to its side": "next_to", "on its other side": "next_to", "behind it all": "behind"})  # fmt: skip

# Of two-word forms that start with these, the relation holds between the fronted phrase and what comes after it.
PRONOUNS: Final = _set(
    "it, them, they, itself, themselves, which, that, one, ones, both, each, these, those, this, each other, one another, either, all, whom, who, another, others, none, some, most"
)
THE_REST: Final = dict.fromkeys(
    _set("the rest, the others, the other ones, the remaining ones, the rest of them, the remainder, the other half"), True
)
# One more of the same, when nothing of its own follows.
ANOTHER: Final = dict.fromkeys(
    _set(
        "a second, a third, a fourth, a fifth, a second one, a third one, a fourth one, another one, one more, the third, the fourth"
    ),
    True,
)
ROOM_WORDS: Final = _set("room, space, interior, place, chamber, area")
