"""The cameras: what a lens sees, and that the views chosen are level, composed and unobstructed."""

from __future__ import annotations

import math

import numpy as np
import pytest
from diorama.model.graph.types import Camera, Node, Opening, Room, Support
from diorama.model.look.framing import LONG, WIDE, _squared, choose_cameras, choose_home_cameras
from diorama.model.look.sight import COLUMNS, SENSOR, boxes_of, look

RECTANGLE = ((0.0, 0.0), (5.0, 0.0), (5.0, 4.0), (0.0, 4.0))


def _room(id_: str = "room", polygon: tuple[tuple[float, float], ...] = RECTANGLE) -> Room:
    return Room(id_, "living_room", id_.capitalize(), polygon, openings=(Opening(f"{id_}/door_1", "door", 1, 0.4, 0.9, 2.05),))


def _node(
    name: str,
    size: tuple[float, float, float],
    at: tuple[float, float, float],
    yaw: float = 0.0,
    support: Support | None = None,
    room: str = "room",
) -> Node:
    return Node(f"{room}/{name}", name, name, room, size, at, yaw, support or Support("floor", room))


def _furnished() -> list[Node]:
    """A sofa before the lower wall that looks at a low table, a wardrobe above, and three vases on a sideboard at the left."""
    on = Support("on", "room/sideboard")
    return [
        _node("sofa", (2.0, 0.9, 0.8), (2.6, 0.5, 0.0), math.pi),
        _node("table", (1.0, 0.6, 0.45), (2.6, 1.6, 0.0)),
        _node("wardrobe", (1.2, 0.6, 2.1), (3.2, 3.7, 0.0)),
        _node("sideboard", (1.4, 0.45, 0.8), (0.25, 2.0, 0.0), math.pi / 2),
        *(_node(f"vase_{k}", (0.15, 0.15, 0.3), (0.25, 1.6 + 0.4 * k, 0.8), 0.0, on) for k in range(3)),
    ]


def _axis(c: Camera) -> np.ndarray:
    d = np.subtract(c.target, c.position)[:2]
    return d / np.linalg.norm(d)


def test_a_box_is_seen_where_the_lens_puts_it() -> None:
    """A metre's width three metres ahead takes lens / 3 of the sensor; what stands behind is hidden, what stands beside cut."""
    boxes = boxes_of(
        [
            _node("near", (1.0, 0.2, 1.2), (2.5, 3.1, 0.0)),
            _node("behind", (0.5, 0.2, 1.0), (2.5, 3.6, 0.0)),
            _node("beside", (0.4, 0.2, 1.0), (2.5 + 3 * SENSOR / 2 / 24, 3.1, 0.0)),
        ]
    )
    sight = look(boxes, np.array(RECTANGLE), 2.6, (2.5, 0.0), 1.2, math.pi / 2, 24.0, 0.0)
    widths = (sight.things == 0).sum(1)
    assert abs(widths.max() - COLUMNS * 24 / 3 / SENSOR) <= 1
    assert sight.depth[sight.things == 0].min() == pytest.approx(3.0)
    assert sight.seen().tolist()[1] == 0 < sight.whole[1]
    assert sight.framed[2] / sight.whole[2] == pytest.approx(0.5, abs=0.15)
    assert sight.nearest[0] == pytest.approx(3.0)


def test_walls_floor_and_ceiling_bound_what_is_seen() -> None:
    sight = look(boxes_of([]), np.array(RECTANGLE), 2.6, (2.5, 0.5), 1.3, math.pi / 2, 24.0, 0.0)
    assert (sight.things == -1).all()
    assert sight.depth.max() == pytest.approx(3.5)
    assert sight.depth[-1].max() < 3.5  # the floor


def test_views_are_level_with_lenses_of_interiors() -> None:
    cameras = choose_cameras(_room(), _furnished())
    assert [c.id.split("_")[-1] for c in cameras] == ["hero", "wide", "detail", "plan"]
    assert [c.active for c in cameras] == [True, False, False, False]
    assert all(WIDE <= c.lens <= LONG for c in cameras)
    for c in cameras[:3]:
        assert c.position[2] == c.target[2] and c.shift_y < 0
    assert choose_cameras(_room(), _furnished()) == cameras


def test_the_hero_shows_the_sofa_whole_and_from_the_front() -> None:
    nodes = _furnished()
    hero = choose_cameras(_room(), nodes)[0]
    axis = _axis(hero)
    sight = look(
        boxes_of(nodes), np.array(RECTANGLE), 2.6, hero.position[:2], hero.position[2], math.atan2(axis[1], axis[0]), hero.lens,
        hero.shift_y,
    )  # fmt: skip
    assert hero.position[1] > 1.2, "the camera stands behind the sofa"
    assert sight.framed[0] > 0.85 * sight.whole[0]
    assert sight.seen()[0] > 0.6 * sight.whole[0]


def test_the_wide_view_is_another_one() -> None:
    for nodes in (_furnished(), _furnished()[:2], []):
        hero, wide = choose_cameras(_room(), nodes)[:2]
        turn = math.acos(float(np.clip(_axis(hero) @ _axis(wide), -1, 1)))
        assert turn > 0.9 or math.dist(hero.position, wide.position) > 2.4


def test_the_detail_is_of_the_fullest_group_and_in_focus() -> None:
    detail = next(c for c in choose_cameras(_room(), _furnished()) if c.id.endswith("detail"))
    axis, to = _axis(detail), np.subtract((0.25, 2.0), detail.position[:2])
    along, across = float(to @ axis), float(to @ (axis[1], -axis[0]))
    assert along == pytest.approx(detail.focus, abs=0.01)
    assert abs(across / along * LONG / SENSOR) == pytest.approx(1 / 6, abs=0.01), "not on a third"
    assert 0.9 <= detail.position[2] <= 1.4


def test_a_room_without_low_things_has_no_detail() -> None:
    cameras = choose_cameras(_room(), [_node("wardrobe", (1.2, 0.6, 2.1), (3.2, 3.7, 0.0))])
    assert [c.id.split("_")[-1] for c in cameras] == ["hero", "wide", "plan"]


def test_nearly_square_views_are_squared() -> None:
    polygon = np.array(RECTANGLE)
    assert _squared(math.pi / 2 + 0.1, polygon) == pytest.approx(math.pi / 2)
    assert _squared(math.pi / 2 + 0.4, polygon) == pytest.approx(math.pi / 2 + 0.4)


def test_a_home_has_a_hero_in_every_room_and_all_views_in_its_main_one() -> None:
    second = tuple((x + 5.12, y) for x, y in RECTANGLE)
    nodes = [*_furnished(), _node("bed", (1.6, 2.0, 0.6), (7.6, 1.2, 0.0), math.pi, room="other")]
    cameras = choose_home_cameras((_room(), _room("other", second)), nodes, "room")
    assert [c.id for c in cameras] == [
        "room/camera_hero", "room/camera_wide", "room/camera_detail", "other/camera_hero", "home/camera_plan",
    ]  # fmt: skip
    assert sum(c.active for c in cameras) == 1


def test_depth_of_field_reaches_blender_and_comes_back() -> None:
    import bpy
    from diorama.scene.cameras import FSTOP, build_camera

    cameras = choose_cameras(_room(), _furnished())
    built = {c.id: build_camera(c, (_room(),)).data for c in cameras}
    for c in cameras:
        dof = built[c.id].dof
        assert dof.use_dof == (c.focus > 0)
        if c.focus:
            assert dof.focus_distance == pytest.approx(c.focus) and dof.aperture_fstop == pytest.approx(FSTOP)
    assert len(bpy.data.cameras) >= len(cameras)
