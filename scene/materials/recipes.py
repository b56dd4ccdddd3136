"""The patterns of materials as shared node groups: one group a recipe, made once a file, with sliders for the artist.

Every group has the inputs Color and Roughness, more of its own, and outputs Color, Roughness and (mostly) Normal. Patterns
live in UV space, which is metres with U along the grain, and shift from object to object by Object Info's random number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import bpy

from .. import compat

Socket = Any
PREFIX = "Diorama "


class Graph:
    """A small hand for writing node trees: values and sockets are taken alike."""

    def __init__(self, tree: bpy.types.NodeTree) -> None:
        self.tree = tree
        self._x = -1400.0
        self._row = 0

    def node(self, kind: str, inputs: dict[str | int, Any] | None = None, **properties: Any) -> Any:
        """Add a node, set its properties and inputs (a socket is linked, anything else becomes the default)."""
        n = self.tree.nodes.new(kind)
        n.location = (self._x, -170.0 * self._row)
        self._row += 1
        if self._row == 4:
            self._row, self._x = 0, self._x + 190.0
        for name, value in properties.items():
            setattr(n, name, value)
        for key, value in (inputs or {}).items():
            self.put(compat.socket(n.inputs, key), value)
        return n

    def put(self, target: Socket, value: Any) -> None:
        """Link a socket or set a default."""
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, target)
        elif isinstance(value, (tuple, list)) and target.type == "RGBA" and len(value) == 3:
            target.default_value = (*value, 1.0)
        else:
            target.default_value = value

    def math(self, operation: str, a: Any, b: Any = 0.0, c: Any = None, clamp: bool = False) -> Socket:
        """A math node."""
        values = {0: a, 1: b} if c is None else {0: a, 1: b, 2: c}
        return self.node("ShaderNodeMath", values, operation=operation, use_clamp=clamp).outputs[0]  # type: ignore[arg-type]

    def vec(self, operation: str, a: Any, b: Any = (0, 0, 0), c: Any = None) -> Socket:
        """A vector math node."""
        values = {0: a, 1: b} if c is None else {0: a, 1: b, 2: c}
        return self.node("ShaderNodeVectorMath", values, operation=operation).outputs[0]  # type: ignore[arg-type]

    def mix(self, a: Any, b: Any, factor: Any, blend: str = "MIX") -> Socket:
        """A colour mix."""
        n = self.node("ShaderNodeMix", {"A_Color": a, "B_Color": b, "Factor_Float": factor}, data_type="RGBA", blend_type=blend)
        return compat.socket(n.outputs, "Result_Color")

    def value(self, color: Any, value: Any) -> Socket:
        """A colour made lighter or darker by a factor."""
        return self.node("ShaderNodeHueSaturation", {"Color": color, "Value": value}).outputs[0]

    def noise(self, vector: Any, scale: Any, detail: float = 2.0, roughness: float = 0.5, distortion: float = 0.0) -> Socket:
        """Fractal noise, about 0.25..0.75."""
        n = self.node(
            "ShaderNodeTexNoise",
            {"Vector": vector, "Scale": scale, "Detail": detail, "Roughness": roughness, "Distortion": distortion},
        )
        return n.outputs[0]

    def remap(self, value: Any, a: float, b: float, c: Any, d: Any, smooth: bool = False) -> Socket:
        """Map a..b to c..d, clamped."""
        n = self.node("ShaderNodeMapRange", {0: value, 1: a, 2: b, 3: c, 4: d}, clamp=True)
        if smooth:
            n.interpolation_type = "SMOOTHSTEP"
        return n.outputs[0]

    def bump(self, height: Any, strength: Any, distance: float) -> Socket:
        """A bump normal."""
        return self.node("ShaderNodeBump", {"Height": height, "Strength": strength, "Distance": distance}).outputs[0]

    def uv(self) -> Socket:
        """UV in metres, moved by the object's random number."""
        random = self.math("MULTIPLY", self.node("ShaderNodeObjectInfo").outputs["Random"], 61.7)
        return self.vec("ADD", self.node("ShaderNodeTexCoord").outputs["UV"], random)

    def plain_uv(self) -> Socket:
        """UV in metres, as they are: for joints that must meet the edges."""
        return self.node("ShaderNodeTexCoord").outputs["UV"]

    def generated(self, upright: bool) -> Socket:
        """0..1 across the object: X, Z upright or X, Y lying."""
        s = self.node("ShaderNodeSeparateXYZ", {0: self.node("ShaderNodeTexCoord").outputs["Generated"]})
        return self.node("ShaderNodeCombineXYZ", {0: s.outputs[0], 1: s.outputs[2 if upright else 1]}).outputs[0]


Inputs = dict[str, Socket]
Recipe = Callable[[Graph, Inputs], dict[str, Socket]]
_RECIPES: dict[str, tuple[dict[str, Any], Recipe]] = {}


def recipe(name: str, **defaults: Any) -> Callable[[Recipe], Recipe]:
    """Register a recipe with the inputs it has beside Color, Roughness and Scale."""

    def register(fn: Recipe) -> Recipe:
        _RECIPES[name] = (defaults, fn)
        return fn

    return register


