"""The gallery's check for faults of rendering: what it finds, and what it lets pass."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import bpy
import numpy as np
import pytest
from mathutils import Vector


@pytest.fixture(scope="module")
def faults() -> ModuleType:
    spec = importlib.util.spec_from_file_location("faults", Path(__file__).parent / "tools/faults.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def picture() -> np.ndarray:
    """A calm grey wall with a little noise."""
    return np.random.default_rng(0).uniform(0.18, 0.22, (40, 60, 3)).astype(np.float32)


def test_a_calm_picture_has_no_faults(faults: ModuleType, picture: np.ndarray) -> None:
    assert faults.faults_of(picture) == faults.Faults(0, 0, 0.0, 0.0)


def test_fireflies_are_found_in_the_middle_and_at_the_edge(faults: ModuleType, picture: np.ndarray) -> None:
    picture[10, 20] = picture[0, 59] = 9.0
    picture[30:32, 40:42] = 5.0
    picture[31, 41] = 6.0
    assert faults.faults_of(picture).fireflies == 3


def test_a_lit_window_and_a_bright_edge_are_no_fireflies(faults: ModuleType, picture: np.ndarray) -> None:
    picture[5:15, 5:15] = 20.0
    picture[20, :] = 4.0
    found = faults.faults_of(picture)
    assert found.fireflies == 0
    assert found.clipped == pytest.approx(100 / 2400, abs=1e-4)


def test_broken_and_black_pixels_are_counted(faults: ModuleType, picture: np.ndarray) -> None:
    picture[3, 3] = np.nan
    picture[4, 4, 1] = np.inf
    picture[20:30, 20:44] = 0.0
    found = faults.faults_of(picture)
    assert (found.broken, found.fireflies) == (2, 0)
    assert found.black == pytest.approx(242 / 2400, abs=1e-4)


def test_a_spot_on_a_lamp_is_no_firefly(faults: ModuleType, picture: np.ndarray) -> None:
    """A wall fills the view: left half of it plaster, right half lamp; the lens is shifted, as the product's are."""
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    scene = bpy.context.scene
    scene.render.resolution_x, scene.render.resolution_y = 60, 40
    for name, x, family in (("wall", -10.0, "plaster"), ("lamp", 0.0, "light")):
        mesh = bpy.data.meshes.new(name)
        mesh.from_pydata([(x, 5, -10), (x + 10, 5, -10), (x + 10, 5, 10), (x, 5, 10)], [], [(0, 1, 2, 3)])
        made = bpy.data.materials.new(name)
        made.roughness, made["diorama_family"] = 0.9, family
        mesh.materials.append(made)
        scene.collection.objects.link(bpy.data.objects.new(name, mesh))
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    camera.data.shift_y = -0.1
    camera.rotation_euler = Vector((0, 1, 0)).to_track_quat("-Z", "Y").to_euler()
    scene.collection.objects.link(camera)
    scene.camera = camera
    bpy.context.view_layer.update()
    picture[10, 10] = picture[10, 50] = 9.0
    assert faults.faults_of(picture).fireflies == 2
    assert faults.faults_of(picture, scene).fireflies == 1
    assert faults.material_at(scene, 10, 10, (60, 40)).name == "wall"
    assert faults.material_at(scene, 10, 50, (60, 40)).name == "lamp"
