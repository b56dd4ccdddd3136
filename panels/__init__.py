"""The sidebar. Panels draw; what they need to know is read once and cached in `data`."""

from __future__ import annotations

from . import brief, create, data, look, report, settings, studio, thing, world

MODULES = (data, create, settings, brief, thing, studio, world, look, report)


def register() -> None:
    for module in MODULES:
        module.register()


def unregister() -> None:
    for module in reversed(MODULES):
        module.unregister()