def group(name: str) -> bpy.types.NodeTree:
    """The node group of a recipe, from this file or newly made. KeyError for an unknown recipe."""
    defaults, fn = _RECIPES[name]
    title = PREFIX + name
    found = bpy.data.node_groups.get(title)
    if found is not None and found.get("diorama_recipe") == name:
        return found
    tree = bpy.data.node_groups.new(title, "ShaderNodeTree")
    tree["diorama_recipe"] = name
    compat.group_socket(tree, "Color", "INPUT", "NodeSocketColor", (0.5, 0.5, 0.5, 1))
    compat.group_socket(tree, "Roughness", "INPUT", "NodeSocketFloat", 0.5, (0, 1))
    compat.group_socket(tree, "Scale", "INPUT", "NodeSocketFloat", 1.0)
    for key, value in defaults.items():
        label = key.replace("_", " ").title()
        if isinstance(value, tuple):
            compat.group_socket(tree, label, "INPUT", "NodeSocketColor", (*value, 1.0))
        else:
            compat.group_socket(tree, label, "INPUT", "NodeSocketFloat", value)
    for key, kind in (("Color", "NodeSocketColor"), ("Roughness", "NodeSocketFloat"), ("Normal", "NodeSocketVector")):
        compat.group_socket(tree, key, "OUTPUT", kind)
    g = Graph(tree)
    start = g.node("NodeGroupInput")
    made = fn(g, {s.name: s for s in start.outputs if s.name})
    end = tree.nodes.new("NodeGroupOutput")
    end.location = (g._x + 220, 0)
    for key, socket in made.items():
        tree.links.new(socket, end.inputs[key])
    tree["diorama_outputs"] = ",".join(made)
    return tree


# ---------------------------------------------------------------------------------------------- even and speckled stuff


@recipe("plain", Variation=0.06)
def _plain(g: Graph, i: Inputs) -> dict[str, Socket]:
    n = g.noise(g.uv(), 7.0, 3.0)
    v = g.math("MULTIPLY_ADD", g.math("SUBTRACT", n, 0.5), i["Variation"], 0.0)
    return {
        "Color": g.value(i["Color"], g.math("ADD", v, 1.0)),
        "Roughness": g.math("MULTIPLY_ADD", v, 1.5, i["Roughness"], clamp=True),
    }


@recipe("speckle", Contrast=0.2, Bump=0.0)
def _speckle(g: Graph, i: Inputs) -> dict[str, Socket]:
    uv = g.uv()
    n = g.noise(uv, i["Scale"], 6.0, 0.62)
    spread = g.math("SUBTRACT", g.math("ADD", g.noise(uv, 1.3, 2.0), g.math("MULTIPLY", n, 2.0)), 1.5)
    factor = g.math("MULTIPLY_ADD", spread, i["Contrast"], 1.0)
    return {
        "Color": g.value(i["Color"], factor),
        "Roughness": g.math("MULTIPLY_ADD", spread, 0.12, i["Roughness"], clamp=True),
        "Normal": g.bump(n, i["Bump"], 0.004),
    }


@recipe("paint", Bump=0.05)
def _paint(g: Graph, i: Inputs) -> dict[str, Socket]:
    uv = g.uv()
    roller = g.noise(uv, 330.0, 2.0)
    broad = g.noise(uv, 1.7, 3.0)
    return {
        "Color": g.value(i["Color"], g.remap(broad, 0.3, 0.7, 0.985, 1.015)),
        "Roughness": g.math("MULTIPLY_ADD", g.math("SUBTRACT", broad, 0.5), 0.12, i["Roughness"], clamp=True),
        "Normal": g.bump(roller, i["Bump"], 0.002),
    }


@recipe("plaster", Contrast=0.16, Bump=0.22)
def _plaster(g: Graph, i: Inputs) -> dict[str, Socket]:
    uv = g.uv()
    cloud = g.noise(uv, 1.6, 6.0, 0.6, 0.8)
    trowel = g.noise(g.vec("MULTIPLY", uv, (1.0, 2.2, 1.0)), 9.0, 4.0, 0.55, 1.5)
    factor = g.math("MULTIPLY_ADD", g.math("SUBTRACT", g.math("ADD", cloud, trowel), 1.0), i["Contrast"], 1.0)
    return {
        "Color": g.value(i["Color"], factor),
        "Roughness": g.math("MULTIPLY_ADD", g.math("SUBTRACT", trowel, 0.5), 0.2, i["Roughness"], clamp=True),
        "Normal": g.bump(trowel, i["Bump"], 0.012),
    }


@recipe("wallpaper", Pitch=0.26, Contrast=0.2)
def _wallpaper(g: Graph, i: Inputs) -> dict[str, Socket]:
    p = g.vec("DIVIDE", g.plain_uv(), g.node("ShaderNodeCombineXYZ", {0: i["Pitch"], 1: i["Pitch"], 2: 1.0}).outputs[0])
    s = g.node("ShaderNodeSeparateXYZ", {0: p})
    a = g.math("SINE", g.math("MULTIPLY", s.outputs[0], 6.28318))
    b = g.math("SINE", g.math("MULTIPLY", s.outputs[1], 6.28318))
    c = g.math("COSINE", g.math("MULTIPLY", g.math("ADD", s.outputs[0], s.outputs[1]), 12.56637))
    leaf = g.math("ADD", g.math("MULTIPLY", a, b), g.math("MULTIPLY", c, 0.35))
    mask = g.remap(g.math("ABSOLUTE", leaf), 0.34, 0.4, 0.0, 1.0)
    light = g.value(i["Color"], g.math("ADD", i["Contrast"], 1.0))
    return {
        "Color": g.mix(light, g.value(i["Color"], g.math("SUBTRACT", 1.0, i["Contrast"])), mask),
        "Roughness": g.math("MULTIPLY_ADD", mask, -0.15, i["Roughness"]),
    }


