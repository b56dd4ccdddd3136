"""Rendering: settings that suit interiors, and pictures that are either complete or not there."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Literal

import bpy

from ..model.errors import InputError, WorkError
from . import compat
from .exposure import adapt

Engine = Literal["cycles", "eevee", "workbench"]
_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".exr": "OPEN_EXR", ".webp": "WEBP"}


def prepare(
    scene: bpy.types.Scene, engine: Engine = "cycles", samples: int = 64, resolution: tuple[int, int] = (960, 540)
) -> None:
    """Set the engine and its options for interiors: enough bounces for daylight to reach the corners, clamped and denoised."""
    r = scene.render
    r.engine = {"cycles": "CYCLES", "eevee": compat.eevee(), "workbench": "BLENDER_WORKBENCH"}[engine]
    r.resolution_x, r.resolution_y, r.resolution_percentage = *resolution, 100
    r.film_transparent = False
    scene.view_settings.view_transform = "AgX"
    with contextlib.suppress(TypeError):
        scene.view_settings.look = "AgX - Medium High Contrast"
    if engine == "cycles":
        c = scene.cycles
        c.samples, c.use_adaptive_sampling, c.adaptive_threshold = samples, True, 0.02
        c.use_denoising = True
        with contextlib.suppress(TypeError):
            c.denoiser = "OPENIMAGEDENOISE"
        c.max_bounces, c.diffuse_bounces, c.glossy_bounces, c.transmission_bounces, c.transparent_max_bounces = 8, 5, 4, 4, 12
        c.sample_clamp_indirect, c.caustics_reflective, c.caustics_refractive, c.blur_glossy = 6.0, False, False, 0.5
        c.use_light_tree = True
    elif engine == "eevee":
        e = scene.eevee
        e.taa_render_samples = samples
        for name, value in {"use_raytracing": True, "use_shadows": True, "use_fast_gi": True, "fast_gi_distance": 4.0}.items():
            if hasattr(e, name):
                setattr(e, name, value)


def check_picture(path: str | Path) -> str:
    """Blender's name of the kind of picture that a path's ending says. InputError if it cannot be written."""
    kind = _FORMATS.get(Path(path).suffix.lower())
    if kind is None:
        ending = repr(Path(path).suffix) if Path(path).suffix else "no ending"
        raise InputError(f"A picture file with {ending} cannot be written.", "Use .png, .jpg, .webp or .exr.")
    return kind


def render(
    scene: bpy.types.Scene,
    path: str | Path,
    engine: Engine = "cycles",
    samples: int = 64,
    resolution: tuple[int, int] = (960, 540),
) -> Path:
    """Render the scene's camera to a picture file. InputError for an unknown kind of file or a scene without camera; WorkError
    if it cannot be written. The file appears only when it is complete."""
    path = Path(path)
    kind = check_picture(path)
    if scene.camera is None:
        raise InputError("The scene has no camera to render from.", "Add a camera, or generate the cameras anew.")
    prepare(scene, engine, samples, resolution)
    adapt(scene)
    r = scene.render
    kept = (r.filepath, r.use_file_extension)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(suffix=path.suffix, prefix=f".{path.stem}-", dir=path.parent)
        os.close(handle)
    except OSError as e:
        raise WorkError(f"{path} cannot be written: {e.strerror}.", "Choose another folder, or free some space.") from e
    try:
        if hasattr(r.image_settings, "media_type"):
            r.image_settings.media_type = "IMAGE"
        r.image_settings.file_format = kind
        r.filepath, r.use_file_extension = temporary, False
        bpy.ops.render.render(write_still=True, scene=scene.name)
        if os.path.getsize(temporary) == 0:
            raise WorkError(f"{path} cannot be written.", "Choose another folder, or free some space.")
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except RuntimeError as e:
        raise WorkError(f"Rendering failed: {str(e).strip().splitlines()[-1]}.", "Try fewer samples or a smaller picture.") from e
    except OSError as e:
        raise WorkError(f"{path} cannot be written: {e.strerror}.", "Choose another folder, or free some space.") from e
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        r.filepath, r.use_file_extension = kept
    return path
