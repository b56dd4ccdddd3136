"""Materials: a reference becomes a shared Blender material, a Principled BSDF fed by the node group of its recipe."""

from __future__ import annotations

from typing import Any

import bpy
import numpy as np

from ...model.look.colour import Rgb, hex_to_linear, linear_to_hex, shift
from ...model.look.materials import Reference, Stuff, label_of, parse
from .. import compat
from ..names import free_name
from .recipes import Graph, group

KEY = "diorama_material"
FLAME_RADIANCE = 12.0  # the same of a candle's flame: about 8000 cd/m2
LIT = "Lit"  # the node of a flame's material that says whether it burns
BULB_RADIANCE = 4.0  # W/m2/sr of a lit bulb, as `lighting` counts watts (683 lm): bright, yet a small part of the lamp's flux

_names: dict[str, str] = {}  # reference -> datablock name, only ever a hint: the datablock's property decides


def material(reference: str) -> bpy.types.Material:
    """The material of a reference, from this file or newly made. ValueError if there is no such material."""
    found = existing(reference) or _build(reference)
    _names[reference] = found.name
    return found


def existing(reference: str) -> bpy.types.Material | None:
    """The material of a reference if this file has it."""
    hint = _names.get(reference)
    found = bpy.data.materials.get(hint) if hint else None
    if found is None or found.get(KEY) != reference:
        found = next((m for m in bpy.data.materials if m.get(KEY) == reference and m.library is None), None)
    return found


def forget() -> None:
    """Drop what is remembered of the current file (only needed by tests that measure)."""
    _names.clear()


def _build(reference: str) -> bpy.types.Material:
    r = parse(reference)
    mat = bpy.data.materials.new(free_name(bpy.data.materials, label_of(reference)))
    mat[KEY] = reference
    tree = compat.node_tree(mat)
    principled = next(n for n in tree.nodes if n.bl_idname == "ShaderNodeBsdfPrincipled")
    output = next(n for n in tree.nodes if n.bl_idname == "ShaderNodeOutputMaterial")
    g = Graph(tree)
    g._x = -700.0
    if r.stuff is None:
        _pattern(g, principled, r)
        color = hex_to_linear(r.colour) if r.colour else (0.4, 0.3, 0.2)
    else:
        color = hex_to_linear(r.colour) if r.colour else r.stuff.color
        mat["diorama_family"] = r.stuff.family
        _stuff(g, principled, output, r.stuff, color, mat)
    mat.diffuse_color = (*color, 1.0)
    mat.roughness = r.stuff.roughness if r.stuff else 0.9
    mat.metallic = r.stuff.metallic if r.stuff else 0.0
    return mat


def _feed(g: Graph, principled: Any, recipe: str, inputs: dict[str, Any]) -> Any:
    """A group node of the recipe, linked to the Principled BSDF."""
    tree = group(recipe)
    node = g.node("ShaderNodeGroup", node_tree=tree, label=recipe.capitalize())
    node.location = (principled.location.x - 260, principled.location.y)
    for name, value in inputs.items():
        target = node.inputs.get(name)
        if target is not None:
            g.put(target, value)
    for name, key in (("Color", "Base Color"), ("Roughness", "Roughness"), ("Normal", "Normal")):
        if name in tree["diorama_outputs"].split(","):
            g.tree.links.new(node.outputs[name], compat.socket(principled.inputs, key))
    return node


def _stuff(g: Graph, principled: Any, output: Any, s: Stuff, color: Rgb, mat: bpy.types.Material) -> None:
    """Everything of the catalogue."""
    for name, value in {"Roughness": s.roughness, "Metallic": s.metallic, "IOR": s.ior, "Base Color": (*color, 1.0)}.items():
        compat.set_input(principled, name, value)
    for name, value in s.shader.items():
        compat.set_input(principled, name, value)
    if s.shader.get("Sheen Weight"):
        compat.set_input(principled, "Sheen Tint", (*(0.35 + 0.65 * c for c in color), 1.0))
    if s.shader.get("Subsurface Weight"):
        compat.set_input(principled, "Subsurface Radius", (1.0, 0.5, 0.3))
    if s.kind == "glass":
        _glass(g, principled, output, color, s)
        return
    if s.kind == "light":
        compat.set_input(principled, "Base Color", (0.8, 0.8, 0.78, 1.0))
        compat.set_input(
            principled, "Emission Color", (*(color if s.name == "neon" or color != (1, 1, 1) else (1.0, 0.72, 0.42)), 1.0)
        )
        compat.set_input(principled, "Emission Strength", BULB_RADIANCE)
        _shadowless(g, principled.outputs[0], output, 1.0, (1.0, 1.0, 1.0))  # the lamp proper shines from inside the bulb
        return
    if s.kind == "flame":
        _flame(g, principled, output, color)
        return
    if s.kind == "screen":
        _pattern(g, principled, Reference(None, linear_to_hex(color), "art", "mist", 3))
        node = principled.inputs["Base Color"].links[0].from_node
        g.tree.links.new(node.outputs["Color"], compat.socket(principled.inputs, "Emission Color"))
        compat.set_input(principled, "Emission Strength", 0.35)  # about 240 cd/m2
        return
    if not (s.recipe == "plain" and s.params.get("Variation", 1) == 0.0):
        _feed(g, principled, s.recipe, {"Color": color, "Roughness": s.roughness, "Scale": s.scale, **s.params})
    through = {"shade": 0.55, "sheer": 0.6, "curtain": 0.18, "leaf": 0.3}.get(s.kind)
    if through:
        made = _through(g, principled, output, color, through, 0.25 if s.kind == "sheer" else 0.0)
        if s.kind == "shade":
            # part of the lamp's light passes as if straight: a glow that needs no lucky bounces
            _shadowless(g, made, output, 0.4, color)
        mat.use_backface_culling = False


