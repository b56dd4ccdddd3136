"""The verbs. Each file holds one and ends in `register, unregister`."""

from __future__ import annotations

from . import (
    add_asset_folder,
    add_relation,
    add_request,
    add_room,
    add_thing,
    another_like_it,
    apply_to_alike,
    asset_policy,
    check,
    delete_world,
    edit_prompt,
    finish_prompt,
    generate,
    help,
    hide_strangers,
    look_through,
    mark_as_asset,
    read_prompt,
    relight,
    remove_asset_folder,
    remove_relation,
    remove_request,
    remove_room,
    render,
    reset_thing,
    restyle,
    roll_seed,
    scan_assets,
    select,
    set_detail,
    set_parameters,
    swap_for_asset,
    switch_world,
    test_interpreter,
    turn_asset,
    use_prompt,
)

MODULES = (
    use_prompt,
    edit_prompt,
    finish_prompt,
    roll_seed,
    read_prompt,
    add_request,
    add_room,
    remove_request,
    remove_room,
    add_relation,
    remove_relation,
    generate,
    add_thing,
    select,
    set_parameters,
    another_like_it,
    apply_to_alike,
    reset_thing,
    mark_as_asset,
    swap_for_asset,
    turn_asset,
    asset_policy,
    scan_assets,
    add_asset_folder,
    remove_asset_folder,
    relight,
    restyle,
    set_detail,
    check,
    switch_world,
    delete_world,
    look_through,
    render,
    help,
    hide_strangers,
    test_interpreter,
)


def register() -> None:
    for module in MODULES:
        module.register()


def unregister() -> None:
    for module in reversed(MODULES):
        module.unregister()
