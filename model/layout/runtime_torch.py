"""The layout network's operations in torch (see `runtime`). Imported only where torch is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


class TorchOps:
    """Inference and training in torch. ImportError if torch is not there."""

    name = "torch"

    def __init__(self, device: str = "cpu") -> None:
        import torch

        self.torch = torch
        self.device = device

    def tensor(self, x: Any) -> Any:
        if isinstance(x, self.torch.Tensor):
            return x.to(self.device)
        return self.torch.from_numpy(np.ascontiguousarray(x, np.float32)).to(self.device)

    def index(self, x: Any) -> Any:
        return self.torch.as_tensor(np.asarray(x, np.int64), device=self.device)

    def array(self, x: Any) -> Any:
        return x.detach().cpu().numpy()

    def linear(self, x: Any, w: Any, b: Any) -> Any:
        return self.torch.nn.functional.linear(x, w, b)

    def conv1(self, x: Any, w: Any, b: Any) -> Any:
        return self.torch.nn.functional.conv2d(x, w[:, :, None, None], b)

    def conv3(self, x: Any, w: Any, b: Any) -> Any:
        return self.torch.nn.functional.conv2d(x, w, b, padding=1)

    def fold(self, x: Any) -> Any:
        return self.torch.nn.functional.pixel_unshuffle(x, 2)

    def unfold(self, x: Any) -> Any:
        return self.torch.nn.functional.pixel_shuffle(x, 2)

    def relu(self, x: Any) -> Any:
        return self.torch.relu(x)

    def rms(self, x: Any, gain: Any) -> Any:
        return x * self.torch.rsqrt((x * x).mean(1, keepdim=True) + 1e-5) * gain[:, None, None]

    def pool(self, x: Any, mask: Any) -> Any:
        n = mask.sum((2, 3))
        most = (x * mask - (1 - mask) * 1e4).amax((2, 3)) * (n > 0)
        return self.torch.cat([(x * mask).sum((2, 3)) / n.clamp(min=1), most], 1)

    def splat(self, masks: Any, vectors: Any) -> Any:
        return self.torch.einsum("bnhw,bne->behw", masks, vectors)

    def concat(self, parts: Sequence[Any], axis: int) -> Any:
        return self.torch.cat(list(parts), axis)

    def log_softmax(self, x: Any) -> Any:
        return self.torch.log_softmax(x, -1)
