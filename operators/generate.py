"""Generate a world from the prompt and the settings."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from typing import Any

import bpy
from bpy.props import IntProperty

from .. import preferences
from ..model.errors import DioramaError
from ..panels import data
from ..scene import worlds
from . import common

TICK = 0.02  # seconds between timer events
SLICE = 0.04  # seconds of work in each, so that the window stays alive


def _choose_seed(operator: Any, context: bpy.types.Context) -> None:
    """The operator's seed, unless it was given: the locked one or a new one."""
    settings = context.scene.diorama
    if not operator.properties.is_property_set("seed"):
        operator.seed = settings.seed if settings.seed_locked else common.new_seed()


def _studio(operator: Any) -> Any:
    """The studio's assets, where a policy wants them in new worlds. A damaged list of them spoils no world."""
    from ..scene.studio.index import current

    try:
        studio = current()
    except DioramaError as error:
        operator.report({"WARNING"}, f"{error} {error.remedy}")
        return None
    return None if set(studio.policies.values()) <= {"exclude"} else studio


class DIORAMA_OT_generate(bpy.types.Operator):
    """Make a world from the prompt, or the one thing it names. ESC cancels and leaves the scene as it was; one undo step"""

    bl_idname = "diorama.generate"
    bl_label = "Generate World"
    bl_options = {"REGISTER", "UNDO"}

    seed: IntProperty(  # type: ignore[valid-type]
        name="Seed",
        description="The same prompt, settings and seed give the same world",
        min=0,
        options={"SKIP_SAVE"},
    )

    _steps: Iterator[Any] | None = None
    _timer: Any = None

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.object_mode(cls, context) and common.has_prompt(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """All at once: in scripts, in background and from the redo panel."""
        manager = context.window_manager
        manager.progress_begin(0, 100)
        try:
            if self._wants_thing(context):
                return self._add_thing(context)
            self._begin(context)
            while self._advance(context, 60.0):
                manager.progress_update(100 * manager.diorama.fraction)
        except Exception as error:
            return self._fail(context, error)
        finally:
            manager.progress_end()
        return self._finish(context)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Beside a live window."""
        if bpy.app.background or context.window is None:
            return self.execute(context)
        try:
            if self._wants_thing(context):
                return self._add_thing(context)
            self._begin(context)
        except Exception as error:
            return self._fail(context, error)
        self._timer = context.window_manager.event_timer_add(TICK, window=context.window)
        context.window_manager.modal_handler_add(self)
        self._show(context)
        return {"RUNNING_MODAL"}

    def modal(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        if event.type == "ESC" and event.value == "PRESS":
            self.cancel(context)
            self.report({"INFO"}, f"Cancelled. {common.HERE}")
            return {"CANCELLED"}
        if event.type != "TIMER":
            # Nothing else may touch the file while a world is half built.
            return {"RUNNING_MODAL"}
        try:
            if self._advance(context, SLICE):
                self._show(context)
                return {"RUNNING_MODAL"}
        except Exception as error:
            return self._fail(context, error)
        return self._finish(context)

    def cancel(self, context: bpy.types.Context) -> None:
        """Undo what was built so far (also called when the window closes)."""
        self._clean(context)
        context.window_manager.diorama.end()

    # -- the work ------------------------------------------------------------------------------------------------------

    @staticmethod
    def _wants_thing(context: bpy.types.Context) -> bool:
        from .. import api

        settings = context.scene.diorama
        return settings.make == "THING" or (settings.make == "AUTO" and api.one_thing(settings.to_request(0)))

    def _add_thing(self, context: bpy.types.Context) -> set[str]:
        _choose_seed(self, context)
        obj = common.add_thing(context, context.scene.diorama.full_prompt(), self.seed)
        context.scene.diorama.seed = self.seed
        self.report({"INFO"}, f"{obj.name} at the 3D cursor, seed {self.seed}")
        return {"FINISHED"}

    def _begin(self, context: bpy.types.Context) -> None:
        from .. import api

        settings = context.scene.diorama
        _choose_seed(self, context)
        context.window_manager.diorama.begin()
        style = preferences.get(context).default_style
        self._result = None
        request = settings.to_request(self.seed, "" if style == "AUTO" else style)
        self._steps = api.generate_steps(dataclasses.replace(request, studio=_studio(self)), context)

    def _advance(self, context: bpy.types.Context, seconds: float) -> bool:
        """Work for about so long; False when the world is done."""
        assert self._steps is not None
        session = context.window_manager.diorama
        end = time.perf_counter() + seconds
        while True:
            try:
                progress = next(self._steps)
            except StopIteration as stop:
                self._result = stop.value
                return False
            # A second attempt at a layout starts lower; a bar that goes back would only worry.
            session.fraction, session.message = max(session.fraction, progress.fraction), progress.message
            if time.perf_counter() >= end:
                return True

    def _show(self, context: bpy.types.Context) -> None:
        message = context.window_manager.diorama.message
        if context.workspace is not None and message != getattr(self, "_message", None):
            self._message = message
            context.workspace.status_text_set(f"Diorama: {message} …    ESC: Cancel")
        common.redraw(context)

    def _clean(self, context: bpy.types.Context) -> None:
        if self._steps is not None:
            self._steps.close()
            self._steps = None
        if self._timer is not None:
            context.window_manager.event_timer_remove(self._timer)
            self._timer = None
            if context.workspace is not None:
                context.workspace.status_text_set(None)
        common.redraw(context)

    def _fail(self, context: bpy.types.Context, error: Exception) -> set[str]:
        self._clean(context)
        return common.fail(self, context, error)

    def _finish(self, context: bpy.types.Context) -> set[str]:
        result = self._result
        self._clean(context)
        settings = context.scene.diorama
        before = common.current_world(context) if settings.replace else None
        if before is not None and before != result.collection:
            worlds.delete(before)
        settings.world, settings.seed = result.collection, self.seed
        worlds.show_only(context.scene, result.collection)
        report = result.report
        data.remember_report(result.collection, report)
        session = context.window_manager.diorama
        session.end()
        context.view_layer.update()
        session.strangers = "\n".join(o.name for o in worlds.strangers(context.view_layer, result.collection))
        if not bpy.app.background and preferences.get(context).look_through:
            common.look_through_camera(context)
        lacking = len(report.lacking) if report else 0
        tail = f"; {lacking} wish{'es' if lacking > 1 else ''} could not be met, see Report" if lacking else ""
        self.report(
            {"INFO"},
            f"{result.collection.name}: {sum(1 for _ in worlds.roots(result.collection))} things, seed {self.seed}{tail}",
        )
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_generate,))
