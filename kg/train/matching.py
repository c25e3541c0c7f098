"""How the weights of `kg.resolve` are learned: which names of companies mean one company.

    python -m kg.train.matching COMPANY_ER COMPANY_TICKERS.json -o kg/resolve

Half of each set of names (by a hash of its key) is learned from; the other half is for the figures of
`kg evaluate names`. The list of companies tells how common a word is among names of companies.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.datasets import NameCluster, halves, read_name_clusters
from kg.resolve import LEARNED_FEATURES, Pair, parsed, scored

COMMON = 3  # names that have a word which is written down as common
PENALTY = 1.0
STEPS = 40


def examples(clusters: Sequence[NameCluster]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The features of all pairs worth a thought, and whether they are one: of shape (pairs, features) and (pairs,)."""
    names = {name: parsed(name) for cluster in clusters for name in cluster.names}
    key = {name: cluster.key for cluster in clusters for name in cluster.names}
    pairs = scored(dict(sorted(names.items())))
    rows = [[1.0, *values(s.pair)] for s in pairs]
    return np.array(rows), np.array([float(key[s.one] == key[s.other]) for s in pairs])


def values(pair: Pair) -> list[float]:
    """What each feature of names makes of a pair."""
    return [float(feature.value(pair)) for feature in LEARNED_FEATURES]


def fitted(rows: NDArray[np.float64], right: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logistic regression by Newton's method with an L2 penalty: the bias, then a weight a feature."""
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ found))
        curve = rows.T @ (rows * (weights * chance * (1 - chance))[:, None]) + PENALTY * np.eye(len(found))
        found += np.linalg.solve(curve, rows.T @ (weights * (right - chance)) - PENALTY * found)
    return found


def word_lines(companies: Path) -> Iterator[str]:
    """How many names of a list of companies have a word, common words only."""
    rows = {row["cik_str"]: row["title"] for row in json.loads(companies.read_text(encoding="utf-8")).values()}
    counts = Counter(word for title in rows.values() for word in sorted(set(parsed(title).words)))
    yield "# Words of the names of companies, and how many names have them (kg/train/matching.py; SEC, public domain)."
    yield f"names {len(rows)}"
    yield from (f"{word} {number}" for word, number in sorted(counts.items()) if number >= COMMON and word != "names")


def learned(folder: Path) -> dict[str, float]:
    """Bias and weights from the halves of all sets of a folder, each set counting alike."""
    rows, right, weights = [], [], []
    for file in sorted(folder.glob("*.jsonl")):
        to_learn, _ = halves(read_name_clusters(file))
        some, are = examples(to_learn)
        rows.append(some)
        right.append(are)
        weights.append(np.full(len(are), 400 / max(1, len(are))))
    found = fitted(np.concatenate(rows), np.concatenate(right), np.concatenate(weights))
    return dict(zip(["bias", *(f.name for f in LEARNED_FEATURES)], map(float, found), strict=True))


def rewritten(text: str, weights: dict[str, float]) -> str:
    """matching.toml with other weights, all else kept."""
    for name, weight in weights.items():
        key = name if name == "bias" else f'"{name}"'
        text = re.sub(rf"(?m)^{re.escape(key)} = \S+", f"{key} = {weight:.3f}", text)
    return text


def main() -> None:
    """Write name_words.txt, then learn the weights with it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path, help="folder of names that mean one company, JSON lines")
    parser.add_argument("companies", type=Path, help="company_tickers.json of the SEC")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder of matching.toml")
    given = parser.parse_args()
    (given.output / "name_words.txt").write_text("\n".join(word_lines(given.companies)) + "\n", encoding="utf-8")
    file = given.output / "matching.toml"
    file.write_text(rewritten(file.read_text(encoding="utf-8"), learned(given.sets)), encoding="utf-8")


if __name__ == "__main__":
    main()