# ---------------------------------------------------------------------------------------------- wood


def _grain(g: Graph, uv: Socket, i: Inputs) -> tuple[Socket, Socket]:
    """Figure (0..1, 1 light) and pores of wood along U."""
    fine = g.noise(g.vec("MULTIPLY", uv, (5.0, 190.0, 40.0)), i["Scale"], 3.0, 0.6)
    bands = g.noise(g.vec("MULTIPLY", uv, (0.9, 26.0, 26.0)), i["Scale"], 4.0, 0.55, 0.9)
    wave = g.node(
        "ShaderNodeTexWave",
        {
            "Vector": g.vec("MULTIPLY", uv, (0.55, 6.0, 6.0)),
            "Scale": i["Scale"],
            "Distortion": 9.0,
            "Detail": 3.0,
            "Detail Scale": 0.8,
            "Detail Roughness": 0.6,
        },
        wave_type="BANDS",
        bands_direction="Y",
        wave_profile="SIN",
    ).outputs[1]
    return g.math("ADD", g.math("MULTIPLY_ADD", wave, 0.14, g.math("MULTIPLY", fine, 0.5)), g.math("MULTIPLY", bands, 0.5)), fine


def _stain(g: Graph, color: Any, figure: Socket, contrast: Any) -> Socket:
    """Dark grain is also redder: gamma rather than plain darkening."""
    return g.node(
        "ShaderNodeGamma",
        {
            0: color,
            1: g.math("ADD", g.math("MULTIPLY", g.math("SUBTRACT", 0.57, figure), g.math("MULTIPLY", contrast, 2.4)), 1.0),
        },
    ).outputs[0]


@recipe("wood", Contrast=0.35)
def _wood(g: Graph, i: Inputs) -> dict[str, Socket]:
    figure, fine = _grain(g, g.uv(), i)
    return {
        "Color": _stain(g, i["Color"], figure, i["Contrast"]),
        "Roughness": g.math("MULTIPLY_ADD", g.math("SUBTRACT", 0.5, fine), 0.22, i["Roughness"], clamp=True),
        "Normal": g.bump(fine, 0.12, 0.0015),
    }


@recipe("boards", Contrast=0.3, Board_Width=0.15, Board_Length=1.7, Variation=0.5)
def _boards(g: Graph, i: Inputs) -> dict[str, Socket]:
    uv = g.plain_uv()
    row = g.math("FLOOR", g.math("DIVIDE", g.node("ShaderNodeSeparateXYZ", {0: uv}).outputs[1], i["Board Width"]))
    lead = g.math("MULTIPLY", g.node("ShaderNodeTexWhiteNoise", {"W": row}, noise_dimensions="1D").outputs[0], i["Board Length"])
    laid = g.vec("ADD", uv, g.node("ShaderNodeCombineXYZ", {0: lead}).outputs[0])
    brick = g.node(
        "ShaderNodeTexBrick",
        {
            "Vector": laid,
            "Color1": (0, 0, 0),
            "Color2": (1, 1, 1),
            "Mortar": (0.5, 0.5, 0.5),
            "Scale": 1.0,
            "Mortar Size": 0.0014,
            "Mortar Smooth": 0.25,
            "Brick Width": i["Board Length"],
            "Row Height": i["Board Width"],
        },
        offset=0.0,
    )
    each = g.math("MULTIPLY", brick.outputs[0], 1.0)
    figure, fine = _grain(g, g.vec("MULTIPLY_ADD", each, (13.7, 7.3, 31.0), uv), i)
    tone = g.math("MULTIPLY_ADD", g.math("SUBTRACT", each, 0.5), i["Variation"], 1.0)
    color = g.value(_stain(g, i["Color"], figure, i["Contrast"]), tone)
    return {
        "Color": g.mix(color, g.value(i["Color"], 0.12), brick.outputs[1]),
        "Roughness": g.math("MULTIPLY_ADD", g.math("SUBTRACT", 0.5, fine), 0.2, i["Roughness"], clamp=True),
        "Normal": g.bump(g.math("SUBTRACT", g.math("MULTIPLY", fine, 0.1), brick.outputs[1]), 0.35, 0.002),
    }


# ---------------------------------------------------------------------------------------------- cloth, leather, cane


@recipe("weave", Contrast=0.2, Bump=0.3)
def _weave(g: Graph, i: Inputs) -> dict[str, Socket]:
    uv = g.uv()
    warp = g.noise(g.vec("MULTIPLY", uv, (60.0, 900.0, 1.0)), i["Scale"], 2.0)
    weft = g.noise(g.vec("MULTIPLY", uv, (900.0, 60.0, 1.0)), i["Scale"], 2.0)
    both = g.math("ADD", warp, weft)
    return {
        "Color": g.value(
            i["Color"], g.math("MULTIPLY_ADD", g.math("SUBTRACT", both, 1.0), g.math("MULTIPLY", i["Contrast"], 1.6), 1.0)
        ),
        "Roughness": g.math("MULTIPLY", i["Roughness"], 1.0),
        "Normal": g.bump(both, i["Bump"], 0.003),
    }