def _glass(g: Graph, principled: Any, output: Any, color: Rgb, s: Stuff) -> None:
    """Thin glass: clear seen straight on, a mirror at grazing angles, no refraction. Light and shadow rays go straight
    through, so that windows light the room without caustics."""
    compat.set_input(principled, "Base Color", (1, 1, 1, 1))
    compat.set_input(principled, "Metallic", 1.0)
    compat.set_input(principled, "Roughness", max(s.roughness, 0.0))
    clear = g.node("ShaderNodeBsdfTransparent", {0: color})
    # Schlick's formula on the facing angle: Blender's Fresnel node reflects totally where a ray leaves, which thin glass does not
    facing = g.node("ShaderNodeLayerWeight", {"Blend": 0.5}).outputs["Facing"]
    f0 = ((s.ior - 1) / (s.ior + 1)) ** 2
    fresnel = g.math("MULTIPLY_ADD", g.math("POWER", facing, 5.0), 1 - f0, f0)
    path = g.node("ShaderNodeLightPath")
    seen = g.math("SUBTRACT", 1.0, g.math("MAXIMUM", path.outputs["Is Shadow Ray"], path.outputs["Is Diffuse Ray"]))
    mix = g.node("ShaderNodeMixShader", {0: g.math("MULTIPLY", fresnel, seen), 1: clear.outputs[0], 2: principled.outputs[0]})
    g.tree.links.new(mix.outputs[0], output.inputs[0])


def _flame(g: Graph, principled: Any, output: Any, color: Rgb) -> None:
    """A glowing body that fades towards its edge and throws no shadow; where `LIT` is 0 it is out and not to be seen."""
    edge = g.node("ShaderNodeLayerWeight", {"Blend": 0.3}).outputs["Facing"]
    lit = g.node("ShaderNodeValue", name=LIT).outputs[0]
    lit.default_value = 1.0
    for name, value in {"Base Color": (0.0, 0.0, 0.0, 1.0), "Emission Color": (*color, 1.0), "Specular IOR Level": 0.0}.items():
        compat.set_input(principled, name, value)
    compat.set_input(principled, "Emission Strength", FLAME_RADIANCE)
    g.tree.links.new(g.math("MULTIPLY", g.math("SUBTRACT", 1.0, edge), lit), compat.socket(principled.inputs, "Alpha"))
    _shadowless(g, principled.outputs[0], output, 1.0, (1.0, 1.0, 1.0))


def _shadowless(g: Graph, shader: Any, output: Any, amount: float, color: Rgb) -> None:
    """Let shadow rays through, so that a lamp shines through its own bulb or shade."""
    clear = g.node("ShaderNodeBsdfTransparent", {0: color})
    shadow = g.math("MULTIPLY", g.node("ShaderNodeLightPath").outputs["Is Shadow Ray"], amount)
    g.tree.links.new(g.node("ShaderNodeMixShader", {0: shadow, 1: shader, 2: clear.outputs[0]}).outputs[0], output.inputs[0])


def _through(g: Graph, principled: Any, output: Any, color: Rgb, amount: float, holes: float) -> Any:
    """Let light through cloth and leaves; the resulting shader."""
    base = compat.socket(principled.inputs, "Base Color")
    back = g.node("ShaderNodeBsdfTranslucent", {0: base.links[0].from_socket if base.is_linked else color})
    mix = g.node("ShaderNodeMixShader", {0: amount, 1: principled.outputs[0], 2: back.outputs[0]})
    if holes:
        clear = g.node("ShaderNodeBsdfTransparent")
        mix = g.node("ShaderNodeMixShader", {0: holes, 1: mix.outputs[0], 2: clear.outputs[0]})
    g.tree.links.new(mix.outputs[0], output.inputs[0])
    return mix.outputs[0]


# Palettes for pictures without a colour: ground, first, second, third.
_PALETTES = (
    ("#ece2cf", "#b8603f", "#22384a", "#c99b4a"),
    ("#e9e4d8", "#7a8b74", "#2f3b35", "#c7a98a"),
    ("#f0e9dd", "#c26a52", "#3a3a44", "#e0b98a"),
    ("#e6e2da", "#40647d", "#1d2c3a", "#a9bcc4"),
    ("#efe6d6", "#9c3b2c", "#1f2430", "#d9a441"),
    ("#e4ded6", "#8c8479", "#2b2a29", "#bdb3a5"),
    ("#f1e4dc", "#cd8f84", "#54415a", "#e8c3a4"),
    ("#e8e6df", "#2c6a63", "#17322f", "#d8b25a"),
)


def palette_of(seed: int, colour: str = "") -> tuple[str, str, str, str]:
    """Ground, first, second and third colour of a picture or rug (hex); `colour` becomes the leading one."""
    chosen = _PALETTES[int(np.random.default_rng(seed).integers(len(_PALETTES)))]
    if not colour:
        return chosen
    return (shift(colour, 0.33, 0.3), colour, shift(colour, -0.22, 0.7), chosen[3])


def _pattern(g: Graph, principled: Any, r: Reference) -> None:
    """A picture or a rug."""
    ground, first, second, third = (hex_to_linear(c) for c in palette_of(r.seed, r.colour))
    rough = {"art": 0.55, "rug": 0.95}[r.pattern]
    _feed(
        g,
        principled,
        f"{r.pattern} {r.kind}",
        {
            "Roughness": rough,
            "Seed": float(r.seed % 977) + 1.0,
            "Ground": ground,
            "First": first,
            "Second": second,
            "Third": third,
        },
    )
    if r.pattern == "rug":
        compat.set_input(principled, "Sheen Weight", 0.3)
        compat.set_input(principled, "Sheen Roughness", 0.5)
