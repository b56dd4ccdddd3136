"""Wordings for the generated descriptions. A `#` before a phrase or template keeps it out of training: it is used for tests only.

In templates `{s}` and `{o}` are the subject's and the object's phrase, `{it}` a pronoun for the object, `[R]` the relation's
preposition, `[words]` other words that state the relation, `one/many` agrees with the subject, `one/many@o` with the object,
and `<a|b|>` is a choice.
"""

# ruff: noqa: E501 - tables of words read better in long lines
from __future__ import annotations

from typing import Final

# Relations between things: prepositions after which the other thing follows.
PREPOSITIONS: Final[dict[str, str]] = {
    "next_to": "next to, beside, right next to, adjacent to, alongside, at the side of, by the side of, directly beside, right beside, bordering, to one side of, just beside, side by side with, immediately next to, off to the side of, up beside, "
    "#a step to the side of, #touching, #right up to, #shoulder to shoulder with",
    "near": "near, close to, by, in the vicinity of, not far from, within reach of, close by, nearby, within arm's reach of, a few steps from, somewhere near, in the neighbourhood of, drawn up to, pushed up to, handy to, in reach of, gathered near, "
    "#within easy reach of, #a stone's throw from, #in striking distance of",
    "across_from": "across from, opposite, opposite to, on the other side of the room from, directly across from, on the opposite side from, directly opposite, facing from across the room, over against, #vis-a-vis, #right across the room from",
    "far_from": "far from, far away from, well away from, at a distance from, away from, as far as possible from, not close to, nowhere near, at the other end of the room from, #a long way from, #well clear of, #at the greatest distance from",
    "faces": "facing, turned towards, pointing at, oriented towards, looking at, looking towards, angled towards, directed at, turned to face, with a view of, in full view of, aimed at, #squared up to, #trained on, #gazing at",
    "left_of": "to the left of, on the left of, left of, on the left side of, on the left-hand side of, just left of, at the left of, immediately left of, #leftwards of, #on the left flank of",
    "right_of": "to the right of, on the right of, right of, on the right side of, on the right-hand side of, just right of, at the right of, immediately right of, #rightwards of, #on the right flank of",
    "in_front_of": "in front of, before, directly in front of, right in front of, just in front of, at the front of, ahead of, out in front of, at the foot of, #squarely before, #up front of",
    "behind": "behind, in back of, directly behind, right behind, at the back of, just behind, to the rear of, hidden behind, tucked behind, out of sight behind, #at the rear of, #round the back of",
    "on": "on, on top of, atop, upon, resting on, perched on, sitting on, lying on, spread over, placed on, displayed on, arranged on, propped on, draped over, laid across, set out on, standing on, #balanced on, #enthroned upon, #strewn across",
    "above": "above, over, directly above, hanging over, suspended above, hanging above, hung over, high above, right above, mounted over, floating above, #hovering over, #overhead of",
    "under": "under, below, beneath, underneath, directly under, tucked under, right below, at the bottom of, stowed under, in the shade of, #hidden beneath, #down below",
    "inside": "in, inside, within, inside of, stored in, kept in, standing in, placed in, packed in, tucked inside, put away in, lying in, #nestling in, #stowed within",
    "middle_of": "in the middle of, in the centre of, in the center of, at the centre of, centred on, right in the middle of, at the heart of, #dead in the centre of, #at the very core of",
    "around": "around, all around, arranged around, gathered around, grouped around, in a circle around, placed around, set around, clustered around, seated around, on all sides of, encircling, #round about, #in a ring around, #huddled round",
    "flank": "flanking, on both sides of, on either side of, on each side of, to either side of, left and right of, at both sides of, to the left and right of, framing, #bookending, #standing sentinel on either side of",
    "between": "between, in between, right between, set between, midway between, squeezed between, placed between, #wedged between, #halfway between",
    "long_side": "along the long side of, on the long side of, at the long sides of, along both long sides of, on each long side of, #down the long sides of",
    "short_side": "at the head of, at the end of, at each end of, at both ends of, on the short side of, at either end of, at one end of, at the ends of, #at the far end of",
    "outside": "outside, just outside, outside of, right outside, #immediately outside of",
}  # fmt: skip