@recipe("ribs", Pitch=0.006, Bump=0.8)
def _ribs(g: Graph, i: Inputs) -> dict[str, Socket]:
    s = g.node("ShaderNodeSeparateXYZ", {0: g.uv()})
    h = g.math("ABSOLUTE", g.math("SINE", g.math("DIVIDE", g.math("MULTIPLY", s.outputs[1], 3.14159), i["Pitch"])))
    return {
        "Color": g.value(i["Color"], g.math("MULTIPLY_ADD", h, 0.45, 0.68)),
        "Roughness": g.math("MULTIPLY", i["Roughness"], 1.0),
        "Normal": g.bump(h, i["Bump"], 0.003),
    }


@recipe("carpet", Grain=260.0, Contrast=0.25, Bump=0.7)
def _carpet(g: Graph, i: Inputs) -> dict[str, Socket]:
    uv = g.uv()
    tufts = g.noise(uv, i["Grain"], 2.0, 0.7)
    broad = g.noise(uv, 2.0, 3.0)
    factor = g.math(
        "MULTIPLY_ADD",
        g.math("SUBTRACT", g.math("MULTIPLY_ADD", broad, 0.35, tufts), 0.68),
        g.math("MULTIPLY", i["Contrast"], 2.5),
        1.0,
    )
    return {
        "Color": g.value(i["Color"], factor),
        "Roughness": g.math("MULTIPLY", i["Roughness"], 1.0),
        "Normal": g.bump(tufts, i["Bump"], 0.008),
    }


@recipe("wicker", Pitch=0.011, Bump=1.0)
def _wicker(g: Graph, i: Inputs) -> dict[str, Socket]:
    p = g.vec("DIVIDE", g.uv(), g.node("ShaderNodeCombineXYZ", {0: i["Pitch"], 1: i["Pitch"], 2: 1.0}).outputs[0])
    s = g.node("ShaderNodeSeparateXYZ", {0: g.vec("MULTIPLY", p, (0.5, 1.0, 1.0))})
    turn = g.math("MULTIPLY", g.math("FLOOR", s.outputs[1]), 3.14159)
    over = g.math("SINE", g.math("MULTIPLY_ADD", s.outputs[0], 6.28318, turn))
    strand = g.math("ABSOLUTE", g.math("SINE", g.math("MULTIPLY", s.outputs[1], 3.14159)))
    h = g.math("MULTIPLY", g.math("MULTIPLY_ADD", over, 0.4, 0.6), strand)
    tint = g.math(
        "MULTIPLY_ADD", g.noise(g.vec("MULTIPLY", p, (0.15, 1.0, 1.0)), 1.0, 1.0), 0.5, g.math("MULTIPLY_ADD", h, 0.55, 0.42)
    )
    return {
        "Color": g.value(i["Color"], tint),
        "Roughness": g.math("MULTIPLY_ADD", h, -0.12, i["Roughness"], clamp=True),
        "Normal": g.bump(h, i["Bump"], 0.004),
    }


@recipe("leather", Bump=0.22)
def _leather(g: Graph, i: Inputs) -> dict[str, Socket]:
    uv = g.uv()
    pores = g.node("ShaderNodeTexVoronoi", {"Vector": uv, "Scale": 420.0}, feature="SMOOTH_F1").outputs["Distance"]
    worn = g.noise(uv, 5.0, 4.0, 0.6)
    factor = g.remap(worn, 0.3, 0.72, 0.82, 1.16)
    return {
        "Color": g.value(i["Color"], factor),
        "Roughness": g.math("MULTIPLY_ADD", g.math("SUBTRACT", 0.5, worn), 0.3, i["Roughness"], clamp=True),
        "Normal": g.bump(pores, i["Bump"], 0.0015),
    }


@recipe("brushed")
def _brushed(g: Graph, i: Inputs) -> dict[str, Socket]:
    # streaks a third of a millimetre wide and some centimetres long: seen on a switch, not across a room
    n = g.noise(g.vec("MULTIPLY", g.uv(), (14.0, 2800.0, 800.0)), 1.0, 2.0)
    return {
        "Color": g.value(i["Color"], g.remap(n, 0.3, 0.7, 0.96, 1.03)),
        "Roughness": g.math("MULTIPLY_ADD", g.math("SUBTRACT", n, 0.5), 0.2, i["Roughness"], clamp=True),
    }


# ---------------------------------------------------------------------------------------------- tiles, bricks, stone


def _masonry(g: Graph, i: Inputs, width: str, height: str, stagger: Any, joint: Any, smooth: float) -> Any:
    s = g.node("ShaderNodeSeparateXYZ", {0: g.plain_uv()})
    row = g.math("FLOOR", g.math("DIVIDE", s.outputs[1], i[height]))
    moved = g.math("MULTIPLY_ADD", g.math("MULTIPLY", row, stagger), i[width], s.outputs[0])
    vector = g.node("ShaderNodeCombineXYZ", {0: moved, 1: s.outputs[1]}).outputs[0]
    return g.node(
        "ShaderNodeTexBrick",
        {
            "Vector": vector,
            "Color1": (0, 0, 0),
            "Color2": (1, 1, 1),
            "Mortar": (0.5, 0.5, 0.5),
            "Scale": 1.0,
            "Mortar Size": joint,
            "Mortar Smooth": smooth,
            "Brick Width": i[width],
            "Row Height": i[height],
        },
        offset=0.0,
    )


