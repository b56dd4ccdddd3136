"""The encoder: tokeniser parity, weights checked, both runtimes equal, fast enough."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from diorama.model import safetensors
from diorama.model.errors import WorkError
from diorama.model.language.encoder import WEIGHTS, Encoder
from hypothesis import given, settings
from hypothesis import strategies as st

TEXTS = [
    "A bedroom with a king-sized bed.", "Café crème, naïve façade — Ångström!", "寝室にベッドと机があります。", "", "🛋️ sofa",
    "unaffordableness of antidisestablishmentarianism", "tabs\tand\nnew lines\u00a0nbsp", "x" * 150, "don't 3.5m x 4m (70 m²)",
    "İstanbul ΣΊΣΥΦΟΣ straße", "a\u200db zero width", "\x00\x07 control", "[CLS] not special", "Ｆｕｌｌｗｉｄｔｈ", "한국어 방",
]  # fmt: skip


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


@pytest.fixture(scope="module")
def reference(encoder: Encoder):
    tokenizers = pytest.importorskip("tokenizers")
    pieces = tokenizers.models.WordPiece(encoder.tokenizer.ids, unk_token="[UNK]", max_input_chars_per_word=100)
    tok = tokenizers.Tokenizer(pieces)
    tok.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
    tok.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    return tok


def test_tokeniser_equals_the_reference(encoder: Encoder, reference) -> None:
    for text in TEXTS:
        assert encoder.tokenizer.encode(text, 256)[1:-1] == reference.encode(text).ids[:254], text


@settings(max_examples=300, deadline=None)
@given(
    text=st.text(
        st.characters(max_codepoint=0x4FF, exclude_categories=("Cs", "Cn", "Co")) | st.sampled_from("房間베드🛋。—“”"), max_size=40
    )
)
def test_tokeniser_equals_the_reference_on_anything(encoder: Encoder, reference, text: str) -> None:
    assert encoder.tokenizer.encode(text, 256)[1:-1] == reference.encode(text).ids[:254]


def test_vectors_have_length_one_and_do_not_depend_on_the_batch(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    assert together.shape == (len(TEXTS), 384) and together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-5)
    np.testing.assert_allclose(together, np.concatenate([encoder.encode([t]) for t in TEXTS]), atol=1e-5)
    assert encoder.encode([]).shape == (0, 384)


def test_meaning(encoder: Encoder) -> None:
    couch, sofa, lathe = encoder.encode(["couch", "sofa", "lathe"])
    assert couch @ sofa > 0.7 > 0.4 > couch @ lathe


def test_torch_runtime_gives_the_same(encoder: Encoder) -> None:
    pytest.importorskip("torch")
    np.testing.assert_allclose(encoder.encode(TEXTS), Encoder.load(runtime="torch").encode(TEXTS), atol=1e-4)


def test_weights_are_checked(tmp_path: Path) -> None:
    for name in ("minilm.json", "minilm.safetensors"):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    file = tmp_path / "minilm.safetensors"
    blob = bytearray(file.read_bytes())
    blob[-5] ^= 1
    file.write_bytes(blob)
    with pytest.raises(WorkError, match="checksum"):
        Encoder.load(tmp_path / "minilm.json")
    file.unlink()
    with pytest.raises(WorkError, match="cannot be read"):
        Encoder.load(tmp_path / "minilm.json")
    (tmp_path / "minilm.json").write_text("{", encoding="utf-8")
    with pytest.raises(WorkError, match="damaged"):
        Encoder.load(tmp_path / "minilm.json")


def _safetensors(header: object, body: bytes) -> bytes:
    raw = json.dumps(header).encode()
    return len(raw).to_bytes(8, "little") + raw + body


@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"\xff" * 8,
        b"\x02\0\0\0\0\0\0\0[]",
        _safetensors({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 4]}}, b"\0" * 8),
        _safetensors({"a": {"dtype": "F32", "shape": [-1], "data_offsets": [0, 4]}}, b"\0" * 8),
        _safetensors({"a": {"dtype": "O", "shape": [1], "data_offsets": [0, 4]}}, b"\0" * 8),
        _safetensors({"a": {"dtype": "F32", "shape": [9], "data_offsets": [0, 36]}}, b"\0" * 8),
        _safetensors({n: {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]} for n in "ab"}, b"\0" * 4),
    ],
)
def test_damaged_safetensors_are_refused(tmp_path: Path, blob: bytes) -> None:
    file = tmp_path / "bad.safetensors"
    file.write_bytes(blob)
    with pytest.raises(WorkError, match=r"bad\.safetensors"):
        safetensors.read(file)


def test_reader_equals_the_library(tmp_path: Path) -> None:
    library = pytest.importorskip("safetensors.numpy")
    tensors = {"a": np.arange(6, dtype=np.float32).reshape(2, 3), "b": np.ones((0, 2), np.int8), "c": np.array([True, False])}
    library.save_file(tensors, tmp_path / "x.safetensors", metadata={"k": "v"})
    read, meta = safetensors.read(tmp_path / "x.safetensors")
    assert meta == {"k": "v"} and set(read) == set(tensors)
    for name, t in tensors.items():
        assert read[name].dtype == t.dtype
        np.testing.assert_array_equal(read[name], t)
