"""Say what the PyTorch interpreter of the preferences has."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import bpy

from .. import preferences
from . import common

PROBE = "import sys, torch; sys.stdout.write(f'PyTorch {torch.__version__}, ' + ('CUDA' if torch.cuda.is_available() else 'CPU'))"
LIMIT = 60.0  # seconds; the first import of torch can be slow


class DIORAMA_OT_test_interpreter(bpy.types.Operator):
    """Start this Python once and ask it for PyTorch"""

    bl_idname = "diorama.test_interpreter"
    bl_label = "Test Interpreter"
    bl_options = {"INTERNAL"}

    _process: subprocess.Popen[str] | None = None
    _timer: Any = None
    _waited = 0.0

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not preferences.get(context).torch_python:
            cls.poll_message_set("Name a Python program first")
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        if not self._start(context):
            return {"CANCELLED"}
        assert self._process is not None
        try:
            self._process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            self._process.kill()
        return self._end(context)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        if bpy.app.background:
            return self.execute(context)
        if not self._start(context):
            return {"CANCELLED"}
        self._timer = context.window_manager.event_timer_add(0.1, window=context.window)
        context.window_manager.modal_handler_add(self)
        return {"RUNNING_MODAL"}

    def modal(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        assert self._process is not None
        if event.type != "TIMER":
            return {"PASS_THROUGH"}
        self._waited += 0.1
        if self._process.poll() is None and self._waited < LIMIT:
            return {"PASS_THROUGH"}
        if self._process.poll() is None:
            self._process.kill()
        return self._end(context)

    def cancel(self, context: bpy.types.Context) -> None:
        if self._process is not None:
            self._process.kill()
        if self._timer is not None:
            context.window_manager.event_timer_remove(self._timer)

    def _start(self, context: bpy.types.Context) -> bool:
        path = Path(bpy.path.abspath(preferences.get(context).torch_python))
        if not path.is_file():
            self._say(context, f"There is no file {path}")
            return False
        try:
            self._process = subprocess.Popen(
                [str(path), "-I", "-c", PROBE],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        except OSError as error:
            self._say(context, f"It cannot be started: {error.strerror}")
            return False
        self._say(context, "Asking …")
        return True

    def _end(self, context: bpy.types.Context) -> set[str]:
        assert self._process is not None
        out, err = self._process.communicate()
        if self._timer is not None:
            context.window_manager.event_timer_remove(self._timer)
            self._timer = None
        if self._process.returncode == 0 and out.startswith("PyTorch"):
            self._say(context, out.strip())
            return {"FINISHED"}
        last = err.strip().splitlines()[-1] if err.strip() else "no answer"
        self._say(context, "It has no PyTorch" if "No module named 'torch'" in last else f"It did not work: {last}")
        return {"CANCELLED"}

    def _say(self, context: bpy.types.Context, text: str) -> None:
        preferences.get(context).torch_found = text
        common.redraw(context)


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_test_interpreter,))
