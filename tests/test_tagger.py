"""The trained reader: numpy equals torch, damaged weights are told in one sentence, and wordings that must come out right."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from diorama.model.brief import Brief
from diorama.model.catalogue import is_a
from diorama.model.errors import WorkError
from diorama.model.language.encoder import WEIGHTS
from diorama.model.language.sizes import likely_size
from diorama.model.language.tagger import ARCS, Tagger
from diorama.model.language.understand import understand


def test_numpy_equals_torch() -> None:
    torch = pytest.importorskip("torch")
    from diorama.training.tagger import Head

    tagger = Tagger.load()
    states = np.random.default_rng(0).normal(size=(23, 384 * len(tagger.config.layers))).astype(np.float32)
    head = Head(states.shape[1], len(tagger.config.tags)).eval()
    with torch.no_grad():
        for name, value in head.tensors().items():
            value.copy_(torch.from_numpy(tagger.tensors[name].copy()))
        tags, arcs = head(torch.from_numpy(states)[None], torch.ones(1, 23, dtype=torch.bool))
    mine, links = tagger.scores(states)
    np.testing.assert_allclose(mine, tags[0].numpy(), atol=2e-3)
    np.testing.assert_allclose(links, arcs[0].numpy(), atol=2e-2)
    assert links.shape == (len(ARCS), 23, 23)


@pytest.mark.parametrize("harm", ["missing", "cut", "changed", "config"])
def test_damaged_weights_are_told_in_a_sentence(tmp_path: Path, harm: str) -> None:
    for name in ("tagger.json", "tagger.safetensors"):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    weights, config = tmp_path / "tagger.safetensors", tmp_path / "tagger.json"
    if harm == "missing":
        weights.unlink()
    elif harm == "cut":
        weights.write_bytes(weights.read_bytes()[:1000])
    elif harm == "changed":
        weights.write_bytes(weights.read_bytes()[:-1] + b"\x7f")
    else:
        config.write_text(json.dumps({"sha256": ""}))
    with pytest.raises(WorkError) as told:
        Tagger.load(config)
    assert str(told.value).count(".") <= 3 and "\n" not in str(told.value) and told.value.remedy


def related(brief: Brief, subject: str, kinds: set[str], to: str) -> bool:
    """Whether the brief puts `subject` in one of these relations to a category or a piece of architecture."""
    return any(
        r.kind in kinds
        and is_a(brief.request(r.subject).category, subject)
        and (r.architecture == to or any(is_a(brief.request(o).category, to) for o in r.objects))
        for r in brief.relations
    )


@pytest.mark.parametrize(
    ("text", "subject", "kinds", "to"),
    [
        ("Would you kindly stand a coat rack right inside the door and lay a mat before it?", "coat_rack", {"near"}, "door"),
        (
            "Two wing chairs drawn up to a fireplace, and a rug sprawled between them.",
            "wing_chair",
            {"near", "next_to"},
            "fireplace",
        ),
        (
            "Three washing machines run along the far wall; facing these, a folding table.",
            "folding_table",
            {"faces"},
            "washing_machine",
        ),
        ("The refrigerator stands between the stove and the sink.", "refrigerator", {"between"}, "stove"),
        ("A walnut desk under the window, a swivel chair behind it.", "office_chair", {"behind"}, "desk"),
    ],
)
def test_free_wordings(text: str, subject: str, kinds: set[str], to: str) -> None:
    assert related(understand(text), subject, kinds, to)


def test_the_same_prompt_gives_the_same_brief() -> None:
    text = "A gong hangs somewhere behind the harp, and a stool keeps it company."
    assert understand(text) == understand(text, reader="both")


@pytest.mark.parametrize(
    ("noun", "lower", "upper"), [("kayak", 2.5, 3.6), ("totem pole", 1.5, 3.0), ("coffin", 1.6, 2.4), ("samovar", 0.1, 0.5)]
)
def test_sizes_of_nouns_that_the_catalogue_lacks(noun: str, lower: float, upper: float) -> None:
    assert lower <= max(likely_size(noun)) <= upper


def test_a_stand_in_has_the_likely_size_and_is_told() -> None:
    brief = understand("a garage with a kayak")
    (request,) = [r for r in brief.requests if r.label == "kayak"]
    assert request.stand_in and request.size == likely_size("kayak") and any("kayak" in n for n in brief.notes)
