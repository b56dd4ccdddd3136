"""The extension under its true package name, on the bpy wheel: registering, polls, Generate, undo, cancel.

bpy can hold one user folder per process, so everything runs in a child process that prints one JSON line per check.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CHECKS = Path(__file__).parent / "app" / "checks.py"
NAMES = (
    "registers_everything",
    "package_loads_late",
    "manual_has_every_topic",
    "preset_prompts_are_twelve",
    "polls_say_why",
    "brief_round_trip",
    "brief_edits_reach_the_request",
    "brief_is_dropped_when_the_prompt_changes",
    "generate_with_stub",
    "generate_error_leaves_everything",
    "cancel_leaves_everything",
    "undo_is_one_step",
    "worlds_switch_and_delete",
    "select_and_report",
    "strangers_are_found_and_hidden",
    "sizes_in_feet",
    "edit_prompt_as_text",
    "test_interpreter_says_what_it_finds",
    "generate_equals_api",
    "cancel_real_generation_at_every_stage",
    "unregister_leaves_nothing",
)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Check name -> "" or what went wrong."""
    pytest.importorskip("bpy")
    home = tmp_path_factory.mktemp("resources")
    place = home / "extensions" / "user_default"
    place.mkdir(parents=True)
    (place / "diorama").symlink_to(ROOT)
    env = {**os.environ, "BLENDER_USER_RESOURCES": str(home), "OMP_NUM_THREADS": "1"}
    run = subprocess.run([sys.executable, str(CHECKS)], env=env, capture_output=True, text=True, timeout=900, cwd=home)
    found = dict(json.loads(line[2:]) for line in run.stdout.splitlines() if line.startswith("= "))
    found.setdefault("", run.stderr[-3000:])
    return found


@pytest.mark.parametrize("name", NAMES)
def test_extension(results: dict[str, str], name: str) -> None:
    assert name in results, f"did not run: {results['']}"
    assert not results[name], results[name]


def test_no_check_is_forgotten(results: dict[str, str]) -> None:
    assert set(results) - {""} == set(NAMES)
