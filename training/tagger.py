"""Train the tagger and linker: `python -m diorama.training.tagger [--texts 24000] [--epochs 8] [--out runs/tagger]`.

Texts are written from scene graphs (`texts.py`), the frozen encoder's states are computed once and kept on disk as float16,
then the head is trained; it goes on from its last checkpoint, and ends by writing `tagger.*` into `model/weights` or the folder
that is named. CPU or GPU.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import math
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from safetensors.numpy import save_file
from torch import Tensor, nn
from torch.nn import functional as fn

from ..model.language.encoder import WEIGHTS, Encoder
from ..model.language.tagger import (
    ARCS,
    NEAR_WORDS,
    ONE_ENDED,
    PLACES,
    QUALITIES,
    TaggerConfig,
    pieces,
    sources,
    targets,
    word_states,
)
from . import texts_tables as tt
from .texts import Text, write

log = logging.getLogger(__name__)
LAYERS: Final = (2, 4)  # of the encoder
WIDTH, HEADS, BLOCKS, ARC = 192, 4, 2, 48
LONGEST: Final = 140  # words; longer texts are left out
DEV: Final = 600  # texts of each development set


def tag_names() -> tuple[str, ...]:
    """`O`, then B- and I- of every span."""
    kinds = sorted({*tt.PREPOSITIONS, *tt.LOOSE, *tt.VERBS, *(k for _, k in tt.AT)})
    spans = ["THING", "ABSENT", "REF", "COUNT", "EACH", "PART", "ROOM", *QUALITIES, *PLACES, *(f"REL-{k}" for k in kinds)]
    return ("O", *(f"{b}-{s}" for s in spans for b in "BI"))


class Head(nn.Module):
    """The network of `model/language/tagger.py` in torch; parameters have the same names and shapes."""

    def __init__(self, inputs: int, tags: int) -> None:
        super().__init__()
        w = WIDTH
        shapes: dict[str, tuple[int, ...]] = {
            "in.weight": (inputs, w), "in.bias": (w,), "in.gain": (w,), "in.shift": (w,),
            "conv.weight": (3 * w, w), "conv.bias": (w,), "conv.gain": (w,), "conv.shift": (w,),
            "tag.weight": (w, tags), "tag.bias": (tags,),
            "arc.from": (len(ARCS), w, ARC), "arc.from.bias": (len(ARCS), ARC), "arc.to": (len(ARCS), w, ARC),
            "arc.to.bias": (len(ARCS), ARC), "arc.between": (len(ARCS), ARC, ARC), "arc.alone": (len(ARCS), ARC),
            "arc.far": (len(ARCS), 2 * NEAR_WORDS + 1),
        }  # fmt: skip
        for i in range(BLOCKS):
            at = f"block.{i}."
            shapes |= {
                at + "qkv": (w, 3 * w), at + "qkv.bias": (3 * w,), at + "far": (HEADS, 2 * NEAR_WORDS + 1),
                at + "out": (w, w), at + "out.bias": (w,), at + "gain1": (w,), at + "shift1": (w,),
                at + "up": (w, 2 * w), at + "up.bias": (2 * w,), at + "down": (2 * w, w), at + "down.bias": (w,),
                at + "gain2": (w,), at + "shift2": (w,),
            }  # fmt: skip
        self.names = tuple(shapes)
        self.values = nn.ParameterList(nn.Parameter(self._start(k, s)) for k, s in shapes.items())

    @staticmethod
    def _start(name: str, shape: tuple[int, ...]) -> Tensor:
        last = name.rsplit(".", 1)[-1]
        if last.startswith("gain"):
            return torch.ones(shape)
        if last.startswith(("bias", "shift", "far", "alone")):
            return torch.zeros(shape)
        return torch.randn(shape) * shape[-2] ** -0.5

    def tensors(self) -> dict[str, Tensor]:
        """Name -> parameter."""
        return dict(zip(self.names, self.values, strict=True))

    def forward(self, states: Tensor, mask: Tensor, drop: float = 0.0) -> tuple[Tensor, Tensor]:
        """(B, N, inputs), (B, N) bool -> tag logits (B, N, tags), arc logits (B, arcs, N, N)."""
        t, w = self.tensors(), WIDTH
        b, n, _ = states.shape

        def norm(x: Tensor, gain: str, shift: str) -> Tensor:
            return fn.layer_norm(x, (w,), t[gain], t[shift], 1e-5)

        def thin(x: Tensor) -> Tensor:
            return fn.dropout(x, drop, self.training)

        keep = mask[..., None]
        x = norm(fn.gelu(thin(states) @ t["in.weight"] + t["in.bias"]), "in.gain", "in.shift") * keep
        near = fn.pad(x, (0, 0, 1, 1))
        wide = torch.cat([near[:, :-2], near[:, 1:-1], near[:, 2:]], -1)
        x = norm(x + thin(fn.gelu(wide @ t["conv.weight"] + t["conv.bias"])), "conv.gain", "conv.shift")
        at = torch.arange(n, device=states.device)
        far = (at[None] - at[:, None]).clamp(-NEAR_WORDS, NEAR_WORDS) + NEAR_WORDS
        shut = torch.zeros(b, 1, 1, n, device=states.device).masked_fill(~mask[:, None, None], -1e9)
        for i in range(BLOCKS):
            k = f"block.{i}."
            q, key, v = (x @ t[k + "qkv"] + t[k + "qkv.bias"]).view(b, n, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
            score = q @ key.transpose(-1, -2) * (w // HEADS) ** -0.5 + t[k + "far"][:, far] + shut
            mixed = (score.softmax(-1) @ v).transpose(1, 2).reshape(b, n, w)
            x = norm(x + thin(mixed @ t[k + "out"] + t[k + "out.bias"]), k + "gain1", k + "shift1")
            f = fn.gelu(x @ t[k + "up"] + t[k + "up.bias"]) @ t[k + "down"] + t[k + "down.bias"]
            x = norm(x + thin(f), k + "gain2", k + "shift2")
        x = thin(x)
        one = torch.einsum("bnw,awd->band", x, t["arc.from"]) + t["arc.from.bias"][:, None]
        two = torch.einsum("bnw,awd->band", x, t["arc.to"]) + t["arc.to.bias"][:, None]
        arcs = torch.einsum("band,ade->bane", one, t["arc.between"]) @ two.transpose(-1, -2)
        arcs = arcs + torch.einsum("band,ad->ban", two, t["arc.alone"])[:, :, None] + t["arc.far"][:, far]
        return x @ t["tag.weight"] + t["tag.bias"], arcs


@dataclass(frozen=True, slots=True)
class Example:
    """Labels of one text and where its states lie in the file."""

    start: int
    length: int
    tags: np.ndarray  # (N,) int
    options: np.ndarray  # (K, 3) int: kind, from, to - arcs that could be
    true: np.ndarray  # (K,) bool


def example(text: Text, start: int, names: dict[str, int]) -> Example:
    """Tags and possible arcs; an arc may only join spans of fitting tags."""
    last = [i for i, t in enumerate(text.tags) if t != "O" and (i + 1 == len(text.tags) or text.tags[i + 1][:1] != "I")]
    kinds = {i: text.tags[i].partition("-")[2] for i in last}
    real = {(ARCS.index(k), a, b) for k, a, b in text.arcs}
    rows = [
        (n, a, b)
        for n, kind in enumerate(ARCS)
        for a in last
        if sources(kind, kinds[a])
        for b in last
        if a != b and targets(kind, kinds[b]) and (kind != "same" or b < a)
    ]
    options = np.array(rows, np.int16).reshape(-1, 3)
    return Example(
        start,
        len(text.tags),
        np.array([names[t] for t in text.tags], np.int16),
        options,
        np.array([r in real for r in rows], bool),
    )


def prepare(out: Path, count: int, seed: int) -> tuple[list[Text], np.memmap]:
    """Texts and the states of their words, (all words, D * layers) float16, computed once and kept."""
    encoder = Encoder.load()
    texts = [t for i in range(count) if len((t := write(np.random.default_rng([seed, i]))).words) <= LONGEST]
    texts += [write(np.random.default_rng([seed, 10**6 + i])) for i in range(DEV)]
    texts += [write(np.random.default_rng([seed, 2 * 10**6 + i]), held_out=True) for i in range(DEV)]
    total = sum(len(t.words) for t in texts)
    key = hashlib.sha256("\n".join(t.text for t in texts).encode()).hexdigest()[:16]
    path = out / f"states_{key}.f16"
    shape = (total, encoder.width * len(LAYERS))
    if not path.exists():
        part = path.with_suffix(".part")
        file = np.memmap(part, np.float16, "w+", shape=shape)
        starts = np.concatenate([[0], np.cumsum([len(t.words) for t in texts])])
        order = sorted(range(len(texts)), key=lambda i: len(texts[i].words))
        began = time.perf_counter()
        for k in range(0, len(order), 32):
            rows = order[k : k + 32]
            batch = [pieces(encoder, [texts[i].text[a:b] for a, b in texts[i].words]) for i in rows]
            for i, states in zip(rows, word_states(encoder, batch, LAYERS), strict=True):
                file[starts[i] : starts[i + 1]] = states
            if k % 3200 == 0:
                log.info("encoded %d of %d texts, %.0f s", k, len(texts), time.perf_counter() - began)
        file.flush()
        part.rename(path)
    return texts, np.memmap(path, np.float16, "r", shape=shape)


def batches(examples: list[Example], rng: np.random.Generator | None, words: int = 2400) -> Iterator[list[Example]]:
    """Texts of like length together, shuffled when a generator is given."""
    order = np.array([e.length for e in examples], float)
    if rng is not None:
        order = order + rng.uniform(0, 6, len(examples))
    groups: list[list[Example]] = [[]]
    for i in np.argsort(order, kind="stable"):
        e = examples[int(i)]
        if groups[-1] and (len(groups[-1]) + 1) * e.length > words:
            groups.append([])
        groups[-1].append(e)
    if rng is not None:
        rng.shuffle(groups)  # type: ignore[arg-type]
    yield from groups


def collate(batch: list[Example], states: np.ndarray, device: str) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """states (B, N, D), mask (B, N), tags (B, N) with -100 for padding, options (K, 4), true (K,)."""
    n = max(e.length for e in batch)
    x = np.zeros((len(batch), n, states.shape[1]), np.float32)
    tags = np.full((len(batch), n), -100, np.int64)
    options = []
    for k, e in enumerate(batch):
        x[k, : e.length] = states[e.start : e.start + e.length]
        tags[k, : e.length] = e.tags
        options.append(np.concatenate([np.full((len(e.options), 1), k, np.int64), e.options.astype(np.int64)], 1))
    true = np.concatenate([e.true for e in batch])
    t = torch.from_numpy(tags)
    return (
        torch.from_numpy(x).to(device), (t != -100).to(device), t.to(device),
        torch.from_numpy(np.concatenate(options)).to(device), torch.from_numpy(true).to(device),
    )  # fmt: skip


def arc_loss(arcs: Tensor, options: Tensor, true: Tensor) -> Tensor:
    """Kinds with one end: the choice among all ends or none; others: yes or no for each."""
    score = arcs[options[:, 0], options[:, 1], options[:, 2], options[:, 3]]
    single = torch.tensor([k in ONE_ENDED for k in ARCS], device=arcs.device)[options[:, 1]]
    loss = fn.binary_cross_entropy_with_logits(score[~single], true[~single].float(), reduction="sum")
    rows, yes = options[single], true[single]
    group = (rows[:, 0] * len(ARCS) + rows[:, 1]) * arcs.shape[-1] + rows[:, 2]
    _, where = group.unique(return_inverse=True)
    n = int(where.max()) + 1 if len(where) else 0
    one = score[single]
    top = torch.zeros(n, device=arcs.device).scatter_reduce(0, where, one.detach(), "amax")
    total = torch.exp(-top).scatter_add(0, where, torch.exp(one - top[where])).log() + top
    chosen = torch.zeros(n, device=arcs.device).scatter_add(0, where, one * yes)
    return loss + (total - chosen).sum()


def chosen(score: Tensor, options: Tensor) -> Tensor:
    """(K,) bool: the best end of each source, if its score is above zero."""
    group = options[:, 0] * 1000 + options[:, 2]
    _, where = group.unique(return_inverse=True)
    best = torch.full((len(score) + 1,), -1e9, device=score.device).scatter_reduce(0, where, score, "amax")
    return (score >= best[where]) & (score > 0)


def measure(head: Head, examples: list[Example], states: np.ndarray, device: str) -> dict[str, float]:
    """Share of words with the right tag, F1 of spans' last words and of each kind of arc (between true spans)."""
    head.eval()
    right = words = 0
    hits = {k: [0, 0, 0] for k in (*ARCS, "span")}
    with torch.no_grad():
        for batch in batches(examples, None, 6000):
            x, mask, tags, options, true = collate(batch, states, device)
            logits, arcs = head(x, mask)
            best = logits.argmax(-1)
            right += int((best == tags)[mask].sum())
            words += int(mask.sum())
            named, said = (tags > 0) & mask, (best > 0) & mask
            for i, n in enumerate((int((named & said & (best == tags)).sum()), int(said.sum()), int(named.sum()))):
                hits["span"][i] += n
            score = arcs[options[:, 0], options[:, 1], options[:, 2], options[:, 3]]
            for k, kind in enumerate(ARCS):
                mine = options[:, 1] == k
                yes = chosen(score[mine], options[mine]) if kind in ONE_ENDED else score[mine] > 0
                for i, n in enumerate((int((yes & true[mine]).sum()), int(yes.sum()), int(true[mine].sum()))):
                    hits[kind][i] += n
    head.train()
    return {"tags": right / words} | {k: 2 * a / max(b + c, 1) for k, (a, b, c) in hits.items()}


