"""Diorama: a world model inside Blender. A prompt becomes a structured, editable 3D scene.

Importing this package imports neither bpy nor numpy; the public names load what they need when first used.
"""

from __future__ import annotations

import importlib
from typing import Any

__all__ = ["Request", "generate", "relight", "restyle", "studio", "thing", "understand"]

_cli_handle: Any = None


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(importlib.import_module(".api", __package__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _command(argv: list[str]) -> int:
    """`blender --background --command diorama ...`"""
    from .cli import main

    return int(main(argv))


def register() -> None:
    """Add the classes, handlers and the command line verb."""
    global _cli_handle
    import bpy

    from . import appearance, operators, panels, parameters, preferences, properties

    for module in (properties, parameters, appearance, preferences, operators, panels):
        module.register()
    _cli_handle = bpy.utils.register_cli_command("diorama", _command)


def unregister() -> None:
    """Take everything back, in reverse."""
    global _cli_handle
    import bpy

    from . import appearance, operators, panels, parameters, preferences, properties

    if _cli_handle is not None:
        bpy.utils.unregister_cli_command(_cli_handle)
        _cli_handle = None
    for module in (panels, operators, preferences, appearance, parameters, properties):
        module.unregister()