@recipe("tile", Tile_Width=0.3, Tile_Height=0.3, Stagger=0.0, Variation=0.08, Grout_Width=0.003, Grout=(0.42, 0.41, 0.39))
def _tile(g: Graph, i: Inputs) -> dict[str, Socket]:
    b = _masonry(g, i, "Tile Width", "Tile Height", i["Stagger"], g.math("MULTIPLY", i["Grout Width"], 0.5), 0.2)
    tone = g.math("MULTIPLY_ADD", g.math("SUBTRACT", b.outputs[0], 0.5), i["Variation"], 1.0)
    cloud = g.remap(g.noise(g.vec("MULTIPLY_ADD", b.outputs[0], (17.0, 5.0, 9.0), g.plain_uv()), 4.0, 4.0), 0.3, 0.7, 0.96, 1.04)
    color = g.value(i["Color"], g.math("MULTIPLY", tone, cloud))
    return {
        "Color": g.mix(color, i["Grout"], b.outputs[1]),
        "Roughness": g.math("MULTIPLY_ADD", b.outputs[1], 0.6, i["Roughness"], clamp=True),
        "Normal": g.bump(g.math("SUBTRACT", 1.0, b.outputs[1]), 0.5, 0.002),
    }


@recipe("checker", Tile_Width=0.3, Tile_Height=0.3, Dark=(0.035, 0.034, 0.034))
def _checker(g: Graph, i: Inputs) -> dict[str, Socket]:
    p = g.vec(
        "DIVIDE", g.plain_uv(), g.node("ShaderNodeCombineXYZ", {0: i["Tile Width"], 1: i["Tile Height"], 2: 1.0}).outputs[0]
    )
    c = g.node(
        "ShaderNodeTexChecker",
        {"Vector": g.vec("ADD", p, (0.0, 0.0, 0.5)), "Scale": 1.0, "Color1": (1, 1, 1), "Color2": (0, 0, 0)},
    ).outputs[1]
    b = _masonry(g, i, "Tile Width", "Tile Height", 0.0, 0.001, 0.2)
    cloud = g.remap(
        g.noise(g.vec("MULTIPLY_ADD", b.outputs[0], (17.0, 5.0, 9.0), g.plain_uv()), 5.0, 5.0, 0.6, 1.0), 0.3, 0.7, 0.9, 1.08
    )
    color = g.value(g.mix(i["Dark"], i["Color"], c), cloud)
    return {
        "Color": g.mix(color, (0.3, 0.3, 0.29), b.outputs[1]),
        "Roughness": g.math("MULTIPLY_ADD", b.outputs[1], 0.5, i["Roughness"], clamp=True),
    }


@recipe("brick", Length=0.25, Height=0.077, Mortar=(0.48, 0.45, 0.41))
def _brick(g: Graph, i: Inputs) -> dict[str, Socket]:
    b = _masonry(g, i, "Length", "Height", 0.5, 0.0055, 0.35)
    rough = g.noise(g.vec("MULTIPLY_ADD", b.outputs[0], (7.0, 5.0, 9.0), g.plain_uv()), 38.0, 4.0, 0.65)
    tone = g.math("ADD", g.remap(b.outputs[0], 0.0, 1.0, 0.62, 1.25), g.math("MULTIPLY_ADD", rough, 0.6, -0.3))
    joint = b.outputs[1]
    return {
        "Color": g.mix(g.value(i["Color"], tone), g.value(i["Mortar"], g.math("ADD", rough, 0.5)), joint),
        "Roughness": g.math("MULTIPLY", i["Roughness"], 1.0),
        "Normal": g.bump(g.math("SUBTRACT", g.math("MULTIPLY", rough, 0.35), joint), 0.8, 0.006),
    }


@recipe("marble", Vein=(0.32, 0.31, 0.30))
def _marble(g: Graph, i: Inputs) -> dict[str, Socket]:
    uv = g.uv()
    bold = g.math("ABSOLUTE", g.math("SUBTRACT", g.noise(uv, 2.2, 5.0, 0.55, 1.6), 0.5))
    thin = g.math("ABSOLUTE", g.math("SUBTRACT", g.noise(uv, 6.5, 4.0, 0.6, 2.2), 0.5))
    amount = g.math("MULTIPLY", g.remap(bold, 0.0, 0.055, 0.75, 0.0, True), g.remap(g.noise(uv, 1.4, 1.0), 0.4, 0.62, 0.15, 1.0))
    veins = g.math("MAXIMUM", amount, g.remap(thin, 0.0, 0.02, 0.3, 0.0, True))
    cloud = g.value(i["Color"], g.remap(g.noise(uv, 3.5, 5.0, 0.6, 1.0), 0.3, 0.7, 0.86, 1.05))
    return {"Color": g.mix(cloud, i["Vein"], veins), "Roughness": g.math("MULTIPLY_ADD", veins, 0.08, i["Roughness"])}


