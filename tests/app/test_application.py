"""The extension in the real application, through its own tools and by real clicks.

DIORAMA_BLENDER names a launcher of Blender 4.2 or later that understands `run ARGS...` (blender with these arguments) and
`gui PICTURE SCRIPT SECONDS` (a window on a screen of its own that runs a script; xdotool and ImageMagick's import in reach).
Screenshots and log stay in out/app.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LAUNCHER = os.environ.get("DIORAMA_BLENDER", "")
STUB = bool(os.environ.get("DIORAMA_STUB"))
WORLD = (
    "a drag rebuilds",
    "a material is chosen",
    "a change is one undo step",
    "local view is on",
    "a thing stays in local view",
    "marked as asset",
    "the asset has a thumbnail",
    "the studio's panel can scan",
    "a mood changes the light",
    "another style moves nothing",
    "a look is one undo step",
    "damaged weights are told",
    "damaged weights leave the scene",
)
STEPS = (
    "enabled",
    "sidebar open",
    "tab shows its fields",
    "prompt typed",
    "brief read",
    "running was shown",
    "cancel leaves the data",
    "cancel leaves the scene",
    "generated",
    "objects",
    "undo is one step",
    "redo brings it back",
    "a click in the outline selects",
    "checked again",
    "the startup cube is hidden",
    *(() if STUB else WORLD),
    "the asset's catalog is beside the file",
    "another file is open",
    "reopened",
    "disabled",
    "enabled again",
    "panel is back",
    "scenario finished",
)
ENABLE = """
import bpy, sys, time, addon_utils
start = time.perf_counter()
addon_utils.enable("bl_ext.user_default.diorama")
sys.stdout.write(f"ENABLE {time.perf_counter() - start:.4f}\\n")
heavy = sorted({m.split(".")[0] for m in sys.modules} & {"torch", "scipy", "safetensors"})
sys.stdout.write(f"HEAVY {heavy}\\n")
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not LAUNCHER, reason="DIORAMA_BLENDER is not set: it names a launcher of the application"),
]


def blender(*arguments: str, timeout: float = 300) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LAUNCHER, "run", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=timeout)


@pytest.fixture(scope="module")
def folder() -> Path:
    place = ROOT / "out" / "app"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    return place


@pytest.fixture(scope="module")
def archive(folder: Path) -> Path:
    """The zip, built by the application itself."""
    target = folder / "diorama.zip"
    done = blender("--background", "--command", "extension", "build", "--source-dir", str(ROOT), "--output-filepath", str(target))
    assert done.returncode == 0 and target.is_file(), done.stdout + done.stderr
    return target


@pytest.fixture(scope="module")
def installed(archive: Path) -> Path:
    blender("--background", "--command", "extension", "remove", "diorama")
    done = blender("--background", "--command", "extension", "install-file", "-r", "user_default", "-e", str(archive))
    assert done.returncode == 0 and "Installed" in done.stdout, done.stdout + done.stderr
    return archive


@pytest.fixture(scope="module")
def log(installed: Path, folder: Path) -> dict[str, dict[str, object]]:
    """Step -> what the scenario noted about it."""
    (folder / "options.json").write_text(json.dumps({"stub": STUB}))
    script = folder / "start.py"
    script.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT / 'tests' / 'app')!r})\nfrom scenario import start\nstart({str(folder)!r})\n"
    )
    subprocess.run([LAUNCHER, "gui", str(folder / "end.png"), str(script), "900"], cwd=ROOT, capture_output=True, timeout=1200)
    return {n["step"]: n for n in json.loads((folder / "log.json").read_text())}


def test_validate(archive: Path) -> None:
    done = blender("--background", "--command", "extension", "validate", str(archive))
    assert done.returncode == 0, done.stdout + done.stderr
    assert archive.stat().st_size <= 60e6


def test_enable_is_quick(installed: Path, folder: Path) -> None:
    script = folder / "enable.py"
    script.write_text(ENABLE)
    seconds = []
    for _ in range(3):
        out = blender("--background", "--factory-startup", "--python", str(script)).stdout
        assert "HEAVY []" in out, out
        seconds.append(float(out.split("ENABLE ")[1].split()[0]))
    (folder / "enable.json").write_text(json.dumps(seconds))
    assert min(seconds) <= 0.2, seconds


def test_command_line(installed: Path) -> None:
    done = blender("--background", "--command", "diorama", "list", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout[done.stdout.index("{") : done.stdout.rindex("}") + 1])
    assert {"categories", "generators", "materials", "styles", "room_types"} <= set(found)


@pytest.mark.parametrize("step", STEPS)
def test_window(log: dict[str, dict[str, object]], step: str) -> None:
    assert step in log, f"never came so far; the last step was {list(log)[-1]}: {list(log.values())[-1]}"
    assert log[step]["ok"], log[step]
