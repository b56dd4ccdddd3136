"""Change parameters and materials of a generated thing: for scripts and the redo panel.

`diorama.set_parameters` takes JSON and knows every thing; `diorama.set_sofa` and its like, registered when the first such thing
is shown, have the parameters as properties with limits, which the redo panel shows.
"""

from __future__ import annotations

import json
from typing import Any

import bpy
from bpy.props import BoolProperty, StringProperty

from ..model.errors import DioramaError
from . import common

TOGETHER = "Change all things of the world that are just like this one as well"


class SetParameters:
    """Operators with one generator's parameters as properties."""

    generator = ""

    @staticmethod
    def together_property() -> Any:
        return BoolProperty(name="All Alike", description=TOGETHER, options={"SKIP_SAVE"})

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        from ..scene.graphs import node_of, root_of

        if not common.has_thing(cls, context):
            return False
        node = node_of(root_of(context.active_object))
        if node is None or node.generator != cls.generator:
            cls.poll_message_set(f"The active object is no {cls.generator.replace('_', ' ')}")  # type: ignore[attr-defined]
            return False
        return True

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        self._show(context)
        return self.execute(context)

    def _show(self, context: bpy.types.Context) -> None:
        """Fill what was not given with what the thing has, so that the redo panel shows it."""
        from ..parameters import values_of

        for name, value in values_of(context.active_object).items():
            if not self.properties.is_property_set(name):  # type: ignore[attr-defined]
                setattr(self, name, value)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..parameters import values_of
        from ..scene.rebuild import rebuild

        now = values_of(context.active_object)
        given = {
            k: round(getattr(self, k), 4) if isinstance(v, float) else getattr(self, k)
            for k, v in now.items()
            if self.properties.is_property_set(k)  # type: ignore[attr-defined]
        }
        changed = {k: v for k, v in given.items() if v != (round(now[k], 4) if isinstance(v, float) else now[k])}
        try:
            done = rebuild(context.active_object, changed, together=self.together)  # type: ignore[attr-defined]
        except DioramaError as error:
            return common.fail(self, context, error)
        self._show(context)
        common.say(self, context, done.notes)
        return {"FINISHED"}


class DIORAMA_OT_set_parameters(bpy.types.Operator):
    """Change parameters and materials of the active thing, given as JSON; it is made anew in place"""

    bl_idname = "diorama.set_parameters"
    bl_label = "Set Parameters"
    bl_options = {"REGISTER", "UNDO"}

    values: StringProperty(name="Parameters", description='JSON: {"seats": 3, "width": 2.2}', options={"SKIP_SAVE"})  # type: ignore[valid-type]
    materials: StringProperty(name="Materials", description='JSON: {"cover": "velvet:#1f3d2b"}', options={"SKIP_SAVE"})  # type: ignore[valid-type]
    together: BoolProperty(name="All Alike", description=TOGETHER, options={"SKIP_SAVE"})  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_thing(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.rebuild import rebuild

        try:
            values, materials = (json.loads(text or "{}") for text in (self.values, self.materials))
        except ValueError as error:
            self.report({"ERROR"}, f"That is no JSON: {error}")
            return {"CANCELLED"}
        if not isinstance(values, dict) or not isinstance(materials, dict):
            self.report({"ERROR"}, 'Give names with values: {"width": 2.2}')
            return {"CANCELLED"}
        try:
            done = rebuild(context.active_object, values, materials, together=self.together)
        except DioramaError as error:
            return common.fail(self, context, error)
        common.say(self, context, done.notes)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_set_parameters,))