@recipe("terrazzo", Chips=0.5)
def _terrazzo(g: Graph, i: Inputs) -> dict[str, Socket]:
    v = g.node("ShaderNodeTexVoronoi", {"Vector": g.uv(), "Scale": i["Scale"]})
    s = g.node("ShaderNodeSeparateColor", {0: v.outputs["Color"]})
    chip = g.math("LESS_THAN", v.outputs["Distance"], g.math("MULTIPLY", g.math("ADD", s.outputs[0], 0.15), 0.5))
    tone = g.math("MULTIPLY_ADD", g.math("SUBTRACT", s.outputs[1], 0.6), i["Chips"], 1.0)
    warm = g.mix(
        g.value(i["Color"], tone),
        (0.36, 0.16, 0.09),
        g.math("MULTIPLY", g.math("GREATER_THAN", s.outputs[2], 0.8), g.math("MULTIPLY", i["Chips"], 0.7)),
    )
    return {"Color": g.mix(i["Color"], warm, chip), "Roughness": g.math("MULTIPLY", i["Roughness"], 1.0)}


@recipe("foliage")
def _foliage(g: Graph, i: Inputs) -> dict[str, Socket]:
    uv = g.uv()
    n = g.noise(uv, 14.0, 3.0)
    hue = g.node(
        "ShaderNodeHueSaturation",
        {
            "Color": i["Color"],
            "Hue": g.remap(g.noise(uv, 3.0, 1.0), 0.3, 0.7, 0.48, 0.525),
            "Value": g.remap(n, 0.3, 0.7, 0.75, 1.3),
        },
    ).outputs[0]
    return {"Color": hue, "Roughness": g.math("MULTIPLY_ADD", n, 0.15, i["Roughness"], clamp=True)}


# ---------------------------------------------------------------------------------------------- pictures


_PALETTE: dict[str, Any] = {
    "Seed": 1.0,
    "Ground": (0.78, 0.72, 0.60),
    "First": (0.45, 0.17, 0.08),
    "Second": (0.05, 0.13, 0.18),
    "Third": (0.62, 0.38, 0.10),
}


def _seeded(g: Graph, i: Inputs, upright: bool = True) -> tuple[Socket, Socket, Any]:
    """Picture coordinates 0..1, the same moved by the seed, and their components."""
    p = g.generated(upright)
    return p, g.vec("ADD", p, g.math("MULTIPLY", i["Seed"], 7.31)), g.node("ShaderNodeSeparateXYZ", {0: p})


def _canvas(g: Graph, i: Inputs, color: Socket) -> dict[str, Socket]:
    brush = g.noise(g.uv(), 160.0, 3.0)
    return {
        "Color": g.value(color, g.remap(brush, 0.3, 0.7, 0.93, 1.05)),
        "Roughness": g.math("MULTIPLY", i["Roughness"], 1.0),
        "Normal": g.bump(brush, 0.15, 0.001),
    }


@recipe("art shapes", **_PALETTE)
def _art_shapes(g: Graph, i: Inputs) -> dict[str, Socket]:
    _, q, _ = _seeded(g, i)
    color = i["Ground"]
    for k, name in enumerate(("First", "Third", "Second")):
        n = g.noise(g.vec("ADD", q, (3.7 * k, 1.9 * k, 0.0)), 1.9 + 0.9 * k, 0.0)
        color = g.mix(color, i[name], g.math("GREATER_THAN", n, 0.57 + 0.02 * k))
    return _canvas(g, i, color)


@recipe("art fields", **_PALETTE)
def _art_fields(g: Graph, i: Inputs) -> dict[str, Socket]:
    p, q, s = _seeded(g, i)
    wobble = g.math("MULTIPLY_ADD", g.math("SUBTRACT", g.noise(q, 7.0, 5.0, 0.65), 0.5), 0.09, s.outputs[1])
    split = g.math(
        "MULTIPLY_ADD", g.node("ShaderNodeTexWhiteNoise", {"W": i["Seed"]}, noise_dimensions="1D").outputs[0], 0.3, 0.3
    )
    color = g.mix(i["First"], i["Third"], g.math("GREATER_THAN", wobble, split))
    color = g.mix(
        color, i["Second"], g.math("LESS_THAN", g.math("ABSOLUTE", g.math("SUBTRACT", wobble, g.math("ADD", split, 0.13))), 0.055)
    )
    away = g.vec("ABSOLUTE", g.vec("SUBTRACT", p, (0.5, 0.5, 0.0)))
    a = g.node("ShaderNodeSeparateXYZ", {0: away})
    edge = g.math("ADD", g.math("MAXIMUM", a.outputs[0], a.outputs[1]), g.math("MULTIPLY", g.noise(q, 11.0, 4.0, 0.6), 0.07))
    return _canvas(g, i, g.mix(color, i["Ground"], g.remap(edge, 0.435, 0.455, 0.0, 1.0)))


@recipe("art landscape", **_PALETTE)
def _art_landscape(g: Graph, i: Inputs) -> dict[str, Socket]:
    _, q, s = _seeded(g, i)
    sky = g.mix(i["Third"], i["Ground"], g.remap(s.outputs[1], 0.4, 0.85, 0.0, 1.0))
    sun = g.vec(
        "SUBTRACT",
        g.generated(True),
        g.node(
            "ShaderNodeCombineXYZ",
            {
                0: g.math(
                    "MULTIPLY_ADD",
                    g.node("ShaderNodeTexWhiteNoise", {"W": i["Seed"]}, noise_dimensions="1D").outputs[0],
                    0.5,
                    0.25,
                ),
                1: 0.72,
            },
        ).outputs[0],
    )
    disc = g.node("ShaderNodeVectorMath", {0: sun}, operation="LENGTH").outputs["Value"]
    color = g.mix(sky, i["First"], g.remap(disc, 0.095, 0.1, 1.0, 0.0))
    x = g.node("ShaderNodeSeparateXYZ", {0: q}).outputs[0]
    for k, (level, height) in enumerate(((0.48, 0.42), (0.32, 0.34), (0.14, 0.3))):
        line = g.node("ShaderNodeCombineXYZ", {0: x, 1: 5.3 * k}).outputs[0]
        ridge = g.math("MULTIPLY_ADD", g.math("SUBTRACT", g.noise(line, 2.2 + k, 3.0, 0.45), 0.5), height, level)
        hill = g.mix(i["Second"], i["Ground"], 0.55 - 0.25 * k)
        color = g.mix(color, hill, g.math("LESS_THAN", s.outputs[1], ridge))
    return _canvas(g, i, color)


