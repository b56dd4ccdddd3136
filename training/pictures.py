"""Top-down plan drawings of worlds and of layout records, and contact sheets of many.

`python -m diorama.training.pictures PLAN OUT.png [--room ID] [--count 40] [--pixels 900]`: PLAN is a world's JSON, several of
them, or a `.jsonl.gz` of layout records. A world is drawn whole; `--room` draws one of its rooms.

Reading a plan: furniture is outlined and coloured by family, a triangle marks its front; small things are lighter boxes on
what holds them, drawn in order of height; hung things are hatched strips at the wall; what hangs from the ceiling is a
dashed outline. Doors show their swing, windows two lines in the wall.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import matplotlib
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ..model.catalogue import categories
from ..model.geometry import Floats, corners, front, inside, polygon_area
from ..model.graph import loads
from ..model.graph.types import Node, Room, World
from .corpora.records import LayoutObject, LayoutOpening, LayoutRoom, load

Colour = tuple[int, int, int]
WALL = (58, 58, 62)
FLOOR = (250, 248, 243)
PAPER = (255, 255, 255)
INK = (35, 35, 40)
SWING = (150, 150, 155)
GLASS = (120, 170, 215)
FAMILY_COLOURS: dict[str, Colour] = {
    "seating": (236, 176, 122), "beds": (214, 168, 206), "tables": (212, 188, 140), "storage": (190, 160, 120),
    "appliances": (164, 178, 196), "fixtures": (160, 206, 220), "lamps": (250, 226, 110), "plants": (146, 200, 130),
    "decor": (232, 156, 150), "textiles": (226, 214, 232), "equipment": (176, 176, 176), "instruments": (172, 138, 170),
    "play": (248, 190, 190), "tableware": (206, 222, 206),
}  # fmt: skip
OVERSAMPLE = 2
ROUND = {"round", "oval", "circle", "circular", "ellipse"}  # values of generator parameters that make a round outline


@dataclass(frozen=True, slots=True)
class Hole:
    """An opening in a wall: the two jambs, whether it is a window, and the leaf (0: none, +1 hinged at a, -1 at b, 2: two)."""

    a: tuple[float, float]
    b: tuple[float, float]
    window: bool
    leaf: int


@dataclass(frozen=True, slots=True)
class Space:
    """A room to draw."""

    name: str
    polygon: Floats  # (n, 2) counter-clockwise
    wall: float
    holes: tuple[Hole, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing to draw: its rectangle on the floor, base and top over the floor."""

    category: str
    label: str
    corners: Floats  # (4, 2); the first edge is the front
    facing: Floats  # (2,)
    base: float
    top: float
    support: str
    round: bool = False

    @property
    def flat(self) -> bool:
        """Whether others may stand on it (rugs)."""
        known = categories().get(self.category)
        return known is not None and known.walkable

    @property
    def small(self) -> bool:
        """Whether it stands on or in furniture."""
        known = categories().get(self.category)
        return self.support in ("on", "in") and (known is None or known.supports[0] != "floor")

    @property
    def outline(self) -> Floats:
        """Its rectangle, or the ellipse in it. (n, 2)"""
        if not self.round:
            return self.corners
        turn = np.linspace(0, 2 * math.pi, 40, endpoint=False)
        middle, x, y = self.corners.mean(0), self.corners[1] - self.corners[0], self.corners[2] - self.corners[1]
        out: Floats = middle + np.cos(turn)[:, None] * x / 2 + np.sin(turn)[:, None] * y / 2
        return out


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on a plan."""

    title: str
    spaces: tuple[Space, ...]
    things: tuple[Thing, ...]


# ---------------------------------------------------------------------------------------------- what to draw


def _hole_of(room: Room, k: int) -> Hole:
    o = room.openings[k]
    n = len(room.polygon)
    a, b = np.asarray(room.polygon[o.wall % n], float), np.asarray(room.polygon[(o.wall + 1) % n], float)
    along = (b - a) / max(float(np.linalg.norm(b - a)), 1e-9)
    p, q = a + along * o.offset, a + along * (o.offset + o.width)
    leaves = int(o.params.get("leaves", 2 if o.width > 1.3 else 1)) if o.generator == "door" else 0
    # seen from inside a counter-clockwise room the edge runs from left to right only when one looks out: left is its start
    leaf = 0 if leaves == 0 else 2 if leaves == 2 else (-1 if o.params.get("hinge") == "right" else 1)
    return Hole(tuple(p), tuple(q), o.kind == "window", leaf)


def _space_of(room: Room) -> Space:
    holes = tuple(_hole_of(room, k) for k in range(len(room.openings)))
    return Space(room.label or room.type, np.asarray(room.polygon, float), room.wall_thickness, holes)


def _thing_of(node: Node, level: float) -> Thing:
    half = np.array([node.size[0], node.size[1]]) / 2
    centre = np.asarray(node.position[:2], float)
    base = node.position[2] - level
    if node.support.kind == "hung_on":  # the origin is the centre of the back
        centre = centre + front(node.yaw) * half[1]
        base -= node.size[2] / 2
    elif node.support.kind == "from_ceiling":
        base -= node.size[2]
    label = node.category.replace("_", " ")
    return Thing(
        node.category,
        label,
        corners(centre, half, node.yaw),
        front(node.yaw),
        base,
        base + node.size[2],
        node.support.kind,
        bool(ROUND & set(map(str, node.params.values()))),
    )


def of_world(world: World, room: str = "") -> Drawing:
    """The drawing of a world, or of its room with the id `room`. KeyError if there is no such room."""
    rooms = [r for r in world.rooms if not room or r.id == room]
    if not rooms:
        raise KeyError(room)
    spaces = tuple(_space_of(r) for r in rooms)
    levels = {r.id: r.level for r in rooms}
    things = tuple(_thing_of(n, levels[n.room]) for n in world.nodes if n.room in levels)
    return Drawing(world.name, spaces, things)


def _record_hole(o: LayoutOpening) -> Hole:
    return Hole((o.x0, o.y0), (o.x1, o.y1), o.kind == "window", 0 if o.kind == "window" else 1)


def _record_thing(o: LayoutObject) -> Thing:
    box = corners(np.array([o.x, o.y]), np.array([o.w, o.d]) / 2, o.yaw)
    return Thing(o.category, o.category.replace("_", " "), box, front(o.yaw), o.z, o.z + o.h, o.support)


def of_record(room: LayoutRoom) -> Drawing:
    """The drawing of a layout record; without geometry it is an empty sheet with the title."""
    space = Space(room.type.replace("_", " "), np.asarray(room.polygon, float), 0.1, tuple(map(_record_hole, room.openings)))
    things = tuple(map(_record_thing, room.objects))
    return Drawing(f"{room.source} {room.house}", (space,) if len(room.polygon) else (), things if len(room.polygon) else ())


# ---------------------------------------------------------------------------------------------- drawing


@lru_cache(maxsize=64)
def _font(pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf", max(pixels, 4))


def grown(polygon: Floats, by: float) -> Floats:
    """The polygon with every edge moved outwards by `by`, mitred. (n, 2)"""
    p = polygon if polygon_area(polygon) > 0 else polygon[::-1]
    edges = np.roll(p, -1, 0) - p
    edges = edges / np.maximum(np.linalg.norm(edges, axis=1, keepdims=True), 1e-9)
    normal = np.stack([edges[:, 1], -edges[:, 0]], -1)
    before = np.roll(normal, 1, 0)
    out: Floats = p + (normal + before) * by / np.maximum(1 + np.sum(normal * before, 1, keepdims=True), 0.3)
    return out


class _Sheet:
    """A canvas in metres: y upwards, `scale` pixels a metre."""

    def __init__(self, lower: Floats, upper: Floats, pixels: int, header: int) -> None:
        self.scale = pixels / float(max(upper - lower))
        self.lower, self.upper, self.header = lower, upper, header
        width, height = np.ceil((upper - lower) * self.scale).astype(int)
        self.image = Image.new("RGB", (int(width), int(height) + header), PAPER)
        self.draw = ImageDraw.Draw(self.image)
        self.named: list[tuple[float, float, float, float]] = []  # where labels stand already

    def at(self, points: Floats) -> list[tuple[float, float]]:
        p = np.atleast_2d(np.asarray(points, float))
        x = (p[:, 0] - self.lower[0]) * self.scale
        y = (self.upper[1] - p[:, 1]) * self.scale + self.header
        return list(zip(x.tolist(), y.tolist(), strict=True))

    def polygon(self, points: Floats, fill: Colour, line: Colour | None = None, width: int = 2) -> None:
        self.draw.polygon(self.at(points), fill=fill)
        if line is not None:
            ring = self.at(np.concatenate([points, points[:1]]))
            self.draw.line(ring, fill=line, width=width, joint="curve")

    def dashed(self, points: Floats, colour: Colour) -> None:
        ring = np.concatenate([points, points[:1]])
        for a, b in zip(ring[:-1], ring[1:], strict=True):
            n = max(int(np.linalg.norm(b - a) * self.scale / 10), 1)
            for k in range(n):
                self.draw.line(self.at(np.stack([a + (b - a) * k / n, a + (b - a) * (k + 0.55) / n])), fill=colour, width=2)

    def text(self, centre: Floats, text: str, pixels: int, colour: Colour = INK, turned: bool = False) -> None:
        """Centred text, where it would not run over another."""
        x, y = self.at(centre)[0]
        box = self.draw.multiline_textbbox((0, 0), text, font=_font(pixels), anchor="la", align="center", spacing=1)
        label = Image.new("L", (int(box[2]) + 2, int(box[3]) + 2), 0)
        ImageDraw.Draw(label).multiline_text((1, 1), text, fill=255, font=_font(pixels), anchor="la", align="center", spacing=1)
        if turned:
            label = label.rotate(90, expand=True)
        x0, y0 = int(x - label.width / 2), int(y - label.height / 2)
        x1, y1 = x0 + label.width, y0 + label.height
        if all(x1 < a or c < x0 or y1 < b or d < y0 for a, b, c, d in self.named):
            self.named.append((x0, y0, x1, y1))
            self.image.paste(colour, (x0, y0), label)


def _draw_walls(sheet: _Sheet, spaces: Sequence[Space]) -> None:
    for s in spaces:
        sheet.polygon(grown(s.polygon, s.wall), WALL)
    for s in spaces:
        sheet.polygon(s.polygon, FLOOR)


def _draw_hole(sheet: _Sheet, hole: Hole, space: Space) -> None:
    a, b = np.asarray(hole.a, float), np.asarray(hole.b, float)
    width = float(np.linalg.norm(b - a))
    if width < 1e-6:
        return
    along = (b - a) / width
    mid = (a + b) / 2
    out = np.array([along[1], -along[0]])
    if inside(space.polygon, mid + 0.05 * out):  # records may name the jambs the other way round
        out = -out
    quad = np.stack([a, b, b + out * space.wall, a + out * space.wall])
    sheet.polygon(quad, PAPER if hole.window else FLOOR)
    if hole.window:
        for k in (0.0, 0.5, 1.0):
            sheet.draw.line(sheet.at(np.stack([a, b]) + out * space.wall * k), fill=GLASS, width=3)
        return
    pairs = {0: [], 1: [(a, along, width)], -1: [(b, -along, width)], 2: [(a, along, width / 2), (b, -along, width / 2)]}[
        hole.leaf
    ]
    for hinge, closed, length in pairs:
        turn = np.linspace(0, math.pi / 2, 16)
        arc = hinge + length * (np.cos(turn)[:, None] * closed - np.sin(turn)[:, None] * out)
        sheet.draw.line(sheet.at(arc), fill=SWING, width=2)
        sheet.draw.line(sheet.at(np.stack([hinge, arc[-1]])), fill=SWING, width=3)


def _shade(colour: Colour, by: float) -> Colour:
    return tuple(round(c + (255 - c) * by if by > 0 else c * (1 + by)) for c in colour)  # type: ignore[return-value]


def _draw_label(sheet: _Sheet, thing: Thing) -> None:
    """The label in the largest of its forms that fits; furniture is labelled even where none does."""
    spread = np.ptp(thing.corners, axis=0) * sheet.scale
    turned = bool(spread[1] > spread[0] * 1.6)
    across, along = spread[::-1] if turned else spread
    broken = thing.label if turned else thing.label.replace(" ", "\n")
    least = 6 * OVERSAMPLE
    for text in (thing.label, broken):
        lines = text.split("\n")
        pixels = int(min(across / (0.6 * max(map(len, lines))), along / (1.2 * len(lines)), 10 * OVERSAMPLE))
        if pixels >= least:
            sheet.text(thing.corners.mean(0), text, pixels, turned=turned)
            return
    if thing.support == "floor" and not thing.flat:
        sheet.text(thing.corners.mean(0), broken, least, turned=turned)


def _draw_thing(sheet: _Sheet, thing: Thing) -> None:
    known = categories().get(thing.category)
    colour = FAMILY_COLOURS.get(known.family if known else "", (200, 200, 200))
    dark = _shade(colour, -0.45)
    if thing.support == "from_ceiling":
        sheet.dashed(thing.corners, dark)
        return
    light = thing.small or thing.flat
    sheet.polygon(thing.outline, _shade(colour, 0.45 if light else 0.1), dark if light else INK, 1 if thing.small else 2)
    if known is not None and known.front and not light and thing.support != "hung_on":
        middle = thing.corners.mean(0)
        depth = abs(float(np.dot(thing.corners[0] - middle, thing.facing)))
        side = np.array([-thing.facing[1], thing.facing[0]])
        size = min(0.09, depth * 0.5)
        tip = middle + thing.facing * depth
        sheet.polygon(np.stack([tip, tip - thing.facing * size + side * size, tip - thing.facing * size - side * size]), INK)


def _order(thing: Thing) -> tuple[int, float]:
    if thing.flat:
        return 0, thing.base
    return {"hung_on": 3, "from_ceiling": 4}.get(thing.support, 2 if thing.small else 1), thing.top


def _free_spot(space: Space, things: Sequence[Thing]) -> Floats:
    """The place in the room that is farthest from furniture and walls. (2,)"""
    lower, upper = space.polygon.min(0), space.polygon.max(0)
    grid = np.stack(np.meshgrid(*[np.linspace(lo, up, 24)[1:-1] for lo, up in zip(lower, upper, strict=True)]), -1).reshape(-1, 2)
    grid = grid[inside(space.polygon, grid)]
    if not len(grid):
        return space.polygon.mean(0)
    taken = [t.corners for t in things if not (t.flat or t.small)]
    points = np.concatenate([_along(c) for c in [space.polygon, *taken]])
    room = np.min(np.linalg.norm((grid[:, None] - points[None]) * [0.6, 1.0], axis=-1), axis=1)
    for c in taken:
        room[inside(c, grid)] = 0
    spot: Floats = grid[int(np.argmax(room))]
    return spot


def _along(polygon: Floats) -> Floats:
    """Points along the polygon's edges, about 0.2 m apart. (n, 2)"""
    steps = np.linspace(0, 1, 12, endpoint=False)[:, None, None]
    out: Floats = (polygon + steps * (np.roll(polygon, -1, 0) - polygon)).reshape(-1, 2)
    return out