# Relations to architecture: (target, grammar kind) -> prepositions.
AT: Final[dict[tuple[str, str], str]] = {
    ("wall", "against"): "against, along, up against, pushed against, set against, flush against, leaning against, propped against, backed against, running along, lined up along, parallel to, flat against, close against, lined up against, with its back to, standing against, #snug against, #right up to, #parked along",
    ("wall", "on"): "on, mounted on, hanging on, hung on, fixed to, pinned to, attached to, hanging from, screwed to, displayed on, adorning, decorating, up on, stuck to, #gracing, #affixed to",
    ("corner", "inside"): "in, tucked into, standing in, occupying, placed in, at, filling, set in, pushed into, over in, put in, #nestled into, #stuck in, #wedged into",
    ("window", "near"): "near, by, close to, at, not far from, in the light of, #within reach of",
    ("window", "next_to"): "next to, beside, alongside, right next to, to the left of, to the right of, #just by the side of",
    ("window", "under"): "under, below, beneath, underneath, directly under, right below, #tucked beneath",
    ("window", "faces"): "facing, looking out of, overlooking, with a view out of, turned towards, looking towards, oriented towards, #gazing out of",
    ("window", "in_front_of"): "in front of, before, directly in front of, right in front of, with its back to, #squarely before",
    ("window", "across_from"): "across from, opposite, directly opposite, #right across from",
    ("window", "far_from"): "far from, away from, well away from, #a long way from",
    ("window", "flank"): "on both sides of, on either side of, flanking, left and right of, #framing",
    ("door", "near"): "near, by, close to, not far from, at, just inside, right by, #within reach of",
    ("door", "next_to"): "next to, beside, right next to, alongside, to the left of, to the right of, #just by the side of",
    ("door", "across_from"): "across from, opposite, directly opposite, on the other side of the room from, #right across from",
    ("door", "faces"): "facing, turned towards, looking at, with a view of, oriented towards, #squared up to",
    ("door", "far_from"): "far from, away from, well away from, as far as possible from, #a long way from",
    ("door", "flank"): "on both sides of, on either side of, flanking, #framing",
    ("ceiling", "from"): "from, hanging from, suspended from, hung from, dangling from, on, attached to, mounted on, fixed to, fastened to, #strung from, #swinging from",
    ("room", "middle_of"): "in the middle of, in the centre of, in the center of, at the centre of, at the heart of, right in the middle of, in the very middle of, dominating the middle of, occupying the centre of, taking up the middle of, #dead in the centre of, #anchoring the centre of",
    ("room", "at_back"): "at the back of, at the rear of, at the far end of, in the back of, towards the back of, #right at the back of",
}  # fmt: skip
PLACES: Final[dict[str, str]] = {
    "wall": "the wall, a wall, one wall, the back wall, the left wall, the right wall, the far wall, the north wall, the south wall, the east wall, the opposite wall, the longest wall, the main wall, the side wall, the walls, the other wall, the long wall, one of the walls, the short wall, the white wall, the brick wall",
    "corner": "the corner, a corner, one corner, the far corner, the left corner, the corner of the room, a corner of the room, the back corner, one of the corners, the other corner, a quiet corner, the right-hand corner, each corner, the opposite corner, the nearest corner",
    "window": "the window, a window, the windows, the big window, the large window, the bay window, one of the windows, a tall window, the skylight, the left window, the window sill",
    "door": "the door, the entrance, the doorway, the front door, the entry, a door, the main door, the exit, the entryway",
    "ceiling": "the ceiling, the high ceiling, the wooden ceiling, the beams",
    "room": "the room, the space, the floor, the area, the whole room, the chamber",
}  # fmt: skip
# Places that name no object: (grammar kind, phrases).
LOOSE: Final[dict[str, str]] = {
    "middle_of": "in the middle, in the centre, in the center, at the centre, right in the middle, centrally, centre stage, in the very middle, #slap bang in the middle, #taking centre stage",
    "on_wall": "on the wall, wall-mounted, mounted to the wall, up on the wall, #on show on the wall",
    "at_back": "at the back, at the rear, at the far end, in the back, #right at the rear",
    "from": "overhead, from above, #up in the air",
}  # fmt: skip
# Places that are about the thing said before.
NEARBY: Final[dict[str, str]] = {
    "next_to": "beside it, next to it, right next to it, alongside it, adjacent, next door, at its side, by its side, #at its elbow",
    "near": "nearby, close by, not far away, near it, close at hand, within reach, #a few steps away",
    "in_front_of": "in front of it, in front, before it, right in front, #just before it",
    "behind": "behind it, right behind it, at its back, #in its lee",
    "above": "above it, over it, right above it, overhead, hanging above it, #high over it",
    "under": "under it, beneath it, below it, underneath it, underneath, below, beneath, at its foot, #at its feet",
    "on": "on it, on top of it, on top, atop it, upon it, on its top, on its lid, #on its surface",
    "left_of": "to its left, on its left, on the left of it, to the left of it, #at its left hand",
    "right_of": "to its right, on its right, on the right of it, to the right of it, #at its right hand",
    "flank": "on both sides of it, on either side of it, on either side, on both sides, left and right of it, #to its left and right",
    "around": "around it, all around it, gathered around it, surrounding it, #round about it",
    "across_from": "opposite it, across from it, opposite, directly opposite, directly across from it, #right across from it",
    "inside": "in it, inside it, inside, #within it",
}  # fmt: skip

