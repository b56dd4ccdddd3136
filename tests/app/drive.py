"""Drives a Blender window like a person: real mouse moves, clicks and keys through xdotool, screenshots of the screen.

Runs inside Blender. A scenario is a generator that yields seconds to wait; between its steps Blender's own event loop runs.
Widgets are found by moving the pointer over them and asking Blender what is under it, so no position is written down here.
"""

from __future__ import annotations

import json
import subprocess
import traceback
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import bpy

Scenario = Generator[float, None, None]
STEP = 12  # pixels between two looks; less than a button's height


class Driver:
    """The pointer, the keyboard, the screenshots and the log."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)
        self.log: list[dict[str, Any]] = []
        self.widgets: dict[str, tuple[int, int]] = {}
        self.known: dict[str, tuple[int, int]] = {}

    # -- log -----------------------------------------------------------------------------------------------------------

    def note(self, step: str, ok: bool, **facts: Any) -> None:
        """One assertion; the log is written at once, so that a crash loses nothing."""
        self.log.append({"step": step, "ok": bool(ok), **facts})
        (self.folder / "log.json").write_text(json.dumps(self.log, indent=1), encoding="utf-8")

    def shot(self, name: str) -> None:
        """A screenshot of the whole screen."""
        subprocess.run(["import", "-window", "root", str(self.folder / f"{name}.png")], check=False)

    # -- places --------------------------------------------------------------------------------------------------------

    def area(self) -> Any:
        return next(a for a in bpy.context.window_manager.windows[0].screen.areas if a.type == "VIEW_3D")

    def region(self, kind: str = "UI") -> Any:
        return next(r for r in self.area().regions if r.type == kind)

    def override(self) -> Any:
        return bpy.context.temp_override(window=bpy.context.window_manager.windows[0], area=self.area(), region=self.region())

    def screen_y(self, y: int) -> int:
        return bpy.context.window_manager.windows[0].height - y

    # -- hands ---------------------------------------------------------------------------------------------------------

    @staticmethod
    def xdo(*words: str | int) -> None:
        subprocess.run(["xdotool", *map(str, words)], check=True)

    def move(self, x: int, y: int) -> None:
        """Pointer to window coordinates (from the lower left corner)."""
        self.xdo("mousemove", x, self.screen_y(y))

    def click(self, name: str, button: int = 1) -> Scenario:
        """A real click on a widget, found anew each time: the panel may have moved."""
        yield from self.find(name)
        if name not in self.widgets:
            raise LookupError(f"no widget {name} in the sidebar: {sorted(self.widgets)}")
        x, y = self.widgets[name]
        self.move(x, y)
        yield 0.2
        self.xdo("click", button)
        yield 0.3

    def under_pointer(self) -> str:
        """What is under the pointer: a property's path, or a verb's call; empty when nothing."""
        manager = bpy.context.window_manager
        for ask in (lambda: bpy.ops.ui.copy_data_path_button(full_path=True), bpy.ops.ui.copy_python_command_button):
            manager.clipboard = ""
            try:
                with self.override():
                    ask()
            except RuntimeError:
                continue
            if manager.clipboard:
                return str(manager.clipboard)
        return ""

    def find(self, wanted: str = "", fractions: tuple[float, ...] = (0.45, 0.8, 0.9, 0.2)) -> Scenario:
        """Look over the sidebar until `wanted` (part of the path or call) is found, or over all of it."""
        if wanted in self.known:  # it is often where it was
            self.move(*self.known[wanted])
            yield 0.25
            if wanted in self.under_pointer():
                self.widgets = {wanted: self.known[wanted]}
                return
        for pause in (0.04, 0.1, 0.2) if wanted else (0.05,):  # a busy machine answers late
            yield from self._scan(wanted, fractions, pause)
            if not wanted or wanted in self.widgets:
                return
        self.shot(f"missing_{''.join(c for c in wanted if c.isalnum())}")

    def _scan(self, wanted: str, fractions: tuple[float, ...], pause: float) -> Scenario:
        self.widgets = {}
        region = self.region()
        for fraction in fractions:
            x = int(region.x + fraction * (region.width - 24))  # the tabs are at the right
            misses = 0
            for y in range(region.y + region.height - 8, region.y + 4, -STEP):
                self.move(x, y)
                yield pause
                found = self.under_pointer()
                misses = 0 if found else misses + 1
                if misses > 20 and self.widgets:
                    break  # below the last panel
                if found and found not in self.widgets:
                    self.widgets[found] = (x, y - 3)
                if wanted and wanted in found:
                    self.widgets[wanted] = self.known[wanted] = (x, y - 3)
                    return

    def toggle_panel(self, topic: str) -> Scenario:
        """Click a panel's title: it is at the left of its help button."""
        yield from self.find(f'topic="{topic}"', (0.9,))
        _, y = self.widgets[f'topic="{topic}"']
        self.move(self.region().x + 80, y)
        yield 0.2
        self.xdo("click", 1)
        yield 0.5

    def type(self, text: str) -> None:
        self.xdo("type", "--delay", 12, text)

    def key(self, name: str) -> None:
        self.xdo("key", name)

    def wait_for(self, ready: Callable[[], bool], seconds: float) -> Scenario:
        waited = 0.0
        while not ready() and waited < seconds:
            yield 0.1
            waited += 0.1


def run(driver: Driver, scenario: Scenario) -> None:
    """Play the scenario on a timer, then quit Blender."""

    def tick() -> float | None:
        try:
            return next(scenario)
        except StopIteration:
            driver.note("scenario finished", True)
        except Exception:  # a timer's error would only be printed, and the window would stay open
            driver.shot("failure")
            driver.note("scenario finished", False, error=traceback.format_exc())
        bpy.ops.wm.quit_blender()
        return None

    # Persistent: opening a file must not end the scenario.
    bpy.app.timers.register(tick, first_interval=1.0, persistent=True)
