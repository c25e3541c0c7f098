"""A base encoder of a few hundred weights, passages of one's own and recipes that train two steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

WORDS = "marlow kestrel orran buys paper from sells to bank no longer ends talks with sued the in and of . ,".split()
PASSAGES = """
{a:Company|Marlow} buys paper from {b:Company|Orran}.
a customerOf b

{a:Company|Kestrel} no longer buys paper from {b:Company|Marlow}.
a customerOf b ended

{a:Company|Orran} sued {b:Company|Kestrel}, and {b*|the bank} ends talks.
a sued b

{a:Company|Kestrel} and {b:Company|Orran} of {c:Place|Marlow}.
"""


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a random encoder of one layer, and the code told of its size."""
    torch = pytest.importorskip("torch")
    save_file = pytest.importorskip("safetensors.torch").save_file
    pytest.importorskip("onnx")
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    from kg.train import encoder

    pieces = [*(f"[{n}]" for n in range(103)), *WORDS]
    pieces[100] = "[UNK]"
    tokenizer = Tokenizer(models.WordPiece({piece: n for n, piece in enumerate(pieces)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    folder = tmp_path / "base"
    folder.mkdir()
    tokenizer.save(str(folder / "tokenizer.json"))
    sizes = {"LAYERS": 1, "HEADS": 2, "HIDDEN": 24, "INNER": 32, "VOCABULARY": len(pieces), "POSITIONS": 300}
    for name, size in sizes.items():
        monkeypatch.setattr(encoder, name, size)
    torch.manual_seed(1)
    save_file(_weights(encoder, torch), folder / "model.safetensors")
    return folder


def _weights(encoder, torch):
    wide, inner = encoder.HIDDEN, encoder.INNER
    shapes = {
        "embeddings.word_embeddings.weight": (encoder.VOCABULARY, wide),
        "embeddings.position_embeddings.weight": (encoder.POSITIONS, wide),
        "embeddings.token_type_embeddings.weight": (2, wide),
    }
    blocks = {"embeddings.LayerNorm": (wide,)}
    layer = "encoder.layer.0."
    for name in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
        blocks[layer + name] = (wide, wide)
    blocks |= {layer + "attention.output.LayerNorm": (wide,), layer + "output.LayerNorm": (wide,)}
    blocks |= {layer + "intermediate.dense": (inner, wide), layer + "output.dense": (wide, inner)}
    for name, shape in blocks.items():
        shapes |= {f"{name}.weight": shape, f"{name}.bias": shape[:1]}
    return {name: torch.randn(shape) * 0.1 for name, shape in shapes.items()}


@pytest.fixture
def passages(tmp_path: Path) -> Path:
    file = tmp_path / "own.txt"
    file.write_text(PASSAGES, encoding="utf-8")
    return file


@pytest.fixture
def recipe_file(tmp_path: Path) -> Callable[[str], Path]:
    """A recipe for the passages above; words that are given follow its own keys."""

    def write(task: str, more: str = "") -> Path:
        file = tmp_path / f"{task}.toml"
        file.write_text(
            f'kinds = ["Company", "Place"]\nbase = "base"\n{more}\n'
            "[schedule]\nepochs = 2\nbatch = 2\nthreads = 1\n"
            f'[[sets]]\nname = "own"\nform = "marked"\nfiles = ["own.txt"]\nteaches = ["{task}"]\n',
            encoding="utf-8",
        )
        return file

    return write
