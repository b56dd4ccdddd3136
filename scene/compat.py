"""Every difference between the Blender versions Diorama runs in (4.2 to 5.2), in one place.

Nothing else in the package may ask for `bpy.app.version`.
"""

from __future__ import annotations

from typing import Any, Literal

import bpy
import numpy as np
from numpy.typing import NDArray

from ..model.look.colour import kelvin_to_linear

VERSION: tuple[int, int, int] = tuple(bpy.app.version)

# Names of node sockets that changed between versions, each way.
_ALIASES = {
    "Factor": "Fac",
    "Fac": "Factor",
    "Subsurface Weight": "Subsurface",
    "Specular IOR Level": "Specular",
    "Transmission Weight": "Transmission",
    "Coat Weight": "Clearcoat",
    "Sheen Weight": "Sheen",
    "Emission Color": "Emission",
}


def eevee() -> str:
    """The identifier of the EEVEE render engine."""
    return "BLENDER_EEVEE" if VERSION >= (5, 0, 0) else "BLENDER_EEVEE_NEXT"


def node_tree(owner: bpy.types.Material | bpy.types.World | bpy.types.Light) -> bpy.types.ShaderNodeTree:
    """The shader tree of a material, world or light, made if it is not there yet (from 5.0 it always is)."""
    if owner.node_tree is None or (VERSION < (5, 0, 0) and not owner.use_nodes):
        owner.use_nodes = True
    return owner.node_tree


def group_socket(
    tree: bpy.types.NodeTree,
    name: str,
    direction: Literal["INPUT", "OUTPUT"],
    kind: str,
    default: Any = None,
    limits: tuple[float, float] | None = None,
) -> None:
    """Declare a socket on a node group's interface."""
    item = tree.interface.new_socket(name=name, in_out=direction, socket_type=kind)
    if default is not None:
        item.default_value = default
    if limits is not None:
        item.min_value, item.max_value = limits


def socket(sockets: Any, key: str | int) -> Any:
    """A node's socket by index, identifier or name, whichever name this version gives it; KeyError if it has none."""
    if isinstance(key, int):
        return sockets[key]
    for wanted in (key, _ALIASES.get(key)):
        if wanted is None:
            continue
        for s in sockets:
            if s.identifier == wanted:
                return s
        found = sockets.get(wanted)
        if found is not None:
            return found
    raise KeyError(key)


def set_input(node: bpy.types.Node, name: str, value: Any) -> bool:
    """Set an unlinked input by name. False where this version's node has no such input."""
    try:
        socket(node.inputs, name).default_value = value
    except KeyError:
        return False
    return True


def sky_texture(tree: bpy.types.NodeTree, elevation: float, rotation: float, haze: float = 1.0) -> tuple[bpy.types.Node, str]:
    """A physical sky without sun disc: Nishita to 4.5, multiple scattering from 5.0. The node and the name of its model.

    `elevation` and `rotation` are of the sun, radians; `haze` the density of dust.
    """
    node = tree.nodes.new("ShaderNodeTexSky")
    kind = "MULTIPLE_SCATTERING" if VERSION >= (5, 0, 0) else "NISHITA"
    node.sky_type = kind
    node.sun_disc = False
    node.sun_elevation, node.sun_rotation = elevation, rotation
    node.altitude = 0.0 if VERSION < (5, 0, 0) else 50.0
    dust = "aerosol_density" if hasattr(node, "aerosol_density") else "dust_density"
    setattr(node, dust, haze)
    return node, kind


def set_custom_normals(mesh: bpy.types.Mesh, normals: NDArray[np.floating[Any]]) -> None:
    """Corner normals (m, 3) of a mesh whose faces are in place."""
    values = np.ascontiguousarray(normals, np.float32)
    if VERSION >= (4, 5, 0):
        attribute = mesh.attributes.new("custom_normal", "FLOAT_VECTOR", "CORNER")
        attribute.data.foreach_set("vector", values.ravel())
    else:
        mesh.normals_split_custom_set(values)


def set_light_kelvin(light: bpy.types.Light, kelvin: float) -> None:
    """Colour a light by its temperature; where lights have no temperature (before 4.5), by the colour of that black body."""
    if hasattr(light, "use_temperature"):
        light.use_temperature, light.temperature, light.color = True, kelvin, (1, 1, 1)
    else:
        light.color = kelvin_to_linear(kelvin)


def set_white_balance(scene: bpy.types.Scene, kelvin: float) -> None:
    """Balance the view for light of this temperature (from 4.3; nothing before)."""
    view = scene.view_settings
    if hasattr(view, "use_white_balance"):
        view.use_white_balance = abs(kelvin - 6500.0) > 100.0
        view.white_balance_temperature = kelvin
        view.white_balance_tint = 10.0


def compositor_tree(scene: bpy.types.Scene, create: bool = True) -> bpy.types.NodeTree | None:
    """The scene's compositing tree."""
    if hasattr(scene, "compositing_node_group"):
        if scene.compositing_node_group is None and create:
            scene.compositing_node_group = bpy.data.node_groups.new("Compositing", "CompositorNodeTree")
        return scene.compositing_node_group
    if create:
        scene.use_nodes = True
    return scene.node_tree
