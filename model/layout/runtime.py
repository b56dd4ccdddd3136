"""The few array operations that the layout network is written in, for numpy. `runtime_torch` has the same for torch.

Feature maps are (B, C, H, W), vectors (B, D), weights as stored: linear and 1x1 (out, in), 3x3 (out, in, 3, 3).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


class NumpyOps:
    """Inference in numpy, float32."""

    name = "numpy"

    def tensor(self, x: Any) -> Array:
        """An array of the runtime."""
        return np.asarray(x, np.float32)

    def index(self, x: Any) -> Any:
        """An integer array of the runtime."""
        return np.asarray(x, np.int64)

    def array(self, x: Array) -> Array:
        """Back to numpy."""
        return x

    def linear(self, x: Array, w: Array, b: Array) -> Array:
        return x @ w.T + b

    def conv1(self, x: Array, w: Array, b: Array) -> Array:
        """1x1 convolution."""
        n, c, h, wd = x.shape
        return np.asarray(w @ x.reshape(n, c, h * wd) + b[:, None]).reshape(n, -1, h, wd)

    def conv3(self, x: Array, w: Array, b: Array) -> Array:
        """3x3 convolution, zero padded: nine shifted copies and one matrix product."""
        n, c, h, wd = x.shape
        cols = np.zeros((n, c, 3, 3, h, wd), np.float32)
        for i in range(3):
            for j in range(3):
                y0, y1, x0, x1 = max(1 - i, 0), h - max(i - 1, 0), max(1 - j, 0), wd - max(j - 1, 0)
                cols[:, :, i, j, y0:y1, x0:x1] = x[:, :, y0 + i - 1 : y1 + i - 1, x0 + j - 1 : x1 + j - 1]
        out: Array = w.reshape(len(w), -1) @ cols.reshape(n, c * 9, h * wd)
        out += b[:, None]
        return out.reshape(n, len(w), h, wd)

    def fold(self, x: Array) -> Array:
        """2x2 pixels into channels: (B, C, H, W) -> (B, 4C, H/2, W/2), channel order (C, 2, 2)."""
        n, c, h, w = x.shape
        x = x.reshape(n, c, h // 2, 2, w // 2, 2).transpose(0, 1, 3, 5, 2, 4)
        return np.ascontiguousarray(x).reshape(n, 4 * c, h // 2, w // 2)

    def unfold(self, x: Array) -> Array:
        """The inverse of `fold`."""
        n, c, h, w = x.shape
        return np.ascontiguousarray(x.reshape(n, c // 4, 2, 2, h, w).transpose(0, 1, 4, 2, 5, 3)).reshape(n, c // 4, 2 * h, 2 * w)

    def relu(self, x: Array) -> Array:
        return np.maximum(x, 0)

    def rms(self, x: Array, gain: Array) -> Array:
        """Each cell's channels divided by their root mean square, times a gain per channel."""
        scale = 1 / np.sqrt(np.einsum("bchw,bchw->bhw", x, x) / np.float32(x.shape[1]) + np.float32(1e-5))
        return np.asarray(x * scale[:, None] * gain[:, None, None])

    def pool(self, x: Array, mask: Array) -> Array:
        """Mean and maximum over the cells under a mask (B, 1, H, W), zero where it is empty. (B, 2C)"""
        n = mask.sum((2, 3))
        most = (x * mask - (1 - mask) * 1e4).max((2, 3)) * (n > 0)
        return np.concatenate([(x * mask).sum((2, 3)) / np.maximum(n, 1), most], 1)

    def splat(self, masks: Array, vectors: Array) -> Array:
        """Sum of vectors (B, N, E) over where their masks (B, N, H, W) are. (B, E, H, W)"""
        b, n, h, w = masks.shape
        return (vectors.transpose(0, 2, 1) @ masks.reshape(b, n, h * w)).reshape(b, -1, h, w)

    def concat(self, parts: Sequence[Array], axis: int) -> Array:
        return np.concatenate(parts, axis)

    def log_softmax(self, x: Array) -> Array:
        """Over the last axis."""
        x = x - x.max(-1, keepdims=True)
        out: Array = x - np.log(np.exp(x).sum(-1, keepdims=True))
        return out