def train(out: Path, count: int, epochs: int, seed: int, device: str, folder: Path) -> None:
    """Prepare, train from the last checkpoint on, write the weights to the folder."""
    names = tag_names()
    texts, states = prepare(out, count, seed)
    index = {t: i for i, t in enumerate(names)}
    starts = np.concatenate([[0], np.cumsum([len(t.words) for t in texts])])
    every = [example(t, int(s), index) for t, s in zip(texts, starts, strict=False)]
    learn, dev, unseen = every[: -2 * DEV], every[-2 * DEV : -DEV], every[-DEV:]
    torch.manual_seed(seed)
    head = Head(states.shape[1], len(names)).to(device)
    log.info("%d texts, %d words, %d parameters", len(learn), starts[len(learn)], sum(p.numel() for p in head.parameters()))
    optimiser = torch.optim.AdamW(head.parameters(), 2e-3, weight_decay=0.02)
    path, first = out / "checkpoint.pt", 0
    curve: list[dict[str, Any]] = []
    if path.exists():
        saved = torch.load(path, map_location=device, weights_only=True)
        head.load_state_dict(saved["head"])
        optimiser.load_state_dict(saved["optimiser"])
        first, curve = saved["epoch"], saved["curve"]
    steps = epochs * len(list(batches(learn, None)))
    step = first * steps // epochs
    for epoch in range(first, epochs):
        began, total, n = time.perf_counter(), 0.0, 0
        for batch in batches(learn, np.random.default_rng([seed, epoch])):
            share = min(step / steps, 1.0)
            optimiser.param_groups[0]["lr"] = 1e-3 * min(1.0, step / 200 + 0.01) * (1 + math.cos(math.pi * share)) + 1e-5
            x, mask, tags, options, true = collate(batch, states, device)
            logits, arcs = head(x, mask, 0.15)
            loss = (
                fn.cross_entropy(logits.flatten(0, 1), tags.flatten(), label_smoothing=0.02)
                + arc_loss(arcs, options, true) / mask.sum()
            )
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimiser.step()
            total, n, step = total + float(loss.detach()), n + 1, step + 1
        row = {
            "epoch": epoch + 1,
            "loss": total / n,
            "dev": measure(head, dev, states, device),
            "unseen": measure(head, unseen, states, device),
        }
        curve.append(row)
        log.info("%s, %.0f s", json.dumps(row), time.perf_counter() - began)
        torch.save({"head": head.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch + 1, "curve": curve}, path)
    (out / "curve.json").write_text(json.dumps(curve, indent=1) + "\n")
    folder.mkdir(parents=True, exist_ok=True)
    export(head, folder / "tagger.safetensors")


def export(head: Head, path: Path) -> None:
    """Write float16 weights and their config."""
    save_file({k: v.detach().cpu().numpy().astype(np.float16) for k, v in head.tensors().items()}, path)
    encoder = json.loads((WEIGHTS / "minilm.json").read_text())["sha256"]
    config = TaggerConfig(hashlib.sha256(path.read_bytes()).hexdigest(), tag_names(), LAYERS, WIDTH, HEADS, BLOCKS, encoder)
    path.with_suffix(".json").write_text(json.dumps(asdict(config), indent=1) + "\n")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("runs/tagger"))
    parser.add_argument("--export", type=Path, default=WEIGHTS, help="folder for the weights")
    parser.add_argument("--texts", type=int, default=24000)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    train(args.out, args.texts, args.epochs, args.seed, args.device, args.export)


if __name__ == "__main__":
    main()
