"""Build and validate the extension zip with Blender's own `blender_ext.py`, which every bpy wheel carries.

python tests/tools/build_zip.py diorama-0.1.0.zip
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LIMIT = 60.0  # MB
TAGS = Path(__file__).with_name("extension_tags.json")


def tool() -> Path:
    """Where the wheel keeps the tool. SystemExit if there is no bpy."""
    spec = importlib.util.find_spec("bpy")
    if spec is None or spec.origin is None:
        raise SystemExit("make zip needs the bpy wheel: pip install bpy")
    found = sorted(Path(spec.origin).parent.glob("*/scripts/addons_core/bl_pkg/cli/blender_ext.py"))
    if not found:
        raise SystemExit("this bpy wheel carries no blender_ext.py")
    return found[-1]


def build(target: Path, source: Path = ROOT) -> None:
    """Write the zip. CalledProcessError if the tool refuses, SystemExit if it is too large."""
    target.unlink(missing_ok=True)
    program = [sys.executable, str(tool())]
    tags = [f"--valid-tags={TAGS}"]
    subprocess.run([*program, "build", f"--source-dir={source}", f"--output-filepath={target.absolute()}", *tags], check=True)
    subprocess.run([*program, "validate", str(target), *tags], check=True)
    size = target.stat().st_size / 1e6
    with zipfile.ZipFile(target) as archive:
        parts: dict[str, float] = {}
        for info in archive.infolist():
            top = "/".join(info.filename.split("/")[:2])
            parts[top] = parts.get(top, 0.0) + info.compress_size / 1e6
    for name, mb in sorted(parts.items(), key=lambda p: -p[1])[:8]:
        sys.stdout.write(f"  {mb:7.2f} MB  {name}\n")
    sys.stdout.write(f"{target.name}: {size:.1f} MB of at most {LIMIT:.0f}\n")
    if size > LIMIT:
        raise SystemExit("too large")


if __name__ == "__main__":
    build(Path(sys.argv[1] if len(sys.argv) > 1 else "diorama.zip"))