# Where a thing stands, in sentences: the families of wording. `#` families are never trained on.
CLAUSES: Final[dict[str, str]] = {
    "exists": "<There|there> is/are {s} [R] {o}; There's {s} [R] {o}; <We|I|They> have {s} [R] {o}; <You can|One can|You will|we also> <see|find|spot|notice> {s} [R] {o}; The room has {s} [R] {o}; It <has|features|includes|contains> {s} [R] {o}; there should be {s} [R] {o}; There must be {s} [R] {o}; Here is/are {s} [R] {o}",
    "stands": "{s} V <||||right|just|directly|quietly> [R] {o}; {s} V [R] {o}; {s} V [R] {o}; {s} [R] {o}",
    "inverted": "[R] {o} <is/are|V|V|V|there is/are|you will find|we find|we see|one finds|I want|I'd like|,|there should be> {s}; [R] {o} , <there is/are|place|put|you see|add|I see|we have|set|install> {s}; [R] {o} : {s}",
    "command": "<Put|Place|Set|Position|Add|Have|Install|Arrange|Stick|Include|Keep|Drop|please put|Please place|Let's put|I'd put|now place|Next , add|Also place|Give me|Then put> {s} [R] {o} <||please|if possible|too>; <Could|Can|Would> you <put|place|add|set> {s} [R] {o} ?; Make sure {s} is/are [R] {o}; I <want|would like|need|'d love|prefer|imagine|am thinking of> {s} [R] {o}; {s} should <go|stand|be|sit> [R] {o}; {s} , please , [R] {o}",
    "telegraph": "{s} [R] {o}; {s} - [R] {o}; {s} , [R] {o}; {s} ( [R] {o} ); {s} : [R] {o}; {o} - {s} [R] {it}; [R] {o} - {s}; {s} -> [R] {o}",
    "relative": "{o} , [R] which V {s}; {o} [R] which V {s}; {o} , and [R] {it} V {s}; {o} - [R] {it} {s}; {s} , which <stands/stand|sits/sit|is/are|is/are placed> [R] {o} , <completes the look|catches the eye|came from my aunt|is/are lovely|is/are well used>; {o} <that|which> has/have@o {s} [R] {it}; There is/are@o {o} with {s} [R] {it}; {o} with {s} [R] {it}; {o} , with {s} [R] {it}; {s} that <stands/stand|sits/sit|is/are> [R] {o}; {o} and , [R] {it} , {s}; {o} has/have@o {s} [R] {it}; {o} stands/stand@o with {s} [R] {it}; {o} has/have@o {s} placed [R] {it}; {o} next , and [R] {it} {s}",
    "passive": "{s} has/have been <arranged|set up|installed|put|mounted|laid> [R] {o}; {s} is/are <arranged|set up|installed|neatly placed|carefully arranged|mounted|stored|tucked away|laid out|lined up> [R] {o}; someone has <put|left|placed> {s} [R] {o}; {s} was/were <left|placed|pushed|put> [R] {o}",
    "#cleft": "What <stands/stand|sits/sit> [R] {o} is/are {s}; it is {s} that <stands/stand|sits/sit> [R] {o}; The place [R] {o} is taken by {s}; The spot [R] {o} is for {s}; The space [R] {o} is given to {s}; the thing [R] {o} is {s}",
    "#visitor": "As you come in , your eye falls on {s} [R] {o}; My favourite thing is {s} [R] {o}; Walk past {s} [R] {o}; Do not miss {s} [R] {o}; Picture {s} [R] {o}; I remember {s} [R] {o}; {s} - how nice - [R] {o}; If you look [R] {o} , there is/are {s}; Nobody could overlook {s} [R] {o}",
    "#wish": "It would be great if {s} stood [R] {o}; {s} would look good [R] {o}; For {s} I have the place [R] {o} in mind; Ideally , [R] {o} there would be {s}; We always keep {s} [R] {o}; {s} has/have to end up [R] {o}; Space [R] {o} is reserved for {s}",
}  # fmt: skip
# What things do in a place; the words say nothing of where.
POSTURES: Final = (
    "stands/stand, stands/stand, stands/stand, sits/sit, sits/sit, is/are, is/are, is/are placed, is/are located, is/are positioned, rests/rest, goes/go, belongs/belong, is/are set, has/have been placed, can be found, is/are situated, should be, must be, needs/need to be, "
    "waits/wait, lives/live, is/are to stand, was/were put, gets/get placed, is/are kept, lies/lie, hangs/hang, hides/hide, leans/lean, is/are parked, is/are mounted, is/are lined up, gleams/gleam, glows/glow, sleeps/sleep, squats/squat, rises/rise, towers/tower, spreads/spread out, "
    "has/have found a home, fits/fit, is/are squeezed in, stays/stay, appears/appear, shines/shine, is/are stored, gathers/gather dust, is/are on show, has/have its place, is/are shoved, stands/stand neatly, would go, could stand, will be, is/are supposed to be, ought to stand, is/are fixed, is/are stacked, "
    "is/are propped up, is/are spread, is/are left, is/are crammed, is/are draped, is/are tucked, invites/invite, reigns/reign, catches/catch the light"
)
# Relations that a verb states.
VERBS: Final[dict[str, str]] = {
    "between": "{o} is/are@o [separated by] {s}; {s} [separates/separate] {o}; {o} with {s} [in between]; {o} with {s} [between them]; {s} [divides/divide] {o}; #{s} [comes/come between] {o}",
    "faces": "{s} [faces/face] {o}; {s} [looks/look at] {o}; {s} [points/point at] {o}; {s} is/are [turned to] {o}; {s} [looks/look towards] {o}; {s} , [facing] {o}; {s} [directly faces/face] {o}; {s} has/have a [good view of] {o}; the front of {s} [points towards] {o}; #{s} [stares/stare at] {o}; #{s} is/are [trained on] {o}",
    "flank": "{s} [flanks/flank] {o}; {o} is/are@o [flanked by] {s}; {o} , [flanked by] {s}; {o} is/are@o [framed by] {s}; {s} [frames/frame] {o}; {o} with {s} [on each side]; {o} with {s} [on either side]; {o} has/have@o {s} [on both sides]; {s} stand [left and right of] {o}; #{o} is/are@o [bracketed by] {s}; #{s} [bookend] {o}",
    "around": "{s} [surrounds/surround] {o}; {o} is/are@o [surrounded by] {s}; {o} , [surrounded by] {s}; {s} [encircles/encircle] {o}; {o} [encircled by] {s}; {o} with {s} [around it]; {o} with {s} [gathered around]; {s} [form a circle around] {o}; #{o} is/are@o [ringed by] {s}; #{s} [circle] {o}",
    "on": "{o} [holds/hold@o] {s}; {o} [carries/carry@o] {s}; {o} [supports/support@o] {s}; {o} [displays/display@o] {s}; {o} is/are@o [topped with] {s}; {o} [topped with] {s}; {o} [bears/bear@o] {s}; {o} is/are@o [decorated with] {s}; {o} is/are@o [covered with] {s}; {s} [covers/cover] {o}; {s} [tops/top] {o}; {s} [decorates/decorate] {o}; the top of {o} [holds] {s}; {o} [holding] {s}; {o} is/are@o [set with] {s}; {o} [set with] {s}; {o} [has/have@o] {s} [on top]; {o} is/are@o [home to] {s}; {o} [displaying] {s}; #{s} [crowns/crown] {o}; #{o} is/are@o [laden with] {s}; #{s} [adorns/adorn] {o}",
    "inside": "{o} [contains/contain@o] {s}; {o} is/are@o [filled with] {s}; {o} [full of] {s}; {s} [fills/fill] {o}; {o} [stores/store@o] {s}; {o} [houses/house@o] {s}; {o} [containing] {s}; {o} is/are@o [stocked with] {s}; {o} [filled with] {s}; {o} [packed with] {s}; {o} is/are@o [full of] {s}; #{o} is/are@o [crammed with] {s}; #{o} [hides/hide@o] {s}; #{o} is/are@o [bursting with] {s}",
    "with": "{o} [with] {s}; {o} [with] {s}; {o} [with] {s}; {o} [has/have@o] {s}; {o} , complete [with] {s}; {o} <comes/come@o|is/are@o equipped> [with] {s}; {o} [including] {s}; {o} <is/are@o|> [accompanied by] {s}; {o} is/are@o [paired with] {s}; #{o} [boasts/boast@o] {s}; #{s} [comes/come with] {o}",
    "above": "{s} [hangs/hang over] {o}; {s} [hangs/hang above] {o}; {s} [lights/light] {o} from above; {s} [illuminates/illuminate] {o}; {o} is/are@o [lit by] {s}; {s} [is/are suspended over] {o}; #{s} [shines/shine down on] {o}; #{s} [hovers/hover over] {o}",
    "under": "{s} [lies/lie under] {o}; {s} [is/are tucked under] {o}; {o} <stands/stand@o|rests/rest@o> [over] {s}; #{o} [shelters/shelter@o] {s}",
    "next_to": "{s} [adjoins/adjoin] {o}; {s} [neighbours/neighbour] {o}; {o} and {s} stand [side by side]; {s} and {o} [next to each other]; {o} is/are@o [joined by] {s}; {s} [borders/border] {o}; #{s} [keeps/keep company with] {o}; #{s} [stands/stand shoulder to shoulder with] {o}",
    "behind": "{s} [backs/back onto] the rear of {o}; {s} [hides/hide behind] {o}; {o} [conceals/conceal@o] {s} [behind it]; #{s} [lurks/lurk behind] {o}",
}  # fmt: skip
AT_VERBS: Final[dict[tuple[str, str], str]] = {
    ("wall", "against"): "{s} [lines/line] {o}; {s} [runs/run along] {o}; {s} [takes/take up] {o}; {s} [leans/lean against] {o}; {o} is [lined with] {s}; {s} [backs/back up to] {o}; {s} [fills/fill] {o}; {s} [spans/span] {o}; {s} [covers/cover] the whole length of {o}; #{s} [claims/claim] {o}; #{s} [occupies/occupy] {o}",
    ("wall", "on"): "{s} [adorns/adorn] {o}; {s} [decorates/decorate] {o}; {s} [hangs/hang on] {o}; {o} is [decorated with] {s}; {o} is [hung with] {s}; {o} [has] {s}; {o} [displays] {s}; {o} [carries] {s}; #{s} [enlivens/enliven] {o}; #{o} [sports] {s}",
    ("corner", "inside"): "{s} [fills/fill] {o}; {s} [occupies/occupy] {o}; {o} [holds] {s}; {o} is [taken up by] {s}; {o} is [reserved for] {s}; {o} [has] {s}; {o} [features] {s}; #{s} [claims/claim] {o}; #{o} [belongs to] {s}",
    ("window", "faces"): "{s} [faces/face] {o}; {s} [looks/look out of] {o}; {s} [overlooks/overlook] {o}; #{s} [gazes/gaze out of] {o}",
    ("window", "under"): "{o} is [above] {s}; {o} opens [above] {s}; {s} [fits/fit below] {o}; #{o} is [right over] {s}",
    ("door", "near"): "{s} [greets/greet] you at {o}; {o} [opens onto] {s}; #{s} [guards/guard] {o}",
    ("door", "faces"): "{s} [faces/face] {o}; {s} [looks/look towards] {o}",
    ("ceiling", "from"): "{s} [hangs/hang from] {o}; {s} [dangles/dangle from] {o}; {o} [carries] {s}; {o} is fitted [with] {s}; {s} [is/are suspended from] {o}; #{o} [sports] {s}",
    ("room", "middle_of"): "{s} [dominates/dominate] {o}; {s} [takes/take centre stage in] {o}; {s} [is/are the centrepiece of] {o}; {o} is [centred on] {s}; #{s} [anchors/anchor] {o}",
}  # fmt: skip
# Once for each of several.
EACH: Final = (
    "Each {o} [has] {s}; every {o} [has] {s}; Each {o} [holds] {s}; each {o} is [topped with] {s}; On each {o} there is {s}; [on] every {o} stands {s}; Each of the {O} [has] {s}; Every one of the {O} [carries] {s}; each {o} comes [with] {s}; each {o} with {s} [on it]; "
    "put {s} [on] each {o}; There is {s} [on] each {o}; {s} [on] each {o}; {s} sits [on] every {o}; [next to] each {o} stands {s}; {s} stands [beside] every {o}; [in front of] each {o} , {s}; each {o} has {s} [next to] it; {s} [per] {o}; All {O} [have] {s}; all {O} come [with] {s}; all the {O} [hold] {s}; every single {o} [has] {s}; all {O} are [topped with] {s}; "
    "#{s} [apiece] for the {O}; #not one {o} [without] {s}; #for every {o} , {s} [on top]"
)
# Wordings that say how many: operator, value (n: the number in words or digits), phrases with N for the number.
COUNTS: Final[tuple[tuple[str, str, str], ...]] = (
    ("eq", "n", "N, N, N, N, N, N, exactly N, N identical, N matching, a set of N, a row of N, a group of N, just N, precisely N, a total of N, a line of N, N different, #a party of N, #all of N"),
    ("eq", "2", "a pair of, a couple of, two, 2, a matching pair of, twin, a duo of, #a brace of"),
    ("eq", "6", "half a dozen, six, #a half-dozen"),
    ("eq", "12", "a dozen, twelve, #one dozen"),
    ("eq", "3", "a trio of, three, #a threesome of"),
    ("ge", "3", "several, a few, a number of, a handful of, an array of, some three or more, an assortment of, a selection of"),
    ("ge", "2", "some, multiple, various, more than one, assorted"),
    ("ge", "5", "many, lots of, numerous, a lot of, loads of, #heaps of"),
    ("ge", "n", "at least N, no fewer than N, not less than N, a minimum of N, N or more, no less than N, upwards of N, #N at the very least"),
    ("gt", "n", "more than N, over N, #in excess of N"),
    ("le", "n", "at most N, up to N, no more than N, a maximum of N, not more than N, N at most, #N or fewer"),
    ("lt", "n", "fewer than N, less than N, #under N"),
)  # fmt: skip
ABSENT: Final = (
    "no {s}; There is no {s}; without {s}; without any {s}; there should be no {s}; please no {s}; Do not add {s}; Don't include any {s}; I don't want {s}; leave out the {s}; Skip the {s}; {s} is/are not needed; We have no {s}; It has no {s}; It lacks {s}; "
    "There is not a single {s}; but no {s}; free of {s}; I do not need {s}; avoid {s}; omit {s}; under no circumstances {s}; {s} must not be there; I'd rather not have {s}; not a {s} in sight; #spare me the {s}; #forget about {s}; #{s} ? No thanks; #do away with the {s}; #minus the {s}"
)
PREDICATES: Final = "{s} is/are A; {s} should be A; {s} , which is/are A; {s} must be A; {s} comes/come in A; I want {s} to be A; {s} looks/look A; Make {s} A; {s} has/have to be A; I like {s} A; {s} - A; {s} ( A ); {s} : A; #I picture {s} as A; #A - that is how {s} should look"
OPENINGS: Final = (
    "A P with L.; P with L.; This P has L.; There is a P . It has L.; In this P there are L.; The P contains L.; A P : L.; A P featuring L.; Design a P with L.; I need a P with L.; Make me a P that has L.; Please create a P with L.; P , L.; Imagine a P furnished with L.; A P containing L.; My P has L.; P : L.; Our P needs L.; We want L in our P.; L in a P.; "
    "Generate a P including L.; A P equipped with L.; A P . L.; the P is furnished with L.; Inside the P are L.; #Step into a P where L wait.; #Welcome to the P ! It offers L.; #A P boasting L.; #Think of a P : L , nothing else."
)
LISTS: Final = (
    "There is/are L.; The room has L.; It also has L.; We need L.; Furniture : L.; Other things : L.; Add L.; I also want L.; Also L.; L.; L complete the room.; There are also L.; You will find L.; plus L.; Don't forget L.; Include L.; Things needed : L.; The furniture consists of L.; Furnish it with L.; the items are L; Then there is/are L; Apart from that , L.; "
    "#Bring in L.; #L round it off.; #On top of all that come L.; #What else ? L."
)
PARTS_OF: Final = (
    "N of the {s} <stand|are|sit|go> [R] {o}; N of them <stands/stand|is/are|sits/sit> [R] {o}; N [R] {o} , the <other|rest> [T] {p}; One <stands|is|sits> [R] {o} and the other [T] {p}; one [R] {o} , one [T] {p}; The first <stands|is> [R] {o} , the second [T] {p}; one of the {s} [R] {o}; "
    "#N sits [R] {o} while its fellow is [T] {p}; #N of their number [R] {o}"
)
DISTRACTIONS: Final = (
    "The mood is M; it should feel M; Everything looks M; The atmosphere is M and M; Light pours in; Soft light fills the room; It is evening; The sun is setting outside; My wife loves it; This is for a family of four; We spend a lot of time here; The style is M; Keep it M; "
    "It is meant for N people; The room is N by N metres; The ceiling is N metres high; The walls are painted C; The walls are C; The floor is made of W; The floor is W; A C wall adds character; The overall look is M and M; It gives the whole place a M feeling; Think of a M place to relax; "
    "There is plenty of space to move around; Use a C and C colour scheme; The palette is C; C tones dominate; Natural light comes from the large windows; The large window lets the light in; It's about N square metres; nothing fancy; Thank you !; Keep the middle of the room free; "
    "There is enough room for N guests; Make it M; Surprise me; The kids play here after school; it is a place for work and study; The door is closed; The window is open; A M smell of coffee is in the air; we like to read in the evening; Do not overdo it; The budget is small; "
    "It has a high ceiling and W walls; The windows are tall; The W floor creaks; The ceiling is C; It should not be too M; I work from home; The view is stunning; No clutter , please; warm colours everywhere; the lighting is M; #One could stay here for hours; #Time seems to stand still; #M , that's the word for it; #the paint on the walls is C"
)
MOODS: Final = "cosy, calm, modern, bright, warm, airy, elegant, rustic, minimalist, industrial, vintage, luxurious, playful, serene, quiet, dark, moody, welcoming, cheerful, simple, traditional, Scandinavian, bohemian, tidy, lived-in, spacious, small, sunny, peaceful, professional, homely, relaxed, romantic, futuristic"
# After the noun: attribute kind -> phrases.
AFTER: Final[dict[str, str]] = {
    "colour": "in A, painted A, in a A tone, coloured A, all A, upholstered in A, #done in A",
    "material": "made of A, of A, made from A, in A, built of A, upholstered in A, covered in A, clad in A, all A, #hewn from A",
    "style": "in A style, in the A style",
}  # fmt: skip
ROOM_WORDS: Final = "cosy, small, large, modern, spacious, bright, rustic, simple, tiny, elegant, big, dark, vintage, sunny, minimalist, busy, quiet, old, new, typical, square, long, white, blue, grey"
