"""Scene graph to JSON and back: lossless, strict, versioned. The dataclasses in `types` are the only description.

Every error is an `InputError` whose sentence names the place in the document: `rooms[0].polygon[2]: expected 2 numbers`.
"""

from __future__ import annotations

import dataclasses
import json
import math
import types as pytypes
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..errors import InputError
from .migrate import migrate
from .types import FORMAT, World
from .validate import check_references

MAX_BYTES = 64 * 1024 * 1024


def to_plain(value: Any) -> Any:
    """Dataclasses and tuples to JSON values; fields at their default are written too, so that a document is complete."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (tuple, list)):
        return [to_plain(v) for v in value]
    if isinstance(value, dict):
        return {k: to_plain(v) for k, v in value.items()}
    return value


def dumps(world: World, indent: int | None = None) -> str:
    """The world as JSON text. Floats keep every bit (shortest round-trip form)."""
    return json.dumps(to_plain(world), ensure_ascii=False, indent=indent, allow_nan=False)


@lru_cache(maxsize=64)
def hints(kind: type) -> dict[str, Any]:
    """Resolved field types of a dataclass."""
    return get_type_hints(kind)


def _fail(path: str, text: str) -> InputError:
    return InputError(f"{path or 'document'}: {text}.", "Check the file against docs/diorama-1.schema.json.")


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _read_dataclass(kind: type, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise _fail(path, f"expected an object, not {_shown(value)}")
    known = {f.name: f for f in dataclasses.fields(kind)}
    for name in value:
        if name not in known:
            raise _fail(path, f"unknown field {_shown(name)}")
    out = {}
    for name, f in known.items():
        if name in value:
            out[name] = _read(hints(kind)[name], value[name], f"{path}.{name}".lstrip("."))
        elif f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING:
            raise _fail(f"{path}.{name}".lstrip("."), "missing")
    return kind(**out)


def _read_tuple(args: tuple[Any, ...], value: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _fail(path, f"expected a list, not {_shown(value)}")
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_read(args[0], v, f"{path}[{i}]") for i, v in enumerate(value))
    if len(value) != len(args):
        raise _fail(path, f"expected {len(args)} values, not {len(value)}")
    return tuple(_read(a, v, f"{path}[{i}]") for i, (a, v) in enumerate(zip(args, value, strict=True)))


def _read_scalar(kind: Any, value: Any, path: str) -> Any:
    if kind is float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise _fail(path, f"expected a number, not {_shown(value)}")
        try:
            number = float(value)
        except OverflowError:
            raise _fail(path, "the number is too large") from None
        if not math.isfinite(number):
            raise _fail(path, "the number must be finite")
        return number
    names = {int: "a whole number", str: "text", bool: "true or false"}
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise _fail(path, f"expected {names.get(kind, kind.__name__)}, not {_shown(value)}")
    return value


def _read_union(args: tuple[Any, ...], value: Any, path: str) -> Any:
    if value is None and type(None) in args:
        return None
    options = [a for a in args if a is not type(None)]
    # exact JSON type first, so that 1 stays a whole number and 1.0 a float in parameter dictionaries
    for a in sorted(options, key=lambda a: a is not type(value)):
        if len(options) == 1 or (a in (int, float, bool, str) and type(value) is a):
            return _read(a, value, path)
    raise _fail(path, f"unexpected value {_shown(value)}")


def _read(kind: Any, value: Any, path: str) -> Any:
    origin, args = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind):
        return _read_dataclass(kind, value, path)  # type: ignore[arg-type]
    if origin is tuple:
        return _read_tuple(args, value, path)
    if origin is dict:
        if not isinstance(value, dict):
            raise _fail(path, f"expected an object, not {_shown(value)}")
        return {k: _read(args[1], v, f"{path}.{k if k.isidentifier() else _shown(k)}") for k, v in value.items()}
    if origin is Literal:
        if value not in args:
            raise _fail(path, f"expected one of {', '.join(map(str, args))}, not {_shown(value)}")
        return value
    if origin in (Union, pytypes.UnionType):
        return _read_union(args, value, path)
    return _read_scalar(kind, value, path)


def from_plain(document: Any) -> World:
    """A world from parsed JSON, after migration from older versions and a check of all references."""
    if not isinstance(document, dict):
        raise _fail("", f"expected an object, not {_shown(document)}")
    if "format" not in document:
        raise _fail("format", "missing; this is not a Diorama graph")
    world: World = _read_dataclass(World, migrate(document), "")
    check_references(world)
    return world


def _no_constant(text: str) -> float:
    raise InputError(f"document: {text} is not a number that a graph may hold.", "Write a finite number.")


def loads(text: str | bytes) -> World:
    """A world from JSON text. InputError, naming the place, for anything that is not a sound graph."""
    if len(text) > MAX_BYTES:
        raise InputError(f"document: larger than {MAX_BYTES // 2**20} MB.", "Split the world into smaller ones.")
    try:
        document = json.loads(text, parse_constant=_no_constant)
    except UnicodeDecodeError as e:
        raise InputError("document: not UTF-8 text.", "Give a graph written by Diorama.") from e
    except json.JSONDecodeError as e:
        raise InputError(
            f"document: not valid JSON at line {e.lineno}, column {e.colno}: {e.msg}.", "Give a graph written by Diorama."
        ) from e
    except (RecursionError, ValueError) as e:
        raise InputError("document: nested too deeply, or an impossible number.", "Give a graph written by Diorama.") from e
    return from_plain(document)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the format, derived from the dataclasses."""
    definitions: dict[str, Any] = {}

    def of(kind: Any) -> dict[str, Any]:
        origin, args = get_origin(kind), get_args(kind)
        if dataclasses.is_dataclass(kind):
            name = kind.__name__  # type: ignore[union-attr]
            if name not in definitions:
                definitions[name] = {}
                fs = dataclasses.fields(kind)
                required = [f.name for f in fs if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING]
                definitions[name] = {
                    "type": "object",
                    "additionalProperties": False,
                    "description": (kind.__doc__ or "").strip().split("\n\n")[0],
                    "properties": {f.name: of(hints(kind)[f.name]) for f in fs},  # type: ignore[arg-type]
                    "required": required,
                }
            return {"$ref": f"#/$defs/{name}"}
        if origin is tuple:
            if len(args) == 2 and args[1] is Ellipsis:
                return {"type": "array", "items": of(args[0])}
            return {"type": "array", "prefixItems": [of(a) for a in args], "minItems": len(args), "maxItems": len(args)}
        if origin is dict:
            return {"type": "object", "additionalProperties": of(args[1])}
        if origin is Literal:
            return {"enum": list(args)}
        if origin in (Union, pytypes.UnionType):
            return {"anyOf": [of(a) for a in args]}
        return {"type": {float: "number", int: "integer", bool: "boolean", str: "string", type(None): "null"}[kind]}

    root = of(World)
    definitions["World"]["properties"]["format"] = {"const": FORMAT}
    definitions["World"]["required"] = ["format", *definitions["World"]["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Diorama scene graph, {FORMAT}",
        **root,
        "$defs": definitions,
    }
