"""Sentence encoder all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020, Reimers & Gurevych 2019) in numpy, or torch when asked.

Weights are int8 with a float16 scale per row (`training/shrink_encoder.py` makes them); a JSON config stands beside them.
A BERT block: post-norm attention and GELU feed-forward; the sentence is the mean over its pieces, scaled to length one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import safetensors
from ..errors import WorkError
from .tokenizer import Tokenizer

Floats = NDArray[np.float32]
WEIGHTS = Path(__file__).resolve().parent.parent / "weights"
_REMEDY = "Install the extension again, or run training/shrink_encoder.py."
_BATCH_PIECES = 2048  # padded pieces a batch holds at most: keeps memory small, speed is flat beyond


@dataclass(frozen=True, slots=True)
class EncoderConfig:
    """What stands in minilm.json."""

    sha256: str  # of the safetensors file
    layers: int = 6
    width: int = 384
    heads: int = 12
    epsilon: float = 1e-12  # of the layer norms
    longest: int = 256  # pieces; longer texts are cut
    source: str = ""
    source_sha256: str = ""
    licence: str = ""

    @classmethod
    def read(cls, path: Path) -> EncoderConfig:
        """From a JSON file; WorkError when missing or malformed."""
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
            return cls(**{f.name: record[f.name] for f in fields(cls) if f.name in record})
        except OSError as e:
            raise WorkError(f"The encoder's config {path.name} cannot be read: {e.strerror or e}.", _REMEDY) from e
        except (ValueError, TypeError) as e:
            raise WorkError(f"The encoder's config {path.name} is damaged.", _REMEDY) from e


def gelu(x: Floats) -> Floats:
    """x * Phi(x) with the error function of Abramowitz & Stegun 7.1.26 (error below 2e-7)."""
    z = np.abs(x) * np.float32(0.70710678)
    t = 1.0 / (1.0 + np.float32(0.3275911) * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * np.float32(1.061405429)))))
    erf = np.copysign(1.0 - poly * np.exp(-z * z), x)
    return np.asarray(0.5 * x * (1.0 + erf), dtype=np.float32)


def layer_norm(x: Floats, gain: Floats, bias: Floats, epsilon: float) -> Floats:
    x = x - x.mean(-1, keepdims=True)
    return np.asarray(x / np.sqrt((x * x).mean(-1, keepdims=True) + epsilon) * gain + bias, dtype=np.float32)


class Encoder:
    """Sentences -> unit vectors. Use `Encoder.load`, which caches by path."""

    def __init__(self, config: EncoderConfig, tensors: dict[str, NDArray[Any]], runtime: str = "numpy") -> None:
        self.config = config
        self.width = config.width
        self.runtime = runtime
        try:
            self.tokenizer = Tokenizer(tensors["vocabulary"].tobytes().decode("utf-8").split("\n"))
            self._words, self._word_scales = tensors["words"], tensors["words.scale"]
            self._plain: dict[str, Floats] = {}
            for name, t in tensors.items():
                if name.startswith("layer.") and t.dtype == np.int8:
                    # (out, in) int8 -> (in, out) float32, contiguous for the product
                    scale = tensors[f"{name}.scale"].astype(np.float32)
                    self._plain[name] = np.multiply(t, scale[:, None], dtype=np.float32).T
                elif t.dtype == np.float16 and not name.endswith(".scale"):
                    self._plain[name] = t.astype(np.float32)
        except KeyError as e:
            raise WorkError(f"The encoder's weights lack {e.args[0]!r}.", _REMEDY) from e
        self._torch: Any = None

    @staticmethod
    def load(path: str | Path | None = None, runtime: str = "numpy") -> Encoder:
        """The encoder whose config is `path` (default: the one that ships). WorkError when missing or tampered with."""
        return _load(str(path or WEIGHTS / "minilm.json"), runtime)

    def encode(self, texts: list[str]) -> Floats:
        """(n, 384) float32 of length one. Texts of like length share a batch, so padding is short."""
        out = np.zeros((len(texts), self.width), np.float32)
        ids = [self.tokenizer.encode(t, self.config.longest) for t in texts]
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        start = 0
        while start < len(order):
            end = start + 1
            while end < len(order) and (end + 1 - start) * len(ids[order[end]]) <= _BATCH_PIECES:
                end += 1
            rows = order[start:end]
            length = len(ids[rows[-1]])
            batch = np.full((len(rows), length), self.tokenizer.pad, np.int64)
            mask = np.zeros((len(rows), length), np.float32)
            for k, i in enumerate(rows):
                batch[k, : len(ids[i])] = ids[i]
                mask[k, : len(ids[i])] = 1.0
            out[rows] = self._forward_torch(batch, mask) if self.runtime == "torch" else self._forward(batch, mask)
            start = end
        return out

    def _embed(self, ids: NDArray[np.int64]) -> Floats:
        """(B, N) ids -> (B, N, D)."""
        p = self._plain
        x = self._words[ids].astype(np.float32) * self._word_scales[ids].astype(np.float32)[..., None]
        return layer_norm(x + p["positions"][: ids.shape[1]], p["embed.gain"], p["embed.bias"], self.config.epsilon)

    def states(self, ids: NDArray[np.int64], mask: Floats, layers: Sequence[int]) -> Floats:
        """(B, N) ids and mask -> (B, N, D * len(layers)): what each piece is after these layers (from 1), side by side."""
        out = [x for i, x in enumerate(self._layers(ids, mask, max(layers)), 1) if i in layers]
        return np.concatenate(out, axis=-1).reshape(*ids.shape, -1)

    def _forward(self, ids: NDArray[np.int64], mask: Floats) -> Floats:
        """(B, N) ids and mask -> (B, D) unit vectors."""
        *_, x = self._layers(ids, mask, self.config.layers)
        pooled = (x.reshape(*ids.shape, self.width) * mask[..., None]).sum(1)
        return np.asarray(pooled / np.maximum(np.linalg.norm(pooled, axis=-1, keepdims=True), 1e-9), dtype=np.float32)

    def _layers(self, ids: NDArray[np.int64], mask: Floats, count: int) -> Iterator[Floats]:
        """(B, N) ids and mask -> (B * N, D) after each of the first `count` layers."""
        p, h, eps = self._plain, self.config.heads, self.config.epsilon
        b, n = ids.shape
        d = self.width // h
        x = self._embed(ids).reshape(b * n, self.width)
        shut = ((1.0 - mask) * np.float32(-1e9))[:, None, None, :]  # (B, 1, 1, N)
        for i in range(count):
            at = f"layer.{i}."
            qkv = (x @ p[at + "qkv"] + p[at + "qkv.bias"]).reshape(b, n, 3, h, d).transpose(2, 0, 3, 1, 4)
            score = qkv[0] @ qkv[1].swapaxes(-1, -2) * np.float32(d**-0.5) + shut  # (B, H, N, N)
            score = np.exp(score - score.max(-1, keepdims=True))
            score /= score.sum(-1, keepdims=True)
            mixed = (score @ qkv[2]).transpose(0, 2, 1, 3).reshape(b * n, self.width)
            x = layer_norm(x + mixed @ p[at + "out"] + p[at + "out.bias"], p[at + "norm1.gain"], p[at + "norm1.bias"], eps)
            f = gelu(x @ p[at + "up"] + p[at + "up.bias"]) @ p[at + "down"] + p[at + "down.bias"]
            x = layer_norm(x + f, p[at + "norm2.gain"], p[at + "norm2.bias"], eps)
            yield x

    def _forward_torch(self, ids: NDArray[np.int64], mask: Floats) -> Floats:
        """The same sum with torch (imported here, late)."""
        import torch
        from torch.nn import functional as fn

        if self._torch is None:
            self._torch = {k: torch.from_numpy(np.ascontiguousarray(v)) for k, v in self._plain.items()}
        p, h, eps = self._torch, self.config.heads, self.config.epsilon
        b, n = ids.shape
        with torch.no_grad():
            x = torch.from_numpy(self._embed(ids))
            shut = torch.from_numpy((1.0 - mask) * np.float32(-1e9))[:, None, None, :]
            keep = torch.from_numpy(mask)[..., None]
            for i in range(self.config.layers):
                at = f"layer.{i}."
                q, k, v = (x @ p[at + "qkv"] + p[at + "qkv.bias"]).view(b, n, 3, h, -1).permute(2, 0, 3, 1, 4)
                mixed = fn.scaled_dot_product_attention(q, k, v, attn_mask=shut).transpose(1, 2).reshape(b, n, -1)
                x = x + mixed @ p[at + "out"] + p[at + "out.bias"]
                x = fn.layer_norm(x, (self.width,), p[at + "norm1.gain"], p[at + "norm1.bias"], eps)
                f = fn.gelu(x @ p[at + "up"] + p[at + "up.bias"]) @ p[at + "down"] + p[at + "down.bias"]
                x = fn.layer_norm(x + f, (self.width,), p[at + "norm2.gain"], p[at + "norm2.bias"], eps)
            pooled = fn.normalize((x * keep).sum(1), dim=-1)
        return np.asarray(pooled.numpy(), dtype=np.float32)


@lru_cache(maxsize=4)
def _load(path: str, runtime: str) -> Encoder:
    config = EncoderConfig.read(Path(path))
    tensors, _ = safetensors.read(Path(path).with_suffix(".safetensors"), config.sha256)
    return Encoder(config, tensors, runtime)
