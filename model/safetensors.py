"""A small reader of safetensors files: numpy only, read only, nothing executed, every byte range checked.

Format: 8 bytes little-endian header length, a JSON header (name -> dtype, shape, data_offsets), then the raw data.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import math
from pathlib import Path
from typing import Any

import numpy as np

from .errors import WorkError

_HEADER_LIMIT = 16 * 1024 * 1024
_DTYPES: dict[str, str] = {
    "F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1",
    "U64": "<u8", "U32": "<u4", "U16": "<u2", "U8": "u1", "BOOL": "?",
}  # fmt: skip
_REMEDY = "Install the extension again, or make the weights again with the scripts in training/."


def _damaged(path: Path, why: str) -> WorkError:
    return WorkError(f"The weights file {path.name} is damaged: {why}.", _REMEDY)


def _entry(path: Path, name: str, record: Any, room: int) -> tuple[np.dtype[Any], tuple[int, ...], int, int]:
    """The checked dtype, shape, start and end of one tensor. WorkError if anything is off."""
    if not isinstance(record, dict) or record.get("dtype") not in _DTYPES:
        raise _damaged(path, f"tensor {name!r} has an unknown type")
    shape, offsets = record.get("shape"), record.get("data_offsets")
    if not isinstance(shape, list) or not all(type(s) is int and s >= 0 for s in shape):
        raise _damaged(path, f"tensor {name!r} has a bad shape")
    if not isinstance(offsets, list) or len(offsets) != 2 or not all(type(o) is int for o in offsets):
        raise _damaged(path, f"tensor {name!r} has bad offsets")
    dtype = np.dtype(_DTYPES[record["dtype"]])
    start, end = offsets
    if not 0 <= start <= end <= room or end - start != math.prod(shape) * dtype.itemsize:
        raise _damaged(path, f"tensor {name!r} does not fit its place")
    return dtype, tuple(shape), start, end


def read(path: str | Path, sha256: str = "") -> tuple[dict[str, np.ndarray[Any, Any]], dict[str, str]]:
    """All tensors (read-only views on one buffer) and the metadata of a file.

    `sha256`: hex digest that the whole file must have, when given. WorkError, naming the file, when it is missing,
    truncated, inconsistent or not the expected one.
    """
    path = Path(path)
    try:
        blob = path.read_bytes()
    except OSError as e:
        raise WorkError(f"The weights file {path.name} cannot be read: {e.strerror or e}.", _REMEDY) from e
    if sha256 and hashlib.sha256(blob).hexdigest() != sha256.lower():
        raise WorkError(f"The weights file {path.name} is not the one its config names (checksum differs).", _REMEDY)
    if len(blob) < 8:
        raise _damaged(path, "it is too short")
    length = int.from_bytes(blob[:8], "little")
    if length > min(_HEADER_LIMIT, len(blob) - 8):
        raise _damaged(path, "its header is longer than the file")
    try:
        header = json.loads(blob[8 : 8 + length].decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError) as e:
        raise _damaged(path, "its header is not JSON") from e
    if not isinstance(header, dict):
        raise _damaged(path, "its header is not a table of tensors")
    meta = header.pop("__metadata__", None)
    metadata = {str(k): str(v) for k, v in meta.items()} if isinstance(meta, dict) else {}
    begin = 8 + length
    tensors: dict[str, np.ndarray[Any, Any]] = {}
    spans: list[tuple[int, int]] = []
    for name, record in header.items():
        dtype, shape, start, end = _entry(path, name, record, len(blob) - begin)
        spans.append((start, end))
        tensors[name] = np.frombuffer(blob, dtype, count=math.prod(shape), offset=begin + start).reshape(shape)
    spans.sort()
    if any(a[1] > b[0] for a, b in itertools.pairwise(spans)):
        raise _damaged(path, "two tensors overlap")
    return tensors, metadata
