"""What goes wrong is told in one sentence with a remedy, and leaves nothing half-built and nothing lost."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

bpy = pytest.importorskip("bpy")

from diorama import api, cli  # noqa: E402
from diorama.model.brief import Brief, Count, Request  # noqa: E402
from diorama.model.errors import DioramaError, InputError, WorkError  # noqa: E402
from diorama.model.graph import dumps, loads  # noqa: E402
from diorama.model.graph.types import Opening, Room, World  # noqa: E402


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, dict[str, Any]]]:
    """A function that runs a command with --json: exit code and result, after a look at the manner of its complaint."""

    def go(*argv: object) -> tuple[int, dict[str, Any]]:
        capfd.readouterr()
        code = cli.main([*(str(a) for a in argv), "--json"])
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        assert out.count("\n") == 1, out
        result = json.loads(out)
        if code:
            assert not result["ok"] and decent(result["error"]) and decent(result["remedy"]), result
            assert [line for line in err.splitlines() if line.startswith("diorama: ")] != []
        return code, result

    return go


def decent(text: str) -> bool:
    """One line that a person can read."""
    return bool(text.strip()) and "\n" not in text and len(text) < 700 and text.rstrip()[-1] in ".!?:)" and "Error" not in text


def refused(kind: type[DioramaError], work: Callable[[], object]) -> str:
    """What is said when work is refused."""
    with pytest.raises(kind) as e:
        work()
    assert decent(str(e.value)), str(e.value)
    assert decent(e.value.remedy), e.value.remedy
    return str(e.value)


def plan(**changes: Any) -> World:
    room = Room(
        "den",
        "living_room",
        "Den",
        ((0.0, 0.0), (4.0, 0.0), (4.0, 3.2), (0.0, 3.2)),
        openings=(Opening("den/door_1", "door", 0, 0.4, 0.9, 2.05),),
    )
    return World("den", "Den", (replace(room, **changes),))


# ---------------------------------------------------------------------------------------------- prompts


@pytest.mark.parametrize("prompt", ["", "   ", "\n\t \r", "\u3000\u00a0"])
def test_an_empty_prompt_is_refused(
    prompt: str, run: Callable[..., Any], tmp_path: Path, inventory: Callable[[], Any], fresh: None
) -> None:
    before = inventory()
    assert "empty" in refused(InputError, lambda: api.generate(prompt))
    assert "empty" in refused(InputError, lambda: api.understand(api.Request(prompt)))
    code, _ = run("generate", prompt, "-o", tmp_path / "a.blend")
    assert code == 2 and not list(tmp_path.iterdir())
    assert inventory() == before


PROMPTS = {
    "long": ("a bedroom with a bed and a desk and a chair, " * 250)[:10_000],
    "one long word": "x" * 10_000,
    "emoji": "🛋️ 📺 🪴 cosy living room ✨✨",
    "only emoji": "🦄🔥👻",
    "chinese": "一间温馨的卧室，有一张双人床和两个床头柜",
    "german": "Ein gemütliches Wohnzimmer mit einem großen Sofa und zwei Sesseln",
    "arabic": "غرفة نوم مريحة مع سرير كبير ومكتب",
    "combining": "a be\u0301droom w\u0336ith a b\u0308ed\u200b\u200d\ufeff",
    "controls": "a bedroom\x00 with\x1b[31m a bed\x07",
    "markup": "<script>alert(1)</script> ${PATH} %s {0} '; DROP TABLE rooms; -- a bedroom",
    "surrogate": "a bedroom \udcff with a bed",
    "punctuation": "?!.,;:()[]{}",
    "digits": "1234567890 999999999999999999999 0 -5 1e999",
    "nothing asked": "no bed, no chair, no table, without any lamp",
    "newlines": "a bedroom\nwith a bed\n\n- a desk\n- a chair",
}


@pytest.mark.parametrize("name", PROMPTS)
def test_strange_prompts_build_a_room_or_say_why_not(
    name: str, fresh: None, inventory: Callable[[], Any], tmp_path: Path
) -> None:
    before = inventory()
    try:
        result = api.generate(PROMPTS[name], seed=1, density=0.0)
    except DioramaError as e:
        assert decent(str(e)) and decent(e.remedy), e
        assert inventory() == before
    else:
        assert loads(dumps(result.world)) == result.world
        assert result.world.rooms and len(result.collection.name) <= 63
        cli.save_blend(tmp_path / "a.blend")
        bpy.ops.wm.open_mainfile(filepath=str(tmp_path / "a.blend"))
        (c,) = [c for c in bpy.data.collections if "diorama" in c]
        assert loads(c["diorama"]) == result.world


def test_other_languages_are_admitted_not_misread() -> None:
    for name in ("chinese", "german", "arabic"):
        brief = api.understand(api.Request(PROMPTS[name]))
        assert brief.notes, f"{name}: what was not understood is said"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        brief = api.understand(api.Request(text))
    except DioramaError as e:
        assert decent(str(e)), e
    else:
        assert isinstance(brief, Brief)


WORDS = st.sampled_from(
    (
        "no the bedroom kitchen bed beds chair lamp on under between next to each side of window wall corner with and "
        ", . ; 3m 4x5 metres by feet round red oak large tiny at night without four hundred -1 0.5 sofa's all every other"
    ).split()
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_word_salad_is_understood_or_refused(text: str) -> None:
    try:
        brief = api.understand(api.Request(text))
    except DioramaError as e:
        assert decent(str(e)), e
    else:
        keys = [r.key for r in brief.requests]
        assert len(keys) == len(set(keys))
        for rel in brief.relations:
            assert rel.subject in keys and all(o in keys for o in rel.objects)


@pytest.mark.parametrize("prompt", ["an empty bedroom", "a bedroom without anything", "nothing", "an unfurnished kitchen"])
def test_nothing_is_what_is_asked_for(prompt: str) -> None:
    world = api.run(api.imagine(api.Request(prompt, seed=1)))
    assert {n.support.kind for n in world.nodes} <= {"from_ceiling"} and world.rooms, "at most a lamp overhead"


def test_nothing_else_is_nothing_else() -> None:
    world = api.run(api.imagine(api.Request("a bedroom with a double bed, two nightstands and nothing else", seed=1)))
    assert sorted(n.category for n in world.nodes if n.support.kind == "floor") == ["bed", "nightstand", "nightstand"]


def test_no_kind_of_room_is_made_up_from_words_that_say_none() -> None:
    for prompt in ("an empty room", "a big place", "an almost empty space with a chair", "a room of 20 m² with a bed"):
        notes = api.understand(api.Request(prompt)).notes
        assert not any("nearest" in n or "no kind of room that is known" in n for n in notes), notes


# ---------------------------------------------------------------------------------------------- sizes and counts


@pytest.mark.parametrize(
    "size", [(0.5, 0.5), (500.0, 500.0), (-3.0, 4.0), (float("nan"), 4.0), (float("inf"), 4.0), (0.0, 0.0), (4.0, 1e-9)]
)
def test_impossible_sizes_are_refused(size: tuple[float, float]) -> None:
    assert "possible" in refused(InputError, lambda: api.generate("a bedroom", size=size))
    assert "possible" in refused(InputError, lambda: api.understand(api.Request(brief=Brief(size=size))))


@pytest.mark.parametrize(
    "prompt", ["a bedroom of 0.5 m by 0.5 m", "a 500 x 500 metre living room with a sofa", "a bedroom of 250000 square metres"]
)
def test_impossible_sizes_in_words_are_refused(prompt: str, fresh: None, inventory: Callable[[], Any]) -> None:
    before = inventory()
    assert "not possible" in refused(InputError, lambda: api.generate(prompt))
    assert inventory() == before


@pytest.mark.parametrize("size", [(1.2, 1.2), (1.2, 40.0), (40.0, 40.0)])
def test_extreme_but_possible_sizes_work(size: tuple[float, float], fresh: None) -> None:
    r = api.generate("a hallway with a bench and a coat rack", seed=1, size=size, density=0.2)
    assert (r.figures if hasattr(r, "figures") else r.report.figures)["COL"] == 0 and r.report.figures["OOB"] == 0


@pytest.mark.parametrize(
    "change",
    [
        {"density": 7.0},
        {"density": float("nan")},
        {"hour": 30.0},
        {"hour": float("nan")},
        {"seed": -1},
        {"seed": 2**70},
        {"seed": 1.5},
        {"style": "no such style at all"},
        {"room_type": "moon base"},
    ],
)
def test_impossible_options_are_refused(change: dict[str, Any]) -> None:
    refused(InputError, lambda: api.generate("a bedroom", **change))


def test_unknown_option_is_a_programmers_mistake() -> None:
    with pytest.raises(TypeError, match="colour"):
        api.generate("a bedroom", colour="red")


def test_400_chairs_in_6_square_metres_are_refused(fresh: None, inventory: Callable[[], Any]) -> None:
    before = inventory()
    assert "400" in refused(InputError, lambda: api.generate("400 chairs", size=(2.0, 3.0)))
    assert inventory() == before


def test_150_chairs_in_6_square_metres_are_built_as_far_as_they_fit(fresh: None) -> None:
    r = api.generate("150 chairs", seed=1, size=(2.0, 3.0), density=0.0)
    chairs = [n for n in r.world.nodes if n.category == "chair"]
    assert 1 <= len(chairs) < 150
    assert r.report.figures["COL"] == 0 and r.report.figures["OOB"] == 0 and r.report.figures["CNT"] < 100
    (text,) = [t for t in r.report.lacking if "chair" in t]
    assert "150" in text and str(len(chairs)) in text
    assert any("chairs" in t and "fit" in t for t in r.world.notes)


def test_more_than_a_room_can_hold_is_refused() -> None:
    assert "900" in refused(InputError, lambda: api.generate("900 books"))
    many = Brief(requests=tuple(Request(f"c{i}", "chair", "chair", Count("eq", 50)) for i in range(9)))
    assert "450" in refused(InputError, lambda: api.generate(brief=many))


def test_briefs_that_do_not_hang_together_are_refused() -> None:
    for brief in (
        Brief(requests=(Request("a", "no_such_category", "thing"),)),
        Brief(requests=(Request("a", "chair", "chair"), Request("a", "sofa", "sofa"))),
        Brief(requests=(Request("a", "chair", "chair", Count("eq", -5)),)),
    ):
        refused(InputError, lambda brief=brief: api.generate(brief=brief, density=0.0))  # type: ignore[misc]


# ---------------------------------------------------------------------------------------------- plans and graphs


def test_plans_that_are_none_are_refused(run: Callable[..., Any], tmp_path: Path, worlds: dict[str, Any]) -> None:
    good = json.loads(dumps(plan()))
    crossing = json.loads(dumps(plan()))
    crossing["rooms"][0]["polygon"] = [[0, 0], [4, 3], [4, 0], [0, 3]]
    wide = json.loads(dumps(plan()))
    wide["rooms"][0]["openings"][0]["width"] = 9.0
    cases = {
        "with objects": worlds["bare"].text,
        "crossing": json.dumps(crossing),
        "wide door": json.dumps(wide),
        "torn": json.dumps(good)[:90],
        "newer": json.dumps({**good, "format": "diorama/7"}),
        "no rooms": json.dumps({**good, "rooms": []}),
        "list": "[]",
        "empty": "",
    }
    for name, text in cases.items():
        path = tmp_path / "plan.json"
        path.write_text(text, encoding="utf-8")
        code, _ = run("generate", "a sofa", "--plan", path, "-o", tmp_path / "out.blend")
        assert code == 2, name
        assert [p.name for p in tmp_path.iterdir()] == ["plan.json"], name


@pytest.mark.parametrize(
    "polygon",
    [
        ((0.0, 0.0), (4.0, 3.0), (4.0, 0.0), (0.0, 3.0)),
        ((0.0, 0.0), (0.0, 3.0), (4.0, 0.0)),
        ((0.0, 0.0), (1e-5, 0.0), (0.0, 1e-5)),
        ((0.0, 0.0), (900.0, 0.0), (900.0, 900.0), (0.0, 900.0)),
    ],
)
def test_plans_made_in_python_are_checked_as_well(polygon: Any, fresh: None, inventory: Callable[[], Any]) -> None:
    before = inventory()
    refused(InputError, lambda: api.generate("a sofa", plan=plan(polygon=polygon, openings=())))
    assert inventory() == before


def test_odd_but_sound_plans_work(fresh: None) -> None:
    no_door = api.generate("a sofa and a plant", plan=plan(openings=()), density=0.0)
    assert no_door.report.figures["COL"] == 0 and no_door.world.rooms[0].polygon == plan().rooms[0].polygon
    upstairs = api.generate("a sofa and a plant", plan=plan(level=3.0), density=0.3)
    assert upstairs.report.figures["SUP"] == 100 and upstairs.report.figures["COL"] == 0
    strange = api.generate("a sofa", plan=plan(type="hangar"), density=0.0)
    assert strange.world.rooms[0].type == "hangar"
    tiny = api.generate(
        "a king size bed", plan=plan(polygon=((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)), openings=()), density=0.0
    )
    assert tiny.report.lacking


def test_a_linked_scene_is_refused(fresh: None, inventory: Callable[[], Any], tmp_path: Path) -> None:
    path = str(tmp_path / "library.blend")
    bpy.data.scenes.new("Linked")
    bpy.ops.wm.save_as_mainfile(filepath=path)  # writing only the scene crashes Blender 5.2
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    with bpy.data.libraries.load(path, link=True) as (_, wanted):
        wanted.scenes = ["Linked"]
    bpy.context.window.scene = bpy.data.scenes["Linked"]
    before = inventory()
    assert "linked" in refused(InputError, lambda: api.generate("a bathroom", seed=1))
    assert inventory() == before


# ---------------------------------------------------------------------------------------------- weights


def damage(path: Path, how: str) -> None:
    blob = bytearray(path.read_bytes())
    if how == "missing":
        path.unlink()
    elif how == "flipped":
        blob[len(blob) // 2] ^= 1
        path.write_bytes(blob)
    elif how == "truncated":
        path.write_bytes(blob[: len(blob) // 3])
    elif how == "empty":
        path.write_bytes(b"")


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the weights that the package uses, for a while, in place of its own."""
    from diorama.model import weights as home
    from diorama.model.language import encoder, lexicon, linker, understand

    folder = tmp_path / "weights"
    shutil.copytree(home.FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setattr(home, "FOLDER", folder)
    monkeypatch.setattr(encoder, "WEIGHTS", folder)
    kept = list(api._prior)
    api._prior.clear()
    caches = [f for m in (encoder, lexicon, linker, understand) for f in vars(m).values() if hasattr(f, "cache_clear")]
    for f in caches:
        f.cache_clear()
    yield folder
    api._prior[:] = kept
    for f in caches:
        f.cache_clear()


@pytest.mark.parametrize(
    "how", ["missing", "flipped", "truncated", "empty", "wrong hash", "config missing", "config torn", "config is a list"]
)
@pytest.mark.parametrize("which", ["layout", "minilm"])
def test_damaged_weights_are_told(
    which: str, how: str, weights: Path, fresh: None, inventory: Callable[[], Any], run: Callable[..., Any], tmp_path: Path
) -> None:
    config = weights / f"{which}.json"
    if how == "wrong hash":
        config.write_text(json.dumps({**json.loads(config.read_text(encoding="utf-8")), "sha256": "0" * 64}), encoding="utf-8")
    elif how == "config missing":
        config.unlink()
    elif how == "config torn":
        config.write_text(config.read_text(encoding="utf-8")[:40], encoding="utf-8")
    elif how == "config is a list":
        config.write_text("[]", encoding="utf-8")
    else:
        damage(weights / f"{which}.safetensors", how)
    before = inventory()
    text = refused(WorkError, lambda: api.generate("a bedroom with a bed and a sousaphone", seed=1))
    assert which in text or "encoder" in text or "layout" in text
    assert inventory() == before
    out = tmp_path / "out"
    out.mkdir()
    code, _ = run("generate", "a bedroom with a bed and a sousaphone", "-o", out / "a.blend")
    assert code == 1 and not list(out.iterdir())


# ---------------------------------------------------------------------------------------------- places that cannot be written


def files(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*"))


SMALL = ("--size", "3x3", "--density", "0")


def test_outputs_that_cannot_be_are_refused_before_the_work(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("mine")
    monkeypatch.setattr(api, "generate_steps", lambda *_: pytest.fail("worked before looking"))
    code, _ = run("generate", "a bathroom", "-o", tmp_path / "file" / "a.blend")
    assert code == 1
    code, _ = run("generate", "a bathroom", "-o", tmp_path)
    assert code == 1
    code, _ = run("generate", "a bathroom", "-o", tmp_path / "a.blend", "--graph", tmp_path / "file" / "g.json")
    assert code == 1
    code, _ = run("generate", "a bathroom", "-o", tmp_path / ("n" * 300 + ".blend"))
    assert code == 1
    code, _ = run("batch", tmp_path / "file", "-o", tmp_path / "file" / "out")
    assert code == 1
    assert files(tmp_path) == ["file"] and (tmp_path / "file").read_text() == "mine"


def full(*_: Any, **__: Any) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_keeps_the_old_file(run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "a.blend"
    old.write_bytes(b"old")
    monkeypatch.setattr(cli.os, "replace", full)
    code, result = run("generate", "a bathroom", *SMALL, "-o", old)
    assert code == 1 and "No space left" in result["error"]
    assert files(tmp_path) == ["a.blend"] and old.read_bytes() == b"old"


def test_a_full_disk_while_writing_text(run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def torn(self: Path, text: str, **_: Any) -> int:
        self.write_bytes(text.encode()[:10])
        return full()

    (tmp_path / "g.json").write_text("old")
    monkeypatch.setattr(Path, "write_text", torn)
    code, result = run("generate", "a bathroom", *SMALL, "-o", tmp_path / "a.blend", "--graph", tmp_path / "g.json")
    assert code == 1 and "No space left" in result["error"]
    assert files(tmp_path) == ["a.blend", "g.json"] and (tmp_path / "g.json").read_text() == "old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_device_that_is_full(run: Callable[..., Any], tmp_path: Path, worlds: dict[str, Any]) -> None:
    code, _ = run("report", worlds["bare"].blend, "-o", "/dev/full/report.json")
    assert code == 1
    link = tmp_path / "results.jsonl"
    link.symlink_to("/dev/full")
    (tmp_path / "p.txt").write_text("a bathroom\n", encoding="utf-8")
    code, result = run("batch", tmp_path / "p.txt", "-o", tmp_path, *SMALL)
    assert code == 1 and "No space left" in result["error"]


def test_a_save_that_blender_refuses(run: Callable[..., Any], tmp_path: Path, worlds: dict[str, Any]) -> None:
    code, _ = run("render", worlds["bare"].blend, "-o", "/dev/full/a.png", "--samples", 1, "--resolution", "32x18")
    assert code == 1
    with pytest.raises(WorkError) as e:
        cli.save_blend("/proc/no/such/place.blend")
    assert decent(str(e.value)) and e.value.remedy


# ---------------------------------------------------------------------------------------------- errors themselves


def test_unforeseen_errors_are_one_line_too(run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> Any:
        raise ValueError("first line\nsecond line")

    monkeypatch.setattr(api, "generate_steps", broken)
    out = None
    try:
        out = run("generate", "a bathroom", "-o", tmp_path / "a.blend")
    except AssertionError:
        code = cli.main(["generate", "a bathroom", "-o", str(tmp_path / "a.blend")])
        assert code == 1
    assert out is None or out[0] == 1
    assert not list(tmp_path.iterdir())