@recipe("art map", **_PALETTE)
def _art_map(g: Graph, i: Inputs) -> dict[str, Socket]:
    _, q, _ = _seeded(g, i)
    land = g.noise(q, 2.6, 7.0, 0.58)
    color = g.mix(i["Second"], i["Ground"], g.math("GREATER_THAN", land, 0.5))
    color = g.mix(color, i["Third"], g.math("GREATER_THAN", land, 0.57))
    color = g.mix(color, i["First"], g.remap(g.math("ABSOLUTE", g.math("SUBTRACT", land, 0.5)), 0.004, 0.007, 1.0, 0.0))
    contour = g.math("ABSOLUTE", g.math("SUBTRACT", g.math("FRACT", g.math("MULTIPLY", land, 26.0)), 0.5))
    return _canvas(g, i, g.value(color, g.remap(contour, 0.0, 0.06, 0.78, 1.0)))


@recipe("art rings", **_PALETTE)
def _art_rings(g: Graph, i: Inputs) -> dict[str, Socket]:
    _, q, _ = _seeded(g, i)
    bands = g.math("FRACT", g.math("MULTIPLY", g.noise(q, 1.3, 1.0, 0.4, 0.5), 9.0))
    color = g.mix(i["Ground"], i["First"], g.math("GREATER_THAN", bands, 0.62))
    return _canvas(g, i, g.mix(color, i["Second"], g.math("GREATER_THAN", bands, 0.9)))


@recipe("art mist", **_PALETTE)
def _art_mist(g: Graph, i: Inputs) -> dict[str, Socket]:
    _, q, s = _seeded(g, i)
    n = g.noise(g.vec("MULTIPLY", q, (1.0, 2.4, 1.0)), 2.0, 7.0, 0.62, 0.9)
    t = g.math("MULTIPLY_ADD", g.math("SUBTRACT", n, 0.5), 2.2, s.outputs[1], clamp=True)
    color = g.mix(i["Second"], i["First"], g.remap(t, 0.0, 0.45, 0.0, 1.0, True))
    color = g.mix(color, i["Third"], g.remap(t, 0.35, 0.6, 0.0, 1.0, True))
    return _canvas(g, i, g.mix(color, i["Ground"], g.remap(t, 0.55, 0.9, 0.0, 1.0, True)))


# ---------------------------------------------------------------------------------------------- rugs


def _pile(g: Graph, i: Inputs, color: Socket) -> dict[str, Socket]:
    tufts = g.noise(g.uv(), 230.0, 2.0, 0.7)
    worn = g.noise(g.uv(), 3.0, 4.0)
    return {
        "Color": g.value(color, g.math("MULTIPLY_ADD", g.math("ADD", tufts, g.math("MULTIPLY", worn, 0.5)), 0.7, 0.47)),
        "Roughness": g.math("MULTIPLY", i["Roughness"], 1.0),
        "Normal": g.bump(tufts, 0.6, 0.006),
    }


def _frame_of(g: Graph) -> tuple[Socket, Any]:
    """Distance from a rug's middle to its edge (0..0.5, the larger axis), and |x|, |y|."""
    a = g.node("ShaderNodeSeparateXYZ", {0: g.vec("ABSOLUTE", g.vec("SUBTRACT", g.generated(False), (0.5, 0.5, 0.0)))})
    return g.math("MAXIMUM", a.outputs[0], a.outputs[1]), a


@recipe("rug plain", **_PALETTE)
def _rug_plain(g: Graph, i: Inputs) -> dict[str, Socket]:
    return _pile(
        g,
        i,
        g.mix(i["First"], i["Ground"], g.math("MULTIPLY", g.noise(g.vec("MULTIPLY", g.uv(), (2.0, 60.0, 1.0)), 1.0, 3.0), 0.25)),
    )


@recipe("rug border", **_PALETTE)
def _rug_border(g: Graph, i: Inputs) -> dict[str, Socket]:
    d, _ = _frame_of(g)
    color = g.mix(i["Ground"], i["First"], g.math("GREATER_THAN", d, 0.4))
    return _pile(g, i, g.mix(color, i["Ground"], g.math("GREATER_THAN", d, 0.475)))


@recipe("rug stripes", **_PALETTE)
def _rug_stripes(g: Graph, i: Inputs) -> dict[str, Socket]:
    x = g.math("MULTIPLY", g.node("ShaderNodeSeparateXYZ", {0: g.generated(False)}).outputs[0], 22.0)
    id_ = g.node("ShaderNodeTexWhiteNoise", {"W": g.math("ADD", g.math("FLOOR", x), i["Seed"])}, noise_dimensions="1D").outputs[0]
    color = g.mix(i["Ground"], i["First"], g.math("GREATER_THAN", id_, 0.5))
    color = g.mix(color, i["Third"], g.math("GREATER_THAN", id_, 0.76))
    return _pile(g, i, g.mix(color, i["Second"], g.math("GREATER_THAN", id_, 0.9)))


