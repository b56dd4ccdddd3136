"""The command line: every verb, its exit codes, and standard output that holds results alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

bpy = pytest.importorskip("bpy")

from diorama import cli  # noqa: E402
from diorama.model.graph import dumps, loads  # noqa: E402

SMALL = ["--size", "3x3", "--density", "0"]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """A function that runs a command in this process: exit code, standard output, standard error."""

    def go(*argv: object) -> tuple[int, str, str]:
        capfd.readouterr()
        code = cli.main([str(a) for a in argv])
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err, err
        return code, out, err

    return go


def one(out: str) -> dict[str, Any]:
    """The one JSON object that standard output must be."""
    assert out.count("\n") == 1 and out.endswith("\n"), out
    value = json.loads(out)
    assert isinstance(value, dict)
    return value


def process(*argv: object, cwd: Path, **more: Any) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "OMP_NUM_THREADS": "1", **more}
    return subprocess.run(
        [sys.executable, "-m", "diorama", *map(str, argv)], capture_output=True, text=True, timeout=300, cwd=cwd, env=env
    )


def png_size(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


# ---------------------------------------------------------------------------------------------- generate


def test_generate_with_every_option(run: Callable[..., Any], tmp_path: Path) -> None:
    paths = {k: tmp_path / "deep" / "er" / f"r.{k}" for k in ("blend", "json", "png")}
    report = tmp_path / "report.json"
    code, out, _ = run(
        "generate",
        "a guest bedroom with a bed",
        "--seed",
        3,
        "--room-type",
        "bedroom",
        "--size",
        "3.5x3",
        "--density",
        "0.2",
        "--style",
        "scandinavian",
        "--time",
        "17:30",
        "-o",
        paths["blend"],
        "--graph",
        paths["json"],
        "--render",
        paths["png"],
        "--report",
        report,
        "--samples",
        1,
        "--resolution",
        "32x18",
        "--json",
    )
    assert code == 0
    result = one(out)
    assert result["ok"] and result["seed"] == 3 and result["room_type"] == "bedroom" and result["style"] == "scandinavian"
    world = loads(paths["json"].read_text(encoding="utf-8"))
    assert len(world.nodes) == result["objects"] > 0
    assert world.environment.hour == 17.5 and world.provenance.seed == 3
    xs, ys = zip(*world.rooms[0].polygon, strict=True)
    assert (max(xs) - min(xs), max(ys) - min(ys)) == (3.5, 3.0)
    assert png_size(paths["png"]) == (32, 18)
    figures = json.loads(report.read_text(encoding="utf-8"))["figures"]
    assert figures == result["figures"] and figures["objects"] == result["objects"]
    left = {p.name for p in paths["blend"].parent.iterdir()} | {p.name for p in tmp_path.iterdir()}
    assert left == {"r.blend", "r.json", "r.png", "report.json", "deep"}
    bpy.ops.wm.open_mainfile(filepath=str(paths["blend"]))
    (collection,) = [c for c in bpy.data.collections if "diorama" in c]
    assert loads(collection["diorama"]) == world


def test_generate_speaks_plainly_without_json(run: Callable[..., Any], tmp_path: Path) -> None:
    code, out, _ = run("generate", "a bathroom", *SMALL, "-o", tmp_path / "a.blend")
    assert code == 0 and str(tmp_path / "a.blend") in out.splitlines()[0] and "objects" in out and "COL" in out
    assert "Info:" not in out


def test_generate_in_a_given_plan(run: Callable[..., Any], worlds: dict[str, Any], tmp_path: Path) -> None:
    document = json.loads(worlds["corner"].text)
    for name in ("nodes", "cameras", "lights", "notes"):
        document[name] = []
    document["brief"] = None
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps(document), encoding="utf-8")
    code, out, _ = run("validate", plan, "--json")
    assert code == 0 and one(out)["kind"] == "plan"
    code, out, err = run(
        "generate",
        "two armchairs",
        "--plan",
        plan,
        "--density",
        "0",
        "-o",
        tmp_path / "p.blend",
        "--graph",
        tmp_path / "p.json",
        "--json",
    )
    assert code == 0, err
    made = loads((tmp_path / "p.json").read_text(encoding="utf-8"))
    given = loads(plan.read_text(encoding="utf-8"))
    assert made.rooms[0].polygon == given.rooms[0].polygon
    assert [(o.id, o.wall, o.offset, o.width) for o in made.rooms[0].openings] == [
        (o.id, o.wall, o.offset, o.width) for o in given.rooms[0].openings
    ]
    assert sum(n.category == "armchair" for n in made.nodes) == 2


# ---------------------------------------------------------------------------------------------- the other verbs


def test_validate(run: Callable[..., Any], worlds: dict[str, Any], tmp_path: Path) -> None:
    code, out, _ = run("validate", worlds["night"].graph, "--json")
    result = one(out)
    assert code == 0 and result["ok"] and result["kind"] == "world" and result["nodes"] == len(loads(worlds["night"].text).nodes)
    code, out, _ = run("validate", worlds["night"].graph)
    assert code == 0 and "kind: world" in out
    text = worlds["night"].text
    bad = {
        "torn.json": text[: len(text) // 2],
        "newer.json": text.replace("diorama/1", "diorama/9"),
        "empty.json": "",
        "strange.json": json.dumps({**json.loads(text), "colour": 1}),
    }
    for name, content in bad.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        code, out, err = run("validate", tmp_path / name, "--json")
        result = one(out)
        assert code == 2 and not result["ok"] and result["error"] and result["remedy"], name
        assert err.count("\n") == 1
    (tmp_path / "binary.json").write_bytes(bytes(range(256)))
    for path in (tmp_path / "binary.json", tmp_path / "nowhere.json", tmp_path):
        code, out, _ = run("validate", path, "--json")
        assert code == 2 and not one(out)["ok"]


def test_report(run: Callable[..., Any], worlds: dict[str, Any], tmp_path: Path) -> None:
    code, out, _ = run("report", worlds["bedroom"].blend, "-o", tmp_path / "r.json", "--json")
    result = one(out)
    assert code == 0 and result["figures"] == worlds["bedroom"].figures
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["figures"] == result["figures"]
    code, out, _ = run("report", worlds["bedroom"].blend)
    assert code == 0 and "SUP 100" in out
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    cli.save_blend(tmp_path / "empty.blend")
    (tmp_path / "no.blend").write_bytes(b"not a blend")
    for path in (tmp_path / "empty.blend", tmp_path / "no.blend", tmp_path / "nowhere.blend"):
        code, out, _ = run("report", path, "--json")
        assert code == 2 and one(out)["remedy"]


def test_render(run: Callable[..., Any], worlds: dict[str, Any], tmp_path: Path) -> None:
    small = ["--samples", 1, "--resolution", "40x24"]
    code, out, _ = run("render", worlds["bare"].blend, "-o", tmp_path / "a.png", *small, "--json")
    assert code == 0 and one(out)["output"] == str(tmp_path / "a.png") and png_size(tmp_path / "a.png") == (40, 24)
    name = next(c.name for c in loads(worlds["bare"].text).cameras if not c.active)
    assert run("render", worlds["bare"].blend, "-o", tmp_path / "b.png", "--camera", name, *small)[0] == 0
    assert (tmp_path / "b.png").read_bytes() != (tmp_path / "a.png").read_bytes()
    code, out, _ = run("render", worlds["bare"].blend, "-o", tmp_path / "c.png", "--camera", "Nobody's", *small, "--json")
    assert code == 2 and name in one(out)["remedy"]
    code, out, _ = run("render", worlds["bare"].blend, "-o", tmp_path / "c.txt", *small, "--json")
    assert code == 2 and ".png" in one(out)["remedy"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.png", "b.png"]


def test_list(run: Callable[..., Any]) -> None:
    code, out, _ = run("list", "--json")
    result = one(out)
    assert code == 0 and set(result) == {"categories", "generators", "materials", "styles", "room_types"}
    for name, values in result.items():
        assert values == sorted(set(values)) and all(isinstance(v, str) for v in values), name
    assert len(result["categories"]) >= 30 and "bedroom" in result["room_types"]
    code, out, _ = run("list")
    assert code == 0 and out.startswith("categories (")


# ---------------------------------------------------------------------------------------------- batch


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(x) for x in text.splitlines()]


def test_batch_of_a_text_file_goes_on_where_it_stopped(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompts = tmp_path / "prompts.txt"
    prompts.write_text("a bathroom\n\n  a walk-in closet  \n900 chairs\na small hallway\n", encoding="utf-8")
    folder = tmp_path / "out"
    code, out, _ = run("batch", prompts, "-o", folder, *SMALL, "--limit", 1)
    assert code == 0 and [x["key"] for x in lines(out)] == ["0001"] and (folder / "0001.blend").is_file()
    with (folder / "results.jsonl").open("a") as f:
        f.write('{"key": "0003", "ok": tr')  # as a process leaves it that is killed while it writes
    first = (folder / "0001.blend").stat().st_mtime_ns
    code, out, err = run("batch", prompts, "-o", folder, *SMALL)
    done = lines(out)
    assert code == 1 and [(x["key"], x["ok"]) for x in done] == [("0003", True), ("0004", False), ("0005", True)]
    assert "900" in done[1]["error"] and done[1]["remedy"] and "1 of 4" in err
    assert (folder / "0001.blend").stat().st_mtime_ns == first
    for key in ("0001", "0003", "0005"):
        assert {f"{key}.blend", f"{key}.json", f"{key}.report.json"} <= {p.name for p in folder.iterdir()}
    assert not (folder / "0004.blend").exists()
    assert not [p.name for p in folder.iterdir() if p.name.startswith(".")]
    code, out, _ = run("batch", prompts, "-o", folder, *SMALL)
    assert code == 1 and [x["key"] for x in lines(out)] == ["0004"], "only what failed is tried again"
    from diorama import api

    monkeypatch.setattr(api, "generate_steps", lambda *_: pytest.fail("all is done"))
    prompts.write_text("a bathroom\n\n  a walk-in closet  \n\na small hallway\n", encoding="utf-8")
    assert run("batch", prompts, "-o", folder, *SMALL)[:2] == (0, "")


def test_batch_of_a_csv_file(run: Callable[..., Any], tmp_path: Path) -> None:
    table = tmp_path / "rooms.csv"
    table.write_text(
        'id,prompt,more\nbath/1,"a bathroom, with\na sink"\nbath/1,a laundry\nempty,,x\n,"a hallway",1,2,3\n',
        encoding="utf-8-sig",
    )
    code, out, _ = run("batch", table, "-o", tmp_path / "o", *SMALL)
    done = lines(out)
    assert code == 0 and [x["key"] for x in done] == ["bath_1", "bath_1_0002", "0004"]
    assert done[0]["prompt"] == "a bathroom, with\na sink"
    assert len({x["output"] for x in done}) == 3
    other = tmp_path / "other.csv"
    other.write_text("wish;n\na bathroom;1\n", encoding="utf-8")
    code, out, _ = run("batch", other, "-o", tmp_path / "o2", "--json")
    assert code == 2 and "--column" in one(out)["remedy"]
    other.write_text("wish,n\na bathroom,1\n", encoding="utf-8")
    assert run("batch", other, "-o", tmp_path / "o2", "--column", "Wish", *SMALL)[0] == 0
    for content in (b"", b"prompt\n", b"\n\n", b"prompt\n\xff\xfe\n", b'prompt\n"' + b"x" * 200_000 + b'"\n'):
        other.write_bytes(content)
        code, out, _ = run("batch", other, "-o", tmp_path / "o3", "--json")
        assert code == 2 and one(out)["remedy"], content[:20]
    assert not (tmp_path / "o3").exists()


# ---------------------------------------------------------------------------------------------- wrong command lines


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["fly"],
        ["generate"],
        ["generate", "a room"],
        ["generate", "a room", "-o", "x.blend", "--seed", "-1"],
        ["generate", "a room", "-o", "x.blend", "--seed", "1.5"],
        ["generate", "a room", "-o", "x.blend", "--size", "4"],
        ["generate", "a room", "-o", "x.blend", "--size", "nanx4"],
        ["generate", "a room", "-o", "x.blend", "--size", "-4x4"],
        ["generate", "a room", "-o", "x.blend", "--size", "0.5x4"],
        ["generate", "a room", "-o", "x.blend", "--size", "500x500"],
        ["generate", "a room", "-o", "x.blend", "--density", "2"],
        ["generate", "a room", "-o", "x.blend", "--density", "nan"],
        ["generate", "a room", "-o", "x.blend", "--time", "25:00"],
        ["generate", "a room", "-o", "x.blend", "--time", "noon"],
        ["generate", "a room", "-o", "x.blend", "--style", "nonesuch"],
        ["generate", "a room", "-o", "x.blend", "--room-type", "moon"],
        ["generate", "a room", "-o", "x.blend", "--samples", "0"],
        ["generate", "a room", "-o", "x.blend", "--resolution", "99999x9"],
        ["generate", "a room", "-o", "x.blend", "--render", "x.txt"],
        ["generate", "a room", "-o", "x.blend", "--plan", "nowhere.json"],
        ["generate", "", "-o", "x.blend"],
        ["generate", "   ", "-o", "x.blend"],
        ["list", "extra"],
        ["render", "x.blend"],
    ],
    ids=" ".join,
)
def test_wrong_command_lines_exit_2_with_one_sentence(
    argv: list[str], run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*argv, "--json")
    result = one(out)
    assert code == 2 and not result["ok"] and result["error"] and result["remedy"]
    assert err.count("\n") == 1 and err.startswith("diorama: ")
    assert not list(tmp_path.iterdir()), "nothing was written"


def test_help_exits_0(run: Callable[..., Any]) -> None:
    for argv in (["--help"], *([v, "--help"] for v in ("generate", "render", "report", "validate", "batch", "list"))):
        code, out, _ = run(*argv)
        assert code == 0 and "usage:" in out


# ---------------------------------------------------------------------------------------------- as a process


def test_as_a_process(tmp_path: Path) -> None:
    done = process(
        "generate",
        "a bathroom",
        *SMALL,
        "-o",
        "a.blend",
        "--render",
        "a.png",
        "--samples",
        1,
        "--resolution",
        "32x18",
        "--json",
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert one(done.stdout)["ok"]
    assert png_size(tmp_path / "a.png") == (32, 18)
    failed = process("render", "nowhere.blend", "-o", "b.png", "--json", cwd=tmp_path)
    assert failed.returncode == 2 and not one(failed.stdout)["ok"]


def test_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    run = subprocess.run(
        f"'{sys.executable}' -m diorama list | head -c 1", shell=True, capture_output=True, text=True, timeout=120, cwd=tmp_path
    )
    assert "Traceback" not in run.stderr


def test_graph_of_the_command_line_is_that_of_the_file(run: Callable[..., Any], tmp_path: Path) -> None:
    assert run("generate", "a laundry", *SMALL, "-o", tmp_path / "l.blend", "--graph", tmp_path / "l.json")[0] == 0
    bpy.ops.wm.open_mainfile(filepath=str(tmp_path / "l.blend"))
    (collection,) = [c for c in bpy.data.collections if "diorama" in c]
    assert collection["diorama"] == dumps(loads((tmp_path / "l.json").read_text(encoding="utf-8")))