def draw_plan(subject: World | LayoutRoom | Drawing, pixels: int = 900, room: str = "", title: str | None = None) -> Image.Image:
    """The plan of a world (or of its room `room`) or of a layout record; `pixels` is its longer side."""
    drawing = subject
    if isinstance(subject, World):
        drawing = of_world(subject, room)
    elif isinstance(subject, LayoutRoom):
        drawing = of_record(subject)
    assert isinstance(drawing, Drawing)
    header = 26 * OVERSAMPLE
    if drawing.spaces:
        bounds = np.concatenate([grown(s.polygon, s.wall) for s in drawing.spaces])
        lower, upper = bounds.min(0) - 0.15, bounds.max(0) + 0.15
    else:
        lower, upper = np.zeros(2), np.ones(2)
    sheet = _Sheet(lower, upper, pixels * OVERSAMPLE, header)
    _draw_walls(sheet, drawing.spaces)
    for s in drawing.spaces:
        for hole in s.holes:
            _draw_hole(sheet, hole, s)
    things = sorted(drawing.things, key=_order)
    for thing in things:
        _draw_thing(sheet, thing)
    for s in drawing.spaces if len(drawing.spaces) > 1 else ():
        text = f"{s.name}\n{abs(polygon_area(s.polygon)):.1f} m²"
        sheet.text(_free_spot(s, things), text, 10 * OVERSAMPLE, (150, 30, 30))
    for thing in sorted(things, key=lambda t: (t.small, t.flat, -t.top)):  # the furniture's names first
        _draw_label(sheet, thing)
    area = sum(abs(polygon_area(s.polygon)) for s in drawing.spaces)
    names = drawing.spaces[0].name if len(drawing.spaces) == 1 else f"{len(drawing.spaces)} rooms"
    text = (drawing.title if title is None else title) + f"  ·  {names}, {area:.1f} m², {len(drawing.things)} things"
    sheet.draw.text((8, header / 2), text, fill=INK, font=_font(12 * OVERSAMPLE), anchor="lm")
    return sheet.image.resize((sheet.image.width // OVERSAMPLE, sheet.image.height // OVERSAMPLE), Image.Resampling.LANCZOS)


def contact_sheet(images: Sequence[Image.Image], columns: int = 4, cell: tuple[int, int] = (480, 420)) -> Image.Image:
    """Pictures side by side, each scaled down to fit its cell."""
    rows = math.ceil(len(images) / columns)
    sheet = Image.new("RGB", (columns * cell[0], max(rows, 1) * cell[1]), PAPER)
    for k, image in enumerate(images):
        small = image.copy()
        small.thumbnail((cell[0] - 10, cell[1] - 10), Image.Resampling.LANCZOS)
        x, y = (k % columns) * cell[0], (k // columns) * cell[1]
        sheet.paste(small, (x + (cell[0] - small.width) // 2, y + (cell[1] - small.height) // 2))
    return sheet


def main() -> None:
    """Draw what the command line names."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("inputs", nargs="+", metavar="PLAN", type=Path)
    ap.add_argument("output", metavar="OUT.png", type=Path)
    ap.add_argument("--room", default="", help="draw this room of the world only")
    ap.add_argument("--count", type=int, default=40, help="at most this many layout records")
    ap.add_argument("--skip", type=int, default=0, help="layout records to skip")
    ap.add_argument("--columns", type=int, default=4)
    ap.add_argument("--pixels", type=int, default=900, help="longer side of a single plan")
    a = ap.parse_args()
    subjects: list[World | LayoutRoom] = []
    for path in a.inputs:
        if path.name.endswith(".jsonl.gz"):
            subjects += [r for k, r in enumerate(load(path)) if a.skip <= k < a.skip + a.count]
        else:
            subjects.append(loads(path.read_bytes()))
    images = [draw_plan(s, a.pixels if len(subjects) == 1 else 640, a.room) for s in subjects]
    a.output.parent.mkdir(parents=True, exist_ok=True)
    (images[0] if len(images) == 1 else contact_sheet(images, a.columns)).save(a.output, optimize=True)


if __name__ == "__main__":
    main()