@recipe("rug diamonds", **_PALETTE)
def _rug_diamonds(g: Graph, i: Inputs) -> dict[str, Socket]:
    s = g.node("ShaderNodeSeparateXYZ", {0: g.vec("MULTIPLY", g.plain_uv(), (2.6, 2.0, 1.0))})
    hand = g.math("MULTIPLY", g.noise(g.plain_uv(), 9.0, 2.0), 0.07)
    a = g.math(
        "ABSOLUTE", g.math("SUBTRACT", g.math("FRACT", g.math("ADD", g.math("ADD", s.outputs[0], s.outputs[1]), hand)), 0.5)
    )
    b = g.math(
        "ABSOLUTE",
        g.math("SUBTRACT", g.math("FRACT", g.math("SUBTRACT", g.math("SUBTRACT", s.outputs[0], s.outputs[1]), hand)), 0.5),
    )
    return _pile(g, i, g.mix(i["Ground"], i["Second"], g.remap(g.math("MINIMUM", a, b), 0.025, 0.04, 0.9, 0.0)))


def _rosette(g: Graph, u: Any, v: Any, petals: float, radius: float, depth: float = 0.2) -> tuple[Socket, Socket]:
    """Masks of a flower of petals about the origin of (u, v), and of its heart."""
    r = g.math("SQRT", g.math("MULTIPLY_ADD", u, u, g.math("MULTIPLY", v, v)))
    wave = g.math("COSINE", g.math("MULTIPLY", g.math("ARCTAN2", v, u), petals))
    return g.math("LESS_THAN", r, g.math("MULTIPLY_ADD", wave, depth * radius, radius)), g.math("LESS_THAN", r, 0.42 * radius)


def _cell(g: Graph, x: Any, count: float, moved: Any = 0.0) -> Socket:
    """-0.5..0.5 within each of `count` cells to the unit."""
    return g.math("SUBTRACT", g.math("FRACT", g.math("MULTIPLY_ADD", x, count, moved)), 0.5)


def _between(g: Graph, x: Any, low: float, high: float) -> Socket:
    return g.math("LESS_THAN", g.math("ABSOLUTE", g.math("SUBTRACT", x, (low + high) / 2)), (high - low) / 2)


@recipe("rug persian", **_PALETTE)
def _rug_persian(g: Graph, i: Inputs) -> dict[str, Socket]:
    """A medallion with scalloped edge and its quarters in the corners, on rosettes and vines; a border between guard stripes."""
    d, a = _frame_of(g)
    hand = g.math("MULTIPLY", g.math("SUBTRACT", g.noise(g.plain_uv(), 30.0, 2.0), 0.5), 0.006)  # knots are not quite even
    x, y = g.math("ADD", a.outputs[0], hand), g.math("ADD", a.outputs[1], hand)
    drop = g.math("MULTIPLY", g.math("FLOOR", g.math("MULTIPLY", y, 18.0)), 0.5)
    flower, heart = _rosette(g, _cell(g, x, 18.0, drop), _cell(g, y, 18.0), 8.0, 0.3)
    vine = g.math("LESS_THAN", g.math("ABSOLUTE", _cell(g, g.math("ADD", x, y), 18.0)), 0.05)
    field = g.mix(i["First"], i["Third"], vine)
    field = g.mix(g.mix(field, i["Ground"], flower), i["Second"], heart)
    middle, inner = _rosette(g, x, y, 16.0, 0.17, 0.08)
    rim, _ = _rosette(g, x, y, 16.0, 0.185, 0.08)
    star, _ = _rosette(g, x, y, 8.0, 0.09)
    from_x, from_y = g.math("SUBTRACT", 0.37, x), g.math("SUBTRACT", 0.37, y)
    corner, _ = _rosette(g, from_x, from_y, 24.0, 0.15, 0.08)
    edge, _ = _rosette(g, from_x, from_y, 24.0, 0.165, 0.08)
    quarters, medallion = ((edge, "Ground"), (corner, "Second")), ((rim, "Ground"), (middle, "Second"))
    for mask, color in (*quarters, *medallion, (star, "Third"), (inner, "Ground")):
        field = g.mix(field, i[color], mask)
    bud, _ = _rosette(g, x, y, 8.0, 0.045)
    field = g.mix(field, i["First"], bud)
    along = g.math("MINIMUM", x, y)
    flower, heart = _rosette(g, _cell(g, along, 12.0), g.math("MULTIPLY", g.math("SUBTRACT", d, 0.42), 12.0), 6.0, 0.3)
    band = g.mix(g.mix(i["Second"], i["Ground"], flower), i["First"], heart)
    field = g.mix(field, band, g.math("GREATER_THAN", d, 0.37))
    for low, high, color in ((0.37, 0.376, "Ground"), (0.376, 0.388, "Third"), (0.452, 0.464, "Third"), (0.464, 0.47, "Ground")):
        field = g.mix(field, i[color], _between(g, d, low, high))
    return _pile(g, i, g.mix(field, i["First"], g.math("GREATER_THAN", d, 0.47)))
